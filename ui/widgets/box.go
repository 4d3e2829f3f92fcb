package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// box looks like an entry, shows what was chosen, and opens something to choose from: with a tap, Enter, the space bar or Down.
type box struct {
	widget.BaseWidget
	spoken
	name    string
	text    string
	quiet   bool // nothing was chosen yet
	open    func()
	escape  func()    // the Escape key; may be nil
	step    func(int) // to the one before or after, without opening; may be nil
	focused bool
	hovered bool
	off     bool
	whole   fyne.Widget // the widget that the box is a part of, which is what has the focus
}

func (b *box) extend(whole fyne.Widget) {
	b.whole = whole
	b.ExtendBaseWidget(whole)
}

var (
	_ fyne.Focusable    = (*box)(nil)
	_ fyne.Tappable     = (*box)(nil)
	_ desktop.Hoverable = (*box)(nil)
	_ fyne.Disableable  = (*box)(nil)
)

// InspectName is how tests find it.
func (b *box) InspectName() string { return b.name }

// InspectText is what it shows.
func (b *box) InspectText() string { return b.text }

func (b *box) show(text string, quiet bool) {
	b.text, b.quiet = text, quiet
	b.Refresh()
}

// Tapped opens it.
func (b *box) Tapped(*fyne.PointEvent) {
	if b.off {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.whole); c != nil {
		if f, ok := b.whole.(fyne.Focusable); ok {
			c.Focus(f)
		}
	}
	b.open()
}

// TypedKey opens it with the keys that open lists.
func (b *box) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.open()
	case fyne.KeyEscape:
		if b.escape != nil {
			b.escape()
		}
	case fyne.KeyDown, fyne.KeyUp:
		switch {
		case b.step == nil:
			b.open()
		case e.Name == fyne.KeyDown:
			b.step(1)
		default:
			b.step(-1)
		}
	default:
		FunctionKey(b, e)
	}
}

// TypedRune is of no interest.
func (b *box) TypedRune(rune) {}

// FocusGained shows the edge in the accent.
func (b *box) FocusGained() {
	b.focused = true
	b.Refresh()
	reveal(b.whole)
}

// FocusLost takes it back.
func (b *box) FocusLost() { b.focused = false; b.Refresh() }

// MouseIn lights it up.
func (b *box) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is of no interest.
func (b *box) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (b *box) MouseOut() { b.hovered = false; b.Refresh() }

// Disable makes it show and not open.
func (b *box) Disable() { b.off = true; b.Refresh() }

// Enable lets it open again.
func (b *box) Enable() { b.off = false; b.Refresh() }

// Disabled reports whether it does not open.
func (b *box) Disabled() bool { return b.off }

// CreateRenderer draws the edge, the words and the arrow.
func (b *box) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{
		box: b, ground: canvas.NewRectangle(nil), film: canvas.NewRectangle(nil),
		words: text("", theme.ColorNameForeground), arrow: widget.NewIcon(theme.MenuDropDownIcon()),
	}
	r.Refresh()
	return r
}

type boxRenderer struct {
	*box
	ground, film *canvas.Rectangle
	words        *canvas.Text
	arrow        *widget.Icon
}

func (r *boxRenderer) Destroy() {}

func (r *boxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.film, r.words, r.arrow}
}

// MinSize is as high as an entry and wide enough for a short word; longer ones are cut.
func (r *boxRenderer) MinSize() fyne.Size {
	pad, icon := theme.InnerPadding(), theme.IconInlineSize()
	words := fyne.MeasureText(r.text, theme.TextSize(), fyne.TextStyle{})
	return fyne.NewSize(min(max(words.Width, 60), 170)+icon+pad*3+theme.Padding(), words.Height+pad*2)
}

func (r *boxRenderer) Layout(size fyne.Size) {
	pad, icon := theme.InnerPadding(), theme.IconInlineSize()
	edge := theme.InputBorderSize()
	r.ground.Move(fyne.NewPos(edge, edge))
	r.ground.Resize(size.SubtractWidthHeight(edge*2, edge*2))
	r.film.Move(fyne.NewPos(edge, edge))
	r.film.Resize(size.SubtractWidthHeight(edge*2, edge*2))
	r.arrow.Resize(fyne.NewSquareSize(icon))
	r.arrow.Move(fyne.NewPos(size.Width-icon-pad, (size.Height-icon)/2))
	r.words.Text = fit(r.text, size.Width-icon-pad*3, r.words.TextSize, r.words.TextStyle)
	least := r.words.MinSize()
	r.words.Move(fyne.NewPos(pad, (size.Height-least.Height)/2))
	r.words.Resize(least)
}

func (r *boxRenderer) Refresh() {
	r.ground.CornerRadius, r.film.CornerRadius = theme.InputRadiusSize(), theme.InputRadiusSize()
	r.ground.StrokeWidth = theme.InputBorderSize()
	r.ground.FillColor = theme.Color(theme.ColorNameInputBackground)
	r.ground.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	if r.focused {
		r.ground.StrokeColor = theme.Color(theme.ColorNamePrimary)
		r.ground.StrokeWidth = theme.InputBorderSize() * 2
	}
	r.film.FillColor = nil
	if r.hovered && !r.off {
		r.film.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.words.TextSize = theme.TextSize()
	r.words.Color = theme.Color(theme.ColorNameForeground)
	switch {
	case r.off:
		r.words.Color = theme.Color(theme.ColorNameDisabled)
	case r.quiet:
		r.words.Color = theme.Color(theme.ColorNamePlaceHolder)
	}
	r.Layout(r.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
