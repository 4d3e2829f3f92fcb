package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/lang"
	look "almoner/ui/theme"
)

// Answer is one button under a question.
type Answer struct {
	Label string
	// Does is what happens when it is chosen; nil is nothing.
	Does func()
	// Harm marks an answer that takes something away.
	Harm bool
}

// Ask puts a question with its answers in front of the window. The first answer is the one that Enter gives; Escape gives the
// last that does nothing, or the last of all. The keyboard goes back to where it was.
func Ask(w fyne.Window, title, message string, answers ...Answer) {
	canvas := w.Canvas()
	before := canvas.Focused()
	var popup *widget.PopUp
	choose := func(a Answer) {
		popup.Hide()
		if before != nil {
			canvas.Focus(before)
		}
		if a.Does != nil {
			a.Does()
		}
	}
	harmless := answers[len(answers)-1]
	for _, a := range answers {
		if a.Does == nil {
			harmless = a
		}
	}
	escape := func() { choose(harmless) }
	row := container.NewHBox(layout.NewSpacer())
	var first fyne.Focusable
	for i, a := range answers {
		b := newAnswerButton(a.Label, func() { choose(a) }, escape)
		switch {
		case a.Harm:
			b.Importance = widget.DangerImportance
		case i == 0:
			b.Importance = widget.HighImportance
		}
		if first == nil {
			first = b
		}
		row.Add(b)
	}
	popup = widget.NewModalPopUp(question(title, message, row, min(look.Grown(460), canvas.Size().Width-look.Grown(60))), canvas)
	popup.Show()
	canvas.Focus(first)
}

// Tell puts a sentence in front of the window until it has been read.
func Tell(w fyne.Window, title, message string) {
	Ask(w, title, message, Answer{Label: lang.L("Close")})
}

func question(title, message string, row fyne.CanvasObject, room float32) fyne.CanvasObject {
	head := widget.NewLabel(title)
	head.TextStyle.Bold = true
	head.SizeName = theme.SizeNameSubHeadingText
	words := widget.NewLabel(message)
	words.Wrapping = fyne.TextWrapWord
	width := container.New(wide(room), words)
	return container.NewPadded(container.New(tight{gap: theme.Padding() * 2}, head, width, row))
}

// wide gives its object a width, and the height that it needs at that width.
type wide float32

func (w wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}

func (w wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(w), 0)
	for _, o := range objects {
		o.Resize(fyne.NewSize(float32(w), o.Size().Height))
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// answerButton is a button that also takes Enter and Escape, and the arrows to the one beside it.
type answerButton struct {
	widget.Button
	escape func()
}

func newAnswerButton(label string, tap, escape func()) *answerButton {
	b := &answerButton{escape: escape}
	b.Text = label
	b.OnTapped = tap
	b.ExtendBaseWidget(b)
	return b
}

// InspectName is how tests find an answer: by its words.
func (b *answerButton) InspectName() string { return "answer." + b.Text }

// TypedKey answers with the keys that people expect.
func (b *answerButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.OnTapped()
	case fyne.KeyRight:
		fyne.CurrentApp().Driver().CanvasForObject(b).FocusNext()
	case fyne.KeyLeft:
		fyne.CurrentApp().Driver().CanvasForObject(b).FocusPrevious()
	default:
		b.Button.TypedKey(e)
	}
}
