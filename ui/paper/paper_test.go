package paper_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/forms"
	"almoner/ui/paper"
	"almoner/ui/uitest"
)

// desk is a desk on which the files that were made are found again.
type desk struct {
	*uitest.Desk

	folder string
	opened []string
}

func (d *desk) Papers() (string, error) { return d.folder, nil }

func (d *desk) Show(file string) error {
	d.opened = append(d.opened, file)
	return nil
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
	d.Must("Nothing to see to")
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
	d.Must("Nothing to see to")
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
