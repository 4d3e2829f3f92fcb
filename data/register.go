package data

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Register is everything that an office keeps, in memory. Its records are shared by all who read it and are never changed, only
// replaced. It may be read and kept up to date from several goroutines at once.
type Register struct {
	mu      sync.RWMutex
	details *OfficeDetails
	shelves map[Kind]map[ID]Record
	sorted  map[Kind][]Record // by label; filled when first asked for
	grants  *GrantList
	stale   *GrantList // of before the last change, to make the next one from
	books   *ledger    // what the grants take from the funds; filled when first asked for
	days    *Calendar  // with the office's own holidays; filled when first asked for
	returns *returns   // by grant; filled when first asked for
	edition int        // grows with each change
	indexed indexed
	lists   lists

	retired map[Kind]map[ID][]Reference // what records bore when they were deleted
}

// NewRegister is a register of the given records.
func NewRegister(records ...Record) *Register {
	reg := &Register{
		details: &OfficeDetails{Stamp: Stamp{ID: OfficeID}}, shelves: map[Kind]map[ID]Record{}, sorted: map[Kind][]Record{},
		retired: map[Kind]map[ID][]Reference{},
	}
	reg.Put(records...)
	return reg
}

// Put takes records into the register, in the place of those with the same ID.
func (reg *Register) Put(records ...Record) {
	reg.mu.Lock()
	defer reg.mu.Unlock()
	for _, rec := range records {
		kind := rec.RecordKind()
		if details, ok := rec.(*OfficeDetails); ok {
			reg.details = details
		}
		if reg.shelves[kind] == nil {
			reg.shelves[kind] = map[ID]Record{}
		}
		reg.shelves[kind][rec.Stamped().ID] = rec
		reg.changed(kind)
	}
}

// Remove takes a record out of the register.
func (reg *Register) Remove(kind Kind, id ID) {
	reg.mu.Lock()
	defer reg.mu.Unlock()
	delete(reg.shelves[kind], id)
	reg.changed(kind)
}

// changed drops what was worked out from records of a kind. Lines of grants hold names of other records, so a change of those
// makes all of them anew.
func (reg *Register) changed(kind Kind) {
	reg.edition++
	delete(reg.sorted, kind)
	switch kind {
	case KindGrant:
		reg.books = nil
	case KindMonitoringReturn:
		reg.returns = nil
	case KindOffice:
		reg.days = nil
	}
	switch {
	case kind != KindGrant:
		reg.grants, reg.stale = nil, nil
	case reg.grants != nil:
		reg.grants, reg.stale = nil, reg.grants
	}
}

// Details are the office's own.
func (reg *Register) Details() *OfficeDetails {
	reg.mu.RLock()
	defer reg.mu.RUnlock()
	return reg.details
}

// Find is the record of a kind with an ID; the kind may be one that includes several.
func (reg *Register) Find(kind Kind, id ID) (Record, bool) {
	reg.mu.RLock()
	defer reg.mu.RUnlock()
	if rec, ok := reg.shelves[kind][id]; ok || kinds.has(kind) {
		return rec, ok
	}
	for _, k := range Kinds() {
		if rec, ok := reg.shelves[k][id]; ok && kind.Includes(k) {
			return rec, true
		}
	}
	return nil, false
}

// Get is the record with an ID: data.Get[*data.Grant](reg, id).
func Get[R Record](reg *Register, id ID) (R, bool) {
	var none R
	rec, ok := reg.Find(none.RecordKind(), id)
	if !ok {
		return none, false
	}
	return rec.(R), true //nolint:forcetypeassert // a shelf holds records of one kind
}

// All is every record of a kind, by label: data.All[*data.Grant](reg).
func All[R Record](reg *Register) []R {
	var none R
	records := reg.Records(none.RecordKind())
	all := make([]R, len(records))
	for i, rec := range records {
		all[i] = rec.(R) //nolint:forcetypeassert // a shelf holds records of one kind
	}
	return all
}

