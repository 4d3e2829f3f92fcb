package data

import (
	"strings"
	"testing"
	"time"
)

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
				t.Errorf("due %q, want %q; %s", d.Due.ISO(), c.due, strings.Join(d.Working(Date{}).Sentences(), "; "))
			}
			if c.due != "" && (d.Waits != "" || !d.Lapses.IsZero() || !d.Since.IsZero()) {
				t.Errorf("it is due, and yet waits (%q) since %v and lapses %v", d.Waits, d.Since, d.Lapses)
			}
		})
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
		if !d.Due.IsZero() || d.Working(Date{}) != nil {
			t.Errorf("%s: there is a deadline of %v all the same", name, d.Due)
		}
	}
	inClock := &FOIRequest{Clock: []ClockRow{{Event: ReferredToICO, On: isoDay(t, "2020-01-24")}, {Event: ClockReceived, On: isoDay(t, "2020-01-24")}}}
	if d := deadlineOf(t, inClock); d.Due.ISO() != "2020-02-21" {
		t.Errorf("a request whose clock alone has the day of receipt is due %v", d.Due)
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
