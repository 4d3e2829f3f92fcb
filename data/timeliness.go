package data

// Timeliness is how many requests an office answered in time, as it reports to its commissioner and publishes each year.
type Timeliness struct {
	Answered int // InTime and Late together
	InTime   int
	Late     int
	Open     int // not answered yet, those Overdue and those Waiting among them
	Overdue  int
	Waiting  int // for clarification or a fee
	Ended    int // without an answer: a fee was not paid, or the request was closed with no day of reply
	// Unclear are those whose clock cannot be read, so that they are in none of the other figures.
	Unclear int
	// Uncertain is how many of Late and Overdue may yet turn out not to be, as their time runs past the last known bank holiday.
	Uncertain int
}

// TimelinessBasis is the day of a request that puts it into a period.
type TimelinessBasis int

// Requests are reported by the day they came in, as central government's figures are, or by the day they were answered.
const (
	ByReceipt TimelinessBasis = iota
	ByAnswer
)

// TimelinessOf counts the requests of a period, its first and its last day included, as they stand today. No date as an end leaves that
// side open. By answer, requests that are not answered count if they had come in by the end of the period.
func TimelinessOf(requests []*FOIRequest, cal *Calendar, basis TimelinessBasis, from, to, today Date) Timeliness {
	var t Timeliness
	within := func(d Date) bool { return !d.Before(from) && (to.IsZero() || !to.Before(d)) }
	for _, r := range requests {
		d, err := r.Deadline(cal)
		switch {
		case err != nil:
			if within(r.Received) {
				t.Unclear++
			}
			continue
		case basis == ByReceipt && !within(d.Received),
			basis == ByAnswer && !d.Answered.IsZero() && !within(d.Answered),
			basis == ByAnswer && d.Answered.IsZero() && !to.IsZero() && to.Before(d.Received):
			continue
		}
		t.add(&d, today)
	}
	return t
}

func (t *Timeliness) add(d *Deadline, today Date) {
	late := 0
	switch state := d.State(today); {
	case d.InTime():
		t.InTime++
	case !d.Answered.IsZero():
		t.Late++
		late++
	case !state.Open():
		t.Ended++
	default:
		t.Open++
		switch state {
		case ClockOverdue:
			t.Overdue++
			late++
		case ClockAwaitsClarification, ClockAwaitsFees:
			t.Waiting++
		default:
		}
	}
	t.Answered = t.InTime + t.Late
	if late > 0 && d.dueUncertain() {
		t.Uncertain++
	}
}
