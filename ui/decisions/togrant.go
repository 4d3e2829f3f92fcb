package decisions

import (
	"context"

	"almoner/data"
	"almoner/ui/lang"
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

// register saves the grant together with the decision that names it from now on, and opens the grant.
func register(p *page) {
	if p.New() || p.Dirty() {
		p.Desk.Say(lang.L("Save the decision first: the grant takes over what it says, and the decision names the grant."), nil)
		return
	}
	office := p.Desk.Office()
	decision := data.Clone(p.Record)
	grant := data.NewGrantFrom(office.Register(), decision)
	decision.Name(grant.ID)
	p.Desk.Run(
		func(ctx context.Context) error { return office.SaveAll(ctx, []data.Record{grant, decision}, nil) },
		func(err error) {
			if err != nil {
				p.Desk.Explain("register a grant from "+decision.Label(), err)
				return
			}
			registered(p, decision.ID, grant.ID)
		},
	)
}

// registered tells the other pages, and leads to the grant.
func registered(p *page, decision, grant data.ID) {
	reg := p.Desk.Office().Register()
	for _, id := range []data.RecordID{{Kind: data.KindDecision, ID: decision}, {Kind: data.KindGrant, ID: grant}} {
		if rec, ok := reg.Find(id.Kind, id.ID); ok {
			p.Desk.Saved(rec)
		}
	}
	p.Desk.OpenRecord(data.KindGrant, grant, "title")
	if g, ok := data.Get[*data.Grant](reg, grant); ok {
		p.Desk.Say(lang.F("“%s” is registered, and the decision names it. Look through what the decision left open: %s.", g.Title, leftOpen(g)), nil)
	}
}

// leftOpen is what of a new grant is still to be put down.
func leftOpen(g *data.Grant) string {
	switch {
	case g.Recipient == "":
		return lang.L("who gets the money, how much for each year, and from when until when")
	case len(g.Awards) == 0:
		return lang.L("how much for each year, and from when until when")
	default:
		return lang.L("from when until when")
	}
}
