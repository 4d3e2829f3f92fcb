// Package monitoring is the section of the window for what providers report of their grants: the returns with their figures, those that a
// grant's schedule asks for and nobody has put down yet, and the outcomes frameworks that say what is counted.
package monitoring

import (
	"slices"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// NewRegister is the returns, the returns that are missing, and the frameworks.
func NewRegister(d desk.Desk) desk.Page {
	return record.NewLeaves(
		desk.Monitoring,
		record.Leaf{Title: lang.L("Returns"), Page: newReturns(d)},
		record.Leaf{Title: lang.L("Missing returns"), Page: newMissing(d)},
		record.Leaf{Title: lang.L("Outcomes frameworks"), Page: newFrameworks(d)},
	)
}

func newReturns(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.MonitoringReturn]{
		Section:  desk.Monitoring,
		Name:     "returns",
		Singular: lang.L("return"),
		Plural:   lang.L("returns"),
		Counted:  lang.Counted{One: "{n} return", Other: "{n} returns"},
		Sort:     data.Sort{Field: "status"},
		Columns:  columns(d),
		Words: func(reg *data.Register, m *data.MonitoringReturn) string {
			return grantOf(reg, m) + "\n" + providerOf(reg, m) + "\n" + lang.L(m.StatusOn(d.Today()).Label()) + "\n" + lang.L(m.RAG.Label()) + "\n" + m.Narrative
		},
		Fresh: func(desk.Desk) *data.MonitoringReturn {
			return &data.MonitoringReturn{Stamp: data.Stamp{ID: data.NewID()}, Status: data.ReturnExpected}
		},
		Open:  NewPage,
		Title: lang.L("Returns"),
		Years: func(_ *data.Register, m *data.MonitoringReturn) []data.FinancialYear {
			return record.YearsOf(m.PeriodStart, m.PeriodEnd)
		},
		Totals: func(_ *data.Register, rows widgets.Rows[*data.MonitoringReturn]) []string {
			return totals(rows, d.Today())
		},
		Steps: []record.BulkStep[*data.MonitoringReturn]{
			step(data.ReturnReceived, lang.L("Came in"),
				lang.Counted{One: "{n} return will have come in on %s.", Other: "{n} returns will have come in on %s."},
				lang.Counted{One: "{n} return came in.", Other: "{n} returns came in."}),
			step(data.ReturnChecked, lang.L("Checked"),
				lang.Counted{One: "{n} return will be checked as of %s.", Other: "{n} returns will be checked as of %s."},
				lang.Counted{One: "{n} return checked.", Other: "{n} returns checked."}),
			step(data.ReturnSubmitted, lang.L("Passed on"),
				lang.Counted{One: "{n} return will be passed on to the funder on %s.", Other: "{n} returns will be passed on to the funder on %s."},
				lang.Counted{One: "{n} return passed on to the funder.", Other: "{n} returns passed on to the funder."}),
		},
	})
}

func step(to data.ReturnStatus, label string, will, did lang.Counted) record.BulkStep[*data.MonitoringReturn] {
	return record.StageStepBy(record.StageWords{
		Key: string(to), Label: label, Will: will, Did: did,
	}, record.Itself[*data.MonitoringReturn], func(m *data.MonitoringReturn, on data.Date) error { return take(m, to, on) })
}

// take takes a return a step further. The day on which it came in is that of the step, and goes when it is sent back; one that is to be
// checked again came in long ago.
func take(m *data.MonitoringReturn, to data.ReturnStatus, on data.Date) error {
	waited := m.Status == data.ReturnExpected || m.Status == data.ReturnLate
	if err := data.Advance(m, string(to), on, ""); err != nil {
		return err
	}
	switch {
	case to == data.ReturnExpected:
		m.Received = data.Date{}
	case to == data.ReturnReceived && waited:
		m.Received = on
	}
	return nil
}

// totals are how many returns are waited for, and how many of those are late.
func totals(rows widgets.Rows[*data.MonitoringReturn], today data.Date) []string {
	waited, late := 0, 0
	for i := range rows.Len() {
		switch rows.At(i).StatusOn(today) {
		case data.ReturnLate:
			late++
			waited++
		case data.ReturnExpected, "":
			waited++
		default:
		}
	}
	words := []string{lang.F("%s waited for", lang.Number(waited))}
	if late > 0 {
		words = append(words, lang.F("%s late", lang.Number(late)))
	}
	return words
}

func columns(d desk.Desk) []record.ListColumn[*data.MonitoringReturn] {
	grant := record.Column("grant", lang.L("Grant"), 5, 110, (*data.MonitoringReturn).Label)
	grant.Text = grantOf
	provider := record.Column("provider", lang.L("Provider"), 4, 80, (*data.MonitoringReturn).Label)
	provider.Text = providerOf
	status := record.Column("status", lang.L("Status"), 1, 110, func(m *data.MonitoringReturn) string { return statusOf(m, d.Today()) })
	status.Rank = func(_ *data.Register, m *data.MonitoringReturn) float64 { return standing(m) }
	rating := record.Column("rag", lang.L("Rating"), 0, 54, func(m *data.MonitoringReturn) string { return lang.L(m.RAG.Label()) })
	rating.Rank = func(_ *data.Register, m *data.MonitoringReturn) float64 {
		return float64((slices.Index(data.RAGs(), m.RAG) + len(data.RAGs()) + 1) % (len(data.RAGs()) + 1)) // those that are not rated come last
	}
	period := record.Column("period", lang.L("Period"), 1, 126, (*data.MonitoringReturn).Label)
	period.Rank = func(_ *data.Register, m *data.MonitoringReturn) float64 { return m.PeriodStart.Rank() }
	return []record.ListColumn[*data.MonitoringReturn]{
		grant.Filtered(), provider.Filtered(), period.Filtered(),
		record.DateColumn("due", lang.L("Due"), 0, 84, func(m *data.MonitoringReturn) data.Date { return m.Due }),
		record.DateColumn("received", lang.L("Received"), 0, 84, func(m *data.MonitoringReturn) data.Date { return m.Received }),
		rating.Filtered(), status,
	}
}

func grantOf(reg *data.Register, m *data.MonitoringReturn) string {
	if g, ok := data.Get[*data.Grant](reg, m.Grant); ok {
		return g.Title
	}
	return ""
}

// providerOf is whoever does the work of the grant, which is who reports.
func providerOf(reg *data.Register, m *data.MonitoringReturn) string {
	g, ok := data.Get[*data.Grant](reg, m.Grant)
	if !ok {
		return ""
	}
	return deliverer(reg, g)
}

func deliverer(reg *data.Register, g *data.Grant) string {
	if g.DeliveredBy != "" {
		return reg.NameOf(g.DeliveredBy)
	}
	return reg.NameOf(g.Recipient)
}

// statusOf is the status on a day, and by how much a return is late.
func statusOf(m *data.MonitoringReturn, today data.Date) string {
	status := m.StatusOn(today)
	if days := m.DaysLate(today); days > 0 {
		return lang.N(days, "%s, {n} day", "%s, {n} days", lang.L(status.Label()))
	}
	return lang.L(status.Label())
}

// standing puts returns that are waited for first, the earliest due at the top, and after them those that came in, the latest first.
func standing(m *data.MonitoringReturn) float64 {
	const later = 1e9
	switch m.Status {
	case data.ReturnReceived, data.ReturnChecked, data.ReturnSubmitted:
		return later - m.Due.Rank()
	default:
		return m.Due.Rank()
	}
}
