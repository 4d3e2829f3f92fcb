package home

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// How much the page shows of each; what is left out can be opened.
const (
	mostThemes = 7
	mostYears  = 5
	mostFunds  = 6
	// fundsAfter is how many days after its last day a fund that is spent stays on the page.
	fundsAfter = 60
)

// figures are what the page shows, as the register stood on a day.
type figures struct {
	today     data.Date
	year      data.FinancialYear
	yearName  func(data.FinancialYear) string
	attention []data.Attention
	themes    []data.Awarded
	years     []data.Awarded
	funds     []fundFigures
	moreFunds int // that are not among them
	answered  data.Timeliness
	steps     stepsDone
	records   int // funds, grants, requests and organisations
}

// fundFigures is a fund with how it stands.
type fundFigures struct {
	fund    *data.Fund
	balance data.Balance
}

func (f *figures) empty() bool { return f.records == 0 && len(f.attention) == 0 }

// figuresOf reads the register.
func figuresOf(reg *data.Register, today data.Date) *figures {
	year := data.FinancialYearOf(today)
	f := &figures{
		today: today, year: year, steps: stepsOf(reg), yearName: reg.Details().Year, attention: reg.Attention(today),
		themes: reg.AwardedByTheme(year), years: reg.AwardedByYear(),
		answered: data.TimelinessOf(data.All[*data.FOIRequest](reg), reg.Calendar(), data.ByReceipt, year.Start(), year.End(), today),
	}
	for _, kind := range []data.Kind{data.KindFund, data.KindGrant, data.KindFOIRequest, data.KindOrganisation} {
		f.records += reg.Count(kind)
	}
	f.years = f.years[max(0, len(f.years)-mostYears):]
	for _, fund := range data.All[*data.Fund](reg) {
		if fund.Status != data.Won {
			continue
		}
		b := reg.Balance(fund)
		spent := fund.SpendByHasPassed(today) && fund.SpendBy.DaysUntil(today) > fundsAfter
		if spent {
			f.moreFunds++
			continue
		}
		f.funds = append(f.funds, fundFigures{fund, b})
	}
	slices.SortStableFunc(f.funds, func(a, b fundFigures) int { return cmp.Compare(a.fund.RunsOut(today), b.fund.RunsOut(today)) })
	if n := len(f.funds); n > mostFunds {
		f.moreFunds += n - mostFunds
		f.funds = f.funds[:mostFunds]
	}
	return f
}

// awards are the bars: what was awarded this year by theme, and in each year.
func (p *Page) awards(f *figures) fyne.CanvasObject {
	block := widgets.Tight(heading(lang.F("Awards in %s", f.yearName(f.year))))
	most := float64(0)
	for _, a := range f.themes {
		most = max(most, float64(a.Amount.Pence))
	}
	for i, a := range f.themes {
		if i == mostThemes {
			block.Add(p.more("home.themes.more", lang.N(len(f.themes), "The theme", "All {n} themes"), func() { p.showGrants(data.Query{Years: []data.FinancialYear{f.year}}) }))
			break
		}
		label, q := a.Theme, data.Query{Years: []data.FinancialYear{f.year}, Themes: []string{a.Theme}}
		if a.Theme == "" {
			label, q.Themes = lang.L("No theme"), nil
		}
		block.Add(widgets.NewMeter(fmt.Sprintf("home.theme[%d]", i), label, a.Amount.String(), "", most, func() { p.showGrants(q) }, bar(a.Amount)))
	}
	if len(f.themes) == 0 {
		block.Add(widgets.Note(lang.L("Nothing is awarded for this year yet.")))
	}
	block.Add(heading(lang.L("Awards by year")))
	most = 0
	for _, a := range f.years {
		most = max(most, float64(a.Amount.Pence))
	}
	for i, a := range slices.Backward(f.years) {
		q := data.Query{Years: []data.FinancialYear{a.Year}}
		block.Add(widgets.NewMeter(fmt.Sprintf("home.year[%d]", len(f.years)-1-i), f.yearName(a.Year), a.Amount.String(), "", most, func() { p.showGrants(q) }, bar(a.Amount)))
	}
	return block
}

func bar(m data.Money) widgets.Part {
	return widgets.Part{Size: float64(m.Pence), Color: theme.ColorNamePrimary}
}

// money is the gauges: how each fund stands, and how many requests were answered in time.
func (p *Page) money(f *figures) fyne.CanvasObject {
	block := widgets.Tight(heading(lang.L("Funds")))
	for i, fund := range f.funds {
		block.Add(p.fund(i, fund, f.today))
	}
	if len(f.funds) == 0 {
		block.Add(widgets.Note(lang.L("No fund is won that is still to be spent.")))
	}
	if f.moreFunds > 0 {
		block.Add(p.more("home.funds.more", lang.N(f.moreFunds, "{n} fund more", "{n} funds more"), p.showFunds))
	}
	block.Add(heading(lang.F("Requests in %s", f.yearName(f.year))))
	block.Add(p.requests(f.answered))
	return block
}

// fund is the gauge of a fund: paid, committed and not paid yet, and what is left.
func (p *Page) fund(i int, f fundFigures, today data.Date) fyne.CanvasObject {
	b := f.balance
	left := record.FundLeft(f.fund, b, today)
	parts := []widgets.Part{{Size: float64(b.Paid.Pence), Color: theme.ColorNamePrimary}, {Size: float64(b.Unpaid().Pence), Color: theme.ColorNameInputBorder}}
	if b.Left.Pence < 0 {
		parts[1].Color = theme.ColorNameError
	}
	whole := float64(max(b.Allocated.Pence, b.Committed.Pence, b.Paid.Pence))
	note := left + "\n" + lang.F("%s paid, %s committed", b.Paid, b.Committed)
	open := func() { record.OpenOrSay(p.desk, data.KindFund, f.fund.ID) }
	return widgets.NewMeter(fmt.Sprintf("home.fund[%d]", i), f.fund.Programme, "", note, whole, open, parts...)
}

// requests is the gauge of the requests that came in this year.
func (p *Page) requests(t data.Timeliness) fyne.CanvasObject {
	value := lang.F("%d of %d", t.InTime, t.Answered)
	if t.Answered == 0 {
		value = lang.L("none yet")
	}
	var notes []string
	for _, n := range []struct {
		count int
		what  string
	}{{t.Late, lang.L("answered late")}, {t.Open - t.Overdue - t.Waiting, "open"}, {t.Overdue, "overdue"}, {t.Waiting, "waiting"}, {t.Unclear, lang.L("with an unclear clock")}} {
		if n.count > 0 {
			notes = append(notes, fmt.Sprintf("%d %s", n.count, n.what))
		}
	}
	return widgets.NewMeter("home.requests", lang.L("Answered in time"), value, strings.Join(notes, ", "), float64(t.Answered), p.showRequests,
		widgets.Part{Size: float64(t.InTime), Color: theme.ColorNamePrimary}, widgets.Part{Size: float64(t.Late), Color: theme.ColorNameError})
}

func (p *Page) more(name, label string, open func()) fyne.CanvasObject {
	b := widgets.NewButton(name, label, theme.NavigateNextIcon(), open)
	b.Importance = widget.LowImportance
	b.Alignment = widget.ButtonAlignLeading
	return b
}

var _ desk.Page = (*Page)(nil)
