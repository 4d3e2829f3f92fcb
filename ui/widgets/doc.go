// Package widgets is what every section of the window is made of: the list of a register with headings that sort, the form with
// its fields, entries that understand money and dates as people type them, the picker that searches, questions that take Enter and
// Escape. What Fyne lacks is built here once.
package widgets
