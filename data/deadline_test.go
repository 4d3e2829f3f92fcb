package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// asked is a request that was received on a day, with a clock of "event day" rows.
func asked(t *testing.T, regime Regime, received string, rows ...string) *FOIRequest {
	t.Helper()
	r := &FOIRequest{Subject: "Grants", Regime: regime, Received: isoDay(t, received)}
	for _, row := range rows {
		event, on, _ := strings.Cut(row, " ")
		r.Clock = append(r.Clock, ClockRow{Event: ClockEvent(event), On: isoDay(t, on)})
	}
	return r
}

func deadlineOf(t *testing.T, r *FOIRequest, extra ...OfficeHoliday) Deadline {
	t.Helper()
	d, err := r.Deadline(NewCalendar(extra))
	if err != nil {
		t.Fatalf("a request received on %v with the clock %v has no deadline: %v", r.Received, r.Clock, err)
	}
	return d
}

func TestEveryWorkedDeadlineIsMet(t *testing.T) {
	cal := NewCalendar(nil)
	letters := map[string]Divisions{"england": EnglandAndWales, "scotland": Scotland, "northern": NorthernIreland}
	for _, c := range deadlineCases(t) {
		t.Run(c["date_received"], func(t *testing.T) {
			r := asked(t, "", c["date_received"])
			d := deadlineOf(t, r)
			if got := d.Due.ISO(); got != c["due_20wd_foia_any_UK_part"] {
				t.Errorf("due %s, want %s", got, c["due_20wd_foia_any_UK_part"])
			}
			if got := deadlineOf(t, asked(t, "", c["date_received"], "extended "+c["date_received"])).Due.ISO(); got != c["due_40wd_foia"] {
				t.Errorf("extended, due %s, want %s", got, c["due_40wd_foia"])
			}
			english := d.Received
			for n := 0; n < 20; {
				english = english.AddDays(1)
				if !weekend(dayNumber(english)) && !cal.keptIn(dayNumber(english), EnglandAndWales) {
					n++
				}
			}
			if got := english.ISO(); got != c["due_20wd_england_wales_only"] {
				t.Errorf("by the holidays of England and Wales alone due %s, want %s", got, c["due_20wd_england_wales_only"])
			}
			skipped, warning, uncertain := strings.Cut(c["holidays_skipped"], "OUT OF RANGE")
			if (d.Uncertain != "") != uncertain {
				t.Errorf("past the last known holiday it says %q, the case %q", d.Uncertain, warning)
			}
			want := map[string]Divisions{}
			for part := range strings.SplitSeq(skipped, ";") {
				if iso, divisions, ok := strings.Cut(strings.Trim(part, " )"), "("); ok {
					for name := range strings.SplitSeq(divisions, "/") {
						want[iso] |= letters[name]
					}
				}
			}
			for _, s := range d.Working(Date{}) {
				if s.Kind != StepHoliday {
					continue
				}
				kept := Divisions(0)
				for _, h := range cal.Holidays(s.Date, s.Date) {
					kept |= h.Divisions
					if !strings.Contains(s.Why, h.Name) || !strings.Contains(s.Why, h.Divisions.String()) {
						t.Errorf("%v is skipped because of %q, which does not name %v", s.Date, s.Why, h)
					}
				}
				if kept != want[s.Date.ISO()] {
					t.Errorf("%v is skipped as it is kept in %v, want %v", s.Date, kept, want[s.Date.ISO()])
				}
				delete(want, s.Date.ISO())
			}
			if len(want) > 0 {
				t.Errorf("not shown as skipped: %v", want)
			}
		})
	}
}

