package data

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// EventDay is what a calendar shows of training on one day: a session, or an event that has none put down.
type EventDay struct {
	On      Date
	Event   *TrainingEvent
	Session *Session // nil is the event as a whole
}

// Words are what it is called on its day, with the time that it begins: "09:30 Response, north".
func (d EventDay) Words() string {
	words := d.Event.Title
	if d.Session != nil && d.Session.Title != "" {
		words = d.Session.Title
	}
	if d.Session != nil && d.Session.Starts != "" {
		words = d.Session.Starts + " " + words
	}
	if d.Event.Status == EventCancelled {
		return "Cancelled: " + words
	}
	return words
}

// At is when and where it is, in full: "09:30 – 13:00, Response, north (Hearing the pattern), Shire Hall".
func (d EventDay) At() string {
	times, words, venue := "", d.Event.Title, d.Event.Venue
	if s := d.Session; s != nil {
		times = joined(" – ", s.Starts, s.Ends)
		venue = cmp.Or(s.Venue, venue)
		if s.Title != "" {
			words = s.Title + " (" + words + ")"
		}
	}
	if d.Event.Status == EventCancelled {
		words = "cancelled: " + words
	}
	return joined(", ", times, words, venue)
}

// longestEventByDay is how many days an event without sessions may last and still stand on each of them; what lasts longer is said once.
const longestEventByDay = 7

// Training is the training of a stretch of days, both included: what is on which day, in order, and what goes on in that time without
// standing on certain days - a window of two months, a campaign in the autumn.
func (reg *Register) Training(from, to Date) (days []EventDay, during []*TrainingEvent) {
	within := func(d Date) bool { return !d.Before(from) && !to.Before(d) }
	for _, e := range All[*TrainingEvent](reg) {
		if e.sessionsDated() {
			for i := range e.Sessions {
				if s := &e.Sessions[i]; within(s.On) && s.On.Precision == ToTheDay {
					days = append(days, EventDay{s.On.firstDay(), e, s})
				}
			}
			continue
		}
		first, last := e.Days()
		switch {
		case first.IsZero() || last.Before(from) || to.Before(first):
		case e.Start.Precision == ToTheDay && e.Start.Wording == "" && first.DaysUntil(last) < longestEventByDay:
			for d := first; !last.Before(d); d = d.AddDays(1) {
				if within(d) {
					days = append(days, EventDay{On: d, Event: e})
				}
			}
		default:
			during = append(during, e)
		}
	}
	slices.SortStableFunc(days, func(a, b EventDay) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.starts(), b.starts()), cmp.Compare(Fold(a.Words()), Fold(b.Words())))
	})
	slices.SortStableFunc(during, func(a, b *TrainingEvent) int { return a.Start.Compare(b.Start) })
	return days, during
}

// joined puts what there is of some words together.
func joined(between string, words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), between)
}

func (d EventDay) starts() string {
	if d.Session == nil {
		return ""
	}
	return d.Session.Starts
}

func (e *TrainingEvent) sessionsDated() bool {
	return slices.ContainsFunc(e.Sessions, func(s Session) bool { return !s.On.IsZero() && s.On.Precision == ToTheDay })
}

// Days are the first and the last day that an event can take, by its own dates and those of its sessions; no dates if there are none.
func (e *TrainingEvent) Days() (first, last Date) {
	first, last = e.Start.firstDay(), e.Start.lastDay()
	if end := e.End.lastDay(); last.Before(end) {
		last = end
	}
	for _, s := range e.Sessions {
		if s.On.IsZero() {
			continue
		}
		if first.IsZero() || s.On.Before(first) {
			first = s.On.firstDay()
		}
		if end := s.On.lastDay(); last.Before(end) {
			last = end
		}
	}
	if first.IsZero() {
		first = e.End.firstDay()
	}
	return first, last
}

// Over reports whether the last day of an event has passed. An event without a date is not over.
func (e *TrainingEvent) Over(today Date) bool {
	_, last := e.Days()
	return !last.IsZero() && last.Before(today)
}

// UpcomingRank orders events as people look for them: what is on or comes next first, then what has no date yet, then what is over, the
// latest first.
func (e *TrainingEvent) UpcomingRank(today Date) float64 {
	const undated, over = 1e8, 3e8
	first, last := e.Days()
	switch {
	case first.IsZero():
		return undated
	case e.Over(today):
		return over - last.Rank()
	default:
		return first.Rank()
	}
}

// workdayEnds is when a session may end at the latest for another to follow on the same day: 18:00.
const workdayEnds = 18 * 60

