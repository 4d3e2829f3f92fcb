package data

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func wonFund(pounds int64) *Fund {
	return &Fund{Stamp: Stamp{ID: "core"}, Programme: "Core", Status: Won, Allocation: Pounds(pounds)}
}

// paidFrom is an active grant of 2024-25 that one fund pays.
func paidFrom(fund ID, pounds int64) *Grant {
	return &Grant{Stamp: Stamp{ID: NewID()}, Title: "Outreach", Status: Active, Awards: []Award{{
		FinancialYear: 2024, Amount: Pounds(pounds), Funds: []FundShare{{Fund: fund, Amount: Pounds(pounds)}},
	}}}
}

func TestBalanceIsWhatGrantsTakeAndPaymentsPay(t *testing.T) {
	f := wonFund(1000)
	f.Allocations = []Allocation{{FinancialYear: 2024, Amount: Pounds(600)}, {FinancialYear: 2025, Amount: Pounds(400)}}
	g := paidFrom("core", 700)
	g.Awards = append(g.Awards, Award{FinancialYear: 2025, Amount: Pounds(100), Funds: []FundShare{{Fund: "core", Amount: Pounds(100)}}})
	g.Payments = []Payment{
		{Amount: Pounds(175), PaidOn: NewDate(2024, time.May, 1)},
		{Amount: Pounds(175), PaidOn: NewDate(2025, time.April, 2), FinancialYear: 2024}, // of last year's award
		{Amount: Pounds(175), Due: NewDate(2024, time.August, 1)},                        // not paid yet
	}
	proposed := paidFrom("core", 5000)
	proposed.Status = Proposed
	b := NewRegister(f, g, proposed).Balance(f)
	if b.Allocated != Pounds(1000) || b.Committed != Pounds(800) || b.Paid != Pounds(350) || b.Left != Pounds(200) || b.Unpaid() != Pounds(450) || !b.Over().IsZero() {
		t.Errorf("%+v", b)
	}
	if len(b.Years) != 2 || b.Years[0] != (YearBalance{2024, Pounds(600), Pounds(700), Pounds(350), Pounds(-100)}) ||
		b.Years[1] != (YearBalance{2025, Pounds(400), Pounds(100), Money{}, Pounds(300)}) {
		t.Errorf("by year: %+v", b.Years)
	}
	if len(b.Warnings(f)) != 0 {
		t.Errorf("%q", b.Warnings(f))
	}
}

func TestBidIsNoIncome(t *testing.T) {
	for _, s := range FundStatuses() {
		f := wonFund(1000)
		f.Status = s
		if got := NewRegister(f).Balance(f).Allocated; got.IsZero() != (s != Won) {
			t.Errorf("%s brings in %s", s.Label(), got)
		}
	}
}

func TestPromisingTwiceIsSaidWhereTheMoneyIsTyped(t *testing.T) {
	f := wonFund(1000)
	f.SpendBy = NewDate(2025, time.March, 31)
	reg := NewRegister(&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"}, f, paidFrom("core", 700))
	g := paidFrom("core", 400)
	g.Awards = append(g.Awards, Award{FinancialYear: 2025, Amount: Pounds(50), Funds: []FundShare{{Fund: "core", Amount: Pounds(20)}}})
	g.Payments = []Payment{{Amount: Pounds(500), PaidOn: NewDate(2025, time.June, 2), Fund: "core"}}
	said := strings.Join(reg.FundWarnings(g), "\n")
	for _, want := range []string{
		"Core is committed £120 more than it has: £1,120 of £1,000.",
		"£20 of Core is for years that begin after it has to be spent, by 31 March 2025.",
		"The funds pay £20 of the £50 for 2025-26.",
		"A payment of £500 on 2 June 2025 comes after Core has to be spent, by 31 March 2025.",
		"£500 has been paid, more than the £450 that is awarded.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said; said:\n%s", want, said)
		}
	}
	if said := reg.FundWarnings(paidFrom("core", 300)); len(said) != 0 {
		t.Errorf("of a grant that fits: %q", said)
	}
	saved := All[*Grant](reg)[0]
	if said := reg.FundWarnings(saved); len(said) != 0 {
		t.Errorf("a saved grant is counted twice: %q", said)
	}
	lost := wonFund(10)
	lost.Status = Lost
	if said := NewRegister(lost).FundWarnings(paidFrom("core", 5)); len(said) != 1 || said[0] != "£5 is committed from Core, which has not been won." {
		t.Errorf("%q", said)
	}
}

