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
		fields = append(fields, t.query(at), t.columns())
	}
	fields = append(fields, container.NewHBox(
		t.count, layout.NewSpacer(),
		widgets.NewButton("request.table.introduction", "Introduction and footnotes…", theme.DocumentCreateIcon(), t.notes),
	))
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

// columns shows the columns as buttons; one adds another, and each opens what can be done with it.
func (t *tableEditor) columns() fyne.CanvasObject {
	box := container.New(layout.NewRowWrapLayout())
	var build func()
	build = func() {
		box.RemoveAll()
		for i := range t.table.Columns {
			b := widgets.NewButton(fmt.Sprintf("request.column.%d", i), t.table.Columns[i].Heading, theme.MoreHorizontalIcon(), nil)
			b.IconPlacement = widget.ButtonIconTrailingText
			b.OnTapped = func() { t.columnMenu(i, b, build) }
			box.Add(b)
		}
		add := widgets.NewPicker("+ Column", t.moreColumns)
		add.Name("request.column.add")
		add.OnChosen = func(id data.ID) {
			t.table.Columns = append(t.table.Columns, t.columnOf(id))
			build()
			t.page.Touch()
		}
		add.Set("")
		box.Add(add)
		box.Refresh()
	}
	build()
	label := widget.NewLabel("Columns")
	label.TextStyle.Bold = true
	return container.NewBorder(nil, nil, label, nil, box)
}

// moreColumns are what a column can show: a field of the register, a question of the question bank, or words written by hand.
func (t *tableEditor) moreColumns() []widgets.Option {
	var options []widgets.Option
	for _, f := range data.GrantFields() {
		options = append(options, widgets.Option{ID: data.ID(f.Key), Label: f.Heading})
	}
	for _, q := range data.All[*data.Question](t.page.Desk.Office().Register()) {
		options = append(options, widgets.Option{ID: q.ID, Label: "Question: " + q.Wording})
	}
	return append(options, widgets.Option{ID: byHand, Label: "Words of your own"})
}

const byHand data.ID = "by hand"

func (t *tableEditor) columnOf(id data.ID) data.Column {
	if q, ok := data.Get[*data.Question](t.page.Desk.Office().Register(), id); ok {
		return data.Column{Heading: q.Wording, Question: q.ID}
	}
	if f, ok := data.GrantField(string(id)); ok {
		return data.Column{Heading: f.Heading, Field: f.Key}
	}
	return data.Column{Heading: "Remarks"}
}

func (t *tableEditor) columnMenu(i int, on fyne.CanvasObject, changed func()) {
	done := func() { changed(); t.page.Touch() }
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Change the heading…", func() {
			widgets.AskText(t.page.Desk.Window(), "Heading of the column", t.table.Columns[i].Heading, func(s string) {
				t.table.Columns[i].Heading = s
				done()
			})
		}),
	}
	if i > 0 {
		items = append(items, fyne.NewMenuItem("Move left", func() { t.moveColumn(i, i-1); done() }))
	}
	if i+1 < len(t.table.Columns) {
		items = append(items, fyne.NewMenuItem("Move right", func() { t.moveColumn(i, i+1); done() }))
	}
	items = append(items, fyne.NewMenuItem("Take out", func() { t.removeColumn(i); done() }))
	widgets.Menu(on, items...)
}

// moveColumn changes two columns about, with the words that were written in them by hand.
func (t *tableEditor) moveColumn(i, j int) {
	t.table.Columns[i], t.table.Columns[j] = t.table.Columns[j], t.table.Columns[i]
	t.eachWritten(func(r *data.Row) {
		for len(r.Cells) <= max(i, j) {
			r.Cells = append(r.Cells, data.Cell{})
		}
		r.Cells[i], r.Cells[j] = r.Cells[j], r.Cells[i]
	})
}

func (t *tableEditor) removeColumn(i int) {
	t.table.Columns = slices.Delete(t.table.Columns, i, i+1)
	t.eachWritten(func(r *data.Row) {
		if i < len(r.Cells) {
			r.Cells = slices.Delete(r.Cells, i, i+1)
		}
	})
}

func (t *tableEditor) eachWritten(visit func(*data.Row)) {
	for g := range t.table.Groups {
		for r := range t.table.Groups[g].Rows {
			visit(&t.table.Groups[g].Rows[r])
		}
	}
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
		words += " · " + t.table.AmountTotal(reg).String() + " · click a row to change its words"
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
			Text: func(r tableRow) string { return cellText(r.row, i) },
		})
	}
	list := widgets.NewRegister("request.table", columns)
	list.OnOpen = t.openRow
	list.Still()
	return list
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
