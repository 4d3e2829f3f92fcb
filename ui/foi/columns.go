package foi

import (
	"fmt"
	"slices"

	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// columnsDialog chooses the columns of a table on a copy, so that Cancel gives it up: their headings and their order, and with a tick each
// what they show.
type columnsDialog struct {
	table  *tableEditor
	form   *widgets.Form
	chosen []chosenColumn
	rows   *record.Rows[chosenColumn]
	ticks  *fyne.Container
}

// chosenColumn is a column, and which of the table's own it was; less than 0 of a new one.
type chosenColumn struct {
	data.Column
	was int
}

// askColumns opens the dialog.
func (t *tableEditor) askColumns() {
	d := &columnsDialog{table: t, form: widgets.NewForm("request.columns"), ticks: container.NewGridWithColumns(2)}
	for i, c := range t.table.Columns {
		d.chosen = append(d.chosen, chosenColumn{c, i})
	}
	d.rows = record.NewRows(d.form, d.tick, record.RowsOf[chosenColumn]{
		Key: "columns", List: &d.chosen, Add: "A column of your own words", Moves: true,
		Fresh: func([]chosenColumn) chosenColumn { return chosenColumn{data.Column{Heading: "Remarks"}, -1} },
		Row: func(at string, c *chosenColumn) fyne.CanvasObject {
			return d.form.Text(at+"heading", t.shows(c.Column), "", &c.Heading)
		},
	})
	d.tick()
	widgets.ShowForm(t.page.Desk.Window(), "Columns", d.form, widgets.Stack(d.rows.Content, widgets.Section("What a column can show", d.ticks)), d.take)
}

// shows is what a column shows, in the words of the register.
func (t *tableEditor) shows(c data.Column) string {
	if q, ok := data.Get[*data.Question](t.page.Desk.Office().Register(), c.Question); ok {
		return q.Wording
	}
	if f, ok := data.GrantField(c.Field); ok {
		return f.Heading
	}
	return "Words of your own"
}

// offered are all columns that the register can fill: its fields, then the questions of the question bank.
func (t *tableEditor) offered() []data.Column {
	var all []data.Column
	for _, f := range data.GrantFields() {
		all = append(all, data.Column{Heading: f.Heading, Field: f.Key})
	}
	for _, q := range data.All[*data.Question](t.page.Desk.Office().Register()) {
		all = append(all, data.Column{Heading: q.Wording, Question: q.ID})
	}
	return all
}

// tick shows which of the offered columns are chosen.
func (d *columnsDialog) tick() {
	d.ticks.RemoveAll()
	for _, c := range d.table.offered() {
		label := c.Heading
		if c.Question != "" {
			label = fmt.Sprintf("Question: %s", c.Heading)
		}
		name := fmt.Sprintf("request.columns.%s%s", c.Field, c.Question)
		d.ticks.Add(widgets.NewTick(name, label, d.index(c) >= 0, func(yes bool) { d.choose(c, yes) }))
	}
	d.ticks.Refresh()
}

func (d *columnsDialog) index(c data.Column) int {
	return slices.IndexFunc(d.chosen, func(o chosenColumn) bool { return o.Field == c.Field && o.Question == c.Question })
}

func (d *columnsDialog) choose(c data.Column, yes bool) {
	i := d.index(c)
	switch {
	case yes && i < 0:
		d.chosen = append(d.chosen, chosenColumn{c, slices.IndexFunc(d.table.table.Columns, func(o data.Column) bool { return o.Field == c.Field && o.Question == c.Question })})
	case !yes && i >= 0:
		d.chosen = slices.Delete(d.chosen, i, i+1)
	}
	d.rows.Build()
}

func (d *columnsDialog) take() {
	columns, was := make([]data.Column, len(d.chosen)), make([]int, len(d.chosen))
	for i, c := range d.chosen {
		columns[i], was[i] = c.Column, c.was
	}
	d.table.table.Arrange(columns, was)
	d.table.page.Touch()
}
