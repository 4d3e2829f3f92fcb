package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"

	"almoner/reports/document/anydocument"
	"almoner/reports/layout"
	"almoner/reports/pdf"
)

// TestAnyDocumentBecomesASoundFile prints random documents: whatever people type, there is a file, it is sound, and it is the same twice.
func TestAnyDocumentBecomesASoundFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anydocument.Document.Draw(t, "document")
		var first, second bytes.Buffer
		if err := pdf.Write(&first, doc); err != nil {
			t.Fatal(err)
		}
		if err := pdf.Write(&second, doc); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("two files of one document differ: %v", err)
		}
		if err := api.Validate(bytes.NewReader(first.Bytes()), model.NewDefaultConfiguration()); err != nil {
			t.Fatal(err)
		}
		for _, m := range layout.Lay(doc).Missing {
			if strings.ContainsRune("a£–ŷ", m.Char) {
				t.Fatalf("%q is missing", m.Char)
			}
		}
	})
}
