package widgets

import (
	"fmt"

	"almoner/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// choosing is what a list of lines asks where several of them can be chosen.
type choosing interface {
	// clicked is asked before a line opens, and reports whether the click chose it instead.
	clicked(i int, keys fyne.KeyModifier) bool
	// typed is asked of a key before the list is, and reports whether it was taken.
	typed(key fyne.KeyName) bool
	// moved is told of the line that the arrows came to.
	moved(i int, keys fyne.KeyModifier)
	all()
}

// chosen is which rows of a register are chosen. It knows them by what tells them apart, so that they stay chosen when the list is sorted
// or read anew.
type chosen[R any] struct {
	register *Register[R]
	key      func(R) data.ID
	rows     map[data.ID]bool
	anchor   int // the row that a range begins at
	box      *chooseBox
	tell     func()
}

// Chooses lets several rows be chosen: by a box before each of them, by a click with Ctrl or Shift, and by the keyboard - the space bar,
// Shift with the arrows, Ctrl+A for all, Escape for none. Where the space bar ticks something of the row, Shift is held with it to choose.
// Key is what tells rows apart; tell is called when others are chosen.
func (r *Register[R]) Chooses(key func(R) data.ID, tell func()) {
	c := &chosen[R]{register: r, key: key, rows: map[data.ID]bool{}, tell: tell, box: newChooseBox(nil)}
	c.box.tap = func(int) { c.turnAll() }
	c.box.heads = true
	c.box.set(0, r.name+".select.all", false)
	r.chosen, r.list.choosing = c, c
	r.head = container.New(besideBoxes{}, r.heading, c.box)
	create, update := r.list.CreateItem, r.list.UpdateItem
	r.list.CreateItem = func() fyne.CanvasObject { return newChooseLine(create(), c.boxTapped) }
	r.list.UpdateItem = func(i int, o fyne.CanvasObject) {
		if l, ok := o.(*chooseLine); ok {
			update(i, l.line)
			l.show(i, fmt.Sprintf("%s.select[%d]", r.name, i), c.has(i))
		}
	}
}

// Chosen are the rows that are chosen, in the order in which they stand.
func (r *Register[R]) Chosen() []R {
	if r.chosen == nil || len(r.chosen.rows) == 0 {
		return nil
	}
	rows := make([]R, 0, len(r.chosen.rows))
	for i := range r.rows.Len() {
		if row := r.rows.At(i); r.chosen.rows[r.chosen.key(row)] {
			rows = append(rows, row)
		}
	}
	return rows
}

// ChooseNone chooses no row any more.
func (r *Register[R]) ChooseNone() {
	if r.chosen != nil && len(r.chosen.rows) > 0 {
		r.chosen.none()
	}
}

// keepChosen forgets rows that are not shown any more: nothing is done to what nobody sees.
func (r *Register[R]) keepChosen() {
	if r.chosen == nil {
		return
	}
	r.chosen.anchor = 0
	if len(r.chosen.rows) == 0 {
		return
	}
	before, shown := len(r.chosen.rows), map[data.ID]bool{}
	for i := range r.rows.Len() {
		if id := r.chosen.key(r.rows.At(i)); r.chosen.rows[id] {
			shown[id] = true
		}
	}
	r.chosen.rows = shown
	r.chosen.mark()
	if len(shown) != before {
		r.chosen.tell()
	}
}

// lit is the row that the keyboard is on, by what tells rows apart; empty where nothing does.
func (r *Register[R]) lit() data.ID {
	if i := r.list.highlighted; r.chosen != nil && i < r.chosen.len() {
		return r.chosen.id(i)
	}
	return ""
}

// keepLit has the keyboard stay on a row, wherever that stands now.
func (r *Register[R]) keepLit(id data.ID) {
	if id == "" || r.lit() == id {
		return
	}
	for i := range r.chosen.len() {
		if r.chosen.id(i) == id {
			r.list.highlighted = i
			r.list.Highlight(i)
			return
		}
	}
}

func (c *chosen[R]) len() int {
	if c.register.rows == nil {
		return 0
	}
	return c.register.rows.Len()
}

func (c *chosen[R]) id(i int) data.ID { return c.key(c.register.rows.At(i)) }

func (c *chosen[R]) has(i int) bool { return len(c.rows) > 0 && i < c.len() && c.rows[c.id(i)] }

// mark ticks the box above the rows where all of them are chosen.
func (c *chosen[R]) mark() { c.box.tick(len(c.rows) > 0 && len(c.rows) == c.len()) }

func (c *chosen[R]) changed() {
	c.mark()
	c.register.list.Refresh()
	c.tell()
}

func (c *chosen[R]) none() {
	c.rows = map[data.ID]bool{}
	c.changed()
}

func (c *chosen[R]) all() {
	for i := range c.len() {
		c.rows[c.id(i)] = true
	}
	c.changed()
}

func (c *chosen[R]) turnAll() {
	if len(c.rows) == c.len() {
		c.none()
		return
	}
	c.all()
}

// turn chooses a row that is not chosen, and the other way round. The next range begins there.
func (c *chosen[R]) turn(i int) {
	if i < 0 || i >= c.len() {
		return
	}
	c.anchor = i
	if id := c.id(i); c.rows[id] {
		delete(c.rows, id)
	} else {
		c.rows[id] = true
	}
	c.changed()
}

// rangeTo chooses the rows from where a range begins to this one, beside those that are chosen or instead of them.
func (c *chosen[R]) rangeTo(i int, beside bool) {
	if !beside {
		c.rows = map[data.ID]bool{}
	}
	c.anchor = min(c.anchor, max(0, c.len()-1))
	for k := min(c.anchor, i); k <= max(c.anchor, i) && k < c.len(); k++ {
		c.rows[c.id(k)] = true
	}
	c.changed()
}

const several = fyne.KeyModifierControl | fyne.KeyModifierSuper

func (c *chosen[R]) clicked(i int, keys fyne.KeyModifier) bool {
	switch {
	case keys&fyne.KeyModifierShift != 0:
		c.rangeTo(i, keys&several != 0)
	case keys&several != 0:
		c.turn(i)
	default:
		c.anchor = i
		return false
	}
	return true
}

// boxTapped is a tap on the box before a row, which gives the keyboard to the list, so that the next key goes on from there.
func (c *chosen[R]) boxTapped(i int) {
	list := c.register.list
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(list); canvas != nil {
		canvas.Focus(list)
	}
	list.highlighted = i
	if held()&fyne.KeyModifierShift != 0 {
		c.rangeTo(i, true)
		return
	}
	c.turn(i)
}

func (c *chosen[R]) typed(key fyne.KeyName) bool {
	switch {
	case key == fyne.KeyEscape && len(c.rows) > 0:
		c.none()
	case key == fyne.KeySpace && (c.register.list.space == nil || held()&fyne.KeyModifierShift != 0):
		c.turn(c.register.list.highlighted)
	default:
		return false
	}
	return true
}

func (c *chosen[R]) moved(i int, keys fyne.KeyModifier) {
	if keys&fyne.KeyModifierShift != 0 {
		c.rangeTo(i, false)
		return
	}
	c.anchor = i
}

// TypedShortcut chooses all with Ctrl+A; every other shortcut goes on to the window, as it would have without the list.
func (l *keyList) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); all && l.choosing != nil {
		l.choosing.all()
		return
	}
	handOn(l, s)
}

// handOn gives a shortcut to the window.
func handOn(from fyne.CanvasObject, s fyne.Shortcut) {
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(from).(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// chooseWidth is the room that the boxes take, before the first column.
func chooseWidth() float32 { return theme.IconInlineSize() + 2*theme.Padding() }

// besideBoxes leaves the headings the room that their columns have.
type besideBoxes struct{}

func (besideBoxes) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return besideBox{width: chooseWidth()}.MinSize(objects)
}

func (besideBoxes) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	besideBox{width: chooseWidth(), fills: true}.Layout(objects, size)
}
