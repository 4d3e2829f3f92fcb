// Package chart draws the charts of papers as pictures: rows of horizontal bars, each with its words beside it. What tells the bars
// of a row apart is tint, edge and hatching, so that a chart says the same on a black-and-white copy and to eyes that see no colours.
//
// The picture alone is never all there is of a chart: whoever cannot see it has the words of its figure.
package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"

	"almoner/assets"
	"almoner/reports/document"
)

// Size is how large a chart is drawn. Width and Height are in pixels of 1/96 inch; Scale is how many dots of the picture make one.
// A chart that is higher than Height is drawn as several pictures with the same nought and the same end; 0 is as high as it comes.
type Size struct {
	Width, Height int
	Scale         float64
}

// Measures at Scale 1.
const (
	letters   = 12.5 // size of the words
	lineStep  = 16.0
	barHeight = 14.0
	barGap    = 3.0  // between the bars of a row
	rowGap    = 11.0 // between rows
	wordGap   = 8.0  // between words and bars
	edge      = 2.0
	keyWidth  = 34.0 // of the sample bar in the legend, with the gap after it
	leastSize = 160  // no chart is drawn narrower

	labelShare = 0.36 // of the width, at most, for the labels
	valueShare = 0.24 // likewise for what the bars say
)

var ink = color.RGBA{40, 44, 52, 255}

// tints are how the bars of the first, second … series look.
var tints = []struct {
	fill, line color.RGBA
	hatch      int // dots at Scale 1 between the lines; 0 is plain
}{
	{fill: color.RGBA{62, 84, 118, 255}, line: color.RGBA{62, 84, 118, 255}},
	{fill: color.RGBA{236, 239, 244, 255}, line: color.RGBA{62, 84, 118, 255}, hatch: 6},
	{fill: color.RGBA{160, 170, 184, 255}, line: color.RGBA{90, 98, 110, 255}},
	{fill: color.RGBA{255, 255, 255, 255}, line: color.RGBA{40, 44, 52, 255}},
}

var fonts = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(assets.Sans(false, false)) })

// Draw draws a chart: one picture, or as many as its rows need where the size has a height. A chart without rows is none.
func Draw(c document.Chart, size Size) []image.Image {
	if len(c.Rows) == 0 {
		return nil
	}
	p, err := newPlan(c, size)
	if err != nil {
		return nil
	}
	defer p.face.Close() //nolint:errcheck // a face in memory has nothing to lose
	var pictures []image.Image
	for first := 0; first < len(p.rows); {
		next, height := p.stretch(first)
		pictures = append(pictures, p.picture(first, next, height))
		first = next
	}
	return pictures
}

// plan is a chart with every place in it reckoned out, in dots.
type plan struct {
	chart  document.Chart
	face   font.Face
	scale  float64
	width  float64
	most   float64 // the height of a picture; 0 is any
	bars   float64 // where the bars begin
	room   float64 // the width of the longest bar
	values float64 // the width of what bars say
	end    float64 // what the longest bar stands for
	legend []legendLine
	rows   []planRow
}

type planRow struct {
	label  []string
	values [][]string
	height float64
}

func newPlan(c document.Chart, size Size) (*plan, error) {
	p := &plan{chart: c, scale: size.Scale}
	if !(p.scale > 0) || p.scale > 8 {
		p.scale = 1
	}
	p.width = float64(max(size.Width, leastSize)) * p.scale
	p.most = float64(max(size.Height, 0)) * p.scale
	f, err := fonts()
	if err != nil {
		return nil, err
	}
	if p.face, err = opentype.NewFace(f, &opentype.FaceOptions{Size: letters * p.scale, DPI: 72, Hinting: font.HintingNone}); err != nil {
		return nil, err
	}
	p.columns()
	for _, row := range c.Rows {
		p.rows = append(p.rows, p.row(row))
	}
	if len(c.Series) > 1 {
		p.legend = p.legendLines()
	}
	return p, nil
}

