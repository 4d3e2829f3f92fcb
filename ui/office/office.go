// Package office is the section of the window for what the office says of itself: its name and address, how it prints, the standing
// words of its papers, and the questions that it is asked about every grant.
package office

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

type page = record.Page[*data.OfficeDetails]

// NewPage is the page of the office's own details, which every office has one of.
func NewPage(d desk.Desk) desk.Page {
	var (
		bank     *questions
		team     *staff
		standing *words
		file     *fileLeaf
	)
	return record.New(d, record.Kind[*data.OfficeDetails]{
		Section: desk.Office,
		Name:    "office",
		Lasting: true,
		Heading: func(o *data.OfficeDetails) string { return o.Name },
		Tabs: func(p *page) []record.Tab {
			bank, team = newQuestions(p.Desk), newStaff(p.Desk)
			var wording fyne.CanvasObject
			wording, standing = newWords(p)
			file = newFileLeaf(p.Desk)
			return []record.Tab{
				{Title: lang.L("Office"), Content: form(p)},
				{Title: lang.L("Staff"), Content: team.list.Content},
				{Title: lang.L("Numbers, themes, holidays"), Content: settings(p)},
				{Title: lang.L("Papers"), Content: papers(p)},
				{Title: lang.L("Standing words"), Content: wording},
				{Title: lang.L("Question bank"), Content: bank.list.Content},
				{Title: lang.L("The file"), Content: file.panel.Content, Turned: file.panel.Backups},
				p.History(),
			}
		},
		Around: func(*page) {
			file.refresh()
			bank.refresh()
			team.refresh()
		},
		Toward: func(field string) { standing.turn(field) },
	}, d.Office().Register().Details())
}

func form(p *page) fyne.CanvasObject {
	f, o := p.Form, p.Record
	return record.Sheet(
		widgets.Columns(
			f.Text("name", lang.L("Name"), lang.L("as it stands at the head of a letter"), &o.Name),
			f.Text("short_name", lang.L("Short name"), lang.L("in running text"), &o.ShortName),
		),
		widgets.Columns(
			f.Text("police_area", lang.L("Police area"), "", &o.PoliceArea),
			f.Text("chief_executive", lang.L("Chief executive"), "", &o.ChiefExecutive),
		),
		widgets.Columns(
			f.Text("commissioner.name", lang.L("Commissioner"), "", &o.Commissioner.Name),
			f.Text("commissioner.title", lang.L("Title"), lang.L("Police and Crime Commissioner"), &o.Commissioner.Title),
		),
		widgets.Columns(
			f.Lines("address", lang.L("Address"), "", 4, &o.Address),
			widgets.Stack(
				f.Text("phone", lang.L("Phone"), "", &o.Phone),
				f.Text("email", lang.L("E-mail"), "", &o.Email),
			),
		),
		widgets.Columns(
			f.Text("website", lang.L("Website"), "", &o.Website),
			widgets.Choose(f, "financial_year_style", lang.L("Financial years are written"), data.YearStyles(), &o.FinancialYearStyle),
		),
	)
}