func TestTheStateOfAClockOnADay(t *testing.T) {
	const received = "2020-01-24" // due 21 February
	for _, c := range []struct {
		regime Regime
		rows   []string
		today  string
		state  ClockState
		words  string
	}{
		{"", nil, "2020-02-11", ClockRunning, "8 working days left, due Friday 21 February 2020"},
		{"", nil, "2020-02-20", ClockRunning, "1 working day left, due Friday 21 February 2020"},
		{"", nil, "2020-02-21", ClockRunning, "due today, Friday 21 February 2020"},
		{"", nil, "2020-02-22", ClockOverdue, "1 working day late, was due Friday 21 February 2020"},
		{"", nil, "2020-02-24", ClockOverdue, "1 working day late, was due Friday 21 February 2020"},
		{"", nil, "2020-02-26", ClockOverdue, "3 working days late, was due Friday 21 February 2020"},
		{"", []string{"clarification_sought 2020-01-30"}, "2021-01-30", ClockAwaitsClarification, "Waiting for clarification since Thursday 30 January 2020"},
		{"", []string{"clarification_sought 2020-02-24"}, "2020-02-25", ClockOverdue, "2 working days late, was due Friday 21 February 2020"},
		{"", []string{"fees_notice 2020-02-24"}, "2020-02-25", ClockOverdue, "2 working days late, was due Friday 21 February 2020"},
		{"", []string{"fees_notice 2020-02-03", "clarification_sought 2020-03-10"}, "2020-03-11", ClockAwaitsClarification, "Waiting for clarification since Tuesday 10 March 2020"},
		{"", []string{"fees_notice 2020-02-03", "extended 2020-03-10", "fees_paid 2020-04-30"}, "2020-06-22", ClockRunning, "due today, Monday 22 June 2020"},
		{"", []string{"fees_notice 2020-02-03"}, "2020-05-02", ClockAwaitsFees, "Waiting for the fee since Monday 3 February 2020; lapses if it is not paid by Saturday 2 May 2020"},
		{"", []string{"fees_notice 2020-02-03"}, "2020-05-03", ClockLapsed, "Lapsed: the fee was not paid by Saturday 2 May 2020"},
		{"", []string{"fees_notice 2020-02-03", "fees_paid 2020-06-01"}, "2020-06-01", ClockLapsed, "Lapsed: the fee was not paid by Saturday 2 May 2020"},
		{RegimeSAR, []string{"fees_notice 2020-02-03"}, "2021-05-03", ClockAwaitsFees, "Waiting for the fee since Monday 3 February 2020"},
		{RegimeEIR, []string{"fees_notice 2020-02-03"}, "2020-04-30", ClockAwaitsFees, "Waiting for the fee since Monday 3 February 2020; lapses if it is not paid by Thursday 30 April 2020"},
		{"", []string{"responded 2020-02-12"}, "2021-01-01", ClockAnsweredInTime, "Answered Wednesday 12 February 2020, in time, 7 working days before it was due"},
		{"", []string{"responded 2020-02-21"}, "2021-01-01", ClockAnsweredInTime, "Answered Friday 21 February 2020, in time, on the day it was due"},
		{"", []string{"responded 2020-02-22"}, "2021-01-01", ClockAnsweredLate, "Answered Saturday 22 February 2020, 1 working day late"},
		{"", []string{"responded 2020-02-26"}, "2021-01-01", ClockAnsweredLate, "Answered Wednesday 26 February 2020, 3 working days late"},
		{"", []string{"clarification_sought 2020-02-03", "responded 2020-06-01"}, "2021-01-01", ClockAnsweredInTime, "Answered Monday 1 June 2020, in time: the clock was not running"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02"}, "2020-03-30", ClockReviewRunning, "Internal review: 1 working day left, due Tuesday 31 March 2020"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02"}, "2020-04-01", ClockReviewOverdue, "Internal review: 1 working day late, was due Tuesday 31 March 2020"},
		{RegimeEIR, []string{"responded 2020-02-12", "review_asked 2020-03-02"}, "2020-04-01", ClockReviewRunning, "Internal review: 19 working days left, due Thursday 30 April 2020"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02", "review_answered 2020-03-20"}, "2020-04-30", ClockReviewAnswered, "Internal review answered Friday 20 March 2020"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02", "review_answered 2020-03-31"}, "2020-04-30", ClockReviewAnswered, "Internal review answered Tuesday 31 March 2020"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02", "review_answered 2020-04-02"}, "2020-04-30", ClockReviewAnswered, "Internal review answered Thursday 2 April 2020, 2 working days late"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02", "ico 2020-05-01"}, "2020-06-01", ClockWithCommissioner, "With the Information Commissioner since Friday 1 May 2020"},
		{"", []string{"responded 2020-02-12", "review_asked 2020-03-02", "review_answered 2020-03-20", "ico 2020-05-01"}, "2020-06-01", ClockWithCommissioner, "With the Information Commissioner since Friday 1 May 2020"},
		{"", []string{"review_asked 2020-02-24"}, "2020-02-24", ClockOverdue, "1 working day late, was due Friday 21 February 2020"},
		{"", []string{"ico 2020-03-02"}, "2020-03-02", ClockOverdue, "6 working days late, was due Friday 21 February 2020"}, // a complaint does not end the duty to answer
	} {
		d := deadlineOf(t, asked(t, c.regime, received, c.rows...))
		if state, words := d.State(isoDay(t, c.today)), d.Sentence(isoDay(t, c.today)); state != c.state || words != c.words {
			t.Errorf("with %v, on %s: %s, %q\nwant %s, %q", c.rows, c.today, state, words, c.state, c.words)
		}
		if !d.Answered.IsZero() && d.Waits != "" {
			t.Errorf("with %v, it is answered and waits: %s", c.rows, d.Waits)
		}
		days, due := d.DaysLeft(isoDay(t, c.today))
		if overdue := c.state == ClockOverdue || c.state == ClockReviewOverdue; overdue != (due && days < 0) {
			t.Errorf("with %v, on %s: %d days left (%v), though the state is %s", c.rows, c.today, days, due, c.state)
		}
	}
}

