package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
)

// transaction is an operation on its way into the file.
type transaction struct {
	office   *Office
	tx       bun.Tx
	op       operation
	progress func(done, total int)
	stay     *stay
	at       time.Time

	meta      standing
	hash      string // of the last change
	delivered int64  // the change that this operation made when it was delivered before; 0 if it was not
	edited    map[key]data.Record
	started   map[key]data.Record // what the register held before it took in what others had saved
	taken     map[data.Kind]map[string]data.ID
	deletions map[key]int64 // the version at which a record was last deleted

	created map[data.Kind][]data.Record
	updated []update
	removed []data.Record
	changes []data.Change
	saved   []data.Saved
	done    int
}

type key struct {
	kind data.Kind
	id   data.ID
}

type update struct{ before, after data.Record }

func keyOf(rec data.Record) key { return key{rec.RecordKind(), rec.Stamped().ID} }

// begin learns where the file stands and takes in what others have saved.
func (t *transaction) begin(ctx context.Context) error {
	for _, e := range t.op.edits {
		k := keyOf(e.rec)
		if _, twice := t.edited[k]; twice {
			return fault(nil, "The %s “%s” is there twice. Nothing was saved: take one of them out.", k.kind.Label(), e.rec.Label())
		}
		t.edited[k] = e.rec
		if e.remove {
			t.edited[k] = nil
		}
		if base, ok := t.office.register.Find(k.kind, k.id); ok {
			t.started[k] = base
		}
	}
	var err error
	if t.meta, err = t.office.standing(ctx, t.tx, t.op.id); err != nil {
		return err
	}
	t.hash, t.delivered = t.meta.Hash, t.meta.Delivered
	if err := t.office.catchUp(ctx, t.tx, t.meta); err != nil {
		return err
	}
	if t.meta.LeastWriter > schemaVersion() {
		t.office.readOnly.set(updateToEdit(t.office.truth.path))
		return fault(nil, "A colleague’s newer Almoner has brought %s up to date. Nothing was saved: update Almoner, then save again.", name(t.office.truth.path))
	}
	return nil
}

// alreadySaved is the answer to an operation that the file holds.
func (t *transaction) alreadySaved() []data.Saved {
	saved := make([]data.Saved, len(t.op.edits))
	for i, e := range t.op.edits {
		saved[i].Sequence, saved[i].Operation = t.delivered+int64(i), t.op.id
		if now, ok := t.office.register.Find(e.rec.RecordKind(), e.rec.Stamped().ID); ok {
			saved[i].Record = now
		}
	}
	return saved
}

// apply turns the edits into rows and changes, and writes the rows.
func (t *transaction) apply(ctx context.Context) error {
	t.created = map[data.Kind][]data.Record{}
	for i, e := range t.op.edits {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.prepare(ctx, i, e); err != nil {
			return err
		}
	}
	// Records of one operation may name each other; what is still missing at the end is refused by COMMIT.
	if _, err := t.tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = 1"); err != nil {
		return fmt.Errorf("put off the check of references: %w", err)
	}
	for _, s := range shelves {
		for some := range slices.Chunk(t.created[s.kind()], rowsAtOnce) {
			if err := s.insert(ctx, t.tx, some); err != nil {
				return err
			}
			if err := t.advance(len(some)); err != nil {
				return err
			}
		}
	}
	for _, u := range t.updated {
		if err := t.update(ctx, u); err != nil {
			return err
		}
	}
	for _, rec := range t.removed {
		if err := t.remove(ctx, rec); err != nil {
			return err
		}
	}
	return nil
}

// advance notes that some records are done.
func (t *transaction) advance(n int) error {
	t.done += n
	t.progress(t.done, len(t.op.edits))
	return t.stay.breathe()
}

// prepare checks one edit against what the file holds, which after begin is what the register holds, and notes its change.
func (t *transaction) prepare(ctx context.Context, i int, e edit) error {
	k := keyOf(e.rec)
	theirs, held := t.office.register.Find(k.kind, k.id)
	e, others, err := t.upToDate(ctx, e, theirs, held)
	if err != nil {
		return err
	}
	version := int64(0)
	if held {
		version = theirs.Stamped().Version
	}
	var before, after data.Record
	action, next := data.Updated, version+1
	if held {
		before = theirs
	} else {
		action = data.Created
		last, err := t.lastDeleted(ctx, k)
		if err != nil {
			return err
		}
		next = last + 1 // so that a version names one state of a record for ever
	}
	if e.remove {
		action = data.Deleted
		if by := t.usedBy(theirs); len(by) > 0 {
			return &data.InUse{Record: theirs, By: by}
		}
	} else {
		after = e.rec
		if e.number {
			if err := t.number(after, e.today); err != nil {
				return err
			}
		}
		if err := t.check(after); err != nil {
			return err
		}
	}
	if err := t.rules(e, before, after); err != nil {
		return err
	}
	fields, err := data.Diff(before, after)
	if err != nil {
		return fmt.Errorf("compare with what is saved: %w", err)
	}
	if len(fields) == 0 && action == data.Updated {
		t.saved = append(t.saved, data.Saved{Record: theirs, Merged: others})
		return t.advance(1)
	}
	t.queue(action, before, after, next)
	t.note(i, action, e.rec, next, fields)
	t.saved[len(t.saved)-1].Merged = others
	return nil
}

