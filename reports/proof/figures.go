package proof

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// narrative are the fields in which an office tells of its money in running text. What an applicant wrote is not among them, and neither is
// what a grant's own figures are kept in.
var narrative = regexp.MustCompile(`^(sections\[\d+\]\.body|recommendations|headline|body|quotations\[\d+\]\.words|questions\[\d+\]\.answer|appendices\[\d+\]\.introduction|purpose|services|conditions|reasons|variations\[\d+\]\.summary)$`)

// figures looks for amounts in the narrative that none of the records has to which the paper is bound.
func (r *reader) figures() {
	known := r.bound()
	if len(known) == 0 {
		return
	}
	printed := strings.Join(r.lines, "\n")
	for _, t := range r.texts {
		if !narrative.MatchString(t.Field) {
			continue
		}
		for _, a := range data.AmountsIn(t.Text) {
			said := t.Text[a.Start:a.End]
			if !strings.HasPrefix(said, "£") || !strings.Contains(printed, said) || known.have(said, a.Pence) {
				continue
			}
			near := known.nearest(a.Pence)
			r.sayAt(Figure, t.Field, "%s in “%s” is none of the amounts that the register has for this; the nearest is %s, %s.", said, r.named(t), data.Money{Pence: near.pence}, near.what)
		}
	}
}

// amount is one that a record has, with what it is, for the middle of a sentence.
type amount struct {
	pence int64
	what  string
}

type amounts []amount

// put adds an amount without its sign: words tell an overspend as “£1,200 too much”.
func (as *amounts) put(m data.Money, format string, args ...any) {
	if m.Pence != 0 {
		*as = append(*as, amount{abs(m.Pence), fmt.Sprintf(format, args...)})
	}
}

// have reports whether one of the amounts is what was said, as exactly as it was said: “£600k” is any that comes to that in thousands.
func (as amounts) have(said string, pence int64) bool {
	q := quantum(said)
	return slices.ContainsFunc(as, func(a amount) bool {
		return int64(math.Round(float64(a.pence)/float64(q)))*q == pence
	})
}

func (as amounts) nearest(pence int64) amount {
	return slices.MinFunc(as, func(a, b amount) int { return cmp.Compare(abs(a.pence-pence), abs(b.pence-pence)) })
}

func abs(n int64) int64 { return max(n, -n) }

var written = regexp.MustCompile(`(?i)^£\s?[\d,]+(?:\.(\d+))?\s?(k|m|million|thousand)?`)

// quantum is the unit in which an amount was written, in pence: a penny where it has pence, a pound where it has none, a thousand pounds
// where it ends in k.
func quantum(said string) int64 {
	m := written.FindStringSubmatch(said)
	if m == nil {
		return 1
	}
	unit := int64(100)
	switch strings.ToLower(m[2]) {
	case "k", "thousand":
		unit = 100_000
	case "m", "million":
		unit = 100_000_000
	}
	for range m[1] {
		unit /= 10
	}
	return max(unit, 1)
}

// bound are the amounts of the records that the paper tells of; none where it is bound to no record of money.
func (r *reader) bound() amounts {
	var as amounts
	switch rec := r.rec.(type) {
	case *data.Decision:
		rows := rec.AwardRows(r.reg)
		for _, row := range rows {
			as.put(row.Amount, "the award to %s for %s", row.Recipient, r.reg.Details().Year(row.FinancialYear))
		}
		as.put(data.AwardedTotal(rows), "all awards of this decision")
		as.put(rec.StatedTotal, "the total that the decision states")
		as.grants(r.reg, rec.Grants)
		as.funds(r.reg, rec.Funds)
	case *data.Grant:
		as.grant(r.reg, rec)
	case *data.FOIRequest:
		as.tables(r.reg, rec)
	case *data.NewsRelease:
		as.grants(r.reg, rec.About)
		as.funds(r.reg, rec.About)
		as.given(r.reg, rec.About)
	case *data.Specification:
		for _, g := range data.All[*data.Grant](r.reg) {
			if g.Specification == rec.ID {
				as.grant(r.reg, g)
			}
		}
	}
	return as
}

func (as *amounts) grants(reg *data.Register, ids []data.ID) {
	var all data.Money
	for _, id := range ids {
		if g, ok := data.Get[*data.Grant](reg, id); ok {
			as.grant(reg, g)
			all = all.Add(g.Total())
		}
	}
	as.put(all, "all of the grants together")
}

func (as *amounts) grant(reg *data.Register, g *data.Grant) {
	for _, a := range g.Awards {
		as.put(a.Amount, "the award of “%s” for %s", g.Title, reg.Details().Year(a.FinancialYear))
		for _, f := range a.Funds {
			as.put(f.Amount, "what a fund pays of “%s”", g.Title)
		}
	}
	as.put(g.Total(), "the whole of “%s”", g.Title)
	as.put(g.StatedTotal, "the total that a paper states for “%s”", g.Title)
	for _, m := range g.MatchFunding {
		as.put(m.Amount, "match funding of “%s”", g.Title)
	}
	for _, p := range g.Payments {
		as.put(p.Amount, "a payment of “%s”", g.Title)
	}
	as.put(g.Paid(), "what was paid of “%s”", g.Title)
	for _, v := range g.Variations {
		for _, c := range v.Changes {
			as.put(c.WasAmount, "what “%s” was before a variation", g.Title)
			as.put(c.Amount, "what a variation of “%s” says", g.Title)
			as.put(data.Money{Pence: c.Amount.Pence - c.WasAmount.Pence}, "what a variation of “%s” changes", g.Title)
		}
	}
}

