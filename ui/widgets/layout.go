package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// tight lays objects out under each other with no more room between them than its gap; Fyne's own box adds a padding to each.
type tight struct{ gap float32 }

func (t tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		y += widen(o, size.Width) + t.gap
	}
}

// widen gives an object a width and the height that it needs at that width, which it returns: text wraps and columns stack as there is
// room.
func widen(o fyne.CanvasObject, width float32) float32 {
	before := o.MinSize().Height
	o.Resize(fyne.NewSize(width, before))
	if after := o.MinSize().Height; after != before {
		o.Resize(fyne.NewSize(width, after))
		return after
	}
	return before
}

func (t tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height + t.gap
	}
	size.Height = max(0, size.Height-t.gap)
	return size
}

// narrow keeps its one object no wider than most, at the left: a field across a whole wide screen is hard to read.
type narrow struct{ most float32 }

func (n narrow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, n.most), size.Height))
		o.Move(fyne.NewPos(0, 0))
	}
}

func (n narrow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Narrow keeps content no wider than most, at the left.
func Narrow(most float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(narrow{most}, content)
}

// Beside lays a narrow field out at the right of a wide one.
func Beside(wide, thin fyne.CanvasObject, width float32) fyne.CanvasObject {
	return container.New(atTheRight(width), wide, thin)
}

// atTheRight gives its second object a width, and the first the rest.
type atTheRight float32

func (a atTheRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width - float32(a) - theme.Padding()*3
	objects[0].Resize(fyne.NewSize(left, objects[0].MinSize().Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(float32(a), objects[1].MinSize().Height))
	objects[1].Move(fyne.NewPos(size.Width-float32(a), 0))
}

func (a atTheRight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(left.Width+float32(a)+theme.Padding()*3, max(left.Height, right.Height))
}

// hinted puts a label on the left and a hint to it on the right. The hint is there where there is room for all of it: the half of one says
// nothing.
type hinted struct{}

func (hinted) MinSize(objects []fyne.CanvasObject) fyne.Size {
	label, hint := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(label.Width, max(label.Height, hint.Height))
}

func (hinted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label, hint := objects[0], objects[1]
	label.Resize(fyne.NewSize(label.MinSize().Width, size.Height))
	width := hint.MinSize().Width
	fits := label.MinSize().Width+width <= size.Width
	if fits != hint.Visible() {
		if fits {
			hint.Show()
		} else {
			hint.Hide()
		}
	}
	hint.Move(fyne.NewPos(size.Width-width, 0))
	hint.Resize(fyne.NewSize(width, size.Height))
}
