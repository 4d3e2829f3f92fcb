package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestARequestIsAnsweredFromTheRegister(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Requests)
	find[*widgets.Register[*data.FOIRequest]](t, p, "requests.list").First()
	selectTab(t, p, "3 Answer")
	test.Tap(find[*widgets.Button](t, p, "request.appendix.table"))
	says(t, p, "2 rows · £5,600")
	find[*widgets.Entry](t, p, "request.appendices[0].tables[0].query.years").SetText("2024/25")
	says(t, p, "1 row · £5,500")
	find[*widgets.Picker](t, p, "request.appendices[0].tables[0].query.themes").OnChosen("Stalking")
	says(t, p, "2024-25 | Outreach worker | £5,500 | Harbour")
	p.shell.current().(desk.Printer).Print()
	says(t, p, "Made “FOI-1.pdf”")
	folder, _ := p.options.Papers()
	if b, err := os.ReadFile(filepath.Join(folder, "FOI-1.pdf")); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("there is no PDF: %v", err)
	}
}

// appendix opens a request with a table of all grants in its first appendix.
func appendix(t *testing.T) *Program {
	t.Helper()
	p := window(t)
	p.Sample()
	p.shell.section(desk.Requests)
	find[*widgets.Register[*data.FOIRequest]](t, p, "requests.list").First()
	selectTab(t, p, "3 Answer")
	test.Tap(find[*widgets.Button](t, p, "request.appendix.table"))
	return p
}

func TestTheWordsOfARowAreWrittenByHandAndGivenBack(t *testing.T) {
	p := appendix(t)
	find[interface{ First() }](t, p, "request.table").First()
	find[*widgets.Entry](t, p, "request.row.cell[0]").SetText("Night-time helpline")
	find[*widgets.Entry](t, p, "request.row.marks[1]").SetText("*")
	answer(t, p, "Done")
	says(t, p, "2023-24 | Night-time helpline | £100* | Harbour")

	find[interface{ First() }](t, p, "request.table").First()
	find[*widgets.Entry](t, p, "request.row.cell[0]").SetText("Nonsense")
	find[*widgets.Entry](t, p, "request.row.cell[0]").TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	says(t, p, "2023-24 | Night-time helpline | £100* | Harbour")

	find[interface{ First() }](t, p, "request.table").First()
	find[*widgets.Entry](t, p, "request.row.cell[0]").SetText("")
	find[*widgets.Entry](t, p, "request.row.marks[1]").SetText("")
	answer(t, p, "Done")
	says(t, p, "2023-24 | Helpline | £100 | Harbour")

	find[interface{ First() }](t, p, "request.table").First()
	answer(t, p, "Leave this grant out")
	says(t, p, "1 row · £5,500")
}

func TestFootnotesThatAreCancelledAreGivenUp(t *testing.T) {
	p := appendix(t)
	for _, c := range []struct {
		answer string
		want   string
	}{{"Cancel", ""}, {"Done", "As the office knows them."}} {
		test.Tap(find[*widgets.Button](t, p, "request.table.introduction"))
		find[*widgets.Entry](t, p, "request.notes.introduction").SetText("As the office knows them.")
		test.Tap(find[*widgets.Button](t, p, "request.notes.footnotes.add"))
		answer(t, p, c.answer)
		p.shell.current().(desk.Editor).Save(nil)
		if a := data.All[*data.FOIRequest](p.office.Register())[0].Appendices[0]; a.Introduction != c.want || len(a.Footnotes) != len(c.want)/len("As the office knows them.") {
			t.Errorf("after %s the appendix says %q with %d footnotes", c.answer, a.Introduction, len(a.Footnotes))
		}
	}
}

func TestThePageSaysByWhenARequestIsDueAndWhy(t *testing.T) {
	p := appendix(t)
	selectTab(t, p, "1 Request")
	received := find[*widgets.Entry](t, p, "request.received")
	received.SetText("7/11/25")
	says(t, p, "10 working days left, due Monday 8 December 2025.") // St Andrew's day, kept on Monday 1 December in Scotland, does not count
	test.Tap(find[*widgets.Button](t, p, "request.working"))
	says(t, p, "Monday 1 December 2025 does not count: St Andrew’s Day (substitute day), Scotland")
	answer(t, p, "Close")
	test.Tap(find[*widgets.Button](t, p, "request.clock.add"))
	says(t, p, "Waiting for clarification")
}

