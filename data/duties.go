package data

import (
	"slices"
	"strings"
)

// Duty is something that an office has to put before the public again and again.
type Duty string

// The standing duties that a register of grants, decisions and requests can help with. The Order is the Elected Local Policing Bodies
// (Specified Information) Order 2011 (SI 2011/3050), as amended in 2012, 2013 and 2021; it asks for more than these, from other books.
const (
	DutyDecisions Duty = "decisions" // Schedule, paragraph 5(d)
	DutyGrants    Duty = "grants"    // paragraph 3(f)
	DutySpending  Duty = "spending"  // paragraph 3(g)
	DutyContracts Duty = "contracts" // paragraph 4(b)
	DutyLog       Duty = "log"       // not of the Order: the office's publication scheme
)

var duties = terms[Duty]{
	{DutyDecisions, "Decisions"},
	{DutyGrants, "Crime and disorder reduction grants"},
	{DutySpending, "Spending over £500"},
	{DutyContracts, "Contracts over £10,000"},
	{DutyLog, "FOI disclosure log"},
}

// Duties are all standing duties.
func Duties() []Duty { return duties.values() }

// Label is how people read the duty. A publication whose title begins so, or has the words of titled in it, meets the duty.
func (d Duty) Label() string { return duties.label(d) }

// titled are the words by which the title of a publication shows which duty it meets.
var titled = map[Duty][]string{
	DutyGrants:   {"crime and disorder reduction grants", "all grants"},
	DutySpending: {"spending over £500", "expenditure over £500", "payments over £500"},
	DutyLog:      {"disclosure log", "requests for information that we have answered"},
}

// What has to be published only above some sum, in pence.
const (
	spendingOver  = 500_00
	contractsOver = 10_000_00
)

// DutyState is how a duty stands on a day.
type DutyState struct {
	Duty  Duty
	Last  *Publication // the latest that has not been withdrawn; nil if the register holds none
	Lacks []Lack
}

// Lack is one thing that is missing for a duty, with the records that it is missing of.
type Lack struct {
	Sentence string // "2 decisions are signed and not published."
	Records  []Record
	// First and Last are the days of the first and the last of what is missing: on which a decision was signed, a payment was made. There are
	// none where something other than a publication is missing, or no day is known.
	First, Last Date
}

// Monthly reports whether the duty is met for a month as a whole, once that is over.
func (d Duty) Monthly() bool { return d == DutyGrants || d == DutySpending }

// DueSince is the day since which something is due that a day brought: where the duty is monthly, the first of the month after.
func (d Duty) DueSince(day Date) Date {
	if d.Monthly() {
		return NewDate(day.Year, day.Month+1, 1)
	}
	return day
}

// DutiesOn is how all duties stand on a day.
func (reg *Register) DutiesOn(today Date) []DutyState {
	states := make([]DutyState, 0, len(duties))
	for _, d := range Duties() {
		s := DutyState{Duty: d, Last: reg.lastPublished(d)}
		switch d {
		case DutyDecisions:
			s.lack("decision", "is signed and not published", "are signed and not published", decisionsToPublish(reg), signedDays)
		case DutyGrants:
			reg.grantsToPublish(&s, today)
		case DutySpending:
			s.lack("arrangement", "that is no grant has payments over £500 to publish", "that are not grants have payments over £500 to publish", reg.spentSince(s.Last, today),
				func(r Record) []Date { return spendingDays(r, s.Last, today) })
		case DutyContracts:
			s.lack("contract", "over £10,000 has no publication put down", "over £10,000 have no publication put down", reg.contractsToPublish(), givenDays)
		case DutyLog:
			since := ""
			if s.Last != nil {
				since = " since the last log"
			}
			s.lack("request", "was answered"+since+" and belongs in it", "were answered"+since+" and belong in it", reg.answeredSince(s.Last), answeredDays)
		}
		states = append(states, s)
	}
	return states
}

// lack notes what is missing, if anything is. One and many are what is said of one record and of several; days are those of what is missing
// of a record, nil where that has none.
func (s *DutyState) lack(noun, one, many string, records []Record, days func(Record) []Date) {
	if len(records) == 0 {
		return
	}
	l := Lack{Sentence: counted(len(records), noun) + " " + many + ".", Records: records}
	if len(records) == 1 {
		l.Sentence = "1 " + noun + " " + one + "."
	}
	for _, r := range records {
		if days != nil {
			l.span(days(r))
		}
	}
	s.Lacks = append(s.Lacks, l)
}

// span widens the time that the lack is of by some days.
func (l *Lack) span(days []Date) {
	for _, day := range days {
		day = day.lastDay()
		if day.IsZero() {
			continue
		}
		if l.First.IsZero() || day.Before(l.First) {
			l.First = day
		}
		if l.Last.Before(day) {
			l.Last = day
		}
	}
}

func signedDays(r Record) []Date {
	if d, ok := r.(*Decision); ok {
		return []Date{d.signedDay()}
	}
	return nil
}

func givenDays(r Record) []Date {
	if g, ok := r.(*Grant); ok {
		return []Date{g.givenOn()}
	}
	return nil
}

func answeredDays(r Record) []Date {
	if q, ok := r.(*FOIRequest); ok {
		return []Date{q.RespondedOn()}
	}
	return nil
}

// Meets reports whether a publication is one of what the duty asks for.
func (reg *Register) Meets(p *Publication, d Duty) bool {
	switch d {
	case DutyDecisions:
		_, ok := Get[*Decision](reg, p.What)
		return ok
	case DutyContracts:
		g, ok := Get[*Grant](reg, p.What)
		return ok && g.Instrument == Contract
	}
	title := Fold(p.Title)
	return slices.ContainsFunc(titled[d], func(words string) bool { return strings.Contains(title, Fold(words)) })
}

