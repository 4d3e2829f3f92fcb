package data

import (
	"testing"
	"time"
)

func TestWhatNeedsAttentionIsSaidAndNothingElse(t *testing.T) {
	today := NewDate(2025, time.November, 24) // a Monday
	day := today.AddDays
	harbour := &Grant{
		Stamp: Stamp{ID: "harbour"}, Title: "Harbour", Status: Active, PlannedStart: NewDate(2025, time.April, 1), PlannedEnd: NewDate(2026, time.March, 31),
		Monitoring: MonitoringSchedule{Every: Quarterly, DueAfter: 30}, Payments: []Payment{{Amount: Pounds(500), Due: day(-3)}, {Amount: Pounds(1), Due: day(1)}, {Amount: Pounds(9), Due: day(-9), PaidOn: day(-9)}},
	}
	ended := &Grant{Stamp: Stamp{ID: "ended"}, Title: "Ended", Status: Active, PlannedEnd: day(-1)}
	reg := NewRegister(
		&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"},
		&FOIRequest{Stamp: Stamp{ID: "r1"}, Reference: "FOI/1", Subject: "Refuges", Received: NewDate(2025, time.October, 28), Status: Searching},
		&FOIRequest{Stamp: Stamp{ID: "r2"}, Reference: "FOI/2", Received: NewDate(2025, time.November, 20), Status: Received},
		&FOIRequest{Stamp: Stamp{ID: "r3"}, Reference: "FOI/3", Received: NewDate(2025, time.September, 1), Status: Responded, Clock: []ClockRow{{Event: ClockResponded, On: NewDate(2025, time.September, 9)}}},
		&FOIRequest{Stamp: Stamp{ID: "r4"}, Reference: "FOI/4", Received: NewDate(2025, time.June, 2), Status: UnderReview, Clock: []ClockRow{
			{Event: ClockResponded, On: NewDate(2025, time.June, 20)}, {Event: ReviewAsked, On: NewDate(2025, time.November, 3)},
		}},
		harbour, ended,
		&Grant{Stamp: Stamp{ID: "far"}, Title: "Far", Status: Active, PlannedEnd: day(400)},
		&Grant{Stamp: Stamp{ID: "closed"}, Title: "Closed", Status: Closed, PlannedEnd: day(-5), Payments: []Payment{{Amount: Pounds(5), Due: day(-100)}}},
		&MonitoringReturn{Stamp: Stamp{ID: "m1"}, Grant: "harbour", Period: "Quarter 1, 2025-26", PeriodStart: NewDate(2025, time.April, 1), PeriodEnd: NewDate(2025, time.June, 30), Due: NewDate(2025, time.July, 30), Received: NewDate(2025, time.July, 29), Status: ReturnChecked},
		&MonitoringReturn{Stamp: Stamp{ID: "m2"}, Grant: "far", Period: "Half year", Due: day(-2), Status: ReturnExpected},
		&MonitoringReturn{Stamp: Stamp{ID: "m3"}, Grant: "far", Period: "Full year", Due: day(0), Status: ReturnExpected},
		&Fund{Stamp: Stamp{ID: "uplift"}, Programme: "Uplift", Status: Won, Allocation: Pounds(4528), SpendBy: day(60), ReturnDue: day(7)},
		&Fund{Stamp: Stamp{ID: "later"}, Programme: "Later", Status: Won, Allocation: Pounds(1), SpendBy: day(200)},
		&Fund{Stamp: Stamp{ID: "bid"}, Programme: "Bid", Status: BidSubmitted, Allocation: Pounds(1), SpendBy: day(10)},
		&Fund{Stamp: Stamp{ID: "twice"}, Programme: "Twice", Status: Won, Allocation: Pounds(100)},
		paidFrom("twice", 150),
		&Decision{Stamp: Stamp{ID: "d1"}, Reference: "25/26 – 0009", Title: "Helpline", Status: DecisionSigned, SignedOn: day(-20)},
		&Decision{Stamp: Stamp{ID: "d2"}, Title: "Exempt", Status: DecisionSigned, Marking: Exempt, SignedOn: day(-20)},
		&Decision{Stamp: Stamp{ID: "d3"}, Title: "Out", Status: DecisionPublished, SignedOn: day(-20)},
		&Contact{Stamp: Stamp{ID: "c1"}, Name: "Bo Lund", KeepUntil: Date{Year: 2025, Month: time.October, Day: 1, Precision: ToTheMonth}},
		&Contact{Stamp: Stamp{ID: "c2"}, Name: "Ada Reed", KeepUntil: Date{Year: 2025, Month: time.November, Day: 1, Precision: ToTheMonth}},
		&Action{Stamp: Stamp{ID: "a1"}, Text: "Write to Harbour", Due: day(-1), Status: ActionOpen},
		&Action{Stamp: Stamp{ID: "a2"}, Text: "Done", Due: day(-1), Status: ActionDone},
		&Action{Stamp: Stamp{ID: "a3"}, Text: "Today", Due: day(0), Status: ActionOpen},
	)
	want := map[string]bool{ // urgent or not
		"FOI/1 Refuges: 1 working day left, due Tuesday 25 November 2025.":                                               true,
		"FOI/4: Internal review: 5 working days left, due Tuesday 2 December 2025.":                                      false, // Monday is kept for St Andrew in Scotland
		"Harbour, Quarter 2, 2025-26: 25 days late.":                                                                     true,
		"Far, Half year: 2 days late.":                                                                                   true,
		"Uplift has £4,528 that is not committed, to be spent by 23 January 2026.":                                       false,
		"The return to the funder for Uplift is due on 1 December 2025.":                                                 false,
		"Twice is committed £50 more than it has.":                                                                       true,
		"Ended ended on 23 November 2025 and is still active: close it, or extend it.":                                   true,
		"Harbour: a payment of £500 was due on 21 November 2025.":                                                        true,
		"25/26 – 0009 Helpline was signed on 4 November 2025, not published.":                                            true,
		"The details of Bo Lund were to be kept until October 2025: confirm that they are still needed, or remove them.": true,
		"Write to Harbour: was due on 23 November 2025.":                                                                 true,
	}
	found := reg.Attention(today)
	for i, a := range found {
		urgent, expected := want[a.Sentence]
		if !expected || urgent != a.Urgent {
			t.Errorf("%s %q, urgent: %t", a.Need.Label(), a.Sentence, a.Urgent)
		}
		delete(want, a.Sentence)
		if i > 0 && found[i-1].Urgent == a.Urgent && a.On.Before(found[i-1].On) || i > 0 && a.Urgent && !found[i-1].Urgent {
			t.Errorf("%q stands after %q", a.Sentence, found[i-1].Sentence)
		}
	}
	for sentence := range want {
		t.Errorf("it is not said: %s", sentence)
	}
}

