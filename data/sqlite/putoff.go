package sqlite

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
	"almoner/data/sqlite/outbox"
)

// show takes what the file holds into what is shown, but for records with saves that wait: those stay as they were saved here.
func (s *Shared) show(put []data.Record, gone []key) {
	s.desk.Lock()
	defer s.desk.Unlock()
	waits := map[data.RecordID]bool{}
	for _, e := range s.waiting() {
		waits[data.RecordID{Kind: e.Kind, ID: e.Record}] = true
	}
	var free []data.Record
	var ids []data.RecordID
	for _, rec := range put {
		ids = append(ids, data.IDOf(rec))
		if !waits[data.IDOf(rec)] {
			free = append(free, rec)
		}
	}
	var left []key
	for _, k := range gone {
		ids = append(ids, data.RecordID{Kind: k.kind, ID: k.id})
		if !waits[data.RecordID{Kind: k.kind, ID: k.id}] {
			left = append(left, k)
		}
	}
	s.view.put(free, left)
	s.mu.Lock()
	s.touched = append(s.touched, ids...)
	s.mu.Unlock()
}

// place makes what is shown of a record what it has to be: as the last save that waits left it, or as the file holds it. The caller has
// the desk.
func (s *Shared) place(id data.RecordID) {
	for _, e := range backwards(s.waiting()) {
		if e.Kind != id.Kind || e.Record != id.ID {
			continue
		}
		if rec, err := s.asSaved(e); err == nil {
			s.view.put([]data.Record{rec}, nil)
			return
		}
	}
	if rec, held := s.register.Find(id.Kind, id.ID); held {
		s.view.put([]data.Record{rec}, nil)
	} else {
		s.view.put(nil, []key{{id.Kind, id.ID}})
	}
}

func backwards(entries []outbox.Entry) []outbox.Entry {
	turned := make([]outbox.Entry, 0, len(entries))
	for i := len(entries) - 1; i >= 0; i-- {
		turned = append(turned, entries[i])
	}
	return turned
}

// asSaved is a record as a save that waits left it.
func (s *Shared) asSaved(e outbox.Entry) (data.Record, error) {
	_, mine, err := e.Records()
	if err != nil {
		return nil, err
	}
	if a, ok := mine.(*data.Attachment); ok {
		a.Content = nil // as the register has it
	}
	stamp := mine.Stamped()
	stamp.Waiting, stamp.SavedAt, stamp.SavedBy = e.Serial, e.At, s.user.Name
	return mine, nil
}

// Save stores a record on this computer and, in the background, in the file; see data.Office. What the register knows of others' saves is
// merged with it at once, and so is a conflict with them told; one with what the register does not know yet becomes a Doubt.
func (s *Shared) Save(ctx context.Context, rec data.Record) (data.Saved, error) {
	saved, err := s.putOff(ctx, rec, s.box.Add)
	if err != nil {
		return data.Saved{}, fmt.Errorf("save the %s %q: %w", rec.RecordKind().Label(), rec.Label(), explained(err, s.truth.path))
	}
	return saved, nil
}

// putOff checks a save against what is shown, and keeps it for the file.
func (s *Shared) putOff(ctx context.Context, rec data.Record, keep func(outbox.Entry) (outbox.Entry, error)) (data.Saved, error) {
	if why := s.blocked(); why != "" {
		return data.Saved{}, fault(nil, "%s", why)
	}
	op, err := newOperation(edit{rec: rec}).prepared()
	if err != nil {
		return data.Saved{}, err
	}
	mine := op.edits[0]
	mine.rec = data.Clone(mine.rec) // the rehearsal gives the other the version that it is going to have
	saved, issues, err := s.enqueue(ctx, op, keep)
	switch {
	case err != nil:
		return data.Saved{}, err
	case issues:
		return s.atOnce(ctx, "issue it", mine)
	}
	s.feed.tell(data.News{Records: []data.RecordID{data.IDOf(rec)}})
	s.kick()
	return saved, nil
}

// enqueue puts one save down, unless it issues something, which is not to be put off.
func (s *Shared) enqueue(ctx context.Context, op operation, keep func(outbox.Entry) (outbox.Entry, error)) (_ data.Saved, issues bool, err error) {
	s.desk.Lock()
	defer s.desk.Unlock()
	base, err := s.madeFrom(ctx, op.edits[0].rec)
	if err != nil {
		return data.Saved{}, false, err
	}
	op.edits[0].based, op.edits[0].base = true, base
	t, err := s.rehearse(ctx, op)
	if err != nil {
		return data.Saved{}, false, err
	}
	saved := t.saved[0]
	before, after := t.outcome()
	if after == nil {
		return saved, false, nil // nothing was changed
	}
	if data.Issues(before, after) {
		return data.Saved{}, true, nil
	}
	if after.Stamped().Version = 0; before != nil { // the file gives it its version
		after.Stamped().Version = before.Stamped().Version
	}
	e, err := outbox.New(after, before, op.id, s.now())
	if err != nil {
		return data.Saved{}, false, err
	}
	if e, err = keep(e); err != nil {
		return data.Saved{}, false, notKept(err)
	}
	if saved.Record, err = s.asSaved(e); err != nil {
		return data.Saved{}, false, err
	}
	s.view.put([]data.Record{saved.Record}, nil)
	saved.Sequence, saved.Operation = 0, e.Operation
	return saved, false, nil
}

