package main

import (
	"context"

	"almoner/data"
	"almoner/data/sqlite"
)

type undoVerb struct {
	Office string `arg:"" help:"The office file."`
	Change int64  `arg:"" help:"Number of the change, as history shows it."`
	JSON   bool   `name:"json" help:"Say what was done in JSON."`
}

type savedRow struct {
	Kind     data.Kind `json:"kind"`
	ID       data.ID   `json:"id"`
	Label    string    `json:"label"`
	Sequence int64     `json:"sequence"` // of the change that did it
}

// Run takes a change back.
func (v *undoVerb) Run(ctx context.Context, term terminal) error {
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		saved, err := office.Undo(ctx, v.Change)
		if err != nil {
			return err
		}
		if v.JSON {
			return term.writeJSON(savedRowOf(saved))
		}
		term.say("Change %d was undone by change %d, which can be undone too: %s “%s”.", v.Change, saved.Sequence, saved.Record.RecordKind().Label(), saved.Record.Label())
		return nil
	})
}

func savedRowOf(saved data.Saved) savedRow {
	return savedRow{saved.Record.RecordKind(), saved.Record.Stamped().ID, saved.Record.Label(), saved.Sequence}
}
