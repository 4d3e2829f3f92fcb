package html

import (
	"fmt"
	"math"
	"strings"

	"almoner/reports/document"
)

// Sizes of a chart in the units of its drawing, which is scaled to the width of the page.
const (
	chartWidth = 640.0
	chartLabel = 200.0 // for the labels, which end here
	chartLeast = 120.0 // the least that is kept for the longest bar
	chartLine  = 20.0
	chartBar   = 14.0
	chartApart = 8.0
	wordGap    = 6.0 // between bars and words
)

// bars are how the bars of a series look: they differ in lightness, and have the same outline, so that they are told apart in grey too.
var bars = []string{"#1c4476", "#b0c8e4", "#ffffff", "#66788c"}

// drawing is a chart with the place of everything in it. The page does not know how wide its reader's letters are, so it reckons them as
// wide as the usual ones are at their widest.
type drawing struct {
	longest float64 // what the longest bar stands for
	room    float64 // how long that bar is drawn
	height  float64
	legend  []legendEntry
	rows    []drawnRow
}

type legendEntry struct {
	x, y  float64
	lines []string
}

type drawnRow struct {
	y     float64
	label []string
	bars  []drawnBar
}

type drawnBar struct {
	y, length float64
	lines     []string
}

// reach is how wide words are at most.
func reach(words string) float64 {
	width := 0.0
	for _, r := range words {
		if r >= 0x2E80 { // letters of East Asia, and pictures
			width += 15
		} else {
			width += 7.6
		}
	}
	return width
}

// wrap breaks words into lines of a width. A word that is wider than that is cut.
func wrap(words string, width float64) []string {
	var lines []string
	line := ""
	end := func() {
		if line != "" {
			lines, line = append(lines, line), ""
		}
	}
	for _, word := range strings.Fields(words) {
		if line != "" && reach(line+" "+word) > width {
			end()
		}
		if line != "" {
			line += " "
		}
		for _, r := range word {
			if line != "" && reach(line+string(r)) > width {
				end()
			}
			line += string(r)
		}
	}
	end()
	return lines
}

// length is how long a bar is. One that is missing, or whose length is no length, has none.
func length(b document.Bar) float64 {
	if b.Missing || !(b.Length > 0) || math.IsInf(b.Length, 1) {
		return 0
	}
	return b.Length
}

func newDrawing(c *document.Chart) drawing {
	d := drawing{}
	words := 0.0
	for _, row := range c.Rows {
		for _, b := range row.Bars {
			d.longest = max(d.longest, length(b))
			words = max(words, reach(b.Text))
		}
	}
	d.room = max(chartWidth-chartLabel-wordGap-words, chartLeast)
	if len(c.Series) > 1 {
		d.setLegend(c.Series)
	}
	for _, row := range c.Rows {
		d.setRow(row)
	}
	return d
}

// setLegend sets what the bars of a row are, one beside the other as far as the width goes.
func (d *drawing) setLegend(series []string) {
	x, deepest := 0.0, 1
	for _, name := range series {
		e := legendEntry{lines: wrap(name, chartWidth-chartBar-wordGap)}
		width := chartBar + wordGap
		for _, line := range e.lines {
			width = max(width, chartBar+wordGap+reach(line))
		}
		if x > 0 && x+width > chartWidth {
			x, d.height, deepest = 0, d.height+float64(deepest)*chartLine, 1
		}
		e.x, e.y = x, d.height
		x, deepest = x+width+2*wordGap, max(deepest, len(e.lines))
		d.legend = append(d.legend, e)
	}
	d.height += float64(deepest)*chartLine + chartApart
}

func (d *drawing) setRow(row document.ChartRow) {
	r := drawnRow{y: d.height, label: wrap(row.Label, chartLabel-chartApart)}
	lines := 0
	for _, b := range row.Bars {
		drawn := drawnBar{y: r.y + float64(lines)*chartLine}
		if long := length(b); long > 0 {
			drawn.length = max(long/d.longest*d.room, 1)
		}
		drawn.lines = wrap(b.Text, chartWidth-chartLabel-wordGap-drawn.length)
		lines += max(len(drawn.lines), 1)
		r.bars = append(r.bars, drawn)
	}
	d.height += float64(max(lines, len(r.label), 1))*chartLine + chartApart
	d.rows = append(d.rows, r)
}

// chart draws bars. A listener hears the words of the figure in their stead; where it has none, what is written in the chart.
func (p *page) chart(alt string, c *document.Chart) {
	d := newDrawing(c)
	hear := ""
	if strings.TrimSpace(alt) != "" {
		hear = ` role="img" aria-label="` + escape(alt) + `"`
	}
	p.raw("<svg", hear, fmt.Sprintf(` viewBox="0 0 %.0f %.0f"`, chartWidth, d.height), " xmlns=\"http://www.w3.org/2000/svg\">\n")
	for i, e := range d.legend {
		p.rect(e.x, e.y+3, chartBar, chartBar, i)
		p.svgLines(e.x+chartBar+wordGap, e.y, "start", e.lines)
	}
	for _, row := range d.rows {
		p.svgLines(chartLabel-chartApart, row.y, "end", row.label)
		for i, b := range row.bars {
			if b.length > 0 {
				p.rect(chartLabel, b.y+2, b.length, chartBar, i)
			}
			p.svgLines(chartLabel+b.length+wordGap, b.y, "start", b.lines)
		}
	}
	p.raw(fmt.Sprintf("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#5a626e\"/>\n</svg>\n", chartLabel, d.rows[0].y, chartLabel, d.height))
}

func (p *page) rect(x, y, w, h float64, series int) {
	p.raw(fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="`, x, y, w, h), bars[series%len(bars)], "\" stroke=\"#1c4476\"/>\n")
}

// svgLines writes lines of words from a place on downwards.
func (p *page) svgLines(x, y float64, anchor string, lines []string) {
	for i, line := range lines {
		p.raw(fmt.Sprintf(`<text x="%.1f" y="%.1f" text-anchor="`, x, y+float64(i)*chartLine+chartBar), anchor, `">`, escape(line), "</text>\n")
	}
}
