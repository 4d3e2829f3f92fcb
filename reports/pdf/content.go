package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"almoner/reports/layout"
)

// taggedPage is the drawing of a page with its marks: the element at index n owns what stands between mark n and its end.
type taggedPage struct {
	content []byte // compressed
	marks   []*layout.Element
}

// tagPages marks every page. Pages do not depend on each other, so as many are marked at once as there are processors.
func tagPages(src *source, paper *layout.Paper) ([]taggedPage, error) {
	if len(src.pages) != len(paper.Pages) {
		return nil, fmt.Errorf("%d pages were laid out and %d drawn", len(paper.Pages), len(src.pages))
	}
	faces, err := src.faces()
	if err != nil {
		return nil, err
	}
	pages, errs := make([]taggedPage, len(paper.Pages)), make([]error, len(paper.Pages))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(pages)) {
		workers.Go(func() {
			t := &tagger{faces: faces, pack: newPacker()}
			for i := int(next.Add(1)) - 1; i < len(pages); i = int(next.Add(1)) - 1 {
				drawing, err := src.drawing(i)
				if err == nil {
					pages[i], err = t.tag(drawing, &paper.Pages[i])
				}
				errs[i] = err
			}
		})
	}
	workers.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return pages, nil
}

// tagger rewrites the drawing of a page: it reads maroto's operators one by one, compares the words with those laid out, and writes
// them with their marks, without the settings of font and colour that change nothing (maroto sets the font three times for each line
// of words: those are half of what it writes).
type tagger struct {
	faces map[string]layout.Face // by the name in the drawing
	pack  *packer

	page                   *layout.Page
	pictures, boxes, words int // how many have been seen

	out   []byte
	marks []*layout.Element

	set, written ink
	saved        []ink
	place        string // of the picture under way, as an operator
	line         [4]int // ends of the line under way, in hundredths of a point
	at, origin   [2]int // of the words under way, and of those before them, from which theirs are counted
	open         bool   // a mark is open
	inText       bool
	owner        *layout.Element // of the open mark; nil for an artifact
}

// ink is what maroto has set (or what has been written) of the state of the page. The strings are operands as they stand in the drawing.
type ink struct {
	font, size, fill, stroke, width string
}

// black is the state that a page begins with.
var black = ink{fill: "0.000 g", stroke: "0.000 G"}

// tag rewrites one page.
func (t *tagger) tag(drawing []byte, page *layout.Page) (taggedPage, error) {
	t.page, t.pictures, t.boxes, t.words = page, 0, 0, 0
	t.out, t.marks = t.out[:0], nil
	t.set, t.written, t.saved = black, black, t.saved[:0]
	t.open, t.inText, t.owner = false, false, nil
	if err := t.scan(drawing); err != nil {
		return taggedPage{}, err
	}
	t.close()
	if t.boxes != len(page.Boxes) || t.words != len(page.Words) || t.pictures != len(page.Pictures) {
		return taggedPage{}, fmt.Errorf("%d words, %d boxes and %d pictures were laid out, %d, %d and %d drawn",
			len(page.Words), len(page.Boxes), len(page.Pictures), t.words, t.boxes, t.pictures)
	}
	content, err := t.pack.pack(t.out)
	return taggedPage{content, t.marks}, err
}

var errDamaged = errors.New("the drawing ends within a word")

// scan splits a drawing into operators with their operands.
func (t *tagger) scan(b []byte) error {
	var operands [8][]byte
	n := 0
	for i := 0; i < len(b); {
		start := i
		switch c := b[i]; c {
		case ' ', '\n':
			i++
			continue
		case '(':
			i = endOfString(b, i)
			if i < 0 {
				return errDamaged
			}
		case '[':
			i = bytes.IndexByte(b[i:], ']') + i + 1
			if i == start {
				return errDamaged
			}
		default:
			for i < len(b) && b[i] != ' ' && b[i] != '\n' {
				i++
			}
			if c > '9' { // a letter: an operator; numbers and names begin lower in ASCII
				if err := t.operator(b[start:i], operands[:n]); err != nil {
					return err
				}
				n = 0
				continue
			}
		}
		if n == len(operands) {
			return fmt.Errorf("operator with more than %d operands", n)
		}
		operands[n] = b[start:i]
		n++
	}
	return nil
}

