package widgets

import (
	"fmt"
	"slices"
	"testing"

	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// evenList is a list of numbers of which some are ticked.
func evenList(ticks map[int]bool) *TickList[int] {
	l := NewTickList("numbers", "Taken", func(i int) bool { return ticks[i] }, []Column[int]{{Heading: "Name", Share: 1, Least: 100, Text: func(i int) string { return fmt.Sprintf("Row %d", i) }}})
	l.Reload(upTo(500))
	return l
}

func TestALineIsTickedWithTheMouseAndWithTheSpaceBar(t *testing.T) {
	ticks := map[int]bool{1: true}
	l := evenList(ticks)
	var said []string
	l.OnTick = func(i int, yes bool) {
		said = append(said, fmt.Sprint(i, yes))
		ticks[i] = yes
		l.Reload(upTo(500))
	}
	l.OnOpen = func(i int) { said = append(said, fmt.Sprint("open ", i)) }
	s := uitest.NewScreen(t, l)
	if len(said) != 0 {
		t.Fatalf("showing the list says %q", said)
	}
	s.Must("Taken", "Name")
	s.Tap("numbers[0].tick")
	s.Tap("numbers[1].tick")
	s.Canvas().Focus(l.list)
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeySpace, fyne.KeySpace, fyne.KeyReturn)
	s.TapLine("numbers", "Row 4")
	if want := []string{"0 true", "1 false", "2 true", "2 false", "open 2", "open 4"}; !slices.Equal(said, want) {
		t.Errorf("it says %q, want %q", said, want)
	}
}

func TestTheHeadingsOfAListToTickStandStill(t *testing.T) {
	s := uitest.NewScreen(t, evenList(nil))
	s.Tap("numbers.sort.Name")
	heading := s.Find("numbers.sort.Name")
	heading.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
	heading.(fyne.Draggable).Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(30, 0)})
	heading.(fyne.Draggable).DragEnd()
	if s.Asked() || s.Lines("numbers")[0] != "Row 0" {
		t.Error("the headings do something")
	}
}

func TestOnlyTheLinesInSightAreDrawn(t *testing.T) {
	s := uitest.NewScreen(t, evenList(nil))
	if n := len(s.Lines("numbers")); n == 0 || n > 40 {
		t.Errorf("%d lines are drawn", n)
	}
}
