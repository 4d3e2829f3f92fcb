package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// leastTitle is the room that a title has to have beside the buttons, as many times the height of the words; with less it stands above them.
const leastTitle = 14

// Headed lays out a title and its buttons: beside each other, or under each other where the words are large or the window is narrow.
func Headed(title, buttons fyne.CanvasObject) *fyne.Container {
	return container.New(&head{}, title, buttons)
}

type head struct{ width float32 }

func (h *head) beside(title, buttons fyne.Size) bool {
	return h.width == 0 || h.width >= buttons.Width+max(leastTitle*theme.TextSize(), title.Width)
}

func (h *head) MinSize(objects []fyne.CanvasObject) fyne.Size {
	title, buttons := objects[0].MinSize(), objects[1].MinSize()
	if h.beside(title, buttons) {
		return fyne.NewSize(buttons.Width, max(title.Height, buttons.Height))
	}
	return fyne.NewSize(buttons.Width, title.Height+buttons.Height)
}

func (h *head) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	title, buttons := objects[0], objects[1]
	least := buttons.MinSize()
	buttons.Resize(least)
	if h.beside(title.MinSize(), least) {
		title.Move(fyne.NewPos(0, (size.Height-title.MinSize().Height)/2))
		title.Resize(fyne.NewSize(size.Width-least.Width, title.MinSize().Height))
		buttons.Move(fyne.NewPos(size.Width-least.Width, (size.Height-least.Height)/2))
		return
	}
	title.Move(fyne.NewPos(0, 0))
	title.Resize(fyne.NewSize(size.Width, title.MinSize().Height))
	buttons.Move(fyne.NewPos(0, title.MinSize().Height))
}
