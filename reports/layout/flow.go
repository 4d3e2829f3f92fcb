package layout

import (
	"math"
	"strconv"
	"strings"

	"almoner/reports/document"
)

// hold says how firmly a strip stays on the page of the strip after it.
type hold uint8

const (
	loose hold = iota
	kept       // within a Together: if one page can hold them all
	bound      // a heading to its text, the first two lines and the last two of a paragraph
)

// strip is a slice of the flow that is not divided between pages, unless no page can hold it: a line, a table row, white space.
type strip struct {
	height float64
	hold   hold
	title  bool    // a line of a heading
	space  bool    // white space between blocks, which goes where a page begins
	words  []Words // X from the left edge of the text, Y from the top of the strip
	boxes  []Box   // likewise
	picts  []Picture
	row    *rowOf // for the row of a table
}

// flow turns blocks into strips.
type flow struct {
	set    *typesetter
	strips []strip
	parent *Element
	left   float64 // edge of the text, from the left margin
	width  float64
	body   float64 // height of the text on a page
	label  *label  // of the list item whose first line is still to come

	centred bool // the lines of headings and paragraphs stand in the middle
}

// label is the bullet or number that stands before the first line of a list item.
type label struct {
	words   Words
	element *Element
}

func (f *flow) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			f.heading(b)
		case document.Paragraph:
			f.paragraph(b)
		case document.Letterhead:
			f.letterhead(b)
		case document.Clause:
			f.clause(b)
		case document.Fields:
			f.fields(b)
		case document.Figure:
			f.figure(b)
		case document.Quotation:
			f.quotation(b)
		case document.Blank:
			f.blank(b)
		case document.List:
			f.list(b)
		case document.Table:
			f.table(b)
		case document.Note:
			f.note(b)
		case document.Together:
			f.together(b)
		case document.Gap:
			f.gap(b)
		}
	}
}

// space puts white space between blocks; the larger of two that meet counts.
func (f *flow) space(height float64, h hold) {
	if n := len(f.strips); n > 0 && f.strips[n-1].space {
		last := &f.strips[n-1]
		last.height = max(last.height, height)
		last.hold = max(last.hold, h)
		return
	}
	f.strips = append(f.strips, strip{height: height, space: true, hold: h})
}

// lines puts lines of text into the flow, the first two and the last two of them bound together.
func (f *flow) lines(lines []line, left, size, lead float64) {
	for i, l := range lines {
		s := strip{height: size * lead, words: l.words}
		if len(lines) > 1 && (i == 0 || i == len(lines)-2) {
			s.hold = bound
		}
		for k := range s.words {
			w := &s.words[k]
			w.X += left
			w.Y += s.height * ascent
		}
		s.boxes = underlines(s.words)
		f.strips = append(f.strips, s)
	}
	f.setLabel(len(f.strips) - len(lines))
}

// underlines draws the lines beneath links and words that are new, and through those that are gone.
func underlines(words []Words) []Box {
	var boxes []Box
	for i := range words {
		w := &words[i]
		if w.Width <= 0 {
			continue
		}
		line := Box{X: w.X, Y: w.Y + w.Size*0.12, Width: w.Width, Height: w.Size * 0.055, Colour: w.Colour}
		switch {
		case w.Change == document.Deleted:
			line.Y = w.Y - w.Size*0.28
		case w.Change == document.Inserted:
			line.Height = w.Size * 0.08
		case w.Colour != LinkBlue:
			continue
		}
		boxes = append(boxes, line)
	}
	return boxes
}

// setLabel puts the waiting label of a list item on the line at index i.
func (f *flow) setLabel(i int) {
	if f.label == nil || i >= len(f.strips) {
		return
	}
	s, w := &f.strips[i], f.label.words
	w.Y = s.height * ascent
	s.words = append([]Words{w}, s.words...)
	f.label = nil
}

// flushLabel gives a waiting label a line of its own, for an item that does not begin with words.
func (f *flow) flushLabel() {
	if f.label == nil {
		return
	}
	f.strips = append(f.strips, strip{height: BodySize * Leading, hold: bound})
	f.setLabel(len(f.strips) - 1)
}

func (f *flow) heading(h document.Heading) {
	f.flushLabel()
	level := min(max(h.Level, 1), len(headingStyles))
	style := headingStyles[level-1]
	style.size *= f.scale()
	el := f.set.add(f.parent, Heading)
	number, indent, runs := f.number(h.Number, h.Text, style.size, style.face, el)
	spans := f.set.inline(runs, style.size, style.face&Bold != 0, el)
	if len(spans) == 0 && number == nil {
		f.set.take(f.parent)
		return
	}
	// PDF/UA (7.4.2): the levels of headings go down one at a time.
	f.set.deepest = min(uint8(level), f.set.deepest+1)
	el.Level, el.Anchor = f.set.deepest, h.Anchor
	for i := range spans {
		if style.face&Italic != 0 {
			spans[i].face |= Italic
		}
		el.Title += strings.ReplaceAll(spans[i].text, "\n", " ")
	}
	if number != nil {
		el.Title = strings.TrimSpace(number.words.Text + el.Title)
	}
	f.space(style.before, loose)
	f.label = number
	from := len(f.strips)
	f.lines(f.middle(f.set.breakLines(spans, f.width-indent)), f.left+indent, style.size, TightLeading)
	f.flushLabel()
	for i := from; i < len(f.strips); i++ {
		f.strips[i].hold, f.strips[i].title = bound, true
	}
	f.space(style.after, bound)
}

