package data

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"
)

// Calendar knows which days are working days in the sense of section 10(6) of the Freedom of Information Act 2000, which the
// Environmental Information Regulations 2004 follow: not a Saturday, a Sunday, Good Friday, Christmas Day, or a bank holiday under the
// Banking and Financial Dealings Act 1971 in any part of the United Kingdom.
//
// A Calendar never changes, so any number of goroutines may use one. When an office adds a holiday, make a new one.
type Calendar struct {
	kept     []keptDay // by day
	weekdays []int     // the days in kept that are not at a weekend, for counting
	from     Date
	until    Date
}

// keptDay is a day with all the holidays that are kept on it.
type keptDay struct {
	day      int
	holidays []Holiday
}

// Years for which Good Friday and Christmas Day are worked out: all that an office can put into a date.
const (
	firstCalendarYear = 1900
	lastCalendarYear  = 2200
)

var publishedCalendar = sync.OnceValue(func() *Calendar {
	published := publishedOnce()
	holidays := slices.Clone(published)
	listed := map[Date]bool{}
	for _, h := range published {
		listed[h.Date] = true
	}
	for year := firstCalendarYear; year <= lastCalendarYear; year++ {
		for _, h := range actHolidays(year) {
			if !listed[h.Date] {
				holidays = append(holidays, h)
			}
		}
	}
	first := published[0].Date.Year
	return calendarOf(holidays, first, first)
})

// NewCalendar is the published bank holidays with those that an office has put in: a one-off that was announced after this program
// was made, or a later year. Those without an exact day are left out. Without any it costs nothing.
func NewCalendar(extra []OfficeHoliday) *Calendar {
	published := publishedCalendar()
	var added []Holiday
	for _, h := range extra {
		if h.Date.IsZero() || h.Date.Precision != ToTheDay || published.keeps(h) {
			continue
		}
		day := Date{Year: h.Date.Year, Month: h.Date.Month, Day: h.Date.Day}
		if one := (Holiday{Date: day, Name: cmp.Or(trimSpace(h.Name), "Holiday")}); !slices.Contains(added, one) {
			added = append(added, one)
		}
	}
	if len(added) == 0 {
		return published
	}
	var all []Holiday
	for _, k := range published.kept {
		all = append(all, k.holidays...)
	}
	return calendarOf(append(all, added...), published.from.Year, published.until.Year+1)
}

// keeps reports whether an office's holiday says nothing new: the day is kept everywhere, or under the same name.
func (c *Calendar) keeps(h OfficeHoliday) bool {
	return slices.ContainsFunc(c.on(dayNumber(h.Date)), func(known Holiday) bool {
		return known.Divisions == UnitedKingdom || Fold(known.Name) == Fold(h.Name)
	})
}

// calendarOf is a calendar of holidays, the first of whose years that may not be known in full is given: more days never make a
// known year unknown, and looking at each again would be most of the work.
func calendarOf(holidays []Holiday, firstYear, unsureYear int) *Calendar {
	slices.SortStableFunc(holidays, func(a, b Holiday) int { return a.Date.Compare(b.Date) })
	c := &Calendar{from: NewDate(firstYear, time.January, 1)}
	for i := 0; i < len(holidays); {
		j := i + 1
		for j < len(holidays) && holidays[j].Date == holidays[i].Date {
			j++
		}
		day := dayNumber(holidays[i].Date)
		c.kept = append(c.kept, keptDay{day, holidays[i:j:j]})
		if !weekend(day) {
			c.weekdays = append(c.weekdays, day)
		}
		i = j
	}
	for len(c.Missing(unsureYear)) == 0 {
		unsureYear++
	}
	c.until = NewDate(unsureYear-1, time.December, 31)
	return c
}

// Known is the first and the last day between which all bank holidays are known: whole years, each of which has a day for every one of
// the UsualHolidays, whoever gave it, the government or the office. The last is the horizon: a count that runs past it takes out
// Good Friday and Christmas Day, which the Act itself names, and no more, so that its end is the earliest that it can be.
func (c *Calendar) Known() (from, until Date) { return c.from, c.until }

