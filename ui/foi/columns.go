package foi

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// columnsForm is the dialog in which the columns of a table are ticked and put in order: fields of the register, questions of the question
// bank, and words of one's own. It works on copies, so that Cancel gives them up.
type columnsForm struct {
	table  *tableEditor
	chosen []columnChoice
	rows   *record.Rows[columnChoice]
	others *fyne.Container // what can be ticked besides
	form   *widgets.Form
}

// columnChoice is a column with which of the table's it was, or -1.
type columnChoice struct {
	data.Column
	was int
}

func (t *tableEditor) columns() {
	c := &columnsForm{table: t, form: widgets.NewForm("request.columns"), others: widgets.Stack()}
	for i, column := range t.table.Columns {
		c.chosen = append(c.chosen, columnChoice{column, i})
	}
	c.rows = record.NewRows(c.form, c.offer, record.RowsOf[columnChoice]{
		Key: "columns", List: &c.chosen, Add: lang.L("A column of your own words"), Moves: true,
		Fresh: func([]columnChoice) columnChoice {
			return columnChoice{data.Column{Heading: "Remarks"}, -1} //lang:no it is printed
		},
		Row: func(at string, column *columnChoice) fyne.CanvasObject {
			return c.form.Text(at+"heading", c.source(column.Column), "", &column.Heading)
		},
	})
	c.offer()
	widgets.ShowForm(t.page.Desk.Window(), lang.L("Columns, from left to right"), c.form,
		widgets.Shares([]float32{5, 4}, c.rows.Content, widgets.Section(lang.L("Tick what else the table shows"), c.others)), c.take)
}

// source is where a column has its words from.
func (c *columnsForm) source(column data.Column) string {
	if q, ok := data.Get[*data.Question](c.table.page.Desk.Office().Register(), column.Question); ok {
		return lang.F("Question: %s", q.Wording)
	}
	if f, ok := data.GrantField(column.Field); ok {
		return lang.L(f.Heading)
	}
	return lang.L("Your own words")
}

// offer lists what is not among the columns yet.
func (c *columnsForm) offer() {
	c.others.RemoveAll()
	used := map[string]bool{}
	for _, column := range c.chosen {
		used[column.Field], used[string(column.Question)] = true, true
	}
	for _, f := range data.GrantFields() {
		if !used[f.Key] {
			c.others.Add(c.tick(f.Key, lang.L(f.Heading), data.Column{Heading: f.Heading, Field: f.Key}))
		}
	}
	for _, q := range data.All[*data.Question](c.table.page.Desk.Office().Register()) {
		if !used[string(q.ID)] {
			c.others.Add(c.tick(q.Key, lang.F("Question: %s", q.Wording), data.Column{Heading: q.Wording, Question: q.ID}))
		}
	}
	c.others.Refresh()
}

func (c *columnsForm) tick(key, words string, column data.Column) fyne.CanvasObject {
	tick := widgets.NewTick(c.form.ID("tick."+key), "", false, func(bool) { c.rows.Append(columnChoice{column, -1}) })
	return widgets.TickBeside(tick, words)
}

func (c *columnsForm) take() {
	columns, was := make([]data.Column, len(c.chosen)), make([]int, len(c.chosen))
	for i, column := range c.chosen {
		columns[i], was[i] = column.Column, column.was
	}
	c.table.table.Arrange(columns, was)
	c.table.page.Touch()
}
