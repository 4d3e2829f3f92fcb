package docx

import (
	"strconv"

	"almoner/reports/layout"
)

const (
	fontName = "Arial"    // the widths of Liberation Sans, which is not on every machine that has Word
	tableGap = 12 * point // after a table
)

// Distances of lines and colours of the printed paper, as Word has them.
var (
	bodyLine  = wordLine(layout.Leading)
	tightLine = wordLine(layout.TightLeading)

	footGrey  = layout.FootGrey.Hex()
	linkBlue  = layout.LinkBlue.Hex()
	ruleGrey  = layout.RuleGrey.Hex()
	ruleDark  = layout.RuleDark.Hex()
	headTint  = layout.HeadTint.Hex()
	groupTint = layout.GroupTint.Hex()
)

// wordLine is a distance of lines, which is given as times the size of the letters. Word counts in 240ths of what a line of the face needs,
// which for Arial is 1.15 times the size of its letters.
func wordLine(times float64) int { return int(240*times/1.15 + 0.5) }

// style is a style of paragraphs. The names are those that Word gives to its own, which is how it, and every reader that works by
// them, knows a heading from a bold line.
type style struct {
	id, name, based, next string
	size                  float64 // points; 0 is that of the style it is based on
	bold, italic          bool
	colour                string
	before, after, line   int // twips, and 240ths of a line
	left, right           int // twips from the edges of the words
	keepNext              bool
	level                 int // of a heading
	list                  int // the list that the style itself brings with it
	align                 string
	rule                  string // the side on which it has a rule
	own                   bool   // not one of Word's
	rare                  bool   // not among those that Word offers first
}

var paragraphStyles = []style{
	{id: "Title", name: "Title", next: "Normal", size: 20, bold: true, after: 12 * point, line: tightLine, keepNext: true},
	{id: "Heading1", name: "heading 1", next: "Normal", size: 16, bold: true, before: 20 * point, after: 8 * point, line: tightLine, keepNext: true, level: 1},
	{id: "Heading2", name: "heading 2", next: "Normal", size: 13, bold: true, before: 16 * point, after: 6 * point, line: tightLine, keepNext: true, level: 2},
	{id: "Heading3", name: "heading 3", next: "Normal", size: 11.5, bold: true, before: 13 * point, after: 4 * point, line: tightLine, keepNext: true, level: 3},
	{id: "Heading4", name: "heading 4", next: "Normal", bold: true, italic: true, before: 11 * point, after: 3 * point, line: tightLine, keepNext: true, level: 4},
	{id: "Heading5", name: "heading 5", next: "Normal", italic: true, before: 10 * point, after: 3 * point, line: tightLine, keepNext: true, level: 5},
	{id: "Heading6", name: "heading 6", next: "Normal", italic: true, before: 10 * point, after: 3 * point, line: tightLine, keepNext: true, level: 6},
	{id: "NoSpacing", name: "No Spacing", line: bodyLine},
	{id: "ListBullet", name: "List Bullet", after: 70, line: bodyLine, list: bulletStyleList},
	{id: "ListNumber", name: "List Number", after: 70, line: bodyLine, list: numberStyleList},
	{id: "ListContinue", name: "List Continue", after: 70, line: bodyLine, left: listIndent},
	{id: "Clause", own: true, name: "Clause", after: 8 * point, line: bodyLine},
	{id: "Field", own: true, name: "Field", after: 5 * point, line: bodyLine},
	{id: "Quote", name: "Quote", next: "Normal", after: 8 * point, line: bodyLine, left: quoteIndent, right: quoteIndent, rule: "left"},
	{id: "QuoteSource", own: true, name: "Quote Source", based: "Quote", next: "Normal", after: 8 * point, line: bodyLine, left: quoteIndent, right: quoteIndent, rule: "left"},
	{id: "Caption", name: "caption", next: "Normal", size: 10, bold: true, before: 6 * point, after: 4 * point, line: tightLine},
	{id: "Figure", own: true, name: "Figure", next: "Normal", before: 6 * point, after: 8 * point},
	{id: "Letterhead", own: true, name: "Letterhead", size: 10, line: tightLine},
	{id: "LetterheadName", own: true, name: "Letterhead Name", based: "Letterhead", next: "Letterhead", size: 13, bold: true, after: 2 * point, line: tightLine, keepNext: true},
	{id: "BlankLabel", own: true, name: "Blank Label", next: "Normal", bold: true, before: 6 * point, after: 3 * point, line: bodyLine, keepNext: true},
	{id: "TableText", own: true, name: "Table Text", size: layout.TableSize, line: tightLine},
	{id: "TableHeading", own: true, name: "Table Heading", based: "TableText", size: layout.TableSize, bold: true, line: tightLine, keepNext: true},
	{id: "TableTotal", own: true, name: "Table Total", based: "TableText", size: layout.TableSize, bold: true, line: tightLine},
	{id: "Between", own: true, name: "Between Tables", rare: true, size: 2},
	{id: "FootnoteText", name: "footnote text", size: layout.NoteSize, after: 4 * point, line: tightLine},
	{id: "Header", name: "header", size: layout.FootSize, align: "center", bold: true, rare: true},
	{id: "Footer", name: "footer", size: layout.FootSize, colour: footGrey, rule: "top", rare: true},
	{id: "Marking", own: true, name: "Marking", based: "Header", size: layout.FootSize, before: 3 * point, align: "center", bold: true, rare: true},
}

