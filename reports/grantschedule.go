package reports

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var grantPaper = Paper{
	Name: "grant", Title: "Grant schedule", Of: data.KindGrant,
	Make: makes(func(s Setting, g *data.Grant) document.Document { return GrantSchedule(s.Register, g) }),
}

// grantWriter writes what the office knows of a grant, for each paper that tells of one.
type grantWriter struct {
	reg    *data.Register
	office *data.OfficeDetails
	words  wording
	g      *data.Grant
}

func newGrantWriter(reg *data.Register, g *data.Grant) grantWriter {
	office := reg.Details()
	reference := string(g.Reference)
	return grantWriter{reg: reg, office: office, g: g, words: wording{office: office, values: map[string]string{
		"office": office.Name, "grant": g.Title, "recipient": reg.NameOf(g.Recipient), "reference": reference,
		"amount": g.Total().String(), "starts": g.PlannedStart.Long(), "ends": g.PlannedEnd.Long(),
	}}}
}

// label is the reference and the title, as the foot of a page says it.
func (w grantWriter) label() string {
	return strings.Join(nonEmpty(string(w.g.Reference), w.g.Title), " · ")
}

// GrantSchedule is one grant with everything that the register holds of it.
func GrantSchedule(reg *data.Register, g *data.Grant) document.Document {
	w := newGrantWriter(reg, g)
	doc := newPaper(w.office, g.Title+": "+w.words.plain("grant_kind"), w.words.plain("grant_kind"), w.label())
	doc.Dated = g.AwardDate.Time()
	var part document.Part
	part.Add(document.Heading{Level: 1, Text: document.Text(g.Title)})
	part.Add(w.schedule(2)...)
	doc.Parts = []document.Part{part}
	return doc
}

// schedule is all of the grant, its sections under headings of a level.
func (w grantWriter) schedule(level int) []document.Block {
	blocks := []document.Block{w.particulars()}
	add := func(name string, content ...document.Block) {
		blocks = append(blocks, headed(level, w.words.plain(name), content...)...)
	}
	add("grant_purpose", document.Markdown(w.g.Purpose, level+1)...)
	add("grant_services", document.Markdown(w.g.Services, level+1)...)
	add("grant_conditions", document.Markdown(w.g.Conditions, level+1)...)
	add("grant_reasons", document.Markdown(w.g.Reasons, level+1)...)
	add("grant_awards", w.awards()...)
	add("grant_match", w.match()...)
	add("grant_posts", w.posts()...)
	add("grant_payments", w.payments()...)
	add("grant_outcomes", w.outcomes()...)
	add("grant_variations", w.variations()...)
	add("grant_returns", w.returns()...)
	add("grant_answers", w.answers()...)
	add("grant_decisions", w.decisions()...)
	return blocks
}

func (w grantWriter) particulars() document.Block {
	g, reg := w.g, w.reg
	name := func(id data.ID) string {
		rec, ok := reg.Find(data.AnyKind, id)
		if !ok {
			return ""
		}
		return rec.Label()
	}
	delivered := reg.NameOf(g.DeliveredBy)
	return fields(
		field(w.words.plain("grant_reference"), strings.Join(references(g.Reference, g.Aliases), ", ")),
		field(w.words.plain("grant_recipient"), reg.NameOf(g.Recipient)),
		field(w.words.plain("grant_delivered_by"), delivered),
		field(w.words.plain("grant_instrument"), g.Instrument.Label()),
		field(w.words.plain("grant_programme"), name(g.Programme)),
		field(w.words.plain("grant_status"), g.Status.Label()),
		field(w.words.plain("grant_amount"), g.Total().String()),
		field(w.words.plain("grant_awarded_on"), g.AwardDate.Long()),
		field(w.words.plain("grant_period"), w.words.period(g.PlannedStart, g.PlannedEnd)),
		field(w.words.plain("grant_real_period"), w.words.period(g.ActualStart, g.ActualEnd)),
		field(w.words.plain("grant_themes"), strings.Join(g.Themes, ", ")),
		field(w.words.plain("grant_area"), g.Area),
		field(w.words.plain("grant_beneficiaries"), g.Beneficiaries),
		field(w.words.plain("grant_specification"), name(g.Specification)),
		field(w.words.plain("grant_continues"), name(g.ContinuationOf)),
	)
}

