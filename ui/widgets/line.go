package widgets

import (
	"strings"

	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

type columnWidth struct {
	share, least float32
	figures      bool
	hidden       bool
	chosen       float32 // the width that somebody has drawn it to; 0 is that it shares what there is
}

// spread is where each column begins and how wide it is, within a width.
func spread(columns []columnWidth, width float32) (at, widths []float32) {
	pad := theme.Padding() * 3
	shares, room, grown := float32(0), width-pad, grownBy(columns, width)
	for _, c := range columns {
		switch {
		case c.hidden:
		case c.chosen > 0:
			room -= c.chosen + pad
		default:
			shares += c.share
			room -= c.least*grown + pad
		}
	}
	at, widths = make([]float32, len(columns)), make([]float32, len(columns))
	x := pad
	for i, c := range columns {
		at[i] = x
		if c.hidden {
			continue
		}
		widths[i] = c.least * grown
		switch {
		case c.chosen > 0:
			widths[i] = c.chosen
		case room > 0 && shares > 0:
			widths[i] += room * c.share / shares
		}
		x += widths[i] + pad
	}
	return at, widths
}

// grownBy is how much wider the least widths of columns are where the words are large: as much as those, or as there is room for.
func grownBy(columns []columnWidth, width float32) float32 {
	pad, least := theme.Padding()*3, float32(0)
	room := width - pad
	for _, c := range columns {
		switch {
		case c.hidden:
		case c.chosen > 0:
			room -= c.chosen + pad
		default:
			room -= pad
			least += c.least
		}
	}
	if least <= 0 {
		return 1
	}
	return max(1, min(look.Grown(1), room/least))
}

func lineHeight() float32 {
	return fyne.MeasureText("Åg", theme.TextSize(), fyne.TextStyle{}).Height + theme.Padding()*3 //lang:no it is measured, not read
}

// line is one row of a register.
type line struct {
	widget.BaseWidget
	columns []columnWidth
	words   []string // as they are
	cells   []*canvas.Text
}

func newLine(columns []columnWidth) *line {
	l := &line{columns: columns, words: make([]string, len(columns))}
	for range columns {
		l.cells = append(l.cells, text("", theme.ColorNameForeground))
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) set(words []string) {
	l.words = words
	l.dress() // a line that was out of sight does not know what has been chosen meanwhile
	l.place(l.Size())
	for _, c := range l.cells {
		c.Refresh()
	}
}

// dress has the words in the colour and the size that were chosen.
func (l *line) dress() {
	for _, c := range l.cells {
		c.Color, c.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	}
}

// place cuts each text to its column and sets figures right.
func (l *line) place(size fyne.Size) {
	at, widths := spread(l.columns, size.Width)
	for i, c := range l.cells {
		c.Hidden = l.columns[i].hidden
		if c.Hidden {
			continue
		}
		c.Text = fit(firstLine(l.words[i]), widths[i], c.TextSize, c.TextStyle)
		width := c.MinSize()
		x := at[i]
		if l.columns[i].figures {
			x += widths[i] - width.Width
		}
		c.Move(fyne.NewPos(x, (size.Height-width.Height)/2))
		c.Resize(width)
	}
}

func firstLine(s string) string {
	first, _, more := strings.Cut(s, "\n")
	if more {
		return first + " …"
	}
	return first
}

// InspectText is the whole words of the line, for tests.
func (l *line) InspectText() string {
	var words []string
	for i, w := range l.words {
		if !l.columns[i].hidden {
			words = append(words, w)
		}
	}
	return strings.Join(words, " | ")
}

func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ *line }

func (r *lineRenderer) Layout(size fyne.Size) { r.place(size) }
func (r *lineRenderer) MinSize() fyne.Size    { return fyne.NewSize(100, lineHeight()) }
func (r *lineRenderer) Destroy()              {}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.cells))
	for i, c := range r.cells {
		objects[i] = c
	}
	return objects
}

func (r *lineRenderer) Refresh() {
	r.dress()
	r.place(r.Size())
	for _, c := range r.cells {
		c.Refresh()
	}
}
