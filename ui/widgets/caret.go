package widgets

import "unicode/utf8"

// A field of several lines that is broken at words has no place for the caret after a space at the end of a line that is full: Fyne 2.8 puts
// the caret before the space, or into the paragraph below, and the next letter goes there. So the field remembers where the caret belongs,
// and puts it there before the next key.

// caret is where the caret belongs, for as long as the field is as it was then.
type caret struct {
	text        string
	row, column int // where Fyne has put it
	offset      int // where it belongs, in characters of the text
}

// edit lets the field take what leaves the text after the caret as it is, and remembers where the caret belongs.
func (e *Entry) edit(take func()) {
	e.settle()
	if !e.MultiLine || e.SelectedText() != "" {
		take()
		return
	}
	after := utf8.RuneCountInString(e.Text) - e.CursorTextOffset()
	take()
	if e.Text == "" {
		return
	}
	belongs := utf8.RuneCountInString(e.Text) - after
	if e.CursorTextOffset() == belongs {
		return
	}
	e.place(belongs)
	e.Refresh() // shows it at the end of the line
	e.owed = &caret{e.Text, e.CursorRow, e.CursorColumn, belongs}
}

// settle puts the caret where it belongs.
func (e *Entry) settle() {
	if o := e.owed; o != nil && o.text == e.Text && o.row == e.CursorRow && o.column == e.CursorColumn {
		e.place(o.offset)
	}
	e.owed = nil
}

// place puts the caret before a character of the text, on the last line that begins before it.
func (e *Entry) place(offset int) {
	row, column := 0, offset
	for next := 1; ; next++ {
		e.CursorRow, e.CursorColumn = next, 0
		begins := e.CursorTextOffset() // 0 where there is no such line
		if begins == 0 || begins > offset {
			break
		}
		row, column = next, offset-begins
	}
	e.CursorRow, e.CursorColumn = row, column
}
