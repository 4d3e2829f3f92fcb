package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// footLine lays out what has just happened beside how things stand with the file, whose name gives way where there is no room for both.
type footLine struct {
	said *widget.Label
	name *widget.Label
}

// leastSaid is the room that what has happened has in any case, as many times the height of the words.
const leastSaid = 8

func (f footLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	said, stands := objects[0].MinSize(), objects[1].MinSize()
	if f.name.Visible() {
		stands.Width -= f.name.MinSize().Width
	}
	return fyne.NewSize(leastSaid*theme.TextSize()+stands.Width, max(said.Height, stands.Height))
}

func (f footLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	said, stands := objects[0], objects[1]
	if !f.name.Visible() {
		f.name.Show()
	}
	room := size.Width - stands.MinSize().Width
	if fyne.MeasureText(f.said.Text, theme.TextSize(), f.said.TextStyle).Width+2*theme.InnerPadding() > room {
		f.name.Hide()
		room = size.Width - stands.MinSize().Width
	}
	said.Move(fyne.NewPos(0, 0))
	said.Resize(fyne.NewSize(room, size.Height))
	stands.Move(fyne.NewPos(room, 0))
	stands.Resize(fyne.NewSize(size.Width-room, size.Height))
}
