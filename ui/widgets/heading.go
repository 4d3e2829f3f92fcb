package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/lang"
)

// heading is the row of titles above a list; a tap on one sorts by it.
type heading struct {
	widget.BaseWidget
	columns []columnWidth
	ground  *canvas.Rectangle
	titles  []*title
	// drawn is told that somebody has drawn a column to a width, or has let go of it (0); menu is opened over the headings.
	drawn func(column int, width float32)
	menu  func(over fyne.CanvasObject)
}

func newHeading(name string, titles []string, columns []columnWidth, sortBy func(int)) *heading {
	h := &heading{columns: columns, ground: canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))}
	for i, words := range titles {
		t := newTitle(name+".sort."+words, words, columns[i].figures, func() { sortBy(i) })
		t.drawn = func(width float32) { h.drawn(i, width) }
		t.menu = func() { h.menu(t) }
		h.titles = append(h.titles, t)
	}
	h.ExtendBaseWidget(h)
	return h
}

// mark shows which column the rows are sorted by.
func (h *heading) mark(column int, descending bool) {
	for i, t := range h.titles {
		t.sorted, t.descending = i == column, descending
		t.Refresh()
	}
}

func (h *heading) CreateRenderer() fyne.WidgetRenderer { return &headingRenderer{h} }

type headingRenderer struct{ *heading }

func (r *headingRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	at, widths := spread(r.columns, size.Width)
	pad := theme.Padding()
	for i, t := range r.titles {
		if r.columns[i].hidden {
			t.Hide()
			continue
		}
		t.Show()
		t.Move(fyne.NewPos(at[i]-pad, 0))
		t.Resize(fyne.NewSize(widths[i]+2*pad, size.Height))
	}
}

func (r *headingRenderer) MinSize() fyne.Size { return fyne.NewSize(100, lineHeight()) }
func (r *headingRenderer) Destroy()           {}

func (r *headingRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ground}
	for _, t := range r.titles {
		objects = append(objects, t)
	}
	return objects
}

func (r *headingRenderer) Refresh() {
	r.ground.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	r.ground.Refresh()
	r.Layout(r.Size())
	for _, t := range r.titles {
		t.Refresh()
	}
}

// title is one heading.
type title struct {
	widget.BaseWidget
	name, words        string
	figures            bool
	sorted, descending bool
	hovered            bool
	edge               bool    // the mouse is where the column is drawn wider
	drawing            float32 // how wide the column is while somebody draws it
	tap                func()
	menu               func()
	drawn              func(float32)
	ground             *canvas.Rectangle
	label              *canvas.Text
	arrow              *widget.Icon // which way the rows are sorted
}

var _ desktop.Hoverable = (*title)(nil)

func newTitle(name, words string, figures bool, tap func()) *title {
	t := &title{name: name, words: words, figures: figures, tap: tap, label: text("", theme.ColorNameForeground), ground: canvas.NewRectangle(nil), arrow: widget.NewIcon(nil)}
	t.label.TextStyle.Bold = true
	t.ExtendBaseWidget(t)
	return t
}

// InspectName is how tests find the heading.
func (t *title) InspectName() string { return t.name }

// InspectText is the words of the heading and how the rows are sorted by it.
func (t *title) InspectText() string {
	switch {
	case !t.sorted:
		return t.words
	case t.descending:
		return lang.F("%s, descending", t.words)
	default:
		return lang.F("%s, ascending", t.words)
	}
}

// Tapped sorts by the column.
func (t *title) Tapped(*fyne.PointEvent) { t.tap() }

// TappedSecondary shows which columns there are.
func (t *title) TappedSecondary(*fyne.PointEvent) { t.menu() }

// edgeWidth is how near the end of a heading the mouse takes hold of the column's edge, in Fyne's units.
const edgeWidth = 10

// narrowest is the least width that a column can be drawn to.
const narrowest = 40

// Dragged draws the column to another width, if it was taken hold of at its edge.
func (t *title) Dragged(e *fyne.DragEvent) {
	if t.drawing == 0 {
		if !t.edge {
			return
		}
		t.drawing = t.Size().Width - 2*theme.Padding()
	}
	t.drawing = max(narrowest, t.drawing+e.Dragged.DX)
	t.drawn(t.drawing)
}

// DragEnd lets go of the edge.
func (t *title) DragEnd() {
	if t.drawing > 0 {
		t.drawing = 0
		t.drawn(0)
	}
}

// Cursor says that the heading can be clicked, or its column drawn wider.
func (t *title) Cursor() desktop.Cursor {
	if t.edge || t.drawing > 0 {
		return desktop.HResizeCursor
	}
	return desktop.PointerCursor
}

// MouseIn lights the heading up.
func (t *title) MouseIn(e *desktop.MouseEvent) { t.hovered = true; t.MouseMoved(e); t.Refresh() }

// MouseMoved notices whether the mouse is at the edge.
func (t *title) MouseMoved(e *desktop.MouseEvent) { t.edge = e.Position.X > t.Size().Width-edgeWidth }

// MouseOut puts the light out.
func (t *title) MouseOut() { t.hovered = false; t.Refresh() }

func (t *title) CreateRenderer() fyne.WidgetRenderer { return &titleRenderer{t} }

type titleRenderer struct{ *title }

func (r *titleRenderer) MinSize() fyne.Size { return r.label.MinSize() }
func (r *titleRenderer) Destroy()           {}

func (r *titleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.label, r.arrow}
}

func (r *titleRenderer) Layout(size fyne.Size) {
	pad := theme.Padding()
	r.ground.Resize(size)
	icon := float32(0)
	if r.sorted {
		icon = theme.IconInlineSize()
	}
	r.label.Text = fit(r.words, size.Width-2*pad-icon, r.label.TextSize, r.label.TextStyle)
	label := r.label.MinSize()
	x := pad
	if r.figures {
		x = size.Width - pad - label.Width - icon
	}
	r.label.Move(fyne.NewPos(x, (size.Height-label.Height)/2))
	r.label.Resize(label)
	r.arrow.Move(fyne.NewPos(x+label.Width, (size.Height-icon)/2))
	r.arrow.Resize(fyne.NewSquareSize(icon))
}

func (r *titleRenderer) Refresh() {
	r.label.Color = theme.Color(theme.ColorNameForeground)
	r.label.TextSize = theme.TextSize()
	r.ground.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	if r.hovered {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	switch {
	case !r.sorted:
		r.arrow.SetResource(nil)
	case r.descending:
		r.arrow.SetResource(theme.MenuDropDownIcon())
	default:
		r.arrow.SetResource(theme.MenuDropUpIcon())
	}
	r.Layout(r.Size())
	r.ground.Refresh()
	r.label.Refresh()
}
