package home

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// gap is what stands between two columns.
func gap() float32 { return theme.Padding() * 6 }

// halves lays out what needs attention beside the figures, which are as wide as their columns want; above them where the words are so large,
// or the window is so narrow, that there is no room for both.
type halves struct{}

const (
	leastLeft  = 21 // as many times the height of the words
	leftShare  = 0.38
	aboveShare = 0.45
)

func (halves) least(objects []fyne.CanvasObject) (left, right fyne.Size) {
	left, right = objects[0].MinSize(), objects[1].MinSize()
	left.Width = max(left.Width, leastLeft*theme.TextSize())
	return left, right
}

func (h halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := h.least(objects)
	return left.Max(right)
}

func (h halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := h.least(objects)
	objects[0].Move(fyne.NewPos(0, 0))
	if size.Width < left.Width+gap()+right.Width {
		above := max(left.Height, (size.Height-gap())*aboveShare)
		objects[0].Resize(fyne.NewSize(size.Width, above))
		objects[1].Move(fyne.NewPos(0, above+gap()))
		objects[1].Resize(fyne.NewSize(size.Width, max(right.Height, size.Height-above-gap())))
		return
	}
	width := max(left.Width, size.Width*leftShare)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(width+gap(), 0))
	objects[1].Resize(fyne.NewSize(size.Width-width-gap(), size.Height))
}

// flow lays blocks out beside each other where each has enough room for its words, and under each other where it has not.
type flow struct{ width float32 }

// leastBlock is how wide a block is at the least where several stand beside each other, as many times the height of the words.
const leastBlock = 16.8

func (f *flow) columns(objects []fyne.CanvasObject, width float32) int {
	n := len(objects)
	if n > 1 && width < leastBlock*theme.TextSize()*float32(n)+gap()*float32(n-1) {
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
		o.Resize(fyne.NewSize(width, o.Size().Height)) // how high the words of a block are depends on how wide it is
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
