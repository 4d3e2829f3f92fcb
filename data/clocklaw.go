package data

import "time"

// pause is a time that does not count, its first and its last day included.
type pause struct {
	from, to int
	why      string
}

// clockLaw is what one law says about the time to answer. SAR counts a month of the calendar, the others count working days.
type clockLaw struct {
	days, extension     int // working days
	months, extraMonths int // calendar months, instead of working days

	clarificationPauses bool // rather than restarts
	feeRestarts         bool // rather than pauses

	reviewDays, reviewLatest int // working days

	extending string // what an extension is for
	lapses    func(c *Calendar, notice Date) Date
}

var (
	// FOIA 2000: section 10(1) gives the time, 10(3) lets it be reasonable for the public interest test, which the Commissioner's
	// guidance takes as 20 working days more; section 10(6)(b) restarts it with the information asked for under 1(3); 10(2) leaves out
	// the days of a fees notice and 9(2) ends it. The code of practice of section 45 gives reviews their days.
	lawFOI = clockLaw{
		days: 20, extension: 20, reviewDays: 20, reviewLatest: 40,
		extending: "for the public interest test",
		lapses:    func(_ *Calendar, notice Date) Date { return lastOfMonths(notice, 3) },
	}
	// EIR 2004: regulation 5(2) gives the time, 7(1) extends it for what is complex and voluminous, 9 restarts it, 8(6) pauses it and
	// 8(5) ends it; regulation 11(4) gives a review 40 working days.
	lawEIR = clockLaw{
		days: 20, extension: 20, reviewDays: 40, reviewLatest: 40,
		extending: "for a complex and voluminous request",
		lapses:    func(c *Calendar, notice Date) Date { return c.AddWorkingDays(notice, 60) },
	}
	// UK GDPR: article 12A (inserted by the Data (Use and Access) Act 2025, and the Commissioner's guidance before it) gives one month
	// from receipt or, where there is one, from payment of a fee, two more on notice within the first, and leaves out the days of a
	// clarification. No law gives a review its days: those of the Act are good practice here too.
	lawSAR = clockLaw{
		months: 1, extraMonths: 2, clarificationPauses: true, feeRestarts: true, reviewDays: 20, reviewLatest: 40,
		extending: "for a complex request",
		lapses:    func(*Calendar, Date) Date { return Date{} },
	}
)

// law is the law whose time counts. A request under more than one is counted as FOI: what part of it falls under another is a request
// of its own.
func (r Regime) law() *clockLaw {
	switch r {
	case RegimeEIR:
		return &lawEIR
	case RegimeSAR:
		return &lawSAR
	default:
		return &lawFOI
	}
}

// monthsAfter is the same day of a later month, or its last day where that month is shorter.
func monthsAfter(d Date, months int) Date {
	first := NewDate(d.Year, d.Month+time.Month(months), 1)
	last := NewDate(d.Year, d.Month+time.Month(months)+1, 0)
	return first.AddDays(min(d.Day, last.Day) - 1)
}

// lastOfMonths is the last day of a number of months that begin with a day: the day before the same day of the later month, or the
// end of that month where it has no such day.
func lastOfMonths(d Date, months int) Date {
	end := monthsAfter(d, months)
	if end.Day < d.Day {
		return end
	}
	return end.AddDays(-1)
}
