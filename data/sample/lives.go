package sample

import (
	"fmt"

	"almoner/data"
)

// taken is a step that somebody took on a day.
func taken[S ~string](to S, day data.Date, by string) data.Step {
	return data.Step{To: string(to), On: day, By: by}
}

// live walks a record through its life. The steps below are fixed, so one that the life does not have is a mistake in these files that
// every test of the sample shows.
func live(rec data.Staged, steps ...data.Step) {
	for _, s := range steps {
		must(data.Advance(rec, s.To, s.On, s.By))
	}
}

func must(err error) {
	if err != nil {
		panic(fmt.Errorf("make the sample: %w", err))
	}
}

func earlier(a, b data.Date) data.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b data.Date) data.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// liveGrant takes a grant from the day it was asked for to the status that its dates have brought it to. One that was terminated is left
// active: its variation ends it.
func liveGrant(g *data.Grant) {
	status, manager := g.Status, managerOf(g)
	g.Status = ""
	asked := later(g.AwardDate.AddDays(-42), on(2020, 11, 2))
	if status == data.Proposed {
		asked = g.AwardDate
	}
	steps := []data.Step{taken(data.Proposed, asked, clerkOn(asked, manager))}
	signed := earlier(earlier(g.AwardDate.AddDays(18), g.PlannedStart), today)
	path := []data.Step{
		taken(data.Approved, g.AwardDate, commissions),
		taken(data.Agreed, signed, manager),
		taken(data.Active, g.ActualStart, manager),
		taken(data.Closed, earlier(g.ActualEnd.AddDays(30), today), manager),
	}
	switch status {
	case data.Declined, data.Withdrawn:
		steps = append(steps, taken(status, g.AwardDate, commissions))
	case data.Terminated:
		g.ActualEnd = data.Date{}
		steps = append(steps, path[:3]...)
	default:
		for _, s := range path {
			if steps[len(steps)-1].To != string(status) {
				steps = append(steps, s)
			}
		}
	}
	live(g, steps...)
}

// managerOf is who looks after a grant: victims' services have one manager, everything else the other.
func managerOf(g *data.Grant) string {
	switch g.Themes[0] {
	case "Stalking", "Domestic abuse", "Sexual violence", "Victims’ services", "Fraud", "Restorative justice":
		return victimsLead
	default:
		return prevention
	}
}

// clerkOn is who put a grant into the register on a day: the grants officer until he left, and the manager since.
func clerkOn(day data.Date, manager string) string {
	if on(2024, 9, 30).Before(day) {
		return manager
	}
	return grantsClerk
}

// liveFunds notes how each fund came to its status.
func liveFunds(all []*data.Fund) {
	for _, f := range all {
		status := f.Status
		f.Status = ""
		first := f.BidDate.AddDays(-60)
		if f.BidDate.IsZero() {
			first = on(2025, 10, 16)
		}
		if f.BidDate.IsZero() && len(f.Allocations) > 0 { // a formula grant, or the office's own: nobody bid for it
			first = f.Allocations[0].FinancialYear.Start().AddDays(-120)
		}
		live(f, taken(data.Considering, first, commissions))
		if !f.BidDate.IsZero() {
			live(f, taken(data.BidSubmitted, f.BidDate, commissions))
		}
		switch {
		case status == data.Considering || status == data.BidSubmitted:
		case f.BidDate.IsZero():
			live(f, taken(status, first.AddDays(90), "Ludmila Harcastle"))
		default:
			live(f, taken(status, f.BidDate.AddDays(30), "Ludmila Harcastle"))
		}
	}
}

// liveSpecifications notes when each specification was drafted, agreed and, where another took its place, superseded.
func liveSpecifications(all []*data.Specification) {
	for _, s := range all {
		status := s.Status
		s.Status = ""
		live(s, taken(data.SpecificationDraft, earlier(s.Effective.AddDays(-90), on(2025, 11, 12)), victimsLead))
		if status == data.SpecificationDraft {
			continue
		}
		live(s, taken(data.SpecificationAgreed, s.Effective.AddDays(-14), commissions))
		if status == data.SpecificationSuperseded {
			live(s, taken(data.SpecificationSuperseded, on(2023, 4, 1), commissions))
		}
	}
}