func TestARequestClosedWithoutAReplyIsNotOverdue(t *testing.T) {
	for status, state := range map[FOIStatus]ClockState{Searching: ClockOverdue, RequestClosed: ClockClosed, Responded: ClockClosed} {
		r := asked(t, "", "2020-01-24")
		r.Status = status
		d := deadlineOf(t, r)
		if got := d.State(isoDay(t, "2020-06-01")); got != state {
			t.Errorf("a request that is %s stands %s, want %s", status, got, state)
		}
		if (len(d.Notes) == 1) != (state == ClockClosed) {
			t.Errorf("of a request that is %s it is noted %q", status, d.Notes)
		}
	}
	r := asked(t, "", "2020-01-24", "responded 2020-02-12")
	r.Status = RequestClosed
	if d := deadlineOf(t, r); len(d.Notes) > 0 || d.State(isoDay(t, "2020-06-01")) != ClockAnsweredInTime {
		t.Errorf("a request that was answered and closed stands %s, with %q", d.State(isoDay(t, "2020-06-01")), d.Notes)
	}
}

func TestAnOfficerIsToldWhatTheClockShows(t *testing.T) {
	for _, c := range []struct {
		regime   Regime
		received string
		rows     []string
		note     string
	}{
		{"", "2020-01-24", []string{"extended 2020-02-25"}, "The extension of Tuesday 25 February 2020 does not count"},
		{"", "2020-01-24", []string{"clarification_sought 2020-02-25"}, "after the deadline of Friday 21 February 2020"},
		{"", "2020-01-24", []string{"fees_notice 2020-02-25"}, "after the deadline of Friday 21 February 2020"},
		{"", "2020-01-24", []string{"fees_notice 2020-01-27", "fees_paid 2020-06-01"}, "had lapsed when it was not paid by Sunday 26 April 2020"},
		{RegimeSAR, "2018-05-24", nil, "40 days"},
		{RegimeSAR, "2026-02-17", nil, "Tuesday 17 March 2026 is a holiday only elsewhere (St Patrick’s Day, Northern Ireland). To be safe, answer by then and not by Wednesday 18 March 2026."},
		{RegimeSAR, "2026-03-25", nil, ""},
		{RegimeSAR, "2025-11-25", nil, ""},
		{"", "2020-01-24", []string{"extended 2020-02-21"}, ""},
	} {
		d := deadlineOf(t, asked(t, c.regime, c.received, c.rows...))
		if notes := strings.Join(d.Notes, " "); !strings.Contains(notes, c.note) || (notes == "") != (c.note == "") {
			t.Errorf("received %s, %v: %q, want %q", c.received, c.rows, notes, c.note)
		}
	}
}

func TestAnOfficesOwnHolidayCountsAsOneOfEngland(t *testing.T) {
	d := deadlineOf(t, asked(t, RegimeSAR, "2026-05-15"), OfficeHoliday{Date: isoDay(t, "2026-06-15"), Name: "One-off"})
	if d.Due.ISO() != "2026-06-16" || len(d.Notes) > 0 {
		t.Errorf("due %v, with %q", d.Due, d.Notes)
	}
}

