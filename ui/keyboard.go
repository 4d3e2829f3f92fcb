package ui

import (
	"maps"

	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// Fyne leaves the keyboard with what had it, though that is not in the window any more: what is typed then goes into a page that nobody sees.

// noteKeyboard notes what has the keyboard on the page that is about to be left.
func (s *shell) noteKeyboard() {
	p := s.pages.shown
	if p == nil {
		return
	}
	if canvas := s.program.window.Canvas(); widgets.HasKeyboard(canvas, p.Content()) {
		s.keyboard[p] = canvas.Focused()
	}
}

// giveKeyboard gives it back to what had it on a page that is come back to.
func (s *shell) giveKeyboard(p desk.Page) {
	maps.DeleteFunc(s.keyboard, func(page desk.Page, _ fyne.Focusable) bool { return !s.holds(page) })
	if had, ok := s.keyboard[p].(fyne.CanvasObject); ok && widgets.Holds(p.Content(), had) {
		s.program.window.Canvas().Focus(s.keyboard[p])
	}
}

// keepKeyboard sees to it that the keyboard is on the page that is shown, if that has anything for it, and at least on something in sight.
func (s *shell) keepKeyboard(p desk.Page) {
	canvas := s.program.window.Canvas()
	if canvas.Overlays().Top() != nil || widgets.HasKeyboard(canvas, p.Content()) {
		return
	}
	if first := widgets.FirstControl(p.Content()); first != nil {
		canvas.Focus(first)
	} else if !widgets.HasKeyboard(canvas, s.content) {
		canvas.Unfocus()
	}
}

// holds reports whether a page is open, or the register of a section.
func (s *shell) holds(p desk.Page) bool { return s.pages.at(p) >= 0 || s.registers[p.Section()] == p }