// notKept says that this computer itself could not put a save down.
func notKept(err error) error {
	if mostFull(err) {
		return fault(err, "The disk of this computer is full, so nothing can be saved. Make room on it, then save again: what you typed is still here.")
	}
	return fault(err, "This computer could not put the save down on its own disk. Nothing was saved: what you typed is still here. Try again, and if it does not help ask whoever looks after the computer.")
}

// madeFrom is the record that one was made from: as a save that waits or waited left it, or as the file held it. It is nil for a new one.
// The caller has the desk.
func (s *Shared) madeFrom(ctx context.Context, rec data.Record) (data.Record, error) {
	stamp, id := rec.Stamped(), data.IDOf(rec)
	if stamp.Waiting > 0 {
		for _, e := range s.box.Entries() {
			if e.Serial == stamp.Waiting && e.Record == id.ID {
				return s.asSaved(e)
			}
		}
		if base, ok := s.gone[stamp.Waiting]; ok {
			return base, nil
		}
	}
	now, held := s.register.Find(id.Kind, id.ID)
	switch {
	case stamp.Version == 0 && stamp.Waiting == 0:
		return nil, nil //nolint:nilnil // it is new
	case held && now.Stamped().Version == stamp.Version:
		return now, nil
	case !held:
		return nil, &data.Conflict{Mine: rec}
	}
	var base data.Record
	err := s.local.read(ctx, func(ctx context.Context, tx bun.Tx) error {
		since, err := changesSince(ctx, tx, keyOf(rec), stamp.Version)
		if err != nil {
			return err
		}
		base, err = baseOf(now, since, stamp.Version)
		return err
	})
	if err == nil && base == nil {
		err = &data.Conflict{Mine: rec, Theirs: now}
	}
	return base, err
}

// rehearse does with what is shown what a save will do with the file, and keeps nothing of it. The caller has the desk.
func (s *Shared) rehearse(ctx context.Context, op operation) (*transaction, error) {
	t := &transaction{
		office: s.view, op: op, progress: func(int, int) {}, stay: &stay{last: time.Now()}, at: s.now().UTC().Truncate(time.Millisecond),
		edited: map[key]data.Record{}, started: map[key]data.Record{}, created: map[data.Kind][]data.Record{},
	}
	err := s.local.read(ctx, func(ctx context.Context, tx bun.Tx) error {
		t.tx = tx
		for _, e := range op.edits {
			t.edited[keyOf(e.rec)] = e.rec
		}
		return t.prepare(ctx, 0, op.edits[0])
	})
	return t, err
}

// outcome is what a rehearsed operation of one edit would change; nil and nil if nothing.
func (t *transaction) outcome() (before, after data.Record) {
	for _, made := range t.created {
		if len(made) > 0 {
			return nil, made[0]
		}
	}
	if len(t.updated) > 0 {
		return t.updated[0].before, t.updated[0].after
	}
	return nil, nil
}

// kick wakes whoever delivers.
func (s *Shared) kick() {
	select {
	case s.wake <- struct{}{}:
	default: // it is awake
	}
}

// patienceWithFile is how long somebody waits for what has to be in the file before they can go on.
const patienceWithFile = 30 * time.Second

// withFile does what cannot be put off: it delivers what waits, and then works with the file itself.
func (s *Shared) withFile(ctx context.Context, to string, work func(context.Context) error) error {
	return s.withFileFor(ctx, patienceWithFile, to, work)
}

// withFileFor is withFile for work that takes longer than people wait for a save.
func (s *Shared) withFileFor(ctx context.Context, patience time.Duration, to string, work func(context.Context) error) error {
	if why := s.blocked(); why != "" {
		return fault(nil, "%s", why)
	}
	limited, stop := context.WithTimeout(ctx, patience)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- s.withTurn(limited, work) }()
	var err error
	select {
	case err = <-done:
	case <-limited.Done():
		if err = ctx.Err(); err == nil {
			err = context.DeadlineExceeded
		}
	}
	s.tellNews()
	switch {
	case err == nil, ctx.Err() != nil, !away(err) && !errors.Is(err, context.DeadlineExceeded):
		return err
	default:
		s.fail(err)
		return fault(err, "To %s, the office file is needed, and it cannot be used just now. %s", to, data.Explain(explained(err, s.truth.path)))
	}
}

