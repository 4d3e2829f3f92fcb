package data

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

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
	for name, r := range map[string]*FOIRequest{"plain": plain, "eventful": eventful, "past the horizon": {Received: NewDate(2028, time.December, 20)}} {
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
			d.Working(Date{})
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
		for _, s := range d.Working(Date{}) {
			if s.Number > 0 {
				numbered++
			}
		}
		if steps := d.Working(Date{}); numbered != 20 || steps[len(steps)-1].Kind != StepDue || len(steps) != received.DaysUntil(d.Due)+1 {
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
