package publish

import (
	"context"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// asker asks where and when something was published, and puts it down. A decision takes its step with it.
type asker struct {
	desk    desk.Desk
	duty    data.Duty
	waiting []data.Record // of which one is published; none for a list that is published as a whole
	draft   *data.Publication
}

// asker is who asks about a duty; nil where there is nothing that could have been published.
func (v *duties) asker(s data.DutyState) *asker {
	a := &asker{desk: v.desk, duty: s.Duty}
	if s.Duty == data.DutyDecisions || s.Duty == data.DutyContracts {
		for _, lack := range s.Lacks {
			a.waiting = append(a.waiting, lack.Records...)
		}
		if len(a.waiting) == 0 {
			return nil
		}
	}
	a.draft = &data.Publication{PublishedOn: v.desk.Today()}
	if s.Last != nil { // it mostly goes where the last one went
		a.draft.Where, a.draft.URL = s.Last.Where, ""
	}
	if len(a.waiting) > 0 {
		a.draft.What = a.waiting[0].Stamped().ID
	} else {
		a.draft.Title = lang.L(s.Duty.Label()) + v.titleYear(s.Duty)
	}
	return a
}

// titleYear is the year behind the title of a list that is made for a year.
func (v *duties) titleYear(d data.Duty) string {
	if d == data.DutyLog {
		return ""
	}
	return ", " + v.desk.Office().Register().Details().Year(v.year)
}

// show puts the question in front of the window.
func (a *asker) show() {
	p := a.draft
	f := widgets.NewForm("mark")
	var first fyne.CanvasObject
	if len(a.waiting) > 0 {
		first = f.Pick("what", lang.L("Which one"), "", widgets.NewPicker(lang.L("Choose"), a.options), &p.What)
	} else {
		first = f.Text("title", lang.L("What was published"), "", &p.Title)
	}
	fields := widgets.Stack(
		first,
		f.Text("where", lang.L("Where"), lang.L("Website, decisions"), &p.Where),
		f.Text("url", lang.L("Web address"), "", &p.URL),
		f.Date("published_on", lang.L("Published on"), "", a.desk.Today(), &p.PublishedOn),
	)
	if a.duty == data.DutyDecisions {
		fields.Add(widgets.Note(lang.L("The decision becomes published with this, and stays so. If it is taken down later, the publication is withdrawn on its own page.")))
	}
	f.Stops = a.stops
	widgets.ShowForm(a.desk.Window(), lang.F("Record as published: %s", lang.L(a.duty.Label())), f, fields, a.done)
}

func (a *asker) options() []widgets.Option {
	options := make([]widgets.Option, len(a.waiting))
	for i, r := range a.waiting {
		options[i] = widgets.Option{ID: r.Stamped().ID, Label: r.Label()}
	}
	return options
}

// publication is what would be put down as the form stands.
func (a *asker) publication() *data.Publication {
	p := data.Clone(a.draft)
	p.ID = data.NewID()
	return p
}

// stops is why the publication cannot be put down yet.
func (a *asker) stops() string {
	if a.draft.PublishedOn.IsZero() {
		return lang.L("On which day was it published?")
	}
	err := a.publication().Problems().Err()
	if err == nil {
		_, err = a.published()
	}
	if err != nil {
		return data.Explain(err)
	}
	return ""
}

// published is the decision that is given to the public, as it is then; nil where it is something else.
func (a *asker) published() (*data.Decision, error) {
	decision, ok := data.Get[*data.Decision](a.desk.Office().Register(), a.draft.What)
	if !ok {
		return nil, nil
	}
	decision = data.Clone(decision)
	err := decision.Publish(a.draft.PublishedOn, a.desk.Today(), "")
	return decision, err
}

// done puts the publication down.
func (a *asker) done() {
	p := a.publication()
	records := []data.Record{p}
	decision, err := a.published()
	if err != nil {
		a.desk.Explain("record the decision as published", err)
		return
	}
	if decision != nil {
		records = append(records, decision)
	}
	a.save(p, records)
}

func (a *asker) save(p *data.Publication, records []data.Record) {
	office := a.desk.Office()
	a.desk.Run(
		func(ctx context.Context) error { return office.SaveAll(ctx, records, nil) },
		func(err error) {
			if err != nil {
				a.desk.Explain("record "+p.Label()+" as published", err)
				return
			}
			a.told(records)
			a.desk.Say(lang.F("Recorded: “%s” was published on %s.", titleOf(office.Register(), p), p.PublishedOn.Long()), a.after(p, len(records) == 1))
		},
	)
}

// after is what can be done about a publication that was put down. What takes a decision to published cannot be taken back: the record of a
// decision only grows. If it was put down in error, it is withdrawn on its page.
func (a *asker) after(p *data.Publication, alone bool) *desk.Doing {
	if alone {
		return &desk.Doing{Label: lang.L("Undo"), Do: func() { a.takeBack(p) }}
	}
	return &desk.Doing{Label: lang.L("Open it"), Do: func() { record.OpenOrSay(a.desk, data.KindPublication, p.ID) }}
}

// told tells the other pages of each record.
func (a *asker) told(records []data.Record) {
	for _, r := range records {
		if now, ok := a.desk.Office().Register().Find(r.RecordKind(), r.Stamped().ID); ok {
			r = now
		}
		a.desk.Saved(r)
	}
}

// takeBack takes a publication out again.
func (a *asker) takeBack(p *data.Publication) {
	office := a.desk.Office()
	now, ok := data.Get[*data.Publication](office.Register(), p.ID)
	if !ok {
		return
	}
	a.desk.Run(
		func(ctx context.Context) error { return office.Delete(ctx, now) },
		func(err error) {
			if err != nil {
				a.desk.Explain("take a publication back", err)
				return
			}
			a.desk.Saved(now)
			a.desk.Say(lang.L("Undone: it is no longer recorded as published."), nil)
		},
	)
}
