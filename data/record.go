package data

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
)

// ID names a record for as long as there is an office. It is random but for its beginning, which is the moment of its making,
// so that records sorted by ID stand in the order in which they were made.
type ID string

// NewID makes an ID that no other office or laptop makes.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }

// Ours reports whether the ID was made by NewID, rather than by whoever wrote a portable document.
func (id ID) Ours() bool {
	u, err := uuid.Parse(string(id))
	return err == nil && u.Version() == 7 && u.String() == string(id)
}

// RowID names a row inside a record: an award of a grant, a question of a request. It is unique within its record, so that two
// people's edits of the same rows can be told from edits of different ones.
type RowID string

// NewRowID makes a RowID.
func NewRowID() RowID {
	var b [5]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand.Read is documented to
	return RowID(strings.ToLower(base32.StdEncoding.EncodeToString(b[:])))
}

// Kind is a kind of record, by the name of its table and of its array in the portable form.
type Kind string

// The kinds of records.
const (
	KindOffice        Kind = "office"
	KindOrganisation  Kind = "organisations"
	KindContact       Kind = "contacts"
	KindFund          Kind = "funds"
	KindQuestion      Kind = "questions"
	KindSpecification Kind = "specifications"
	KindGrant         Kind = "grants"
	KindFOIRequest    Kind = "foi_requests"
)

// OfficeID is the ID of the one record of KindOffice.
const OfficeID ID = "office"

const maximumTitleLength = 500

var kinds = terms[Kind]{
	{KindOffice, "office"},
	{KindOrganisation, "organisation"},
	{KindContact, "contact"},
	{KindFund, "fund"},
	{KindQuestion, "question"},
	{KindSpecification, "specification"},
	{KindGrant, "grant"},
	{KindFOIRequest, "FOI request"},
}

// Kinds are all kinds, each after the kinds that its records point to.
func Kinds() []Kind { return kinds.values() }

// Label is the kind in the singular, as people say it: "grant".
func (k Kind) Label() string { return kinds.label(k) }

// Record is one thing that an office keeps.
type Record interface {
	RecordKind() Kind
	// Label is what people call the record: its reference or its title.
	Label() string
	// Stamped is what every record carries.
	Stamped() *Stamp
	// Problems are what keeps the record from being saved, in words for whoever typed it.
	Problems() Problems
	// references calls visit for each field that points at another record.
	references(visit func(field string, kind Kind, id *ID))
}

// Stamp is what every record carries: which it is, and who saved it last.
type Stamp struct {
	ID      ID        `json:"id,omitempty"`
	Version int64     `json:"-"` // grows by one at each save; 0 is a record that was never saved
	SavedAt time.Time `json:"-"`
	SavedBy string    `json:"-"`
}

// Stamped gives every record that embeds a Stamp its part of the Record interface.
func (s *Stamp) Stamped() *Stamp { return s }

// Saved reports whether the office file holds the record.
func (s *Stamp) Saved() bool { return s.Version > 0 }

// Problem is one thing that is wrong with one field.
type Problem struct {
	Field    string // the field's name in the vocabulary, such as "awards[0].amount"
	Sentence string
}

// Problems are all that is wrong with a record. As an error they read as one sentence each.
type Problems []Problem

func (ps Problems) Error() string {
	sentences := make([]string, len(ps))
	for i, p := range ps {
		sentences[i] = p.Sentence
	}
	return strings.Join(sentences, " ")
}

// Of is the first sentence about a field, or nothing.
func (ps Problems) Of(field string) string {
	for _, p := range ps {
		if p.Field == field {
			return p.Sentence
		}
	}
	return ""
}

// Err is the problems as an error, or nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

func (ps *Problems) add(field, sentence string, args ...any) {
	*ps = append(*ps, Problem{Field: field, Sentence: fmt.Sprintf(sentence, args...)})
}

// title checks the name of a record, which is what people find it by.
func (ps *Problems) title(field, value, what string) {
	switch {
	case trimSpace(value) == "":
		ps.add(field, "%s needs a name.", what)
	case len(value) > maximumTitleLength:
		ps.add(field, "This name is too long for a list: keep it under %d letters.", maximumTitleLength)
	}
}

// period checks that an end does not come before its start.
func (ps *Problems) period(field string, start, end Date, what string) {
	if !start.IsZero() && !end.IsZero() && end.Before(start) {
		ps.add(field, "%s ends on %s, before it starts on %s.", what, end.Long(), start.Long())
	}
}

// amount checks that money given is not money taken.
func (ps *Problems) amount(field string, m Money, what string) {
	if m.Pence < 0 {
		ps.add(field, "%s cannot be less than nothing.", what)
	}
}

// References are the records that rec points at, by the name of the field that does.
func References(rec Record) map[string]ID {
	found := map[string]ID{}
	rec.references(func(field string, _ Kind, id *ID) {
		if *id != "" {
			found[field] = *id
		}
	})
	return found
}

// EachReference calls visit for each field of rec that points at another record, empty ones too. Visit may change what it is given.
func EachReference(rec Record, visit func(field string, kind Kind, id *ID)) { rec.references(visit) }

// New makes an empty record of a kind, with an ID of its own.
func New(kind Kind) (Record, error) {
	var rec Record
	switch kind {
	case KindOffice:
		return &OfficeDetails{Stamp: Stamp{ID: OfficeID}}, nil
	case KindOrganisation:
		rec = &Organisation{}
	case KindContact:
		rec = &Contact{}
	case KindFund:
		rec = &Fund{}
	case KindQuestion:
		rec = &Question{}
	case KindSpecification:
		rec = &Specification{}
	case KindGrant:
		rec = &Grant{}
	case KindFOIRequest:
		rec = &FOIRequest{}
	default:
		return nil, errors.New("there are no records of the kind " + string(kind))
	}
	rec.Stamped().ID = NewID()
	return rec, nil
}
