package data

import (
	"cmp"
	"slices"
	"strings"
)

// Hit is a record that a search found, and where the words stand in it.
type Hit struct {
	Record  Record
	Field   string // in its words: "Purpose"; empty where they are in what the record is called
	Excerpt string // the words with some around them; empty where Field is
	At      string // the field as Problems name it, to lead somebody there; empty where Field is
}

// nearness is how well a record fits what was searched for; less is better.
type nearness int

const (
	byReference nearness = iota
	byNumber             // "17" for 23/24 – 0017
	titleBegins
	titleHolds
	referenceHolds
	namesHold // of what it points to
	textHolds
	notAtAll
)

// Search is the records of all kinds in which all words of text are found, the best first: a record whose reference it is, in any
// spelling; then those whose name begins with it or holds it; those that point to one that does; and those that hold it in their text.
// At most limit are returned; all counts those found. What is personal is never searched.
func (reg *Register) Search(text string, limit int) (hits []Hit, all int) {
	words := searchWords(text)
	if len(words) == 0 {
		return nil, 0
	}
	type scored struct {
		e    *entry
		near nearness
	}
	s := newSearch(reg, text, words)
	var found []scored
	ix := reg.index()
	for _, e := range ix.order {
		if near := s.nearness(e); near < notAtAll {
			found = append(found, scored{e, near})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(a.near, b.near) })
	for _, f := range found[:min(limit, len(found))] {
		hits = append(hits, s.hit(f.e, f.near))
	}
	return hits, len(found)
}

// search is what somebody looks for.
type search struct {
	reg     *Register
	whole   string // folded
	key     string // as that of a reference
	words   []searchWord
	typed   *typed // as a reference; nil if there is no digit in it
	schemes map[Kind]*Scheme
}

func newSearch(reg *Register, text string, words []searchWord) search {
	s := search{reg: reg, whole: Fold(trimSpace(text)), key: Reference(text).Key(), words: words}
	if t := typedOf(text); len(t.digits) > 0 {
		s.typed, s.schemes = &t, map[Kind]*Scheme{}
		for _, kind := range Kinds() {
			if scheme, err := reg.Details().Scheme(kind); err == nil {
				s.schemes[kind] = &scheme
			}
		}
	}
	return s
}

// numbers reports whether a record bears a reference of the number that was typed. Its digits have to be there before it is worth
// looking closer.
func (s *search) numbers(e *entry) bool {
	if s.typed == nil || e.keys == "" {
		return false
	}
	for _, run := range s.typed.digits {
		if !strings.Contains(e.keys, strings.TrimLeft(run, "0")) {
			return false
		}
	}
	return slices.ContainsFunc(referencesOf(e.rec), func(ref Reference) bool {
		return s.typed.closeness(ref, s.schemes[e.rec.RecordKind()]) >= numbered
	})
}

func (s *search) nearness(e *entry) nearness {
	switch {
	case e.rec.RecordKind() == KindOffice:
		return notAtAll
	case e.keys != "" && s.key != "" && strings.Contains(e.keys+" ", " "+s.key+" "):
		return byReference
	case s.numbers(e):
		return byNumber
	case strings.HasPrefix(e.title, s.whole), strings.Contains(e.title, "\n"+s.whole):
		return titleBegins
	}
	worst := titleHolds
	for _, w := range s.words {
		switch {
		case strings.Contains(e.title, w.text):
		case w.key != "" && strings.Contains(e.keys, w.key):
			worst = max(worst, referenceHolds)
		case strings.Contains(e.near, w.text), w.key != "" && strings.Contains(e.nearKeys, w.key):
			worst = max(worst, namesHold)
		case strings.Contains(e.text, w.text):
			worst = max(worst, textHolds)
		default:
			return notAtAll
		}
	}
	return worst
}

// hit says where the words stand.
func (s *search) hit(e *entry, near nearness) Hit {
	h := Hit{Record: e.rec}
	for _, w := range s.words {
		switch {
		case near < namesHold, strings.Contains(e.title, w.text):
			continue
		case near == namesHold || !strings.Contains(e.text, w.text):
			h.At, h.Excerpt = s.pointing(e, w)
		default:
			h.At, h.Excerpt = excerptOf(e.rec, w.text)
		}
		if h.At != "" {
			h.Field = FieldLabel(e.rec.RecordKind(), fieldPath(h.At))
			return h
		}
	}
	return h
}

// pointing is the field that names a record called by a word, and what that is called.
func (s *search) pointing(e *entry, w searchWord) (field, excerpt string) {
	var through string
	for _, p := range e.pointers {
		rec, ok := s.reg.Find(p.kind, p.id)
		if !ok {
			continue
		}
		if s.calls(rec, w) {
			return p.field, rec.Label()
		}
		if g, ok := rec.(*Grant); ok && through == "" {
			for _, id := range []ID{g.Recipient, g.DeliveredBy} {
				if o, ok := s.reg.Find(KindOrganisation, id); ok && s.calls(o, w) {
					field, through = p.field, g.Label()+", "+o.Label()
				}
			}
		}
	}
	return field, through
}

// calls reports whether a record is called by a word.
func (s *search) calls(rec Record, w searchWord) bool {
	for _, title := range titlesOf(rec) {
		if strings.Contains(Fold(title), w.text) {
			return true
		}
	}
	return w.key != "" && strings.Contains(keysText(referencesOf(rec)), w.key)
}

// excerptOf is the field of a record that holds a word, and the words around it there.
func excerptOf(rec Record, word string) (field, excerpt string) {
	eachText(rec, func(t text) {
		if field == "" && strings.Contains(Fold(t.words), word) {
			field, excerpt = t.field, around(t.words, word)
		}
	})
	return field, excerpt
}

// around is the words of a text near one that was searched for.
func around(words, word string) string {
	const before, after = 5, 8
	all := strings.Fields(words)
	at := slices.IndexFunc(all, func(w string) bool { return strings.Contains(Fold(w), word) })
	if at < 0 {
		return shortened(words)
	}
	from, to := max(at-before, 0), min(at+after, len(all))
	excerpt := strings.Join(all[from:to], " ")
	if from > 0 {
		excerpt = "…" + excerpt
	}
	if to < len(all) {
		excerpt += "…"
	}
	return excerpt
}

// fieldPath is the path by which FieldLabel knows a field that Problems and references name otherwise: of "awards[0].funds[1].fund" it
// is "awards/0/funds/1/fund". A value that is no list, such as a query, has no part in it.
func fieldPath(field string) string {
	parts := strings.Split(field, ".")
	path := parts[:0]
	for i, part := range parts {
		if strings.HasSuffix(part, "]") || i == len(parts)-1 {
			path = append(path, part)
		}
	}
	return strings.NewReplacer("[", "/", "]", "").Replace(strings.Join(path, "/"))
}
