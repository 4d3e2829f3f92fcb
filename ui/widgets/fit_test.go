package widgets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

const fitSize = 14

func widthOf(s string) (width float32) {
	runeWidths.Lock()
	defer runeWidths.Unlock()
	for _, r := range s {
		width += runeWidth(r, fitSize, fyne.TextStyle{})
	}
	return width
}

func TestALongTextEndsInDotsAndFillsItsRoom(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom([]rune("aIWm £–ŷ…字")), 0, 40, -1).Draw(t, "words")
		room := rapid.Float32Range(0, 400).Draw(t, "room")
		got := fit(words, room, fitSize, fyne.TextStyle{})
		switch got {
		case words:
			if widthOf(words) > room {
				t.Fatalf("%q is %v wide and was left whole in %v", words, widthOf(words), room)
			}
		case "":
			if widthOf("…") <= room {
				t.Fatalf("nothing is left of %q, though there is room for dots in %v", words, room)
			}
		default:
			kept, dots := strings.CutSuffix(got, "…")
			rest, begins := strings.CutPrefix(words, kept)
			if !dots || !begins || widthOf(got) > room {
				t.Fatalf("%q in %v became %q, which is %v wide", words, room, got, widthOf(got))
			}
			if next, _ := utf8.DecodeRuneInString(rest); widthOf(kept+string(next)+"…") <= room-0.01 {
				t.Fatalf("%q in %v became %q, though there was room for %q", words, room, got, next)
			}
			if widthOf(words) <= room-0.01 {
				t.Fatalf("%q fits %v and was cut to %q", words, room, got)
			}
		}
	})
}

func TestWhatFitsLetterByLetterFitsAsAWhole(t *testing.T) {
	test.NewTempApp(t)
	for _, words := range []string{"Stalking & Harassment IDVA", "AVAVA To Ty £22,528.57", "Llanfair – Tŷ Gwyn"} {
		if whole := fyne.MeasureText(words, fitSize, fyne.TextStyle{}).Width; whole > widthOf(words)+1 {
			t.Errorf("%q is %v wide as it is painted and %v letter by letter: it would be painted over its neighbour", words, whole, widthOf(words))
		}
	}
}