// styleOf is a style by its id; the style of running text where there is none of it.
func styleOf(id string) style {
	for _, s := range paragraphStyles {
		if s.id == id {
			return s
		}
	}
	return style{id: "Normal", after: 8 * point, line: bodyLine}
}

// styles writes the part of the styles.
func styles(m *markup, language string) {
	m.start("w:styles", "xmlns:w", nsWord)
	m.start("w:docDefaults")
	m.start("w:rPrDefault")
	m.start("w:rPr")
	m.leaf("w:rFonts", "w:ascii", fontName, "w:hAnsi", fontName, "w:eastAsia", fontName, "w:cs", fontName)
	sizes(m, layout.BodySize)
	m.leaf("w:lang", "w:val", language, "w:eastAsia", language, "w:bidi", "ar-SA")
	m.end("w:rPr")
	m.end("w:rPrDefault")
	m.start("w:pPrDefault")
	m.end("w:pPrDefault")
	m.end("w:docDefaults")
	normal := style{id: "Normal", name: "Normal", after: 8 * point, line: bodyLine}
	normal.write(m)
	for _, s := range paragraphStyles {
		if s.based == "" {
			s.based = "Normal"
		}
		s.write(m)
	}
	characterStyles(m)
	tableStyle(m)
	m.end("w:styles")
}

func (s style) write(m *markup) {
	attributes := []string{"w:type", "paragraph", "w:styleId", s.id}
	if s.id == "Normal" {
		attributes = append(attributes, "w:default", "1")
	}
	if s.own {
		attributes = append(attributes, "w:customStyle", "1")
	}
	m.start("w:style", attributes...)
	m.value("w:name", s.name)
	if s.based != "" {
		m.value("w:basedOn", s.based)
	}
	if s.next != "" {
		m.value("w:next", s.next)
	}
	if s.rare {
		m.number("w:uiPriority", 99)
	} else {
		m.leaf("w:qFormat")
	}
	s.paragraphProperties(m)
	if s.bold || s.italic || s.colour != "" || s.size > 0 {
		m.start("w:rPr")
		bold(m, s.bold)
		italic(m, s.italic)
		if s.colour != "" {
			m.value("w:color", s.colour)
		}
		if s.size > 0 {
			sizes(m, s.size)
		}
		m.end("w:rPr")
	}
	m.end("w:style")
}

func (s style) paragraphProperties(m *markup) {
	m.start("w:pPr")
	m.on("w:keepNext", s.keepNext)
	m.on("w:keepLines", s.keepNext)
	if s.list > 0 {
		m.start("w:numPr")
		m.number("w:numId", s.list)
		m.end("w:numPr")
	}
	if s.rule != "" {
		space := "6"
		if s.rule == "left" {
			space = "10"
		}
		m.start("w:pBdr")
		rule(m, "w:"+s.rule, 4, space, ruleGrey)
		m.end("w:pBdr")
	}
	spacing := []string{"w:before", strconv.Itoa(s.before), "w:after", strconv.Itoa(s.after)}
	if s.line > 0 {
		spacing = append(spacing, "w:line", strconv.Itoa(s.line), "w:lineRule", "auto")
	}
	m.leaf("w:spacing", spacing...)
	if s.left > 0 {
		m.leaf("w:ind", "w:left", strconv.Itoa(s.left), "w:right", strconv.Itoa(s.right))
	}
	if s.align != "" {
		m.value("w:jc", s.align)
	}
	if s.level > 0 {
		m.number("w:outlineLvl", s.level-1)
	}
	m.end("w:pPr")
}

