// Package grants is the section of the window for the money that the office gives: the register of grants, and the page of one.
package grants

import (
	"encoding/json"
	"fmt"
	"slices"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/paper"
	"almoner/ui/record"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Register is the list of grants with its search, filters and totals.
type Register struct {
	desk    desk.Desk
	query   data.Query
	list    *widgets.Register[data.GrantLine]
	search  *widgets.Entry
	filters *filters
	totals  *widget.Label
	empty   *fyne.Container
	content fyne.CanvasObject

	nothing  *widget.Label // the words of the empty state
	unfilter *widgets.Button
}

var (
	_ desk.Finder = (*Register)(nil)
	_ desk.Maker  = (*Register)(nil)
)

// NewRegister is the register of all grants.
func NewRegister(d desk.Desk) *Register {
	r := &Register{desk: d, list: widgets.NewRegister("grants.list", columns(d)), totals: widget.NewLabel("")}
	r.list.OnOpen = func(l data.GrantLine) { d.Open(NewPage(d, l.Grant)) }
	r.list.OnSort = func(data.Sort) { r.picked() }
	r.search = widgets.NewSearch("grants.search", "Search grants by name, recipient, theme or reference")
	r.search.OnChanged = func(text string) { r.query.Text = text; r.find() }
	r.search.OnEnter = r.list.First
	r.search.OnDown = func() { d.Window().Canvas().Focus(r.list.List()) }
	r.search.OnEscape = func() { r.search.SetText("") }
	r.recall()
	r.filters = newFilters(d, &r.query, r.picked)
	r.totals.Truncation = fyne.TextTruncateEllipsis
	columnsButton, arranged := record.NewColumns(d, "grants", r.list)
	r.list.OnArrange = arranged
	add := widgets.NewMainButton("grants.new", "New grant", theme.ContentAddIcon(), r.New)
	r.empty = r.emptyState()
	r.content = container.NewBorder(
		container.New(layout.NewCustomPaddedVBoxLayout(6), container.NewBorder(nil, nil, nil, add, r.search), r.filters.content),
		container.NewBorder(nil, nil, nil, container.NewHBox(columnsButton, paper.NewExport(d, "grants", r.shown)), r.totals), nil, nil,
		container.NewStack(r.list, r.empty),
	)
	r.find()
	return r
}

func columns(d desk.Desk) []widgets.Column[data.GrantLine] {
	shape := []struct {
		key          string
		share, least float32
	}{{"title", 5, 150}, {"recipient", 4, 130}, {"year", 2, 122}, {"amount", 2, 96}, {"funds", 3, 90}, {"status", 1, 84}}
	columns := make([]widgets.Column[data.GrantLine], 0, len(shape))
	for _, s := range shape {
		f, _ := data.GrantField(s.key)
		columns = append(columns, widgets.Column[data.GrantLine]{
			Key: f.Key, Heading: f.Heading, Share: s.share, Least: s.least, Figures: f.Figures,
			Text: func(l data.GrantLine) string { return f.Text(d.Office().Register(), l) },
		})
	}
	return columns
}

// picked shows what is asked for now, and remembers how the list is sorted and narrowed.
func (r *Register) picked() {
	r.find()
	narrowed := r.query
	narrowed.Text = ""
	if query, err := json.Marshal(narrowed); err == nil {
		r.desk.Keep("grants", []string{record.SortWord(r.list.Sort()), string(query)})
	}
}

// recall takes up what was remembered. What cannot be read any more is as if nothing had been.
func (r *Register) recall() {
	kept := r.desk.Kept("grants")
	if len(kept) != 2 {
		return
	}
	var narrowed data.Query
	if json.Unmarshal([]byte(kept[1]), &narrowed) == nil {
		r.query = narrowed
	}
	r.list.SetSort(record.ReadSort(kept[0]))
}

// emptyState is what stands in the place of the rows where there are none.
func (r *Register) emptyState() *fyne.Container {
	r.nothing = widget.NewLabel("")
	r.nothing.Alignment = fyne.TextAlignCenter
	r.unfilter = widgets.NewButton("grants.clear", "Clear search and filters", theme.ContentClearIcon(), r.clear)
	begin := widgets.NewButton("grants.begin", "New grant", theme.ContentAddIcon(), r.New)
	return container.NewCenter(container.NewVBox(r.nothing, container.NewCenter(container.NewHBox(r.unfilter, begin))))
}

// find shows the grants that the search and the filters ask for, and what they add up to.
func (r *Register) find() {
	list := r.desk.Office().Register().Grants()
	view := list.Find(r.query, r.list.Sort())
	r.list.SetRows(view)
	r.showTotals(view, list.Len())
}

func (r *Register) showTotals(view *data.GrantView, of int) {
	switch {
	case view.Len() > 0:
		r.empty.Hide()
	case of == 0:
		r.nothing.SetText("There is no grant yet.")
		r.unfilter.Hide()
		r.empty.Show()
	default:
		r.nothing.SetText("No grant matches. Clear the search and the filters, or make a new grant.")
		r.unfilter.Show()
		r.empty.Show()
	}
	words := fmt.Sprintf("%s of %s · %s · %s", count(view.Len()), plural(of, "grant"), view.Total(), plural(view.Recipients(), "recipient"))
	if other := view.NotGiven(); other.Pence != 0 {
		words += fmt.Sprintf(" · %s not awarded", other)
	}
	r.totals.SetText(words)
}

// shown is the list as it stands, for a paper.
func (r *Register) shown() reports.List {
	reg := r.desk.Office().Register()
	view := reg.Grants().Find(r.query, r.list.Sort())
	lines := make([]data.GrantLine, view.Len())
	for i := range lines {
		lines[i] = view.At(i)
	}
	var keys []string
	for _, c := range columns(r.desk) {
		if !r.list.Hidden(c.Key) {
			keys = append(keys, c.Key)
		}
	}
	list := reports.NewList(reg, r.Title(), data.GrantFields(), keys, lines)
	list.Filters, list.Totals = reports.QueryWords(reg, r.query), r.totals.Text
	return list
}

func count(n int) string { return data.Pounds(int64(n)).Figure()[len("£"):] }

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return count(n) + " " + what + "s"
}

