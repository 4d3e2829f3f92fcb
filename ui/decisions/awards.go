package decisions

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// awards is the leaf that says what a decision is about: its grants and funds, the table of awards that comes of them, and the other
// decisions that it belongs to.
type awards struct {
	page    *page
	table   *record.Beside[data.DecidedAward]
	links   *record.Rows[data.DecisionLink]
	content fyne.CanvasObject
}

func newAwards(p *page) *awards {
	a := &awards{page: p}
	a.table = record.NewBeside("decision.awards", a.columns(), nil, a.open)
	split := container.NewVSplit(a.form(), a.table.Content)
	split.Offset = formShare
	a.content = split
	a.refresh()
	return a
}

// formShare is how much of the height the fields have above the table.
const formShare = 0.55

func (a *awards) form() fyne.CanvasObject {
	f, d := a.page.Form, a.page.Record
	grants := record.PickOf(a.page.Desk, lang.L("Add a grant"), func(*data.Grant) bool { return true }, a.grantLabel)
	return record.Sheet(
		record.NewChosen(f, a.page.Touch, record.ChosenOf{Key: "grants", Label: lang.L("Grants"), List: &d.Grants, Picker: grants, Open: a.openGrant}),
		registering(a.page),
		widgets.Columns(
			record.NewChosen(f, a.page.Touch, record.ChosenOf{
				Key: "funds", Label: lang.L("Only what these funds pay"), List: &d.Funds, Picker: record.PickFund(a.page.Desk, lang.L("Add a fund"), record.AnyFund), Open: a.openFund,
			}),
			f.Money("stated_total", lang.L("Total that the paper states"), lang.L("compared with the rows"), &d.StatedTotal),
		),
		widgets.Section(lang.L("Other decisions"), a.linkRows()),
	)
}

func (a *awards) grantLabel(g *data.Grant) string {
	if name := a.page.Desk.Office().Register().NameOf(g.Recipient); name != "" {
		return g.Title + " – " + name
	}
	return g.Title
}

func (a *awards) linkRows() fyne.CanvasObject {
	a.links = record.NewRows(a.page.Form, a.page.Touch, record.RowsOf[data.DecisionLink]{
		Key: "links", List: &a.page.Record.Links, Add: lang.L("Add a decision"),
		Fresh: func([]data.DecisionLink) data.DecisionLink {
			return data.DecisionLink{ID: data.NewRowID(), Relation: data.ReadWith}
		},
		Row: a.linkRow,
	})
	return a.links.Content
}

// linkRow is one other decision: one that the office holds, whose reference it then bears, or one that only a paper names.
func (a *awards) linkRow(at string, l *data.DecisionLink) fyne.CanvasObject {
	f := a.page.Form
	others := func(d *data.Decision) bool { return d.ID != a.page.Record.ID }
	pick := record.PickOf(a.page.Desk, lang.L("Not in this office"), others, (*data.Decision).Label)
	row := widgets.Columns(
		widgets.Choose(f, at+"relation", lang.L("Relation"), data.Relations(), &l.Relation),
		f.Pick(at+"decision", lang.L("Decision"), "", pick, &l.Decision),
		f.Reference(at+"reference", lang.L("Reference as printed"), "", &l.Reference),
	)
	pick.OnChosen = func(id data.ID) { a.link(l, id) }
	return row
}

func (a *awards) link(l *data.DecisionLink, id data.ID) {
	l.Decision = id
	if other, ok := data.Get[*data.Decision](a.page.Desk.Office().Register(), id); ok {
		l.Reference = other.Reference
	}
	a.links.Build()
	a.page.Touch()
}

func (a *awards) openGrant(id data.ID) { a.page.Desk.OpenRecord(data.KindGrant, id, "") }
func (a *awards) openFund(id data.ID)  { a.page.Desk.OpenRecord(data.KindFund, id, "") }

func (a *awards) open(row data.DecidedAward) { a.openGrant(row.Grant) }

func (a *awards) columns() []record.BesideColumn[data.DecidedAward] {
	reg := a.page.Desk.Office().Register()
	column := record.NewBesideColumn[data.DecidedAward]
	amount := column("amount", lang.L("Award"), 1, 96, func(r data.DecidedAward) string { return r.Amount.String() })
	amount.Figures, amount.Rank = true, func(r data.DecidedAward) float64 { return float64(r.Amount.Pence) }
	return []record.BesideColumn[data.DecidedAward]{
		column("recipient", lang.L("Recipient"), 4, 110, func(r data.DecidedAward) string { return r.Recipient }),
		column("title", lang.L("Name of grant"), 4, 110, func(r data.DecidedAward) string { return r.Title }),
		column("financial_year", lang.L("Year"), 1, 76, func(r data.DecidedAward) string { return yearOf(reg, r) }),
		amount,
	}
}

func yearOf(reg *data.Register, r data.DecidedAward) string {
	year := reg.Details().Year(r.FinancialYear)
	if r.Part != "" {
		return year + ", " + r.Part
	}
	return year
}

// refresh lists the awards as they are printed: as the register stands or, of a decision that was signed, as it was signed.
func (a *awards) refresh() {
	if a == nil {
		return
	}
	reg := a.page.Desk.Office().Register()
	rows := a.page.Record.AwardRows(reg)
	a.table.Show(rows, says(a.page.Record, reg, rows))
}

// mostDifferences is how many differences are listed; the rest is counted.
const mostDifferences = 4

// says is what the rows add up to, how far the paper states otherwise, and what the register says otherwise since.
func says(d *data.Decision, reg *data.Register, rows []data.DecidedAward) string {
	words := lang.L("No awards: choose the grants that it decides on.")
	if d.Settled() != "" {
		words = lang.L("It was issued without a table of awards.")
	}
	if len(rows) > 0 {
		words = lang.F("The awards total %s.", data.AwardedTotal(rows))
	}
	if !d.StatedTotal.IsZero() {
		words += " " + stated(d.StatedTotal, data.AwardedTotal(rows))
	}
	differences := d.Differences(reg)
	if len(differences) == 0 || len(rows) == 0 { // what printed no awards says nothing that could differ
		return words
	}
	words += "\n" + lang.F("The register has changed since. %s.", differences[0])
	for _, other := range differences[1:min(len(differences), mostDifferences)] {
		words += "\n" + other.String() + "."
	}
	if more := len(differences) - mostDifferences; more > 0 {
		words += "\n" + lang.N(more, "And {n} more.", "And {n} more.")
	}
	return words
}

// stated compares the total that a paper states with what its rows add up to.
func stated(total, rows data.Money) string {
	switch more := total.Pence - rows.Pence; {
	case more > 0:
		return lang.F("The paper states %s, %s more than that.", total, data.Money{Pence: more})
	case more < 0:
		return lang.F("The paper states %s, %s less than that.", total, data.Money{Pence: -more})
	default:
		return lang.F("The paper states %s, the same.", total)
	}
}