func TestNothingIsLostWhenAPaymentIsShared(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := Money{Pence: rapid.Int64Range(-1e12, 1e12).Draw(t, "pence")}
		var weights []FundShare
		for range rapid.IntRange(1, 6).Draw(t, "funds") {
			weights = append(weights, FundShare{Fund: NewID(), Amount: Money{Pence: rapid.Int64Range(0, 1e12).Draw(t, "weight")}})
		}
		var sum, total int64
		for _, w := range weights {
			total += w.Amount.Pence
		}
		for i, p := range inProportion(amount, weights) {
			sum += p.Amount.Pence
			if total > 0 && p.Fund != weights[i].Fund {
				t.Fatal("the funds are in another order")
			}
			if exact := float64(amount.Pence) * float64(weights[i].Amount.Pence) / float64(max(total, 1)); total > 0 && (float64(p.Amount.Pence) > exact+1.001 || float64(p.Amount.Pence) < exact-1.001) {
				t.Fatalf("%d where %f would be exact", p.Amount.Pence, exact)
			}
		}
		if sum != amount.Pence {
			t.Fatalf("%d of %d", sum, amount.Pence)
		}
	})
}

func TestPaymentGoesToTheFundsOfItsYear(t *testing.T) {
	g := &Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Active, Awards: []Award{
		{FinancialYear: 2024, Amount: Pounds(300), Funds: []FundShare{{Fund: "a", Amount: Pounds(200)}, {Fund: "b", Amount: Pounds(100)}}},
		{FinancialYear: 2025, Amount: Pounds(100), Funds: []FundShare{{Fund: "b", Amount: Pounds(100)}}},
	}, Payments: []Payment{
		{Amount: Pounds(100), PaidOn: NewDate(2024, time.June, 1)},
		{Amount: Pounds(50), PaidOn: NewDate(2025, time.June, 1)},
		{Amount: Pounds(7), PaidOn: NewDate(2026, time.June, 1), Fund: "a"},
	}}
	a, b := wonFund(300), wonFund(300)
	a.ID, b.ID = "a", "b"
	reg := NewRegister(a, b, g)
	if got := reg.Balance(a).Paid.Pence; got != 6667+700 {
		t.Errorf("a paid %d", got)
	}
	if got := reg.Balance(b).Paid.Pence; got != 3333+5000 {
		t.Errorf("b paid %d", got)
	}
	g = Clone(g)
	g.Status = Withdrawn
	reg.Put(g)
	if got := reg.Balance(a); got.Paid.Pence != 7367 || got.Committed != got.Paid || got.Left.Pence != 30000-7367 {
		t.Errorf("after it was withdrawn: %+v", got)
	}
	g = Clone(g)
	g.Payments = append(g.Payments, Payment{Amount: Money{Pence: -7367}, PaidOn: NewDate(2026, time.July, 1), Fund: "a"}) // it was paid back
	reg.Put(g)
	if got := reg.Balance(a); got.Paid.Pence != 0 || got.Committed.Pence != 0 || got.Left != Pounds(300) {
		t.Errorf("after it was paid back: %+v", got)
	}
}

