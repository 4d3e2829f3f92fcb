package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// chooseLine is a row with the box by which it is chosen before it. A row that is chosen has another ground, a bar at its edge and a tick in
// its box: colour alone carries no meaning.
type chooseLine struct {
	widget.BaseWidget
	line   fyne.CanvasObject
	box    *chooseBox
	ground *canvas.Rectangle
	bar    *canvas.Rectangle
}

func newChooseLine(line fyne.CanvasObject, tap func(int)) *chooseLine {
	l := &chooseLine{line: line, box: newChooseBox(tap), ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	l.ground.Hide()
	l.bar.Hide()
	l.ExtendBaseWidget(l)
	return l
}

func (l *chooseLine) show(i int, name string, chosen bool) {
	before := l.box.ticked
	l.box.set(i, name, chosen)
	if chosen != before {
		l.ground.Hidden, l.bar.Hidden = !chosen, !chosen
		l.colour()
	}
}

func (l *chooseLine) colour() {
	l.ground.FillColor = theme.Color(theme.ColorNameSelection)
	l.bar.FillColor = theme.Color(theme.ColorNamePrimary)
	l.ground.Refresh()
	l.bar.Refresh()
}

// CreateRenderer lays the row out beside its box.
func (l *chooseLine) CreateRenderer() fyne.WidgetRenderer { return &chooseLineRenderer{l} }

type chooseLineRenderer struct{ *chooseLine }

func (r *chooseLineRenderer) Destroy() {}

func (r *chooseLineRenderer) MinSize() fyne.Size {
	return r.line.MinSize().AddWidthHeight(chooseWidth(), 0)
}

func (r *chooseLineRenderer) Refresh() {
	r.colour()
	r.box.Refresh()
	r.line.Refresh()
	r.Layout(r.Size())
}

func (r *chooseLineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.line, r.box}
}

func (r *chooseLineRenderer) Layout(size fyne.Size) {
	width := chooseWidth()
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height))
	r.box.Resize(fyne.NewSize(width, size.Height))
	r.line.Move(fyne.NewPos(width, 0))
	r.line.Resize(fyne.NewSize(size.Width-width, size.Height))
}

// chooseBox is the box itself, or that above all rows. It takes no keyboard: the list has it.
type chooseBox struct {
	widget.BaseWidget
	name    string
	row     int
	ticked  bool
	heads   bool // it stands among the headings
	hovered bool
	tap     func(int)
	icon    *canvas.Image
	ground  *canvas.Rectangle
}

var _ desktop.Hoverable = (*chooseBox)(nil)

func newChooseBox(tap func(int)) *chooseBox {
	b := &chooseBox{tap: tap, icon: canvas.NewImageFromResource(boxIcon(false)), ground: canvas.NewRectangle(color.Transparent)}
	b.icon.FillMode = canvas.ImageFillContain
	b.ExtendBaseWidget(b)
	return b
}

func boxIcon(ticked bool) fyne.Resource {
	if ticked {
		return theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon())
	}
	return theme.NewColoredResource(theme.CheckButtonIcon(), theme.ColorNameInputBorder)
}

func (b *chooseBox) set(row int, name string, ticked bool) {
	b.row, b.name = row, name
	b.tick(ticked)
}

// tick draws the box anew only where it is another: a list asks for that at each line that comes into sight.
func (b *chooseBox) tick(ticked bool) {
	if b.ticked == ticked {
		return
	}
	b.ticked = ticked
	b.icon.Resource = boxIcon(ticked)
	b.icon.Refresh()
}

// InspectName is how tests find the box.
func (b *chooseBox) InspectName() string { return b.name }

// Tapped chooses the row, or does not any more.
func (b *chooseBox) Tapped(*fyne.PointEvent) { b.tap(b.row) }

// Cursor says that the box can be clicked.
func (b *chooseBox) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights the box up.
func (b *chooseBox) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing more.
func (b *chooseBox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (b *chooseBox) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer puts the box into the middle of the room that takes the tap.
func (b *chooseBox) CreateRenderer() fyne.WidgetRenderer {
	r := &chooseBoxRenderer{b}
	r.colour()
	return r
}

type chooseBoxRenderer struct{ *chooseBox }

func (r *chooseBoxRenderer) Destroy() {}

func (r *chooseBoxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon}
}

func (r *chooseBoxRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(chooseWidth()) }

func (r *chooseBoxRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	side := theme.IconInlineSize()
	r.icon.Resize(fyne.NewSquareSize(side))
	r.icon.Move(fyne.NewPos(size.Width-side, (size.Height-side)/2))
}

func (r *chooseBoxRenderer) Refresh() {
	r.colour()
	r.ground.Refresh()
	r.icon.Resource = boxIcon(r.ticked)
	r.icon.Refresh()
	r.Layout(r.Size())
}

func (r *chooseBoxRenderer) colour() {
	switch {
	case r.hovered:
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	case r.heads:
		r.ground.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	default:
		r.ground.FillColor = color.Transparent
	}
}
