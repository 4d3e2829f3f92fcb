package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// within are the objects that one lies around; of leaves, that of the one that is turned to.
func within(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.AppTabs:
		if leaf := o.Selected(); leaf != nil {
			return []fyne.CanvasObject{leaf.Content}
		}
	case interface{ Inside() fyne.CanvasObject }: // a widget that adds something to what it lies around
		return []fyne.CanvasObject{o.Inside()}
	case interface{ List() fyne.Focusable }:
		if list, ok := o.List().(fyne.CanvasObject); ok {
			return []fyne.CanvasObject{list}
		}
	}
	return nil
}

// Holds reports whether an object lies somewhere within another, shown or not.
func Holds(around, object fyne.CanvasObject) bool {
	return around == object || slices.ContainsFunc(within(around), func(inner fyne.CanvasObject) bool { return Holds(inner, object) })
}

// HasKeyboard reports whether what has the keyboard lies within an object.
func HasKeyboard(canvas fyne.Canvas, around fyne.CanvasObject) bool {
	focused, ok := canvas.Focused().(fyne.CanvasObject)
	return ok && Holds(around, focused)
}

// FirstControl is the first within an object that takes the keyboard; nil if there is none.
func FirstControl(around fyne.CanvasObject) fyne.Focusable {
	if around == nil || !around.Visible() {
		return nil
	}
	d, stops := around.(fyne.Disableable)
	if control, ok := around.(fyne.Focusable); ok && (!stops || !d.Disabled()) {
		return control
	}
	for _, inner := range within(around) {
		if control := FirstControl(inner); control != nil {
			return control
		}
	}
	return nil
}
