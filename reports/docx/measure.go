package docx

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"almoner/assets"
)

// measured are the letters whose widths are kept: Latin with its accents. Others are as wide as a capital, which is near enough for
// sharing out the columns of a table.
const measured = 0x250

// advances are the widths of the letters of a face, in thousandths of the size.
type advances [measured]uint16

var regular, heavy = sync.OnceValue(func() *advances { return readAdvances(false) }), sync.OnceValue(func() *advances { return readAdvances(true) })

func readAdvances(bold bool) *advances {
	all := &advances{}
	for r := range all {
		all[r] = 667
	}
	face, err := sfnt.Parse(assets.Sans(bold, false))
	if err != nil {
		return all // the widths of capitals: columns are shared out less well, and nothing else depends on them
	}
	var b sfnt.Buffer
	for r := range all {
		glyph, err := face.GlyphIndex(&b, rune(r))
		if err != nil || glyph == 0 {
			continue
		}
		if w, err := face.GlyphAdvance(&b, glyph, fixed.I(1000), font.HintingNone); err == nil {
			all[r] = uint16(w.Round())
		}
	}
	return all
}

func (a *advances) of(r rune) int {
	switch {
	case r >= 0 && r < measured:
		return int(a[r])
	case r >= 0x2010 && r <= 0x2015:
		return 556
	case r >= 0x1100: // signs of East Asia and pictures are square
		return 1000
	}
	return 667
}

// widthOf is how wide some words are at a size of one.
func widthOf(words string, bold bool) float64 {
	face := regular()
	if bold {
		face = heavy()
	}
	total := 0
	for words != "" {
		r, n := utf8.DecodeRuneInString(words)
		total += face.of(r)
		words = words[n:]
	}
	return float64(total) / 1000
}
