package docx

import (
	"math"
	"strconv"

	"almoner/reports/document"
	"almoner/reports/layout"
)

// Measures of Word: a twip is a twentieth of a point; sizes of letters are in half points.
const (
	point = 20
	mm    = 1440 / 25.4

	// mostSpace is the most that Word lets stand before or after a paragraph, 22 inches.
	mostSpace = 31680
)

// inTwips is a length in points.
func inTwips(points float64) int { return int(points * point) }

// unset is a space before or after a paragraph which is as its style has it.
const unset = -1

// paragraph is how a paragraph stands: its style, and what differs from it.
type paragraph struct {
	style             string
	keepNext, keep    bool
	list              listMark
	tabs              []tab
	rightToLeft       bool
	before, after     int // twips
	line              int // the exact height of its lines in twips; 0 is as high as the words need
	left, right, hang int // twips
	indented          bool
	align             document.Align
	section           string // the properties of the section that ends with it
}

// tab is a place that a tab leads to; a ruled one draws a line up to there.
type tab struct {
	at    int // twips from the edge of the text
	right bool
	ruled bool
}

// listMark is the list that a paragraph is an item of; the list 0 is none.
type listMark struct{ list, level int }

// properties writes what the paragraph is, in the order of CT_PPr (ECMA-376 part 1, 17.3.1.26).
func (p *paragraph) properties(m *markup) {
	from := len(m.buf)
	m.buf = append(m.buf, "<w:pPr>"...)
	empty := len(m.buf)
	if p.style != "" {
		m.value("w:pStyle", p.style)
	}
	m.on("w:keepNext", p.keepNext)
	m.on("w:keepLines", p.keep)
	if p.list.list > 0 {
		m.start("w:numPr")
		m.number("w:ilvl", p.list.level)
		m.number("w:numId", p.list.list)
		m.end("w:numPr")
	}
	if len(p.tabs) > 0 {
		m.start("w:tabs")
		for _, t := range p.tabs {
			t.write(m)
		}
		m.end("w:tabs")
	}
	m.on("w:bidi", p.rightToLeft)
	p.spacing(m)
	if p.indented {
		m.leaf("w:ind", "w:left", strconv.Itoa(p.left), "w:right", strconv.Itoa(p.right), "w:hanging", strconv.Itoa(p.hang))
	}
	if side := p.side(); side != "" {
		m.value("w:jc", side)
	}
	if p.section != "" {
		m.buf = append(m.buf, p.section...)
	}
	if len(m.buf) == empty {
		m.buf = m.buf[:from]
		return
	}
	m.raw("</w:pPr>")
}

func (p *paragraph) spacing(m *markup) {
	var attributes []string
	if p.before != unset {
		attributes = append(attributes, "w:before", strconv.Itoa(min(p.before, mostSpace)))
	}
	if p.after != unset {
		attributes = append(attributes, "w:after", strconv.Itoa(min(p.after, mostSpace)))
	}
	if p.line > 0 {
		attributes = append(attributes, "w:line", strconv.Itoa(p.line), "w:lineRule", "exact")
	}
	if len(attributes) > 0 {
		m.leaf("w:spacing", attributes...)
	}
}

// side is the side on which the words stand. In a paragraph that is read from right to left, Word's "right" is the left.
func (p *paragraph) side() string {
	switch {
	case p.align == document.Centre:
		return "center"
	case p.align == document.Right && p.rightToLeft:
		return "left"
	case p.align == document.Right:
		return "right"
	}
	return ""
}

func (t tab) write(m *markup) {
	side, leader := "left", "none"
	if t.right {
		side = "right"
	}
	if t.ruled {
		leader = "underscore"
	}
	m.leaf("w:tab", "w:val", side, "w:leader", leader, "w:pos", strconv.Itoa(t.at))
}

// lines is the height of some lines of body text in twips, and 0 for what is no number of lines.
func lines(n float64) int {
	if !(n > 0) { // also what is not a number
		return 0
	}
	return int(math.Min(n*layout.BodySize*layout.Leading*point, mostSpace))
}
