package data

import "fmt"

// ClockState is how the time that an office has to answer a request stands on some day.
type ClockState string

// How a request's clock can stand.
const (
	ClockRunning             ClockState = "running"
	ClockOverdue             ClockState = "overdue"
	ClockAwaitsClarification ClockState = "awaits_clarification"
	ClockAwaitsFees          ClockState = "awaits_fees"
	ClockLapsed              ClockState = "lapsed"
	ClockAnsweredInTime      ClockState = "in_time"
	ClockAnsweredLate        ClockState = "late"
	ClockClosed              ClockState = "closed"
	ClockReviewRunning       ClockState = "review_running"
	ClockReviewOverdue       ClockState = "review_overdue"
	ClockReviewAnswered      ClockState = "review_answered"
	ClockWithCommissioner    ClockState = "ico"
)

var clockStates = terms[ClockState]{
	{ClockRunning, "Running"},
	{ClockOverdue, "Overdue"},
	{ClockAwaitsClarification, "Waiting for clarification"},
	{ClockAwaitsFees, "Waiting for the fee"},
	{ClockLapsed, "Lapsed, fee not paid"},
	{ClockAnsweredInTime, "Answered in time"},
	{ClockAnsweredLate, "Answered late"},
	{ClockClosed, "Closed with no day of reply"},
	{ClockReviewRunning, "Internal review running"},
	{ClockReviewOverdue, "Internal review overdue"},
	{ClockReviewAnswered, "Internal review answered"},
	{ClockWithCommissioner, "With the Information Commissioner"},
}

// ClockStates are all ways in which a request's clock can stand.
func ClockStates() []ClockState { return clockStates.values() }

// Label is how people read the state.
func (s ClockState) Label() string { return clockStates.label(s) }

// Open reports whether the office still owes the request an answer, or waits for something before it does.
func (s ClockState) Open() bool {
	return s == ClockRunning || s == ClockOverdue || s == ClockAwaitsClarification || s == ClockAwaitsFees
}

// Deadline is the time that an office has to answer a request, and how it was worked out. Nothing of it is stored: it follows from the
// request's clock and the calendar, so that a holiday added today moves every open request.
type Deadline struct {
	Regime   Regime // FOI where the request does not say
	Received Date
	From     Date // what the days are counted from: receipt, or what restarted the clock
	Due      Date // the last day in time; no date while the clock waits
	Extended Date // when the applicant was told of the extension that counts
	Waits    ClockState
	Since    Date // when the waiting began
	Lapses   Date // the last day on which the fee that is waited for can be paid
	Answered Date
	Review   Review
	Referred Date // to the Information Commissioner
	// Notes are sentences about what the clock shows and an officer should know: an extension that came too late to count.
	Notes []string
	// Uncertain is a sentence that says why the day may be later than it is given, or nothing. A count that runs past the last known
	// bank holiday gives the earliest day that is possible: who answers by it is in time.
	Uncertain string

	cal     *Calendar
	law     *clockLaw
	events  []clockLine
	pauses  []pause
	stopped Date // when the clock stopped with what it waits for, or waited for when the answer went out
	lapsed  bool // paid for when it was too late
	ended   bool // the request's status says that it is over, the clock does not
}

// Review is an office's second look at its own answer.
type Review struct {
	Asked    Date
	Due      Date // the day by which it should be answered
	Latest   Date // the day by which it must be, however complex
	Answered Date
}

// State is how the clock stands on a day.
func (d *Deadline) State(today Date) ClockState {
	switch {
	case d.Answered.IsZero() && !d.ended:
		return d.openState(today)
	case !d.Referred.IsZero():
		return ClockWithCommissioner
	case !d.Review.Answered.IsZero():
		return ClockReviewAnswered
	case !d.Review.Asked.IsZero() && d.Review.Due.Before(today):
		return ClockReviewOverdue
	case !d.Review.Asked.IsZero():
		return ClockReviewRunning
	case d.Answered.IsZero():
		return ClockClosed
	case d.InTime():
		return ClockAnsweredInTime
	default:
		return ClockAnsweredLate
	}
}

func (d *Deadline) openState(today Date) ClockState {
	switch {
	case d.lapsed, d.Waits == ClockAwaitsFees && !d.Lapses.IsZero() && d.Lapses.Before(today):
		return ClockLapsed
	case d.Waits != "":
		return d.Waits
	case d.Due.Before(today):
		return ClockOverdue
	default:
		return ClockRunning
	}
}