// Missing are the usual holidays of a year for which there is no day yet. None are missing from a year that is known.
func (c *Calendar) Missing(year int) []Holiday {
	var given []Date
	for _, h := range c.Holidays(NewDate(year, time.January, 1), NewDate(year, time.December, 31)) {
		if len(given) == 0 || given[len(given)-1] != h.Date {
			given = append(given, h.Date)
		}
	}
	return missingFrom(year, given)
}

// Holidays are the holidays from one day to another, both included, in order.
func (c *Calendar) Holidays(from, to Date) []Holiday {
	first, _ := c.find(dayNumber(from))
	var holidays []Holiday
	for _, k := range c.kept[first:] {
		if k.day > dayNumber(to) {
			break
		}
		holidays = append(holidays, k.holidays...)
	}
	return holidays
}

// WorkingDay reports whether a day is a working day, and if it is not, why: "Sunday", or the holidays of the day and where they are kept.
func (c *Calendar) WorkingDay(d Date) (working bool, reason string) {
	day := dayNumber(d)
	if c.working(day) {
		return true, ""
	}
	return false, c.reason(day)
}

func (c *Calendar) reason(day int) string {
	if weekend(day) {
		return weekday(day).String()
	}
	var names []string
	for _, h := range c.on(day) {
		names = append(names, h.String())
	}
	return strings.Join(names, "; ")
}

// AddWorkingDays is the nth working day after a day, or before it where n is negative. With n zero it is the day itself, working or not.
func (c *Calendar) AddWorkingDays(d Date, n int) Date {
	day, step := dayNumber(d), 1
	if n < 0 {
		n, step = -n, -1
	}
	for n > 0 {
		day += step
		if c.working(day) {
			n--
		}
	}
	return dateOfDay(day)
}

// OnOrAfter is the day itself if it is a working day, or else the next one that is.
func (c *Calendar) OnOrAfter(d Date) Date {
	day := dayNumber(d)
	for !c.working(day) {
		day++
	}
	return dateOfDay(day)
}

// WorkingDaysBetween is how many working days come after a day up to and including another; as a negative number if that is earlier.
func (c *Calendar) WorkingDaysBetween(d, e Date) int {
	from, to := dayNumber(d), dayNumber(e)
	if to < from {
		return -c.WorkingDaysBetween(e, d)
	}
	first, _ := slices.BinarySearch(c.weekdays, from+1)
	last, _ := slices.BinarySearch(c.weekdays, to+1)
	return weekdaysUntil(to) - weekdaysUntil(from) - (last - first)
}

func (c *Calendar) working(day int) bool {
	if weekend(day) {
		return false
	}
	_, kept := slices.BinarySearch(c.weekdays, day)
	return !kept
}

// on are the holidays of a day.
func (c *Calendar) on(day int) []Holiday {
	if i, ok := c.find(day); ok {
		return c.kept[i].holidays
	}
	return nil
}

// keptIn reports whether a division keeps a holiday on a day; an office's own holidays count everywhere.
func (c *Calendar) keptIn(day int, division Divisions) bool {
	return slices.ContainsFunc(c.on(day), func(h Holiday) bool { return h.Divisions == 0 || h.Divisions&division != 0 })
}

func (c *Calendar) find(day int) (int, bool) {
	return slices.BinarySearchFunc(c.kept, day, func(k keptDay, day int) int { return cmp.Compare(k.day, day) })
}

// Days are counted as whole numbers, so that the next day is one more and a weekend is a remainder. Day 0 is Thursday 1 January 1970.

const secondsOfDay = 24 * 60 * 60

func dayNumber(d Date) int {
	return int(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

func dateOfDay(day int) Date { return DateOf(time.Unix(int64(day)*secondsOfDay, 0).UTC()) }

// sinceMonday is how many days lie between the Monday of the day's week and the day.
func sinceMonday(day int) int { return ((day+3)%7 + 7) % 7 }

func weekday(day int) time.Weekday { return time.Weekday((sinceMonday(day) + 1) % 7) }

func weekend(day int) bool { return sinceMonday(day) > 4 }

// weekdaysUntil is a number that grows by one with each day from Monday to Friday.
func weekdaysUntil(day int) int {
	weeks := (day + 3 - sinceMonday(day)) / 7
	return weeks*5 + min(sinceMonday(day)+1, 5)
}
