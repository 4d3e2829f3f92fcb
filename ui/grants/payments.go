package grants

import (
	"slices"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// payments is the leaf of what is paid to the recipient and when: a line for each payment, with what is left to pay under them.
type payments struct {
	page    *record.Page[*data.Grant]
	rows    *record.Rows[data.Payment]
	lines   map[data.RowID]*widget.Label // what stands under each
	left    *widget.Label
	content fyne.CanvasObject
}

func paymentTable() widgets.Table {
	return widgets.Table{
		{Heading: lang.L("Due"), Share: 1, Least: 138},
		{Heading: lang.L("Amount"), Share: 1, Least: 84},
		{Heading: lang.L("Paid on"), Share: 1, Least: 138},
		{Heading: lang.L("Reference"), Share: 4, Least: 92},
		{Heading: "", Least: 36},
	}
}

func newPayments(p *record.Page[*data.Grant]) *payments {
	v := &payments{page: p, lines: map[data.RowID]*widget.Label{}, left: widget.NewLabel("")}
	v.left.TextStyle.Bold = true
	v.left.Wrapping = fyne.TextWrapWord
	plan := widgets.NewButton(p.Form.ID("payments.plan"), lang.L("Plan the payments of a year…"), theme.HistoryIcon(), v.askPlan)
	v.rows = record.NewRows(p.Form, p.Touch, record.RowsOf[data.Payment]{
		Key: "payments", List: &p.Record.Payments, Add: lang.L("Add a payment"), Fresh: v.next, Row: v.row, Beside: plan,
		Head: paymentTable().Heads(),
	})
	v.content = record.Sheet(v.rows.Content, v.left)
	v.refresh()
	return v
}

// next is a payment of the year and the sum of the last.
func (v *payments) next(before []data.Payment) data.Payment {
	next := data.Payment{ID: data.NewRowID()}
	if n := len(before); n > 0 {
		next.FinancialYear, next.Amount, next.Fund = before[n-1].FinancialYear, before[n-1].Amount, before[n-1].Fund
	}
	return next
}

func (v *payments) row(at string, p *data.Payment) fyne.CanvasObject {
	f, today := v.page.Form, v.page.Desk.Today()
	said := widgets.Note("")
	v.lines[p.ID] = said
	more := widgets.NewButton(f.ID(at+"more"), "", theme.MoreHorizontalIcon(), func() { v.askMore(at, p) })
	more.Speak(lang.L("More about this payment"))
	more.Importance = widget.LowImportance
	fields := f.Unlabelled(func() fyne.CanvasObject {
		return paymentTable().Row(
			f.Date(at+"due", lang.L("Due"), "", today, &p.Due),
			f.Money(at+"amount", lang.L("Amount"), "", &p.Amount),
			v.paidOn(at, p),
			f.Reference(at+"reference", lang.L("Reference"), "", &p.Reference),
			more,
		)
	})
	return widgets.Stack(fields, said)
}

// paidOn is the day on which a payment went out or, until it has, the button that says it did today.
func (v *payments) paidOn(at string, p *data.Payment) fyne.CanvasObject {
	if !p.PaidOn.IsZero() {
		return v.page.Form.Date(at+"paid_on", lang.L("Paid on"), "", v.page.Desk.Today(), &p.PaidOn)
	}
	return widgets.NewButton(v.page.Form.ID(at+"pay"), lang.L("Paid today"), nil, func() { v.pay(p) })
}

func (v *payments) pay(p *data.Payment) {
	p.Pay(v.page.Desk.Today())
	v.rows.Build()
	v.page.Touch()
}

// askMore asks on which other day a payment went out, for which year it counts and which fund bears it.
func (v *payments) askMore(at string, p *data.Payment) {
	f := widgets.NewForm(v.page.Form.ID(at + "more"))
	edit := *p
	fields := widgets.Stack(
		widgets.Columns(
			f.Date("paid_on", lang.L("Paid on"), lang.L("empty until it is paid"), v.page.Desk.Today(), &edit.PaidOn),
			f.Year("financial_year", lang.L("Counts for the year"), v.page.Desk.Office().Register().Details(), &edit.FinancialYear),
		),
		f.Pick("fund", lang.L("Paid from"), "", record.PickFund(v.page.Desk, lang.L("The funds of the award, in proportion"), record.AnyFund), &edit.Fund),
		widgets.Note(lang.L("Without a year, a payment counts for the year in which it is paid.")),
	)
	widgets.ShowForm(v.page.Desk.Window(), lang.L("More about this payment"), f, fields, func() {
		v.put(edit)
	})
}

// put writes what was asked about a payment into it, where it is still there: a colleague's change may have come in meanwhile.
func (v *payments) put(edit data.Payment) {
	list := v.page.Record.Payments
	i := slices.IndexFunc(list, func(p data.Payment) bool { return p.ID == edit.ID })
	if i < 0 {
		v.page.Desk.Say(lang.L("The payment is not there any more: nothing was changed."), nil)
		return
	}
	list[i].PaidOn, list[i].FinancialYear, list[i].Fund = edit.PaidOn, edit.FinancialYear, edit.Fund
	v.rows.Build()
	v.page.Touch()
}

// askPlan asks how the money of a year is to be paid, and puts the payments down.
func (v *payments) askPlan() {
	g, details := v.page.Record, v.page.Desk.Office().Register().Details()
	years := g.Years()
	if len(years) == 0 {
		v.page.Desk.Say(lang.L("Put down the amount for each year on the leaf “Money” first: payments are planned from it."), nil)
		return
	}
	year, every := years[0], data.Quarterly
	for _, y := range years {
		if len(g.PlanPayments(y, every)) > 0 {
			year = y
			break
		}
	}
	f := widgets.NewForm(v.page.Form.ID("plan"))
	fields := widgets.Stack(
		widgets.Columns(
			widgets.ChooseFrom(f, "year", lang.L("The money for"), years, details.Year, &year),
			widgets.ChooseFrom(f, "every", lang.L("Is paid"), data.Instalments(), instalment, &every),
		),
		widgets.Note(lang.L("What no payment has been put down for yet is parted equally. Each payment can be changed afterwards.")),
	)
	widgets.ShowForm(v.page.Desk.Window(), lang.L("Plan the payments of a year"), f, fields, func() { v.plan(year, every) })
}

func instalment(every data.Frequency) string { return lang.L(data.InstalmentLabel(every)) }

func (v *payments) plan(year data.FinancialYear, every data.Frequency) {
	planned := v.page.Record.PlanPayments(year, every)
	if len(planned) == 0 {
		v.page.Desk.Say(lang.F("There is a payment for all of the money for %s already.", v.page.Desk.Office().Register().Details().Year(year)), nil)
		return
	}
	v.rows.Append(planned...)
}

// refresh says under each payment what is particular about it, and under all of them what is left.
func (v *payments) refresh() {
	g := v.page.Record
	for i := range g.Payments {
		p := &g.Payments[i]
		line, ok := v.lines[p.ID]
		if !ok {
			continue
		}
		words, late := v.about(p), p.DaysLate(v.page.Desk.Today()) > 0
		importance := widget.LowImportance
		if late {
			importance = widget.DangerImportance
		}
		tell(line, words, importance)
	}
	tell(v.left, v.leftToPay(), widget.MediumImportance)
}

// about is what a person would not guess of a payment: that it is late, or counts elsewhere than where it is paid.
func (v *payments) about(p *data.Payment) string {
	reg := v.page.Desk.Office().Register()
	if days := p.DaysLate(v.page.Desk.Today()); days > 0 {
		return lang.N(days, "Late: it was due {n} day ago.", "Late: it was due {n} days ago.")
	}
	fund, named := data.Get[*data.Fund](reg, p.Fund)
	day := p.PaidOn
	if day.IsZero() {
		day = p.Due
	}
	elsewhere := p.FinancialYear != 0 && (day.IsZero() || data.FinancialYearOf(day) != p.FinancialYear)
	switch year := reg.Details().Year(p.FinancialYear); {
	case elsewhere && named:
		return lang.F("Counts for %s, from %s.", year, fund.Label())
	case elsewhere:
		return lang.F("Counts for %s.", year)
	case named:
		return lang.F("From %s.", fund.Label())
	default:
		return ""
	}
}

// leftToPay is how much of the award has gone out and what is left.
func (v *payments) leftToPay() string {
	g := v.page.Record
	paid, left, open := g.Paid(), g.LeftToPay(), g.Unplanned()
	switch {
	case g.Total().IsZero():
		return lang.F("Paid: %s. Nothing is awarded yet.", paid)
	case left.Pence < 0:
		return lang.F("Paid: %s, which is %s more than the award of %s.", paid, data.Money{Pence: -left.Pence}, g.Total())
	case left.Pence == 0:
		return lang.F("Paid: all of the award of %s.", g.Total())
	case open.Pence > 0 && len(g.Payments) > 0:
		return lang.F("Paid: %s. Left to pay: %s of %s; no payment is put down for %s of it.", paid, left, g.Total(), open)
	case open.Pence < 0:
		return lang.F("Paid: %s. Left to pay: %s of %s. The payments come to %s more than the award.", paid, left, g.Total(), data.Money{Pence: -open.Pence})
	default:
		return lang.F("Paid: %s. Left to pay: %s of %s.", paid, left, g.Total())
	}
}

// tell puts words into a label, which takes no room while there are none.
func tell(l *widget.Label, words string, importance widget.Importance) {
	if l.Text != words || l.Importance != importance {
		l.Importance = importance
		l.SetText(words)
	}
	if words == "" {
		l.Hide()
	} else {
		l.Show()
	}
}
