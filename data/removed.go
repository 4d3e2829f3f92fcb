package data

import (
	"fmt"
	"io"
	"slices"
)

// Removed is what became of a person who was taken out of an office.
type Removed struct {
	Name     string   `json:"name"`
	Went     []string `json:"went"`     // what is gone, in sentences
	Stays    []string `json:"stays"`    // what stays, and why
	Possible []string `json:"possible"` // where it may be that person: for somebody to read
	Places   int      `json:"places"`   // of the change list
}

// Tell says what was done to the records.
func (r *Removed) Tell(plan Forgetting) {
	for _, rec := range plan.Delete {
		r.Went = append(r.Went, fmt.Sprintf("The %s “%s” was deleted.", rec.RecordKind().Label(), rec.Label()))
	}
	for _, rec := range plan.Emptied {
		r.Went = append(r.Went, fmt.Sprintf("The %s “%s” was emptied and is called “%s” now: other records name it.", rec.RecordKind().Label(), rec.Label(), PersonRemoved))
	}
	for _, m := range plan.Went {
		r.Went = append(r.Went, "Taken out: "+m.String()+".")
	}
	r.Stays = append(r.Stays, plan.StaysAndWhy()...)
	for _, m := range plan.Possible {
		r.Possible = append(r.Possible, m.String()+".")
	}
	if len(plan.Stays) > 0 {
		r.Stays = append(r.Stays, "The changes that led to those papers, and the files that were kept of them when they were issued, stay with them (UK GDPR, article 17(3)(b) and (d)).")
	}
	r.Went, r.Stays, r.Possible = slices.Compact(r.Went), slices.Compact(r.Stays), slices.Compact(r.Possible)
}

// StaysAndWhy are the places where a person stays in the records, each in a sentence that says why.
func (f Forgetting) StaysAndWhy() []string {
	var said []string
	for _, m := range f.Stays {
		said = append(said, fmt.Sprintf("%s. It stays because %s.", m, m.Why))
	}
	return slices.Compact(said)
}

// Parts are what went, what stays and what is to be read, for people.
func (r Removed) Parts() []DossierPart {
	var parts []DossierPart
	for _, part := range []struct {
		heading   string
		sentences []string
	}{
		{"What is gone", r.Went}, {"What stays, and why", r.Stays}, {"What may be the same person: read it, and change it by hand", r.Possible},
	} {
		if len(part.sentences) == 0 {
			continue
		}
		shown := DossierPart{Heading: part.heading}
		for _, s := range part.sentences {
			shown.Lines = append(shown.Lines, DossierLine{Words: s})
		}
		parts = append(parts, shown)
	}
	return parts
}

// Write writes what went, what stays and what is to be read, as Markdown.
func (r Removed) Write(w io.Writer) error {
	if err := WriteDossierParts(w, r.Name, r.Parts()); err != nil {
		return fmt.Errorf("write what became of a person: %w", err)
	}
	return nil
}
