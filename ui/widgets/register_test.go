package widgets

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

type numbers []int

func (n numbers) Len() int     { return len(n) }
func (n numbers) At(i int) int { return n[i] }

func upTo(n int) numbers {
	rows := make(numbers, n)
	for i := range rows {
		rows[i] = i
	}
	return rows
}

func numberRegister() *Register[int] {
	return NewRegister("numbers", []Column[int]{
		{Key: "name", Heading: "Name", Share: 3, Least: 100, Text: func(i int) string { return fmt.Sprintf("Row %d", i) }},
		{Key: "amount", Heading: "Amount", Share: 1, Least: 90, Figures: true, Text: func(i int) string { return data.Pounds(int64(i * i)).String() }},
	})
}

func TestAHeadingSortsAndTurnsRound(t *testing.T) {
	r := numberRegister()
	var asked []data.Sort
	r.OnSort = func(by data.Sort) { asked = append(asked, by) }
	s := uitest.NewScreen(t, r)
	s.Must("Name, ascending")
	s.Tap("numbers.sort.Name")
	s.Must("Name, descending")
	s.Tap("numbers.sort.Amount")
	s.Must("Amount, ascending")
	s.MustNot("Name, ascending", "Name, descending")
	s.Tap("numbers.sort.Amount")
	s.Tap("numbers.sort.Amount")
	want := []data.Sort{{Field: "name", Descending: true}, {Field: "amount"}, {Field: "amount", Descending: true}, {Field: "amount"}}
	if !slices.Equal(asked, want) || r.Sort() != want[3] {
		t.Errorf("asked for %v, want %v", asked, want)
	}
	r.SetSort(data.Sort{Field: "name", Descending: true})
	s.Must("Name, descending")
}

func TestTheKeyboardMovesThroughAListAndOpens(t *testing.T) {
	r := numberRegister()
	opened := -1
	r.OnOpen = func(i int) { opened = i }
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(1000))
	s.Canvas().Focus(r.List())
	page := int(r.list.Size().Height/lineHeight()) - 1
	if page < 10 {
		t.Fatalf("a page of %d lines is none", page)
	}
	for _, c := range []struct {
		keys []fyne.KeyName
		want int
	}{
		{nil, 0},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp}, 1},
		{[]fyne.KeyName{fyne.KeyPageDown}, 1 + page},
		{[]fyne.KeyName{fyne.KeyPageUp, fyne.KeyPageUp}, 0},
		{[]fyne.KeyName{fyne.KeyEnd}, 999},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyUp}, 998},
		{[]fyne.KeyName{fyne.KeyHome}, 0},
	} {
		s.Press(c.keys...)
		s.Press(fyne.KeyReturn)
		if opened != c.want {
			t.Errorf("after %v Enter opens row %d, want %d", c.keys, opened, c.want)
		}
		if words := fmt.Sprintf("Row %d | ", c.want); !inSight(s, "numbers", words) {
			t.Errorf("after %v row %d is out of sight", c.keys, c.want)
		}
	}
}

// inSight reports whether a line that begins with words lies within its list.
func inSight(s *uitest.Screen, list, words string) bool {
	seen := false
	var top, bottom float32
	uitest.Walk(s.Find(list), func(o fyne.CanvasObject) {
		if l, ok := o.(*keyList); ok {
			top = fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y
			bottom = top + l.Size().Height
		}
		if l, ok := o.(*line); ok && len(l.InspectText()) >= len(words) && l.InspectText()[:len(words)] == words {
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y
			seen = y >= top-1 && y+l.Size().Height <= bottom+1
		}
	})
	return seen
}

func TestATapOpensALine(t *testing.T) {
	r := numberRegister()
	var opened []int
	r.OnOpen = func(i int) { opened = append(opened, i) }
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(50))
	s.TapLine("numbers", "Row 7 ")
	s.TapLine("numbers", "Row 7 ") // again: a line that is chosen already opens too
	if !slices.Equal(opened, []int{7, 7}) {
		t.Errorf("opened %v", opened)
	}
	r.SetRows(numbers{})
	r.First()
	if len(opened) != 2 {
		t.Error("a list of nothing opens something")
	}
}

