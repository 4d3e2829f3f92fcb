// Package preview paints the pages of a paper as pictures, for the screen.
//
// The pages are those that package layout has placed, as package pdf prints them: the same words in the same places, without a PDF file
// in between, so that a page can be shown again at every keystroke. Each letter stands where its width in the file puts it; there is no
// kerning and no hinting, because there is none in the file.
package preview

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // pictures in papers are of these two kinds
	_ "image/png"
	"math"

	xdraw "golang.org/x/image/draw"

	"almoner/reports/layout"
)

// Painter paints pages. It keeps the letters that it has drawn, so one painter should paint all pages of a window. It is not safe for use
// by more than one goroutine.
type Painter struct {
	glyphs   glyphs
	pictures map[*byte]image.Image // by where their content lies: decoding one takes longer than painting a page
}

// New is a painter that has drawn nothing yet.
func New() *Painter {
	return &Painter{glyphs: newGlyphs(), pictures: map[*byte]image.Image{}}
}

// Size is the size of the picture of a page, in pixels, at a scale of so many pixels a point. 96 dots an inch are a scale of 96/72.
func Size(p *layout.Page, scale float64) image.Point {
	return image.Pt(int(math.Round(p.Width*scale)), int(math.Round(p.Height*scale)))
}

// Page paints a page on white paper, at a scale of so many pixels a point.
func (p *Painter) Page(page *layout.Page, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: Size(page, scale)})
	for i := range img.Pix {
		img.Pix[i] = 0xFF
	}
	for i := range page.Pictures {
		p.picture(img, &page.Pictures[i], scale)
	}
	for i := range page.Boxes {
		box(img, &page.Boxes[i], scale)
	}
	for i := range page.Words {
		p.words(img, &page.Words[i], scale)
	}
	return img
}

// box fills a rectangle. A line thinner than a pixel is one pixel wide and as dark as it is in the file, as viewers show it.
func box(img *image.RGBA, b *layout.Box, scale float64) {
	left, right := edges(b.X*scale, b.Width*scale)
	top, bottom := edges(b.Y*scale, b.Height*scale)
	r := image.Rect(left, top, right, bottom).Intersect(img.Rect)
	draw.Draw(img, r, image.NewUniform(ink(b.Colour)), image.Point{}, draw.Src)
}

// edges are the pixels that a stretch fills: at least one.
func edges(at, length float64) (from, to int) {
	from, to = int(math.Round(at)), int(math.Round(at+length))
	if to <= from {
		from = int(math.Floor(at + length/2))
		to = from + 1
	}
	return from, to
}

func ink(c layout.Colour) color.RGBA { return color.RGBA{c.R, c.G, c.B, 0xFF} }

func (p *Painter) picture(img *image.RGBA, pic *layout.Picture, scale float64) {
	if len(pic.Content) == 0 {
		return
	}
	src, known := p.pictures[&pic.Content[0]]
	if !known {
		var err error
		if src, _, err = image.Decode(bytes.NewReader(pic.Content)); err != nil {
			src = nil // the layout has said so; there is nothing to show
		}
		p.pictures[&pic.Content[0]] = src
	}
	if src == nil {
		return
	}
	left, right := edges(pic.X*scale, pic.Width*scale)
	top, bottom := edges(pic.Y*scale, pic.Height*scale)
	xdraw.ApproxBiLinear.Scale(img, image.Rect(left, top, right, bottom), src, src.Bounds(), xdraw.Over, nil)
}

// words sets some words, letter by letter, each as far on as the widths in the file say.
func (p *Painter) words(img *image.RGBA, w *layout.Words, scale float64) {
	size := w.Size * scale
	x, y := w.X*scale, int(math.Round(w.Y*scale))
	f := p.glyphs.face(w.Face, size)
	width := p.glyphs.widths(w.Face)
	for _, r := range w.Text {
		if r != ' ' {
			whole := math.Floor(x)
			g := f.glyph(r, int((x-whole)*fractions))
			blend(img, g, int(whole), y, w.Colour)
		}
		x += float64(width(r)) * size / 1000
	}
}

// blend lays ink through a mask.
func blend(img *image.RGBA, g *glyph, x, y int, c layout.Colour) {
	r := g.mask.Rect.Add(image.Pt(x+g.left, y+g.top))
	in := r.Intersect(img.Rect)
	for py := in.Min.Y; py < in.Max.Y; py++ {
		mask := g.mask.Pix[(py-r.Min.Y)*g.mask.Stride+in.Min.X-r.Min.X:]
		row := img.Pix[img.PixOffset(in.Min.X, py):]
		for i := range in.Dx() {
			a := int(mask[i])
			if a == 0 {
				continue
			}
			px := row[4*i : 4*i+3 : 4*i+3]
			px[0] = mix(px[0], c.R, a)
			px[1] = mix(px[1], c.G, a)
			px[2] = mix(px[2], c.B, a)
		}
	}
}

// mix is a part of a/255 of one colour over another.
func mix(under, over uint8, a int) uint8 {
	return uint8((int(under)*(255-a) + int(over)*a + 127) / 255)
}
