package layout

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"slices"
	"strings"

	"almoner/reports/document"
)

// Sizes of a chart, in points.
const (
	chartSize    = TableSize
	chartLead    = chartSize * TightLeading
	chartLabels  = 0.34 // of the width, at most
	chartGap     = 8.0  // between labels and bars, and bars and their words
	barHeight    = 10.0
	chartRowGap  = 7.0
	keySide      = 9.0
	keyGap       = 4.0
	keyApart     = 16.0
	barOutline   = 0.7
	figureGap    = 10.0
	captionAbove = 5.0
	pixel        = 0.75 // of a point: pictures are at 96 pixels an inch
	mostPixels   = 40 << 20
)

// barInk is how the bars of a series look: their fill inside a line. They differ in lightness, so that they are told apart in grey too.
type barInk struct{ fill, line Colour }

var barInks = []barInk{
	{Colour{28, 68, 118}, Colour{28, 68, 118}},
	{Colour{176, 200, 228}, Colour{28, 68, 118}},
	{Colour{255, 255, 255}, Colour{28, 68, 118}},
}

func (f *flow) figure(fig document.Figure) {
	f.flushLabel()
	el := f.set.add(f.parent, Figure)
	el.Alt = strings.Join(strings.Fields(fig.Shows()), " ")
	from := len(f.strips)
	var shown bool
	if fig.Chart != nil {
		if el.Alt == "" {
			el.Alt = "Chart"
		}
		shown = f.chart(el, fig.Chart)
	} else {
		if el.Alt == "" {
			el.Alt = altOf(fig.Picture)
		}
		shown = f.pictureOf(el, fig)
	}
	if !shown { // what it would have shown stands there in words
		f.set.take(f.parent)
		f.paragraph(document.Paragraph{Text: document.Text(el.Alt)})
	}
	f.figureCaption(el, shown, fig.Caption)
	for i := from; i < len(f.strips)-1; i++ {
		f.strips[i].hold = max(f.strips[i].hold, kept)
	}
	f.space(figureGap, loose)
}

// figureCaption sets the words under a figure.
func (f *flow) figureCaption(el *Element, shown bool, words []document.Inline) {
	if document.Plain(words) == "" {
		return
	}
	parent, role := el, Caption
	if !shown {
		parent, role = f.parent, Paragraph
	}
	caption := f.set.add(parent, role)
	spans := f.set.inline(words, chartSize, false, caption)
	if len(spans) == 0 {
		f.set.take(parent)
		return
	}
	for i := len(f.strips) - 1; i >= 0; i-- { // it is not parted from the last line of a chart that goes over pages
		s := &f.strips[i]
		s.hold = bound
		if len(s.words)+len(s.picts) > 0 {
			break
		}
	}
	f.space(captionAbove, bound)
	f.lines(f.set.breakLines(spans, f.width), f.left, chartSize, TightLeading)
}

// pictureOf sets a picture in its own size, as far as the page holds it.
func (f *flow) pictureOf(el *Element, fig document.Figure) bool {
	content, w, h, ok := f.set.picture(fig.Picture)
	if !ok {
		return false
	}
	scale := min(1, f.width/w)
	if fig.Width > 0 {
		scale = min(fig.Width, 1) * f.width / w
	}
	scale = min(scale, f.body*0.8/h)
	f.strips = append(f.strips, strip{height: h * scale, picts: []Picture{{
		X: f.left, Width: w * scale, Height: h * scale, Content: content, Element: el,
	}}})
	return true
}

// picture makes a picture fit to be printed, and returns its size in points. What cannot be read is said.
func (t *typesetter) picture(p document.Picture) (content []byte, width, height float64, ok bool) {
	if len(p.Content) == 0 {
		return nil, 0, 0, false
	}
	content, size, err := printablePicture(p.Content)
	if err != nil {
		t.badPicture(altOf(p), err)
		return nil, 0, 0, false
	}
	return content, float64(size.X) * pixel, float64(size.Y) * pixel, true
}

