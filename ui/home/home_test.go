package home

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func june(day int) data.Date { return data.NewDate(2025, time.June, day) }

func fund(name string, allocation data.Money, spendBy data.Date) *data.Fund {
	return &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: name, Status: data.Won, Allocation: allocation, SpendBy: spendBy}
}

func grant(title, theme string, year data.FinancialYear, f *data.Fund, amount data.Money) *data.Grant {
	return &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: title, Themes: []string{theme}, Status: data.Active,
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: year, Amount: amount, Funds: []data.FundShare{{ID: data.NewRowID(), Fund: f.ID, Amount: amount}}}},
	}
}

func answered(subject string, received, sent data.Date) *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: data.Stamp{ID: data.NewID()}, Subject: subject, Received: received, Status: data.Responded, Regime: data.RegimeFOI,
		Clock: []data.ClockRow{{ID: data.NewRowID(), Event: data.ClockResponded, On: sent}},
	}
}

// narrow is a desk that can narrow lists.
type narrow struct {
	*uitest.Desk
	asked    []data.Query
	sections []desk.Section
}

func (n *narrow) ShowGrants(q data.Query)    { n.asked = append(n.asked, q) }
func (n *narrow) ShowSection(s desk.Section) { n.sections = append(n.sections, s) }

func office(t testing.TB) *uitest.Desk {
	core, old := fund("Core", data.Pounds(20000), data.NewDate(2026, time.March, 31)), fund("Old", data.Pounds(10), data.NewDate(2024, time.March, 31))
	advocate := grant("Advocate", "Stalking", 2025, core, data.Pounds(9000))
	advocate.Payments = []data.Payment{{ID: data.NewRowID(), Amount: data.Pounds(4000), Due: june(1), PaidOn: june(1)}}
	return uitest.NewDesk(
		t, core, old, advocate, grant("Helpline", "Domestic abuse", 2025, core, data.Pounds(3000)), grant("Before", "Stalking", 2024, old, data.Pounds(10)),
		&data.Action{Stamp: data.Stamp{ID: data.NewID()}, Text: "Chase the return", Status: data.ActionOpen, Due: june(1)},
		&data.Decision{Stamp: data.Stamp{ID: data.NewID()}, Title: "Advocate", Status: data.DecisionSigned, SignedOn: june(8), DecidedOn: june(8)},
		answered("Stalking", data.NewDate(2025, time.April, 7), data.NewDate(2025, time.April, 20)), answered("Hate", data.NewDate(2025, time.April, 7), june(9)),
	)
}

func TestWhatNeedsAttentionComesFirstAndOpens(t *testing.T) {
	d := office(t)
	d.Open(NewPage(d))
	lines := d.Lines("home.attention")
	if len(lines) != 2 || lines[0] != "Chase the return: was due on 1 June 2025. | Action overdue · 9 days late | urgent" ||
		lines[1] != "Advocate was signed on 8 June 2025, not published. | Decision not published · 2 days ago" {
		t.Fatalf("shown are %q", lines)
	}
	d.TapLine("home.attention", "signed")
	d.Press(fyne.KeyUp, fyne.KeyReturn)
	chase, signed := uitest.KeptAs[*data.Action](d, "Chase the return"), uitest.KeptAs[*data.Decision](d, "Advocate")
	if want := []string{"decisions " + string(signed.ID) + " ", "actions " + string(chase.ID) + " "}; !slices.Equal(d.Led, want) {
		t.Errorf("led to %q, want %q", d.Led, want)
	}
}

