package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// fewLines is how many lines of a list have to be in sight for it to be of use, with its headings.
const fewLines = 6

// Over lays fields out above a list that takes the rest of the room. Where the fields leave too little for some lines of it, all scrolls
// together.
func Over(fields, list fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(over{}, fields, list))
}

type over struct{}

func (over) MinSize(objects []fyne.CanvasObject) fyne.Size {
	fields, list := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(fields.Width, list.Width), fields.Height+theme.Padding()+fewLines*lineHeight())
}

func (over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := widen(objects[0], size.Width) + theme.Padding()
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width, max(size.Height-y, fewLines*lineHeight())))
}

// Roomy gives what scrolls the height of some lines, though it could do with less: where words are large, the page around it scrolls instead of
// leaving it a slit.
func Roomy(o fyne.CanvasObject) fyne.CanvasObject { return container.New(roomy{}, o) }

type roomy struct{}

func (roomy) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	return fyne.NewSize(least.Width, max(least.Height, fewLines*lineHeight()))
}

func (roomy) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
