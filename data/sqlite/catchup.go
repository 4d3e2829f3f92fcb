package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

// standing is where a file stands, as one statement tells it.
type standing struct {
	metaRow

	Hash      string // of the last change
	Known     string // the hash that the file has at the last change that the register has taken in
	Delivered int64  // the change that an operation made when it was delivered before; 0 if it was not
}

func (s standing) lineage() lineage {
	return lineage{database: s.DatabaseID, epoch: s.Epoch, sequence: s.Sequence, hash: s.Hash, schema: s.Schema}
}

// standing reads where a file stands, and whether it holds an operation. An operation's changes are named by its ID alone or with a
// number after a slash; '0' is the sign after '/'.
func (o *Office) standing(ctx context.Context, db bun.IDB, operation string) (standing, error) {
	var s standing
	err := db.NewRaw(`SELECT m.*,
		coalesce((SELECT hash FROM changes WHERE sequence = m.sequence), '') AS hash,
		coalesce((SELECT hash FROM changes WHERE sequence = ?1), '') AS known,
		coalesce((SELECT min(sequence) FROM changes WHERE operation = ?0 OR operation >= ?0 || '/' AND operation < ?0 || '0'), 0) AS delivered
		FROM meta m WHERE id = 1`, operation, o.known.sequence).Scan(ctx, &s)
	if err != nil {
		return s, fmt.Errorf("read where the file stands: %w", err)
	}
	return s, nil
}

// strangeError is that the file is not a later state of what the register holds.
type strangeError struct {
	another bool  // it is another office
	missing int64 // how many changes that were seen are not in it; 0 if it has as many, but others
	path    string
}

func (e *strangeError) Error() string {
	switch {
	case e.another:
		return fmt.Sprintf("Another office has been put in the place of %s.", name(e.path))
	case e.missing > 0:
		return fmt.Sprintf("%s has been put back to an older state: %s that you have seen %s not in it.",
			name(e.path), changesIn(e.missing), isAre(e.missing))
	default:
		return fmt.Sprintf("%s is not the file that it was: its latest changes are others than those that you have seen, as when a backup was put in its place and worked on.", name(e.path))
	}
}

func changesIn(n int64) string {
	if n == 1 {
		return "1 change"
	}
	return fmt.Sprintf("%d changes", n)
}

func isAre(n int64) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// errCopyAnew is that a mirror cannot follow the file change by change, and has to be copied anew.
var errCopyAnew = errors.New("the mirror has to be copied anew")

// compare finds a file that is not a later state of what the register holds.
func (o *Office) compare(s standing) error {
	switch {
	case s.DatabaseID != o.known.database:
		return &strangeError{another: true, path: o.truth.path}
	case s.Epoch > o.known.epoch: // somebody has put a backup in its place, knowing what they did
		return errCopyAnew
	case s.Epoch < o.known.epoch, s.Sequence < o.known.sequence:
		return &strangeError{missing: o.known.sequence - s.Sequence, path: o.truth.path}
	case s.Known != o.known.hash:
		return &strangeError{path: o.truth.path}
	case o.local != nil && s.Schema != o.known.schema: // another program has brought it up to date
		return errCopyAnew
	default:
		return nil
	}
}

// Refresh takes into the register what others have saved since, and returns their changes, oldest first.
func (o *Office) Refresh(ctx context.Context) ([]data.Change, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	err := o.readFile(ctx, func(ctx context.Context, tx bun.Tx) error {
		s, err := o.standing(ctx, tx, "")
		if err != nil {
			return err
		}
		return o.catchUp(ctx, tx, s)
	})
	if err != nil {
		return nil, fmt.Errorf("refresh from %s: %w", o.truth.path, explained(err, o.truth.path))
	}
	news := o.news
	o.news = nil
	if len(news) > 0 {
		o.feed.tell(data.News{Changes: news, Records: recordsIn(news)})
	}
	return news, nil
}

