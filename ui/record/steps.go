package record

import (
	"slices"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StepsOf is what is particular to the steps that a kind of record takes.
type StepsOf[R data.Staged] struct {
	// First is the status of a record that has none yet.
	First string
	// Verb is what the button of a step says: "Submit".
	Verb func(stage string) string
	// Asks are the steps that need more than a day, with what asks for it.
	Asks map[string]func()
	// Before is what there is to see to before a step, in sentences; it may be nil.
	Before func(stage string) string
	// BySelf are the steps that nobody takes: they come about with the days, as a return grows late.
	BySelf []string
	// Now is the status on a day, where one comes about with the days; nil is the one that was saved.
	Now func(rec R) string
}

// mostSteps is how many steps have a button of their own; the others are in a menu.
const mostSteps = 2

// NewSteps shows how far a record has come, and what may follow. Its life says which steps those are, the likeliest first.
func NewSteps[R data.Staged](p *Page[R], of StepsOf[R]) fyne.CanvasObject {
	r := p.Record
	stage := widget.NewLabel(of.stands(r))
	stage.TextStyle.Bold = true
	p.Form.OnChange(func() {
		if words := of.stands(r); words != stage.Text {
			stage.SetText(words)
		}
	})
	row := container.NewHBox(stage)
	next := slices.DeleteFunc(slices.Clone(r.NextStages()), func(to string) bool { return slices.Contains(of.BySelf, to) })
	if r.Stage() == "" {
		next = []string{of.First}
	}
	for i, to := range next[:min(len(next), mostSteps)] {
		b := widgets.NewButton(p.Form.ID("step."+to), of.Verb(to)+"…", nil, func() { of.ask(p, to) })
		if i > 0 {
			b.Importance = widget.LowImportance
		}
		row.Add(b)
	}
	if len(next) > mostSteps {
		row.Add(of.others(p, next[mostSteps:]))
	}
	return row
}

// others is the button that offers the less likely steps.
func (of StepsOf[R]) others(p *Page[R], steps []string) fyne.CanvasObject {
	items := make([]*fyne.MenuItem, len(steps))
	for i, to := range steps {
		items[i] = fyne.NewMenuItem(of.Verb(to)+"…", func() { of.ask(p, to) })
	}
	var more *widgets.Button
	more = widgets.NewButton(p.Form.ID("step.others"), lang.L("More"), theme.MenuDropDownIcon(), func() { widgets.Menu(more, items...) })
	more.Importance = widget.LowImportance
	return more
}

func (of StepsOf[R]) ask(p *Page[R], to string) {
	if ask := of.Asks[to]; ask != nil {
		ask()
		return
	}
	before := ""
	if of.Before != nil {
		before = of.Before(to)
	}
	p.AskStep(Asking[R]{Verb: of.Verb(to), Before: before, Take: func(rec R, on data.Date) error { return data.Advance(rec, to, on, "") }})
}

// Status is the choice of a record's status, of those that saving it accepts: what it was saved with, and what may follow that. A new
// record may begin with any of them.
func Status[R data.Staged, T widgets.Term](p *Page[R], statuses []T, value *T) fyne.CanvasObject {
	name := func(status T) string { return lang.L(status.Label()) }
	offered := func(status T) bool { return data.MayBecome(p.base, string(status)) }
	return widgets.ChooseOffered(p.Form, "status", lang.L("Status"), statuses, name, offered, value)
}

// stands is the status of a record, with the day on which somebody took it to there. One that comes about by itself does so on no day that
// anybody reads of elsewhere: a return that was due on one day is late from the next on.
func (of StepsOf[R]) stands(r R) string {
	stage := r.Stage()
	if of.Now != nil {
		stage = of.Now(r)
	}
	if stage == "" {
		return lang.L("No status yet")
	}
	if on := data.ReachedOn(r, stage); !on.IsZero() && !slices.Contains(of.BySelf, stage) {
		return lang.L(r.StageLabel(stage)) + " · " + on.Long()
	}
	return lang.L(r.StageLabel(stage))
}

// Asking is a step that is asked about before it is taken.
type Asking[R data.Record] struct {
	Verb   string
	Before string    // what there is to see to before it
	On     data.Date // the day that is offered; none is today
	// Fields are what it needs besides the day; nil is nothing.
	Fields func(*widgets.Form) []fyne.CanvasObject
	// Take changes a copy of the record.
	Take func(rec R, on data.Date) error
	// Store is a way of saving it, nil that of other changes.
	Store Store[R]
}

// AskStep asks for the day of a step, and for what else it needs, and takes it: with everything that was changed on the page.
func (p *Page[R]) AskStep(a Asking[R]) {
	f := widgets.NewForm(p.Form.ID("step"))
	on := a.On
	if on.IsZero() {
		on = p.Desk.Today()
	}
	var shown []fyne.CanvasObject
	if a.Before != "" {
		words := widget.NewLabel(a.Before)
		words.Wrapping = fyne.TextWrapWord
		shown = append(shown, words)
	}
	shown = append(shown, f.Date("on", lang.L("On"), "", p.Desk.Today(), &on))
	if a.Fields != nil {
		shown = append(shown, a.Fields(f)...)
	}
	var taken R
	f.Stops = func() string {
		if on.IsZero() {
			return lang.L("On which day was it done? The day was left empty.")
		}
		taken = data.Clone(p.Record)
		if err := a.Take(taken, on); err != nil {
			return data.Explain(err)
		}
		return ""
	}
	widgets.ShowForm(p.Desk.Window(), a.Verb, f, widgets.Stack(shown...), func() { p.SaveAs(taken, a.Store, p.Reload) })
}
