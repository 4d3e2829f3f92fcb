package widgets

import (
	"strconv"
	"strings"
	"testing"

	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// turnWheel turns the wheel over what has that name: down if by is below nothing.
func turnWheel(s *uitest.Screen, name string, by float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.Find(name))
	test.Scroll(s.Canvas(), at.AddXY(20, 20), 0, by)
}

func longPage(t *testing.T, text string) (*uitest.Screen, *container.Scroll) {
	f := NewForm("f")
	line, end := strings.Repeat("a line that is longer than its field ", 20), ""
	fields := []fyne.CanvasObject{f.Text("line", "Line", "", &line), f.Lines("text", "Text", "", 5, &text)}
	for range 30 {
		fields = append(fields, f.Text("more", "More", "", &end))
	}
	page := container.NewVScroll(container.NewPadded(Stack(fields...)))
	return uitest.NewScreen(t, container.NewStack(page)), page
}

func TestTheWheelScrollsThePageOverAFieldThatHasNothingToScroll(t *testing.T) {
	for _, name := range []string{"f.line", "f.text"} {
		s, page := longPage(t, "short")
		turnWheel(s, name, -30)
		if page.Offset.Y != 30 {
			t.Errorf("over %s the page scrolls by %v, not by 30", name, page.Offset.Y)
		}
		turnWheel(s, name, 30)
		if page.Offset.Y != 0 {
			t.Errorf("over %s the page scrolls back to %v, not to its top", name, page.Offset.Y)
		}
	}
}

func TestTheWheelScrollsALongTextFirstAndThenThePage(t *testing.T) {
	s, page := longPage(t, strings.Repeat("one more line\n", 20))
	own := inside(t, s, "f.text")
	turnWheel(s, "f.text", -40)
	if page.Offset.Y != 0 || own.Offset.Y != 40 {
		t.Fatalf("the page is at %v and the text at %v; the text has more to show", page.Offset.Y, own.Offset.Y)
	}
	turnWheel(s, "f.text", -10000)
	end := own.Offset.Y
	turnWheel(s, "f.text", -30)
	if page.Offset.Y != 30 || own.Offset.Y != end {
		t.Errorf("at its end the text is at %v, and the page at %v, not 30", own.Offset.Y, page.Offset.Y)
	}
	turnWheel(s, "f.text", 20)
	if page.Offset.Y != 30 || own.Offset.Y != end-20 {
		t.Errorf("back, the page is at %v and the text at %v: the text comes first", page.Offset.Y, own.Offset.Y)
	}
}

func TestTheWheelScrollsAListFirstAndThenThePage(t *testing.T) {
	list := NewRegister("list", []Column[int]{{Key: "a", Heading: "A", Text: strconv.Itoa}})
	list.SetRows(make(numbers, 40))
	fields, end := []fyne.CanvasObject{container.NewGridWrap(fyne.NewSize(400, 200), list)}, ""
	f := NewForm("f")
	for range 30 {
		fields = append(fields, f.Text("more", "More", "", &end))
	}
	page := container.NewVScroll(container.NewPadded(container.NewVBox(fields...)))
	s := uitest.NewScreen(t, container.NewStack(page))
	turn := func(by float32) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(list)
		test.Scroll(s.Canvas(), at.AddXY(20, 100), 0, by)
	}
	turn(-40)
	if at := list.list.GetScrollOffset(); at != 40 || page.Offset.Y != 0 {
		t.Fatalf("the list is at %v and the page at %v; the list has more to show", at, page.Offset.Y)
	}
	turn(-10000)
	turn(-30)
	if page.Offset.Y != 30 {
		t.Errorf("at the end of the list the page is at %v, not 30", page.Offset.Y)
	}
}

func TestTheWheelScrollsAFormInFrontOfTheWindow(t *testing.T) {
	s := uitest.NewScreen(t, container.NewStack())
	f, text := NewForm("f"), ""
	var fields []fyne.CanvasObject
	for range 12 {
		fields = append(fields, f.Lines("text", "Text", "", 5, &text))
	}
	ShowForm(s.Window, "Long", f, Stack(fields...), func() {})
	turnWheel(s, "f.text", -30)
	if way := scrollsAround(s.Find("f.text")); len(way) != 1 || way[0].Offset.Y != 30 {
		t.Error("the form stands still")
	}
}

// inside is what scrolls within a field.
func inside(t *testing.T, s *uitest.Screen, name string) (own *container.Scroll) {
	t.Helper()
	uitest.Walk(s.Find(name), func(o fyne.CanvasObject) {
		if scroll, ok := o.(*container.Scroll); ok {
			own = scroll
		}
	})
	if own == nil {
		t.Fatalf("nothing scrolls within %s", name)
	}
	return own
}

func TestWhatGetsTheKeyboardComesIntoSight(t *testing.T) {
	s, page := longPage(t, "short")
	var last fyne.CanvasObject
	for range 20 {
		s.Canvas().FocusNext()
		if o, ok := s.Canvas().Focused().(fyne.CanvasObject); ok {
			last = o
		}
	}
	seen := func() bool {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(page).Y
		return at >= 0 && at+last.Size().Height <= page.Size().Height
	}
	if page.Offset.Y == 0 || !seen() {
		t.Errorf("after 20 fields the page is at %v", page.Offset.Y)
	}
	first := s.Find("f.line")
	last = first
	s.Focus("f.line")
	if !seen() {
		t.Errorf("back at the first field the page is at %v", page.Offset.Y)
	}
	page.ScrollToOffset(fyne.NewPos(0, 50)) // the field is cut, but seen
	s.Canvas().Unfocus()
	s.Focus("f.line")
	if page.Offset.Y != 50 {
		t.Errorf("what can be seen moves to %v under the mouse", page.Offset.Y)
	}
}

func TestWhatGetsTheKeyboardComesIntoSightThoughItDoesNotKnowItsWindow(t *testing.T) {
	s, page := longPage(t, "short")
	test.NewTempWindow(t, NewEntry("other")) // which the driver of the tests takes for that of every object, as it would be of none
	for range 20 {
		s.Canvas().FocusNext()
	}
	last := s.Canvas().Focused()
	page.ScrollToTop()
	s.Canvas().Unfocus()
	s.Canvas().Focus(last)
	if page.Offset.Y == 0 {
		t.Error("the last field has the keyboard and is out of sight")
	}
}
