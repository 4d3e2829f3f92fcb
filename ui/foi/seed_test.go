package foi

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/portable"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// mostClicks is how many taps, keys and phrases an answer may take.
const mostClicks = 60

// clicks is a person before the window whose taps, keys and phrases are counted.
type clicks struct {
	*uitest.Desk
	n int
}

func (c *clicks) tap(name string)        { c.T.Helper(); c.n++; c.Tap(name) }
func (c *clicks) turn(leaf string)       { c.T.Helper(); c.n++; c.Turn(leaf) }
func (c *clicks) answer(label string)    { c.T.Helper(); c.n++; c.Answer(label) }
func (c *clicks) take(label string)      { c.T.Helper(); c.n++; c.Take(label) }
func (c *clicks) line(list, word string) { c.T.Helper(); c.n++; c.TapLine(list, word) }

// typed goes to a line, which is one, and types a phrase or pastes a text, which is another.
func (c *clicks) typed(name, text string) { c.T.Helper(); c.n += 2; c.Type(name, text) }

// choose opens a choice, and takes a word of it.
func (c *clicks) choose(name, word string) { c.T.Helper(); c.n += 2; c.Choose(name, word) }

// pick opens a picker, types a phrase and presses Enter.
func (c *clicks) pick(name, search string) { c.T.Helper(); c.n += 3; c.Pick(name, search) }

// realCase reads the register of the real request, without the request, and the words that have to come out in print.
func realCase(t *testing.T) (records []data.Record, words []string) {
	t.Helper()
	_, file, _, _ := runtime.Caller(0)
	folder := filepath.Join(filepath.Dir(file), "..", "..", "..", "shared", "cases")
	f, err := os.Open(filepath.Join(folder, "000-foi-reply.json"))
	if err != nil {
		t.Skipf("the real papers are not beside the project, so the request is not answered anew: %v", err)
	}
	defer f.Close() //nolint:errcheck // only read from
	doc, err := portable.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := doc.Records(data.NewRegister(&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"}))
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range all {
		if rec.RecordKind() != data.KindFOIRequest {
			records = append(records, rec)
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "000-foi-reply.words.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if line = plain(line); line != "" {
			words = append(words, line)
		}
	}
	return records, words
}

func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// theLetter is the request in the words of the real one; who asked is made up, for nobody knows.
const theLetter = `From: Ariadne Quill <ariadne.quill@post.example>
Sent: 24 January 2020 09:12
To: Cambridgeshire OPCC
Subject: FOI Request.

Dear Sir or Madam,

Please provide details of grants awarded in the financial years 2017-2018 and 2018-2019

• For which at least one of the outputs/outcomes was to provide services to victims of stalking. This could be any service to help victims e.g. counselling, information and advice, casework however there must be specific reference to working with victims of stalking.
• Please provide details of the grant including the amount, the service provider, the services provided and the specific stalking outcome/output.
• Please indicate with a y/n if the service is open to victims of stalking who are not ex-intimate in the table below.

Kind regards,
Ariadne Quill
`

const (
	firstFootnote = "The grant is to go towards funding an Independent Domestic Violence Advisor for Stalking and Harassment. The role will work with victims who are experiencing or have experienced domestic violence and/or stalking and harassment to increase their safety, and where applicable that of their children, by providing crisis support by telephone or face to face, and to assist other aspects of the service as appropriate in order to reduce repeat victimisation. To act as countywide lead for supporting victims of stalking and harassment keeping up to date with current legislation and sharing learning with colleagues."
	secondNote    = "link to the ‘Outcomes Framework – Supporting victims and witnesses in Cambridgeshire and Peterborough’"
	noteLink      = "https://media.cambridgeshire-pcc.gov.uk/Outcomes-Framework.pdf"
)

// TestARealRequestIsAnsweredInSixtyClicks goes from the pasted e-mail to the reply as it was sent.
func TestARealRequestIsAnsweredInSixtyClicks(t *testing.T) {
	records, words := realCase(t)
	d := uitest.NewDesk(t, records...)
	p := &clicks{Desk: d}
	d.Open(NewRegister(d))
	fyne.CurrentApp().Clipboard().SetContent(theLetter)

	p.tap("requests.new")
	p.tap("request.paste")
	p.answer("Done")
	p.typed("request.reference", "FOI/OPCC/20-003")
	p.choose("request.held", "Yes")

	p.turn(leafAnswer)
	p.tap("request.appendix.table")
	d.Must("4 rows · £25,551")
	p.tap("request.table.columns")
	p.typed("request.columns.columns[1].heading", "Grant amount")
	p.typed("request.columns.columns[2].heading", "Service provider")
	p.typed("request.columns.columns[4].heading", "Specific stalking outcome")
	p.tap("request.columns." + string(data.All[*data.Question](d.Office().Register())[0].ID))
	p.answer("Done")
	p.tap("request.appendix.specification")
	p.pick("request.appendices[1].specification", "Independent")
	p.tap("request.appendix.1")

	p.tap("request.table.introduction")
	p.tap("request.notes.footnotes.add")
	p.typed("request.notes.footnotes[0].text", firstFootnote)
	p.tap("request.notes.footnotes.add")
	p.typed("request.notes.footnotes[1].text", secondNote)
	p.typed("request.notes.footnotes[1].link", noteLink)
	p.answer("Done")

	p.line("request.table", "IDVA")
	p.typed("request.row.cell[3]", "See Service Specification attached at Appendix 2")
	p.typed("request.row.marks[3]", "*")
	p.typed("request.row.marks[4]", "**")
	p.answer("Do it in every row that says the same")
	d.Must("2 cells (•) differ from the register")

	p.turn(leafQuestions)
	p.tap("request.questions[0].answered_by")
	p.take("Answered by all of them")

	p.turn(leafCheck)
	d.Must("Every question is answered.", "The applicant is not named.")
	p.turn(leafSend)
	p.tap("request.outcome.usual")
	p.take("Disclosed in full")
	p.tap("request.in_log")
	p.tap("request.log_text.propose")
	p.tap("request.send")
	p.typed("request.step.on", "12/2/2020")
	p.answer("Done")

	t.Logf("it took %d clicks", p.n)
	if p.n > mostClicks {
		t.Errorf("it took %d clicks, and %d are too many", p.n, mostClicks)
	}
	sent := uitest.KeptAs[*data.FOIRequest](d, "FOI/OPCC/20-003")
	if !sent.Sent() || len(sent.Issued) != 1 || sent.LogText != "FOI Request: disclosed in full." || !sent.InLog || sent.Applicant == nil || sent.Applicant.Name != "Ariadne Quill" {
		t.Errorf("what is kept: %+v; explained: %q", sent, d.Explained)
	}
	if sent.Received != data.NewDate(2020, time.January, 24) || sent.RespondedOn() != data.NewDate(2020, time.February, 12) {
		t.Errorf("received %s, answered %s", sent.Received, sent.RespondedOn())
	}
	reply := reports.FOIReply(d.Office().Register(), sent.Blind())
	printed := plain(strings.Join(document.Lines(reply), " "))
	for _, line := range words {
		if !strings.Contains(printed, line) {
			t.Errorf("the reply does not say %q", line)
		}
	}
	if strings.Contains(printed, "quill") {
		t.Error("the reply names the applicant")
	}
}
