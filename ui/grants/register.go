// Package grants is the section of the window for the money that the office gives: the register of grants, and the page of one.
package grants

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// Register is the list of grants with its search, filters and totals.
type Register struct {
	*record.List[data.GrantLine]
	source *source
}

var (
	_ desk.Finder = (*Register)(nil)
	_ desk.Maker  = (*Register)(nil)
)

// NewRegister is the register of all grants.
func NewRegister(d desk.Desk) *Register {
	r := &Register{source: newSource(d)}
	r.List = record.NewListOf(d, record.ListKind[data.GrantLine]{
		Section:  desk.Grants,
		Name:     "grants",
		Singular: lang.L("grant"),
		Plural:   lang.L("grants"),
		Counted:  lang.Counted{One: "{n} grant", Other: "{n} grants"},
		Hint:     lang.L("Search grants by name, recipient, theme or reference"),
		Sort:     data.Sort{Field: "title"},
		Columns:  columns(),
		Fresh:    fresh,
		Open:     func(d desk.Desk, l data.GrantLine) desk.Page { return NewPage(d, l.Grant) },
		Totals:   sums,
		Steps:    bulkSteps(),
	}, r.source, func(l data.GrantLine) data.Record { return l.Grant })
	return r
}

func columns() []record.ListColumn[data.GrantLine] {
	shape := []struct {
		key          string
		share, least float32
	}{{"title", 5, 150}, {"recipient", 4, 130}, {"year", 1, 122}, {"amount", 2, 96}, {"funds", 4, 90}, {"status", 1, 84}}
	columns := make([]record.ListColumn[data.GrantLine], 0, len(shape))
	for _, s := range shape {
		f, _ := data.GrantField(s.key)
		f.Heading = lang.L(f.Heading)
		columns = append(columns, record.ListColumn[data.GrantLine]{Field: f, Share: s.share, Least: s.least})
	}
	return columns
}

// fresh is a new grant, with an award for this year.
func fresh(d desk.Desk) data.GrantLine {
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Instrument: data.InstrumentGrant, Status: data.Proposed}
	g.Awards = []data.Award{{ID: data.NewRowID(), FinancialYear: data.FinancialYearOf(d.Today())}}
	return data.GrantLine{Grant: g}
}

// sums are what grants add up to, and to how many they go.
func sums(_ *data.Register, rows widgets.Rows[data.GrantLine]) []string {
	sums := sumsOf(rows)
	words := []string{sums.Given.String(), lang.N(sums.Recipients, "{n} recipient", "{n} recipients")}
	if sums.NotGiven.Pence != 0 {
		words = append(words, lang.F("%s not awarded", sums.NotGiven))
	}
	return words
}

func sumsOf(rows widgets.Rows[data.GrantLine]) data.GrantSums {
	if view, ok := rows.(*data.GrantView); ok {
		return view.Sums()
	}
	lines := make([]data.GrantLine, rows.Len())
	for i := range lines {
		lines[i] = rows.At(i)
	}
	return data.SumOfGrants(lines)
}

// Narrow shows what a query asks for, until the filters are cleared.
func (r *Register) Narrow(q data.Query) {
	r.source.narrow(q)
	r.List.Narrow(q.Text)
}
