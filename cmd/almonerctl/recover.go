package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
)

type recoverVerb struct {
	desk

	Office    string `arg:"" help:"The office file, or where it was."`
	From      string `help:"Go on with this source: its number in the list, or its path." placeholder:"N|PATH"`
	BringBack bool   `help:"Keep the file, and bring back into it what the source holds and it lacks, instead of restoring the whole office from the source."`
	JSON      bool   `name:"json" help:"Write JSON."`
}

type sourceRow struct {
	Number   int         `json:"number"`
	Path     string      `json:"path"`
	Sort     sqlite.Sort `json:"sort"`
	Size     int64       `json:"size"` // bytes
	Sound    bool        `json:"sound"`
	Wrong    string      `json:"wrong,omitempty"`
	Sequence int64       `json:"sequence"` // of the last change
	Epoch    int64       `json:"epoch"`
	When     time.Time   `json:"when,omitzero"`
	Who      string      `json:"who,omitempty"`
	Lacks    []entryRow  `json:"lacks"` // that the freshest holds
	Adds     []entryRow  `json:"adds"`  // that the freshest lacks
}

type entryRow struct {
	Sequence int64     `json:"sequence"`
	When     time.Time `json:"when"`
	Who      string    `json:"who"`
	Kind     data.Kind `json:"kind"`
	Record   data.ID   `json:"record"`
	Label    string    `json:"label"`
	Action   data.Deed `json:"action"`
}

func entryRows(changes []data.Change) []entryRow {
	rows := []entryRow{}
	for _, c := range changes {
		rows = append(rows, entryRow{c.Sequence, c.When, c.Who, c.Kind, c.Record, c.Label, c.Action})
	}
	return rows
}

type planRow struct {
	Office    string        `json:"office"`
	Advice    sqlite.Advice `json:"advice"`
	Sentences []string      `json:"sentences"`
	From      int           `json:"from,omitzero"` // the number of the source that the advice is about
	Sources   []sourceRow   `json:"sources"`
}

// Run shows what there is of an office, or goes on with one of it.
func (v *recoverVerb) Run(ctx context.Context, term terminal) error {
	o := v.options(term)
	p, err := sqlite.Recovery(ctx, v.Office, o)
	if err != nil {
		return err
	}
	if v.From == "" && !v.BringBack {
		return v.show(term, p)
	}
	from, err := v.source(p)
	if err != nil {
		return err
	}
	if v.BringBack {
		b, err := sqlite.BringBackFrom(ctx, p, from, term.saver(), o)
		if err != nil {
			return err
		}
		return v.tellBrought(term, b)
	}
	r, err := sqlite.RecoverFrom(ctx, p, from, term.saver(), o)
	if err != nil {
		return err
	}
	return term.tellRestored(v.Office, r, v.JSON)
}

func (v *recoverVerb) show(term terminal, p sqlite.Plan) error {
	if v.JSON {
		row := planRow{Office: p.Office, Advice: p.Advice, Sentences: p.Sentences(), From: p.From + 1, Sources: []sourceRow{}}
		for i, s := range p.Sources {
			row.Sources = append(row.Sources, sourceRow{
				i + 1, s.Path, s.Sort, s.Size, s.Usable(), s.Wrong, s.Sequence, s.Epoch, s.When, s.Who, entryRows(s.Lacks), entryRows(s.Adds),
			})
		}
		return term.writeJSON(row)
	}
	page := term.page()
	for _, s := range p.Sentences() {
		page.paragraph(0, s)
	}
	if len(p.Sources) > 0 {
		page.section("What there is, the freshest good one first:")
	}
	for i, s := range p.Sources {
		page.line(0, "")
		page.paragraph(0, fmt.Sprintf("%d. %s", i+1, s.Sentence()))
		page.line(2*indentStep, s.Path)
		listEntries(page, "It lacks:", s.Lacks)
		listEntries(page, "Only it holds:", s.Adds)
	}
	if next := v.next(p); next != "" {
		page.section("To do so: " + next)
	}
	return page.end()
}

// next is the command that does what is best done.
func (v *recoverVerb) next(p sqlite.Plan) string {
	switch p.Advice {
	case sqlite.RestoreIt:
		return fmt.Sprintf("almonerctl recover %s --from %d", strconv.Quote(v.Office), p.From+1)
	case sqlite.BringItIn:
		return fmt.Sprintf("almonerctl recover %s --from %d --bring-back", strconv.Quote(v.Office), p.From+1)
	default:
		return ""
	}
}