// printablePicture is a picture as the printing takes it. A JPEG of one or three colours goes as it is; all others become PNG of eight
// bits a colour without interlacing.
func printablePicture(content []byte) ([]byte, image.Point, error) {
	cfg, format, err := image.DecodeConfig(bytes.NewReader(content))
	switch {
	case err != nil:
		return nil, image.Point{}, errors.New("it is neither a PNG nor a JPEG file that can be read")
	case cfg.Width <= 0 || cfg.Height <= 0:
		return nil, image.Point{}, errors.New("it is empty")
	case cfg.Width > mostPixels/cfg.Height:
		return nil, image.Point{}, errors.New("it has more than 40 million dots")
	}
	size := image.Pt(cfg.Width, cfg.Height)
	img, err := decode(format, content)
	if err != nil {
		return nil, size, errors.New("it is damaged")
	}
	if format == "jpeg" && cfg.ColorModel != color.CMYKModel {
		return content, size, nil
	}
	flat := image.NewNRGBA(image.Rectangle{Max: size})
	at := img.Bounds().Min
	for y := range size.Y {
		for x := range size.X {
			flat.Set(x, y, img.At(at.X+x, at.Y+y))
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, flat); err != nil {
		return nil, size, errors.New("it cannot be converted")
	}
	return out.Bytes(), size, nil
}

func decode(format string, content []byte) (image.Image, error) {
	if format == "jpeg" {
		return jpeg.Decode(bytes.NewReader(content))
	}
	return png.Decode(bytes.NewReader(content))
}

// chart sets rows of bars. Each line is a strip, so that a long chart goes over as many pages as it needs.
func (f *flow) chart(el *Element, c *document.Chart) bool {
	longest, labels, texts := 0.0, 0.0, 0.0
	face := f.set.faces[Regular]
	for _, row := range c.Rows {
		labels = max(labels, face.width(f.set.printable(row.Label, face), chartSize))
		for _, b := range row.Bars {
			if !b.Missing && !math.IsInf(b.Length, 0) && b.Length > longest {
				longest = b.Length
			}
			texts = max(texts, face.width(f.set.printable(b.Text, face), chartSize))
		}
	}
	if len(c.Rows) == 0 {
		return false
	}
	labels = min(labels+0.5, f.width*chartLabels)
	p := plot{flow: f, el: el, chart: c, labels: labels, left: f.left + labels + chartGap, longest: longest}
	p.width = max(f.width-labels-2*chartGap-min(texts, f.width/4), f.width/4)
	p.key()
	for i := range c.Rows {
		p.row(&c.Rows[i])
	}
	return true
}

// plot is a chart on its way onto the paper.
type plot struct {
	*flow

	el      *Element
	chart   *document.Chart
	labels  float64 // width of the labels
	left    float64 // where bars begin
	width   float64 // of the longest bar
	longest float64
}

// key says which bars are of which series, where there are several.
func (p *plot) key() {
	if len(p.chart.Series) < 2 {
		return
	}
	s, x := strip{height: chartLead + chartRowGap}, p.left
	edge := p.flow.left + p.flow.width
	for i, name := range p.chart.Series {
		lines := p.lines(name, edge-p.left-keySide-keyGap)
		width := 0.0
		for _, l := range lines {
			width = max(width, l.width)
		}
		if x > p.left && (x+keySide+keyGap+width > edge || len(lines) > 1) { // the next stands on a line of its own
			p.strips = append(p.strips, s)
			s, x = strip{height: chartLead + chartRowGap}, p.left
		}
		s.boxes = append(s.boxes, p.bars(x, (chartLead-keySide)/2, keySide, keySide, i)...)
		for k, l := range lines {
			if k > 0 {
				p.strips = append(p.strips, s)
				s = strip{height: chartLead + chartRowGap}
			}
			s.words = append(s.words, placed(l, x+keySide+keyGap)...)
		}
		x += keySide + keyGap + width + keyApart
	}
	p.strips = append(p.strips, s)
}

// lines are the lines of some words of the chart. What stands after them is read as a word of its own.
func (p *plot) lines(text string, width float64) []line {
	lines := slices.Clone(p.set.breakLines(p.set.inline(document.Text(text), chartSize, false, p.el), width))
	if n := len(lines); n > 0 {
		last := lines[n-1].words
		w := &last[len(last)-1]
		w.Text = strings.TrimRight(w.Text, " ") + " "
	}
	return lines
}

// placed is a line of a chart in its place on a strip.
func placed(l line, x float64) []Words {
	for i := range l.words {
		l.words[i].X += x
		l.words[i].Y += chartLead * ascent
	}
	return l.words
}

// row sets the bars of a row below each other, one a line, beside the lines of its label.
func (p *plot) row(row *document.ChartRow) {
	from := len(p.strips)
	at := func(n int) *strip {
		for len(p.strips) <= from+n {
			p.strips = append(p.strips, strip{height: chartLead})
		}
		return &p.strips[from+n]
	}
	for i, l := range p.lines(row.Label, p.labels) {
		s := at(i)
		s.words = append(s.words, placed(l, p.flow.left)...)
	}
	next := 0
	for i, b := range row.Bars {
		s, x := at(next), p.left
		if n := p.barLength(b); n > 0 {
			s.boxes = append(s.boxes, p.bars(p.left, (chartLead-barHeight)/2, n, barHeight, i)...)
			x += n
		}
		x += chartGap / 2
		lines := p.lines(b.Text, p.flow.left+p.flow.width-x)
		for k, l := range lines {
			s := at(next + k)
			s.words = append(s.words, placed(l, x)...)
		}
		next += max(len(lines), 1)
	}
	p.strips = append(p.strips, strip{height: chartRowGap})
	for i := from; i < len(p.strips); i++ {
		s := &p.strips[i]
		s.boxes = append(s.boxes, bar(p.left-hairline, 0, hairline, s.height, RuleDark))
	}
}

// barLength is how long a bar is on the paper: something that is not nought can be seen.
func (p *plot) barLength(b document.Bar) float64 {
	if b.Missing || !(b.Length > 0) || p.longest <= 0 {
		return 0
	}
	return max(min(b.Length/p.longest, 1)*p.width, 1)
}

// bars are the boxes of one bar of a series: its line, and its fill within.
func (p *plot) bars(x, y, w, h float64, series int) []Box {
	ink := barInks[series%len(barInks)]
	boxes := []Box{{X: x, Y: y, Width: w, Height: h, Colour: ink.line, Element: p.el}}
	if ink.fill != ink.line && w > 2*barOutline {
		boxes = append(boxes, Box{X: x + barOutline, Y: y + barOutline, Width: w - 2*barOutline, Height: h - 2*barOutline, Colour: ink.fill, Element: p.el})
	}
	return boxes
}
