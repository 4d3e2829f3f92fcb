package main

import "almoner/data"

// balanceRow is a fund's money in one financial year, or in all of them where the year is none, as other programs read it.
type balanceRow struct {
	Year      data.FinancialYear `json:"financial_year,omitzero"`
	Allocated data.Money         `json:"allocated"`
	Committed data.Money         `json:"committed"`
	Paid      data.Money         `json:"paid"`
	Left      data.Money         `json:"left"`
}

// balanceOf is how the money of a fund stands, in all and by year, with what is wrong with it; nothing for other records.
func balanceOf(reg *data.Register, rec data.Record) (rows []balanceRow, warnings []string) {
	f, ok := rec.(*data.Fund)
	if !ok {
		return nil, nil
	}
	b := reg.Balance(f)
	for _, y := range b.Years {
		rows = append(rows, balanceRow(y))
	}
	return append(rows, balanceRow{Allocated: b.Allocated, Committed: b.Committed, Paid: b.Paid, Left: b.Left}), b.Warnings(f)
}

// balance writes how the money of a fund stands.
func (p *page) balance(reg *data.Register, rec data.Record) {
	balances, warnings := balanceOf(reg, rec)
	if len(balances) == 0 {
		return
	}
	p.section("How its money stands")
	rows := make([][]data.FieldText, len(balances))
	for i, b := range balances {
		year := "In all"
		if b.Year != 0 {
			year = reg.Details().Year(b.Year)
		}
		money := func(key, label string, m data.Money) data.FieldText {
			return data.FieldText{Key: key, Label: label, Text: m.String(), Figures: true}
		}
		rows[i] = []data.FieldText{
			{Key: "year", Label: "Financial year", Text: year},
			money("allocated", "Allocated", b.Allocated), money("committed", "Committed", b.Committed), money("paid", "Paid", b.Paid), money("left", "Left", b.Left),
		}
	}
	p.table(indentStep, tableOf(rows))
	for _, w := range warnings {
		p.paragraph(indentStep, w)
	}
}

// differencesOf are what a paper that was issued says and the register says otherwise now, in sentences.
func differencesOf(reg *data.Register, rec data.Record) []string {
	var found []data.Difference
	switch r := rec.(type) {
	case *data.Decision:
		found = r.Differences(reg)
	case *data.FOIRequest:
		found = r.Differences(reg)
	}
	var said []string
	for _, d := range found {
		said = append(said, data.UpperInitial(d.String())+".")
	}
	return said
}
