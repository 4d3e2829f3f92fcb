package widgets

import "unicode"

// typing follows what is done in the fields of a form, so that taking back takes back what a person would call one thing: a word, a paste, a
// choice, and not every letter for itself.
type typing struct {
	field *field
	text  string // of the field, after the last change
	kind  stroke
}

// stroke is what a change of a text is.
type stroke int

const (
	otherwise stroke = iota // a paste, a choice, a word deleted whole
	inserted                // a character
	deleted                 // a character
)

// begins reports whether a change of a field begins something new.
func (t *typing) begins(fd *field) bool {
	e, isText := fd.control.(*Entry)
	if !isText {
		*t = typing{}
		return true
	}
	before := fd.text
	fd.text = e.Text
	kind, begins := strokeOf([]rune(before), []rune(e.Text))
	same := t.field == fd && t.kind == kind && t.text == before
	*t = typing{fd, e.Text, kind}
	return !same || begins
}

// strokeOf is what makes one text of another, and whether it begins something new wherever it comes: a space begins the next word, and so
// does what is typed over something.
func strokeOf(before, after []rune) (kind stroke, begins bool) {
	first, last := differ(before, after)
	in, out := last-first, len(before)-len(after)+last-first
	switch {
	case in == 1:
		return inserted, out > 0 || unicode.IsSpace(after[first])
	case in == 0 && out == 1:
		return deleted, false
	default:
		return otherwise, true
	}
}

// differ is the part of a text in which it differs from what it was before.
func differ(before, after []rune) (first, last int) {
	for first < len(before) && first < len(after) && before[first] == after[first] {
		first++
	}
	last = len(after)
	for end := len(before); end > first && last > first && before[end-1] == after[last-1]; end-- {
		last--
	}
	return first, last
}

// Begins reports whether the last change began something new, rather than going on with a word.
func (f *Form) Begins() bool { return f.begins }

// Rest ends what is being typed: the next letter begins something new.
func (f *Form) Rest() { f.typing = typing{} }

// After puts the caret behind what makes the text another than it was.
func (e *Entry) After(before string) {
	_, last := differ([]rune(before), []rune(e.Text))
	e.owed = nil
	e.place(last)
	e.Refresh()
}
