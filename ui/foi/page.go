package foi

import (
	"fmt"
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

type page = record.Page[*data.FOIRequest]

// requestPage is the page of one request while its leaves are made and refreshed.
type requestPage struct {
	heads      *heads
	clock      *clock
	appendices *appendices
	exemptions *exemptions
	check      *check
}

// NewPage is the page of one request.
func NewPage(d desk.Desk, r *data.FOIRequest) desk.Page {
	q := &requestPage{}
	return record.New(d, record.Kind[*data.FOIRequest]{
		Section: desk.Requests, Name: "request", Heading: heading, Tabs: q.tabs, Refreshed: q.refreshed, Toward: q.toward,
	}, r)
}

// tabs are the steps in which a request is answered, and the leaves that every record has.
func (q *requestPage) tabs(p *page) []record.Tab {
	*q = requestPage{heads: &heads{page: p}}
	h := q.heads
	var form, withheld fyne.CanvasObject
	form, q.clock = request(p)
	h.clock = q.clock
	asked := questions(p)
	q.appendices = newAppendices(p)
	q.exemptions, withheld = newExemptions(p)
	q.check = newCheck(p)
	return []record.Tab{
		{Title: leafRequest, Content: h.over(leafRequest, form)},
		{Title: leafQuestions, Content: h.over(leafQuestions, asked)},
		{Title: leafAnswer, Content: h.over(leafAnswer, q.appendices.content)},
		{Title: leafExemptions, Content: h.over(leafExemptions, withheld)},
		{Title: leafCheck, Content: q.check},
		{Title: leafSend, Content: h.over(leafSend, sending(p))},
		p.Files(),
		p.History(),
	}
}

func (q *requestPage) refreshed(*page) {
	q.appendices.refresh()
	q.clock.refresh()
	q.exemptions.refresh()
	q.heads.refresh()
	q.check.refresh()
}

// toward opens the appendix in which a field stands.
func (q *requestPage) toward(field string) {
	var i int
	if _, err := fmt.Sscanf(field, "appendices[%d]", &i); err == nil && i < len(q.appendices.page.Record.Appendices) {
		q.appendices.show(q.appendices.page.Record.Appendices[i].ID)
	}
}

func heading(r *data.FOIRequest) string {
	switch {
	case r.Reference == "" && r.Subject == "":
		return "New request"
	case r.Reference == "" || r.Subject == "":
		return r.Label()
	default:
		return string(r.Reference) + " – " + r.Subject
	}
}

// request is the first leaf and the clock that stands in it. Fields are made in the order in which they stand: the first of them is the one
// that gets the keyboard.
func request(p *page) (fyne.CanvasObject, *clock) {
	f, r, today := p.Form, p.Record, p.Desk.Today()
	// What the letter says stays as it was sent; the rest goes on.
	letter := func(field func() fyne.CanvasObject) fyne.CanvasObject {
		f.ReadOnly = r.Sent()
		defer func() { f.ReadOnly = false }()
		return field()
	}
	head := widgets.Columns(
		letter(func() fyne.CanvasObject {
			return record.Numbered(p, f.Reference("reference", "Reference", "", &r.Reference))
		}),
		letter(func() fyne.CanvasObject { return f.Date("received", "Received", "", today, &r.Received) }),
		widgets.Choose(f, "status", "Status", statuses(r), &r.Status),
	)
	clock := newClock(p)
	fields := []fyne.CanvasObject{
		head,
		clock.content,
		letter(func() fyne.CanvasObject { return f.Text("subject", "What it is about", "", &r.Subject) }),
		widgets.Columns(
			letter(func() fyne.CanvasObject { return widgets.Choose(f, "regime", "Law", data.Regimes(), &r.Regime) }),
			f.Text("channel", "Came by", "letter, website", &r.Channel),
			widgets.Choose(f, "held", "Do we hold it?", data.ShortAnswers(), &r.Held),
		),
		f.Lines("clarification", "What the applicant has to make clear", "for the letter that asks for it", 3, &r.Clarification),
		widgets.Columns(
			letter(func() fyne.CanvasObject {
				return f.Text("signatory", "Signed by", "the office, if left empty", &r.Signatory)
			}),
			f.Pick("officer", "Dealt with by", "", record.Pick[*data.Staff](p.Desk, "Nobody yet"), &r.Officer),
			f.Money("fees", "Fee that is asked for", "", &r.Fees),
		),
		applicant(p),
	}
	if !r.Sent() {
		fields = append([]fyne.CanvasObject{pasteButton(p)}, fields...)
	}
	return record.Sheet(fields...), clock
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
	return widgets.Section("Who asked – never printed, never exported",
		widgets.Columns(
			f.Text("applicant.name", "Name", "", &who.Name),
			f.Text("applicant.email", "E-mail", "", &who.Email),
		),
		f.Lines("applicant.address", "Address", "", 2, &who.Address),
	)
}

func questions(p *page) fyne.CanvasObject {
	f := p.Form
	f.ReadOnly = p.Record.Sent()
	defer func() { f.ReadOnly = false }()
	rows := record.NewRows(f, p.Touch, record.RowsOf[data.FOIQuestion]{
		Key: "questions", List: &p.Record.Questions, Add: "Add a question", Moves: true,
		Fresh: func(before []data.FOIQuestion) data.FOIQuestion {
			return data.FOIQuestion{ID: data.NewRowID(), Label: fmt.Sprintf("%d.", len(before)+1)}
		},
		Row: func(at string, q *data.FOIQuestion) fyne.CanvasObject { return question(p, at, q) },
	})
	f.Place("questions", rows.Content, nil)
	return container.NewVScroll(container.NewPadded(rows.Content))
}

func question(p *page, at string, q *data.FOIQuestion) fyne.CanvasObject {
	f := p.Form
	fields := []fyne.CanvasObject{
		f.Text(at+"label", "Number or name", "", &q.Label),
		widgets.Columns(
			f.Lines(at+"text", "As it was asked", "a dash begins a bullet", 7, &q.Text),
			f.Lines(at+"answer", "Our answer", "“Appendix 1” becomes a link", 7, &q.Answer),
		),
	}
	if !p.Record.Sent() {
		button := answeredBy(p, at, q)
		fields = append(fields, container.NewHBox(layout.NewSpacer(), button))
	}
	return widgets.Stack(append(fields, widget.NewSeparator())...)
}

// answeredBy lets an appendix answer a question: one click where there is one, a choice of them where there are several.
func answeredBy(p *page, at string, q *data.FOIQuestion) fyne.CanvasObject {
	var b *widgets.Button
	b = widgets.NewButton(p.Form.ID(at+"answered_by"), "Answered by an appendix", theme.MailAttachmentIcon(), func() { answerBy(p, at, q, b) })
	return b
}

func answerBy(p *page, at string, q *data.FOIQuestion, under fyne.CanvasObject) {
	by := func(numbers ...int) {
		answered := *q
		for _, n := range numbers {
			answered.AnswerBy(n)
		}
		write(p, at+"answer", answered.Answer)
	}
	list := p.Record.Appendices
	switch len(list) {
	case 0:
		p.Desk.Say(fmt.Sprintf("There is no appendix yet. “%s” adds one.", leafAnswer), nil)
		return
	case 1:
		by(list[0].Number)
		return
	}
	var items []*fyne.MenuItem
	var all []int
	for _, a := range list {
		all = append(all, a.Number)
		items = append(items, fyne.NewMenuItem(fmt.Sprintf("Answered by Appendix %d", a.Number), func() { by(a.Number) }))
	}
	widgets.Menu(under, append(items, fyne.NewMenuItem("Answered by all of them", func() { by(all...) }))...)
}
