// Package decisions is the section of the window for the commissioner's decisions: the register of them, the page of one from its draft to
// its publication, and those that name a grant.
package decisions

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// NewRegister is the list of all decisions, the newest first.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.Decision]{
		Section:  desk.Decisions,
		Name:     "decisions",
		Singular: lang.L("decision"),
		Plural:   lang.L("decisions"),
		Counted:  lang.Counted{One: "{n} decision", Other: "{n} decisions"},
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
			step("submit", lang.L("Submit"), data.DecisionSubmitted,
				lang.Counted{One: "{n} decision will be submitted on %s.", Other: "{n} decisions will be submitted on %s."},
				lang.Counted{One: "{n} decision submitted.", Other: "{n} decisions submitted."}),
			step("advised", lang.L("Advice taken"), data.DecisionAdvised,
				lang.Counted{One: "Advice on {n} decision will be taken as of %s.", Other: "Advice on {n} decisions will be taken as of %s."},
				lang.Counted{One: "Advice on {n} decision taken.", Other: "Advice on {n} decisions taken."}),
			step("draft", lang.L("Back to draft"), data.DecisionDraft,
				lang.Counted{One: "{n} decision will be a draft again as of %s.", Other: "{n} decisions will be drafts again as of %s."},
				lang.Counted{One: "{n} decision a draft again.", Other: "{n} decisions drafts again."}),
		},
	})
}

// step is a step that several decisions can take at once. Signing, refusing and publishing are taken one by one, each with what it asks.
func step(key, label string, to data.DecisionStatus, will, did lang.Counted) record.BulkStep[*data.Decision] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), Will: will, Did: did,
	}, record.Itself[*data.Decision])
}

// totals are what decisions give: what was decided, and apart from it what is still to be, what was refused, and what a later decision has
// taken the place of.
func totals(reg *data.Register, rows widgets.Rows[*data.Decision]) []string {
	var given, waiting, refused, superseded data.Money
	replaced := reg.SupersededDecisions()
	for i := range rows.Len() {
		d := rows.At(i)
		sum := data.AwardedTotal(d.AwardRows(reg))
		switch outcome := d.Outcome(); {
		case outcome == data.DecisionRefused:
			refused = refused.Add(sum)
		case outcome != data.DecisionSigned:
			waiting = waiting.Add(sum)
		case replaced[d.ID]:
			superseded = superseded.Add(sum)
		default:
			given = given.Add(sum)
		}
	}
	words := []string{lang.F("%s awarded", given)}
	if !waiting.IsZero() {
		words = append(words, lang.F("%s undecided", waiting))
	}
	if !refused.IsZero() {
		words = append(words, lang.F("%s refused", refused))
	}
	if !superseded.IsZero() {
		words = append(words, lang.F("%s superseded", superseded))
	}
	return words
}

// shownStatus is the status of a decision. Of a refusal that was published it is the refusal: it gave nothing, and the day on which it was
// published stands beside it.
func shownStatus(d *data.Decision) data.DecisionStatus {
	if d.Outcome() == data.DecisionRefused {
		return data.DecisionRefused
	}
	return d.Status
}

func columns() []record.ListColumn[*data.Decision] {
	status := record.Column("status", lang.L("Status"), 1, 84, func(d *data.Decision) string { return lang.L(shownStatus(d).Label()) }).Filtered()
	status.Rank = func(_ *data.Register, d *data.Decision) float64 {
		return float64(slices.Index(data.DecisionStatuses(), shownStatus(d)))
	}
	decided := record.DateColumn("decided_on", lang.L("Decided"), 1, 96, func(d *data.Decision) data.Date { return d.DecidedOn })
	decided.Rank = func(_ *data.Register, d *data.Decision) float64 { return newness(d) }
	total := record.Column("total", lang.L("Grants"), 1, 100, (*data.Decision).Label)
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
	maker := record.Column("decision_maker", lang.L("Decision maker"), 4, 110, func(d *data.Decision) string { return d.DecisionMaker })
	return []record.ListColumn[*data.Decision]{
		record.Column("reference", lang.L("Reference"), 1, 110, func(d *data.Decision) string { return string(d.Reference) }),
		record.Column("title", lang.L("Title"), 7, 190, func(d *data.Decision) string { return d.Title }),
		status,
		maker.Filtered().SetAside(), // the commissioner, nearly always
		decided,
		total,
		publishedColumn(),
	}
}

// publishedColumn is the day on which a decision was published; of one that never will be, that it is exempt.
func publishedColumn() record.ListColumn[*data.Decision] {
	c := record.DateColumn("published_on", lang.L("Published"), 1, 96, func(d *data.Decision) data.Date { return d.PublishedOn })
	day := c.Text
	c.Text = func(reg *data.Register, d *data.Decision) string {
		if d.PublishedOn.IsZero() && d.Marking == data.Exempt && d.Outcome() != "" {
			return lang.L(data.Exempt.Label())
		}
		return day(reg, d)
	}
	return c
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
	found := []string{lang.L(d.Status.Label()), d.DecisionMaker, d.Power, d.Type}
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
