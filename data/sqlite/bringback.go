package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Brought is what became of changes that were to be brought back.
type Brought struct {
	Back int    // how many are in the office now that were not
	Left []Left // what is not, oldest first
	// Kept is where the file is kept as it was before; empty if nothing was to be brought back.
	Kept string
}

// Left is what one person did at once and the office does not take: somebody has to decide.
type Left struct {
	Changes []data.Change
	Why     string // in a sentence
}

// BringBackFrom brings the changes that a source of a plan holds and the office file lacks back into the file, as BringBack does. The file
// is kept as it is now among the backups beside it, and gets a new epoch, so that every computer copies it anew.
func BringBackFrom(ctx context.Context, p Plan, from Source, user User, o Options) (Brought, error) {
	b, err := bringBackFrom(ctx, p, from, user, o.full())
	if err != nil {
		return b, fmt.Errorf("bring changes back into %s from %s: %w", p.Office, from.Path, explained(err, p.Office))
	}
	return b, nil
}

func bringBackFrom(ctx context.Context, p Plan, from Source, user User, o Options) (Brought, error) {
	d, err := newDraft(o)
	if err != nil {
		return Brought{}, err
	}
	defer d.remove()
	m, err := d.fill(ctx, from.Path) // sound, or nothing of it is taken
	if err != nil {
		return Brought{}, explained(err, from.Path)
	}
	office, err := Open(ctx, p.Office, user)
	if err != nil {
		return Brought{}, err
	}
	if office.known.database != m.DatabaseID {
		return Brought{}, fault(nil, "%s holds another office than %s. Nothing was changed.", name(from.Path), name(p.Office))
	}
	source, err := connect(d.path, copying)
	if err != nil {
		return Brought{}, err
	}
	defer source.Close() //nolint:errcheck // it was only read from
	since, err := office.missing(ctx, source)
	if err != nil || len(since) == 0 {
		return Brought{}, err
	}
	kept, err := backUp(ctx, p.Office, "", BeforeRestoring, o)
	if err != nil {
		return Brought{}, err
	}
	b, err := BringBack(ctx, office, since, func(ctx context.Context, sha256 string) ([]byte, error) {
		row := contentRow{SHA256: sha256}
		err := source.NewSelect().Model(&row).WherePK().Scan(ctx)
		return row.Content, err
	})
	b.Kept = kept.Path
	if err != nil {
		return b, err
	}
	return b, office.newEpoch(ctx, max(m.Epoch, newestEpoch(ctx, desktop(o.Folder), m.DatabaseID)))
}

// missing is the changes of another file of the office since the two parted, if this one lacks any of them.
func (o *Office) missing(ctx context.Context, source *bun.DB) (since []data.Change, err error) {
	other, own := &look{}, &look{}
	if err := source.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, other.learn); err != nil {
		return nil, err
	}
	var n int64
	var ours []data.Change
	err = o.read(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
		if err := own.learn(ctx, tx); err != nil {
			return err
		}
		n = own.common(other)
		ours, err = readEntries(ctx, tx, n)
		return err
	})
	if err != nil {
		return nil, err
	}
	if since, err = readChanges(ctx, source, "sequence > ?", n); err != nil || len(without(since, ours)) == 0 {
		return nil, err
	}
	return since, nil
}

// newEpoch makes the state of the file one of its own, after all that are known.
func (o *Office) newEpoch(ctx context.Context, known int64) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.truth.visit(ctx, func(ctx context.Context, db *bun.DB, s *stay) error {
		return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
			if _, err := tx.ExecContext(ctx, "UPDATE meta SET epoch = max(epoch, ?) + 1 WHERE id = 1", known); err != nil {
				return fmt.Errorf("begin a new epoch: %w", err)
			}
			return s.breathe()
		})
	})
}

// BringBack delivers changes to an office that it once held, or a copy of it held, and lacks: each as what a person did to a record as it
// was then, under the operation that it had, in their order, those of one operation together. They are merged with what was saved since.
// What does not go together with that is left, with what was done on top of it; nothing is written over. since is all changes of the other
// list from where the two part, those too that the office holds by now: none is done twice. content is asked for the bytes of files.
func BringBack(ctx context.Context, office *Office, since []data.Change, content func(ctx context.Context, sha256 string) ([]byte, error)) (Brought, error) {
	b := &bringing{office: office, content: content, states: map[key]data.Record{}, left: map[key]bool{}}
	if len(since) > 0 {
		b.parted = since[0].Sequence
	}
	for i := 0; i < len(since); {
		n := i + 1
		for n < len(since) && operationOf(since[n]) == operationOf(since[i]) {
			n++
		}
		if err := b.deliver(ctx, since[i:n]); err != nil {
			return b.done, err
		}
		i = n
	}
	return b.done, nil
}

// bringing is changes on their way back.
type bringing struct {
	office  *Office
	parted  int64 // the first change that the office may hold otherwise
	content func(ctx context.Context, sha256 string) ([]byte, error)
	states  map[key]data.Record // what records were where the changes come from, after those that were gone through
	left    map[key]bool        // records with a change that the office did not take
	done    Brought
}

