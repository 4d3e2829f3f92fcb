package widgets

import (
	"fyne.io/fyne/v2"

	"almoner/ui/lang"
)

// What screen readers are told. Fyne 2.8 asks each object for it in a program that is built with the tag accessibility.

var (
	_ fyne.Accessible = (*Entry)(nil)
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*Tick)(nil)
	_ fyne.Accessible = (*Picker)(nil)
	_ fyne.Accessible = (*Choice)(nil)
	_ fyne.Accessible = (*optionLine)(nil)
)

// spoken is what a control is called, for those who do not see what stands above or on it.
type spoken struct{ label string }

// Speak gives a control the words that a screen reader says.
func (s *spoken) Speak(label string) { s.label = label }

// with is the label and what the control holds.
func (s *spoken) with(content string) string {
	switch {
	case s.label == "":
		return content
	case content == "":
		return s.label
	default:
		return s.label + ": " + content
	}
}

// AccessibilityLabel is what the field is called and what it says.
func (e *Entry) AccessibilityLabel() string {
	if e.Text == "" {
		return e.with(e.PlaceHolder)
	}
	return e.with(e.Text)
}

// AccessibilityRole is that of a text: Fyne knows none for a field.
func (*Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is what stands on the button, or what its icon means.
func (b *Button) AccessibilityLabel() string {
	if b.Text != "" || b.label == "" {
		return b.Button.AccessibilityLabel()
	}
	return b.label
}

// AccessibilityLabel is what is so or not so.
func (t *Tick) AccessibilityLabel() string {
	if t.Checked {
		return t.with(lang.F("%s, ticked", t.Text))
	}
	return t.with(lang.F("%s, not ticked", t.Text))
}

// AccessibilityRole is that of a button, which it is pressed like.
func (*Tick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is what is chosen there, and what is chosen.
func (b *box) AccessibilityLabel() string { return b.with(b.text) }

// AccessibilityRole is that of a button: it opens what there is to choose from.
func (*box) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is also what is said of the record that is picked.
func (p *Picker) AccessibilityLabel() string { return p.with(nameAndHint(p.text, p.hint(p.chosen))) }

// AccessibilityLabel is the name, and what is said of it.
func (l *optionLine) AccessibilityLabel() string { return nameAndHint(l.name, l.hint) }

// AccessibilityRole is that of a text.
func (*optionLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func nameAndHint(name, hint string) string {
	if hint == "" {
		return name
	}
	return name + ", " + hint
}
