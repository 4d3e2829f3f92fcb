package widgets

import (
	"testing"

	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// lined is a field of several lines in a window of a width, with the keyboard in it.
func lined(t *testing.T, width float32, text string) (*uitest.Screen, *Entry) {
	t.Helper()
	value := text
	s := uitest.NewScreen(t, NewForm("f").Lines("name", "Name", "", 4, &value))
	s.Window.Resize(fyne.NewSize(width, 300))
	s.Focus("f.name")
	e, ok := s.Canvas().Focused().(*Entry)
	if !ok {
		t.Fatal("the field does not have the keyboard")
	}
	return s, e
}

func TestEachSpaceStaysWhereItIsTypedWhereverALineEnds(t *testing.T) {
	const typed = "We turned down one bid in 2023. It asked for more than the fund had left."
	for width := float32(120); width < 420; width += 3 {
		for _, below := range []string{"", "\nThe paragraph below"} {
			s, e := lined(t, width, below)
			for _, c := range typed {
				s.Keys(string(c))
				e.Refresh() // as the form may at any time
				if c == ' ' {
					s.Keys("x")
					s.Press(fyne.KeyBackspace)
					s.Keys(" ")
					s.Press(fyne.KeyBackspace)
				}
			}
			if e.Text != typed+below {
				t.Errorf("in a width of %v the words are %q", width, e.Text)
			}
		}
	}
}

func TestWhatIsPastedEndsBeforeTheCaret(t *testing.T) {
	for width := float32(120); width < 420; width += 3 {
		s, e := lined(t, width, "")
		fyne.CurrentApp().Clipboard().SetContent("We turned down one bid in 2023. It asked ")
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		s.Keys("for more")
		if e.Text != "We turned down one bid in 2023. It asked for more" {
			t.Errorf("in a width of %v the words are %q", width, e.Text)
		}
	}
}

func TestTypingAndTakingBackLeavesTheRestAlone(t *testing.T) {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "word", " ", " ", "grants", "\n", "<", "<", "<<", "Ŵ", "longer-than-the-line-that-it-stands-on"}), 1, 40)
	rapid.Check(t, func(r *rapid.T) {
		below := rapid.SampledFrom([]string{"", "\nbelow", "\n\n", " after it"}).Draw(r, "below")
		s, e := lined(t, rapid.Float32Range(100, 300).Draw(r, "width"), below)
		var want []rune
		for _, w := range words.Draw(r, "words") {
			for _, c := range w {
				switch {
				case c != '<':
					s.Keys(string(c))
					want = append(want, c)
				case len(want) > 0:
					s.Press(fyne.KeyBackspace)
					want = want[:len(want)-1]
				}
			}
			if e.Text != string(want)+below {
				r.Fatalf("the text is %q, typed was %q before %q", e.Text, string(want), below)
			}
		}
	})
}
