package layout

import (
	"fmt"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"almoner/assets"
)

// Face is one of the four faces of the font.
type Face uint8

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	BoldItalic
)

// Faces is how many faces there are.
const Faces = 4

func faceOf(bold, italic bool) Face {
	f := Regular
	if bold {
		f |= Bold
	}
	if italic {
		f |= Italic
	}
	return f
}

// File returns the TrueType file of a face, in a copy that the caller may change.
func (f Face) File() []byte { return assets.Sans(f&Bold != 0, f&Italic != 0) }

// Font is a face as outlines, for whoever paints letters. It may be used by many goroutines at once, each with a buffer of its own.
func (f Face) Font() *sfnt.Font { return parsed[f]() }

// Widths tells how wide characters are in a face, in thousandths of the size, as the layout measures them and as the file states them. The
// function is not safe for use by more than one goroutine.
func (f Face) Widths() func(rune) int {
	m := newMetrics(f)
	return func(r rune) int { return max(m.advance(r), 0) }
}

// tabled is the end of the characters whose widths are kept in a table: all Latin, Greek and Cyrillic and the typographer's marks.
const tabled = 0x2300

const (
	absent = -1
	shift  = 2 // sets a width, and the mark for absent, apart from 0
)

// metrics measures one face. It is not safe for use by more than one goroutine.
type metrics struct {
	font  *sfnt.Font
	em    fixed.Int26_6
	buf   sfnt.Buffer
	near  [tabled]int16 // thousandths of the size, plus shift; 0 for what has not been asked yet
	other map[rune]int16
}

var parsed [Faces]func() *sfnt.Font

func init() {
	for i := range parsed {
		parsed[i] = sync.OnceValue(func() *sfnt.Font {
			f, err := sfnt.Parse(Face(i).File())
			if err != nil {
				panic(fmt.Sprintf("layout: the font built into the program is damaged: %v", err))
			}
			return f
		})
	}
}

func newMetrics(f Face) *metrics {
	parsed := parsed[f]()
	return &metrics{font: parsed, em: fixed.Int26_6(parsed.UnitsPerEm()), other: map[rune]int16{}}
}

// advance is the width of a character in thousandths of the size, or absent.
//
// Widths are rounded to whole thousandths, because that is how a PDF file states them, so a viewer sets the line exactly as long as
// it was measured.
func (m *metrics) advance(r rune) int {
	if r >= 0 && r < tabled {
		if w := m.near[r]; w != 0 {
			return int(w) - shift
		}
		w := m.look(r)
		m.near[r] = int16(w + shift)
		return w
	}
	if w, ok := m.other[r]; ok {
		return int(w)
	}
	w := m.look(r)
	m.other[r] = int16(w)
	return w
}

func (m *metrics) look(r rune) int {
	if r > 0xFFFF || rightToLeft(r) {
		return absent
	}
	glyph, err := m.font.GlyphIndex(&m.buf, r)
	if err != nil || glyph == 0 {
		return absent
	}
	adv, err := m.font.GlyphAdvance(&m.buf, glyph, m.em, font.HintingNone)
	if err != nil {
		return absent
	}
	return int(math.Round(float64(adv) * 1000 / float64(m.em)))
}

// rightToLeft tells the scripts that need reordering, which the printing does not do: their letters would stand in the wrong order.
func rightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// width of some text in points.
func (m *metrics) width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		if w := m.advance(r); w > 0 {
			n += w
		}
	}
	return float64(n) * size / 1000
}
