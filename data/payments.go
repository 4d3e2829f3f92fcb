package data

import "slices"

// Instalments are the ways in which the money for a year can be paid: so often, on the first day of each period, or once at the start or the
// end.
func Instalments() []Frequency { return []Frequency{Quarterly, Monthly, HalfYearly, Yearly, AtTheEnd} }

// InstalmentLabel is how people read a way of paying.
func InstalmentLabel(every Frequency) string {
	switch every {
	case Monthly:
		return "Monthly"
	case Quarterly:
		return "Quarterly"
	case HalfYearly:
		return "In two halves"
	case Yearly:
		return "At once, at the start"
	default:
		return "At once, at the end"
	}
}

// PlanPayments are payments of what the awards of a year are worth and no payment has been put down for: none if there is nothing left.
// They fall due on the first days of the periods within the year in which the grant runs, not before it was awarded and after the payments
// of the year that are there already, and add up to what is left, to the penny.
func (g *Grant) PlanPayments(year FinancialYear, every Frequency) []Payment {
	left := g.TotalIn([]FinancialYear{year})
	last := Date{}
	for _, p := range g.Payments {
		if p.Year() != year {
			continue
		}
		left.Pence -= p.Amount.Pence
		if last.Before(p.Due) {
			last = p.Due
		}
	}
	if left.Pence <= 0 {
		return nil
	}
	days := g.paymentDays(year, every)
	after := slices.DeleteFunc(slices.Clone(days), func(d Date) bool { return !last.Before(d) })
	if len(after) == 0 {
		after = days[len(days)-1:]
	}
	equal := make([]FundShare, len(after)) // parted as an award is between funds
	for i := range equal {
		equal[i].Amount.Pence = 1
	}
	payments := make([]Payment, len(after))
	for i, part := range inProportion(left, equal) {
		payments[i] = Payment{ID: NewRowID(), Due: after[i], Amount: part.Amount, FinancialYear: year}
	}
	return payments
}

// paymentDays are the days on which payments of a year fall due; there is always one.
func (g *Grant) paymentDays(year FinancialYear, every Frequency) []Date {
	from, to := year.Start(), year.End()
	if start := cmpDate(g.ActualStart, g.PlannedStart).firstDay(); from.Before(start) && !to.Before(start) {
		from = start
	}
	if end := cmpDate(g.ActualEnd, g.PlannedEnd).lastDay(); !end.IsZero() && end.Before(to) && !end.Before(from) {
		to = end
	}
	if awarded := g.AwardDate.firstDay(); to.Before(awarded) { // for what was over by then
		return []Date{awarded}
	} else if from.Before(awarded) {
		from = awarded
	}
	months := every.months()
	if months == 0 {
		return []Date{to}
	}
	var days []Date
	for day := from; !to.Before(day); day = periodEnd(day, months).AddDays(1) {
		days = append(days, day)
	}
	return days
}

// Pay notes that a payment went out on a day. What went out is an exact sum, whatever had been expected.
func (p *Payment) Pay(on Date) {
	p.PaidOn = on
	p.Amount.Qualifier = Exact
}

// DaysLate is by how many days a payment that has not gone out is late; 0 if it is not.
func (p Payment) DaysLate(today Date) int {
	due := p.Due.lastDay()
	if !p.PaidOn.IsZero() || due.IsZero() {
		return 0
	}
	return max(0, due.DaysUntil(today))
}

// LeftToPay is what is awarded and has not gone out; less than nothing where more went out than was awarded.
func (g *Grant) LeftToPay() Money { return g.Total().less(g.Paid()) }

// Unplanned is what is awarded and no payment, made or due, has been put down for.
func (g *Grant) Unplanned() Money {
	var sum Money
	for _, p := range g.Payments {
		sum = sum.Add(p.Amount)
	}
	return g.Total().less(sum)
}
