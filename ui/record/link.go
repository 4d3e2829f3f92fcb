package record

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

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
	l.Content = widgets.NewButton(p.Form.ID(key+".open"), lang.F("Open this %s", lang.L(kind.Label())), theme.NavigateNextIcon(), l.open)
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
		l.desk.Say(lang.F("The %s is not in the office any more.", lang.L(l.kind.Label())), nil)
	}
}
