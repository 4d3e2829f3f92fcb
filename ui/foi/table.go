package foi

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableEditor chooses the grants and the columns of a table, and shows its rows as they will print.
type tableEditor struct {
	page     *page
	appendix *data.Appendix
	table    *data.Table
	list     *widgets.Register[tableRow]
	count    *widget.Label
	top      fyne.CanvasObject
	rows     *fyne.Container
	shape    string // the headings that the list was made for
	own      map[ownCell]bool
}

// ownCell is a cell that says other than the register.
type ownCell struct {
	heading string
	grant   data.ID
	column  int
}

func changedCells(n int) string {
	if n == 1 {
		return "1 cell (•) differs from the register"
	}
	return fmt.Sprintf("%d cells (•) differ from the register", n)
}

// tableRow is one row of the table with the group it stands in.
type tableRow struct {
	heading string
	row     data.Row
}

type tableRows []tableRow

func (r tableRows) Len() int          { return len(r) }
func (r tableRows) At(i int) tableRow { return r[i] }

func newTableEditor(p *page, ap *data.Appendix, at string) *tableEditor {
	t := &tableEditor{page: p, appendix: ap, table: &ap.Tables[0], count: widget.NewLabel(""), rows: container.NewStack()}
	t.count.TextStyle.Bold = true
	f := p.Form
	fields := []fyne.CanvasObject{f.Text(at+"title", "Title", "", &ap.Title)}
	if !p.Record.Sent() {
		fields = append(fields, t.query(at))
	}
	buttons := container.NewHBox(t.count, layout.NewSpacer())
	if !p.Record.Sent() {
		buttons.Add(widgets.NewButton("request.table.columns", "Columns…", theme.ListIcon(), t.askColumns))
	}
	buttons.Add(widgets.NewButton("request.table.introduction", "Notes…", theme.DocumentCreateIcon(), t.notes))
	fields = append(fields, buttons)
	t.top = widgets.Stack(fields...)
	t.refresh()
	return t
}

// query is which grants the table is about.
func (t *tableEditor) query(at string) fyne.CanvasObject {
	f, q := t.page.Form, &t.table.Query
	at += "tables[0]."
	return widgets.Columns(
		f.Years(at+"query.years", "Financial years", "all, if left empty", t.page.Desk.Office().Register().Details(), &q.Years),
		f.Words(at+"query.themes", "Themes", "all, if left empty", &q.Themes),
		f.Text(at+"query.text", "Words in the grant", "", &q.Text),
		widgets.Choose(f, at+"group_by", "Rows", data.Groupings(), &t.table.GroupBy),
	)
}

// refresh shows the rows as they are now, and what they add up to.
func (t *tableEditor) refresh() {
	reg := t.page.Desk.Office().Register()
	var rows tableRows
	for _, g := range t.table.Fill(reg, t.page.Record) {
		for _, r := range g.Rows {
			rows = append(rows, tableRow{g.Heading, r})
		}
	}
	t.own = map[ownCell]bool{}
	for _, own := range t.table.OwnCells(reg, t.page.Record) {
		t.own[ownCell{own.Heading, own.Grant, own.Column}] = true
	}
	if shape := t.headings(); shape != t.shape || t.list == nil {
		t.shape = shape
		t.list = t.newList()
		t.rows.RemoveAll()
		t.rows.Add(t.list)
	}
	t.list.Reload(rows)
	words := fmt.Sprintf("%d rows", len(rows))
	if len(rows) == 1 {
		words = "1 row"
	}
	if !t.page.Record.Sent() {
		words += " · " + t.table.AmountTotal(reg).String()
	}
	if n := len(t.own); n > 0 {
		words += " · " + changedCells(n)
	}
	t.count.SetText(words)
}

func (t *tableEditor) headings() string {
	var b strings.Builder
	for _, c := range t.table.Columns {
		b.WriteString(c.Heading + "\x00")
	}
	return b.String()
}

func (t *tableEditor) newList() *widgets.Register[tableRow] {
	columns := []widgets.Column[tableRow]{{Key: "group", Heading: "Group", Least: 72, Text: func(r tableRow) string { return r.heading }}}
	for i, c := range t.table.Columns {
		f, known := data.GrantField(c.Field)
		columns = append(columns, widgets.Column[tableRow]{
			Key: fmt.Sprint(i), Heading: c.Heading, Share: 1, Least: 60, Figures: known && f.Figures,
			Text: func(r tableRow) string { return t.cellText(r, i) },
		})
	}
	list := widgets.NewRegister("request.table", columns)
	list.OnOpen = t.openRow
	list.Still()
	return list
}

// cellText is a cell as it prints, with a sign before words that are not the register's.
func (t *tableEditor) cellText(r tableRow, i int) string {
	text := cellText(r.row, i)
	if t.own[ownCell{r.heading, r.row.Grant, i}] {
		return "• " + text
	}
	return text
}

// cellText is a cell as it prints, its marks behind the words.
func cellText(r data.Row, i int) string {
	if i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i].Text + strings.Join(r.Cells[i].Marks, "")
}

// notes edits what stands above and below the table. It works on copies, so that Cancel gives them up.
func (t *tableEditor) notes() {
	ap := t.appendix
	introduction, footnotes := ap.Introduction, slices.Clone(ap.Footnotes)
	f := widgets.NewForm("request.notes")
	f.ReadOnly = t.page.Record.Sent()
	above := f.Lines("introduction", "Introduction", "stands above the table, in the place of the title", 3, &introduction)
	notes := record.NewRows(f, func() {}, record.RowsOf[data.Footnote]{
		Key: "footnotes", List: &footnotes, Add: "Add a footnote",
		Fresh: func(before []data.Footnote) data.Footnote {
			return data.Footnote{ID: data.NewRowID(), Mark: strings.Repeat("*", len(before)+1)}
		},
		Row: func(at string, n *data.Footnote) fyne.CanvasObject {
			return widgets.Stack(
				widgets.Beside(f.Text(at+"link", "Link", "", &n.Link), f.Text(at+"mark", "Mark", "", &n.Mark), 110),
				f.Lines(at+"text", "Text", "", 2, &n.Text),
			)
		},
	})
	widgets.ShowForm(t.page.Desk.Window(), "Introduction and footnotes", f, widgets.Stack(above, notes.Content), func() {
		ap.Introduction, ap.Footnotes = introduction, footnotes
		t.page.Touch()
	})
}
