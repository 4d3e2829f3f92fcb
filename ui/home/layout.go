package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// gap is what stands between two columns.
func gap() float32 { return theme.Padding() * 6 }

// halves lays out what needs attention beside the figures, which are as wide as their columns want.
type halves struct{}

const (
	leastLeft = 300
	leftShare = 0.38
)

func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	right := objects[1].MinSize()
	return fyne.NewSize(leastLeft+gap()+right.Width, max(objects[0].MinSize().Height, right.Height))
}

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := max(leastLeft, size.Width*leftShare)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+gap(), 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-gap(), size.Height))
}

// flow lays blocks out beside each other where each has enough room for its words, and under each other where it has not.
type flow struct{ width float32 }

// leastBlock is how wide a block is at the least where several stand beside each other.
const leastBlock = 236

func (f *flow) columns(objects []fyne.CanvasObject, width float32) int {
	n := len(objects)
	if n > 1 && width < leastBlock*float32(n)+gap()*float32(n-1) {
		return 1
	}
	return n
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	beside := f.columns(objects, f.width) > 1
	for _, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if beside {
			size.Height = max(size.Height, least.Height)
		} else {
			size.Height += least.Height + gap()
		}
	}
	return size
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	n := f.columns(objects, size.Width)
	if n == 0 {
		return
	}
	width, y := (size.Width-gap()*float32(n-1))/float32(n), float32(0)
	for i, o := range objects {
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		if n > 1 {
			o.Move(fyne.NewPos(float32(i)*(width+gap()), 0))
			continue
		}
		o.Move(fyne.NewPos(0, y))
		y += height + gap()
	}
}

// stacked lays the meters of a block out close under each other.
type stacked struct{}

func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
	}
	return size
}

func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}
