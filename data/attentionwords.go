package data

import "fmt"

// When is how far off the day of something that needs attention is, in words: "9 days late", "tomorrow", "in 3 working days".
func (a Attention) When() string {
	unit := "day"
	switch a.Need {
	case NeedsMoney, NeedsClockMended:
		return "now"
	case NeedsAnswer, NeedsReview:
		unit = "working day"
	default:
	}
	switch {
	case a.Days < 0 && a.Need.isDuty():
		return counted(-a.Days, unit) + " late"
	case a.Days < 0:
		return counted(-a.Days, unit) + " ago"
	case a.Days == 0:
		return "today"
	case a.Days == 1 && unit == "day":
		return "tomorrow"
	default:
		return fmt.Sprintf("in %s", counted(a.Days, unit))
	}
}

// isDuty reports whether something was to be done by the day, rather than having come about on it.
func (n Need) isDuty() bool {
	switch n {
	case NeedsAnswer, NeedsReview, NeedsReturn, NeedsAccount, NeedsPayment, NeedsDoing:
		return true
	default:
		return false
	}
}
