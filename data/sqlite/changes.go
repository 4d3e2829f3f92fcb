package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
)

type metaRow struct {
	bun.BaseModel `bun:"table:meta"`

	ID          int    `bun:"id,pk"`
	DatabaseID  string `bun:"database_id"`
	Schema      int
	LeastWriter int
	Epoch       int64
	Sequence    int64
}

func readMeta(ctx context.Context, db bun.IDB) (metaRow, error) {
	var m metaRow
	if err := db.NewSelect().Model(&m).Where("id = 1").Scan(ctx); err != nil {
		return m, fmt.Errorf("read what the file says of itself: %w", err)
	}
	return m, nil
}

type changeRow struct {
	bun.BaseModel `bun:"table:changes"`

	Sequence  int64 `bun:"sequence,pk"`
	Operation string
	At        string
	Who       string
	Machine   string
	Kind      data.Kind
	Record    data.ID
	Label     string
	Version   int64
	Action    data.Deed
	Hash      string

	LabelSalt   string
	LabelDigest string
}

type changeFieldRow struct {
	bun.BaseModel `bun:"table:change_fields"`

	Sequence int64 `bun:"sequence,pk"`
	Position int   `bun:"position,pk"`
	Path     string
	Before   string
	After    string
	Salt     string
	Digest   string
}

// insertChanges adds entries to the end of the change list.
func insertChanges(ctx context.Context, db bun.IDB, changes []data.Change) error {
	b := newBatch()
	entries, fields := rowsIn[changeRow](b), rowsIn[changeFieldRow](b)
	for _, c := range changes {
		*entries = append(*entries, changeRow{
			Sequence: c.Sequence, Operation: c.Operation, At: c.When.UTC().Format(time.RFC3339Nano), Who: c.Who, Machine: c.Machine,
			Kind: c.Kind, Record: c.Record, Label: c.Label, Version: c.Version, Action: c.Action, Hash: c.Hash,
			LabelSalt: c.LabelSalt, LabelDigest: c.LabelDigest,
		})
		for i, f := range c.Fields {
			*fields = append(*fields, changeFieldRow{
				Sequence: c.Sequence, Position: i, Path: f.Path, Before: string(f.Before), After: string(f.After),
				Salt: f.Salt, Digest: f.Digest,
			})
		}
	}
	return b.insert(ctx, db)
}

// readChanges is the changes that where asks for, in order of sequence, with their fields.
func readChanges(ctx context.Context, db bun.IDB, where string, args ...any) ([]data.Change, error) {
	var entries []changeRow
	if err := db.NewSelect().Model(&entries).Where(where, args...).Order("sequence").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read the change list: %w", err)
	}
	if len(entries) == 0 {
		return nil, nil
	}
	var fields []changeFieldRow
	err := db.NewSelect().Model(&fields).
		Where("sequence IN (?)", db.NewSelect().Model((*changeRow)(nil)).Column("sequence").Where(where, args...)).
		Order("sequence", "position").Scan(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the fields of the change list: %w", err)
	}
	changes := make([]data.Change, len(entries))
	for i, e := range entries {
		if changes[i], err = e.change(); err != nil {
			return nil, err
		}
		n := 0
		for n < len(fields) && fields[n].Sequence == e.Sequence {
			n++
		}
		for _, f := range fields[:n] {
			changes[i].Fields = append(changes[i].Fields, data.FieldChange{
				Path: f.Path, Before: json.RawMessage(f.Before), After: json.RawMessage(f.After),
				Salt: f.Salt, Digest: f.Digest,
			})
		}
		fields = fields[n:]
	}
	return changes, nil
}

func (e changeRow) change() (data.Change, error) {
	at, err := time.Parse(time.RFC3339Nano, e.At)
	if err != nil {
		return data.Change{}, fmt.Errorf("read the moment of change %d: %w", e.Sequence, err)
	}
	return data.Change{
		Sequence: e.Sequence, Operation: e.Operation, When: at, Who: e.Who, Machine: e.Machine, Kind: e.Kind, Record: e.Record,
		Label: e.Label, Version: e.Version, Action: e.Action, Hash: e.Hash,
		LabelSalt: e.LabelSalt, LabelDigest: e.LabelDigest,
	}, nil
}

// History is the changes of a record, latest first, those of others included that the register has not yet taken in.
func (o *Office) History(ctx context.Context, kind data.Kind, id data.ID) ([]data.Change, error) {
	var changes []data.Change
	err := o.read(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
		changes, err = readChanges(ctx, tx, "kind = ? AND record = ?", kind, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the history of %s %s: %w", kind, id, explained(err, o.truth.path))
	}
	slices.Reverse(changes)
	return changes, nil
}
