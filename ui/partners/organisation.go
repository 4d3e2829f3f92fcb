package partners

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/grants"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

type page = record.Page[*data.Organisation]

// NewPage is the page of one organisation.
func NewPage(d desk.Desk, o *data.Organisation) desk.Page {
	var lists *lists
	return record.New(d, record.Kind[*data.Organisation]{
		Section: desk.Partners,
		Name:    "organisation",
		Heading: func(o *data.Organisation) string {
			if o.Name == "" {
				return lang.L("New organisation")
			}
			return o.Name
		},
		Tabs: func(p *page) []record.Tab {
			lists = newLists(p)
			return []record.Tab{
				{Title: lang.L("Organisation"), Content: form(p)},
				{Title: lang.L("Contacts"), Content: lists.contacts.Content},
				{Title: lang.L("Grants"), Content: lists.grants.Content},
				p.Files(),
				p.History(),
			}
		},
		Around: func(*page) { lists.refresh() },
	}, o)
}

func form(p *page) fyne.CanvasObject {
	f, o := p.Form, p.Record
	return record.Sheet(
		f.Text("name", lang.L("Name"), "", &o.Name),
		widgets.Columns(
			f.Words("other_names", lang.L("Other names"), lang.L("older or short ones, with commas between them"), &o.OtherNames),
			widgets.Choose(f, "kind", lang.L("Kind"), data.OrganisationKinds(), &o.Kind),
		),
		widgets.Columns(
			f.Text("charity_number", lang.L("Charity number"), "", &o.CharityNumber),
			f.Text("company_number", lang.L("Company number"), "", &o.CompanyNumber),
			f.Text("website", lang.L("Website"), "", &o.Website),
		),
		widgets.Columns(
			f.Text("email", lang.L("E-mail"), "", &o.Email),
			f.Text("phone", lang.L("Phone"), "", &o.Phone),
		),
		widgets.Columns(
			f.Lines("address", lang.L("Address"), "", 3, &o.Address),
			f.Text("postcode", lang.L("Postcode"), "", &o.Postcode),
		),
		f.Lines("notes", lang.L("Notes"), "", 4, &o.Notes),
	)
}

// lists are what belongs to an organisation: the people there, and the grants that it was given.
type lists struct {
	page     *page
	contacts *record.Beside[*data.Contact]
	grants   *record.Beside[*data.Grant]
}

func newLists(p *page) *lists {
	l := &lists{page: p}
	add := widgets.NewButton("organisation.contact.new", lang.L("New contact"), theme.ContentAddIcon(), l.newContact)
	write := widgets.NewButton("organisation.contact.write", lang.L("Write to them"), theme.MailComposeIcon(), l.write)
	l.contacts = record.NewBeside("organisation.contacts", contactColumns(), container.NewHBox(layout.NewSpacer(), write, add), func(c *data.Contact) {
		p.Desk.Open(NewContactPage(p.Desk, c))
	})
	l.grants = record.NewBeside("organisation.grants", l.grantColumns(), nil, func(g *data.Grant) {
		p.Desk.Open(grants.NewPage(p.Desk, g))
	})
	l.refresh()
	return l
}

// newContact begins a contact at the organisation, which has to be in the file before anything can point to it.
func (l *lists) newContact() {
	if l.page.New() {
		l.page.Desk.Say(lang.L("Save the organisation first, then add the people there."), nil)
		return
	}
	c := &data.Contact{Stamp: data.Stamp{ID: data.NewID()}, Organisation: l.page.Record.ID}
	l.page.Desk.Open(NewContactPage(l.page.Desk, c))
}

// people are the contacts at the organisation.
func (l *lists) people() []*data.Contact {
	var people []*data.Contact
	for _, c := range data.All[*data.Contact](l.page.Desk.Office().Register()) {
		if c.Organisation == l.page.Record.ID {
			people = append(people, c)
		}
	}
	return people
}

// write begins an e-mail to all of them.
func (l *lists) write() {
	people := l.people()
	if len(people) == 0 {
		l.page.Desk.Say(lang.L("No contact is put down here yet."), nil)
		return
	}
	writeTo(l.page.Desk, people)
}

func contactColumns() []record.BesideColumn[*data.Contact] {
	column := record.NewBesideColumn[*data.Contact]
	return []record.BesideColumn[*data.Contact]{
		column("name", lang.L("Name"), 3, 140, ranked),
		column("role", lang.L("Role"), 3, 120, func(c *data.Contact) string { return c.Role }),
		column("email", lang.L("E-mail"), 3, 120, func(c *data.Contact) string { return c.Email }),
		column("phone", lang.L("Phone"), 1, 110, func(c *data.Contact) string { return c.Phone }),
	}
}

func (l *lists) grantColumns() []record.BesideColumn[*data.Grant] {
	reg := l.page.Desk.Office().Register()
	field := func(key string, share, least float32) record.BesideColumn[*data.Grant] {
		f, _ := data.GrantField(key)
		line := func(g *data.Grant) data.GrantLine { return data.GrantLine{Grant: g, Amount: g.Total()} }
		c := record.BesideColumn[*data.Grant]{Column: widgets.Column[*data.Grant]{
			Key: f.Key, Heading: lang.L(f.Heading), Share: share, Least: least, Figures: f.Figures,
			Text: func(g *data.Grant) string { return f.Text(reg, line(g)) },
		}}
		if f.Rank != nil {
			c.Rank = func(g *data.Grant) float64 { return f.Rank(reg, line(g)) }
		}
		return c
	}
	return []record.BesideColumn[*data.Grant]{
		field("title", 5, 150), field("delivered_by", 4, 120), field("year", 2, 80), field("amount", 2, 96), field("status", 1, 84),
	}
}

// refresh lists the contacts and the grants as the register has them now.
func (l *lists) refresh() {
	reg, id := l.page.Desk.Office().Register(), l.page.Record.ID
	people := l.people()
	foot := lang.L("No contact")
	if len(people) > 0 {
		foot = lang.N(len(people), "{n} contact", "{n} contacts")
	}
	l.contacts.Show(people, foot)
	var given []*data.Grant
	for _, g := range data.All[*data.Grant](reg) {
		if g.Recipient == id || g.DeliveredBy == id {
			given = append(given, g)
		}
	}
	l.grants.Show(given, grantsSay(given, id))
}

// grantsSay adds the grants up. Money that the organisation only passed through its hands as the deliverer is not money it was given.
func grantsSay(grants []*data.Grant, id data.ID) string {
	awarded := map[data.GrantStatus]bool{}
	for _, s := range data.AwardedStatuses() {
		awarded[s] = true
	}
	var sum data.Money
	n, delivered := 0, 0
	for _, g := range grants {
		switch {
		case g.Recipient != id:
			delivered++
		case awarded[g.Status]:
			sum = sum.Add(g.Total())
			n++
		}
	}
	words := lang.L("No grant awarded")
	if n > 0 {
		words = lang.N(n, "{n} grant awarded, %s", "{n} grants awarded, %s", sum)
	}
	if rest := len(grants) - n - delivered; rest > 0 {
		words += " · " + lang.N(rest, "{n} proposed, declined or withdrawn", "{n} proposed, declined or withdrawn")
	}
	if delivered > 0 {
		words += " · " + lang.N(delivered, "{n} delivered for another recipient", "{n} delivered for another recipient")
	}
	return words
}