// The scripts that are read from right to left have switches and sizes of their own, which have to say the same.

func bold(m *markup, is bool) {
	m.on("w:b", is)
	m.on("w:bCs", is)
}

func italic(m *markup, is bool) {
	m.on("w:i", is)
	m.on("w:iCs", is)
}

// sizes is the size of letters, in points.
func sizes(m *markup, size float64) {
	half := int(size*2 + 0.5)
	m.number("w:sz", half)
	m.number("w:szCs", half)
}

// rule is one edge of something: its thickness in eighths of a point, its distance from the words in points.
func rule(m *markup, edge string, eighths int, space, colour string) {
	m.leaf(edge, "w:val", "single", "w:sz", strconv.Itoa(eighths), "w:space", space, "w:color", colour)
}

func characterStyles(m *markup) {
	m.start("w:style", "w:type", "character", "w:default", "1", "w:styleId", "DefaultParagraphFont")
	m.value("w:name", "Default Paragraph Font")
	m.number("w:uiPriority", 1)
	m.leaf("w:semiHidden")
	m.end("w:style")
	character := func(id, name string, properties func()) {
		m.start("w:style", "w:type", "character", "w:styleId", id)
		m.value("w:name", name)
		m.value("w:basedOn", "DefaultParagraphFont")
		m.number("w:uiPriority", 99)
		m.start("w:rPr")
		properties()
		m.end("w:rPr")
		m.end("w:style")
	}
	character("Strong", "Strong", func() { bold(m, true) })
	character("Emphasis", "Emphasis", func() { italic(m, true) })
	character("Hyperlink", "Hyperlink", func() {
		m.value("w:color", linkBlue)
		m.value("w:u", "single")
	})
	character("FootnoteReference", "footnote reference", func() { m.value("w:vertAlign", "superscript") })
	character("PlaceholderText", "Placeholder Text", func() { m.value("w:color", footGrey) })
}

// tableStyle is the look of the office's tables: rules between the rows, a tint behind the headings.
func tableStyle(m *markup) {
	m.start("w:style", "w:type", "table", "w:default", "1", "w:styleId", "TableNormal")
	m.value("w:name", "Normal Table")
	m.number("w:uiPriority", 99)
	m.leaf("w:semiHidden")
	m.start("w:tblPr")
	m.leaf("w:tblInd", "w:w", "0", "w:type", "dxa")
	cellMargins(m, 0, 108)
	m.end("w:tblPr")
	m.end("w:style")

	m.start("w:style", "w:type", "table", "w:customStyle", "1", "w:styleId", tableStyleID)
	m.value("w:name", "Almoner table")
	m.value("w:basedOn", "TableNormal")
	m.leaf("w:qFormat")
	m.start("w:tblPr")
	m.start("w:tblBorders")
	rule(m, "w:top", 8, "0", ruleDark)
	rule(m, "w:bottom", 4, "0", ruleGrey)
	rule(m, "w:insideH", 4, "0", ruleGrey)
	m.end("w:tblBorders")
	cellMargins(m, cellPadY, cellPadX)
	m.end("w:tblPr")
	m.start("w:tblStylePr", "w:type", "firstRow")
	m.start("w:tcPr")
	m.start("w:tcBorders")
	rule(m, "w:top", 8, "0", ruleDark)
	rule(m, "w:bottom", 8, "0", ruleDark)
	m.end("w:tcBorders")
	shade(m, headTint)
	m.end("w:tcPr")
	m.end("w:tblStylePr")
	m.end("w:style")
}

func cellMargins(m *markup, y, x int) {
	m.start("w:tblCellMar")
	for _, side := range []struct {
		name string
		w    int
	}{{"w:top", y}, {"w:left", x}, {"w:bottom", y}, {"w:right", x}} {
		m.leaf(side.name, "w:w", strconv.Itoa(side.w), "w:type", "dxa")
	}
	m.end("w:tblCellMar")
}

func shade(m *markup, tint string) {
	m.leaf("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", tint)
}
