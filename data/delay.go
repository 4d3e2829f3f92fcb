package data

import "strings"

// UnsaidDelay is by how many working days a reply that went out on a day would be late without saying so, and by when it should have gone
// out; 0 where it is in time or its own words speak of the delay.
func (r *FOIRequest) UnsaidDelay(calendar *Calendar, on Date) (days int, due Date) {
	d, err := r.Deadline(calendar)
	if err != nil {
		return 0, Date{}
	}
	return r.unsaidDelay(&d, on), d.Due
}

func (r *FOIRequest) unsaidDelay(d *Deadline, on Date) int {
	late, overdue := d.overdue(on)
	if !overdue || r.speaksOfDelay() {
		return 0
	}
	return late
}

// speaksOfDelay reports whether the reply says that it is late. Its opening needs but one word of that, as nothing else is late there. In
// an answer “late” and “sorry” stand together, or it may be a return that was late.
func (r *FOIRequest) speaksOfDelay() bool {
	if late, sorry := wordsOfDelay(r.Opening); late || sorry {
		return true
	}
	for _, q := range r.Questions {
		if late, sorry := wordsOfDelay(q.Answer); late && sorry {
			return true
		}
	}
	return false
}

// wordsOfDelay reports whether a text has a word for being late, and one for being sorry.
func wordsOfDelay(text string) (late, sorry bool) {
	for _, w := range foldedWords(text) {
		late = late || w == "late" || w == "overdue" || strings.HasPrefix(w, "delay")
		sorry = sorry || w == "sorry" || strings.HasPrefix(w, "apolog") || strings.HasPrefix(w, "regret")
	}
	return late, sorry
}
