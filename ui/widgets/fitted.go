package widgets

import "fyne.io/fyne/v2"

// Fit is a text cut with "…" where it is wider than the room there is, for what draws its own words.
func Fit(text string, room, size float32, style fyne.TextStyle) string {
	return fit(text, room, size, style)
}
