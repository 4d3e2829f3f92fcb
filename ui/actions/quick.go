package actions

import (
	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// quick is the line in which an action is put down: what, by when, by whom, Enter.
type quick struct {
	desk    desk.Desk
	save    func(*data.Action)
	form    *widgets.Form
	action  *data.Action
	content *fyne.Container
}

func newQuick(d desk.Desk, save func(*data.Action)) *quick {
	q := &quick{desk: d, save: save, content: container.NewStack()}
	q.build()
	return q
}

// build makes the fields anew for the next action.
func (q *quick) build() {
	q.action = fresh()
	f := widgets.NewForm("actions.quick")
	f.Check = q.action.Problems
	f.Enter = q.add
	f.Escape = q.clear
	q.form = f
	text := f.Text("text", lang.L("New action"), lang.L("Enter puts it down"), &q.action.Text)
	due := f.Date("due", lang.L("Due"), "", q.desk.Today(), &q.action.Due)
	owner := f.Pick("owner", lang.L("Owner"), "", record.PickParty(q.desk, lang.L("Nobody yet")), &q.action.Owner)
	add := widgets.NewMainButton("actions.quick.add", lang.L("Add"), theme.ContentAddIcon(), q.add)
	q.content.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, container.NewVBox(widgets.Level(add)), widgets.Shares([]float32{5, 2, 2}, text, due, owner))}
	q.content.Refresh()
}

func (q *quick) add() {
	if q.form.ShowAll(q.desk.Window().Canvas()) {
		q.desk.Say(lang.L("Not put down yet: mend what is said in red first."), nil)
		return
	}
	a := q.action
	q.clear()
	q.save(a)
}

func (q *quick) clear() {
	q.build()
	q.focus()
}

func (q *quick) focus() { q.desk.Window().Canvas().Focus(q.form.First()) }
