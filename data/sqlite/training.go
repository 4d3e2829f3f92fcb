package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var trainingEvents = keep[eventRow, data.TrainingEvent](
	rows[hostRow](func(e *data.TrainingEvent) *[]data.ID { return &e.Hosts }),
	rows[sessionRow](func(e *data.TrainingEvent) *[]data.Session { return &e.Sessions }),
	rows[attendanceRow](func(e *data.TrainingEvent) *[]data.Attendance { return &e.Attendance }),
	rows[attendeeRow](func(e *data.TrainingEvent) *[]data.Attendee { return &e.Attendees }),
	entries[evaluationRow](evaluation, setEvaluation),
	rows[eventStepRow](func(e *data.TrainingEvent) *[]data.Step { return &e.Steps }),
)

type eventRow struct {
	bun.BaseModel `bun:"table:training_events"`
	record

	Title          string
	Kind           data.EventKind
	Start          string `bun:",nullzero"`
	StartPrecision string
	StartWording   string
	End            string `bun:",nullzero"`
	EndPrecision   string
	EndWording     string
	Venue          string
	Provider       data.ID `bun:",nullzero"`
	Audience       string
	Capacity       int
	Grant          data.ID `bun:",nullzero"`
	Fund           data.ID `bun:",nullzero"`
	Purpose        string
	Status         data.EventStatus
}

type hostRow struct {
	bun.BaseModel `bun:"table:training_hosts"`
	listed

	Organisation data.ID
}

type sessionRow struct {
	bun.BaseModel `bun:"table:training_sessions"`
	listed

	ID             data.RowID `bun:"id"`
	Title          string
	OnDay          string `bun:"on_day,nullzero" from:"On"`
	OnDayPrecision string
	OnDayWording   string
	Starts         string
	Ends           string
	Venue          string
	Capacity       int
}

type attendanceRow struct {
	bun.BaseModel `bun:"table:training_attendance"`
	listed

	ID           data.RowID `bun:"id"`
	Organisation data.ID    `bun:",nullzero"`
	Audience     string
	Booked       int
	Attended     int
}

type attendeeRow struct {
	bun.BaseModel `bun:"table:training_attendees"`
	listed

	ID           data.RowID `bun:"id"`
	Name         string
	Organisation data.ID `bun:",nullzero"`
	Email        string
	Needs        string
	Attended     bool
}

type eventStepRow struct {
	bun.BaseModel `bun:"table:training_steps"`
	listed
	step
}

// evaluationRow stands in a list of one at most: an event was evaluated, or it was not.
type evaluationRow struct {
	bun.BaseModel `bun:"table:training_evaluation"`
	listed

	Responses int
	Best      int
	Before    *int64
	After     *int64
	Comments  string
}

func evaluation(e *data.TrainingEvent) []data.Evaluation {
	if e.Evaluation == (data.Evaluation{}) {
		return nil
	}
	return []data.Evaluation{e.Evaluation}
}

func setEvaluation(e *data.TrainingEvent, found []data.Evaluation) { e.Evaluation = found[0] }
