package reports

import (
	"cmp"
	"fmt"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// DecisionHeadings are the headings that are offered for the sections of a decision: those that the office's form names, then the office's
// usual ones, each once.
func DecisionHeadings(office *data.OfficeDetails) []string {
	w := wording{office: office}
	var named []string
	for _, b := range document.Markdown(w.raw(formOf(office)), 1) {
		for _, m := range pieces(b) {
			if m[1] == "section" {
				named = append(named, m[2])
			}
		}
	}
	return eachOnce(append(named, lines(w.raw("decision_headings"))...))
}

// BoardHeadings are the headings that are offered for the sections of a board paper.
func BoardHeadings(office *data.OfficeDetails) []string {
	return eachOnce(lines(wording{office: office}.raw("board_headings")))
}

// lines are the lines of some words, without the dashes or stars that somebody may have made a list of them with.
func lines(words string) []string {
	var all []string
	for line := range strings.Lines(words) {
		all = append(all, strings.TrimSpace(strings.TrimLeft(line, "-*• \t")))
	}
	return nonEmpty(all...)
}

func eachOnce(headings []string) []string {
	var kept []string
	seen := map[string]bool{}
	for _, h := range headings {
		if !seen[data.Fold(h)] {
			seen[data.Fold(h)] = true
			kept = append(kept, h)
		}
	}
	return kept
}

// DraftDecision is the draft of a decision about a grant, raised on a day: titled, with the power that was used for it before or that its
// reasons call for, and with what the register knows under the headings of the office.
func DraftDecision(reg *data.Register, g *data.Grant, raised data.Date) *data.Decision {
	office := reg.Details()
	d := data.NewDecision(reg, raised)
	d.Grants, d.Power = []data.ID{g.ID}, powerFor(reg, g)
	years := make([]string, 0, len(g.Awards))
	for _, y := range g.Years() {
		years = append(years, office.Year(y))
	}
	w := wording{office: office, values: map[string]string{
		"recipient": reg.NameOf(g.Recipient), "title": g.Title, "amount": g.Total().String(), "years": strings.Join(years, ", "), "funds": programmes(reg, g.Funds(nil)),
	}}
	d.Title = g.Title
	if g.Recipient != "" {
		d.Title = w.plain("decision_draft_title")
	}
	summary := ""
	if g.Recipient != "" && len(years) > 0 {
		summary = w.plain("decision_draft_summary")
		d.Recommendations = []string{w.plain("decision_draft_recommendation")}
	}
	money := ""
	if w.values["funds"] != "" {
		money = w.plain("decision_draft_money")
	}
	for _, h := range DecisionHeadings(office) {
		d.Sections = append(d.Sections, data.Section{ID: data.NewRowID(), Heading: h, Part: 1})
	}
	put(d.Sections, "", summary)
	put(d.Sections, "background", g.Purpose, g.Services, g.Reasons)
	put(d.Sections, "financ", money)
	return d
}

// DraftVariationDecision is the draft of a decision about a variation of a grant, raised on a day: with its summary, and with each term that it
// changes as it is and as it is to be.
func DraftVariationDecision(reg *data.Register, g *data.Grant, v *data.Variation, raised data.Date) *data.Decision {
	d := data.NewDecision(reg, raised)
	d.Grants, d.Power = []data.ID{g.ID}, powerFor(reg, g)
	w := wording{office: reg.Details(), values: map[string]string{"recipient": reg.NameOf(g.Recipient), "title": g.Title, "number": fmt.Sprint(v.Number)}}
	d.Title = fmt.Sprintf("%s: %s", g.Title, v.Kind.Label())
	if g.Recipient != "" {
		d.Title = w.plain("decision_variation_title")
		d.Recommendations = []string{w.plain("decision_variation_recommendation")}
	}
	for _, h := range DecisionHeadings(w.office) {
		d.Sections = append(d.Sections, data.Section{ID: data.NewRowID(), Heading: h, Part: 1})
	}
	changes := map[bool][]string{} // whether of money
	for _, c := range v.Changes {
		money := c.Term.Holds() == data.HoldsAmount
		changes[money] = append(changes[money], "- "+changeLine(w, reg, g, v, c))
	}
	put(d.Sections, "", v.Summary, strings.Join(changes[false], "\n"))
	put(d.Sections, "financ", strings.Join(changes[true], "\n"))
	return d
}

// changeLine is what a variation changes of a term, in a line of a draft; a place to fill in where nobody has put down what it becomes.
func changeLine(w wording, reg *data.Register, g *data.Grant, v *data.Variation, c data.VariationChange) string {
	term, before, after := reg.VariedWords(g.WithBefore(v, c))
	after = w.orNone(c.Term, after)
	switch {
	case v.Waits(c):
		return w.say("decision_variation_unsaid", "term", term)
	case before == "":
		return w.say("decision_variation_new_term", "term", term, "after", after)
	default:
		return w.say("decision_variation_change", "term", term, "before", before, "after", after)
	}
}

// put adds words to the section whose heading has a word in it, or to the first.
func put(sections []data.Section, heading string, words ...string) {
	if len(sections) == 0 {
		return
	}
	s := &sections[0]
	for i := range sections {
		if heading != "" && strings.Contains(data.Fold(sections[i].Heading), heading) {
			s = &sections[i]
			break
		}
	}
	s.Body = strings.Join(nonEmpty(append([]string{s.Body}, words...)...), "\n\n")
}

// powerFor is the power that a grant, or the one that it continues, was last decided under. The 2011 Act wants reasons of a grant that
// reduces crime; one without any helps victims.
func powerFor(reg *data.Register, g *data.Grant) string {
	for _, id := range []data.ID{g.ID, cmp.Or(g.ContinuationOf, g.ID)} {
		for _, d := range reg.DecisionsOn(id) {
			if d.Power != "" {
				return d.Power
			}
		}
	}
	if strings.TrimSpace(g.Reasons) != "" {
		return data.CrimeReductionPower
	}
	return data.VictimsServicesPower
}

func programmes(reg *data.Register, funds []data.ID) string {
	var names []string
	for _, id := range funds {
		if f, ok := data.Get[*data.Fund](reg, id); ok {
			names = append(names, f.Programme)
		}
	}
	return strings.Join(names, " and ")
}
