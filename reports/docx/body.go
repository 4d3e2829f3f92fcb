package docx

import (
	"strings"

	"almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/preview"
)

// body writes document.xml. It holds one paragraph back, because what comes after a paragraph can still change it: white space below
// it, the end of its section, a caption that it must stay with.
type body struct {
	doc       document.Document
	sections  sections
	out       *markup
	words     markup    // of the paragraph that is held back
	pending   paragraph // which is that one, where there is one
	held      bool
	relations *relations
	lists     *lists
	anchors   *anchors
	painter   *preview.Painter // of charts
	measure   *layout.Measure
	waiting   []string // anchors that the next paragraph is the place of
	heading   string   // the words of the heading above
	deepest   int      // its level
	gap       int      // twips of white space that the next paragraph has to leave
	table     bool     // the block before was a table
	marks     int      // bookmarks so far
	objects   int      // drawings and fields to fill in so far
}

func newBody(doc document.Document, s sections) *body {
	return &body{doc: doc, sections: s, relations: &relations{sections: s}, lists: &lists{}, anchors: newAnchors(doc), painter: preview.New(), measure: layout.NewMeasure()}
}

func (b *body) write(m *markup) {
	b.out = m
	m.start("w:document", "xmlns:w", nsWord, "xmlns:r", nsRelations, "xmlns:wp", nsPlacedDrawing, "xmlns:a", nsDrawing, "xmlns:pic", nsPicture)
	m.start("w:body")
	parts := b.doc.Parts
	if len(parts) == 0 {
		parts = []document.Part{{}}
	}
	for i, part := range parts {
		a := a4(part.Orientation)
		f := &flow{body: b, width: a.text(), sheet: a}
		if part.Framed {
			f.align = document.Centre
		}
		f.blocks(part.Blocks)
		if !b.held { // after a table, and in a part without words
			b.begin(paragraph{style: "Between", before: unset, after: unset})
		}
		section := b.sections.properties(part)
		if i < len(parts)-1 {
			b.pending.section = section
			section = ""
		}
		b.pending.keepNext = false
		b.flush()
		b.gap, b.table = 0, false
		m.raw(section)
	}
	m.end("w:body")
	m.end("w:document")
}

// begin starts a paragraph; its words go to b.words until the next one starts.
func (b *body) begin(p paragraph) {
	b.flush()
	if b.table {
		b.gap = max(b.gap+styleOf(p.style).before, tableGap)
	} else if b.gap > 0 {
		b.gap += styleOf(p.style).before
	}
	if b.gap > 0 && p.style != "Between" {
		p.before = max(p.before, b.gap)
	}
	b.gap, b.table = 0, false
	b.pending, b.held = p, true
	for _, anchor := range b.waiting {
		b.bookmark(anchor)
	}
	b.waiting = b.waiting[:0]
}

// flush writes the paragraph that is held back.
func (b *body) flush() {
	if !b.held {
		return
	}
	b.out.raw("<w:p>")
	b.pending.properties(b.out)
	b.out.buf = append(b.out.buf, b.words.buf...)
	b.out.raw("</w:p>")
	b.words.buf = b.words.buf[:0]
	b.held = false
}

// space leaves white space after what has been written.
func (b *body) space(height int) {
	if !b.held {
		b.gap += height
		return
	}
	if b.pending.after == unset {
		b.pending.after = styleOf(b.pending.style).after
	}
	b.pending.after += height
}

// atLeast sees to it that as much white space as that stands after what has been written.
func (b *body) atLeast(height int) {
	if b.held && max(b.pending.after, 0) < height && (b.pending.after != unset || styleOf(b.pending.style).after < height) {
		b.pending.after = height
	}
}

// place makes the next paragraph the place that an anchor means. The first of two that have one name is it.
func (b *body) place(anchor string) {
	if anchor != "" && !b.anchors.placed[anchor] {
		b.anchors.placed[anchor] = true
		b.waiting = append(b.waiting, anchor)
	}
}

// object numbers what Word numbers throughout a file.
func (b *body) object() int {
	b.objects++
	return b.objects
}

