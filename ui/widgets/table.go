package widgets

import (
	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Table is the columns of rows whose fields are named by headings above them all. Each has a least width; what room is left beyond those, they
// take by their shares.
type Table []TableColumn

// TableColumn is one of them.
type TableColumn struct {
	Heading      string
	Share, Least float32 // Least is at the usual size of the words
}

// Those that share nothing hold something of one size, which grows with the words.
func (c TableColumn) least() float32 {
	if c.Share == 0 {
		return look.Grown(c.Least)
	}
	return c.Least
}

// Unlabelled makes fields without a label above them, for the rows of a table.
func (f *Form) Unlabelled(fields func() fyne.CanvasObject) fyne.CanvasObject {
	f.unlabelled = true
	defer func() { f.unlabelled = false }()
	return fields()
}

// Heads are the headings.
func (t Table) Heads() fyne.CanvasObject {
	labels := make([]fyne.CanvasObject, len(t))
	for i, c := range t {
		l := widget.NewLabel(c.Heading)
		l.TextStyle.Bold = true
		l.SizeName = look.SizeSmall
		l.Truncation = fyne.TextTruncateEllipsis
		labels[i] = l
	}
	return t.Row(labels...)
}

// Row lays out one row, a field for each column.
func (t Table) Row(fields ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(t, fields...)
}

func tableGap() float32 { return theme.Padding() * 2 }

// Layout gives each column its width.
func (t Table) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room, shares, sharing := size.Width-tableGap()*float32(len(t)-1), float32(0), float32(0)
	for _, c := range t {
		if c.Share > 0 {
			shares, sharing = shares+c.Share, sharing+c.least()
		} else {
			room -= c.least()
		}
	}
	grown := max(1, min(look.Grown(1), room/max(sharing, 1))) // as much as the words, or as there is room for
	more, x := max(0, room-sharing*grown), float32(0)
	for i, o := range objects {
		width := t[i].least()
		if t[i].Share > 0 {
			width = width*grown + more*t[i].Share/shares
		}
		o.Move(fyne.NewPos(x, 0))
		widen(o, width)
		x += width + tableGap()
	}
}

// MinSize is the least widths of the columns, and the height of the highest field.
func (t Table) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(tableGap()*float32(len(t)-1), 0)
	for i, o := range objects {
		size.Width += t[i].least()
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}
