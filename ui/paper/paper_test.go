package paper_test

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/forms"
	window "almoner/ui/desk"
	"almoner/ui/paper"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// desk is a desk on which the files that were made are found again.
type desk struct {
	*uitest.Desk

	folder string
	opened []string
	doing  *window.Doing // beside what was said last
	lacks  error         // of a program that opens files
	fails  error         // that any work ends with
	away   bool          // work is done when somebody waits for it
	work   []func()
}

func (d *desk) Papers() (string, error) { return d.folder, nil }

func (d *desk) Show(file string) error {
	d.opened = append(d.opened, file)
	return d.lacks
}

func (d *desk) Say(sentence string, doing *window.Doing) {
	d.Desk.Say(sentence, doing)
	d.doing = doing
}

func (d *desk) Run(work func(context.Context) error, done func(error)) {
	if d.fails != nil {
		done(d.fails)
		return
	}
	if !d.away {
		d.Desk.Run(work, done)
		return
	}
	d.work = append(d.work, func() { d.Desk.Run(work, done) })
}

// wait waits for the work that was begun, and reports whether there was any.
func (d *desk) wait() bool {
	if len(d.work) == 0 {
		return false
	}
	first := d.work[0]
	d.work = d.work[1:]
	first()
	return true
}

// pane shows the papers of a record.
func (d *desk) pane(rec data.Record) *paper.Pane { return d.paneOn(d, rec) }

// paneOn does that on a desk that is made of this one.
func (d *desk) paneOn(on window.Desk, rec data.Record) *paper.Pane {
	p := paper.NewPane(on, "paper", rec.RecordKind(), func() data.Record { return data.Clone(rec) })
	d.Screen.Window.SetContent(p.Content)
	d.Screen.Window.Resize(fyne.NewSize(500, 700))
	p.SetVisible(true)
	return p
}

// made are the files in the folder for papers.
func (d *desk) made(t *testing.T) string {
	t.Helper()
	files, err := os.ReadDir(d.folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	return strings.Join(names, ", ")
}

func newDesk(t *testing.T, records ...data.Record) *desk {
	t.Helper()
	return &desk{Desk: uitest.NewDesk(t, records...), folder: t.TempDir()}
}

func request() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: "FOI/25-001", Received: uitest.Today, Subject: "Refuges", Status: data.Drafted,
		Applicant: &data.Applicant{Name: "Ariadne Quill"}, Questions: []data.FOIQuestion{{ID: data.NewRowID(), Text: "Which?", Answer: "These."}},
	}
}

func TestThePaneMakesThePaperInEveryFormAndOpensIt(t *testing.T) {
	r := request()
	d := newDesk(t, r)
	p := paper.NewPane(d, "paper", data.KindFOIRequest, func() data.Record { return data.Clone(r) })
	d.Screen.Window.SetContent(p.Content)
	p.SetVisible(true)
	d.Must("Nothing to correct in the paper")
	for _, f := range forms.All() {
		if f.Tables { // this reply has none
			p.Make(f)
			if n := len(d.Explained); n == 0 || !strings.Contains(d.Explained[n-1], "has no table") {
				t.Errorf("%s: explained %q", f.Name, d.Explained)
			}
			continue
		}
		p.Make(f)
		file := filepath.Join(d.folder, "FOI-25-001."+f.Name)
		if content, err := os.ReadFile(file); err != nil || len(content) < 500 {
			t.Errorf("%s: %v; said %q", f.Name, err, d.LastSaid())
		}
		if d.opened[len(d.opened)-1] != file {
			t.Errorf("opened %q", d.opened)
		}
	}
}

func TestThePaneSaysWhatToSeeToAndLeadsThere(t *testing.T) {
	r := request()
	r.Questions[0].Answer = "Dear Ms Quill, {amount}."
	d := newDesk(t, r)
	p := paper.NewPane(d, "paper", data.KindFOIRequest, func() data.Record { return data.Clone(r) })
	shown := ""
	p.Show = func(field string) bool { shown = field; return true }
	d.Screen.Window.SetContent(p.Content)
	p.SetVisible(true)
	d.Must("2 things to see to")
	d.Tap("paper.notes.show[0]")
	if shown != "questions[0].answer" {
		t.Errorf("it leads to %q", shown)
	}
	r.Questions[0].Answer = "These."
	p.Refresh()
	d.Must("Nothing to correct in the paper")
}

