package widgets

import (
	"fmt"
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// choosable is a register of ten rows whose rows can be chosen, and what is told of them.
func choosable(t *testing.T) (s *uitest.Screen, r *Register[int], opened *[]int, told *int) {
	t.Helper()
	r, opened, told = numberRegister(), new([]int), new(int)
	r.OnOpen = func(i int) { *opened = append(*opened, i) }
	r.Chooses(func(i int) data.ID { return data.ID(fmt.Sprint(i)) }, func() { *told++ })
	s = uitest.NewScreen(t, r)
	r.SetRows(upTo(10))
	return s, r, opened, told
}

func wantChosen(t *testing.T, r *Register[int], want ...int) {
	t.Helper()
	if got := r.Chosen(); !slices.Equal(got, want) {
		t.Errorf("chosen are %v, want %v", got, want)
	}
}

// with does something while keys are held down.
func with(keys fyne.KeyModifier, do func()) {
	letGo := Hold(keys)
	defer letGo()
	do()
}

func TestRowsAreChosenByClicksAndAPlainClickOpens(t *testing.T) {
	s, r, opened, told := choosable(t)
	s.TapLine("numbers", "Row 3 ")
	wantChosen(t, r)
	with(fyne.KeyModifierControl, func() { s.TapLine("numbers", "Row 2 ") })
	wantChosen(t, r, 2)
	with(fyne.KeyModifierSuper, func() { s.TapLine("numbers", "Row 5 ") })
	wantChosen(t, r, 2, 5)
	with(fyne.KeyModifierControl, func() { s.TapLine("numbers", "Row 2 ") })
	wantChosen(t, r, 5)
	s.Tap("numbers.select[1]")
	wantChosen(t, r, 1, 5)
	with(fyne.KeyModifierShift, func() { s.TapLine("numbers", "Row 3 ") })
	wantChosen(t, r, 1, 2, 3)
	with(fyne.KeyModifierShift|fyne.KeyModifierControl, func() { s.TapLine("numbers", "Row 0 ") })
	wantChosen(t, r, 0, 1, 2, 3)
	with(fyne.KeyModifierShift, func() { s.Tap("numbers.select[5]") })
	wantChosen(t, r, 0, 1, 2, 3, 4, 5)
	if !slices.Equal(*opened, []int{3}) || *told != 7 {
		t.Errorf("opened %v, told %d times", *opened, *told)
	}
	s.Tap("numbers.select.all")
	wantChosen(t, r, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	s.Tap("numbers.select.all")
	wantChosen(t, r)
}

func TestRowsAreChosenWithTheKeyboardAlone(t *testing.T) {
	s, r, opened, _ := choosable(t)
	s.Canvas().Focus(r.List())
	s.Press(fyne.KeyDown, fyne.KeySpace)
	wantChosen(t, r, 1)
	with(fyne.KeyModifierShift, func() { s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp) })
	wantChosen(t, r, 1, 2)
	s.Press(fyne.KeyEnd, fyne.KeySpace)
	wantChosen(t, r, 1, 2, 9)
	s.Press(fyne.KeyEscape)
	wantChosen(t, r)
	s.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if n := len(r.Chosen()); n != 10 {
		t.Errorf("Ctrl+A chose %d", n)
	}
	if len(*opened) != 0 {
		t.Errorf("opened %v", *opened)
	}
}

func TestRowsThatAreNotShownAreNotChosen(t *testing.T) {
	s, r, _, told := choosable(t)
	s.Tap("numbers.select[2]")
	s.Tap("numbers.select[7]")
	r.SetRows(numbers{7, 2, 1}) // sorted
	wantChosen(t, r, 7, 2)
	if *told != 2 {
		t.Errorf("told %d times", *told)
	}
	r.Reload(numbers{2, 3})
	wantChosen(t, r, 2)
	if *told != 3 {
		t.Errorf("told %d times that one has gone", *told)
	}
	r.ChooseNone()
	wantChosen(t, r)
}

func TestWhatIsTickedBySpaceIsChosenBySpaceWithShift(t *testing.T) {
	r, ticked := numberRegister(), -1
	r.Ticks(func(int) bool { return false }, func(i int) { ticked = i })
	r.Chooses(func(i int) data.ID { return data.ID(fmt.Sprint(i)) }, func() {})
	s := uitest.NewScreen(t, r)
	r.SetRows(upTo(5))
	s.Canvas().Focus(r.List())
	s.Press(fyne.KeyDown, fyne.KeySpace)
	wantChosen(t, r)
	with(fyne.KeyModifierShift, func() { s.Press(fyne.KeySpace) })
	wantChosen(t, r, 1)
	s.Tap("numbers.tick[2]")
	if ticked != 2 {
		t.Errorf("the box of row 2 ticked %d", ticked)
	}
}

func TestAChosenRowIsMarked(t *testing.T) {
	s, _, _, _ := choosable(t)
	s.Tap("numbers.select[2]")
	shown := 0
	uitest.Walk(s.Find("numbers"), func(o fyne.CanvasObject) {
		if l, ok := o.(*chooseLine); ok && l.bar.Visible() && l.ground.Visible() {
			shown++
		}
	})
	if shown != 1 {
		t.Errorf("%d rows are marked", shown)
	}
}
