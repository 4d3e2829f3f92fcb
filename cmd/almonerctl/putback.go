package main

import (
	"context"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
)

type putBackVerb struct {
	Office string `arg:"" help:"The office file."`
	Record string `arg:"" help:"Reference, title, name or ID of the record, which may have been deleted."`
	AsOf   string `required:"" help:"The day at whose end the record was as it shall be, such as 2024-03-31." placeholder:"DATE"`
	Kind   string `help:"Look among these records only: ${kinds}." placeholder:"KIND"`
	JSON   bool   `name:"json" help:"Say what was done in JSON."`
}

// Run makes a record what it was on a day.
func (v *putBackVerb) Run(ctx context.Context, term terminal) error {
	day, err := term.day(v.AsOf)
	if err != nil {
		return err
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		kind, id, err := onceCalled(ctx, office, v.Record, v.Kind)
		if err != nil {
			return err
		}
		saved, err := office.Restore(ctx, kind, id, endOf(day))
		if err != nil {
			return err
		}
		if v.JSON {
			return term.writeJSON(savedRowOf(saved))
		}
		term.say("The %s “%s” is again as it was at the end of %s. That is change %d, which can be undone.", kind.Label(), saved.Record.Label(), day.Long(), saved.Sequence)
		return nil
	})
}

// day reads a day that somebody gave on the command line.
func (t terminal) day(text string) (data.Date, error) {
	day, err := data.ParseDate(text, t.today())
	switch {
	case err != nil || day.IsZero():
		return data.Date{}, wrongUse("“%s” is not a date: write it like 2024-03-31.", text)
	case day.Precision != data.ToTheDay:
		return data.Date{}, wrongUse("“%s” is not one day: write it like 2024-03-31.", text)
	}
	return day, nil
}

// endOf is the last moment of a day where the program runs.
func endOf(day data.Date) time.Time {
	return time.Date(day.Year, day.Month, day.Day+1, 0, 0, 0, 0, time.Local).Add(-time.Nanosecond)
}
