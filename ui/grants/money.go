package grants

import (
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// money is the awards of a grant, a row for each financial year, edited in place, with their sum under them.
type money struct {
	page    *record.Page[*data.Grant]
	awards  *record.Rows[data.Award]
	whole   map[data.RowID]bool // awards that one fund pays in full: its share follows the amount
	total   *widget.Label
	warning *widget.Label // of what is wrong with the funds, should it be saved so
	content fyne.CanvasObject
}

func newMoney(p *record.Page[*data.Grant]) *money {
	m := &money{page: p, whole: map[data.RowID]bool{}, total: widget.NewLabel(""), warning: widget.NewLabel("")}
	m.warning.Importance = widget.DangerImportance
	m.warning.Wrapping = fyne.TextWrapWord
	m.warning.Hide()
	m.total.TextStyle.Bold = true
	m.total.Wrapping = fyne.TextWrapWord
	for _, a := range p.Record.Awards {
		m.whole[a.ID] = len(a.Funds) == 1 && a.Funds[0].Amount == a.Amount
	}
	m.awards = record.NewRows(p.Form, p.Touch, record.RowsOf[data.Award]{
		Key: "awards", List: &p.Record.Awards, Add: lang.L("Add a year"), Fresh: m.next, Row: m.row,
	})
	m.content = record.Sheet(
		widgets.Note(lang.L("One row for each financial year. What the grant is worth is the sum of its rows.")),
		m.awards.Content,
		m.total,
		m.warning,
		widgets.Columns(
			p.Form.Money("stated_total", lang.L("Total stated in a paper"), lang.L("compared with the rows"), &p.Record.StatedTotal),
			widget.NewLabel(""),
		),
		match(p),
	)
	m.sum()
	return m
}

// next is the award of the year after the last.
func (m *money) next(before []data.Award) data.Award {
	next := data.Award{ID: data.NewRowID(), FinancialYear: data.FinancialYearOf(m.page.Desk.Today())}
	if n := len(before); n > 0 {
		next.FinancialYear = before[n-1].FinancialYear + 1
	}
	return next
}

func (m *money) row(at string, a *data.Award) fyne.CanvasObject {
	f := m.page.Form
	fields := []fyne.CanvasObject{
		f.Year(at+"financial_year", lang.L("Financial year"), m.page.Desk.Office().Register().Details(), &a.FinancialYear),
		f.Text(at+"part", lang.L("Part of the year"), lang.L("if not the whole"), &a.Part),
		f.Money(at+"amount", lang.L("Amount"), lang.L("£5,500 or up to £600k"), &a.Amount),
	}
	if len(a.Funds) > 1 {
		return widgets.Stack(widgets.Columns(fields...), m.shares(at, a))
	}
	return widgets.Columns(append(fields, m.payer(at, a))...)
}

// payer picks the one fund that pays the whole award.
func (m *money) payer(at string, a *data.Award) fyne.CanvasObject {
	var fund data.ID
	if len(a.Funds) == 1 {
		fund = a.Funds[0].Fund
	}
	pick := m.funds()
	field := m.page.Form.Pick(at+"funds", lang.L("Paid from"), "", pick, &fund)
	pick.OnChosen = func(id data.ID) {
		a.Funds, m.whole[a.ID] = nil, id != ""
		if id != "" {
			a.Funds = []data.FundShare{{ID: data.NewRowID(), Fund: id, Amount: a.Amount}}
		}
		m.page.Touch()
	}
	split := widgets.NewButton(m.page.Form.ID(at+"split"), lang.L("Share between funds"), theme.ContentAddIcon(), func() {
		for len(a.Funds) < 2 {
			a.Funds = append(a.Funds, data.FundShare{ID: data.NewRowID()})
		}
		m.whole[a.ID] = false
		m.awards.Build()
		m.page.Touch()
		m.page.ShowField(at + "funds[0].fund")
	})
	split.Importance = widget.LowImportance
	return widgets.Stack(field, container.NewHBox(split))
}

// shares are the parts of an award that several funds pay.
func (m *money) shares(at string, a *data.Award) fyne.CanvasObject {
	f := m.page.Form
	rows := record.NewRows(f, m.page.Touch, record.RowsOf[data.FundShare]{
		Key: at + "funds", List: &a.Funds, Add: lang.L("Add a fund"),
		Fresh: func([]data.FundShare) data.FundShare { return data.FundShare{ID: data.NewRowID()} },
		Row: func(at string, s *data.FundShare) fyne.CanvasObject {
			return widgets.Columns(
				f.Pick(at+"fund", lang.L("Paid from"), "", m.funds(), &s.Fund),
				f.Money(at+"amount", lang.L("Share"), "", &s.Amount),
			)
		},
	})
	return container.NewPadded(rows.Content)
}

// funds is a picker of the funds that were won: money that was only bid for pays for nothing.
func (m *money) funds() *widgets.Picker {
	won := func(f *data.Fund) bool { return f.Status == data.Won }
	return record.PickFund(m.page.Desk, lang.L("No fund yet"), won)
}

// sum lets the shares of whole awards follow their amounts, and says what the rows total and how far a paper says otherwise.
func (m *money) sum() {
	g, details := m.page.Record, m.page.Desk.Office().Register().Details()
	said := []string{totals(g)}
	for i := range g.Awards {
		a := &g.Awards[i]
		if m.whole[a.ID] && len(a.Funds) == 1 {
			a.Funds[0].Amount = a.Amount
		}
		if n := len(a.Funds); n > 1 && a.Unfunded().Pence == 0 {
			said = append(said, lang.N(n, "%s: {n} fund pays %s of %s", "%s: {n} funds pay %s of %s", details.Year(a.FinancialYear), paid(a), a.Amount))
		}
	}
	if words := strings.Join(said, "\n"); m.total.Text != words {
		m.total.SetText(words)
	}
	m.warn(strings.Join(m.page.Desk.Office().Register().FundWarnings(g), "\n"))
}

// totals is what the rows of a grant total, and how far a paper says otherwise.
func totals(g *data.Grant) string {
	sum := g.Total()
	switch more := g.StatedTotal.Pence - sum.Pence; {
	case g.StatedTotal.IsZero():
		return lang.F("The rows total %s.", sum)
	case more > 0:
		return lang.F("The rows total %s. The paper states %s, which is %s more.", sum, g.StatedTotal, data.Money{Pence: more})
	case more < 0:
		return lang.F("The rows total %s. The paper states %s, which is %s less.", sum, g.StatedTotal, data.Money{Pence: -more})
	default:
		return lang.F("The rows total %s, as the paper states.", sum)
	}
}

// warn says what is wrong with the funds that pay for the grant, where the money is typed. It can be saved all the same: a decision may
// have to be put down before the money is there.
func (m *money) warn(words string) {
	if m.warning.Text == words {
		return
	}
	m.warning.SetText(words)
	if words == "" {
		m.warning.Hide()
	} else {
		m.warning.Show()
	}
}

func paid(a *data.Award) data.Money {
	var sum data.Money
	for _, s := range a.Funds {
		sum = sum.Add(s.Amount)
	}
	return sum
}
