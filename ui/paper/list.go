package paper

import (
	"path/filepath"

	"almoner/reports"
	"almoner/reports/forms"
	"almoner/reports/layout"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewExport is the button under a register that makes a paper or a spreadsheet of what is shown. list is asked when it is wanted, and gives
// the list as it stands: its columns, its order, how it was chosen, what it adds up to.
func NewExport(d desk.Desk, name string, list func() reports.List) *widgets.Button {
	var b *widgets.Button
	b = widgets.NewButton(name+".export", lang.L("Print or export…"), theme.DocumentPrintIcon(), func() {
		offer(b, forms.All(), func(f forms.Form) { MakeList(d, f, list()) })
	})
	b.Importance = widget.LowImportance
	return b
}

// MakeList makes a file of a list, and opens it.
func MakeList(d desk.Desk, form forms.Form, list reports.List) {
	folder, err := d.Papers()
	if err != nil {
		d.Explain("find the folder for papers", err)
		return
	}
	s := reports.Setting{Register: d.Office().Register(), Today: d.Today(), List: list}
	file := filepath.Join(folder, FileName(list.Title+" "+d.Today().ISO())+"."+form.Name)
	writeAndOpen(d, file, form, "", func() *made {
		m := &made{doc: reports.RegisterExtract(s)}
		if form.Laid {
			m.laid = layout.Lay(m.doc)
		}
		return m
	})
}
