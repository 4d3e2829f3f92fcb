package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Undo takes one change back; see data.Office.
func (o *Office) Undo(ctx context.Context, sequence int64) (data.Saved, error) {
	saved, err := o.UndoAll(ctx, []int64{sequence})
	if err != nil {
		return data.Saved{}, err
	}
	return saved[0], nil
}

// UndoAll takes the changes of several records back in one transaction; see data.Office.
func (o *Office) UndoAll(ctx context.Context, sequences []int64) ([]data.Saved, error) {
	changes := make([]undoing, len(sequences))
	back := map[key]bool{} // which will be there again
	err := o.past(ctx, func(ctx context.Context, tx bun.Tx) error {
		for i, sequence := range sequences {
			u := &changes[i]
			u.office, u.back = o, back
			if err := u.read(ctx, tx, sequence); err != nil {
				return fmt.Errorf("undo change %d: %w", sequence, err)
			}
			if u.now, u.held = o.register.Find(u.change.Kind, u.change.Record); u.held {
				u.now = data.Clone(u.now)
			}
			back[key{u.change.Kind, u.change.Record}] = u.change.Action == data.Deleted
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	op := newOperation()
	var refused error
	for i := range changes {
		e, err := changes[i].undo(ctx)
		if err != nil {
			refused = errors.Join(refused, fmt.Errorf("undo change %d: %w", sequences[i], err))
			continue
		}
		op.edits = append(op.edits, e)
	}
	if len(op.edits) == 0 {
		return nil, refused
	}
	saved, err := o.deliver(ctx, op, nil)
	if err != nil {
		return nil, errors.Join(refused, fmt.Errorf("undo %d changes: %w", len(op.edits), err))
	}
	return saved, refused
}

// past reads the change list. Where that is read from the file itself, the register first takes in what others have saved; a mirror and
// the register are always at the same change.
func (o *Office) past(ctx context.Context, work func(context.Context, bun.Tx) error) error {
	if o.local != nil {
		return explained(o.local.read(ctx, work), o.truth.path)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return explained(o.readFile(ctx, func(ctx context.Context, tx bun.Tx) error {
		s, err := o.standing(ctx, tx, "")
		if err != nil {
			return err
		}
		if err := o.catchUp(ctx, tx, s); err != nil {
			return err
		}
		return work(ctx, tx)
	}), o.truth.path)
}

// undoing is a change on its way back.
type undoing struct {
	office *Office
	change data.Change
	since  []data.Change // of the same record, oldest first
	now    data.Record   // a copy of the record as it is, if it is held
	held   bool
	back   map[key]bool // what else is put back with it
}

func (u *undoing) read(ctx context.Context, tx bun.Tx, sequence int64) error {
	found, err := readChanges(ctx, tx, "sequence = ?", sequence)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return fault(nil, "There is no change %d in the list. Nothing was changed.", sequence)
	}
	u.change = found[0]
	u.since, err = readChanges(ctx, tx, "kind = ? AND record = ? AND sequence > ?", u.change.Kind, u.change.Record, sequence)
	return err
}

// undo is the edit that takes the change back.
func (u *undoing) undo(ctx context.Context) (edit, error) {
	what := fmt.Sprintf("the %s “%s”", u.change.Kind.Label(), u.change.Label)
	switch {
	case u.change.Action == data.Erased:
		return edit{}, fault(nil, "Who was taken out of the change list is gone from it for good: that cannot be undone.")
	case u.change.Action == data.Deleted && u.held:
		return edit{}, fault(nil, "Nothing was undone: %s has been put back already.", what)
	case u.change.Action == data.Deleted:
		return u.revive(ctx)
	case !u.held:
		return edit{}, fault(nil, "Nothing was undone: %s has been deleted since. Undo that first.", what)
	}
	after, err := rewind(u.now, u.since)
	if err != nil {
		return edit{}, err
	}
	if u.change.Action == data.Created {
		return u.unmake(after)
	}
	return u.takeBack(ctx, after)
}

// rewind takes changes back from a record, the latest first.
func rewind(rec data.Record, changes []data.Change) (data.Record, error) {
	var err error
	for _, c := range slices.Backward(changes) {
		if rec, err = data.Unapply(rec, c.Fields); err != nil {
			return nil, err
		}
	}
	return rec, nil
}

// revive is the edit that puts a deleted record back, with the ID that it had.
func (u *undoing) revive(ctx context.Context) (edit, error) {
	rec, err := nothing(u.change.Kind, u.change.Record)
	if err != nil {
		return edit{}, err
	}
	if rec, err = data.Unapply(rec, u.change.Fields); err != nil {
		return edit{}, err
	}
	return u.office.puttingBack(ctx, rec, u.back)
}

// nothing is a record that nothing is known of but its ID.
func nothing(kind data.Kind, id data.ID) (data.Record, error) {
	rec, err := data.New(kind)
	if err != nil {
		return nil, err
	}
	rec.Stamped().ID = id
	return rec, nil
}

// puttingBack is the edit that saves a record as it once was. What it names must still be there, or come back with it.
func (o *Office) puttingBack(ctx context.Context, rec data.Record, back map[key]bool) (edit, error) {
	if err := o.present(ctx, rec, back); err != nil {
		return edit{}, err
	}
	return edit{rec: rec, back: true}, nil
}

// present checks that what a record names is there, or comes back with it, and says what is not by the name that it had.
func (o *Office) present(ctx context.Context, rec data.Record, back map[key]bool) error {
	t := transaction{office: o}
	var gone []data.ID
	data.EachReference(rec, func(_ string, kind data.Kind, id *data.ID) {
		if *id != "" && *id != rec.Stamped().ID && !t.exists(key{kind, *id}) && !comesBack(back, kind, *id) && !slices.Contains(gone, *id) {
			gone = append(gone, *id)
		}
	})
	if len(gone) == 0 {
		return nil
	}
	var names []string
	err := o.past(ctx, func(ctx context.Context, tx bun.Tx) error {
		for _, id := range gone {
			last, err := readChanges(ctx, tx, "sequence = (SELECT max(sequence) FROM changes WHERE record = ?)", id)
			if err != nil {
				return err
			}
			for _, c := range last {
				names = append(names, fmt.Sprintf("the %s “%s”", c.Kind.Label(), c.Label))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{"a record"}
	}
	return fault(nil, "The %s “%s” cannot be as it was: it named %s, which the office does not hold any more. Put that back first.",
		rec.RecordKind().Label(), rec.Label(), strings.Join(names, ", "))
}

// comesBack reports whether a record is among those that are put back; the kind may be one that includes several.
func comesBack(back map[key]bool, kind data.Kind, id data.ID) bool {
	for k, again := range back {
		if again && k.id == id && kind.Includes(k.kind) {
			return true
		}
	}
	return false
}

// unmake is the edit that takes out of the office a record that was made, unless somebody has changed it since.
func (u *undoing) unmake(after data.Record) (edit, error) {
	fields, err := data.Diff(after, u.now)
	if err != nil {
		return edit{}, err
	}
	if len(fields) > 0 {
		paths := make([]string, len(fields))
		for i, f := range fields {
			paths[i] = f.Path
		}
		return edit{}, u.changedSince(paths)
	}
	if u.change.Kind == data.KindOffice {
		return edit{}, fault(nil, "The office’s own details cannot be taken back; they can be changed.")
	}
	return edit{rec: u.now, remove: true, back: true}, nil
}

// takeBack is the edit that saves the record without what the change did to it: the change and all that came since are two edits of one record.
func (u *undoing) takeBack(ctx context.Context, after data.Record) (edit, error) {
	own := slices.DeleteFunc(slices.Clone(u.change.Fields), data.FieldChange.Erased) // what stood there is not known any more
	before, err := data.Unapply(after, own)
	if err != nil {
		return edit{}, err
	}
	rec, clashes, err := data.Merge(after, before, u.now)
	if err != nil {
		return edit{}, err
	}
	if len(clashes) > 0 {
		paths := make([]string, len(clashes))
		for i, c := range clashes {
			paths[i] = c.Path
		}
		return edit{}, u.changedSince(paths)
	}
	return u.office.restoring(ctx, u.now, rec, u.back)
}

// restoring is the edit that makes of a record what it once was.
func (o *Office) restoring(ctx context.Context, now, rec data.Record, back map[key]bool) (edit, error) {
	fields, err := data.Diff(now, rec)
	if err != nil {
		return edit{}, err
	}
	if len(fields) == 0 {
		return edit{}, fault(nil, "Nothing was changed: the %s “%s” is as it was then already.", now.RecordKind().Label(), now.Label())
	}
	return o.puttingBack(ctx, rec, back)
}

// changedSince says which fields of a change cannot be taken back, because somebody has changed them again.
func (u *undoing) changedSince(paths []string) error {
	var said []string
	for _, path := range paths {
		text := "“" + data.FieldLabel(u.change.Kind, path) + "”"
		if c, ok := lastOn(path, u.since); ok {
			text += " by " + c.Who + " on " + c.When.Local().Format("2 January 2006")
		}
		if !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	return fault(nil, "Nothing was undone: of the %s “%s”, this was changed again since: %s. Undo that first, or change it by hand.",
		u.change.Kind.Label(), u.now.Label(), strings.Join(said, ", "))
}

// AsOf is a record as it was; see data.Office.
func (o *Office) AsOf(ctx context.Context, kind data.Kind, id data.ID, at time.Time) (data.Record, error) {
	var changes []data.Change
	err := o.past(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
		changes, err = readChanges(ctx, tx, "kind = ? AND record = ?", kind, id)
		return err
	})
	if err == nil {
		var rec data.Record
		if rec, err = asOf(kind, id, changes, at); err == nil {
			return rec, nil
		}
	}
	return nil, fmt.Errorf("read the %s %s as of %s: %w", kind.Label(), id, at.Format(time.RFC3339), err)
}

// asOf follows the changes of a record as far as a moment. Order is that of the list; clocks of laptops may be wrong.
func asOf(kind data.Kind, id data.ID, changes []data.Change, at time.Time) (data.Record, error) {
	if len(changes) == 0 {
		return nil, fault(nil, "The office has never held that %s.", kind.Label())
	}
	last := len(changes) - 1
	for last >= 0 && changes[last].When.After(at) {
		last--
	}
	day := func(c data.Change) string { return c.When.Local().Format("2 January 2006, 15:04") }
	if last < 0 {
		return nil, fault(nil, "The %s “%s” was not there yet: %s made it on %s.", kind.Label(), changes[0].Label, changes[0].Who, day(changes[0]))
	}
	if c := changes[last]; c.Action == data.Deleted {
		return nil, fault(nil, "The %s “%s” was not there: %s had deleted it on %s.", kind.Label(), c.Label, c.Who, day(c))
	}
	rec, err := nothing(kind, id)
	if err != nil {
		return nil, err
	}
	for _, c := range changes[:last+1] {
		if rec, err = data.Apply(rec, c.Fields); err != nil {
			return nil, err
		}
	}
	s := rec.Stamped()
	s.Version, s.SavedAt, s.SavedBy = changes[last].Version, changes[last].When, changes[last].Who
	return rec, nil
}

// Restore saves a record as it was; see data.Office.
func (o *Office) Restore(ctx context.Context, kind data.Kind, id data.ID, at time.Time) (data.Saved, error) {
	rec, err := o.AsOf(ctx, kind, id, at)
	if err != nil {
		return data.Saved{}, err
	}
	var e edit
	if now, held := o.register.Find(kind, id); held {
		rec.Stamped().Version = now.Stamped().Version
		e, err = o.restoring(ctx, now, rec, nil)
	} else {
		rec.Stamped().Version = 0
		e, err = o.puttingBack(ctx, rec, nil)
	}
	var saved data.Saved
	if err == nil {
		saved, err = o.save(ctx, newOperation(e))
	}
	if err != nil {
		return data.Saved{}, fmt.Errorf("restore the %s %q: %w", kind.Label(), rec.Label(), err)
	}
	return saved, nil
}
