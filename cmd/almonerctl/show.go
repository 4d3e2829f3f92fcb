package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
)

type showVerb struct {
	Office   string `arg:"" help:"The office file."`
	Record   string `arg:"" help:"Reference in any spelling, title, name or ID of the record."`
	Kind     string `help:"Look among these records only: ${kinds}." placeholder:"KIND"`
	Personal bool   `help:"Show who asked for information, who came to training, and why people’s details are held."`
	JSON     bool   `name:"json" help:"Write JSON, the record in the portable form."`
}

type shown struct {
	Kind    data.Kind       `json:"kind"`
	Label   string          `json:"label"`
	Version int64           `json:"version"`
	SavedAt time.Time       `json:"saved_at"`
	SavedBy string          `json:"saved_by"`
	Record  json.RawMessage `json:"record"`
	Clock   []string        `json:"clock,omitempty"`

	Balance     []balanceRow `json:"balance,omitempty"`
	Warnings    []string     `json:"warnings,omitempty"`
	Differences []string     `json:"differences,omitempty"` // from what the register says now

	Names   []shownLink `json:"names"`
	NamedBy []shownLink `json:"named_by"`
}

type shownLink struct {
	Field string    `json:"field"`
	Kind  data.Kind `json:"kind"`
	ID    data.ID   `json:"id"`
	Label string    `json:"label"`
}

// Run shows a record.
func (v *showVerb) Run(ctx context.Context, term terminal) error {
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		reg := office.Register()
		rec, err := recordCalled(reg, v.Record, v.Kind)
		if err != nil {
			return err
		}
		if v.JSON {
			return v.writeJSON(term, reg, rec)
		}
		p := term.page()
		p.heading(data.UpperInitial(rec.RecordKind().Label()) + ": " + rec.Label())
		p.fields(0, reg.Describe(rec, v.Personal))
		if clock := clockOf(reg, rec, term.today()); len(clock) > 0 {
			p.section("How its time is counted")
			for _, line := range clock {
				p.paragraph(indentStep, line)
			}
		}
		p.balance(reg, rec)
		if differences := differencesOf(reg, rec); len(differences) > 0 {
			p.section("What the register says otherwise now")
			for _, line := range differences {
				p.paragraph(indentStep, line)
			}
		}
		names, namedBy := reg.Links(rec)
		p.links("Names", names)
		p.links("Named by", namedBy)
		s := rec.Stamped()
		p.line(0, "")
		p.paragraph(0, fmt.Sprintf("Saved by %s on %s, version %d, ID %s.", s.SavedBy, s.SavedAt.Local().Format("2 January 2006, 15:04"), s.Version, s.ID))
		return p.end()
	})
}

// links writes the records at the other ends of some links.
func (p *page) links(heading string, links []data.Link) {
	if len(links) == 0 {
		return
	}
	p.section(heading)
	var rows [][]data.FieldText
	for _, l := range links {
		kind := l.Record.RecordKind()
		rows = append(rows, []data.FieldText{
			{Key: "field", Label: "As", Text: l.Field},
			{Key: "kind", Label: "Kind", Text: kind.Label()},
			{Key: "reference", Label: "Reference", Text: string(referenceOf(l.Record))},
			{Key: "label", Label: "Name", Text: cut(nameOf(l.Record), longCell)},
		})
	}
	p.table(indentStep, tableOf(rows))
}

// clockOf is how the time to answer a request is counted, in sentences; nothing for other records.
func clockOf(reg *data.Register, rec data.Record, today data.Date) []string {
	request, ok := rec.(*data.FOIRequest)
	if !ok {
		return nil
	}
	deadline, err := request.Deadline(reg.Calendar())
	if err != nil {
		return []string{data.UpperInitial(data.Explain(err))}
	}
	lines := append(deadline.Working(today).Sentences(), data.UpperInitial(deadline.Sentence(today))+".")
	lines = append(lines, deadline.Notes...)
	if deadline.Uncertain != "" {
		lines = append(lines, deadline.Uncertain)
	}
	return lines
}

func (v *showVerb) writeJSON(term terminal, reg *data.Register, rec data.Record) error {
	form, err := portableForm(rec, v.Personal)
	if err != nil {
		return err
	}
	s := rec.Stamped()
	names, namedBy := reg.Links(rec)
	balance, warnings := balanceOf(reg, rec)
	return term.writeJSON(shown{
		Kind: rec.RecordKind(), Label: rec.Label(), Version: s.Version, SavedAt: s.SavedAt, SavedBy: s.SavedBy, Record: form,
		Clock: clockOf(reg, rec, term.today()), Balance: balance, Warnings: warnings, Differences: differencesOf(reg, rec), Names: linkRows(names), NamedBy: linkRows(namedBy),
	})
}

func linkRows(links []data.Link) []shownLink {
	rows := []shownLink{}
	for _, l := range links {
		rows = append(rows, shownLink{l.Field, l.Record.RecordKind(), l.Record.Stamped().ID, l.Record.Label()})
	}
	return rows
}

// portableForm is a record as the portable form writes it, without what is personal unless that is asked for.
func portableForm(rec data.Record, personal bool) (json.RawMessage, error) {
	text, err := plainJSON(rec)
	if err != nil {
		return nil, fmt.Errorf("write the %s %q: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &fields); err != nil {
		return nil, fmt.Errorf("write the %s %q: %w", rec.RecordKind().Label(), rec.Label(), err)
	}
	for field := range fields {
		if !personal && data.PersonalField(rec.RecordKind(), field) {
			delete(fields, field)
		}
	}
	return plainJSON(fields)
}
