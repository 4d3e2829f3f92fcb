package preview

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"almoner/reports/layout"
)

// fractions is how finely the place of a letter between two pixels is kept: in quarters, as viewers do.
const fractions = 4

// glyph is a letter as a mask of ink, with the place of its corner from the point where the letter stands.
type glyph struct {
	mask      *image.Alpha
	left, top int
}

// glyphs keeps the letters that were drawn, by face and size.
type glyphs struct {
	fonts  [layout.Faces]*sfnt.Font
	wide   [layout.Faces]func(rune) int
	faces  map[faceKey]*face
	raster *vector.Rasterizer
	buf    sfnt.Buffer
}

type faceKey struct {
	face layout.Face
	size fixed.Int26_6 // pixels an em
}

// face is the letters of one face in one size.
type face struct {
	from  *glyphs
	font  *sfnt.Font
	size  fixed.Int26_6
	drawn map[glyphKey]*glyph
}

type glyphKey struct {
	char     rune
	fraction int
}

func newGlyphs() glyphs {
	return glyphs{faces: map[faceKey]*face{}, raster: vector.NewRasterizer(0, 0)}
}

func (g *glyphs) face(f layout.Face, size float64) *face {
	key := faceKey{f, fixed.Int26_6(math.Round(size * 64))}
	if found := g.faces[key]; found != nil {
		return found
	}
	if g.fonts[f] == nil {
		g.fonts[f] = f.Font()
	}
	made := &face{from: g, font: g.fonts[f], size: key.size, drawn: map[glyphKey]*glyph{}}
	g.faces[key] = made
	return made
}

// widths tells how wide letters of a face are, in thousandths of their size.
func (g *glyphs) widths(f layout.Face) func(rune) int {
	if g.wide[f] == nil {
		g.wide[f] = f.Widths()
	}
	return g.wide[f]
}

// glyph is a letter at a place that is so many parts to the right of a pixel's edge.
func (f *face) glyph(r rune, fraction int) *glyph {
	key := glyphKey{r, fraction}
	if found := f.drawn[key]; found != nil {
		return found
	}
	g := f.draw(r, float32(fraction)/fractions)
	f.drawn[key] = g
	return g
}

// nothing is what a letter without an outline shows.
var nothing = &glyph{mask: image.NewAlpha(image.Rectangle{})}

func (f *face) draw(r rune, shift float32) *glyph {
	index, err := f.font.GlyphIndex(&f.from.buf, r)
	if err != nil {
		return nothing
	}
	bounds, _, err := f.font.GlyphBounds(&f.from.buf, index, f.size, font.HintingNone)
	if err != nil || bounds.Empty() {
		return nothing
	}
	segments, err := f.font.LoadGlyph(&f.from.buf, index, f.size, nil)
	if err != nil || len(segments) == 0 {
		return nothing
	}
	left, top := bounds.Min.X.Floor(), bounds.Min.Y.Floor()
	width, height := bounds.Max.X.Ceil()-left+1, bounds.Max.Y.Ceil()-top
	z := f.from.raster
	z.Reset(width, height)
	z.DrawOp = draw.Src
	at := func(p fixed.Point26_6) (x, y float32) {
		return float32(p.X)/64 - float32(left) + shift, float32(p.Y)/64 - float32(top)
	}
	for _, s := range segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			z.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			z.QuadTo(x, y, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			z.CubeTo(x, y, bx, by, cx, cy)
		}
	}
	z.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, width, height))
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return &glyph{mask: mask, left: left, top: top}
}
