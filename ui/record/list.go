package record

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/paper"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// List is the register of a kind of record: a search box, headings that sort, a count of what is shown.
type List[R data.Record] struct {
	desk    desk.Desk
	kind    ListKind[R]
	listing *data.Listing[R]
	list    *widgets.Register[R]
	search  *widgets.Entry
	filters *filters[R]
	count   *widget.Label
	empty   *fyne.Container // what stands in the place of the rows where there are none
	nothing *widget.Label   // the words of it
	all     *widgets.Button // clears search and filters
	content fyne.CanvasObject
}

// ListKind is what is particular to the register of one kind.
type ListKind[R data.Record] struct {
	Section desk.Section
	Name    string // for tests
	Columns []ListColumn[R]
	Sort    data.Sort
	// Words are what people look for a record by, beside its label and its references.
	Words func(*data.Register, R) string
	// Singular is what one of them is called: "request".
	Singular string
	// Fresh is a new record.
	Fresh func(desk.Desk) R
	// Open is the page of a record.
	Open func(desk.Desk, R) desk.Page
}

// ListColumn is one column: a field and the room it has.
type ListColumn[R data.Record] struct {
	data.Field[R]
	Share, Least float32
	// Filters lets the list be narrowed to some of the values of the column.
	Filters bool
}

// Filtered is the column with its values offered as filters.
func (c ListColumn[R]) Filtered() ListColumn[R] {
	c.Filters = true
	return c
}

// NewList is the register of a kind.
func NewList[R data.Record](d desk.Desk, kind ListKind[R]) *List[R] {
	l := &List[R]{desk: d, kind: kind, count: widget.NewLabel("")}
	columns := make([]widgets.Column[R], len(kind.Columns))
	for i, c := range kind.Columns {
		columns[i] = widgets.Column[R]{
			Key: c.Key, Heading: c.Heading, Share: c.Share, Least: c.Least, Figures: c.Figures,
			Text: func(rec R) string { return c.Text(d.Office().Register(), rec) },
		}
	}
	l.list = widgets.NewRegister(kind.Name+".list", columns)
	l.list.SetSort(kind.Sort)
	l.list.OnOpen = func(rec R) { d.Open(kind.Open(d, rec)) }
	l.list.OnSort = func(data.Sort) { l.find(); l.keep() }
	l.search = widgets.NewSearch(kind.Name+".search", "Search "+strings.ToLower(string(kind.Section)))
	l.search.OnChanged = func(string) { l.find() }
	l.search.OnEnter = l.list.First
	l.search.OnDown = func() { d.Window().Canvas().Focus(l.list.List()) }
	l.search.OnEscape = func() { l.search.SetText("") }
	l.read()
	l.filters = newFilters(l)
	l.empty = l.emptyState()
	columnsButton, arranged := NewColumns(d, kind.Name, l.list)
	l.list.OnArrange = arranged
	add := widgets.NewMainButton(kind.Name+".new", "New "+kind.Singular, theme.ContentAddIcon(), l.New)
	top := container.New(layout.NewCustomPaddedVBoxLayout(6), container.NewBorder(nil, nil, nil, add, l.search))
	if len(l.filters.columns()) > 0 {
		top.Add(container.NewHScroll(l.filters.content))
	}
	l.content = container.NewBorder(
		top,
		container.NewBorder(nil, nil, nil, container.NewHBox(columnsButton, paper.NewExport(d, kind.Name, l.shown)), l.count), nil, nil,
		container.NewStack(l.list, l.empty),
	)
	l.recall()
	l.find()
	return l
}

func (l *List[R]) emptyState() *fyne.Container {
	l.nothing = widget.NewLabel("")
	l.nothing.Alignment = fyne.TextAlignCenter
	l.all = widgets.NewButton(l.kind.Name+".clear", "Clear search and filters", theme.ContentClearIcon(), l.clear)
	begin := widgets.NewButton(l.kind.Name+".begin", "New "+l.kind.Singular, theme.ContentAddIcon(), l.New)
	return container.NewCenter(container.NewVBox(l.nothing, container.NewCenter(container.NewHBox(l.all, begin))))
}

func (l *List[R]) clear() {
	l.search.SetText("")
	l.filters.clear()
}

