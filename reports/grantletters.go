package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var awardLetterPaper = Paper{
	Name: "award-letter", Title: "Award letter", Of: data.KindGrant,
	Unfit: unlessFit(func(_ Setting, g *data.Grant) string {
		switch {
		case !g.Status.Given():
			return fmt.Sprintf("“%s” is %s: there is nothing to award. An award letter can be made once the grant is approved.", g.Title, strings.ToLower(g.Status.Label()))
		case g.Recipient == "":
			return fmt.Sprintf("“%s” has no recipient whom a letter could go to. Choose the recipient first.", g.Title)
		case g.Total().IsZero():
			return fmt.Sprintf("“%s” has no award. Put down the amount for each year first.", g.Title)
		}
		return ""
	}),
	Make: makes(AwardLetter),
}

var variationLetterPaper = Paper{
	Name: "variation-letter", Title: "Variation letter", Of: data.KindGrant,
	Unfit: unlessFit(func(_ Setting, g *data.Grant) string {
		if len(g.Variations) == 0 {
			return fmt.Sprintf("“%s” was never varied.", g.Title)
		}
		return data.Explain(latestVariation(g).Unsaid())
	}),
	Make: makes(VariationLetter),
}

// AwardLetter offers a grant to its recipient: how much, for what, until when, on which conditions, how it is paid and reported on, with a
// form to accept it.
func AwardLetter(s Setting, g *data.Grant) document.Document {
	w := newGrantWriter(s.Register, g)
	dated := g.AwardDate
	if dated.IsZero() {
		dated = s.Today
	}
	doc := newPaper(w.office, w.words.plain("award_title"), g.Title, w.label())
	doc.Dated = dated.Time()
	part := w.letter(dated, "award_heading")
	part.Add(w.words.blocks("award_opening")...)
	part.Add(w.terms()...)
	add := func(name string, blocks ...document.Block) { part.Add(headed(2, w.words.plain(name), blocks...)...) }
	add("grant_purpose", document.Markdown(g.Purpose, 3)...)
	add("grant_services", document.Markdown(g.Services, 3)...)
	add("grant_awards", w.awards()...)
	add("award_paid_by", w.instalments()...)
	add("grant_conditions", append(document.Markdown(g.Conditions, 3), w.words.blocks("award_conditions")...)...)
	add("award_reporting", w.reporting()...)
	part.Add(w.signOff("award_close")...)
	part.Add(w.acceptance()...)
	doc.Parts = []document.Part{part}
	return doc
}

// letter begins a letter to the recipient.
func (w grantWriter) letter(dated data.Date, heading string) document.Part {
	var part document.Part
	part.Add(w.words.letterhead())
	if o, ok := data.Get[*data.Organisation](w.reg, w.g.Recipient); ok {
		lines := append([]string{o.Name}, strings.Split(o.Address, "\n")...)
		lines = nonEmpty(append(lines, o.Postcode)...)
		for i, line := range lines {
			part.Add(document.Paragraph{Text: document.Text(strings.TrimSpace(line)), Tight: i < len(lines)-1})
		}
	}
	part.Add(para(dated.Long()))
	if w.g.Reference != "" {
		part.Add(document.Paragraph{Text: document.Join(document.Bold(w.words.plain("letter_reference")+" "), document.Text(string(w.g.Reference)))})
	}
	part.Add(para(w.words.plain("letter_salutation")), document.Heading{Level: 1, Text: document.Text(w.words.plain(heading))})
	return part
}

func (w grantWriter) terms() []document.Block {
	delivered := ""
	if w.g.DeliveredBy != w.g.Recipient {
		delivered = w.reg.NameOf(w.g.DeliveredBy)
	}
	return []document.Block{fields(
		field(w.words.plain("grant_amount"), w.g.Total().String()),
		field(w.words.plain("grant_period"), w.words.period(w.g.PlannedStart, w.g.PlannedEnd)),
		field(w.words.plain("grant_instrument"), w.g.Instrument.Label()),
		field(w.words.plain("grant_delivered_by"), delivered),
		field(w.words.plain("grant_specification"), w.specification()),
	)}
}

// specification is the name of what was agreed with the provider.
func (w grantWriter) specification() string {
	s, ok := data.Get[*data.Specification](w.reg, w.g.Specification)
	switch {
	case !ok:
		return ""
	case s.Version == "":
		return s.Title
	default:
		return w.words.say("several_version", "title", s.Title, "version", s.Version)
	}
}

// instalments are the payments that are due, and nothing of what was paid: a letter of award is written before.
func (w grantWriter) instalments() []document.Block {
	t := w.words.table(w.words.plain("award_paid_by"), "grant_due", "grant_amount>")
	var sum data.Money
	for _, p := range w.g.Payments {
		if p.Amount.Pence > 0 && !p.Due.IsZero() {
			addRow(&t, dayCell(p.Due), moneyCell(p.Amount))
			sum = sum.Add(p.Amount)
		}
	}
	if rows := len(t.Groups[0].Rows); rows > 1 {
		addTotal(&t, w.words.plain("grant_total"), map[int]data.Money{1: sum})
	}
	return filled(t)
}

