package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Tick is a box that is ticked or not. The space bar and Enter change it.
type Tick struct {
	widget.Check
	spoken
	name string
}

// NewTick is a box with words beside it; changed is told of each tick.
func NewTick(name, words string, ticked bool, changed func(bool)) *Tick {
	t := &Tick{name: name}
	t.Text, t.Checked = words, ticked
	t.OnChanged = changed
	t.ExtendBaseWidget(t)
	return t
}

// InspectName is how tests find the box.
func (t *Tick) InspectName() string { return t.name }

// TypedKey takes Enter too.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		t.SetChecked(!t.Checked)
		return
	}
	if !FunctionKey(t, e) {
		t.Check.TypedKey(e)
	}
}

// TickBeside puts a box beside words that take as many lines as they need. A tap on the words ticks it too.
func TickBeside(box *Tick, words string) fyne.CanvasObject {
	box.Speak(words)
	return container.NewBorder(nil, nil, container.NewVBox(box), nil, newTickWords(box, words))
}

// tickWords are words beside a box.
type tickWords struct {
	widget.Label
	box *Tick
}

func newTickWords(box *Tick, words string) *tickWords {
	w := &tickWords{box: box}
	w.Text, w.Wrapping = words, fyne.TextWrapWord
	w.ExtendBaseWidget(w)
	return w
}

// Tapped ticks the box, or unticks it.
func (w *tickWords) Tapped(*fyne.PointEvent) { w.box.SetChecked(!w.box.Checked) }

// InspectText is how tests read the words.
func (w *tickWords) InspectText() string { return w.Text }

// Tick is something that is so or is not; words say what is so when it is ticked.
func (f *Form) Tick(key, label, words string, value *bool) fyne.CanvasObject {
	t := NewTick(f.ID(key), words, *value, nil)
	fd := f.add(key, label, "", t, t)
	t.OnChanged = func(ticked bool) {
		*value = ticked
		f.edited(fd, "")
	}
	return fd.box
}
