package foi

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// openRow edits the words of one row by hand. Words that are the register's own stay the register's: they follow when it changes.
func (t *tableEditor) openRow(r tableRow) {
	if t.page.Record.Sent() {
		t.page.Desk.Say("The reply was sent: its tables stay as they were.", nil)
		return
	}
	f := widgets.NewForm("request.row")
	texts, marks := make([]string, len(t.table.Columns)), make([]string, len(t.table.Columns))
	fields := []fyne.CanvasObject{widgets.Note("What you write here stands in the reply in the place of what the register says. Empty a field to give it back to the register.")}
	for i, c := range t.table.Columns {
		if i < len(r.row.Cells) {
			texts[i], marks[i] = r.row.Cells[i].Text, strings.Join(r.row.Cells[i].Marks, " ")
		}
		fields = append(fields, widgets.Beside(
			f.Lines(fmt.Sprintf("cell[%d]", i), c.Heading, "", 2, &texts[i]),
			f.Text(fmt.Sprintf("marks[%d]", i), "Marks", "* or **", &marks[i]), 110,
		))
	}
	leaveOut := widgets.Answer{Label: "Leave this grant out", Does: func() { t.leaveOut(r.row.Grant) }}
	widgets.ShowForm(t.page.Desk.Window(), "Wording of this row", f, widgets.Stack(fields...), func() { t.write(r, texts, marks) }, leaveOut)
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
		own := t.registerCell(r, i)
		cell := data.Cell{Marks: strings.Fields(marks[i])}
		if text := strings.TrimSpace(texts[i]); text != own.Text {
			cell.Text = text
			if named := data.AppendixWords(text); len(named) > 0 {
				cell.Appendix = named[0].Number
			}
		}
		var before data.Cell
		if i < len(r.row.Cells) {
			before = r.row.Cells[i]
		}
		if cell.Text != "" || !slices.Equal(cell.Marks, before.Marks) || before.Text != own.Text {
			t.table.Write(r.heading, r.row.Grant, i, cell)
		}
	}
	t.page.Touch()
}

// registerCell is what the register says in a cell, with nothing written by hand.
func (t *tableEditor) registerCell(r tableRow, column int) data.Cell {
	plain := *t.table
	plain.Groups = nil
	for _, g := range plain.Fill(t.page.Desk.Office().Register(), t.page.Record) {
		for _, row := range g.Rows {
			if g.Heading == r.heading && row.Grant == r.row.Grant && column < len(row.Cells) {
				return row.Cells[column]
			}
		}
	}
	return data.Cell{}
}
