package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Need is why a record needs somebody's attention.
type Need string

// Why records need attention.
const (
	NeedsAnswer      Need = "request_due"
	NeedsReview      Need = "review_due"
	NeedsReturn      Need = "return_late"
	NeedsSettling    Need = "fund_past_spend_by"
	NeedsSpending    Need = "fund_unspent"
	NeedsMoney       Need = "fund_over"
	NeedsAccount     Need = "funder_return_due"
	NeedsDeciding    Need = "grant_ending"
	NeedsPayment     Need = "payment_due"
	NeedsPublishing  Need = "decision_unpublished"
	NeedsForgetting  Need = "contact_past_keep_until"
	NeedsDoing       Need = "action_overdue"
	NeedsClockMended Need = "clock_unclear"
)

var needs = terms[Need]{
	{NeedsAnswer, "Request due"},
	{NeedsReview, "Internal review due"},
	{NeedsClockMended, "Clock of a request to be put right"},
	{NeedsReturn, "Return late"},
	{NeedsSettling, "Money past its last day"},
	{NeedsSpending, "Money near its last day"},
	{NeedsMoney, "Fund committed twice"},
	{NeedsAccount, "Return to the funder due"},
	{NeedsDeciding, "Grant ending"},
	{NeedsPayment, "Payment due"},
	{NeedsPublishing, "Decision not published"},
	{NeedsForgetting, "Details kept too long"},
	{NeedsDoing, "Action overdue"},
}

// Needs are all reasons for attention, in the order in which they are shown where nothing else decides.
func Needs() []Need { return needs.values() }

// Label is how people read the reason.
func (n Need) Label() string { return needs.label(n) }

// Attention is a record that needs somebody's attention.
type Attention struct {
	Need     Need
	Record   Record
	On       Date // by which day something is to happen, or should have
	Days     int  // until then: working days of a request, days otherwise; less than nothing once it is past
	Urgent   bool // it is past, or as good as
	Sentence string
}

// How long beforehand things are shown, in days; of requests, in working days, half of the time that the Act gives.
const (
	requestsAhead = 10
	moneyAhead    = 90
	endingsAhead  = 90
	accountsAhead = 28
	// unspentAfter is how long money that was not spent in time is shown: by then it has been settled with the funder.
	unspentAfter = 365
)

