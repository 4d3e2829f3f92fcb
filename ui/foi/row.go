package foi

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// openRow edits the words of one row by hand. Words that are the register's own stay the register's: they follow when it changes.
func (t *tableEditor) openRow(r tableRow) {
	if t.page.Record.Sent() {
		t.page.Desk.Say(lang.L("The reply was sent: its tables stay as they were."), nil)
		return
	}
	f := widgets.NewForm("request.row")
	texts, marks := make([]string, len(t.table.Columns)), make([]string, len(t.table.Columns))
	fields := []fyne.CanvasObject{widgets.Note(lang.L("What you write here stands in the reply in the place of what the register says. Empty a field to give it back to the register."))}
	for i, c := range t.table.Columns {
		if i < len(r.row.Cells) {
			texts[i], marks[i] = r.row.Cells[i].Text, strings.Join(r.row.Cells[i].Marks, " ")
		}
		fields = append(fields, widgets.Beside(
			f.Lines(fmt.Sprintf("cell[%d]", i), c.Heading, "", 2, &texts[i]),
			f.Text(fmt.Sprintf("marks[%d]", i), lang.L("Marks"), "* or **", &marks[i]), 110,
		))
	}
	leaveOut := widgets.Answer{Label: lang.L("Leave this grant out"), Does: func() { t.leaveOut(r.row.Grant) }}
	widgets.ShowForm(t.page.Desk.Window(), lang.L("Wording of this row"), f, widgets.Stack(fields...), func() { t.write(r, texts, marks) }, leaveOut)
}

func (t *tableEditor) leaveOut(grant data.ID) {
	if grant != "" {
		t.table.Query.Except = append(t.table.Query.Except, grant)
		t.page.Touch()
	}
}

// write keeps the words that differ from the register's.
func (t *tableEditor) write(r tableRow, texts, marks []string) {
	for i := range t.table.Columns {
		var before data.Cell
		if i < len(r.row.Cells) {
			before = r.row.Cells[i]
		}
		if given := strings.Fields(marks[i]); strings.TrimSpace(texts[i]) != before.Text || !slices.Equal(given, before.Marks) {
			t.reword(r, i, texts[i], given)
		}
	}
	t.page.Touch()
}

// reword puts words into a cell; none give it back to the register.
func (t *tableEditor) reword(r tableRow, column int, text string, marks []string) {
	if strings.TrimSpace(text) == "" {
		t.table.Write(r.heading, r.row.Grant, column, data.Cell{Marks: marks})
		return
	}
	t.table.Reword(t.page.Desk.Office().Register(), t.page.Record, r.heading, r.row.Grant, column, text, marks)
}
