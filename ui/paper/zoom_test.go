package paper_test

import (
	"math"
	"strings"
	"testing"

	window "almoner/ui/desk"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// inSight are the pages that are painted.
func (d *desk) inSight() (painted []*canvas.Raster) {
	uitest.Walk(d.Find("paper.pages"), func(o fyne.CanvasObject) {
		if r, ok := o.(*canvas.Raster); ok {
			painted = append(painted, r)
		}
	})
	return painted
}

func TestThePaperIsShownInTheSizeThatOneChooses(t *testing.T) {
	r := request()
	r.Questions[0].Answer = strings.Repeat("One more of them.\n\n", 300)
	d := newDesk(t, r)
	p := d.pane(r)
	const inch = 96 // of Fyne's units
	wants := func(what string, percent float64) {
		t.Helper()
		if got, want := float64(d.inSight()[0].Size().Width), 210/25.4*inch*percent/100; math.Abs(got-want) > 1 {
			t.Errorf("%s, a page is %.0f wide, want %.0f", what, got, want)
		}
	}
	fitted := d.inSight()[0].Size().Width
	d.Tap("paper.full")
	wants("at its full size", 100)
	d.Tap("paper.larger")
	wants("larger", 125)
	if said := d.LastSaid(); said != "The paper is shown at 125 %." {
		t.Errorf("said %q", said)
	}
	for range 9 {
		p.View(window.PaperLarger)
	}
	wants("as large as can be", 200)
	_, scroll := d.sheets()
	first := d.inSight()[0]
	if painted := first.Generator(1588, 2246).Bounds().Dx(); painted != 1588 {
		t.Errorf("a page of 1588 pixels is painted in %d and made larger", painted)
	}
	d.Focus("paper.pages")
	d.Press(fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown)
	if scroll.Offset.X <= 0 || scroll.Offset.Y <= 0 {
		t.Errorf("keys scroll to %v", scroll.Offset)
	}
	d.Press(fyne.KeyEnd)
	if len(d.inSight()) == 0 {
		t.Error("at the end of the paper nothing is painted")
	}
	scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DX: -1e6}})
	if most := scroll.Content.MinSize().Width - scroll.Size().Width; math.Abs(float64(scroll.Offset.X-most)) > 1 {
		t.Errorf("the wheel scrolls to %v of %v", scroll.Offset.X, most)
	}

	d.pane(r)
	wants("on the next page that is opened", 200)
	d.Tap("paper.smaller")
	wants("smaller", 150)
	d.Tap("paper.fit")
	if got := d.inSight()[0].Size().Width; got != fitted {
		t.Errorf("fitted again, a page is %.0f wide, and not %.0f", got, fitted)
	}
	d.Tap("paper.smaller")
	if got := d.inSight()[0].Size().Width; got >= fitted {
		t.Errorf("a step smaller than fitted, a page is %.0f wide, fitted it was %.0f", got, fitted)
	}
}
