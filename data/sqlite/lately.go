package sqlite

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Changes is the last changes of the whole office, at most limit, latest first.
func (o *Office) Changes(ctx context.Context, limit int) ([]data.Change, error) {
	return o.latest(ctx, "sequence > (SELECT sequence FROM meta WHERE id = 1) - ?", limit)
}

// Gone is the last change of each record that was deleted and has not come back, latest first.
func (o *Office) Gone(ctx context.Context) ([]data.Change, error) {
	return o.latest(ctx, "action = ? AND sequence IN (SELECT max(sequence) FROM changes WHERE record <> '' GROUP BY kind, record)", data.Deleted)
}

func (o *Office) latest(ctx context.Context, where string, args ...any) ([]data.Change, error) {
	var changes []data.Change
	err := o.past(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
		changes, err = readChanges(ctx, tx, where, args...)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the last changes: %w", err)
	}
	slices.Reverse(changes)
	return changes, nil
}
