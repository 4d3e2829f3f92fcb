package html

import (
	"fmt"
	"math"

	"almoner/reports/document"
)

// Sizes of a chart in the units of its drawing, which is scaled to the width of the page.
const (
	chartWidth  = 640.0
	chartLabel  = 200.0
	chartText   = 110.0
	chartLine   = 20.0
	chartBar    = 14.0
	chartApart  = 8.0
	labelLength = 30 // characters of a label on one line
)

// bars are how the bars of a series look: they differ in lightness, and have the same outline, so that they are told apart in grey too.
var bars = []string{"#1c4476", "#b0c8e4", "#ffffff"}

// chart draws bars. A listener hears the words of the figure in their stead.
func (p *page) chart(alt string, c *document.Chart) {
	longest, lines := 0.0, 0.0
	if len(c.Series) > 1 {
		lines += chartLine + chartApart
	}
	for _, row := range c.Rows {
		for _, b := range row.Bars {
			if !b.Missing && !math.IsInf(b.Length, 0) && b.Length > longest {
				longest = b.Length
			}
		}
		lines += max(float64(max(len(row.Bars), len(wrap(row.Label)))), 1)*chartLine + chartApart
	}
	p.raw(`<svg role="img" aria-label="`, escape(alt), fmt.Sprintf(`" viewBox="0 0 %.0f %.0f"`, chartWidth, lines), " xmlns=\"http://www.w3.org/2000/svg\">\n")
	y := 0.0
	if len(c.Series) > 1 {
		x := chartLabel
		for i, name := range c.Series {
			p.rect(x, y+3, chartBar, chartBar, i)
			p.svgText(x+chartBar+6, y+chartBar, "start", name)
			x += chartBar + 22 + 8*float64(len([]rune(name)))
		}
		y += chartLine + chartApart
	}
	for _, row := range c.Rows {
		y = p.chartRow(row, y, longest)
	}
	p.raw(fmt.Sprintf("<line x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#5a626e\"/>\n</svg>\n", chartLabel, chartLabel, lines))
}

func (p *page) chartRow(row document.ChartRow, y, longest float64) float64 {
	label := wrap(row.Label)
	for i, line := range label {
		p.svgText(chartLabel-8, y+float64(i)*chartLine+chartBar, "end", line)
	}
	for i, b := range row.Bars {
		at, length := y+float64(i)*chartLine, 0.0
		if !b.Missing && b.Length > 0 && longest > 0 {
			length = max(min(b.Length/longest, 1)*(chartWidth-chartLabel-chartText), 1)
			p.rect(chartLabel, at+2, length, chartBar, i)
		}
		p.svgText(chartLabel+length+6, at+chartBar, "start", b.Text)
	}
	return y + max(float64(max(len(row.Bars), len(label))), 1)*chartLine + chartApart
}

func (p *page) rect(x, y, w, h float64, series int) {
	p.raw(fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="`, x, y, w, h), bars[series%len(bars)], "\" stroke=\"#1c4476\"/>\n")
}

func (p *page) svgText(x, y float64, anchor, words string) {
	p.raw(fmt.Sprintf(`<text x="%.1f" y="%.1f" text-anchor="`, x, y), anchor, `">`, escape(words), "</text>\n")
}

// wrap breaks a label into lines between its words.
func wrap(label string) []string {
	var lines []string
	line := ""
	for _, word := range splitWords(label) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > labelLength {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
