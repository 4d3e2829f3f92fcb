package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Tight lays objects out under each other with no room between them, such as a name and what is said of it.
func Tight(objects ...fyne.CanvasObject) *fyne.Container { return container.New(tight{}, objects...) }