func TestPastTheLastKnownHolidayItSaysSo(t *testing.T) {
	today := isoDay(t, "2029-01-04")
	r := asked(t, "", "2028-12-01")
	d := deadlineOf(t, r)
	if !strings.Contains(d.Uncertain, "after 31 December 2028 are not known yet. Tuesday 2 January 2029 is the earliest") || !strings.Contains(d.Uncertain, "holidays of 2029 into the office’s details.") {
		t.Errorf("it says %q", d.Uncertain)
	}
	var extra []OfficeHoliday
	for _, h := range UsualHolidays(2029) {
		if h.Name != "St Andrew’s Day" {
			extra = append(extra, OfficeHoliday{Date: h.Date, Name: h.Name})
		}
	}
	d = deadlineOf(t, r, extra...)
	if d.Due.ISO() != "2029-01-04" || !strings.HasSuffix(d.Uncertain, "; still missing: St Andrew’s Day.") {
		t.Errorf("with all holidays of 2029 but one it is due %v and says %q", d.Due, d.Uncertain)
	}
	if left, _ := d.DaysLeft(today); left != 0 {
		t.Errorf("%d days left", left)
	}
	d = deadlineOf(t, r, append(extra, OfficeHoliday{Date: isoDay(t, "2029-11-30"), Name: "St Andrew"})...)
	if d.Due.ISO() != "2029-01-04" || d.Uncertain != "" {
		t.Errorf("with the holidays of 2029 it is due %v and says %q", d.Due, d.Uncertain)
	}
	if d := deadlineOf(t, asked(t, "", "2028-10-02", "responded 2028-10-10", "review_asked 2028-11-20")); !strings.Contains(d.Uncertain, "2029 is the earliest") {
		t.Errorf("of a review that may run past the horizon it says %q", d.Uncertain)
	}
	if d := deadlineOf(t, asked(t, "", "2011-11-01")); !strings.Contains(d.Uncertain, "before 1 January 2012") {
		t.Errorf("of a request of 2011 it says %q", d.Uncertain)
	}
	if d := deadlineOf(t, asked(t, "", "2028-10-02")); d.Uncertain != "" {
		t.Errorf("within what is known it says %q", d.Uncertain)
	}
}