// keep remembers how the list is sorted and narrowed, and recall takes that up.
func (l *List[R]) keep() {
	l.desk.Keep(l.kind.Name, append([]string{SortWord(l.list.Sort())}, l.filters.kept()...))
}

func (l *List[R]) recall() {
	kept := l.desk.Kept(l.kind.Name)
	if len(kept) == 0 {
		return
	}
	l.list.SetSort(ReadSort(kept[0]))
	l.filters.recall(kept[1:])
}

// SortWord is an order as it is remembered, and ReadSort reads it.
func SortWord(by data.Sort) string {
	if by.Descending {
		return "-" + by.Field
	}
	return by.Field
}

// ReadSort is the order that SortWord wrote.
func ReadSort(word string) data.Sort {
	field, descending := strings.CutPrefix(word, "-")
	return data.Sort{Field: field, Descending: descending}
}

// read takes the records from the register.
func (l *List[R]) read() {
	fields := make([]data.Field[R], len(l.kind.Columns))
	for i, c := range l.kind.Columns {
		fields[i] = c.Field
	}
	reg := l.desk.Office().Register()
	l.listing = data.List(reg, fields, func(rec R) string { return l.kind.Words(reg, rec) })
}

type found[R data.Record] struct {
	listing *data.Listing[R]
	rows    []int32
}

func (f found[R]) Len() int   { return len(f.rows) }
func (f found[R]) At(i int) R { return f.listing.At(f.rows[i]) }

func (l *List[R]) found() found[R] {
	f := found[R]{l.listing, l.listing.Select(l.search.Text, l.filters.keeps(), l.list.Sort())}
	l.count.SetText(counted(f.Len(), l.listing.Len(), l.kind.Singular))
	switch {
	case f.Len() > 0:
		l.empty.Hide()
	case l.listing.Len() == 0:
		l.nothing.SetText("There is no " + l.kind.Singular + " yet.")
		l.all.Hide()
		l.empty.Show()
	default:
		l.nothing.SetText("No " + l.kind.Singular + " matches. Clear the search and the filters, or make a new one.")
		l.all.Show()
		l.empty.Show()
	}
	return f
}

// counted is how many of how many are shown: "1 of 1 fund", "3 of 12 funds".
func counted(shown, all int, singular string) string {
	if all == 1 {
		return fmt.Sprintf("%d of 1 %s", shown, singular)
	}
	return fmt.Sprintf("%d of %d %ss", shown, all, singular)
}

// shown is the list as it stands, for a paper.
func (l *List[R]) shown() reports.List {
	f := l.found()
	var fields []data.Field[R]
	var keys []string
	for _, c := range l.kind.Columns {
		if !l.list.Hidden(c.Key) {
			fields, keys = append(fields, c.Field), append(keys, c.Key)
		}
	}
	rows := make([]R, f.Len())
	for i := range rows {
		rows[i] = f.At(i)
	}
	list := reports.NewList(l.desk.Office().Register(), string(l.kind.Section), fields, keys, rows)
	list.Filters, list.Totals = append(l.filters.words(), reports.ChoiceWords(l.search.Text, nil, data.Catalogue{})...), l.count.Text
	return list
}

func (l *List[R]) find() { l.list.SetRows(l.found()) }

// Title is the name of the section.
func (l *List[R]) Title() string { return string(l.kind.Section) }

// Section is the section of the register.
func (l *List[R]) Section() desk.Section { return l.kind.Section }

// Content is the page.
func (l *List[R]) Content() fyne.CanvasObject { return l.content }

// Arrived puts the cursor into the search box.
func (l *List[R]) Arrived() { l.Find() }

// Changed shows what was saved, here or elsewhere, without moving the list.
func (l *List[R]) Changed(data.Record) {
	l.read()
	l.list.Reload(l.found())
}

// Find puts the cursor into the search box.
func (l *List[R]) Find() { l.desk.Window().Canvas().Focus(l.search) }

// New begins a new record.
func (l *List[R]) New() { l.desk.Open(l.kind.Open(l.desk, l.kind.Fresh(l.desk))) }

// Makes is what New makes.
func (l *List[R]) Makes() string { return l.kind.Singular }
