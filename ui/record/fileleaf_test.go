package record_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/uitest"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// fileDesk is a desk whose papers lie in one folder, and that keeps what it was asked to show and what can be done about what was said.
type fileDesk struct {
	*uitest.Desk

	papers string
	opened []string
	doing  *desk.Doing
}

func (d *fileDesk) Papers() (string, error) { return d.papers, nil }

func (d *fileDesk) Show(file string) error {
	d.opened = append(d.opened, file)
	return nil
}

func (d *fileDesk) Say(sentence string, doing *desk.Doing) {
	d.doing = doing
	d.Desk.Say(sentence, doing)
}

func init() { widgets.Patience = time.Hour } // work is done at once here

// openFiles opens the page of a grant at its files, in an office with the given records.
func openFiles(t *testing.T, g *data.Grant, records ...data.Record) *fileDesk {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	d := &fileDesk{Desk: uitest.NewDesk(t, append(records, g)...), papers: t.TempDir()}
	d.Open(record.New(d, record.Kind[*data.Grant]{
		Section: desk.Grants, Name: "grant", Heading: (*data.Grant).Label,
		Tabs: func(p *record.Page[*data.Grant]) []record.Tab {
			return []record.Tab{{Title: "Details", Content: record.Sheet(p.Form.Text("title", "Name", "", &p.Record.Title))}, p.Files(), p.History()}
		},
	}, stored(t, d.Office(), g)))
	return d
}

// drop drops files on the page, and reports whether it took them.
func (d *fileDesk) drop(files ...string) bool {
	d.T.Helper()
	taker, ok := d.Page().(desk.Taker)
	if !ok {
		d.T.Fatal("nothing can be dropped on the page")
	}
	var uris []fyne.URI
	for _, f := range files {
		uris = append(uris, storage.NewFileURI(f))
	}
	return taker.Dropped(uris)
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFilesAreDroppedListedOpenedAndCopied(t *testing.T) {
	g := grant("Helpline")
	d := openFiles(t, g)
	if !d.drop(write(t, "Harbour bid.docx", "the bid"), write(t, "Agreement, signed.pdf", "%PDF-1.7 the agreement")) {
		t.Fatal("the page did not take the files")
	}
	d.Must("Harbour bid.docx", "Word document · 7 bytes · added ", " by Ann", "Agreement, signed.pdf", "PDF · 22 bytes", "2 files, 29 bytes together.")
	if d.LastSaid() != "Added 2 files." {
		t.Errorf("said %q", d.LastSaid())
	}
	bid := uitest.KeptAs[*data.Attachment](d.Desk, "Harbour bid.docx")
	if bid.Of != g.ID || bid.MediaType == "" {
		t.Errorf("kept as %+v", bid)
	}
	content, err := d.Colleague().Content(context.Background(), bid.ID)
	if err != nil || string(content) != "the bid" {
		t.Errorf("the office holds %q, %v", content, err)
	}
	if e, ok := d.Page().(desk.Editor); !ok || e.Dirty() {
		t.Error("adding a file leaves the grant to be saved")
	}

	d.Tap("grant.files[0].open") // the latest
	if len(d.opened) != 1 || filepath.Base(d.opened[0]) != "Agreement, signed.pdf" {
		t.Fatalf("opened %q; explained %q", d.opened, d.Explained)
	}
	info, err := os.Stat(d.opened[0])
	if err != nil || info.Mode().Perm() != 0o400 {
		t.Errorf("the copy is %v, %v", info.Mode(), err)
	}

	d.Tap("grant.files[0].copy")
	d.Answer("Save")
	entries, err := os.ReadDir(d.papers)
	if err != nil || len(entries) != 1 {
		t.Fatalf("the folder holds %v, %v; explained %q", entries, err, d.Explained)
	}
	copied, _ := os.ReadFile(filepath.Join(d.papers, entries[0].Name()))
	opened, _ := os.ReadFile(d.opened[0])
	if want := "%PDF-1.7 the agreement"; string(copied) != want || string(opened) != want {
		t.Errorf("the copy holds %q, what was opened %q", copied, opened)
	}
}

func TestARecordIsDeletedWithItsFilesAndBothArePutBack(t *testing.T) {
	g := grant("Helpline")
	d := openFiles(t, g)
	d.drop(write(t, "Harbour bid.docx", "the bid"))
	d.Page().(desk.Remover).Delete() //nolint:forcetypeassert // it is the page of a record
	d.Must("1 file goes with it.")
	d.Answer("Delete it")
	if grants, files := uitest.Kept[*data.Grant](d.Desk), uitest.Kept[*data.Attachment](d.Desk); len(grants)+len(files) != 0 {
		t.Fatalf("the office holds %v and %v; explained %q", grants, files, d.Explained)
	}
	d.doing.Do()
	uitest.KeptAs[*data.Grant](d.Desk, "Helpline")
	bid := uitest.KeptAs[*data.Attachment](d.Desk, "Harbour bid.docx")
	if content, err := d.Colleague().Content(t.Context(), bid.ID); err != nil || string(content) != "the bid" || bid.Of != g.ID {
		t.Errorf("put back, the file is %+v and holds %q, %v", bid, content, err)
	}
}

func TestWhatCannotBeAFileOfTheOfficeIsRefusedAndTheRestIsAdded(t *testing.T) {
	d := openFiles(t, grant("Helpline"))
	film := write(t, "Film.mp4", "")
	if err := os.Truncate(film, data.MaximumAttachment+1); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "Bids")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	d.drop(film, write(t, "Nothing.txt", ""), folder, filepath.Join(folder, "gone.txt"), write(t, "Letter.txt", "Dear Ann"))
	if len(d.Explained) != 1 {
		t.Fatalf("explained %q", d.Explained)
	}
	for _, want := range []string{
		"Film.mp4 is 25.0MB. A file inside the office may be 25 MB at most", "Nothing.txt is empty.", "“Bids” is a folder. Add the files in it instead.", "“gone.txt” is not there any more.",
	} {
		if !strings.Contains(d.Explained[0], want) {
			t.Errorf("%q is not said: %q", want, d.Explained[0])
		}
	}
	if kept := uitest.Kept[*data.Attachment](d.Desk); len(kept) != 1 || kept[0].Name != "Letter.txt" {
		t.Errorf("kept %d files", len(kept))
	}
}

