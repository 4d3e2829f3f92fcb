package data

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Deadline works out by when the request must be answered, or has been: the twentieth working day after receipt, or for subject access
// a month, moved by what happened since, each by the law of the request's regime. What keeps it from being worked out comes back as Problems, in sentences that say which event to
// mend; the deadline is then empty. Being late is no error, and neither is a count past the last known bank holiday: see Uncertain.
func (r *FOIRequest) Deadline(cal *Calendar) (Deadline, error) {
	events, problems := r.clockLines()
	if problems != nil {
		return Deadline{}, problems
	}
	w := clockwork{Deadline: Deadline{
		Regime: cmp.Or(r.Regime, RegimeFOI), Received: events[0].on(), cal: cal, law: r.Regime.law(), events: events,
	}}
	for i := range events {
		w.take(&events[i])
		if w.problems != nil {
			return Deadline{}, w.problems
		}
	}
	w.finish(r.Sent())
	return w.Deadline, nil
}

// clockwork is a deadline while the events of the clock go by, one after the other.
type clockwork struct {
	Deadline
	problems Problems

	from         int
	asked        *clockLine // clarification that has not come
	notice       *clockLine // fee that has not been paid
	extension    *clockLine // of this count
	answered     *clockLine
	reviewAsked  *clockLine
	reviewAnswer *clockLine
	referred     *clockLine
}

func (w *clockwork) wrong(e *clockLine, sentence string, args ...any) {
	w.problems.add(e.field, sentence, args...)
}

func (w *clockwork) note(sentence string, args ...any) {
	w.Notes = append(w.Notes, fmt.Sprintf(sentence, args...))
}

// once keeps an event of which there can be one, or says that there is one already.
func (w *clockwork) once(kept **clockLine, e *clockLine) {
	if *kept != nil {
		w.wrong(e, "%s twice, on %s and on %s. Take one of them out.", e.event.Label(), (*kept).on().Long(), e.on().Long())
		return
	}
	*kept = e
}

func (w *clockwork) take(e *clockLine) {
	if w.answered != nil && beforeAnswer(e.event) {
		w.wrong(e, "%s on %s, after the reply of %s. Put one of the days right, or take the event out.", e.event.Label(), e.on().Long(), w.answered.on().Long())
		return
	}
	switch e.event {
	case ClockReceived:
		w.restart(e)
	case ClarificationSought:
		w.clarificationSought(e)
	case ClarificationReceived:
		w.clarificationReceived(e)
	case FeesNotice:
		w.feesNotice(e)
	case FeesPaid:
		w.feesPaid(e)
	case ClockExtended:
		w.extend(e)
	case ClockResponded:
		w.once(&w.answered, e)
		w.Answered = e.on()
	case ReviewAsked:
		w.once(&w.reviewAsked, e)
	case ReviewAnswered:
		if w.reviewAsked == nil {
			w.wrong(e, "Internal review answered on %s, but by then nobody had asked for one. Put in the day on which it was asked for.", e.on().Long())
		}
		w.once(&w.reviewAnswer, e)
	case ReferredToICO:
		w.once(&w.referred, e)
		w.Referred = e.on()
	}
}

func beforeAnswer(e ClockEvent) bool {
	return e == ClarificationSought || e == ClarificationReceived || e == FeesNotice || e == FeesPaid || e == ClockExtended
}

// restart counts afresh from a day, as if the request had been received on it. What was extended was the count before.
func (w *clockwork) restart(e *clockLine) {
	w.from, w.From = e.day, e.on()
	w.extension, w.Extended = nil, Date{}
}

// waits is what the clock waits for after the events so far, and since which of them. An event that came too late stops nothing.
func (w *clockwork) waits() (ClockState, *clockLine) {
	switch {
	case w.asked != nil && !w.asked.late:
		return ClockAwaitsClarification, w.asked
	case w.notice != nil && !w.notice.late:
		return ClockAwaitsFees, w.notice
	default:
		return "", nil
	}
}

