package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestColumnsAreHiddenDrawnWiderAndRemembered(t *testing.T) {
	r := NewRegister("list", []Column[int]{
		{Key: "a", Heading: "A", Share: 1, Least: 50, Text: func(int) string { return "one" }},
		{Key: "b", Heading: "B", Share: 1, Least: 50, Text: func(int) string { return "two" }},
		{Key: "c", Heading: "C", Share: 1, Least: 50, Text: func(int) string { return "three" }},
	})
	r.SetRows(numbers{1, 2})
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(600, 300))
	told := 0
	r.OnArrange = func() { told++ }

	items := r.ColumnItems()
	items[1].Action()
	if !r.Hidden("b") || r.Hidden("a") || told != 1 {
		t.Errorf("hidden: %v, told %d times", r.Arrangement(), told)
	}
	l := newLine(r.widths)
	l.set([]string{"one", "two", "three"})
	if got := l.InspectText(); got != "one | three" {
		t.Errorf("a line shows %q", got)
	}

	title := r.heading.titles[0]
	before := title.Size().Width
	title.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(before/2, 5)}})
	title.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(30, 0)})
	if title.Size().Width != before {
		t.Error("it is drawn wider by its middle")
	}
	title.DragEnd()
	title.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(before-2, 5)}})
	for range 3 {
		title.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(10, 0)})
	}
	title.DragEnd()
	if got := title.Size().Width; got != before+30 || told != 2 {
		t.Errorf("drawn 30 wider it is %v wide after %v; told %d times", got, before, told)
	}

	kept := r.Arrangement()
	r.ColumnItems()[4].Action()
	if got := r.Arrangement(); len(got) != 0 || title.Size().Width == before+30 {
		t.Errorf("as usual is %q", got)
	}
	r.Arrange(kept)
	if got := r.Arrangement(); !slices.Equal(got, kept) || title.Size().Width != before+30 {
		t.Errorf("%q is arranged as %q", kept, got)
	}
	r.Arrange([]string{"a hidden", "b hidden", "c hidden", "d 100", "nonsense"})
	if r.Hidden("a") || !r.ColumnItems()[0].Disabled {
		t.Error("the last column can be hidden")
	}
}

func TestAColumnThatStandsAsideIsShownWhenAskedFor(t *testing.T) {
	word := func(s string) string { return s }
	r := NewRegister("words", []Column[string]{{Key: "a", Heading: "A", Text: word}, {Key: "b", Heading: "B", Aside: true, Text: word}})
	if !r.Hidden("b") || len(r.Arrangement()) != 0 {
		t.Errorf("at first %q", r.Arrangement())
	}
	r.ColumnItems()[1].Action()
	kept := r.Arrangement()
	if r.Hidden("b") || !slices.Equal(kept, []string{"b shown"}) {
		t.Errorf("asked for, it is arranged as %q", kept)
	}
	r.Arrange(nil)
	if !r.Hidden("b") {
		t.Error("as usual, it is shown")
	}
	r.Arrange([]string{"b 120"})
	if r.Hidden("b") || !slices.Equal(r.Arrangement(), []string{"b 120"}) {
		t.Errorf("drawn wider, it is arranged as %q", r.Arrangement())
	}
	r.Arrange(kept)
	if r.Hidden("b") {
		t.Error("what was kept is not shown again")
	}
}
