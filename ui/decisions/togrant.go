package decisions

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// registering is the button that puts a grant into the register with everything that the decision says of it; nothing where the decision
// was refused.
func registering(p *page) fyne.CanvasObject {
	if !p.Record.Gives() {
		return container.NewWithoutLayout()
	}
	return container.NewHBox(widgets.NewButton("decision.grant.new", lang.L("Register a grant from this decision"), theme.ContentAddIcon(), func() { register(p) }))
}

// register saves the grant together with the decision, as it is on the page and names the grant from now on, and opens the grant.
func register(p *page) {
	office := p.Desk.Office()
	decision := data.Clone(p.Record)
	grant := data.NewGrantFrom(office.Register(), decision)
	decision.Name(grant.ID)
	store := record.Together(office, func(*data.Decision) ([]data.Record, error) { return []data.Record{grant}, nil })
	p.SaveAs(decision, store, func() {
		p.Reload()
		registered(p, grant.ID)
	})
}

// registered tells the other pages, and leads to the grant.
func registered(p *page, grant data.ID) {
	g, ok := data.Get[*data.Grant](p.Desk.Office().Register(), grant)
	if !ok {
		return
	}
	p.Desk.Saved(g)
	p.Desk.OpenRecord(data.KindGrant, grant, "title")
	p.Desk.Say(lang.F("Registered. Still to put down: %s.", leftOpen(g)), nil)
}

// leftOpen is what of a new grant is still to be put down.
func leftOpen(g *data.Grant) string {
	switch {
	case g.Recipient == "":
		return lang.L("the recipient, the money of each year and the dates")
	case len(g.Awards) == 0:
		return lang.L("the money of each year and the dates")
	default:
		return lang.L("the dates")
	}
}
