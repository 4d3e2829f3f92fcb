package widgets

import "fyne.io/fyne/v2"

// held is which of Shift, Ctrl and their like are held down. Only a driver with a keyboard knows.
var held = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(interface{ CurrentKeyModifiers() fyne.KeyModifier }); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Hold is for tests, whose driver has no keys to hold down: the keys are held until they are let go.
func Hold(keys fyne.KeyModifier) (letGo func()) {
	before := held
	held = func() fyne.KeyModifier { return keys }
	return func() { held = before }
}