func TestTheSameFileTwiceIsSaid(t *testing.T) {
	g, other := grant("Helpline"), grant("Outreach")
	elsewhere, err := data.NewAttachment("Bid.docx", "", []byte("the bid"))
	if err != nil {
		t.Fatal(err)
	}
	elsewhere.Of = other.ID
	d := openFiles(t, g, other, elsewhere)
	d.Turn("Files")
	d.Must("No file belongs to this grant yet.")
	d.Tap("grant.files.add")
	d.Answer("Cancel")
	d.drop(write(t, "Bid.docx", "the bid")) // the other grant has it, this one does not
	d.drop(write(t, "Bid.docx", "the bid"), write(t, "Bid (2).docx", "the bid"), write(t, "Other.docx", "another"))
	if want := "Added “Other.docx”. “Bid.docx” is here already and was not added again. “Bid (2).docx” is here already, as “Bid.docx”, and was not added again."; d.LastSaid() != want {
		t.Errorf("said %q, want %q", d.LastSaid(), want)
	}
	if kept := uitest.Kept[*data.Attachment](d.Desk); len(kept) != 3 {
		t.Errorf("kept %d files", len(kept))
	}
	d.Must("2 files")
}

func TestAFileIsDeletedOnceSomebodySaysSoAndBroughtBack(t *testing.T) {
	d := openFiles(t, grant("Helpline"))
	d.drop(write(t, "Bid.docx", "the bid"))
	d.Tap("grant.files[0].delete")
	d.Answer("Keep it")
	if len(uitest.Kept[*data.Attachment](d.Desk)) != 1 {
		t.Fatal("it is gone although it was to be kept")
	}
	d.Tap("grant.files[0].delete")
	d.Answer("Delete it")
	d.Must("No file belongs to this grant yet.")
	if len(uitest.Kept[*data.Attachment](d.Desk)) != 0 || d.doing == nil || d.doing.Label != "Bring back" {
		t.Fatalf("it is kept; explained %q", d.Explained)
	}
	d.doing.Do()
	back := uitest.KeptAs[*data.Attachment](d.Desk, "Bid.docx")
	if content, err := d.Office().Content(context.Background(), back.ID); err != nil || string(content) != "the bid" {
		t.Errorf("brought back as %q, %v", content, err)
	}
	d.Must("Bid.docx", "1 file, 7 bytes.")
}

