package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Cells lets a tap on a cell open that cell rather than its row; Enter still opens the row. Marked cells are tinted: they say something else
// than one would expect.
func (r *Register[R]) Cells(open func(row R, column int), marked func(row R, column int) bool) {
	at := func(row, column int) {
		if r.rows != nil && row >= 0 && row < r.rows.Len() {
			open(r.rows.At(row), column)
		}
	}
	lineOf := r.list.CreateItem
	r.list.CreateItem = func() fyne.CanvasObject { return newCellLine(lineOf(), r.widths, at) }
	r.list.UpdateItem = func(i int, o fyne.CanvasObject) {
		l, ok := o.(*cellLine)
		if !ok || r.rows == nil || i >= r.rows.Len() {
			return
		}
		r.show(i, l.line)
		for c, cell := range l.cells {
			cell.set(i, fmt.Sprintf("%s[%d][%d]", r.name, i, c), marked(r.rows.At(i), c))
		}
		l.place(l.Size())
	}
}

// cellLine is a row whose cells take taps.
type cellLine struct {
	widget.BaseWidget
	line   fyne.CanvasObject
	widths []columnWidth
	cells  []*cell
}

func newCellLine(line fyne.CanvasObject, widths []columnWidth, open func(row, column int)) *cellLine {
	l := &cellLine{line: line, widths: widths}
	for c := range widths {
		l.cells = append(l.cells, newCell(c, open))
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer lays the cells over the row's words.
func (l *cellLine) CreateRenderer() fyne.WidgetRenderer { return &cellLineRenderer{l} }

func (l *cellLine) place(size fyne.Size) {
	l.line.Resize(size)
	at, widths := spread(l.widths, size.Width)
	pad := theme.Padding() * 3
	for c, cell := range l.cells {
		if l.widths[c].hidden {
			cell.Hide()
			continue
		}
		cell.Move(fyne.NewPos(at[c]-pad/2, 0))
		cell.Resize(fyne.NewSize(widths[c]+pad, size.Height))
		cell.Show()
	}
}

type cellLineRenderer struct{ *cellLine }

func (r *cellLineRenderer) Destroy()              {}
func (r *cellLineRenderer) Layout(size fyne.Size) { r.place(size) }
func (r *cellLineRenderer) MinSize() fyne.Size    { return r.line.MinSize() }

func (r *cellLineRenderer) Refresh() {
	r.line.Refresh()
	r.place(r.Size())
	for _, c := range r.cells {
		c.Refresh()
	}
}

func (r *cellLineRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.line}
	for _, c := range r.cells {
		objects = append(objects, c)
	}
	return objects
}

// cell is the room of one cell. It takes no keyboard: the list has it.
type cell struct {
	widget.BaseWidget
	name        string
	row, column int
	marked      bool
	open        func(row, column int)
	tint        *canvas.Rectangle
}

func newCell(column int, open func(row, column int)) *cell {
	c := &cell{column: column, open: open, tint: canvas.NewRectangle(color.Transparent)}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cell) set(row int, name string, marked bool) {
	c.row, c.name, c.marked = row, name, marked
	c.Refresh()
}

// tintShare is how strong the colour of a marked cell is, of 255: words have to be read through it.
const tintShare = 56

// CreateRenderer tints the cell.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	return &cellRenderer{widget.NewSimpleRenderer(c.tint), c}
}

type cellRenderer struct {
	fyne.WidgetRenderer
	cell *cell
}

func (r *cellRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *cellRenderer) Refresh() {
	r.cell.tint.FillColor = color.Transparent
	if r.cell.marked {
		red, green, blue, _ := theme.Color(theme.ColorNameWarning).RGBA()
		r.cell.tint.FillColor = color.NRGBA{uint8(red >> 8), uint8(green >> 8), uint8(blue >> 8), tintShare} //nolint:gosec // a byte of each
	}
	r.cell.tint.Refresh()
}

// InspectName is how tests find the cell.
func (c *cell) InspectName() string { return c.name }

// Marked reports whether the cell is tinted, for tests.
func (c *cell) Marked() bool { return c.marked }

// Tapped opens the cell.
func (c *cell) Tapped(*fyne.PointEvent) { c.open(c.row, c.column) }

// Cursor says that the cell can be clicked.
func (c *cell) Cursor() desktop.Cursor { return desktop.PointerCursor }
