package grants

import (
	"context"
	"fmt"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// widest is how wide a form grows before its lines get hard to read, in Fyne's units.
const widest = 940

// NewPage is the page of one grant.
func NewPage(d desk.Desk, g *data.Grant) desk.Page {
	var money *money
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
			return []record.Tab{
				{Title: "Details", Content: details(p)},
				{Title: "Money", Content: money.content},
				{Title: "Services and outcomes", Content: services(p)},
				p.History(),
			}
		},
		Refreshed: func(*record.Page[*data.Grant]) { money.sum() },
	}, g)
}

func scroll(fields ...fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.NewPadded(widgets.Narrow(widest, widgets.Stack(fields...))))
}

func details(p *record.Page[*data.Grant]) fyne.CanvasObject {
	f, g, today := p.Form, p.Record, p.Desk.Today()
	return scroll(
		f.Text("title", "Name of grant", "", &g.Title),
		widgets.Columns(
			f.Pick("recipient", "Recipient", "", organisations(p.Desk, "Choose who gets the money"), &g.Recipient),
			f.Pick("delivered_by", "Delivered by", "if the recipient passes it on", organisations(p.Desk, "The recipient"), &g.DeliveredBy),
		),
		widgets.Columns(
			f.Reference("reference", "Reference", "", &g.Reference),
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
	return scroll(
		f.Pick("specification", "Service specification", "", specifications(p.Desk), &g.Specification),
		f.Lines("services", "Services provided", "", 4, &g.Services),
		f.Text("beneficiaries", "Who it is for", "", &g.Beneficiaries),
		outcomes(p),
		answers(p),
		f.Lines("conditions", "Conditions", "", 3, &g.Conditions),
	)
}

// organisations is a picker of organisations that can also make one, without leaving the grant.
func organisations(d desk.Desk, empty string) *widgets.Picker {
	p := widgets.NewPicker(empty, func() []widgets.Option {
		var options []widgets.Option
		for _, o := range data.All[*data.Organisation](d.Office().Register()) {
			options = append(options, widgets.Option{ID: o.ID, Label: o.Name})
		}
		return options
	})
	p.What = "organisation"
	p.Make = func(name string, made func(data.ID)) {
		org := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: name}
		d.Run(
			func(ctx context.Context) error {
				_, err := d.Office().Save(ctx, org)
				return err
			},
			func(err error) {
				if err != nil {
					d.Explain("make the organisation "+name, err)
					return
				}
				d.Saved(org)
				d.Say(fmt.Sprintf("Made the organisation “%s”.", name), nil)
				made(org.ID)
			},
		)
	}
	return p
}

func specifications(d desk.Desk) *widgets.Picker {
	return widgets.NewPicker("None", func() []widgets.Option {
		var options []widgets.Option
		for _, s := range data.All[*data.Specification](d.Office().Register()) {
			label := s.Title
			if s.Version != "" {
				label += ", version " + s.Version
			}
			options = append(options, widgets.Option{ID: s.ID, Label: label})
		}
		return options
	})
}