// Attention is everything in the office that needs attention on a day: requests due, returns late, funds near their last day or past it with
// money left, or committed twice, grants ending, payments due, decisions signed but unpublished, contacts kept too long, actions overdue. What
// is urgent comes first, then what is soonest.
func (reg *Register) Attention(today Date) []Attention {
	w := watcher{reg: reg, today: today}
	w.requests()
	w.returns()
	w.funds()
	w.grants()
	w.payments()
	w.decisions()
	for _, c := range All[*Contact](reg) {
		if d := c.KeepUntil.lastDay(); !d.IsZero() && d.Before(today) {
			w.add(NeedsForgetting, c, d, true, "The details of %s were to be kept until %s: confirm that they are still needed, or remove them", c.Name, c.KeepUntil.Long())
		}
	}
	for _, a := range All[*Action](reg) {
		if a.OverdueOn(today) {
			w.add(NeedsDoing, a, a.Due.lastDay(), true, "%s: was due on %s", shortened(a.Text), a.Due.Long())
		}
	}
	order := Needs()
	slices.SortStableFunc(w.found, func(a, b Attention) int {
		return cmp.Or(boolRank(b.Urgent)-boolRank(a.Urgent), a.On.Compare(b.On),
			slices.Index(order, a.Need)-slices.Index(order, b.Need), strings.Compare(a.Sentence, b.Sentence))
	})
	return w.found
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

type watcher struct {
	reg   *Register
	today Date
	found []Attention
}

func (w *watcher) add(n Need, rec Record, on Date, urgent bool, sentence string, args ...any) {
	w.found = append(w.found, Attention{
		Need: n, Record: rec, On: on, Days: w.today.DaysUntil(on), Urgent: urgent, Sentence: UpperInitial(fmt.Sprintf(sentence, args...)) + ".",
	})
}

func (w *watcher) requests() {
	cal := w.reg.Calendar()
	for _, r := range All[*FOIRequest](w.reg) {
		if r.Status == RequestClosed {
			continue
		}
		d, err := r.Deadline(cal)
		if err != nil {
			if !r.Sent() || r.Status == UnderReview {
				w.add(NeedsClockMended, r, r.Received, true, "By when %s is due cannot be worked out: %s", r.Label(), strings.TrimSuffix(err.Error(), "."))
			}
			continue
		}
		switch d.State(w.today) {
		case ClockRunning, ClockOverdue:
			days, ok := d.DaysLeft(w.today)
			if ok && days <= requestsAhead {
				w.add(NeedsAnswer, r, d.Due, days <= 2, "%s: %s", subject(r), strings.TrimSuffix(d.Sentence(w.today), "."))
				w.found[len(w.found)-1].Days = days
			}
		case ClockReviewRunning, ClockReviewOverdue:
			w.add(NeedsReview, r, d.Review.Due, !w.today.Before(d.Review.Due), "%s: %s", subject(r), strings.TrimSuffix(d.Sentence(w.today), "."))
			w.found[len(w.found)-1].Days, _ = d.DaysLeft(w.today)
		case ClockAnsweredInTime, ClockAnsweredLate, ClockClosed:
			if r.Status == UnderReview {
				w.add(NeedsClockMended, r, w.today, true, "%s is under review, but its clock does not say since when: put in the day on which the review was asked for", subject(r))
			}
		default:
		}
	}
}

func subject(r *FOIRequest) string {
	if r.Reference == "" || r.Subject == "" {
		return r.Label()
	}
	return r.Label() + " " + r.Subject
}

// returns are those that did not come in by their day: that the office put down, and that a schedule asks for and nobody put down.
func (w *watcher) returns() {
	held := w.reg.returnsByGrant()
	for _, r := range All[*MonitoringReturn](w.reg) {
		if r.LateOn(w.today) {
			w.late(r, r)
		}
	}
	for _, g := range All[*Grant](w.reg) {
		if g.Status != Active && g.Status != Agreed {
			continue
		}
		for from, to := range g.periods() {
			due := g.dueAfter(to)
			if !due.Before(w.today) {
				break // and neither are those after it
			}
			if !isHeld(held[g.ID], from, to, due) {
				w.late(g.returnFor(from, to), g)
			}
		}
	}
}

func (w *watcher) late(r *MonitoringReturn, shown Record) {
	title := "a grant"
	if g, ok := Get[*Grant](w.reg, r.Grant); ok {
		title = g.Title
	}
	due := r.Due.lastDay()
	w.add(NeedsReturn, shown, due, true, "%s, %s: %s late", title, r.Label(), counted(due.DaysUntil(w.today), "day"))
}

func (w *watcher) funds() {
	for _, f := range All[*Fund](w.reg) {
		if f.Status != Won {
			if b := w.reg.Balance(f); b.Committed.Pence > 0 {
				w.add(NeedsMoney, f, w.today, true, "%s is committed from %s, which has not been won", b.Committed, f.Programme)
			}
			continue
		}
		b, last := w.reg.Balance(f), f.SpendBy.lastDay()
		near := !last.IsZero() && w.today.DaysUntil(last) <= moneyAhead && last.DaysUntil(w.today) <= unspentAfter
		switch {
		case b.Left.Pence < 0 && (last.IsZero() || last.DaysUntil(w.today) <= unspentAfter):
			w.add(NeedsMoney, f, cmpDate(last, w.today), true, "%s is committed %s more than it has", f.Programme, b.Over())
		case near && b.Left.Pence > 0 && last.Before(w.today):
			w.add(NeedsSettling, f, last, true, "%s has %s left that was to be spent by %s: settle with the funder what becomes of it", f.Programme, b.Left, f.SpendBy.Long())
		case near && b.Left.Pence > 0:
			w.add(NeedsSpending, f, last, w.today.DaysUntil(last) <= 14, "%s has %s that is not committed, to be spent by %s", f.Programme, b.Left, f.SpendBy.Long())
		}
		if due := f.ReturnDue.lastDay(); !due.IsZero() && w.today.DaysUntil(due) <= accountsAhead && due.DaysUntil(w.today) <= accountsAhead {
			w.add(NeedsAccount, f, due, due.Before(w.today), "The return to the funder for %s is due on %s", f.Programme, f.ReturnDue.Long())
		}
	}
}

func cmpDate(d, otherwise Date) Date {
	if d.IsZero() {
		return otherwise
	}
	return d
}

func (w *watcher) grants() {
	for _, g := range All[*Grant](w.reg) {
		if g.Status != Active && g.Status != Agreed {
			continue
		}
		if end := g.PlannedEnd.lastDay(); !end.IsZero() && g.ActualEnd.IsZero() && w.today.DaysUntil(end) <= endingsAhead {
			if end.Before(w.today) {
				w.add(NeedsDeciding, g, end, true, "%s ended on %s and is still %s: close it, or extend it", g.Title, g.PlannedEnd.Long(), strings.ToLower(g.Status.Label()))
			} else {
				w.add(NeedsDeciding, g, end, false, "%s ends on %s", g.Title, g.PlannedEnd.Long())
			}
		}
	}
}

// payments are those that are late, of a grant that was awarded: it may wait for its agreement, the money is due all the same.
func (w *watcher) payments() {
	for _, g := range All[*Grant](w.reg) {
		if g.Status != Approved && g.Status != Agreed && g.Status != Active {
			continue
		}
		for _, p := range g.Payments {
			if due := p.Due.lastDay(); p.PaidOn.IsZero() && !due.IsZero() && due.Before(w.today) {
				what, amount := "payment", p.Amount
				if amount.Pence < 0 {
					what, amount.Pence = "repayment", -amount.Pence
				}
				w.add(NeedsPayment, g, due, true, "%s: a %s of %s was due on %s", g.Title, what, amount, p.Due.Long())
			}
		}
	}
}

// decisions that were signed are to be published as soon as practicable (Elected Local Policing Bodies (Specified Information) Order
// 2011, article 3(2)); after ten days somebody has forgotten it.
func (w *watcher) decisions() {
	for _, d := range All[*Decision](w.reg) {
		if !d.ToPublish() {
			continue
		}
		day := d.signedDay()
		if day.IsZero() {
			w.add(NeedsPublishing, d, w.today, false, "%s is signed, not published", d.Label())
			continue
		}
		w.add(NeedsPublishing, d, day, day.DaysUntil(w.today) > 10, "%s was signed on %s, not published", d.Label(), day.Long())
	}
}
