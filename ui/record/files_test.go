package record

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"
)

// folderDesk is a desk whose papers are all put into one folder.
type folderDesk struct {
	*uitest.Desk

	folder string
}

func (d *folderDesk) Papers() (string, error) { return d.folder, nil }

func TestAFileIsPutIntoTheOfficeNamedAndOpened(t *testing.T) {
	paper := &data.BoardPaper{Stamp: data.Stamp{ID: data.NewID()}, Title: "Paper", Status: data.PaperDraft}
	d := &folderDesk{uitest.NewDesk(t, paper), t.TempDir()}
	var files *enclosures[*data.BoardPaper]
	open := func(p *data.BoardPaper) {
		d.Open(New(d, Kind[*data.BoardPaper]{
			Section: desk.Papers, Name: "paper", Heading: (*data.BoardPaper).Label,
			Tabs: func(p *Page[*data.BoardPaper]) []Tab {
				files = newEnclosures(p, &p.Record.Attachments)
				return []Tab{{Title: "Files", Content: Sheet(files.rows.Content)}}
			},
		}, p))
	}
	open(&data.BoardPaper{Stamp: data.Stamp{ID: data.NewID()}, Title: "New"})
	d.Tap("paper.attachments.file")
	if d.LastSaid() != "Save this board paper first, then add files to it." {
		t.Errorf("said %q", d.Said)
	}

	held, _ := data.Get[*data.BoardPaper](d.Office().Register(), paper.ID)
	open(held)
	files.take("Survey: 2025.txt", io.NopCloser(strings.NewReader("Two thirds")))
	d.Must("The office holds this file · 10 bytes")
	d.Save()
	kept := uitest.KeptAs[*data.BoardPaper](d.Desk, "Paper").Attachments
	if len(kept) != 1 || kept[0].Label != "Survey: 2025.txt" || kept[0].Size != 10 || kept[0].File == "" {
		t.Fatalf("kept %+v; explained %q", kept, d.Explained)
	}
	if a := uitest.Kept[*data.Attachment](d.Desk); len(a) != 1 || a[0].Of != paper.ID || a[0].ID != kept[0].File {
		t.Errorf("the office holds %+v", a)
	}
	d.Tap("paper.attachments[0].open")
	if content, err := os.ReadFile(filepath.Join(d.folder, "Survey- 2025.txt")); err != nil || !bytes.Equal(content, []byte("Two thirds")) {
		t.Errorf("the copy is %q, %v", content, err)
	}

	files.take("Empty.txt", io.NopCloser(strings.NewReader("")))
	if len(d.Explained) != 1 || d.Explained[0] != "Empty.txt is empty. Choose the file that you meant." || len(files.page.Record.Attachments) != 1 {
		t.Errorf("explained %q", d.Explained)
	}
}
