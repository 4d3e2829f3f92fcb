package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scroller scrolls content that gets higher as it gets narrower, as forms do whose columns stack. Fyne's own scroller asks how high its
// content is before it gives it its width.
func Scroller(content fyne.CanvasObject) fyne.CanvasObject {
	s := &settling{}
	s.scroll = container.NewVScroll(container.New(s, content))
	return s.scroll
}

// settling lays its one object out, and has the scroller around it look again if that has changed how high it is.
type settling struct{ scroll *container.Scroll }

func (s *settling) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	before := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
	if s.scroll != nil && objects[0].MinSize().Height != before {
		s.scroll.Refresh()
	}
}

func (s *settling) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
