package data

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// clockDay is a day on which a request can have come in, with room for a count on both sides.
func clockDay() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		return NewDate(2012, time.January, 1).AddDays(rapid.IntRange(0, 8000).Draw(t, "days"))
	})
}

// anyHolidays are what an office may have put in: nothing, or days of any kind.
func anyHolidays() *rapid.Generator[[]OfficeHoliday] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) OfficeHoliday {
		return OfficeHoliday{Date: clockDay().Draw(t, "holiday"), Name: "Extra"}
	}), 0, 30)
}

func TestWhyADayDoesNotCount(t *testing.T) {
	cal := NewCalendar([]OfficeHoliday{
		{Date: isoDay(t, "2025-06-13"), Name: "  Founder’s  Day "},
		{Date: isoDay(t, "2025-07-14"), Name: "Second reason"},
		{Date: isoDay(t, "2025-12-25"), Name: "Christmas"},
		{Date: isoDay(t, "2025-03-17"), Name: "ST PATRICK’S DAY"},
		{Date: isoDay(t, "2025-06-13"), Name: "Founder’s Day"},
		{Date: isoDay(t, "2025-06-16")},
		{Date: Date{Year: 2025, Month: time.June, Day: 2, Precision: ToTheMonth}, Name: "Some day in June"},
		{Name: "No day"},
	})
	for iso, want := range map[string]string{
		"2025-07-11": "",
		"2025-07-12": "Saturday",
		"2025-07-13": "Sunday",
		"2025-07-14": "Battle of the Boyne (Orangemen’s Day) (substitute day), Northern Ireland; Second reason",
		"2025-04-21": "Easter Monday, England and Wales and Northern Ireland",
		"2025-12-01": "St Andrew’s Day (substitute day), Scotland",
		"2025-12-25": "Christmas Day, the whole United Kingdom",
		"2025-06-13": "Founder’s Day",
		"2025-03-17": "St Patrick’s Day, Northern Ireland",
		"2025-06-16": "Holiday",
		"2025-06-02": "",
		"2012-01-02": "New Year’s Day (substitute day), England and Wales and Northern Ireland; 2nd January, Scotland",
		"2035-03-23": "Good Friday, the whole United Kingdom", // the Act names it: nobody has to publish it
		"2035-12-25": "Christmas Day, the whole United Kingdom",
		"2035-12-26": "",
		"1990-04-13": "Good Friday, the whole United Kingdom",
		"1969-12-25": "Christmas Day, the whole United Kingdom",
		"1969-12-27": "Saturday",
	} {
		working, reason := cal.WorkingDay(isoDay(t, iso))
		if reason != want || working != (want == "") {
			t.Errorf("%s is a working day: %v, because %q; want %q", iso, working, reason, want)
		}
	}
}

func TestWorkingDaysAreAddedAndCountedTheSameWay(t *testing.T) {
	cal := NewCalendar(nil)
	for _, c := range []struct {
		from string
		n    int
		to   string
	}{
		{"2020-02-11", 8, "2020-02-21"},
		{"2024-12-24", 1, "2024-12-27"},
		{"2024-12-27", -1, "2024-12-24"},
		{"2024-12-28", 1, "2024-12-30"},
		{"2024-12-28", 0, "2024-12-28"},
		{"2026-03-16", 1, "2026-03-18"},
	} {
		if got := cal.AddWorkingDays(isoDay(t, c.from), c.n); got != isoDay(t, c.to) {
			t.Errorf("%d working days from %s is %v, want %s", c.n, c.from, got, c.to)
		}
		if got := cal.WorkingDaysBetween(isoDay(t, c.from), isoDay(t, c.to)); got != c.n {
			t.Errorf("from %s to %s are %d working days, want %d", c.from, c.to, got, c.n)
		}
	}
	t.Run("laws", rapid.MakeCheck(func(t *rapid.T) {
		cal := NewCalendar(anyHolidays().Draw(t, "holidays"))
		d := anyDay().Draw(t, "day")
		n := rapid.IntRange(-60, 60).Draw(t, "n")
		e := d.AddDays(n)
		oneByOne := 0
		for x := min(n, 0) + 1; x <= max(n, 0); x++ {
			if working, _ := cal.WorkingDay(d.AddDays(x)); working {
				oneByOne++
			}
		}
		if n < 0 {
			oneByOne = -oneByOne
		}
		if got := cal.WorkingDaysBetween(d, e); got != oneByOne {
			t.Fatalf("between %v and %v are %d working days, one by one %d", d, e, got, oneByOne)
		}
		if n != 0 {
			there := cal.AddWorkingDays(d, n)
			if working, why := cal.WorkingDay(there); !working {
				t.Fatalf("the count ends on %v, which is %s", there, why)
			}
			if got := cal.WorkingDaysBetween(d, there); n > 0 && got != n {
				t.Fatalf("%d working days after %v is %v, which is %d later", n, d, there, got)
			}
		}
		next := cal.OnOrAfter(d)
		if working, _ := cal.WorkingDay(next); !working || next.Before(d) || cal.WorkingDaysBetween(d.AddDays(-1), next) != 1 {
			t.Fatalf("the working day on or after %v is said to be %v", d, next)
		}
	}))
}

