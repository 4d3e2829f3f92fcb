package training

import (
	"strings"

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

type page = record.Page[*data.TrainingEvent]

// NewPage is the page of one training event.
func NewPage(d desk.Desk, e *data.TrainingEvent) desk.Page {
	var v *view
	return record.New(d, record.Kind[*data.TrainingEvent]{
		Section: desk.Training,
		Name:    "event",
		Heading: func(e *data.TrainingEvent) string {
			if e.Title == "" {
				return lang.L("New event")
			}
			return e.Title
		},
		Tabs: func(p *page) []record.Tab {
			v = newView(p)
			return []record.Tab{
				{Title: lang.L("Event"), Content: v.event()},
				{Title: lang.L("Sessions"), Content: v.sessions()},
				{Title: lang.L("Attendance"), Content: v.attendance()},
				{Title: lang.L("People"), Content: v.list()},
				{Title: lang.L("Evaluation"), Content: v.evaluation()},
				p.Files(),
				p.History(),
			}
		},
		Refreshed: func(*page) { v.refresh() },
		Around:    func(*page) { v.refresh() },
	}, e)
}

// view is the leaves of an event's page, with the sentences that say how it stands.
type view struct {
	page    *page
	stands  *widget.Label // the status against the day
	timing  *widget.Label // the sessions against the event
	places  *widget.Label // what is booked against what there is
	came    *widget.Label // who came, in all
	left    *widget.Label // whom of the list the attendance leaves out
	count   fyne.CanvasObject
	marks   *widget.Label
	links   []*record.Link
	people  *people
	counted *record.Rows[data.Attendance]
}

func newView(p *page) *view {
	v := &view{page: p}
	for _, l := range []**widget.Label{&v.stands, &v.timing, &v.places, &v.came, &v.left, &v.marks} {
		*l = widgets.Note("")
		(*l).Importance = widget.MediumImportance
	}
	return v
}

func (v *view) event() fyne.CanvasObject {
	p := v.page
	f, e, today := p.Form, p.Record, p.Desk.Today()
	return record.Sheet(
		record.NewSteps(p, record.StepsOf[*data.TrainingEvent]{First: string(data.EventPlanned), Verb: verb, Before: v.before}),
		v.stands,
		f.Text("title", lang.L("Title"), "", &e.Title),
		widgets.Columns(
			widgets.Choose(f, "kind", lang.L("Kind"), data.EventKinds(), &e.Kind),
			f.Text("audience", lang.L("Audience"), "", &e.Audience),
		),
		widgets.Columns(
			f.Date("start", lang.L("Starts"), lang.L("a day, a month or a year"), today, &e.Start),
			f.Date("end", lang.L("Ends"), lang.L("if on another day"), today, &e.End),
		),
		widgets.Columns(
			f.Text("venue", lang.L("Venue"), "", &e.Venue),
			f.Count("capacity", lang.L("Places"), "", &e.Capacity),
		),
		widgets.Columns(
			f.Pick("provider", lang.L("Provider"), "", record.PickOrganisation(p.Desk, lang.L("Choose who trains")), &e.Provider),
			record.NewChosen(f, p.Touch, record.ChosenOf{
				Key: "hosts", Label: lang.L("Hosts"), List: &e.Hosts, Picker: record.PickOrganisation(p.Desk, lang.L("Add a host")),
				Open: func(id data.ID) { p.Desk.OpenRecord(data.KindOrganisation, id, "") },
			}),
		),
		widgets.Columns(
			v.linked("grant", f.Pick("grant", lang.L("Grant that pays for it"), "", grantPicker(p.Desk), &e.Grant), data.KindGrant, &e.Grant),
			v.linked("fund", f.Pick("fund", lang.L("Fund"), "", record.PickFund(p.Desk, lang.L("No fund"), record.AnyFund), &e.Fund), data.KindFund, &e.Fund),
		),
		f.Lines("purpose", lang.L("Purpose"), lang.L("# begins a heading, a dash a bullet"), 5, &e.Purpose),
	)
}

// verb is what the button of a step says.
func verb(stage string) string {
	switch data.EventStatus(stage) {
	case data.EventPlanned:
		return lang.L("Back to planned")
	case data.EventCancelled:
		return lang.L("Cancel it")
	default:
		return lang.F("Record as %s", strings.ToLower(lang.L(data.EventStatus(stage).Label())))
	}
}

// before is what does not fit between a step and the days of the event.
func (v *view) before(stage string) string {
	e := data.Clone(v.page.Record)
	e.Status = data.EventStatus(stage)
	return e.StatusRemark(v.page.Desk.Today())
}

// grantPicker tells apart the grants that bear the same title by who got them.
func grantPicker(d desk.Desk) *widgets.Picker {
	label := func(g *data.Grant) string {
		if to := d.Office().Register().NameOf(g.Recipient); to != "" && to != g.Title {
			return g.Title + ", " + to
		}
		return g.Title
	}
	return record.PickOf(d, lang.L("No grant"), func(*data.Grant) bool { return true }, label)
}

// linked is a field with a link to what it names under it.
func (v *view) linked(key string, field fyne.CanvasObject, kind data.Kind, id *data.ID) fyne.CanvasObject {
	link := record.LinkTo(v.page, key, kind, id)
	v.links = append(v.links, link)
	return widgets.Stack(field, container.NewHBox(link.Content))
}

func (v *view) sessions() fyne.CanvasObject {
	p := v.page
	f, today := p.Form, p.Desk.Today()
	rows := record.NewRows(f, p.Touch, record.RowsOf[data.Session]{
		Key: "sessions", List: &p.Record.Sessions, Add: lang.L("Add a session"),
		Fresh: func([]data.Session) data.Session { return p.Record.NextSession(p.Desk.Office().Register().Calendar()) },
		Row: func(at string, s *data.Session) fyne.CanvasObject {
			return widgets.Stack(
				widgets.Columns(
					f.Text(at+"title", lang.L("Title"), "", &s.Title),
					f.Text(at+"venue", lang.L("Venue"), lang.L("the event’s, if left empty"), &s.Venue),
				),
				widgets.Beside(
					f.Date(at+"on", lang.L("Day"), "", today, &s.On),
					widgets.Columns(
						f.Time(at+"starts", lang.L("From"), "", &s.Starts),
						f.Time(at+"ends", lang.L("To"), "", &s.Ends),
						f.Count(at+"capacity", lang.L("Places"), "", &s.Capacity),
					), 300),
				widget.NewSeparator(),
			)
		},
	})
	sheet := p.PaperButton("attendance-sheet", lang.L("Attendance sheets"))
	return record.Sheet(v.timing, rows.Content, container.NewHBox(sheet))
}

func attendanceTable() widgets.Table {
	return widgets.Table{
		{Heading: lang.L("Organisation"), Share: 3, Least: 130},
		{Heading: lang.L("Audience"), Share: 2, Least: 100},
		{Heading: lang.L("Booked"), Least: 70},
		{Heading: lang.L("Attended"), Least: 78},
	}
}

func (v *view) attendance() fyne.CanvasObject {
	p := v.page
	f, table := p.Form, attendanceTable()
	v.counted = record.NewRows(f, p.Touch, record.RowsOf[data.Attendance]{
		Key: "attendance", List: &p.Record.Attendance, Add: lang.L("Add an organisation"),
		Fresh: func([]data.Attendance) data.Attendance { return data.Attendance{ID: data.NewRowID()} },
		Head:  table.Heads(),
		Row: func(at string, a *data.Attendance) fyne.CanvasObject {
			return f.Unlabelled(func() fyne.CanvasObject {
				return table.Row(
					f.Pick(at+"organisation", lang.L("Organisation"), "", record.PickOrganisation(p.Desk, lang.L("Not known")), &a.Organisation),
					f.Text(at+"audience", lang.L("Audience"), "", &a.Audience),
					f.Count(at+"booked", lang.L("Booked"), "", &a.Booked),
					f.Count(at+"attended", lang.L("Attended"), "", &a.Attended),
				)
			})
		},
	})
	count := widgets.NewButton(f.ID("attendance.count"), lang.L("Count them"), theme.ListIcon(), func() { v.people.count() })
	v.count = container.NewBorder(nil, nil, nil, container.NewCenter(count), v.left)
	return record.Sheet(v.places, v.count, v.counted.Content, v.came)
}

// uncounted is whom of the list of people the attendance by organisation leaves out.
func uncounted(e *data.TrainingEvent) string {
	switch booked, came := e.Uncounted(); {
	case booked > 0:
		return lang.N(booked, "{n} person on the list of people is not counted here yet.", "{n} people on the list of people are not counted here yet.")
	case came > 0:
		return lang.N(came, "{n} person who came by the list of people is not counted here yet.", "{n} people who came by the list of people are not counted here yet.")
	default:
		return ""
	}
}

func (v *view) list() fyne.CanvasObject {
	v.people = newPeople(v.page, v.recount)
	return v.people.content
}

// recount shows the attendance anew after it was counted from the list of people.
func (v *view) recount() {
	v.counted.Build()
	v.page.Touch()
}

func (v *view) evaluation() fyne.CanvasObject {
	f, m := v.page.Form, &v.page.Record.Evaluation
	return record.Sheet(
		widgets.Columns(
			f.Count("evaluation.responses", lang.L("Forms that came back"), "", &m.Responses),
			f.Count("evaluation.best", lang.L("Best mark"), lang.L("where the scale ends"), &m.Best),
		),
		widgets.Columns(
			f.Decimal("evaluation.before", lang.L("Average before"), lang.L("what people knew"), &m.Before),
			f.Decimal("evaluation.after", lang.L("Average after"), "", &m.After),
		),
		v.marks,
		f.Lines("evaluation.comments", lang.L("Comments"), lang.L("in their own words, without names"), 12, &m.Comments),
	)
}

// refresh says how the event stands, as it is on the page.
func (v *view) refresh() {
	e := v.page.Record
	say(v.stands, e.StatusRemark(v.page.Desk.Today()))
	say(v.timing, strings.Join(append(e.SessionRemarks(), e.BookingWords()), "\n"))
	say(v.places, e.BookingWords())
	say(v.came, came(e))
	say(v.left, uncounted(e))
	v.count.Hide()
	if v.left.Visible() {
		v.count.Show()
	}
	say(v.marks, e.EvaluationWords())
	for _, l := range v.links {
		l.Refresh()
	}
	v.people.refresh()
}

// say changes a sentence; one that says nothing takes no room.
func say(l *widget.Label, words string) {
	if l.Text == words && l.Visible() == (words != "") {
		return
	}
	l.SetText(words)
	if words == "" {
		l.Hide()
	} else {
		l.Show()
	}
}

// came is who came, in all.
func came(e *data.TrainingEvent) string {
	switch n, booked := e.Attended(), e.Booked(); {
	case n == 0:
		return ""
	case booked == 0:
		return lang.N(n, "{n} person attended, in all.", "{n} people attended, in all.")
	default:
		return lang.N(n, "{n} person attended of %s booked.", "{n} people attended of %s booked.", lang.Number(booked))
	}
}
