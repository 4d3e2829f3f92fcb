package decisions

import (
	"almoner/data"
	"almoner/reports"
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

type page = record.Page[*data.Decision]

// NewPage is the page of one decision.
func NewPage(d desk.Desk, decision *data.Decision) desk.Page {
	var awards *awards
	return record.New(d, record.Kind[*data.Decision]{
		Section: desk.Decisions,
		Name:    "decision",
		Heading: heading,
		Tabs: func(p *page) []record.Tab {
			p.Form.ReadOnly = p.Record.Settled() != ""
			details, words := details(p), wording(p)
			awards = newAwards(p)
			return []record.Tab{
				{Title: lang.L("Decision"), Content: details},
				{Title: lang.L("Paper"), Content: words},
				{Title: lang.L("Grants"), Content: awards.content},
				{Title: lang.L("Files"), Content: files(p)},
				p.History(),
			}
		},
		Refreshed: func(*page) { awards.refresh() },
		Around:    func(*page) { awards.refresh() },
	}, decision)
}

// NewPageOn is the page of a new decision about a grant, drafted from what the register knows of it.
func NewPageOn(d desk.Desk, g *data.Grant) desk.Page {
	return NewPage(d, reports.DraftDecision(d.Office().Register(), g, d.Today()))
}

func heading(d *data.Decision) string {
	switch {
	case d.Title == "":
		return lang.L("New decision")
	case d.Reference == "":
		return d.Title
	default:
		return string(d.Reference) + " – " + d.Title
	}
}

// details are which decision it is, who has to do with it and when.
func details(p *page) fyne.CanvasObject {
	f, d, today := p.Form, p.Record, p.Desk.Today()
	return record.Sheet(
		standing(p),
		f.Text("title", lang.L("Title"), "", &d.Title),
		widgets.Columns(
			reference(p),
			f.Text("decision_type", lang.L("Type"), lang.L("Key, Non-key"), &d.Type),
		),
		f.Text("decision_maker", lang.L("Decision maker"), "", &d.DecisionMaker),
		power(p),
		widgets.Columns(
			f.Date("raised_on", lang.L("Raised"), "", today, &d.RaisedOn),
			f.Date("discussed_on", lang.L("Discussed"), "", today, &d.DiscussedOn),
			f.Date("decided_on", lang.L("Decided"), "", today, &d.DecidedOn),
		),
		widgets.Columns(
			f.Date("notice_published_on", lang.L("Notice published"), "", today, &d.NoticePublishedOn),
			f.Date("due_on", lang.L("Due"), "", today, &d.DueOn),
			published(p),
		),
		f.Text("chief_officer_approval", lang.L("Chief officer’s approval"), lang.L("who, and on which day"), &d.ChiefOfficerApproval),
		widgets.Columns(
			people(p, "lead_officers", lang.L("Lead officers"), lang.L("Add an officer who leads"), &d.LeadOfficers),
			people(p, "contact_officers", lang.L("Contact officers"), lang.L("Add an officer to ask"), &d.ContactOfficers),
		),
		aliases(p),
	)
}

// reference takes the next number, as long as the decision may be changed.
func reference(p *page) fyne.CanvasObject {
	entry := p.Form.Reference("reference", lang.L("Reference"), "", &p.Record.Reference)
	if p.Form.ReadOnly {
		return entry
	}
	return record.Numbered(p, entry)
}

// power is the law that the decision is taken under, with those that are named most often to choose from.
func power(p *page) fyne.CanvasObject {
	field := p.Form.Lines("power", lang.L("Power in law"), lang.L("Act and section"), 2, &p.Record.Power)
	if p.Form.ReadOnly {
		return field
	}
	var choose *widgets.Button
	choose = widgets.NewButton("decision.power.usual", lang.L("Usual…"), theme.MenuDropDownIcon(), func() { offerPowers(p, choose) })
	choose.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, container.NewVBox(layout.NewSpacer(), choose), field)
}

