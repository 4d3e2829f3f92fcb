package grants

import (
	"fmt"

	"almoner/data"
	"almoner/ui/decisions"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// NewPage is the page of one grant.
func NewPage(d desk.Desk, g *data.Grant) desk.Page {
	var v leaves
	return record.New(d, record.Kind[*data.Grant]{
		Section: desk.Grants,
		Name:    "grant",
		Heading: func(g *data.Grant) string {
			if g.Title == "" {
				return lang.L("New grant")
			}
			return g.Title
		},
		Tabs: func(p *record.Page[*data.Grant]) []record.Tab {
			v = newLeaves(p)
			return []record.Tab{
				{Title: lang.L("Details"), Content: details(p)},
				{Title: lang.L("Money"), Content: v.money.content},
				{Title: lang.L("Payments"), Content: v.payments.content},
				{Title: lang.L("Services"), Content: services(p)},
				{Title: lang.L("Variations"), Content: v.variations.content},
				{Title: lang.L("Returns"), Content: v.reporting.content},
				{Title: lang.L("Decisions"), Content: v.decisions.Content},
				{Title: linksTitle(), Content: v.linked.list.Content, Turned: v.linked.find},
				p.Files(),
				p.History(),
			}
		},
		Refreshed: func(*record.Page[*data.Grant]) { v.refresh() },
		Around:    func(*record.Page[*data.Grant]) { v.around() },
	}, g)
}

// leaves are the leaves of a grant’s page that say something of their own.
type leaves struct {
	money      *money
	payments   *payments
	variations *variations
	reporting  *reporting
	decisions  *decisions.OnGrant
	linked     *linked
}

func newLeaves(p *record.Page[*data.Grant]) leaves {
	return leaves{newMoney(p), newPayments(p), newVariations(p), newReporting(p), decisions.NewOnGrant(p), newLinked(p)}
}

// refresh follows a change of the grant.
func (v *leaves) refresh() {
	v.money.sum()
	v.payments.refresh()
	v.variations.refresh()
	v.reporting.refresh()
	v.linked.refresh()
}

// around follows a change of other records.
func (v *leaves) around() {
	v.decisions.Refresh()
	v.refresh()
}

func details(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f, g, today := p.Form, p.Record, p.Desk.Today()
	return record.Sheet(
		f.Text("title", lang.L("Name of grant"), "", &g.Title),
		widgets.Columns(
			f.Pick("recipient", lang.L("Recipient"), "", record.PickOrganisation(p.Desk, lang.L("Choose who gets the money")), &g.Recipient),
			f.Pick("delivered_by", lang.L("Delivered by"), lang.L("if the recipient passes it on"), record.PickOrganisation(p.Desk, lang.L("The recipient")), &g.DeliveredBy),
		),
		widgets.Columns(
			record.Numbered(p, f.Reference("reference", lang.L("Reference"), "", &g.Reference)),
			widgets.Choose(f, "instrument", lang.L("Instrument"), data.Instruments(), &g.Instrument),
			record.Status(p, data.GrantStatuses(), &g.Status),
		),
		widgets.Columns(
			record.Themes(p.Desk, f, p.Touch, record.ThemesOf{Key: "themes", Label: lang.L("Themes"), List: &p.Record.Themes, New: true}),
			f.Text("area", lang.L("Area"), "", &g.Area),
		),
		widgets.Columns(
			f.Date("award_date", lang.L("Award date"), "", today, &g.AwardDate),
			f.Date("planned_start", lang.L("Starts"), "", today, &g.PlannedStart),
			f.Date("planned_end", lang.L("Ends"), "", today, &g.PlannedEnd),
		),
		widgets.Columns(
			f.Date("actual_start", lang.L("Really started"), lang.L("if not as planned"), today, &g.ActualStart),
			f.Date("actual_end", lang.L("Really ended"), lang.L("if not as planned"), today, &g.ActualEnd),
		),
		widgets.Columns(
			f.Pick("programme", lang.L("Grant round"), "", record.Pick[*data.Programme](p.Desk, lang.L("None")), &g.Programme),
			f.Pick("continuation_of", lang.L("Continues"), lang.L("the grant before"), pickGrant(p), &g.ContinuationOf),
		),
		f.Lines("purpose", lang.L("Purpose"), "", 4, &g.Purpose),
		f.Lines("reasons", lang.L("How it secures crime and disorder reduction"), lang.L("published under the 2011 Order"), 3, &g.Reasons),
		aliases(p),
	)
}

func services(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f, g := p.Form, p.Record
	return record.Sheet(
		f.Pick("specification", lang.L("Service specification"), "", specifications(p.Desk), &g.Specification),
		f.Lines("services", lang.L("Services provided"), "", 4, &g.Services),
		f.Lines("beneficiaries", lang.L("Who it is for"), "", 2, &g.Beneficiaries),
		f.Lines("conditions", lang.L("Conditions"), "", 3, &g.Conditions),
		outcomes(p),
		posts(p),
		answers(p),
	)
}

// aliases are other references that papers use for the grant.
func aliases(p *record.Page[*data.Grant]) fyne.CanvasObject {
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
	return p.Form.Words("aliases", lang.L("Other references"), lang.L("that papers use for it, with commas between them"), &words)
}

// pickGrant is a picker of the other grants. Services are funded again and again under one title, so the years are said too.
func pickGrant(p *record.Page[*data.Grant]) *widgets.Picker {
	reg := p.Desk.Office().Register()
	years, _ := data.GrantField("year")
	other := func(g *data.Grant) bool { return g.ID != p.Record.ID }
	return record.PickOf(p.Desk, lang.L("None"), other, func(g *data.Grant) string {
		if len(g.Awards) == 0 {
			return g.Title
		}
		return fmt.Sprintf("%s, %s", g.Title, years.Text(reg, data.GrantLine{Grant: g}))
	})
}

func specifications(d desk.Desk) *widgets.Picker {
	return record.PickOf(d, lang.L("None"), func(*data.Specification) bool { return true }, func(s *data.Specification) string {
		if s.Version != "" {
			return lang.F("%s, version %s", s.Title, s.Version)
		}
		return s.Title
	})
}