// Narrow shows what a query asks for, until the filters are cleared.
func (r *Register) Narrow(q data.Query) {
	r.search.SetText("")
	r.filters.clear()
	r.query = q
	r.search.SetText(q.Text)
	r.filters.showChosen()
	r.filters.showReset()
	r.picked()
}

func (r *Register) clear() {
	r.filters.clear()
	r.search.SetText("")
	r.find()
}

// Title is the name of the section.
func (r *Register) Title() string { return "Grants" }

// Section is the section of the register.
func (r *Register) Section() desk.Section { return desk.Grants }

// Content is the page.
func (r *Register) Content() fyne.CanvasObject { return r.content }

// Arrived puts the cursor into the search box, so that one can type at once.
func (r *Register) Arrived() { r.Find() }

// Changed shows what was saved, here or elsewhere, without moving the list.
func (r *Register) Changed(data.Record) {
	r.filters.reload()
	list := r.desk.Office().Register().Grants()
	view := list.Find(r.query, r.list.Sort())
	r.list.Reload(view)
	r.showTotals(view, list.Len())
}

// Find puts the cursor into the search box.
func (r *Register) Find() { r.desk.Window().Canvas().Focus(r.search) }

// New begins a new grant.
func (r *Register) New() {
	d := r.desk
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Instrument: data.InstrumentGrant, Status: data.Proposed}
	g.Awards = []data.Award{{ID: data.NewRowID(), FinancialYear: data.FinancialYearOf(d.Today())}}
	d.Open(NewPage(d, g))
}

// Makes is what New makes.
func (r *Register) Makes() string { return "grant" }

// filters are the year, the theme and the recipient that the list is narrowed to.
type filters struct {
	desk      desk.Desk
	query     *data.Query
	changed   func()
	years     *widgets.Choice
	themes    *widgets.Choice
	recipient *widgets.Picker
	fund      *widgets.Picker
	status    *widgets.Choice
	reset     *widgets.Button
	content   fyne.CanvasObject
	quiet     bool
}

const (
	everyYear  = "All years"
	everyTheme = "All themes"
	everyState = "All statuses"
	awarded    = "Awarded" // whatever became of them since
)

// states are the statuses that the list can be narrowed to, by what the filter calls them.
func states() ([]string, map[string][]data.GrantStatus) {
	words := []string{everyState, awarded}
	of := map[string][]data.GrantStatus{awarded: data.AwardedStatuses()}
	for _, s := range data.GrantStatuses() {
		words = append(words, s.Label())
		of[s.Label()] = []data.GrantStatus{s}
	}
	return words, of
}