func (as *amounts) funds(reg *data.Register, ids []data.ID) {
	for _, id := range ids {
		f, ok := data.Get[*data.Fund](reg, id)
		if !ok {
			continue
		}
		b := reg.Balance(f)
		as.put(f.Allocated(), "the allocation of “%s”", f.Label())
		as.put(f.BidAmount, "the bid for “%s”", f.Label())
		for _, a := range f.Allocations {
			as.put(a.Amount, "the allocation of “%s” for %s", f.Label(), reg.Details().Year(a.FinancialYear))
		}
		as.put(b.Committed, "what “%s” has promised", f.Label())
		as.put(b.Paid, "what “%s” has paid", f.Label())
		left := "what is left of “%s”"
		if b.Left.Pence < 0 {
			left = "what “%s” has promised too much"
		}
		as.put(b.Left, left, f.Label())
	}
}

// given are the grants of organisations.
func (as *amounts) given(reg *data.Register, organisations []data.ID) {
	for _, g := range data.All[*data.Grant](reg) {
		if slices.Contains(organisations, g.Recipient) {
			as.grant(reg, g)
		}
	}
}

// tables are the amounts of the tables of a reply, and their sums.
func (as *amounts) tables(reg *data.Register, request *data.FOIRequest) {
	for i := range request.Appendices {
		for k := range request.Appendices[i].Tables {
			t := &request.Appendices[i].Tables[k]
			if len(t.Columns) == 0 {
				continue
			}
			sums, all := make([]data.Money, len(t.Columns)), make([]data.Money, len(t.Columns))
			name := fmt.Sprintf("Appendix %d", request.Appendices[i].Number)
			for _, g := range t.Fill(reg, request) {
				clear(sums)
				for _, row := range g.Rows {
					for c, cell := range row.Cells[:min(len(row.Cells), len(sums))] {
						if m, err := data.ParseMoney(cell.Text); err == nil {
							as.put(m, "a cell of %s", name)
							sums[c], all[c] = sums[c].Add(m), all[c].Add(m)
						}
					}
				}
				for _, m := range sums {
					as.put(m, "the sum of %s in %s", g.Heading, name)
				}
			}
			for _, m := range all {
				as.put(m, "the sum of %s", name)
			}
		}
	}
}

// totals looks for sums that are stated and do not add up: in the tables of the paper, and in the record.
func (r *reader) totals(doc document.Document) {
	for _, t := range document.Tables(doc) {
		r.table(t)
	}
	switch rec := r.rec.(type) {
	case *data.Decision:
		if sum := data.AwardedTotal(rec.AwardRows(r.reg)); !rec.StatedTotal.IsZero() && sum.Pence != rec.StatedTotal.Pence {
			r.sayAt(Total, "stated_total", "The awards total %s, but the decision states %s.", sum, rec.StatedTotal)
		}
	case *data.Grant:
		if d := rec.StatedDifference(); d.Pence != 0 {
			r.sayAt(Total, "stated_total", "The awards total %s, but a paper states %s.", rec.Total(), rec.StatedTotal)
		}
	}
}

// table adds up the rows above each row of sums. Such a row sums what stands since the one before; one that does not is held against the
// whole table.
func (r *reader) table(t document.HeadedTable) {
	columns := len(t.Columns)
	part, whole := make([]int64, columns), make([]int64, columns)
	for _, g := range t.Groups {
		for _, row := range g.Rows {
			sums := row.Total || writtenTotal(row)
			for c, cell := range row.Cells[:min(len(row.Cells), columns)] {
				pence, ok := pence(cell)
				switch {
				case !ok:
				case !sums:
					part[c] += pence
					whole[c] += pence
				case pence != part[c] && pence != whole[c]:
					r.sumAt(t, c, pence, whole[c])
				}
			}
			if sums {
				clear(part)
			}
		}
	}
}

func (r *reader) sumAt(t document.HeadedTable, column int, stated, sum int64) {
	heading := squeezed(document.Plain(t.Columns[column].Heading))
	sentence := fmt.Sprintf("The rows of “%s” add up to %s, but its total says %s.", heading, data.Money{Pence: sum}, data.Money{Pence: stated})
	if t.Under != "" {
		sentence = fmt.Sprintf("Under “%s”: %s%s", t.Under, strings.ToLower(sentence[:1]), sentence[1:])
	}
	at, _ := r.where(data.Money{Pence: stated}.String())
	at.Sort, at.Sentence = Total, sentence
	r.add(at)
}

// writtenTotal reports whether a row is one of sums by its first words, as in a table that somebody typed.
func writtenTotal(row document.Row) bool {
	if len(row.Cells) == 0 || len(row.Cells[0].Paragraphs) == 0 {
		return false
	}
	first := strings.ToLower(squeezed(document.Plain(row.Cells[0].Paragraphs[0])))
	return slices.ContainsFunc([]string{"total", "sum", "together", "grand total", "overall"}, func(w string) bool {
		return first == w || strings.HasPrefix(first, w+" ") || strings.HasPrefix(first, w+":")
	})
}

// pence is the amount in a cell: by its value, or by its words where they are an amount and nothing else.
func pence(c document.Cell) (int64, bool) {
	if c.Value.Kind == document.Money {
		return c.Value.Pence, true
	}
	if len(c.Paragraphs) != 1 {
		return 0, false
	}
	words := squeezed(document.Plain(c.Paragraphs[0]))
	m, err := data.ParseMoney(words)
	return m.Pence, err == nil && strings.Contains(words, "£")
}
