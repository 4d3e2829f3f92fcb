package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"almoner/data"
)

// merge brings together a record that was loaded at an older version and what others have saved since. Where it cannot, it is a
// *data.Conflict.
func (t *transaction) merge(ctx context.Context, mine, theirs data.Record) (data.Record, []data.Meanwhile, error) {
	conflict := t.conflict(mine, theirs)
	since, err := changesSince(ctx, t.tx, keyOf(mine), mine.Stamped().Version)
	if err != nil {
		return nil, nil, err
	}
	if conflict.Base == nil {
		if conflict.Base, err = baseOf(theirs, since, mine.Stamped().Version); err != nil {
			return nil, nil, err
		}
	}
	if conflict.Base == nil || mine.Stamped().Version > theirs.Stamped().Version {
		return nil, nil, conflict
	}
	return t.mergeOnto(conflict, since)
}

// mergeFrom is merge where it is known what the record was made from.
func (t *transaction) mergeFrom(ctx context.Context, base, mine, theirs data.Record) (data.Record, []data.Meanwhile, error) {
	since, err := changesSince(ctx, t.tx, keyOf(mine), base.Stamped().Version)
	if err != nil {
		return nil, nil, err
	}
	return t.mergeOnto(&data.Conflict{Base: base, Mine: mine, Theirs: theirs}, since)
}

func (t *transaction) mergeOnto(conflict *data.Conflict, since []data.Change) (data.Record, []data.Meanwhile, error) {
	mine, theirs := conflict.Mine, conflict.Theirs
	others, err := data.Diff(conflict.Base, theirs)
	if err != nil {
		return nil, nil, fmt.Errorf("compare with what was saved meanwhile: %w", err)
	}
	told := meanwhile(others, since)
	if err := data.CheckMeanwhile(conflict.Base, mine, told); err != nil {
		return nil, nil, err
	}
	if conflict.Merged, conflict.Clashes, err = data.Merge(conflict.Base, mine, theirs); err != nil {
		return nil, nil, fmt.Errorf("merge with what was saved meanwhile: %w", err)
	}
	if conflict.Problems = append(conflict.Merged.Problems(), unstorable(conflict.Merged)...); len(conflict.Problems)+len(conflict.Clashes) > 0 {
		return nil, nil, conflict
	}
	return conflict.Merged, told, nil
}

// changesSince is the changes of a record after a version of it, oldest first.
func changesSince(ctx context.Context, db bun.IDB, k key, version int64) ([]data.Change, error) {
	return readChanges(ctx, db, "kind = ? AND record = ? AND version > ?", k.kind, k.id, version)
}

// baseOf takes changes back from a record until it is what it was at an older version. It is nil where the change list does not tell:
// where a person was taken out of it, whose words must not come back by being taken for somebody's edit.
func baseOf(rec data.Record, since []data.Change, version int64) (data.Record, error) {
	at := rec.Stamped().Version
	for _, c := range slices.Backward(since) {
		if c.Version != at || slices.ContainsFunc(c.Fields, data.FieldChange.Erased) {
			return nil, nil
		}
		var err error
		if rec, err = data.Unapply(rec, c.Fields); err != nil {
			return nil, err
		}
		at--
	}
	if at != version {
		return nil, nil
	}
	rec.Stamped().Version = version
	return rec, nil
}

// meanwhile says of each field that others changed who did so last.
func meanwhile(others []data.FieldChange, since []data.Change) []data.Meanwhile {
	told := make([]data.Meanwhile, 0, len(others))
	for _, f := range others {
		m := data.Meanwhile{FieldChange: f}
		if c, ok := lastOn(f.Path, since); ok {
			m.Who, m.When = c.Who, c.When
		}
		told = append(told, m)
	}
	return told
}

// lastOn is the last change of a field, of something in it, or of what it is in.
func lastOn(path string, changes []data.Change) (data.Change, bool) {
	for _, c := range slices.Backward(changes) {
		if slices.ContainsFunc(c.Fields, func(f data.FieldChange) bool { return touches(f.Path, path) }) {
			return c, true
		}
	}
	return data.Change{}, false
}

func touches(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/")
}
