package layout

import (
	"slices"
	"strings"

	"almoner/reports/document"
)

// Distances of what hangs before a text, in points.
const (
	numberGap    = 7.0  // after a number
	numberLeast  = 34.0 // the room of a number: sections and clauses stand on one edge
	fieldGap     = 12.0
	fieldMost    = 0.36 // of the width, for labels
	fieldApart   = 3.0
	quoteIndent  = 20.0
	blankLabel   = 3.0 // between the label of a box and the box
	blankMost    = 0.8 // of a page
	signatureGap = 2.0 // below a line to write on
)

// number is a number that hangs before a text, and the room that it takes. Where there is no room for it, or it is words rather than a
// number, it is put before the words of the text.
func (f *flow) number(text string, runs []document.Inline, size float64, face Face, el *Element) (*label, float64, []document.Inline) {
	text = strings.TrimSpace(f.set.printable(text, f.set.faces[face]))
	if text == "" {
		return nil, 0, runs
	}
	width := f.set.faces[face].width(text, size)
	indent := max(width+numberGap, numberLeast)
	if indent > f.width/4 || f.width-indent < narrowest || f.centred {
		return nil, 0, document.Join(document.Text(text+" "), runs)
	}
	return &label{Words{X: f.left, Width: width, Text: text + " ", Face: face, Size: size, Element: el}, el}, indent, runs
}

// clause sets blocks with a number hanging before the first of them.
func (f *flow) clause(c document.Clause) {
	f.flushLabel()
	blocks := c.Blocks
	inner := f.within(f.left, f.width, f.parent)
	el := f.set.add(f.parent, Paragraph)
	el.Anchor = c.Anchor
	var first document.Paragraph
	if len(blocks) > 0 {
		if p, ok := blocks[0].(document.Paragraph); ok { // the words of a clause stand in its element itself
			first, blocks = p, blocks[1:]
		}
	}
	number, indent, runs := f.number(c.Number, first.Text, BodySize, Regular, el)
	spans := f.set.inline(runs, BodySize, false, el)
	inner.left += indent
	inner.width -= indent
	inner.label = number
	if len(spans) == 0 && number == nil {
		f.set.take(f.parent)
	} else {
		inner.lines(f.set.breakLines(spans, inner.width), inner.left, BodySize, Leading)
		inner.flushLabel()
		inner.space(gapAfter(first), loose)
	}
	inner.blocks(blocks)
	f.strips = inner.strips
}

// gapAfter is the white space after a paragraph.
func gapAfter(p document.Paragraph) float64 {
	if p.Tight {
		return tightGap
	}
	return paragraphGap
}

// within is a flow that goes on in the same pages between other edges.
func (f *flow) within(left, width float64, parent *Element) *flow {
	return &flow{set: f.set, strips: f.strips, parent: parent, left: left, width: width, body: f.body}
}

// fields sets labels with their values beside them. A screen reader meets them as a list, each item of which is named by its label
// (ISO 32000-1, 14.8.4.3.3).
func (f *flow) fields(fs document.Fields) {
	f.flushLabel()
	if len(fs.Rows) == 0 {
		return
	}
	list := f.set.add(f.parent, List)
	list.Plain = true
	face, column := f.set.faces[Bold], 0.0
	for _, row := range fs.Rows {
		column = max(column, face.width(f.set.printable(row.Label, face), BodySize))
	}
	column = min(column, f.width*fieldMost)
	if f.width-column-fieldGap < narrowest { // no room beside the labels: values stand below them
		column = 0
	}
	for _, row := range fs.Rows {
		f.field(list, row, column)
	}
	if len(list.Kids) == 0 {
		f.set.take(f.parent)
		return
	}
	f.space(paragraphGap, loose)
}

func (f *flow) field(list *Element, row document.Field, column float64) {
	li := f.set.add(list, ListItem)
	lbl := f.set.add(li, Label)
	width, indent := column, column+fieldGap
	if column == 0 {
		width, indent = f.width, 0
	}
	labels := f.set.breakLines(f.set.inline(document.Text(row.Label), BodySize, true, lbl), width)
	beside := make([][]Words, len(labels))
	for i, l := range labels {
		beside[i] = l.words
		if n := len(l.words); i == len(labels)-1 && n > 0 { // the value is read after it, as a word of its own
			l.words[n-1].Text += " "
		}
	}
	if len(beside) == 0 {
		f.set.take(li)
	}
	body := f.set.add(li, ListBody)
	from := len(f.strips)
	if column == 0 {
		for _, words := range beside {
			f.beside(len(f.strips), [][]Words{words}, BodySize)
			f.strips[len(f.strips)-1].hold = bound
		}
		from, beside = len(f.strips), nil
	}
	inner := f.within(f.left+indent, f.width-indent, body)
	inner.fieldValue(row)
	f.strips = inner.strips
	for n := len(f.strips); n > from && f.strips[n-1].space; n-- {
		f.strips = f.strips[:n-1]
	}
	if !f.beside(from, beside, BodySize) && len(f.strips) == from && len(labels) == 0 { // neither words nor a value
		f.set.take(list)
		return
	}
	f.space(fieldApart, loose)
}

