package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func block(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestColumnsStackWhereTheyHaveNoRoom(t *testing.T) {
	test.NewTempApp(t)
	gap := columnGap()
	for _, c := range []struct {
		width float32
		tops  [3]bool // of the fields that stand in the first row
	}{
		{3*200 + 2*gap, [3]bool{true, true, true}},
		{3*200 + 2*gap - 1, [3]bool{true, true, false}},
		{2*200 + gap - 1, [3]bool{true, false, false}},
	} {
		a, b, third := block(200, 30), block(80, 50), block(80, 30)
		columns := Columns(a, b, third)
		if least := columns.MinSize().Width; least != 200 {
			t.Errorf("columns need %v of width, and their widest field 200", least)
		}
		columns.Resize(fyne.NewSize(c.width, 500))
		for i, o := range []fyne.CanvasObject{a, b, third} {
			if (o.Position().Y == 0) != c.tops[i] {
				t.Errorf("in %v, field %d stands at %v", c.width, i, o.Position())
			}
			if right := o.Position().X + o.Size().Width; right > c.width+0.01 {
				t.Errorf("in %v, field %d ends at %v", c.width, i, right)
			}
		}
		if bottom := third.Position().Y + third.Size().Height; columns.MinSize().Height < bottom {
			t.Errorf("in %v, the columns are %v high and the last field ends at %v", c.width, columns.MinSize().Height, bottom)
		}
	}
}

func TestAFormThatScrollsKnowsHowHighItsColumnsHaveBecome(t *testing.T) {
	test.NewTempApp(t)
	columns := Columns(block(200, 30), block(200, 30), block(200, 30))
	end := block(10, 10)
	scroll := container.NewVScroll(Stack(columns, end))
	for _, width := range []float32{700, 250, 450, 700} {
		scroll.Resize(fyne.NewSize(width, 60))
		bottom := end.Position().Y + end.Size().Height
		if end.Position().Y < columns.MinSize().Height || scroll.Content.Size().Height != max(60, bottom) {
			t.Errorf("in %v the last object ends at %v under columns of %v, in content of %v", width, bottom, columns.MinSize().Height, scroll.Content.Size().Height)
		}
	}
}

func TestWhatStandsUnderStackedColumnsIsNotCovered(t *testing.T) {
	test.NewTempApp(t)
	end := block(10, 10)
	stack := Stack(Columns(block(200, 30), block(200, 30)), end)
	stack.Resize(fyne.NewSize(450, 300))
	stack.Resize(fyne.NewSize(250, 300))
	if end.Position().Y < 60 {
		t.Errorf("it stands at %v, under two fields of 30 each", end.Position())
	}
}
