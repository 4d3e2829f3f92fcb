package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Report is what Check found, in sentences.
type Report struct {
	Path     string
	Records  int
	Changes  int
	LastHash string   // of the last change: written down elsewhere, it proves later that nothing before it was altered
	Problems []string // one sentence each; none if the file is sound
}

// Sound reports whether nothing is wrong with the file.
func (r Report) Sound() bool { return len(r.Problems) == 0 }

// Sentences are the report as a person reads it.
func (r Report) Sentences() []string {
	if !r.Sound() {
		return r.Problems
	}
	return []string{fmt.Sprintf("%s is sound: %s, and %s without a gap, each as it was made.", name(r.Path), recordCount(r.Records), changesIn(int64(r.Changes)))}
}

func recordCount(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprintf("%d records", n)
}

func (r *Report) add(sentence string, args ...any) {
	r.Problems = append(r.Problems, fmt.Sprintf(sentence, args...))
}

// Check looks through a whole office file, a backup of one or a mirror: whether it is damaged, whether its records hang together, and whether anything was
// changed other than through the program. It changes nothing. The error is for what is not an office at all, or cannot be reached;
// whatever is wrong with an office is in the report.
func Check(ctx context.Context, path string) (Report, error) {
	report := Report{Path: path}
	h, err := inspect(path)
	if err != nil {
		return report, fmt.Errorf("check %s: %w", path, err)
	}
	if h.logs() || isBackup(path) { // nobody has a lock on it, and nothing is to be left beside it
		report, err = checkCopied(ctx, path, h)
	} else {
		o := unread(path, User{})
		err = errors.Join(o.read(ctx, report.check), o.Close())
	}
	if report, err = report.concluded(h, err); err != nil {
		return report, fmt.Errorf("check %s: %w", path, err)
	}
	return report, nil
}

// concluded is the report, with an error in it where that says that the file is damaged.
func (r Report) concluded(h header, err error) (Report, error) {
	if err == nil {
		return r, nil
	}
	var found *data.Fault
	if err = h.ruined(err, r.Path); errors.As(err, &found) && (found.Sentence == damaged(r.Path) || found.Sentence == cutOff(r.Path)) {
		r.add("%s", found.Sentence)
		return r, nil
	}
	return r, err
}

func (r *Report) check(ctx context.Context, tx bun.Tx) error {
	if err := wholeFile(ctx, tx, r.Path); err != nil {
		return err
	}
	return r.checkAll(ctx, tx)
}

// checkAll checks all but how long the file is, which with a mirror tells nothing.
func (r *Report) checkAll(ctx context.Context, tx bun.Tx) error {
	if err := r.integrity(ctx, tx); err != nil || !r.Sound() {
		return err // what a damaged file says of its records is not worth reading
	}
	if err := r.references(ctx, tx); err != nil {
		return err
	}
	if err := r.guards(ctx, tx); err != nil {
		return err
	}
	if err := r.contents(ctx, tx); err != nil {
		return err
	}
	should, err := r.changes(ctx, tx)
	if err != nil {
		return err
	}
	return r.records(ctx, tx, should)
}

func (r *Report) integrity(ctx context.Context, tx bun.Tx) error {
	var found []string
	if err := tx.NewRaw("PRAGMA integrity_check").Scan(ctx, &found); err != nil {
		return fmt.Errorf("check the file's pages: %w", err)
	}
	if !slices.Equal(found, []string{"ok"}) {
		r.add("%s", damaged(r.Path))
		for _, f := range found[:min(len(found), 5)] {
			r.add("SQLite says: %s.", f)
		}
	}
	return nil
}

func (r *Report) references(ctx context.Context, tx bun.Tx) error {
	var found []struct{ Child, Parent string }
	err := tx.NewRaw(`SELECT DISTINCT "table" AS child, "parent" AS parent FROM pragma_foreign_key_check`).Scan(ctx, &found)
	if err != nil {
		return fmt.Errorf("check what records name: %w", err)
	}
	for _, f := range found {
		r.add("Something in the table %s names a row of %s that is not there.", f.Child, f.Parent)
	}
	return nil
}

