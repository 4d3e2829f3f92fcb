package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Fyne 2.8 gives the wheel of the mouse to the innermost of what scrolls, and an entry always has something that scrolls inside, as a list
// has: over a field the page stood still. So the wheel lies over an entry or a list, takes what the mouse sends, and passes it on to the page
// where there is nothing more to scroll that way, as a browser does.

// wheel lies over an entry or a list and has nothing to show.
type wheel struct {
	widget.BaseWidget
	over    fyne.CanvasObject // the entry, or what the list is a part of
	own     *container.Scroll // within it; nil if it has none
	up      bool              // it scrolls up and down; a line of text does not
	measure func()            // measures what scrolls; nil where that is always measured
	seen    fyne.Size         // how large it was when it was last measured
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(over fyne.CanvasObject, inside []fyne.CanvasObject, up bool) *wheel {
	w := &wheel{over: over, up: up}
	for _, o := range inside {
		if s, ok := o.(*container.Scroll); ok {
			w.own = s
		}
	}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer shows nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled scrolls what it lies over, or the nearest around that which has something to scroll that way.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if size := w.Size(); w.measure != nil && w.seen != size {
		w.measure()
		w.seen = size
	}
	if w.own != nil && (w.up || e.Scrolled.DY == 0) && canScroll(w.own, e.Scrolled) {
		w.own.Scrolled(e)
		return
	}
	for _, s := range slices.Backward(scrollsAround(w.over)) {
		if canScroll(s, e.Scrolled) {
			s.Scrolled(e)
			return
		}
	}
}

// canScroll reports whether there is more in the direction of the wheel.
func canScroll(s *container.Scroll, by fyne.Delta) bool {
	const nothing = 0.5 // what rounding leaves over
	most := s.Content.MinSize().Subtract(s.Size())
	more := func(by, at, most float32) bool { return by > 0 && at > nothing || by < 0 && at < most-nothing }
	switch s.Direction {
	case container.ScrollVerticalOnly:
		return more(by.DY, s.Offset.Y, most.Height)
	case container.ScrollHorizontalOnly:
		return more(by.DX, s.Offset.X, most.Width)
	case container.ScrollNone:
		return false
	default:
		return more(by.DY, s.Offset.Y, most.Height) || more(by.DX, s.Offset.X, most.Width)
	}
}

// inFront is what scrolls the forms in front of the window, the last one before all others.
var inFront []*container.Scroll

// putInFront lets the wheel find the way into a form in front of the window until it is gone: Fyne hides what is within an overlay.
func putInFront(s *container.Scroll) (gone func()) {
	inFront = append(inFront, s)
	return func() { inFront = slices.DeleteFunc(inFront, func(f *container.Scroll) bool { return f == s }) }
}

// scrollsAround are the scrolling parts of the window in which an object lies, from the outermost to the innermost.
func scrollsAround(object fyne.CanvasObject) []*container.Scroll {
	var scrolls []*container.Scroll
	for _, o := range wayIn(object) {
		if s, ok := o.(*container.Scroll); ok {
			scrolls = append(scrolls, s)
		}
	}
	return scrolls
}

// wayIn is what an object lies in, from the outermost to the object itself; nothing where it is in no window. The windows are asked, and not the
// object: one on a leaf that was never shown does not know yet where it is.
func wayIn(object fyne.CanvasObject) []fyne.CanvasObject {
	for _, s := range slices.Backward(inFront) {
		if way := wayTo(object, s, nil); way != nil {
			return way
		}
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if way := wayTo(object, w.Canvas().Content(), nil); way != nil {
			return way
		}
	}
	return nil
}

// wayTo is the way from one object to another that lies in it, both of them included, or nil.
func wayTo(object, around fyne.CanvasObject, way []fyne.CanvasObject) []fyne.CanvasObject {
	if around == nil || around != object && !around.Visible() {
		return nil
	}
	way = append(way[:len(way):len(way)], around)
	if around == object {
		return way
	}
	for _, inner := range within(around) {
		if found := wayTo(object, inner, way); found != nil {
			return found
		}
	}
	return nil
}

// wheeled is what draws an entry or a list, with the wheel over it.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
}

// CreateRenderer draws the entry.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	w := newWheel(e, r.Objects(), e.MultiLine)
	if e.MultiLine {
		w.measure = e.Refresh // a text that the field was made with is not measured before
	}
	return &wheeled{r, w}
}

// CreateRenderer draws the list.
func (l *keyList) CreateRenderer() fyne.WidgetRenderer {
	r := l.List.CreateRenderer()
	over := l.partOf
	if over == nil {
		over = l
	}
	return &wheeled{r, newWheel(over, r.Objects(), true)}
}

// Objects are those that were drawn already, and the wheel in front of them.
func (r *wheeled) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.wheel)
}

// Layout gives the wheel all of the room.
func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}