// lastPublished is the latest publication that meets a duty and has not been withdrawn.
func (reg *Register) lastPublished(d Duty) *Publication {
	var last *Publication
	for _, p := range All[*Publication](reg) {
		if p.WithdrawnOn.IsZero() && reg.Meets(p, d) && (last == nil || last.PublishedOn.Before(p.PublishedOn)) {
			last = p
		}
	}
	return last
}

// ToPublish reports whether the decision was signed and is still to be published. What is wholly exempt is not.
func (d *Decision) ToPublish() bool {
	return d.Status == DecisionSigned && d.PublishedOn.IsZero() && d.Marking != Exempt
}

func decisionsToPublish(reg *Register) []Record {
	var waiting []Record
	for _, d := range All[*Decision](reg) {
		if d.ToPublish() {
			waiting = append(waiting, d)
		}
	}
	slices.SortStableFunc(waiting, func(a, b Record) int {
		return a.(*Decision).signedDay().Compare(b.(*Decision).signedDay()) //nolint:forcetypeassert // they are decisions
	})
	return waiting
}

// ReductionGrant reports whether money is given as a grant, which the Order treats apart from other spending.
func (g *Grant) ReductionGrant() bool { return g.Instrument == "" || g.Instrument == InstrumentGrant }

// givenOn is the day on which a grant was made, as well as it is known.
func (g *Grant) givenOn() Date {
	for _, day := range []Date{g.AwardDate, ReachedOn(g, string(Approved)), ReachedOn(g, string(Agreed))} {
		if !day.IsZero() {
			return day.lastDay()
		}
	}
	return Date{}
}

// monthOver reports whether the month of a day has ended: the Order asks for what a month brought once the month is over.
func monthOver(d, today Date) bool { return d.lastDay().Before(NewDate(today.Year, today.Month, 1)) }

// after reports whether a day comes after the last publication, if there was one.
func after(last *Publication, d Date) bool {
	return last == nil || last.PublishedOn.lastDay().Before(d)
}

// grantsToPublish are the grants of months that are over and were not published yet, and those of the running year of which the register does
// not hold what the Order asks for: the recipient, the purpose and the reasons. Conditions are asked for if there are any.
func (reg *Register) grantsToPublish(s *DutyState, today Date) {
	var made, bare []Record
	year := FinancialYearOf(today)
	for _, g := range All[*Grant](reg) {
		if !g.Status.Given() || !g.ReductionGrant() {
			continue
		}
		day := g.givenOn()
		fresh := !day.IsZero() && monthOver(day, today) && after(s.Last, day) && (s.Last != nil || !day.Before(year.Start()))
		if fresh {
			made = append(made, g)
		}
		if (fresh || slices.Contains(g.Years(), year)) && (g.Recipient == "" || trimSpace(g.Purpose) == "" || trimSpace(g.Reasons) == "") {
			bare = append(bare, g)
		}
	}
	if s.Last != nil {
		s.lack("grant", "was made since the last list", "were made since the last list", made, givenDays)
	} else {
		s.lack("grant", "of this year is not published", "of this year are not published", made, givenDays)
	}
	s.lack("grant", "does not say to whom, for what or why it reduces crime", "do not say to whom, for what or why they reduce crime", bare, nil)
}

// spentSince are the contracts and agreements with a payment over £500 since the last publication, in months that are over. Grants are not
// among them: the Order has them published as grants.
func (reg *Register) spentSince(last *Publication, today Date) []Record {
	var spent []Record
	for _, g := range All[*Grant](reg) {
		if !g.ReductionGrant() && len(spendingDays(g, last, today)) > 0 {
			spent = append(spent, g)
		}
	}
	return spent
}

// spendingDays are the days of a grant's payments over £500 since the last publication, in months that are over.
func spendingDays(r Record, last *Publication, today Date) []Date {
	g, ok := r.(*Grant)
	if !ok {
		return nil
	}
	var days []Date
	for _, p := range g.Payments {
		if p.Amount.Pence > spendingOver && !p.PaidOn.IsZero() && monthOver(p.PaidOn, today) && after(last, p.PaidOn.lastDay()) &&
			(last != nil || !p.PaidOn.Before(FinancialYearOf(today).Start())) {
			days = append(days, p.PaidOn)
		}
	}
	return days
}

// contractsToPublish are the running contracts over £10,000 of which no publication is put down.
func (reg *Register) contractsToPublish() []Record {
	published := map[ID]bool{}
	for _, p := range All[*Publication](reg) {
		if p.WithdrawnOn.IsZero() {
			published[p.What] = true
		}
	}
	var missing []Record
	for _, g := range All[*Grant](reg) {
		if g.Instrument == Contract && (g.Status == Agreed || g.Status == Active) && g.Total().Pence > contractsOver && !published[g.ID] {
			missing = append(missing, g)
		}
	}
	return missing
}

// answeredSince are the requests that were answered since the log was last published and that the office wants in it. What people asked
// for about themselves is never in it.
func (reg *Register) answeredSince(last *Publication) []Record {
	var answered []Record
	for _, r := range All[*FOIRequest](reg) {
		if on := r.RespondedOn(); r.InLog && r.Regime != RegimeSAR && !on.IsZero() && after(last, on.lastDay()) {
			answered = append(answered, r)
		}
	}
	return answered
}
