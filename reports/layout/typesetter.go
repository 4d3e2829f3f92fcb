package layout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"almoner/reports/document"
)

// typesetter is what the laying of one document needs throughout: measures, elements, the anchors that links can reach.
type typesetter struct {
	*Measure
	elements

	paper   *Paper
	anchors map[string]bool
	words   Phrases
	missing missing
	deepest uint8    // level of the heading before
	marking *Element // of the protective marking, where there is one

	spans []span // scratch of inline
	lines []line // scratch of breakLines
	store []Words
}

func newTypesetter(p *Paper, doc document.Document) *typesetter {
	t := &typesetter{Measure: NewMeasure(), paper: p, words: PhrasesIn(doc.Language), anchors: map[string]bool{}}
	for _, part := range doc.Parts {
		document.Walk(part.Blocks, t.collectAnchors)
	}
	return t
}

// collectAnchors keeps the anchor of a block that links can lead to.
func (t *typesetter) collectAnchors(b document.Block) {
	switch b := b.(type) {
	case document.Heading:
		if t.prints(b.Number + document.Plain(b.Text)) {
			t.collectAnchor(b.Anchor)
		}
	case document.Note:
		if t.prints(b.Mark + document.Plain(b.Text)) {
			t.collectAnchor(b.Anchor)
		}
	case document.Clause:
		if t.prints(b.Number + firstWords(b.Blocks)) {
			t.collectAnchor(b.Anchor)
		}
	}
}

// prints reports whether a text leaves something on the paper: what nothing is printed of, no link can lead to.
func (t *typesetter) prints(text string) bool {
	counted := t.missing
	t.missing = missing{} // it is counted when it is set
	defer func() { t.missing = counted }()
	return strings.TrimSpace(t.printable(text, t.faces[Regular])) != ""
}

// firstWords are those of the paragraph that stands beside the number of a clause.
func firstWords(blocks []document.Block) string {
	if len(blocks) == 0 {
		return ""
	}
	p, _ := blocks[0].(document.Paragraph)
	return document.Plain(p.Text)
}

func (t *typesetter) collectAnchor(name string) {
	switch {
	case name == "":
	case t.anchors[name]:
		t.remark("Two headings or notes are both called “%s”: links lead to the first.", name)
	default:
		t.anchors[name] = true
	}
}

func (t *typesetter) remark(format string, args ...any) {
	r := fmt.Sprintf(format, args...)
	if !slices.Contains(t.paper.Remarks, r) {
		t.paper.Remarks = append(t.paper.Remarks, r)
	}
}

// span is a run of words ready to be set: every character in it has a width.
type span struct {
	text    string
	face    Face
	size    float64
	rise    float64
	colour  Colour
	element *Element
	change  document.Change
	address bool // holds a web address, which may be broken at its punctuation
}

// inline makes spans of runs: white space is folded, links and marks get their elements under parent.
// The spans are good until the next call.
func (t *typesetter) inline(runs []document.Inline, size float64, bold bool, parent *Element) []span {
	t.spans = t.spans[:0]
	open := false // a word or a line break has been set, so a space may follow
	var link *Element
	var to string
	for _, run := range runs {
		face := faceOf(run.Bold || bold, run.Italic)
		text := t.printable(run.Text, t.faces[face])
		if !open {
			text = strings.TrimLeft(text, " \n")
		}
		if text == "" {
			continue
		}
		open = text[len(text)-1] != ' ' && text[len(text)-1] != '\n'
		s := span{text: text, face: face, size: size, element: parent}
		if run.Superscript && strings.Trim(text, "* ") != "" { // an asterisk is raised as it is
			s.size, s.rise = size*superSize, size*superRise
		}
		s.address = strings.Contains(text, "://") || strings.Contains(text, "www.")
		target := t.target(run)
		if target == "" {
			link = nil
		} else if link == nil || target != to {
			link, to = t.link(parent, run, target), target
		}
		if link != nil {
			link.Title += strings.Trim(text, "\n")
			s.element = link
			if run.Note == "" {
				s.colour = LinkBlue
			}
			s.address = s.address || !strings.Contains(text, " ") && len(text) > 24
		}
		switch s.change = run.Change; s.change {
		case document.Inserted:
			s.colour = newGreen
		case document.Deleted:
			s.colour = goneRed
		}
		t.spans = append(t.spans, s)
	}
	for n := len(t.spans); n > 0; n-- { // spaces at the end of a paragraph
		last := &t.spans[n-1]
		if last.text = strings.TrimRight(last.text, " \n"); last.text != "" {
			break
		}
		t.spans = t.spans[:n-1]
	}
	return t.spans
}

