package monitoring

import (
	"strconv"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

func newFrameworks(d desk.Desk) desk.Page {
	measures := record.Column("measures", lang.L("Measures"), 0, 90, func(f *data.OutcomesFramework) string { return strconv.Itoa(len(f.Measures)) })
	measures.Figures = true
	measures.Rank = func(_ *data.Register, f *data.OutcomesFramework) float64 { return float64(len(f.Measures)) }
	return record.NewList(d, record.ListKind[*data.OutcomesFramework]{
		Section:  desk.Monitoring,
		Name:     "frameworks",
		Singular: lang.L("framework"),
		Plural:   lang.L("frameworks"),
		Counted:  lang.Counted{One: "{n} framework", Other: "{n} frameworks"},
		Sort:     data.Sort{Field: "title"},
		Columns: []record.ListColumn[*data.OutcomesFramework]{
			record.Column("title", lang.L("Title"), 6, 200, (*data.OutcomesFramework).Label),
			record.Column("url", lang.L("Web address"), 5, 160, func(f *data.OutcomesFramework) string { return f.URL }),
			measures,
		},
		Words: func(_ *data.Register, f *data.OutcomesFramework) string {
			words := f.URL
			for _, m := range f.Measures {
				words += "\n" + m.Title + "\n" + m.Description
			}
			return words
		},
		Fresh: func(desk.Desk) *data.OutcomesFramework {
			return &data.OutcomesFramework{Stamp: data.Stamp{ID: data.NewID()}}
		},
		Open:  NewFrameworkPage,
		Title: lang.L("Outcomes frameworks"),
	})
}

// NewFrameworkPage is the page of one outcomes framework.
func NewFrameworkPage(d desk.Desk, f *data.OutcomesFramework) desk.Page {
	return record.New(d, record.Kind[*data.OutcomesFramework]{
		Section: desk.Monitoring,
		Name:    "framework",
		Heading: func(f *data.OutcomesFramework) string {
			if f.Title == "" {
				return lang.L("New outcomes framework")
			}
			return f.Title
		},
		Tabs: func(p *record.Page[*data.OutcomesFramework]) []record.Tab {
			return []record.Tab{{Title: lang.L("Framework"), Content: frameworkForm(p)}, p.History()}
		},
	}, f)
}

func frameworkForm(p *record.Page[*data.OutcomesFramework]) fyne.CanvasObject {
	f, framework := p.Form, p.Record
	return record.Sheet(
		f.Text("title", lang.L("Title"), "", &framework.Title),
		f.Text("url", lang.L("Web address"), lang.L("where it can be read"), &framework.URL),
		widgets.Section(lang.L("Measures"), record.NewRows(f, p.Touch, record.RowsOf[data.Measure]{
			Key: "measures", List: &framework.Measures, Add: lang.L("Add a measure"),
			Fresh: func([]data.Measure) data.Measure { return data.Measure{ID: data.NewRowID()} },
			Row: func(at string, m *data.Measure) fyne.CanvasObject {
				return widgets.Shares(
					[]float32{4, 1.3, 5},
					f.Text(at+"title", lang.L("What is counted"), "", &m.Title),
					f.Text(at+"unit", lang.L("Unit"), "", &m.Unit),
					f.Text(at+"description", lang.L("How it is counted"), "", &m.Description),
				)
			},
		}).Content),
	)
}
