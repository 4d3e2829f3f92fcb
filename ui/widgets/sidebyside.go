package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// sideBySide lays objects out beside each other, all equally wide, tops level, in as many columns as there is room for: three fields that
// do not fit beside each other stand as two and one, or under each other. It needs no more width than its widest object, so that a paper
// finds room beside the form in a small window. How high it is goes by the width that it was last given, as with text that wraps.
type sideBySide struct{ width float32 }

// leastColumn is the least width of a column that is comfortable to type in, of Fyne's units.
const leastColumn = 132

func columnGap() float32 { return theme.Padding() * 3 }

// columns is how many columns there are for some objects in a width.
func (s *sideBySide) columns(objects []fyne.CanvasObject, width float32) int {
	n := len(objects)
	if width <= 0 {
		return n
	}
	least := float32(leastColumn)
	for _, o := range objects {
		least = max(least, o.MinSize().Width)
	}
	for rows := 1; rows < n; rows++ {
		if columns := (n + rows - 1) / rows; least*float32(columns)+columnGap()*float32(columns-1) <= width {
			return columns
		}
	}
	return 1
}

func (s *sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	columns := s.columns(objects, size.Width)
	gap := columnGap()
	width := (size.Width - gap*float32(columns-1)) / float32(columns)
	y, height := float32(0), float32(0)
	for i, o := range objects {
		if at := i % columns; at == 0 && i > 0 {
			y, height = y+height+theme.Padding(), 0
		}
		o.Move(fyne.NewPos(float32(i%columns)*(width+gap), y))
		height = max(height, widen(o, width))
	}
}

func (s *sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	columns := s.columns(objects, s.width)
	var size fyne.Size
	row := float32(0)
	for i, o := range objects {
		least := o.MinSize()
		if i%columns == 0 && i > 0 {
			size.Height += row + theme.Padding()
			row = 0
		}
		size.Width, row = max(size.Width, least.Width), max(row, least.Height)
	}
	size.Height += row
	return size
}