// InTime reports whether the request was answered when its answer was due or before. An answer while the clock waits is in time.
func (d *Deadline) InTime() bool {
	return !d.Answered.IsZero() && (d.Due.IsZero() || !d.Due.Before(d.Answered))
}

// DaysLate is how many working days after the due day the answer went out: 0 if it was in time, and at least 1 if it was not, even if it
// went out on the weekend after.
func (d *Deadline) DaysLate() int {
	if d.Answered.IsZero() || d.InTime() {
		return 0
	}
	return -d.left(d.Answered, d.Due)
}

// DaysLeft is how many working days are left after today to answer in time, or, while a review is under way, to answer that: 0 on the
// day it is due, less than 0 when it is overdue. It is false when nothing is due.
func (d *Deadline) DaysLeft(today Date) (days int, due bool) {
	switch d.State(today) {
	case ClockRunning, ClockOverdue:
		return d.left(today, d.Due), true
	case ClockReviewRunning, ClockReviewOverdue:
		return d.left(today, d.Review.Due), true
	default:
		return 0, false
	}
}

// left counts to a due day; a day after it is at least one working day late, as a Saturday is to be told from the Friday before.
func (d *Deadline) left(today, due Date) int {
	if due.Before(today) {
		return -d.cal.WorkingDaysBetween(due, d.cal.OnOrAfter(today))
	}
	return d.cal.WorkingDaysBetween(today, due)
}

// Sentence says how the clock stands on a day, for the head of a request and its line in a list: "8 working days left, due Friday
// 21 February 2020".
func (d *Deadline) Sentence(today Date) string {
	state := d.State(today)
	days, _ := d.DaysLeft(today)
	switch state {
	case ClockRunning, ClockOverdue:
		return dueSentence(days, d.Due)
	case ClockReviewRunning, ClockReviewOverdue:
		return "Internal review: " + dueSentence(days, d.Review.Due)
	case ClockAwaitsClarification:
		return "Waiting for clarification since " + longDay(d.Since)
	case ClockAwaitsFees:
		if d.Lapses.IsZero() {
			return "Waiting for the fee since " + longDay(d.Since)
		}
		return fmt.Sprintf("Waiting for the fee since %s; lapses if it is not paid by %s", longDay(d.Since), longDay(d.Lapses))
	case ClockLapsed:
		return "Lapsed: the fee was not paid by " + longDay(d.Lapses)
	case ClockAnsweredInTime, ClockAnsweredLate:
		return d.answerSentence()
	case ClockReviewAnswered:
		return "Internal review answered " + longDay(d.Review.Answered) + d.reviewLateness()
	case ClockWithCommissioner:
		return "With the Information Commissioner since " + longDay(d.Referred)
	default:
		return state.Label()
	}
}

func dueSentence(left int, due Date) string {
	switch {
	case left > 0:
		return fmt.Sprintf("%s left, due %s", workingDays(left), longDay(due))
	case left == 0:
		return "due today, " + longDay(due)
	default:
		return fmt.Sprintf("%s late, was due %s", workingDays(-left), longDay(due))
	}
}

func (d *Deadline) answerSentence() string {
	on := "Answered " + longDay(d.Answered)
	switch {
	case d.Due.IsZero():
		return on + ", in time: the clock was not running"
	case !d.InTime():
		return fmt.Sprintf("%s, %s late", on, workingDays(d.DaysLate()))
	case d.Answered.Compare(d.Due) == 0:
		return on + ", in time, on the day it was due"
	default:
		return fmt.Sprintf("%s, in time, %s before it was due", on, workingDays(d.left(d.Answered, d.Due)))
	}
}

// reviewLateness says by how much an answered review was late, or nothing if it was not.
func (d *Deadline) reviewLateness() string {
	if !d.Review.Due.Before(d.Review.Answered) {
		return ""
	}
	return fmt.Sprintf(", %s late", workingDays(-d.left(d.Review.Answered, d.Review.Due)))
}

func workingDays(n int) string { return counted(n, "working day") }

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// longDay is a day with its weekday, which is what people check a deadline by: "Friday 21 February 2020".
func longDay(d Date) string {
	day := dayNumber(d)
	return weekday(day).String() + " " + dateOfDay(day).Long()
}