// flow is a column of blocks: the page, or what is indented within it.
type flow struct {
	*body

	sheet       sheet
	left, right int // twips from the edges of the words on the page
	width       int // what is between them
	style       string
	align       document.Align
	size        float64 // of the letters, where it is not that of the style
	keep        bool    // its blocks stay on one page
	last        bool    // and the block in hand is the last of them
	depth       int     // of the list in hand
	lead        *lead
}

// lead is what stands before the first line of an item, a clause or a field, while that is still to come.
type lead struct {
	style string
	mark  listMark
	words []document.Inline
	hang  int
	wide  bool // too wide for a tab to follow: it has a line of its own
}

// inner is a flow indented by a hanging mark.
func (f *flow) inner(indent int, l *lead) *flow {
	g := *f
	indent = min(indent, max(f.width-narrowest, 0))
	g.left, g.width, g.lead = f.left+indent, f.width-indent, l
	if l != nil {
		l.hang = min(l.hang, g.left)
	}
	return &g
}

// narrowest is the least width of words within lists and clauses, in twips: 150 points.
const narrowest = 150 * point

// props is how a paragraph of this flow stands.
func (f *flow) props(style string) paragraph {
	p := paragraph{style: style, before: unset, after: unset, align: f.align, keepNext: f.keep, keep: f.keep}
	if f.left > 0 || f.right > 0 {
		p.left, p.right, p.indented = f.left, f.right, true
	}
	return p
}

// start begins a paragraph with the words that wait to stand before it. The style is the one it has where nothing waits.
func (f *flow) start(style string, text []document.Inline) {
	l := f.lead
	f.lead = nil
	p := f.props(style)
	p.rightToLeft = document.RightToLeft(text)
	if l == nil {
		f.begin(p)
		return
	}
	if l.style != "" {
		p.style = l.style
	}
	p.list = l.mark
	centred := f.align == document.Centre
	if l.hang > 0 && !centred {
		p.left, p.right, p.hang, p.indented = f.left, f.right, l.hang, true
	}
	if own := (f.left == (l.mark.level+1)*listIndent) && l.hang == listIndent; l.mark.list > 0 && own && f.right == 0 {
		p.indented = false // as the list has it
	}
	f.begin(p)
	if len(l.words) > 0 {
		f.runs(l.words)
		switch {
		case l.wide:
			f.words.raw("<w:r><w:br/></w:r>")
		case centred: // nothing hangs in the middle of a page
			f.words.raw(`<w:r><w:t xml:space="preserve"> </w:t></w:r>`)
		default:
			f.words.raw("<w:r><w:tab/></w:r>")
		}
	}
}

// settle gives a mark that still waits a line of its own, for what does not begin with words.
func (f *flow) settle() {
	if f.lead == nil {
		return
	}
	f.lead.wide = false
	f.start("", nil)
	f.pending.keepNext = true
}

func (f *flow) blocks(blocks []document.Block) {
	for i, b := range blocks {
		g := *f
		g.last = f.last && i == len(blocks)-1
		g.block(b)
		f.lead = g.lead
	}
}

func (f *flow) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		f.paragraph(b)
		return
	case document.Together:
		f.together(b)
		return
	case document.Gap:
		f.settle()
		f.space(lines(b.Lines))
		return
	}
	f.settle()
	switch b := b.(type) {
	case document.Letterhead:
		f.letterhead(b)
	case document.Heading:
		f.headingOf(b)
	case document.Clause:
		f.clause(b)
	case document.List:
		f.list(b)
	case document.Fields:
		f.fields(b)
	case document.Blank:
		f.blank(b)
	case document.Quotation:
		f.quotation(b)
	case document.Figure:
		f.figure(b)
	case document.Table:
		f.tableOf(b)
	case document.Note:
		f.note(b)
	}
}

// wordless says whether runs hold nothing to be read.
func wordless(runs []document.Inline) bool {
	for _, r := range runs {
		if strings.TrimSpace(r.Text) != "" {
			return false
		}
	}
	return true
}
