package partners

import (
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

// NewContactPage is the page of one person at an organisation.
func NewContactPage(d desk.Desk, c *data.Contact) desk.Page {
	var overdue *widget.Label
	return record.New(d, record.Kind[*data.Contact]{
		Section: desk.Partners,
		Name:    "contact",
		Heading: func(c *data.Contact) string {
			if c.Name == "" {
				return lang.L("New contact")
			}
			return ranked(c)
		},
		Tabs: func(p *record.Page[*data.Contact]) []record.Tab {
			overdue = widgets.Note("")
			overdue.Importance = widget.WarningImportance
			return []record.Tab{{Title: lang.L("Contact"), Content: contactForm(p, overdue)}, p.History()}
		},
		Refreshed: func(p *record.Page[*data.Contact]) { sayOverdue(overdue, p.Record, p.Desk.Today()) },
	}, c)
}

// ranked is a person's name with what stands before it: "DCI Ann Gray".
func ranked(c *data.Contact) string {
	if c.TitleOrRank == "" {
		return c.Name
	}
	return c.TitleOrRank + " " + c.Name
}

func contactForm(p *record.Page[*data.Contact], overdue fyne.CanvasObject) fyne.CanvasObject {
	f, c, today := p.Form, p.Record, p.Desk.Today()
	return record.Sheet(
		overdue,
		widgets.Columns(
			f.Text("name", lang.L("Name"), "", &c.Name),
			f.Text("title_or_rank", lang.L("Title or rank"), "", &c.TitleOrRank),
			f.Text("collar_number", lang.L("Collar number"), "", &c.CollarNumber),
		),
		widgets.Columns(
			f.Pick("organisation", lang.L("Organisation"), "", record.PickOrganisation(p.Desk, lang.L("None")), &c.Organisation),
			f.Text("role", lang.L("Role"), "", &c.Role),
		),
		widgets.Columns(
			f.Text("email", lang.L("E-mail"), "", &c.Email),
			f.Text("phone", lang.L("Phone"), "", &c.Phone),
		),
		f.Tick("do_not_print", lang.L("In papers"), lang.L("Do not print this person’s name or details"), &c.DoNotPrint),
		widgets.Section(lang.L("UK GDPR – for the office alone, never in a paper"),
			widgets.Columns(
				f.Text("lawful_basis", lang.L("Lawful basis"), lang.L("why we may keep this"), &c.LawfulBasis),
				f.Text("source", lang.L("Source"), lang.L("where we have it from"), &c.Source),
			),
			widgets.Columns(
				f.Date("last_confirmed", lang.L("Last confirmed"), "", today, &c.LastConfirmed),
				f.Date("keep_until", lang.L("Keep until"), "", today, &c.KeepUntil),
			),
			container.NewHBox(widgets.NewButton("contact.held", heldLabel(), theme.SearchIcon(), func() { showHeldOnContact(p) })),
		),
	)
}

// sayOverdue says that a person's details have been kept for longer than the office meant to.
func sayOverdue(l *widget.Label, c *data.Contact, today data.Date) {
	if c.KeepUntil.IsZero() || c.KeepUntil.Precision != data.ToTheDay || !c.KeepUntil.Before(today) {
		l.Hide()
		return
	}
	l.SetText(lang.F("These details were to be kept until %s. Confirm them and put the day off, or delete the contact.", c.KeepUntil.Long()))
	l.Show()
}

// showHeldOnContact shows what is held on a contact under the name that is in the file.
func showHeldOnContact(p *record.Page[*data.Contact]) {
	if p.New() || p.Dirty() {
		p.Desk.Say(lang.L("Save the contact first: what is held is looked up by the name in the office file."), nil)
		return
	}
	showHeldOn(p.Desk, p.Record.Name)
}
