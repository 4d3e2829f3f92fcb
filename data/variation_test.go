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

func TestAVariationThatTakesAwayWhatAGrantNeedsIsNotApplied(t *testing.T) {
	for says, change := range map[string]func(*Grant){
		"who takes the grant over":                                                       func(g *Grant) { g.Variations[0].Kind = Novate },
		"what “Recipient” becomes: put it down.":                                         func(g *Grant) { g.Variations[0].Changes = []VariationChange{{Term: VariedRecipient}} },
		"what “End” becomes: put it down.":                                               func(g *Grant) { g.Variations[0].Changes = []VariationChange{{Term: VariedEnd}} },
		"what “Start” becomes: put it down.":                                             func(g *Grant) { g.Variations[0].Changes = []VariationChange{{Term: VariedStart}} },
		"what “Amount, 2024-25” becomes: put it down, or tick that there is to be none.": func(g *Grant) { g.Variations[0].Changes[0].Amount = Money{} },
		"what “Conditions” becomes: put it down, or tick":                                func(g *Grant) { g.Variations[0].Changes = []VariationChange{{Term: VariedConditions, Text: " "}} },
		"what “Delivered by” becomes: put it down, or tick":                              func(g *Grant) { g.Variations[0].Changes = []VariationChange{{Term: VariedDeliveredBy}} },
		"gives money for 2025-26, a year that the grant has no award for yet, so no fund pays for it: name the fund": func(g *Grant) {
			g.Variations[0].Changes = []VariationChange{{Term: VariedAmount, FinancialYear: 2025, Amount: Pounds(5)}}
		},
		"changes “End” twice": func(g *Grant) {
			g.Variations[0].Changes = []VariationChange{{ID: "1", Term: VariedEnd, Date: appliedOn}, {ID: "2", Term: VariedStart, Date: appliedOn}, {ID: "3", Term: VariedEnd, Date: appliedOn}}
		},
		"does not say what it changes":     func(g *Grant) { g.Variations[0].Changes = nil },
		"only what was given can be":       func(g *Grant) { g.Status = Declined },
		"no such variation":                func(g *Grant) { g.Variations = nil },
		"its last is less than the":        func(g *Grant) { g.Awards[0].FinancialYear, g.Variations[0].Changes[0].Amount = 2024, Pounds(50) },
		"pays £100 of the award for 2023-": func(g *Grant) { g.Awards[0].Amount, g.Variations[0].Changes[0].Amount = Pounds(500), Pounds(300) },
	} {
		g := varied(VariationChange{Term: VariedAmount, FinancialYear: 2024, Amount: Pounds(300), Fund: "core"})
		if strings.HasPrefix(says, "pays") {
			g.Variations[0].Changes[0].FinancialYear = 2023
		}
		change(g)
		before := Clone(g)
		if err := g.ApplyVariation("v", appliedOn, "Ann"); err == nil || !strings.Contains(Explain(err), says) {
			t.Errorf("%q is not said: %v", says, err)
		}
		if fields, err := Diff(before, g); err != nil || len(fields) > 0 {
			t.Errorf("%s: the grant was changed: %v", says, fields)
		}
	}
	g := varied(VariationChange{Term: VariedDeliveredBy, None: true})
	g.DeliveredBy = "council"
	if err := g.ApplyVariation("v", appliedOn, ""); err != nil || g.DeliveredBy != "" || g.Variations[0].Changes[0].WasRecord != "council" {
		t.Errorf("it cannot be delivered by the recipient again: %v", err)
	}
	g = varied(VariationChange{Term: VariedEnd, Date: NewDate(2026, time.March, 31)})
	if err := g.ApplyVariation("v", Date{}, ""); err == nil {
		t.Error("it was applied on no day, and could be applied again")
	}
}