// NextSession is what most likely follows the sessions there are: as long as the last one and straight after it, or, where that would end in
// the evening, at the same times on the next working day. The first is on the day that the event begins.
func (e *TrainingEvent) NextSession(cal *Calendar) Session {
	next := Session{ID: NewRowID()}
	n := len(e.Sessions)
	if n == 0 {
		if e.Start.Precision == ToTheDay && !e.Start.IsZero() {
			next.On = e.Start.firstDay()
		}
		next.Capacity = e.Capacity
		return next
	}
	last := e.Sessions[n-1]
	next.Venue, next.Capacity = last.Venue, last.Capacity
	next.On, next.Starts, next.Ends = last.On, last.Starts, last.Ends
	starts, begins := minutesOf(last.Starts)
	ends, stops := minutesOf(last.Ends)
	switch {
	case begins && stops && ends > starts && ends+(ends-starts) <= workdayEnds:
		next.Starts, next.Ends = last.Ends, clockWords(ends+(ends-starts))
	case !last.On.IsZero() && last.On.Precision == ToTheDay:
		next.On = cal.OnOrAfter(last.On.firstDay().AddDays(1))
	}
	return next
}

// Places is how many can come: what was put down for the event, or else what its sessions hold together. 0 is not known.
func (e *TrainingEvent) Places() int {
	if e.Capacity > 0 {
		return e.Capacity
	}
	places := 0
	for _, s := range e.Sessions {
		places += s.Capacity
	}
	return places
}

// BookingWords say how the places stand: "71 of 180 places are booked, 109 are left."
func (e *TrainingEvent) BookingWords() string {
	booked, places := e.Booked(), e.Places()
	switch {
	case places == 0 && booked == 0:
		return "Nothing is booked, and nobody has put down how many places there are."
	case places == 0:
		return countOf(booked, "place is", "places are") + " booked. Nobody has put down how many there are."
	case booked > places:
		return countOf(booked, "place is", "places are") + " booked and there are " + strconv.Itoa(places) + ": " + strconv.Itoa(booked-places) + " too many."
	case booked == places:
		return strconv.Itoa(booked) + " of " + countOf(places, "place is", "places are") + " booked, none is left."
	default:
		return strconv.Itoa(booked) + " of " + countOf(places, "place is", "places are") + " booked, " + strconv.Itoa(places-booked) + " left."
	}
}

// SessionRemarks are what does not fit between an event and its sessions: one on another day than the event, one with more places, two at once
// in one place.
func (e *TrainingEvent) SessionRemarks() []string {
	var remarks []string
	first, last := e.Start.firstDay(), e.Start.lastDay()
	if end := e.End.lastDay(); last.Before(end) {
		last = end
	}
	for i, s := range e.Sessions {
		name := e.sessionName(i)
		if on := s.On; !on.IsZero() && !first.IsZero() && (on.lastDay().Before(first) || last.Before(on)) {
			remarks = append(remarks, name+" is on "+on.Long()+", outside the days of the event.")
		}
		if e.Capacity > 0 && s.Capacity > e.Capacity {
			remarks = append(remarks, name+" has "+countOf(s.Capacity, "place", "places")+", more than the "+strconv.Itoa(e.Capacity)+" of the event.")
		}
		for j := range i {
			if o := e.Sessions[j]; s.clashes(o) && Fold(cmp.Or(s.Venue, e.Venue)) == Fold(cmp.Or(o.Venue, e.Venue)) {
				remarks = append(remarks, name+" and "+e.sessionName(j)+" are at the same time in the same place.")
			}
		}
	}
	return remarks
}

func (e *TrainingEvent) sessionName(i int) string {
	if title := e.Sessions[i].Title; title != "" {
		return "“" + title + "”"
	}
	return "Session " + strconv.Itoa(i+1)
}

// clashes reports whether two sessions take place at the same time.
func (s Session) clashes(o Session) bool {
	return s.On == o.On && !s.On.IsZero() && s.Starts != "" && s.Ends != "" && o.Starts != "" && o.Ends != "" && s.Starts < o.Ends && o.Starts < s.Ends
}

// StatusRemark is what does not fit between the status of an event and the day, or nothing.
func (e *TrainingEvent) StatusRemark(today Date) string {
	first, last := e.Days()
	waits := e.Status == EventPlanned || e.Status == EventDated
	held := e.Status == EventDelivered || e.Status == EventEvaluated
	switch {
	case waits && e.Over(today):
		return "Its last day was " + last.Long() + ": put down that it was delivered, or that it was cancelled."
	case held && today.Before(first):
		return "It is put down as " + lowerInitial(e.Status.Label()) + ", and begins only on " + first.Long() + "."
	case e.Status == EventDated && first.IsZero():
		return "It is put down as dated, and no date is given."
	default:
		return ""
	}
}
