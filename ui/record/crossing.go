package record

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PickParty is a picker of a member of staff, a contact or an organisation.
func PickParty(d desk.Desk, empty string) *widgets.Picker {
	return PickAny(d, empty, data.KindStaff, data.KindContact, data.KindOrganisation)
}

func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// Crossing is a button that leads to the record that a field of the page names, while it names one.
type Crossing struct {
	Content fyne.CanvasObject

	desk   desk.Desk
	kind   data.Kind
	id     *data.ID
	button *widgets.Button
}

// NewCrossing is a crossing to the record of a kind whose ID a field holds.
func NewCrossing(d desk.Desk, name string, kind data.Kind, id *data.ID) *Crossing {
	c := &Crossing{desk: d, kind: kind, id: id}
	c.button = widgets.NewButton(name, "", theme.NavigateNextIcon(), c.cross)
	c.button.Speak(lang.L("Open it"))
	c.button.Importance = widget.LowImportance
	c.Content = container.NewHBox(c.button)
	c.Refresh()
	return c
}

// Refresh names the record as the field has it now.
func (c *Crossing) Refresh() {
	rec, ok := c.desk.Office().Register().Find(c.kind, *c.id)
	if !ok {
		c.Content.Hide()
		return
	}
	c.button.SetText(lang.F("Open the %s", lang.L(rec.RecordKind().Label())))
	c.Content.Show()
}

func (c *Crossing) cross() { OpenOrSay(c.desk, c.kind, *c.id) }

// OpenOrSay shows the page of a record, or says that the window has none for its kind.
func OpenOrSay(d desk.Desk, kind data.Kind, id data.ID) {
	rec, ok := d.Office().Register().Find(kind, id)
	if ok && d.OpenRecord(rec.RecordKind(), id, "") {
		return
	}
	if ok {
		d.Say(lang.F("The %s “%s” has no page in the window yet.", lang.L(rec.RecordKind().Label()), words(rec.Label())), nil)
	}
}
