package office

import (
	"cmp"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// staff is the list of the office’s own team, those who have left last.
type staff struct {
	desk desk.Desk
	list *record.Beside[*data.Staff]
}

func newStaff(d desk.Desk) *staff {
	s := &staff{desk: d}
	add := widgets.NewButton("office.staff.new", lang.L("New member of staff"), theme.ContentAddIcon(), func() {
		d.Open(NewStaffPage(d, &data.Staff{Stamp: data.Stamp{ID: data.NewID()}}))
	})
	s.list = record.NewBeside("office.staff", staffColumns(), container.NewHBox(layout.NewSpacer(), add), func(m *data.Staff) { d.Open(NewStaffPage(d, m)) })
	s.list.SortBy(data.Sort{Field: "left"})
	s.refresh()
	return s
}

func staffColumns() []record.BesideColumn[*data.Staff] {
	column := record.NewBesideColumn[*data.Staff]
	left := column("left", lang.L("Left"), 1, 96, func(m *data.Staff) string { return m.Left.String() })
	left.Rank = func(m *data.Staff) float64 { return m.Left.Rank() }
	return []record.BesideColumn[*data.Staff]{
		column("name", lang.L("Name"), 4, 150, (*data.Staff).Label),
		column("job_title", lang.L("Job title"), 5, 160, func(m *data.Staff) string { return m.JobTitle }),
		column("email", lang.L("E-mail"), 3, 120, func(m *data.Staff) string { return m.Email }),
		column("phone", lang.L("Phone"), 1, 110, func(m *data.Staff) string { return m.Phone }),
		left,
	}
}

func (s *staff) refresh() {
	all := data.All[*data.Staff](s.desk.Office().Register())
	foot := lang.L("They can be chosen as lead and contact officers, and for actions. Who has left stays: papers name them.")
	if len(all) == 0 {
		foot = lang.L("Nobody is put down yet. Those who are can be chosen as lead and contact officers, and for actions.")
	}
	s.list.Show(all, foot)
}

// NewStaffPage is the page of one member of staff.
func NewStaffPage(d desk.Desk, m *data.Staff) desk.Page {
	return record.New(d, record.Kind[*data.Staff]{
		Section: desk.Office,
		Name:    "staff",
		Heading: func(m *data.Staff) string { return cmp.Or(m.Name, lang.L("New member of staff")) },
		Tabs: func(p *record.Page[*data.Staff]) []record.Tab {
			return []record.Tab{{Title: lang.L("Member of staff"), Content: staffForm(p)}, p.History()}
		},
	}, m)
}

func staffForm(p *record.Page[*data.Staff]) fyne.CanvasObject {
	f, m := p.Form, p.Record
	return record.Sheet(
		widgets.Columns(
			f.Text("name", lang.L("Name"), "", &m.Name),
			f.Text("initials", lang.L("Initials"), "", &m.Initials),
		),
		f.Text("job_title", lang.L("Job title"), "", &m.JobTitle),
		widgets.Columns(
			f.Text("email", lang.L("E-mail"), "", &m.Email),
			f.Text("phone", lang.L("Phone"), "", &m.Phone),
			f.Date("left", lang.L("Left the office"), lang.L("if so"), p.Desk.Today(), &m.Left),
		),
	)
}
