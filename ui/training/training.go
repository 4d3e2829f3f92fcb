// Package training is the section of the window for the training that the office pays for or arranges: the list of events, a calendar of the
// month, and the page of one event with its sessions and those who come.
package training

import (
	"fmt"
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

// Register is all training, as a list or as the calendar of a month.
type Register struct {
	desk       desk.Desk
	list       *record.List[*data.TrainingEvent]
	calendar   *calendar
	asList     *widgets.Button
	asCalendar *widgets.Button
	content    *fyne.Container
}

var (
	_ desk.Finder = (*Register)(nil)
	_ desk.Maker  = (*Register)(nil)
)

// NewRegister is the register of all training events; it shows the list first.
func NewRegister(d desk.Desk) *Register {
	r := &Register{desk: d, list: newList(d), calendar: newCalendar(d)}
	r.asList = widgets.NewButton("training.view.list", lang.L("List"), theme.ListIcon(), r.showList)
	r.asCalendar = widgets.NewButton("training.view.calendar", lang.L("Calendar"), theme.CalendarIcon(), r.showCalendar)
	views := container.NewHBox(r.asList, r.asCalendar)
	r.content = container.NewBorder(
		container.NewBorder(nil, nil, container.NewCenter(views), nil, r.calendar.head), nil, nil, nil,
		container.NewStack(r.list.Content(), r.calendar.content),
	)
	r.turn(false)
	return r
}

func newList(d desk.Desk) *record.List[*data.TrainingEvent] {
	return record.NewList(d, record.ListKind[*data.TrainingEvent]{
		Section:  desk.Training,
		Name:     "training",
		Singular: lang.L("event"),
		Plural:   lang.L("events"),
		Counted:  lang.Counted{One: "{n} event", Other: "{n} events"},
		Sort:     data.Sort{Field: "when"},
		Columns:  columns(d),
		Words:    words,
		Fresh:    func(desk.Desk) *data.TrainingEvent { return fresh(data.Date{}) },
		Open:     NewPage,
		Years:    func(_ *data.Register, e *data.TrainingEvent) []data.FinancialYear { return record.YearsOf(e.Days()) },
		Totals:   totals,
		Steps: []record.BulkStep[*data.TrainingEvent]{
			step("delivered", lang.L("Delivered"), data.EventDelivered,
				lang.Counted{One: "{n} event will be delivered as of %s.", Other: "{n} events will be delivered as of %s."},
				lang.Counted{One: "{n} event delivered.", Other: "{n} events delivered."}),
			step("evaluated", lang.L("Evaluated"), data.EventEvaluated,
				lang.Counted{One: "{n} event will be evaluated as of %s.", Other: "{n} events will be evaluated as of %s."},
				lang.Counted{One: "{n} event evaluated.", Other: "{n} events evaluated."}),
			step("cancelled", lang.L("Cancel"), data.EventCancelled,
				lang.Counted{One: "{n} event will be cancelled as of %s.", Other: "{n} events will be cancelled as of %s."},
				lang.Counted{One: "{n} event cancelled.", Other: "{n} events cancelled."}),
		},
	})
}

func step(key, label string, to data.EventStatus, will, did lang.Counted) record.BulkStep[*data.TrainingEvent] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), Will: will, Did: did,
	}, record.Itself[*data.TrainingEvent])
}

// totals are how many places were booked, and how many people came.
func totals(_ *data.Register, rows widgets.Rows[*data.TrainingEvent]) []string {
	booked, attended := 0, 0
	for i := range rows.Len() {
		booked += rows.At(i).Booked()
		attended += rows.At(i).Attended()
	}
	return []string{lang.F("%s booked", lang.Number(booked)), lang.F("%s attended", lang.Number(attended))}
}

// fresh is a new event, on a day if there is one.
func fresh(on data.Date) *data.TrainingEvent {
	return &data.TrainingEvent{Stamp: data.Stamp{ID: data.NewID()}, Kind: data.TrainingSession, Status: data.EventPlanned, Start: on}
}

// words are what people look for an event by. Those who come to it are not among them.
func words(reg *data.Register, e *data.TrainingEvent) string {
	words := []string{lang.L(e.Kind.Label()), lang.L(e.Status.Label()), e.Venue, e.Audience, e.Purpose, e.Start.Long(), reg.NameOf(e.Provider)}
	for _, id := range e.Hosts {
		words = append(words, reg.NameOf(id))
	}
	for _, s := range e.Sessions {
		words = append(words, s.Title, s.Venue)
	}
	return strings.Join(words, "\n")
}

