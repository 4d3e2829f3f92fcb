// Package forms is every form that a paper is wanted in: for reading, for publishing, for editing, for reckoning.
package forms

import (
	"io"
	"slices"

	"almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/pdf"
)

// Form is one form of a paper.
type Form struct {
	Name      string // as a command line calls it, which is the ending of its files: "pdf"
	Title     string // as people call it: "PDF"
	MediaType string
	// Laid is a form of placed pages: Write takes the paper as it was laid out, and lays it out itself where it is nil.
	Laid bool
	// Tables is a form of the tables alone.
	Tables bool
	Write  func(w io.Writer, doc document.Document, laid *layout.Paper) error
}

// All are the forms, in the order in which people are offered them.
func All() []Form {
	return []Form{
		{Name: "pdf", Title: "PDF", MediaType: "application/pdf", Laid: true, Write: writePDF},
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

func writePDF(w io.Writer, doc document.Document, laid *layout.Paper) error {
	if laid == nil {
		laid = layout.Lay(doc)
	}
	return pdf.Render(w, laid)
}
