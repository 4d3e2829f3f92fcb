package sample

import (
	"cmp"
	"fmt"
	"slices"

	"almoner/data"
)

// service is a piece of work that the office pays for, with every grant that was given for it. Most run on from year to year; what is
// the same in each of its grants is written once.
type service struct {
	title      string
	to, by     string // organisations by their short names; by is set where the recipient passes the money on
	themes     []string
	area, who  string
	services   string
	purpose    string
	reasons    string
	conditions string
	spec       string
	instrument data.Instrument
	measures   []string
	answers    []data.Answer
	grants     []given
}

// given is one grant for a service.
type given struct {
	title    string // empty: that of the service
	spec     string // empty: that of the service
	on       data.Date
	from, to data.Date // empty: the financial years of the awards
	awards   []data.Award
	status   data.GrantStatus // empty: as the dates have it
	ended    data.Date        // before its time
	stated   data.Money
	achieved []string // one for each measure
}

// give is a grant decided on a day.
func give(day data.Date, awards ...data.Award) given { return given{on: day, awards: awards} }

func (g given) did(achieved ...string) given { g.achieved = achieved; return g }

func (g given) called(title string) given { g.title = title; return g }

func (g given) under(spec string) given { g.spec = spec; return g }

func (g given) between(from, to data.Date) given { g.from, g.to = from, to; return g }

func (g given) was(status data.GrantStatus) given { g.status = status; return g }

func (g given) endedOn(day data.Date) given { g.status, g.ended = data.Terminated, day; return g }

func (g given) stating(pence int64) given { g.stated = data.Money{Pence: pence}; return g }

// in is the award for a year. The named fund pays what others do not.
func in(year data.FinancialYear, pence int64, fundName string, others ...data.FundShare) data.Award {
	rest := pence
	for _, o := range others {
		rest -= o.Amount.Pence
	}
	shares := []data.FundShare{{Fund: fund(fundName), Amount: data.Money{Pence: rest}}}
	return data.Award{FinancialYear: year, Amount: data.Money{Pence: pence}, Funds: append(shares, others...)}
}

func part(fundName string, pence int64) data.FundShare {
	return data.FundShare{Fund: fund(fundName), Amount: data.Money{Pence: pence}}
}

// asked is a proposal that came to nothing, or has not yet: no fund pays it.
func asked(year data.FinancialYear, pence int64) data.Award {
	return data.Award{FinancialYear: year, Amount: data.Money{Pence: pence}}
}

func upTo(a data.Award) data.Award {
	a.Amount.Qualifier = data.UpTo
	return a
}

func yes(q, explanation string) data.Answer    { return answer(q, data.Yes, explanation) }
func no(q, explanation string) data.Answer     { return answer(q, data.No, explanation) }
func partly(q, explanation string) data.Answer { return answer(q, data.Partly, explanation) }

func answer(q string, short data.ShortAnswer, explanation string) data.Answer {
	return data.Answer{Question: question(q), Answer: short, Explanation: explanation, AsAt: on(2025, 1, 31)}
}

// grants are all grants, in the order in which they were decided and numbered so.
func grants() []*data.Grant {
	var all []*data.Grant
	for _, services := range [][]service{
		stalking(), domesticAbuse(), sexualViolence(), youngPeople(), hateCrime(), fraud(), restorative(), roads(), neighbourhoods(), recovery(),
	} {
		for i := range services {
			all = append(all, services[i].all()...)
		}
	}
	slices.SortStableFunc(all, func(a, b *data.Grant) int { return a.AwardDate.Compare(b.AwardDate) })
	numbers := map[data.FinancialYear]int{}
	for _, g := range all {
		y := g.Awards[0].FinancialYear
		numbers[y]++
		g.Reference = data.Reference(fmt.Sprintf("%02d/%02d – %04d", int(y)%100, (int(y)+1)%100, numbers[y]))
	}
	return all
}

// all are the grants of a service, each continuing the one before it that was really given.
func (s *service) all() []*data.Grant {
	grants := make([]*data.Grant, 0, len(s.grants))
	var before data.ID
	for i := range s.grants {
		g := s.grant(&s.grants[i])
		g.ContinuationOf = before
		if slices.Contains(data.AwardedStatuses(), g.Status) {
			before = g.ID
		}
		grants = append(grants, g)
	}
	return grants
}

func (s *service) grant(one *given) *data.Grant {
	first, last := one.awards[0].FinancialYear, one.awards[len(one.awards)-1].FinancialYear
	g := &data.Grant{
		Stamp:      stamp(data.KindGrant, fmt.Sprintf("%s, %s, %s", s.title, s.to, one.on.ISO())),
		Title:      cmp.Or(one.title, s.title),
		Instrument: cmp.Or(s.instrument, data.InstrumentGrant),
		Recipient:  organisation(s.to), DeliveredBy: organisation(s.by),
		Purpose: s.purpose, Services: s.services, Conditions: s.conditions, Reasons: s.reasons,
		Themes: slices.Clone(s.themes), Area: cmp.Or(s.area, "All of Elmshire"), Beneficiaries: s.who,
		AwardDate: one.on, PlannedStart: one.from, PlannedEnd: one.to,
		Specification: specification(cmp.Or(one.spec, s.spec)),
		Status:        one.status, StatedTotal: one.stated, Awards: one.awards, Answers: slices.Clone(s.answers),
	}
	if g.PlannedStart.IsZero() {
		g.PlannedStart = first.Start()
		if g.PlannedStart.Before(g.AwardDate) { // decided within the year: it begins with the next month
			g.PlannedStart = on(g.AwardDate.Year, g.AwardDate.Month+1, 1)
		}
	}
	if g.PlannedEnd.IsZero() {
		g.PlannedEnd = last.End()
	}
	for i, m := range s.measures {
		o := data.Outcome{Theme: s.themes[0], Measure: m}
		if i < len(one.achieved) {
			o.Achieved = one.achieved[i]
		}
		g.Outcomes = append(g.Outcomes, o)
	}
	run(g, one.ended)
	return g
}

// run gives a grant the status and the dates that its plan has come to by today.
func run(g *data.Grant, ended data.Date) {
	if g.Status == "" {
		switch {
		case g.PlannedEnd.Before(today):
			g.Status = data.Closed
		case g.PlannedStart.Before(today):
			g.Status = data.Active
		default:
			g.Status = data.Agreed
		}
	}
	switch g.Status {
	case data.Active:
		g.ActualStart = g.PlannedStart
	case data.Closed:
		g.ActualStart, g.ActualEnd = g.PlannedStart, g.PlannedEnd
	case data.Terminated:
		g.ActualStart, g.ActualEnd = g.PlannedStart, ended
	default:
	}
}