// fieldValue sets what belongs to a label: blocks, or a line to write on.
func (f *flow) fieldValue(row document.Field) {
	blocks := row.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(document.Paragraph); ok { // a value of some words stands in its body itself
			if spans := f.set.inline(p.Text, BodySize, false, f.parent); len(spans) > 0 {
				f.lines(f.set.breakLines(spans, f.width), f.left, BodySize, Leading)
				f.space(gapAfter(p), loose)
			}
			blocks = blocks[1:]
		}
	}
	f.blocks(blocks)
	if row.Blank > 0 {
		height := min(max(row.Blank, 1)*BodySize*Leading, f.body/2)
		rule := bar(f.left, height-signatureGap, f.width, strongLine, RuleDark)
		f.strips = append(f.strips, strip{height: height, boxes: []Box{rule}, hold: loose})
	}
}

// beside puts lines of words before the strips from an index on: each before the next line of text, or on a line of its own where there
// are no more of them. It reports whether there were any. The first of them stands at the foot of a line to write on, as on a form.
func (f *flow) beside(from int, lines [][]Words, size float64) bool {
	f.clear(from, len(lines) > 0, size)
	at := from
	for _, words := range lines {
		for at < len(f.strips) && !f.strips[at].holds(size) {
			at++
		}
		if at == len(f.strips) {
			if n := len(f.strips); n > from {
				f.strips[n-1].hold = max(f.strips[n-1].hold, bound)
			}
			f.strips = append(f.strips, strip{height: size * Leading})
		}
		s := &f.strips[at]
		baseline := s.height * ascent
		if len(s.words) == 0 && s.height > 2*size*Leading-slack {
			baseline = s.height - signatureGap - size*0.3
		}
		for i := range words {
			words[i].X += f.left
			words[i].Y += baseline
		}
		s.words = append(words, s.words...)
		at++
	}
	return len(lines) > 0
}

// holds reports whether words of a size can stand in a strip before what is in it. They cannot beside a table or a picture.
func (s *strip) holds(size float64) bool {
	return !s.space && s.row == nil && len(s.picts) == 0 && s.height >= size
}

// clear makes room for words that stand beside a table or a picture: on a line above it, because they are read before it.
func (f *flow) clear(from int, words bool, size float64) {
	for i := from; i < len(f.strips) && words; i++ {
		if s := &f.strips[i]; !s.space {
			if !s.holds(size) {
				f.strips = slices.Insert(f.strips, from, strip{height: size * Leading, hold: bound})
			}
			return
		}
	}
}

// blank sets a box to write in, under its label.
func (f *flow) blank(b document.Blank) {
	f.flushLabel()
	el := f.set.add(f.parent, Paragraph)
	spans := f.set.inline(document.Text(b.Label), BodySize, true, el)
	if len(spans) == 0 {
		f.set.take(f.parent)
	} else {
		from := len(f.strips)
		f.lines(f.set.breakLines(spans, f.width), f.left, BodySize, TightLeading)
		f.space(blankLabel, bound)
		for i := from; i < len(f.strips); i++ {
			f.strips[i].hold = bound
		}
	}
	height := min(max(b.Lines, 1)*BodySize*Leading+2*cellPadY, f.body*blankMost)
	x, w := f.left, f.width
	f.strips = append(f.strips, strip{height: height, boxes: []Box{
		bar(x, 0, w, strongLine, RuleDark), bar(x, height-strongLine, w, strongLine, RuleDark),
		bar(x, 0, strongLine, height, RuleDark), bar(x+w-strongLine, 0, strongLine, height, RuleDark),
	}})
	f.space(paragraphGap+2, loose)
}

// quotation sets what somebody said between narrower edges, with who said it below.
func (f *flow) quotation(q document.Quotation) {
	f.flushLabel()
	el := f.set.add(f.parent, Quotation)
	indent := quoteIndent
	if f.width-2*indent < narrowest {
		indent = 0
	}
	inner := f.within(f.left+indent, f.width-2*indent, el)
	inner.blocks(q.Blocks)
	if len(q.By) > 0 {
		if n := len(inner.strips); n > 0 && inner.strips[n-1].space { // who said it is not parted from the words
			inner.strips[n-1].hold = bound
			if n > 1 {
				inner.strips[n-2].hold = max(inner.strips[n-2].hold, bound)
			}
		}
		inner.paragraph(document.Paragraph{Text: q.By})
	}
	f.strips = inner.strips
	if len(el.Kids) == 0 {
		f.set.take(f.parent)
	}
}
