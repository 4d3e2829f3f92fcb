package record

import (
	"fmt"
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Several is a field of several records: each by its name, with a button that takes it out, and a picker that adds one. What is picked twice
// stands once.
func Several[R data.Record](p *Page[R], key, label string, picker *widgets.Picker, list *[]data.ID, name func(data.ID) string) fyne.CanvasObject {
	s := &several[R]{page: p, key: key, list: list, name: name, picker: picker, rows: container.New(layout.NewRowWrapLayout())}
	field := p.Form.Pick(key, label, "", picker, &s.picked)
	p.Form.OnChange(s.add)
	s.build()
	return widgets.Stack(field, s.rows)
}

type several[R data.Record] struct {
	page   *Page[R]
	key    string
	list   *[]data.ID
	name   func(data.ID) string
	picker *widgets.Picker
	picked data.ID
	rows   *fyne.Container
}

// add takes what was picked into the list, and leaves the picker empty for the next.
func (s *several[R]) add() {
	if s.picked == "" {
		return
	}
	if !slices.Contains(*s.list, s.picked) {
		*s.list = append(*s.list, s.picked)
	}
	s.picked = ""
	s.picker.Set("")
	s.build()
}

func (s *several[R]) remove(id data.ID) {
	*s.list = slices.DeleteFunc(*s.list, func(other data.ID) bool { return other == id })
	s.build()
	s.page.Touch()
}

func (s *several[R]) build() {
	s.rows.RemoveAll()
	for i, id := range *s.list {
		b := widgets.NewButton(s.page.Form.ID(fmt.Sprintf("%s[%d].remove", s.key, i)), s.name(id), theme.CancelIcon(), func() { s.remove(id) })
		b.IconPlacement = widget.ButtonIconTrailingText
		s.rows.Add(b)
	}
	s.rows.Hidden = len(*s.list) == 0
	s.rows.Refresh()
}

// Link opens the record that a field names, and is not there while it names none.
type Link struct {
	Content *widgets.Button

	desk desk.Desk
	kind data.Kind
	id   *data.ID
}

// LinkTo is a link to the record of a kind that a field of the page's record names. Whoever makes it calls Refresh after each change.
func LinkTo[R data.Record](p *Page[R], key string, kind data.Kind, id *data.ID) *Link {
	l := &Link{desk: p.Desk, kind: kind, id: id}
	l.Content = widgets.NewButton(p.Form.ID(key+".open"), "Open this "+kind.Label(), theme.NavigateNextIcon(), l.open)
	l.Content.Importance = widget.LowImportance
	l.Content.Alignment = widget.ButtonAlignLeading
	l.Refresh()
	return l
}

// Refresh shows the link if there is something to open.
func (l *Link) Refresh() {
	if *l.id == "" {
		l.Content.Hide()
	} else {
		l.Content.Show()
	}
}

func (l *Link) open() {
	if !l.desk.OpenRecord(l.kind, *l.id, "") {
		l.desk.Say("The "+l.kind.Label()+" is not in the office any more.", nil)
	}
}
