// Package decisions is the section of the window for the commissioner's decisions: the register of them, the page of one from its draft to
// its publication, and those that name a grant.
package decisions

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// NewRegister is the list of all decisions, the newest first.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.Decision]{
		Section:  desk.Decisions,
		Name:     "decisions",
		Singular: "decision",
		Sort:     data.Sort{Field: "decided_on", Descending: true},
		Columns:  columns(),
		Words:    words,
		Fresh: func(d desk.Desk) *data.Decision {
			return data.NewDecision(d.Office().Register(), d.Today())
		},
		Open:   NewPage,
		Years:  func(_ *data.Register, d *data.Decision) []data.FinancialYear { return record.YearsOf(d.NumberedOn()) },
		Totals: totals,
		Steps: []record.BulkStep[*data.Decision]{
			step("submit", "Submit", data.DecisionSubmitted, "%s will be submitted on %s.", "%s submitted."),
			step("advised", "Advice taken", data.DecisionAdvised, "Advice on %s will be taken as of %s.", "Advice on %s taken."),
			step("draft", "Back to draft", data.DecisionDraft, "%s will be drafts again as of %s.", "%s drafts again."),
		},
	})
}

// step is a step that several decisions can take at once. Signing, refusing and publishing are taken one by one, each with what it asks.
func step(key, label string, to data.DecisionStatus, will, did string) record.BulkStep[*data.Decision] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), One: "decision", Many: "decisions", Will: will, Did: did,
	}, record.Itself[*data.Decision])
}

// totals are what decisions give: what was decided, and what is still to be.
func totals(reg *data.Register, rows widgets.Rows[*data.Decision]) []string {
	var given, waiting data.Money
	for i := range rows.Len() {
		d := rows.At(i)
		sum := data.AwardedTotal(d.AwardRows(reg))
		switch d.Outcome() {
		case data.DecisionSigned:
			given = given.Add(sum)
		case data.DecisionRefused:
		default:
			waiting = waiting.Add(sum)
		}
	}
	words := []string{fmt.Sprintf("%s awarded", given)}
	if !waiting.IsZero() {
		words = append(words, fmt.Sprintf("%s not decided yet", waiting))
	}
	return words
}

func columns() []record.ListColumn[*data.Decision] {
	status := record.Column("status", "Status", 1, 84, func(d *data.Decision) string { return d.Status.Label() }).Filtered()
	status.Rank = func(_ *data.Register, d *data.Decision) float64 {
		return float64(slices.Index(data.DecisionStatuses(), d.Status))
	}
	decided := record.DateColumn("decided_on", "Decided", 1, 96, func(d *data.Decision) data.Date { return d.DecidedOn })
	decided.Rank = func(_ *data.Register, d *data.Decision) float64 { return newness(d) }
	total := record.Column("total", "Grants", 1, 100, (*data.Decision).Label)
	total.Figures = true
	total.Text = func(reg *data.Register, d *data.Decision) string {
		sum := data.AwardedTotal(d.AwardRows(reg))
		if sum.IsZero() {
			return ""
		}
		return sum.String()
	}
	total.Rank = func(reg *data.Register, d *data.Decision) float64 {
		return float64(data.AwardedTotal(d.AwardRows(reg)).Pence)
	}
	return []record.ListColumn[*data.Decision]{
		record.Column("reference", "Reference", 1, 110, func(d *data.Decision) string { return string(d.Reference) }),
		record.Column("title", "Title", 7, 190, func(d *data.Decision) string { return d.Title }),
		status,
		record.Column("decision_maker", "Decision maker", 4, 110, func(d *data.Decision) string { return d.DecisionMaker }).Filtered(),
		decided,
		total,
		record.DateColumn("published_on", "Published", 1, 96, func(d *data.Decision) data.Date { return d.PublishedOn }),
	}
}

// newness orders decisions by their day. What is still to be decided is newer than all that was.
func newness(d *data.Decision) float64 {
	const undecided = 1e8 // above the rank of any day
	if d.DecidedOn.IsZero() && d.Settled() == "" {
		return undecided + d.NumberedOn().Rank()
	}
	return d.NumberedOn().Rank()
}

// words are what people look for a decision by: what it says, the grants that it is about, who gets them.
func words(reg *data.Register, d *data.Decision) string {
	found := []string{d.Status.Label(), d.DecisionMaker, d.Power, d.Type}
	for _, s := range d.Sections {
		found = append(found, s.Heading, s.Body)
	}
	found = append(found, d.Recommendations...)
	for _, id := range d.Grants {
		if g, ok := data.Get[*data.Grant](reg, id); ok {
			found = append(found, g.Title, reg.NameOf(g.Recipient))
		}
	}
	for _, a := range d.Awards { // as it was signed
		found = append(found, a.Title, a.Recipient)
	}
	return strings.Join(found, "\n")
}
