package widgets

import (
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

func dateField(t *testing.T, when *data.Date) *uitest.Screen {
	f, other := NewForm("f"), ""
	return uitest.NewScreen(t, Stack(f.Date("when", "When", "", today, when), f.Text("other", "Other", "", &other)))
}

func TestTabGoesFromADateToTheNextFieldAndNotToItsCalendar(t *testing.T) {
	var when data.Date
	s := dateField(t, &when)
	s.Focus("f.when")
	s.Canvas().FocusNext()
	if now := s.Focused(); now != "f.other" {
		t.Errorf("Tab goes from the date to %q", now)
	}
}

func TestTheCalendarOfADateIsUsedWithTheKeyboard(t *testing.T) {
	when := data.NewDate(2024, time.January, 31)
	s := dateField(t, &when)
	s.Focus("f.when")
	s.Press(fyne.KeyDown)
	s.Must("January 2024")
	s.Press(fyne.KeyPageDown)
	s.Must("February 2024")
	s.Press(fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp) // 1, 8, 7 March, 29, 22 February
	s.Press(fyne.KeyReturn)
	if when != data.NewDate(2024, time.February, 22) || s.Value("f.when") != "22 Feb 2024" || s.Asked() {
		t.Errorf("the date is %v and shows %q", when, s.Value("f.when"))
	}
	if s.Focused() != "f.when" {
		t.Errorf("afterwards %q has the keyboard", s.Focused())
	}
	s.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	s.Press(fyne.KeyHome, fyne.KeyEscape)
	if when != data.NewDate(2024, time.February, 22) || s.Asked() || s.Focused() != "f.when" {
		t.Errorf("Escape leaves the date as %v, and %q has the keyboard", when, s.Focused())
	}
}

func TestTheCalendarOfADateIsUsedWithTheMouse(t *testing.T) {
	var when data.Date
	s := dateField(t, &when)
	s.Tap("f.when.open")
	s.Must("June 2025") // today
	s.Tap("f.when.calendar.after")
	s.Tap("f.when.calendar.2025-07-04")
	if when != data.NewDate(2025, time.July, 4) || s.Asked() {
		t.Errorf("the date is %v", when)
	}
	if button := s.Find("f.when.open").(fyne.Accessible); button.AccessibilityLabel() != "Open the calendar" {
		t.Errorf("the button is spoken as %q", button.AccessibilityLabel())
	}
}

func TestTheCalendarOfADateAtTheFootOfTheWindowIsInSight(t *testing.T) {
	var when data.Date
	f := NewForm("f")
	s := uitest.NewScreen(t, container.NewBorder(nil, f.Date("when", "When", "", today, &when), nil, nil))
	s.Focus("f.when")
	s.Press(fyne.KeyDown)
	last := s.Find("f.when.calendar.2025-06-30")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
	if foot := at.Y + last.Size().Height; at.Y <= 0 || foot > s.Canvas().Size().Height {
		t.Errorf("the last day of the month ends at %v; the window at %v", foot, s.Canvas().Size().Height)
	}
}
