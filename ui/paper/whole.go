package paper

import (
	"context"
	"path/filepath"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/forms"
	"almoner/reports/layout"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2/theme"
)

// NewWhole is a button that makes a paper which tells of the whole office, such as the disclosure log, in the form that one chooses. The
// year is asked for when it is wanted; none is the running one.
func NewWhole(d desk.Desk, name string, paper reports.Paper, year func() data.FinancialYear) *widgets.Button {
	var b *widgets.Button
	b = widgets.NewButton(name, lang.L("Make the list…"), theme.DocumentPrintIcon(), func() {
		offer(b, forms.All(), func(f forms.Form) { MakeWhole(d, f, paper, year()) })
	})
	return b
}

// MakeWhole makes a file of a paper that tells of the whole office, and opens it.
func MakeWhole(d desk.Desk, form forms.Form, paper reports.Paper, year data.FinancialYear) {
	folder, err := d.Papers()
	if err != nil {
		d.Explain("find the folder for papers", err)
		return
	}
	s := reports.Setting{Register: d.Office().Register(), Today: d.Today(), Year: year}
	m := &made{setting: s, paper: paper}
	d.Run(
		func(context.Context) error {
			m.doc = paper.Make(s, nil)
			return nil
		},
		func(error) { // making a paper does not fail, writing it may
			file := filepath.Join(folder, FileName(m.doc.Title+" "+d.Today().ISO())+"."+form.Name)
			writeAndOpen(d, file, form, "", func() *made { return m.placed(form) })
		},
	)
}

// placed is the paper with its pages, for a form that has some.
func (m *made) placed(form forms.Form) *made {
	if form.Laid {
		m.laid = layout.Lay(m.doc)
	}
	return m
}
