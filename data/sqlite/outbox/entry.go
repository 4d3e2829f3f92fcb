package outbox

import (
	"errors"
	"fmt"
	"time"

	"almoner/data"
)

// State is what becomes of a save.
type State string

// A save waits for the shared file, or is kept, because the shared file did not take it, until a person has chosen.
const (
	Waiting State = "waiting"
	Kept    State = "kept"
)

// Entry is one save that the shared file does not hold yet. What its slices hold is shared with the outbox and not to be altered.
type Entry struct {
	Serial    int64              `json:"serial"`    // 1, 2, 3 … in the order in which they were saved; never used twice in one outbox
	Operation string             `json:"operation"` // the UUID under which the shared file takes it once
	At        time.Time          `json:"at"`        // when the person saved it, by the laptop's clock, in UTC; for people only
	Kind      data.Kind          `json:"kind"`
	Record    data.ID            `json:"record"`
	Label     string             `json:"label"`             // what the record was called, for people
	Version   int64              `json:"version"`           // of the record that it was made from; 0 if the shared file never held it
	Base      []data.FieldChange `json:"base"`              // data.Diff(nil, base): the record that it was made from; nil if it is new
	Fields    []data.FieldChange `json:"fields"`            // data.Diff(base, mine): what the save changed
	Content   []byte             `json:"content,omitempty"` // of a file that is added; most have none
	State     State              `json:"state"`
	Folds     []string           `json:"folds,omitempty"` // the operations of other saves that it took the place of
	Why       string             `json:"why,omitempty"`   // of one that is Kept: the sentence that said why the shared file did not take it
}

// New is the save of a record that was made from base, or from nothing if base is nil. Base may itself be a save that waits, and then
// never have had a version. A record with no ID, and rows with none, are given one: Records tells them. The caller's records stay as
// they are.
func New(rec, base data.Record, operation string, at time.Time) (Entry, error) {
	mine := data.Clone(rec)
	if mine.Stamped().ID == "" && base == nil {
		mine.Stamped().ID = data.NewID()
	}
	data.NameRows(mine)
	e := Entry{
		Operation: operation, At: at.UTC().Round(0), Kind: mine.RecordKind(), Record: mine.Stamped().ID, Label: mine.Label(), State: Waiting,
	}
	if a, ok := mine.(*data.Attachment); ok {
		e.Content = a.Content
	}
	if err := e.compare(base, mine); err != nil {
		return Entry{}, fmt.Errorf("put the %s %q down as a save that waits: %w", e.Kind.Label(), e.Label, err)
	}
	return e, nil
}

// compare fills in what tells base and mine.
func (e *Entry) compare(base, mine data.Record) (err error) {
	switch {
	case base == nil && mine.Stamped().Saved():
		return errors.New("it was saved before, but it is not said what it was made from")
	case base == nil:
	case base.Stamped().ID != e.Record:
		return fmt.Errorf("it is %s and made from another record, %s", e.Record, base.Stamped().ID)
	default:
		e.Version = base.Stamped().Version
		if e.Base, err = data.Diff(nil, base); err != nil {
			return err
		}
		if e.Base == nil {
			e.Base = []data.FieldChange{} // made from a record that says nothing, which is not nothing
		}
	}
	e.Fields, err = data.Diff(base, mine)
	return err
}

// Records are the record that was saved and the one that it was made from, which is nil if it was made from nothing. Of their stamps
// they have the ID and the version, both the version that the save was made from. A file that is added has its content.
func (e Entry) Records() (base, mine data.Record, err error) {
	empty, err := data.New(e.Kind)
	if err != nil {
		return nil, nil, fmt.Errorf("read the save %d: %w", e.Serial, err)
	}
	empty.Stamped().ID, empty.Stamped().Version = e.Record, e.Version
	mine = empty
	if e.Base != nil || e.Version > 0 {
		if base, err = data.Apply(empty, e.Base); err != nil {
			return nil, nil, fmt.Errorf("read what the save %d was made from: %w", e.Serial, err)
		}
		mine = base
	}
	if mine, err = data.Apply(mine, e.Fields); err != nil {
		return nil, nil, fmt.Errorf("read the save %d: %w", e.Serial, err)
	}
	if a, ok := mine.(*data.Attachment); ok && len(e.Content) > 0 {
		a.Content = e.Content
	}
	return base, mine, nil
}