func TestTheWorkingIsShownHolidayByHoliday(t *testing.T) {
	for name, c := range map[string]struct {
		r    *FOIRequest
		want []string
	}{
		"plain": {asked(t, "", "2020-01-24", "received 2020-01-24", "responded 2020-02-12"), []string{
			"Received Friday 24 January 2020",
			"Day 1, Monday 27 January 2020",
			"Responded Wednesday 12 February 2020",
			"Day 20, due Friday 21 February 2020",
		}},
		"answered late": {asked(t, "", "2026-06-26", "responded 2026-07-28"), []string{
			"Received Friday 26 June 2026",
			"Day 1, Monday 29 June 2026",
			"Monday 13 July 2026 does not count: Battle of the Boyne (Orangemen’s Day) (substitute day), Northern Ireland",
			"Day 20, due Monday 27 July 2026",
			"Responded Tuesday 28 July 2026: 1 working day late",
		}},
		"answered late, after a holiday": {asked(t, "", "2020-03-06", "responded 2020-04-15", "review_asked 2020-04-20"), []string{
			"Received Friday 6 March 2020",
			"Day 1, Monday 9 March 2020",
			"Tuesday 17 March 2020 does not count: St Patrick’s Day, Northern Ireland",
			"Day 20, due Monday 6 April 2020",
			"Friday 10 April 2020 does not count: Good Friday, the whole United Kingdom",
			"Monday 13 April 2020 does not count: Easter Monday, England and Wales and Northern Ireland",
			"Responded Wednesday 15 April 2020: 5 working days late",
			"Internal review asked for Monday 20 April 2020",
			"Friday 8 May 2020 does not count: Early May bank holiday (VE day), the whole United Kingdom",
			"Day 20, due Tuesday 19 May 2020",
		}},
		"restarted and paused": {asked(t, "", "2020-01-02", "clarification_sought 2020-01-10", "clarification_received 2020-01-24", "fees_notice 2020-02-03", "fees_paid 2020-02-06", "extended 2020-02-28"), []string{
			"Received Thursday 2 January 2020",
			"Clarification asked for Friday 10 January 2020: the clock waits",
			"Clarification received Friday 24 January 2020: the count begins again",
			"Day 1, Monday 27 January 2020",
			"Fees notice sent Monday 3 February 2020: the clock waits",
			"Fees paid Thursday 6 February 2020: the clock goes on",
			"Day 20, due Thursday 27 February 2020",
			"Extended Friday 28 February 2020: too late to move the deadline",
		}},
		"waiting": {asked(t, "", "2020-01-24", "clarification_sought 2020-01-30"), []string{
			"Received Friday 24 January 2020",
			"Day 1, Monday 27 January 2020",
			"Clarification asked for Thursday 30 January 2020: the clock waits",
		}},
		"too late to stop": {asked(t, "", "2020-01-24", "fees_notice 2020-02-24", "fees_paid 2020-02-26"), []string{
			"Received Friday 24 January 2020",
			"Day 1, Monday 27 January 2020",
			"Day 20, due Friday 21 February 2020",
			"Fees notice sent Monday 24 February 2020: too late to move the deadline",
			"Fees paid Wednesday 26 February 2020: too late to move the deadline",
		}},
		"lapsed": {asked(t, "", "2020-01-24", "fees_notice 2020-01-27", "fees_paid 2020-06-01"), []string{
			"Received Friday 24 January 2020",
			"Fees notice sent Monday 27 January 2020: the clock waits",
			"Fees paid Monday 1 June 2020: too late to move the deadline",
		}},
		"a month": {asked(t, RegimeSAR, "2024-11-24", "extended 2024-12-02"), []string{
			"Received Sunday 24 November 2024",
			"Extended Monday 2 December 2024: 2 months more, for a complex request",
			"Due Monday 24 February 2025",
		}},
		"a month that ends at Christmas": {asked(t, RegimeSAR, "2024-11-25"), []string{
			"Received Monday 25 November 2024",
			"Wednesday 25 December 2024 does not count: Christmas Day, the whole United Kingdom",
			"Thursday 26 December 2024 does not count: Boxing Day, the whole United Kingdom",
			"Due Friday 27 December 2024",
		}},
		"a month that waits": {asked(t, RegimeSAR, "2024-11-25", "clarification_sought 2024-11-26"), []string{
			"Received Monday 25 November 2024",
			"Clarification asked for Tuesday 26 November 2024: the clock waits",
		}},
		"a review": {asked(t, "", "2020-01-24", "responded 2020-02-12", "review_asked 2020-03-02", "ico 2020-04-02"), []string{
			"Received Friday 24 January 2020",
			"Day 1, Monday 27 January 2020",
			"Responded Wednesday 12 February 2020",
			"Day 20, due Friday 21 February 2020",
			"Internal review asked for Monday 2 March 2020",
			"Tuesday 17 March 2020 does not count: St Patrick’s Day, Northern Ireland",
			"Day 20, due Tuesday 31 March 2020",
			"Referred to the Information Commissioner Thursday 2 April 2020",
		}},
	} {
		d := deadlineOf(t, c.r)
		if got := d.Working(Date{}).Sentences(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s\nwant %s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	for today, want := range map[string][]string{
		"2020-04-06": {"Day 20, due Monday 6 April 2020"},
		"2020-04-07": {"Day 20, due Monday 6 April 2020", "Not answered by Tuesday 7 April 2020: 1 working day late"},
		"2020-04-11": {
			"Day 20, due Monday 6 April 2020",
			"Clarification asked for Wednesday 8 April 2020: too late to move the deadline",
			"Friday 10 April 2020 does not count: Good Friday, the whole United Kingdom",
			"Not answered by Saturday 11 April 2020: 4 working days late", // as on the day that follows
		},
	} {
		r := asked(t, "", "2020-03-06")
		if today == "2020-04-11" {
			r = asked(t, "", "2020-03-06", "clarification_sought 2020-04-08")
		}
		d := deadlineOf(t, r)
		if got := d.Working(isoDay(t, today)).Sentences(); !slices.Equal(got[3:], want) {
			t.Errorf("open on %s: %s\nwant %s", today, strings.Join(got[3:], "\n"), strings.Join(want, "\n"))
		}
	}
	d := deadlineOf(t, asked(t, "", "2020-01-24", "clarification_sought 2020-01-30"))
	if days := slices.DeleteFunc(d.Working(Date{}), func(s ClockStep) bool { return s.Kind != StepDay }); len(days) != 3 || days[2].Date.ISO() != "2020-01-29" {
		t.Errorf("the days before a question that stopped the clock are %v", days)
	}
}

func TestAHolidayThatIsAddedMovesEveryOpenRequest(t *testing.T) {
	r := asked(t, "", "2022-08-26")
	if before := deadlineOf(t, r).Due; before.ISO() != "2022-09-27" {
		t.Fatalf("due %v", before)
	}
	d := deadlineOf(t, r, OfficeHoliday{Date: isoDay(t, "2022-09-20"), Name: "Day of mourning"})
	if d.Due.ISO() != "2022-09-28" || !strings.Contains(strings.Join(d.Working(Date{}).Sentences(), "\n"), "Tuesday 20 September 2022 does not count: Day of mourning") {
		t.Errorf("with one more holiday it is due %v: %q", d.Due, d.Working(Date{}).Sentences())
	}
}

func ExampleFOIRequest_Deadline() {
	r := &FOIRequest{Received: NewDate(2020, time.January, 24)}
	d, err := r.Deadline(NewCalendar(nil))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Sentence(NewDate(2020, time.February, 11)))
	// Output: 8 working days left, due Friday 21 February 2020
}
