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
	Share, Least float32
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
	shares, least := float32(0), tableGap()*float32(len(t)-1)
	for _, c := range t {
		shares, least = shares+c.Share, least+c.Least
	}
	more, x := max(0, size.Width-least), float32(0)
	for i, o := range objects {
		width := t[i].Least + more*t[i].Share/max(shares, 1)
		o.Move(fyne.NewPos(x, 0))
		widen(o, width)
		x += width + tableGap()
	}
}

// MinSize is the least widths of the columns, and the height of the highest field.
func (t Table) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(tableGap()*float32(len(t)-1), 0)
	for i, o := range objects {
		size.Width += t[i].Least
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}