// tooLate reports whether the clock had run out when something happened that can only happen while it runs, and marks it.
func (w *clockwork) tooLate(e *clockLine) bool {
	if state, _ := w.waits(); state == "" {
		e.late = w.due() < e.day
	}
	return e.late
}

func (w *clockwork) clarificationSought(e *clockLine) {
	if w.asked != nil {
		w.wrong(e, "Clarification asked for on %s, while what was asked on %s was still open. Take one of them out, or put in when the answer came.",
			e.on().Long(), w.asked.on().Long())
		return
	}
	if w.tooLate(e) {
		w.note("Clarification was asked for on %s, after the deadline of %s, so it did not stop the clock.", longDay(e.on()), longDay(dateOfDay(w.due())))
	}
	w.asked = e
}

func (w *clockwork) clarificationReceived(e *clockLine) {
	switch {
	case w.asked == nil:
		w.wrong(e, "Clarification received on %s, but by then none had been asked for. Put in the day on which it was asked for.", e.on().Long())
		return
	case !w.law.clarificationPauses:
		w.restart(e)
	case w.asked.late:
		e.late = true
	default:
		w.pauses = append(w.pauses, pause{w.asked.day, e.day, "waiting for clarification"})
	}
	w.asked = nil
}

func (w *clockwork) feesNotice(e *clockLine) {
	if w.notice != nil {
		w.wrong(e, "Fees notice sent on %s, while that of %s was still unpaid. Take one of them out, or put in when the fee came.",
			e.on().Long(), w.notice.on().Long())
		return
	}
	if w.tooLate(e) {
		w.note("The fees notice of %s came after the deadline of %s, so it did not stop the clock.", longDay(e.on()), longDay(dateOfDay(w.due())))
	} else {
		w.Lapses = w.law.lapses(w.cal, e.on())
	}
	w.notice = e
}

func (w *clockwork) feesPaid(e *clockLine) {
	switch {
	case w.notice == nil:
		w.wrong(e, "Fees paid on %s, but by then no fees notice had been sent. Put in the day of the notice.", e.on().Long())
		return
	case w.lapsed:
		w.wrong(e, "Fees paid twice for one notice, the second time on %s. Take one of them out.", e.on().Long())
		return
	case !w.Lapses.IsZero() && w.Lapses.Before(e.on()):
		// The duty to answer has ended and payment does not bring it back: the notice stays open.
		w.lapsed, e.late = true, true
		w.note("The fee was paid on %s, but the request had lapsed when it was not paid by %s. Treat it as a new request.", longDay(e.on()), longDay(w.Lapses))
		return
	case w.law.feeRestarts:
		w.restart(e)
	case w.notice.late:
		e.late = true
	default:
		w.pauses = append(w.pauses, pause{w.notice.day, e.day, "waiting for the fee"})
	}
	w.notice, w.Lapses = nil, Date{}
}

func (w *clockwork) extend(e *clockLine) {
	if state, since := w.waits(); state == ClockAwaitsClarification {
		w.wrong(e, "Extended on %s, while the clarification of %s was still open. A clock that does not run cannot be extended: put in when the answer came, or take the extension out.",
			e.on().Long(), since.on().Long())
		return
	}
	w.once(&w.extension, e)
	if w.tooLate(e) {
		w.note("The extension of %s does not count: the applicant has to be told by the deadline, which was %s.", longDay(e.on()), longDay(dateOfDay(w.due())))
		return
	}
	w.Extended = e.on()
}

// due is the last day in time of the count that runs.
func (w *clockwork) due() int {
	if w.law.months > 0 {
		return dayNumber(w.cal.OnOrAfter(dateOfDay(w.monthsEnd())))
	}
	day := w.from
	for left := w.days(); left > 0; {
		day++
		if w.cal.working(day) && w.paused(day) == "" {
			left--
		}
	}
	return day
}

// monthsEnd is the day on which a count of calendar months ends, working day or not.
func (d *Deadline) monthsEnd() int {
	months := d.law.months
	if !d.Extended.IsZero() {
		months += d.law.extraMonths
	}
	from, end := dayNumber(d.From), dayNumber(monthsAfter(d.From, months))
	for _, p := range d.pauses {
		end += max(0, p.to-max(p.from, from)+1)
	}
	return end
}