func (s *Shared) withTurn(ctx context.Context, work func(context.Context) error) error {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if s.local.stale.Load() {
		if err := s.copyAnew(ctx); err != nil {
			return err
		}
	}
	err := s.deliverAll(ctx)
	if err == nil {
		err = work(ctx)
	}
	if errors.Is(err, errCopyAnew) {
		if err = s.copyAnew(ctx); err == nil {
			err = work(ctx)
		}
	}
	if err == nil {
		err = s.noteSeen()
	}
	return err
}

// atOnce saves one record in the file itself.
func (s *Shared) atOnce(ctx context.Context, to string, e edit) (data.Saved, error) {
	var saved []data.Saved
	err := s.withFile(ctx, to, func(ctx context.Context) error {
		based, err := s.basedOn(ctx, e)
		if err != nil {
			return &refusedError{err}
		}
		saved, err = s.deliver(ctx, newOperation(based), nil)
		return err
	})
	if err != nil {
		return data.Saved{}, err
	}
	return saved[0], nil
}

// basedOn is an edit with what its record was made from, which may be a save that had no version then.
func (s *Shared) basedOn(ctx context.Context, e edit) (edit, error) {
	s.desk.Lock()
	defer s.desk.Unlock()
	base, err := s.madeFrom(ctx, e.rec)
	if err != nil {
		return e, err
	}
	e.based, e.base = true, base
	e.rec = data.Clone(e.rec)
	e.rec.Stamped().Waiting = 0
	return e, nil
}

