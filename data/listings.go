package data

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Catalogue is what a list of one kind of record shows, is sorted by and can be narrowed to, on one day: what is late depends on it.
type Catalogue struct {
	Kind      Kind
	One, Many string // "grant", "grants"
	Fields    []Field[Record]
	Shown     []string // the keys of the fields that a list shows unless somebody chooses others
	Order     Sort     // that a list stands in by itself
	Statuses  []StatusWord
	Today     Date
}

// StatusWord is a status that records of a kind can have, as the portable form writes it and as people read it.
type StatusWord struct{ Key, Label string }

// CatalogueOf is the catalogue of a kind, grants among them. The fields of grants that depend on the years asked for are those of
// GrantFields; here they are of all years.
func CatalogueOf(kind Kind, today Date) Catalogue {
	c := Catalogue{Kind: kind, One: kind.Label(), Many: kind.Plural(), Statuses: statusWords[kind], Today: today}
	if made, ok := catalogues[kind]; ok {
		made(&c)
	}
	return c
}

// Plural is the kind as people say it of several: "grants", "members of staff".
func (k Kind) Plural() string {
	switch k {
	case KindStaff:
		return "members of staff"
	case KindOffice, AnyParty:
		return k.Label()
	case Person:
		return "people"
	default:
		return k.Label() + "s"
	}
}

// catalogues fill in what is particular to a kind.
var catalogues = map[Kind]func(*Catalogue){
	KindStaff: staffCatalogue, KindOrganisation: organisationCatalogue, KindContact: contactCatalogue, KindFund: fundCatalogue,
	KindProgramme: programmeCatalogue, KindQuestion: questionCatalogue, KindSpecification: specificationCatalogue,
	KindOutcomesFramework: frameworkCatalogue, KindAttachment: attachmentCatalogue, KindGrant: grantCatalogue, KindDecision: decisionCatalogue,
	KindTrainingEvent: trainingCatalogue, KindMonitoringReturn: returnCatalogue, KindFOIRequest: requestCatalogue,
	KindBoardPaper: paperCatalogue, KindNewsRelease: releaseCatalogue, KindAction: actionCatalogue, KindPublication: publicationCatalogue,
}

var statusWords = map[Kind][]StatusWord{
	KindFund: statusWordsOf(fundStatuses), KindSpecification: statusWordsOf(specificationStatuses), KindGrant: statusWordsOf(grantStatuses),
	KindDecision: statusWordsOf(decisionStatuses), KindTrainingEvent: statusWordsOf(eventStatuses), KindMonitoringReturn: statusWordsOf(returnStatuses),
	KindFOIRequest: statusWordsOf(foiStatuses), KindBoardPaper: statusWordsOf(paperStatuses), KindNewsRelease: statusWordsOf(paperStatuses),
	KindAction: statusWordsOf(actionStatuses),
}

func statusWordsOf[T ~string](ts terms[T]) []StatusWord {
	words := make([]StatusWord, len(ts))
	for i, t := range ts {
		words[i] = StatusWord{string(t.value), t.label}
	}
	return words
}

// Field is the field of that key.
func (c *Catalogue) Field(key string) (Field[Record], bool) {
	i := slices.IndexFunc(c.Fields, func(f Field[Record]) bool { return f.Key == key })
	if i < 0 {
		return Field[Record]{}, false
	}
	return c.Fields[i], true
}

// Status is the status of a record as a list shows it: a return that nobody sent by its day is late without anybody saying so. It is
// empty if the record has none.
func (c *Catalogue) Status(rec Record) StatusWord {
	key := ""
	switch r := rec.(type) {
	case *MonitoringReturn:
		key = string(r.StatusOn(c.Today))
	case Staged:
		key = r.Stage()
	}
	for _, s := range c.Statuses {
		if s.Key == key {
			return s
		}
	}
	return StatusWord{key, key}
}

// Among keeps the records that have one of some statuses; of no statuses, all.
func (c *Catalogue) Among(statuses []string) func(Record) bool {
	if len(statuses) == 0 {
		return nil
	}
	return func(rec Record) bool { return slices.Contains(statuses, c.Status(rec).Key) }
}

// lists are the listings that were last made, by kind.
type lists struct {
	mu   sync.Mutex
	last map[Kind]keptListing
}

type keptListing struct {
	edition int
	today   Date
	listing *Listing[Record]
}

// Listing is all records of a kind, ready to be searched by what they say and by what those are called that they point to, and sorted
// by the fields of their catalogue. It does not change; after a change there is another.
func (reg *Register) Listing(kind Kind, today Date) *Listing[Record] {
	ix := reg.index()
	reg.lists.mu.Lock()
	defer reg.lists.mu.Unlock()
	if kept, ok := reg.lists.last[kind]; ok && kept.edition == ix.edition && kept.today == today {
		return kept.listing
	}
	var rows []Record
	var texts, keys []string
	for _, e := range ix.order {
		if e.rec.RecordKind() == kind {
			rows = append(rows, e.rec)
			texts = append(texts, e.title+"\n"+e.text+"\n"+e.near)
			keys = append(keys, e.keys+e.nearKeys)
		}
	}
	listing := newListing(reg, CatalogueOf(kind, today).Fields, rows, func() ([]string, []string) { return texts, keys })
	if reg.lists.last == nil {
		reg.lists.last = map[Kind]keptListing{}
	}
	reg.lists.last[kind] = keptListing{ix.edition, today, listing}
	return listing
}

