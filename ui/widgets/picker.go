package widgets

import (
	"strings"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Option is one record that can be picked.
type Option struct {
	ID    data.ID
	Label string
}

// Picker shows the name of a record and, when it is opened, a box to search for another one as one types.
type Picker struct {
	box

	// Options are the records there are now.
	Options func() []Option
	// Hint is what stands in a quiet line under a record in the list, such as what is left of a fund; nil where nothing does. It is asked only
	// of those in sight.
	Hint func(data.ID) string
	// Make makes a record of that name; nil if none can be made here.
	Make func(name string, made func(data.ID))
	// What is made, for the last line of the list: "organisation".
	What string
	// Empty is what stands there when nothing is picked.
	Empty string

	OnChosen func(data.ID)
	chosen   data.ID
}

// NewPicker is a picker of the records that options gives.
func NewPicker(empty string, options func() []Option) *Picker {
	p := &Picker{Options: options, Empty: empty}
	p.open = p.openList
	p.extend(p)
	p.Set("")
	return p
}

// Name is how tests find the picker, where it is not in a form.
func (p *Picker) Name(name string) { p.name = name }

// Set shows which record is picked.
func (p *Picker) Set(id data.ID) {
	p.chosen = id
	if id == "" {
		p.show(p.Empty, true)
		return
	}
	for _, o := range p.Options() {
		if o.ID == id {
			p.show(o.Label, false)
			return
		}
	}
	p.show(p.Empty, true)
}

// hint is what is said of a record beside its name.
func (p *Picker) hint(id data.ID) string {
	if p.Hint == nil || id == "" {
		return ""
	}
	return p.Hint(id)
}

func (p *Picker) choose(id data.ID) {
	p.Set(id)
	if p.OnChosen != nil {
		p.OnChosen(id)
	}
}

func (p *Picker) openList() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p)
	if canvas == nil {
		return
	}
	s := &pickList{picker: p, canvas: canvas, search: NewSearch(p.name+".search", lang.L("Type to search…"))}
	s.list = newKeyList(s.count, func() fyne.CanvasObject { return newOptionLine(p.Hint != nil) }, s.show, s.take)
	s.search.OnChanged = s.find
	s.search.OnEscape = s.close
	s.search.OnEnter = func() { s.take(0) }
	s.search.OnDown = func() { canvas.Focus(s.list) }
	s.find("")
	width := max(p.Size().Width, 360)
	s.popup = widget.NewModalPopUp(container.NewBorder(s.search, nil, nil, nil, s.list), canvas)
	s.popup.Resize(fyne.NewSize(width, 340))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	room := canvas.Size()
	s.popup.ShowAtPosition(fyne.NewPos(min(at.X, room.Width-width-8), min(at.Y, room.Height-348)))
	canvas.Focus(s.search)
}

// pickList is the list that a picker opens.
type pickList struct {
	picker *Picker
	canvas fyne.Canvas
	search *Entry
	list   *keyList
	popup  *widget.PopUp
	found  []Option
	typed  string
}

func (s *pickList) find(typed string) {
	s.typed = strings.TrimSpace(typed)
	s.found = s.found[:0]
	if s.typed == "" && s.picker.chosen != "" {
		s.found = append(s.found, Option{Label: s.picker.Empty})
	}
	for _, o := range s.picker.Options() {
		if holdsWords(data.Fold(o.Label), data.Fold(s.typed)) {
			s.found = append(s.found, o)
		}
	}
	s.list.restart()
}

func holdsWords(text, words string) bool {
	for _, w := range strings.Fields(words) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// count is the records found and, where one can be made, the line that makes it.
func (s *pickList) count() int {
	if s.picker.Make != nil && s.typed != "" {
		return len(s.found) + 1
	}
	return len(s.found)
}

func (s *pickList) show(i int, o fyne.CanvasObject) {
	line, ok := o.(*optionLine)
	switch {
	case !ok:
	case i < len(s.found):
		line.set(s.found[i].Label, s.picker.hint(s.found[i].ID))
	default:
		line.set(lang.F("+ New %s “%s”", s.picker.What, s.typed), "")
	}
}

func (s *pickList) take(i int) {
	switch {
	case i < len(s.found):
		s.close()
		s.picker.choose(s.found[i].ID)
	case s.picker.Make != nil && s.typed != "":
		s.close()
		s.picker.Make(s.typed, s.picker.choose)
	}
}

func (s *pickList) close() {
	s.popup.Hide()
	s.canvas.Focus(s.picker)
}