// recordsIn are the records that changes are of, each once.
func recordsIn(changes []data.Change) []data.RecordID {
	var ids []data.RecordID
	for _, c := range changes {
		if id := (data.RecordID{Kind: c.Kind, ID: c.Record}); c.Action != data.Erased && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// catchUp takes into the register, and into the mirror if there is one, the changes after the last one seen: one query a table for the
// records that they name.
func (o *Office) catchUp(ctx context.Context, db bun.Tx, s standing) error {
	err := o.compare(s)
	if errors.Is(err, errCopyAnew) && o.local == nil {
		return o.takeAll(ctx, db)
	}
	if err != nil || s.Sequence == o.known.sequence {
		return err
	}
	if o.local != nil && s.Schema != schemaVersion() {
		return errCopyAnew // which has columns that this program does not know, or lacks some
	}
	if s.LeastWriter > schemaVersion() {
		o.readOnly.set(updateToEdit(o.truth.path))
	}
	changes, err := readChanges(ctx, db, "sequence > ?", o.known.sequence)
	if err != nil {
		return err
	}
	n := newNews(s, changes)
	err = errOutOfStep
	if o.local != nil { // then each page that need not be read is a round trip less
		err = n.replay(o.register)
	}
	if err != nil {
		err = n.read(ctx, db)
	}
	if err != nil {
		if s.Schema > schemaVersion() {
			return fault(err, "%s", newer(o.truth.path))
		}
		return err
	}
	if o.local != nil {
		if err := o.local.take(ctx, db, o.register, n); err != nil {
			return err
		}
	}
	o.takeIn(n)
	o.news = append(o.news, changes...)
	return nil
}

// news is some changes and what they made of the records that they name.
type news struct {
	standing standing
	changes  []data.Change
	named    map[data.Kind][]data.ID
	found    map[data.Kind][]data.Record
}

func newNews(s standing, changes []data.Change) *news {
	n := &news{standing: s, changes: changes, named: map[data.Kind][]data.ID{}, found: map[data.Kind][]data.Record{}}
	for _, c := range changes {
		if c.Action != data.Erased && !slices.Contains(n.named[c.Kind], c.Record) { // an erasure is about the list itself
			n.named[c.Kind] = append(n.named[c.Kind], c.Record)
		}
	}
	return n
}

// read reads the records.
func (n *news) read(ctx context.Context, db bun.IDB) error {
	for kind, ids := range n.named {
		s, err := shelfOf(kind)
		if err != nil {
			return err
		}
		if n.found[kind], err = readShelf(ctx, db, s, ids); err != nil {
			return err
		}
	}
	return nil
}

// replay makes the records from what the register holds and what the changes say of them, which Check proves to be the same as what the
// tables of the file hold.
func (n *news) replay(reg *data.Register) error {
	made := map[key]data.Record{}
	for _, c := range n.changes {
		if c.Action == data.Erased {
			continue
		}
		k := key{c.Kind, c.Record}
		rec, known := made[k]
		if !known {
			rec, _ = reg.Find(k.kind, k.id)
		}
		if c.Action == data.Created {
			var err error
			if rec, err = nothing(k.kind, k.id); err != nil {
				return err
			}
		} else if rec == nil || rec.Stamped().Version != c.Version-1 || slices.ContainsFunc(c.Fields, data.FieldChange.Erased) {
			return errOutOfStep
		}
		if c.Action == data.Deleted {
			made[k] = nil
			continue
		}
		after, err := data.Apply(rec, c.Fields)
		if err != nil {
			return err
		}
		stamp := after.Stamped()
		stamp.Version, stamp.SavedAt, stamp.SavedBy = c.Version, c.When, c.Who
		made[k] = after
	}
	for kind, ids := range n.named {
		for _, id := range ids {
			if rec := made[key{kind, id}]; rec != nil {
				n.found[kind] = append(n.found[kind], rec)
			}
		}
	}
	return nil
}

// takeIn brings the register to where the news lead.
func (o *Office) takeIn(n *news) {
	for kind, ids := range n.named {
		o.replace(kind, ids, n.found[kind])
	}
	o.retire(n.changes)
	o.known = n.standing.lineage()
}

// replace puts the records found into the register and takes those out that are not in the file any more.
func (o *Office) replace(kind data.Kind, ids []data.ID, found []data.Record) {
	kept := make(map[data.ID]bool, len(found))
	for _, rec := range found {
		kept[rec.Stamped().ID] = true
	}
	var gone []key
	for _, id := range ids {
		if !kept[id] {
			gone = append(gone, key{kind, id})
		}
	}
	o.put(found, gone)
}
