// Package data is what an office keeps and the rules it keeps it by: grants and the awards in them, funds, organisations and
// people, specifications, decisions, monitoring returns, training, requests under the Freedom of Information Act 2000, board papers,
// news releases, actions, files and what was published.
//
// Each kind of record has a file of its own with its fields, its closed lists of words, the life that it goes through and what keeps it
// from being saved. What holds of several kinds stands by itself: the clock of a request (deadline.go), the days that count
// (workingday.go), numbering (scheme.go, numbering.go), a fund's money (balance.go), steps (step.go), what stays as it was issued
// (frozen.go, signing.go), what needs attention (attention.go), comparing and merging (fields.go, merge.go), words for changes
// (sentences.go).
//
// The words are those of the 360Giving Data Standard, of the Act, and of the Elected Local Policing Bodies (Specified Information)
// Order 2011. The same words stand in Go, in the tables of the office file and in the portable JSON form: a field's json tag is
// its name everywhere.
//
// Money is whole pence, a financial year is the year it starts in, a date knows how exact it is. [Office] is an open office file,
// [Register] is everything in it, held in memory so that no list and no search ever waits for the file. Records in a Register are
// shared and never changed: take a [Clone], change that, and [Office.Save] it.
//
// The package knows no database, no window and no paper.
package data
