package funds

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// newRounds is the list of the grant rounds and schemes that recipients apply to.
func newRounds(d desk.Desk) desk.Page {
	awarded := (*data.Register).AwardedBy
	return record.NewList(d, record.ListKind[*data.Programme]{
		Section:  desk.Funds,
		Name:     "rounds",
		Singular: lang.L("grant round"),
		Plural:   lang.L("grant rounds"),
		Counted:  lang.Counted{One: "{n} grant round", Other: "{n} grant rounds"},
		Sort:     data.Sort{Field: "closes", Descending: true},
		Columns: []record.ListColumn[*data.Programme]{
			record.Column("title", lang.L("Title"), 5, 170, (*data.Programme).Label),
			roundYear(),
			amountColumn("budget", lang.L("Budget"), func(_ *data.Register, p *data.Programme) data.Money { return p.Budget }),
			amountColumn("awarded", lang.L("Awarded"), awarded),
			amountColumn("largest_award", lang.L("Largest award"), func(_ *data.Register, p *data.Programme) data.Money { return p.LargestAward }),
			record.DateColumn("opens", lang.L("Opens"), 1, 96, func(p *data.Programme) data.Date { return p.Opens }),
			record.DateColumn("closes", lang.L("Closes"), 1, 96, func(p *data.Programme) data.Date { return p.Closes }),
		},
		Words: func(_ *data.Register, p *data.Programme) string { return p.Purpose },
		Fresh: func(d desk.Desk) *data.Programme {
			return &data.Programme{Stamp: data.Stamp{ID: data.NewID()}, FinancialYear: data.FinancialYearOf(d.Today())}
		},
		Open: NewRoundPage,
	})
}

func roundYear() record.ListColumn[*data.Programme] {
	year := record.Column("financial_year", lang.L("Year"), 1, 80, (*data.Programme).Label)
	year.Text = func(reg *data.Register, p *data.Programme) string {
		if p.FinancialYear == 0 {
			return ""
		}
		return reg.Details().Year(p.FinancialYear)
	}
	year.Rank = func(_ *data.Register, p *data.Programme) float64 { return float64(p.FinancialYear) }
	return year.Filtered()
}

func amountColumn(key, heading string, amount func(*data.Register, *data.Programme) data.Money) record.ListColumn[*data.Programme] {
	return record.ListColumn[*data.Programme]{
		Field: data.Field[*data.Programme]{
			Key: key, Heading: heading, Figures: true,
			Text: func(reg *data.Register, p *data.Programme) string { return printed(amount(reg, p)) },
			Rank: func(reg *data.Register, p *data.Programme) float64 { return float64(amount(reg, p).Pence) },
		},
		Share: 1, Least: 104,
	}
}

// NewRoundPage is the page of one grant round.
func NewRoundPage(d desk.Desk, p *data.Programme) desk.Page {
	var r *round
	return record.New(d, record.Kind[*data.Programme]{
		Section: desk.Funds,
		Name:    "round",
		Heading: func(p *data.Programme) string {
			if p.Title == "" {
				return lang.L("New grant round")
			}
			return p.Title
		},
		Tabs: func(p *record.Page[*data.Programme]) []record.Tab {
			r = newRound(p)
			return []record.Tab{
				{Title: lang.L("Grant round"), Content: r.form},
				{Title: lang.L("Grants"), Content: r.grants.Content},
				p.Files(),
				p.History(),
			}
		},
		Refreshed: func(*record.Page[*data.Programme]) { r.refresh() },
		Around:    func(*record.Page[*data.Programme]) { r.refresh() },
	}, p)
}

// round is the leaves of a grant round: what it is, and the grants that were asked for in it.
type round struct {
	page   *record.Page[*data.Programme]
	stands *widget.Label
	grants *record.Beside[*data.Grant]
	form   fyne.CanvasObject
}

func newRound(p *record.Page[*data.Programme]) *round {
	r := &round{page: p, stands: widgets.Note("")}
	f, programme, today := p.Form, p.Record, p.Desk.Today()
	r.form = record.Sheet(
		f.Text("title", lang.L("Title"), "", &programme.Title),
		widgets.Columns(
			f.Year("financial_year", lang.L("Financial year"), p.Desk.Office().Register().Details(), &programme.FinancialYear),
			f.Money("budget", lang.L("Budget"), "", &programme.Budget),
			f.Money("largest_award", lang.L("Largest award"), lang.L("to one applicant"), &programme.LargestAward),
		),
		r.stands,
		widgets.Columns(
			f.Date("opens", lang.L("Opens"), "", today, &programme.Opens),
			f.Date("closes", lang.L("Closes"), "", today, &programme.Closes),
		),
		f.Lines("purpose", lang.L("What it is for"), lang.L("and what comes first; a dash begins a bullet"), 6, &programme.Purpose),
	)
	r.grants = record.NewBeside("round.grants", r.columns(), nil, func(g *data.Grant) { p.Desk.Open(grants.NewPage(p.Desk, g)) })
	r.refresh()
	return r
}

func (r *round) columns() []record.BesideColumn[*data.Grant] {
	reg := r.page.Desk.Office().Register()
	column := record.NewBesideColumn[*data.Grant]
	amount := column("amount", lang.L("Amount"), 1, 110, func(g *data.Grant) string { return g.Total().String() })
	amount.Figures, amount.Rank = true, func(g *data.Grant) float64 { return float64(g.Total().Pence) }
	return []record.BesideColumn[*data.Grant]{
		column("title", lang.L("Name of grant"), 5, 150, func(g *data.Grant) string { return g.Title }),
		column("recipient", lang.L("Recipient"), 4, 130, func(g *data.Grant) string { return reg.NameOf(g.Recipient) }),
		amount,
		column("status", lang.L("Status"), 1, 90, func(g *data.Grant) string { return lang.L(g.Status.Label()) }),
	}
}

// refresh says how the budget stands, and lists the grants of the round.
func (r *round) refresh() {
	reg, p := r.page.Desk.Office().Register(), r.page.Record
	var asked []*data.Grant
	for _, g := range data.All[*data.Grant](reg) {
		if g.Programme == p.ID {
			asked = append(asked, g)
		}
	}
	foot := lang.L("No grant names this round. Choose it on the page of a grant, under “Grant round”.")
	if len(asked) > 0 {
		foot = lang.L("Grants that are proposed, declined or withdrawn are listed too; they take nothing of the budget.")
	}
	r.grants.Show(asked, foot)
	say(r.stands, budgetStands(p.Budget, reg.AwardedBy(p)))
}

// budgetStands is how much of a round's budget its grants take.
func budgetStands(budget, awarded data.Money) string {
	switch left := budget.Pence - awarded.Pence; {
	case budget.IsZero():
		return lang.F("Grants of this round take %s.", awarded)
	case left < 0:
		return lang.F("Grants of this round take %s: %s more than its budget.", awarded, data.Money{Pence: -left})
	default:
		return lang.F("Grants of this round take %s; %s of its budget is left.", awarded, data.Money{Pence: left})
	}
}
