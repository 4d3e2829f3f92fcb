package data

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Forgetting is what has to be saved to take a person out of the records of an office (UK GDPR, article 17), and what is left.
type Forgetting struct {
	Change   []Record // copies, changed
	Delete   []Record
	Went     []PersonMention
	Emptied  []Record // of Change: the person’s own records, which others name and so stay
	Stays    []PersonMention
	Possible []PersonMention
}

// Forget works out how a person goes out of the records. What the law has the office keep as it is stays (article 17(3)(b) and (d)):
// papers that were signed, sent or agreed, what was applied to a grant, the names of bodies that were given money, and who holds the
// office. The person must have been learnt; nothing is changed here.
func (s *Subject) Forget(reg *Register) Forgetting {
	var f Forgetting
	for _, kind := range Kinds() {
		for _, rec := range reg.Records(kind) {
			switch {
			case s.Holds(rec) && len(reg.UsedBy(rec)) == 0:
				f.Delete = append(f.Delete, rec)
			case s.Holds(rec):
				empty := emptied(rec)
				f.Change, f.Emptied = append(f.Change, empty), append(f.Emptied, rec)
			default:
				f.rewrite(s, rec)
			}
		}
	}
	return f
}

// WouldForget is how a person of a name would go out of the records, from the register and the changes that Office.Mentions found.
func WouldForget(reg *Register, changes []Change, name string) (Forgetting, error) {
	s, err := learnt(reg, changes, name)
	if err != nil {
		return Forgetting{}, err
	}
	return s.Forget(reg), nil
}

// emptied is the person’s own record with nothing of the person. Where it belongs, and that it is not to be printed, stays.
func emptied(rec Record) Record {
	switch r := Clone(rec).(type) {
	case *Contact:
		return &Contact{Stamp: r.Stamp, Name: PersonRemoved, Organisation: r.Organisation, DoNotPrint: true}
	case *Staff:
		return &Staff{Stamp: r.Stamp, Name: PersonRemoved, Left: r.Left}
	default:
		return rec
	}
}

// rewrite takes the person out of a record that may change.
func (f *Forgetting) rewrite(s *Subject, rec Record) {
	after := Clone(rec)
	went, stays, possible := len(f.Went), len(f.Stays), len(f.Possible)
	e := eraser{
		subject: s, record: rec.Stamped().ID, stays: func(path string) string { return staysAsItIs(rec, path) },
		went: func(path, words string, at trait) { f.Went = append(f.Went, mentionOf(rec, path, words, at)) },
		kept: func(path, words, why string, at trait) {
			m := mentionOf(rec, path, words, at)
			m.Why = why
			f.Stays = append(f.Stays, m)
		},
		possible: func(path, words string, at trait) { f.Possible = append(f.Possible, mentionOf(rec, path, words, at)) },
	}
	if r, ok := after.(*FOIRequest); ok && r.Applicant != nil && s.Is(r.Applicant.Name) {
		r.Applicant = nil
		f.Went = append(f.Went, PersonMention{Kind: KindFOIRequest, Record: r.ID, Label: r.Label(), Field: FieldLabel(KindFOIRequest, "applicant")})
	}
	e.rewriting().record(after)
	if len(f.Went) > went {
		f.Change = append(f.Change, after)
	}
	for _, some := range [][]PersonMention{f.Went[went:], f.Stays[stays:], f.Possible[possible:]} {
		for i := range some {
			some[i].Label = after.Label() // which may have held the name
		}
	}
}

// staysAsItIs is why a field of a record is not rewritten; empty if it is.
func staysAsItIs(rec Record, path string) string {
	list, rest, _ := strings.Cut(path, "/")
	if paper, ok := rec.(frozen); ok {
		if since, open := paper.frozen(); since != "" && (!slices.Contains(open, list) || list == "steps" || list == "issued") {
			return "it " + since
		}
	}
	switch r := rec.(type) {
	case *Grant:
		row, _, _ := strings.Cut(rest, "/")
		applied := func(v Variation) bool { return string(v.ID) == row && !v.Applied.IsZero() }
		if list == "variations" && slices.ContainsFunc(r.Variations, applied) {
			return "the variation was applied"
		}
	case *Organisation:
		if list == "name" || list == "other_names" {
			return "it is the name of a body, and public money is accounted for by it"
		}
	case *OfficeDetails:
		if list == "commissioner" || list == "chief_executive" {
			return "the office publishes who holds it"
		}
	}
	return ""
}

// eraser puts into texts that the person was removed, and says of each place what became of it. The reporting functions may be nil.
type eraser struct {
	subject  *Subject
	record   ID
	stays    func(path string) string
	went     func(path, words string, at trait)
	kept     func(path, words, why string, at trait)
	possible func(path, words string, at trait)
}

func (e eraser) rewriting() rewriting {
	return rewriting{text: e.text, whole: e.whole}
}

