package layout

import (
	"almoner/reports/document"
)

// rowKind is how a row looks.
type rowKind uint8

const (
	dataRow rowKind = iota
	totalRow
	headingRow
	groupRow
)

// rowOf says which rows must stand above a row where it begins a page.
type rowOf struct {
	kind  rowKind
	table *tableOf
	group *strip // the heading of its group with "(continued)"; nil where there is none
}

// tableOf is what the rows of one table have in common.
type tableOf struct {
	left, width float64
	edges       []float64 // between its columns, where lines stand there
	lead        float64   // height of a line
	heading     *strip    // the column headings, to stand again; nil where they are too tall for that
}

// tabler lays the rows of one table.
type tabler struct {
	*flow

	size    float64
	widths  []float64
	columns []document.Column
	table   *tableOf
	element *Element
}

func (f *flow) table(t document.Table) {
	f.flushLabel()
	if len(t.Columns) == 0 {
		return
	}
	if len(f.strips) > 0 {
		f.space(tableLead, loose)
	}
	el := f.set.add(f.parent, Table)
	f.caption(el, t.Caption)
	widths, size, fit := f.set.Columns(t, f.width)
	if !fit {
		f.set.remark("A table of %d columns is too wide for the paper: long words in it are broken.", len(t.Columns))
	}
	tb := &tabler{flow: f, size: size, widths: widths, columns: t.Columns, element: el}
	tb.table = &tableOf{left: f.left, lead: size * TightLeading}
	for _, w := range widths {
		tb.table.width += w
		if t.Grid {
			tb.table.edges = append(tb.table.edges, tb.table.width)
		}
	}
	tb.headings()
	for _, g := range t.Groups {
		tb.group(g)
	}
	f.strips[len(f.strips)-1].hold = loose
	tb.bindLast()
	f.space(tableGap, loose)
}

// bindLast keeps the last row of a table with the one before it, where both are short: a page with one row of a table that fills those
// before it looks like a mistake.
func (tb *tabler) bindLast() {
	n := len(tb.strips) - 2
	if n < 1 || !tb.isData(n-1) || !tb.isData(n) {
		return
	}
	before, last := &tb.strips[n], &tb.strips[n+1]
	if before.hold < bound && before.height+last.height <= tb.body/4 {
		before.hold = bound
	}
}

// isData says whether strip n is a row of data of this table: what stands above a table without rows is no row of it.
func (tb *tabler) isData(n int) bool {
	r := tb.strips[n].row
	return r != nil && r.table == tb.table && r.kind == dataRow
}

func (f *flow) caption(table *Element, words []document.Inline) {
	el := f.set.add(table, Caption)
	spans := f.set.inline(words, TableSize+0.5, true, el)
	if len(spans) == 0 {
		f.set.take(table)
		return
	}
	from := len(f.strips)
	f.lines(f.set.breakLines(spans, f.width), f.left, TableSize+0.5, TightLeading)
	for i := from; i < len(f.strips); i++ {
		f.strips[i].hold = bound
	}
	f.space(4, bound)
}

// headings lays the row of column headings, which stays with the row after it.
func (tb *tabler) headings() {
	tr := tb.set.add(tb.element, TableRow)
	cells := make([]cell, len(tb.columns))
	for i, c := range tb.columns {
		th := tb.set.add(tr, HeadingCell)
		th.Scope = ColumnScope
		cells[i] = cell{paragraphs: [][]document.Inline{c.Heading}, element: th, width: tb.widths[i], align: c.Align, bold: true}
	}
	head := tb.row(cells)
	head.hold = bound
	head.row = &rowOf{kind: headingRow, table: tb.table}
	if again := unread(head); again.height <= tb.body/3 { // a heading that takes the page would leave no room for the rows
		tb.table.heading = &again
	}
	tb.strips = append(tb.strips, head)
}

func (tb *tabler) group(g document.Group) {
	var again *strip
	if document.Plain(g.Heading) != "" {
		tr := tb.set.add(tb.element, TableRow)
		th := tb.set.add(tr, HeadingCell)
		th.Scope, th.Span = ColumnScope, len(tb.columns)
		wide := cell{paragraphs: [][]document.Inline{g.Heading}, element: th, width: tb.table.width, bold: true}
		head := tb.row([]cell{wide})
		head.hold = bound
		head.row = &rowOf{kind: groupRow, table: tb.table}
		tb.strips = append(tb.strips, head)
		wide.element = nil
		wide.paragraphs = [][]document.Inline{{{Text: document.Plain(g.Heading) + " "}, {Text: tb.set.words.Continued}}}
		if s := tb.row([]cell{wide}); s.height <= tb.body/6 {
			s.row = head.row
			again = &s
		}
	}
	data := &rowOf{kind: dataRow, table: tb.table, group: again}
	total := &rowOf{kind: totalRow, table: tb.table, group: again}
	for i := range g.Rows {
		r := &g.Rows[i]
		s := tb.dataRow(r)
		s.row = data
		if r.Total {
			s.row = total
			if n := len(tb.strips) - 1; i > 0 && tb.strips[n].hold < bound { // a sum stays with the last row that it adds up
				tb.strips[n].hold = bound
			}
		}
		tb.strips = append(tb.strips, s)
	}
}

