package docx

import (
	"strconv"
	"strings"

	"almoner/reports/document"
	"almoner/reports/layout"
)

const (
	quoteIndent = 500 // twips, on both sides
	noteHang    = 14 * point
	leastHang   = 2 * listIndent // of the number of a clause
	markGap     = 9 * point      // between a number and its words
)

func (f *flow) paragraph(p document.Paragraph) {
	if wordless(p.Text) {
		return
	}
	style := f.style
	if p.Tight && style == "" && f.lead == nil {
		style = "NoSpacing"
	}
	f.start(style, p.Text)
	if p.Tight && style != "NoSpacing" {
		f.pending.after = 0
	}
	f.runs(p.Text)
}

// headingOf sets a heading. The levels go down one at a time, as those of the printed paper do: who walks through a paper by its
// headings does not get lost.
func (f *flow) headingOf(h document.Heading) {
	if h.Empty() {
		return
	}
	f.place(h.Anchor)
	f.heading = strings.Join(strings.Fields(document.Plain(h.Text)), " ")
	f.deepest = min(max(h.Level, 1), f.deepest+1, 6)
	style := "Heading" + strconv.Itoa(f.deepest)
	g := *f
	if number := strings.TrimSpace(h.Number); number != "" {
		size := styleOf(style).size
		if size == 0 {
			size = layout.BodySize
		}
		hang := max(inTwips(f.measure.Width(number, layout.Bold, size))+markGap, int(size*2.2*point))
		if f.align == document.Centre {
			h.Text = document.Join(document.Text(number+" "), h.Text)
		} else {
			g = *f.inner(hang, &lead{words: document.Text(number), hang: hang})
		}
	}
	g.start(style, h.Text)
	f.pending.keepNext, f.pending.keep = false, false // as the style has it
	g.runs(h.Text)
}

func (f *flow) clause(c document.Clause) {
	if !c.Empty() {
		f.place(c.Anchor)
	}
	number := strings.TrimSpace(c.Number)
	hang := max(inTwips(f.measure.Width(number, layout.Regular, layout.BodySize))+markGap, leastHang)
	var l *lead
	if number != "" {
		l = &lead{style: "Clause", words: document.Text(number), hang: hang}
	}
	g := f.inner(hang, l)
	g.style = "Clause"
	g.blocks(c.Blocks)
	g.settle()
}

func (f *flow) list(l document.List) {
	first := max(l.Start, 1)
	style, level := "ListNumber", min(f.depth, deepest)
	if l.Numbering == document.Bullets {
		style = "ListBullet"
	}
	own := counts(l.Numbering, first, len(l.Items))
	id, hang := 0, listIndent
	if own && len(l.Items) > 0 {
		id = f.lists.add(l.Numbering, level, first)
	}
	for _, i := range []int{first, first + len(l.Items) - 1} { // the widest marks are mostly these
		if l.Numbering != document.Bullets {
			hang = max(hang, inTwips(f.measure.Width(mark(l.Numbering, i), layout.Regular, layout.BodySize))+6*point)
		}
	}
	for i, item := range l.Items {
		before := &lead{style: style, hang: hang, mark: listMark{id, level}}
		if !own {
			before.words = document.Text(mark(l.Numbering, first+i))
		}
		g := f.inner(hang, before)
		g.style, g.depth = "ListContinue", f.depth+1
		g.last = f.last && i == len(l.Items)-1
		g.blocks(item.Blocks)
		g.settle()
	}
	if f.depth == 0 && len(l.Items) > 0 {
		f.atLeast(styleOf("").after)
	}
}

// fields are labels with their values beside them. A table would look the same and be read out as one.
func (f *flow) fields(all document.Fields) {
	hang := 0
	for _, row := range all.Rows {
		hang = max(hang, f.labelWidth(row.Label))
	}
	hang = max(min(hang, f.width/3), leastHang)
	for i, row := range all.Rows {
		g := f.inner(hang, &lead{style: "Field", words: document.Bold(fold(row.Label)), hang: hang, wide: f.labelWidth(row.Label) > hang})
		g.style = "Field"
		g.last = f.last && i == len(all.Rows)-1
		g.blocks(row.Blocks)
		if row.Blank > 0 {
			g.ruled(row)
		}
		g.settle()
	}
	f.atLeast(styleOf("").after)
}

func (b *body) labelWidth(label string) int {
	return inTwips(b.measure.Width(fold(label), layout.Bold, layout.BodySize)) + markGap
}

// ruled is a line to write on, at the foot of the room that the field leaves. In Word it is a field to fill in, and the line goes on
// after what was put into it.
func (f *flow) ruled(row document.Field) {
	f.start("Field", nil)
	if room := lines(row.Blank - 1); room > 0 {
		f.pending.before = room
	}
	f.pending.tabs = append(f.pending.tabs, tab{at: f.left + f.width, right: true, ruled: true})
	f.control(row.Label, false)
	f.words.raw("<w:r><w:tab/></w:r>")
}