// Records is every record of a kind, by label. The slice is shared: do not change it.
func (reg *Register) Records(kind Kind) []Record {
	reg.mu.RLock()
	sorted, ok := reg.sorted[kind]
	reg.mu.RUnlock()
	if ok {
		return sorted
	}
	reg.mu.Lock()
	defer reg.mu.Unlock()
	if sorted, ok := reg.sorted[kind]; ok {
		return sorted
	}
	type labelled struct {
		label string
		rec   Record
	}
	rows := make([]labelled, 0, len(reg.shelves[kind]))
	for _, rec := range reg.shelves[kind] {
		rows = append(rows, labelled{Fold(rec.Label()), rec})
	}
	slices.SortFunc(rows, func(a, b labelled) int {
		return cmp.Or(strings.Compare(a.label, b.label), cmp.Compare(a.rec.Stamped().ID, b.rec.Stamped().ID))
	})
	sorted = make([]Record, len(rows))
	for i, r := range rows {
		sorted[i] = r.rec
	}
	reg.sorted[kind] = sorted
	return sorted
}

// Count is how many records of a kind there are.
func (reg *Register) Count(kind Kind) int {
	reg.mu.RLock()
	defer reg.mu.RUnlock()
	return len(reg.shelves[kind])
}

// Grants is all grants, ready to be searched. It does not change; after a change there is another.
func (reg *Register) Grants() *GrantList {
	reg.mu.RLock()
	list, old, edition := reg.grants, reg.stale, reg.edition
	reg.mu.RUnlock()
	if list != nil {
		return list
	}
	list = newGrantList(reg, All[*Grant](reg), old)
	reg.mu.Lock()
	defer reg.mu.Unlock()
	if reg.edition == edition {
		reg.grants, reg.stale = list, nil
	}
	return list
}

// workedOut is what was kept of the register or, if that has changed since, what work makes of it now. work runs without the lock.
func workedOut[T any](reg *Register, kept **T, work func() *T) *T {
	reg.mu.RLock()
	value, edition := *kept, reg.edition
	reg.mu.RUnlock()
	if value != nil {
		return value
	}
	value = work()
	reg.mu.Lock()
	defer reg.mu.Unlock()
	if reg.edition == edition {
		*kept = value
	}
	return value
}

// Calendar is the working days, with the holidays that the office has put in.
func (reg *Register) Calendar() *Calendar {
	return workedOut(reg, &reg.days, func() *Calendar { return NewCalendar(reg.Details().Holidays) })
}

// NameOf is the name of an organisation, or nothing.
func (reg *Register) NameOf(organisation ID) string {
	if o, ok := Get[*Organisation](reg, organisation); ok {
		return o.Name
	}
	return ""
}

// namesOf is the names of some funds.
func (reg *Register) namesOf(funds []ID) string {
	names := make([]string, 0, len(funds))
	for _, id := range funds {
		if f, ok := Get[*Fund](reg, id); ok {
			names = append(names, f.Programme)
		}
	}
	return strings.Join(names, ", ")
}

// Themes are all themes of all grants, each once, as they are first written.
func (reg *Register) Themes() []string {
	spelt, seen := map[string]bool{}, map[string]bool{}
	var themes []string
	for _, g := range All[*Grant](reg) {
		for _, t := range g.Themes {
			if spelt[t] {
				continue
			}
			spelt[t] = true
			if key := Fold(t); !seen[key] {
				seen[key] = true
				themes = append(themes, t)
			}
		}
	}
	slices.SortFunc(themes, func(a, b string) int { return strings.Compare(Fold(a), Fold(b)) })
	return themes
}

// OfferedThemes are what a grant can be put under: the office's own themes in its own order, and after them what grants have besides.
func (reg *Register) OfferedThemes() []string {
	var themes []string
	seen := map[string]bool{}
	for _, t := range append(slices.Clone(reg.Details().Themes), reg.Themes()...) {
		if key := Fold(t); key != "" && !seen[key] {
			seen[key] = true
			themes = append(themes, t)
		}
	}
	return themes
}

// Years are all financial years with an award, latest first.
func (reg *Register) Years() []FinancialYear {
	var years []FinancialYear
	for _, g := range All[*Grant](reg) {
		years = append(years, g.Years()...)
	}
	slices.Sort(years)
	years = slices.Compact(years)
	slices.Reverse(years)
	return years
}
