package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// NewOffer lays words out at the left and buttons at the right of a line: as many of the first ones as there is room for beside the words,
// and always the last ones, where what has no room can be had too.
func NewOffer(words fyne.CanvasObject, buttons, always []fyne.CanvasObject) *fyne.Container {
	o := &offer{words: words, buttons: buttons, always: always}
	c := container.New(o, words)
	for _, b := range append(buttons[:len(buttons):len(buttons)], always...) {
		c.Add(b)
	}
	return c
}

type offer struct {
	words           fyne.CanvasObject
	buttons, always []fyne.CanvasObject
}

// leastWords is the room that is left to the words before a button has any, in letters.
const leastWords = 24

func (o *offer) least() float32 { return leastWords * theme.TextSize() / 2 }

func (o *offer) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(o.least(), 0)
	for _, object := range objects {
		size.Height = max(size.Height, object.MinSize().Height)
	}
	for _, b := range o.always {
		size.Width += b.MinSize().Width + theme.Padding()
	}
	return size
}

func (o *offer) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := size.Width
	place := func(b fyne.CanvasObject) {
		width := b.MinSize().Width
		x -= width
		b.Move(fyne.NewPos(x, 0))
		b.Resize(fyne.NewSize(width, size.Height))
		x -= theme.Padding()
	}
	for i := len(o.always) - 1; i >= 0; i-- {
		place(o.always[i])
	}
	fit, room := 0, x-o.least()
	for _, b := range o.buttons {
		if room -= b.MinSize().Width + theme.Padding(); room < 0 {
			break
		}
		fit++
	}
	for i := len(o.buttons) - 1; i >= 0; i-- {
		if i >= fit {
			o.buttons[i].Hide()
			continue
		}
		o.buttons[i].Show()
		place(o.buttons[i])
	}
	o.words.Move(fyne.NewPos(0, 0))
	o.words.Resize(fyne.NewSize(max(0, x), size.Height))
}
