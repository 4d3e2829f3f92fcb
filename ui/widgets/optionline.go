package widgets

import (
	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// optionLine is one line of what can be picked: a name and, in lists that have it, a quiet line under that.
type optionLine struct {
	widget.BaseWidget
	name, hint  string
	hinted      bool
	words, said *canvas.Text
}

func newOptionLine(hinted bool) *optionLine {
	l := &optionLine{hinted: hinted, words: text("", theme.ColorNameForeground), said: text("", look.ColorQuiet)}
	l.ExtendBaseWidget(l)
	return l
}

func (l *optionLine) set(name, hint string) {
	if l.name == name && l.hint == hint {
		return
	}
	l.name, l.hint = name, hint
	l.Refresh()
}

// InspectText is the whole name and what is said of it, for tests.
func (l *optionLine) InspectText() string { return nameAndHint(l.name, l.hint) }

// CreateRenderer draws the lines.
func (l *optionLine) CreateRenderer() fyne.WidgetRenderer {
	r := &optionLineRenderer{l}
	r.colour()
	return r
}

type optionLineRenderer struct{ *optionLine }

func (r *optionLineRenderer) Destroy() {}

func (r *optionLineRenderer) MinSize() fyne.Size {
	if r.hinted {
		return fyne.NewSize(100, noticeHeight(1))
	}
	return fyne.NewSize(100, lineHeight())
}

func (r *optionLineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.words, r.said}
}

func (r *optionLineRenderer) Layout(size fyne.Size) {
	room, y := size.Width-2*theme.InnerPadding(), theme.Padding()
	for _, line := range []struct {
		text *canvas.Text
		says string
	}{{r.words, r.name}, {r.said, r.hint}} {
		line.text.Text = fit(line.says, room, line.text.TextSize, line.text.TextStyle)
		least := line.text.MinSize()
		if !r.hinted {
			y = (size.Height - least.Height) / 2
		}
		line.text.Move(fyne.NewPos(theme.InnerPadding(), y))
		line.text.Resize(least)
		y += least.Height
	}
}

func (r *optionLineRenderer) Refresh() {
	r.colour()
	r.Layout(r.Size())
	r.words.Refresh()
	r.said.Refresh()
}

func (r *optionLineRenderer) colour() {
	r.words.Color, r.words.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	r.said.Color, r.said.TextSize = theme.Color(look.ColorQuiet), theme.Size(look.SizeSmall)
}