func offerPowers(p *page, under fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, power := range p.Desk.Office().Register().Powers() {
		items = append(items, fyne.NewMenuItem(power, func() { writePower(p, power) }))
	}
	widgets.Menu(under, items...)
}

func writePower(p *page, power string) {
	control, _ := p.Form.Find("power")
	if entry, ok := control.(*widgets.Entry); ok {
		entry.SetText(power)
	}
}

// published may be put right on a decision that is settled: it is when the public was given it, and not a part of what was decided.
func published(p *page) fyne.CanvasObject {
	return open(p, func() fyne.CanvasObject {
		return p.Form.Date("published_on", lang.L("Published"), "", p.Desk.Today(), &p.Record.PublishedOn)
	})
}

// aliases are other references that papers use for the decision. They may be learnt at any time.
func aliases(p *page) fyne.CanvasObject {
	words := make([]string, len(p.Record.Aliases))
	for i, a := range p.Record.Aliases {
		words[i] = string(a)
	}
	p.Form.OnChange(func() {
		p.Record.Aliases = nil
		for _, w := range words {
			p.Record.Aliases = append(p.Record.Aliases, data.Reference(w))
		}
	})
	return open(p, func() fyne.CanvasObject {
		return p.Form.Words("aliases", lang.L("Other references"), lang.L("that papers use for it, with commas between them"), &words)
	})
}

// open makes a field that may be changed on a settled decision too.
func open(p *page, field func() fyne.CanvasObject) fyne.CanvasObject {
	settled := p.Form.ReadOnly
	p.Form.ReadOnly = false
	defer func() { p.Form.ReadOnly = settled }()
	return field()
}

func people(p *page, key, label, add string, list *[]data.ID) fyne.CanvasObject {
	return record.NewChosen(p.Form, p.Touch, record.ChosenOf{Key: key, Label: label, List: list, Picker: record.PickPerson(p.Desk, add)})
}

// wording is what the decision says: to the public, and in Part 2.
func wording(p *page) fyne.CanvasObject {
	f, d := p.Form, p.Record
	return record.Sheet(
		widgets.Section(lang.L("Sections"), record.NewSections(f, p.Touch, record.SectionsOf{
			List: &d.Sections, Usual: reports.DecisionHeadings(p.Desk.Office().Register().Details()), Parted: true,
		})),
		widgets.Section(lang.L("Recommendations"), record.NewTexts(f, p.Touch, "recommendations", lang.L("It is recommended"), lang.L("Add a recommendation"), 2, &d.Recommendations)),
		f.Text("interests", lang.L("Interests declared"), lang.L("“None declared.”"), &d.Interests),
		widgets.Section(lang.L("Public access"),
			widgets.Beside(
				f.Text("exemption", lang.L("Exemption"), lang.L("why Part 2, or all of it, is not published"), &d.Exemption),
				widgets.Choose(f, "marking", lang.L("Marking"), data.Markings(), &d.Marking), markingWidth,
			),
		),
	)
}

// markingWidth is the room of the choice of a marking, in Fyne's units.
const markingWidth = 190

// files are what the decision encloses, and its printed form as it was issued.
func files(p *page) fyne.CanvasObject {
	var fields []fyne.CanvasObject
	if !p.Form.ReadOnly || len(p.Record.Attachments) > 0 {
		fields = append(fields, widgets.Section(lang.L("Files that the notice names"), record.NewEnclosures(p, &p.Record.Attachments)))
	}
	if p.Form.ReadOnly && len(p.Record.Attachments)+len(p.Record.Issued) == 0 {
		fields = append(fields, widgets.Note(lang.L("The notice names no files, and the office holds none that was issued.")))
	}
	if len(p.Record.Issued) > 0 {
		fields = append(fields, widgets.Section(lang.L("As it was issued"), record.NewIssued(p.Desk, p.Form, p.Record.Issued),
			widgets.Note(lang.L("These files are kept as they were printed. Their SHA-256 shows that they are still the same."))))
	}
	return record.Sheet(fields...)
}
