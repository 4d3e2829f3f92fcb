package data

import (
	"fmt"
	"slices"
)

// MergeOrganisations is what has to be saved when one body was entered twice: keep with what it lacked and drop has, and every record that
// names drop, naming keep instead. Afterwards nothing names drop any more, and it can be deleted. What drop was called becomes another
// name of keep. A *Fault says why two are not one: they are charities, or companies, of different numbers.
func MergeOrganisations(reg *Register, keep, drop ID) (changed []Record, err error) {
	kept, ok := Get[*Organisation](reg, keep)
	dropped, found := Get[*Organisation](reg, drop)
	switch {
	case !ok || !found:
		return nil, &Fault{Sentence: "Nothing was merged: one of the two organisations is not in the office any more."}
	case keep == drop:
		return nil, &Fault{Sentence: fmt.Sprintf("Nothing was merged: %s is one organisation already.", kept.Name)}
	}
	for _, n := range []struct{ what, a, b string }{
		{"charity", kept.CharityNumber, dropped.CharityNumber}, {"company", kept.CompanyNumber, dropped.CompanyNumber},
	} {
		if n.a != "" && n.b != "" && n.a != n.b {
			return nil, &Fault{Sentence: fmt.Sprintf("Nothing was merged: %s has the %s number %s and %s has %s, so they are two bodies. If one of the numbers is wrong, put it right first.",
				kept.Name, n.what, n.a, dropped.Name, n.b)}
		}
	}
	kept = Clone(kept)
	kept.takeOver(dropped)
	changed = []Record{kept}
	for _, p := range reg.index().from[drop] {
		if p.rec.Stamped().ID != keep && !slices.ContainsFunc(changed, func(r Record) bool { return r.Stamped().ID == p.rec.Stamped().ID }) {
			changed = append(changed, renamed(p.rec, drop, keep))
		}
	}
	return changed, nil
}

// takeOver gives an organisation what it lacks and another has, and the other's names beside its own.
func (o *Organisation) takeOver(other *Organisation) {
	for _, name := range append([]string{other.Name}, other.OtherNames...) {
		known := slices.ContainsFunc(append([]string{o.Name}, o.OtherNames...), func(own string) bool { return Fold(trimSpace(own)) == Fold(trimSpace(name)) })
		if !known {
			o.OtherNames = append(o.OtherNames, name)
		}
	}
	if o.Kind == "" {
		o.Kind = other.Kind
	}
	for _, f := range []struct {
		own   *string
		other string
	}{
		{&o.CharityNumber, other.CharityNumber},
		{&o.CompanyNumber, other.CompanyNumber},
		{&o.OrgID, other.OrgID},
		{&o.Website, other.Website},
		{&o.Email, other.Email},
		{&o.Phone, other.Phone},
	} {
		if *f.own == "" {
			*f.own = f.other
		}
	}
	if o.Address == "" && (o.Postcode == "" || o.Postcode == other.Postcode) { // half of each would be nobody's address
		o.Address, o.Postcode = other.Address, other.Postcode
	}
	switch {
	case o.Notes == "":
		o.Notes = other.Notes
	case other.Notes != "" && other.Notes != o.Notes:
		o.Notes += "\n\n" + other.Notes
	}
}

// renamed is a copy of a record that names one record where it named another. A list that then has it twice has it once.
func renamed(rec Record, was, is ID) Record {
	rec = Clone(rec)
	rec.references(func(_ string, kind Kind, id *ID) {
		if *id == was && kind.Includes(KindOrganisation) {
			*id = is
		}
	})
	switch r := rec.(type) {
	case *TrainingEvent:
		r.Hosts = once(r.Hosts, is)
	case *NewsRelease:
		r.About = once(r.About, is)
	case *FOIRequest:
		for i := range r.Appendices {
			for k := range r.Appendices[i].Tables {
				q := &r.Appendices[i].Tables[k].Query
				q.Recipients = once(q.Recipients, is)
			}
		}
	}
	return rec
}

// once is a list with all but the first of an ID taken out.
func once(ids []ID, id ID) []ID {
	first := slices.Index(ids, id)
	if first < 0 {
		return ids
	}
	return append(ids[:first+1], slices.DeleteFunc(ids[first+1:], func(other ID) bool { return other == id })...)
}