// columns shares out the width: labels, bars, what the bars say.
func (p *plan) columns() {
	label := 0.0
	for _, row := range p.chart.Rows {
		label = max(label, p.measure(row.Label))
		for _, bar := range row.Bars {
			if long := length(bar); long > 0 { // the words of one that has no length stand in its place
				p.values = max(p.values, p.measure(bar.Text))
				p.end = max(p.end, long)
			}
		}
	}
	label = math.Ceil(min(label, p.width*labelShare))
	p.values = math.Ceil(min(p.values, p.width*valueShare))
	if label > 0 {
		label += wordGap * p.scale
	}
	p.bars = edge*p.scale + label
	p.room = p.width - p.bars - p.values - (wordGap+edge)*p.scale
}

// length is how long a bar is. One that is missing, or whose length is no length, has none.
func length(b document.Bar) float64 {
	if b.Missing || !(b.Length > 0) || math.IsInf(b.Length, 1) {
		return 0
	}
	return b.Length
}

func (p *plan) row(row document.ChartRow) planRow {
	r := planRow{label: p.wrap(row.Label, p.width*labelShare)}
	for _, bar := range row.Bars {
		room := p.values
		if length(bar) == 0 { // its words have the place of the bar as well
			room += p.room
		}
		r.values = append(r.values, p.wrap(bar.Text, room))
	}
	for i := range r.values {
		r.height += p.barStep(r, i)
	}
	r.height = max(r.height, float64(len(r.label))*lineStep*p.scale)
	return r
}

// barStep is the height that a bar takes with what it says.
func (p *plan) barStep(r planRow, bar int) float64 {
	return max(barHeight+barGap, float64(len(r.values[bar]))*lineStep) * p.scale
}

// stretch is how many rows from the first on stand in one picture, and how high that is. There is always one.
func (p *plan) stretch(first int) (next int, height float64) {
	height = 2 * edge * p.scale
	if first == 0 {
		height += p.legendHeight()
	}
	for next = first; next < len(p.rows); next++ {
		step := p.rows[next].height + rowGap*p.scale
		if next > first && p.most > 0 && height+step > p.most {
			break
		}
		height += step
	}
	return next, height
}

func (p *plan) picture(first, next int, height float64) image.Image {
	im := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(p.width)), int(math.Ceil(height))))
	draw.Draw(im, im.Bounds(), image.White, image.Point{}, draw.Src)
	y := edge * p.scale
	if first == 0 {
		y = p.drawLegend(im, y)
	}
	p.fill(im, p.bars-p.scale, y, p.scale, height-edge*p.scale-y, ink) // nought
	for i := first; i < next; i++ {
		y += rowGap * p.scale / 2
		p.drawRow(im, i, y)
		y += p.rows[i].height + rowGap*p.scale/2
	}
	return im
}

func (p *plan) drawRow(im *image.RGBA, i int, top float64) {
	r := p.rows[i]
	y := top + max(0, (r.height-float64(len(r.label))*lineStep*p.scale)/2)
	for _, line := range r.label {
		x := p.bars - wordGap*p.scale - p.measure(line)
		p.write(im, line, max(x, 0), y)
		y += lineStep * p.scale
	}
	y = top
	for k, bar := range p.chart.Rows[i].Bars {
		step := p.barStep(r, k)
		long := 0.0
		if p.end > 0 {
			long = length(bar) / p.end * p.room
		}
		if long > 0 {
			p.bar(im, p.bars, y+(step-barHeight*p.scale)/2, max(long, p.scale), barHeight*p.scale, k)
		}
		at := y + max(0, (step-float64(len(r.values[k]))*lineStep*p.scale)/2)
		for _, line := range r.values[k] {
			p.write(im, line, p.bars+long+wordGap*p.scale, at)
			at += lineStep * p.scale
		}
		y += step
	}
}
