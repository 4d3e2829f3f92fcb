package record

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// filters narrow a list to some values of its columns: rows have to have one of those that are chosen of each column. Beside the columns,
// the list may be narrowed to financial years, and to one of its states.
type filters[R data.Record] struct {
	of      *records[R]
	changed func()
	chosen  []filter
	state   *widgets.Choice // nil where the records have no states
	picker  *widgets.Picker
	chips   *fyne.Container
	quiet   bool
}

// filter is one value of a column that rows may have.
type filter struct{ column, value string }

// yearColumn is what the financial years are chosen under, beside the columns.
const yearColumn = "financial_year"

// separator stands between the column and the value in what is kept and in the IDs of what can be picked. Nobody types it.
const separator = "\x1f"

func newFilters[R data.Record](of *records[R]) *filters[R] {
	f := &filters[R]{of: of, chips: container.NewHBox(), changed: func() {}}
	if len(of.kind.States) > 0 {
		f.state = widgets.NewChoice(of.kind.Name+".which", nil, nil)
		var labels []string
		for _, s := range of.kind.States {
			labels = append(labels, s.Label)
		}
		f.state.Offer(labels)
		f.state.SetSelected(labels[0])
		f.state.OnChanged = func(string) { f.show() }
	}
	f.picker = widgets.NewPicker(lang.L("Filter by…"), f.options)
	f.picker.Name(of.kind.Name + ".filter")
	f.picker.OnChosen = f.choose
	return f
}

// controls are what narrows the list; nil where nothing does.
func (f *filters[R]) controls() fyne.CanvasObject {
	row := container.NewHBox()
	if f.state != nil {
		row.Add(f.state)
	}
	if len(f.columns()) > 0 {
		row.Add(f.picker)
		row.Add(f.chips)
	}
	if len(row.Objects) == 0 {
		return nil
	}
	return row
}

// filtered is something that rows can be filtered by: what it is called, and the values that a row has of it.
type filtered[R any] struct {
	key, heading string
	values       func(R) []string
	latest       bool // the values are offered from the last one on
}

// columns are what can be filtered by: the years first, and then columns.
func (f *filters[R]) columns() []filtered[R] {
	reg, kind := f.of.desk.Office().Register(), f.of.kind
	var columns []filtered[R]
	if kind.Years != nil {
		columns = append(columns, filtered[R]{yearColumn, lang.L("Year"), func(rec R) []string { return YearNames(reg, kind.Years(reg, rec)) }, true})
	}
	for _, c := range kind.Columns {
		if c.Filters {
			columns = append(columns, filtered[R]{c.Key, c.Heading, func(rec R) []string { return []string{c.Text(reg, rec)} }, false})
		}
	}
	return columns
}

// YearNames are financial years as the office writes them.
func YearNames(reg *data.Register, years []data.FinancialYear) []string {
	names := make([]string, len(years))
	for i, y := range years {
		names[i] = reg.Details().Year(y)
	}
	return names
}

// valuesOf are the values that there are of a column, in the order in which it sorts.
func (f *filters[R]) valuesOf(c filtered[R]) []string {
	seen, values := map[string]bool{"": true}, []string(nil)
	for _, i := range f.of.listing.Select("", nil, data.Sort{Field: c.key}) {
		for _, value := range c.values(f.of.listing.At(i)) {
			if !seen[value] {
				seen[value] = true
				values = append(values, value)
			}
		}
	}
	if c.latest {
		slices.Sort(values)
		slices.Reverse(values)
	}
	return values
}

// options are the values that there are and that are not chosen, column by column.
func (f *filters[R]) options() []widgets.Option {
	var options []widgets.Option
	for _, c := range f.columns() {
		for _, value := range f.valuesOf(c) {
			if !slices.Contains(f.chosen, filter{c.key, value}) {
				options = append(options, widgets.Option{ID: data.ID(c.key + separator + value), Label: c.heading + ": " + value})
			}
		}
	}
	return options
}

func (f *filters[R]) choose(id data.ID) {
	column, value, ok := strings.Cut(string(id), separator)
	f.picker.Set("")
	if ok {
		f.chosen = append(f.chosen, filter{column, value})
		f.show()
	}
}

