package widgets

import (
	"image/color"
	"strconv"
	"time"

	"almoner/data"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// days is the calendar that a date opens: the days of a month in weeks from Monday. The arrow keys move from day to day, the paging keys
// from month to month, Enter takes the day, and Escape goes back to the date as it was.
type days struct {
	widget.BaseWidget
	name    string
	at      data.Date // the day that Enter takes
	today   data.Date
	take    func(data.Date)
	close   func()
	title   *widget.Label
	grid    *fyne.Container
	content fyne.CanvasObject
}

var _ fyne.Focusable = (*days)(nil)

func newDays(name string, at, today data.Date, take func(data.Date)) *days {
	d := &days{name: name, at: data.DateOf(at.Time()), today: today, take: take, title: widget.NewLabel(""), grid: container.NewGridWithColumns(7)}
	d.title.TextStyle.Bold = true
	d.title.Alignment = fyne.TextAlignCenter
	before := newTapped(name+".before", theme.NewThemedResource(theme.NavigateBackIcon()), lang.L("The month before"), func() { d.turn(-1) })
	after := newTapped(name+".after", theme.NewThemedResource(theme.NavigateNextIcon()), lang.L("The month after"), func() { d.turn(1) })
	d.content = container.NewPadded(container.NewBorder(container.NewBorder(nil, nil, before, after, d.title), nil, nil, nil, d.grid))
	d.ExtendBaseWidget(d)
	d.build()
	return d
}

// InspectName is how tests find it.
func (d *days) InspectName() string { return d.name }

// AccessibilityLabel is the day that Enter takes.
func (d *days) AccessibilityLabel() string { return d.at.Long() }

// AccessibilityRole is that of a button: Enter presses the day.
func (*days) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// build shows the month of the day.
func (d *days) build() {
	month := data.DateOf(firstOf(d.at))
	month.Precision = data.ToTheMonth
	d.title.SetText(month.Long())
	d.grid.Objects = nil
	for on := time.Monday; len(d.grid.Objects) < 7; on = (on + 1) % 7 {
		name := widget.NewLabel(on.String()[:2])
		name.Alignment = fyne.TextAlignCenter
		d.grid.Add(name)
	}
	for range (int(firstOf(d.at).Weekday()) + 6) % 7 {
		d.grid.Add(layout.NewSpacer())
	}
	for on := firstOf(d.at); on.Month() == d.at.Month; on = on.AddDate(0, 0, 1) {
		d.grid.Add(d.day(data.DateOf(on)))
	}
	for len(d.grid.Objects) < 7*7 { // a month of six weeks is no higher than others
		d.grid.Add(layout.NewSpacer())
	}
	d.Refresh()
}

// day is what takes a day: the one that Enter takes stands in a frame, today in bold letters.
func (d *days) day(on data.Date) fyne.CanvasObject {
	c := newTapped(d.name+"."+on.ISO(), nil, on.Long(), func() { d.take(on) })
	c.words = strconv.Itoa(on.Day)
	c.bold, c.framed = on == d.today, on == d.at
	return c
}

func (d *days) move(to data.Date) {
	d.at = to
	d.build()
}

func (d *days) turn(months int) { d.move(MonthsOn(d.at, months)) }

// TypedKey moves, turns, takes the day or goes back.
func (d *days) TypedKey(e *fyne.KeyEvent) {
	switch to, moves := DayByKey(d.at, e.Name); {
	case moves:
		d.move(to)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		d.take(d.at)
	case e.Name == fyne.KeyEscape:
		d.close()
	}
}

// TypedRune is of no interest.
func (*days) TypedRune(rune) {}

// FocusGained is of no interest: nothing else in the calendar takes the keyboard.
func (*days) FocusGained() {}

// FocusLost is of no interest.
func (*days) FocusLost() {}

// CreateRenderer shows the month.
func (d *days) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.content) }

// tapped is an icon or a word for the mouse only: no stop on the way of the Tab key, because there is a key for the same.
type tapped struct {
	widget.BaseWidget
	spoken
	name         string
	icon         *canvas.Image
	words        string
	bold, framed bool
	hovered      bool
	tap          func()
}

var (
	_ fyne.Tappable      = (*tapped)(nil)
	_ desktop.Hoverable  = (*tapped)(nil)
	_ desktop.Cursorable = (*tapped)(nil)
	_ fyne.Accessible    = (*tapped)(nil)
)

func newTapped(name string, icon fyne.Resource, label string, tap func()) *tapped {
	t := &tapped{name: name, tap: tap}
	t.Speak(label)
	if icon != nil {
		t.icon = canvas.NewImageFromResource(icon)
		t.icon.FillMode = canvas.ImageFillContain
	}
	t.ExtendBaseWidget(t)
	return t
}

// InspectName is how tests find it.
func (t *tapped) InspectName() string { return t.name }

// AccessibilityLabel is what a tap does.
func (t *tapped) AccessibilityLabel() string { return t.label }

// AccessibilityRole is that of a button.
func (*tapped) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped does it.
func (t *tapped) Tapped(*fyne.PointEvent) { t.tap() }

// Cursor says that it can be clicked.
func (*tapped) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights it up.
func (t *tapped) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved is of no interest.
func (*tapped) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *tapped) MouseOut() { t.hovered = false; t.Refresh() }

// CreateRenderer draws it.
func (t *tapped) CreateRenderer() fyne.WidgetRenderer {
	r := &tappedRenderer{tapped: t, ground: canvas.NewRectangle(color.Transparent), text: canvas.NewText(t.words, color.Transparent)}
	r.text.Alignment = fyne.TextAlignCenter
	r.colour()
	return r
}

type tappedRenderer struct {
	*tapped
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (*tappedRenderer) Destroy() {}

func (r *tappedRenderer) Objects() []fyne.CanvasObject {
	if r.icon != nil {
		return []fyne.CanvasObject{r.ground, r.icon}
	}
	return []fyne.CanvasObject{r.ground, r.text}
}

func (r *tappedRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(theme.IconInlineSize() + theme.InnerPadding()*2)
}

func (r *tappedRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.text.Resize(size)
	if r.icon != nil {
		side := theme.IconInlineSize()
		r.icon.Resize(fyne.NewSquareSize(side))
		r.icon.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	}
}

func (r *tappedRenderer) Refresh() {
	r.colour()
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *tappedRenderer) colour() {
	r.ground.CornerRadius = theme.InputRadiusSize()
	r.ground.FillColor, r.ground.StrokeWidth = color.Transparent, 0
	if r.hovered {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if r.framed {
		r.ground.FillColor = theme.Color(theme.ColorNameSelection)
		r.ground.StrokeColor, r.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), theme.InputBorderSize()*2
	}
	r.text.Text, r.text.TextSize, r.text.TextStyle.Bold = r.words, theme.TextSize(), r.bold
	r.text.Color = theme.Color(theme.ColorNameForeground)
}
