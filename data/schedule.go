package data

import (
	"fmt"
	"iter"
	"slices"
)

// Frequency is how often a provider reports.
type Frequency string

// How often providers report.
const (
	Monthly    Frequency = "monthly"
	Quarterly  Frequency = "quarterly"
	HalfYearly Frequency = "half_yearly"
	Yearly     Frequency = "yearly"
	AtTheEnd   Frequency = "end"
)

var frequencies = terms[Frequency]{
	{Monthly, "Every month"},
	{Quarterly, "Every quarter"},
	{HalfYearly, "Every six months"},
	{Yearly, "Every year"},
	{AtTheEnd, "Once, at the end"},
}

// Frequencies are all ways of reporting.
func Frequencies() []Frequency { return frequencies.values() }

// Label is how people read how often.
func (f Frequency) Label() string { return frequencies.label(f) }

// UnmarshalText reads how often as the portable form writes it.
func (f *Frequency) UnmarshalText(text []byte) error {
	return frequencies.unmarshal(f, text, "frequency of returns")
}

// months is how many months one period of returns takes; 0 is the whole grant.
func (f Frequency) months() int {
	switch f {
	case Monthly:
		return 1
	case Quarterly:
		return 3
	case HalfYearly:
		return 6
	case Yearly:
		return 12
	default:
		return 0
	}
}

// MonitoringSchedule is when a grant's returns are expected.
type MonitoringSchedule struct {
	Every     Frequency `json:"every,omitempty"`
	DueAfter  int       `json:"due_after,omitzero"` // days after the end of a period
	Framework ID        `json:"framework,omitempty"`
}

func (s *MonitoringSchedule) problems(ps *Problems) {
	if s.DueAfter < 0 || s.DueAfter > 366 {
		ps.add("monitoring.due_after", "Returns are due at most a year after their period, and not before it ends.")
	}
}

// ExpectedReturns are the returns that a grant's schedule asks for, from its start to its end, in order; none without a schedule or
// without both days. Where it is known when the grant really started and ended, those days count: nobody reports on what was not
// delivered. Periods go by the financial year: quarters begin in April, July, October and January, whatever day the grant starts on, as
// providers report them with everything else. They have no ID yet.
func (g *Grant) ExpectedReturns() []*MonitoringReturn {
	var returns []*MonitoringReturn
	for from, to := range g.periods() {
		returns = append(returns, g.returnFor(from, to))
	}
	return returns
}

// periods are the first and the last days of the grant's periods of returns, in order.
func (g *Grant) periods() iter.Seq2[Date, Date] {
	return func(yield func(Date, Date) bool) {
		start, end := cmpDate(g.ActualStart, g.PlannedStart).firstDay(), cmpDate(g.ActualEnd, g.PlannedEnd).lastDay()
		if g.Monitoring.Every == "" || start.IsZero() || end.IsZero() || !g.Status.Given() {
			return
		}
		months := g.Monitoring.Every.months()
		for from := start; !end.Before(from); {
			to := end
			if months > 0 {
				if last := periodEnd(from, months); last.Before(end) {
					to = last
				}
			}
			if !yield(from, to) {
				return
			}
			from = to.AddDays(1)
		}
	}
}

func (g *Grant) returnFor(from, to Date) *MonitoringReturn {
	return &MonitoringReturn{
		Grant: g.ID, Framework: g.Monitoring.Framework, Period: periodName(from, g.Monitoring.Every), PeriodStart: from, PeriodEnd: to,
		Due: g.dueAfter(to), Status: ReturnExpected,
	}
}

// dueAfter is the day by which the return for a period that ends on a day is due.
func (g *Grant) dueAfter(end Date) Date { return end.AddDays(g.Monitoring.DueAfter) }

// periodEnd is the last day of the run of months, counted from April, that a day lies in.
func periodEnd(d Date, months int) Date {
	since := (int(d.Month) + 8) % 12 // months since April
	left := months - since%months
	return NewDate(d.Year, d.Month, 1).addMonths(left).AddDays(-1)
}

func (d Date) addMonths(n int) Date { return DateOf(d.Time().AddDate(0, n, 0)) }

// periodName is how a period is called in the office: "Quarter 1, 2025-26".
func periodName(d Date, f Frequency) string {
	year, since := FinancialYearOf(d), (int(d.Month)+8)%12
	switch f {
	case Monthly:
		return fmt.Sprintf("%s %d", d.Month, d.Year)
	case Quarterly:
		return fmt.Sprintf("Quarter %d, %s", since/3+1, year)
	case HalfYearly:
		return fmt.Sprintf("%s half of %s", []string{"First", "Second"}[since/6], year)
	case Yearly:
		return year.String()
	default:
		return "End of grant"
	}
}

// returns are the returns that the register holds, by their grants.
type returns map[ID][]*MonitoringReturn

func (reg *Register) returnsByGrant() returns {
	return *workedOut(reg, &reg.returns, func() *returns {
		held := returns{}
		for _, r := range All[*MonitoringReturn](reg) {
			held[r.Grant] = append(held[r.Grant], r)
		}
		return &held
	})
}

// ReturnsOf are the returns of a grant that the register holds. The slice is shared: do not change it.
func (reg *Register) ReturnsOf(grant ID) []*MonitoringReturn { return reg.returnsByGrant()[grant] }

// MissingReturns are the returns that the grant's schedule asks for and the register does not hold, ready to be saved. One that the
// office holds for the same period, or for one that overlaps it, is not made again.
func (reg *Register) MissingReturns(g *Grant) []*MonitoringReturn {
	held := reg.ReturnsOf(g.ID)
	var wanted []*MonitoringReturn
	for from, to := range g.periods() {
		if !isHeld(held, from, to, g.dueAfter(to)) {
			wanted = append(wanted, g.returnFor(from, to))
		}
	}
	for _, r := range wanted {
		r.ID = NewID()
	}
	return wanted
}

// isHeld reports whether one of some returns is for a period or a part of it or, of one without a period, is due on the same day.
func isHeld(held []*MonitoringReturn, from, to, due Date) bool {
	return slices.ContainsFunc(held, func(r *MonitoringReturn) bool {
		if r.PeriodStart.IsZero() || r.PeriodEnd.IsZero() {
			return r.Due.lastDay() == due
		}
		return !r.PeriodEnd.lastDay().Before(from) && !to.Before(r.PeriodStart)
	})
}
