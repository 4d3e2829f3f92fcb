package funds

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

type page = record.Page[*data.Fund]

// NewPage is the page of one fund.
func NewPage(d desk.Desk, f *data.Fund) desk.Page {
	var v *view
	return record.New(d, record.Kind[*data.Fund]{
		Section: desk.Funds,
		Name:    "fund",
		Heading: func(f *data.Fund) string {
			if f.Programme == "" {
				return lang.L("New fund")
			}
			return f.Programme
		},
		Tabs: func(p *page) []record.Tab {
			v = newView(p)
			return []record.Tab{
				{Title: lang.L("Fund"), Content: v.form},
				{Title: lang.L("What it pays for"), Content: v.paid.Content},
				p.Files(),
				p.History(),
			}
		},
		Refreshed: func(*page) { v.refresh() },
		Around:    func(*page) { v.refresh() },
	}, f)
}

// view is the leaves of a fund's page, with the sentences that say how its money stands.
type view struct {
	page   *page
	stands *widget.Label
	years  *widget.Label
	paid   *record.Beside[data.Share]
	form   fyne.CanvasObject
}

func newView(p *page) *view {
	v := &view{page: p, stands: widgets.Note(""), years: widgets.Note("")}
	v.stands.Importance = widget.MediumImportance
	v.paid = record.NewBeside("fund.paid", v.columns(), nil, func(s data.Share) { p.Desk.Open(grants.NewPage(p.Desk, s.Grant)) })
	f, fund, today := p.Form, p.Record, p.Desk.Today()
	v.form = record.Sheet(
		widgets.Columns(
			f.Text("programme", lang.L("Programme"), "", &fund.Programme),
			f.Reference("funder_reference", lang.L("Funder’s reference"), lang.L("in its letters"), &fund.FunderReference),
		),
		widgets.Columns(
			f.Pick("funder", lang.L("Funder"), "", record.PickOrganisation(p.Desk, lang.L("Choose who gives the money")), &fund.Funder),
			record.Status(p, data.FundStatuses(), &fund.Status),
		),
		widgets.Columns(
			f.Money("bid_amount", lang.L("Bid for"), "", &fund.BidAmount),
			f.Date("bid_date", lang.L("Bid sent"), "", today, &fund.BidDate),
			f.Money("allocation", lang.L("Allocation"), lang.L("what was won"), &fund.Allocation),
		),
		v.stands,
		widgets.Section(lang.L("Allocation by financial year"), v.allocations(), v.years),
		widgets.Columns(
			f.Date("spend_by", lang.L("Spend by"), "", today, &fund.SpendBy),
			f.Date("original_spend_by", lang.L("Spend by, at first"), lang.L("before it was put off"), today, &fund.OriginalSpendBy),
			f.Date("return_due", lang.L("Return to the funder due"), "", today, &fund.ReturnDue),
		),
		f.Text("match_required", lang.L("Match funding required"), "", &fund.MatchRequired),
		f.Lines("conditions", lang.L("Conditions"), "", 4, &fund.Conditions),
	)
	return v
}

func (v *view) allocations() fyne.CanvasObject {
	f := v.page.Form
	return record.NewRows(f, v.page.Touch, record.RowsOf[data.Allocation]{
		Key: "allocations", List: &v.page.Record.Allocations, Add: lang.L("Add a year"), Fresh: v.next,
		Row: func(at string, a *data.Allocation) fyne.CanvasObject {
			return widgets.Columns(
				f.Year(at+"financial_year", lang.L("Financial year"), v.page.Desk.Office().Register().Details(), &a.FinancialYear),
				f.Money(at+"amount", lang.L("Amount"), "", &a.Amount),
			)
		},
	}).Content
}

// next is the allocation of the year after the last.
func (v *view) next(before []data.Allocation) data.Allocation {
	next := data.Allocation{ID: data.NewRowID(), FinancialYear: data.FinancialYearOf(v.page.Desk.Today())}
	if n := len(before); n > 0 {
		next.FinancialYear = before[n-1].FinancialYear + 1
	}
	return next
}