func TestAYearOfTwoPartsIsVariedInItsLast(t *testing.T) {
	g := varied(VariationChange{Term: VariedAmount, FinancialYear: 2024, Fund: "core", Amount: Money{Pence: 34000, Qualifier: UpTo}})
	g.Awards = append(g.Awards, Award{ID: "c", FinancialYear: 2024, Part: "uplift", Amount: Pounds(100)})
	if err := g.ApplyVariation("v", appliedOn, ""); err != nil {
		t.Fatal(err)
	}
	if g.Awards[1].Amount != Pounds(200) || g.Awards[2].Amount != (Money{Pence: 14000, Qualifier: UpTo}) || g.Awards[2].Funds[0].Amount.Pence != 4000 || g.TotalIn([]FinancialYear{2024}).Pence != 34000 ||
		g.Variations[0].Changes[0].WasAmount != Pounds(300) {
		t.Errorf("%+v", g.Awards)
	}
	g = varied(VariationChange{Term: VariedAmount, FinancialYear: 2021, Amount: Pounds(5)})
	g.Awards = g.Awards[:1]
	g.Awards[0].Funds = nil // where no fund pays for anything, none need pay for the new year
	if err := g.ApplyVariation("v", appliedOn, ""); err != nil || g.Awards[0].FinancialYear != 2021 || len(g.Awards[0].Funds) != 0 || g.Awards[0].ID == "" {
		t.Errorf("%v: %+v", err, g.Awards)
	}
	g = varied(VariationChange{Term: VariedAmount, FinancialYear: 2023, Amount: Pounds(100)})
	g.Awards[0].Funds = nil
	g.Variations[0].Changes[0].Amount = Pounds(60)
	if err := g.ApplyVariation("v", appliedOn, ""); err != nil || g.Awards[0].Amount != Pounds(60) || len(g.Awards[0].Funds) != 0 {
		t.Errorf("%v: %+v", err, g.Awards)
	}
}

func TestAYearIsVariedToNothingOnPurpose(t *testing.T) {
	g := varied(VariationChange{Term: VariedAmount, FinancialYear: 2023, None: true}, VariationChange{Term: VariedPurpose, None: true})
	if err := g.ApplyVariation("v", appliedOn, ""); err != nil || g.TotalIn([]FinancialYear{2023}).Pence != 0 || g.Purpose != "" {
		t.Errorf("%v: %+v", err, g)
	}
	g = varied(VariationChange{Term: VariedEnd, None: true})
	if err := g.ApplyVariation("v", appliedOn, ""); err == nil {
		t.Error("the grant has no end any more")
	}
}

func TestTwoFundsBearPartsOfOneUplift(t *testing.T) {
	g := varied(VariationChange{Term: VariedAmount, FinancialYear: 2024, Fund: "core", Amount: Pounds(230)}, VariationChange{Term: VariedAmount, FinancialYear: 2024, Fund: "other", Amount: Pounds(250)})
	if err := g.ApplyVariation("v", appliedOn, ""); err != nil || g.Awards[1].Funds[0].Amount != Pounds(180) || g.Awards[1].Funds[1].Amount != Pounds(70) {
		t.Errorf("%v: %+v", err, g.Awards)
	}
}

func TestATerminationWithoutADayEndsTheGrantOnTheDayItIsApplied(t *testing.T) {
	g := varied()
	g.Variations[0].Kind = Terminate
	if err := g.ApplyVariation("v", appliedOn, "Ann"); err != nil || g.ActualEnd != appliedOn {
		t.Errorf("%v: it ends on %s", err, g.ActualEnd)
	}
	g = varied()
	g.Variations[0].Kind, g.Variations[0].Effective, g.ActualEnd = Terminate, appliedOn, appliedOn.AddDays(-9)
	if err := g.ApplyVariation("v", appliedOn, "Ann"); err != nil || g.ActualEnd != appliedOn.AddDays(-9) {
		t.Errorf("%v: what was known of its end is lost: %s", err, g.ActualEnd)
	}
}

func TestTwoVariationsOfOneNumberAreNotSaved(t *testing.T) {
	g := varied()
	g.Variations = append(g.Variations, Variation{ID: "w", Number: 1, Kind: Scope}, Variation{ID: "x", Kind: Scope}, Variation{ID: "y", Kind: Scope})
	if ps := g.Problems(); len(ps) != 1 || ps[0].Field != "variations[1].number" || ps[0].Sentence != "There are two variations numbered 1. Give one of them the next number." {
		t.Errorf("%v", ps)
	}
}