func columns(d desk.Desk) []record.ListColumn[*data.TrainingEvent] {
	// The list begins with what comes next: that is what one looks for.
	when := record.Column("when", lang.L("When"), 0, 84, func(e *data.TrainingEvent) string { return when(e, d.Today()) })
	when.Rank = func(_ *data.Register, e *data.TrainingEvent) float64 { return e.UpcomingRank(d.Today()) }
	start := record.DateColumn("start", lang.L("Starts"), 4, 120, func(e *data.TrainingEvent) data.Date { return e.Start })
	provider := record.Column("provider", lang.L("Provider"), 3, 96, (*data.TrainingEvent).Label)
	provider.Text = func(reg *data.Register, e *data.TrainingEvent) string { return reg.NameOf(e.Provider) }
	booked := figures("booked", lang.L("Booked"), 88, booked, (*data.TrainingEvent).Booked)
	attended := figures("attended", lang.L("Attended"), 84, func(e *data.TrainingEvent) string { return printed(e.Attended()) }, (*data.TrainingEvent).Attended)
	status := record.Column("status", lang.L("Status"), 1, 82, func(e *data.TrainingEvent) string { return lang.L(e.Status.Label()) })
	status.Rank = func(_ *data.Register, e *data.TrainingEvent) float64 {
		return float64(slices.Index(data.EventStatuses(), e.Status))
	}
	return []record.ListColumn[*data.TrainingEvent]{
		record.Column("title", lang.L("Title"), 8, 170, (*data.TrainingEvent).Label),
		record.Column("kind", lang.L("Kind"), 1, 84, func(e *data.TrainingEvent) string { return lang.L(e.Kind.Label()) }).Filtered().SetAside(),
		when.Filtered(), start,
		record.Column("venue", lang.L("Venue"), 3, 90, func(e *data.TrainingEvent) string { return e.Venue }).SetAside(),
		provider.Filtered(), booked, attended, status.Filtered(),
	}
}

// when is whether an event is still to come.
func when(e *data.TrainingEvent, today data.Date) string {
	switch first, _ := e.Days(); {
	case first.IsZero():
		return lang.L("No day yet")
	case e.Over(today):
		return lang.L("Over")
	case !today.Before(first):
		return lang.L("Under way")
	default:
		return lang.L("Coming up")
	}
}

func figures(key, heading string, least float32, text func(*data.TrainingEvent) string, n func(*data.TrainingEvent) int) record.ListColumn[*data.TrainingEvent] {
	c := record.Column(key, heading, 0, least, text)
	c.Figures = true
	c.Rank = func(_ *data.Register, e *data.TrainingEvent) float64 { return float64(n(e)) }
	return c
}

// booked is the places booked, of those there are where that is known.
func booked(e *data.TrainingEvent) string {
	switch n, places := e.Booked(), e.Places(); {
	case places > 0:
		return lang.F("%d of %d", n, places)
	default:
		return printed(n)
	}
}

// printed is a number, or nothing where nobody has put one down.
func printed(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func (r *Register) showList() {
	r.turn(false)
	r.list.Arrived()
}

func (r *Register) showCalendar() {
	r.turn(true)
	r.calendar.arrived()
}

// turn shows one of the two views.
func (r *Register) turn(calendar bool) {
	chosen, other := r.asList, r.asCalendar
	if calendar {
		chosen, other = other, chosen
		r.list.Content().Hide()
		r.calendar.show()
	} else {
		r.calendar.hide()
		r.list.Content().Show()
	}
	chosen.Importance, other.Importance = widget.HighImportance, widget.MediumImportance
	r.content.Refresh() // what was hidden has no size yet
}

// Title is the name of the section.
func (r *Register) Title() string { return r.list.Title() }

// Section is the section of the register.
func (r *Register) Section() desk.Section { return desk.Training }

// Content is the page.
func (r *Register) Content() fyne.CanvasObject { return r.content }

// Arrived gives the keyboard to the view that is shown.
func (r *Register) Arrived() {
	if r.calendar.content.Visible() {
		r.calendar.arrived()
		return
	}
	r.list.Arrived()
}

// Changed shows what was saved, here or elsewhere, in both views.
func (r *Register) Changed(rec data.Record) {
	r.list.Changed(rec)
	r.calendar.refresh()
}

// Find turns to the list and puts the cursor into its search box.
func (r *Register) Find() { r.showList() }

// New begins a new event; from the calendar, on the day that is chosen there.
func (r *Register) New() {
	if r.calendar.content.Visible() {
		r.calendar.begin()
		return
	}
	r.list.New()
}

// Makes is what New makes.
func (r *Register) Makes() string { return r.list.Makes() }
