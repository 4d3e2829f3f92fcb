package foi

import (
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/reports/realpapers"
	"almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// mostClicks is what the program promises: from the pasted request to the reply that was sent.
const mostClicks = 60

// seedLetter is the real request as it may have come, from somebody who is made up.
const seedLetter = `From: Ariadne Quill <a.quill@post.example>
Sent: 24 January 2020 09:31
To: Office of the Police and Crime Commissioner
Subject: FOI Request.

Dear Sir or Madam

Please provide details of grants awarded in the financial years 2017-2018 and 2018-2019

• For which at least one of the outputs/outcomes was to provide services to victims of
stalking. This could be any service to help victims e.g. counselling, information and
advice, casework however there must be specific reference to working with victims of
stalking.
• Please provide details of the grant including the amount, the service provider, the
services provided and the specific stalking outcome/output.
• Please indicate with a y/n if the service is open to victims of stalking who are not ex-
intimate in the table below.

Yours faithfully
Ariadne Quill`

// clerk answers as a person does, and counts: a tap, a key, and a text that is pasted or typed are one each.
type clerk struct {
	*uitest.Desk
	today  data.Date
	clicks int
}

// Today is the day on which the real reply was written.
func (c *clerk) Today() data.Date { return c.today }

func (c *clerk) tap(name string) {
	c.T.Helper()
	c.clicks++
	c.Tap(name)
}

// write goes to a field and types over what is there.
func (c *clerk) write(name, text string) {
	c.T.Helper()
	c.clicks += 2
	c.Type(name, text)
}

func (c *clerk) turn(leaf string) {
	c.T.Helper()
	c.clicks++
	c.Turn(leaf)
}

func (c *clerk) answer(label string) {
	c.T.Helper()
	c.clicks++
	c.Answer(label)
}

// footnote adds a footnote with its words, and its link if it has one.
func (c *clerk) footnote(key string, f data.Footnote) {
	c.T.Helper()
	c.tap("request.notes.footnotes.add")
	c.write(key+"text", f.Text)
	if f.Link != "" {
		c.write(key+"link", f.Link)
	}
}

func TestTheRealRequestIsAnsweredInSixtyClicks(t *testing.T) {
	paper := realpapers.All(t)[0]
	asked, _ := paper.Record.(*data.FOIRequest)
	sent := asked.Appendices[0]

	d := uitest.NewDesk(t)
	details := data.Clone(d.Office().Register().Details())
	details.Name, details.ReferenceSchemes = paper.Setting.Register.Details().Name, paper.Setting.Register.Details().ReferenceSchemes
	if _, err := d.Office().Save(t.Context(), details); err != nil {
		t.Fatal(err)
	}
	for _, kind := range data.Kinds() {
		for _, rec := range paper.Setting.Register.Records(kind) {
			if kind == data.KindFOIRequest || kind == details.RecordKind() {
				continue
			}
			rec = data.Clone(rec)
			rec.Stamped().Version = 0
			if _, err := d.Office().Save(t.Context(), rec); err != nil {
				t.Fatal(err)
			}
		}
	}
	c := &clerk{Desk: d, today: asked.RespondedOn()}
	d.Open(NewRegister(desk.Desk(c)))

	// The request.
	c.tap("requests.new")
	fyne.CurrentApp().Clipboard().SetContent(seedLetter)
	c.clicks++ // it is copied out of the e-mail
	c.tap("request.paste")
	c.answer("Done")
	c.write("request.reference", string(asked.Reference))
	d.Must("7 working days left, due Friday 21 February 2020.")

	// The table.
	c.turn(stepAnswer)
	c.tap("request.appendix.table")
	d.Must("4 rows · £25,551")
	c.tap("request.table.columns")
	c.tap("request.columns.tick.open_to_non_ex_intimate")
	c.write("request.columns.columns[1].heading", "Grant amount")
	c.write("request.columns.columns[2].heading", "Service provider")
	c.write("request.columns.columns[4].heading", "Specific stalking outcome")
	c.answer("Done")
	c.tap("request.appendix.specifications")
	c.write("request.appendices[0].title", sent.Title)

	// Its words and footnotes.
	c.tap("request.table[0][4]")
	c.write("request.cell.words", "See Service Specification attached at Appendix 2")
	c.write("request.cell.marks", "*")
	c.tap("request.cell.all")
	c.answer("Done")
	c.tap("request.table[0][5]")
	c.write("request.cell.marks", "**")
	c.tap("request.cell.all")
	c.answer("Done")
	c.tap("request.table.introduction")
	c.write("request.notes.introduction", sent.Introduction)
	c.footnote("request.notes.footnotes[0].", sent.Footnotes[0])
	c.footnote("request.notes.footnotes[1].", sent.Footnotes[1])
	c.answer("Done")

	// The answer, as that office puts it.
	c.turn(stepQuestions)
	c.tap("request.questions[0].answered")
	c.write("request.questions[0].answer", asked.Questions[0].Answer)

	c.turn(stepCheck)
	d.Must("Every question is answered.", "Neither the reply nor the log names the applicant.", "Ready to be sent")
	c.turn(stepSend)
	c.tap("request.log.propose")
	c.tap("request.send")
	c.answer("Done")
	if len(d.Explained) > 0 || strings.HasPrefix(d.LastSaid(), "Not saved") {
		t.Fatalf("it was said: %q, %q", d.Explained, d.LastSaid())
	}
	if c.clicks > mostClicks {
		t.Errorf("it took %d clicks, and may take %d", c.clicks, mostClicks)
	}
	t.Logf("it took %d clicks", c.clicks)

	reply := uitest.KeptAs[*data.FOIRequest](d, string(asked.Reference))
	if !reply.Sent() || reply.RespondedOn() != data.NewDate(2020, time.February, 12) || len(reply.Issued) != 1 {
		t.Errorf("kept as %+v", reply)
	}
	printed := strings.Join(document.Lines(reports.FOIReply(d.Office().Register(), reply.Blind())), " ")
	for _, line := range paper.Missing(printed) {
		t.Errorf("the reply does not say “%s”", line)
	}
	if strings.Contains(printed, "Quill") {
		t.Error("the reply names who asked")
	}
	if log := reply.LogEntry(); !log.InLog || log.Outcome != "Disclosed" || !strings.HasPrefix(log.Text, "Please provide details of grants awarded") {
		t.Errorf("the log says %+v", log)
	}
}
