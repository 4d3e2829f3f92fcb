package decisions

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// OnGrant is the leaf of a grant's page that lists the decisions on the grant, and begins another.
type OnGrant struct {
	Content fyne.CanvasObject

	page *record.Page[*data.Grant]
	list *record.Beside[*data.Decision]
}

// NewOnGrant lists the decisions that name the grant of a page, the latest first. Refresh it when something around the page has changed.
func NewOnGrant(p *record.Page[*data.Grant]) *OnGrant {
	o := &OnGrant{page: p}
	begin := widgets.NewButton("grant.decision.new", lang.L("New decision on this grant"), theme.ContentAddIcon(), o.begin)
	o.list = record.NewBeside("grant.decisions", onGrantColumns(), container.NewHBox(layout.NewSpacer(), begin), o.open)
	o.list.SortBy(data.Sort{Field: "decided_on", Descending: true})
	o.Content = o.list.Content
	o.Refresh()
	return o
}

func onGrantColumns() []record.BesideColumn[*data.Decision] {
	column := record.NewBesideColumn[*data.Decision]
	decided := column("decided_on", lang.L("Decided"), 1, 96, func(d *data.Decision) string { return d.DecidedOn.String() })
	decided.Rank = newness
	return []record.BesideColumn[*data.Decision]{
		decided,
		column("reference", lang.L("Reference"), 2, 100, func(d *data.Decision) string { return string(d.Reference) }),
		column("title", lang.L("Title"), 5, 140, func(d *data.Decision) string { return d.Title }),
		column("status", lang.L("Status"), 1, 84, func(d *data.Decision) string { return lang.L(d.Status.Label()) }),
	}
}

// Refresh lists the decisions as the register has them now.
func (o *OnGrant) Refresh() {
	found := o.page.Desk.Office().Register().DecisionsOn(o.page.Record.ID)
	foot := ""
	if len(found) == 0 {
		foot = lang.L("No decision names this grant.")
	}
	o.list.Show(found, foot)
}

func (o *OnGrant) open(d *data.Decision) { o.page.Desk.Open(NewPage(o.page.Desk, d)) }

// begin drafts a decision from the grant, which is saved first: the decision points to it.
func (o *OnGrant) begin() {
	draft := func() { o.page.Desk.Open(NewPageOn(o.page.Desk, o.page.Record)) }
	if o.page.New() || o.page.Dirty() {
		o.page.Save(draft)
		return
	}
	draft()
}
