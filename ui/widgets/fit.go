package widgets

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// runeWidths remembers how wide a letter is, because a list that scrolls has to cut hundreds of texts a second and measuring a whole
// text costs a hundred times as much as adding up its letters.
var runeWidths = struct {
	sync.Mutex
	width map[runeStyle]float32
}{width: map[runeStyle]float32{}}

type runeStyle struct {
	r     rune
	size  float32
	style fyne.TextStyle
}

func runeWidth(r rune, size float32, style fyne.TextStyle) float32 {
	key := runeStyle{r, size, style}
	w, ok := runeWidths.width[key]
	if !ok {
		w = fyne.MeasureText(string(r), size, style).Width
		runeWidths.width[key] = w
	}
	return w
}

// fit is text cut with "…" where it is wider than the room there is.
func fit(text string, room, size float32, style fyne.TextStyle) string {
	runeWidths.Lock()
	defer runeWidths.Unlock()
	dots := runeWidth('…', size, style)
	width, cut := float32(0), 0
	for i, r := range text {
		w := runeWidth(r, size, style)
		if width+w > room {
			if room < dots {
				return ""
			}
			return text[:cut] + "…"
		}
		width += w
		if width+dots <= room {
			cut = i + len(string(r))
		}
	}
	return text
}

// text is one line of words in the colour of that name.
func text(words string, name fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(words, theme.Color(name))
	t.TextSize = theme.Size(theme.SizeNameText)
	return t
}
