package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
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
			for _, s := range d.Working() {
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

func TestTheClockStopsAndStartsAsTheLawSays(t *testing.T) {
	for name, c := range map[string]struct {
		regime   Regime
		received string
		rows     []string
		due      string // nothing while it waits
	}{
		"as received":                         {RegimeFOI, "2020-01-24", nil, "2020-02-21"},
		"received on a Saturday":              {RegimeFOI, "2020-01-25", nil, "2020-02-21"},
		"received on a Sunday":                {RegimeFOI, "2020-01-26", nil, "2020-02-21"},
		"more than one law":                   {RegimeMixed, "2020-01-24", nil, "2020-02-21"},
		"environmental":                       {RegimeEIR, "2020-01-24", nil, "2020-02-21"},
		"clarification asked for":             {RegimeFOI, "2020-01-24", []string{"clarification_sought 2020-01-30"}, ""},
		"clarification on the last day":       {RegimeFOI, "2020-01-24", []string{"clarification_sought 2020-02-21"}, ""},
		"clarification asked too late":        {RegimeFOI, "2020-01-24", []string{"clarification_sought 2020-02-22"}, "2020-02-21"},
		"clarification received":              {RegimeFOI, "2020-01-02", []string{"clarification_sought 2020-01-10", "clarification_received 2020-01-24"}, "2020-02-21"},
		"asked too late and received":         {RegimeFOI, "2019-12-02", []string{"clarification_sought 2020-01-20", "clarification_received 2020-01-24"}, "2020-02-21"},
		"two clarifications":                  {RegimeFOI, "2019-12-02", []string{"clarification_sought 2019-12-05", "clarification_received 2019-12-10", "clarification_sought 2020-01-02", "clarification_received 2020-01-24"}, "2020-02-21"},
		"rows in any order":                   {RegimeFOI, "2020-01-02", []string{"clarification_received 2020-01-24", "clarification_sought 2020-01-10", "received 2020-01-02"}, "2020-02-21"},
		"asked and answered on one day":       {RegimeFOI, "2020-01-02", []string{"clarification_sought 2020-01-24", "clarification_received 2020-01-24"}, "2020-02-21"},
		"environmental clarified":             {RegimeEIR, "2020-01-02", []string{"clarification_sought 2020-01-10", "clarification_received 2020-01-24"}, "2020-02-21"},
		"extended":                            {RegimeFOI, "2020-01-24", []string{"extended 2020-02-21"}, "2020-03-23"},
		"extended too late":                   {RegimeFOI, "2020-01-24", []string{"extended 2020-02-22"}, "2020-02-21"},
		"extended, then clarified":            {RegimeFOI, "2020-01-02", []string{"extended 2020-01-05", "clarification_sought 2020-01-10", "clarification_received 2020-01-24"}, "2020-02-21"},
		"clarified, then extended":            {RegimeFOI, "2020-01-02", []string{"clarification_sought 2020-01-10", "clarification_received 2020-01-24", "extended 2020-02-01"}, "2020-03-23"},
		"extended in both counts":             {RegimeFOI, "2020-01-02", []string{"extended 2020-01-05", "clarification_sought 2020-01-10", "clarification_received 2020-01-24", "extended 2020-02-01"}, "2020-03-23"},
		"fee not paid":                        {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03"}, ""},
		"fee paid after four working days":    {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-02-06"}, "2020-02-27"},
		"fee paid on the day of the notice":   {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-02-03"}, "2020-02-24"},
		"fee notice on the last day":          {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-21", "fees_paid 2020-02-21"}, "2020-02-24"},
		"fee notice too late":                 {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-24", "fees_paid 2020-03-24"}, "2020-02-21"},
		"fee over a weekend":                  {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-01", "fees_paid 2020-02-02"}, "2020-02-21"},
		"two fees":                            {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-02-03", "fees_notice 2020-02-05", "fees_paid 2020-02-05"}, "2020-02-25"},
		"fee, and extended":                   {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-02-06", "extended 2020-02-27"}, "2020-03-27"},
		"fee paid before clarification":       {RegimeFOI, "2020-01-02", []string{"fees_notice 2020-01-03", "fees_paid 2020-01-06", "clarification_sought 2020-01-10", "clarification_received 2020-01-24"}, "2020-02-21"},
		"fee asked before, paid after":        {RegimeFOI, "2020-01-02", []string{"fees_notice 2020-01-09", "clarification_sought 2020-01-10", "clarification_received 2020-01-24", "fees_paid 2020-01-28"}, "2020-02-25"},
		"clarified, fee still unpaid":         {RegimeFOI, "2020-01-02", []string{"fees_notice 2020-01-09", "clarification_sought 2020-01-10", "clarification_received 2020-01-24"}, ""},
		"fee paid on the last day to":         {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-05-02"}, "2020-05-26"},
		"fee paid after it lapsed":            {RegimeFOI, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-05-03"}, ""},
		"fee, environmental":                  {RegimeEIR, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-04-30"}, "2020-05-22"},
		"fee, environmental, lapsed":          {RegimeEIR, "2020-01-24", []string{"fees_notice 2020-02-03", "fees_paid 2020-05-01"}, ""},
		"subject access":                      {RegimeSAR, "2020-09-03", nil, "2020-10-05"},
		"subject access on a shorter month":   {RegimeSAR, "2020-01-31", nil, "2020-03-02"},
		"subject access received on a Sunday": {RegimeSAR, "2020-09-06", nil, "2020-10-06"},
		"subject access over Christmas":       {RegimeSAR, "2024-11-25", nil, "2024-12-27"},
		"subject access over a year's end":    {RegimeSAR, "2024-12-15", nil, "2025-01-15"},
		"subject access extended":             {RegimeSAR, "2020-09-03", []string{"extended 2020-10-05"}, "2020-12-03"},
		"subject access extended too late":    {RegimeSAR, "2020-09-03", []string{"extended 2020-10-06"}, "2020-10-05"},
		"subject access clarified":            {RegimeSAR, "2020-09-03", []string{"clarification_sought 2020-09-07", "clarification_received 2020-09-09"}, "2020-10-06"},
		"subject access clarified too late":   {RegimeSAR, "2020-09-03", []string{"clarification_sought 2020-10-06", "clarification_received 2020-10-09"}, "2020-10-05"},
		"subject access, fee":                 {RegimeSAR, "2020-08-03", []string{"fees_notice 2020-08-05", "fees_paid 2020-09-03"}, "2020-10-05"},
		"subject access, clarified and fee":   {RegimeSAR, "2020-08-03", []string{"clarification_sought 2020-08-04", "fees_notice 2020-08-05", "fees_paid 2020-09-03", "clarification_received 2020-09-05"}, "2020-10-06"},
	} {
		t.Run(name, func(t *testing.T) {
			d := deadlineOf(t, asked(t, c.regime, c.received, c.rows...))
			if d.Due.ISO() != c.due {
				t.Errorf("due %q, want %q; %s", d.Due.ISO(), c.due, strings.Join(d.Working().Sentences(), "; "))
			}
			if c.due != "" && (d.Waits != "" || !d.Lapses.IsZero() || !d.Since.IsZero()) {
				t.Errorf("it is due, and yet waits (%q) since %v and lapses %v", d.Waits, d.Since, d.Lapses)
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

func TestAClockThatCannotBeReadSaysWhatToMend(t *testing.T) {
	for name, c := range map[string]struct {
		r     *FOIRequest
		field string
		says  string
	}{
		"no day at all":        {&FOIRequest{}, "received", "On which day did the request come in?"},
		"received in a month":  {&FOIRequest{Received: Date{Year: 2020, Month: time.January, Day: 1, Precision: ToTheMonth}}, "received", "Received: January 2020 is not exact enough to count from. Put in the day."},
		"an event in a year":   {&FOIRequest{Received: isoDay(t, "2020-01-24"), Clock: []ClockRow{{Event: ClockResponded, On: Date{Year: 2020, Month: time.January, Day: 1, Precision: ToTheYear}}}}, "clock[0].on", "Responded: 2020 is not exact enough"},
		"an event on no day":   {&FOIRequest{Received: isoDay(t, "2020-01-24"), Clock: []ClockRow{{Event: FeesPaid}}}, "clock[0].on", "Fees paid: on which day?"},
		"receipt on no day":    {&FOIRequest{Received: isoDay(t, "2020-01-24"), Clock: []ClockRow{{Event: ClockReceived}}}, "clock[0].on", "Received: on which day?"},
		"no such event":        {asked(t, "", "2020-01-24", "lost 2020-01-25"), "clock[0].on", `"lost"`},
		"a mistyped year":      {asked(t, "", "1920-01-24"), "received", "Check the year"},
		"a year too far":       {asked(t, "", "2020-01-24", "responded 2202-01-30"), "clock[0].on", "Check the year"},
		"two days of receipt":  {asked(t, "", "2020-01-24", "received 2020-01-25"), "clock[0].on", "24 January 2020 and its clock says 25 January 2020"},
		"received twice":       {asked(t, "", "2020-01-24", "received 2020-01-24", "received 2020-01-24"), "clock[1].on", "twice"},
		"before receipt":       {asked(t, "", "2020-01-24", "responded 2020-01-23"), "clock[0].on", "Responded on 23 January 2020, before the request was received on 24 January 2020"},
		"clarified unasked":    {asked(t, "", "2020-01-24", "clarification_received 2020-01-30"), "clock[0].on", "none had been asked for"},
		"out of order":         {asked(t, "", "2020-01-24", "clarification_sought 2020-01-31", "clarification_received 2020-01-30"), "clock[1].on", "none had been asked for"},
		"asked twice":          {asked(t, "", "2020-01-24", "clarification_sought 2020-01-30", "clarification_sought 2020-01-31"), "clock[1].on", "was still open"},
		"clarified twice":      {asked(t, "", "2020-01-24", "clarification_sought 2020-01-30", "clarification_received 2020-01-31", "clarification_received 2020-02-01"), "clock[2].on", "none had been asked for"},
		"paid unasked":         {asked(t, "", "2020-01-24", "fees_paid 2020-01-30"), "clock[0].on", "no fees notice"},
		"two notices":          {asked(t, "", "2020-01-24", "fees_notice 2020-01-30", "fees_notice 2020-01-31"), "clock[1].on", "still unpaid"},
		"paid twice":           {asked(t, "", "2020-01-24", "fees_notice 2020-01-30", "fees_paid 2020-01-31", "fees_paid 2020-02-01"), "clock[2].on", "no fees notice"},
		"paid twice too late":  {asked(t, "", "2020-01-24", "fees_notice 2020-01-30", "fees_paid 2020-07-31", "fees_paid 2020-08-01"), "clock[2].on", "Fees paid twice"},
		"extended twice":       {asked(t, "", "2020-01-24", "extended 2020-01-30", "extended 2020-01-31"), "clock[1].on", "twice, on 30 January 2020 and on 31 January 2020"},
		"extended as it waits": {asked(t, "", "2020-01-24", "clarification_sought 2020-01-30", "extended 2020-01-31"), "clock[1].on", "does not run"},
		"answered twice":       {asked(t, "", "2020-01-24", "responded 2020-01-30", "responded 2020-01-31"), "clock[1].on", "Responded twice"},
		"a fee after it all":   {asked(t, "", "2020-01-24", "responded 2020-01-30", "fees_notice 2020-01-31"), "clock[1].on", "after the reply of 30 January 2020"},
		"extended after it":    {asked(t, "", "2020-01-24", "responded 2020-01-30", "extended 2020-01-31"), "clock[1].on", "after the reply"},
		"reviewed unasked":     {asked(t, "", "2020-01-24", "responded 2020-01-30", "review_answered 2020-01-31"), "clock[1].on", "nobody had asked"},
		"two reviews":          {asked(t, "", "2020-01-24", "review_asked 2020-01-30", "review_asked 2020-01-31"), "clock[1].on", "twice"},
		"two complaints":       {asked(t, "", "2020-01-24", "ico 2020-01-30", "ico 2020-01-31"), "clock[1].on", "twice"},
	} {
		d, err := c.r.Deadline(NewCalendar(nil))
		ps, ok := err.(Problems) //nolint:errorlint // it is what Deadline returns, and nothing else
		if !ok || !strings.Contains(ps.Of(c.field), c.says) {
			t.Errorf("%s: %#v; want under %s a sentence with %q", name, err, c.field, c.says)
		}
		if !d.Due.IsZero() || d.Working() != nil {
			t.Errorf("%s: there is a deadline of %v all the same", name, d.Due)
		}
	}
	inClock := &FOIRequest{Clock: []ClockRow{{Event: ReferredToICO, On: isoDay(t, "2020-01-24")}, {Event: ClockReceived, On: isoDay(t, "2020-01-24")}}}
	if d := deadlineOf(t, inClock); d.Due.ISO() != "2020-02-21" {
		t.Errorf("a request whose clock alone has the day of receipt is due %v", d.Due)
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

func TestMonthsAreCountedAsTheLawCountsThem(t *testing.T) {
	for _, c := range []struct {
		from       string
		months     int
		same, last string
	}{
		{"2020-02-03", 3, "2020-05-03", "2020-05-02"},
		{"2020-01-31", 1, "2020-02-29", "2020-02-29"},
		{"2021-01-31", 1, "2021-02-28", "2021-02-28"},
		{"2020-11-30", 3, "2021-02-28", "2021-02-28"},
		{"2020-11-28", 3, "2021-02-28", "2021-02-27"},
		{"2019-11-29", 3, "2020-02-29", "2020-02-28"},
		{"2020-05-31", 3, "2020-08-31", "2020-08-30"},
		{"2020-12-01", 3, "2021-03-01", "2021-02-28"},
	} {
		same, last := monthsAfter(isoDay(t, c.from), c.months), lastOfMonths(isoDay(t, c.from), c.months)
		if same.ISO() != c.same || last.ISO() != c.last {
			t.Errorf("%d months from %s are %v, and end with %v; want %s and %s", c.months, c.from, same, last, c.same, c.last)
		}
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
			"Responded Tuesday 28 July 2026",
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
		if got := d.Working().Sentences(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s\nwant %s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	d := deadlineOf(t, asked(t, "", "2020-01-24", "clarification_sought 2020-01-30"))
	if days := slices.DeleteFunc(d.Working(), func(s ClockStep) bool { return s.Kind != StepDay }); len(days) != 3 || days[2].Date.ISO() != "2020-01-29" {
		t.Errorf("the days before a question that stopped the clock are %v", days)
	}
}

func TestAHolidayThatIsAddedMovesEveryOpenRequest(t *testing.T) {
	r := asked(t, "", "2022-08-26")
	if before := deadlineOf(t, r).Due; before.ISO() != "2022-09-27" {
		t.Fatalf("due %v", before)
	}
	d := deadlineOf(t, r, OfficeHoliday{Date: isoDay(t, "2022-09-20"), Name: "Day of mourning"})
	if d.Due.ISO() != "2022-09-28" || !strings.Contains(strings.Join(d.Working().Sentences(), "\n"), "Tuesday 20 September 2022 does not count: Day of mourning") {
		t.Errorf("with one more holiday it is due %v: %q", d.Due, d.Working().Sentences())
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

func BenchmarkDeadline(b *testing.B) {
	cal := NewCalendar([]OfficeHoliday{{Date: NewDate(2026, time.June, 15), Name: "One-off"}})
	day := func(n int) Date { return NewDate(2026, time.May, 20).AddDays(n) }
	plain := &FOIRequest{Received: day(0)}
	eventful := &FOIRequest{Received: day(0), Clock: []ClockRow{
		{Event: ClockReceived, On: day(0)},
		{Event: ClarificationSought, On: day(3)},
		{Event: ClarificationReceived, On: day(9)},
		{Event: FeesNotice, On: day(14)},
		{Event: FeesPaid, On: day(20)},
		{Event: ClockExtended, On: day(30)},
		{Event: ClockResponded, On: day(60)},
		{Event: ReviewAsked, On: day(80)},
	}}
	for name, r := range map[string]*FOIRequest{"plain": plain, "eventful": eventful} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Deadline(cal); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("working", func(b *testing.B) {
		d, err := eventful.Deadline(cal)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			d.Working()
		}
	})
}

func TestDeadlineLaws(t *testing.T) {
	plain := func(t *rapid.T, cal *Calendar, received Date, rows ...ClockRow) Deadline {
		d, err := (&FOIRequest{Received: received, Clock: rows}).Deadline(cal)
		if err != nil {
			t.Fatalf("received %v, %v: %v", received, rows, err)
		}
		return d
	}
	t.Run("it ends the twentieth working day", rapid.MakeCheck(func(t *rapid.T) {
		cal := NewCalendar(anyHolidays().Draw(t, "holidays"))
		received := clockDay().Draw(t, "received")
		d := plain(t, cal, received)
		counted := 0
		for x := received.AddDays(1); !d.Due.Before(x); x = x.AddDays(1) {
			if working, _ := cal.WorkingDay(x); working {
				counted++
			}
		}
		if working, why := cal.WorkingDay(d.Due); counted != 20 || !working {
			t.Fatalf("received %v, due %v: %d working days, the last %v %s", received, d.Due, counted, working, why)
		}
		numbered := 0
		for _, s := range d.Working() {
			if s.Number > 0 {
				numbered++
			}
		}
		if steps := d.Working(); numbered != 20 || steps[len(steps)-1].Kind != StepDue || len(steps) != received.DaysUntil(d.Due)+1 {
			t.Fatalf("the working has %d numbered days in %d steps", numbered, len(steps))
		}
	}))
	for _, regime := range Regimes() {
		t.Run("later is never earlier "+string(regime), rapid.MakeCheck(func(t *rapid.T) {
			extra := anyHolidays().Draw(t, "holidays")
			received := clockDay().Draw(t, "received")
			due := func(received Date, extra []OfficeHoliday) Date {
				d, err := (&FOIRequest{Received: received, Regime: regime}).Deadline(NewCalendar(extra))
				if err != nil {
					t.Fatal(err)
				}
				return d.Due
			}
			before := due(received, extra)
			if after := due(received.AddDays(rapid.IntRange(1, 40).Draw(t, "later")), extra); after.Before(before) {
				t.Fatalf("received later, it is due %v instead of %v", after, before)
			}
			one := OfficeHoliday{Date: received.AddDays(rapid.IntRange(0, 50).Draw(t, "holiday")), Name: "One more"}
			if after := due(received, append(extra, one)); after.Before(before) {
				t.Fatalf("with a holiday more on %v, it is due %v instead of %v", one.Date, after, before)
			}
		}))
	}
	t.Run("waiting for a fee moves it by the working days waited", rapid.MakeCheck(func(t *rapid.T) {
		cal := NewCalendar(anyHolidays().Draw(t, "holidays"))
		received := clockDay().Draw(t, "received")
		before := plain(t, cal, received)
		notice := received.AddDays(rapid.IntRange(0, received.DaysUntil(before.Due)).Draw(t, "notice"))
		paid := notice.AddDays(rapid.IntRange(0, 80).Draw(t, "waited"))
		after := plain(t, cal, received, ClockRow{Event: FeesNotice, On: notice}, ClockRow{Event: FeesPaid, On: paid})
		waited := cal.WorkingDaysBetween(notice.AddDays(-1), paid)
		if notice == received { // the day of receipt is none that counts
			waited = cal.WorkingDaysBetween(notice, paid)
		}
		if got := cal.WorkingDaysBetween(before.Due, after.Due); got != waited {
			t.Fatalf("received %v, notice %v, paid %v: due %v moved to %v by %d working days, want %d", received, notice, paid, before.Due, after.Due, got, waited)
		}
	}))
	t.Run("clarification is as a new request", rapid.MakeCheck(func(t *rapid.T) {
		cal := NewCalendar(anyHolidays().Draw(t, "holidays"))
		received := clockDay().Draw(t, "received")
		sought := received.AddDays(rapid.IntRange(0, 60).Draw(t, "sought"))
		clarified := sought.AddDays(rapid.IntRange(0, 200).Draw(t, "clarified"))
		rows := []ClockRow{{Event: ClarificationSought, On: sought}, {Event: ClarificationReceived, On: clarified}}
		if rapid.Bool().Draw(t, "typed backwards") && sought != clarified {
			slices.Reverse(rows)
		}
		restarted, fresh := plain(t, cal, received, rows...), plain(t, cal, clarified)
		if restarted.Due != fresh.Due || restarted.From != clarified || restarted.Uncertain != fresh.Uncertain {
			t.Fatalf("clarified on %v it is due %v, received then %v", clarified, restarted.Due, fresh.Due)
		}
	}))
}
