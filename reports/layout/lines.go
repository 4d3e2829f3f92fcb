package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of words, with X from the left edge of the text and Y from the baseline.
type line struct {
	words []Words
	width float64 // of the ink
}

// place is a point within spans.
type place struct{ span, byte int }

// slack keeps a word that fits exactly from being wrapped by the last bit of a float.
const slack = 1e-6

// breakLines sets spans in lines no longer than width. Lines break at spaces, after hyphens and slashes between words, within web
// addresses at their punctuation; a word longer than a line is split. The slice of lines is good until the next call, the words in
// them for good.
func (t *typesetter) breakLines(spans []span, width float64) []line {
	t.lines = t.lines[:0]
	var start, turn place     // of the line, and where the next may begin
	var x, ink float64        // so far: with and without the spaces at the end
	var turnX, turnIn float64 // the same at turn
	canTurn := false
	for si := range spans {
		sp := &spans[si]
		face, scale := t.faces[sp.face], sp.size/1000
		for bi, r := range sp.text {
			if r == '\n' {
				t.endLine(spans, start, place{si, bi + 1}, ink)
				start, x, ink, canTurn = place{si, bi + 1}, 0, 0, false
				continue
			}
			w := float64(face.advance(r)) * scale
			if r == ' ' {
				x += w
				turn, turnX, turnIn, canTurn = place{si, bi + 1}, x, ink, true
				continue
			}
			if x+w > width+slack && !unicode.Is(unicode.Mn, r) {
				if canTurn {
					t.endLine(spans, start, turn, turnIn)
					start, x, canTurn = turn, x-turnX, false
					ink = x
				}
				if x+w > width+slack && ink > 0 {
					t.endLine(spans, start, place{si, bi}, ink)
					start, x, canTurn = place{si, bi}, 0, false
				}
			}
			x += w
			ink = x
			if mayTurnAfter(sp, bi, r) {
				turn, turnX, turnIn, canTurn = place{si, bi + utf8.RuneLen(r)}, x, x, true
			}
		}
	}
	if end := (place{len(spans), 0}); len(spans) > 0 && (start.span < len(spans)-1 || start.byte < len(spans[len(spans)-1].text)) {
		t.endLine(spans, start, end, ink)
	}
	return t.lines
}

// endLine puts the words between two places into a line.
func (t *typesetter) endLine(spans []span, from, to place, ink float64) {
	if need := to.span - from.span + 1; cap(t.store)-len(t.store) < need { // blocks of many: a long table has a million of them
		t.store = make([]Words, 0, max(need, 512))
	}
	first, x := len(t.store), 0.0
	for i := from.span; i < len(spans) && i <= to.span; i++ {
		sp := &spans[i]
		a, b := 0, len(sp.text)
		if i == from.span {
			a = from.byte
		}
		if i == to.span {
			b = to.byte
		}
		if a >= b {
			continue
		}
		text := sp.text[a:b]
		full := ink - x
		if to.span != from.span {
			full = t.faces[sp.face].width(text, sp.size)
		}
		if strings.ContainsAny(text, "\n\u00a0") {
			text = asSpaces.Replace(text)
		}
		w := Words{X: x, Y: -sp.rise, Width: min(full, ink-x), Text: text, Face: sp.face, Size: sp.size, Colour: sp.colour, Change: sp.change, Element: sp.element}
		t.store = append(t.store, w)
		x += full
	}
	t.lines = append(t.lines, line{t.store[first:len(t.store):len(t.store)], ink})
}

// asSpaces gives what has done its work in the breaking of lines the look, and when read back the meaning, of a space.
var asSpaces = strings.NewReplacer("\n", " ", "\u00a0", " ")

// mayTurnAfter says whether a line may end after the character r at byte i, which is not a space.
func mayTurnAfter(sp *span, i int, r rune) bool {
	switch r {
	case '-', '/', '–', '—':
	case '_', '.', '?', '&', '=', '#', ',', '%', '+', '~', '@', ';':
		if !sp.address {
			return false
		}
	default:
		return false
	}
	after := sp.text[i+utf8.RuneLen(r):]
	if sp.address && inAddress(sp.text, i) {
		return after != "" && after[0] != '/' && after[0] != ' '
	}
	return letters(sp.text[:i], after)
}

// inAddress says whether the word around byte i is a web address.
func inAddress(text string, i int) bool {
	from := strings.LastIndexByte(text[:i], ' ') + 1
	word := text[from:]
	if to := strings.IndexByte(word, ' '); to >= 0 {
		word = word[:to]
	}
	return len(word) > 24 || strings.Contains(word, "://") || strings.HasPrefix(word, "www.")
}

// letters says whether two letters stand before and three after: a line must not end within y/n or 2017-18.
func letters(before, after string) bool {
	for range 2 {
		r, n := utf8.DecodeLastRuneInString(before)
		if !unicode.IsLetter(r) {
			return false
		}
		before = before[:len(before)-n]
	}
	for range 3 {
		r, n := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(r) {
			return false
		}
		after = after[n:]
	}
	return true
}