// blank is a box to write in, which is a field to fill in for whoever has the file.
func (f *flow) blank(b document.Blank) {
	label := fold(b.Label)
	if label != "" {
		f.start("BlankLabel", document.Text(label))
		f.pending.keepNext = true
		f.runs(document.Text(label))
	}
	f.beginTable()
	m := f.out
	m.start("w:tbl")
	m.start("w:tblPr")
	m.leaf("w:tblW", "w:w", strconv.Itoa(f.width), "w:type", "dxa")
	m.leaf("w:tblInd", "w:w", strconv.Itoa(f.left), "w:type", "dxa")
	m.start("w:tblBorders")
	for _, edge := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
		rule(m, edge, 4, "0", ruleDark)
	}
	m.end("w:tblBorders")
	m.leaf("w:tblLayout", "w:type", "fixed")
	cellMargins(m, cellPadY, cellPadX)
	if label != "" {
		m.value("w:tblCaption", cut(label, mostAlt))
	}
	m.end("w:tblPr")
	m.start("w:tblGrid")
	m.leaf("w:gridCol", "w:w", strconv.Itoa(f.width))
	m.end("w:tblGrid")
	m.start("w:tr")
	m.start("w:trPr")
	if height := min(lines(max(b.Lines, 1)), f.sheet.body()*9/10); height > 0 {
		m.leaf("w:trHeight", "w:val", strconv.Itoa(height), "w:hRule", "atLeast")
	}
	m.end("w:trPr")
	m.start("w:tc")
	m.start("w:tcPr")
	m.leaf("w:tcW", "w:w", strconv.Itoa(f.width), "w:type", "dxa")
	m.end("w:tcPr")
	f.begin(paragraph{before: unset, after: 0})
	f.control(b.Label, true)
	f.flush()
	m.end("w:tc")
	m.end("w:tr")
	m.end("w:tbl")
	f.endTable()
}

// control is a field of plain words to be filled in, which says what is to be put into it. Until somebody does there is only room.
func (f *flow) control(title string, several bool) {
	m := &f.words
	title = fold(title)
	m.start("w:sdt")
	m.start("w:sdtPr")
	if title != "" {
		m.value("w:alias", cut(title, 64)) // the most that Word lets a title have
		m.value("w:tag", cut(title, 64))
	}
	m.number("w:id", f.object())
	m.leaf("w:showingPlcHdr")
	if several {
		m.leaf("w:text", "w:multiLine", "1")
	} else {
		m.leaf("w:text")
	}
	m.end("w:sdtPr")
	m.start("w:sdtContent")
	m.start("w:r")
	m.start("w:rPr")
	m.value("w:rStyle", "PlaceholderText")
	m.end("w:rPr")
	m.element("w:t", "\u2002\u2002\u2002\u2002\u2002", "xml:space", "preserve")
	m.end("w:r")
	m.end("w:sdtContent")
	m.end("w:sdt")
}

func cut(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most-1]) + "…"
}

func (f *flow) quotation(q document.Quotation) {
	g := *f
	g.left, g.right = f.left+quoteIndent, f.right+quoteIndent
	g.width = max(f.width-2*quoteIndent, narrowest)
	g.style = "Quote"
	g.blocks(q.Blocks)
	if wordless(q.By) {
		return
	}
	if f.held {
		f.pending.keepNext, f.pending.after = true, 3*point
	}
	g.start("QuoteSource", q.By)
	g.runs(q.By)
}

// note sets a footnote where it stands in the paper. Word's own footnotes have one mark each; here a mark can stand in many cells.
func (f *flow) note(n document.Note) {
	if n.Empty() {
		return
	}
	f.place(n.Anchor)
	mark := fold(n.Mark)
	hang := max(inTwips(f.measure.Width(mark, layout.Regular, layout.NoteSize))+6*point, noteHang)
	g := f.inner(hang, nil)
	if mark != "" {
		g.lead = &lead{words: []document.Inline{{Text: mark, Superscript: true}}, hang: hang}
	}
	g.start("FootnoteText", n.Text)
	g.runs(n.Text)
}

// together keeps its blocks on one page, and lets go of what comes after them.
func (f *flow) together(t document.Together) {
	g := *f
	g.keep, g.last = true, true
	g.blocks(t.Blocks)
	f.lead = g.lead
	if f.held && len(t.Blocks) > 0 {
		f.pending.keepNext = f.keep
	}
}

// letterhead is who issues the paper. The logo stands at the right, beside the lines of the address.
func (f *flow) letterhead(l document.Letterhead) {
	logo, drawn := f.relations.picture(l.Logo.Content)
	height := 0 // by which the logo is higher than the lines
	if drawn {
		height = f.logo(logo, l.Logo.Alt)
	} else if len(l.Logo.Content) > 0 && fold(l.Logo.Alt) != "" { // a picture that cannot be drawn is said
		f.begin(f.props("Letterhead"))
		f.runs(document.Text(l.Logo.Alt))
	}
	beside := drawn && f.held // the first line goes on with the paragraph that holds the logo
	style := "LetterheadName"
	for _, words := range append([]string{l.Name}, l.Lines...) {
		if words = fold(words); words != "" {
			f.letterheadLine(style, words, beside)
			height -= 13 * point
			beside = false
		}
		style = "Letterhead"
	}
	if f.held {
		f.pending.after = max(height, 0) + 14*point
	}
}

// letterheadLine begins a line, or goes on with the paragraph that holds the logo.
func (f *flow) letterheadLine(style, words string, goOn bool) {
	if goOn {
		f.pending.style = style
	} else {
		f.begin(f.props(style))
	}
	f.runs(document.Text(words))
}
