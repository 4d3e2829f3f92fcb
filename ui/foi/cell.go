package foi

import (
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// cellForm is the dialog in which one cell is reworded.
type cellForm struct {
	table  *tableEditor
	row    tableRow
	column int
	words  string
	marks  string
	alike  []data.OwnCell // in which the register says the same
	all    bool           // they all get the words
}

// openCell edits the words of one cell; in the column of the groups, which has no words of its own, the whole row.
func (t *tableEditor) openCell(r tableRow, column int) {
	column--
	if column < 0 || column >= len(r.row.Cells) || t.page.Record.Sent() || r.row.Grant == "" {
		t.openRow(r)
		return
	}
	reg := t.page.Desk.Office().Register()
	c := &cellForm{
		table: t, row: r, column: column, words: r.row.Cells[column].Text, marks: strings.Join(r.row.Cells[column].Marks, " "),
		alike: t.table.Alike(reg, t.page.Record, r.heading, r.row.Grant, column),
	}
	f := widgets.NewForm("request.cell")
	said := t.table.RegisterCell(reg, t.page.Record, r.heading, r.row.Grant, column).Text
	note := lang.F("The register says: “%s”", said)
	if said == "" {
		note = lang.L("The register says nothing here.")
	}
	fields := []fyne.CanvasObject{
		widgets.Note(note),
		widgets.Beside(f.Lines("words", t.table.Columns[column].Heading, "", 4, &c.words), f.Text("marks", lang.L("Marks"), "* or **", &c.marks), 110),
	}
	if n := len(c.alike); n > 1 {
		fields = append(fields, f.Tick("all", lang.L("Where else"), lang.N(n, "In the cell in which the register says this", "In all {n} cells in which the register says this"), &c.all))
	}
	back := widgets.Answer{Label: lang.L("Back to the register’s words"), Does: c.giveBack}
	leaveOut := widgets.Answer{Label: lang.L("Leave this grant out"), Does: func() { t.leaveOut(r.row.Grant) }}
	widgets.ShowForm(t.page.Desk.Window(), lang.L("Wording of this cell"), f, widgets.Stack(fields...), c.write, back, leaveOut)
}

// targets are the rows whose cell is written.
func (c *cellForm) targets() []tableRow {
	if !c.all {
		return []tableRow{c.row}
	}
	rows := make([]tableRow, len(c.alike))
	for i, other := range c.alike {
		rows[i] = tableRow{other.Heading, data.Row{Grant: other.Grant}}
	}
	return rows
}

func (c *cellForm) write() {
	for _, r := range c.targets() {
		c.table.reword(r, c.column, c.words, strings.Fields(c.marks))
	}
	c.table.page.Touch()
}

func (c *cellForm) giveBack() {
	for _, r := range c.targets() {
		c.table.reword(r, c.column, "", nil)
	}
	c.table.page.Touch()
}