func (f *flow) paragraph(p document.Paragraph) {
	el, size := f.set.add(f.parent, Paragraph), BodySize*f.scale()
	spans := f.set.inline(p.Text, size, false, el)
	if len(spans) == 0 {
		f.set.take(f.parent)
		return
	}
	f.lines(f.middle(f.set.breakLines(spans, f.width)), f.left, size, Leading)
	f.space(gapAfter(p)*f.scale(), loose)
}

// middle moves lines to the middle, where they hang on a wall.
func (f *flow) middle(lines []line) []line {
	for _, l := range lines {
		for i := range l.words {
			if f.centred {
				l.words[i].X += max(f.width-l.width, 0) / 2
			}
		}
	}
	return lines
}

// scale is how much larger words are set that hang on a wall.
func (f *flow) scale() float64 {
	if f.centred {
		return frameScale
	}
	return 1
}

func (f *flow) list(l document.List) {
	f.flushLabel()
	el := f.set.add(f.parent, List)
	el.Marks = l.Numbering
	face := f.set.faces[Regular]
	first := max(l.Start, 1)
	indent := listIndent
	for i := range l.Items {
		indent = max(indent, face.width(mark(l.Numbering, first+i), BodySize)+labelGap+2)
	}
	indent = min(indent, f.width/3)
	gutter := f.left + indent
	if f.width-indent < narrowest { // lists within lists: the text stays where it is, and the marks stand in the gutter before it
		indent, gutter = 0, f.left
	}
	for i, item := range l.Items {
		f.item(el, item, mark(l.Numbering, first+i), gutter, indent)
	}
	if len(l.Items) == 0 {
		f.set.take(f.parent)
		return
	}
	f.space(paragraphGap, loose)
}

func (f *flow) item(list *Element, item document.Item, mark string, gutter, indent float64) {
	li := f.set.add(list, ListItem)
	lbl, body := f.set.add(li, Label), f.set.add(li, ListBody)
	width := f.set.faces[Regular].width(mark, BodySize)
	inner := &flow{
		set: f.set, strips: f.strips, parent: body, left: f.left + indent, width: f.width - indent, body: f.body,
		label: &label{Words{X: max(gutter-labelGap-width, 0), Width: width, Text: mark + " ", Size: BodySize, Element: lbl}, lbl},
	}
	blocks := item.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(document.Paragraph); ok { // the words of a simple item stand in its body itself
			inner.bodyText(p)
			blocks = blocks[1:]
		}
	}
	inner.blocks(blocks)
	inner.flushLabel()
	f.strips = inner.strips
	if n := len(f.strips); n > 0 && f.strips[n-1].space {
		f.strips = f.strips[:n-1]
	}
	f.space(itemGap, loose)
}

func (f *flow) bodyText(p document.Paragraph) {
	spans := f.set.inline(p.Text, BodySize, false, f.parent)
	if len(spans) == 0 {
		return
	}
	f.lines(f.set.breakLines(spans, f.width), f.left, BodySize, Leading)
	f.space(itemGap, loose)
}

// mark is the label of item n of a list.
func mark(n document.Numbering, i int) string {
	switch n {
	case document.Decimal:
		return strconv.Itoa(i) + "."
	case document.LowerAlpha:
		return alpha(i) + ")"
	case document.LowerRoman:
		return roman(i) + "."
	default:
		return "•"
	}
}

// alpha counts a … z, aa, ab …
func alpha(i int) string {
	s := ""
	for ; i > 0; i = (i - 1) / 26 {
		s = string(rune('a'+(i-1)%26)) + s
	}
	return s
}

func roman(i int) string {
	if i > 3999 {
		return strconv.Itoa(i)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{
		{1000, "m"},
		{900, "cm"},
		{500, "d"},
		{400, "cd"},
		{100, "c"},
		{90, "xc"},
		{50, "l"},
		{40, "xl"},
		{10, "x"},
		{9, "ix"},
		{5, "v"},
		{4, "iv"},
		{1, "i"},
	} {
		for ; i >= d.value; i -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}

// note sets a footnote where it stands in the document, with its mark hanging before it.
func (f *flow) note(n document.Note) {
	f.flushLabel()
	el := f.set.add(f.parent, Note)
	el.Anchor = n.Anchor
	lbl := f.set.add(el, Label)
	face := f.set.faces[Regular]
	mark := strings.TrimSpace(f.set.printable(n.Mark, face))
	width := face.width(mark, NoteSize)
	indent := min(max(width+labelGap, 14), f.width/3)
	if mark != "" {
		f.label = &label{Words{X: f.left, Width: width, Text: mark + " ", Size: NoteSize, Element: lbl}, lbl}
	}
	spans := f.set.inline(n.Text, NoteSize, false, el)
	if len(spans) == 0 && mark == "" {
		f.set.take(f.parent)
		return
	}
	f.lines(f.set.breakLines(spans, f.width-indent), f.left+indent, NoteSize, TightLeading)
	f.flushLabel()
	f.space(noteGap, loose)
}

func (f *flow) together(t document.Together) {
	from := len(f.strips)
	f.blocks(t.Blocks)
	for i := from; i < len(f.strips)-1; i++ {
		f.strips[i].hold = max(f.strips[i].hold, kept)
	}
	// The space after the last block may still grow with what follows: it must not hold on to it.
	if n := len(f.strips) - 1; n > from && f.strips[n].space {
		f.strips[n-1].hold = min(f.strips[n-1].hold, kept)
	}
}

func (f *flow) gap(g document.Gap) {
	f.flushLabel()
	height := g.Lines * BodySize * Leading
	if !(height > 0) { // also what is not a number
		return
	}
	f.strips = append(f.strips, strip{height: math.Min(height, f.body)})
}

// take removes the newest element of a parent, which has turned out to hold nothing.
func (t *typesetter) take(parent *Element) { parent.Kids = parent.Kids[:len(parent.Kids)-1] }
