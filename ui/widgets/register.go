package widgets

import (
	"strings"

	"almoner/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Column is one column of a register: its name, its share of the width, and how it prints a row.
type Column[R any] struct {
	Key     string // what it sorts by
	Heading string
	Share   float32 // of the width, beside the other columns
	Least   float32 // never narrower than this, in Fyne's units
	Figures bool    // stands on the right
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

	name    string
	columns []Column[R]
	rows    Rows[R]
	heading *heading
	list    *keyList
	sort    data.Sort
	still   bool
}

// NewRegister is a register of the given columns. Tests find it by its name.
func NewRegister[R any](name string, columns []Column[R]) *Register[R] {
	r := &Register[R]{name: name, columns: columns, sort: data.Sort{Field: columns[0].Key}}
	widths := make([]columnWidth, len(columns))
	titles := make([]string, len(columns))
	for i, c := range columns {
		widths[i] = columnWidth{c.Share, c.Least, c.Figures}
		titles[i] = c.Heading
	}
	r.heading = newHeading(name, titles, widths, r.sortBy)
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
	r.list.UnselectAll()
	if r.list.Size().Height > 0 { // Fyne's list cannot scroll before it is shown
		r.list.ScrollToTop()
	}
	r.list.restart()
}

// Reload shows the rows as they are now, without moving.
func (r *Register[R]) Reload(rows Rows[R]) {
	r.rows = rows
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
	return widget.NewSimpleRenderer(container.NewBorder(r.heading, nil, nil, nil, r.list))
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
	highlighted int
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
	l.open(i)
}

// TypedKey moves with the arrows, Home, End and the paging keys, and opens with Enter. It does not ask Fyne's list which line is lit,
// because that names the line under the mouse too, and Enter would open what the mouse happens to rest on.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/lineHeight())-1)
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
	default:
		l.List.TypedKey(e)
	}
}

func (l *keyList) move(to int) {
	if n := l.Length(); n > 0 {
		l.highlighted = min(max(to, 0), n-1)
		l.Highlight(l.highlighted)
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

type columnWidth struct {
	share, least float32
	figures      bool
}

// spread is where each column begins and how wide it is, within a width.
func spread(columns []columnWidth, width float32) (at, widths []float32) {
	pad := theme.Padding() * 3
	shares, room := float32(0), width-pad*float32(len(columns)+1)
	for _, c := range columns {
		shares += c.share
		room -= c.least
	}
	at, widths = make([]float32, len(columns)), make([]float32, len(columns))
	x := pad
	for i, c := range columns {
		widths[i] = c.least
		if room > 0 && shares > 0 {
			widths[i] += room * c.share / shares
		}
		at[i] = x
		x += widths[i] + pad
	}
	return at, widths
}

func lineHeight() float32 {
	return fyne.MeasureText("Åg", theme.TextSize(), fyne.TextStyle{}).Height + theme.Padding()*3
}

// line is one row of a register.
type line struct {
	widget.BaseWidget
	columns []columnWidth
	words   []string // as they are
	cells   []*canvas.Text
}

func newLine(columns []columnWidth) *line {
	l := &line{columns: columns, words: make([]string, len(columns))}
	for range columns {
		l.cells = append(l.cells, text("", theme.ColorNameForeground))
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) set(words []string) {
	l.words = words
	l.place(l.Size())
	for _, c := range l.cells {
		c.Refresh()
	}
}

// place cuts each text to its column and sets figures right.
func (l *line) place(size fyne.Size) {
	at, widths := spread(l.columns, size.Width)
	for i, c := range l.cells {
		c.Text = fit(firstLine(l.words[i]), widths[i], c.TextSize, c.TextStyle)
		width := c.MinSize()
		x := at[i]
		if l.columns[i].figures {
			x += widths[i] - width.Width
		}
		c.Move(fyne.NewPos(x, (size.Height-width.Height)/2))
		c.Resize(width)
	}
}

func firstLine(s string) string {
	first, _, more := strings.Cut(s, "\n")
	if more {
		return first + " …"
	}
	return first
}

// InspectText is the whole words of the line, for tests.
func (l *line) InspectText() string { return strings.Join(l.words, " | ") }

func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ *line }

func (r *lineRenderer) Layout(size fyne.Size) { r.place(size) }
func (r *lineRenderer) MinSize() fyne.Size    { return fyne.NewSize(100, lineHeight()) }
func (r *lineRenderer) Destroy()              {}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.cells))
	for i, c := range r.cells {
		objects[i] = c
	}
	return objects
}

func (r *lineRenderer) Refresh() {
	for _, c := range r.cells {
		c.Color = theme.Color(theme.ColorNameForeground)
		c.TextSize = theme.TextSize()
	}
	r.place(r.Size())
	for _, c := range r.cells {
		c.Refresh()
	}
}

// heading is the row of titles above a list; a tap on one sorts by it.
type heading struct {
	widget.BaseWidget
	columns []columnWidth
	ground  *canvas.Rectangle
	titles  []*title
}

func newHeading(name string, titles []string, columns []columnWidth, sortBy func(int)) *heading {
	h := &heading{columns: columns, ground: canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground))}
	for i, t := range titles {
		h.titles = append(h.titles, newTitle(name+".sort."+t, t, columns[i].figures, func() { sortBy(i) }))
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
	tap                func()
	ground             *canvas.Rectangle
	label              *canvas.Text
}

var _ desktop.Hoverable = (*title)(nil)

func newTitle(name, words string, figures bool, tap func()) *title {
	t := &title{name: name, words: words, figures: figures, tap: tap, label: text("", theme.ColorNameForeground), ground: canvas.NewRectangle(nil)}
	t.label.TextStyle.Bold = true
	t.ExtendBaseWidget(t)
	return t
}

// InspectName is how tests find the heading.
func (t *title) InspectName() string { return t.name }

// Tapped sorts by the column.
func (t *title) Tapped(*fyne.PointEvent) { t.tap() }

// Cursor says that the heading can be clicked.
func (t *title) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights the heading up.
func (t *title) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved is of no interest.
func (t *title) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *title) MouseOut() { t.hovered = false; t.Refresh() }

func (t *title) CreateRenderer() fyne.WidgetRenderer { return &titleRenderer{t} }

type titleRenderer struct{ *title }

func (r *titleRenderer) MinSize() fyne.Size { return r.label.MinSize() }
func (r *titleRenderer) Destroy()           {}

func (r *titleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.label}
}

func (r *titleRenderer) Layout(size fyne.Size) {
	pad := theme.Padding()
	r.ground.Resize(size)
	words, arrow := r.words, ""
	if r.sorted {
		arrow = " ▴"
		if r.descending {
			arrow = " ▾"
		}
	}
	room := size.Width - 2*pad - fyne.MeasureText(arrow, r.label.TextSize, r.label.TextStyle).Width
	r.label.Text = fit(words, room, r.label.TextSize, r.label.TextStyle) + arrow
	label := r.label.MinSize()
	x := pad
	if r.figures {
		x = size.Width - pad - label.Width
	}
	r.label.Move(fyne.NewPos(x, (size.Height-label.Height)/2))
	r.label.Resize(label)
}

func (r *titleRenderer) Refresh() {
	r.label.Color = theme.Color(theme.ColorNameForeground)
	r.label.TextSize = theme.TextSize()
	r.ground.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	if r.hovered {
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.Layout(r.Size())
	r.ground.Refresh()
	r.label.Refresh()
}
