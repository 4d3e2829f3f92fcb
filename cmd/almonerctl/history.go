package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
)

type historyVerb struct {
	Office string `arg:"" help:"The office file."`
	Record string `arg:"" optional:"" help:"Reference, title, name or ID of a record, of a deleted one too; the whole office if not given."`
	Kind   string `help:"Look among these records only: ${kinds}." placeholder:"KIND"`
	Limit  int    `default:"40" help:"How many changes to show at most." placeholder:"N"`
	JSON   bool   `name:"json" help:"Write JSON."`
}

type changeRow struct {
	Sequence  int64     `json:"sequence"`
	When      time.Time `json:"when"`
	Who       string    `json:"who"`
	Machine   string    `json:"machine"`
	Kind      data.Kind `json:"kind"`
	Record    data.ID   `json:"record"`
	Label     string    `json:"label"`
	Action    data.Deed `json:"action"`
	Sentences []string  `json:"sentences"`
}

// Run shows the changes of a record, or the last ones of the office.
func (v *historyVerb) Run(ctx context.Context, term terminal) error {
	if v.Limit < 1 {
		return wrongUse("--limit has to be at least 1.")
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		changes, err := v.changes(ctx, office)
		if err != nil {
			return err
		}
		reg, all := office.Register(), len(changes)
		changes = changes[:min(v.Limit, all)]
		if v.JSON {
			rows := []changeRow{}
			for _, c := range changes {
				rows = append(rows, changeRow{c.Sequence, c.When, c.Who, c.Machine, c.Kind, c.Record, c.Label, c.Action, toldOf(reg, c)})
			}
			return term.writeJSON(map[string]any{"changes": rows, "count": len(rows)})
		}
		p := term.page()
		for _, c := range changes {
			p.line(0, fmt.Sprintf("%d  %s  %s", c.Sequence, c.By(), whatOf(c)))
			for _, line := range toldOf(reg, c) {
				p.paragraph(2*indentStep, line)
			}
		}
		if all > len(changes) {
			p.line(0, fmt.Sprintf("%s before these; --limit shows more.", counted(all-len(changes), "change", "changes")))
		}
		return p.end()
	})
}

func (v *historyVerb) changes(ctx context.Context, office *sqlite.Office) ([]data.Change, error) {
	if v.Record == "" {
		return office.Changes(ctx, v.Limit)
	}
	kind, id, err := onceCalled(ctx, office, v.Record, v.Kind)
	if err != nil {
		return nil, err
	}
	return office.History(ctx, kind, id)
}

// whatOf is the record that a change was made to: "grant “Boxing at eight”".
func whatOf(c data.Change) string {
	if c.Record == "" {
		return "the change list"
	}
	return fmt.Sprintf("%s “%s”", c.Kind.Label(), c.Label)
}

// toldOf is a change in sentences. What is personal is told only by what was changed, not to what.
func toldOf(reg *data.Register, c data.Change) []string {
	var personal []string
	c.Fields = slices.DeleteFunc(slices.Clone(c.Fields), func(f data.FieldChange) bool {
		field, _, _ := strings.Cut(f.Path, "/")
		if !data.PersonalField(c.Kind, field) {
			return false
		}
		personal = append(personal, data.FieldLabel(c.Kind, field)+" changed")
		return true
	})
	sentences := reg.Sentences(c)
	if c.Action == data.Updated {
		sentences = append(sentences, slices.Compact(personal)...)
	}
	return append([]string{}, sentences...)
}

// onceCalled is the record that somebody means, of those that were deleted too. One that is called exactly so counts before one that is
// called something like it, deleted or not.
func onceCalled(ctx context.Context, office *sqlite.Office, text, kindWord string) (data.Kind, data.ID, error) {
	rec, err := recordCalled(office.Register(), text, kindWord)
	if err == nil && exactly(rec, text) {
		return rec.RecordKind(), rec.Stamped().ID, nil
	}
	gone, goneErr := goneCalled(ctx, office, text, kindWord)
	switch {
	case goneErr != nil:
		return "", "", goneErr
	case len(gone) == 1:
		return gone[0].Kind, gone[0].Record, nil
	case len(gone) == 0 && err == nil:
		return rec.RecordKind(), rec.Stamped().ID, nil
	case len(gone) == 0:
		return "", "", err
	}
	var names []string
	for _, c := range gone[:min(len(gone), mostNamed)] {
		names = append(names, fmt.Sprintf("%s, deleted on %s (%s)", whatOf(c), c.When.Local().Format("2 January 2006"), c.Record))
	}
	return "", "", notFound("%s were called “%s”: %s. Give the ID of the one that you mean.", counted(len(gone), "deleted record", "deleted records"), text, strings.Join(names, "; "))
}

// exactly reports whether a record is called just so.
func exactly(rec data.Record, text string) bool {
	name := data.Fold(strings.TrimSpace(text))
	return string(rec.Stamped().ID) == text || data.Fold(rec.Label()) == name || data.Fold(nameOf(rec)) == name || referenceOf(rec).Same(data.Reference(text))
}

// goneCalled is the last changes of deleted records that were called so.
func goneCalled(ctx context.Context, office *sqlite.Office, text, kindWord string) ([]data.Change, error) {
	kind := data.AnyKind
	if kindWord != "" {
		var err error
		if kind, err = kindNamed(kindWord); err != nil {
			return nil, err
		}
	}
	gone, err := office.Gone(ctx)
	if err != nil {
		return nil, err
	}
	wanted, key := data.Fold(strings.TrimSpace(text)), data.Reference(text).Key()
	return slices.DeleteFunc(gone, func(c data.Change) bool {
		if !kind.Includes(c.Kind) {
			return true
		}
		return string(c.Record) != strings.TrimSpace(text) && data.Fold(c.Label) != wanted && !slices.Contains(c.Bore(), key)
	}), nil
}
