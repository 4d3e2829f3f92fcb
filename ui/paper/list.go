package paper

import (
	"context"
	"fmt"
	"path/filepath"

	"almoner/reports"
	"almoner/reports/forms"
	"almoner/reports/layout"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewExport is the button under a register that makes a paper or a spreadsheet of what is shown. list is asked when it is wanted, and gives
// the list as it stands: its columns, its order, how it was chosen, what it adds up to.
func NewExport(d desk.Desk, name string, list func() reports.List) *widgets.Button {
	var b *widgets.Button
	b = widgets.NewButton(name+".export", "Print or export…", theme.DocumentPrintIcon(), func() {
		var items []*fyne.MenuItem
		for _, f := range forms.All() {
			items = append(items, fyne.NewMenuItem(f.Title, func() { MakeList(d, f, list()) }))
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), d.Window().Canvas(), at.AddXY(0, -float32(len(items))*36))
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
	d.Run(
		func(context.Context) error {
			doc := reports.RegisterExtract(s)
			m := &made{doc: doc}
			if form.Laid {
				m.laid = layout.Lay(doc)
			}
			return writeFile(file, m, form)
		},
		func(err error) {
			if err != nil {
				d.Explain("make the "+form.Title, err)
				return
			}
			open := func() {
				if err := d.Show(file); err != nil {
					d.Say("Made "+file+". No program on this computer opens it.", nil)
				}
			}
			d.Say(fmt.Sprintf("Made “%s” in “%s”.", filepath.Base(file), filepath.Base(folder)), &desk.Doing{Label: "Open it", Do: open})
			open()
		},
	)
}