// endOfString is the place after the string that begins at i, or -1.
func endOfString(b []byte, i int) int {
	for i++; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case ')':
			return i + 1
		}
	}
	return -1
}

// arity is how many operands each operator takes that maroto writes.
var arity = map[string]int{
	"BT": 0, "ET": 0, "q": 0, "Q": 0, "S": 0, "Tj": 1, "g": 1, "G": 1, "w": 1, "J": 1, "j": 1,
	"Tf": 2, "Td": 2, "m": 2, "l": 2, "rg": 3, "RG": 3, "cm": 6, "Do": 1,
}

func (t *tagger) operator(op []byte, operands [][]byte) error {
	if want, known := arity[string(op)]; !known || want != len(operands) {
		return fmt.Errorf("unexpected operator %s with %d operands", op, len(operands))
	}
	switch string(op) {
	case "Tf":
		keep(&t.set.font, operands[0])
		keep(&t.set.size, operands[1])
	case "Td":
		t.at = [2]int{hundredths(operands[0]), hundredths(operands[1])}
	case "Tj":
		return t.show(operands[0])
	case "g", "rg":
		keepOperator(&t.set.fill, operands, op)
	case "G", "RG":
		keepOperator(&t.set.stroke, operands, op)
	case "w":
		keep(&t.set.width, operands[0])
	case "q":
		t.saved = append(t.saved, t.set)
	case "Q":
		if len(t.saved) == 0 {
			return errors.New("Q without q")
		}
		t.set, t.saved = t.saved[len(t.saved)-1], t.saved[:len(t.saved)-1]
	case "m":
		t.line[0], t.line[1] = hundredths(operands[0]), hundredths(operands[1])
	case "l":
		t.line[2], t.line[3] = hundredths(operands[0]), hundredths(operands[1])
	case "S":
		return t.stroke()
	case "cm":
		keepOperator(&t.place, operands, op)
	case "Do":
		return t.picture(operands[0])
	case "J", "j":
		if string(operands[0]) != "0" {
			return fmt.Errorf("unexpected %s %s", operands[0], op)
		}
	}
	return nil
}

// keep remembers an operand; most are what they were before, and need no memory of their own.
func keep(to *string, b []byte) {
	if *to != string(b) {
		*to = string(b)
	}
}

func keepOperator(to *string, operands [][]byte, op []byte) {
	var buf [48]byte
	b := buf[:0]
	for _, o := range operands {
		b = append(append(b, o...), ' ')
	}
	keep(to, append(b, op...))
}

// hundredths reads a number as maroto writes it, with two decimals.
func hundredths(b []byte) int {
	n, negative, decimals := 0, false, -1
	for _, c := range b {
		switch {
		case c == '-':
			negative = true
		case c == '.':
			decimals = 0
		case decimals < 2:
			n = n*10 + int(c-'0')
			if decimals >= 0 {
				decimals++
			}
		}
	}
	for decimals = max(decimals, 0); decimals < 2; decimals++ {
		n *= 10
	}
	if negative {
		return -n
	}
	return n
}

// appendHundredths writes a number with as few digits as it needs.
func appendHundredths(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	if n >= 100 || n == 0 {
		b = strconv.AppendInt(b, int64(n/100), 10)
	}
	if n%100 != 0 {
		b = append(b, '.', byte('0'+n/10%10))
		if n%10 != 0 {
			b = append(b, byte('0'+n%10))
		}
	}
	return b
}

// picture draws a picture in its place.
func (t *tagger) picture(name []byte) error {
	t.pictures++
	if t.pictures > len(t.page.Pictures) {
		return errors.New("more pictures were drawn than laid out")
	}
	t.own(t.page.Pictures[t.pictures-1].Element)
	t.endText()
	t.out = append(append(append(t.out, "q "...), t.place...), ' ')
	t.out = append(append(t.out, name...), " Do Q\n"...)
	return nil
}

