package data

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func varied(changes ...VariationChange) *Grant {
	return &Grant{
		Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Active, Recipient: "harbour", PlannedEnd: NewDate(2025, time.March, 31), Purpose: "Before",
		Awards: []Award{
			{ID: "a", FinancialYear: 2023, Amount: Pounds(100), Funds: []FundShare{{ID: "s", Fund: "core", Amount: Pounds(100)}}},
			{ID: "b", FinancialYear: 2024, Amount: Pounds(200), Funds: []FundShare{{ID: "t", Fund: "core", Amount: Pounds(150)}, {ID: "u", Fund: "other", Amount: Pounds(50)}}},
		},
		Variations: []Variation{{ID: "v", Number: 1, Kind: Uplift, Changes: changes}},
	}
}

var appliedOn = NewDate(2024, time.June, 3)

func TestAnAppliedVariationChangesTheGrantAndKeepsWhatWas(t *testing.T) {
	g := varied(
		VariationChange{Term: VariedAmount, FinancialYear: 2023, Amount: Pounds(130)},
		VariationChange{Term: VariedAmount, FinancialYear: 2024, Fund: "other", Amount: Pounds(170)},
		VariationChange{Term: VariedAmount, FinancialYear: 2025, Fund: "core", Amount: Pounds(90)},
		VariationChange{Term: VariedEnd, Date: NewDate(2026, time.March, 31)},
		VariationChange{Term: VariedRecipient, Record: "lantern"},
		VariationChange{Term: VariedPurpose, Text: "After"},
	)
	if err := g.ApplyVariation("v", appliedOn, "Ann"); err != nil {
		t.Fatal(err)
	}
	if g.Total() != Pounds(130+170+90) || g.Awards[0].Funds[0].Amount != Pounds(130) || g.Awards[1].Funds[1].Amount != Pounds(20) || g.Awards[1].Funds[0].Amount != Pounds(150) ||
		g.Awards[2].Funds[0] != (FundShare{ID: g.Awards[2].Funds[0].ID, Fund: "core", Amount: Pounds(90)}) {
		t.Errorf("awards: %+v", g.Awards)
	}
	if g.PlannedEnd != NewDate(2026, time.March, 31) || g.Recipient != "lantern" || g.Purpose != "After" {
		t.Errorf("terms: %+v", g)
	}
	v := g.Variations[0]
	if c := v.Changes; v.Applied != appliedOn || c[0].WasAmount != Pounds(100) || c[1].WasAmount != Pounds(200) || !c[2].WasAmount.IsZero() ||
		c[3].WasDate != NewDate(2025, time.March, 31) || c[4].WasRecord != "harbour" || c[5].WasText != "Before" {
		t.Errorf("what was: %+v", v)
	}
	if err := g.ApplyVariation("v", appliedOn, "Ann"); !errors.Is(err, ErrApplied) {
		t.Errorf("applied twice: %v", err)
	}
}

func TestAVariationThatCannotBeAppliedChangesNothing(t *testing.T) {
	for says, change := range map[string]VariationChange{
		"Several funds pay":               {Term: VariedAmount, FinancialYear: 2024, Amount: Pounds(250)},
		"less than the reduction. Choose": {Term: VariedAmount, FinancialYear: 2024, Fund: "other", Amount: Pounds(100)},
	} {
		g := varied(VariationChange{Term: VariedEnd, Date: NewDate(2026, time.March, 31)}, change)
		err := g.ApplyVariation("v", appliedOn, "Ann")
		if err == nil || !strings.Contains(Explain(err), says) {
			t.Errorf("%q is not said: %v", says, err)
		}
		if g.PlannedEnd != NewDate(2025, time.March, 31) || g.Total() != Pounds(300) || !g.Variations[0].Applied.IsZero() {
			t.Errorf("half of it was applied: %+v", g)
		}
	}
}

func TestATerminationEndsTheGrant(t *testing.T) {
	g := varied()
	g.Variations[0].Kind, g.Variations[0].Effective = Terminate, NewDate(2024, time.June, 30)
	if err := g.ApplyVariation("v", appliedOn, "Ann"); err != nil {
		t.Fatal(err)
	}
	if g.Status != Terminated || g.ActualEnd != NewDate(2024, time.June, 30) || ReachedOn(g, "terminated") != appliedOn || g.Steps[0].By != "Ann" {
		t.Errorf("%+v", g)
	}
	g = varied()
	g.Status, g.Variations[0].Kind = Closed, Terminate
	var forbidden *ForbiddenStep
	if err := g.ApplyVariation("v", appliedOn, "Ann"); !errors.As(err, &forbidden) {
		t.Errorf("a closed grant was terminated: %v", err)
	}
}

func TestScheduleMakesTheReturnsThatAreExpected(t *testing.T) {
	g := &Grant{
		Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Active, PlannedStart: NewDate(2025, time.May, 12), PlannedEnd: NewDate(2026, time.March, 31),
		Monitoring: MonitoringSchedule{Every: Quarterly, DueAfter: 14, Framework: "f"},
	}
	reg := NewRegister(g, &MonitoringReturn{Stamp: Stamp{ID: "held"}, Grant: "g", PeriodStart: NewDate(2025, time.July, 1), PeriodEnd: NewDate(2025, time.September, 30), Due: NewDate(2025, time.October, 20)})
	var got []string
	for _, r := range reg.MissingReturns(g) {
		if r.Status != ReturnExpected || r.Framework != "f" || !r.ID.Ours() {
			t.Errorf("%+v", r)
		}
		got = append(got, r.Period+" "+r.PeriodStart.ISO()+" "+r.PeriodEnd.ISO()+" "+r.Due.ISO())
	}
	want := "Quarter 1, 2025-26 2025-05-12 2025-06-30 2025-07-14; Quarter 3, 2025-26 2025-10-01 2025-12-31 2026-01-14; Quarter 4, 2025-26 2026-01-01 2026-03-31 2026-04-14"
	if strings.Join(got, "; ") != want {
		t.Errorf("missing: %s", strings.Join(got, "; "))
	}
	for every, n := range map[Frequency]int{Monthly: 11, HalfYearly: 2, Yearly: 1, AtTheEnd: 1, "": 0} {
		g.Monitoring.Every = every
		if returns := g.ExpectedReturns(); len(returns) != n || n > 0 && returns[n-1].PeriodEnd != g.PlannedEnd {
			t.Errorf("%q makes %d returns", every, len(returns))
		}
	}
}
