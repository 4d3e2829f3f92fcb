// Package desk is what a page can ask of the window that it lies in: the office, another page, a word to the person at the
// screen. Sections know the desk and not the window, so that no page ever pokes another.
package desk

import (
	"context"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
)

// Desk is the window as a page sees it. Its methods are called on the window's goroutine.
type Desk interface {
	Office() data.Office
	Window() fyne.Window
	// Today is the day that the office is shown on: by the laptop's clock, but for the sample office, which stands still.
	Today() data.Date
	// Open shows a page, asking first if the one that is shown has something unsaved. Back goes to the one before.
	Open(Page)
	Back()
	// OpenRecord shows the page of a record, at a field of it as Problems name it, and reports whether there is such a page.
	OpenRecord(kind data.Kind, id data.ID, field string) bool
	// Say puts a sentence at the foot of the window; doing, if there is one, is a button beside it.
	Say(sentence string, doing *Doing)
	// Explain says what went wrong, and writes the detail into the log.
	Explain(doing string, err error)
	// Saved tells the other pages and the sidebar that a record has changed.
	Saved(data.Record)
	// Retitled tells the window what a page that shows a record is called now, with a sign if something is unsaved.
	Retitled(id data.RecordID, title string)
	// Run does work away from the window; done runs on the window's goroutine.
	Run(work func(context.Context) error, done func(error))
	// Papers is the folder that papers are put into.
	Papers() (string, error)
	// Preview is whether records show their paper beside the form, and SetPreview changes that for all of them.
	Preview() bool
	SetPreview(bool)
	// Keep remembers something of how a person has arranged a page of this office, for the next start, and Kept is what was kept.
	Keep(key string, values []string)
	Kept(key string) []string
	// Printing sends papers to printers.
	Printing() Printing
	// Show opens a file with the program that the person has for it.
	Show(file string) error
	// Care is what can be done about the file of an office.
	Care() data.FileCare
	// OpenOffice closes the office once nothing unsaved would be lost, does something first, and opens the office at a path. What first
	// says is then said; where it fails nothing is opened, and the first page says why.
	OpenOffice(path string, first func(context.Context) (said string, err error))
	// OpenCopy closes the office likewise, and opens a copy of one as it was, which the next start does not go on with.
	OpenCopy(path string)
}

// Printing is what sends a paper to a printer; see package printing, whose errors it has.
type Printing interface {
	Printers(ctx context.Context) ([]string, error)
	Print(ctx context.Context, file, printer string, copies int) error
}

// Doing is something that can be done about what was just said.
type Doing struct {
	Label string
	Do    func()
}

// Page is what lies in the window: a register or a record.
type Page interface {
	// Title is what the page is called, above it and in the window's bar.
	Title() string
	// Section is the section of the sidebar that the page belongs to.
	Section() Section
	Content() fyne.CanvasObject
	// Arrived is called when the page is shown: first or again.
	Arrived()
	// Changed is called when a record of the office was saved.
	Changed(data.Record)
}

// Editor is a page with something to save.
type Editor interface {
	Page
	Dirty() bool
	// Save saves, and calls then if that went well.
	Save(then func())
	// Discard gives up what was changed.
	Discard()
}

// Undoer is a page on which what was done can be taken back, and done again.
type Undoer interface {
	Undo()
	Redo()
	// Holds reports whether what has the keyboard belongs to what can be taken back.
	Holds(fyne.Focusable) bool
}

// Turner is a page with several leaves. TurnBy goes to the next one, or to the one before, and round at the ends.
type Turner interface{ TurnBy(steps int) }

// Finder is a page with a box to search in.
type Finder interface{ Find() }

// Maker is a page on which something new can be begun.
type Maker interface {
	New()
	Makes() string // "grant"
}

// Shower is a page that can put the keyboard into one of its fields, as Problems name it. It reports whether there is such a field.
type Shower interface{ ShowField(field string) bool }

// Printer is a page that makes a paper: its PDF, and on a printer.
type Printer interface {
	Print()
	PrintOut()
}

// PaperView is a way of looking at the paper of a page.
type PaperView int

// The ways.
const (
	PaperLarger PaperView = iota
	PaperSmaller
	PaperFitsWidth
	PaperFullSize
	PaperOnWholePage // or beside the form again
)

// Viewer is a page with a paper to look at.
type Viewer interface{ View(PaperView) }

// Remover is a page whose record can be deleted.
type Remover interface{ Delete() }

// Section is a part of the program, as the sidebar names it.
type Section string

// Label is what the section is called in the window.
func (s Section) Label() string { return lang.L(string(s)) }

// The sections.
//
//lang:words
const (
	Home           Section = "Home"
	Grants         Section = "Grants"
	Funds          Section = "Funds"
	Decisions      Section = "Decisions"
	Requests       Section = "Requests"
	Specifications Section = "Specifications"
	Training       Section = "Training"
	Partners       Section = "Partners"
	Papers         Section = "Papers"
	Monitoring     Section = "Monitoring"
	Actions        Section = "Actions"
	Publish        Section = "Publish"
	Office         Section = "Office"
)
