package widgets

import (
	"strings"

	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Part is a piece of a meter's bar.
type Part struct {
	Size  float64
	Color fyne.ThemeColorName
}

// Meter is a figure with its bar: a bar of a chart, whose whole is the longest of them, or a gauge, whose whole is what there is. It takes
// the keyboard, and a tap, Enter or the space bar opens what is behind it.
type Meter struct {
	widget.BaseWidget

	Label, Value string
	Note         string // quiet lines under the bar; may be empty
	Parts        []Part
	Whole        float64

	name             string
	open             func()
	focused, hovered bool
}

var (
	_ fyne.Focusable    = (*Meter)(nil)
	_ fyne.Tappable     = (*Meter)(nil)
	_ desktop.Hoverable = (*Meter)(nil)
)

// NewMeter is a meter that opens something. Tests find it by its name.
func NewMeter(name, label, value, note string, whole float64, open func(), parts ...Part) *Meter {
	m := &Meter{Label: label, Value: value, Note: note, Whole: whole, Parts: parts, name: name, open: open}
	m.ExtendBaseWidget(m)
	return m
}

// InspectName is how tests find the meter.
func (m *Meter) InspectName() string { return m.name }

// InspectText is what the meter says.
func (m *Meter) InspectText() string {
	return m.Label + " | " + m.Value + " | " + strings.Join(m.noteLines(), " | ")
}

// Tapped opens what is behind the figure.
func (m *Meter) Tapped(*fyne.PointEvent) { m.open() }

// TypedKey opens it with the keys that press buttons.
func (m *Meter) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.open()
	}
}

// TypedRune is of no interest.
func (m *Meter) TypedRune(rune) {}

// FocusGained shows an edge in the accent.
func (m *Meter) FocusGained() {
	m.focused = true
	m.Refresh()
	reveal(m)
}

// FocusLost takes it back.
func (m *Meter) FocusLost() { m.focused = false; m.Refresh() }

// MouseIn lights the meter up.
func (m *Meter) MouseIn(*desktop.MouseEvent) { m.hovered = true; m.Refresh() }

// MouseMoved is of no interest.
func (m *Meter) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (m *Meter) MouseOut() { m.hovered = false; m.Refresh() }

// Cursor says that the meter can be clicked.
func (m *Meter) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the words, the bar and its parts.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &meterRenderer{
		Meter: m, film: canvas.NewRectangle(nil), track: canvas.NewRectangle(nil),
		label: text(m.Label, theme.ColorNameForeground), value: text(m.Value, theme.ColorNameForeground),
	}
	for range m.Parts {
		r.bars = append(r.bars, canvas.NewRectangle(nil))
	}
	r.Refresh()
	return r
}

const (
	barHeight  = 8
	underWords = 2 // between the words and the bar
	leastMeter = 180
)

type meterRenderer struct {
	*Meter
	film, track  *canvas.Rectangle
	bars         []*canvas.Rectangle
	label, value *canvas.Text
	notes        []*canvas.Text
}

func (r *meterRenderer) Destroy() {}

func (m *Meter) noteLines() []string {
	if m.Note == "" {
		return nil
	}
	return strings.Split(m.Note, "\n")
}

func (r *meterRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.film, r.track}
	for _, b := range r.bars {
		objects = append(objects, b)
	}
	objects = append(objects, r.label, r.value)
	for _, n := range r.notes {
		objects = append(objects, n)
	}
	return objects
}

// MinSize is as high as the words are in the width that there was last.
func (r *meterRenderer) MinSize() fyne.Size {
	line, room := r.label.MinSize().Height, r.Size().Width-2*theme.InnerPadding()
	height := line + underWords + barHeight + 2*theme.Padding()
	if r.apart(room) {
		height += line
	}
	height += float32(len(r.brokenNotes(room))) * asideHeight()
	return fyne.NewSize(leastMeter, height)
}

