// Package actions is the section of the window for what somebody has to do: an action is put down in one line, and ticked when it is done.
package actions

import (
	"context"
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"
)

// Register is the list of actions with its line for a new one.
type Register struct {
	*record.List[*data.Action]
	desk  desk.Desk
	quick *quick
}

var (
	_ desk.Finder = (*Register)(nil)
	_ desk.Maker  = (*Register)(nil)
)

// which actions the list shows.
//
//lang:words
const (
	open     = "Open"
	ended    = "Done and dropped"
	allThere = "All"
)

// NewRegister is the list of actions: the open ones, overdue first.
func NewRegister(d desk.Desk) desk.Page {
	r := &Register{desk: d}
	r.quick = newQuick(d, func(a *data.Action) { r.changeBy(a, lang.L("Put down “%s”."), nil) })
	r.List = record.NewList(d, record.ListKind[*data.Action]{
		Section:  desk.Actions,
		Name:     "actions",
		Singular: lang.L("action"),
		Plural:   lang.L("actions"),
		Counted:  lang.Counted{One: "{n} action", Other: "{n} actions"},
		Sort:     data.Sort{Field: "due"},
		Columns:  r.columns(),
		Words: func(reg *data.Register, a *data.Action) string {
			return nameOf(reg, data.AnyParty, a.Owner) + "\n" + nameOf(reg, data.AnyKind, a.From) + "\n" + lang.L(a.Status.Label())
		},
		Fresh:   func(desk.Desk) *data.Action { return fresh() },
		Open:    NewPage,
		States:  []record.State[*data.Action]{{Label: lang.L(open), Has: isOpen}, {Label: lang.L(ended), Has: hasEnded}, {Label: lang.L(allThere), Has: always}},
		Ticks:   &record.Ticks[*data.Action]{Ticked: func(a *data.Action) bool { return a.Status == data.ActionDone }, Tick: r.tick},
		Above:   r.quick.content,
		Totals:  r.totals,
		Steps:   bulkSteps(),
		None:    lang.L("There is no action yet. Write what is to be done into the line above, and press Enter."),
		Through: lang.L("Nothing is left to do."),
	})
	return r
}

func isOpen(a *data.Action) bool   { return a.Status == data.ActionOpen || a.Status == "" }
func hasEnded(a *data.Action) bool { return !isOpen(a) }
func always(*data.Action) bool     { return true }

// totals is how many of some actions are overdue.
func (r *Register) totals(_ *data.Register, rows widgets.Rows[*data.Action]) []string {
	today := r.desk.Today()
	late := record.Count(rows, func(a *data.Action) bool { return a.OverdueOn(today) })
	if late == 0 {
		return nil
	}
	return []string{lang.F("%s overdue", lang.Number(late))}
}

func (r *Register) columns() []record.ListColumn[*data.Action] {
	today := r.desk.Today
	due := record.DateColumn("due", lang.L("Due"), 0, 186, func(a *data.Action) data.Date { return a.Due })
	due.Text = func(_ *data.Register, a *data.Action) string { return when(a, today()) }
	due.Rank = func(_ *data.Register, a *data.Action) float64 { return urgency(a) }
	owner := record.Column("owner", lang.L("Owner"), 1, 130, (*data.Action).Label)
	owner.Text = func(reg *data.Register, a *data.Action) string { return nameOf(reg, data.AnyParty, a.Owner) }
	from := record.Column("from", lang.L("From"), 2, 110, (*data.Action).Label)
	from.Text = func(reg *data.Register, a *data.Action) string { return nameOf(reg, data.AnyKind, a.From) }
	return []record.ListColumn[*data.Action]{
		record.Column("done", "", 0, widgets.TickWidth, func(*data.Action) string { return "" }),
		record.Column("text", lang.L("What is to be done"), 8, 180, (*data.Action).Label),
		owner.Filtered(), due, from.Filtered(),
		record.Column("status", lang.L("Status"), 0, 64, func(a *data.Action) string { return lang.L(a.Status.Label()) }),
	}
}

// when is the day by which an action is due, and by how much it is late.
func when(a *data.Action, today data.Date) string {
	if !a.OverdueOn(today) {
		return a.Due.String()
	}
	return lang.N(a.DaysOverdue(today), "%s · {n} day late", "%s · {n} days late", a.Due)
}

// urgency puts what is open before what has ended, the earliest due first and what has no day last.
func urgency(a *data.Action) float64 {
	const never, later = 1e8, 1e9
	rank := a.Due.Rank()
	if a.Due.IsZero() {
		rank = never
	}
	if ended := a.Status == data.ActionDone || a.Status == data.ActionDropped; ended {
		return later + never - rank
	}
	return rank
}

func nameOf(reg *data.Register, kind data.Kind, id data.ID) string {
	if rec, ok := reg.Find(kind, id); ok {
		return rec.Label()
	}
	return ""
}

// tick puts an open action to done, and one that is done or was dropped back to open.
func (r *Register) tick(a *data.Action) {
	to, said := data.ActionDone, lang.L("Done: “%s”.")
	if a.Status == data.ActionDone || a.Status == data.ActionDropped {
		to, said = data.ActionOpen, lang.L("Open again: “%s”.")
	}
	back := a.Status
	if back == "" {
		back = data.ActionOpen
	}
	r.step(a, to, said, func(now *data.Action) *desk.Doing {
		return &desk.Doing{Label: lang.L("Undo"), Do: func() { r.step(now, back, lang.L("Undone: “%s”."), nil) }}
	})
}

// step takes an action to a status and saves it; undo, if there is one, says what can be done about that.
func (r *Register) step(a *data.Action, to data.ActionStatus, said string, undo func(*data.Action) *desk.Doing) {
	stepped := data.Clone(a)
	if now, ok := data.Get[*data.Action](r.desk.Office().Register(), a.ID); ok {
		stepped = data.Clone(now) // somebody may have changed it since
	}
	if err := data.Advance(stepped, string(to), r.desk.Today(), ""); err != nil {
		r.desk.Explain("tick an action", err)
		return
	}
	r.changeBy(stepped, said, undo)
}

// changeBy saves an action and says so.
func (r *Register) changeBy(a *data.Action, said string, undo func(*data.Action) *desk.Doing) {
	var saved data.Saved
	r.desk.Run(
		func(ctx context.Context) (err error) {
			saved, err = r.desk.Office().Save(ctx, a)
			return err
		},
		func(err error) {
			if err != nil {
				r.desk.Explain("save the action "+a.Text, err)
				return
			}
			r.desk.Saved(saved.Record)
			var doing *desk.Doing
			if undo != nil {
				doing = undo(a)
			}
			r.desk.Say(fmt.Sprintf(said, shortened(a.Text)), doing)
		},
	)
}

// shortened is the beginning of a text, for a sentence at the foot of the window.
func shortened(text string) string {
	const most = 70
	letters := []rune(strings.Join(strings.Fields(text), " "))
	if len(letters) <= most {
		return string(letters)
	}
	return strings.TrimRight(string(letters[:most]), " ,.;:") + "…"
}

// Arrived puts the cursor into the line for a new action, so that one can type at once.
func (r *Register) Arrived() { r.quick.focus() }

func fresh() *data.Action {
	return &data.Action{Stamp: data.Stamp{ID: data.NewID()}, Status: data.ActionOpen}
}