// changesAtOnce is how many changes are held in memory while they are checked.
const changesAtOnce = 1000

// told is a record as the change list tells it.
type told struct {
	version int64
	fields  history
}

// changes follows the change list from its beginning. It returns the records that there should be.
func (r *Report) changes(ctx context.Context, tx bun.Tx) (map[key]told, error) {
	m, err := readMeta(ctx, tx)
	if err != nil {
		return nil, err
	}
	f := follower{report: r, should: map[key]told{}, deleted: map[key]int64{}, erasures: erasures{vouched: map[string]string{}}}
	for {
		some, err := readChanges(ctx, tx, "sequence IN (SELECT sequence FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?)", f.sequence, changesAtOnce)
		if err != nil {
			return nil, err
		}
		if len(some) == 0 {
			break
		}
		for _, c := range some {
			f.follow(c)
		}
	}
	if f.sequence != m.Sequence {
		r.add("The file counts %d changes, but the last in its list is %d.", m.Sequence, f.sequence)
	}
	for _, sequence := range f.erasures.unvouched() {
		r.add("Change %d is marked as one that a person was taken out of, but no entry of the list says so: it was altered other than through the program.", sequence)
	}
	r.LastHash = f.hash
	return f.should, nil
}

// follower goes along the change list.
type follower struct {
	report   *Report
	sequence int64
	hash     string
	should   map[key]told
	deleted  map[key]int64 // the versions at which others went
	erasures erasures
}

func (f *follower) follow(c data.Change) {
	f.report.Changes++
	if missing := c.Sequence - f.sequence - 1; missing > 0 {
		f.report.add("Change %d should come after change %d: %d in between are missing.", c.Sequence, f.sequence, missing)
	}
	if c.Seal(f.hash) != c.Hash {
		f.report.add("Change %d (%s, %s) is not as it was made: it, or one before it, was altered or taken out afterwards.", c.Sequence, c.Label, c.Who)
	}
	f.sequence, f.hash = c.Sequence, c.Hash // from what is written, so that one alteration is reported once
	if err := f.erasures.follow(c); err != nil {
		f.report.add("Change %d cannot be read: %s.", c.Sequence, err)
	}
	if c.Action == data.Erased {
		return // no record becomes another by it
	}
	k := key{c.Kind, c.Record}
	before, there := f.should[k]
	if !there {
		before = told{f.deleted[k], newHistory()}
	}
	if err := before.fields.replay(c.Fields); err != nil || c.Version != before.version+1 || there == (c.Action == data.Created) {
		f.report.add("Change %d of “%s” does not follow from the change before it.", c.Sequence, c.Label)
	}
	if c.Action == data.Deleted {
		delete(f.should, k)
		f.deleted[k] = c.Version
	} else {
		f.should[k] = told{c.Version, before.fields}
	}
}

// records compares the records in the file with what the change list says there should be.
func (r *Report) records(ctx context.Context, tx bun.Tx, should map[key]told) error {
	for _, s := range shelves {
		held, err := readShelf(ctx, tx, s, nil)
		if err != nil {
			return err
		}
		r.Records += len(held)
		for _, rec := range held {
			if err := r.record(rec, should); err != nil {
				return err
			}
			delete(should, keyOf(rec))
		}
	}
	for k := range should {
		r.add("The %s %s is missing, but the change list does not say that it was deleted.", k.kind.Label(), k.id)
	}
	return nil
}

func (r *Report) record(rec data.Record, should map[key]told) error {
	kind, version := rec.RecordKind().Label(), rec.Stamped().Version
	wanted, ok := should[keyOf(rec)]
	if !ok {
		r.add("The %s “%s” is in the file, but the change list does not say how it came there.", kind, rec.Label())
		return nil
	}
	if wanted.version != version {
		r.add("The %s “%s” has version %d, but its last change made version %d.", kind, rec.Label(), version, wanted.version)
		return nil
	}
	agrees, err := wanted.fields.agrees(rec)
	if err != nil {
		return err
	}
	if !agrees {
		r.add("The %s “%s” is not what its changes made it: it was altered other than through the program. Compare it with its history.", kind, rec.Label())
	}
	return nil
}
