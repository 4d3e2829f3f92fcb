package office

import (
	"maps"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// numbered are the kinds of records that an office numbers, with an example of a scheme for each.
//
//lang:words
var numbered = []struct {
	kind           data.Kind
	label, example string
}{
	{data.KindGrant, "Grants", "{fy:2}/{fy+1:2} – {seq:4}"},
	{data.KindDecision, "Decisions", "PCC/{yyyy}/{seq:3}"},
	{data.KindFOIRequest, "Requests for information", "FOI/{yy}-{seq:3}"},
	{data.KindBoardPaper, "Board papers", "BCB/{yyyy}/{seq:2}"},
}

// settings are how references are made, which themes grants are sorted by, and the bank holidays that the program does not know.
func settings(p *page) fyne.CanvasObject {
	f, o := p.Form, p.Record
	return record.Sheet(
		widgets.Section(lang.L("How references are made"),
			widgets.Note(lang.L("{seq:3} is the number, with three digits; it starts again at 1 with each {yy} or {yyyy}, the year of the day, or {fy:2}, the financial year. Everything else is printed as it stands here.")),
			schemes(p)),
		widgets.Section(lang.L("Themes"),
			f.Words("themes", lang.L("What grants are for"), lang.L("with commas between them"), &o.Themes)),
		widgets.Section(lang.L("Bank holidays that were announced later"),
			widgets.Note(lang.L("The program knows the holidays that the government has published, of all parts of the United Kingdom. A holiday put in here moves every open request.")),
			holidays(p)),
	)
}

func schemes(p *page) fyne.CanvasObject {
	f, o := p.Form, p.Record
	texts := make([]string, len(numbered))
	fields := make([]fyne.CanvasObject, len(numbered))
	for i, n := range numbered {
		texts[i] = o.ReferenceSchemes[n.kind.NumberedAs()]
		fields[i] = f.Text("reference_schemes."+n.kind.NumberedAs(), lang.L(n.label), lang.F("such as %s", n.example), &texts[i])
	}
	f.OnChange(func() {
		kept := maps.Clone(o.ReferenceSchemes)
		if kept == nil {
			kept = map[string]string{}
		}
		for i, n := range numbered {
			if texts[i] == "" {
				delete(kept, n.kind.NumberedAs())
			} else {
				kept[n.kind.NumberedAs()] = texts[i]
			}
		}
		if len(kept) == 0 {
			kept = nil
		}
		o.ReferenceSchemes = kept
	})
	return widgets.Stack(widgets.Columns(fields[:2]...), widgets.Columns(fields[2:]...))
}

func holidays(p *page) fyne.CanvasObject {
	f := p.Form
	return record.NewRows(f, p.Touch, record.RowsOf[data.OfficeHoliday]{
		Key: "holidays", List: &p.Record.Holidays, Add: lang.L("Add a holiday"),
		Fresh: func([]data.OfficeHoliday) data.OfficeHoliday { return data.OfficeHoliday{ID: data.NewRowID()} },
		Row: func(at string, h *data.OfficeHoliday) fyne.CanvasObject {
			return widgets.Columns(
				f.Date(at+"date", lang.L("Day"), "", p.Desk.Today(), &h.Date),
				f.Text(at+"name", lang.L("What it is called"), "", &h.Name),
			)
		},
	}).Content
}
