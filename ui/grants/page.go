package grants

import (
	"almoner/data"
	"almoner/ui/decisions"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// NewPage is the page of one grant.
func NewPage(d desk.Desk, g *data.Grant) desk.Page {
	var (
		money *money
		named *decisions.OnGrant
	)
	return record.New(d, record.Kind[*data.Grant]{
		Section: desk.Grants,
		Name:    "grant",
		Heading: func(g *data.Grant) string {
			if g.Title == "" {
				return "New grant"
			}
			return g.Title
		},
		Tabs: func(p *record.Page[*data.Grant]) []record.Tab {
			money = newMoney(p)
			named = decisions.NewOnGrant(p)
			return []record.Tab{
				{Title: "Details", Content: details(p)},
				{Title: "Money", Content: money.content},
				{Title: "Services and outcomes", Content: services(p)},
				{Title: "Decisions", Content: named.Content},
				p.History(),
			}
		},
		Refreshed: func(*record.Page[*data.Grant]) { money.sum() },
		Around:    func(*record.Page[*data.Grant]) { named.Refresh() },
	}, g)
}

func details(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f, g, today := p.Form, p.Record, p.Desk.Today()
	return record.Sheet(
		f.Text("title", "Name of grant", "", &g.Title),
		widgets.Columns(
			f.Pick("recipient", "Recipient", "", record.PickOrganisation(p.Desk, "Choose who gets the money"), &g.Recipient),
			f.Pick("delivered_by", "Delivered by", "if the recipient passes it on", record.PickOrganisation(p.Desk, "The recipient"), &g.DeliveredBy),
		),
		widgets.Columns(
			record.Numbered(p, f.Reference("reference", "Reference", "", &g.Reference)),
			widgets.Choose(f, "instrument", "Instrument", data.Instruments(), &g.Instrument),
			widgets.Choose(f, "status", "Status", data.GrantStatuses(), &g.Status),
		),
		widgets.Columns(
			f.Words("themes", "Themes", "with commas between them", &g.Themes),
			f.Text("area", "Area", "", &g.Area),
		),
		widgets.Columns(
			f.Date("award_date", "Award date", "", today, &g.AwardDate),
			f.Date("planned_start", "Starts", "", today, &g.PlannedStart),
			f.Date("planned_end", "Ends", "", today, &g.PlannedEnd),
		),
		f.Lines("purpose", "Purpose", "", 4, &g.Purpose),
		f.Lines("reasons", "How it secures crime and disorder reduction", "published under the 2011 Order", 3, &g.Reasons),
	)
}

func services(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f, g := p.Form, p.Record
	return record.Sheet(
		f.Pick("specification", "Service specification", "", specifications(p.Desk), &g.Specification),
		f.Lines("services", "Services provided", "", 4, &g.Services),
		f.Text("beneficiaries", "Who it is for", "", &g.Beneficiaries),
		outcomes(p),
		answers(p),
		f.Lines("conditions", "Conditions", "", 3, &g.Conditions),
	)
}

func specifications(d desk.Desk) *widgets.Picker {
	return record.PickOf(d, "None", func(*data.Specification) bool { return true }, func(s *data.Specification) string {
		if s.Version != "" {
			return s.Title + ", version " + s.Version
		}
		return s.Title
	})
}
