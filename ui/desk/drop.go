package desk

import "fyne.io/fyne/v2"

// Taker is a page that files can be dropped on. The window gives what is dropped on it to the page that is shown (fyne.Window.SetOnDropped).
type Taker interface {
	// Dropped takes the files, and reports whether the page has a place for them; the window says so where it has not.
	Dropped(files []fyne.URI) bool
}
