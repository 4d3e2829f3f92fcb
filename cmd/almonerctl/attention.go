package main

import (
	"context"
	"strconv"

	"almoner/data"
	"almoner/data/sqlite"
)

type attentionVerb struct {
	Office string `arg:"" help:"The office file."`
	On     string `help:"As on this day; today if not given." placeholder:"DATE"`
	JSON   bool   `name:"json" help:"Write JSON."`
}

type attentionRow struct {
	Need      data.Need      `json:"need"`
	Urgent    bool           `json:"urgent"`
	On        string         `json:"on"`
	Days      int            `json:"days"`
	Kind      data.Kind      `json:"kind"`
	ID        data.ID        `json:"id"`
	Reference data.Reference `json:"reference"`
	Label     string         `json:"label"`
	Sentence  string         `json:"sentence"`
}

// Run lists what needs attention.
func (v *attentionVerb) Run(ctx context.Context, term terminal) error {
	day := term.today()
	if v.On != "" {
		var err error
		if day, err = term.day(v.On); err != nil {
			return err
		}
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		found := office.Register().Attention(day)
		rows := []attentionRow{}
		t := table{columns: []column{
			{key: "urgent", heading: " "},
			{key: "on", heading: "By"},
			{key: "days", heading: "Days", figures: true},
			{key: "need", heading: "What"},
			{key: "sentence", heading: "Which"},
		}}
		for _, a := range found {
			rows = append(rows, attentionRow{
				a.Need, a.Urgent, a.On.ISO(), a.Days, a.Record.RecordKind(), a.Record.Stamped().ID, referenceOf(a.Record), a.Record.Label(), a.Sentence,
			})
			mark := ""
			if a.Urgent {
				mark = "!"
			}
			t.rows = append(t.rows, []string{mark, a.On.String(), strconv.Itoa(a.Days), a.Need.Label(), a.Sentence})
		}
		if v.JSON {
			return term.writeJSON(map[string]any{"on": day.ISO(), "attention": rows, "count": len(rows)})
		}
		t.total = counted(len(rows), "thing needs", "things need") + " attention on " + day.Long()
		return t.write(term)
	})
}
