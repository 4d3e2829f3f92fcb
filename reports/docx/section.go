package docx

import (
	"strconv"
	"strings"

	"almoner/reports/document"
	"almoner/reports/layout"
)

// sheet is a size of paper with its margins, in twips. foot is how far the foot of the page stands from its edge.
type sheet struct{ width, height, left, right, top, bottom, foot int }

func a4(o document.Orientation) sheet {
	if o == document.Landscape {
		return sheet{width: twips(297), height: twips(210), left: twips(20), right: twips(20), top: twips(20), bottom: twips(23), foot: twips(11)}
	}
	return sheet{width: twips(210), height: twips(297), left: twips(25), right: twips(25), top: twips(24), bottom: twips(27), foot: twips(13)}
}

func twips(millimetres float64) int { return int(millimetres*mm + 0.5) }

// way is which way round the paper is turned.
func (s sheet) way() document.Orientation {
	if s.width > s.height {
		return document.Landscape
	}
	return document.Portrait
}

// text is the width of the words on a page.
func (s sheet) text() int { return s.width - s.left - s.right }

// body is the height of the words on a page.
func (s sheet) body() int { return s.height - s.top - s.bottom }

// sections are the parts of a document with what stands around their pages. A page that is turned has a foot of its own, because the
// place of its page number is another.
type sections struct {
	doc    document.Document
	turned []document.Orientation // the orientations that occur
}

func newSections(doc document.Document) sections {
	s := sections{doc: doc}
	for _, o := range []document.Orientation{document.Portrait, document.Landscape} {
		found := o == document.Portrait && len(doc.Parts) == 0
		for _, p := range doc.Parts {
			found = found || p.Orientation == o
		}
		if found {
			s.turned = append(s.turned, o)
		}
	}
	return s
}

func (s sections) marked() bool { return strings.TrimSpace(s.doc.Marking) != "" }

// around is a part of the file that stands around pages: its name, and the number by which sections refer to it.
type around struct{ name, id, element string }

func footOf(o document.Orientation) around {
	if o == document.Landscape {
		return around{"footer2.xml", "rIdFooter2", "w:ftr"}
	}
	return around{"footer1.xml", "rIdFooter1", "w:ftr"}
}

var head = around{"header1.xml", "rIdHeader1", "w:hdr"}

func (s sections) contentTypes(m *markup) {
	m.start("Types", "xmlns", nsContentTypes)
	for _, d := range []struct{ ending, is string }{
		{"jpeg", "image/jpeg"},
		{"png", "image/png"},
		{"rels", "application/vnd.openxmlformats-package.relationships+xml"},
		{"xml", "application/xml"},
	} {
		m.leaf("Default", "Extension", d.ending, "ContentType", d.is)
	}
	override := func(name, is string) { m.leaf("Override", "PartName", name, "ContentType", is) }
	override("/docProps/app.xml", typeOf+"extended-properties+xml")
	override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("/word/document.xml", typeOf+"wordprocessingml.document.main+xml")
	override("/word/fontTable.xml", typeOf+"wordprocessingml.fontTable+xml")
	for _, o := range s.turned {
		override("/word/"+footOf(o).name, typeOf+"wordprocessingml.footer+xml")
	}
	if s.marked() {
		override("/word/"+head.name, typeOf+"wordprocessingml.header+xml")
	}
	override("/word/numbering.xml", typeOf+"wordprocessingml.numbering+xml")
	override("/word/settings.xml", typeOf+"wordprocessingml.settings+xml")
	override("/word/styles.xml", typeOf+"wordprocessingml.styles+xml")
	m.end("Types")
}