func (e eraser) text(path, words string, fixed bool) string {
	sure, possible := e.subject.in(e.record, words)
	if e.possible != nil {
		for _, at := range possible {
			e.possible(path, words, at)
		}
	}
	if len(sure) == 0 {
		return words
	}
	why := e.stays(path)
	if fixed && why == "" {
		why = "a reference is what papers are found by"
	}
	for _, at := range sure {
		switch {
		case why != "" && e.kept != nil:
			e.kept(path, words, why, at)
		case why == "" && e.went != nil:
			e.went(path, words, at)
		}
	}
	if why != "" {
		return words
	}
	return blankField(path, words, sure)
}

// blankField is a text without what was found. An address in a field for addresses leaves nothing behind: a mark there would be one.
func blankField(path, words string, found []trait) string {
	field := path[strings.LastIndex(path, "/")+1:]
	if (field == "email" || field == "phone") && len(found) == 1 && strings.TrimSpace(words) == words[found[0].start:found[0].end] {
		return ""
	}
	return blank(words, found)
}

// whole empties rows that are the person’s, but for what is counted.
func (e eraser) whole(path string, v reflect.Value) bool {
	if !e.subject.isRow(v) || e.stays(path) != "" {
		return false
	}
	words, at := v.FieldByName("Name").String(), trait{}
	at.end = len(words)
	if e.went != nil {
		e.went(path, words, at)
	}
	switch row := v.Addr().Interface().(type) {
	case *Attendee:
		row.Name, row.Email, row.Needs = PersonRemoved, "", ""
	case *Applicant:
		*row = Applicant{Name: PersonRemoved}
	}
	return true
}

// Blotted is what is to stand in the place of a value of the change list, as sqlite.Match asks for it: the same rewriting as of records,
// and the values that the person’s own records ever had. What stays in a record stays in the changes that made it.
func (s *Subject) Blotted(reg *Register, kind Kind, id ID, path string, value json.RawMessage) (json.RawMessage, bool) {
	rec, held := reg.Find(kind, id)
	e := eraser{subject: s, record: id, stays: func(path string) string {
		if !held {
			return ""
		}
		return staysAsItIs(rec, path)
	}}
	switch {
	case path == "":
		return s.blottedLabel(rec, held, kind, id, value)
	case held && e.stays(path) != "" || strings.HasSuffix(path, "/"+orderKey):
		return nil, false
	case s.said[string(id)+"\x00"+path][string(value)] && (!held || !saysNow(rec, path, value)):
		if path == "name" || strings.HasSuffix(path, "/name") {
			return asJSON(PersonRemoved), true
		}
		return asJSON(""), true
	}
	return e.value(kind, path, value)
}

// saysNow reports whether a record has a value in a field today: of a contact that was the person and is somebody else now, that stays.
func saysNow(rec Record, path string, value json.RawMessage) bool {
	fields, err := Diff(nil, rec)
	return err == nil && slices.ContainsFunc(fields, func(f FieldChange) bool { return f.Path == path && string(f.After) == string(value) })
}

func (s *Subject) blottedLabel(rec Record, held bool, kind Kind, id ID, value json.RawMessage) (json.RawMessage, bool) {
	label := unquoted(string(value))
	if (kind == KindContact || kind == KindStaff) && s.Is(label) {
		return asJSON(PersonRemoved), true
	}
	sure, _ := s.in(id, label)
	if len(sure) == 0 || held && s.namedIn(id, rec.Label()) { // a paper that stays keeps its name
		return nil, false
	}
	return asJSON(blank(label, sure)), true
}

// value rewrites a value as the field of a record would be.
func (e eraser) value(kind Kind, path string, value json.RawMessage) (json.RawMessage, bool) {
	if t := typeAt(kind, strings.Split(path, "/")); t != nil {
		v := reflect.New(t).Elem()
		if decode(v, value) == nil {
			return e.typed(path, v)
		}
	}
	return e.untyped(path, value) // of a field that another version of the program had
}

func (e eraser) typed(path string, v reflect.Value) (json.RawMessage, bool) {
	was := deepCopy(v).Interface()
	switch r := e.rewriting(); {
	case v.Kind() == reflect.Struct && strings.Count(path, "/")%2 == 1:
		r.row(path, v)
	default:
		r.value(path, v)
	}
	if reflect.DeepEqual(was, v.Interface()) {
		return nil, false
	}
	b, err := marshal(v.Interface())
	return b, err == nil
}

func (e eraser) untyped(path string, value json.RawMessage) (json.RawMessage, bool) {
	var v any
	if json.Unmarshal(value, &v) != nil {
		return nil, false
	}
	found := false
	var walk func(any) any
	walk = func(v any) any {
		switch v := v.(type) {
		case string:
			is := e.text(path, v, false)
			found = found || is != v
			return is
		case []any:
			for i := range v {
				v[i] = walk(v[i])
			}
		case map[string]any:
			for key := range v {
				v[key] = walk(v[key])
			}
		}
		return v
	}
	v = walk(v)
	if !found {
		return nil, false
	}
	b, err := marshal(v)
	return b, err == nil
}

func asJSON(text string) json.RawMessage {
	b, _ := marshal(text) // a text can always be written
	return b
}
