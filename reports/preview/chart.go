package preview

import (
	"image"
	"math"

	"almoner/reports/document"
	"almoner/reports/layout"
)

// chartMargin is the white around a chart, in points: room for what smooths its edges.
const chartMargin = 2

// Chart paints a chart as it stands in the printed paper, without what stands around it on the page, at a scale of so many pixels a point. A
// chart that is longer than a page is several pictures. It is for forms that have no charts of their own but take pictures.
func (p *Painter) Chart(c *document.Chart, way document.Orientation, scale float64) []image.Image {
	part := document.Part{Orientation: way, Blocks: []document.Block{document.Figure{Alt: "Chart", Chart: c}}}
	paper := layout.Lay(document.Document{Parts: []document.Part{part}})
	if len(paper.Root.Kids) == 0 || paper.Root.Kids[0].Role != layout.Figure { // a chart without rows is words
		return nil
	}
	var pictures []image.Image
	for i := range paper.Pages {
		page := &paper.Pages[i]
		r, found := page.Extent(paper.Root.Kids[0])
		if !found {
			continue
		}
		painted := p.Page(page, scale)
		pictures = append(pictures, painted.SubImage(image.Rect(
			int(math.Floor((r.Left-chartMargin)*scale)), int(math.Floor((r.Top-chartMargin)*scale)),
			int(math.Ceil((r.Right+chartMargin)*scale)), int(math.Ceil((r.Bottom+chartMargin)*scale)),
		).Intersect(painted.Rect)))
	}
	return pictures
}
