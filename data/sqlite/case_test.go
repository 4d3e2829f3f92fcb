package sqlite

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"almoner/data/portable"
)

// TestARealOfficeComesBackWhole takes the document of a real request, with its grants, specification and tables, through the file.
func TestARealOfficeComesBackWhole(t *testing.T) {
	doc, err := readCase(t, "000-foi-reply.json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the folder shared/cases is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	o := newOffice(t)
	recs, err := doc.Records(o.Register())
	if err != nil {
		t.Fatal(err)
	}
	if err := o.SaveAll(t.Context(), recs, nil); err != nil {
		t.Fatal(err)
	}
	var saved, read bytes.Buffer
	all := portable.Options{Personal: true}
	if err := errors.Join(portable.Write(&saved, o.Register(), all), portable.Write(&read, openAgain(t, o).Register(), all)); err != nil {
		t.Fatal(err)
	}
	if saved.Len() < 1000 || !bytes.Equal(saved.Bytes(), read.Bytes()) {
		t.Errorf("%d bytes saved, %d read, or others", saved.Len(), read.Len())
	}
	if report := wantSound(t, o.Path()); report.Records < doc.Len() {
		t.Errorf("%d records, want at least %d", report.Records, doc.Len())
	}
}

// readCase reads a document of shared/cases, which lies beside the repository.
func readCase(t *testing.T, file string) (*portable.Document, error) {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil && root != filepath.Dir(root); _, err = os.Stat(filepath.Join(root, "go.mod")) {
		root = filepath.Dir(root)
	}
	f, err := os.Open(filepath.Join(root, "..", "shared", "cases", file))
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	return portable.Read(f)
}