func TestNoFundBearsWhatNonePays(t *testing.T) {
	for name, c := range map[string]struct {
		awards []Award
		want   int64 // of a payment of £90 in 2025-26
	}{
		"half of the award has no fund": {[]Award{{FinancialYear: 2025, Amount: Pounds(180), Funds: []FundShare{{Fund: "core", Amount: Pounds(60)}}}}, 3000},
		"the year has no fund yet": {[]Award{
			{FinancialYear: 2024, Amount: Pounds(60), Funds: []FundShare{{Fund: "core", Amount: Pounds(60)}}}, {FinancialYear: 2025, Amount: Pounds(60)},
		}, 0},
		"the year has no award":      {[]Award{{FinancialYear: 2024, Amount: Pounds(60), Funds: []FundShare{{Fund: "core", Amount: Pounds(60)}}}}, 9000},
		"the award is nought as yet": {[]Award{{FinancialYear: 2025, Funds: []FundShare{{Fund: "core"}}}}, 9000},
		"a share is still being typed": {[]Award{
			{FinancialYear: 2025, Amount: Pounds(10), Funds: []FundShare{{Fund: "core", Amount: Pounds(10)}, {Fund: "other", Amount: Pounds(-5)}}},
		}, 6000}, // of £15 that are to be paid, £5 have no fund
	} {
		g := &Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Active, Awards: c.awards, Payments: []Payment{{Amount: Pounds(90), PaidOn: NewDate(2025, time.May, 1)}}}
		f := wonFund(1000)
		if got := NewRegister(f, g).Balance(f).Paid.Pence; got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
	g := paidFrom("core", 10)
	g.Awards[0].Funds = append(g.Awards[0].Funds, FundShare{Fund: "other", Amount: Pounds(-5)})
	g.Payments = []Payment{{Amount: Pounds(100_000), PaidOn: NewDate(2024, time.May, 1)}}
	NewRegister(wonFund(10)).FundWarnings(g) // it once panicked
}

func TestAYearIsNotShortOfWhatNobodyPartedIntoYears(t *testing.T) {
	f := wonFund(1000)
	if b := NewRegister(f, paidFrom("core", 700)).Balance(f); len(b.Years) != 1 || !b.Years[0].Left.IsZero() || b.Left != Pounds(300) {
		t.Errorf("%+v", b)
	}
}