// mostEntries is how many changes are listed of a source; --json has all.
const mostEntries = 10

func listEntries(p *page, heading string, changes []data.Change) {
	if len(changes) == 0 {
		return
	}
	p.line(2*indentStep, heading)
	for _, c := range changes[:min(len(changes), mostEntries)] {
		p.line(3*indentStep, fmt.Sprintf("%d  %s  %s", c.Sequence, c.By(), whatOf(c)))
	}
	if more := len(changes) - mostEntries; more > 0 {
		p.line(3*indentStep, fmt.Sprintf("and %s more", counted(more, "change", "changes")))
	}
}

// source is the one that somebody named, or the one that changes are best brought back from.
func (v *recoverVerb) source(p sqlite.Plan) (sqlite.Source, error) {
	if v.From == "" {
		if p.Advice != sqlite.BringItIn {
			return sqlite.Source{}, wrongUse("Say with --from from which source changes are to be brought back. almonerctl recover %s shows what there is.", strconv.Quote(v.Office))
		}
		return p.Sources[p.From], nil
	}
	if n, err := strconv.Atoi(v.From); err == nil && n >= 1 && n <= len(p.Sources) {
		return p.Sources[n-1], nil
	}
	path, err := filepath.Abs(v.From)
	if err != nil {
		return sqlite.Source{}, err
	}
	for _, s := range p.Sources {
		if s.Path == path || filepath.Base(s.Path) == v.From {
			return s, nil
		}
	}
	return sqlite.Source{}, notFound("There is no source “%s”. almonerctl recover %s shows what there is.", v.From, strconv.Quote(v.Office))
}

type leftRow struct {
	Why     string     `json:"why"`
	Changes []entryRow `json:"changes"`
}

func (v *recoverVerb) tellBrought(term terminal, b sqlite.Brought) error {
	if v.JSON {
		rows := []leftRow{}
		for _, l := range b.Left {
			rows = append(rows, leftRow{l.Why, entryRows(l.Changes)})
		}
		if err := term.writeJSON(map[string]any{"back": b.Back, "left": rows, "kept": b.Kept}); err != nil {
			return err
		}
	} else {
		term.say("%s brought back into %s.", data.UpperInitial(counted(b.Back, "change was", "changes were")), quoted(v.Office))
		if b.Kept != "" {
			term.say("The file as it was before is kept: %s", b.Kept)
		}
		page := term.page()
		for _, l := range b.Left {
			for _, c := range l.Changes {
				page.line(0, fmt.Sprintf("Not brought back: %d  %s  %s", c.Sequence, c.By(), whatOf(c)))
			}
			page.paragraph(2*indentStep, l.Why)
		}
		if err := page.end(); err != nil {
			return err
		}
	}
	if len(b.Left) > 0 {
		return &failure{code: exitFailed}
	}
	return nil
}

type copiesVerb struct {
	desk

	Office string `arg:"" help:"The office file."`
	JSON   bool   `name:"json" help:"Write JSON."`
}

type copyRow struct {
	Path   string     `json:"path"`
	Wrong  string     `json:"wrong,omitempty"`
	Common int64      `json:"common"` // the last change that both have
	Here   []entryRow `json:"here"`   // only the office holds
	There  []entryRow `json:"there"`  // only the copy holds
}

// Run compares an office with its copies.
func (v *copiesVerb) Run(ctx context.Context, term terminal) error {
	found, err := sqlite.Copies(ctx, v.Office, v.options(term))
	if err != nil {
		return err
	}
	if v.JSON {
		rows := []copyRow{}
		for _, c := range found {
			rows = append(rows, copyRow{c.Path, c.Wrong, c.Common, entryRows(c.Here), entryRows(c.There)})
		}
		return term.writeJSON(map[string]any{"copies": rows, "count": len(rows)})
	}
	if len(found) == 0 {
		term.say("There is no copy of %s in its folder.", quoted(v.Office))
		return nil
	}
	page := term.page()
	for _, c := range found {
		page.paragraph(0, c.Sentence())
		listEntries(page, "Only the office holds:", c.Here)
		listEntries(page, "Only the copy holds:", c.There)
	}
	return page.end()
}