// Number stores a record with the next reference of its kind, in the file itself; see data.Office.
func (s *Shared) Number(ctx context.Context, rec data.Record, today data.Date) (data.Saved, error) {
	if err := numberable(rec); err != nil {
		return data.Saved{}, err
	}
	saved, err := s.atOnce(ctx, "give it the next number", edit{rec: rec, number: true, today: today})
	if err != nil {
		return data.Saved{}, fmt.Errorf("number the %s %q: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	return saved, nil
}

// SaveAll stores many records in one transaction, in the file itself; see data.Office.
func (s *Shared) SaveAll(ctx context.Context, recs []data.Record, progress func(done, total int)) error {
	if len(recs) == 0 {
		return nil
	}
	return s.withFile(ctx, "save several records as one", func(ctx context.Context) error {
		op := newOperation()
		for _, rec := range recs {
			e, err := s.basedOn(ctx, edit{rec: rec})
			if err != nil {
				return &refusedError{err}
			}
			op.edits = append(op.edits, e)
		}
		if _, err := s.deliver(ctx, op, progress); err != nil {
			return fmt.Errorf("save %d records: %w", len(recs), err)
		}
		return nil
	})
}

// Delete takes a record out of the file itself; see data.Office.
func (s *Shared) Delete(ctx context.Context, rec data.Record) error {
	if rec.RecordKind() == data.KindOffice {
		return s.Office.Delete(ctx, rec)
	}
	if _, err := s.atOnce(ctx, "delete it", edit{rec: rec, remove: true}); err != nil {
		return fmt.Errorf("delete the %s %q: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	return nil
}

// DeleteAll takes many records out of the file itself, in one transaction; see data.Office.
func (s *Shared) DeleteAll(ctx context.Context, recs []data.Record) (sequences []int64, err error) {
	err = s.withFile(ctx, "delete several records as one", func(ctx context.Context) error {
		sequences, err = s.deleteAll(ctx, recs, func(e edit) (edit, error) { return s.basedOn(ctx, e) })
		return err
	})
	return sequences, err
}

// UndoAll takes the changes of several records back, in the file itself; see data.Office.
func (s *Shared) UndoAll(ctx context.Context, sequences []int64) (saved []data.Saved, err error) {
	var refused error
	err = s.withFile(ctx, "undo it", func(ctx context.Context) error {
		if saved, refused = s.Office.UndoAll(ctx, sequences); len(saved) > 0 {
			return nil
		}
		return refused
	})
	if err == nil {
		err = refused
	}
	return saved, err
}

// Undo takes one change back, in the file itself; see data.Office.
func (s *Shared) Undo(ctx context.Context, sequence int64) (saved data.Saved, err error) {
	err = s.withFile(ctx, "undo it", func(ctx context.Context) error {
		saved, err = s.Office.Undo(ctx, sequence)
		return err
	})
	return saved, err
}

// Restore saves a record as it was, in the file itself; see data.Office.
func (s *Shared) Restore(ctx context.Context, kind data.Kind, id data.ID, at time.Time) (saved data.Saved, err error) {
	err = s.withFile(ctx, "put it back", func(ctx context.Context) error {
		saved, err = s.Office.Restore(ctx, kind, id, at)
		return err
	})
	return saved, err
}

// MergeOrganisations makes one organisation of two, in the file itself; see data.Office.
func (s *Shared) MergeOrganisations(ctx context.Context, keep, drop data.ID) (changed int, err error) {
	err = s.withFile(ctx, "merge them", func(ctx context.Context) error {
		changed, err = s.Office.MergeOrganisations(ctx, keep, drop)
		return err
	})
	return changed, err
}

// patienceToRemove is how long taking a person out may take: the whole file is written anew, and copied to this computer once more.
const patienceToRemove = 15 * time.Minute

// RemovePerson takes a person out of the file itself, and of this computer’s copy of it; see data.Office. Copies on other computers are
// made anew when those next look at the file.
func (s *Shared) RemovePerson(ctx context.Context, name string) (removed data.Removed, err error) {
	err = s.withFileFor(ctx, patienceToRemove, "take a person out", func(ctx context.Context) error {
		if removed, err = s.Office.RemovePerson(ctx, name); err != nil {
			return err
		}
		s.local.stale.Store(true) // it holds the old changes, with the person in them
		if err := s.copyAnew(ctx); err != nil {
			s.o.Log.Warn("copy the file anew, which is done the next time that it is looked at", "error", err)
		}
		return nil
	})
	return removed, err
}

// Content is the bytes of a file inside the office, also of one that is still on its way there; see data.Office.
func (s *Shared) Content(ctx context.Context, file data.ID) ([]byte, error) {
	for _, e := range s.waiting() {
		if e.Kind == data.KindAttachment && e.Record == file && len(e.Content) > 0 {
			return e.Content, nil
		}
	}
	return s.Office.Content(ctx, file)
}

// Doubts are own saves that the file did not take; see data.Office.
func (s *Shared) Doubts() []data.Doubt {
	var doubts []data.Doubt
	for _, e := range s.box.Entries() {
		if e.State != outbox.Kept {
			continue
		}
		base, mine, err := e.Records()
		if err != nil {
			s.o.Log.Error("read a save that somebody has to choose about", "serial", e.Serial, "error", err)
			continue
		}
		doubts = append(doubts, data.Doubt{Serial: e.Serial, Operations: operationsIn(e), At: e.At, Mine: mine, Why: e.Why, Conflict: s.clash(base, mine)})
	}
	return doubts
}

// operationsIn are the operations of a save that waits, and of those that were made on top of it and are kept with it.
func operationsIn(e outbox.Entry) []string { return append([]string{e.Operation}, e.Folds...) }

// clash is what stands between a save and what the file holds now; nil if nothing does any more, or something else.
func (s *Shared) clash(base, mine data.Record) *data.Conflict {
	if base == nil {
		return nil
	}
	theirs, held := s.register.Find(mine.RecordKind(), mine.Stamped().ID)
	c := &data.Conflict{Base: base, Mine: mine}
	if !held {
		return c
	}
	c.Theirs = theirs
	merged, clashes, err := data.Merge(base, mine, theirs)
	if err != nil {
		return nil //nolint:nilerr // whoever chooses has to go by the two versions
	}
	c.Merged, c.Clashes, c.Problems = merged, clashes, merged.Problems()
	if moved, err := data.Diff(base, theirs); err == nil && len(moved) == 0 {
		return nil
	}
	return c
}

// Settle ends a doubt; see data.Office.
func (s *Shared) Settle(ctx context.Context, serial int64, rec data.Record) (data.Saved, error) {
	if rec == nil {
		_, err := s.box.Settle(serial, nil)
		if err != nil {
			return data.Saved{}, fmt.Errorf("drop a save: %w", err)
		}
		s.feed.tell(data.News{})
		return data.Saved{}, nil
	}
	saved, err := s.putOff(ctx, rec, func(e outbox.Entry) (outbox.Entry, error) { return s.box.Settle(serial, &e) })
	if err != nil {
		return data.Saved{}, fmt.Errorf("save the %s %q after all: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	if saved.Operation == "" || saved.Sequence > 0 || s.isKept(serial) { // it was saved at once, or there was nothing left to save
		if _, err := s.box.Settle(serial, nil); err != nil {
			return saved, fmt.Errorf("end a doubt: %w", err)
		}
		s.feed.tell(data.News{})
	}
	return saved, nil
}

func (s *Shared) isKept(serial int64) bool {
	for _, e := range s.box.Entries() {
		if e.Serial == serial {
			return true
		}
	}
	return false
}