func (tb *tabler) dataRow(r *document.Row) strip {
	tr := tb.set.add(tb.element, TableRow)
	cells := make([]cell, len(tb.columns))
	for i, c := range tb.columns {
		role := DataCell
		if i == 0 {
			role = HeadingCell
		}
		td := tb.set.add(tr, role)
		td.Scope = RowScope
		cells[i] = cell{element: td, width: tb.widths[i], align: c.Align, bold: r.Total}
		if i < len(r.Cells) {
			cells[i].paragraphs = r.Cells[i].Paragraphs
		}
	}
	if len(r.Cells) > len(cells) {
		tb.set.remark("A table row holds %d cells where the table has %d columns: the others are not printed.", len(r.Cells), len(cells))
	}
	s := tb.row(cells)
	if r.Lines > 0 { // also keeps out what is not a number
		s.height = max(s.height, min(r.Lines*tb.table.lead+2*cellPadY, tb.body/2))
	}
	return s
}

// cell is a cell about to be laid.
type cell struct {
	paragraphs [][]document.Inline
	element    *Element // nil where it is laid only to stand again
	width      float64
	align      document.Align
	bold       bool
}

// row lays cells beside each other.
func (tb *tabler) row(cells []cell) strip {
	lead := tb.table.lead
	s := strip{height: lead + 2*cellPadY}
	x := tb.left
	for i := range cells {
		c := &cells[i]
		y := cellPadY
		for k, p := range c.paragraphs {
			if k > 0 {
				y += tb.size * 0.3
			}
			y = tb.cellLines(&s, c, p, x, y, lead)
		}
		s.height = max(s.height, y+cellPadY)
		x += c.width
	}
	s.boxes = underlines(s.words)
	return s
}

// cellLines adds the lines of one paragraph of a cell to a row, and returns where the next may begin.
func (tb *tabler) cellLines(s *strip, c *cell, runs []document.Inline, x, y, lead float64) float64 {
	parent := c.element
	if parent == nil {
		parent = &Element{} // laid for its looks: what it means is said elsewhere
	} else if len(c.paragraphs) > 1 {
		parent = tb.set.add(parent, Paragraph)
	}
	spans := tb.set.inline(runs, tb.size, c.bold, parent)
	if len(spans) == 0 && parent != c.element && c.element != nil {
		tb.set.take(c.element)
	}
	inner := c.width - 2*cellPadX
	for _, l := range tb.set.breakLines(spans, inner) {
		shift := x + cellPadX
		switch c.align {
		case document.Right:
			shift += inner - l.width
		case document.Centre:
			shift += (inner - l.width) / 2
		}
		for i := range l.words {
			w := &l.words[i]
			w.X += shift
			w.Y += y + lead*ascent
			w.bottom = y + lead
			if c.element == nil {
				w.Element = nil
			}
		}
		s.words = append(s.words, l.words...)
		y += lead
	}
	return y
}

// unread is a copy of a row that stands again on a later page, and is not read out again.
func unread(s strip) strip {
	words := make([]Words, len(s.words))
	for i, w := range s.words {
		w.Element = nil
		words[i] = w
	}
	s.words = words
	return s
}

// decorate draws the tint of a row and the rule beneath it. A row that is split has an edge at each cut.
func (r *rowOf) decorate(boxes []Box, left, top, height float64) []Box {
	x, w := left+r.table.left, r.table.width
	boxes = r.grid(boxes, x, top, height)
	switch r.kind {
	case headingRow:
		return append(boxes,
			bar(x, top, w, height, HeadTint),
			bar(x, top, w, strongLine, RuleDark),
			bar(x, top+height-strongLine, w, strongLine, RuleDark))
	case groupRow:
		return append(boxes,
			bar(x, top, w, height, GroupTint),
			bar(x, top+height-hairline, w, hairline, RuleGrey))
	case totalRow:
		return append(boxes,
			bar(x, top-hairline, w, strongLine, RuleDark),
			bar(x, top+height-strongLine, w, strongLine, RuleDark))
	default:
		return append(boxes, bar(x, top+height-hairline, w, hairline, RuleGrey))
	}
}

// bar is a box that means nothing.
func bar(x, y, width, height float64, colour Colour) Box {
	return Box{X: x, Y: y, Width: width, Height: height, Colour: colour}
}

// grid draws the lines between columns, and those at the sides. The heading of a group goes through all columns.
func (r *rowOf) grid(boxes []Box, x, top, height float64) []Box {
	if len(r.table.edges) == 0 {
		return boxes
	}
	boxes = append(boxes, bar(x, top, hairline, height, RuleDark))
	for i, edge := range r.table.edges {
		if r.kind != groupRow || i == len(r.table.edges)-1 {
			boxes = append(boxes, bar(x+edge-hairline, top, hairline, height, RuleDark))
		}
	}
	return boxes
}

// cut divides a row that no page can hold: the lines that fit in height, and the rest. It returns false where not one line fits.
func (s strip) cut(height float64) (top, rest strip, ok bool) {
	limit := height - cellPadY + slack
	top, rest = s, s
	top.words, rest.words = nil, nil
	last, next := 0.0, 0.0 // bottoms of the last line that fits and of the first that does not
	for _, w := range s.words {
		if w.bottom <= limit {
			top.words = append(top.words, w)
			last = max(last, w.bottom)
			continue
		}
		rest.words = append(rest.words, w)
		if next == 0 || w.bottom < next {
			next = w.bottom
		}
	}
	up := next - s.row.table.lead - cellPadY
	for i := range rest.words {
		rest.words[i].Y -= up
		rest.words[i].bottom -= up
	}
	top.height, rest.height = last+cellPadY, s.height-up
	top.boxes, rest.boxes = underlines(top.words), underlines(rest.words)
	top.hold = loose
	return top, rest, len(top.words) > 0
}
