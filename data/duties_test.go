package data

import (
	"testing"
	"time"
)

func duty(t *testing.T, reg *Register, d Duty, today Date) DutyState {
	t.Helper()
	for _, s := range reg.DutiesOn(today) {
		if s.Duty == d {
			return s
		}
	}
	t.Fatalf("there is no duty %q", d)
	return DutyState{}
}

func lacking(s DutyState) []string {
	var said []string
	for _, l := range s.Lacks {
		said = append(said, l.Sentence)
	}
	return said
}

func TestWhatIsMissingForEachDuty(t *testing.T) {
	june := func(day int) Date { return NewDate(2025, time.June, day) }
	today := june(10)
	told := &Grant{
		Stamp: Stamp{ID: "told"}, Title: "Told", Status: Active, Recipient: "o", Purpose: "p", Reasons: "r", AwardDate: NewDate(2025, time.May, 20),
		Awards: []Award{{FinancialYear: 2025, Amount: Pounds(10)}},
	}
	bare := &Grant{Stamp: Stamp{ID: "bare"}, Title: "Bare", Status: Active, Recipient: "o", Purpose: "p", AwardDate: NewDate(2025, time.April, 20), Awards: []Award{{FinancialYear: 2025, Amount: Pounds(10)}}}
	running := &Grant{Stamp: Stamp{ID: "running"}, Title: "Made this month", Status: Agreed, Recipient: "o", Purpose: "p", Reasons: "r", AwardDate: june(2)}
	contract := &Grant{
		Stamp: Stamp{ID: "contract"}, Title: "Hub", Status: Active, Instrument: Contract, Awards: []Award{{FinancialYear: 2025, Amount: Pounds(10001)}},
		Payments: []Payment{{Amount: Money{Pence: 50001}, PaidOn: NewDate(2025, time.May, 31)}},
	}
	small := &Grant{
		Stamp: Stamp{ID: "small"}, Title: "Small", Status: Active, Instrument: Contract, Awards: []Award{{FinancialYear: 2025, Amount: Pounds(10000)}},
		Payments: []Payment{{Amount: Pounds(500), PaidOn: NewDate(2025, time.May, 31)}, {Amount: Pounds(900), PaidOn: june(3)}},
	}
	records := []Record{
		told, bare, running, contract, small,
		&Grant{Stamp: Stamp{ID: "no"}, Title: "No", Status: Declined, AwardDate: NewDate(2025, time.May, 1), Awards: []Award{{FinancialYear: 2025, Amount: Pounds(10)}}},
		&Decision{Stamp: Stamp{ID: "d1"}, Title: "Open", Status: DecisionSigned, SignedOn: june(3)},
		&Decision{Stamp: Stamp{ID: "d2"}, Title: "Secret", Status: DecisionSigned, SignedOn: june(3), Marking: Exempt},
		&Decision{Stamp: Stamp{ID: "d3"}, Title: "Out", Status: DecisionPublished, PublishedOn: june(1)},
		&FOIRequest{Stamp: Stamp{ID: "r1"}, Subject: "Stalking", InLog: true, Clock: []ClockRow{{Event: ClockResponded, On: june(5)}}},
		&FOIRequest{Stamp: Stamp{ID: "r2"}, Subject: "Own file", InLog: true, Regime: RegimeSAR, Clock: []ClockRow{{Event: ClockResponded, On: june(5)}}},
		&FOIRequest{Stamp: Stamp{ID: "r3"}, Subject: "Older", InLog: true, Clock: []ClockRow{{Event: ClockResponded, On: june(1)}}},
		&Publication{Stamp: Stamp{ID: "p1"}, Title: "Disclosure log to May", PublishedOn: june(2)},
		&Publication{Stamp: Stamp{ID: "p2"}, Title: "Disclosure log, wrongly", PublishedOn: june(9), WithdrawnOn: june(9)},
		&Publication{Stamp: Stamp{ID: "p3"}, What: "d3", Title: "Out", PublishedOn: june(1)},
	}
	for d, want := range map[Duty][]string{
		DutyDecisions: {"1 decision is signed and not published."},
		DutyGrants:    {"2 grants of this year are not published.", "1 grant does not say to whom, for what or why it reduces crime."},
		DutySpending:  {"1 arrangement that is no grant has payments over £500 to publish."},
		DutyContracts: {"1 contract over £10,000 has no publication put down."},
		DutyLog:       {"1 request was answered since the last log and belongs in it."},
	} {
		s := duty(t, NewRegister(records...), d, today)
		if got := lacking(s); len(got) != len(want) || got[0] != want[0] || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
	reg := NewRegister(records...)
	if last := duty(t, reg, DutyLog, today).Last; last == nil || last.ID != "p1" {
		t.Errorf("the log was last published as %v", last)
	}
	if last := duty(t, reg, DutyDecisions, today).Last; last == nil || last.ID != "p3" {
		t.Errorf("a decision was last published as %v", last)
	}

	reg.Remove(KindPublication, "p1")
	if got := lacking(duty(t, reg, DutyLog, today)); len(got) != 1 || got[0] != "2 requests were answered and belong in it." {
		t.Errorf("without a log: %q", got)
	}
	reg.Put(
		&Publication{Stamp: Stamp{ID: "p4"}, Title: "Crime and disorder reduction grants, 2025-26", PublishedOn: NewDate(2025, time.May, 1)},
		&Publication{Stamp: Stamp{ID: "p5"}, What: "contract", Title: "Contract for the hub", PublishedOn: june(1)},
		&Publication{Stamp: Stamp{ID: "p6"}, Title: "Spending over £500, 2025-26", PublishedOn: june(1)},
	)
	if got := lacking(duty(t, reg, DutyGrants, today)); len(got) != 2 || got[0] != "1 grant was made since the last list." {
		t.Errorf("after a list of April's grants: %q", got)
	}
	for _, d := range []Duty{DutyContracts, DutySpending} {
		if got := lacking(duty(t, reg, d, today)); len(got) != 0 {
			t.Errorf("%s was published, but %q", d, got)
		}
	}
}

func TestAReturnIsFilledFromItsFramework(t *testing.T) {
	five, six := Decimal(500), Decimal(600)
	reg := NewRegister(
		&OutcomesFramework{Stamp: Stamp{ID: "f"}, Title: "Counts", Measures: []Measure{{Title: "Referred", Unit: "people"}, {Title: "Supported", Unit: "people"}}},
		&MonitoringReturn{Stamp: Stamp{ID: "old"}, Grant: "g", Due: NewDate(2025, time.April, 30), Values: []MeasureValue{{Measure: "Supported", Target: &five}}},
		&MonitoringReturn{Stamp: Stamp{ID: "older"}, Grant: "g", Due: NewDate(2025, time.January, 30), Values: []MeasureValue{{Measure: "Supported", Target: &six}}},
	)
	m := &MonitoringReturn{Stamp: Stamp{ID: "new"}, Grant: "g", Framework: "f", Due: NewDate(2025, time.July, 30), Values: []MeasureValue{{Measure: "referred"}}}
	rows := reg.MissingMeasures(m)
	if len(rows) != 1 || rows[0].Measure != "Supported" || rows[0].Unit != "people" || rows[0].Target == nil || *rows[0].Target != five || rows[0].Value != nil {
		t.Fatalf("missing are %+v", rows)
	}
	*rows[0].Target = six
	if five != 500 {
		t.Error("the older return's target was changed")
	}
	rows[0].Value = &five
	if by, ok := rows[0].Against(); !ok || by != -100 {
		t.Errorf("5 against 6 is %v", by)
	}
}

func TestTheReturnsOfAYearThatNobodyPutDown(t *testing.T) {
	g := &Grant{
		Stamp: Stamp{ID: "g"}, Title: "Advocate", Status: Active, PlannedStart: NewDate(2025, time.January, 1), PlannedEnd: NewDate(2026, time.March, 31),
		Monitoring: MonitoringSchedule{Every: Quarterly, DueAfter: 30},
	}
	reg := NewRegister(g, &MonitoringReturn{Stamp: Stamp{ID: "r"}, Grant: "g", PeriodStart: NewDate(2025, time.April, 1), PeriodEnd: NewDate(2025, time.June, 30), Due: NewDate(2025, time.July, 30)})
	missing := reg.MissingReturnsIn(2025)
	if len(missing) != 3 || missing[0].Period != "Quarter 2, 2025-26" || missing[0].ID == "" {
		t.Errorf("missing are %+v", missing)
	}
}

func TestAwardsByThemeAndByYear(t *testing.T) {
	given := func(status GrantStatus, themes []string, awards ...Award) *Grant {
		return &Grant{Stamp: Stamp{ID: NewID()}, Title: "G", Status: status, Themes: themes, Awards: awards}
	}
	reg := NewRegister(
		given(Active, []string{"Stalking", "Domestic abuse"}, Award{FinancialYear: 2025, Amount: Pounds(10)}, Award{FinancialYear: 2024, Amount: Pounds(3)}),
		given(Closed, []string{"stalking"}, Award{FinancialYear: 2025, Amount: Pounds(5)}, Award{FinancialYear: 2025, Amount: Pounds(1)}),
		given(Active, nil, Award{FinancialYear: 2025, Amount: Pounds(2)}),
		given(Proposed, []string{"Stalking"}, Award{FinancialYear: 2025, Amount: Pounds(99)}),
	)
	themes := reg.AwardedByTheme(2025)
	if len(themes) != 3 || Fold(themes[0].Theme) != "stalking" || themes[0].Amount != Pounds(16) || themes[0].Grants != 2 || themes[1].Amount != Pounds(10) || themes[2].Theme != "" {
		t.Errorf("by theme: %+v", themes)
	}
	years := reg.AwardedByYear()
	if len(years) != 2 || years[0].Year != 2024 || years[0].Amount != Pounds(3) || years[1].Amount != Pounds(18) || years[1].Grants != 3 {
		t.Errorf("by year: %+v", years)
	}
}

func TestHowFarOffSomethingIs(t *testing.T) {
	for _, c := range []struct {
		need Need
		days int
		want string
	}{
		{NeedsReturn, -9, "9 days late"},
		{NeedsAnswer, -1, "1 working day late"},
		{NeedsAnswer, 1, "in 1 working day"},
		{NeedsAnswer, 0, "today"},
		{NeedsAccount, 1, "tomorrow"},
		{NeedsSpending, 30, "in 30 days"},
		{NeedsSettling, -30, "30 days ago"},
		{NeedsPublishing, -18, "18 days ago"},
		{NeedsMoney, -3, "now"},
	} {
		if got := (Attention{Need: c.need, Days: c.days}).When(); got != c.want {
			t.Errorf("%s in %d days is %q, want %q", c.need, c.days, got, c.want)
		}
	}
}
