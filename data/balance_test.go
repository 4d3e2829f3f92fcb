package data

import (
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
	if got := reg.Balance(a); !got.Paid.IsZero() || !got.Committed.IsZero() {
		t.Errorf("after it was withdrawn: %+v", got)
	}
}
