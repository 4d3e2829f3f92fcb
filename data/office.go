package data

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Office is an open office file.
type Office interface {
	// Register is everything in the file. It is kept up to date by Save, Delete and Refresh.
	Register() *Register
	// Save stores a record, new or changed, with an entry in the change list. The record's version says which one the
	// change was made to. If somebody has saved another since, the two are merged (see Merge) and Saved says what came from the other;
	// it is a *Conflict if both changed the same field differently. Problems of the record come back as Problems.
	Save(ctx context.Context, rec Record) (Saved, error)
	// Number stores a record as Save does and gives it the next reference of its kind's scheme (OfficeDetails.ReferenceSchemes) in
	// the same step, so that no two records are ever given the same one; today is the day whose year counts where the record has no day
	// of its own. A *Fault says what to do when there is no scheme, or when the record has a reference already.
	Number(ctx context.Context, rec Record, today Date) (Saved, error)
	// SaveAll stores many records at once: all of them or none.
	SaveAll(ctx context.Context, recs []Record, progress func(done, total int)) error
	// Delete takes a record out of the office; what it said stays in the change list. A record that others point to stays: *InUse.
	Delete(ctx context.Context, rec Record) error
	// DeleteAll takes many records out at once: all of them or none. They may point to each other. It returns the numbers of its changes,
	// in the order of the records.
	DeleteAll(ctx context.Context, recs []Record) ([]int64, error)
	// History is the changes of a record, latest first.
	History(ctx context.Context, kind Kind, id ID) ([]Change, error)
	// Changes is the last changes of the whole office, at most limit, latest first.
	Changes(ctx context.Context, limit int) ([]Change, error)
	// Gone is the last change of each record that was deleted and has not come back, latest first.
	Gone(ctx context.Context) ([]Change, error)
	// MergeOrganisations makes one organisation of two that are the same body (see MergeOrganisations), and returns how many other
	// records were changed: all of them, or none.
	MergeOrganisations(ctx context.Context, keep, drop ID) (changed int, err error)
	// Mentions are the changes that concern a person, oldest first: those to the person’s own records, those that name the person
	// anywhere, and those that the person made. HeldOn reads them.
	Mentions(ctx context.Context, name string) ([]Change, error)
	// RemovePerson takes a person out of the records and out of the change list (UK GDPR, article 17). What the law has an office keep
	// stays, and Removed says so. It cannot be undone. A *Fault says when a name may be that of many.
	RemovePerson(ctx context.Context, name string) (Removed, error)
	// Content is the bytes of a file inside the office, as they were added; the register does not hold them.
	Content(ctx context.Context, file ID) ([]byte, error)
	// Undo takes one change back, as a change of its own, which can be undone too: what the change did to each field is taken back if
	// nobody has changed the field since. What a change made goes; a record that it deleted comes back under its old ID. What cannot be
	// undone is a *Fault that says which field, and who changed it.
	Undo(ctx context.Context, sequence int64) (Saved, error)
	// UndoAll takes the changes of several records back at once. What cannot be undone is left as it is, and the error says it of each; the
	// others are all taken back, or none of them. It returns what was saved.
	UndoAll(ctx context.Context, sequences []int64) ([]Saved, error)
	// AsOf is a record as it was at a moment, deleted or not today; a *Fault says why there was none. Persons who were taken out of the
	// change list stay out.
	AsOf(ctx context.Context, kind Kind, id ID, at time.Time) (Record, error)
	// Restore saves a record as it was at a moment, as a change of its own.
	Restore(ctx context.Context, kind Kind, id ID, at time.Time) (Saved, error)
	// Refresh reads what others have saved since, and returns their changes.
	Refresh(ctx context.Context) ([]Change, error)
	// Subscribe calls tell whenever something is not any more as it was: others have saved, an own save has reached the file or was not
	// taken, the standing is another. It is called from other goroutines, one call at a time, and must not wait for the office.
	Subscribe(tell func(News)) (stop func())
	// Standing is how things stand with the file, for the foot of a window. It never waits.
	Standing() Standing
	// SaveState is what has become of the last save of a record.
	SaveState(RecordID) SaveState
	// Doubts are own saves that the file did not take, oldest first: what was typed is kept until Settle.
	Doubts() []Doubt
	// Settle ends a doubt: rec is what is to be saved after all, made from what the register holds now, and nil drops the save.
	Settle(ctx context.Context, serial int64, rec Record) (Saved, error)
	// Attend tells colleagues which record is looked at here, or changed; of no kind is none. It does not wait.
	Attend(in RecordID, editing bool)
	// ReadOnly is why nothing can be saved, in a sentence; empty if it can.
	ReadOnly() string
	// Path is where the file lies.
	Path() string
	Close() error
}

