package main

import (
	"context"
	"errors"
	"strings"

	"almoner/data"
	"almoner/data/sqlite"
)

type findVerb struct {
	Office string   `arg:"" help:"The office file."`
	Text   []string `arg:"" help:"Words that all have to be found, or a reference in any spelling."`
	Limit  int      `default:"50" help:"How many to show at most." placeholder:"N"`
	JSON   bool     `name:"json" help:"Write JSON."`
}

type foundRow struct {
	ID        data.ID        `json:"id"`
	Kind      data.Kind      `json:"kind"`
	Reference data.Reference `json:"reference"`
	Label     string         `json:"label"`
	Field     string         `json:"field"` // where the words stand; empty if in what it is called
	Excerpt   string         `json:"excerpt"`
}

type foundRows struct {
	Found []foundRow `json:"found"`
	Count int        `json:"count"`
	Of    int        `json:"of"`
}

// Run looks for text in the records of every kind.
func (v *findVerb) Run(ctx context.Context, term terminal) error {
	text := strings.Join(v.Text, " ")
	if v.Limit < 1 {
		return wrongUse("--limit has to be at least 1.")
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		hits, all := office.Register().Search(text, v.Limit)
		switch {
		case v.JSON && len(hits) > 0:
			return term.writeJSON(foundOf(hits, all))
		case v.JSON:
			return errors.Join(term.writeJSON(foundOf(hits, all)), &failure{code: exitNotFound})
		case len(hits) == 0:
			return notFound("Nothing was found for “%s”. Fewer words find more.", text)
		}
		t := table{columns: []column{{key: "kind", heading: "Kind"}, {key: "reference", heading: "Reference"}, {key: "label", heading: "Name"}, {key: "where", heading: "Where"}}}
		for _, h := range hits {
			where := h.Excerpt
			if h.Field != "" {
				where = h.Field + ": " + h.Excerpt
			}
			t.rows = append(t.rows, []string{h.Record.RecordKind().Label(), string(referenceOf(h.Record)), nameOf(h.Record), where})
		}
		t.total = totals(len(hits), all, "record found", "records found")
		return t.write(term)
	})
}

func foundOf(hits []data.Hit, all int) foundRows {
	out := foundRows{Found: []foundRow{}, Count: len(hits), Of: all}
	for _, h := range hits {
		s := h.Record.Stamped()
		out.Found = append(out.Found, foundRow{s.ID, h.Record.RecordKind(), referenceOf(h.Record), h.Record.Label(), h.Field, h.Excerpt})
	}
	return out
}

// referenceOf is the reference that a record bears itself, or nothing.
func referenceOf(rec data.Record) data.Reference {
	if n, ok := rec.(data.Numbered); ok {
		own, _ := n.Bears()
		return *own
	}
	return ""
}

// nameOf is what a record is about, beside its reference.
func nameOf(rec data.Record) string {
	switch r := rec.(type) {
	case *data.FOIRequest:
		return r.Subject
	case *data.Decision:
		return r.Title
	default:
		return rec.Label()
	}
}
