package reports

import (
	"slices"

	"almoner/data"
	"almoner/reports/document"
)

var fundPaper = Paper{
	Name: "fund", Title: "Fund statement", Of: data.KindFund,
	Make: makes(FundStatement),
}

// FundStatement is how the money of a fund stands: what came in, what was promised to whom, what was paid, what is left, by year.
func FundStatement(s Setting, f *data.Fund) document.Document {
	reg, office := s.Register, s.Register.Details()
	w := wording{office: office, values: map[string]string{"fund": f.Programme, "today": s.Today.Long()}}
	doc := newPaper(office, f.Programme+": "+w.plain("fund_kind"), w.plain("fund_kind"), f.Programme+" · "+s.Today.String())
	doc.Dated = s.Today.Time()
	var part document.Part
	part.Add(document.Heading{Level: 1, Text: document.Text(f.Programme)})
	part.Add(w.blocks("fund_opening")...)
	balance := reg.Balance(f)
	part.Add(fields(
		field(w.plain("fund_funder"), reg.NameOf(f.Funder)),
		field(w.plain("fund_reference"), string(f.FunderReference)),
		field(w.plain("fund_status"), f.Status.Label()),
		field(w.plain("fund_bid"), sumWords(f.BidAmount)),
		field(w.plain("fund_bid_date"), f.BidDate.Long()),
		field(w.plain("fund_spend_by"), f.SpendBy.Long()),
		field(w.plain("fund_original_spend_by"), f.OriginalSpendBy.Long()),
		field(w.plain("fund_match"), f.MatchRequired),
		field(w.plain("fund_return_due"), f.ReturnDue.Long()),
	))
	part.Add(headed(2, w.plain("fund_conditions"), document.Markdown(f.Conditions, 3)...)...)
	if f.Status != data.Won {
		part.Add(w.blocks("fund_not_won")...)
	} else {
		part.Add(headed(2, w.plain("fund_stands"), fundSums(w, balance)...)...)
	}
	part.Add(bullets(balance.Warnings(f))...)
	part.Add(headed(2, w.plain("fund_years"), fundYears(w, office, balance)...)...)
	part.Add(headed(2, w.plain("fund_grants"), fundShares(w, reg, balance)...)...)
	doc.Parts = []document.Part{part}
	return doc
}

func sumWords(m data.Money) string {
	if m.IsZero() {
		return ""
	}
	return m.String()
}

// fundSums are the four figures that a fund is judged by, as a table and as bars.
func fundSums(w wording, b data.Balance) []document.Block {
	t := w.table(w.plain("fund_stands"), "fund_what", "grant_amount>")
	chart := &document.Chart{}
	for _, row := range []struct {
		name string
		sum  data.Money
	}{{"fund_allocated", b.Allocated}, {"fund_committed", b.Committed}, {"fund_paid", b.Paid}, {"fund_left", b.Left}} {
		addRow(&t, document.TextCell(w.plain(row.name)), sumCell(row.sum))
		chart.Rows = append(chart.Rows, document.ChartRow{Label: w.plain(row.name), Bars: []document.Bar{{Length: float64(row.sum.Pence), Text: row.sum.String()}}})
	}
	return []document.Block{t, document.Figure{Alt: w.chart(w.plain("fund_stands"), chart), Chart: chart}}
}

// fundYears is the money year by year. What was allocated to a year and is left of that is told only of a fund that was parted by years.
func fundYears(w wording, office *data.OfficeDetails, b data.Balance) []document.Block {
	parted := slices.ContainsFunc(b.Years, func(y data.YearBalance) bool { return !y.Allocated.IsZero() })
	columns := []string{"grant_year", "fund_committed>", "fund_paid>"}
	if parted {
		columns = []string{"grant_year", "fund_allocated>", "fund_committed>", "fund_paid>", "fund_left>"}
	}
	t := w.table(w.plain("fund_years"), columns...)
	for _, y := range b.Years {
		row := []document.Cell{document.TextCell(office.Year(y.Year)), sumCell(y.Committed), sumCell(y.Paid)}
		if parted {
			row = slices.Insert(append(row, sumCell(y.Left)), 1, sumCell(y.Allocated))
		}
		addRow(&t, row...)
	}
	return filled(t)
}

// sumCell is a sum that was added up: no money is £0.
func sumCell(m data.Money) document.Cell { return document.MoneyCell(m.String(), m.Pence) }

// fundShares is what each award takes from the fund.
func fundShares(w wording, reg *data.Register, b data.Balance) []document.Block {
	t := w.table(w.plain("fund_grants"), "grant_recipient", "grant_title", "grant_year", "grant_amount>")
	for _, share := range b.Shares {
		addRow(&t, document.TextCell(reg.NameOf(share.Grant.Recipient)), document.TextCell(share.Grant.Title),
			document.TextCell(reg.Details().Year(share.Year)), moneyCell(share.Amount))
	}
	if len(b.Shares) > 1 {
		addTotal(&t, w.plain("grant_total"), map[int]data.Money{3: b.Committed})
	}
	return filled(t)
}
