package grants

import (
	"encoding/json"
	"slices"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// source is the grants of the office, narrowed by year, theme, recipient, fund and status.
type source struct {
	desk    desk.Desk
	query   data.Query
	filters *filters
	changed func()
}

func newSource(d desk.Desk) *source {
	s := &source{desk: d, changed: func() {}}
	s.filters = newFilters(d, &s.query, func() { s.changed() })
	return s
}

func (s *source) list() *data.GrantList { return s.desk.Office().Register().Grants() }

// Read offers the years, the themes and the funds that there are now; the register makes its list of grants itself.
func (s *source) Read() { s.filters.reload() }

func (s *source) Len() int { return s.list().Len() }

func (s *source) Find(text string, by data.Sort) widgets.Rows[data.GrantLine] {
	q := s.query
	q.Text = text
	return s.list().Find(q, by)
}

func (s *source) Fields() []data.Field[data.GrantLine] { return data.GrantFields() }

func (s *source) Words(text string) []string {
	q := s.query
	q.Text = text
	return reports.QueryWords(s.desk.Office().Register(), q)
}

func (s *source) Filters() fyne.CanvasObject { return s.filters.content }
func (s *source) OnFilter(changed func())    { s.changed = changed }
func (s *source) Clear()                     { s.filters.clear() }

// narrow shows what a query asks for, its words apart.
func (s *source) narrow(q data.Query) {
	s.filters.clear()
	q.Text = ""
	s.query = q
	s.filters.showChosen()
	s.filters.showReset()
}

func (s *source) Kept() []string {
	if !s.query.Filtering() {
		return nil
	}
	query, err := json.Marshal(s.query)
	if err != nil {
		return nil
	}
	return []string{string(query)}
}

// Recall takes up what was remembered. What cannot be read any more is as if nothing had been.
func (s *source) Recall(kept []string) (gone []string) {
	var q data.Query
	if len(kept) > 0 && json.Unmarshal([]byte(kept[0]), &q) != nil {
		q = data.Query{}
	}
	q, gone = s.known(q)
	s.narrow(q)
	return gone
}

// known leaves out of a query what the register does not have any more, and says that in words.
func (s *source) known(q data.Query) (data.Query, []string) {
	reg := s.desk.Office().Register()
	var gone []string
	years, themes := reg.Years(), reg.Themes()
	q.Years = slices.DeleteFunc(q.Years, func(y data.FinancialYear) bool {
		return isGone(&gone, slices.Contains(years, y), lang.F("Year: %s", reg.Details().Year(y)))
	})
	q.Themes = slices.DeleteFunc(q.Themes, func(t string) bool { return isGone(&gone, slices.Contains(themes, t), lang.F("Theme: %s", t)) })
	q.Recipients = slices.DeleteFunc(q.Recipients, func(id data.ID) bool {
		_, held := data.Get[*data.Organisation](reg, id)
		return isGone(&gone, held, lang.L("a recipient that was deleted"))
	})
	q.Funds = slices.DeleteFunc(q.Funds, func(id data.ID) bool {
		_, held := data.Get[*data.Fund](reg, id)
		return isGone(&gone, held, lang.L("a fund that was deleted"))
	})
	return q, gone
}

func isGone(gone *[]string, held bool, words string) bool {
	if !held {
		*gone = append(*gone, words)
	}
	return !held
}

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

//lang:words
const (
	everyYear  = "All years"
	everyTheme = "All themes"
	everyState = "All statuses"
	awarded    = "Awarded" // whatever became of them since
)

// states are the statuses that the list can be narrowed to, by what the filter calls them.
func states() ([]string, map[string][]data.GrantStatus) {
	words := []string{lang.L(everyState), lang.L(awarded)}
	of := map[string][]data.GrantStatus{lang.L(awarded): data.AwardedStatuses()}
	for _, s := range data.GrantStatuses() {
		words = append(words, lang.L(s.Label()))
		of[lang.L(s.Label())] = []data.GrantStatus{s}
	}
	return words, of
}

func newFilters(d desk.Desk, q *data.Query, changed func()) *filters {
	f := &filters{desk: d, query: q, changed: changed}
	f.years = widgets.NewChoice("grants.filter.year", nil, f.pickYear)
	f.themes = widgets.NewChoice("grants.filter.theme", nil, f.pickTheme)
	f.recipient = widgets.NewPicker(lang.L("All recipients"), f.recipients)
	f.recipient.Name("grants.filter.recipient")
	f.recipient.OnChosen = f.pickRecipient
	f.recipient.Set("")
	f.fund = widgets.NewPicker(lang.L("All funds"), f.funds)
	f.fund.Name("grants.filter.fund")
	f.fund.OnChosen = f.pickFund
	f.fund.Set("")
	words, _ := states()
	f.status = widgets.NewChoice("grants.filter.status", words, f.pickStatus)
	f.reset = widgets.NewButton("grants.filter.clear", lang.L("Clear filters"), theme.ContentClearIcon(), func() { f.clear(); f.changed() })
	f.reset.Importance = widget.LowImportance
	label := widget.NewLabel(lang.L("Show"))
	label.SizeName = look.SizeSmall
	f.content = container.NewHBox(label, f.years, f.themes, f.recipient, f.fund, f.status, f.reset)
	f.reload()
	f.showChosen()
	f.showReset()
	return f
}

// reload offers the years and themes that there are now.
func (f *filters) reload() {
	reg := f.desk.Office().Register()
	years := []string{lang.L(everyYear)}
	for _, y := range reg.Years() {
		years = append(years, reg.Details().Year(y))
	}
	f.years.Offer(years)
	f.themes.Offer(append([]string{lang.L(everyTheme)}, reg.Themes()...))
	f.quiet = true
	defer func() { f.quiet = false }()
	if len(f.query.Years) == 0 {
		f.years.SetSelected(lang.L(everyYear))
	}
	if len(f.query.Themes) == 0 {
		f.themes.SetSelected(lang.L(everyTheme))
	}
	if len(f.query.Status) == 0 {
		f.status.SetSelected(lang.L(everyState))
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
	if label != lang.L(everyTheme) {
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
	f.years.SetSelected(lang.L(everyYear))
	f.themes.SetSelected(lang.L(everyTheme))
	f.recipient.Set("")
	f.fund.Set("")
	f.status.SetSelected(lang.L(everyState))
	*f.query = data.Query{Text: f.query.Text}
	f.showReset()
}
