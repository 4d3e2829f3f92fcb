package data

import "strings"

// EventKind is what sort of training an event is.
type EventKind string

// The sorts of training. A window is a stretch of time in which training takes place, such as a toolkit given to every officer on
// shift in April and May.
const (
	TrainingSession EventKind = "session"
	TrainingWindow  EventKind = "window"
	Campaign        EventKind = "campaign"
	Conference      EventKind = "conference"
)

var eventKinds = terms[EventKind]{
	{TrainingSession, "Session"}, {TrainingWindow, "Over a period"}, {Campaign, "Campaign"}, {Conference, "Conference"},
}

// EventKinds are all sorts of training.
func EventKinds() []EventKind { return eventKinds.values() }

// Label is how people read the sort of training.
func (k EventKind) Label() string { return eventKinds.label(k) }

// UnmarshalText reads a sort of training as the portable form writes it.
func (k *EventKind) UnmarshalText(text []byte) error {
	return eventKinds.unmarshal(k, text, "kind of training")
}

// EventStatus is how far a training event has come.
type EventStatus string

// The life of a training event.
const (
	EventPlanned   EventStatus = "planned"
	EventDated     EventStatus = "dated"
	EventDelivered EventStatus = "delivered"
	EventEvaluated EventStatus = "evaluated"
	EventCancelled EventStatus = "cancelled"
)

var eventStatuses = terms[EventStatus]{
	{EventPlanned, "Planned"},
	{EventDated, "Dated"},
	{EventDelivered, "Delivered"},
	{EventEvaluated, "Evaluated"},
	{EventCancelled, "Cancelled"},
}

var eventLife = life(
	from(EventPlanned, EventDated, EventDelivered, EventCancelled), // a window is delivered without ever having a day
	from(EventDated, EventDelivered, EventPlanned, EventCancelled),
	from(EventDelivered, EventEvaluated),
	from(EventEvaluated),
	from(EventCancelled, EventPlanned),
)

// EventStatuses are all steps in the life of a training event.
func EventStatuses() []EventStatus { return eventStatuses.values() }

// Label is how people read the status.
func (s EventStatus) Label() string { return eventStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *EventStatus) UnmarshalText(text []byte) error {
	return eventStatuses.unmarshal(s, text, "status of a training event")
}

// TrainingEvent is training that the office pays for or arranges.
type TrainingEvent struct {
	Stamp

	Title      string       `json:"title"`
	Kind       EventKind    `json:"kind,omitempty"`
	Start      Date         `json:"start,omitzero"`
	End        Date         `json:"end,omitzero"`
	Venue      string       `json:"venue,omitempty"`
	Provider   ID           `json:"provider,omitempty"`
	Hosts      []ID         `json:"hosts,omitempty"`
	Audience   string       `json:"audience,omitempty"`
	Capacity   int          `json:"capacity,omitzero"`
	Grant      ID           `json:"grant,omitempty"`
	Fund       ID           `json:"fund,omitempty"`
	Purpose    string       `json:"purpose,omitempty"` // Markdown
	Sessions   []Session    `json:"sessions,omitempty"`
	Attendance []Attendance `json:"attendance,omitempty"`
	Attendees  []Attendee   `json:"attendees,omitempty"` // never printed or exported unless somebody asks
	Evaluation Evaluation   `json:"evaluation,omitzero"`
	Status     EventStatus  `json:"status,omitempty"`
	Steps      []Step       `json:"steps,omitempty"`
}

// Session is one sitting of an event.
type Session struct {
	ID       RowID  `json:"id,omitempty"`
	Title    string `json:"title,omitempty"`
	On       Date   `json:"on,omitzero"`
	Starts   string `json:"starts,omitempty"` // by the clock: "09:30"
	Ends     string `json:"ends,omitempty"`
	Venue    string `json:"venue,omitempty"`
	Capacity int    `json:"capacity,omitzero"`
}

// Attendance is how many came from one body.
type Attendance struct {
	ID           RowID  `json:"id,omitempty"`
	Organisation ID     `json:"organisation,omitempty"`
	Audience     string `json:"audience,omitempty"`
	Booked       int    `json:"booked,omitzero"`
	Attended     int    `json:"attended,omitzero"`
}

// Attendee is one person on the list of an event.
type Attendee struct {
	ID           RowID  `json:"id,omitempty"`
	Name         string `json:"name"`
	Organisation ID     `json:"organisation,omitempty"`
	Email        string `json:"email,omitempty"`
	Needs        string `json:"needs,omitempty"` // access, diet
	Attended     bool   `json:"attended,omitempty"`
}

