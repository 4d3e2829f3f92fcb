package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Subject is a person whom the office holds data on, a data subject of UK GDPR, as the office can know that person: by name, and by the
// e-mail addresses and telephone numbers of the records that bear the name. It learns first, from the register and the change list, and
// is then asked.
type Subject struct {
	name   string
	traits *traits
	own    map[ID]bool    // contacts and staff of that name, deleted ones too
	homes  map[ID]*traits // what else the person is known by in a request that the person made
	cards  map[string]map[string]string
	// said are the values that personal fields of the person have had, by record and path.
	said map[string]map[string]bool
	// namesakes is that others have the same surname and first initial, so that initials tell too little.
	namesakes bool
}

// PersonRemoved is what somebody who was taken out of the office is called.
const PersonRemoved = "Person removed"

// NewSubject is the person of a name, in either order. A *Fault says when it is no name.
func NewSubject(name string) (*Subject, error) {
	s := &Subject{
		name: trimSpace(name), traits: traitsOf(name), own: map[ID]bool{}, homes: map[ID]*traits{}, cards: map[string]map[string]string{},
		said: map[string]map[string]bool{},
	}
	if len(s.traits.surname) == 0 {
		return nil, &Fault{Sentence: "Whose data is it about? Give the person’s name."}
	}
	s.traits.surnames = true
	return s, nil
}

// Name is the name that was asked for.
func (s *Subject) Name() string { return s.name }

// Whole reports whether the name has a given name and a surname: a surname alone is that of many.
func (s *Subject) Whole() bool { return len(s.traits.given) > 0 }

// Is reports whether somebody of that name is the person. Titles before it and letters after it make no other person.
func (s *Subject) Is(name string) bool {
	if !s.Whole() {
		return slices.Equal(foldedWords(name), s.traits.surname)
	}
	words := wordsIn(name)
	for _, hit := range s.traits.namesIn(words) {
		others := slices.ContainsFunc(words, func(w word) bool {
			outside := w.end <= hit.start || w.start >= hit.end
			letters := len(w.folded) < 5 && name[w.start:w.end] == strings.ToUpper(name[w.start:w.end]) // OBE
			return outside && !honorifics[w.folded] && !letters
		})
		if hit.kind == wholeName && !others {
			return true
		}
	}
	return false
}

// Holds reports whether a record is a contact or a member of staff that is the person.
func (s *Subject) Holds(rec Record) bool {
	switch r := rec.(type) {
	case *Contact:
		return s.Is(r.Name)
	case *Staff:
		return s.Is(r.Name)
	default:
		return false
	}
}

// Learn takes in from the register by what the person can be known, and who else could be meant. It comes after Follow.
func (s *Subject) Learn(reg *Register) {
	for _, kind := range []Kind{KindContact, KindStaff} {
		for _, rec := range reg.Records(kind) {
			if s.Holds(rec) {
				s.own[rec.Stamped().ID] = true
			}
		}
	}
	for _, c := range All[*Contact](reg) {
		s.meet(c.Name, c.Email, c.Phone)
	}
	for _, m := range All[*Staff](reg) {
		s.meet(m.Name, m.Email, m.Phone)
	}
	for _, e := range All[*TrainingEvent](reg) {
		for _, a := range e.Attendees {
			s.meet(a.Name, a.Email)
		}
	}
	for _, r := range All[*FOIRequest](reg) {
		if r.Applicant != nil {
			s.meet(r.Applicant.Name, r.Applicant.Email)
			s.applied(r.Stamped().ID, *r.Applicant)
		}
	}
	s.share(reg)
}

// meet takes in somebody of a name with addresses and numbers.
func (s *Subject) meet(name string, reach ...string) {
	if s.Is(name) {
		for _, at := range reach {
			s.traits.learn(at)
		}
		return
	}
	other := traitsOf(name)
	if s.Whole() && len(other.given) > 0 && slices.Equal(other.surname, s.traits.surname) && other.given[0][0] == s.traits.given[0][0] {
		s.namesakes = true
	}
}

