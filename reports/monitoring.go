package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var monitoringFormPaper = Paper{
	Name: "monitoring-form", Title: "Form for the provider", Of: data.KindMonitoringReturn,
	Make: makes(func(s Setting, m *data.MonitoringReturn) document.Document { return MonitoringForm(s.Register, m) }),
}

var monitoringSummaryPaper = Paper{
	Name: "monitoring-summary", Title: "Monitoring summary", Of: data.KindGrant,
	Unfit: unlessFit(func(s Setting, g *data.Grant) string {
		if len(returnsOf(s.Register, g.ID)) == 0 {
			return "No return is expected, and none has come in, for “" + g.Title + "”."
		}
		return ""
	}),
	Make: makes(MonitoringSummary),
}

// MonitoringForm is an empty form for a provider to fill in: a line for each measure, and boxes for what figures cannot say.
func MonitoringForm(reg *data.Register, m *data.MonitoringReturn) document.Document {
	g, ok := data.Get[*data.Grant](reg, m.Grant)
	if !ok {
		g = &data.Grant{}
	}
	w := newGrantWriter(reg, g)
	w.words.values["period"], w.words.values["due"], w.words.values["contact"] = m.Label(), m.Due.Long(), w.words.contact()
	title := w.words.plain("form_title")
	doc := newPaper(w.office, strings.Join(nonEmpty(g.Title, m.Label()), ", ")+": "+strings.ToLower(title[:1])+title[1:], title, strings.Join(nonEmpty(g.Title, m.Label()), " · "))
	doc.Dated = m.Due.Time()
	var part document.Part
	part.Add(document.Heading{Level: 1, Text: document.Text(title)})
	part.Add(w.words.blocks("form_opening")...)
	part.Add(fields(
		field(w.words.plain("grant_title"), g.Title),
		field(w.words.plain("grant_reference"), string(g.Reference)),
		field(w.words.plain("grant_recipient"), reg.NameOf(g.Recipient)),
		field(w.words.plain("grant_return_period"), strings.Join(nonEmpty(m.Label(), w.words.period(m.PeriodStart, m.PeriodEnd)), ": ")),
		field(w.words.plain("form_due"), m.Due.Long()),
	))
	part.Add(headed(2, w.words.plain("form_measures"), w.formMeasures(m)...)...)
	part.Add(document.Heading{Level: 2, Text: document.Text(w.words.plain("form_told"))})
	for _, question := range []string{"form_well", "form_hard", "form_voices", "form_next"} {
		part.Add(document.Blank{Label: w.words.plain(question), Lines: 5})
	}
	part.Add(headed(2, w.words.plain("form_money"), document.Fields{Rows: []document.Field{
		{Label: w.words.plain("form_spent"), Blank: 1.6}, {Label: w.words.plain("form_unspent"), Blank: 1.6},
	}})...)
	sign := append([]document.Block{document.Heading{Level: 2, Text: document.Text(w.words.plain("form_declaration"))}}, w.words.blocks("form_declaration_words")...)
	part.Add(document.Together{Blocks: append(sign, signature(w.words, "", "", ""))})
	doc.Parts = []document.Part{part}
	return doc
}

// formMeasures is a line for each measure that the return asks for: those put down for it or, where there are none, those of its framework.
func (w grantWriter) formMeasures(m *data.MonitoringReturn) []document.Block {
	t := w.words.table(w.words.plain("form_measures"), "grant_measure", "form_unit", "form_target>", "form_figure", "form_comment")
	t.Grid = true
	t.Columns[0].Weight, t.Columns[1].Weight, t.Columns[2].Weight, t.Columns[3].Weight, t.Columns[4].Weight = 3, 1.1, 1, 1.2, 3
	row := func(measure, unit string, target *data.Decimal) {
		t.Groups[0].Rows = append(t.Groups[0].Rows, document.Row{
			Cells: []document.Cell{document.TextCell(measure), document.TextCell(unit), decimalCell(target), {}, {}}, Lines: signatureLines,
		})
	}
	for _, v := range m.Values {
		row(v.Measure, v.Unit, v.Target)
	}
	if f, ok := data.Get[*data.OutcomesFramework](w.reg, m.Framework); ok && len(m.Values) == 0 {
		for _, measure := range f.Measures {
			row(strings.Join(nonEmpty(measure.Title, measure.Description), ": "), measure.Unit, nil)
		}
	}
	if len(t.Groups[0].Rows) == 0 {
		for _, o := range w.g.Outcomes {
			row(o.Measure, "", nil)
		}
	}
	return filled(t)
}

