package docx

import (
	"slices"
	"strconv"
	"strings"

	"almoner/reports/document"
	"almoner/reports/layout"
)

const (
	tableStyleID = "AlmonerTable"

	cellPadX = 90 // twips on either side of the words of a cell
	cellPadY = 70
	mostAlt  = 255 // letters of what is said of a table, which a person listens to before its first cell
)

// tabler writes the rows of one table.
type tabler struct {
	*flow

	columns []document.Column
	widths  []int // twips
	size    float64
}

// columnCount is how many columns a table has. One without columns has as many as its longest row has cells: what it says is not lost.
func columnCount(t document.Table) int {
	if len(t.Columns) > 0 {
		return len(t.Columns)
	}
	n := 0
	for _, g := range t.Groups {
		if !wordless(g.Heading) {
			n = max(n, 1)
		}
		for _, r := range g.Rows {
			n = max(n, len(r.Cells))
		}
	}
	return n
}

// tableName is what a table is called where it has no words of its own: its caption, or the heading above it.
func tableName(t document.Table, heading string) string {
	for _, name := range []string{t.Name, document.Plain(t.Caption), heading} {
		if name = fold(name); name != "" {
			return name
		}
	}
	return ""
}

// beginTable ends what is held back. Two tables with nothing between them would be one table for Word.
func (b *body) beginTable() {
	b.flush()
	if b.table {
		b.begin(paragraph{style: "Between", before: unset, after: unset, line: tableGap})
		b.flush()
	}
	b.gap, b.table = 0, false
}

func (b *body) endTable() { b.table = true }

func (f *flow) tableOf(t document.Table) {
	if !wordless(t.Caption) {
		f.begin(f.props("Caption"))
		f.pending.keepNext = true
		f.runs(t.Caption)
	}
	n := columnCount(t)
	if n == 0 {
		return
	}
	tb := &tabler{flow: f, columns: t.Columns}
	if len(tb.columns) == 0 {
		tb.columns = make([]document.Column, n)
	}
	t.Columns = tb.columns
	widths, size, _ := f.measure.Columns(t, float64(f.width)/point)
	tb.size = size
	for _, w := range widths {
		tb.widths = append(tb.widths, max(min(inTwips(w), f.width), 1))
	}
	f.beginTable()
	headed := slices.ContainsFunc(t.Columns, func(c document.Column) bool { return !wordless(c.Heading) })
	f.out.start("w:tbl")
	tb.properties(t, headed)
	if headed {
		tb.headings()
	}
	for i, g := range t.Groups {
		tb.group(g, i == len(t.Groups)-1)
	}
	if !headed && !tb.rows(t) {
		tb.emptyRow()
	}
	f.out.end("w:tbl")
	f.endTable()
}

func (tb *tabler) rows(t document.Table) bool {
	return slices.ContainsFunc(t.Groups, func(g document.Group) bool { return len(g.Rows) > 0 || !wordless(g.Heading) })
}