func TestNothingThatIsDueIsPassedOverInSilence(t *testing.T) {
	today := NewDate(2025, time.November, 24)
	lost := wonFund(0)
	lost.Status = Lost
	back := &Grant{Stamp: Stamp{ID: "g"}, Title: "Harbour", Status: Active, Payments: []Payment{{Amount: Pounds(-50), Due: today.AddDays(-1)}}}
	reg := NewRegister(
		lost, paidFrom("core", 5), back,
		&FOIRequest{Stamp: Stamp{ID: "r1"}, Reference: "FOI/1", Received: today.AddDays(-90), Status: UnderReview, Clock: []ClockRow{{Event: ClockResponded, On: today.AddDays(-80)}}},
		&FOIRequest{Stamp: Stamp{ID: "r2"}, Reference: "FOI/2", Received: today.AddDays(-90), Status: UnderReview, Clock: []ClockRow{{Event: ClockResponded, On: today.AddDays(-80)}, {Event: ReviewAnswered, On: today.AddDays(-70)}}},
		&FOIRequest{Stamp: Stamp{ID: "r3"}, Reference: "FOI/3", Received: today.AddDays(-90), Status: UnderReview, Clock: []ClockRow{{Event: ClockResponded, On: today.AddDays(-80)}, {Event: ReviewAsked, On: NewDate(2025, time.November, 3)}}},
		&FOIRequest{Stamp: Stamp{ID: "r4"}, Reference: "FOI/4", Received: today.AddDays(-90), Status: Responded, Clock: []ClockRow{{Event: ReviewAnswered, On: today.AddDays(-80)}}},
		&Decision{Stamp: Stamp{ID: "d1"}, Title: "New", Status: DecisionSigned, SignedOn: today.AddDays(-10)},
		&Fund{Stamp: Stamp{ID: "f1"}, Programme: "Soon", Status: Won, Allocation: Pounds(7), SpendBy: today.AddDays(90), ReturnDue: today.AddDays(-28)},
		&Fund{Stamp: Stamp{ID: "f2"}, Programme: "Late", Status: Won, Allocation: Pounds(7), SpendBy: today.AddDays(-365), ReturnDue: today.AddDays(29)},
		&Fund{Stamp: Stamp{ID: "f3"}, Programme: "Settled", Status: Won, Allocation: Pounds(7), SpendBy: today.AddDays(-366), ReturnDue: today.AddDays(-29)},
		&Fund{Stamp: Stamp{ID: "f4"}, Programme: "Now", Status: Won, Allocation: Pounds(7), SpendBy: today.AddDays(14)},
		&Grant{Stamp: Stamp{ID: "e1"}, Title: "Today", Status: Agreed, PlannedEnd: today},
		&Grant{Stamp: Stamp{ID: "e2"}, Title: "Ahead", Status: Agreed, PlannedEnd: today.AddDays(90)},
		&Grant{Stamp: Stamp{ID: "e3"}, Title: "Far", Status: Agreed, PlannedEnd: today.AddDays(91)},
	)
	want := map[string]int{ // the days left
		"£5 is committed from Core, which has not been won.":                                                              0,
		"Harbour: a repayment of £50 was due on 23 November 2025.":                                                        -1,
		"FOI/1 is under review, but its clock does not say since when: put in the day on which the review was asked for.": 0,
		"FOI/3: Internal review: 5 working days left, due Tuesday 2 December 2025.":                                       5,
		"New was signed on 14 November 2025, not published.":                                                              -10,
		"Soon has £7 that is not committed, to be spent by 22 February 2026.":                                             90,
		"The return to the funder for Soon is due on 27 October 2025.":                                                    -28,
		"Late has £7 left that was to be spent by 24 November 2024: settle with the funder what becomes of it.":           -365,
		"Now has £7 that is not committed, to be spent by 8 December 2025.":                                               14,
		"Today ends on 24 November 2025.":                                                                                 0,
		"Ahead ends on 22 February 2026.":                                                                                 90,
	}
	for _, a := range reg.Attention(today) {
		days, expected := want[a.Sentence]
		if a.Record.Stamped().ID == "r2" && a.Need == NeedsClockMended && a.Urgent {
			days, expected = a.Days, true
		}
		if !expected || days != a.Days {
			t.Errorf("%s: %q, %d days", a.Need.Label(), a.Sentence, a.Days)
		}
		if a.Urgent != (a.Days < -10 || a.Need == NeedsClockMended || a.Need == NeedsMoney || a.Need == NeedsPayment || a.Record.Stamped().ID == "f4") {
			t.Errorf("%q, urgent: %t", a.Sentence, a.Urgent)
		}
		delete(want, a.Sentence)
	}
	for sentence := range want {
		t.Errorf("it is not said: %s", sentence)
	}
}

func TestAHolidayThatIsAddedMovesOpenRequests(t *testing.T) {
	r := &FOIRequest{Stamp: Stamp{ID: "r"}, Reference: "FOI/1", Received: NewDate(2025, time.October, 28), Status: Searching}
	details := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"}
	reg := NewRegister(details, r)
	before, err := r.Deadline(reg.Calendar())
	if err != nil {
		t.Fatal(err)
	}
	details = Clone(details)
	details.Holidays = []OfficeHoliday{{Date: NewDate(2025, time.November, 18), Name: "State funeral"}}
	reg.Put(details)
	after, err := r.Deadline(reg.Calendar())
	if err != nil || before.Due != NewDate(2025, time.November, 25) || after.Due != NewDate(2025, time.November, 26) {
		t.Errorf("due %s, then %s (%v)", before.Due, after.Due, err)
	}
}
