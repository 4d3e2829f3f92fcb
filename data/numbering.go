package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Numbered is a record that bears a reference of its own. An office numbers those of a kind by its scheme for the kind.
type Numbered interface {
	Record
	// Bears is the record's own reference, and the others that papers use for it.
	Bears() (own *Reference, others []Reference)
	// NumberedOn is the day whose year the record is numbered in; no date is the day of numbering.
	NumberedOn() Date
}

// Bears is the reference of the grant and its aliases.
func (g *Grant) Bears() (own *Reference, others []Reference) { return &g.Reference, g.Aliases }

// NumberedOn is the day of the award, or else the planned start.
func (g *Grant) NumberedOn() Date { return firstDay(g.AwardDate, g.PlannedStart) }

// Bears is the reference of the request and those that others gave it.
func (r *FOIRequest) Bears() (own *Reference, others []Reference) {
	return &r.Reference, r.OtherReferences
}

// NumberedOn is the day on which the request came in.
func (r *FOIRequest) NumberedOn() Date { return r.Received }

// Bears is the reference of the decision and its aliases.
func (d *Decision) Bears() (own *Reference, others []Reference) { return &d.Reference, d.Aliases }

// NumberedOn is the day of the decision, or else of the discussion, or else the one on which it was raised.
func (d *Decision) NumberedOn() Date { return firstDay(d.DecidedOn, d.DiscussedOn, d.RaisedOn) }

// Bears is the reference of the paper.
func (p *BoardPaper) Bears() (own *Reference, others []Reference) { return &p.Reference, nil }

// NumberedOn is the day of the paper.
func (p *BoardPaper) NumberedOn() Date { return p.Date }

// firstDay is the first of some dates that there is.
func firstDay(dates ...Date) Date {
	for _, d := range dates {
		if !d.IsZero() {
			return d
		}
	}
	return Date{}
}

// NumberedAs is the name of a kind among an office's reference schemes: "foi_request".
func (k Kind) NumberedAs() string { return strings.TrimSuffix(string(k), "s") }

// Scheme is the office's scheme for the references of a kind of record. A *Fault says where to set one if there is none.
func (o *OfficeDetails) Scheme(kind Kind) (Scheme, error) {
	text := o.ReferenceSchemes[kind.NumberedAs()]
	if strings.TrimSpace(text) == "" {
		return Scheme{}, &Fault{Sentence: fmt.Sprintf("The office has no scheme for the references of its %ss. Set one under Office, such as %s, "+
			"or type the reference yourself.", kind.Label(), exampleOf(kind))}
	}
	s, err := ParseScheme(text)
	if err != nil {
		return Scheme{}, &Fault{Sentence: fmt.Sprintf("The office’s scheme for the references of its %ss has to be put right under Office: %s.", kind.Label(), err), Cause: err}
	}
	return s, nil
}

func exampleOf(kind Kind) string {
	if kind == KindFOIRequest {
		return "FOI/{yy}-{seq:3}"
	}
	return "{fy:2}/{fy+1:2} – {seq:4}"
}

// schemes finds what is wrong with the office's schemes. An empty one is none.
func (ps *Problems) schemes(schemes map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(schemes)) {
		if strings.TrimSpace(schemes[name]) == "" {
			continue
		}
		if _, err := ParseScheme(schemes[name]); err != nil {
			ps.add("reference_schemes."+name, "The scheme for the references of each %s has to be put right: %s.", numberedLabel(name), err)
		}
	}
}

func numberedLabel(name string) string {
	for _, kind := range Kinds() {
		if kind.NumberedAs() == name {
			return kind.Label()
		}
	}
	return name
}

// NextReference is the reference that the next record of a kind would be given, by its day. Until the record is numbered somebody
// else may be given it.
func (reg *Register) NextReference(kind Kind, day Date) (Reference, error) {
	return reg.next(kind, day, "", nil)
}

// ReferenceFor is the reference that a record would be given if it were numbered now. What it bore itself until now is free again.
func (reg *Register) ReferenceFor(rec Numbered, today Date) (Reference, error) {
	_, others := rec.Bears()
	return reg.next(rec.RecordKind(), firstDay(rec.NumberedOn(), today), rec.Stamped().ID, others)
}

// next is the number after the greatest of the period that any record but one has, or had when it was deleted.
func (reg *Register) next(kind Kind, day Date, except ID, others []Reference) (Reference, error) {
	scheme, err := reg.Details().Scheme(kind)
	if err != nil {
		return "", err
	}
	period, greatest, used := scheme.Period(day), 0, map[string]bool{}
	for _, ref := range append(reg.given(kind, except), others...) {
		text := spelled(string(ref))
		used[string(text.key)] = true
		if r, ok := scheme.read(text); ok && r.period == period {
			greatest = max(greatest, r.number)
		}
	}
	next := scheme.Print(day, greatest+1)
	// A reference that is no number of the scheme may still have the letters and digits of one: FOI/20200-03 those of FOI/20-20003.
	for used[next.Key()] {
		greatest++
		next = scheme.Print(day, greatest+1)
	}
	if greatest >= lastNumber {
		return "", &Fault{Sentence: fmt.Sprintf("The %s %s has the last number that there can be, so that none can come after it. "+
			"Is it a slip of the keyboard? Put it right first.", kind.Label(), scheme.Print(day, greatest))}
	}
	return next, nil
}

// given is every reference that a record of a kind bears, or bore when it was deleted; those of one record apart.
func (reg *Register) given(kind Kind, except ID) []Reference {
	reg.mu.RLock()
	defer reg.mu.RUnlock()
	var refs []Reference
	for id, rec := range reg.shelves[kind] {
		if n, ok := rec.(Numbered); ok && id != except {
			own, others := n.Bears()
			refs = append(append(refs, *own), others...)
		}
	}
	for id, bore := range reg.retired[kind] {
		if _, back := reg.shelves[kind][id]; !back && id != except {
			refs = append(refs, bore...)
		}
	}
	return refs
}

// BearingFields are the fields of the change list in which a record's references stand, its own and others.
func BearingFields() []string { return []string{"reference", "aliases", "other_references"} }

// Retire learns from changes which references the records bore that were deleted. A number that was once given to a paper is never
// given to another.
func (reg *Register) Retire(changes ...Change) {
	reg.mu.Lock()
	defer reg.mu.Unlock()
	for _, c := range changes {
		if c.Action != Deleted {
			continue
		}
		var bore []Reference
		for _, f := range c.Fields {
			if slices.Contains(BearingFields(), f.Path) {
				bore = append(bore, borne(f.Before)...)
			}
		}
		if reg.retired[c.Kind] == nil {
			reg.retired[c.Kind] = map[ID][]Reference{}
		}
		reg.retired[c.Kind][c.Record] = bore
	}
}

// borne is one reference, or several, as the change list writes them. Anything else, which somebody must have put there by hand, is
// for the check of the file to find, and no reason to refuse the file.
func borne(value json.RawMessage) []Reference {
	var one Reference
	if json.Unmarshal(value, &one) == nil {
		return []Reference{one}
	}
	var several []Reference
	if json.Unmarshal(value, &several) != nil {
		return nil
	}
	return several
}

// Bore is the keys of the references that the record of a deletion bore.
func (c Change) Bore() []string {
	var keys []string
	for _, f := range c.Fields {
		if slices.Contains(BearingFields(), f.Path) {
			for _, ref := range borne(f.Before) {
				keys = append(keys, ref.Key())
			}
		}
	}
	return keys
}
