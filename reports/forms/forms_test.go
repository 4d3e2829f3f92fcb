package forms_test

import (
	"bytes"
	"strings"
	"testing"

	"almoner/reports/document"
	"almoner/reports/forms"
	"almoner/reports/layout"
)

// paper is a document of a heading and, where it is asked for, a table.
func paper(title string, table bool) document.Document {
	part := document.Part{Blocks: []document.Block{document.Heading{Level: 1, Text: document.Text(title)}}}
	if table {
		part.Add(document.Table{
			Columns: []document.Column{{Heading: document.Text("Grant")}, {Heading: document.Text("Amount")}},
			Groups:  []document.Group{{Rows: []document.Row{{Cells: []document.Cell{document.TextCell("Outreach"), document.MoneyCell("£5", 500)}}}}},
		})
	}
	return document.Document{Title: title, Parts: []document.Part{part}}
}

func TestEachFormIsWhatItIsCalled(t *testing.T) {
	marks := map[string]string{
		"pdf": "%PDF-", "html": "<!DOCTYPE html>", "docx": "word/document.xml", "xlsx": "xl/workbook.xml", "ods": "application/vnd.oasis.opendocument.spreadsheet", "csv": "Grant,Amount",
	}
	for _, form := range forms.All() {
		var b bytes.Buffer
		if err := form.Write(&b, paper("Grants", true), nil); err != nil || marks[form.Name] == "" || !bytes.Contains(bytes.ToLower(b.Bytes()), []byte(strings.ToLower(marks[form.Name]))) {
			t.Errorf("what is called %s is no such file: %v", form.Name, err)
		}
		if named, ok := forms.Named(form.Name); !ok || named.Title != form.Title {
			t.Errorf("%s is the form %q", form.Name, named.Title)
		}
		delete(marks, form.Name)
	}
	if len(marks) > 0 {
		t.Errorf("there are no forms for %v", marks)
	}
	if form, ok := forms.Named("wax"); ok || form.Name != "" {
		t.Errorf("wax is the form %q", form.Name)
	}
}

func TestAFormOfTablesRefusesAPaperWithoutOne(t *testing.T) {
	for _, form := range forms.All() {
		if err := form.Write(&bytes.Buffer{}, paper("Grants", false), nil); (err != nil) != form.Tables {
			t.Errorf("a letter as %s: %v", form.Name, err)
		}
	}
}

func TestAFormOfPlacedPagesPrintsThem(t *testing.T) {
	doc, other := paper("Grants", true), layout.Lay(paper("Another paper", true))
	for _, form := range forms.All() {
		var own, laid, given bytes.Buffer
		for b, pages := range map[*bytes.Buffer]*layout.Paper{&own: nil, &laid: layout.Lay(doc), &given: other} {
			if err := form.Write(b, doc, pages); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(own.Bytes(), laid.Bytes()) {
			t.Errorf("as %s a paper is another where it was laid out before", form.Name)
		}
		if !bytes.Equal(own.Bytes(), given.Bytes()) != form.Laid {
			t.Errorf("as %s the pages that are given are printed: %v", form.Name, !form.Laid)
		}
	}
}