// The functions below make fields of records of the type R out of what they hold.

// as is a record of a catalogue, which lists records of one kind.
func as[R Record](rec Record) R { return rec.(R) } //nolint:forcetypeassert // see above

func wordsField[R Record](key, heading string, words func(R) string) Field[Record] {
	return namesField(key, heading, func(_ *Register, r R) string { return words(r) })
}

// namesField is words that the register is needed for, such as the names of organisations.
func namesField[R Record](key, heading string, words func(*Register, R) string) Field[Record] {
	return Field[Record]{Key: key, Heading: heading, Text: func(reg *Register, r Record) string {
		return words(reg, as[R](r))
	}}
}

// severalField is several words, which other programs read one by one.
func severalField[R Record](key, heading string, words func(*Register, R) []string) Field[Record] {
	f := namesField(key, heading, func(reg *Register, r R) string { return strings.Join(words(reg, r), ", ") })
	f.Value = func(reg *Register, r Record) any {
		return append([]string{}, words(reg, as[R](r))...)
	}
	return f
}

// termField is a word of a closed list, which sorts in the order of the list.
func termField[R Record, T ~string](key, heading string, ts terms[T], term func(R) T) Field[Record] {
	f := wordsField(key, heading, func(r R) string { return ts.label(term(r)) })
	f.Value = func(_ *Register, r Record) any { return term(as[R](r)) }
	f.Rank = func(_ *Register, r Record) float64 {
		return float64(slices.Index(ts.values(), term(as[R](r))))
	}
	return f
}

func dayField[R Record](key, heading string, day func(R) Date) Field[Record] {
	f := wordsField(key, heading, func(r R) string { return day(r).String() })
	f.Value = func(_ *Register, r Record) any { return day(as[R](r)).ISO() }
	f.Rank = func(_ *Register, r Record) float64 { return day(as[R](r)).Rank() }
	return f
}

func moneyField[R Record](key, heading string, money func(*Register, R) Money) Field[Record] {
	of := func(reg *Register, r Record) Money { return money(reg, as[R](r)) }
	return Field[Record]{
		Key: key, Heading: heading, Figures: true,
		Text: func(reg *Register, r Record) string {
			if m := of(reg, r); !m.IsZero() {
				return m.String()
			}
			return ""
		},
		Rank:  func(reg *Register, r Record) float64 { return float64(of(reg, r).Pence) },
		Value: func(reg *Register, r Record) any { return of(reg, r) },
	}
}

// countField is a number, which is not shown where it is nought unless always is set.
func countField[R Record](key, heading string, always bool, count func(R) int) Field[Record] {
	return Field[Record]{
		Key: key, Heading: heading, Figures: true,
		Text: func(_ *Register, r Record) string {
			if n := count(as[R](r)); n != 0 || always {
				return strconv.Itoa(n)
			}
			return ""
		},
		Rank:  func(_ *Register, r Record) float64 { return float64(count(as[R](r))) },
		Value: func(_ *Register, r Record) any { return count(as[R](r)) },
	}
}

// statusField is the status of the catalogue's records, in the order of their life.
func (c *Catalogue) statusField() Field[Record] {
	return Field[Record]{
		Key: "status", Heading: "Status",
		Text:  func(_ *Register, r Record) string { return c.Status(r).Label },
		Rank:  func(_ *Register, r Record) float64 { return float64(slices.Index(c.Statuses, c.Status(r))) },
		Value: func(_ *Register, r Record) any { return c.Status(r).Key },
	}
}

// yesField is "yes" where it is so.
func yesField[R Record](key, heading string, yes func(R) bool) Field[Record] {
	f := wordsField(key, heading, func(r R) string {
		if yes(r) {
			return "yes"
		}
		return ""
	})
	f.Value = func(_ *Register, r Record) any { return yes(as[R](r)) }
	return f
}

// yearField is financial years, as the office writes them.
func yearField[R Record](key, heading string, years func(R) []FinancialYear) Field[Record] {
	f := namesField(key, heading, func(reg *Register, r R) string { return yearsText(reg.Details(), years(r)) })
	f.Rank = func(_ *Register, r Record) float64 { return yearsRank(years(as[R](r))) }
	f.Value = func(_ *Register, r Record) any { return append([]FinancialYear{}, years(as[R](r))...) }
	return f
}

// nameOf is what people call a record of whichever kind; nothing if the ID is of none.
func (reg *Register) nameOf(kind Kind, id ID) string {
	rec, ok := reg.Find(kind, id)
	if !ok {
		return ""
	}
	return rec.Label()
}
