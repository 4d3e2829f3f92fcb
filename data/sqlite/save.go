package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/uptrace/bun"

	"almoner/data"
)

// operation is one thing that a person did, under an ID of its own. It may be delivered more than once, as when a connection broke
// before the answer came: the file takes it once.
type operation struct {
	id    string
	edits []edit
}

// edit is a record as it should become; the record's version says what it was made from.
type edit struct {
	rec data.Record
	// based is that base is what the record was made from, nothing if it is nil; else its version says so.
	based  bool
	base   data.Record
	remove bool
	number bool      // give it the next reference of its kind
	today  data.Date // on which it is numbered
	back   bool      // it takes something back, and so may go back a step
	// renames is that the record names another record of the same body; what was issued says the same as before.
	renames bool
}

func newOperation(edits ...edit) operation {
	return operation{id: uuid.Must(uuid.NewV7()).String(), edits: edits}
}

// changeID is the operation of one change. The change list has each only once, so those of an operation that changes many records
// are numbered.
func (op operation) changeID(i int) string {
	if len(op.edits) == 1 {
		return op.id
	}
	return op.id + "/" + strconv.Itoa(i)
}

// Save stores a record; see data.Office. The caller's record is not changed: Saved holds the one to go on with.
func (o *Office) Save(ctx context.Context, rec data.Record) (data.Saved, error) {
	saved, err := o.save(ctx, newOperation(edit{rec: rec}))
	if err != nil {
		return data.Saved{}, fmt.Errorf("save the %s %q: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	return saved, nil
}

func (o *Office) save(ctx context.Context, op operation) (data.Saved, error) {
	saved, err := o.deliver(ctx, op, nil)
	if err != nil {
		return data.Saved{}, err
	}
	return saved[0], nil
}

// SaveAll stores many records in one transaction: all of them, or none. They may name each other, in any order.
func (o *Office) SaveAll(ctx context.Context, recs []data.Record, progress func(done, total int)) error {
	if len(recs) == 0 {
		return nil
	}
	op := newOperation()
	for _, rec := range recs {
		op.edits = append(op.edits, edit{rec: rec})
	}
	if _, err := o.deliver(ctx, op, progress); err != nil {
		return fmt.Errorf("save %d records: %w", len(recs), err)
	}
	return nil
}

// Delete takes a record out of the office; see data.Office.
func (o *Office) Delete(ctx context.Context, rec data.Record) error {
	if rec.RecordKind() == data.KindOffice {
		return fault(nil, "The office’s own details cannot be deleted; they can be changed.")
	}
	if _, err := o.deliver(ctx, newOperation(edit{rec: rec, remove: true}), nil); err != nil {
		return fmt.Errorf("delete the %s %q: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	return nil
}

// DeleteAll takes many records out of the office in one transaction; see data.Office.
func (o *Office) DeleteAll(ctx context.Context, recs []data.Record) ([]int64, error) {
	return o.deleteAll(ctx, recs, func(e edit) (edit, error) { return e, nil })
}

// deleteAll deletes records by edits that are made ready one by one.
func (o *Office) deleteAll(ctx context.Context, recs []data.Record, ready func(edit) (edit, error)) ([]int64, error) {
	if len(recs) == 0 {
		return nil, nil
	}
	op := newOperation()
	for _, rec := range recs {
		if rec.RecordKind() == data.KindOffice {
			return nil, fault(nil, "The office’s own details cannot be deleted; they can be changed.")
		}
		e, err := ready(edit{rec: rec, remove: true})
		if err != nil {
			return nil, &refusedError{err}
		}
		op.edits = append(op.edits, e)
	}
	saved, err := o.deliver(ctx, op, nil)
	if err != nil {
		return nil, fmt.Errorf("delete %d records: %w", len(recs), err)
	}
	return sequencesOf(saved), nil
}

func sequencesOf(saved []data.Saved) []int64 {
	sequences := make([]int64, len(saved))
	for i, s := range saved {
		sequences[i] = s.Sequence
	}
	return sequences
}

// deliver takes an operation into the file and, when it is there, into the register.
func (o *Office) deliver(ctx context.Context, op operation, progress func(done, total int)) ([]data.Saved, error) {
	op, err := op.prepared()
	if err != nil {
		return nil, &refusedError{err}
	}
	if progress == nil {
		progress = func(int, int) {}
	}
	if err := o.permit(ctx); err != nil {
		return nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if why := o.ReadOnly(); why != "" {
		return nil, fault(nil, "%s", why)
	}
	var saved []data.Saved
	err = o.truth.visit(ctx, func(ctx context.Context, db *bun.DB, s *stay) (err error) {
		saved, err = o.transact(ctx, db, s, op, progress)
		return err
	})
	return saved, explained(err, o.truth.path)
}

// prepared is the operation with copies of its records, which are checked and whose rows have names: what is delivered again has to be
// what it was, and the caller's records stay as they are.
func (op operation) prepared() (operation, error) {
	op.edits = slices.Clone(op.edits)
	for i := range op.edits {
		e := &op.edits[i]
		if e.remove {
			continue
		}
		if err := e.rec.Problems().Err(); err != nil && !e.number { // a reference may be what it lacks
			return op, err
		}
		e.rec = data.Clone(e.rec)
		data.NameRows(e.rec)
		if err := unstorable(e.rec).Err(); err != nil {
			return op, err
		}
	}
	return op, nil
}

// refusedError is that the file will not take an operation, however often it is delivered: somebody has to choose, or to mend something.
type refusedError struct{ err error }

func (e *refusedError) Error() string { return e.err.Error() }
func (e *refusedError) Unwrap() error { return e.err }

func (o *Office) transact(ctx context.Context, db *bun.DB, s *stay, op operation, progress func(done, total int)) (_ []data.Saved, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// A context that ends rolls back at the next statement below; it must not end the transaction while COMMIT runs, when nobody
	// could say whether it was saved.
	tx, err := db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	committed := false
	defer func() {
		if !committed {
			_ = tx.Rollback() // the error that led here says more than a second one
		}
	}()
	t := &transaction{
		office: o, tx: tx, op: op, progress: progress, stay: s, at: o.now().UTC().Truncate(time.Millisecond),
		edited: make(map[key]data.Record, len(op.edits)), started: make(map[key]data.Record, len(op.edits)),
	}
	if err := t.begin(ctx); err != nil {
		return nil, err
	}
	if t.delivered != 0 {
		return t.alreadySaved(), nil
	}
	if err := t.apply(ctx); err != nil {
		if readable(err) && ctx.Err() == nil {
			err = &refusedError{err}
		}
		return nil, err
	}
	if len(t.changes) > 0 {
		if err := t.finish(ctx); err != nil {
			return nil, err
		}
		if err := s.breathe(); err != nil {
			return nil, err
		}
		if err := tx.Commit(); err != nil {
			// SQLite keeps the transaction open when it cannot commit; the driver does not end it.
			_, _ = db.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
			committed = true
			return nil, fmt.Errorf("commit: %w", err)
		}
		committed = true
		t.keep(ctx)
	}
	return t.saved, nil
}
