package record_test

import (
	"context"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// busy is a desk on which what is done away from the window takes as long as it likes, and is counted.
type busy struct {
	*uitest.Desk
	begun []func()
}

func (b *busy) Run(work func(context.Context) error, done func(error)) {
	b.begun = append(b.begun, func() { done(work(context.Background())) })
}

func TestThePaperOfARecordIsMadeOnceWhenItIsOpened(t *testing.T) {
	g := grant("Helpline")
	d := &busy{Desk: uitest.NewDesk(t, g)}
	d.Open(page(d, stored(t, d.Office(), g)))
	times := 0
	for times < len(d.begun) { // what is done may begin more
		d.begun[times]()
		times++
	}
	if times != 1 {
		t.Errorf("work was begun %d times", times)
	}
	if !d.Has("grant.paper.pages") {
		t.Error("the paper is not shown")
	}
}

func TestThePaperIsShownWhereThereIsRoomAndNeverPushesTheWindowWider(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(record.New(d, record.Kind[*data.Grant]{
		Section: desk.Grants, Name: "grant", Heading: func(g *data.Grant) string { return g.Title },
		Tabs: func(*record.Page[*data.Grant]) []record.Tab {
			form := canvas.NewRectangle(color.Transparent)
			form.SetMinSize(fyne.NewSize(700, 100))
			return []record.Tab{{Title: "Details", Content: form}}
		},
	}, grant("Helpline")))
	shown := func(width float32) bool {
		d.Screen.Window.Resize(fyne.NewSize(width, 700))
		return d.Has("grant.paper.pages")
	}
	d.NoPreview = true
	d.Open(d.Page())
	without := d.Canvas().Content().MinSize().Width
	d.NoPreview = false
	d.Open(d.Page())
	if with := d.Canvas().Content().MinSize().Width; with != without {
		t.Errorf("with its paper the page needs a width of %v, without it %v", with, without)
	}
	if !shown(1300) || shown(900) || !shown(1300) {
		t.Error("the paper does not come and go with the room for it")
	}
	d.Tap("grant.preview")
	if shown(1300) || d.Preview() {
		t.Error("the paper was not put away")
	}
	d.Tap("grant.preview")
	if !shown(1300) || shown(900) {
		t.Error("the paper did not come back")
	}
	d.Tap("grant.preview")
	if !strings.Contains(d.LastSaid(), "no room for the paper") {
		t.Errorf("said %q", d.LastSaid())
	}
}

// printing is a desk on which the files that were made are found again.
type printing struct {
	*uitest.Desk

	folder string
}

func (d *printing) Papers() (string, error) { return d.folder, nil }

// files are the files that were made.
func (d *printing) files() string {
	d.T.Helper()
	entries, err := os.ReadDir(d.folder)
	if err != nil {
		d.T.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, ", ")
}

// beside opens the page of a grant in a window that has room for its paper.
func beside(t *testing.T, width float32) *printing {
	t.Helper()
	g := grant("Helpline")
	d := &printing{uitest.NewDesk(t, g), t.TempDir()}
	d.Window().Resize(fyne.NewSize(width, 800))
	d.Open(page(d, stored(t, d.Office(), g)))
	return d
}

func TestThePaperBesideTheFormFollowsItAndLeadsBack(t *testing.T) {
	d := beside(t, 1200)
	d.Must("Nothing to correct in the paper")
	d.Type("grant.purpose", "To {amount}")
	d.Must("One thing to see to")
	d.Turn("History")
	d.Tap("grant.paper.notes.show[0]")
	if d.Focused() != "grant.purpose" || !d.Has("grant.purpose") {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
	d.Tap("grant.print")
	if d.files() != "Helpline.pdf" || !strings.Contains(d.LastSaid(), "One thing to see to before it goes out") {
		t.Errorf("made %q, said %q", d.files(), d.LastSaid())
	}
	printer, ok := d.Page().(desk.Printer)
	if !ok {
		t.Fatal("the menu offers no paper")
	}
	if err := os.Remove(filepath.Join(d.folder, "Helpline.pdf")); err != nil {
		t.Fatal(err)
	}
	printer.Print()
	if d.files() != "Helpline.pdf" {
		t.Errorf("from the menu: made %q", d.files())
	}
}

func TestThePaperIsOnThePageBeforeIfItIsWantedMeanwhile(t *testing.T) {
	const pages = "grant.paper.pages"
	d := beside(t, 1200)
	if !d.Has(pages) || !d.Has("grant.title") {
		t.Error("the paper is not beside the form to begin with")
	}
	d.Tap("grant.preview")
	if d.Has(pages) || !d.Has("grant.title") || d.Preview() {
		t.Error("the paper is not put away")
	}
	d.Open(page(d, grant("Other")))
	d.Tap("grant.preview")
	d.Back()
	if !d.Has(pages) {
		t.Error("on the page before, the paper stays away")
	}
}
