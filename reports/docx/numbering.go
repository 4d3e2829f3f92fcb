package docx

import (
	"strconv"
	"strings"

	"almoner/reports/document"
)

const (
	listIndent = 400   // twips of a list, and of each list within one
	deepest    = 8     // the lowest level of a list that Word knows, counted from 0
	mostNumber = 32767 // the highest number that Word lets a list begin at
)

// The lists that come with the styles of list items, so that whoever applies the style in Word gets a bullet or a number with it.
const (
	bulletStyleList = 1
	numberStyleList = 2
)

// lists are the lists of a document. Each is a list of its own for Word, so that its numbers begin where it says.
type lists struct{ all []list }

type list struct {
	numbering    document.Numbering
	level, start int
}

// add returns the number by which paragraphs refer to a list.
func (l *lists) add(n document.Numbering, level, start int) int {
	l.all = append(l.all, list{n, level, start})
	return numberStyleList + len(l.all)
}

// numberings are the ways of marking, each with the number by which a list refers to it.
var numberings = []document.Numbering{document.Bullets, document.Decimal, document.LowerAlpha, document.LowerRoman}

func (l *lists) write(m *markup) {
	m.start("w:numbering", "xmlns:w", nsWord)
	for i, n := range numberings {
		m.start("w:abstractNum", "w:abstractNumId", strconv.Itoa(i))
		m.value("w:multiLevelType", "hybridMultilevel")
		for level := range deepest + 1 {
			numberingLevel(m, n, level)
		}
		m.end("w:abstractNum")
	}
	instance := func(id int, n document.Numbering, override func()) {
		m.start("w:num", "w:numId", strconv.Itoa(id))
		m.number("w:abstractNumId", abstract(n))
		override()
		m.end("w:num")
	}
	instance(bulletStyleList, document.Bullets, func() {})
	instance(numberStyleList, document.Decimal, func() {})
	for i, one := range l.all {
		instance(numberStyleList+1+i, one.numbering, func() {
			m.start("w:lvlOverride", "w:ilvl", strconv.Itoa(one.level))
			m.number("w:startOverride", one.start)
			m.end("w:lvlOverride")
		})
	}
	m.end("w:numbering")
}

func abstract(n document.Numbering) int {
	for i, known := range numberings {
		if n == known {
			return i
		}
	}
	return 0
}

func numberingLevel(m *markup, n document.Numbering, level int) {
	m.start("w:lvl", "w:ilvl", strconv.Itoa(level))
	m.number("w:start", 1)
	place := "%" + strconv.Itoa(level+1)
	format, words := "bullet", "•"
	switch n {
	case document.Decimal:
		format, words = "decimal", place+"."
	case document.LowerAlpha:
		format, words = "lowerLetter", place+")"
	case document.LowerRoman:
		format, words = "lowerRoman", place+"."
	}
	m.value("w:numFmt", format)
	m.value("w:lvlText", words)
	m.value("w:lvlJc", "left")
	m.start("w:pPr")
	m.leaf("w:ind", "w:left", strconv.Itoa((level+1)*listIndent), "w:hanging", strconv.Itoa(listIndent))
	m.end("w:pPr")
	m.end("w:lvl")
}

// counts says whether Word numbers a list as the printed paper does. After z, Word goes on with aa, bb, cc where the paper has aa, ab,
// ac; it writes roman numbers up to 3999, and begins a list at 32767 at most.
func counts(n document.Numbering, first, items int) bool {
	last := first + items - 1
	switch n {
	case document.LowerAlpha:
		return last <= 27
	case document.LowerRoman:
		return last <= 3999
	case document.Decimal:
		return first <= mostNumber && last <= mostNumber*2
	}
	return true
}

// mark is the mark of item i of a list that Word cannot number.
func mark(n document.Numbering, i int) string {
	if n != document.LowerAlpha {
		return strconv.Itoa(i) + "."
	}
	var letters []byte
	for ; i > 0; i = (i - 1) / 26 {
		letters = append([]byte{byte('a' + (i-1)%26)}, letters...)
	}
	return strings.TrimSpace(string(letters)) + ")"
}
