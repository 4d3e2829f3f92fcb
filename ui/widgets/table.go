package widgets

import (
	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Unlabelled makes fields without a label above them, for the rows of a table whose headings name them.
func (f *Form) Unlabelled(fields func() fyne.CanvasObject) fyne.CanvasObject {
	f.unlabelled = true
	defer func() { f.unlabelled = false }()
	return fields()
}

// Heads are the headings of a table whose rows have the same shares of the width.
func Heads(shares []float32, headings ...string) fyne.CanvasObject {
	labels := make([]fyne.CanvasObject, len(headings))
	for i, heading := range headings {
		l := widget.NewLabel(heading)
		l.TextStyle.Bold = true
		l.SizeName = look.SizeSmall
		l.Truncation = fyne.TextTruncateEllipsis
		labels[i] = l
	}
	return Shares(shares, labels...)
}
