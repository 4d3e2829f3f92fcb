// Package funds is the section of the window for money coming in: what was bid for and won, what the awards in the register promise
// from it, and what is left.
package funds

import (
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// NewRegister is the funds, and the rounds in which their money is given.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewLeaves(
		desk.Funds,
		record.Leaf{Title: lang.L("Funds"), Page: newFunds(d)},
		record.Leaf{Title: lang.L("Grant rounds"), Page: newRounds(d)},
	)
}

// newFunds is the list of all funds, the one that runs out first at the top.
func newFunds(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.Fund]{
		Section:  desk.Funds,
		Name:     "funds",
		Singular: lang.L("fund"),
		Plural:   lang.L("funds"),
		Counted:  lang.Counted{One: "{n} fund", Other: "{n} funds"},
		Sort:     data.Sort{Field: "spend_by"},
		Columns:  columns(d),
		Words: func(reg *data.Register, f *data.Fund) string {
			return reg.NameOf(f.Funder) + "\n" + lang.L(f.Status.Label()) + "\n" + f.Conditions + "\n" + f.MatchRequired
		},
		Fresh: func(desk.Desk) *data.Fund {
			return &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Status: data.Considering}
		},
		Open:   NewPage,
		Years:  years,
		Totals: func(reg *data.Register, rows widgets.Rows[*data.Fund]) []string { return totals(reg, rows, d.Today()) },
		Steps: []record.BulkStep[*data.Fund]{
			step("submit", lang.L("Submit"), data.BidSubmitted,
				lang.Counted{One: "{n} fund will be bid for as of %s.", Other: "{n} funds will be bid for as of %s."},
				lang.Counted{One: "{n} fund bid for.", Other: "{n} funds bid for."}),
			step("won", lang.L("Won"), data.Won,
				lang.Counted{One: "{n} fund will be won as of %s.", Other: "{n} funds will be won as of %s."},
				lang.Counted{One: "{n} fund won.", Other: "{n} funds won."}),
			step("lost", lang.L("Lost"), data.Lost,
				lang.Counted{One: "{n} fund will be lost as of %s.", Other: "{n} funds will be lost as of %s."},
				lang.Counted{One: "{n} fund lost.", Other: "{n} funds lost."}),
			step("withdraw", lang.L("Withdraw"), data.BidWithdrawn,
				lang.Counted{One: "The bid for {n} fund will be withdrawn as of %s.", Other: "The bids for {n} funds will be withdrawn as of %s."},
				lang.Counted{One: "The bid for {n} fund withdrawn.", Other: "The bids for {n} funds withdrawn."}),
		},
	})
}

func step(key, label string, to data.FundStatus, will, did lang.Counted) record.BulkStep[*data.Fund] {
	return record.StageStep(record.StageWords{
		Key: key, Label: label, To: string(to), Will: will, Did: did,
	}, record.Itself[*data.Fund])
}

// years are the financial years that a fund brings money in for, or that awards from it are for.
func years(reg *data.Register, f *data.Fund) []data.FinancialYear {
	var years []data.FinancialYear
	for _, y := range reg.Balance(f).Years {
		years = append(years, y.Year)
	}
	return years
}

// totals are what funds bring in, and what has become of that. A bid brings nothing in. What is left of funds that can no longer be spent
// stands apart. What one looks for stands first: a narrow window has no room for all of it.
func totals(reg *data.Register, rows widgets.Rows[*data.Fund], today data.Date) []string {
	var all, past data.Balance
	for i := range rows.Len() {
		f := rows.At(i)
		b := reg.Balance(f)
		all.Allocated, all.Committed, all.Paid = all.Allocated.Add(b.Allocated), all.Committed.Add(b.Committed), all.Paid.Add(b.Paid)
		if f.Status == data.Won && f.SpendByHasPassed(today) {
			past.Left = past.Left.Add(b.Left)
		} else {
			all.Left = all.Left.Add(b.Left)
		}
	}
	said := []string{lang.F("%s allocated", all.Allocated)}
	switch {
	case all.Left.Pence < 0:
		said = append(said, left(all))
	case past.Left.Pence != 0:
		said = append(said, lang.F("%s left to spend", all.Left))
	default:
		said = append(said, lang.F("%s left", all.Left))
	}
	switch {
	case past.Left.Pence > 0:
		said = append(said, lang.F("%s left past the last day", past.Left))
	case past.Left.Pence < 0:
		said = append(said, lang.F("over by %s past the last day", past.Over()))
	}
	return append(said, lang.F("%s committed", all.Committed), lang.F("%s paid", all.Paid))
}