func TestOtherRowsBeginAtTheTopAndTheSameRowsStay(t *testing.T) {
	r := numberRegister()
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(1000))
	r.ScrollBy(500)
	r.Reload(upTo(1000))
	if inSight(s, "numbers", "Row 0 | ") {
		t.Error("reading the rows again moves the list")
	}
	r.SetRows(upTo(900))
	if !inSight(s, "numbers", "Row 0 | ") {
		t.Error("other rows do not begin at the top")
	}
}

func TestFiguresStandUnderEachOtherAtTheRight(t *testing.T) {
	r := numberRegister()
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(30))
	var names, figures []float32
	uitest.Walk(s.Find("numbers"), func(o fyne.CanvasObject) {
		if l, ok := o.(*line); ok {
			names = append(names, l.cells[0].Position().X)
			figures = append(figures, l.cells[1].Position().X+l.cells[1].Size().Width)
		}
	})
	if len(figures) < 15 {
		t.Fatalf("only %d lines are shown", len(figures))
	}
	for i := range figures {
		if math.Abs(float64(figures[i]-figures[0])) > 0.1 || names[i] != names[0] {
			t.Errorf("line %d: words begin at %v, figures end at %v; the first line has %v and %v", i, names[i], figures[i], names[0], figures[0])
		}
	}
	head := s.Find("numbers.sort.Amount")
	label := headingText(head)
	if end := head.Position().X + label.Position().X + label.Size().Width; math.Abs(float64(end-figures[0])) > 1 {
		t.Errorf("the heading ends at %v, its figures at %v", end, figures[0])
	}
}

func headingText(o fyne.CanvasObject) (found *canvas.Text) {
	uitest.Walk(o, func(o fyne.CanvasObject) {
		if words, ok := o.(*canvas.Text); ok {
			found = words
		}
	})
	return found
}

func TestALineHasOneLineAndStaysInItsColumn(t *testing.T) {
	r := NewRegister("long", []Column[int]{
		{Key: "a", Heading: "A", Share: 1, Least: 50, Text: func(int) string { return "First line\nsecond line" }},
		{Key: "b", Heading: "B", Share: 1, Least: 50, Text: func(int) string { return fmt.Sprint(make([]int, 500)) }},
	})
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(1))
	s.Must("First line …")
	uitest.Walk(s.Find("long"), func(o fyne.CanvasObject) {
		if l, ok := o.(*line); ok {
			if end := l.cells[1].Position().X + l.cells[1].Size().Width; end > l.Size().Width {
				t.Errorf("a text ends at %v in a line %v wide", end, l.Size().Width)
			}
		}
	})
}

func TestAHeadingLightsUpUnderTheMouse(t *testing.T) {
	r := numberRegister()
	s := uitest.NewScreen(t, r)
	head, ok := s.Find("numbers.sort.Name").(*title)
	if !ok {
		t.Fatal("the heading is something else")
	}
	dark := head.Cursor() == desktop.PointerCursor && !head.hovered
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(head)
	test.MoveMouse(s.Canvas(), at.AddXY(5, 5))
	lit := head.hovered
	test.MoveMouse(s.Canvas(), at.AddXY(5, 300))
	if !dark || !lit || head.hovered {
		t.Errorf("before %v, over it %v, after it %v", !dark, lit, head.hovered)
	}
}

func TestTheKeyboardBeginsAtTheFirstOfOtherRows(t *testing.T) {
	r := numberRegister()
	opened := -1
	r.OnOpen = func(i int) { opened = i }
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(100))
	s.Canvas().Focus(r.List())
	s.Press(fyne.KeyPageDown, fyne.KeyDown)
	s.Canvas().Unfocus()
	r.SetRows(numbers{})
	r.SetRows(numbers{40, 41, 42})
	s.Canvas().Focus(r.List())
	s.Press(fyne.KeyReturn)
	if opened != 40 {
		t.Errorf("Enter opens %d, want the first row", opened)
	}
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	if opened != 41 {
		t.Errorf("Down and Enter open %d, want the second row", opened)
	}
}

func TestEnterOpensWhatTheKeyboardIsOnNotTheMouse(t *testing.T) {
	r := numberRegister()
	opened := -1
	r.OnOpen = func(i int) { opened = i }
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(100))
	s.Canvas().Focus(r.List())
	s.Press(fyne.KeyDown)
	test.MoveMouse(s.Canvas(), fyne.NewPos(300, 300))
	s.Press(fyne.KeyReturn)
	if opened != 1 {
		t.Errorf("Enter opens row %d, want the one that the keyboard went to", opened)
	}
}
