package training

import (
	"context"
	"slices"
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

func privacy() string {
	return lang.L("These are personal data. No list, no search and no export holds them; only the attendance sheet and the certificates print them, when somebody asks for one. " +
		"How long they are kept is for you to say: take the names out when nobody needs them any more. The attendance by organisation stays.")
}

// people is the list of those who come to an event, a line each, with a tick for who came. A line opens the person.
type people struct {
	page    *page
	recount func() // shows the attendance anew
	list    *widgets.TickList[data.Attendee]
	foot    *widget.Label
	content fyne.CanvasObject
}

func newPeople(p *page, recount func()) *people {
	l := &people{page: p, recount: recount, foot: widgets.Note("")}
	l.list = widgets.NewTickList("event.people", lang.L("Came"), func(a data.Attendee) bool { return a.Attended }, l.columns())
	l.list.OnOpen, l.list.OnTick = l.edit, l.tick
	f := p.Form
	f.Place("attendees", l.list, l.list.List())
	buttons := widgets.InRows(
		widgets.NewButton(f.ID("people.add"), lang.L("Add a person"), theme.ContentAddIcon(), l.add),
		widgets.NewButton(f.ID("people.paste"), lang.L("Paste a list…"), theme.ContentPasteIcon(), l.paste),
		widgets.NewButton(f.ID("people.came"), lang.L("Everybody came"), theme.ConfirmIcon(), l.everybody),
		widgets.NewButton(f.ID("people.count"), lang.L("Count into the attendance"), theme.ListIcon(), l.count),
		p.PaperButton("attendance-sheet", lang.L("Attendance sheet")),
		widgets.NewButton(f.ID("people.clear"), lang.L("Take all names out…"), theme.DeleteIcon(), l.askClear),
	)
	l.content = container.NewPadded(container.NewBorder(nil, l.foot, nil, nil, widgets.Over(widgets.Stack(widgets.Note(privacy()), buttons), l.list)))
	return l
}

func (l *people) columns() []widgets.Column[data.Attendee] {
	reg := l.page.Desk.Office().Register()
	return []widgets.Column[data.Attendee]{
		{Heading: lang.L("Name"), Share: 3, Least: 110, Text: func(a data.Attendee) string { return a.Name }},
		{Heading: lang.L("Organisation"), Share: 3, Least: 100, Text: func(a data.Attendee) string { return reg.NameOf(a.Organisation) }},
		{Heading: lang.L("E-mail"), Share: 3, Least: 80, Text: func(a data.Attendee) string { return a.Email }},
		{Heading: lang.L("Access and diet"), Share: 2, Least: 80, Text: func(a data.Attendee) string { return a.Needs }},
	}
}

// attendees are those of an event, as a list shows them.
type attendees []data.Attendee

func (a attendees) Len() int               { return len(a) }
func (a attendees) At(i int) data.Attendee { return a[i] }

func (l *people) refresh() {
	e := l.page.Record
	l.list.Reload(attendees(e.Attendees))
	came, needs := 0, 0
	for _, a := range e.Attendees {
		if a.Attended {
			came++
		}
		if a.Needs != "" {
			needs++
		}
	}
	foot := lang.L("Nobody is on the list.")
	if n := len(e.Attendees); n > 0 {
		foot = lang.N(n, "{n} person on the list.", "{n} people on the list.")
		if came > 0 {
			foot += " " + lang.N(came, "{n} came.", "{n} came.")
		}
		if needs > 0 {
			foot += " " + lang.N(needs, "{n} has needs of access or diet.", "{n} have needs of access or diet.")
		}
	}
	say(l.foot, foot)
}

// add puts somebody on the list.
func (l *people) add() { l.open(lang.L("Add a person"), data.Attendee{ID: data.NewRowID()}) }

// edit changes somebody on the list.
func (l *people) edit(i int) {
	a := l.page.Record.Attendees[i]
	l.open(a.Name, a, widgets.Answer{Label: lang.L("Take off the list"), Harm: true, Does: func() { l.remove(a.ID) }})
}

func (l *people) open(title string, a data.Attendee, others ...widgets.Answer) {
	f := widgets.NewForm("person")
	fields := widgets.Stack(
		widgets.Columns(
			f.Text("name", lang.L("Name"), "", &a.Name),
			f.Pick("organisation", lang.L("Organisation"), "", record.PickOrganisation(l.page.Desk, lang.L("Not known")), &a.Organisation),
		),
		widgets.Columns(f.Text("email", lang.L("E-mail"), "", &a.Email), f.Text("needs", lang.L("Access and diet"), "", &a.Needs)),
		f.Tick("attended", lang.L("Attendance"), lang.L("Came to the event"), &a.Attended),
	)
	f.Check = func() data.Problems {
		if strings.TrimSpace(a.Name) != "" {
			return nil
		}
		return data.Problems{{Field: "name", Sentence: lang.L("A person on the list needs a name.")}}
	}
	widgets.ShowForm(l.page.Desk.Window(), title, f, fields, func() { l.put(a) }, others...)
}

// tick puts down whether somebody came.
func (l *people) tick(i int, came bool) {
	l.page.Record.Attendees[i].Attended = came
	l.page.Touch()
}

// everybody ticks all who are on the list: of most events it is quicker to take out those who stayed away.
func (l *people) everybody() {
	for i := range l.page.Record.Attendees {
		l.page.Record.Attendees[i].Attended = true
	}
	l.page.Touch()
}

// put takes somebody as they were typed into the list, which may have changed meanwhile.
func (l *people) put(a data.Attendee) {
	e := l.page.Record
	if i := l.index(a.ID); i >= 0 {
		e.Attendees[i] = a
	} else {
		e.Attendees = append(e.Attendees, a)
	}
	l.page.Touch()
}

func (l *people) remove(id data.RowID) {
	if i := l.index(id); i >= 0 {
		l.page.Record.Attendees = slices.Delete(l.page.Record.Attendees, i, i+1)
		l.page.Touch()
	}
}

func (l *people) index(id data.RowID) int {
	return slices.IndexFunc(l.page.Record.Attendees, func(a data.Attendee) bool { return a.ID == id })
}

// paste asks for a list of people as it stands in an e-mail or a spreadsheet.
func (l *people) paste() {
	var text string
	f := widgets.NewForm("paste")
	fields := f.Lines("list", lang.L("People, one a line"), lang.L("name, organisation, e-mail, needs"), 14, &text)
	widgets.ShowForm(l.page.Desk.Window(), lang.L("Paste a list of people"), f, fields, func() { l.read(text) })
}

// read puts pasted people on the list, once it is known what becomes of organisations that the register does not have.
func (l *people) read(text string) {
	list := data.ReadEnrolments(text)
	unknown := l.page.Desk.Office().Register().Unknown(list)
	switch {
	case len(list) == 0:
		l.page.Desk.Say(lang.L("There was nobody in that list."), nil)
	case len(unknown) == 0:
		l.enrol(list)
	default:
		widgets.Ask(l.page.Desk.Window(), lang.N(len(unknown), "Make {n} organisation?", "Make {n} organisations?"),
			lang.F("The register does not know “%s”. If it has one of these under another name, stop, put this spelling among its other names, and paste the list again.", strings.Join(unknown, "”, “")),
			widgets.Answer{Label: lang.L("Make them"), Does: func() { l.makeThem(unknown, list) }},
			widgets.Answer{Label: lang.L("Without an organisation"), Does: func() { l.enrol(list) }},
			widgets.Answer{Label: lang.L("Stop")},
		)
	}
}

// makeThem makes organisations, and enrols the people at them.
func (l *people) makeThem(names []string, list []data.Enrolment) {
	d := l.page.Desk
	made := make([]data.Record, len(names))
	for i, name := range names {
		made[i] = &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
	}
	d.Run(
		func(ctx context.Context) error { return d.Office().SaveAll(ctx, made, nil) },
		func(err error) {
			if err != nil {
				d.Explain("make the organisations of a list of people", err)
				return
			}
			saved(d, made)
			l.enrol(list)
		},
	)
}

// saved tells the other pages of records that were saved together.
func saved(d desk.Desk, recs []data.Record) {
	for _, rec := range recs {
		if now, ok := d.Office().Register().Find(rec.RecordKind(), rec.Stamped().ID); ok {
			d.Saved(now)
		}
	}
}

func (l *people) enrol(list []data.Enrolment) {
	n := l.page.Record.Enrol(l.page.Desk.Office().Register(), list)
	said := lang.N(n, "Put {n} person on the list.", "Put {n} people on the list.")
	if n == 0 {
		said = lang.L("Everybody in that list is on it already.")
	} else if known := len(list) - n; known > 0 {
		said = lang.N(n, "Put {n} person on the list; %d on it already.", "Put {n} people on the list; %d on it already.", known)
	}
	l.page.Touch()
	l.page.Desk.Say(said, nil)
}

// count brings the attendance by organisation up to date from the list.
func (l *people) count() {
	e, reg := l.page.Record, l.page.Desk.Office().Register()
	if len(e.Attendees) == 0 {
		l.page.Desk.Say(lang.L("Nobody is on the list, so there is nobody to count."), nil)
		return
	}
	before, after := e.Lowered()
	if len(before) == 0 {
		l.take(true)
		return
	}
	lines := []string{lang.L("More is put down by hand than the list of people has:")}
	for i, row := range before {
		name := reg.NameOf(row.Organisation)
		if name == "" {
			name = lang.L("Not known")
		}
		lines = append(lines, "• "+lang.F("%s: %d booked and %d attended, on the list %d and %d", name, row.Booked, row.Attended, after[i].Booked, after[i].Attended))
	}
	widgets.Ask(l.page.Desk.Window(), lang.L("Lower what was put down by hand?"), strings.Join(lines, "\n"),
		widgets.Answer{Label: lang.L("Lower it"), Does: func() { l.take(true) }},
		widgets.Answer{Label: lang.L("Keep what is higher"), Does: func() { l.take(false) }},
		widgets.Answer{Label: lang.L("Change nothing")},
	)
}

// take brings the attendance up to date, lower numbers too if lower says so.
func (l *people) take(lower bool) {
	e, reg := l.page.Record, l.page.Desk.Office().Register()
	changed, several := e.CountAttendees(lower)
	said := lang.L("The attendance is as the list says already.")
	if changed > 0 {
		said = lang.N(changed, "Counted: {n} row of the attendance changed.", "Counted: {n} rows of the attendance changed.")
	}
	var names []string
	for _, id := range several {
		names = append(names, reg.NameOf(id))
	}
	if len(names) > 0 {
		said += " " + lang.F("Not counted, because there is more than one row of it: %s.", strings.Join(names, ", "))
	}
	l.recount()
	l.page.Desk.Say(said, nil)
}

func (l *people) askClear() {
	n := len(l.page.Record.Attendees)
	if n == 0 {
		l.page.Desk.Say(lang.L("Nobody is on the list."), nil)
		return
	}
	widgets.Ask(l.page.Desk.Window(), lang.N(n, "Take {n} name off the list?", "Take {n} names off the list?"),
		lang.L("The attendance by organisation stays as it is: count the list into it first, if that was not done. The names go when you save; the office’s change list still holds them until a person is removed from it."),
		widgets.Answer{Label: lang.L("Take them off"), Harm: true, Does: l.clear},
		widgets.Answer{Label: lang.L("Keep them")},
	)
}

func (l *people) clear() {
	l.page.Record.Attendees = nil
	l.page.Touch()
}