// share leaves out addresses and numbers that are not the person’s alone, such as an organisation’s.
func (s *Subject) share(reg *Register) {
	var others traits
	for _, o := range All[*Organisation](reg) {
		others.learn(o.Email + " " + o.Phone)
	}
	for _, c := range All[*Contact](reg) {
		if !s.Is(c.Name) {
			others.learn(c.Email)
			others.learn(c.Phone)
		}
	}
	for _, m := range All[*Staff](reg) {
		if !s.Is(m.Name) {
			others.learn(m.Email)
			others.learn(m.Phone)
		}
	}
	others.learn(reg.Details().Email)
	others.learn(reg.Details().Phone)
	s.traits.emails = without(s.traits.emails, func(at string) bool { return slices.Contains(others.emails, at) })
	s.traits.phones = without(s.traits.phones, func(n string) bool { return slices.Contains(others.phones, n) })
}

// applied takes in what the person was known by as the applicant of a request. An address is looked for in that request only: an
// organisation may have the same one.
func (s *Subject) applied(request ID, a Applicant) {
	if !s.Is(a.Name) {
		return
	}
	home := s.homes[request]
	if home == nil {
		home = &traits{}
		s.homes[request] = home
	}
	home.learn(a.Email)
	home.learnAddress(a.Address)
	s.traits.learn(a.Email)
}

// in finds the person in a text of a record: what is surely that person, and what may be another of the surname. A surname alone, or
// with a title, is surely the person’s where the same text has the whole name.
func (s *Subject) in(record ID, text string) (sure, possible []trait) {
	found := s.traits.in(text)
	if home := s.homes[record]; home != nil {
		found = mergeTraits(found, home.in(text))
	}
	named := slices.ContainsFunc(found, func(f trait) bool { return f.kind == wholeName })
	for _, f := range found {
		known := true
		switch f.kind {
		case initialled:
			known = named || !s.namesakes
		case titledSurname, bareSurname:
			known = named && !f.another
		default:
		}
		if known {
			sure = append(sure, f)
		} else {
			possible = append(possible, f)
		}
	}
	return sure, possible
}

func mergeTraits(a, b []trait) []trait {
	for _, f := range b {
		if !slices.ContainsFunc(a, func(g trait) bool { return f.start < g.end && g.start < f.end }) {
			a = append(a, f)
		}
	}
	slices.SortFunc(a, func(f, g trait) int { return f.start - g.start })
	return a
}

// Follow learns from a change what the person’s own records said at any time, those that were deleted too. Changes come in the order of
// their list.
func (s *Subject) Follow(c Change) {
	for _, f := range c.Fields {
		list, rest, _ := strings.Cut(f.Path, "/")
		row, field, _ := strings.Cut(rest, "/")
		switch {
		case c.Kind == KindFOIRequest && f.Path == "applicant":
			s.followApplicant(c.Record, f)
		case c.Kind == KindTrainingEvent && list == "attendees" && rest != orderKey && row != "":
			s.followAttendee(c.Record, row, field, f)
		}
	}
	if c.Kind == KindContact || c.Kind == KindStaff {
		s.followCard(c)
	}
}

func (s *Subject) followApplicant(request ID, f FieldChange) {
	for _, value := range []json.RawMessage{f.Before, f.After} {
		var a Applicant
		if json.Unmarshal(value, &a) == nil {
			s.applied(request, a)
		}
	}
}

func (s *Subject) followCard(c Change) {
	id := string(c.Record)
	card := s.card(id)
	for _, f := range c.Fields {
		card[f.Path] = string(f.After)
	}
	if s.keep(id, "", card) {
		s.own[c.Record] = true
	}
}

func (s *Subject) followAttendee(event ID, row, field string, f FieldChange) {
	prefix := "attendees/" + row + "/"
	card := s.card(string(event) + "/" + prefix)
	for _, value := range []json.RawMessage{f.Before, f.After} {
		if field != "" {
			card[field] = string(value)
		} else {
			var fields map[string]json.RawMessage
			if json.Unmarshal(value, &fields) != nil {
				continue
			}
			clear(card)
			for key, v := range fields {
				card[key] = string(v)
			}
		}
		s.keep(string(event), prefix, card)
	}
}