// Saved is what became of a save.
type Saved struct {
	Record Record // as the register now holds it
	// Sequence is of the change; 0 if there was nothing to save, or the file does not hold it yet.
	Sequence int64
	// Operation names the save, of which the file takes one however often it is delivered; empty if there was nothing to save.
	Operation string
	// Merged is what others had changed since the record was loaded. It was kept; Record holds it.
	Merged []Meanwhile
}

// Meanwhile is a field that somebody else changed while the record was open here.
type Meanwhile struct {
	FieldChange

	Who  string
	When time.Time
}

// Conflict is a save that somebody else's came before, and that cannot be brought together with it without asking.
type Conflict struct {
	Base   Record // what both started from; nil if it is not known any more
	Mine   Record
	Theirs Record // what the file holds now; nil if it was deleted
	// Merged is both edits together, as far as they go; what both changed differently is as Theirs has it. It is nil if there is no
	// Base, and when one of the two is a deletion.
	Merged Record
	// Clashes are what both changed differently.
	Clashes []Clash
	// Problems are what is wrong with the two edits together, though with neither alone.
	Problems Problems
}

func (c *Conflict) Error() string {
	what := fmt.Sprintf("the %s “%s”", c.Mine.RecordKind().Label(), c.Mine.Label())
	switch {
	case c.Theirs == nil:
		return what + " was deleted while you were changing it"
	case len(c.Clashes) > 0:
		return fmt.Sprintf("while you were changing %s, %s changed %s too", what, c.Theirs.Stamped().SavedBy, andList(c.fields()))
	case len(c.Problems) > 0:
		problems := strings.TrimSuffix(c.Problems.Error(), ".")
		return fmt.Sprintf("while you were changing %s, %s changed it too, and the two do not go together: %s", what, c.Theirs.Stamped().SavedBy, problems)
	default:
		return fmt.Sprintf("%s changed %s while you were changing it", c.Theirs.Stamped().SavedBy, what)
	}
}

// WithMine is both edits together, with what both changed as Mine has it.
func (c *Conflict) WithMine() (Record, error) {
	var order, other []FieldChange
	for _, clash := range c.Clashes {
		f := FieldChange{Path: clash.Path, Before: clash.Theirs, After: clash.Mine}
		if strings.HasSuffix(f.Path, "/"+orderKey) { // before rows come and go
			order = append(order, f)
		} else {
			other = append(other, f)
		}
	}
	return Apply(c.Merged, slices.Concat(order, other))
}

// fields are what clashes, each once, as people call it.
func (c *Conflict) fields() []string {
	var names []string
	for _, clash := range c.Clashes {
		if name := "“" + FieldLabel(c.Mine.RecordKind(), clash.Path) + "”"; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// andList puts words one after the other as people do: "a, b and c".
func andList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
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
				points = points || *id == rec.Stamped().ID && k.Includes(rec.RecordKind())
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
		step     *ForbiddenStep
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
	case errors.As(err, &step):
		return "Not saved: " + step.Error() + "."
	case errors.Is(err, context.Canceled):
		return "Stopped, as you asked. Nothing was changed."
	case errors.Is(err, context.DeadlineExceeded):
		return "The office file took too long to answer. Your change is still here: try again in a moment."
	default:
		return "That did not work, and nothing was changed: " + err.Error() + "."
	}
}
