package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TickWidth is the width of the column that Ticks puts its boxes into: the first one, which has no words.
const TickWidth = 24

// Ticks puts a box into the first column of each row, which a tap on it, or the space bar on the row that is lit, ticks or unticks without
// opening the row.
func (r *Register[R]) Ticks(ticked func(R) bool, tick func(R)) {
	at := func(i int) {
		if r.rows != nil && i >= 0 && i < r.rows.Len() {
			tick(r.rows.At(i))
		}
	}
	lineOf := r.list.CreateItem
	r.list.CreateItem = func() fyne.CanvasObject { return newTickLine(lineOf(), at) }
	r.list.UpdateItem = func(i int, o fyne.CanvasObject) {
		l, ok := o.(*tickLine)
		if !ok || r.rows == nil || i >= r.rows.Len() {
			return
		}
		r.show(i, l.line)
		l.box.set(i, fmt.Sprintf("%s.tick[%d]", r.name, i), ticked(r.rows.At(i)))
	}
	r.list.space = at
}

// tickLine is a row with a box.
type tickLine struct {
	widget.BaseWidget
	line fyne.CanvasObject
	box  *tickBox
}

func newTickLine(line fyne.CanvasObject, tick func(int)) *tickLine {
	l := &tickLine{line: line, box: newTickBox(tick)}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer lays the box over the row’s first column.
func (l *tickLine) CreateRenderer() fyne.WidgetRenderer { return &tickLineRenderer{l} }

type tickLineRenderer struct{ *tickLine }

func (r *tickLineRenderer) Destroy()           {}
func (r *tickLineRenderer) Refresh()           { r.line.Refresh(); r.box.Refresh() }
func (r *tickLineRenderer) MinSize() fyne.Size { return r.line.MinSize() }

func (r *tickLineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line, r.box} }

func (r *tickLineRenderer) Layout(size fyne.Size) {
	r.line.Resize(size)
	r.box.Move(fyne.NewPos(0, 0))
	r.box.Resize(fyne.NewSize(theme.Padding()*3+TickWidth, size.Height))
}

// tickBox is the box itself. It takes no keyboard: the list has it, and the space bar.
type tickBox struct {
	widget.BaseWidget
	name string
	row  int
	tick func(int)
	icon *widget.Icon
}

func newTickBox(tick func(int)) *tickBox {
	b := &tickBox{tick: tick, icon: widget.NewIcon(nil)}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer puts the box into the middle of the room that takes the tap.
func (b *tickBox) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(theme.IconInlineSize()), b.icon)))
}

func (b *tickBox) set(row int, name string, ticked bool) {
	b.row, b.name = row, name
	if ticked {
		b.icon.SetResource(theme.NewPrimaryThemedResource(theme.ConfirmIcon()))
	} else {
		b.icon.SetResource(theme.RadioButtonIcon()) // round, so that nobody takes it for the box by which rows are chosen
	}
}

// InspectName is how tests find the box.
func (b *tickBox) InspectName() string { return b.name }

// Tapped ticks the box, or unticks it.
func (b *tickBox) Tapped(*fyne.PointEvent) { b.tick(b.row) }

// Cursor says that the box can be clicked.
func (b *tickBox) Cursor() desktop.Cursor { return desktop.PointerCursor }
