package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TickList is a list with a box to tick before each line: who came, which of many. A line opens with a tap or Enter; the space bar ticks the
// one that is lit. As in a register, only what is in sight is drawn.
type TickList[R any] struct {
	widget.BaseWidget

	OnOpen func(i int)
	OnTick func(i int, ticked bool)

	name    string
	columns []Column[R]
	ticked  func(R) bool
	rows    Rows[R]
	head    fyne.CanvasObject
	list    *keyList
}

// NewTickList is a list of the given columns; mark is what a tick means, above the boxes, and ticked says of which rows it is so.
func NewTickList[R any](name, mark string, ticked func(R) bool, columns []Column[R]) *TickList[R] {
	t := &TickList[R]{name: name, columns: columns, ticked: ticked}
	widths := make([]columnWidth, len(columns))
	titles := make([]string, len(columns))
	for i, c := range columns {
		widths[i] = columnWidth{share: c.Share, least: c.Least, figures: c.Figures}
		titles[i] = c.Heading
	}
	boxes := fyne.MeasureText(mark, theme.TextSize(), fyne.TextStyle{Bold: true}).Width + 6*theme.Padding()
	t.head = container.New(besideBox{boxes, true}, stillHeading(name, titles, widths), stillHeading(name, []string{mark}, []columnWidth{{share: 1}}))
	t.list = newKeyList(t.length, func() fyne.CanvasObject { return t.newRow(widths, boxes) }, t.show, t.open)
	t.list.space, t.list.partOf = t.turn, t
	t.ExtendBaseWidget(t)
	return t
}

// stillHeading are headings over rows that stand in their own order, in columns as wide as they are.
func stillHeading(name string, titles []string, widths []columnWidth) *heading {
	h := newHeading(name, titles, widths, func(int) {})
	h.drawn, h.menu = func(int, float32) {}, func(fyne.CanvasObject) {}
	h.mark(-1, false)
	return h
}

// List is what takes the keyboard: arrows move, the space bar ticks, Enter opens.
func (t *TickList[R]) List() fyne.Focusable { return t.list }

// InspectName is how tests find the list.
func (t *TickList[R]) InspectName() string { return t.name }

// Reload shows the rows as they are now, without moving.
func (t *TickList[R]) Reload(rows Rows[R]) {
	t.rows = rows
	t.list.Refresh()
}

// CreateRenderer puts the headings above the list.
func (t *TickList[R]) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(t.head, nil, nil, nil, t.list))
}

func (t *TickList[R]) length() int {
	if t.rows == nil {
		return 0
	}
	return t.rows.Len()
}

func (t *TickList[R]) newRow(widths []columnWidth, boxes float32) fyne.CanvasObject {
	return container.New(besideBox{width: boxes}, newLine(widths), NewTick("", "", false, nil))
}

func (t *TickList[R]) show(i int, o fyne.CanvasObject) {
	row, ok := o.(*fyne.Container)
	if !ok || i >= t.length() {
		return
	}
	line, isLine := row.Objects[0].(*line)
	tick, isTick := row.Objects[1].(*Tick)
	if !isTick || !isLine {
		return
	}
	r := t.rows.At(i)
	tick.name = fmt.Sprintf("%s[%d].tick", t.name, i)
	tick.OnChanged = nil // it is being shown, not ticked
	tick.SetChecked(t.ticked(r))
	tick.OnChanged = func(yes bool) { t.tick(i, yes) }
	texts := make([]string, len(t.columns))
	for c, column := range t.columns {
		texts[c] = column.Text(r)
	}
	line.set(texts)
}

func (t *TickList[R]) open(i int) {
	if t.OnOpen != nil && i < t.length() {
		t.OnOpen(i)
	}
}

func (t *TickList[R]) tick(i int, yes bool) {
	if t.OnTick != nil && i < t.length() {
		t.OnTick(i, yes)
	}
}

// turn ticks a line that is not ticked, and the other way round.
func (t *TickList[R]) turn(i int) {
	if i < t.length() {
		t.tick(i, !t.ticked(t.rows.At(i)))
	}
}

// besideBox gives its second object a width at the left, which it fills or stands in the middle of, and the first the rest.
type besideBox struct {
	width float32
	fills bool
}

func (b besideBox) MinSize(objects []fyne.CanvasObject) fyne.Size {
	line := objects[0].MinSize()
	return fyne.NewSize(b.width+line.Width, line.Height)
}

func (b besideBox) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line, box := objects[0], objects[1]
	line.Move(fyne.NewPos(b.width, 0))
	line.Resize(fyne.NewSize(size.Width-b.width, size.Height))
	least := box.MinSize()
	if b.fills {
		least = fyne.NewSize(b.width, size.Height)
	}
	box.Resize(least)
	box.Move(fyne.NewPos((b.width-least.Width)/2, (size.Height-least.Height)/2))
}
