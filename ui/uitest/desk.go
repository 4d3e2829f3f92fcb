package uitest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/ui/desk"
	"almoner/ui/printing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Today is the day on the laptop of every test.
var Today = data.NewDate(2025, time.June, 10)

// Desk is an office file in a folder of the test, and the desk that pages lie on. What pages say is kept to be looked at; work that they
// do away from the window is done at once.
type Desk struct {
	*Screen

	Said      []string    // at the foot of the window
	Offered   *desk.Doing // beside the last of them
	Explained []string    // as people read it
	Led       []string    // the records and fields that somebody was led to
	NoPreview bool        // records show no paper beside the form
	Opened    []string    // the offices that somebody went on to

	office *sqlite.Office
	stack  []desk.Page
	kept   map[string][]string
}

var _ desk.Desk = (*Desk)(nil)

// NewDesk makes an office with the given records.
func NewDesk(t testing.TB, records ...data.Record) *Desk {
	t.Helper()
	ctx := context.Background()
	details := &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office of the Police and Crime Commissioner for Westshire", FinancialYearStyle: data.YearDash}
	office, err := sqlite.Create(ctx, filepath.Join(t.TempDir(), "Westshire.almoner"), details, sqlite.User{Name: "Ann", Machine: "laptop-1"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := office.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := office.SaveAll(ctx, records, nil); err != nil {
		t.Fatal(err)
	}
	return &Desk{Screen: NewScreen(t, container.NewStack()), office: office, kept: map[string][]string{}}
}

// Colleague opens the same file on another laptop.
func (d *Desk) Colleague() data.Office {
	d.T.Helper()
	other, err := sqlite.Open(context.Background(), d.office.Path(), sqlite.User{Name: "Bryn", Machine: "laptop-2"})
	if err != nil {
		d.T.Fatal(err)
	}
	d.T.Cleanup(func() {
		if err := other.Close(); err != nil {
			d.T.Error(err)
		}
	})
	return other
}

// Kept is what the office file holds of a kind, read from the file by somebody who has just opened it.
func Kept[R data.Record](d *Desk) []R {
	d.T.Helper()
	return data.All[R](d.Colleague().Register())
}

// KeptAs is the one record of a kind in the office file that bears a label.
func KeptAs[R data.Record](d *Desk, label string) R {
	d.T.Helper()
	for _, rec := range Kept[R](d) {
		if rec.Label() == label {
			return rec
		}
	}
	d.T.Fatalf("the office file holds no record called %q", label)
	panic("not reached")
}

// Page is the page that is shown.
func (d *Desk) Page() desk.Page { return d.stack[len(d.stack)-1] }

// Depth is how many pages one has come through.
func (d *Desk) Depth() int { return len(d.stack) }

// LastSaid is the last sentence at the foot of the window.
func (d *Desk) LastSaid() string {
	if len(d.Said) == 0 {
		return ""
	}
	return d.Said[len(d.Said)-1]
}

// Save saves the page that is shown, as Ctrl+S does.
func (d *Desk) Save() {
	d.T.Helper()
	e, ok := d.Page().(desk.Editor)
	if !ok {
		d.T.Fatal("there is nothing to save on this page")
	}
	e.Save(nil)
}

// Delete deletes what the page shows, as the menu does, and says yes.
func (d *Desk) Delete() {
	d.T.Helper()
	r, ok := d.Page().(desk.Remover)
	if !ok {
		d.T.Fatal("this page cannot be deleted")
	}
	r.Delete()
	d.Answer("Delete it")
}

func (d *Desk) show() {
	d.Screen.Window.SetContent(d.Page().Content())
	d.Page().Arrived()
}

// Office is the office.
func (d *Desk) Office() data.Office { return d.office }

// Window is the window.
func (d *Desk) Window() fyne.Window { return d.Screen.Window }

// Today is the day of the test.
func (d *Desk) Today() data.Date { return Today }

// Open shows a page.
func (d *Desk) Open(p desk.Page) {
	d.stack = append(d.stack, p)
	d.show()
}

// Back shows the page before.
func (d *Desk) Back() {
	if len(d.stack) > 1 {
		d.stack = d.stack[:len(d.stack)-1]
		d.show()
	}
}

// Say keeps a sentence, and what can be done about it.
func (d *Desk) Say(sentence string, doing *desk.Doing) {
	d.Said = append(d.Said, sentence)
	d.Offered = doing
}

// Explain keeps what a person would read.
func (d *Desk) Explain(_ string, err error) { d.Explained = append(d.Explained, data.Explain(err)) }

// Saved tells the pages.
func (d *Desk) Saved(rec data.Record) {
	for _, p := range d.stack {
		p.Changed(rec)
	}
}

// Retitled does nothing: there are no tabs.
func (d *Desk) Retitled(data.RecordID, string) {}

// Printing is no printer.
func (d *Desk) Printing() desk.Printing { return printing.System{} }

// Keep remembers something until the end of the test.
func (d *Desk) Keep(key string, values []string) { d.kept[key] = values }

// Kept is what was remembered.
func (d *Desk) Kept(key string) []string { return d.kept[key] }

// Run does work and what follows it at once.
func (d *Desk) Run(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// Papers is a folder of the test.
func (d *Desk) Papers() (string, error) { return d.T.TempDir(), nil }

// Preview is whether records show their paper.
func (d *Desk) Preview() bool { return !d.NoPreview }

// SetPreview changes that.
func (d *Desk) SetPreview(yes bool) { d.NoPreview = !yes }

// OpenRecord keeps what somebody was led to.
func (d *Desk) OpenRecord(kind data.Kind, id data.ID, field string) bool {
	d.Led = append(d.Led, string(kind)+" "+string(id)+" "+field)
	return true
}

// Show opens nothing.
func (d *Desk) Show(string) error { return nil }

// Care is what can be done about the file, by a computer with no folder of its own.
func (d *Desk) Care() data.FileCare {
	return sqlite.Care{User: sqlite.User{Name: "Ann", Machine: "laptop-1"}}
}

// OpenOffice does what is to be done first, and keeps which office would be opened.
func (d *Desk) OpenOffice(path string, first func(context.Context) (string, error)) {
	said, err := first(context.Background())
	if err != nil {
		d.Explained = append(d.Explained, data.Explain(err))
		return
	}
	d.Opened = append(d.Opened, path)
	d.Said = append(d.Said, said)
}

// OpenCopy keeps which copy would be opened.
func (d *Desk) OpenCopy(path string) { d.Opened = append(d.Opened, path) }
