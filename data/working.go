package data

import "fmt"

// ClockStepKind is what a step of a working is about.
type ClockStepKind string

// The steps of a working.
const (
	StepEvent   ClockStepKind = "event"   // something happened: the request came in, a fee was paid
	StepDay     ClockStepKind = "day"     // a working day that counts
	StepDue     ClockStepKind = "due"     // the last of them, or of the month
	StepHoliday ClockStepKind = "holiday" // a day from Monday to Friday that does not count
	StepWeekend ClockStepKind = "weekend"
	StepPaused  ClockStepKind = "paused" // a working day on which the clock waited
	StepLate    ClockStepKind = "late"   // today, of a request that is overdue
)

// ClockStep is one line of a working: a day, and what it means for the count.
type ClockStep struct {
	Date   Date
	Kind   ClockStepKind
	Number int        // which working day it is, from 1; 0 where none is counted; of a StepLate, how many it is late
	Event  ClockEvent // of a StepEvent
	Why    string     // why a day does not count, or what an event does to the clock
}

// Sentence is the step in words: "Received Friday 24 January 2020", "Day 20, due Friday 21 February 2020".
func (s ClockStep) Sentence() string {
	on, what := longDay(s.Date), s.Event.Label()
	if s.Event == ClockExtended {
		what = "Extended" // for what, which the label takes from the Act, is in Why: the laws differ
	}
	switch {
	case s.Kind == StepEvent && s.Why != "":
		return fmt.Sprintf("%s %s: %s", what, on, s.Why)
	case s.Kind == StepEvent:
		return what + " " + on
	case s.Kind == StepDay:
		return fmt.Sprintf("Day %d, %s", s.Number, on)
	case s.Kind == StepDue && s.Number > 0:
		return fmt.Sprintf("Day %d, due %s", s.Number, on)
	case s.Kind == StepDue:
		return "Due " + on
	case s.Kind == StepLate:
		return fmt.Sprintf("Not answered by %s: %s late", on, workingDays(s.Number))
	default:
		return fmt.Sprintf("%s does not count: %s", on, s.Why)
	}
}

// Working is how a deadline was reached, step by step in the order of the days.
type Working []ClockStep

// Sentences are the steps that a reader wants to check: what happened, the first day and the last, each holiday between them and before a
// late reply, and how late it is. Days that count as any other, weekends and days of waiting are only in the steps.
func (w Working) Sentences() []string {
	var sentences []string
	for _, s := range w {
		switch s.Kind {
		case StepEvent, StepDue, StepHoliday, StepLate:
		case StepDay:
			if s.Number > 1 {
				continue
			}
		default:
			continue
		}
		sentences = append(sentences, s.Sentence())
	}
	return sentences
}

// Working is every step from receipt to the due day, and what happened after it until today. Where clarification restarted the clock, the
// days are those of the last count. Of a review, of a month, and of the time after the due day, there are the days that do not count; a
// request that is overdue ends with how late it is.
func (d *Deadline) Working(today Date) Working {
	var steps Working
	next := 0
	events := func(until int) {
		for ; next < len(d.events) && d.events[next].day <= until; next++ {
			steps = append(steps, d.eventStep(&d.events[next]))
			if d.events[next].event == ReviewAsked {
				steps = append(steps, d.reviewSteps()...)
			}
		}
	}
	if len(d.events) == 0 {
		return nil
	}
	from := dayNumber(d.From)
	events(from)
	last := dayNumber(d.lastCounted())
	first, number := from+1, 0
	if d.law.months > 0 {
		first = d.monthsEnd()
	}
	for day := first; day <= last; day++ {
		events(day)
		step := d.dayStep(day, number+1)
		if step.Number > 0 {
			number++
		}
		if dateOfDay(day) == d.Due {
			step.Kind = StepDue
		}
		steps = append(steps, step)
	}
	for day := last + 1; day <= d.lateUntil(today); day++ {
		events(day)
		if step := d.dayStep(day, 0); step.Kind == StepHoliday {
			steps = append(steps, step)
		}
	}
	if late, overdue := d.overdue(today); overdue {
		steps = append(steps, ClockStep{Date: today, Kind: StepLate, Number: late})
	}
	if len(d.events) > next {
		events(d.events[len(d.events)-1].day)
	}
	return steps
}

// lastCounted is the last day that a working shows the count of: the due day, or the one before the clock began to wait.
func (d *Deadline) lastCounted() Date {
	if d.Due.IsZero() {
		return d.stopped.AddDays(-1)
	}
	return d.Due
}

// lateUntil is the last day of the time by which the answer is late, or was; no day where it is not.
func (d *Deadline) lateUntil(today Date) int {
	if _, overdue := d.overdue(today); overdue {
		return dayNumber(today)
	}
	if d.DaysLate() > 0 {
		return dayNumber(d.Answered)
	}
	return 0
}

// overdue is how many working days an answer is late that has not been given.
func (d *Deadline) overdue(today Date) (days int, overdue bool) {
	if d.State(today) != ClockOverdue {
		return 0, false
	}
	return -d.left(today, d.Due), true
}

func (d *Deadline) dayStep(day, number int) ClockStep {
	step := ClockStep{Date: dateOfDay(day)}
	why := d.paused(day)
	switch {
	case weekend(day):
		step.Kind, step.Why = StepWeekend, weekday(day).String()
	case !d.cal.working(day):
		step.Kind, step.Why = StepHoliday, d.cal.reason(day)
	case d.law.months > 0:
		step.Kind = StepDay
	case why != "":
		step.Kind, step.Why = StepPaused, why
	default:
		step.Kind, step.Number = StepDay, number
	}
	return step
}

func (d *Deadline) eventStep(e *clockLine) ClockStep {
	step := ClockStep{Date: e.on(), Kind: StepEvent, Event: e.event}
	switch {
	case e.late:
		step.Why = "too late to move the deadline"
	case e.event == ClockResponded && d.DaysLate() > 0:
		step.Why = workingDays(d.DaysLate()) + " late"
	case e.event == ClarificationSought, e.event == FeesNotice:
		step.Why = "the clock waits"
	case e.event == ClarificationReceived && d.law.clarificationPauses, e.event == FeesPaid && !d.law.feeRestarts:
		step.Why = "the clock goes on"
	case e.event == ClarificationReceived, e.event == FeesPaid:
		step.Why = "the count begins again"
	case e.event == ClockExtended && d.law.months > 0:
		step.Why = counted(d.law.extraMonths, "month") + " more, " + d.law.extending
	case e.event == ClockExtended:
		step.Why = workingDays(d.law.extension) + " more, " + d.law.extending
	}
	return step
}

// reviewSteps are the days that do not count while a review is due, and its due day.
func (d *Deadline) reviewSteps() Working {
	var steps Working
	last := dayNumber(d.Review.Due)
	for day := dayNumber(d.Review.Asked) + 1; day < last; day++ {
		if !d.cal.working(day) && !weekend(day) {
			steps = append(steps, ClockStep{Date: dateOfDay(day), Kind: StepHoliday, Why: d.cal.reason(day)})
		}
	}
	return append(steps, ClockStep{Date: d.Review.Due, Kind: StepDue, Number: d.law.reviewDays})
}
