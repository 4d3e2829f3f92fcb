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
}

// mostSteps is how many steps have a button of their own; the others are in a menu.
const mostSteps = 2

// NewSteps shows how far a record has come, and what may follow. Its life says which steps those are, the likeliest first.
func NewSteps[R data.Staged](p *Page[R], of StepsOf[R]) fyne.CanvasObject {
	r := p.Record
	stage := widget.NewLabel(stands(r))
	stage.TextStyle.Bold = true
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
	p.AskStep(of.Verb(to), before, nil, func(rec R, on data.Date) error { return data.Advance(rec, to, on, "") }, nil)
}

// stands is the status of a record, with the day on which it came to it.
func stands(r data.Staged) string {
	if r.Stage() == "" {
		return lang.L("No status yet")
	}
	if on := data.ReachedOn(r, r.Stage()); !on.IsZero() {
		return lang.L(r.StageLabel(r.Stage())) + " · " + on.Long()
	}
	return lang.L(r.StageLabel(r.Stage()))
}

// AskStep asks for the day of a step, and for what else it needs, and takes it: with everything that was changed on the page. What there is
// to see to before it stands above. Take changes a copy of the record; store is a way of saving it, nil that of other changes.
func (p *Page[R]) AskStep(verb, before string, fields func(*widgets.Form) []fyne.CanvasObject, take func(rec R, on data.Date) error, store Store[R]) {
	f := widgets.NewForm(p.Form.ID("step"))
	on := p.Desk.Today()
	var shown []fyne.CanvasObject
	if before != "" {
		words := widget.NewLabel(before)
		words.Wrapping = fyne.TextWrapWord
		shown = append(shown, words)
	}
	shown = append(shown, f.Date("on", lang.L("On"), "", p.Desk.Today(), &on))
	if fields != nil {
		shown = append(shown, fields(f)...)
	}
	widgets.ShowForm(p.Desk.Window(), verb, f, widgets.Stack(shown...), func() {
		p.takeStep(f, on, verb, take, store)
	})
}

func (p *Page[R]) takeStep(f *widgets.Form, on data.Date, verb string, take func(R, data.Date) error, store Store[R]) {
	wrong := f.Wrong()
	if wrong == "" && on.IsZero() {
		wrong = lang.L("On which day was it done? The day was left empty.")
	}
	if wrong != "" {
		p.Desk.Explain(verb, &data.Fault{Sentence: wrong + " " + lang.L("Nothing was changed: do it again.")})
		return
	}
	taken := data.Clone(p.Record)
	if err := take(taken, on); err != nil {
		p.Desk.Explain(verb, err)
		return
	}
	p.SaveAs(taken, store, p.Reload)
}
