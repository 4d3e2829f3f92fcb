package monitoring

import (
	"context"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// missing is the returns that grants' schedules ask for in a year and nobody has put down.
type missing struct {
	desk    desk.Desk
	year    data.FinancialYear
	grant   data.ID // of one grant only; empty is all
	rows    []*data.MonitoringReturn
	years   *widgets.Choice
	grants  *widgets.Picker
	make    *widgets.Button
	list    *record.Beside[*data.MonitoringReturn]
	content fyne.CanvasObject
}

func newMissing(d desk.Desk) *missing {
	m := &missing{desk: d, year: data.FinancialYearOf(d.Today())}
	details := d.Office().Register().Details()
	var years []string
	for y := m.year + 1; y >= m.year-2; y-- {
		years = append(years, details.Year(y))
	}
	m.years = widgets.NewChoice("missing.year", years, nil)
	m.years.SetSelected(details.Year(m.year))
	m.years.OnChanged = m.pickYear
	m.grants = pickGrant(d)
	m.grants.Name("missing.grant")
	m.grants.Empty = lang.L("All grants")
	m.grants.Set("")
	m.grants.OnChosen = m.pickGrant
	m.make = widgets.NewMainButton("missing.make", "", theme.ContentAddIcon(), m.putDown)
	words := widget.NewLabel(lang.L("Periods that end in"))
	top := container.NewBorder(nil, nil, container.NewHBox(words, m.years, widget.NewLabel(lang.L("of"))), m.make, container.New(layout.NewGridWrapLayout(fyne.NewSize(320, m.grants.MinSize().Height)), m.grants))
	m.list = record.NewBeside("missing.list", m.columns(), top, func(r *data.MonitoringReturn) { record.OpenOrSay(d, data.KindGrant, r.Grant) })
	m.content = m.list.Content
	m.refresh()
	return m
}

func (m *missing) columns() []record.BesideColumn[*data.MonitoringReturn] {
	reg := m.desk.Office().Register()
	column := record.NewBesideColumn[*data.MonitoringReturn]
	due := column("due", lang.L("Due"), 0, 110, func(r *data.MonitoringReturn) string { return r.Due.String() })
	due.Rank = func(r *data.MonitoringReturn) float64 { return r.Due.Rank() }
	return []record.BesideColumn[*data.MonitoringReturn]{
		due,
		column("grant", lang.L("Grant"), 5, 150, func(r *data.MonitoringReturn) string { return grantOf(reg, r) }),
		column("provider", lang.L("Provider"), 4, 130, func(r *data.MonitoringReturn) string { return providerOf(reg, r) }),
		column("period", lang.L("Period"), 2, 150, (*data.MonitoringReturn).Label),
	}
}

func (m *missing) pickYear(label string) {
	if y, err := data.ParseFinancialYear(label); err == nil {
		m.year = y
		m.refresh()
	}
}

func (m *missing) pickGrant(id data.ID) {
	m.grant = id
	m.refresh()
}

// refresh asks the register anew.
func (m *missing) refresh() {
	reg := m.desk.Office().Register()
	m.rows = nil
	for _, r := range reg.MissingReturnsIn(m.year) {
		if m.grant == "" || r.Grant == m.grant {
			m.rows = append(m.rows, r)
		}
	}
	year := reg.Details().Year(m.year)
	if len(m.rows) == 0 {
		m.make.Hide()
		m.list.Show(nil, lang.F("Every return that the grants’ schedules ask for in %s is put down. How often a grant reports is set in the grant.", year))
		return
	}
	m.make.SetText(lang.F("Put down %s", allOf(len(m.rows))))
	m.make.Show()
	m.list.Show(m.rows, lang.N(len(m.rows),
		"{n} return that the grants’ schedules ask for in %s, and nobody has put down yet.",
		"{n} returns that the grants’ schedules ask for in %s, and nobody has put down yet.", year))
}

func allOf(n int) string {
	if n == 1 {
		return lang.L("this return")
	}
	return lang.F("these %d returns", n)
}

// putDown saves all returns that are shown, or none.
func (m *missing) putDown() {
	rows := make([]data.Record, len(m.rows))
	for i, r := range m.rows {
		rows[i] = r
	}
	office := m.desk.Office()
	m.desk.Run(
		func(ctx context.Context) error { return office.SaveAll(ctx, rows, nil) },
		func(err error) {
			if err != nil {
				m.desk.Explain("put down the missing returns", err)
				return
			}
			m.desk.Saved(rows[0])
			m.desk.Say(lang.N(len(rows), "Put down {n} return. It is expected by its day.", "Put down {n} returns. Each is expected by its day."), &desk.Doing{Label: lang.L("Undo"), Do: func() { m.takeBack(rows) }})
		},
	)
}

// takeBack deletes the returns that were put down, but for those that somebody has changed since.
func (m *missing) takeBack(rows []data.Record) {
	office, kept := m.desk.Office(), 0
	m.desk.Run(
		func(ctx context.Context) error {
			var gone []data.Record
			for _, r := range rows {
				now, ok := office.Register().Find(r.RecordKind(), r.Stamped().ID)
				if !ok {
					continue
				}
				if changes, err := data.Diff(r, now); err != nil || len(changes) > 0 {
					kept++
					continue
				}
				gone = append(gone, now)
			}
			_, err := office.DeleteAll(ctx, gone)
			return err
		},
		func(err error) {
			m.desk.Saved(rows[0])
			switch {
			case err != nil:
				m.desk.Explain("take back the returns", err)
			case kept > 0:
				m.desk.Say(lang.N(kept, "Taken back, but for {n} return with changes since.", "Taken back, but for {n} returns with changes since."), nil)
			default:
				m.desk.Say(lang.N(len(rows), "Taken back: {n} return.", "Taken back: {n} returns."), nil)
			}
		},
	)
}

// Title is the name of the section.
func (m *missing) Title() string { return desk.Monitoring.Label() }

// Section is the section.
func (m *missing) Section() desk.Section { return desk.Monitoring }

// Content is the leaf.
func (m *missing) Content() fyne.CanvasObject { return m.content }

// Arrived shows what is missing now.
func (m *missing) Arrived() { m.refresh() }

// Changed shows what is missing after a save. A leaf that is not turned to is brought up to date when it is.
func (m *missing) Changed(rec data.Record) {
	if k := rec.RecordKind(); m.content.Visible() && (k == data.KindGrant || k == data.KindMonitoringReturn) {
		m.refresh()
	}
}