// properties are those of the table and its columns, in the order of CT_TblPr (ECMA-376 part 1, 17.4.59).
func (tb *tabler) properties(t document.Table, headed bool) {
	m, width := tb.out, 0
	for _, w := range tb.widths {
		width += w
	}
	m.start("w:tblPr")
	m.value("w:tblStyle", tableStyleID)
	m.leaf("w:tblW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if tb.align == document.Centre {
		m.value("w:jc", "center")
	} else {
		m.leaf("w:tblInd", "w:w", strconv.Itoa(tb.left), "w:type", "dxa")
	}
	if t.Grid {
		m.start("w:tblBorders")
		for _, edge := range []string{"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"} {
			rule(m, edge, 4, "0", ruleDark)
		}
		m.end("w:tblBorders")
	}
	m.leaf("w:tblLayout", "w:type", "fixed")
	first, look := "0", "0680"
	if headed {
		first, look = "1", "06A0"
	}
	m.leaf("w:tblLook", "w:val", look, "w:firstRow", first, "w:lastRow", "0", "w:firstColumn", "1", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	if name := tableName(t, tb.heading); name != "" {
		m.value("w:tblCaption", cut(name, mostAlt))
	}
	if headed {
		m.value("w:tblDescription", cut(describe(t.Columns), mostAlt))
	}
	m.end("w:tblPr")
	m.start("w:tblGrid")
	for _, w := range tb.widths {
		m.leaf("w:gridCol", "w:w", strconv.Itoa(w))
	}
	m.end("w:tblGrid")
}

// describe says what a table holds, for whoever has to decide whether to have it read out: the headings of its columns.
func describe(columns []document.Column) string {
	var all []string
	for _, c := range columns {
		if h := fold(document.Plain(c.Heading)); h != "" {
			all = append(all, h)
		}
	}
	return strings.Join(all, "; ")
}

// row is how a row stands.
type row struct {
	style  string
	head   bool // it stands again at the top of each page
	keep   bool // it stays with the row after it
	split  bool // it may be divided between pages
	height int  // twips at least
	tint   string
	total  bool
}

// start opens a row, its properties in the order in which Word itself writes them.
func (tb *tabler) startRow(r row) {
	m := tb.out
	m.start("w:tr")
	m.start("w:trPr")
	m.on("w:cantSplit", !r.split)
	if r.height > 0 {
		m.leaf("w:trHeight", "w:val", strconv.Itoa(r.height), "w:hRule", "atLeast")
	}
	m.on("w:tblHeader", r.head)
	m.end("w:trPr")
}

// cell writes a cell over some columns, its properties in the order of CT_TcPr (17.4.69). A cell without words is an empty paragraph:
// Word wants one.
func (tb *tabler) cell(r row, width, span int, align document.Align, paragraphs [][]document.Inline) {
	m := tb.out
	m.start("w:tc")
	m.start("w:tcPr")
	m.leaf("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if span > 1 {
		m.number("w:gridSpan", span)
	}
	if r.total {
		m.start("w:tcBorders")
		rule(m, "w:top", 8, "0", ruleDark)
		rule(m, "w:bottom", 8, "0", ruleDark)
		m.end("w:tcBorders")
	}
	if r.tint != "" {
		shade(m, r.tint)
	}
	m.end("w:tcPr")
	f := &flow{body: tb.body, sheet: tb.sheet, width: width, align: align, size: tb.size}
	if tb.size == layout.TableSize {
		f.size = 0
	}
	written := 0
	for _, p := range paragraphs {
		if wordless(p) {
			continue
		}
		f.start(r.style, p)
		f.pending.keepNext = r.keep
		if written > 0 {
			f.pending.before = 3 * point
		}
		f.runs(p)
		written++
	}
	if written == 0 {
		f.start(r.style, nil)
		f.pending.keepNext = r.keep
	}
	f.flush()
	m.end("w:tc")
}

func (tb *tabler) headings() {
	r := row{style: "TableHeading", head: true, keep: true}
	r.split = tb.tall(func(yield func(int, [][]document.Inline)) {
		for i, c := range tb.columns {
			yield(i, [][]document.Inline{c.Heading})
		}
	})
	r.head = !r.split // one that takes the page would leave no room for the rows
	tb.startRow(r)
	for i, c := range tb.columns {
		tb.cell(r, tb.widths[i], 1, c.Align, [][]document.Inline{c.Heading})
	}
	tb.out.end("w:tr")
}

func (tb *tabler) group(g document.Group, last bool) {
	if !wordless(g.Heading) {
		r := row{style: "TableHeading", keep: len(g.Rows) > 0, tint: groupTint}
		width := 0
		for _, w := range tb.widths {
			width += w
		}
		tb.startRow(r)
		tb.cell(r, width, len(tb.columns), document.Left, [][]document.Inline{g.Heading})
		tb.out.end("w:tr")
	}
	for i := range g.Rows {
		end := i == len(g.Rows)-1
		r := row{style: "TableText", height: lines(g.Rows[i].Lines), total: g.Rows[i].Total}
		r.height = min(r.height, tb.sheet.body()*9/10)
		ends := tb.last && last && end                         // what is kept together ends with this row
		r.keep = !end && g.Rows[i+1].Total || tb.keep && !ends // a sum stays with what it adds up
		if r.total {
			r.style = "TableTotal"
		}
		tb.dataRow(r, g.Rows[i].Cells)
	}
}

func (tb *tabler) dataRow(r row, cells []document.Cell) {
	n := len(tb.columns)
	paragraphs := func(i int) [][]document.Inline {
		if i >= len(cells) {
			return nil
		}
		all := cells[i].Paragraphs
		if i == n-1 { // cells that have no column stand in the last one, so that nothing is lost
			for _, extra := range cells[n:] {
				all = append(all[:len(all):len(all)], extra.Paragraphs...)
			}
		}
		return all
	}
	r.split = tb.tall(func(yield func(int, [][]document.Inline)) {
		for i := range min(n, len(cells)) {
			yield(i, paragraphs(i))
		}
	})
	tb.startRow(r)
	for i, c := range tb.columns {
		tb.cell(r, tb.widths[i], 1, c.Align, paragraphs(i))
	}
	tb.out.end("w:tr")
}

// tall says whether a row takes more than half of a page, and so must be allowed to go on on the next.
func (tb *tabler) tall(each func(yield func(int, [][]document.Inline))) bool {
	most := 0.0
	each(func(i int, paragraphs [][]document.Inline) {
		inner := max(float64(tb.widths[i]-2*cellPadX)/point, 1)
		height := 0.0
		for _, p := range paragraphs {
			letters := 0
			for _, run := range p {
				letters += len(run.Text) + 40*strings.Count(run.Text, "\n")
			}
			height += (1 + float64(letters)*0.55*tb.size/inner) * tb.size * 1.3
		}
		most = max(most, height)
	})
	return most > float64(tb.sheet.body())/point/2
}

// emptyRow is the row that Word wants a table to have.
func (tb *tabler) emptyRow() { tb.dataRow(row{style: "TableText"}, nil) }