func TestReturnsAreExpectedForTheTimeThatTheGrantReallyRan(t *testing.T) {
	day := NewDate
	for name, c := range map[string]struct {
		change func(*Grant)
		want   string // first and last day of each period
	}{
		"as planned":               {func(*Grant) {}, "2025-04-01 2025-06-30, 2025-07-01 2025-08-31"},
		"it ended early":           {func(g *Grant) { g.ActualEnd = day(2025, time.May, 9) }, "2025-04-01 2025-05-09"},
		"it ended late":            {func(g *Grant) { g.ActualEnd = day(2025, time.October, 2) }, "2025-04-01 2025-06-30, 2025-07-01 2025-09-30, 2025-10-01 2025-10-02"},
		"it began late":            {func(g *Grant) { g.ActualStart = day(2025, time.July, 7) }, "2025-07-07 2025-08-31"},
		"nobody planned its end":   {func(g *Grant) { g.PlannedEnd, g.ActualEnd = Date{}, day(2025, time.May, 9) }, "2025-04-01 2025-05-09"},
		"nobody planned its start": {func(g *Grant) { g.PlannedStart = Date{} }, ""},
		"it has no end":            {func(g *Grant) { g.PlannedEnd = Date{} }, ""},
		"it ended before it began": {func(g *Grant) { g.PlannedEnd = day(2025, time.March, 31) }, ""},
		"it was one day":           {func(g *Grant) { g.PlannedEnd = g.PlannedStart }, "2025-04-01 2025-04-01"},
		"only the months are known": {func(g *Grant) {
			g.PlannedStart.Precision, g.PlannedEnd = ToTheMonth, Date{Year: 2025, Month: time.June, Day: 1, Precision: ToTheMonth}
		}, "2025-04-01 2025-06-30"},
		"it was declined":             {func(g *Grant) { g.Status = Declined }, ""},
		"every month":                 {func(g *Grant) { g.Monitoring.Every, g.PlannedEnd = Monthly, day(2025, time.May, 2) }, "2025-04-01 2025-04-30, 2025-05-01 2025-05-02"},
		"every half year from March":  {func(g *Grant) { g.Monitoring.Every, g.PlannedStart = HalfYearly, day(2025, time.March, 31) }, "2025-03-31 2025-03-31, 2025-04-01 2025-08-31"},
		"every year over 31 December": {func(g *Grant) { g.Monitoring.Every, g.PlannedEnd = Yearly, day(2026, time.April, 1) }, "2025-04-01 2026-03-31, 2026-04-01 2026-04-01"},
	} {
		g := &Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Active, PlannedStart: day(2025, time.April, 1), PlannedEnd: day(2025, time.August, 31), Monitoring: MonitoringSchedule{Every: Quarterly}}
		c.change(g)
		var got []string
		for _, r := range g.ExpectedReturns() {
			if r.PeriodStart.Precision != ToTheDay || r.Due != r.PeriodEnd {
				t.Errorf("%s: %+v", name, r)
			}
			got = append(got, r.PeriodStart.ISO()+" "+r.PeriodEnd.ISO())
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s", name, strings.Join(got, ", "))
		}
	}
	g := &Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Active, PlannedStart: day(2025, time.April, 1), PlannedEnd: day(2025, time.September, 30), Monitoring: MonitoringSchedule{Every: Quarterly, DueAfter: 15}}
	for name, c := range map[string]struct {
		held MonitoringReturn
		want int
	}{
		"of a quarter to the month":   {MonitoringReturn{PeriodStart: day(2025, time.April, 1), PeriodEnd: Date{Year: 2025, Month: time.July, Day: 1, Precision: ToTheMonth}}, 0},
		"of the last day of a period": {MonitoringReturn{PeriodStart: day(2025, time.June, 30), PeriodEnd: day(2025, time.June, 30)}, 1},
		"of the day before":           {MonitoringReturn{PeriodStart: day(2025, time.March, 1), PeriodEnd: day(2025, time.March, 31)}, 2},
		"due on the same day":         {MonitoringReturn{Due: Date{Year: 2025, Month: time.July, Day: 15, Wording: "mid-July"}}, 1},
		"due on another":              {MonitoringReturn{Due: day(2025, time.July, 16)}, 2},
		"of another grant":            {MonitoringReturn{Grant: "other", Due: day(2025, time.July, 15)}, 2},
	} {
		held := c.held
		held.ID = "held"
		if held.Grant == "" {
			held.Grant = "g"
		}
		if got := len(NewRegister(g, &held).MissingReturns(g)); got != c.want {
			t.Errorf("one %s leaves %d", name, got)
		}
	}
}

func TestAPeriodThatEndsInItsFirstMonthIsAPeriod(t *testing.T) {
	may := Date{Year: 2018, Month: time.May, Day: 1, Precision: ToTheMonth}
	e := &TrainingEvent{Title: "Toolkit", Start: NewDate(2018, time.May, 14), End: may}
	if ps := e.Problems(); len(ps) != 0 {
		t.Errorf("from 14 May to May: %v", ps)
	}
	if e.Start = NewDate(2018, time.June, 1); len(e.Problems()) != 1 {
		t.Error("from 1 June to May is a period")
	}
	for clock, ok := range map[string]bool{"09:30": true, "23:59": true, "00:00": true, "": true, "24:00": false, "12:60": false, "+9:30": false, "-1:30": false, "9:30": false, "09.30": false, "09:3x": false} {
		if clockTime(clock) != ok {
			t.Errorf("%q: %t", clock, !ok)
		}
	}
}
