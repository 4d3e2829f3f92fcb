// Package actions is the section of the window for what somebody has to do: an action is put down in one line, and ticked when it is done.
package actions

import (
	"context"
	"fmt"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
	"almoner/ui/paper"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Register is the list of actions with its line for a new one.
type Register struct {
	desk    desk.Desk
	listing *data.Listing[*data.Action]
	list    *widgets.Register[*data.Action]
	search  *widgets.Entry
	choice  *widgets.Choice
	count   *widget.Label
	empty   *widget.Label
	quick   *quick
	content fyne.CanvasObject
}

var (
	_ desk.Finder = (*Register)(nil)
	_ desk.Maker  = (*Register)(nil)
)

// which actions the list shows.
const (
	open     = "Open"
	ended    = "Done and dropped"
	allThere = "All"
)

// NewRegister is the list of actions: the open ones, overdue first.
func NewRegister(d desk.Desk) desk.Page {
	r := &Register{desk: d, count: widget.NewLabel(""), empty: widget.NewLabel("")}
	r.empty.Alignment = fyne.TextAlignCenter
	columns := make([]widgets.Column[*data.Action], 0, len(r.columns()))
	for _, c := range r.columns() {
		columns = append(columns, widgets.Column[*data.Action]{
			Key: c.Key, Heading: c.Heading, Share: c.Share, Least: c.Least, Figures: c.Figures,
			Text: func(a *data.Action) string { return c.Text(d.Office().Register(), a) },
		})
	}
	r.list = widgets.NewRegister("actions.list", columns)
	r.list.Ticks(func(a *data.Action) bool { return a.Status == data.ActionDone }, r.tick)
	r.list.SetSort(data.Sort{Field: "due"})
	r.list.OnOpen = func(a *data.Action) { d.Open(NewPage(d, a)) }
	r.list.OnSort = func(data.Sort) { r.find() }
	r.search = widgets.NewSearch("actions.search", "Search actions")
	r.search.OnChanged = func(string) { r.find() }
	r.search.OnEnter = r.list.First
	r.search.OnDown = func() { d.Window().Canvas().Focus(r.list.List()) }
	r.search.OnEscape = func() { r.search.SetText("") }
	r.choice = widgets.NewChoice("actions.which", []string{open, ended, allThere}, nil)
	r.choice.SetSelected(open)
	r.choice.OnChanged = func(string) { r.find() }
	add := widgets.NewButton("actions.new", "New action…", theme.ContentAddIcon(), r.New)
	r.quick = newQuick(d, func(a *data.Action) { r.changeBy(a, "Put down “%s”.", nil) })
	r.content = container.NewBorder(
		container.New(layout.NewCustomPaddedVBoxLayout(6), r.quick.content,
			container.NewBorder(nil, nil, nil, container.NewHBox(r.choice, add), r.search)),
		container.NewBorder(nil, nil, nil, paper.NewExport(d, "actions", r.shown), r.count), nil, nil,
		container.NewStack(r.list, container.NewCenter(r.empty)),
	)
	r.read()
	r.find()
	return r
}

func (r *Register) columns() []record.ListColumn[*data.Action] {
	today := r.desk.Today
	due := record.DateColumn("due", "Due", 0, 186, func(a *data.Action) data.Date { return a.Due })
	due.Text = func(_ *data.Register, a *data.Action) string { return when(a, today()) }
	due.Rank = func(_ *data.Register, a *data.Action) float64 { return urgency(a) }
	owner := record.Column("owner", "Owner", 1, 130, (*data.Action).Label)
	owner.Text = func(reg *data.Register, a *data.Action) string { return nameOf(reg, data.AnyParty, a.Owner) }
	from := record.Column("from", "From", 2, 110, (*data.Action).Label)
	from.Text = func(reg *data.Register, a *data.Action) string { return nameOf(reg, data.AnyKind, a.From) }
	return []record.ListColumn[*data.Action]{
		record.Column("done", "", 0, widgets.TickWidth, func(*data.Action) string { return "" }),
		record.Column("text", "What is to be done", 8, 180, (*data.Action).Label),
		owner, due, from,
		record.Column("status", "Status", 0, 64, func(a *data.Action) string { return a.Status.Label() }),
	}
}

// when is the day by which an action is due, and by how much it is late.
func when(a *data.Action, today data.Date) string {
	if !a.OverdueOn(today) {
		return a.Due.String()
	}
	return a.Due.String() + " · " + widgets.Counted(a.DaysOverdue(today), "day") + " late"
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

// read takes the actions from the register.
func (r *Register) read() {
	columns := r.columns()
	fields := make([]data.Field[*data.Action], len(columns))
	for i, c := range columns {
		fields[i] = c.Field
	}
	reg := r.desk.Office().Register()
	r.listing = data.List(reg, fields, func(a *data.Action) string {
		return nameOf(reg, data.AnyParty, a.Owner) + "\n" + nameOf(reg, data.AnyKind, a.From) + "\n" + a.Status.Label()
	})
}

type found struct {
	listing *data.Listing[*data.Action]
	rows    []int32
}

func (f found) Len() int              { return len(f.rows) }
func (f found) At(i int) *data.Action { return f.listing.At(f.rows[i]) }

func (r *Register) found() found {
	keep := func(a *data.Action) bool {
		isOpen := a.Status == data.ActionOpen || a.Status == ""
		return r.choice.Selected == allThere || isOpen == (r.choice.Selected == open)
	}
	f := found{r.listing, r.listing.Select(r.search.Text, keep, r.list.Sort())}
	late, today := 0, r.desk.Today()
	for i := range f.Len() {
		if f.At(i).OverdueOn(today) {
			late++
		}
	}
	said := widgets.Counted(f.Len(), "action")
	if late > 0 {
		said += fmt.Sprintf(", %d overdue", late)
	}
	r.count.SetText(said)
	r.empty.SetText("")
	switch {
	case f.Len() > 0:
	case r.listing.Len() == 0:
		r.empty.SetText("There is no action yet. Write what is to be done into the line above, and press Enter.")
	case r.search.Text == "" && r.choice.Selected == open:
		r.empty.SetText("Nothing is left to do.")
	default:
		r.empty.SetText("No action matches. Clear the search, or choose “All”.")
	}
	return f
}

func (r *Register) find() { r.list.SetRows(r.found()) }

// shown is the list as it stands, for a paper.
func (r *Register) shown() reports.List {
	f := r.found()
	var fields []data.Field[*data.Action]
	var keys []string
	for _, c := range r.columns()[1:] { // the box says what the status says
		fields, keys = append(fields, c.Field), append(keys, c.Key)
	}
	rows := make([]*data.Action, f.Len())
	for i := range rows {
		rows[i] = f.At(i)
	}
	list := reports.NewList(r.desk.Office().Register(), r.Title(), fields, keys, rows)
	list.Filters, list.Totals = append(reports.ChoiceWords(r.search.Text, nil, data.Catalogue{}), "Status: "+r.choice.Selected), r.count.Text
	return list
}

// tick puts an open action to done, and one that is done or was dropped back to open.
func (r *Register) tick(a *data.Action) {
	to, said := data.ActionDone, "Done: “%s”."
	if a.Status == data.ActionDone || a.Status == data.ActionDropped {
		to, said = data.ActionOpen, "Open again: “%s”."
	}
	back := a.Status
	if back == "" {
		back = data.ActionOpen
	}
	r.step(a, to, said, func(now *data.Action) *desk.Doing {
		return &desk.Doing{Label: "Undo", Do: func() { r.step(now, back, "Undone: “%s”.", nil) }}
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

// Title is the name of the section.
func (r *Register) Title() string { return string(desk.Actions) }

// Section is the section of the register.
func (r *Register) Section() desk.Section { return desk.Actions }

// Content is the page.
func (r *Register) Content() fyne.CanvasObject { return r.content }

// Arrived puts the cursor into the line for a new action, so that one can type at once.
func (r *Register) Arrived() { r.quick.focus() }

// Changed shows what was saved, here or elsewhere, without moving the list.
func (r *Register) Changed(data.Record) {
	r.read()
	r.list.Reload(r.found())
}

// Find puts the cursor into the search box.
func (r *Register) Find() { r.desk.Window().Canvas().Focus(r.search) }

// New begins a new action on a page of its own.
func (r *Register) New() { r.desk.Open(NewPage(r.desk, fresh())) }

// Makes is what New makes.
func (r *Register) Makes() string { return "action" }

func fresh() *data.Action {
	return &data.Action{Stamp: data.Stamp{ID: data.NewID()}, Status: data.ActionOpen}
}
