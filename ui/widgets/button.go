package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that says its name to tests and takes Enter as well as the space bar.
type Button struct {
	widget.Button
	spoken
	name string
}

// NewButton is a button; it may have no icon, or, where the icon says enough, no label.
func NewButton(name, label string, icon fyne.Resource, tap func()) *Button {
	b := &Button{name: name}
	b.Text, b.Icon, b.OnTapped = label, icon, tap
	b.ExtendBaseWidget(b)
	return b
}

// NewMainButton is the button of what one most likely wants to do.
func NewMainButton(name, label string, icon fyne.Resource, tap func()) *Button {
	b := NewButton(name, label, icon, tap)
	b.Importance = widget.HighImportance
	return b
}

// InspectName is how tests find the button.
func (b *Button) InspectName() string { return b.name }

// Tapped does what the button is for, with the keyboard on it: Fyne's own button takes the keyboard away from everything, so that it would be
// nowhere after a question in front of the window.
func (b *Button) Tapped(e *fyne.PointEvent) {
	does := b.OnTapped
	defer func() { b.OnTapped = does }()
	b.OnTapped = func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
			c.Focus(b)
		}
		if does != nil {
			does()
		}
	}
	b.Button.Tapped(e)
}

// TypedKey takes Enter too.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace {
		b.Tapped(nil)
		return
	}
	if !FunctionKey(b, e) {
		b.Button.TypedKey(e)
	}
}
