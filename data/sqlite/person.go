package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Mentions are the changes that concern a person, oldest first: those to the person’s own records, those that name the person anywhere, and
// those that the person made. data.HeldOn reads them.
func (o *Office) Mentions(ctx context.Context, name string) ([]data.Change, error) {
	s, err := o.subject(ctx, name)
	if err != nil {
		return nil, fmt.Errorf("look for a person in the change list: %w", err)
	}
	var found []data.Change
	err = o.past(ctx, func(ctx context.Context, tx bun.Tx) error {
		return eachChange(ctx, tx, func(c data.Change) {
			if s.Concerns(c) {
				found = append(found, c)
			}
		})
	})
	if err != nil {
		return nil, fmt.Errorf("look for a person in the change list: %w", err)
	}
	return found, nil
}

// subject is a person as the whole office knows that person, today and by its change list.
func (o *Office) subject(ctx context.Context, name string) (*data.Subject, error) {
	s, err := data.NewSubject(name)
	if err != nil {
		return nil, err
	}
	if err := o.past(ctx, func(ctx context.Context, tx bun.Tx) error { return eachChange(ctx, tx, s.Follow) }); err != nil {
		return nil, err
	}
	s.Learn(o.register)
	return s, nil
}

// eachChange goes over the change list, some at once, for it may be long.
func eachChange(ctx context.Context, db bun.IDB, visit func(data.Change)) error {
	for last := int64(0); ; {
		some, err := readChanges(ctx, db, "sequence IN (SELECT sequence FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?)", last, changesAtOnce)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, c := range some {
			visit(c)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		last = some[len(some)-1].Sequence
	}
}

// RemovePerson takes a person out of the records and out of the change list (UK GDPR, article 17), in that order, for the saving of the
// records is itself in the list. Money stays as it is to the penny. What the law has an office keep stays, and data.Removed says so; so does who
// made a change. It cannot be undone. Done again, it goes on where it was interrupted.
func (o *Office) RemovePerson(ctx context.Context, name string) (data.Removed, error) {
	r, err := o.removePerson(ctx, name)
	if err != nil {
		return r, fmt.Errorf("remove a person: %w", err)
	}
	return r, nil
}

func (o *Office) removePerson(ctx context.Context, name string) (data.Removed, error) {
	s, err := o.subject(ctx, name)
	if err != nil {
		return data.Removed{}, err
	}
	if !s.Whole() {
		return data.Removed{}, fault(nil, "“%s” may be many people. Nothing was changed: give the given name and the surname.", s.Name())
	}
	r := data.Removed{Name: s.Name(), Went: []string{}, Stays: []string{}, Possible: []string{}}
	plan := s.Forget(o.register)
	if err := o.saveForgetting(ctx, plan); err != nil {
		return r, err
	}
	r.Tell(plan)
	r.Places, err = o.Blot(ctx, func(kind data.Kind, id data.ID, path string, value json.RawMessage) (json.RawMessage, bool) {
		return s.Blotted(o.register, kind, id, path, value)
	})
	if err != nil {
		return r, err
	}
	if r.Places > 0 {
		r.Went = append(r.Went, fmt.Sprintf("Taken out of %d places of the change list.", r.Places))
	}
	err = o.tellUsers(ctx, s, &r)
	return r, err
}

// saveForgetting changes and deletes records, all or none.
func (o *Office) saveForgetting(ctx context.Context, plan data.Forgetting) error {
	op := newOperation()
	for _, rec := range plan.Change {
		op.edits = append(op.edits, edit{rec: rec})
	}
	for _, rec := range plan.Delete {
		op.edits = append(op.edits, edit{rec: data.Clone(rec), remove: true})
	}
	if len(op.edits) == 0 {
		return nil
	}
	_, err := o.deliver(ctx, op, nil)
	return err
}

// tellUsers says where the person stands as a user of the program, which shows who did what with public money.
func (o *Office) tellUsers(ctx context.Context, s *data.Subject, r *data.Removed) error {
	made, saved := 0, 0
	err := o.past(ctx, func(ctx context.Context, tx bun.Tx) error {
		return eachChange(ctx, tx, func(c data.Change) {
			if s.Is(c.Who) {
				made++
			}
		})
	})
	if err != nil {
		return err
	}
	for _, kind := range data.Kinds() {
		for _, rec := range o.register.Records(kind) {
			if s.Is(rec.Stamped().SavedBy) {
				saved++
			}
		}
	}
	if made > 0 {
		r.Stays = append(r.Stays, fmt.Sprintf("The name stays as who made %d entries of the change list and saved %d records last, because the office has to show who did what with public money.", made, saved))
	}
	if n := o.register.Count(data.KindAttachment); n > 0 {
		r.Stays = append(r.Stays, fmt.Sprintf("The contents of the %d files inside the office were not looked through. Open those that may name the person.", n))
	}
	r.Stays = append(r.Stays, "Backups and printed papers that were made before hold what they held.")
	return nil
}