func TestAnotherPaperIsChosenOrItsLackIsExplained(t *testing.T) {
	r := request()
	d := newDesk(t, r)
	p := paper.NewPane(d, "paper", data.KindFOIRequest, func() data.Record { return data.Clone(r) })
	d.Screen.Window.SetContent(p.Content)
	p.SetVisible(true)
	d.Choose("paper.choice", "Letter that asks for clarification")
	d.Must("Nothing is put down yet that the applicant has to make clear.")
	r.Clarification = "Which year you mean."
	p.Refresh()
	d.MustNot("Nothing is put down yet")
	p.Print()
	if _, err := os.Stat(filepath.Join(d.folder, "FOI-25-001 – Letter that asks for clarification.pdf")); err != nil {
		t.Errorf("%v; said %q", err, d.LastSaid())
	}
}

func TestAListIsMadeAsItIsShown(t *testing.T) {
	d := newDesk(t)
	list := reports.List{Title: "Funds", Filters: []string{"With the words “core”"}, Totals: "0 of 0 funds"}
	pdf, _ := forms.Named("pdf")
	paper.MakeList(d, pdf, list)
	if _, err := os.Stat(filepath.Join(d.folder, "Funds 2025-06-10.pdf")); err != nil {
		t.Errorf("%v; explained %q", err, d.Explained)
	}
}

func TestEachButtonMakesItsForm(t *testing.T) {
	r := request()
	r.Appendices = []data.Appendix{{ID: data.NewRowID(), Number: 1, Kind: data.AppendixTable, Title: "Grants", Tables: []data.Table{{
		Columns: []data.Column{{Heading: "Grant"}}, Groups: []data.Group{{Rows: []data.Row{{Cells: []data.Cell{{Text: "Refuge"}}}}}},
	}}}}
	d := newDesk(t, r)
	p := d.pane(r)
	for _, f := range forms.All() {
		if f.Tables {
			d.Tap("paper.tables")
			d.Take(f.Title)
		} else {
			d.Tap("paper." + f.Name)
		}
		if file := "FOI-25-001." + f.Name; !strings.Contains(d.made(t), file) || filepath.Base(d.opened[len(d.opened)-1]) != file {
			t.Errorf("%s: made %s, opened %q; explained %q", f.Name, d.made(t), d.opened, d.Explained)
		}
	}
	d.doing.Do()
	if n := len(d.opened); n != len(forms.All())+1 || d.opened[n-1] != d.opened[n-2] {
		t.Errorf("“%s” opens %q", d.doing.Label, d.opened)
	}
	p.Print()
	if file := d.opened[len(d.opened)-1]; filepath.Ext(file) != ".pdf" {
		t.Errorf("printed is %s", file)
	}
}

func TestThereAreNoTablesOfALetter(t *testing.T) {
	r := request()
	d := newDesk(t, r)
	d.pane(r)
	if b, ok := d.Find("paper.tables").(fyne.Disableable); !ok || !b.Disabled() {
		t.Error("the tables of a letter without any are offered")
	}
}

func TestMakingAPaperSaysWhatIsToBeSeenToOrWhyThereIsNone(t *testing.T) {
	r := request()
	r.Questions[0].Answer = "Dear Ms Quill, {amount}."
	d := newDesk(t, r)
	p := d.pane(r)
	p.Print()
	if said := d.LastSaid(); !strings.Contains(said, "Made “FOI-25-001.pdf”") || !strings.Contains(said, "2 things to see to before it goes out") {
		t.Errorf("said %q", said)
	}
	d.Choose("paper.choice", "Fees notice")
	p.Print()
	if said := d.LastSaid(); said != "No fee is put down for this request." || d.made(t) != "FOI-25-001.pdf" {
		t.Errorf("said %q, made %s", said, d.made(t))
	}
	d.Choose("paper.choice", "Acknowledgement")
	r.Questions[0].Answer = "These."
	p.Print()
	if said := d.LastSaid(); strings.Contains(said, "to see to") {
		t.Errorf("of a clean paper it says %q", said)
	}
}

