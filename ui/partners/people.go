package partners

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
)

// newPeople is the list of all people at organisations.
func newPeople(d desk.Desk) desk.Page {
	return record.NewList(d, record.ListKind[*data.Contact]{
		Section:  desk.Partners,
		Title:    lang.L("People"),
		Name:     "people",
		Singular: lang.L("contact"),
		Plural:   lang.L("contacts"),
		Counted:  lang.Counted{One: "{n} contact", Other: "{n} contacts"},
		Hint:     lang.L("Search people"),
		Sort:     data.Sort{Field: "name"},
		Columns: []record.ListColumn[*data.Contact]{
			record.Column("name", lang.L("Name"), 3, 140, ranked),
			record.Column("role", lang.L("Role"), 3, 110, func(c *data.Contact) string { return c.Role }),
			organisationColumn(),
			record.Column("email", lang.L("E-mail"), 3, 120, func(c *data.Contact) string { return c.Email }),
			record.Column("phone", lang.L("Phone"), 1, 110, func(c *data.Contact) string { return c.Phone }),
			record.Column("review", lang.L("To look at"), 2, 100, func(c *data.Contact) string { return strings.Join(c.ReasonsForReview(d.Today()), " ") }),
		},
		Words: func(_ *data.Register, c *data.Contact) string {
			return c.CollarNumber + "\n" + c.Phone
		},
		Fresh: func(desk.Desk) *data.Contact { return &data.Contact{Stamp: data.Stamp{ID: data.NewID()}} },
		Open:  NewContactPage,
		States: []record.State[*data.Contact]{
			{Label: lang.L("Everybody"), Has: func(*data.Contact) bool { return true }},
			{Label: lang.L("Details to look at"), Has: func(c *data.Contact) bool { return len(c.ReasonsForReview(d.Today())) > 0 }},
		},
		Acts: []record.Act[*data.Contact]{
			{Key: "write", Label: lang.L("Write to them"), Do: func(people []*data.Contact) { writeTo(d, people) }},
			{Key: "held", Label: heldLabel(), Do: func(people []*data.Contact) { showHeldOnOne(d, people) }},
		},
		Steps: []record.BulkStep[*data.Contact]{confirming()},
		Above: askByName(d),
	})
}

func organisationColumn() record.ListColumn[*data.Contact] {
	c := record.ListColumn[*data.Contact]{Share: 4, Least: 140}
	c.Key, c.Heading = "organisation", lang.L("Organisation")
	c.Text = func(reg *data.Register, c *data.Contact) string { return reg.NameOf(c.Organisation) }
	return c.Filtered()
}

// confirming puts down that somebody has asked whether details are still right.
func confirming() record.BulkStep[*data.Contact] {
	return record.StageStepBy(record.StageWords{
		Key: "confirm", Label: lang.L("Confirm the details"),
		Will: lang.Counted{One: "{n} contact will be put down as confirmed on %s.", Other: "{n} contacts will be put down as confirmed on %s."},
		Did:  lang.Counted{One: "{n} contact confirmed.", Other: "{n} contacts confirmed."},
	}, record.Itself[*data.Contact], confirm)
}

func confirm(c *data.Contact, on data.Date) error {
	c.LastConfirmed = on
	return nil
}

// askByName leads to what is held on people who are in no list of people: applicants, those who came to training.
func askByName(d desk.Desk) fyne.CanvasObject {
	ask := widgets.NewButton("people.held", lang.L("What we hold on somebody…"), theme.SearchIcon(), func() { askWhom(d) })
	words := widgets.Note(lang.L("These are the people at organisations. Applicants and those who came to training are found by their names."))
	return container.NewBorder(nil, nil, nil, container.NewCenter(ask), words)
}

func askWhom(d desk.Desk) {
	widgets.AskText(d.Window(), lang.L("Given name and surname"), "", func(name string) { showHeldOn(d, name) })
}

// showHeldOnOne shows what is held on one person of a list.
func showHeldOnOne(d desk.Desk, people []*data.Contact) {
	if len(people) != 1 {
		d.Say(lang.N(len(people),
			"{n} person is selected. What is held is shown of one person: select one.",
			"{n} people are selected. What is held is shown of one person: select one."), nil)
		return
	}
	showHeldOn(d, people[0].Name)
}
