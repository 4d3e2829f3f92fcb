package pdf

import (
	"bytes"
	"errors"
	"math"

	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/breakline"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/linestyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/orientation"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"almoner/reports/layout"
)

// family is the name that the fonts have within maroto.
const family = "almoner"

// mm is a point in millimetres, which are maroto's unit.
const mm = 25.4 / 72

var styles = [layout.Faces]fontstyle.Type{fontstyle.Normal, fontstyle.Bold, fontstyle.Italic, fontstyle.BoldItalic}

// paint draws a paper with maroto, and returns the file.
//
// Upright and sideways pages are drawn in one document, so that each font is embedded once: on a square sheet that holds either,
// each page in the lower left corner. The pass that tags the pages cuts the sheets to size.
func paint(paper *layout.Paper) ([]byte, error) {
	side, used := 0.0, [layout.Faces]bool{}
	for i := range paper.Pages {
		p := &paper.Pages[i]
		side = max(side, p.Width, p.Height)
		for k := range p.Words {
			used[p.Words[k].Face] = true
		}
	}
	if side == 0 {
		return nil, errors.New("the paper has no pages")
	}
	used[layout.Regular] = true
	var fonts []*entity.CustomFont
	for face, is := range used {
		if is {
			fonts = append(fonts, &entity.CustomFont{Family: family, Style: styles[face], Bytes: layout.Face(face).File()})
		}
	}
	cfg := config.NewBuilder().
		WithDimensions(side*mm, side*mm).
		WithLeftMargin(0).WithTopMargin(0).WithRightMargin(0).WithBottomMargin(0).
		WithCustomFonts(fonts).
		WithDefaultFont(&props.Font{Family: family, Size: 11}).
		WithSequentialMode().
		WithCompression(false). // the pages are compressed once they are tagged
		Build()
	m := maroto.New(cfg)
	for i := range paper.Pages {
		m.AddRows(newCanvas(&paper.Pages[i], side))
	}
	doc, err := m.Generate()
	if err != nil {
		return nil, err
	}
	return doc.GetBytes(), nil
}

// canvas is one page for maroto: a row as high as the sheet, which draws the page's pictures, then its boxes and then its words.
type canvas struct {
	page  *layout.Page
	side  float64
	col   []core.Col
	place entity.Cell // the words' place; maroto must never wrap them, so it is very wide
	text  props.Text
	ink   props.Color
	line  props.Line
}

func newCanvas(p *layout.Page, side float64) *canvas {
	c := &canvas{page: p, side: side, col: []core.Col{col.New()}}
	c.place = entity.Cell{Width: math.MaxInt32, Height: side * mm}
	c.text = props.Text{Family: family, Align: align.Left, BreakLineStrategy: breakline.EmptySpaceStrategy, Color: &c.ink}
	c.line = props.Line{Orientation: orientation.Horizontal, Style: linestyle.Solid, SizePercent: 100, Color: &c.ink}
	return c
}

// Render draws the page. Asking for a column as high as the sheet makes maroto turn the page; it draws nothing.
func (c *canvas) Render(p core.Provider, cell entity.Cell) {
	p.CreateCol(cell.Width, c.side*mm, &entity.Config{}, nil)
	drop := c.side - c.page.Height // the page stands at the foot of the sheet
	for i := range c.page.Pictures {
		b := &c.page.Pictures[i]
		place := entity.Cell{X: b.X * mm, Y: (drop + b.Y) * mm, Width: b.Width * mm, Height: b.Height * mm}
		p.AddImageFromBytes(b.Content, &place, &props.Rect{Percent: 100}, pictureType(b.Content))
	}
	for i := range c.page.Boxes {
		b := &c.page.Boxes[i]
		c.setInk(b.Colour)
		c.line.Thickness = b.Height * mm
		p.AddLine(&entity.Cell{X: b.X * mm, Y: (drop + b.Y + b.Height/2) * mm, Width: b.Width * mm}, &c.line)
	}
	for i := range c.page.Words {
		w := &c.page.Words[i]
		c.setInk(w.Colour)
		c.text.Style, c.text.Size = styles[w.Face], w.Size
		c.place.X, c.place.Y = w.X*mm, (drop+w.Y-w.Size)*mm // maroto puts the baseline one size below the top
		p.AddText(w.Text, &c.place, &c.text)
	}
	p.CreateRow(c.side * mm)
}

// pictureType is what a picture is, by its first bytes.
func pictureType(content []byte) extension.Type {
	if bytes.HasPrefix(content, []byte("\xff\xd8")) {
		return extension.Jpg
	}
	return extension.Png
}

func (c *canvas) setInk(l layout.Colour) {
	c.ink = props.Color{Red: int(l.R), Green: int(l.G), Blue: int(l.B)}
}

// GetHeight is the height of the sheet: one canvas fills it.
func (c *canvas) GetHeight(core.Provider, *entity.Cell) float64 { return c.side * mm }

// GetColumns has one column, because maroto adds one to a row that has none.
func (c *canvas) GetColumns() []core.Col { return c.col }

// Add does nothing: a canvas draws by itself.
func (c *canvas) Add(...core.Col) core.Row { return c }

// WithStyle does nothing: a canvas has no border.
func (c *canvas) WithStyle(*props.Cell) core.Row { return c }

// SetConfig does nothing: a canvas takes nothing from maroto's settings.
func (c *canvas) SetConfig(*entity.Config) {}

// GetStructure describes the canvas for maroto's own tests of its tree.
func (c *canvas) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: "canvas", Value: c.side})
}