func TestTheYearInFigures(t *testing.T) {
	d := &narrow{Desk: office(t)}
	d.Open(NewPage(d))
	for name, want := range map[string]string{
		"home.theme[0]": "Stalking | £9,000 | ",
		"home.theme[1]": "Domestic abuse | £3,000 | ",
		"home.year[0]":  "2025-26 | £12,000 | ",
		"home.year[1]":  "2024-25 | £10 | ",
		"home.fund[0]":  "Core |  | £8,000 left of £20,000, by 31 Mar 2026 | £4,000 paid, £12,000 committed",
		"home.requests": "Answered in time | 1 of 2 | 1 answered late",
	} {
		if got := d.Value(name); got != want {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
	}
	d.Must("1 fund more") // the one that ended long ago
	d.Tap("home.theme[1]")
	d.Focus("home.year[1]")
	d.Press(fyne.KeyReturn)
	if len(d.asked) != 2 || !slices.Equal(d.asked[0].Themes, []string{"Domestic abuse"}) || !slices.Equal(d.asked[0].Years, []data.FinancialYear{2025}) ||
		d.asked[1].Themes != nil || !slices.Equal(d.asked[1].Years, []data.FinancialYear{2024}) {
		t.Errorf("asked for %+v", d.asked)
	}
	d.Focus("home.fund[0]")
	d.Press(fyne.KeySpace)
	if core := uitest.KeptAs[*data.Fund](d.Desk, "Core"); len(d.Led) != 1 || d.Led[0] != "funds "+string(core.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Tap("home.requests")
	d.Tap("home.funds.more")
	if !slices.Equal(d.sections, []desk.Section{desk.Requests, desk.Funds}) {
		t.Errorf("sections asked for: %q", d.sections)
	}
}

func TestMoneyPastItsLastDayIsToldFromMoneyNearIt(t *testing.T) {
	d := uitest.NewDesk(t,
		fund("Near", data.Pounds(30), june(20)), fund("Yesterday", data.Pounds(20), june(9)), fund("Today", data.Pounds(25), june(10)),
		fund("Winter", data.Pounds(10), data.NewDate(2025, time.January, 31)),
	)
	d.Open(NewPage(d))
	want := []string{
		"Winter has £10 left that was to be spent by 31 January 2025: settle with the funder what becomes of it. | Money past its last day · 130 days ago | urgent",
		"Yesterday has £20 left that was to be spent by 9 June 2025: settle with the funder what becomes of it. | Money past its last day · 1 day ago | urgent",
		"Today has £25 that is not committed, to be spent by 10 June 2025. | Money near its last day · today | urgent",
		"Near has £30 that is not committed, to be spent by 20 June 2025. | Money near its last day · in 10 days | urgent",
	}
	if lines := d.Lines("home.attention"); !slices.Equal(lines, want) {
		t.Errorf("shown are %q", lines)
	}
	for i, want := range []string{
		"Today |  | £25 left of £25, by 10 Jun 2025 | £0 paid, £0 committed", "Near |  | £30 left of £30, by 20 Jun 2025 | £0 paid, £0 committed",
		"Yesterday |  | £20 left of £20, ended 9 Jun 2025 | £0 paid, £0 committed",
	} {
		if got := d.Value(fmt.Sprintf("home.fund[%d]", i)); got != want {
			t.Errorf("fund %d says %q, want %q", i, got, want)
		}
	}
}

// A window 1000 wide leaves 808 to a page, beside the sidebar and the edges.
func TestHomeFitsIntoASmallWindow(t *testing.T) {
	const room = 808
	d := office(t)
	p := NewPage(d)
	d.Open(p)
	if least := p.Content().MinSize().Width; least > room {
		t.Errorf("it is %g wide at the least", least)
	}
	f := flow{}
	two := []fyne.CanvasObject{canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	f.Layout(two, fyne.NewSize(440, 600))
	if two[1].Position().X != 0 || two[0].Size().Width != 440 {
		t.Errorf("in little room two blocks stand beside each other: %v", two[1].Position())
	}
	f.Layout(two, fyne.NewSize(570, 600))
	if two[1].Position().X == 0 || two[1].Position().Y != 0 {
		t.Errorf("in much room two blocks stand under each other: %v", two[1].Position())
	}
}

func TestADeskThatCannotNarrowListsShowsTheWholeList(t *testing.T) {
	d := office(t)
	d.Open(NewPage(d))
	d.Tap("home.theme[0]")
	if d.Page().Section() != desk.Grants {
		t.Errorf("a bar opens %q", d.Page().Title())
	}
	d.Back()
	d.Tap("home.requests")
	if d.Page().Section() != desk.Requests {
		t.Errorf("the gauge opens %q", d.Page().Title())
	}
}

func TestAChangeIsShown(t *testing.T) {
	d := office(t)
	d.Open(NewPage(d))
	a := data.Clone(uitest.KeptAs[*data.Action](d, "Chase the return"))
	if err := data.Advance(a, string(data.ActionDone), june(10), ""); err != nil {
		t.Fatal(err)
	}
	saved, err := d.Office().Save(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	if lines := d.Lines("home.attention"); len(lines) != 1 {
		t.Errorf("shown are %q", lines)
	}
}

func TestOfVeryMuchOnlyTheMostUrgentIsListedAtFirst(t *testing.T) {
	var records []data.Record
	for i := range mostNotices + 3 {
		records = append(records, &data.Action{Stamp: data.Stamp{ID: data.NewID()}, Text: fmt.Sprintf("Action %03d", i), Status: data.ActionOpen, Due: june(1)})
	}
	d := uitest.NewDesk(t, records...)
	p, _ := NewPage(d).(*Page)
	d.Open(p)
	notices := p.noticesOf(p.shown.attention)
	if n := len(notices); n != mostNotices+1 || notices[mostNotices].Words != "Show 3 more." {
		t.Errorf("%d are listed, the last is %q", n, notices[n-1].Words)
	}
	d.Press(fyne.KeyEnd, fyne.KeyReturn) // “Show 3 more”
	d.Press(fyne.KeyEnd, fyne.KeyReturn)
	if last := uitest.KeptAs[*data.Action](d, "Action 202"); len(d.Led) != 1 || d.Led[0] != "actions "+string(last.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
}

func TestAnEmptyOfficeSeesWhatToDoFirst(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	d.Must("First steps", "1. Say who you are")
	d.MustNot("Needs attention today")
	d.Tap("home.step.office")
	if len(d.Led) != 1 || d.Led[0] != "office office " {
		t.Errorf("led to %q", d.Led)
	}
	for name, section := range map[string]desk.Section{"fund": desk.Funds, "partner": desk.Partners, "grant": desk.Grants} {
		d.Tap("home.step." + name)
		if e, ok := d.Page().(desk.Editor); !ok || d.Page().Section() != section || e.Dirty() {
			t.Errorf("the step %s opens %q", name, d.Page().Title())
		}
		d.Back()
	}
}

func TestTheFirstStepsAreTickedUntilAllAreDoneOrSomebodySaysNotNow(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d))
	home, _ := d.Page().(*Page)
	keep := func(rec data.Record) {
		t.Helper()
		if _, err := d.Office().Save(t.Context(), rec); err != nil {
			t.Fatal(err)
		}
		d.Saved(rec)
	}
	keep(fund("Core", data.Pounds(10), data.NewDate(2027, time.March, 31)))
	d.Must("First steps", "2. Put down the money", "Done", "Needs attention today")
	if d.Has("home.step.fund") || !d.Has("home.step.grant") {
		t.Errorf("with a fund it offers %q", d.Names())
	}
	d.Tap("home.steps.later")
	d.MustNot("First steps")
	d.Open(NewPage(d)) // the next day
	d.MustNot("First steps")
	d.Back()
	home.ShowSteps()
	d.Must("First steps")
	keep(&data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"})
	keep(&data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline", Status: data.Active})
	d.MustNot("All of them are done.")
	details := data.Clone(d.Office().Register().Details())
	details.Address = "1 High Street"
	keep(details)
	d.Must("First steps", "All of them are done.") // somebody asked for them
	d.Tap("home.steps.later")
	d.MustNot("First steps")
}

func TestTheFirstStepsGoOnceAllAreDone(t *testing.T) {
	d := office(t)
	d.Open(NewPage(d))
	d.Must("First steps", "3. Put down who you give money to.")
	for _, rec := range []data.Record{&data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}, d.Office().Register().Details()} {
		rec := data.Clone(rec)
		if details, ok := rec.(*data.OfficeDetails); ok {
			details.Address = "1 High Street"
		}
		if _, err := d.Office().Save(t.Context(), rec); err != nil {
			t.Fatal(err)
		}
		d.Saved(rec)
	}
	d.MustNot("First steps")
}

// many is a register of 10,000 grants, each with a schedule of returns, a payment and two years.
func many() *data.Register {
	themes := []string{"Stalking", "Domestic abuse", "Sexual violence", "Young people", "Hate crime", "Victims’ services"}
	var records []data.Record
	var pots []*data.Fund
	for i := range 40 {
		f := fund(fmt.Sprintf("Fund %d", i), data.Pounds(5000000), data.NewDate(2026, time.March, 31))
		pots = append(pots, f)
		records = append(records, f)
	}
	for i := range 10000 {
		year := data.FinancialYear(2016 + i%10)
		g := grant(fmt.Sprintf("Grant %d", i), themes[i%len(themes)], year, pots[i%len(pots)], data.Pounds(9000))
		g.Status = data.Closed
		if year >= 2024 {
			g.Status = data.Active
		}
		g.PlannedStart, g.PlannedEnd = year.Start(), (year + 1).End()
		g.Monitoring = data.MonitoringSchedule{Every: data.Quarterly, DueAfter: 30}
		g.Payments = []data.Payment{{ID: data.NewRowID(), Amount: data.Pounds(4000), Due: year.Start(), PaidOn: year.Start()}}
		for _, r := range g.ExpectedReturns() {
			if i%5 == 0 {
				r.ID, r.Status = data.NewID(), data.ReturnChecked
				records = append(records, r)
			}
		}
		records = append(records, g)
	}
	return data.NewRegister(records...)
}

// The page is to be there before anybody notices: 50 ms with 10,000 grants.
func BenchmarkFiguresOfTenThousandGrants(b *testing.B) {
	reg := many()
	figuresOf(reg, uitest.Today)
	for b.Loop() {
		figuresOf(reg, uitest.Today)
	}
}
