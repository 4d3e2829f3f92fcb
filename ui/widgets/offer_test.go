package widgets

import (
	"testing"

	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

func TestButtonsThatHaveNoRoomAreLeftOutAndTheLastOnesStay(t *testing.T) {
	words := widget.NewLabel("12 selected · £34,500")
	first, second, last := NewButton("first", "Close grants…", nil, nil), NewButton("second", "Add a theme…", nil, nil), NewButton("last", "More", nil, nil)
	o := NewOffer(words, []fyne.CanvasObject{first, second}, []fyne.CanvasObject{last})
	uitest.NewScreen(t, o)
	for _, c := range []struct {
		width       float32
		one, two    bool
		wordsAtMost float32
	}{{900, true, true, 900}, {380, true, false, 300}, {240, false, false, 240}} {
		o.Resize(fyne.NewSize(c.width, 40))
		if first.Visible() != c.one || second.Visible() != c.two || !last.Visible() {
			t.Errorf("at %.0f the buttons show: %t %t %t", c.width, first.Visible(), second.Visible(), last.Visible())
		}
		if end := last.Position().X + last.Size().Width; end != c.width || words.Size().Width > c.wordsAtMost {
			t.Errorf("at %.0f the last ends at %.0f and the words are %.0f wide", c.width, end, words.Size().Width)
		}
	}
}