// days is how many working days there are to answer in.
func (d *Deadline) days() int {
	if d.Extended.IsZero() {
		return d.law.days
	}
	return d.law.days + d.law.extension
}

// paused is what was waited for on a day, or nothing if the clock ran.
func (d *Deadline) paused(day int) string {
	for _, p := range d.pauses {
		if p.from <= day && day <= p.to {
			return p.why
		}
	}
	return ""
}

// finish works out what follows from all events together.
func (w *clockwork) finish(sent bool) {
	state, since := w.waits()
	if state == "" {
		w.Due = dateOfDay(w.due())
	} else {
		w.stopped = since.on()
	}
	if state != "" && w.answered == nil {
		w.Waits, w.Since = state, w.stopped
	}
	if w.answered == nil && sent {
		w.ended = true
		w.note("The request is marked as answered or closed, but its clock has no day of reply. Put in the day to see whether it was in time.")
	}
	if w.reviewAsked != nil {
		w.Review.Asked = w.reviewAsked.on()
		w.Review.Due = w.cal.AddWorkingDays(w.Review.Asked, w.law.reviewDays)
		w.Review.Latest = w.cal.AddWorkingDays(w.Review.Asked, w.law.reviewLatest)
	}
	if w.reviewAnswer != nil {
		w.Review.Answered = w.reviewAnswer.on()
	}
	if w.law == &lawSAR {
		w.noteSubjectAccess()
	}
	w.Uncertain = w.uncertainty()
}

// dayOfUKGDPR is when the month of data protection law took the place of the 40 days of the Data Protection Act 1998.
var dayOfUKGDPR = NewDate(2018, time.May, 25)

func (w *clockwork) noteSubjectAccess() {
	if w.Received.Before(dayOfUKGDPR) {
		w.note("Before %s the law gave 40 days for subject access; this counts a month, as it does now.", dayOfUKGDPR.Long())
	}
	if w.Due.IsZero() {
		return
	}
	// The Commissioner's guidance says “a public holiday” and not of which part of the country, so the cautious day is said too.
	day := w.monthsEnd()
	for weekend(day) || w.cal.keptIn(day, EnglandAndWales) {
		day++
	}
	if day < dayNumber(w.Due) {
		w.note("%s is a holiday only elsewhere (%s). To be safe, answer by then and not by %s.", longDay(dateOfDay(day)), w.cal.reason(day), longDay(w.Due))
	}
}

// dueUncertain reports whether the due day, rather than that of a review, is uncertain.
func (d *Deadline) dueUncertain() bool {
	from, until := d.cal.Known()
	return !d.Due.IsZero() && (until.Before(d.Due) || d.From.Before(from))
}

// uncertainty says that a count leaves the years whose bank holidays are known.
func (w *clockwork) uncertainty() string {
	from, until := w.cal.Known()
	day := w.Due
	if !until.Before(day) {
		day = w.Review.Latest
	}
	switch {
	case until.Before(day):
		sentence := fmt.Sprintf("The bank holidays after %s are not known yet. %s is the earliest that this can be due; each one still to be announced may move it to a later working day. Put the bank holidays of %d into the office’s details",
			until.Long(), longDay(day), until.Year+1)
		return sentence + w.cal.stillMissing(until.Year+1) + "."
	case !w.Due.IsZero() && w.From.Before(from):
		return fmt.Sprintf("The bank holidays before %s are not listed, so %s is the earliest that this can have been due.", from.Long(), longDay(w.Due))
	default:
		return ""
	}
}

// fewMissing is how many missing holidays a sentence can name and still be read.
const fewMissing = 3

// stillMissing names the holidays that keep a year from being known, for an office that has put in all but a few.
func (c *Calendar) stillMissing(year int) string {
	missing := c.Missing(year)
	if len(missing) > fewMissing {
		return ""
	}
	names := make([]string, len(missing))
	for i, h := range missing {
		names[i] = h.Name
	}
	return "; still missing: " + strings.Join(names, ", ")
}
