package record

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// filters narrow a list to some values of its columns: rows have to have one of those that are chosen of each column.
type filters[R data.Record] struct {
	list    *List[R]
	chosen  []filter
	picker  *widgets.Picker
	chips   *fyne.Container
	content *fyne.Container
}

// filter is one value of a column that rows may have.
type filter struct{ column, value string }

// separator stands between the column and the value in what is kept and in the IDs of what can be picked. Nobody types it.
const separator = "\x1f"

func newFilters[R data.Record](l *List[R]) *filters[R] {
	f := &filters[R]{list: l, chips: container.NewHBox()}
	f.picker = widgets.NewPicker("Filter by…", f.options)
	f.picker.Name(l.kind.Name + ".filter")
	f.picker.OnChosen = f.choose
	f.content = container.NewHBox(f.picker, f.chips)
	return f
}

// columns are those whose values can be filtered by.
func (f *filters[R]) columns() []ListColumn[R] {
	return slices.DeleteFunc(slices.Clone(f.list.kind.Columns), func(c ListColumn[R]) bool { return !c.Filters })
}

// options are the values that there are, column by column, in the order in which the column sorts.
func (f *filters[R]) options() []widgets.Option {
	reg := f.list.desk.Office().Register()
	var options []widgets.Option
	for _, c := range f.columns() {
		seen := map[string]bool{}
		for _, i := range f.list.listing.Select("", nil, data.Sort{Field: c.Key}) {
			value := c.Text(reg, f.list.listing.At(i))
			if value == "" || seen[value] || slices.Contains(f.chosen, filter{c.Key, value}) {
				continue
			}
			seen[value] = true
			options = append(options, widgets.Option{ID: data.ID(c.Key + separator + value), Label: c.Heading + ": " + value})
		}
	}
	return options
}

func (f *filters[R]) choose(id data.ID) {
	column, value, ok := strings.Cut(string(id), separator)
	f.picker.Set("")
	if ok {
		f.set(append(f.chosen, filter{column, value}))
	}
}

// set narrows the list to other values.
func (f *filters[R]) set(chosen []filter) {
	f.chosen = chosen
	f.show()
	f.list.find()
	f.list.keep()
}

func (f *filters[R]) clear() { f.set(nil) }

// show makes a button of each value, which takes it away.
func (f *filters[R]) show() {
	f.chips.RemoveAll()
	for i, c := range f.chosen {
		words := f.heading(c.column) + ": " + c.value
		chip := widgets.NewButton(f.list.kind.Name+".filter."+c.value, words, theme.CancelIcon(), func() { f.remove(i) })
		chip.IconPlacement = widget.ButtonIconTrailingText
		f.chips.Add(chip)
	}
	f.chips.Refresh()
}

func (f *filters[R]) remove(i int) { f.set(slices.Delete(slices.Clone(f.chosen), i, i+1)) }

func (f *filters[R]) heading(key string) string {
	for _, c := range f.list.kind.Columns {
		if c.Key == key {
			return c.Heading
		}
	}
	return key
}

// keeps reports whether a row has one of the chosen values of each column; nil where none is chosen.
func (f *filters[R]) keeps() func(R) bool {
	if len(f.chosen) == 0 {
		return nil
	}
	reg := f.list.desk.Office().Register()
	wanted := map[string]map[string]bool{}
	for _, c := range f.chosen {
		if wanted[c.column] == nil {
			wanted[c.column] = map[string]bool{}
		}
		wanted[c.column][c.value] = true
	}
	columns := slices.DeleteFunc(f.columns(), func(c ListColumn[R]) bool { return wanted[c.Key] == nil })
	return func(rec R) bool {
		for _, c := range columns {
			if !wanted[c.Key][c.Text(reg, rec)] {
				return false
			}
		}
		return true
	}
}

// words are the filters for a paper, a column at a time.
func (f *filters[R]) words() []string {
	var words []string
	for _, c := range f.columns() {
		var values []string
		for _, chosen := range f.chosen {
			if chosen.column == c.Key {
				values = append(values, chosen.value)
			}
		}
		if len(values) > 0 {
			words = append(words, c.Heading+": "+strings.Join(values, ", "))
		}
	}
	return words
}

// kept are the filters as they are remembered.
func (f *filters[R]) kept() []string {
	var lines []string
	for _, c := range f.chosen {
		lines = append(lines, c.column+separator+c.value)
	}
	return lines
}

// recall takes up what was remembered, as far as the columns are still there.
func (f *filters[R]) recall(lines []string) {
	for _, line := range lines {
		column, value, _ := strings.Cut(line, separator)
		if slices.ContainsFunc(f.columns(), func(c ListColumn[R]) bool { return c.Key == column }) {
			f.chosen = append(f.chosen, filter{column, value})
		}
	}
	f.show()
}
