package record

import (
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// List is the register of a kind of record: a search box, filters, views that somebody has kept, headings that sort, what is shown added up,
// and what can be done to those that are chosen.
type List[R any] struct {
	desk    desk.Desk
	kind    ListKind[R]
	source  Source[R]
	list    *widgets.Register[R]
	search  *widgets.Entry
	count   *widget.Label
	foot    fyne.CanvasObject
	chosen  *chosenBar[R]
	views   *views[R]
	empty   *fyne.Container // what stands in the place of the rows where there are none
	nothing *widget.Label   // the words of it
	all     *widgets.Button // clears search and filters
	content fyne.CanvasObject
	opened  bool // a row was opened since the list was shown
	telling bool // the other pages are being told of what was done here
}

// ListKind is what is particular to the register of one kind.
type ListKind[R any] struct {
	Section desk.Section
	// Title is what the list is called where its section has several; empty is the name of the section.
	Title   string
	Name    string // for tests
	Columns []ListColumn[R]
	Sort    data.Sort
	// Words are what people look for a record by, beside its label and its references.
	Words func(*data.Register, R) string
	// Singular is what one of them is called: "request"; Plural what several are; and Counted so many of them: "{n} requests".
	Singular, Plural string
	Counted          lang.Counted
	// Hint is what stands in the search box; empty is "Search requests".
	Hint string
	// Fresh is a new record.
	Fresh func(desk.Desk) R
	// Open is the page of a record.
	Open func(desk.Desk, R) desk.Page
	// Years are the financial years that a record belongs to, which the list can be narrowed to; nil where it belongs to none.
	Years func(*data.Register, R) []data.FinancialYear
	// States divide the records, such as into open and ended ones; the list shows the first to begin with.
	States []State[R]
	// Totals are what rows add up to, in words, each a part of the line at the foot.
	Totals func(*data.Register, widgets.Rows[R]) []string
	// Steps are what can be done to those that are chosen, the likeliest first. Deleting needs no step.
	Steps []BulkStep[R]
	// Acts are what can be done with those that are chosen without changing them, such as writing to them.
	Acts []Act[R]
	// Lasting are records that are never deleted.
	Lasting bool
	// None is what stands there where there is no record yet, and Through where the first of the states has none; empty is the usual words.
	None, Through string
	// Ticks puts a box into the first column, which is ticked without opening the record; nil is no box.
	Ticks *Ticks[R]
	// Above stands above the search; nil is nothing.
	Above fyne.CanvasObject
}

// Act is something that can be done with all records that are chosen in a list, and that leaves them as they are.
type Act[R any] struct {
	Key   string // its name in tests: "write"
	Label string // of its button: "Write to them"
	Do    func([]R)
}

// State is a part of the records.
type State[R any] struct {
	Label string
	Has   func(R) bool
}

// Ticks is a box in each row: when it is ticked, and what a tap on it does.
type Ticks[R any] struct {
	Ticked func(R) bool
	Tick   func(R)
}

// ListColumn is one column: a field and the room it has.
type ListColumn[R any] struct {
	data.Field[R]
	Share, Least float32
	// Aside leaves the column out until somebody asks for it.
	Aside bool
	// Filters lets the list be narrowed to some of the values of the column.
	Filters bool
}

// SetAside is the column left out until somebody asks for it.
func (c ListColumn[R]) SetAside() ListColumn[R] {
	c.Aside = true
	return c
}

// Filtered is the column with its values offered as filters.
func (c ListColumn[R]) Filtered() ListColumn[R] {
	c.Filters = true
	return c
}

// NewList is the register of a kind.
func NewList[R data.Record](d desk.Desk, kind ListKind[R]) *List[R] {
	return NewListOf(d, kind, newRecords(d, kind), func(r R) data.Record { return r })
}

// NewListOf is a register whose rows come from elsewhere than the records of a kind alone; of is the record that a row is about.
func NewListOf[R any](d desk.Desk, kind ListKind[R], source Source[R], of func(R) data.Record) *List[R] {
	l := &List[R]{desk: d, kind: kind, source: source, count: widget.NewLabel("")}
	l.count.Truncation = fyne.TextTruncateEllipsis
	l.list = l.newRegister()
	l.search = l.newSearch()
	l.chosen = newChosenBar(l, of)
	l.list.Chooses(func(r R) data.ID { return of(r).Stamped().ID }, l.chosen.show)
	l.views = newViews(l)
	l.empty = l.emptyState()
	columns, arranged := NewColumns(d, kind.Name, l.list)
	l.list.OnArrange = arranged
	l.foot = container.NewBorder(nil, nil, nil, container.NewHBox(columns, paper.NewExport(d, kind.Name, l.shown)), l.count)
	source.OnFilter(l.narrowed)
	l.content = container.NewBorder(l.top(), container.NewStack(l.foot, l.chosen.content), nil, nil, container.NewStack(l.list, l.empty))
	l.recall()
	l.find()
	return l
}

func (l *List[R]) newRegister() *widgets.Register[R] {
	columns := make([]widgets.Column[R], len(l.kind.Columns))
	for i, c := range l.kind.Columns {
		columns[i] = widgets.Column[R]{
			Key: c.Key, Heading: c.Heading, Share: c.Share, Least: c.Least, Figures: c.Figures, Aside: c.Aside,
			Text: func(row R) string { return c.Text(l.desk.Office().Register(), row) },
		}
	}
	list := widgets.NewRegister(l.kind.Name+".list", columns)
	list.SetSort(l.kind.Sort)
	list.OnOpen = func(row R) {
		l.opened = true
		l.desk.Open(l.kind.Open(l.desk, row))
	}
	list.OnSort = func(data.Sort) { l.find(); l.keep() }
	if t := l.kind.Ticks; t != nil {
		list.Ticks(t.Ticked, t.Tick)
	}
	return list
}

func (l *List[R]) newSearch() *widgets.Entry {
	hint := l.kind.Hint
	if hint == "" {
		hint = lang.F("Search %s", l.kind.Plural)
	}
	search := widgets.NewSearch(l.kind.Name+".search", hint)
	search.OnChanged = func(string) { l.searched() }
	search.OnEnter = l.list.First
	search.OnDown = func() { l.desk.Window().Canvas().Focus(l.list.List()) }
	search.OnEscape = l.escape
	return search
}

// top is what stands above the rows.
func (l *List[R]) top() fyne.CanvasObject {
	add := widgets.NewMainButton(l.kind.Name+".new", lang.F("New %s", l.kind.Singular), theme.ContentAddIcon(), l.New)
	top := container.New(layout.NewCustomPaddedVBoxLayout(6))
	if l.kind.Above != nil { // where a new one can be put down in a line
		top.Add(l.kind.Above)
		add.Importance = widget.MediumImportance
	}
	top.Add(container.NewBorder(nil, nil, nil, add, l.search))
	filters := l.source.Filters()
	if filters == nil {
		filters = layout.NewSpacer()
	}
	scrolled := container.New(layout.NewCustomPaddedLayout(0, theme.Padding(), 0, 0), filters) // its bar has room under it
	top.Add(container.NewBorder(nil, nil, nil, l.views.button, container.NewHScroll(scrolled)))
	return top
}

func (l *List[R]) emptyState() *fyne.Container {
	l.nothing = widget.NewLabel("")
	l.nothing.Alignment = fyne.TextAlignCenter
	l.all = widgets.NewButton(l.kind.Name+".clear", lang.L("Clear search and filters"), theme.ContentClearIcon(), l.clear)
	begin := widgets.NewButton(l.kind.Name+".begin", lang.F("New %s", l.kind.Singular), theme.ContentAddIcon(), l.New)
	return container.NewCenter(container.NewVBox(l.nothing, container.NewCenter(container.NewHBox(l.all, begin))))
}

// searched shows what the words in the search box find. Another search is another choice: what was chosen before is not any more.
func (l *List[R]) searched() {
	l.list.ChooseNone()
	l.find()
}

// narrowed shows what other filters leave, and remembers them.
func (l *List[R]) narrowed() {
	l.list.ChooseNone()
	l.find()
	l.keep()
}

// escape takes back what was done last to the list: the choice of rows, or else the search.
func (l *List[R]) escape() {
	if l.chosen.content.Visible() {
		l.list.ChooseNone()
		return
	}
	l.search.SetText("")
}

func (l *List[R]) clear() {
	l.search.SetText("")
	l.source.Clear()
	l.narrowed()
}

// Narrow shows what the source was narrowed to, and looks for words among it.
func (l *List[R]) Narrow(words string) {
	l.search.SetText(words)
	l.narrowed()
}

// keep remembers how the list is sorted and narrowed, and recall takes that up.
func (l *List[R]) keep() {
	l.desk.Keep(l.kind.Name, append([]string{SortWord(l.list.Sort())}, l.source.Kept()...))
}

func (l *List[R]) recall() {
	kept := l.desk.Kept(l.kind.Name)
	if len(kept) == 0 {
		return
	}
	l.list.SetSort(ReadSort(kept[0]))
	l.source.Recall(kept[1:])
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

func (l *List[R]) found() widgets.Rows[R] {
	rows := l.source.Find(l.search.Text, l.list.Sort())
	l.count.SetText(l.addedUp(rows))
	l.sayNothing(rows.Len())
	return rows
}

// addedUp is the line at the foot: how many of how many are shown, and what they add up to.
func (l *List[R]) addedUp(rows widgets.Rows[R]) string {
	parts := []string{l.counted(rows.Len(), l.source.Len())}
	if l.kind.Totals != nil {
		parts = append(parts, l.kind.Totals(l.desk.Office().Register(), rows)...)
	}
	return strings.Join(parts, " · ")
}

// counted is how many of how many are shown: "1 of 1 fund", "3 of 12 funds".
func (l *List[R]) counted(shown, all int) string {
	return lang.F("%s of %s", lang.Number(shown), l.kind.Counted.Of(all))
}

// sayNothing says why no row is shown.
func (l *List[R]) sayNothing(shown int) {
	if shown > 0 {
		l.empty.Hide()
		return
	}
	l.all.Hide()
	switch {
	case l.source.Len() == 0 && l.kind.None != "":
		l.nothing.SetText(l.kind.None)
	case l.source.Len() == 0:
		l.nothing.SetText(lang.F("There is no %s yet.", l.kind.Singular))
	case l.kind.Through != "" && l.search.Text == "" && len(l.source.Kept()) == 0:
		l.nothing.SetText(l.kind.Through)
	default:
		l.nothing.SetText(lang.F("No %s matches. Clear the search and the filters, or make a new one.", l.kind.Singular))
		l.all.Show()
	}
	l.empty.Show()
}

// shown is the list as it stands, for a paper.
func (l *List[R]) shown() reports.List {
	rows := l.found()
	shown := make([]R, rows.Len())
	for i := range shown {
		shown[i] = rows.At(i)
	}
	return l.paper(shown, l.count.Text)
}

// paper is some of the rows under the columns that are shown.
func (l *List[R]) paper(rows []R, totals string) reports.List {
	var keys []string
	for _, c := range l.kind.Columns {
		if c.Heading != "" && !l.list.Hidden(c.Key) { // a box to tick says what the status says
			keys = append(keys, c.Key)
		}
	}
	list := reports.NewList(l.desk.Office().Register(), l.title(), l.source.Fields(), keys, rows)
	list.Filters, list.Totals = l.source.Words(l.search.Text), totals
	return list
}

func (l *List[R]) title() string {
	if l.kind.Title != "" {
		return l.kind.Title
	}
	return l.kind.Section.Label()
}

func (l *List[R]) find() { l.list.SetRows(l.found()) }

// Title is the name of the section.
func (l *List[R]) Title() string { return l.kind.Section.Label() }

// Section is the section of the register.
func (l *List[R]) Section() desk.Section { return l.kind.Section }

// Content is the page.
func (l *List[R]) Content() fyne.CanvasObject { return l.content }

// Arrived puts the keyboard on the row that one comes back from, or else into the search box, unless it is somewhere on the page already.
func (l *List[R]) Arrived() {
	canvas, opened := l.desk.Window().Canvas(), l.opened
	l.opened = false
	switch {
	case opened:
		canvas.Focus(l.list.List())
	case !widgets.HasKeyboard(canvas, l.content):
		l.Find()
	}
}

// Changed shows what was saved, here or elsewhere, without moving the list.
func (l *List[R]) Changed(data.Record) {
	if l.telling {
		return
	}
	l.source.Read()
	l.list.Reload(l.found())
}

// Find puts the cursor into the search box.
func (l *List[R]) Find() { l.desk.Window().Canvas().Focus(l.search) }

// New begins a new record.
func (l *List[R]) New() { l.desk.Open(l.kind.Open(l.desk, l.kind.Fresh(l.desk))) }

// Makes is what New makes.
func (l *List[R]) Makes() string { return l.kind.Singular }
