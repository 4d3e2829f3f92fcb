package widgets

import (
	"almoner/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Column is one column of a register: its name, its share of the width, and how it prints a row.
type Column[R any] struct {
	Key     string // what it sorts by
	Heading string
	Share   float32 // of the width, beside the other columns
	Least   float32 // never narrower than this, in Fyne's units
	Figures bool    // stands on the right
	Aside   bool    // not shown until somebody asks for it
	Text    func(R) string
}

// Rows is what a register shows.
type Rows[R any] interface {
	Len() int
	At(i int) R
}

// Register is a list of records, one line each, under headings that sort. A list repaints only the lines that come into sight;
// Fyne's Table repaints every visible cell at each step of scrolling, which is 300 times dearer.
type Register[R any] struct {
	widget.BaseWidget

	OnOpen func(R)
	OnSort func(data.Sort)
	// OnArrange is called when somebody has hidden a column, shown it again, or drawn it to another width.
	OnArrange func()

	name    string
	columns []Column[R]
	rows    Rows[R]
	heading *heading
	list    *keyList
	sort    data.Sort
	still   bool
	widths  []columnWidth // which the heading and all lines look at
	chosen  *chosen[R]    // nil where rows cannot be chosen
	head    fyne.CanvasObject
}

// NewRegister is a register of the given columns. Tests find it by its name.
func NewRegister[R any](name string, columns []Column[R]) *Register[R] {
	r := &Register[R]{name: name, columns: columns, sort: data.Sort{Field: columns[0].Key}}
	widths := make([]columnWidth, len(columns))
	titles := make([]string, len(columns))
	for i, c := range columns {
		widths[i] = columnWidth{share: c.Share, least: c.Least, figures: c.Figures, hidden: c.Aside}
		titles[i] = c.Heading
	}
	r.widths = widths
	r.heading = newHeading(name, titles, widths, r.sortBy)
	r.heading.drawn = r.drawn
	r.heading.menu = func(over fyne.CanvasObject) { Menu(over, r.ColumnItems()...) }
	r.list = newKeyList(
		func() int {
			if r.rows == nil {
				return 0
			}
			return r.rows.Len()
		},
		func() fyne.CanvasObject { return newLine(widths) },
		r.show,
		r.open,
	)
	r.list.partOf = r
	r.head = r.heading
	r.ExtendBaseWidget(r)
	r.heading.mark(0, false)
	return r
}

// Still leaves the rows in the order in which they are given: their headings do not sort.
func (r *Register[R]) Still() {
	r.still = true
	r.heading.mark(-1, false)
}

// SetRows shows other rows, from the first one on.
func (r *Register[R]) SetRows(rows Rows[R]) {
	r.rows = rows
	r.keepChosen()
	r.list.UnselectAll()
	if r.list.Size().Height > 0 { // Fyne's list cannot scroll before it is shown
		r.list.ScrollToTop()
	}
	r.list.restart()
}

// Reload shows the rows as they are now, without moving.
func (r *Register[R]) Reload(rows Rows[R]) {
	lit := r.lit()
	r.rows = rows
	r.keepChosen()
	r.keepLit(lit)
	r.list.Refresh()
}

// SetSort puts the rows in an order to begin with.
func (r *Register[R]) SetSort(by data.Sort) {
	for i, c := range r.columns {
		if c.Key == by.Field {
			r.sort = by
			r.heading.mark(i, by.Descending)
		}
	}
}

// Sort is the order that the headings ask for.
func (r *Register[R]) Sort() data.Sort { return r.sort }

// List is what takes the keyboard: arrows move, Enter opens.
func (r *Register[R]) List() fyne.Focusable { return r.list }

// First opens the first row, as Enter in a search box does.
func (r *Register[R]) First() { r.open(0) }

// InspectName is how tests find the register.
func (r *Register[R]) InspectName() string { return r.name }

// ScrollBy scrolls by some lines, for measuring what that costs.
func (r *Register[R]) ScrollBy(lines int) {
	r.list.ScrollToOffset(r.list.GetScrollOffset() + float32(lines)*lineHeight())
}

// CreateRenderer puts the headings above the list.
func (r *Register[R]) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(r.head, nil, nil, nil, r.list))
}

func (r *Register[R]) show(i int, o fyne.CanvasObject) {
	l, ok := o.(*line)
	if !ok || r.rows == nil || i >= r.rows.Len() {
		return
	}
	row := r.rows.At(i)
	texts := make([]string, len(r.columns))
	for c, column := range r.columns {
		texts[c] = column.Text(row)
	}
	l.set(texts)
}

func (r *Register[R]) open(i int) {
	if r.OnOpen != nil && r.rows != nil && i >= 0 && i < r.rows.Len() {
		r.OnOpen(r.rows.At(i))
	}
}

func (r *Register[R]) sortBy(column int) {
	if r.still {
		return
	}
	key := r.columns[column].Key
	r.sort = data.Sort{Field: key, Descending: r.sort.Field == key && !r.sort.Descending}
	r.heading.mark(column, r.sort.Descending)
	if r.OnSort != nil {
		r.OnSort(r.sort)
	}
}

// keyList is a list that Enter and the paging keys work in.
type keyList struct {
	widget.List
	open        func(int)
	space       func(int) // the space bar; nil is Fyne's own, which opens
	choosing    choosing  // nil where lines cannot be chosen
	highlighted int
	partOf      fyne.CanvasObject // the widget that the list is a part of, if any
}

func newKeyList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), open func(int)) *keyList {
	l := &keyList{open: open}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnSelected = l.tapped
	l.ExtendBaseWidget(l)
	return l
}

func (l *keyList) tapped(i int) {
	l.highlighted = i
	l.UnselectAll()
	if l.choosing != nil && l.choosing.clicked(i, held()) {
		return
	}
	l.open(i)
}

// TypedKey moves with the arrows, Home, End and the paging keys, and opens with Enter. It does not ask Fyne's list which line is lit,
// because that names the line under the mouse too, and Enter would open what the mouse happens to rest on.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/lineHeight())-1)
	if l.choosing != nil && l.choosing.typed(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open(l.highlighted)
	case fyne.KeyDown:
		l.move(l.highlighted + 1)
	case fyne.KeyUp:
		l.move(l.highlighted - 1)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(l.Length() - 1)
	case fyne.KeyPageDown:
		l.move(l.highlighted + page)
	case fyne.KeyPageUp:
		l.move(l.highlighted - page)
	case fyne.KeySpace:
		if l.space != nil {
			l.space(l.highlighted)
			return
		}
		l.List.TypedKey(e)
	default:
		if !FunctionKey(l, e) {
			l.List.TypedKey(e)
		}
	}
}

func (l *keyList) move(to int) {
	if n := l.Length(); n > 0 {
		l.highlighted = min(max(to, 0), n-1)
		l.Highlight(l.highlighted)
		if l.choosing != nil {
			l.choosing.moved(l.highlighted, held())
		}
	}
}

// restart shows other rows with the first of them lit.
func (l *keyList) restart() {
	if l.highlighted != 0 && l.Length() > 0 {
		l.move(0)
		return
	}
	l.Refresh()
}
