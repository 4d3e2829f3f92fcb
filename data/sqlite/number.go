package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Number saves a record with the next reference of its kind; see data.Office. The number is found in the transaction that saves it,
// after all that others have saved, so two people are never given the same one; a save that fails has taken none.
func (o *Office) Number(ctx context.Context, rec data.Record, today data.Date) (data.Saved, error) {
	if err := numberable(rec); err != nil {
		return data.Saved{}, err
	}
	kind := rec.RecordKind().Label()
	saved, err := o.save(ctx, newOperation(edit{rec: rec, number: true, today: today}))
	if err != nil {
		return data.Saved{}, fmt.Errorf("number the %s %q: %w", kind, rec.Label(), err)
	}
	return saved, nil
}

// numberable finds a record that cannot be given a reference.
func numberable(rec data.Record) error {
	kind := rec.RecordKind().Label()
	n, ok := rec.(data.Numbered)
	if !ok {
		return fault(nil, "There is nothing to number: a record of the kind %s bears no reference.", kind)
	}
	if own, _ := n.Bears(); own.Key() != "" {
		return fault(nil, "This %s has the reference %s already. Nothing was changed: to number it anew, clear that reference first.", kind, *own)
	}
	return nil
}

// number gives a record its reference, unless a colleague has numbered it meanwhile. The register holds what the file does.
func (t *transaction) number(rec data.Record, today data.Date) error {
	n, ok := rec.(data.Numbered)
	if !ok {
		return fmt.Errorf("number a %s, which bears no reference", rec.RecordKind().Label())
	}
	own, _ := n.Bears()
	if own.Key() == "" {
		next, err := t.office.register.ReferenceFor(n, today)
		if err != nil {
			return err
		}
		*own = next
	}
	return rec.Problems().Err()
}

// deletions is the changes that deleted records, oldest first, with the references that those bore and nothing else of them.
func deletions(ctx context.Context, db bun.IDB) ([]data.Change, error) {
	var rows []struct {
		Sequence int64
		Kind     data.Kind
		Record   data.ID
		Path     string
		Before   string
	}
	err := db.NewSelect().TableExpr("changes AS c").
		Join("LEFT JOIN change_fields AS f ON f.sequence = c.sequence AND f.path IN (?)", bun.List(data.BearingFields())).
		Column("c.sequence", "c.kind", "c.record").ColumnExpr("coalesce(f.path, '') AS path, coalesce(f.before, '') AS before").
		Where("c.action = ?", data.Deleted).Order("c.sequence").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("read which references were given to what is deleted: %w", err)
	}
	var changes []data.Change
	for _, r := range rows {
		if len(changes) == 0 || changes[len(changes)-1].Sequence != r.Sequence {
			changes = append(changes, data.Change{Sequence: r.Sequence, Kind: r.Kind, Record: r.Record, Action: data.Deleted})
		}
		c := &changes[len(changes)-1]
		c.Fields = append(c.Fields, data.FieldChange{Path: r.Path, Before: json.RawMessage(r.Before)})
	}
	return changes, nil
}