// reporting says when returns are due, and on what.
func (w grantWriter) reporting() []document.Block {
	expected := w.g.ExpectedReturns()
	if len(expected) == 0 {
		return nil
	}
	t := w.words.table(w.words.plain("award_reporting"), "grant_return_period", "grant_due")
	for _, m := range expected {
		addRow(&t, document.TextCell(m.Label()), dayCell(m.Due))
	}
	blocks := append(w.words.blocks("award_reporting_opening"), t)
	if f, ok := data.Get[*data.OutcomesFramework](w.reg, w.g.Monitoring.Framework); ok {
		var lines []string
		for _, m := range f.Measures {
			line := m.Title
			if m.Unit != "" {
				line += " (" + m.Unit + ")"
			}
			lines = append(lines, line)
		}
		blocks = append(blocks, append(w.words.blocks("award_measures"), bullets(lines)...)...)
	}
	return blocks
}

// signOff is the end of a letter: its last words with room to sign, and who signs.
func (w grantWriter) signOff(name string) []document.Block {
	who := w.office.ChiefExecutive
	if who == "" {
		who = w.office.Name
	}
	end := w.words.blocks(name)
	end = append(end, para(w.words.plain("letter_close")), document.Gap{Lines: 2.5}, document.Paragraph{Text: document.Bold(who), Tight: true})
	if w.office.ChiefExecutive != "" {
		end = append(end, para(w.words.plain("letter_chief_executive")))
	}
	return []document.Block{document.Together{Blocks: end}}
}

// acceptance is the form with which a recipient accepts.
func (w grantWriter) acceptance() []document.Block {
	blocks := []document.Block{document.Heading{Level: 2, Text: document.Text(w.words.plain("award_acceptance"))}}
	blocks = append(blocks, w.words.blocks("award_acceptance_words")...)
	return []document.Block{document.Together{Blocks: append(blocks, signature(w.words, "", "", ""))}}
}

// signature is the lines on which somebody signs; what is known of who and when stands there already.
func signature(w wording, name, title, day string) document.Fields {
	blank := func(label, value string, lines float64) document.Field {
		if value != "" {
			return field(label, value)
		}
		return document.Field{Label: label, Blank: lines}
	}
	return document.Fields{Rows: []document.Field{
		{Label: w.plain("letter_signed"), Blank: 2.6},
		blank(w.plain("letter_name"), name, 1.6),
		blank(w.plain("letter_position"), title, 1.6),
		blank(w.plain("letter_date"), day, 1.6),
	}}
}

// latestVariation is the variation of the highest number, and of two of one number the later in the list.
func latestVariation(g *data.Grant) *data.Variation {
	i := 0
	for k := range g.Variations {
		if cmp.Compare(g.Variations[k].Number, g.Variations[i].Number) >= 0 {
			i = k
		}
	}
	return &g.Variations[i]
}

// VariationLetter tells the recipient what the latest variation changes: each term before and after, and that all else stays.
func VariationLetter(s Setting, g *data.Grant) document.Document {
	w, v := newGrantWriter(s.Register, g), latestVariation(g)
	w.words.values["number"] = fmt.Sprint(v.Number)
	w.words.values["kind"] = strings.ToLower(v.Kind.Label())
	w.words.values["effective"] = v.Effective.Long()
	dated := v.Applied
	if dated.IsZero() {
		dated = s.Today
	}
	doc := newPaper(w.office, w.words.plain("variation_title"), g.Title, w.label())
	doc.Dated = dated.Time()
	part := w.letter(dated, "variation_heading")
	opening := "variation_opening"
	if v.Effective.IsZero() {
		opening = "variation_opening_undated"
	}
	part.Add(w.words.blocks(opening)...)
	if d, ok := data.Get[*data.Decision](s.Register, v.Decision); ok {
		w.words.values["decision"] = d.Label()
		part.Add(w.words.blocks("variation_decision")...)
	}
	part.Add(document.Markdown(v.Summary, 3)...)
	after, known := varied(g, v, dated)
	t := w.words.table(w.words.plain("variation_changes"), "variation_term", "variation_before", "variation_after")
	for _, c := range latestVariation(after).Changes {
		if !known {
			c = g.WithBefore(v, c)
		}
		name, before, now := w.term(c)
		if c.Term == data.VariedDeliveredBy { // somebody always delivers it; of another term, an empty cell says that there was none
			before = w.words.orNone(c.Term, before)
		}
		if c.None {
			now = w.words.orNone(c.Term, now)
		}
		addRow(&t, document.TextCell(name), document.TextCell(before), document.TextCell(now))
	}
	part.Add(headed(2, w.words.plain("variation_changes"), filled(t)...)...)
	if w.g = after; known {
		part.Add(headed(2, w.words.plain("variation_awards"), w.awards()...)...)
	}
	part.Add(w.signOff("variation_close")...)
	part.Add(w.acceptance()...)
	doc.Parts = []document.Part{part}
	return doc
}

// varied is the grant as its latest variation leaves it. What was, and the money after it, are known only once it is applied, and a letter
// goes out before. It is not known where the variation cannot be applied as it stands. Where somebody put down what was, that stands.
func varied(g *data.Grant, v *data.Variation, on data.Date) (after *data.Grant, known bool) {
	putDown := func(c data.VariationChange) bool {
		return c.WasAmount.Pence != 0 || !c.WasDate.IsZero() || c.WasRecord != "" || c.WasText != ""
	}
	if !v.Applied.IsZero() || slices.ContainsFunc(v.Changes, putDown) {
		return g, true
	}
	after = data.Clone(g)
	err := after.ApplyVariation(v.ID, on, "")
	return after, err == nil
}