func newFilters(d desk.Desk, q *data.Query, changed func()) *filters {
	f := &filters{desk: d, query: q, changed: changed}
	f.years = widgets.NewChoice("grants.filter.year", nil, f.pickYear)
	f.themes = widgets.NewChoice("grants.filter.theme", nil, f.pickTheme)
	f.recipient = widgets.NewPicker("All recipients", f.recipients)
	f.recipient.Name("grants.filter.recipient")
	f.recipient.OnChosen = f.pickRecipient
	f.recipient.Set("")
	f.fund = widgets.NewPicker("All funds", f.funds)
	f.fund.Name("grants.filter.fund")
	f.fund.OnChosen = f.pickFund
	f.fund.Set("")
	words, _ := states()
	f.status = widgets.NewChoice("grants.filter.status", words, f.pickStatus)
	f.reset = widgets.NewButton("grants.filter.clear", "Clear filters", theme.ContentClearIcon(), func() { f.clear(); f.changed() })
	f.reset.Importance = widget.LowImportance
	label := widget.NewLabel("Show")
	label.SizeName = look.SizeSmall
	f.content = container.NewHScroll(container.NewHBox(label, f.years, f.themes, f.recipient, f.fund, f.status, f.reset))
	f.reload()
	f.showChosen()
	f.showReset()
	return f
}

// reload offers the years and themes that there are now.
func (f *filters) reload() {
	reg := f.desk.Office().Register()
	years := []string{everyYear}
	for _, y := range reg.Years() {
		years = append(years, reg.Details().Year(y))
	}
	f.years.Offer(years)
	f.themes.Offer(append([]string{everyTheme}, reg.Themes()...))
	f.quiet = true
	defer func() { f.quiet = false }()
	if len(f.query.Years) == 0 {
		f.years.SetSelected(everyYear)
	}
	if len(f.query.Themes) == 0 {
		f.themes.SetSelected(everyTheme)
	}
	if len(f.query.Status) == 0 {
		f.status.SetSelected(everyState)
	}
}

// showChosen shows what the list is narrowed to, to begin with.
func (f *filters) showChosen() {
	f.quiet = true
	defer func() { f.quiet = false }()
	if len(f.query.Years) == 1 {
		f.years.SetSelected(f.desk.Office().Register().Details().Year(f.query.Years[0]))
	}
	if len(f.query.Themes) == 1 {
		f.themes.SetSelected(f.query.Themes[0])
	}
	if len(f.query.Recipients) == 1 {
		f.recipient.Set(f.query.Recipients[0])
	}
	if len(f.query.Funds) == 1 {
		f.fund.Set(f.query.Funds[0])
	}
	words, of := states()
	for _, word := range words {
		if len(f.query.Status) > 0 && slices.Equal(of[word], f.query.Status) {
			f.status.SetSelected(word)
		}
	}
}

func (f *filters) funds() []widgets.Option {
	var options []widgets.Option
	for _, fund := range data.All[*data.Fund](f.desk.Office().Register()) {
		options = append(options, widgets.Option{ID: fund.ID, Label: fund.Label()})
	}
	return options
}

func (f *filters) recipients() []widgets.Option {
	reg := f.desk.Office().Register()
	funded := map[data.ID]bool{}
	for _, g := range data.All[*data.Grant](reg) {
		funded[g.Recipient] = true
	}
	var options []widgets.Option
	for _, o := range data.All[*data.Organisation](reg) {
		if funded[o.ID] {
			options = append(options, widgets.Option{ID: o.ID, Label: o.Name})
		}
	}
	return options
}

func (f *filters) pickYear(label string) {
	f.query.Years = nil
	if y, err := data.ParseFinancialYear(label); err == nil {
		f.query.Years = []data.FinancialYear{y}
	}
	f.picked()
}

func (f *filters) pickTheme(label string) {
	f.query.Themes = nil
	if label != everyTheme {
		f.query.Themes = []string{label}
	}
	f.picked()
}

func (f *filters) pickRecipient(id data.ID) {
	f.query.Recipients = nil
	if id != "" {
		f.query.Recipients = []data.ID{id}
	}
	f.picked()
}

func (f *filters) pickFund(id data.ID) {
	f.query.Funds = nil
	if id != "" {
		f.query.Funds = []data.ID{id}
	}
	f.picked()
}

func (f *filters) pickStatus(word string) {
	_, of := states()
	f.query.Status = of[word]
	f.picked()
}

func (f *filters) picked() {
	if f.quiet {
		return
	}
	f.showReset()
	f.changed()
}

func (f *filters) showReset() {
	if f.query.Filtering() {
		f.reset.Show()
	} else {
		f.reset.Hide()
	}
}

// clear takes all filters off without looking again; whoever calls it does.
func (f *filters) clear() {
	f.quiet = true
	defer func() { f.quiet = false }()
	f.years.SetSelected(everyYear)
	f.themes.SetSelected(everyTheme)
	f.recipient.Set("")
	f.fund.Set("")
	f.status.SetSelected(everyState)
	*f.query = data.Query{Text: f.query.Text}
	f.showReset()
}
