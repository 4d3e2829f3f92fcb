package widgets_test

import (
	"testing"

	"almoner/ui/uitest"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

func TestTheSpaceThatPressedAButtonIsNotTypedIntoTheFieldItLedTo(t *testing.T) {
	entry := widgets.NewEntry("field")
	var s *uitest.Screen
	button := widgets.NewButton("to", "To the field", nil, func() { s.Canvas().Focus(entry) })
	s = uitest.NewScreen(t, container.NewVBox(button, entry))
	s.Focus("to")
	s.Keys(" ")
	s.Keys("two words")
	if entry.Text != "two words" {
		t.Errorf("the field holds %q", entry.Text)
	}
}

func TestTheKeyboardIsBackOnTheButtonAfterAQuestion(t *testing.T) {
	var s *uitest.Screen
	button := widgets.NewButton("ask", "Ask", nil, func() { widgets.Tell(s.Window, "So", "It is so.") })
	s = uitest.NewScreen(t, container.NewVBox(button))
	s.Tap("ask")
	s.Press(fyne.KeyEscape)
	if s.Focused() != "ask" {
		t.Errorf("%q has the keyboard", s.Focused())
	}
}
