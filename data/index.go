package data

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// index is what lists, the search over everything and the links between records are answered from: the words of each record, folded
// once, and what it points to. It does not change; after a change to the register there is another, which takes over what it knows of
// the records that stayed.
type index struct {
	edition int
	entries map[Record]*entry // by the record itself: a record in the register is never changed, only replaced
	order   []*entry          // by kind, and within a kind by label
	from    map[ID][]pointer  // who points to a record
}

// entry is what the index knows of one record.
type entry struct {
	rec      Record
	title    string // what it is called, folded, each name on a line of its own
	keys     string // those of its references, each after a space
	text     string // all else that it says, folded; nothing personal
	pointers []pointer
	near     string // the names and references of what it points to, folded
	nearKeys string // those of the references of what it points to, each after a space
}

// pointer is a field of one record that names another.
type pointer struct {
	rec   Record // whose field it is
	field string // its name in the vocabulary
	kind  Kind
	id    ID
}

// indexed holds the index that was last made.
type indexed struct {
	mu   sync.Mutex
	last *index
}

// index is the index of the register as it is now.
func (reg *Register) index() *index {
	reg.mu.RLock()
	edition := reg.edition
	reg.mu.RUnlock()
	reg.indexed.mu.Lock()
	defer reg.indexed.mu.Unlock()
	if last := reg.indexed.last; last != nil && last.edition == edition {
		return last
	}
	reg.indexed.last = reg.newIndex(edition, reg.indexed.last)
	return reg.indexed.last
}

func (reg *Register) newIndex(edition int, old *index) *index {
	ix := &index{edition: edition, entries: map[Record]*entry{}, from: map[ID][]pointer{}}
	for _, kind := range Kinds() {
		for _, rec := range reg.Records(kind) {
			e := old.entry(rec)
			ix.entries[rec] = e
			ix.order = append(ix.order, e)
			for _, p := range e.pointers {
				ix.from[p.id] = append(ix.from[p.id], p)
			}
		}
	}
	for _, e := range ix.order {
		ix.fill(reg, e)
	}
	return ix
}

// entry is what the index knew of a record, in a copy that the next one may fill; or what is to be known of one that it did not have.
func (ix *index) entry(rec Record) *entry {
	if ix != nil {
		if known, ok := ix.entries[rec]; ok {
			e := *known
			return &e
		}
	}
	e := &entry{rec: rec, title: Fold(strings.Join(titlesOf(rec), "\n")), text: Fold(strings.Join(textsOf(rec), "\n"))}
	e.keys = keysText(referencesOf(rec))
	rec.references(func(field string, kind Kind, id *ID) {
		if *id != "" {
			e.pointers = append(e.pointers, pointer{rec, field, kind, *id})
		}
	})
	return e
}

// fill puts into an entry the names of what its record points to. Of a grant, people also look for the bodies that it is for: a search
// for a charity finds its grants' returns, events and decisions.
func (ix *index) fill(reg *Register, e *entry) {
	var names, keys strings.Builder
	seen := map[ID]bool{}
	add := func(p pointer) *entry {
		if seen[p.id] {
			return nil
		}
		seen[p.id] = true
		rec, _ := reg.Find(p.kind, p.id)
		to := ix.entries[rec]
		if to != nil {
			names.WriteString(to.title + "\n")
			keys.WriteString(to.keys)
		}
		return to
	}
	for _, p := range e.pointers {
		to := add(p)
		if to == nil || to.rec.RecordKind() != KindGrant {
			continue
		}
		for _, q := range to.pointers {
			if q.field == "recipient" || q.field == "delivered_by" {
				add(q)
			}
		}
	}
	e.near, e.nearKeys = names.String(), keys.String()
}

// titlesOf are what a record is called: its label, its title, its references and other names.
func titlesOf(rec Record) []string {
	titles := []string{rec.Label()}
	if title := titleOf(rec); title != titles[0] {
		titles = append(titles, title)
	}
	for _, ref := range referencesOf(rec) {
		if ref != "" && string(ref) != titles[0] {
			titles = append(titles, string(ref))
		}
	}
	if o, ok := rec.(*Organisation); ok {
		titles = append(titles, o.OtherNames...)
	}
	return titles
}

func keysText(refs []Reference) string {
	var b strings.Builder
	for _, ref := range refs {
		if key := ref.Key(); key != "" {
			b.WriteString(" " + key)
		}
	}
	return b.String()
}

// personal are the fields that hold what is told of a person only if somebody asks for it.
var personal = map[Kind][]string{
	KindContact:       {"lawful_basis", "source", "last_confirmed", "keep_until"},
	KindTrainingEvent: {"attendees"},
	KindFOIRequest:    {"applicant"},
}

// PersonalField reports whether a field of a kind of record, by its name in the vocabulary, holds what is never listed, printed or
// exported unless somebody asks for it: who asked for information, who came to training, why the office holds a person's details.
func PersonalField(kind Kind, field string) bool { return slices.Contains(personal[kind], field) }

// unsearched are fields that nobody looks for a record by.
var unsearched = []string{"steps", "issued", "sha256", "media_type", "logo", "content", "holidays", "reference_schemes", "wording"}

// text is words of a record and the field in which they stand.
type text struct{ field, words string }

// textsOf are all words of a record but what is personal.
func textsOf(rec Record) []string {
	var texts []string
	eachText(rec, func(t text) { texts = append(texts, t.words) })
	return texts
}

// eachText visits the words of a record by the field that they stand in; nothing personal, and no word that is a date or a sum.
func eachText(rec Record, visit func(text)) {
	v := reflect.ValueOf(rec).Elem()
	for i := range v.NumField() {
		key := fieldKey(v.Type().Field(i))
		if key == "" || PersonalField(rec.RecordKind(), key) || slices.Contains(unsearched, key) {
			continue
		}
		if term, ok := v.Field(i).Interface().(interface{ Label() string }); ok && v.Field(i).Kind() == reflect.String && !v.Field(i).IsZero() {
			visit(text{key, term.Label()})
			continue
		}
		eachWord(v.Field(i), func(words string) { visit(text{key, words}) })
	}
}

var (
	plainText     = reflect.TypeFor[string]()
	referenceText = reflect.TypeFor[Reference]()
)

// eachWord visits the texts in a value. Terms of a closed list say little within rows, and IDs nothing.
func eachWord(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		if t := v.Type(); (t == plainText || t == referenceText) && v.Len() > 0 {
			visit(v.String())
		}
	case reflect.Struct:
		if d, ok := v.Interface().(Date); ok {
			if d.Wording != "" {
				visit(d.Wording)
			}
			return
		}
		for i := range v.NumField() {
			if fieldKey(v.Type().Field(i)) != "" {
				eachWord(v.Field(i), visit)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		for i := range v.Len() {
			eachWord(v.Index(i), visit)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			eachWord(v.Elem(), visit)
		}
	default:
	}
}