// show makes a button of each value, which takes it away, and tells of the change.
func (f *filters[R]) show() {
	f.chips.RemoveAll()
	for i, c := range f.chosen {
		words := f.heading(c.column) + ": " + c.value
		chip := widgets.NewButton(f.of.kind.Name+".filter."+c.value, words, theme.CancelIcon(), func() { f.remove(i) })
		chip.IconPlacement = widget.ButtonIconTrailingText
		f.chips.Add(chip)
	}
	f.chips.Refresh()
	if !f.quiet {
		f.of.sift()
		f.changed()
	}
}

func (f *filters[R]) remove(i int) {
	f.chosen = slices.Delete(slices.Clone(f.chosen), i, i+1)
	f.show()
}

// set shows other filters without telling.
func (f *filters[R]) set(state string, chosen []filter) {
	f.quiet = true
	defer func() { f.quiet = false }()
	f.chosen = chosen
	if f.state != nil {
		f.state.SetSelected(state)
	}
	f.show()
}

func (f *filters[R]) clear() { f.set(f.first(), nil) }

// first is the state that the list shows to begin with.
func (f *filters[R]) first() string {
	if f.state == nil {
		return ""
	}
	return f.state.Options[0]
}

func (f *filters[R]) heading(key string) string {
	for _, c := range f.columns() {
		if c.key == key {
			return c.heading
		}
	}
	return key
}

// keeps reports whether a row has one of the chosen values of each column; nil where none is chosen.
func (f *filters[R]) keeps() func(R) bool {
	var in func(R) bool
	if f.state != nil {
		in = f.of.kind.States[max(0, f.state.SelectedIndex())].Has
	}
	if len(f.chosen) == 0 {
		return in
	}
	wanted := map[string]map[string]bool{}
	for _, c := range f.chosen {
		if wanted[c.column] == nil {
			wanted[c.column] = map[string]bool{}
		}
		wanted[c.column][c.value] = true
	}
	columns := slices.DeleteFunc(f.columns(), func(c filtered[R]) bool { return wanted[c.key] == nil })
	return func(rec R) bool {
		if in != nil && !in(rec) {
			return false
		}
		for _, c := range columns {
			if !slices.ContainsFunc(c.values(rec), func(v string) bool { return wanted[c.key][v] }) {
				return false
			}
		}
		return true
	}
}

// words are the filters for a paper, a column at a time.
func (f *filters[R]) words() []string {
	var words []string
	if f.state != nil {
		words = append(words, lang.F("Status: %s", f.state.Selected))
	}
	for _, c := range f.columns() {
		var values []string
		for _, chosen := range f.chosen {
			if chosen.column == c.key {
				values = append(values, chosen.value)
			}
		}
		if len(values) > 0 {
			words = append(words, c.heading+": "+strings.Join(values, ", "))
		}
	}
	return words
}

// kept are the filters as they are remembered. The state comes under no column, and only where it is not the first.
func (f *filters[R]) kept() []string {
	var lines []string
	if f.state != nil && f.state.Selected != f.first() {
		lines = append(lines, separator+f.state.Selected)
	}
	for _, c := range f.chosen {
		lines = append(lines, c.column+separator+c.value)
	}
	return lines
}

// recall takes up what was remembered, as far as the columns and the values are still there.
func (f *filters[R]) recall(lines []string) (gone []string) {
	state, chosen := f.first(), []filter(nil)
	for _, line := range lines {
		column, value, _ := strings.Cut(line, separator)
		if column == "" && f.state != nil && slices.Contains(f.state.Options, value) {
			state = value
			continue
		}
		at := slices.IndexFunc(f.columns(), func(c filtered[R]) bool { return c.key == column })
		if at < 0 || !slices.Contains(f.valuesOf(f.columns()[at]), value) {
			gone = append(gone, strings.TrimPrefix(f.heading(column)+": "+value, ": "))
			continue
		}
		chosen = append(chosen, filter{column, value})
	}
	f.set(state, chosen)
	return gone
}