func (b *bringing) deliver(ctx context.Context, changes []data.Change) error {
	op, why, err := b.operation(ctx, changes)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if b.left[key{c.Kind, c.Record}] && why == "" {
			why = fmt.Sprintf("It was done on top of a change of the %s “%s” that was not brought back.", c.Kind.Label(), c.Label)
		}
	}
	if why == "" {
		before := b.office.known.sequence
		_, err := b.office.deliver(ctx, op, nil)
		switch {
		case err == nil:
			if b.office.known.sequence > before {
				b.done.Back += len(changes)
			}
			return nil
		case away(err) && !refuses(err):
			return err
		}
		if why, err = b.why(ctx, err); err != nil {
			return err
		}
	}
	for _, c := range changes {
		b.left[key{c.Kind, c.Record}] = true
	}
	b.done.Left = append(b.done.Left, Left{changes, why})
	return nil
}

// refuses reports whether an error is that the record itself cannot be taken.
func refuses(err error) bool {
	var problems data.Problems
	return errors.As(err, &problems)
}

// why says why an operation was not taken, to somebody who did not do it.
func (b *bringing) why(ctx context.Context, refused error) (string, error) {
	var c *data.Conflict
	if !errors.As(refused, &c) {
		return data.Explain(refused), nil
	}
	what := fmt.Sprintf("the %s “%s”", c.Mine.RecordKind().Label(), c.Mine.Label())
	if c.Theirs == nil {
		return fmt.Sprintf("It changed %s, which the office does not hold any more.", what), nil
	}
	var since []data.Change
	err := b.office.past(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
		since, err = readChanges(ctx, tx, "kind = ? AND record = ? AND sequence >= ?", c.Mine.RecordKind(), c.Mine.Stamped().ID, b.parted)
		return err
	})
	if err != nil {
		return "", err
	}
	var fields []string
	by := c.Theirs.Stamped().SavedBy
	for _, clash := range c.Clashes {
		if f := "“" + data.FieldLabel(c.Mine.RecordKind(), clash.Path) + "”"; !slices.Contains(fields, f) {
			fields = append(fields, f)
		}
		if last, ok := lastOn(clash.Path, since); ok {
			by = last.Who
		}
	}
	if len(fields) == 0 {
		return fmt.Sprintf("It does not go together with what %s made of %s since.", by, what), nil
	}
	return fmt.Sprintf("Of %s, %s was made something else since by %s.", what, andWords(fields), by), nil
}

// operation is what a person did, from what the change list tells of it; or why it cannot be made, in a sentence.
func (b *bringing) operation(ctx context.Context, changes []data.Change) (op operation, why string, err error) {
	op.id = operationOf(changes[0])
	merges := slices.ContainsFunc(changes, func(c data.Change) bool { return c.Kind == data.KindOrganisation && c.Action == data.Deleted })
	for _, c := range changes {
		if c.Action == data.Erased {
			return op, "A person was taken out of the office. That has to be done again: the file knows the person again.", nil
		}
		k := key{c.Kind, c.Record}
		base, err := b.state(ctx, k)
		if err != nil {
			return op, "", err
		}
		e := edit{based: true, base: base, back: true, renames: merges && c.Action == data.Updated}
		if (base == nil) != (c.Action == data.Created) {
			return op, "What it was made from is not known any more.", nil
		}
		if c.Action == data.Deleted {
			e.rec, e.remove = data.Clone(base), true
			b.states[k] = nil
		} else {
			after, err := b.after(ctx, c, base)
			if err != nil {
				return op, "", err
			}
			e.rec = after
			b.states[k] = withoutContent(after)
		}
		op.edits = append(op.edits, e)
	}
	return op, "", nil
}

func (b *bringing) after(ctx context.Context, c data.Change, base data.Record) (data.Record, error) {
	var err error
	version := int64(0)
	if base == nil {
		if base, err = nothing(c.Kind, c.Record); err != nil {
			return nil, err
		}
	} else {
		version = base.Stamped().Version
	}
	after, err := data.Apply(base, c.Fields)
	if err != nil {
		return nil, err
	}
	after.Stamped().Version = version
	if a, ok := after.(*data.Attachment); ok && c.Action == data.Created {
		if a.Content, err = b.content(ctx, a.SHA256); err != nil {
			return nil, fmt.Errorf("read the content of %s: %w", a.Name, err)
		}
	}
	return after, nil
}

func withoutContent(rec data.Record) data.Record {
	rec = data.Clone(rec)
	if a, ok := rec.(*data.Attachment); ok {
		a.Content = nil
	}
	return rec
}

// state is a record as it was where the changes come from; nil if there was none. What both lists say of it the office tells.
func (b *bringing) state(ctx context.Context, k key) (data.Record, error) {
	if rec, known := b.states[k]; known {
		return rec, nil
	}
	var before []data.Change
	err := b.office.past(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
		before, err = readChanges(ctx, tx, "kind = ? AND record = ? AND sequence < ?", k.kind, k.id, b.parted)
		return err
	})
	if err != nil || len(before) == 0 || before[len(before)-1].Action == data.Deleted {
		return nil, err
	}
	rec, err := nothing(k.kind, k.id)
	if err != nil {
		return nil, err
	}
	for _, c := range before {
		if rec, err = data.Apply(rec, c.Fields); err != nil {
			return nil, err
		}
	}
	last := before[len(before)-1]
	rec.Stamped().Version, rec.Stamped().SavedAt, rec.Stamped().SavedBy = last.Version, last.When, last.Who
	return rec, nil
}