func (t *typesetter) link(parent *Element, run document.Inline, target string) *Element {
	if run.Note != "" {
		parent = t.add(parent, Reference)
	}
	el := t.add(parent, Link)
	el.Target = target
	return el
}

// target is where a run leads: to another place in the paper, or where document.Target lets it. Words that may lead nowhere are printed
// without their link.
func (t *typesetter) target(run document.Inline) string {
	to := run.Link
	if run.Note != "" {
		to = "#" + run.Note
	}
	if to == "" {
		return ""
	}
	if name, internal := strings.CutPrefix(to, "#"); internal {
		if t.anchors[name] {
			return to
		}
		t.remark("“%s” should lead to “%s”, which this paper does not hold: it is printed without its link.", strings.TrimSpace(run.Text), name)
		return ""
	}
	if address, ok := document.Target(to); ok {
		return address
	}
	t.remark("“%s” leads to “%s”, which is not a web or mail address: it is printed without its link.", strings.TrimSpace(run.Text), to)
	return ""
}

// printable makes text fit to be set in a face: composed characters, folded spaces, no control characters, and a replacement mark
// for each character that the face lacks. Line breaks stay. Most text is fit already, and is returned as it is.
func (t *typesetter) printable(text string, face *metrics) string {
	space := false
	for _, r := range text {
		if r == ' ' && space || r != ' ' && (r < ' ' || r > 0x2FF && !typographic(r) || r == 0xAD || r == 0x7F || face.advance(r) < 0) {
			return t.mend(text, face)
		}
		space = r == ' '
	}
	return text
}

// typographic tells the dashes, quotation marks, bullet and ellipsis, which are above U+02FF and need no mending.
func typographic(r rune) bool { return r >= 0x2013 && r <= 0x2026 }

func (t *typesetter) mend(text string, face *metrics) string {
	text = norm.NFC.String(text)
	out := make([]byte, 0, len(text))
	last := func() byte {
		if len(out) == 0 {
			return 0
		}
		return out[len(out)-1]
	}
	for i, r := range text {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			for last() == ' ' {
				out = out[:len(out)-1]
			}
			if last() != '\n' {
				out = append(out, '\n')
			}
		case r == ' ' || r == '\t' || r == '\r' || unicode.Is(unicode.Zs, r) && r != 0xA0 && r != 0x202F:
			if last() != ' ' && last() != '\n' {
				out = append(out, ' ')
			}
		case r == 0x202F:
			out = utf8.AppendRune(out, 0xA0)
		case invisible(r):
		case face.advance(r) >= 0:
			out = utf8.AppendRune(out, r)
		default:
			out = utf8.AppendRune(out, t.replacement(r, face))
			t.missing.count(r, text, i)
		}
	}
	return string(out)
}

// invisible tells characters that only steer shaping: soft hyphens, joiners, direction marks, variation selectors, byte order marks.
func invisible(r rune) bool {
	return r != utf8.RuneError && (unicode.In(r, unicode.Cf, unicode.Cc) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF)
}

// replacement stands for a character that cannot be printed. Dashes that the font lacks become the nearest one that it has.
func (t *typesetter) replacement(r rune, face *metrics) rune {
	if r == '\u2011' {
		return '-'
	}
	for _, mark := range []rune{utf8.RuneError, '□'} {
		if face.advance(mark) > 0 {
			return mark
		}
	}
	return '?'
}

// missing counts characters that were replaced.
type missing map[rune]*Missing

func (m *missing) count(r rune, text string, at int) {
	if r == '\u2011' { // a non-breaking hyphen prints as a hyphen: nothing is lost
		return
	}
	if *m == nil {
		*m = missing{}
	}
	seen := (*m)[r]
	if seen == nil {
		seen = &Missing{Char: r, Near: near(text, at)}
		(*m)[r] = seen
	}
	seen.Count++
}

// near cuts some words around a place.
func near(text string, at int) string {
	const reach = 30
	from, to := max(0, at-reach), min(len(text), at+reach)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return strings.Join(strings.Fields(text[from:to]), " ")
}

func (m missing) list() []Missing {
	var all []Missing
	for _, one := range m {
		all = append(all, *one)
	}
	slices.SortFunc(all, func(a, b Missing) int { return int(a.Char) - int(b.Char) })
	return all
}
