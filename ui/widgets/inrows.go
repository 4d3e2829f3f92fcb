package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// InRows puts controls beside each other, and into further rows where one has no room. It never asks for more width than its widest control,
// however wide it was before: Fyne's own layout of that kind does, and then what stands beside it has no room any more.
func InRows(controls ...fyne.CanvasObject) *fyne.Container {
	return container.New(&inRows{}, controls...)
}

type inRows struct{ width float32 } // it had last

// MinSize is as wide as the widest control, and as high as the rows are at the width that there was last.
func (l *inRows) MinSize(controls []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, c := range controls {
		if c.Visible() {
			widest = max(widest, c.MinSize().Width)
		}
	}
	return fyne.NewSize(widest, l.place(controls, max(widest, l.width), nil))
}

// Layout moves each control to its place.
func (l *inRows) Layout(controls []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(controls, size.Width, func(c fyne.CanvasObject, at fyne.Position) {
		c.Resize(c.MinSize())
		c.Move(at)
	})
}

// place finds the places of the controls in rows of that width, and how high all rows are.
func (l *inRows) place(controls []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position)) (height float32) {
	at, row := fyne.Position{}, float32(0)
	for _, c := range controls {
		if !c.Visible() {
			continue
		}
		size := c.MinSize()
		if at.X > 0 && at.X+size.Width > width {
			at, row = fyne.NewPos(0, at.Y+row+theme.Padding()), 0
		}
		if put != nil {
			put(c, at)
		}
		at.X += size.Width + theme.Padding()
		row = max(row, size.Height)
	}
	return at.Y + row
}
