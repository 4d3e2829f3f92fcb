// Package samplepapers makes the papers of the sample office, for tests and checks of what holds of every paper.
package samplepapers

import (
	"almoner/data"
	"almoner/data/sample"
	"almoner/reports"
	"almoner/reports/document"
)

// Paper is one paper of the sample office.
type Paper struct {
	Name     string // "decision of DN/24-25/004 Services for victims in 2025-26"
	Kind     reports.Paper
	Record   data.Record // nil of a paper that tells of the whole office
	Document document.Document
}

// Setting is what the papers are made in: the sample office on its day, with the grants as the list that is shown.
func Setting() reports.Setting {
	office, records := sample.Office()
	s := reports.Setting{Register: data.NewRegister(append(records, office)...), Today: data.NewDate(2025, 11, 21)}
	grants := s.Register.Grants().Find(data.Query{}, data.Sort{Field: "title"})
	lines := make([]data.GrantLine, grants.Len())
	for i := range lines {
		lines[i] = grants.At(i)
	}
	s.List = reports.NewList(s.Register, "Grants", data.GrantFields(), []string{"reference", "title", "recipient", "amount", "award_date"}, lines)
	return s
}

// Each visits the papers that can be made: of each kind at most so many, or all of them if most is 0. Of records that a paper cannot be made
// of, unfit is told why; it may be nil.
func Each(most int, visit func(Paper) error, unfit func(name, why string)) error {
	s := Setting()
	for _, kind := range reports.Papers() {
		made := 0
		for _, rec := range subjects(s, kind) {
			if most > 0 && made == most {
				break
			}
			name := kind.Name
			if rec != nil {
				name += " of " + rec.Label()
			}
			if kind.Unfit != nil {
				if why := kind.Unfit(s, rec); why != "" {
					if unfit != nil {
						unfit(name, why)
					}
					continue
				}
			}
			made++
			if err := visit(Paper{Name: name, Kind: kind, Record: rec, Document: kind.Make(s, rec)}); err != nil {
				return err
			}
		}
	}
	return nil
}

// subjects are the records that a kind of paper is made of; a paper of the whole office is made of none.
func subjects(s reports.Setting, kind reports.Paper) []data.Record {
	if kind.Of == "" {
		return []data.Record{nil}
	}
	return s.Register.Records(kind.Of)
}
