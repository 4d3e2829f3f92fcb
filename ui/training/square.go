package training

import (
	"fmt"

	"almoner/data"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// square is one day of the calendar: its number, the bank holiday, and as many words as have room. A tap chooses the day.
type square struct {
	widget.BaseWidget

	month *month
	day   data.Date
	words []*word
	more  *word // opens a list of what has no room
}

func newSquare(m *month, day data.Date) *square {
	s := &square{month: m, day: day}
	for i, d := range m.days[day] {
		w := newWord(fmt.Sprintf("%s.%s.%d", m.name, day.ISO(), i), d.Words(), func() { m.onOpen(d.Event) })
		w.quiet = d.Event.Status == data.EventCancelled
		s.words = append(s.words, w)
	}
	s.more = newWord(m.name+"."+day.ISO()+".more", "", func() { m.offer(day) })
	s.more.quiet = true
	s.ExtendBaseWidget(s)
	return s
}

// InspectName is how tests find the day.
func (s *square) InspectName() string { return s.month.name + "." + s.day.ISO() }

// Tapped chooses the day.
func (s *square) Tapped(*fyne.PointEvent) {
	m := s.month
	m.choose(s.day)
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
}

// heading is the number of the day, with the month where another begins.
func (s *square) heading() string {
	switch {
	case s.day == s.month.today:
		return lang.F("%s today", s.day.Time().Format("2"))
	case s.day.Day == 1:
		return s.day.Time().Format("2 Jan")
	default:
		return s.day.Time().Format("2")
	}
}

// CreateRenderer draws the day.
func (s *square) CreateRenderer() fyne.WidgetRenderer {
	r := &squareRenderer{
		square: s, ground: canvas.NewRectangle(nil), badge: canvas.NewRectangle(nil), number: canvas.NewText(s.heading(), nil), holiday: canvas.NewText("", nil),
	}
	r.number.TextStyle.Bold = true
	r.Refresh()
	return r
}

type squareRenderer struct {
	*square

	ground, badge   *canvas.Rectangle
	number, holiday *canvas.Text
}

func (r *squareRenderer) Destroy() {}

func (r *squareRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 46) }

func (r *squareRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground, r.badge, r.number, r.holiday}
	for _, w := range r.words {
		objects = append(objects, w)
	}
	return append(objects, r.more)
}

func (r *squareRenderer) Layout(size fyne.Size) {
	const edge = 1 // between two days
	pad := theme.Padding()
	r.ground.Move(fyne.NewPos(edge, edge))
	r.ground.Resize(size.SubtractWidthHeight(2*edge, 2*edge))
	number := r.number.MinSize()
	r.number.Move(fyne.NewPos(2*pad, pad))
	r.number.Resize(number)
	r.badge.Move(fyne.NewPos(pad, pad-1))
	r.badge.Resize(number.AddWidthHeight(2*pad, 2))
	left := number.Width + 4*pad
	r.holiday.Text = widgets.Fit(r.month.holidays[r.day], size.Width-left-pad, r.holiday.TextSize, r.holiday.TextStyle)
	r.holiday.Move(fyne.NewPos(left, pad+(number.Height-r.holiday.MinSize().Height)/2))
	r.holiday.Resize(r.holiday.MinSize())
	r.placeWords(size, number.Height+pad+2)
}

// placeWords puts words under the number, and says how many have no room.
func (r *squareRenderer) placeWords(size fyne.Size, top float32) {
	pad, height := theme.Padding(), r.more.MinSize().Height
	room := max(int((size.Height-top-2)/(height+1)), 1)
	shown := len(r.words)
	if shown > room {
		shown = room - 1
	}
	place := func(w *word, line int) {
		w.Move(fyne.NewPos(pad, top+float32(line)*(height+1)))
		w.Resize(fyne.NewSize(size.Width-2*pad, height))
		w.Show()
	}
	for i, w := range r.words {
		if i < shown {
			place(w, i)
		} else {
			w.Hide()
		}
	}
	if shown == len(r.words) {
		r.more.Hide()
		return
	}
	r.more.say(lang.N(len(r.words)-shown, "{n} more…", "{n} more…"))
	if shown == 0 {
		r.more.say(lang.N(len(r.words), "{n} event…", "{n} events…"))
	}
	place(r.more, shown)
}

