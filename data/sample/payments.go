package sample

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
)

// One payment is made of a year's award below this; more is paid quarter by quarter in advance.
const smallAward = 10_000_00

// unpaid are the payments that the office holds back, by the grant’s title and the day from which, so that some are overdue when the
// sample stands still.
var unpaid = map[string]data.Date{
	"Scam victims’ home visits":           on(2025, 10, 1), // its return for the summer has not come
	"Wardens in Stourhaven’s High Street": on(2025, 10, 1), // no invoice yet
}

// pay puts the payments of all grants down, those before today as paid, and numbers the transfers in the order in which they were made.
func pay(all []*data.Grant) {
	type transfer struct {
		grant   data.Reference
		payment *data.Payment
	}
	var made []transfer
	days := data.NewCalendar(office().Holidays)
	for _, g := range all {
		if !slices.Contains(data.AwardedStatuses(), g.Status) || g.Status == data.Approved {
			continue
		}
		for _, a := range g.Awards {
			g.Payments = append(g.Payments, instalments(g, a)...)
		}
		held, some := unpaid[g.Title]
		for i := range g.Payments {
			p := &g.Payments[i]
			if some && !p.Due.Before(held) {
				continue
			}
			if day := days.OnOrAfter(p.Due.AddDays(3 + (i*5+len(g.Title))%9)); !today.Before(day) {
				p.PaidOn = day
				made = append(made, transfer{g.Reference, p})
			}
		}
	}
	slices.SortStableFunc(made, func(a, b transfer) int {
		if c := a.payment.PaidOn.Compare(b.payment.PaidOn); c != 0 {
			return c
		}
		return strings.Compare(string(a.grant), string(b.grant))
	})
	numbers := map[data.FinancialYear]int{}
	for _, t := range made {
		y := data.FinancialYearOf(t.payment.PaidOn)
		numbers[y]++
		t.payment.Reference = data.Reference(fmt.Sprintf("BACS %02d%02d-%04d", int(y)%100, (int(y)+1)%100, numbers[y]))
	}
}

// instalments are the payments of one award.
func instalments(g *data.Grant, a data.Award) []data.Payment {
	from, to := later(a.FinancialYear.Start(), g.PlannedStart), earlier(a.FinancialYear.End(), g.PlannedEnd)
	if !g.ActualEnd.IsZero() {
		to = earlier(to, g.ActualEnd)
	}
	if to.Before(from) {
		to = from
	}
	part := func(due data.Date, pence int64, from data.ID) data.Payment {
		return data.Payment{Due: due, Amount: data.Money{Pence: pence}, FinancialYear: a.FinancialYear, Fund: from}
	}
	switch pence := a.Amount.Pence; {
	case a.Amount.Qualifier == data.UpTo: // two claims for what was spent, never quite all of it
		return []data.Payment{part(from.AddDays(from.DaysUntil(to)/2), pence*457/1000, ""), part(to, pence*471/1000, "")}
	case pence < 3*smallAward && len(a.Funds) > 1: // each funder's share in one sum, as the funder sends it
		var shares []data.Payment
		for i, s := range a.Funds {
			shares = append(shares, part(earlier(from.AddDays(60*i), to), s.Amount.Pence, s.Fund))
		}
		return shares
	case pence < smallAward:
		return []data.Payment{part(from, pence, "")}
	default:
		days := quarters(from, to)
		payments := make([]data.Payment, 0, len(days))
		each := pence / int64(len(days))
		for i, day := range days {
			if i == len(days)-1 {
				each = pence - each*int64(i)
			}
			payments = append(payments, part(day, each, ""))
		}
		return payments
	}
}

// quarters are a day and the first day of each quarter that begins between it and another.
func quarters(from, to data.Date) []data.Date {
	days := []data.Date{from}
	for month := (from.Month-1)/3*3 + 4; ; month += 3 {
		day := data.NewDate(from.Year, month, 1)
		if to.Before(day) {
			return days
		}
		days = append(days, day)
	}
}
