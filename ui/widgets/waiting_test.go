package widgets

import (
	"testing"

	"almoner/ui/uitest"
)

func TestOnlyWhatTakesLongIsSaid(t *testing.T) {
	w := NewWaiting()
	s := uitest.NewScreen(t, w.Content)
	w.For("Adding “A”…")
	first := w.timer
	s.MustNot("Adding")
	w.appear(first)
	s.Must("Adding “A”…")
	w.For("Adding “B”…")
	s.Must("Adding “B”…")
	w.Done()
	s.MustNot("Adding")

	w.For("Opening “C”…")
	w.appear(first) // of the work before
	s.MustNot("Opening")
	w.Done()
	w.Done()
}
