package grants

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// reporting is the leaf of what the provider reports and when: the schedule, and the returns that the office holds.
type reporting struct {
	page    *record.Page[*data.Grant]
	returns *record.Beside[*data.MonitoringReturn]
	fill    *widgets.Button
	content fyne.CanvasObject
}

func newReporting(p *record.Page[*data.Grant]) *reporting {
	v := &reporting{page: p}
	f, schedule := p.Form, &p.Record.Monitoring
	v.fill = widgets.NewButton(f.ID("returns.fill"), "", theme.ContentAddIcon(), v.putDown)
	v.returns = record.NewBeside("grant.returns", v.columns(), nil, func(m *data.MonitoringReturn) { record.OpenOrSay(p.Desk, data.KindMonitoringReturn, m.ID) })
	v.returns.SortBy(data.Sort{Field: "due"})
	top := container.NewPadded(widgets.Stack(
		widgets.Columns(
			widgets.ChooseOr(f, "monitoring.every", lang.L("Returns"), lang.L("None are asked for"), data.Frequencies(), &schedule.Every),
			f.Count("monitoring.due_after", lang.L("Days until due"), lang.L("after the period ends"), &schedule.DueAfter),
			f.Pick("monitoring.framework", lang.L("Outcomes framework"), "", record.Pick[*data.OutcomesFramework](p.Desk, lang.L("None")), &schedule.Framework),
		),
		container.NewHBox(v.fill),
	))
	v.content = widgets.Over(top, v.returns.Content)
	v.refresh()
	return v
}

func (v *reporting) columns() []record.BesideColumn[*data.MonitoringReturn] {
	today := v.page.Desk.Today()
	column := record.NewBesideColumn[*data.MonitoringReturn]
	day := func(key, heading string, of func(*data.MonitoringReturn) data.Date) record.BesideColumn[*data.MonitoringReturn] {
		c := column(key, heading, 1, 90, func(m *data.MonitoringReturn) string { return of(m).String() })
		c.Rank = func(m *data.MonitoringReturn) float64 { return of(m).Rank() }
		return c
	}
	return []record.BesideColumn[*data.MonitoringReturn]{
		column("period", lang.L("Period"), 3, 120, (*data.MonitoringReturn).Label),
		day("due", lang.L("Due"), func(m *data.MonitoringReturn) data.Date { return m.Due }),
		day("received", lang.L("Received"), func(m *data.MonitoringReturn) data.Date { return m.Received }),
		column("status", lang.L("Status"), 1, 90, func(m *data.MonitoringReturn) string { return lang.L(m.StatusOn(today).Label()) }),
		column("rag", lang.L("Rating"), 1, 60, func(m *data.MonitoringReturn) string { return lang.L(m.RAG.Label()) }),
	}
}

// refresh lists the returns as the register has them now, and offers those that the schedule asks for.
func (v *reporting) refresh() {
	reg, grant := v.page.Desk.Office().Register(), v.page.Record
	held, missing := reg.ReturnsOf(grant.ID), reg.MissingReturns(grant)
	v.returns.Show(held, v.foot(len(held), len(missing)))
	if len(missing) == 0 {
		v.fill.Hide()
		return
	}
	words := lang.N(len(missing), "Put down {n} return that the schedule asks for", "Put down {n} returns that the schedule asks for")
	if v.fill.Text != words {
		v.fill.SetText(words)
	}
	v.fill.Show()
}

// foot says why there is nothing to list or to put down.
func (v *reporting) foot(held, missing int) string {
	g := v.page.Record
	switch {
	case g.Monitoring.Every != "" && (g.PlannedStart.IsZero() || g.PlannedEnd.IsZero()):
		return lang.L("Put down from when until when the grant runs, and its returns can be put down at once.")
	case g.Monitoring.Every != "" && !g.Status.Given():
		return lang.L("Returns can be put down at once when the grant is approved.")
	case held == 0 && missing == 0:
		return lang.L("No return of this grant is put down.")
	default:
		return ""
	}
}

// putDown saves the grant as it is on the page, together with the returns that its schedule asks for and nobody has put down.
func (v *reporting) putDown() {
	p, office := v.page, v.page.Desk.Office()
	var missing []*data.MonitoringReturn
	store := record.Together(office, func(g *data.Grant) ([]data.Record, error) {
		missing = office.Register().MissingReturns(g)
		records := make([]data.Record, len(missing))
		for i, m := range missing {
			records[i] = m
		}
		return records, nil
	})
	p.SaveAs(p.Record, store, func() {
		for _, m := range missing {
			if rec, ok := office.Register().Find(data.KindMonitoringReturn, m.ID); ok {
				p.Desk.Saved(rec)
			}
		}
		p.Desk.Say(lang.N(len(missing), "Put down {n} return.", "Put down {n} returns."), nil)
	})
}