// MonitoringSummary is what a provider has reported of a grant, measure by measure and period by period, with the ratings and what is late.
func MonitoringSummary(s Setting, g *data.Grant) document.Document {
	w := newGrantWriter(s.Register, g)
	w.words.values["today"] = s.Today.Long()
	doc := newPaper(w.office, g.Title+": "+w.words.plain("summary_kind"), w.words.plain("summary_kind"), w.label())
	doc.Dated = s.Today.Time()
	returns := returnsOf(s.Register, g.ID)
	var part document.Part
	part.Add(document.Heading{Level: 1, Text: document.Text(g.Title)})
	part.Add(w.words.blocks("summary_opening")...)
	part.Add(fields(
		field(w.words.plain("grant_recipient"), s.Register.NameOf(g.Recipient)),
		field(w.words.plain("grant_period"), w.words.period(g.PlannedStart, g.PlannedEnd)),
		field(w.words.plain("grant_amount"), g.Total().String()),
	))
	part.Add(headed(2, w.words.plain("grant_returns"), w.summaryReturns(s.Today, returns)...)...)
	for _, measure := range measuresOf(returns) {
		part.Add(w.measure(measure, returns)...)
	}
	var told []document.Block
	for _, m := range returns {
		told = append(told, headed(3, m.Label(), document.Markdown(m.Narrative, 4)...)...)
	}
	part.Add(headed(2, w.words.plain("summary_told"), told...)...)
	doc.Parts = []document.Part{part}
	return doc
}

func (w grantWriter) summaryReturns(today data.Date, returns []*data.MonitoringReturn) []document.Block {
	t := w.words.table(w.words.plain("grant_returns"), "grant_return_period", "grant_due", "grant_received", "grant_return_status", "grant_rag")
	for _, m := range returns {
		addRow(&t, document.TextCell(m.Label()), dayCell(m.Due), dayCell(m.Received), document.TextCell(m.StatusOn(today).Label()), document.TextCell(m.RAG.Label()))
	}
	return filled(t)
}

// measuresOf are the measures that returns tell of, in the order in which they first come.
func measuresOf(returns []*data.MonitoringReturn) []string {
	var names []string
	seen := map[string]bool{}
	for _, m := range returns {
		for _, v := range m.Values {
			if key := data.Fold(v.Measure); !seen[key] {
				seen[key] = true
				names = append(names, v.Measure)
			}
		}
	}
	return names
}

// measure is one measure over all periods: what was reported beside what was hoped for, in figures and as a chart. The figures come first,
// because they fill the rest of a page where a chart does not fit.
func (w grantWriter) measure(name string, returns []*data.MonitoringReturn) []document.Block {
	chart := &document.Chart{Series: []string{w.words.plain("summary_reported"), w.words.plain("form_target")}}
	t := w.words.table(name, "grant_return_period", "summary_reported>", "form_target>", "form_comment")
	unit, targets, comments := "", false, false
	for _, m := range returns {
		for _, v := range m.Values {
			if data.Fold(v.Measure) != data.Fold(name) {
				continue
			}
			if v.Unit != "" {
				unit = v.Unit
			}
			reported := document.Bar{Missing: true, Text: w.words.plain("summary_missing")}
			cell := document.TextCell(reported.Text)
			if v.Value != nil {
				reported, cell = document.Bar{Length: v.Value.Float(), Text: v.Value.String()}, decimalCell(v.Value)
			}
			row := document.ChartRow{Label: m.Label(), Bars: []document.Bar{reported}}
			if v.Target != nil {
				targets = true
				row.Bars = append(row.Bars, document.Bar{Length: v.Target.Float(), Text: v.Target.String()})
			}
			comments = comments || v.Comment != ""
			chart.Rows = append(chart.Rows, row)
			addRow(&t, document.TextCell(m.Label()), cell, decimalCell(v.Target), document.TextCell(v.Comment))
		}
	}
	if !targets {
		chart.Series = chart.Series[:1]
	}
	if !comments {
		t.Columns = t.Columns[:3]
		for i := range t.Groups[0].Rows {
			t.Groups[0].Rows[i].Cells = t.Groups[0].Rows[i].Cells[:3]
		}
	}
	title := name
	if unit != "" && !strings.Contains(data.Fold(name), data.Fold(unit)) {
		title += " (" + unit + ")"
	}
	return headed(2, title, t, document.Figure{Alt: w.words.chart(title, chart), Chart: chart, Caption: document.Text(title)})
}
