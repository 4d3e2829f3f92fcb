package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Ground is a colour of the theme behind something.
type Ground struct {
	widget.BaseWidget
	colour fyne.ThemeColorName
	field  *canvas.Rectangle
}

// NewGround is a ground of that colour.
func NewGround(colour fyne.ThemeColorName) *Ground {
	g := &Ground{colour: colour, field: canvas.NewRectangle(theme.Color(colour))}
	g.ExtendBaseWidget(g)
	return g
}

// Refresh takes up the colour that the theme has now.
func (g *Ground) Refresh() {
	g.field.FillColor = theme.Color(g.colour)
	g.field.Refresh()
}

// CreateRenderer shows the colour.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.field) }