// properties are those of the section that a part of the document is, in the order of CT_SectPr (17.6.17).
func (s sections) properties(p document.Part) string {
	m := &markup{}
	m.start("w:sectPr")
	if s.marked() {
		m.leaf("w:headerReference", "w:type", "default", "r:id", head.id)
	}
	m.leaf("w:footerReference", "w:type", "default", "r:id", footOf(p.Orientation).id)
	m.value("w:type", "nextPage")
	a := a4(p.Orientation)
	size := []string{"w:w", strconv.Itoa(a.width), "w:h", strconv.Itoa(a.height)}
	if p.Orientation == document.Landscape {
		size = append(size, "w:orient", "landscape")
	}
	m.leaf("w:pgSz", size...)
	head, foot := twips(10), a.foot
	if p.Framed { // within the frame, which stands 24 points from the edge of the paper
		head, foot = twips(14), twips(14)
	}
	m.leaf("w:pgMar", "w:top", strconv.Itoa(a.top), "w:right", strconv.Itoa(a.right), "w:bottom", strconv.Itoa(a.bottom),
		"w:left", strconv.Itoa(a.left), "w:header", strconv.Itoa(head), "w:footer", strconv.Itoa(foot), "w:gutter", "0")
	if p.Framed {
		m.start("w:pgBorders", "w:offsetFrom", "page")
		for _, edge := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
			m.leaf(edge, "w:val", "double", "w:sz", "6", "w:space", "24", "w:color", ruleDark)
		}
		m.end("w:pgBorders")
		m.value("w:vAlign", "center")
		if !s.marked() { // what hangs on a wall bears no page number: its page is a first one, and first pages have no foot
			m.leaf("w:titlePg")
		}
	}
	m.end("w:sectPr")
	return string(m.buf)
}

// relate names the parts around the pages to the document.
func (s sections) relate(m *markup) {
	for _, o := range s.turned {
		f := footOf(o)
		m.leaf("Relationship", "Id", f.id, "Type", nsRelations+"/footer", "Target", f.name)
	}
	if s.marked() {
		m.leaf("Relationship", "Id", head.id, "Type", nsRelations+"/header", "Target", head.name)
	}
}

func (s sections) writeParts(p *pack) {
	for _, o := range s.turned {
		p.part("word/"+footOf(o).name, func(m *markup) { s.foot(m, a4(o).text()) })
	}
	if s.marked() {
		p.part("word/"+head.name, func(m *markup) {
			m.start(head.element, "xmlns:w", nsWord, "xmlns:r", nsRelations)
			s.marking(m, "Header")
			m.end(head.element)
		})
	}
}

func (s sections) marking(m *markup, style string) {
	plainParagraph(m, &paragraph{style: style, before: unset, after: unset}, func() { plainRun(m, s.doc.Marking) })
}

// foot writes the foot of the pages: what the paper is on the left, the number of the page on the right, on a line of its own where
// both do not fit on one.
func (s sections) foot(m *markup, width int) {
	m.start("w:ftr", "xmlns:w", nsWord, "xmlns:r", nsRelations)
	p := paragraph{style: "Footer", before: unset, after: unset, tabs: []tab{{at: width, right: true}}}
	words := strings.Join(strings.Fields(s.doc.Footer), " ")
	if float64(width) < (layout.NewMeasure().Width(words, layout.Regular, layout.FootSize)+100)*point {
		plainParagraph(m, &p, func() { plainRun(m, words) })
		p = paragraph{style: "Footer", before: unset, after: unset, align: document.Right}
		plainParagraph(m, &p, func() { s.pageNumber(m) })
	} else {
		plainParagraph(m, &p, func() {
			plainRun(m, words)
			m.raw("<w:r><w:tab/></w:r>")
			s.pageNumber(m)
		})
	}
	if s.marked() {
		s.marking(m, "Marking")
	}
	m.end("w:ftr")
}

// pageNumber is "Page n of N". Word fills in both numbers; those in the file stand until then.
func (s sections) pageNumber(m *markup) {
	words := strings.SplitN(layout.PhrasesIn(s.doc.Language).Page, "%d", 3)
	plainRun(m, words[0])
	pageField(m, "PAGE")
	plainRun(m, words[1])
	pageField(m, "NUMPAGES")
	plainRun(m, words[2])
}

func pageField(m *markup, name string) {
	m.start("w:fldSimple", "w:instr", " "+name+" ")
	plainRun(m, "1")
	m.end("w:fldSimple")
}

func plainParagraph(m *markup, p *paragraph, words func()) {
	m.start("w:p")
	p.properties(m)
	words()
	m.end("w:p")
}

func plainRun(m *markup, words string) {
	if words == "" {
		return
	}
	m.start("w:r")
	m.element("w:t", words, "xml:space", "preserve")
	m.end("w:r")
}
