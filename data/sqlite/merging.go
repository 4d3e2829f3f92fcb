package sqlite

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

// MergeOrganisations makes one organisation of two that are the same body: whatever names drop names keep afterwards, keep takes over what
// it lacked, and drop is deleted. All of it is done or nothing, each change with its entry in the change list. It returns how many
// records beside the two were changed.
func (o *Office) MergeOrganisations(ctx context.Context, keep, drop data.ID) (int, error) {
	if err := o.past(ctx, func(context.Context, bun.Tx) error { return nil }); err != nil { // what others saved may name drop
		return 0, fmt.Errorf("merge organisations: %w", err)
	}
	changed, err := data.MergeOrganisations(o.register, keep, drop)
	if err != nil {
		return 0, fmt.Errorf("merge organisations: %w", err)
	}
	op := newOperation()
	for _, rec := range changed {
		op.edits = append(op.edits, edit{rec: rec, renames: true})
	}
	dropped, _ := o.register.Find(data.KindOrganisation, drop)
	op.edits = append(op.edits, edit{rec: data.Clone(dropped), remove: true})
	if _, err := o.deliver(ctx, op, nil); err != nil {
		return 0, fmt.Errorf("merge the organisation %q into another: %w", dropped.Label(), err)
	}
	return len(changed) - 1, nil
}

// usedBy is the records that will point to one that goes: those that this operation neither changes so that they do not, nor deletes.
func (t *transaction) usedBy(rec data.Record) []data.Record {
	return slices.DeleteFunc(t.office.register.UsedBy(rec), func(by data.Record) bool {
		after, edited := t.edited[keyOf(by)]
		return edited && (after == nil || !names(after, rec))
	})
}

// names reports whether a record points to another.
func names(rec, other data.Record) bool {
	found := false
	data.EachReference(rec, func(_ string, kind data.Kind, id *data.ID) {
		found = found || *id == other.Stamped().ID && kind.Includes(other.RecordKind())
	})
	return found
}
