package widgets

import (
	"time"

	"almoner/data"

	"fyne.io/fyne/v2"
)

// DayByKey is the day that a key leads to from another, wherever days stand in weeks under each other: the arrows go to the days around it,
// Home and End to the first and the last of its month, the paging keys to the months beside it. It reports whether the key is one of them.
func DayByKey(from data.Date, key fyne.KeyName) (data.Date, bool) {
	const week = 7
	switch key {
	case fyne.KeyLeft:
		return from.AddDays(-1), true
	case fyne.KeyRight:
		return from.AddDays(1), true
	case fyne.KeyUp:
		return from.AddDays(-week), true
	case fyne.KeyDown:
		return from.AddDays(week), true
	case fyne.KeyHome:
		return data.DateOf(firstOf(from)), true
	case fyne.KeyEnd:
		return data.DateOf(firstOf(from).AddDate(0, 1, -1)), true
	case fyne.KeyPageUp:
		return MonthsOn(from, -1), true
	case fyne.KeyPageDown:
		return MonthsOn(from, 1), true
	default:
		return from, false
	}
}

// MonthsOn is the same day so many months later, or the last of that month where it is shorter.
func MonthsOn(from data.Date, months int) data.Date {
	first := firstOf(from).AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1)
	return data.NewDate(first.Year(), first.Month(), min(from.Day, last.Day()))
}

// firstOf is the first day of the month of a day.
func firstOf(day data.Date) time.Time { return time.Date(day.Year, day.Month, 1, 0, 0, 0, 0, time.UTC) }
