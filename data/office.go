package data

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Office is an open office file.
type Office interface {
	// Register is everything in the file. It is kept up to date by Save, Delete and Refresh.
	Register() *Register
	// Save stores a record, new or changed, with an entry in the change list. The record's version says which one the
	// change was made to; it is a *Conflict if somebody has saved another since. Problems of the record come back as Problems.
	Save(ctx context.Context, rec Record) (Saved, error)
	// Number stores a record as Save does and gives it the next reference of its kind's scheme (OfficeDetails.ReferenceSchemes) in
	// the same step, so that no two records are ever given the same one. A *Fault says what to do when there is no scheme, or when the
	// record has a reference already.
	Number(ctx context.Context, rec Record) (Saved, error)
	// SaveAll stores many records at once: all of them or none.
	SaveAll(ctx context.Context, recs []Record, progress func(done, total int)) error
	// Delete takes a record out of the office; what it said stays in the change list. A record that others point to stays: *InUse.
	Delete(ctx context.Context, rec Record) error
	// History is the changes of a record, latest first.
	History(ctx context.Context, kind Kind, id ID) ([]Change, error)
	// Refresh reads what others have saved since, and returns their changes.
	Refresh(ctx context.Context) ([]Change, error)
	// ReadOnly is why nothing can be saved, in a sentence; empty if it can.
	ReadOnly() string
	// Path is where the file lies.
	Path() string
	Close() error
}

// Saved is what became of a save.
type Saved struct {
	Record   Record // as the file now holds it
	Sequence int64  // of the change; 0 if there was nothing to save
}

// Conflict is a save that somebody else's came before.
type Conflict struct {
	Base   Record // what both started from; nil if it is not known any more
	Mine   Record
	Theirs Record // what the file holds now; nil if it was deleted
}

func (c *Conflict) Error() string {
	if c.Theirs == nil {
		return fmt.Sprintf("the %s “%s” was deleted while you were changing it", c.Mine.RecordKind().Label(), c.Mine.Label())
	}
	return fmt.Sprintf("%s changed the %s “%s” while you were changing it", c.Theirs.Stamped().SavedBy, c.Mine.RecordKind().Label(), c.Mine.Label())
}

// InUse is a record that cannot go because others point to it.
type InUse struct {
	Record Record
	By     []Record
}

func (e *InUse) Error() string {
	names := make([]string, 0, len(e.By))
	for _, rec := range e.By {
		names = append(names, fmt.Sprintf("the %s “%s”", rec.RecordKind().Label(), rec.Label()))
	}
	return fmt.Sprintf("the %s “%s” is named by %s", e.Record.RecordKind().Label(), e.Record.Label(), strings.Join(names, ", "))
}

// UsedBy is the records that point to a record.
func (reg *Register) UsedBy(rec Record) []Record {
	var by []Record
	for _, kind := range Kinds() {
		for _, other := range reg.Records(kind) {
			points := false
			other.references(func(_ string, k Kind, id *ID) {
				points = points || k == rec.RecordKind() && *id == rec.Stamped().ID
			})
			if points && other != rec {
				by = append(by, other)
			}
		}
	}
	return by
}

// Fault is an error with a sentence for whoever sits at the screen: what happened to their work, and what to do.
type Fault struct {
	Sentence string
	Cause    error // for the log
}

func (f *Fault) Error() string {
	if f.Cause == nil {
		return f.Sentence
	}
	return f.Sentence + " (" + f.Cause.Error() + ")"
}

func (f *Fault) Unwrap() error { return f.Cause }

// Explain is what a person reads of an error: a sentence that says what happened to their work and what to do next. The detail
// belongs in the log.
func Explain(err error) string {
	var (
		fault    *Fault
		problems Problems
		conflict *Conflict
		inUse    *InUse
	)
	switch {
	case err == nil:
		return ""
	case errors.As(err, &fault):
		return fault.Sentence
	case errors.As(err, &problems):
		return "Not saved yet. " + problems.Error()
	case errors.As(err, &conflict):
		return "Not saved: " + conflict.Error() + ". Nothing is lost: your version is still here."
	case errors.As(err, &inUse):
		return "Not deleted: " + inUse.Error() + ". Change those first."
	case errors.Is(err, context.Canceled):
		return "Stopped, as you asked. Nothing was changed."
	case errors.Is(err, context.DeadlineExceeded):
		return "The office file took too long to answer. Your change is still here: try again in a moment."
	default:
		return "That did not work, and nothing was changed: " + err.Error() + "."
	}
}