// upToDate brings an edit to what the record is now, which is nothing if it is not held, or finds that it cannot.
func (t *transaction) upToDate(ctx context.Context, e edit, theirs data.Record, held bool) (edit, []data.Meanwhile, error) {
	if e.based {
		return t.rebase(ctx, e, theirs, held)
	}
	version := e.rec.Stamped().Version
	switch {
	case held != (version > 0):
		return e, nil, t.conflict(e.rec, theirs)
	case !held || theirs.Stamped().Version == version:
		return e, nil, nil
	case e.remove:
		return e, nil, t.conflict(e.rec, theirs)
	}
	var (
		others []data.Meanwhile
		err    error
	)
	e.rec, others, err = t.merge(ctx, e.rec, theirs)
	return e, others, err
}

// rebase brings an edit whose base is known to what the record is now, which is nothing if it is not held.
func (t *transaction) rebase(ctx context.Context, e edit, theirs data.Record, held bool) (edit, []data.Meanwhile, error) {
	if held != (e.base != nil) {
		return e, nil, &data.Conflict{Base: e.base, Mine: e.rec, Theirs: theirs}
	}
	if !held {
		return e, nil, nil
	}
	moved, err := data.Diff(e.base, theirs)
	if err != nil {
		return e, nil, fmt.Errorf("compare with what it was made from: %w", err)
	}
	if len(moved) == 0 {
		return e, nil, nil
	}
	if e.remove {
		return e, nil, &data.Conflict{Base: e.base, Mine: e.rec, Theirs: theirs}
	}
	var others []data.Meanwhile
	e.rec, others, err = t.mergeFrom(ctx, e.base, e.rec, theirs)
	return e, others, err
}

// rules finds steps that a record's life does not have and changes of what was issued, and notes a step with its day and doer. What was
// made by mistake may be taken back whole, as may a variation with all that applying it changed.
func (t *transaction) rules(e edit, before, after data.Record) error {
	if !e.back {
		if err := data.CheckStep(before, after); err != nil {
			return err
		}
		if after != nil {
			data.KeepAsIssued(before, after, t.office.register)
			data.NoteStep(before, after, data.DateOf(t.at.Local()), t.office.user.Name)
		}
	}
	if e.back && (e.remove || before != nil && before.RecordKind() == data.KindGrant) || e.renames {
		return nil
	}
	return data.CheckFrozen(before, after)
}

// queue puts a record among those that are to be written, under its next version.
func (t *transaction) queue(action data.Deed, before, after data.Record, version int64) {
	if after != nil {
		s := after.Stamped()
		s.Version, s.Waiting, s.SavedAt, s.SavedBy = version, 0, t.at, t.office.user.Name
	}
	switch action {
	case data.Created:
		t.created[after.RecordKind()] = append(t.created[after.RecordKind()], after)
	case data.Updated:
		t.updated = append(t.updated, update{before, after})
	case data.Deleted:
		t.removed = append(t.removed, before)
	}
}

// note adds the entry of an edit to the change list.
func (t *transaction) note(i int, action data.Deed, rec data.Record, version int64, fields []data.FieldChange) {
	c := t.entry(data.Change{
		Operation: t.op.changeID(i), Kind: rec.RecordKind(), Record: rec.Stamped().ID, Label: rec.Label(), Version: version, Action: action,
		Fields: fields,
	})
	t.saved = append(t.saved, data.Saved{Record: rec, Sequence: c.Sequence, Operation: t.op.id})
}

// entry puts a change at the end of the change list and seals it.
func (t *transaction) entry(c data.Change) data.Change {
	c.Sequence, c.When = t.meta.Sequence+int64(len(t.changes))+1, t.at
	c.Who, c.Machine = t.office.user.Name, t.office.user.Machine
	c.AddSalt()
	c.Hash = c.Seal(t.hash)
	t.hash = c.Hash
	t.changes = append(t.changes, c)
	return c
}

// conflict is what a save meets that somebody else's came before.
func (t *transaction) conflict(mine, theirs data.Record) *data.Conflict {
	c := &data.Conflict{Mine: mine, Theirs: theirs}
	if base, ok := t.started[keyOf(mine)]; ok && base.Stamped().Version == mine.Stamped().Version {
		c.Base = base
	}
	return c
}

// check finds what the register alone can tell of a record: names of records that there are not, and keys that are taken.
func (t *transaction) check(rec data.Record) error {
	var problems data.Problems
	data.EachReference(rec, func(field string, kind data.Kind, id *data.ID) {
		if *id != "" && !t.exists(key{kind, *id}) {
			problems = append(problems, data.Problem{Field: field, Sentence: fmt.Sprintf(
				"In %s this names the %s %s, which the office does not hold; it may have been deleted. Choose another.",
				strings.ReplaceAll(field, "_", " "), kind.Label(), *id)})
		}
	})
	s, err := shelfOf(rec.RecordKind())
	if err != nil {
		return err
	}
	if word, field, sentence := s.unique(rec); word != "" {
		if by, ok := t.bearer(s, word); ok && by != rec.Stamped().ID {
			problems = append(problems, data.Problem{Field: field, Sentence: sentence})
		}
		t.take(s.kind(), word, rec.Stamped().ID)
	}
	return problems.Err()
}

