package monitoring

import (
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

type page = record.Page[*data.MonitoringReturn]

// NewPage is the page of one return.
func NewPage(d desk.Desk, m *data.MonitoringReturn) desk.Page {
	var v *view
	return record.New(d, record.Kind[*data.MonitoringReturn]{
		Section: desk.Monitoring,
		Name:    "return",
		Heading: func(m *data.MonitoringReturn) string { return heading(d.Office().Register(), m) },
		Tabs: func(p *page) []record.Tab {
			v = newView(p)
			return []record.Tab{{Title: lang.L("Return"), Content: v.form}, {Title: lang.L("Figures"), Content: v.figures}, p.History()}
		},
		Refreshed: func(*page) { v.refresh() },
		Around:    func(*page) { v.refresh() },
	}, m)
}

func heading(reg *data.Register, m *data.MonitoringReturn) string {
	grant := grantOf(reg, m)
	switch {
	case grant == "" && m.Period == "":
		return lang.L("New return")
	case grant == "":
		return m.Period
	case m.Period == "" && m.Due.IsZero():
		return grant
	default:
		return grant + ", " + m.Label()
	}
}

// view is the leaves of a return.
type view struct {
	page    *page
	grant   *record.Crossing
	late    *widget.Label
	rows    *record.Rows[data.MeasureValue]
	against []*widget.Label // how each figure stands against its target, row by row
	fill    *widgets.Button
	why     *widget.Label // why there is nothing to fill from
	form    fyne.CanvasObject
	figures fyne.CanvasObject
}

func newView(p *page) *view {
	v := &view{page: p, late: widgets.Note(""), why: widgets.Note("")}
	v.late.Importance = widget.WarningImportance
	f, m, today := p.Form, p.Record, p.Desk.Today()
	v.grant = record.NewCrossing(p.Desk, f.ID("grant.open"), data.KindGrant, &m.Grant)
	v.form = record.Sheet(
		record.NewSteps(p, steps(p)),
		v.late,
		f.Pick("grant", lang.L("Grant"), "", pickGrant(p.Desk), &m.Grant),
		v.grant.Content,
		widgets.Columns(
			f.Text("period", lang.L("Period"), lang.L("Quarter 1, 2025-26"), &m.Period),
			f.Date("period_start", lang.L("From"), "", today, &m.PeriodStart),
			f.Date("period_end", lang.L("To"), "", today, &m.PeriodEnd),
		),
		widgets.Columns(
			f.Date("due", lang.L("Due"), "", today, &m.Due),
			f.Date("received", lang.L("Received"), "", today, &m.Received),
			widgets.ChooseOr(f, "rag", lang.L("Rating"), lang.L("Not rated"), data.RAGs(), &m.RAG),
		),
		f.Lines("narrative", lang.L("What the provider tells"), lang.L("# begins a heading, a dash a bullet"), 8, &m.Narrative),
	)
	framework := f.Pick("framework", lang.L("Outcomes framework"), "", record.Pick[*data.OutcomesFramework](p.Desk, lang.L("None")), &m.Framework)
	v.fill = widgets.NewButton(f.ID("fill"), "", theme.ContentAddIcon(), v.fillIn)
	v.rows = v.values()
	v.figures = record.Sheet(framework, v.why, container.NewHBox(v.fill), v.rows.Content)
	return v
}

// steps are what becomes of a return.
func steps(p *page) record.StepsOf[*data.MonitoringReturn] {
	of := record.StepsOf[*data.MonitoringReturn]{First: string(data.ReturnExpected), Verb: verb, BySelf: []string{string(data.ReturnLate)}, Asks: map[string]func(){}}
	of.Now = func(m *data.MonitoringReturn) string { return string(m.StatusOn(p.Desk.Today())) }
	for _, to := range []data.ReturnStatus{data.ReturnExpected, data.ReturnReceived} {
		of.Asks[string(to)] = func() {
			p.AskStep(record.Asking[*data.MonitoringReturn]{
				Verb: verb(string(to)), Take: func(m *data.MonitoringReturn, on data.Date) error { return take(m, to, on) },
			})
		}
	}
	return of
}

func verb(stage string) string {
	switch data.ReturnStatus(stage) {
	case data.ReturnReceived:
		return lang.L("It came in")
	case data.ReturnChecked:
		return lang.L("It is checked")
	case data.ReturnSubmitted:
		return lang.L("Passed on to the funder")
	default:
		return lang.L("Send it back")
	}
}

// pickGrant is a picker of the grants that were given. Services are funded again and again under one title, so the years are said too.
func pickGrant(d desk.Desk) *widgets.Picker {
	reg := d.Office().Register()
	given := func(g *data.Grant) bool { return g.Status.Given() }
	years, _ := data.GrantField("year")
	return record.PickOf(d, lang.L("Choose the grant that it reports on"), given, func(g *data.Grant) string {
		return strings.Join(filled(g.Title, deliverer(reg, g), years.Text(reg, data.GrantLine{Grant: g})), " · ")
	})
}

func filled(words ...string) []string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// values edits the figures, a row a measure.
func (v *view) values() *record.Rows[data.MeasureValue] {
	f := v.page.Form
	v.against = nil
	return record.NewRows(f, v.page.Touch, record.RowsOf[data.MeasureValue]{
		Key: "values", List: &v.page.Record.Values, Add: lang.L("Add a figure"),
		Fresh: func([]data.MeasureValue) data.MeasureValue { return data.MeasureValue{ID: data.NewRowID()} },
		Row:   v.value,
	})
}

// value is the row of one figure, with how it stands against its target.
func (v *view) value(at string, value *data.MeasureValue) fyne.CanvasObject {
	f := v.page.Form
	if at == "values[0]." { // the rows are made anew from the first one on
		v.against = nil
	}
	stands := widgets.Note("")
	v.against = append(v.against, stands)
	return widgets.Stack(
		widgets.Shares(
			[]float32{6, 2, 2, 2},
			f.Text(at+"measure", lang.L("Measure"), "", &value.Measure),
			f.Figure(at+"value", lang.L("Figure"), "", &value.Value),
			f.Figure(at+"target", lang.L("Target"), "", &value.Target),
			f.Text(at+"unit", lang.L("Unit"), "", &value.Unit),
		),
		widgets.Shares([]float32{6, 6}, f.Text(at+"comment", lang.L("Comment"), "", &value.Comment), widgets.Level(stands)),
		widget.NewSeparator(),
	)
}

// fillIn adds a row for each measure of the framework that has none yet.
func (v *view) fillIn() {
	m := v.page.Record
	m.Values = append(m.Values, v.page.Desk.Office().Register().MissingMeasures(m)...)
	v.rows.Build()
	v.page.Touch()
}

func (v *view) refresh() {
	m, today := v.page.Record, v.page.Desk.Today()
	v.grant.Refresh()
	v.sayLate(m, today)
	v.sayFill(m)
	for i, label := range v.against {
		if i < len(m.Values) {
			if said := against(m.Values[i]); label.Text != said {
				label.SetText(said)
			}
		}
	}
}

func (v *view) sayLate(m *data.MonitoringReturn, today data.Date) {
	if !m.LateOn(today) {
		v.late.Hide()
		return
	}
	v.late.SetText(lang.N(m.DaysLate(today), "Late: it was due on %s, {n} day ago.", "Late: it was due on %s, {n} days ago.", m.Due.Long()))
	v.late.Show()
}

// sayFill offers the measures that are missing, or says why there are none.
func (v *view) sayFill(m *data.MonitoringReturn) {
	n := len(v.page.Desk.Office().Register().MissingMeasures(m))
	v.fill.Hide()
	why := ""
	switch {
	case m.Framework == "":
		why = lang.L("Choose a framework, and its measures can be put in at once.")
	case n == 0:
		why = lang.L("There is a row for every measure of the framework.")
	default:
		v.fill.SetText(lang.N(n, "Put in {n} measure of the framework", "Put in {n} measures of the framework"))
		v.fill.Show()
	}
	if v.why.Text != why {
		v.why.SetText(why)
	}
	if why == "" {
		v.why.Hide()
	} else {
		v.why.Show()
	}
}

// against is how a figure stands against its target, in words. Whether more is better, the reader knows.
func against(v data.MeasureValue) string {
	by, ok := v.Against()
	switch {
	case v.Value == nil && v.Target != nil:
		return lang.F("Not reported; the target is %s.", v.Target.String())
	case v.Value == nil:
		return lang.L("Not reported.")
	case !ok:
		return lang.L("No target.")
	case by == 0:
		return lang.L("On target.")
	case by > 0:
		return lang.F("%s above target.", by.String())
	default:
		return lang.F("%s below target.", (-by).String())
	}
}
