package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Reading is a part of a page that is read and not changed: the keyboard scrolls it, as the wheel does.
type Reading struct {
	widget.BaseWidget
	scroll *container.Scroll
	edge   *Edge
	yields bool // to what is within, where something there takes the keyboard
}

var (
	_ fyne.Focusable   = (*Reading)(nil)
	_ fyne.Disableable = (*Reading)(nil)
)

// NewReading lets content be scrolled.
func NewReading(content fyne.CanvasObject) *Reading {
	r := &Reading{scroll: container.NewVScroll(content), edge: NewEdge()}
	r.ExtendBaseWidget(r)
	return r
}

// NewSheet lets content be scrolled, by keys only for as long as nothing in it takes the keyboard: a form of which nothing can be changed is
// read.
func NewSheet(content fyne.CanvasObject) *Reading {
	r := NewReading(content)
	r.yields = true
	return r
}

// Inside is what is scrolled.
func (r *Reading) Inside() fyne.CanvasObject { return r.scroll }

// Disabled reports whether the keyboard goes past it.
func (r *Reading) Disabled() bool { return r.yields && FirstControl(r.scroll) != nil }

// Enable does nothing: what it holds says whether it takes the keyboard.
func (*Reading) Enable() {}

// Disable does nothing, likewise.
func (*Reading) Disable() {}

// FocusGained shows that keys scroll it.
func (r *Reading) FocusGained() { r.edge.Show() }

// FocusLost takes that away.
func (r *Reading) FocusLost() { r.edge.Hide() }

// TypedRune is of no interest.
func (*Reading) TypedRune(rune) {}

// TypedKey scrolls.
func (r *Reading) TypedKey(e *fyne.KeyEvent) {
	if !ScrollByKey(r.scroll, e.Name) {
		FunctionKey(r, e)
	}
}

// CreateRenderer shows the content, and around it the edge when it has the keyboard.
func (r *Reading) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.scroll, r.edge))
}

// ScrollByKey scrolls with the keys that scroll a page in any program, and reports whether this is one of them.
func ScrollByKey(s *container.Scroll, key fyne.KeyName) bool {
	line, sheet := 2*theme.TextSize(), s.Size().Height*0.9
	most := s.Content.MinSize().Subtract(s.Size())
	steps := map[fyne.KeyName]fyne.Delta{
		fyne.KeyDown: {DY: line}, fyne.KeyUp: {DY: -line}, fyne.KeyPageDown: {DY: sheet}, fyne.KeySpace: {DY: sheet}, fyne.KeyPageUp: {DY: -sheet},
		fyne.KeyEnd: {DY: most.Height}, fyne.KeyHome: {DY: -s.Offset.Y}, fyne.KeyRight: {DX: line}, fyne.KeyLeft: {DX: -line},
	}
	step, scrolls := steps[key]
	if scrolls {
		s.ScrollToOffset(fyne.NewPos(max(0, min(s.Offset.X+step.DX, most.Width)), max(0, min(s.Offset.Y+step.DY, most.Height))))
	}
	return scrolls
}

// Edge is the line around what has the keyboard, where that is a part of a page and no field. It is hidden to begin with.
type Edge struct {
	widget.BaseWidget
	line *canvas.Rectangle
}

// NewEdge is such a line.
func NewEdge() *Edge {
	e := &Edge{line: canvas.NewRectangle(nil)}
	e.line.StrokeWidth = 2
	e.ExtendBaseWidget(e)
	e.Refresh()
	e.Hide()
	return e
}

// Refresh takes up the colour that the theme has now.
func (e *Edge) Refresh() {
	e.line.StrokeColor = theme.Color(theme.ColorNameFocus)
	e.line.Refresh()
}

// CreateRenderer draws the line.
func (e *Edge) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.line) }