func TestTheHorizonIsTheLastYearWithAllItsHolidays(t *testing.T) {
	from, until := NewCalendar(nil).Known()
	if from != isoDay(t, "2012-01-01") || until != isoDay(t, "2028-12-31") {
		t.Fatalf("known from %v until %v", from, until)
	}
	year := func(years ...int) (extra []OfficeHoliday) {
		for _, y := range years {
			for _, h := range UsualHolidays(y) {
				extra = append(extra, OfficeHoliday{Date: h.Date, Name: h.Name})
			}
		}
		return extra
	}
	without := func(extra []OfficeHoliday, name string) []OfficeHoliday {
		return slices.DeleteFunc(extra, func(h OfficeHoliday) bool { return h.Name == name })
	}
	moved := append(without(year(2029), "Spring bank holiday"), OfficeHoliday{Date: isoDay(t, "2029-06-04"), Name: "Spring bank holiday, moved"})
	for name, c := range map[string]struct {
		extra []OfficeHoliday
		until string
	}{
		"a whole year":                        {year(2029), "2029-12-31"},
		"two years":                           {year(2029, 2030), "2030-12-31"},
		"a gap between":                       {year(2030), "2028-12-31"},
		"one holiday short":                   {without(year(2029), "St Andrew’s Day"), "2028-12-31"},
		"New Year and Christmas only":         {[]OfficeHoliday{{Date: isoDay(t, "2029-01-01")}, {Date: isoDay(t, "2029-12-25")}, {Date: isoDay(t, "2029-12-26")}}, "2028-12-31"},
		"one day for two holidays":            {append(without(without(year(2029), "New Year’s Day"), "2nd January"), OfficeHoliday{Date: isoDay(t, "2029-01-03")}), "2028-12-31"},
		"one day twice":                       {append(without(without(year(2029), "New Year’s Day"), "2nd January"), OfficeHoliday{Date: isoDay(t, "2029-01-03"), Name: "A"}, OfficeHoliday{Date: isoDay(t, "2029-01-03"), Name: "B"}), "2028-12-31"},
		"a holiday moved to a Sunday":         {append(without(year(2029), "St Andrew’s Day"), OfficeHoliday{Date: isoDay(t, "2029-12-02")}), "2028-12-31"},
		"a holiday moved by a week":           {moved, "2029-12-31"},
		"Good Friday and Christmas not typed": {without(without(year(2029), "Good Friday"), "Christmas Day"), "2029-12-31"},
	} {
		if _, got := NewCalendar(c.extra).Known(); got != isoDay(t, c.until) {
			t.Errorf("%s: known until %v, want %s", name, got, c.until)
		}
	}
	missing := NewCalendar(without(year(2035), "St Patrick’s Day (substitute day)")).Missing(2035)
	if len(missing) != 1 || missing[0].Name != "St Patrick’s Day (substitute day)" {
		t.Errorf("of 2035 are said to be missing %v", missing)
	}
	if missing := NewCalendar(nil).Missing(2029); len(missing) != 11 {
		t.Errorf("of 2029 are said to be missing %v", missing)
	}
}

func TestACalendarIsSharedByManyAndNeverChanges(t *testing.T) {
	extra := []OfficeHoliday{{Date: isoDay(t, "2026-06-15"), Name: "One-off"}}
	cal := NewCalendar(extra)
	extra[0].Date = isoDay(t, "2026-06-16")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				if got := cal.AddWorkingDays(Date{Year: 2026, Month: time.June, Day: 12}, 1); got.ISO() != "2026-06-16" {
					t.Errorf("the working day after 12 June 2026 is %v", got)
				}
				NewCalendar(nil).Missing(2027)
			}
		})
	}
	all.Wait()
	if working, why := NewCalendar(nil).WorkingDay(isoDay(t, "2026-06-15")); !working {
		t.Errorf("one office's holiday reached another's calendar: %s", why)
	}
}

func ExampleCalendar_WorkingDay() {
	cal := NewCalendar(nil)
	_, why := cal.WorkingDay(NewDate(2026, time.March, 17))
	fmt.Println(why)
	// Output: St Patrick’s Day, Northern Ireland
}

func BenchmarkCalendar(b *testing.B) {
	extra := []OfficeHoliday{{Date: NewDate(2026, time.June, 15), Name: "One-off"}}
	b.Run("made", func(b *testing.B) {
		for b.Loop() {
			NewCalendar(extra)
		}
	})
	b.Run("asked", func(b *testing.B) {
		cal, d := NewCalendar(extra), NewDate(2026, time.June, 15)
		for b.Loop() {
			cal.WorkingDaysBetween(d, d.AddDays(400))
		}
	})
}