func TestARequestThatCameInBeforeTodayIsPutDownAtOnce(t *testing.T) {
	p := window(t)
	p.Sample()
	p.shell.section(desk.Requests)
	test.Tap(find[*widgets.Button](t, p, "requests.new"))
	if f, ok := p.window.Canvas().Focused().(interface{ InspectName() string }); !ok || f.InspectName() != "request.reference" {
		t.Errorf("the keyboard is with %T", p.window.Canvas().Focused())
	}
	find[*widgets.Entry](t, p, "request.received").SetText("7/11/25")
	find[*widgets.Entry](t, p, "request.subject").SetText("Refuges")
	says(t, p, "10 working days left, due Monday 8 December 2025.")
	p.shell.current().(desk.Editor).Save(nil)
	says(t, p, "Saved “Refuges”.")
}

func TestARequestIsGivenTheNextReference(t *testing.T) {
	p := window(t)
	p.Sample()
	details := data.Clone(p.office.Register().Details())
	details.ReferenceSchemes = map[string]string{"foi_request": "FOI/OPCC/{yy}-{seq:3}"}
	if _, err := p.office.Save(t.Context(), details); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"FOI/OPCC/25-001", "FOI/OPCC/25-002"} {
		p.shell.section(desk.Requests)
		test.Tap(find[*widgets.Button](t, p, "requests.new"))
		find[*widgets.Entry](t, p, "request.subject").SetText("Refuges")
		number := find[*widgets.Button](t, p, "request.number")
		if number.Text != "Number it, "+want {
			t.Errorf("the button says %q", number.Text)
		}
		test.Tap(number)
		if got := find[*widgets.Entry](t, p, "request.reference").Text; got != want || len(p.office.Register().ByReference(data.KindFOIRequest, want)) != 1 {
			t.Errorf("the page says %q, want %s", got, want)
		}
		if strings.Contains(words(p), "Number it") {
			t.Error("it can be numbered again")
		}
	}
}

func TestASentReplyIsKeptAsItWasSent(t *testing.T) {
	p := appendix(t)
	selectTab(t, p, "2 Questions")
	test.Tap(find[*widgets.Button](t, p, "request.questions.add"))
	find[*widgets.Entry](t, p, "request.questions[0].answer").SetText("See Appendix 1.")
	selectTab(t, p, "6 Send")
	test.Tap(find[*widgets.Button](t, p, "request.send"))
	answer(t, p, "Done")
	says(t, p, "The reply bears the day 22 November 2025.")
	selectTab(t, p, "1 Request")
	if !find[*widgets.Entry](t, p, "request.subject").Disabled() {
		t.Error("what was sent can still be written over")
	}
	sent := data.All[*data.FOIRequest](p.office.Register())[0]
	if len(sent.Issued) != 1 {
		t.Fatalf("what went out was not kept: %+v", sent.Issued)
	}
	printed, err := p.office.Content(t.Context(), sent.Issued[0].File)
	if err != nil || !bytes.HasPrefix(printed, []byte("%PDF-")) {
		t.Errorf("%d bytes were kept: %v", len(printed), err)
	}
	for _, g := range data.All[*data.Grant](p.office.Register()) {
		g = data.Clone(g)
		g.Title = "Something else"
		if _, err := p.office.Save(t.Context(), g); err != nil {
			t.Fatal(err)
		}
	}
	rows := 0
	for _, g := range sent.Appendices[0].Tables[0].Fill(p.office.Register(), sent) {
		for _, row := range g.Rows {
			rows++
			if row.Cells[0].Text == "Something else" {
				t.Error("the register changed a reply that was sent")
			}
		}
	}
	if rows != 2 {
		t.Errorf("the reply was sent with 2 rows and keeps %d", rows)
	}
}
