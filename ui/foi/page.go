package foi

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/ui/desk"
	"almoner/ui/paper"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

type page = record.Page[*data.FOIRequest]

// NewPage is the page of one request.
func NewPage(d desk.Desk, r *data.FOIRequest) desk.Page {
	var (
		appendices *appendices
		clock      *clock
	)
	return record.New(d, record.Kind[*data.FOIRequest]{
		Section: desk.Requests,
		Name:    "request",
		Heading: heading,
		Tabs: func(p *page) []record.Tab {
			var form fyne.CanvasObject
			form, clock = request(p)
			appendices = newAppendices(p)
			return []record.Tab{
				{Title: "Request", Content: form},
				{Title: "Questions and answers", Content: questions(p)},
				{Title: "Appendices", Content: appendices.content},
				p.Files(),
				p.History(),
			}
		},
		Refreshed: func(*page) {
			appendices.refresh()
			clock.refresh()
		},
	}, r)
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
	form := record.Sheet(
		head,
		clock.content,
		letter(func() fyne.CanvasObject { return f.Text("subject", "What it is about", "", &r.Subject) }),
		widgets.Columns(
			letter(func() fyne.CanvasObject { return widgets.Choose(f, "regime", "Law", data.Regimes(), &r.Regime) }),
			f.Text("channel", "Came by", "letter, website", &r.Channel),
			widgets.Choose(f, "held", "Do we hold it?", data.ShortAnswers(), &r.Held),
		),
		f.Lines("clarification", "What the applicant has to make clear", "for the letter that asks for it", 3, &r.Clarification),
		letter(func() fyne.CanvasObject {
			return f.Text("signatory", "Signed by", "the office, if left empty", &r.Signatory)
		}),
		sending(p),
		applicant(p),
	)
	return form, clock
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

// sending is where a reply becomes one that has been sent.
func sending(p *page) fyne.CanvasObject {
	r := p.Record
	if r.Sent() {
		return widgets.Note("The reply was sent on " + r.RespondedOn().Long() + ". Its tables stay as they were sent, whatever the register says later.")
	}
	send := widgets.NewButton("request.send", "Record as sent…", theme.MailSendIcon(), func() {
		widgets.Ask(p.Desk.Window(), "Was the reply sent today?",
			beforeSending(r)+"The reply bears the date "+p.Desk.Today().Long()+", and its tables are kept as they are now. This cannot be taken back.",
			widgets.Answer{Label: "Yes, it was sent", Does: func() { markSent(p) }},
			widgets.Answer{Label: "Not yet"},
		)
	})
	return container.NewHBox(send)
}

// mostMentions is how many places a question lists; a dialog with more could not be read.
const mostMentions = 6

// beforeSending says where the reply gives away who asked.
func beforeSending(r *data.FOIRequest) string {
	found := r.ApplicantIn()
	if len(found) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("Look at this first: the reply or the log may say who asked.\n\n")
	for _, m := range found[:min(len(found), mostMentions)] {
		b.WriteString("• " + m.String() + "\n")
	}
	if more := len(found) - mostMentions; more > 0 {
		fmt.Fprintf(&b, "• and %d more\n", more)
	}
	return b.String() + "\n"
}

func markSent(p *page) {
	today, reg := p.Desk.Today(), p.Desk.Office().Register()
	sent := data.Clone(p.Record)
	if err := sent.Send(reg, today, ""); err != nil {
		p.Desk.Explain("record the reply as sent", err)
		return
	}
	p.SaveAs(sent, record.Together(p.Desk.Office(), func(r *data.FOIRequest) ([]data.Record, error) {
		var printed bytes.Buffer
		if err := pdf.Render(&printed, layout.Lay(reports.FOIReply(reg, r.Blind()))); err != nil {
			return nil, fmt.Errorf("print the reply: %w", err)
		}
		file, err := data.Issue(r, "reply", paper.FileName(r.Label())+".pdf", "application/pdf", printed.Bytes(), today, "")
		if err != nil {
			return nil, err
		}
		return []data.Record{file}, nil
	}), p.Reload)
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
		Key: "questions", List: &p.Record.Questions, Add: "Add a question",
		Fresh: func(before []data.FOIQuestion) data.FOIQuestion {
			return data.FOIQuestion{ID: data.NewRowID(), Label: fmt.Sprintf("%d.", len(before)+1)}
		},
		Row: func(at string, q *data.FOIQuestion) fyne.CanvasObject {
			return widgets.Stack(
				f.Text(at+"label", "Number or name", "", &q.Label),
				widgets.Columns(
					f.Lines(at+"text", "As it was asked", "a dash begins a bullet", 7, &q.Text),
					f.Lines(at+"answer", "Our answer", "“Appendix 1” becomes a link", 7, &q.Answer),
				),
				widget.NewSeparator(),
			)
		},
	})
	return container.NewVScroll(container.NewPadded(rows.Content))
}