func TestWhatCannotBeWrittenOrOpenedIsSaid(t *testing.T) {
	r := request()
	d := newDesk(t, r)
	d.lacks = errors.New("no program")
	p := d.pane(r)
	pdf, _ := forms.Named("pdf")
	for name, issue := range map[string]func(){"FOI-25-001.pdf": p.Print, "Funds 2025-06-10.pdf": func() { paper.MakeList(d, pdf, reports.List{Title: "Funds"}) }} {
		issue()
		if said := d.LastSaid(); !strings.Contains(said, name+". No program on this computer opens it.") {
			t.Errorf("said %q", said)
		}
		if err := os.Mkdir(filepath.Join(d.folder, "in the way"), 0o700); err != nil && !errors.Is(err, os.ErrExist) {
			t.Fatal(err)
		}
		folder := d.folder
		d.folder = filepath.Join(folder, "nowhere")
		n := len(d.Said)
		issue()
		if e := d.Explained; len(e) == 0 || !strings.Contains(e[len(e)-1], "could not be written") || len(d.Said) != n {
			t.Errorf("explained %q, said %q", e, d.Said)
		}
		d.folder = folder
	}
}

func TestAPaperThatCannotBeMadeIsExplained(t *testing.T) {
	r := request()
	d := newDesk(t, r)
	p := d.pane(r)
	d.fails = &data.Fault{Sentence: "The share is away."}
	p.Refresh()
	p.Print()
	if len(d.Explained) != 2 || d.Explained[0] != "The share is away." || d.Explained[1] != d.Explained[0] || d.made(t) != "" {
		t.Errorf("explained %q, made %s", d.Explained, d.made(t))
	}
}

func TestARemarkLeadsToTheRecordThatItIsOn(t *testing.T) {
	r := request()
	r.Questions[0].Answer = "{amount}"
	d := newDesk(t, r)
	details := data.Clone(d.Office().Register().Details())
	details.Wording = map[string]string{"foi_close": "Yours, {nobody}"}
	if _, err := d.Office().Save(t.Context(), details); err != nil {
		t.Fatal(err)
	}
	p := d.pane(r)
	var shown []string
	p.Show = func(field string) bool { shown = append(shown, field); return true }
	d.Must("2 things to see to")
	d.Tap("paper.notes.show[0]")
	d.Tap("paper.notes.show[1]")
	r.Questions[0].Answer = "These."
	p.Refresh()
	d.Must("One thing to see to")
	d.MustNot("{amount}")
	if want := "office " + string(data.OfficeID) + " wording[foi_close]"; len(shown) != 1 || shown[0] != "questions[0].answer" || len(d.Led) != 1 || d.Led[0] != want {
		t.Errorf("shown %q, led to %q", shown, d.Led)
	}
}

func TestOfSeveralChangesTheLastIsShown(t *testing.T) {
	r := request()
	d := newDesk(t, r)
	p := d.pane(r)
	d.away = true
	p.Refresh()
	r.Questions[0].Answer = "{one}"
	p.Refresh()
	r.Questions[0].Answer = "{one} and [insert two]"
	p.Refresh()
	made := 0
	for d.wait() {
		made++
	}
	if made != 2 {
		t.Errorf("the paper is made %d times for three changes, not twice", made)
	}
	d.Must("2 things to see to")
	p.SetVisible(false)
	p.Refresh()
	if d.wait() {
		t.Error("a paper is made that nobody looks at")
	}
}

