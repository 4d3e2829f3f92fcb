// Package uitest lets a test use a page as a person does - type, tap, press keys, look - in a window of Fyne's test driver, over a
// real office file. It needs no screen and never waits: what a page does away from the window, it does at once here.
package uitest

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// Size is how large the program's window is when it is first opened.
var Size = fyne.NewSize(1240, 740)

// Screen is a window and a person before it.
type Screen struct {
	T      testing.TB
	Window fyne.Window
}

// NewScreen is a window of the program's size, with its look, that shows content.
func NewScreen(t testing.TB, content fyne.CanvasObject) *Screen {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{})
	w := test.NewTempWindow(t, content)
	w.Resize(Size)
	return &Screen{T: t, Window: w}
}

// Canvas is the window's canvas.
func (s *Screen) Canvas() fyne.Canvas { return s.Window.Canvas() }

// each calls visit for all that is shown: the question in front of the window, if there is one, or else the page.
func (s *Screen) each(visit func(fyne.CanvasObject)) {
	if top := s.Canvas().Overlays().Top(); top != nil {
		Walk(top, visit)
		return
	}
	Walk(s.Canvas().Content(), visit)
}

// Walk calls visit for an object and all that is visible in it.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch v := o.(type) {
	case *fyne.Container:
		for _, child := range v.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(v).Objects() {
			Walk(child, visit)
		}
	}
}

type named interface{ InspectName() string }

// Has reports whether something of that name is shown.
func (s *Screen) Has(name string) bool { return s.find(name) != nil }

func (s *Screen) find(name string) (found fyne.CanvasObject) {
	s.each(func(o fyne.CanvasObject) {
		if n, ok := o.(named); ok && n.InspectName() == name && found == nil {
			found = o
		}
	})
	return found
}

// Find is what is shown under that name.
func (s *Screen) Find(name string) fyne.CanvasObject {
	s.T.Helper()
	o := s.find(name)
	if o == nil {
		s.T.Fatalf("nothing called %q is shown; there are %q", name, s.Names())
	}
	return o
}

// Names are the names of all that is shown and has one.
func (s *Screen) Names() []string {
	var names []string
	s.each(func(o fyne.CanvasObject) {
		if n, ok := o.(named); ok && n.InspectName() != "" {
			names = append(names, n.InspectName())
		}
	})
	return names
}

// Tap taps what has that name.
func (s *Screen) Tap(name string) {
	s.T.Helper()
	o, ok := s.Find(name).(fyne.Tappable)
	if !ok {
		s.T.Fatalf("%q cannot be tapped", name)
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		s.T.Fatalf("%q is grey", name)
	}
	test.Tap(o)
}

// Focus gives the keyboard to what has that name.
func (s *Screen) Focus(name string) {
	s.T.Helper()
	o, ok := s.Find(name).(fyne.Focusable)
	if !ok {
		s.T.Fatalf("%q does not take the keyboard", name)
	}
	s.Canvas().Focus(o)
}

// Focused is the name of what has the keyboard.
func (s *Screen) Focused() string {
	if n, ok := s.Canvas().Focused().(named); ok {
		return n.InspectName()
	}
	return ""
}

