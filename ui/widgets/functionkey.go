package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FunctionKey does what the main menu has for a key without Ctrl or Alt, such as F1, and reports whether it has anything: to Fyne such a key
// is none that a menu may have, and whatever has the focus keeps it. Each of our controls asks here first.
func FunctionKey(within fyne.CanvasObject, e *fyne.KeyEvent) bool {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(within)
	for _, w := range driver.AllWindows() {
		if canvas != nil && w.Canvas() == canvas {
			return FunctionKeyIn(w, e)
		}
	}
	return false
}

// FunctionKeyIn is FunctionKey for a window in which nothing has the focus.
func FunctionKeyIn(w fyne.Window, e *fyne.KeyEvent) bool {
	if len(e.Name) < 2 || e.Name[0] != 'F' || w.MainMenu() == nil {
		return false
	}
	for _, menu := range w.MainMenu().Items {
		for _, item := range menu.Items {
			if key, ok := item.Shortcut.(*desktop.CustomShortcut); ok && key.KeyName == e.Name && key.Modifier == 0 && !item.Disabled {
				item.Action()
				return true
			}
		}
	}
	return false
}