func TestWarningsTellWhereTheMoneyGoes(t *testing.T) {
	office := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"}
	spring := NewDate(2024, time.May, 1)
	for name, c := range map[string]struct {
		change func(*Grant)
		want   []string
	}{
		"proposed": {func(g *Grant) {
			g.Status, g.Awards[0].Amount, g.Awards[0].Funds[0].Amount = Proposed, Pounds(1200), Pounds(1200)
		}, []string{"If this is given: Core is committed £200 more than it has: £1,200 of £1,000."}},
		"terminated": {func(g *Grant) { g.Status, g.Payments = Terminated, []Payment{{Amount: Pounds(100), PaidOn: spring}} }, []string{
			"The grant was terminated, and £300 of it was never paid but is still committed. If it stays with the office, reduce the awards by a variation.",
		}},
		"withdrawn":              {func(g *Grant) { g.Status, g.Payments = Withdrawn, []Payment{{Amount: Pounds(100), PaidOn: spring}} }, []string{"£100 has been paid, although the grant is withdrawn."}},
		"all of it paid":         {func(g *Grant) { g.Payments = []Payment{{Amount: Pounds(400), PaidOn: spring}} }, nil},
		"paid from another fund": {func(g *Grant) { g.Payments = []Payment{{Amount: Pounds(7), PaidOn: spring, Fund: "other"}} }, []string{"£7 has been paid from Other, more than the £0 that is committed."}},
		"paid back after the end": {func(g *Grant) {
			g.Payments = []Payment{{Amount: Pounds(-7), PaidOn: NewDate(2030, time.May, 1), Fund: "core"}}
		}, nil},
		"paid on the last day": {func(g *Grant) {
			g.Payments = []Payment{{Amount: Pounds(7), PaidOn: NewDate(2026, time.March, 31), Fund: "core"}}
		}, nil},
		"due after the last day": {func(g *Grant) {
			g.Payments = []Payment{{Amount: Pounds(7), Due: NewDate(2026, time.April, 1), Fund: "core"}}
		}, []string{
			"A payment of £7 on 1 April 2026 comes after Core has to be spent, by March 2026.",
		}},
		"in the last year":       {func(g *Grant) { g.Awards[0].FinancialYear = 2025 }, nil},
		"in the year after that": {func(g *Grant) { g.Awards[0].FinancialYear = 2026 }, []string{"£400 of Core is for years that begin after it has to be spent, by March 2026."}},
	} {
		core := wonFund(1000)
		core.SpendBy = Date{Year: 2026, Month: time.March, Day: 1, Precision: ToTheMonth}
		other := &Fund{Stamp: Stamp{ID: "other"}, Programme: "Other", Status: Won, Allocation: Pounds(50)}
		g := paidFrom("core", 400)
		c.change(g)
		if got := NewRegister(office, core, other).FundWarnings(g); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	parted := wonFund(1000)
	parted.Allocations = []Allocation{{FinancialYear: 2024, Amount: Pounds(900)}}
	if got := NewRegister(office, parted).FundWarnings(paidFrom("core", 400)); len(got) != 1 || got[0] != "The years of Core total £900, not the £1,000 that is stated." {
		t.Errorf("%q", got)
	}
}

func TestMoreMoneyThanThereIsIsRefused(t *testing.T) {
	g := paidFrom("core", 400)
	g.Payments = []Payment{{Amount: Money{Pence: math.MinInt64}}}
	g.Awards[0].Amount.Pence = math.MaxInt64
	if ps := g.Problems(); ps.Of("awards[0].amount") == "" || ps.Of("payments[0].amount") == "" {
		t.Errorf("%v", ps)
	}
	g = paidFrom("core", 400)
	g.Payments = []Payment{{Amount: Pounds(-400)}}
	if ps := g.Problems(); len(ps) != 0 {
		t.Errorf("money cannot be paid back: %v", ps)
	}
}

// aLargeOffice is 10,000 grants of 20 funds with four returns each, and 500 requests.
func aLargeOffice() *Register {
	recs := []Record{&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"}}
	funds := make([]ID, 20)
	for i := range funds {
		funds[i] = ID(fmt.Sprintf("f%d", i))
		recs = append(recs, &Fund{Stamp: Stamp{ID: funds[i]}, Programme: "Fund " + string(funds[i]), Status: Won, Allocation: Pounds(1e8), SpendBy: NewDate(2026, time.March, 31)})
	}
	for i := range 10_000 {
		g := paidFrom(funds[i%20], 1000)
		g.Awards = append(g.Awards, Award{FinancialYear: 2025, Amount: Pounds(900), Funds: []FundShare{{Fund: funds[i%20], Amount: Pounds(500)}, {Fund: funds[(i+7)%20], Amount: Pounds(400)}}})
		g.ID, g.PlannedStart, g.PlannedEnd, g.Monitoring = ID(fmt.Sprintf("g%d", i)), NewDate(2024, time.April, 1), NewDate(2026, time.March, 31), MonitoringSchedule{Every: Quarterly, DueAfter: 30}
		for q := range 4 {
			g.Payments = append(g.Payments, Payment{Amount: Pounds(250), PaidOn: NewDate(2024, time.Month(5+q*2), 1)})
			start := NewDate(2024, time.Month(4+3*q), 1)
			recs = append(recs, &MonitoringReturn{
				Stamp: Stamp{ID: ID(fmt.Sprintf("r%d-%d", i, q))}, Grant: g.ID, PeriodStart: start, PeriodEnd: start.addMonths(3).AddDays(-1), Due: start.addMonths(4), Status: ReturnReceived,
			})
		}
		recs = append(recs, g)
	}
	for i := range 500 {
		recs = append(recs, &FOIRequest{Stamp: Stamp{ID: ID(fmt.Sprintf("q%d", i))}, Reference: Reference(fmt.Sprintf("FOI/%d", i)), Received: NewDate(2025, time.April, 1).AddDays(i % 200), Status: Searching})
	}
	return NewRegister(recs...)
}

func BenchmarkAttention(b *testing.B) {
	reg, today := aLargeOffice(), NewDate(2025, time.May, 20)
	for b.Loop() {
		reg.Attention(today)
	}
	b.ReportMetric(float64(len(reg.Attention(today))), "found")
}

func BenchmarkFundWarnings(b *testing.B) {
	reg := aLargeOffice()
	g, _ := Get[*Grant](reg, "g42")
	for b.Loop() {
		reg.FundWarnings(g)
	}
}