// references are a reference and the other spellings that it goes by.
func references(first data.Reference, others []data.Reference) []string {
	refs := nonEmpty(string(first))
	for _, r := range others {
		refs = append(refs, string(r))
	}
	return refs
}

// table is a table under headings from the wording; a heading that ends in ">" stands over figures.
func (w wording) table(name string, headings ...string) document.Table {
	t := document.Table{Name: name, Groups: []document.Group{{}}}
	for _, h := range headings {
		figures := strings.HasSuffix(h, ">")
		c := document.Column{Heading: document.Text(w.plain(strings.TrimSuffix(h, ">")))}
		if figures {
			c.Align = document.Right
		}
		t.Columns = append(t.Columns, c)
	}
	return t
}

func addRow(t *document.Table, cells ...document.Cell) {
	g := &t.Groups[len(t.Groups)-1]
	g.Rows = append(g.Rows, document.Row{Cells: cells})
}

// addTotal adds a row of sums; every cell but those is empty.
func addTotal(t *document.Table, words string, sums map[int]data.Money) {
	cells := make([]document.Cell, len(t.Columns))
	cells[0] = document.TextCell(words)
	for i, m := range sums {
		cells[i] = document.MoneyCell(m.String(), m.Pence)
	}
	g := &t.Groups[len(t.Groups)-1]
	g.Rows = append(g.Rows, document.Row{Cells: cells, Total: true})
}

// shortTable is how many rows a table may have that is not parted between two pages.
const shortTable = 8

// filled is a table that has rows; a short one stays on one page.
func filled(t document.Table) []document.Block {
	rows := 0
	for _, g := range t.Groups {
		rows += len(g.Rows)
	}
	if rows == 0 {
		return nil
	}
	if rows <= shortTable {
		return []document.Block{document.Together{Blocks: []document.Block{t}}}
	}
	return []document.Block{t}
}

func (w grantWriter) awards() []document.Block {
	t := w.words.table(w.words.plain("grant_awards"), "grant_year", "grant_funds", "grant_amount>")
	for _, a := range w.g.Awards {
		addRow(&t, document.TextCell(strings.Join(nonEmpty(w.office.Year(a.FinancialYear), a.Part), ", ")), document.TextCell(w.fundsOf(a)), moneyCell(a.Amount))
	}
	if len(w.g.Awards) > 1 {
		addTotal(&t, w.words.plain("grant_total"), map[int]data.Money{2: w.g.Total()})
	}
	return filled(t)
}

