// Package forms is every form that a paper is wanted in: for reading, for publishing, for editing, for reckoning.
package forms

import (
	"io"
	"slices"

	"almoner/reports/document"
	"almoner/reports/docx"
	"almoner/reports/html"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/reports/sheet"
)

// Form is one form of a paper.
type Form struct {
	Name  string // as a command line calls it, which is the ending of its files: "pdf"
	Title string // as people call it: "PDF"
	// Laid is a form of placed pages: Write takes the paper as it was laid out, and lays it out itself where it is nil.
	Laid bool
	// Tables is a form of the tables alone.
	Tables bool
	Write  func(w io.Writer, doc document.Document, laid *layout.Paper) error
}

// All are the forms, in the order in which people are offered them.
func All() []Form {
	return []Form{
		{Name: "pdf", Title: "PDF", Laid: true, Write: writePDF},
		{Name: "html", Title: "Web page", Write: of(html.Write)},
		{Name: "docx", Title: "Word", Write: of(docx.Write)},
		{Name: "xlsx", Title: "Excel", Tables: true, Write: of(sheet.XLSX)},
		{Name: "ods", Title: "OpenDocument", Tables: true, Write: of(sheet.ODS)},
		{Name: "csv", Title: "Comma-separated values", Tables: true, Write: of(sheet.CSV)},
	}
}

// Named is the form of a name.
func Named(name string) (Form, bool) {
	all := All()
	i := slices.IndexFunc(all, func(f Form) bool { return f.Name == name })
	if i < 0 {
		return Form{}, false
	}
	return all[i], true
}

// of is the Write of a form that is not of placed pages.
func of(write func(io.Writer, document.Document) error) func(io.Writer, document.Document, *layout.Paper) error {
	return func(w io.Writer, doc document.Document, _ *layout.Paper) error { return write(w, doc) }
}

func writePDF(w io.Writer, doc document.Document, laid *layout.Paper) error {
	if laid == nil {
		laid = layout.Lay(doc)
	}
	return pdf.Render(w, laid)
}
