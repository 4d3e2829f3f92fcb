package data

import "fmt"

// RunsOut is in which order funds run out, lowest first: those that were won and have a last day, the soonest first; then those without one,
// those whose last day has passed, and those that bring in nothing.
func (f *Fund) RunsOut(today Date) float64 {
	const later = 1e9
	switch last := f.SpendBy.lastDay(); {
	case f.Status != Won:
		return 3 * later
	case f.SpendByHasPassed(today):
		return 2*later - last.Rank()
	case last.IsZero():
		return later
	default:
		return last.Rank()
	}
}

// SpendByWords is the last day of a fund with how far off it is, for a list: "31 Mar 2026, 40 days"; empty where there is none.
func (f *Fund) SpendByWords(today Date) string {
	switch days := today.DaysUntil(f.SpendBy.lastDay()); {
	case f.SpendBy.IsZero():
		return ""
	case f.Status != Won:
		return f.SpendBy.String()
	case days < 0:
		return fmt.Sprintf("%s, passed", f.SpendBy)
	case days == 0:
		return fmt.Sprintf("%s, today", f.SpendBy)
	default:
		return fmt.Sprintf("%s, %s", f.SpendBy, counted(days, "day"))
	}
}

// ToSpend says, in a sentence, how much of a fund that was won is left and until when it can be spent; empty where nothing is left.
func (f *Fund) ToSpend(left Money, today Date) string {
	if f.Status != Won || left.Pence <= 0 {
		return ""
	}
	switch days := today.DaysUntil(f.SpendBy.lastDay()); {
	case f.SpendBy.IsZero():
		return fmt.Sprintf("%s is left.", UpperInitial(left.String()))
	case days < 0:
		return fmt.Sprintf("%s is left. It was to be spent by %s.", UpperInitial(left.String()), f.SpendBy.Long())
	case days == 0:
		return fmt.Sprintf("%s is left, to be spent today.", UpperInitial(left.String()))
	default:
		return fmt.Sprintf("%s is left, to be spent by %s: %s.", UpperInitial(left.String()), f.SpendBy.Long(), counted(days, "day"))
	}
}