// apart reports whether the value stands under the label, because there is no room for both on one line.
func (r *meterRenderer) apart(room float32) bool {
	label := fyne.MeasureText(r.Label, r.label.TextSize, r.label.TextStyle).Width
	return room > 0 && r.Value != "" && label+theme.InnerPadding()+r.value.MinSize().Width > room
}

// brokenNotes are the quiet lines, broken where they are wider than the room.
func (r *meterRenderer) brokenNotes(room float32) (lines []string) {
	for _, words := range r.noteLines() {
		if room <= 0 {
			lines = append(lines, words)
			continue
		}
		lines = append(lines, broken(words, room, theme.Size(look.SizeSmall))...)
	}
	return lines
}

func (r *meterRenderer) Layout(size fyne.Size) {
	pad, edge := theme.Padding()/2, theme.InnerPadding()
	room := size.Width - 2*edge
	r.film.Resize(size)
	r.label.Text = fit(r.Label, room, r.label.TextSize, r.label.TextStyle)
	r.label.Move(fyne.NewPos(edge, pad))
	r.label.Resize(r.label.MinSize())
	y, value := pad, r.value.MinSize()
	if r.apart(room) {
		y += r.label.MinSize().Height
	}
	r.value.Move(fyne.NewPos(size.Width-edge-value.Width, y))
	r.value.Resize(value)
	y += r.label.MinSize().Height + underWords
	r.track.Move(fyne.NewPos(edge, y))
	r.track.Resize(fyne.NewSize(room, barHeight))
	r.placeBars(edge, y, room)
	r.placeNotes(edge, y+barHeight+1, room)
}

// placeNotes lays the quiet lines out under the bar.
func (r *meterRenderer) placeNotes(left, y, room float32) {
	lines := r.brokenNotes(room)
	for len(r.notes) < len(lines) {
		n := text("", look.ColorQuiet)
		n.TextSize = theme.Size(look.SizeSmall)
		r.notes = append(r.notes, n)
	}
	r.notes = r.notes[:len(lines)]
	for i, n := range r.notes {
		n.Text = lines[i]
		n.Move(fyne.NewPos(left, y))
		n.Resize(n.MinSize())
		y += n.MinSize().Height
	}
}

// placeBars lays the parts out one after the other, with a line of the ground between two of them, which one tells apart without seeing
// colours.
func (r *meterRenderer) placeBars(left, y, room float32) {
	x := float32(0)
	for i, b := range r.bars {
		width := min(r.lengthOf(i, room), room-x)
		b.Hidden = width <= 0
		if b.Hidden {
			continue
		}
		b.Move(fyne.NewPos(left+x, y))
		b.Resize(fyne.NewSize(width, barHeight))
		x += width + 1
	}
}

// lengthOf is how long a part is drawn; what is there at all is seen.
func (r *meterRenderer) lengthOf(part int, room float32) float32 {
	size := r.Parts[part].Size
	if size <= 0 || r.Whole <= 0 {
		return 0
	}
	return max(2, room*float32(size/r.Whole))
}

func (r *meterRenderer) Refresh() {
	r.film.CornerRadius = theme.InputRadiusSize()
	r.film.FillColor, r.film.StrokeWidth = nil, 0
	if r.hovered {
		r.film.FillColor = theme.Color(theme.ColorNameHover)
	}
	if r.focused {
		r.film.StrokeColor, r.film.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	r.track.FillColor = theme.Color(theme.ColorNameInputBackground)
	r.track.StrokeColor, r.track.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	for i, b := range r.bars {
		b.FillColor = theme.Color(r.Parts[i].Color)
	}
	for _, t := range []*canvas.Text{r.label, r.value} {
		t.Color, t.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	}
	r.value.Text = r.Value
	for _, n := range r.notes {
		n.Color, n.TextSize = theme.Color(look.ColorQuiet), theme.Size(look.SizeSmall)
	}
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
