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
	KindOffice            Kind = "office"
	KindStaff             Kind = "staff"
	KindOrganisation      Kind = "organisations"
	KindContact           Kind = "contacts"
	KindFund              Kind = "funds"
	KindProgramme         Kind = "programmes"
	KindQuestion          Kind = "questions"
	KindSpecification     Kind = "specifications"
	KindOutcomesFramework Kind = "outcomes_frameworks"
	KindAttachment        Kind = "attachments"
	KindGrant             Kind = "grants"
	KindDecision          Kind = "decisions"
	KindTrainingEvent     Kind = "training_events"
	KindMonitoringReturn  Kind = "monitoring_returns"
	KindFOIRequest        Kind = "foi_requests"
	KindBoardPaper        Kind = "board_papers"
	KindNewsRelease       Kind = "news_releases"
	KindAction            Kind = "actions"
	KindPublication       Kind = "publications"
)

// What a field may point to when records of several kinds may stand in it. No record is of these kinds.
const (
	AnyKind  Kind = "records"
	AnyParty Kind = "parties" // a member of staff, a contact or an organisation
	Person   Kind = "people"  // a member of staff or a contact
)

// Includes reports whether a field for records of kind k may hold one of the kind other.
func (k Kind) Includes(other Kind) bool {
	switch k {
	case AnyKind:
		return other != KindOffice
	case AnyParty:
		return other == KindStaff || other == KindContact || other == KindOrganisation
	case Person:
		return other == KindStaff || other == KindContact
	default:
		return k == other
	}
}

// OfficeID is the ID of the one record of KindOffice.
const OfficeID ID = "office"

const maximumTitleLength = 500

var kinds = terms[Kind]{
	{KindOffice, "office"},
	{KindStaff, "member of staff"},
	{KindOrganisation, "organisation"},
	{KindContact, "contact"},
	{KindFund, "fund"},
	{KindProgramme, "grant round"},
	{KindQuestion, "question"},
	{KindSpecification, "specification"},
	{KindOutcomesFramework, "outcomes framework"},
	{KindAttachment, "file"},
	{KindGrant, "grant"},
	{KindDecision, "decision"},
	{KindTrainingEvent, "training event"},
	{KindMonitoringReturn, "monitoring return"},
	{KindFOIRequest, "FOI request"},
	{KindBoardPaper, "board paper"},
	{KindNewsRelease, "news release"},
	{KindAction, "action"},
	{KindPublication, "publication"},
}

// Kinds are all kinds of records. Most come after the kinds that their records point to; a grant and the decision that varied it
// point at each other.
func Kinds() []Kind { return kinds.values() }

// Label is the kind in the singular, as people say it: "grant".
func (k Kind) Label() string {
	switch k {
	case AnyKind:
		return "record"
	case AnyParty:
		return "person or organisation"
	case Person:
		return "person"
	default:
		return kinds.label(k)
	}
}

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
	// Waiting is the number of the save that waits on this computer for the office file, if the record is as that save left it: the file
	// has not given it a version yet. 0 is a record as the file holds it.
	Waiting int64 `json:"-"`
}

// Stamped gives every record that embeds a Stamp its part of the Record interface.
func (s *Stamp) Stamped() *Stamp { return s }

// Saved reports whether the record was ever saved.
func (s *Stamp) Saved() bool { return s.Version > 0 || s.Waiting > 0 }

// Same reports whether two stamps are of the same state of the same record.
func (s *Stamp) Same(other *Stamp) bool {
	return s.ID == other.ID && s.Version == other.Version && s.Waiting == other.Waiting
}

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

// period checks that an end does not come before its start. An end in “May 2018” may be any day of that May.
func (ps *Problems) period(field string, start, end Date, what string) {
	if !start.IsZero() && !end.IsZero() && end.lastDay().Before(start) {
		ps.add(field, "%s ends on %s, before it starts on %s.", what, end.Long(), start.Long())
	}
}

// amount checks that money given is not money taken.
func (ps *Problems) amount(field string, m Money, what string) {
	if m.Pence < 0 {
		ps.add(field, "%s cannot be less than nothing.", what)
		return
	}
	ps.sum(field, m, what)
}

// sum checks that an amount, which may be money that came back, is one that can be added to others.
func (ps *Problems) sum(field string, m Money, what string) {
	if m.Pence > mostPence || m.Pence < -mostPence {
		ps.add(field, "%s is more money than there is.", what)
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

var makers = map[Kind]func() Record{
	KindOffice:            func() Record { return &OfficeDetails{} },
	KindStaff:             func() Record { return &Staff{} },
	KindOrganisation:      func() Record { return &Organisation{} },
	KindContact:           func() Record { return &Contact{} },
	KindFund:              func() Record { return &Fund{} },
	KindProgramme:         func() Record { return &Programme{} },
	KindQuestion:          func() Record { return &Question{} },
	KindSpecification:     func() Record { return &Specification{} },
	KindOutcomesFramework: func() Record { return &OutcomesFramework{} },
	KindAttachment:        func() Record { return &Attachment{} },
	KindGrant:             func() Record { return &Grant{} },
	KindDecision:          func() Record { return &Decision{} },
	KindTrainingEvent:     func() Record { return &TrainingEvent{} },
	KindMonitoringReturn:  func() Record { return &MonitoringReturn{} },
	KindFOIRequest:        func() Record { return &FOIRequest{} },
	KindBoardPaper:        func() Record { return &BoardPaper{} },
	KindNewsRelease:       func() Record { return &NewsRelease{} },
	KindAction:            func() Record { return &Action{} },
	KindPublication:       func() Record { return &Publication{} },
}

// New makes an empty record of a kind, with an ID of its own.
func New(kind Kind) (Record, error) {
	maker, ok := makers[kind]
	if !ok {
		return nil, errors.New("there are no records of the kind " + string(kind))
	}
	rec := maker()
	rec.Stamped().ID = NewID()
	if kind == KindOffice {
		rec.Stamped().ID = OfficeID
	}
	return rec, nil
}