// Press presses keys, one after the other.
func (s *Screen) Press(keys ...fyne.KeyName) {
	s.T.Helper()
	for _, k := range keys {
		if s.Canvas().Focused() == nil {
			s.T.Fatalf("nothing has the keyboard to take %s", k)
		}
		s.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// CtrlEnter presses Ctrl+Enter as the window's driver delivers it: to what has the keyboard, if that knows shortcuts, or else to the
// canvas.
func (s *Screen) CtrlEnter() {
	shortcut := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	if focused, ok := s.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
		return
	}
	// The test driver wraps its canvas in a way that hides the method.
	if c, ok := reflect.ValueOf(s.Canvas()).Elem().FieldByName("WindowlessCanvas").Interface().(fyne.Shortcutable); ok {
		c.TypedShortcut(shortcut)
	}
}

// Keys types into whatever has the keyboard.
func (s *Screen) Keys(text string) {
	s.T.Helper()
	if s.Canvas().Focused() == nil {
		s.T.Fatalf("nothing has the keyboard to take %q", text)
	}
	for _, r := range text {
		if r == '\n' {
			s.Press(fyne.KeyReturn)
			continue
		}
		if r == ' ' { // of which the window's driver gives the key first
			s.Press(fyne.KeySpace)
		}
		if focused := s.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
}

// Type goes to the entry of that name, selects what is there and types over it.
func (s *Screen) Type(name, text string) {
	s.T.Helper()
	s.Focus(name)
	if e, ok := s.Find(name).(fyne.Shortcutable); ok {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		if text == "" {
			s.Press(fyne.KeyDelete)
		}
	}
	s.Keys(text)
}

// Value is what an entry or a picker of that name shows.
func (s *Screen) Value(name string) string {
	s.T.Helper()
	switch o := s.Find(name).(type) {
	case interface{ InspectText() string }:
		return o.InspectText()
	case interface{ SelectedText() string }: // an entry
		return entryText(o)
	default:
		s.T.Fatalf("%q shows no value", name)
		return ""
	}
}

// Pick chooses from the picker of that name what a search finds first.
func (s *Screen) Pick(name, search string) {
	s.T.Helper()
	s.Tap(name)
	s.Keys(search)
	s.Press(fyne.KeyReturn)
}

// Choose chooses a word of a choice.
func (s *Screen) Choose(name, word string) {
	s.T.Helper()
	if !slices.Contains(s.Offers(name), word) {
		s.T.Fatalf("%s does not offer %q", name, word)
	}
	s.Find(name).(interface{ SetSelected(string) }).SetSelected(word)
}

// Offers are the words that a choice of that name offers.
func (s *Screen) Offers(name string) []string {
	s.T.Helper()
	c, ok := s.Find(name).(interface{ Offers() []string })
	if !ok {
		s.T.Fatalf("%s is no choice", name)
	}
	return c.Offers()
}

// Answer gives an answer to the question in front of the window.
func (s *Screen) Answer(label string) {
	s.T.Helper()
	if s.Canvas().Overlays().Top() == nil {
		s.T.Fatalf("nothing asks, so nothing can be answered %q", label)
	}
	s.button(label)
}

func (s *Screen) button(label string) {
	s.T.Helper()
	var found fyne.Tappable
	s.each(func(o fyne.CanvasObject) {
		if tap, ok := o.(fyne.Tappable); ok && labelOf(o) == label {
			found = tap
		}
	})
	if found == nil {
		s.T.Fatalf("there is no button %q; the words are %q", label, s.Words())
	}
	test.Tap(found)
}

// Take takes an entry of the menu in front of the window.
func (s *Screen) Take(label string) {
	s.T.Helper()
	var entry, found fyne.Tappable // the words of an entry do not take the tap; the entry around them does
	s.each(func(o fyne.CanvasObject) {
		if tap, ok := o.(fyne.Tappable); ok {
			entry = tap
		}
		if words, ok := o.(*canvas.Text); ok && words.Text == label && found == nil {
			found = entry
		}
	})
	if found == nil {
		s.T.Fatalf("no menu offers %q; the words are %q", label, s.Words())
	}
	test.Tap(found)
}

// Asked reports whether something stands in front of the window.
func (s *Screen) Asked() bool { return s.Canvas().Overlays().Top() != nil }

// Turn turns to the leaf of that title.
func (s *Screen) Turn(title string) {
	s.T.Helper()
	turned := false
	s.each(func(o fyne.CanvasObject) {
		if tabs, ok := o.(*container.AppTabs); ok {
			for i, item := range tabs.Items {
				if item.Text == title {
					tabs.SelectIndex(i)
					turned = true
				}
			}
		}
	})
	if !turned {
		s.T.Fatalf("there is no leaf %q", title)
	}
}

// Words are all words that are shown, a text for each thing that shows some.
func (s *Screen) Words() []string {
	var words []string
	s.each(func(o fyne.CanvasObject) {
		if w := labelOf(o); w != "" {
			words = append(words, w)
		}
	})
	return words
}

// Shows reports whether words are part of what is shown.
func (s *Screen) Shows(words string) bool {
	return slices.ContainsFunc(s.Words(), func(w string) bool { return strings.Contains(w, words) })
}

// Must fails the test unless all words are shown.
func (s *Screen) Must(words ...string) {
	s.T.Helper()
	for _, w := range words {
		if !s.Shows(w) {
			s.T.Errorf("%q is not shown; what is shown: %q", w, s.Words())
		}
	}
}

// MustNot fails the test if any of the words is shown.
func (s *Screen) MustNot(words ...string) {
	s.T.Helper()
	for _, w := range words {
		if s.Shows(w) {
			s.T.Errorf("%q is shown", w)
		}
	}
}

// Lines are the lines that a list of that name shows, with " | " between their columns.
func (s *Screen) Lines(list string) []string {
	s.T.Helper()
	var lines []string
	Walk(s.Find(list), func(o fyne.CanvasObject) {
		_, heading := o.(interface{ InspectName() string })
		if l, ok := o.(interface{ InspectText() string }); ok && !heading {
			lines = append(lines, l.InspectText())
		}
	})
	return lines
}

// TapLine taps the line of a list that holds words.
func (s *Screen) TapLine(list, words string) {
	s.T.Helper()
	// A line does not take the tap; the list's item around it does.
	var item, found fyne.Tappable
	Walk(s.Find(list), func(o fyne.CanvasObject) {
		if tap, ok := o.(fyne.Tappable); ok {
			item = tap
		}
		if l, ok := o.(interface{ InspectText() string }); ok && strings.Contains(l.InspectText(), words) && found == nil {
			found = item
		}
	})
	if found == nil {
		s.T.Fatalf("no line of %q holds %q: %q", list, words, s.Lines(list))
	}
	test.Tap(found)
}

func labelOf(o fyne.CanvasObject) string {
	switch v := o.(type) {
	case *canvas.Text:
		return v.Text
	case *widget.Label:
		return v.Text
	case interface{ InspectText() string }:
		return v.InspectText()
	}
	return buttonText(o)
}
