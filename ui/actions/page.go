package actions

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

type page = record.Page[*data.Action]

// NewPage is the page of one action.
func NewPage(d desk.Desk, a *data.Action) desk.Page {
	var v *view
	return record.New(d, record.Kind[*data.Action]{
		Section: desk.Actions,
		Name:    "action",
		Heading: func(a *data.Action) string {
			if a.Text == "" {
				return lang.L("New action")
			}
			return shortened(a.Text)
		},
		Tabs: func(p *page) []record.Tab {
			v = newView(p)
			return []record.Tab{{Title: lang.L("Action"), Content: v.form}, p.History()}
		},
		Refreshed: func(*page) { v.refresh() },
		Around:    func(*page) { v.refresh() },
	}, a)
}

// view is the leaf of an action.
type view struct {
	page *page
	from *record.Crossing
	late *widget.Label
	form fyne.CanvasObject
}

// sources are the kinds of records that an action may come from.
func sources() []data.Kind {
	return []data.Kind{
		data.KindBoardPaper, data.KindDecision, data.KindFOIRequest, data.KindTrainingEvent, data.KindMonitoringReturn, data.KindGrant, data.KindFund,
	}
}

func newView(p *page) *view {
	v := &view{page: p, late: widgets.Note("")}
	v.late.Importance = widget.WarningImportance
	f, a := p.Form, p.Record
	v.from = record.NewCrossing(p.Desk, f.ID("from.open"), data.AnyKind, &a.From)
	v.form = record.Sheet(
		record.NewSteps(p, steps()),
		v.late,
		f.Lines("text", lang.L("What is to be done"), "", 3, &a.Text),
		widgets.Columns(
			f.Pick("owner", lang.L("Owner"), lang.L("who does it"), record.PickParty(p.Desk, lang.L("Nobody yet")), &a.Owner),
			f.Date("due", lang.L("Due"), "", p.Desk.Today(), &a.Due),
		),
		f.Pick("from", lang.L("Comes from"), lang.L("the paper, decision or event"), record.PickAny(p.Desk, lang.L("Nothing in particular"), sources()...), &a.From),
		v.from.Content,
	)
	return v
}

// steps are what can become of an action.
func steps() record.StepsOf[*data.Action] {
	return record.StepsOf[*data.Action]{First: string(data.ActionOpen), Verb: verb}
}

func verb(stage string) string {
	switch data.ActionStatus(stage) {
	case data.ActionDone:
		return lang.L("It is done")
	case data.ActionDropped:
		return lang.L("Drop it")
	default:
		return lang.L("Open it again")
	}
}

func (v *view) refresh() {
	v.from.Refresh()
	a, today := v.page.Record, v.page.Desk.Today()
	if !a.OverdueOn(today) {
		v.late.Hide()
		return
	}
	v.late.SetText(lang.N(a.DaysOverdue(today), "Overdue: it was due on %s, {n} day ago.", "Overdue: it was due on %s, {n} days ago.", a.Due.Long()))
	v.late.Show()
}
