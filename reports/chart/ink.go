package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// fill paints a rectangle, to the nearest dot.
func (p *plan) fill(im *image.RGBA, x, y, width, height float64, c color.RGBA) {
	r := image.Rect(int(math.Round(x)), int(math.Round(y)), int(math.Round(x+width)), int(math.Round(y+height)))
	draw.Draw(im, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// bar paints the bar of a series: an edge, and within it the tint, with lines across where the series has them.
func (p *plan) bar(im *image.RGBA, x, y, width, height float64, series int) {
	t := tints[series%len(tints)]
	p.fill(im, x, y, width, height, t.line)
	line := math.Ceil(p.scale)
	if width <= 2*line {
		return
	}
	p.fill(im, x+line, y+line, width-2*line, height-2*line, t.fill)
	if t.hatch == 0 {
		return
	}
	step := max(int(float64(t.hatch)*p.scale), 2)
	thick := max(int(p.scale), 1)
	inner := image.Rect(int(math.Round(x+line)), int(math.Round(y+line)), int(math.Round(x+width-line)), int(math.Round(y+height-line)))
	for py := inner.Min.Y; py < inner.Max.Y; py++ {
		for px := inner.Min.X; px < inner.Max.X; px++ {
			if (px+py)%step < thick {
				im.SetRGBA(px, py, t.line)
			}
		}
	}
}

func (p *plan) measure(words string) float64 {
	return float64(font.MeasureString(p.face, strings.Join(strings.Fields(words), " "))) / 64
}

// write sets a line of words, its top left corner at x, y.
func (p *plan) write(im *image.RGBA, words string, x, y float64) {
	d := font.Drawer{
		Dst: im, Src: image.NewUniform(ink), Face: p.face,
		Dot: fixed.Point26_6{X: fixed.Int26_6(math.Round(x * 64)), Y: fixed.I(int(math.Round(y + lineStep*0.77*p.scale)))},
	}
	d.DrawString(words)
}

// wrap breaks words into lines of a width. A word that is wider than that is broken where it must be.
func (p *plan) wrap(words string, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(words) {
		if line != "" && p.measure(line+" "+word) > width+0.5 {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
		for p.measure(line) > width+0.5 {
			head, rest := p.split(line, width)
			if rest == "" {
				break
			}
			lines = append(lines, head)
			line = rest
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// split cuts a line at the width, after one letter at least.
func (p *plan) split(line string, width float64) (head, rest string) {
	at := 0
	for i := range line {
		if i > 0 && p.measure(line[:i]) > width {
			break
		}
		at = i
	}
	if at == 0 {
		for i := range line {
			if i > 0 {
				return line[:i], line[i:]
			}
		}
		return line, ""
	}
	return line[:at], line[at:]
}

// legendLine is a series with what its bars look like.
type legendLine struct {
	words  string
	series int
	first  bool
}

// legendLines are the lines of the legend, one for each series, more where its words are long.
func (p *plan) legendLines() []legendLine {
	var all []legendLine
	for i, name := range p.chart.Series {
		for k, words := range p.wrap(name, p.width-p.bars-(keyWidth+edge)*p.scale) {
			all = append(all, legendLine{words, i, k == 0})
		}
	}
	return all
}

// drawLegend says what the bars are, above them, and returns where they may begin.
func (p *plan) drawLegend(im *image.RGBA, top float64) float64 {
	y := top
	for _, l := range p.legend {
		x := p.bars
		if l.first {
			p.bar(im, x, y+2*p.scale, (keyWidth-wordGap)*p.scale, lineStep*0.75*p.scale, l.series)
		}
		p.write(im, l.words, x+keyWidth*p.scale, y)
		y += lineStep * p.scale
	}
	return top + p.legendHeight()
}

func (p *plan) legendHeight() float64 {
	if len(p.legend) == 0 {
		return 0
	}
	return (float64(len(p.legend))*lineStep + wordGap) * p.scale
}