// Evaluation is what those who came said: their own mark of what they knew before and after, of a scale that ends at Best.
type Evaluation struct {
	Responses int      `json:"responses,omitzero"`
	Best      int      `json:"best,omitzero"`
	Before    *Decimal `json:"before,omitempty"` // averages
	After     *Decimal `json:"after,omitempty"`
	Comments  string   `json:"comments,omitempty"`
}

// RecordKind is KindTrainingEvent.
func (*TrainingEvent) RecordKind() Kind { return KindTrainingEvent }

// Label is the title.
func (e *TrainingEvent) Label() string { return e.Title }

// Stage is the status.
func (e *TrainingEvent) Stage() string { return string(e.Status) }

// StageLabel is how people read a status.
func (*TrainingEvent) StageLabel(stage string) string { return EventStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (e *TrainingEvent) NextStages() []string { return eventLife[e.Stage()] }

func (e *TrainingEvent) setStage(stage string) { e.Status = EventStatus(stage) }
func (e *TrainingEvent) taken() *[]Step        { return &e.Steps }

// Booked and Attended are the sums of the bodies' figures.
func (e *TrainingEvent) Booked() int { return e.sum(func(a Attendance) int { return a.Booked }) }

// Attended is how many came.
func (e *TrainingEvent) Attended() int { return e.sum(func(a Attendance) int { return a.Attended }) }

func (e *TrainingEvent) sum(of func(Attendance) int) int {
	n := 0
	for _, a := range e.Attendance {
		n += of(a)
	}
	return n
}

// Problems are what keeps the event from being saved.
func (e *TrainingEvent) Problems() Problems {
	var ps Problems
	ps.title("title", e.Title, "The event")
	ps.period("end", e.Start, e.End, "The event")
	ps.count("capacity", e.Capacity, "The capacity")
	for i, s := range e.Sessions {
		ps.count(row("sessions", i, "capacity"), s.Capacity, "The capacity of a session")
		if !clockTime(s.Starts) {
			ps.add(row("sessions", i, "starts"), "%s is not a time of the day: write it like 09:30.", s.Starts)
		}
		if !clockTime(s.Ends) {
			ps.add(row("sessions", i, "ends"), "%s is not a time of the day: write it like 16:00.", s.Ends)
		} else if s.Starts != "" && s.Ends != "" && s.Ends < s.Starts {
			ps.add(row("sessions", i, "ends"), "A session ends at %s, before it starts at %s.", s.Ends, s.Starts)
		}
	}
	for i, a := range e.Attendance {
		ps.count(row("attendance", i, "booked"), a.Booked, "The number of places booked")
		ps.count(row("attendance", i, "attended"), a.Attended, "The number of people who came")
	}
	for i, a := range e.Attendees {
		ps.title(row("attendees", i, "name"), a.Name, "An attendee")
	}
	ps.count("evaluation.responses", e.Evaluation.Responses, "The number of forms that came back")
	ps.count("evaluation.best", e.Evaluation.Best, "The best mark")
	return ps
}

func (ps *Problems) count(field string, n int, what string) {
	if n < 0 {
		ps.add(field, "%s cannot be less than nought.", what)
	}
}

// clockTime reports whether text is a time such as 09:30, or nothing.
func clockTime(text string) bool {
	if text == "" {
		return true
	}
	if len(text) != 5 || text[2] != ':' {
		return false
	}
	if strings.Trim(text[:2]+text[3:], "0123456789") != "" {
		return false // "+9:30" is no time, although "+9" is a number
	}
	return atoi(text[:2]) < 24 && atoi(text[3:]) < 60
}

func (e *TrainingEvent) references(visit func(string, Kind, *ID)) {
	visit("provider", KindOrganisation, &e.Provider)
	for i := range e.Hosts {
		visit(at("hosts", i), KindOrganisation, &e.Hosts[i])
	}
	visit("grant", KindGrant, &e.Grant)
	visit("fund", KindFund, &e.Fund)
	for i := range e.Attendance {
		visit(row("attendance", i, "organisation"), KindOrganisation, &e.Attendance[i].Organisation)
	}
	for i := range e.Attendees {
		visit(row("attendees", i, "organisation"), KindOrganisation, &e.Attendees[i].Organisation)
	}
}