// stroke writes a rule or a tint, which are artifacts: they say nothing. The bar of a chart is a part of its figure.
func (t *tagger) stroke() error {
	t.boxes++
	if t.boxes > len(t.page.Boxes) {
		return errors.New("more boxes were drawn than laid out")
	}
	t.own(t.page.Boxes[t.boxes-1].Element)
	if t.written.stroke != t.set.stroke {
		t.written.stroke = t.set.stroke
		t.out = append(append(t.out, t.set.stroke...), '\n')
	}
	if t.written.width != t.set.width {
		t.written.width = t.set.width
		t.out = append(append(t.out, t.set.width...), " w\n"...)
	}
	for i, n := range t.line {
		t.out = append(appendHundredths(t.out, n), ' ')
		if i == 1 {
			t.out = append(t.out, "m "...)
		}
	}
	t.out = append(t.out, "l S\n"...)
	return nil
}

// show writes some words, after a look whether they are the ones laid out.
func (t *tagger) show(text []byte) error {
	if t.words == len(t.page.Words) {
		return errors.New("more words were drawn than laid out")
	}
	w := &t.page.Words[t.words]
	t.words++
	face, known := t.faces[t.set.font]
	if !same(text, w.Text) || !known || face != w.Face {
		return fmt.Errorf("words %d: %q was laid out in face %d, and %q drawn in face %d", t.words, w.Text, w.Face, text, face)
	}
	t.own(w.Element)
	if !t.inText {
		t.out = append(t.out, "BT\n"...)
		t.inText, t.origin = true, [2]int{}
	}
	if t.written.font != t.set.font || t.written.size != t.set.size {
		t.written.font, t.written.size = t.set.font, t.set.size
		t.out = append(append(t.out, faceName(face)...), ' ')
		t.out = append(appendHundredths(t.out, hundredths([]byte(t.set.size))), " Tf\n"...)
	}
	if t.written.fill != t.set.fill {
		t.written.fill = t.set.fill
		t.out = append(append(t.out, t.set.fill...), '\n')
	}
	t.out = append(appendHundredths(t.out, t.at[0]-t.origin[0]), ' ')
	t.out = append(appendHundredths(t.out, t.at[1]-t.origin[1]), " Td"...)
	t.origin = t.at
	t.out = append(append(t.out, text...), "Tj\n"...)
	return nil
}

// own opens the mark of an element, or of an artifact, unless it is open already.
func (t *tagger) own(e *layout.Element) {
	if t.open && t.owner == e {
		return
	}
	t.close()
	t.open, t.owner = true, e
	if e == nil {
		t.out = append(t.out, "/Artifact BMC\n"...)
		return
	}
	t.out = append(appendTag(t.out, e), " <</MCID "...)
	t.out = append(strconv.AppendInt(t.out, int64(len(t.marks)), 10), ">> BDC\n"...)
	t.marks = append(t.marks, e)
}

func (t *tagger) endText() {
	if t.inText {
		t.out = append(t.out, "ET\n"...)
		t.inText = false
	}
}

func (t *tagger) close() {
	t.endText()
	if t.open {
		t.out = append(t.out, "EMC\n"...)
		t.open = false
	}
}

// same says whether a string of the drawing, in UTF-16 with the escapes that PDF strings have, is some text.
func same(drawn []byte, text string) bool {
	b := drawn[1 : len(drawn)-1]
	i := 0
	next := func() int {
		if i < len(b) && b[i] == '\\' {
			i++
			if i < len(b) && b[i] == 'r' {
				i++
				return '\r'
			}
		}
		if i >= len(b) {
			return -1
		}
		i++
		return int(b[i-1])
	}
	for _, r := range text {
		high, low := next(), next()
		if high < 0 || low < 0 || rune(high<<8|low) != r {
			return false
		}
	}
	return i == len(b)
}