func TestAFileThatAColleagueAddsIsShown(t *testing.T) {
	g := grant("Helpline")
	d := openFiles(t, g)
	d.Turn("Files")
	letter, err := data.NewAttachment("Letter.pdf", "", []byte("%PDF"))
	if err != nil {
		t.Fatal(err)
	}
	letter.Of = g.ID
	if _, err := d.Colleague().Save(t.Context(), letter); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Office().Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	now, _ := d.Office().Register().Find(data.KindAttachment, letter.ID)
	d.Saved(now)
	d.Must("Letter.pdf", "1 file, 4 bytes.")
}

func TestAFileThatAPaperNamesStays(t *testing.T) {
	file, err := data.NewAttachment("Application.pdf", "", []byte("%PDF"))
	if err != nil {
		t.Fatal(err)
	}
	g := grant("Helpline")
	file.Of = g.ID
	d := openFiles(t, g, file, &data.BoardPaper{Stamp: data.Stamp{ID: data.NewID()}, Title: "Report", Attachments: []data.Enclosure{{ID: data.NewRowID(), Label: "Application", File: file.ID}}})
	d.Turn("Files")
	d.Tap("grant.files[0].delete")
	d.Answer("Delete it")
	if len(d.Explained) != 1 || !strings.Contains(d.Explained[0], "is named by the board paper “Report”") {
		t.Errorf("explained %q", d.Explained)
	}
	d.Must("Application.pdf")
}

func TestARecordThatIsNotSavedTakesNoFiles(t *testing.T) {
	d := &fileDesk{Desk: uitest.NewDesk(t)}
	d.Open(record.New(d, record.Kind[*data.Grant]{
		Section: desk.Grants, Name: "grant", Heading: (*data.Grant).Label,
		Tabs: func(p *record.Page[*data.Grant]) []record.Tab { return []record.Tab{p.Files()} },
	}, grant("New")))
	d.drop(write(t, "Bid.docx", "the bid"))
	if d.LastSaid() != "Save the grant first, then add files to it." || len(uitest.Kept[*data.Attachment](d.Desk)) != 0 {
		t.Errorf("said %q", d.Said)
	}
	d.Tap("grant.files.add")
	if d.Asked() {
		t.Error("a file can be chosen")
	}
}

func TestAPageWithoutFilesTakesNone(t *testing.T) {
	d, _ := open(t)
	taker, ok := d.Page().(desk.Taker)
	if !ok || taker.Dropped([]fyne.URI{storage.NewFileURI(write(t, "Bid.docx", "the bid"))}) {
		t.Error("it took a file")
	}
}

func TestAProgramIsNotStarted(t *testing.T) {
	d := openFiles(t, grant("Helpline"))
	d.drop(write(t, "Invoice.pdf.EXE ", "MZ"))
	d.Tap("grant.files[0].open")
	if len(d.opened) != 0 || !strings.Contains(d.LastSaid(), "is a program, and Almoner starts none.") {
		t.Errorf("opened %q, said %q", d.opened, d.LastSaid())
	}
}

func TestCopiesThatWereOpenedAreClearedAway(t *testing.T) {
	d := openFiles(t, grant("Helpline"))
	d.drop(write(t, "Bid.docx", "the bid"))
	d.Tap("grant.files[0].open")
	d.Tap("grant.files[0].open")
	long := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Dir(d.opened[0]), long, long); err != nil {
		t.Fatal(err)
	}
	d.Tap("grant.files[0].open")
	for i, there := range []bool{false, true, true} {
		if _, err := os.Stat(d.opened[i]); (err == nil) != there {
			t.Errorf("copy %d: %v", i, err)
		}
	}
}
