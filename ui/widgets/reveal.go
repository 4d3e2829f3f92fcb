package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Fyne leaves what gets the keyboard where it is, though it may be out of sight: whoever goes through a form with the Tab key would type into
// the dark.

// reveal scrolls what has got the keyboard into sight. What can be seen, if only in part, stays where it is: somebody may just be clicking
// on it.
func reveal(o fyne.CanvasObject) {
	way := wayIn(o)
	for i, around := range slices.Backward(way) {
		s, ok := around.(*container.Scroll)
		if !ok {
			continue
		}
		room, size := s.Size(), o.Size()
		if room.IsZero() || size.IsZero() {
			return // nothing has its place yet
		}
		at := placeIn(way[i+1:])
		most := s.Content.MinSize().Subtract(room)
		to := fyne.NewPos(
			max(0, min(s.Offset.X+outside(at.X, size.Width, room.Width), most.Width)),
			max(0, min(s.Offset.Y+outside(at.Y, size.Height, room.Height), most.Height)),
		)
		if to != s.Offset {
			s.ScrollToOffset(to)
		}
	}
}

// placeIn is where the last of some objects, each of which lies in the one before it, is in what the first lies in.
func placeIn(way []fyne.CanvasObject) fyne.Position {
	var at fyne.Position
	for _, o := range way {
		at = at.Add(o.Position())
	}
	return at
}

// outside is how far to scroll for something that begins at a place and is so long, in a room of some length; nothing if any of it can be seen.
func outside(at, length, room float32) float32 {
	const sliver = 4               // what is seen of an edge is not seen
	margin := theme.TextSize() * 2 // for the name above it, and for what comes next
	switch {
	case at+length <= sliver:
		return at - margin
	case at >= room-sliver:
		return min(at+length-room+margin, at-margin)
	default:
		return 0
	}
}

// FocusGained shows where one types.
func (e *Entry) FocusGained() {
	e.idle = true
	e.Entry.FocusGained()
	reveal(e)
}

// FocusGained shows what the keyboard would press.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	reveal(b)
}

// FocusGained shows what the keyboard would tick.
func (t *Tick) FocusGained() {
	t.Check.FocusGained()
	reveal(t)
}