func columns(d desk.Desk) []record.ListColumn[*data.Fund] {
	funder := record.Column("funder", lang.L("Funder"), 3, 90, (*data.Fund).Label)
	funder.Text = func(reg *data.Register, f *data.Fund) string { return reg.NameOf(f.Funder) }
	status := record.Column("status", lang.L("Status"), 1, 92, func(f *data.Fund) string { return lang.L(f.Status.Label()) })
	status.Rank = func(_ *data.Register, f *data.Fund) float64 {
		return float64(slices.Index(data.FundStatuses(), f.Status))
	}
	return []record.ListColumn[*data.Fund]{
		record.Column("programme", lang.L("Programme"), 7, 140, (*data.Fund).Label),
		funder.Filtered().SetAside(),
		status.Filtered(),
		figures("allocation", lang.L("Allocation"), 96, func(_ *data.Register, f *data.Fund) (string, int64) {
			return printed(f.Allocation), f.Allocation.Pence
		}),
		figures("committed", lang.L("Committed"), 96, func(reg *data.Register, f *data.Fund) (string, int64) {
			b := reg.Balance(f)
			return printed(b.Committed), b.Committed.Pence
		}),
		figures("paid", lang.L("Paid"), 96, func(reg *data.Register, f *data.Fund) (string, int64) {
			b := reg.Balance(f)
			return printed(b.Paid), b.Paid.Pence
		}),
		figures("left", lang.L("Left"), 100, func(reg *data.Register, f *data.Fund) (string, int64) {
			b := reg.Balance(f)
			if f.Status != data.Won && b.Committed.IsZero() {
				return "", 0 // a bid has nothing to be left
			}
			return left(b), b.Left.Pence
		}),
		spendBy(d.Today()),
	}
}

// spendBy is the last day of a fund and how far off it is; in its order stands first what runs out first.
func spendBy(today data.Date) record.ListColumn[*data.Fund] {
	column := record.Column("spend_by", lang.L("To be spent by"), 2, 166, func(f *data.Fund) string { return f.SpendByWords(today) })
	column.Rank = func(_ *data.Register, f *data.Fund) float64 { return f.RunsOut(today) }
	return column
}

func figures(key, heading string, least float32, amount func(*data.Register, *data.Fund) (string, int64)) record.ListColumn[*data.Fund] {
	return record.ListColumn[*data.Fund]{
		Field: data.Field[*data.Fund]{
			Key: key, Heading: heading, Figures: true,
			Text: func(reg *data.Register, f *data.Fund) string {
				text, _ := amount(reg, f)
				return text
			},
			Rank: func(reg *data.Register, f *data.Fund) float64 {
				_, pence := amount(reg, f)
				return float64(pence)
			},
		},
		Share: 1, Least: least,
	}
}

// left is what is left of a fund, in words where it is less than nothing: a minus sign is overlooked.
func left(b data.Balance) string {
	if b.Left.Pence < 0 {
		return lang.F("over by %s", b.Over().String())
	}
	return b.Left.String()
}

// printed is an amount, or nothing where nothing has been put down.
func printed(m data.Money) string {
	if m.IsZero() {
		return ""
	}
	return m.String()
}