// Refresh takes the colours of the theme. Days off are darker and say why; days of another month stand back; the chosen day has an edge.
func (r *squareRenderer) Refresh() {
	weekend := sinceMonday(r.day) > 4
	inMonth := r.day.Month == r.month.chosen.Month
	r.ground.FillColor = theme.Color(theme.ColorNameInputBackground)
	r.number.Color = theme.Color(theme.ColorNameForeground)
	switch {
	case weekend || r.month.holidays[r.day] != "":
		r.ground.FillColor = theme.Color(look.ColorStripe)
	case !inMonth:
		r.ground.FillColor = theme.Color(theme.ColorNameBackground)
	}
	if !inMonth {
		r.number.Color = theme.Color(look.ColorQuiet)
	}
	r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	if r.day == r.month.chosen {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 2
		if r.month.focused {
			r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 3
		}
	}
	r.badge.Hidden = r.day != r.month.today
	r.badge.CornerRadius = theme.InputRadiusSize()
	r.badge.FillColor = theme.Color(theme.ColorNamePrimary)
	if !r.badge.Hidden {
		r.number.Color = theme.Color(theme.ColorNameForegroundOnPrimary)
	}
	r.number.TextSize = theme.TextSize()
	r.holiday.TextSize = theme.Size(look.SizeSmall)
	r.holiday.Color = theme.Color(look.ColorQuiet)
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// word is a line of a day that opens what it names.
type word struct {
	widget.BaseWidget

	name, words string
	tap         func()
	quiet       bool // on no ground of its own: cancelled, or no event
	hovered     bool
}

var (
	_ desktop.Hoverable  = (*word)(nil)
	_ desktop.Cursorable = (*word)(nil)
)

func newWord(name, words string, tap func()) *word {
	w := &word{name: name, words: words, tap: tap}
	w.ExtendBaseWidget(w)
	return w
}

func (w *word) say(words string) {
	if w.words != words {
		w.words = words
		w.Refresh()
	}
}

// InspectName is how tests find the line.
func (w *word) InspectName() string { return w.name }

// InspectText is its whole words, for tests.
func (w *word) InspectText() string { return w.words }

// Tapped opens what it names.
func (w *word) Tapped(*fyne.PointEvent) { w.tap() }

// Cursor says that it can be clicked.
func (w *word) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights it up.
func (w *word) MouseIn(*desktop.MouseEvent) { w.hovered = true; w.Refresh() }

// MouseMoved is of no interest.
func (w *word) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (w *word) MouseOut() { w.hovered = false; w.Refresh() }

// CreateRenderer draws the words, cut to their day.
func (w *word) CreateRenderer() fyne.WidgetRenderer {
	r := &wordRenderer{word: w, ground: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	r.Refresh()
	return r
}

type wordRenderer struct {
	*word

	ground *canvas.Rectangle
	text   *canvas.Text
}

func (r *wordRenderer) Destroy() {}

func (r *wordRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text}
}

func (r *wordRenderer) MinSize() fyne.Size {
	return fyne.NewSize(40, fyne.MeasureText("Åg", theme.Size(look.SizeSmall), fyne.TextStyle{}).Height+2) //lang:no it is measured, not read
}

func (r *wordRenderer) Layout(size fyne.Size) {
	pad := theme.Padding()
	r.ground.Resize(size)
	r.text.Text = widgets.Fit(r.words, size.Width-2*pad, r.text.TextSize, r.text.TextStyle)
	least := r.text.MinSize()
	r.text.Move(fyne.NewPos(pad, (size.Height-least.Height)/2))
	r.text.Resize(least)
}

func (r *wordRenderer) Refresh() {
	r.ground.CornerRadius = theme.InputRadiusSize()
	r.ground.FillColor = theme.Color(theme.ColorNameSelection)
	r.text.Color = theme.Color(theme.ColorNameForeground)
	if r.quiet {
		r.ground.FillColor = nil
		r.text.Color = theme.Color(look.ColorQuiet)
	}
	r.ground.StrokeWidth = 0
	if r.hovered {
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 1
	}
	r.text.TextSize = theme.Size(look.SizeSmall)
	r.Layout(r.Size())
	r.ground.Refresh()
	r.text.Refresh()
}
