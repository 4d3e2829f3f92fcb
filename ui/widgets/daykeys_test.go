package widgets

import (
	"testing"
	"time"

	"almoner/data"

	"fyne.io/fyne/v2"
)

func TestTheKeysOfACalendarLeadToADay(t *testing.T) {
	from := data.NewDate(2025, time.March, 31)
	for key, want := range map[fyne.KeyName]data.Date{
		fyne.KeyLeft: data.NewDate(2025, time.March, 30), fyne.KeyRight: data.NewDate(2025, time.April, 1),
		fyne.KeyUp: data.NewDate(2025, time.March, 24), fyne.KeyDown: data.NewDate(2025, time.April, 7),
		fyne.KeyHome: data.NewDate(2025, time.March, 1), fyne.KeyEnd: from,
		fyne.KeyPageUp: data.NewDate(2025, time.February, 28), fyne.KeyPageDown: data.NewDate(2025, time.April, 30),
	} {
		if got, moves := DayByKey(from, key); got != want || !moves {
			t.Errorf("%s leads to %s, want %s", key, got, want)
		}
	}
	if got, moves := DayByKey(from, fyne.KeyReturn); moves || got != from {
		t.Errorf("Enter leads to %s", got)
	}
}
