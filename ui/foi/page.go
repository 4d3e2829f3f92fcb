package foi

import (
	"fmt"
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

type page = record.Page[*data.FOIRequest]

// The steps in which a request is answered.
//
//lang:words
const (
	stepRequest    = "1 Request"
	stepQuestions  = "2 Questions"
	stepAnswer     = "3 Answer" // from the register: the leaves have to fit beside the paper
	stepExemptions = "4 Exemptions"
	stepCheck      = "5 Check"
	stepSend       = "6 Send"
)

// answering is the page of one request while it is being answered: its steps, and which appendix is open. The page makes its form anew now
// and then; what is open stays.
type answering struct {
	page       *page
	open       data.RowID // the appendix that is shown
	heads      heads
	clock      *clock
	apology    *apology
	questions  *questions
	appendices *appendices
	exemptions *exemptions
	check      *check
	send       *send
}

// NewPage is the page of one request.
func NewPage(d desk.Desk, r *data.FOIRequest) desk.Page {
	a := &answering{}
	return record.New(d, record.Kind[*data.FOIRequest]{
		Section:   desk.Requests,
		Name:      "request",
		Heading:   heading,
		Tabs:      a.tabs,
		Refreshed: func(*page) { a.refresh() },
		Toward:    a.toward,
	}, r)
}

func (a *answering) tabs(p *page) []record.Tab {
	a.page, a.heads = p, heads{page: p}
	request := a.request()
	a.questions = newQuestions(a)
	a.appendices = newAppendices(a)
	a.exemptions = newExemptions(a)
	a.check = newCheck(p)
	a.send = newSend(a)
	return []record.Tab{
		{Title: lang.L(stepRequest), Content: a.heads.over(request, "reference", "received", "subject", "clock", "opening")},
		{Title: lang.L(stepQuestions), Content: a.heads.over(a.questions.content, "questions")},
		{Title: lang.L(stepAnswer), Content: a.heads.over(a.appendices.content, "appendices")},
		{Title: lang.L(stepExemptions), Content: a.heads.over(a.exemptions.content, "exemptions")},
		{Title: lang.L(stepCheck), Content: a.check.under(&a.heads)},
		{Title: lang.L(stepSend), Content: a.heads.over(a.send.content, "log_text", "outcome")},
		p.Files(),
		p.History(),
	}
}

func (a *answering) refresh() {
	a.heads.refresh()
	a.clock.refresh()
	a.apology.refresh()
	a.questions.refresh()
	a.appendices.refresh()
	a.exemptions.refresh()
	a.check.refresh()
}

// toward opens the appendix that a field is in.
func (a *answering) toward(field string) {
	var i int
	if _, err := fmt.Sscanf(field, "appendices[%d]", &i); err == nil && i < len(a.page.Record.Appendices) {
		a.appendices.show(a.page.Record.Appendices[i].ID)
	}
}

func heading(r *data.FOIRequest) string {
	switch {
	case r.Reference == "" && r.Subject == "":
		return lang.L("New request")
	case r.Reference == "" || r.Subject == "":
		return r.Label()
	default:
		return string(r.Reference) + " – " + r.Subject
	}
}

// request is the first step. Fields are made in the order in which they stand: the first of them is the one that gets the keyboard.
func (a *answering) request() fyne.CanvasObject {
	p := a.page
	f, r, today := p.Form, p.Record, p.Desk.Today()
	// What the letter says stays as it was sent; the rest goes on.
	letter := func(field func() fyne.CanvasObject) fyne.CanvasObject {
		f.ReadOnly = r.Sent()
		defer func() { f.ReadOnly = false }()
		return field()
	}
	fields := []fyne.CanvasObject{widgets.Columns(
		letter(func() fyne.CanvasObject {
			return record.Numbered(p, f.Reference("reference", lang.L("Reference"), "", &r.Reference))
		}),
		letter(func() fyne.CanvasObject { return f.Date("received", lang.L("Received"), "", today, &r.Received) }),
		record.Status(p, statuses(r), &r.Status),
	)}
	if !r.Sent() {
		paste := widgets.NewButton("request.paste", lang.L("Paste the request…"), theme.ContentPasteIcon(), func() { pasteRequest(p) })
		fields = append([]fyne.CanvasObject{container.NewHBox(paste)}, fields...)
	}
	fields = append(fields,
		letter(func() fyne.CanvasObject { return f.Text("subject", lang.L("What it is about"), "", &r.Subject) }),
		widgets.Columns(
			letter(func() fyne.CanvasObject { return widgets.Choose(f, "regime", lang.L("Law"), data.Regimes(), &r.Regime) }),
			f.Text("channel", lang.L("Came by"), lang.L("letter, website"), &r.Channel),
			letter(func() fyne.CanvasObject {
				return widgets.Choose(f, "held", lang.L("Do we hold it?"), data.HeldAnswers(r.Held), &r.Held)
			}),
		),
	)
	a.clock = newClock(p)
	a.apology = newApology(p)
	fields = append(fields,
		a.clock.content,
		f.Lines("clarification", lang.L("What the applicant has to make clear"), lang.L("for the letter that asks for it"), 3, &r.Clarification),
		letter(func() fyne.CanvasObject {
			return f.Lines("opening", lang.L("Opening words of this reply"), lang.L("printed after the thanks for the request"), 2, &r.Opening)
		}),
		a.apology.content,
		letter(func() fyne.CanvasObject {
			return f.Text("signatory", lang.L("Signed by"), lang.L("the office, if left empty"), &r.Signatory)
		}),
		applicant(p),
	)
	return record.Sheet(fields...)
}

// statuses are the steps that a request can be put to by hand. Becoming a sent reply is a step of its own, because it freezes what
// the reply says.
func statuses(r *data.FOIRequest) []data.FOIStatus {
	sent := []data.FOIStatus{data.Responded, data.UnderReview, data.RequestClosed}
	if r.Sent() {
		return sent
	}
	return slices.DeleteFunc(data.FOIStatuses(), func(s data.FOIStatus) bool { return slices.Contains(sent, s) })
}

// applicant is kept apart and below the rest: no paper is given it.
func applicant(p *page) fyne.CanvasObject {
	r := p.Record
	who := data.Applicant{}
	if r.Applicant != nil {
		who = *r.Applicant
	}
	f := p.Form
	f.OnChange(func() {
		r.Applicant = nil
		if who != (data.Applicant{}) {
			kept := who
			r.Applicant = &kept
		}
	})
	return widgets.Section(lang.L("Who asked – never printed, never exported"),
		widgets.Columns(
			f.Text("applicant.name", lang.L("Name"), "", &who.Name),
			f.Text("applicant.email", lang.L("E-mail"), "", &who.Email),
		),
		f.Lines("applicant.address", lang.L("Address"), "", 2, &who.Address),
	)
}

// write writes into a field as a person does: the page and its steps back follow.
func write(p *page, field, words string) {
	control, _ := p.Form.Find(field)
	if e, ok := control.(*widgets.Entry); ok {
		e.SetText(words)
	}
}

// leadBehind leads to a field, behind what makes its text another than it was, where one goes on writing.
func leadBehind(p *page, field, before string) {
	p.ShowField(field)
	control, _ := p.Form.Find(field)
	if e, ok := control.(*widgets.Entry); ok {
		e.After(before)
	}
}

// boldLabel is the name of a row of buttons.
func boldLabel(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.TextStyle.Bold = true
	return l
}
