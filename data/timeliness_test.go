package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHowManyWereAnsweredInTime(t *testing.T) {
	closed := asked(t, "", "2020-02-03")
	closed.Status = RequestClosed
	requests := []*FOIRequest{
		asked(t, "", "2020-01-24", "responded 2020-02-12"),
		asked(t, "", "2020-01-24", "responded 2020-02-21"),
		asked(t, "", "2020-01-24", "responded 2020-04-01"), // late, and in the next financial year
		asked(t, "", "2020-01-24"),                         // overdue
		asked(t, "", "2020-03-31"),                         // on the last day of the year: open
		asked(t, "", "2020-02-03", "clarification_sought 2020-02-10"),
		asked(t, "", "2020-02-03", "clarification_sought 2020-02-10", "responded 2020-05-01"),
		asked(t, "", "2020-02-03", "fees_notice 2020-02-10"),
		asked(t, "", "2019-04-01", "fees_notice 2019-04-02"), // lapsed
		closed,
		asked(t, "", "2020-01-24", "responded 2020-01-23"), // no such clock
		asked(t, "", "2019-03-31", "responded 2019-04-01"), // of the year before, answered in this
		asked(t, "", "2020-04-01", "responded 2020-04-02"), // of the year after
	}
	year, today, cal := FinancialYear(2019), isoDay(t, "2020-04-08"), NewCalendar(nil)
	for name, c := range map[string]struct {
		basis    TimelinessBasis
		from, to Date
		want     Timeliness
	}{
		"by receipt":    {ByReceipt, year.Start(), year.End(), Timeliness{Answered: 4, InTime: 3, Late: 1, Open: 4, Overdue: 1, Waiting: 2, Ended: 2, Unclear: 1}},
		"by answer":     {ByAnswer, year.Start(), year.End(), Timeliness{Answered: 3, InTime: 3, Open: 4, Overdue: 1, Waiting: 2, Ended: 2, Unclear: 1}},
		"ever":          {ByReceipt, Date{}, Date{}, Timeliness{Answered: 6, InTime: 5, Late: 1, Open: 4, Overdue: 1, Waiting: 2, Ended: 2, Unclear: 1}},
		"ever answered": {ByAnswer, Date{}, Date{}, Timeliness{Answered: 6, InTime: 5, Late: 1, Open: 4, Overdue: 1, Waiting: 2, Ended: 2, Unclear: 1}},
		"before March":  {ByAnswer, year.Start(), isoDay(t, "2020-02-29"), Timeliness{Answered: 3, InTime: 3, Open: 3, Overdue: 1, Waiting: 2, Ended: 2, Unclear: 1}},
		"never":         {ByReceipt, isoDay(t, "2021-01-01"), Date{}, Timeliness{}},
		"one day":       {ByAnswer, isoDay(t, "2020-04-02"), isoDay(t, "2020-04-02"), Timeliness{Answered: 1, InTime: 1, Open: 4, Overdue: 1, Waiting: 2, Ended: 2}},
	} {
		if diff := cmp.Diff(c.want, TimelinessOf(requests, cal, c.basis, c.from, c.to, today)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	far := []*FOIRequest{asked(t, "", "2028-12-01"), asked(t, "", "2028-12-01", "responded 2029-01-03"), asked(t, "", "2028-12-01", "responded 2028-12-05")}
	want := Timeliness{Answered: 2, InTime: 1, Late: 1, Open: 1, Overdue: 1, Uncertain: 2}
	if diff := cmp.Diff(want, TimelinessOf(far, cal, ByReceipt, Date{}, Date{}, isoDay(t, "2029-01-03"))); diff != "" {
		t.Errorf("past the last known holiday (-want +got):\n%s", diff)
	}
}

func BenchmarkTimeliness(b *testing.B) {
	cal := NewCalendar(nil)
	requests := make([]*FOIRequest, 10000)
	for i := range requests {
		received := NewDate(2020, 1, 1).AddDays(i / 5)
		requests[i] = &FOIRequest{Received: received, Clock: []ClockRow{{Event: ClockResponded, On: received.AddDays(20 + i%15)}}}
	}
	for b.Loop() {
		TimelinessOf(requests, cal, ByReceipt, Date{}, Date{}, NewDate(2026, 1, 1))
	}
}
