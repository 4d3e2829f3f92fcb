package training

import (
	"time"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// month is the days of a month in weeks from Monday. One day is chosen; the arrow keys move from day to day, the paging keys from month to
// month, and Enter opens what is on that day.
type month struct {
	widget.BaseWidget

	onMove  func()                    // another day was chosen
	onOpen  func(*data.TrainingEvent) // an event is to be opened
	onEmpty func()                    // Enter on a day on which nothing is

	name     string
	chosen   data.Date
	today    data.Date
	days     map[data.Date][]data.EventDay
	holidays map[data.Date]string
	squares  []*square
	focused  bool
}

var _ fyne.Focusable = (*month)(nil)

func newMonth(name string, today data.Date) *month {
	m := &month{name: name, chosen: today, today: today}
	m.ExtendBaseWidget(m)
	return m
}

// InspectName is how tests find it.
func (m *month) InspectName() string { return m.name }

func (m *month) first() data.Date { return monthOf(m.chosen) }

// span is the first and the last day that the month shows: whole weeks.
func (m *month) span() (from, to data.Date) {
	from = m.first().AddDays(-sinceMonday(m.first()))
	last := data.DateOf(m.first().Time().AddDate(0, 1, -1))
	return from, last.AddDays(6 - sinceMonday(last))
}

// show shows what is on the days of the chosen day's month.
func (m *month) show(today data.Date, days []data.EventDay, holidays map[data.Date]string) {
	m.today, m.holidays = today, holidays
	m.days = map[data.Date][]data.EventDay{}
	for _, d := range days {
		m.days[d.On] = append(m.days[d.On], d)
	}
	m.squares = nil
	from, to := m.span()
	for d := from; !to.Before(d); d = d.AddDays(1) {
		m.squares = append(m.squares, newSquare(m, d))
	}
	m.Refresh()
}

// choose goes to a day.
func (m *month) choose(day data.Date) {
	m.chosen = day
	m.onMove()
}

// turn goes to another month.
func (m *month) turn(months int) { m.choose(widgets.MonthsOn(m.chosen, months)) }

// TypedKey moves, turns and opens.
func (m *month) TypedKey(e *fyne.KeyEvent) {
	switch to, moves := widgets.DayByKey(m.chosen, e.Name); {
	case moves:
		m.choose(to)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		m.enter()
	default:
		widgets.FunctionKey(m, e)
	}
}

// enter opens what is on the chosen day; asks which where there is more than one thing; begins something where there is nothing.
func (m *month) enter() {
	switch on := m.days[m.chosen]; len(on) {
	case 0:
		m.onEmpty()
	case 1:
		m.onOpen(on[0].Event)
	default:
		m.offer(m.chosen)
	}
}

// offer lets somebody choose among what is on a day.
func (m *month) offer(day data.Date) {
	for _, s := range m.squares {
		if s.day != day {
			continue
		}
		var items []*fyne.MenuItem
		for _, d := range m.days[day] {
			items = append(items, fyne.NewMenuItem(d.Words(), func() { m.onOpen(d.Event) }))
		}
		widgets.Menu(s, items...)
	}
}

// TypedRune is of no interest.
func (m *month) TypedRune(rune) {}

// FocusGained shows the chosen day in the accent.
func (m *month) FocusGained() { m.focused = true; m.Refresh() }

// FocusLost takes that back.
func (m *month) FocusLost() { m.focused = false; m.Refresh() }

// CreateRenderer lays the days out under the names of the weekdays.
func (m *month) CreateRenderer() fyne.WidgetRenderer {
	r := &monthRenderer{month: m}
	for d := time.Monday; len(r.weekdays) < 7; d = (d + 1) % 7 {
		name := canvas.NewText(d.String(), nil)
		name.TextStyle.Bold = true
		r.weekdays = append(r.weekdays, name)
	}
	r.Refresh()
	return r
}

type monthRenderer struct {
	*month

	weekdays []*canvas.Text
}

func (r *monthRenderer) Destroy() {}

func (r *monthRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, name := range r.weekdays {
		objects = append(objects, name)
	}
	for _, s := range r.squares {
		objects = append(objects, s)
	}
	return objects
}

func (r *monthRenderer) headHeight() float32 {
	return r.weekdays[0].MinSize().Height + theme.Padding()
}

// MinSize has room for a line of words in each square; what is more is counted there.
func (r *monthRenderer) MinSize() fyne.Size {
	return fyne.NewSize(7*80, r.headHeight()+float32(len(r.squares)/7)*46)
}

func (r *monthRenderer) Layout(size fyne.Size) {
	width, head := size.Width/7, r.headHeight()
	for i, name := range r.weekdays {
		name.Move(fyne.NewPos(float32(i)*width+theme.Padding(), 0))
		name.Resize(name.MinSize())
	}
	weeks := max(len(r.squares)/7, 1)
	height := (size.Height - head) / float32(weeks)
	for i, s := range r.squares {
		s.Move(fyne.NewPos(float32(i%7)*width, head+float32(i/7)*height))
		s.Resize(fyne.NewSize(width, height))
	}
}

func (r *monthRenderer) Refresh() {
	for _, name := range r.weekdays {
		name.Color, name.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
		name.Refresh()
	}
	r.Layout(r.Size())
	for _, s := range r.squares {
		s.Refresh()
	}
	canvas.Refresh(r.month)
}
