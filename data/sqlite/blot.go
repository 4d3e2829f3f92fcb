package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Match says of one value of the change list whether a person is to be taken out of it, and what is to stand there instead: the same
// value with other words in it. The path is that of the field; it is empty for what the record was called at that change, a text.
type Match func(kind data.Kind, id data.ID, path string, value json.RawMessage) (instead json.RawMessage, found bool)

// Blot takes a person out of the change list (UK GDPR, article 17) and returns from how many places. It adds a change that says who
// did so, when and where in the list, but nothing of what stood there. The chain of hashes stays whole, and Check still proves that
// nothing else was altered. What the records themselves say has to be changed first, by saving them, so that those changes are gone
// over as well.
//
// Words that were overwritten or deleted stay in the free space of a file until something else comes to lie there. So the file is
// written anew, always: also of words that were taken out of records only.
func (o *Office) Blot(ctx context.Context, match Match) (places int, err error) {
	if err := o.permit(ctx); err != nil {
		return 0, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if why := o.ReadOnly(); why != "" {
		return 0, fault(nil, "%s", why)
	}
	taken := false
	err = o.truth.visit(ctx, func(ctx context.Context, db *bun.DB, s *stay) error {
		if places, err = o.blot(ctx, db, s, match); err != nil {
			return err
		}
		taken = true
		return rewrite(ctx, db)
	})
	switch {
	case err != nil && taken:
		return places, fault(err, "The person was taken out of the change list of %s, but traces may be left in the free space of the file. Do the same again when nobody else is saving.", name(o.truth.path))
	case err != nil:
		return 0, fmt.Errorf("take a person out of the change list: %w", explained(err, o.truth.path))
	default:
		return places, nil
	}
}

// rewrite writes the file anew, without what is left of old words in it, and empties the journal, which holds the old pages.
func rewrite(ctx context.Context, db *bun.DB) error {
	for _, statement := range []string{"PRAGMA journal_size_limit = 0", "VACUUM", "PRAGMA journal_size_limit = -1"} {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

func (o *Office) blot(ctx context.Context, db *bun.DB, s *stay, match Match) (places int, err error) {
	tx, err := db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return 0, fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback() // the error that led here says more than a second one
		}
	}()
	t := &transaction{office: o, tx: tx, op: newOperation(edit{}), at: o.now().UTC().Truncate(time.Millisecond)}
	t.op.edits = nil // it is about no record
	if err := t.begin(ctx); err != nil {
		return 0, err
	}
	b := blotting{tx: tx, stay: s, match: match}
	if err := b.all(ctx); err != nil {
		return 0, err
	}
	if len(b.places) > 0 {
		t.entry(data.Change{Operation: t.op.id, Action: data.Erased, Fields: b.places})
		if err := t.finish(ctx); err != nil {
			return 0, err
		}
	}
	if err := s.breathe(); err != nil {
		return 0, err
	}
	if err := tx.Commit(); err != nil {
		return 0, fmt.Errorf("commit: %w", err)
	}
	o.known.sequence, o.known.hash = t.meta.Sequence+int64(len(t.changes)), t.hash
	return len(b.places), nil
}

// blotting goes over the change list.
type blotting struct {
	tx     bun.Tx
	stay   *stay
	match  Match
	places []data.FieldChange // where the list was changed, each with the digest of what stands there now
}

func (b *blotting) all(ctx context.Context) error {
	for last := int64(0); ; {
		some, err := readChanges(ctx, b.tx, "sequence IN (SELECT sequence FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?)", last, changesAtOnce)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, c := range some {
			if err := ctx.Err(); err != nil {
				return err
			}
			if c.Action == data.Erased {
				continue // it says nothing of anybody
			}
			if err := b.change(ctx, c); err != nil {
				return err
			}
		}
		last = some[len(some)-1].Sequence
		if err := b.stay.breathe(); err != nil {
			return err
		}
	}
}

func (b *blotting) change(ctx context.Context, c data.Change) error {
	label, err := json.Marshal(c.Label)
	if err != nil {
		return fmt.Errorf("read what change %d calls its record: %w", c.Sequence, err)
	}
	instead, found, err := b.value(c, "", label)
	if err != nil {
		return err
	}
	if found {
		var words string
		if err := json.Unmarshal(instead, &words); err != nil {
			return fmt.Errorf("change %d: what is put in the place of a name is no text: %w", c.Sequence, err)
		}
		c.EraseLabel(words)
		if err := b.label(ctx, c); err != nil {
			return err
		}
	}
	for i := range c.Fields {
		if err := b.field(ctx, c, i); err != nil {
			return err
		}
	}
	return nil
}

// value asks whether something is to stand in the place of a value. It has to be of the same sort, or the list could not be followed.
func (b *blotting) value(c data.Change, path string, value json.RawMessage) (json.RawMessage, bool, error) {
	if string(value) == "null" {
		return value, false, nil
	}
	instead, found := b.match(c.Kind, c.Record, path, value)
	if !found {
		return value, false, nil
	}
	if !json.Valid(instead) || instead[0] != value[0] { // valid JSON is never empty
		return nil, false, fmt.Errorf("change %d: what is put in the place of %q is of another sort than what stands there", c.Sequence, path)
	}
	return instead, true, nil
}

func (b *blotting) field(ctx context.Context, c data.Change, position int) error {
	f := &c.Fields[position]
	before, first, err := b.value(c, f.Path, f.Before)
	if err != nil {
		return err
	}
	after, second, err := b.value(c, f.Path, f.After)
	if err != nil || !first && !second {
		return err
	}
	f.Erase(before, after)
	row := changeFieldRow{
		Sequence: c.Sequence, Position: position, Path: f.Path, Before: string(f.Before), After: string(f.After), Salt: f.Salt, Digest: f.Digest,
	}
	if _, err := b.tx.NewUpdate().Model(&row).WherePK().Exec(ctx); err != nil {
		return fmt.Errorf("take a person out of change %d: %w", c.Sequence, err)
	}
	b.places = append(b.places, vouch(fieldPlace(c.Sequence, position), f.Words()))
	return nil
}

func (b *blotting) label(ctx context.Context, c data.Change) error {
	row := changeRow{Sequence: c.Sequence, Label: c.Label, LabelSalt: c.LabelSalt, LabelDigest: c.LabelDigest}
	_, err := b.tx.NewUpdate().Model(&row).Column("label", "label_salt", "label_digest").WherePK().Exec(ctx)
	if err != nil {
		return fmt.Errorf("take a person out of the name of change %d: %w", c.Sequence, err)
	}
	b.places = append(b.places, vouch(labelPlace(c.Sequence), c.LabelWords()))
	return nil
}

// fieldPlace and labelPlace name a place in the change list.
func fieldPlace(sequence int64, position int) string {
	return strconv.FormatInt(sequence, 10) + "/" + strconv.Itoa(position)
}

func labelPlace(sequence int64) string { return strconv.FormatInt(sequence, 10) + "/label" }

// vouch is what an erasure says of a place: that since then the words with that digest stand there.
func vouch(place, digest string) data.FieldChange {
	return data.FieldChange{Path: place, Before: json.RawMessage("null"), After: json.RawMessage(strconv.Quote(digest))}
}

// erasures are what changes say of the places from which persons were taken.
type erasures struct {
	found   []erasure         // in the order of the list
	vouched map[string]string // by the place: the digest that the last erasure gave it
}

// erasure is a place that is marked as erased, and the digest of what stands there.
type erasure struct {
	sequence      int64
	place, digest string
}

// follow notes what a change has lost and what it vouches for.
func (e *erasures) follow(c data.Change) error {
	if c.LabelDigest != "" {
		e.found = append(e.found, erasure{c.Sequence, labelPlace(c.Sequence), c.LabelWords()})
	}
	for i, f := range c.Fields {
		if f.Erased() {
			e.found = append(e.found, erasure{c.Sequence, fieldPlace(c.Sequence, i), f.Words()})
		}
		if c.Action != data.Erased {
			continue
		}
		digest, err := strconv.Unquote(string(f.After))
		if err != nil {
			return errors.New("an erasure says nothing of the place that it names")
		}
		e.vouched[f.Path] = digest
	}
	return nil
}

// unvouched are the changes that are marked as erased where no erasure left what stands there, each once.
func (e *erasures) unvouched() []int64 {
	var changes []int64
	for _, f := range e.found {
		if e.vouched[f.place] != f.digest && (len(changes) == 0 || changes[len(changes)-1] != f.sequence) {
			changes = append(changes, f.sequence)
		}
	}
	return changes
}