func (v *view) columns() []record.BesideColumn[data.Share] {
	reg := v.page.Desk.Office().Register()
	column := func(key, heading string, width, least float32, text func(data.Share) string) record.BesideColumn[data.Share] {
		return record.BesideColumn[data.Share]{Column: widgets.Column[data.Share]{Key: key, Heading: heading, Share: width, Least: least, Text: text}}
	}
	year := column("year", lang.L("Year"), 1, 90, func(s data.Share) string { return reg.Details().Year(s.Year) })
	amount := column("amount", lang.L("From this fund"), 1, 120, func(s data.Share) string { return s.Amount.String() })
	amount.Figures, amount.Rank = true, func(s data.Share) float64 { return float64(s.Amount.Pence) }
	return []record.BesideColumn[data.Share]{
		year,
		column("title", lang.L("Name of grant"), 5, 150, func(s data.Share) string { return s.Grant.Title }),
		column("recipient", lang.L("Recipient"), 4, 130, func(s data.Share) string { return reg.NameOf(s.Grant.Recipient) }),
		amount,
	}
}

// refresh says how the fund stands, as it is on the page and as the register is now.
func (v *view) refresh() {
	reg := v.page.Desk.Office().Register()
	b := reg.Balance(v.page.Record)
	say(v.stands, stands(v.page.Record, b, v.page.Desk.Today()))
	say(v.years, yearsSay(v.page.Record))
	foot := lang.L("No grant that was awarded is paid from this fund.")
	if len(b.Shares) > 0 {
		foot = lang.F("The awards total %s. Grants that are only proposed are not among them.", b.Committed)
	}
	v.paid.Show(b.Shares, foot)
}

// stands is how a fund's money stands, in sentences.
func stands(f *data.Fund, b data.Balance, today data.Date) string {
	var said []string
	switch {
	case f.Status != data.Won && b.Committed.Pence > 0:
		said = append(said, lang.F("Awards take %s from this fund, which has not been won.", b.Committed))
	case f.Status != data.Won:
		said = append(said, lang.L("Money that has not been won counts as no income."))
	case b.Left.Pence < 0:
		said = append(said, lang.F("Awards take %s: %s more than there is.", b.Committed, b.Over()))
	case b.Committed.IsZero():
		said = append(said, lang.L("No award is paid from this fund yet."))
	case b.Left.Pence == 0:
		said = append(said, lang.F("Awards take %s, which is all of it.", b.Committed))
	default:
		said = append(said, lang.F("Awards take %s.", b.Committed))
	}
	if left := f.ToSpend(b.Left, today); left != "" {
		said = append(said, left)
	}
	if b.Paid.Pence != 0 {
		said = append(said, lang.F("%s has been paid.", b.Paid))
	}
	if b.Late.Pence > 0 {
		said = append(said, lang.F("%s is for years that begin after %s, when it has to be spent.", b.Late, f.SpendBy.Long()))
	}
	return strings.Join(said, " ")
}

// yearsSay compares the rows of the years with the allocation.
func yearsSay(f *data.Fund) string {
	if len(f.Allocations) == 0 {
		return ""
	}
	var sum data.Money
	for _, a := range f.Allocations {
		sum = sum.Add(a.Amount)
	}
	switch more := sum.Pence - f.Allocation.Pence; {
	case more > 0:
		return lang.F("The years total %s, %s more than the allocation.", sum, data.Money{Pence: more})
	case more < 0:
		return lang.F("The years total %s, %s less than the allocation.", sum, data.Money{Pence: -more})
	default:
		return lang.F("The years total %s, as the allocation does.", sum)
	}
}

func say(l *widget.Label, words string) {
	if l.Text != words {
		l.SetText(words)
	}
}
