package data

import (
	"testing"
	"time"
)

func plannable(start, end Date) *Grant {
	return &Grant{
		Title: "Helpline", Status: Active, PlannedStart: start, PlannedEnd: end,
		Awards: []Award{{FinancialYear: 2025, Amount: Pounds(1000)}, {FinancialYear: 2026, Amount: Money{Pence: 100001}}},
	}
}

func awarded(g *Grant, on Date) *Grant {
	g = Clone(g)
	g.AwardDate = on
	return g
}

func TestPaymentsArePlannedForAYear(t *testing.T) {
	whole := plannable(NewDate(2025, time.April, 1), NewDate(2027, time.March, 31))
	late := plannable(NewDate(2025, time.August, 15), NewDate(2025, time.December, 31))
	tests := []struct {
		name  string
		grant *Grant
		every Frequency
		days  []string
		pence []int64
	}{
		{"quarters", whole, Quarterly, []string{"2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"}, []int64{25000, 25000, 25000, 25000}},
		{"halves", whole, HalfYearly, []string{"2025-04-01", "2025-10-01"}, []int64{50000, 50000}},
		{"at the start", whole, Yearly, []string{"2025-04-01"}, []int64{100000}},
		{"at the end", whole, AtTheEnd, []string{"2026-03-31"}, []int64{100000}},
		{"from the start of the grant", late, Quarterly, []string{"2025-08-15", "2025-10-01"}, []int64{50000, 50000}},
		{"at its end", late, AtTheEnd, []string{"2025-12-31"}, []int64{100000}},
		{"from the award", awarded(whole, NewDate(2025, time.May, 20)), Quarterly, []string{"2025-05-20", "2025-07-01", "2025-10-01", "2026-01-01"}, []int64{25000, 25000, 25000, 25000}},
		{"awarded before its start", awarded(late, NewDate(2025, time.May, 20)), Yearly, []string{"2025-08-15"}, []int64{100000}},
		{"awarded after its end", awarded(late, NewDate(2026, time.February, 2)), Yearly, []string{"2026-02-02"}, []int64{100000}},
		{"awarded after the year", awarded(whole, NewDate(2026, time.May, 20)), Quarterly, []string{"2026-05-20"}, []int64{100000}},
		{"without an interval", whole, "", []string{"2026-03-31"}, []int64{100000}},
	}
	for _, test := range tests {
		planned := test.grant.PlanPayments(2025, test.every)
		if len(planned) != len(test.days) {
			t.Errorf("%s: %+v", test.name, planned)
			continue
		}
		for i, p := range planned {
			if p.Due.ISO() != test.days[i] || p.Amount.Pence != test.pence[i] || p.FinancialYear != 2025 || p.ID == "" {
				t.Errorf("%s: payment %d is %+v", test.name, i, p)
			}
		}
	}
	if months := whole.PlanPayments(2026, Monthly); len(months) != 12 || months[11].Due.ISO() != "2027-03-01" || Sum(months[0].Amount, months[11].Amount).Pence != 8334+8333 {
		t.Errorf("by the month: %+v", months)
	}
}

func TestOnlyWhatIsNotPutDownYetIsPlanned(t *testing.T) {
	g := plannable(NewDate(2025, time.April, 1), NewDate(2026, time.March, 31))
	g.Payments = []Payment{{Due: NewDate(2025, time.April, 1), Amount: Pounds(400), PaidOn: NewDate(2025, time.April, 9)}}
	planned := g.PlanPayments(2025, Quarterly)
	if len(planned) != 3 || planned[0].Due.ISO() != "2025-07-01" || planned[0].Amount != Pounds(200) {
		t.Errorf("planned %+v", planned)
	}
	g.Payments = append(g.Payments, planned...)
	if again := g.PlanPayments(2025, Monthly); len(again) != 0 {
		t.Errorf("planned twice: %+v", again)
	}
	if left, open := g.LeftToPay(), g.Unplanned(); left.Pence != 160001 || open.Pence != 100001 {
		t.Errorf("left %s, without a payment %s", left, open)
	}
}

func TestWhatIsPaidIsAnExactSum(t *testing.T) {
	p := Payment{Due: NewDate(2025, time.May, 1), Amount: Money{Pence: 5000, Qualifier: UpTo}}
	today := NewDate(2025, time.May, 4)
	if late := p.DaysLate(today); late != 3 {
		t.Errorf("late by %d days", late)
	}
	p.Pay(today)
	if p.Amount != Pounds(50) || p.PaidOn != today || p.DaysLate(today.AddDays(9)) != 0 {
		t.Errorf("paid as %+v", p)
	}
	if (Payment{Amount: Pounds(1)}).DaysLate(today) != 0 {
		t.Error("a payment without a day is late")
	}
}
