package foi

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	left     *widgets.Button // brings back the grants that were left out
	top      fyne.CanvasObject
	rows     *fyne.Container
	shape    string // the headings that the list was made for
	own      map[ownCell]bool
	title    fyne.CanvasObject
	titled   string // how the table is called after what it asks for, unless somebody calls it otherwise
}

// tableRow is one row of the table with the group it stands in.
type tableRow struct {
	heading string
	row     data.Row
}

// ownCell is where a cell stands that differs from the register.
type ownCell struct {
	heading string
	grant   data.ID
	column  int
}

type tableRows []tableRow

func (r tableRows) Len() int          { return len(r) }
func (r tableRows) At(i int) tableRow { return r[i] }

func newTableEditor(p *page, ap *data.Appendix, at string) *tableEditor {
	t := &tableEditor{page: p, appendix: ap, table: &ap.Tables[0], count: boldLabel(""), rows: container.NewStack()}
	t.titled = t.table.Query.TitleOf(p.Desk.Office().Register().Details())
	t.count.Truncation = fyne.TextTruncateEllipsis
	f := p.Form
	fields := []fyne.CanvasObject{f.Text(at+"title", lang.L("Title"), "", &ap.Title)}
	t.title, _ = f.Find(at + "title")
	notes := widgets.NewButton("request.table.introduction", lang.L("Footnotes…"), theme.DocumentCreateIcon(), t.notes)
	buttons := container.NewHBox()
	t.left = widgets.NewButton("request.table.left", "", theme.ContentUndoIcon(), t.bringBack)
	t.left.Importance = widget.LowImportance
	if !p.Record.Sent() {
		fields = append(fields, t.query(at))
		buttons.Add(widgets.NewButton("request.table.columns", lang.L("Columns…"), theme.ListIcon(), t.columns))
	}
	buttons.Add(notes)
	fields = append(fields, container.NewBorder(nil, nil, nil, container.NewHBox(t.left, buttons), t.count))
	t.top = widgets.Stack(fields...)
	t.refresh()
	f.Place(at+"footnotes", notes, notes)
	f.Place(at+"introduction", notes, notes)
	f.Place(at+"tables[0]", t.rows, nil)
	return t
}

// query is which grants the table is about.
func (t *tableEditor) query(at string) fyne.CanvasObject {
	f, q := t.page.Form, &t.table.Query
	at += "tables[0]."
	return widgets.Columns(
		f.Years(at+"query.years", lang.L("Financial years"), lang.L("all, if left empty"), t.page.Desk.Office().Register().Details(), t.page.Desk.Today(), &q.Years),
		record.Themes(t.page.Desk, f, t.page.Touch, record.ThemesOf{Key: at + "query.themes", Label: lang.L("Themes"), Hint: lang.L("all, if left empty"), List: &q.Themes}),
		f.Text(at+"query.text", lang.L("Words in the grant"), "", &q.Text),
		widgets.Choose(f, at+"group_by", lang.L("Rows"), data.Groupings(), &t.table.GroupBy),
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
	for _, c := range t.table.OwnCells(reg, t.page.Record) {
		t.own[ownCell{c.Heading, c.Grant, c.Column}] = true
	}
	if shape := t.headings(); shape != t.shape || t.list == nil {
		t.shape = shape
		t.list = t.newList()
		t.rows.RemoveAll()
		t.rows.Add(t.list)
	}
	t.list.Reload(rows)
	t.count.SetText(t.counted(len(rows)))
	t.retitle(reg)
	if n := len(t.table.Query.Except); n > 0 && !t.page.Record.Sent() {
		t.left.SetText(lang.N(n, "{n} left out: bring back", "{n} left out: bring back"))
		t.left.Show()
	} else {
		t.left.Hide()
	}
}

// retitle has a title that nobody has written go with what the table asks for.
func (t *tableEditor) retitle(reg *data.Register) {
	was, now := t.titled, t.table.Query.TitleOf(reg.Details())
	if t.titled = now; was == now || t.appendix.Title != was || t.page.Record.Sent() {
		return
	}
	if title, ok := t.title.(*widgets.Entry); ok {
		title.SetText(now)
	}
}

// counted is how many rows there are, what they come to, and how many of their cells say something else than the register.
func (t *tableEditor) counted(rows int) string {
	if t.page.Record.Sent() {
		return lang.N(rows, "{n} row", "{n} rows")
	}
	total := t.table.AmountTotal(t.page.Desk.Office().Register())
	switch len(t.own) {
	case 0:
		return lang.N(rows, "{n} row · %s · click a cell to change it", "{n} rows · %s · click a cell to change it", total)
	default:
		return lang.N(rows, "{n} row · %s", "{n} rows · %s", total) + " · " + lang.N(len(t.own), "{n} cell differs", "{n} cells differ")
	}
}

func (t *tableEditor) bringBack() {
	t.table.Query.Except = nil
	t.page.Touch()
}

func (t *tableEditor) headings() string {
	var b strings.Builder
	for _, c := range t.table.Columns {
		b.WriteString(c.Heading + "\x00")
	}
	return b.String()
}

func (t *tableEditor) newList() *widgets.Register[tableRow] {
	columns := []widgets.Column[tableRow]{{Key: "group", Heading: lang.L("Group"), Least: 72, Text: func(r tableRow) string { return r.heading }}}
	for i, c := range t.table.Columns {
		f, known := data.GrantField(c.Field)
		columns = append(columns, widgets.Column[tableRow]{
			Key: fmt.Sprint(i), Heading: c.Heading, Share: 1, Least: 60, Figures: known && f.Figures,
			Text: func(r tableRow) string { return cellText(r.row, i) },
		})
	}
	list := widgets.NewRegister("request.table", columns)
	list.OnOpen = t.openRow
	list.Cells(t.openCell, t.differs)
	list.Still()
	return list
}

// differs reports whether a cell of the list says something else than the register.
func (t *tableEditor) differs(r tableRow, column int) bool {
	column-- // the first is the group
	if t.page.Record.Sent() {
		return column >= 0 && column < len(r.row.Cells) && r.row.Cells[column].Register != ""
	}
	return t.own[ownCell{r.heading, r.row.Grant, column}]
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
	above := f.Lines("introduction", lang.L("Introduction"), lang.L("stands above the table, in the place of the title"), 3, &introduction)
	notes := record.NewRows(f, func() {}, record.RowsOf[data.Footnote]{
		Key: "footnotes", List: &footnotes, Add: lang.L("Add a footnote"),
		Fresh: func(before []data.Footnote) data.Footnote {
			return data.Footnote{ID: data.NewRowID(), Mark: strings.Repeat("*", len(before)+1)}
		},
		Row: func(at string, n *data.Footnote) fyne.CanvasObject {
			return widgets.Stack(
				widgets.Beside(f.Text(at+"link", lang.L("Link"), "", &n.Link), f.Text(at+"mark", lang.L("Mark"), "", &n.Mark), 110),
				f.Lines(at+"text", lang.L("Text"), "", 2, &n.Text),
			)
		},
	})
	widgets.ShowForm(t.page.Desk.Window(), lang.L("Words and footnotes"), f, widgets.Stack(above, notes.Content), func() {
		ap.Introduction, ap.Footnotes = introduction, footnotes
		t.page.Touch()
	})
}
