package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// leastChoice is the room that the names of papers have to have beside all buttons, as many times the height of the words.
const leastChoice = 20

// inOneRow lays three objects out above the pages: the first takes the room that is left, the second stands beside it where there is room for
// that, and under it where there is not, and the third stands at the end of the first row.
type inOneRow struct{ width float32 }

func (l *inOneRow) fits(objects []fyne.CanvasObject) bool {
	return l.width >= leastChoice*theme.TextSize()+objects[1].MinSize().Width+objects[2].MinSize().Width
}

func (l *inOneRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, middle, last := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	size := fyne.NewSize(max(first.Width+theme.Padding()+last.Width, middle.Width), max(first.Height, last.Height))
	if !l.fits(objects) {
		size.Height += middle.Height
	}
	return size
}

func (l *inOneRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	gap, height := theme.Padding(), max(objects[0].MinSize().Height, objects[2].MinSize().Height)
	middle, last := objects[1].MinSize().Width, objects[2].MinSize().Width
	rest := size.Width - last - gap
	place(objects[2], rest+gap, 0, last, height)
	if l.fits(objects) {
		rest -= middle + gap
		place(objects[1], rest+gap, 0, middle, height)
	} else {
		place(objects[1], 0, height, middle, objects[1].MinSize().Height)
	}
	place(objects[0], 0, 0, rest, height)
}

// besideOrUnder lays two objects out under the pages: beside each other where there is room for both, or else the second under the first.
type besideOrUnder struct{ width float32 }

func (l *besideOrUnder) fits(objects []fyne.CanvasObject) bool {
	return l.width >= leastChoice*theme.TextSize()+objects[1].MinSize().Width
}

func (l *besideOrUnder) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := heightShown(objects[0]), objects[1].MinSize()
	width := max(objects[0].MinSize().Width, second.Width)
	if l.fits(objects) {
		return fyne.NewSize(width, max(first, second.Height))
	}
	return fyne.NewSize(width, first+second.Height)
}

func (l *besideOrUnder) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	first, second := heightShown(objects[0]), objects[1].MinSize()
	if l.fits(objects) {
		place(objects[0], 0, 0, size.Width-second.Width-theme.Padding(), max(first, size.Height))
		place(objects[1], size.Width-second.Width, size.Height-second.Height, second.Width, second.Height)
		return
	}
	place(objects[0], 0, 0, size.Width, first)
	place(objects[1], 0, first, size.Width, second.Height)
}

// heightShown is nothing for what is hidden.
func heightShown(o fyne.CanvasObject) float32 {
	if !o.Visible() {
		return 0
	}
	return o.MinSize().Height
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
