package widgets

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"almoner/ui/lang"
)

// Columns that were hidden or drawn to a width are put down a line each, as "key hidden" and "key 120"; one that stands aside and was asked
// for as "key shown".
const (
	hiddenWord = "hidden"
	shownWord  = "shown"
)

// Arrangement is what somebody has done to the columns, to be remembered.
func (r *Register[R]) Arrangement() []string {
	lines := []string{}
	for i, w := range r.widths {
		key, aside := r.columns[i].Key, r.columns[i].Aside
		switch {
		case w.hidden && !aside:
			lines = append(lines, key+" "+hiddenWord)
		case w.hidden: // as usual
		case w.chosen > 0:
			lines = append(lines, fmt.Sprintf("%s %.0f", key, w.chosen))
		case aside:
			lines = append(lines, key+" "+shownWord)
		}
	}
	return lines
}

// Arrange does to the columns what was remembered. What is said of columns that there are not, is passed over.
func (r *Register[R]) Arrange(lines []string) {
	for i := range r.widths {
		r.widths[i].hidden, r.widths[i].chosen = r.columns[i].Aside, 0
	}
	for _, line := range lines {
		key, how, _ := strings.Cut(line, " ")
		for i, c := range r.columns {
			if c.Key != key {
				continue
			}
			width, err := strconv.ParseFloat(how, 32)
			if r.widths[i].hidden = how == hiddenWord; err == nil && width >= narrowest {
				r.widths[i].chosen = float32(width)
			}
		}
	}
	if r.shownColumns() == 0 {
		r.widths[0].hidden = false
	}
	r.arranged()
}

func (r *Register[R]) shownColumns() int {
	n := 0
	for _, w := range r.widths {
		if !w.hidden {
			n++
		}
	}
	return n
}

// Hidden reports whether a column is not shown.
func (r *Register[R]) Hidden(key string) bool {
	for i, c := range r.columns {
		if c.Key == key {
			return r.widths[i].hidden
		}
	}
	return false
}

func (r *Register[R]) arranged() {
	r.heading.Refresh()
	r.list.Refresh()
}

func (r *Register[R]) changed() {
	r.arranged()
	if r.OnArrange != nil {
		r.OnArrange()
	}
}

// drawn is called while somebody draws a column to a width, and with 0 when it is let go.
func (r *Register[R]) drawn(column int, width float32) {
	if width == 0 {
		r.changed()
		return
	}
	r.widths[column].chosen = width
	r.arranged()
}

// ColumnItems are a menu to hide columns and to show them again.
func (r *Register[R]) ColumnItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i, c := range r.columns {
		if c.Heading == "" { // the boxes of Ticks
			continue
		}
		item := fyne.NewMenuItem(c.Heading, func() { r.turn(i) })
		item.Checked = !r.widths[i].hidden
		item.Disabled = item.Checked && r.shownColumns() == 1
		items = append(items, item)
	}
	return append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(lang.L("The usual columns, as wide as usual"), r.asUsual))
}

// turn hides a column, or shows it.
func (r *Register[R]) turn(column int) {
	r.widths[column].hidden = !r.widths[column].hidden
	r.changed()
}

func (r *Register[R]) asUsual() {
	r.Arrange(nil)
	r.changed()
}
