package record

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// steps are the states that a record went through on the page, so that what was done there can be taken back and done again. What is in the
// file is no part of that: taking back a change that was saved is a change of its own, from the history.
type steps[R data.Record] struct {
	past, ahead []R
	now         R    // as it is on the page
	begun       bool // something new was begun that has not made the record another yet, such as the sign of an amount
}

// furthestBack is how far one can go back on one page.
const furthestBack = 200

// restart forgets all steps: the page shows something that was not made here.
func (s *steps[R]) restart(now R) { *s = steps[R]{now: data.Clone(now)} }

// take notes what the record has become. Going on with a word is no step of its own.
func (s *steps[R]) take(now R, begins bool) {
	s.begun = s.begun || begins
	if changes, err := data.Diff(s.now, now); err != nil || len(changes) == 0 {
		return
	}
	if s.begun || len(s.past) == 0 {
		s.begun = false
		s.past = append(s.past, s.now)
		s.past = s.past[max(0, len(s.past)-furthestBack):]
	}
	s.ahead, s.now = nil, data.Clone(now)
}

// turn goes a step from one pile to the other, and is the state to show.
func (s *steps[R]) turn(from, to *[]R) (R, bool) {
	n := len(*from)
	if n == 0 {
		return s.now, false
	}
	*to = append(*to, s.now)
	s.now, *from = (*from)[n-1], (*from)[:n-1]
	return s.now, true
}

// Undo takes back what was done last on the page.
func (p *Page[R]) Undo() {
	if p.Form.Wrong() != "" { // what cannot be read never came into the record
		p.turnTo(p.Record)
		return
	}
	if rec, ok := p.steps.turn(&p.steps.past, &p.steps.ahead); ok {
		p.turnTo(rec)
		return
	}
	p.Desk.Say(lang.L("There is nothing to take back on this page. What was saved can be undone in its history."), nil)
}

// Redo does again what was taken back last.
func (p *Page[R]) Redo() {
	if rec, ok := p.steps.turn(&p.steps.ahead, &p.steps.past); ok {
		p.turnTo(rec)
		return
	}
	p.Desk.Say(lang.L("There is nothing to do again on this page."), nil)
}

// Holds reports whether what has the keyboard is a field of the page's form.
func (p *Page[R]) Holds(focused fyne.Focusable) bool { return p.Form.KeyOf(focused) != "" }

// turnTo shows the record in another of its states, and leads to what is different in it.
func (p *Page[R]) turnTo(rec R) {
	if p.saving {
		return
	}
	canvas := p.Desk.Window().Canvas()
	field := p.Form.KeyOf(canvas.Focused())
	if changes, err := data.Diff(p.Record, rec); err == nil && len(changes) > 0 {
		field = data.FieldAt(rec, changes[0].Path)
	}
	before := textOf(p.Form, field)
	rec = data.Clone(rec)
	*rec.Stamped() = *p.base.Stamped()
	p.lay(rec)
	p.ShowField(field)
	if _, focus := p.Form.Find(field); focus != nil {
		if e, ok := focus.(*widgets.Entry); ok {
			e.After(before)
		}
	}
}

func textOf(f *widgets.Form, key string) string {
	if _, focus := f.Find(key); focus != nil {
		if e, ok := focus.(*widgets.Entry); ok {
			return e.Text
		}
	}
	return ""
}
