package data

import (
	"cmp"
	"fmt"
	"slices"
)

// clockLine is an event of a request's clock with its day as a number and where it stands in the request.
type clockLine struct {
	event ClockEvent
	day   int
	field string // the field that a problem with it is shown under
	late  bool   // it would have stopped or extended the clock, had that not run out before
}

func (l *clockLine) on() Date { return dateOfDay(l.day) }

// The laws that give a right to ask came into force on 1 January 2005; what is said to be earlier is a mistyped year.
const (
	firstClockYear = 2005
	lastClockYear  = 2199
)

// clockLines are the events in the order of their days, receipt first; those of one day in the order in which they are written down.
func (r *FOIRequest) clockLines() ([]clockLine, Problems) {
	var ps Problems
	lines := make([]clockLine, 0, len(r.Clock)+1)
	take := func(event ClockEvent, on Date, field string) {
		if sentence := unclear(event, on); sentence != "" {
			ps.add(field, "%s", sentence)
			return
		}
		lines = append(lines, clockLine{event: event, day: dayNumber(on), field: field})
	}
	if !r.Received.IsZero() {
		take(ClockReceived, r.Received, "received")
	}
	again := false
	for i, c := range r.Clock {
		field := clockField(i)
		switch {
		case c.Event != ClockReceived:
			take(c.Event, c.On, field)
			continue
		case again:
			ps.add(field, "The clock says twice that the request was received. Take one of them out.")
		case r.Received.IsZero(), c.On.IsZero():
			take(c.Event, c.On, field)
		case c.On.Compare(r.Received) != 0:
			ps.add(field, "The request says that it was received on %s and its clock says %s. Put in the same day.", r.Received.Long(), c.On.Long())
		}
		again = true
	}
	if ps != nil {
		return nil, ps
	}
	slices.SortStableFunc(lines, func(a, b clockLine) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(receiptFirst(a), receiptFirst(b)))
	})
	first := slices.IndexFunc(lines, func(l clockLine) bool { return l.event == ClockReceived })
	switch {
	case first < 0:
		ps.add("received", "On which day did the request come in? Its clock starts with that day.")
	case first > 0:
		ps.add(lines[0].field, "%s on %s, before the request was received on %s. Put one of the days right.",
			lines[0].event.Label(), lines[0].on().Long(), lines[first].on().Long())
	}
	return lines, ps
}

func clockField(i int) string { return row("clock", i, "on") }

func receiptFirst(l clockLine) int {
	if l.event == ClockReceived {
		return 0
	}
	return 1
}

// unclear says what is wrong with the day of an event on its own, or nothing.
func unclear(event ClockEvent, on Date) string {
	what := event.Label()
	switch {
	case !clockEvents.has(event):
		return fmt.Sprintf("The clock has an event %q that this program does not know. Choose one from the list.", event)
	case on.IsZero():
		return fmt.Sprintf("%s: on which day? The clock counts from day to day.", what)
	case on.Precision != ToTheDay:
		return fmt.Sprintf("%s: %s is not exact enough to count from. Put in the day.", what, on.Long())
	case on.Year < firstClockYear || on.Year > lastClockYear:
		return fmt.Sprintf("%s on %s: requests are made since 1 January %d. Check the year.", what, on.Long(), firstClockYear)
	}
	return ""
}
