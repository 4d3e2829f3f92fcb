package paper

import (
	"path/filepath"

	"almoner/data/wholefile"
	"almoner/reports/document"
	"almoner/reports/forms"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2/theme"
)

// NewPersonal is a button that makes a file of a paper that is about a person, in the form that one chooses; doc is asked when it is
// wanted. Nobody but whoever makes the file can read it.
func NewPersonal(d desk.Desk, name string, doc func() document.Document) *widgets.Button {
	var inWords []forms.Form
	for _, f := range forms.All() {
		if !f.Tables {
			inWords = append(inWords, f)
		}
	}
	b := widgets.NewButton(name, lang.L("Make a file…"), theme.DocumentPrintIcon(), nil)
	b.OnTapped = func() { offer(b, inWords, func(f forms.Form) { makePersonal(d, f, doc()) }) }
	return b
}

func makePersonal(d desk.Desk, form forms.Form, doc document.Document) {
	folder, err := d.Papers()
	if err != nil {
		d.Explain("find the folder for papers", err)
		return
	}
	file := filepath.Join(folder, FileName(doc.Title+" "+d.Today().ISO())+"."+form.Name)
	writeAndOpen(d, file, form, "", func() *made {
		m := &made{doc: doc, rights: wholefile.Private}
		return m.placed(form)
	})
}
