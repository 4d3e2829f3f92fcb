package record

import (
	"context"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// widest is how wide a form grows before its lines get hard to read, in Fyne's units.
const widest = 940

// Sheet lays the fields of one leaf out under each other, no wider than one can read, and scrolls them.
func Sheet(fields ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewSheet(container.NewPadded(widgets.Narrow(widest, widgets.Stack(fields...))))
}

// Column is a field of a record that needs nothing but the record to print it.
func Column[R data.Record](key, heading string, share, least float32, text func(R) string) ListColumn[R] {
	return ListColumn[R]{
		Field: data.Field[R]{Key: key, Heading: heading, Text: func(_ *data.Register, r R) string { return text(r) }},
		Share: share, Least: least,
	}
}

// DateColumn is a column of days, earliest first.
func DateColumn[R data.Record](key, heading string, share, least float32, date func(R) data.Date) ListColumn[R] {
	c := Column(key, heading, share, least, func(r R) string { return date(r).String() })
	c.Rank = func(_ *data.Register, r R) float64 { return date(r).Rank() }
	return c
}

// Pick is a picker of the records of a kind, by their labels.
func Pick[R data.Record](d desk.Desk, empty string) *widgets.Picker {
	return PickOf(d, empty, func(R) bool { return true }, R.Label)
}

// PickOf is a picker of those records of a kind that are offered, called as the page wants.
func PickOf[R data.Record](d desk.Desk, empty string, offered func(R) bool, label func(R) string) *widgets.Picker {
	return widgets.NewPicker(empty, func() []widgets.Option {
		var options []widgets.Option
		for _, r := range data.All[R](d.Office().Register()) {
			if offered(r) {
				options = append(options, widgets.Option{ID: r.Stamped().ID, Label: label(r)})
			}
		}
		return options
	})
}

// PickOrganisation is a picker of organisations that can also make one, without leaving the page.
func PickOrganisation(d desk.Desk, empty string) *widgets.Picker {
	p := Pick[*data.Organisation](d, empty)
	p.What = lang.L("organisation")
	p.Make = func(name string, made func(data.ID)) {
		org := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
		var saved data.Saved
		d.Run(
			func(ctx context.Context) (err error) {
				saved, err = d.Office().Save(ctx, org)
				return err
			},
			func(err error) {
				if err != nil {
					d.Explain("make the organisation "+name, err)
					return
				}
				d.Saved(saved.Record)
				d.Say(lang.F("Made the organisation “%s”.", name), nil)
				made(org.ID)
			},
		)
	}
	return p
}