// fundsOf says which funds bear an award, with their parts where there are several.
func (w grantWriter) fundsOf(a data.Award) string {
	var lines []string
	for _, share := range a.Funds {
		f, ok := data.Get[*data.Fund](w.reg, share.Fund)
		if !ok {
			continue
		}
		line := f.Label()
		if len(a.Funds) > 1 || share.Amount.Pence != a.Amount.Pence {
			line += ": " + share.Amount.String()
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (w grantWriter) match() []document.Block {
	t := w.words.table(w.words.plain("grant_match"), "grant_contributor", "grant_buys", "grant_amount>")
	for _, m := range w.g.MatchFunding {
		buys := m.What
		if m.InKind {
			buys = strings.Join(nonEmpty(buys, w.words.plain("grant_in_kind")), ", ")
		}
		addRow(&t, document.TextCell(w.reg.NameOf(m.Contributor)), document.TextCell(buys), moneyCell(m.Amount))
	}
	return filled(t)
}

func (w grantWriter) posts() []document.Block {
	t := w.words.table(w.words.plain("grant_posts"), "grant_post", "grant_fte>", "grant_base")
	for _, p := range w.g.Posts {
		addRow(&t, document.TextCell(p.Title), decimalCell(&p.FTE), document.TextCell(p.Base))
	}
	return filled(t)
}

func (w grantWriter) payments() []document.Block {
	t := w.words.table(w.words.plain("grant_payments"), "grant_due", "grant_paid_on", "grant_payment_reference", "grant_amount>")
	var due data.Money
	for _, p := range w.g.Payments {
		paid := dayCell(p.PaidOn)
		if p.PaidOn.IsZero() {
			paid = document.TextCell(w.words.plain("grant_unpaid"))
		}
		addRow(&t, dayCell(p.Due), paid, document.TextCell(string(p.Reference)), moneyCell(p.Amount))
		due = due.Add(p.Amount)
	}
	if len(w.g.Payments) > 1 {
		addTotal(&t, w.words.plain("grant_total"), map[int]data.Money{3: due})
	}
	blocks := filled(t)
	if len(blocks) > 0 {
		left := data.Money{Pence: w.g.Total().Pence - w.g.Paid().Pence}
		blocks = append(blocks, fields(field(w.words.plain("grant_paid"), w.g.Paid().String()), field(w.words.plain("grant_left"), left.String())))
	}
	return blocks
}

func (w grantWriter) outcomes() []document.Block {
	t := w.words.table(w.words.plain("grant_outcomes"), "grant_measure", "grant_achieved", "grant_theme")
	for _, o := range w.g.Outcomes {
		addRow(&t, document.TextCell(o.Measure), document.TextCell(o.Achieved), document.TextCell(o.Theme))
	}
	return filled(t)
}

// variations tells of each variation: when, what for, on whose decision, and each term before and after.
func (w grantWriter) variations() []document.Block {
	t := w.words.table(w.words.plain("grant_variations"), "grant_number", "grant_kind_of_variation", "grant_effective", "grant_what_changed", "grant_decision")
	for i := range w.g.Variations {
		v := &w.g.Variations[i]
		lines := nonEmpty(v.Summary)
		if v.Applied.IsZero() {
			lines = append(lines, w.words.plain("grant_not_applied"))
		}
		for _, c := range v.Changes {
			name, before, after := w.change(v, c)
			lines = append(lines, fmt.Sprintf("%s: %s → %s", name, before, after))
		}
		decision := ""
		if d, ok := data.Get[*data.Decision](w.reg, v.Decision); ok {
			decision = string(d.Reference)
		}
		addRow(&t, document.NumberCell(fmt.Sprint(v.Number), float64(v.Number)), document.TextCell(v.Kind.Label()), dayCell(v.Effective),
			document.TextCell(strings.Join(lines, "\n")), document.TextCell(decision))
	}
	return filled(t)
}

// change is what a variation changes, what it was and what it is to be, in words; that it is not put down yet where nobody has said it.
func (w grantWriter) change(v *data.Variation, c data.VariationChange) (name, before, after string) {
	name, before, after = w.term(w.g.WithBefore(v, c))
	if v.Waits(c) {
		return name, w.words.orNone(c.Term, before), w.words.plain("grant_not_said")
	}
	return name, w.words.orNone(c.Term, before), w.words.orNone(c.Term, after)
}

// orNone are the words of a term, or what is said of a grant that has none of it: what nobody else delivers, the recipient does.
func (w wording) orNone(term data.VariedTerm, words string) string {
	if term == data.VariedDeliveredBy {
		return orWords(words, w.plain("several_recipient_itself"))
	}
	return orWords(words, w.plain("several_nothing"))
}

// term is what a term is called, what it was and what it is, in words.
func (w grantWriter) term(c data.VariationChange) (name, before, after string) {
	name, before, after = w.reg.VariedWords(c)
	if c.Term.Holds() == data.HoldsWords {
		before, after = plainWords(before), plainWords(after)
	}
	return name, before, after
}

func (w grantWriter) returns() []document.Block {
	t := w.words.table(w.words.plain("grant_returns"), "grant_return_period", "grant_due", "grant_received", "grant_return_status", "grant_rag")
	for _, m := range returnsOf(w.reg, w.g.ID) {
		addRow(&t, document.TextCell(m.Label()), dayCell(m.Due), dayCell(m.Received), document.TextCell(m.Status.Label()), document.TextCell(m.RAG.Label()))
	}
	return filled(t)
}

func (w grantWriter) answers() []document.Block {
	var rows []document.Field
	for _, a := range w.g.Answers {
		if q, ok := data.Get[*data.Question](w.reg, a.Question); ok {
			answer := a.String()
			if !a.AsAt.IsZero() {
				answer += " (" + a.AsAt.Long() + ")"
			}
			rows = append(rows, field(q.Wording, answer))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []document.Block{fields(rows...)}
}

// decisions are those that name the grant, each as a line.
func (w grantWriter) decisions() []document.Block {
	var lines []string
	for _, d := range decisionsOf(w.reg, w.g) {
		line := d.Label()
		if !d.DecidedOn.IsZero() {
			line += ", " + d.DecidedOn.Long()
		}
		lines = append(lines, line)
	}
	return bullets(lines)
}