func TestADossierInThePaneTellsOfEachChange(t *testing.T) {
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Refuge", Status: data.Active}
	d := newDesk(t, g)
	kept, _ := data.Get[*data.Grant](d.Office().Register(), g.ID)
	d.pane(kept)
	d.Choose("paper.choice", "Audit dossier")
	d.Tap("paper.html")
	page, err := os.ReadFile(d.opened[len(d.opened)-1])
	if err != nil || !strings.Contains(string(page), "Made the grant.") || !strings.Contains(string(page), "laptop-1") {
		t.Errorf("%v; the dossier does not say who made the grant; explained %q", err, d.Explained)
	}
}

func TestALabelIsTheNameOfAFileOnWindowsToo(t *testing.T) {
	for label, want := range map[string]string{
		"FOI/25-001":             "FOI-25-001",
		"Who? What: “this” <x>|": "Who- What- -this- -x",
		"D’Arcy & Sons (Wales).": "D’Arcy & Sons (Wales)",
		"Uplift of £5,000":       "Uplift of £5,000",
		"…":                      "Paper",
		"":                       "Paper",
		strings.Repeat("ŵ", 300): strings.Repeat("ŵ", 100),
	} {
		if got := paper.FileName(label); got != want {
			t.Errorf("%q is %q, want %q", label, got, want)
		}
	}
}

func TestTheButtonUnderAListMakesWhatIsShown(t *testing.T) {
	d := newDesk(t)
	asked := 0
	d.Screen.Window.SetContent(paper.NewExport(d, "funds", func() reports.List {
		asked++
		return reports.List{Title: "Funds", Totals: "One of seven funds"}
	}))
	d.Tap("funds.export")
	d.Take("Web page")
	page, err := os.ReadFile(filepath.Join(d.folder, "Funds 2025-06-10.html"))
	if err != nil || asked != 1 || !strings.Contains(string(page), "One of seven funds") {
		t.Errorf("%v; asked %d times; it reads %s", err, asked, page)
	}
	if len(d.opened) != 1 {
		t.Errorf("opened %q", d.opened)
	}
	d.doing.Do()
	if len(d.opened) != 2 {
		t.Errorf("“%s” opens nothing", d.doing.Label)
	}
}

// sheet is a page of the paper that is painted: where it lies, and what is on it.
type sheet struct {
	top, bottom float32
	picture     image.Image
}

func (d *desk) sheets() (painted []sheet, scroll *container.Scroll) {
	uitest.Walk(d.Find("paper.pages"), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *container.Scroll:
			scroll = o
		case *canvas.Raster:
			top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			painted = append(painted, sheet{top, top + o.Size().Height, o.Generator(210, 297)})
		}
	})
	return painted, scroll
}

func TestEveryPageIsPaintedWhenItIsLookedAt(t *testing.T) {
	r := request()
	r.Questions[0].Answer = strings.Repeat("One more of them.\n\n", 300)
	d := newDesk(t, r)
	d.pane(r)
	begins, scroll := d.sheets()
	if len(begins) < 2 || begins[0].top < 0 || begins[1].top < begins[0].bottom {
		t.Fatalf("%d pages are painted to begin with, from %v to %v", len(begins), begins[0].top, begins[0].bottom)
	}
	if height, width := begins[0].bottom-begins[0].top, scroll.Size().Width-24; height < width*1.4 || height > width*1.43 {
		t.Errorf("a page is %v by %v", width, height)
	}
	scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -1e6}})
	ends, _ := d.sheets()
	last := ends[len(ends)-1]
	if window := d.Window().Canvas().Size().Height; last.top > window || last.bottom < window/3 {
		t.Errorf("at the end of the paper the page from %v to %v is painted in a window of %v", last.top, last.bottom, window)
	}
	if reflect.DeepEqual(last.picture, begins[0].picture) {
		t.Error("the last page is the first again")
	}
	r.Questions[0].Answer = "These."
	d.Choose("paper.choice", "Acknowledgement")
	if short, scroll := d.sheets(); len(short) != 1 || short[0].top < 0 || scroll.Offset.Y != 0 {
		t.Errorf("a paper of one page is shown on %d", len(short))
	}
	d.Choose("paper.choice", "Fees notice")
	if none, _ := d.sheets(); len(none) != 0 {
		t.Errorf("a paper that there is not is shown on %d pages", len(none))
	}
}