func (s *Subject) card(of string) map[string]string {
	if s.cards[of] == nil {
		s.cards[of] = map[string]string{}
	}
	return s.cards[of]
}

// ofAPerson are the fields that say something of a person; what is left of a record without them is nobody’s.
var ofAPerson = []string{
	"name", "title_or_rank", "collar_number", "role", "email", "phone", "lawful_basis", "source", "initials", "job_title", "needs",
}

// keep notes the values of a card while it is the person’s.
func (s *Subject) keep(record, prefix string, card map[string]string) bool {
	if !s.Is(unquoted(card["name"])) {
		return false
	}
	for _, field := range ofAPerson {
		if value := card[field]; strings.HasPrefix(value, `"`) {
			at := record + "\x00" + prefix + field
			if s.said[at] == nil {
				s.said[at] = map[string]bool{}
			}
			s.said[at][value] = true
		}
	}
	s.traits.learn(unquoted(card["email"]))
	s.traits.learn(unquoted(card["phone"]))
	return true
}

func unquoted(value string) string {
	var text string
	if json.Unmarshal([]byte(value), &text) != nil {
		return ""
	}
	return text
}

// Concerns reports whether a change has to do with the person: it was made by the person, to the person’s own record, or names the person.
func (s *Subject) Concerns(c Change) bool {
	if c.Action == Erased {
		return s.Is(c.Who)
	}
	return s.Is(c.Who) || s.own[c.Record] || s.namedIn(c.Record, c.Label) || slices.ContainsFunc(c.Fields, func(f FieldChange) bool {
		return s.inField(c, f) != ""
	})
}

func (s *Subject) namedIn(record ID, text string) bool {
	sure, _ := s.in(record, text)
	return len(sure) > 0
}

// inField is the words of a field of a change that name the person, or nothing.
func (s *Subject) inField(c Change, f FieldChange) string {
	said := ""
	for _, value := range []json.RawMessage{f.Before, f.After} {
		eachJSONText(value, func(text string) {
			if sure, _ := s.in(c.Record, text); len(sure) > 0 && said == "" {
				said = excerptAround(text, sure[0].start, sure[0].end)
			}
		})
	}
	return said
}

// eachJSONText visits the texts of a value of the change list.
func eachJSONText(value json.RawMessage, visit func(string)) {
	if !strings.Contains(string(value), `"`) {
		return
	}
	var v any
	if json.Unmarshal(value, &v) != nil {
		return
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			visit(v)
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				walk(v[key])
			}
		}
	}
	walk(v)
}

// isRow reports whether a part of a record is the person’s: an attendee, an applicant.
func (s *Subject) isRow(v reflect.Value) bool {
	switch row := v.Interface().(type) {
	case Attendee:
		return s.Is(row.Name)
	case Applicant:
		return s.Is(row.Name)
	default:
		return false
	}
}

// PersonMention is a place in which a person stands.
type PersonMention struct {
	Kind    Kind   `json:"kind"`
	Record  ID     `json:"record"`
	Label   string `json:"label"` // what the record is called
	Field   string `json:"field"` // in its words: “Purpose”
	Excerpt string `json:"excerpt,omitempty"`
	Why     string `json:"why,omitempty"` // it stays
}

// String is the mention as a sentence without its full stop.
func (m PersonMention) String() string {
	text := fmt.Sprintf("%s of the %s “%s”", m.Field, m.Kind.Label(), m.Label)
	if m.Excerpt != "" {
		text += ": “" + m.Excerpt + "”"
	}
	return text
}

func mentionOf(rec Record, path, text string, at trait) PersonMention {
	return PersonMention{
		Kind: rec.RecordKind(), Record: rec.Stamped().ID, Label: rec.Label(), Field: FieldLabel(rec.RecordKind(), path), Excerpt: excerptAround(text, at.start, at.end),
	}
}
