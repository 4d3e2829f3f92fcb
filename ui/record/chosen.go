package record

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ChosenOf is what is particular to one list of other records.
type ChosenOf struct {
	// Key is the list's name in the vocabulary: "lead_officers".
	Key, Label, Hint string
	List             *[]data.ID
	// Picker adds one more; its empty words ask for it: "Add a grant".
	Picker *widgets.Picker
	// Open shows one of them; nil where they have no page.
	Open func(data.ID)
	// Called is how one of them is called; nil is as the picker calls it.
	Called func(data.ID) string
	// Short names stand side by side, each on the button that takes it out.
	Short bool
}

// chosen edits a list of other records: a picker that adds one, and under it those there are, each with a button that takes it out.
type chosen struct {
	of    ChosenOf
	form  *widgets.Form
	touch func()
	still bool
	box   *fyne.Container
}

// NewChosen is an editor of a list of other records; touch tells the page of each that comes or goes.
func NewChosen(form *widgets.Form, touch func(), of ChosenOf) fyne.CanvasObject {
	c := &chosen{of: of, form: form, touch: touch, still: form.ReadOnly, box: widgets.Stack()}
	c.build()
	if c.still {
		label := widget.NewLabel(of.Label)
		label.TextStyle.Bold = true
		label.SizeName = look.SizeSmall
		return widgets.Stack(label, c.box)
	}
	var none data.ID
	field := form.Pick(of.Key, of.Label, of.Hint, of.Picker, &none)
	of.Picker.OnChosen = c.add
	return widgets.Stack(field, c.box)
}

func (c *chosen) add(id data.ID) {
	if id == "" {
		return
	}
	c.of.Picker.Set("")
	if slices.Contains(*c.of.List, id) {
		return
	}
	*c.of.List = append(*c.of.List, id)
	c.build()
	c.touch()
}

func (c *chosen) build() {
	c.box.RemoveAll()
	if c.of.Short && !c.still {
		c.buildShort()
		return
	}
	for i, id := range *c.of.List {
		label := widget.NewLabel(c.called(id))
		label.Truncation = fyne.TextTruncateEllipsis
		c.box.Add(container.NewBorder(nil, nil, nil, c.buttons(i, id), label))
	}
	if c.still && len(*c.of.List) == 0 {
		c.box.Add(widgets.Note(lang.L("None")))
	}
	c.box.Refresh()
}

func (c *chosen) buildShort() {
	row := widgets.InRows()
	for i, id := range *c.of.List {
		b := widgets.NewButton(c.form.ID(at(c.of.Key, i)+".remove"), c.called(id), theme.CancelIcon(), func() { c.remove(id) })
		b.IconPlacement = widget.ButtonIconTrailingText
		b.Speak(lang.F("Take out “%s”", c.called(id)))
		row.Add(b)
	}
	if len(row.Objects) > 0 {
		c.box.Add(row)
	}
	c.box.Refresh()
}

// buttons show one of them, where it has a page, and take it out.
func (c *chosen) buttons(i int, id data.ID) fyne.CanvasObject {
	row := container.NewHBox()
	button := func(name, says string, icon fyne.Resource, tap func(data.ID)) {
		b := widgets.NewButton(c.form.ID(at(c.of.Key, i)+"."+name), "", icon, func() { tap(id) })
		b.Speak(says)
		b.Importance = widget.LowImportance
		row.Add(b)
	}
	if c.of.Open != nil {
		button("open", lang.F("Open “%s”", c.called(id)), theme.NavigateNextIcon(), c.of.Open)
	}
	if !c.still {
		button("remove", lang.F("Take out “%s”", c.called(id)), theme.DeleteIcon(), c.remove)
	}
	return row
}

func (c *chosen) called(id data.ID) string {
	if c.of.Called != nil {
		return c.of.Called(id)
	}
	for _, o := range c.of.Picker.Options() {
		if o.ID == id {
			return o.Label
		}
	}
	return lang.L("A record that is not there any more")
}

func (c *chosen) remove(id data.ID) {
	*c.of.List = slices.DeleteFunc(*c.of.List, func(other data.ID) bool { return other == id })
	if len(*c.of.List) == 0 {
		*c.of.List = nil
	}
	c.build()
	c.touch()
}

// at is the name of an entry of a list, as Problems name it.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

func joined(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), ", ")
}

// PickPerson is a picker of the office's staff and of the contacts elsewhere. Who has left comes last: a decision of before names them.
func PickPerson(d desk.Desk, empty string) *widgets.Picker {
	return widgets.NewPicker(empty, func() []widgets.Option {
		reg := d.Office().Register()
		var options, left []widgets.Option
		for _, s := range data.All[*data.Staff](reg) {
			o := widgets.Option{ID: s.ID, Label: joined(s.Name, s.JobTitle)}
			if s.Left.IsZero() || d.Today().Before(s.Left) {
				options = append(options, o)
				continue
			}
			o.Label += " (left)"
			left = append(left, o)
		}
		for _, c := range data.All[*data.Contact](reg) {
			options = append(options, widgets.Option{ID: c.ID, Label: joined(c.Name, c.Role, reg.NameOf(c.Organisation))})
		}
		return append(options, left...)
	})
}

// PickAny is a picker of the records of several kinds, each with its kind.
func PickAny(d desk.Desk, empty string, kinds ...data.Kind) *widgets.Picker {
	return widgets.NewPicker(empty, func() []widgets.Option {
		var options []widgets.Option
		for _, kind := range kinds {
			for _, rec := range d.Office().Register().Records(kind) {
				options = append(options, widgets.Option{ID: rec.Stamped().ID, Label: rec.Label() + " (" + lang.L(kind.Label()) + ")"})
			}
		}
		return options
	})
}
