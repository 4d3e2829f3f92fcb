package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestControlsGoIntoRowsAndAskForNoMoreWidthThanTheWidest(t *testing.T) {
	test.NewTempApp(t)
	box := func(width float32) fyne.CanvasObject {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(width, 20))
		return r
	}
	hidden := box(500)
	hidden.Hide()
	rows := InRows(box(60), hidden, box(80), box(50))
	gap := theme.Padding()
	for _, c := range []struct {
		width, height float32
		last          fyne.Position
	}{
		{400, 20, fyne.NewPos(140+2*gap, 0)},
		{140 + gap, 40 + gap, fyne.NewPos(0, 20+gap)},
		{80, 60 + 2*gap, fyne.NewPos(0, 40+2*gap)},
		{400, 20, fyne.NewPos(140+2*gap, 0)},
	} {
		rows.Resize(fyne.NewSize(c.width, 100))
		if got := rows.MinSize(); got != fyne.NewSize(80, c.height) {
			t.Errorf("at %v they ask for %v", c.width, got)
		}
		if got := rows.Objects[3].Position(); got != c.last {
			t.Errorf("at %v the last stands at %v, not %v", c.width, got, c.last)
		}
	}
}