// exists reports whether the office will hold a record after the operation; the kind may be one that includes several.
func (t *transaction) exists(k key) bool {
	if rec, ok := t.edited[k]; ok {
		return rec != nil
	}
	for _, kind := range data.Kinds() {
		if !k.kind.Includes(kind) {
			continue
		}
		if rec, ok := t.edited[key{kind, k.id}]; ok {
			return rec != nil
		}
		if _, ok := t.office.register.Find(kind, k.id); ok {
			return true
		}
	}
	return false
}

// bearer is the record that has a word that only one of a kind may have, after the edits of this operation that were prepared so far.
func (t *transaction) bearer(s shelf, word string) (data.ID, bool) {
	if id, ok := t.taken[s.kind()][word]; ok {
		return id, true
	}
	id, ok := t.office.soleOf(s).by[word]
	if _, edited := t.edited[key{s.kind(), id}]; edited {
		return "", false // what it will be called is not known yet, or is in taken
	}
	return id, ok
}

// take notes that a record will have a word.
func (t *transaction) take(kind data.Kind, word string, id data.ID) {
	if t.taken == nil {
		t.taken = map[data.Kind]map[string]data.ID{}
	}
	if t.taken[kind] == nil {
		t.taken[kind] = map[string]data.ID{}
	}
	t.taken[kind][word] = id
}

// lastDeleted is the version at which a record of that ID was deleted; 0 if there never was one.
func (t *transaction) lastDeleted(ctx context.Context, k key) (int64, error) {
	if t.deletions == nil {
		var rows []changeRow
		query := t.tx.NewSelect().Model(&rows).Column("kind", "record").ColumnExpr("max(version) AS version").
			Where("action = ?", data.Deleted).Group("kind", "record")
		if len(t.op.edits) == 1 {
			query.Where("kind = ? AND record = ?", k.kind, k.id)
		}
		if err := query.Scan(ctx); err != nil {
			return 0, fmt.Errorf("look for deleted records: %w", err)
		}
		t.deletions = make(map[key]int64, len(rows))
		for _, r := range rows {
			t.deletions[key{r.Kind, r.Record}] = r.Version
		}
	}
	return t.deletions[k], nil
}

func (t *transaction) update(ctx context.Context, u update) error {
	s, err := shelfOf(u.after.RecordKind())
	if err != nil {
		return err
	}
	held, err := s.update(ctx, t.tx, u.before, u.after)
	if err != nil {
		return err
	}
	if !held {
		return t.overtaken(ctx, s, u.after)
	}
	return t.advance(1)
}

func (t *transaction) remove(ctx context.Context, rec data.Record) error {
	s, err := shelfOf(rec.RecordKind())
	if err != nil {
		return err
	}
	held, err := s.remove(ctx, t.tx, rec)
	if err != nil {
		return err
	}
	if !held {
		return t.overtaken(ctx, s, rec)
	}
	return t.advance(1)
}

// overtaken is a conflict with somebody who wrote to the file without the change list, and so behind the register's back.
func (t *transaction) overtaken(ctx context.Context, s shelf, mine data.Record) error {
	mine = data.Clone(mine)
	if base, ok := t.started[keyOf(mine)]; ok {
		mine.Stamped().Version = base.Stamped().Version
	}
	found, err := readShelf(ctx, t.tx, s, []data.ID{mine.Stamped().ID})
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return t.conflict(mine, nil)
	}
	return t.conflict(mine, found[0])
}

// finish writes the change list and the counters.
func (t *transaction) finish(ctx context.Context) error {
	if err := insertChanges(ctx, t.tx, t.changes); err != nil {
		return err
	}
	last := t.changes[len(t.changes)-1].Sequence
	if _, err := t.tx.ExecContext(ctx, "UPDATE meta SET sequence = ? WHERE id = 1", last); err != nil {
		return fmt.Errorf("count the changes: %w", err)
	}
	return ctx.Err()
}

// keep takes what the file now holds into the register, and into the mirror if there is one.
func (t *transaction) keep(ctx context.Context) {
	n := newNews(t.meta, t.changes)
	last := t.changes[len(t.changes)-1]
	n.standing.Sequence, n.standing.Hash = last.Sequence, last.Hash
	for _, s := range shelves {
		n.found[s.kind()] = append(n.found[s.kind()], t.created[s.kind()]...)
	}
	for _, u := range t.updated {
		n.found[u.after.RecordKind()] = append(n.found[u.after.RecordKind()], u.after)
	}
	if t.office.local != nil {
		t.office.local.keep(context.WithoutCancel(ctx), t.office.register, n)
	}
	for _, a := range n.found[data.KindAttachment] {
		a.(*data.Attachment).Content = nil //nolint:forcetypeassert // of that kind; the file has it now
	}
	t.office.takeIn(n)
}
