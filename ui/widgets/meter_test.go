package widgets

import (
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	look "almoner/ui/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// shownMeter is a meter in a window of the program's look, with its renderer.
func shownMeter(t *testing.T, m *Meter, l look.Look) *meterRenderer {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{Look: l})
	w := test.NewTempWindow(t, m)
	w.Resize(fyne.NewSize(300, 120))
	r, ok := test.WidgetRenderer(m).(*meterRenderer)
	if !ok {
		t.Fatal("a meter is drawn by something else")
	}
	r.Refresh()
	return r
}

func gauge(open func()) *Meter {
	return NewMeter("fund", "Core", "£5 left", "by 31 Mar 2026\n£10 paid", 100, open, Part{Size: 50, Color: theme.ColorNamePrimary}, Part{Size: 25, Color: theme.ColorNameInputBorder}, Part{Size: 0, Color: theme.ColorNameError})
}

func TestTheBarsOfAMeterAreAsLongAsTheirParts(t *testing.T) {
	r := shownMeter(t, gauge(func() {}), look.Light)
	room := r.track.Size().Width
	for i, share := range []float32{0.5, 0.25} {
		if got := r.bars[i].Size().Width; math.Abs(float64(got-room*share)) > 1 {
			t.Errorf("part %d is %g long of %g", i, got, room)
		}
	}
	if !r.bars[2].Hidden {
		t.Error("a part of nothing is drawn")
	}
	if r.bars[1].Position().X <= r.bars[0].Position().X+r.bars[0].Size().Width {
		t.Error("two parts have no line between them")
	}
	r.Parts[0].Size, r.Parts[1].Size = 0.001, 500
	r.Layout(r.Size())
	if r.bars[0].Size().Width < 2 {
		t.Error("a little is not seen")
	}
	if end := r.bars[1].Position().X + r.bars[1].Size().Width; end > r.track.Position().X+room {
		t.Errorf("the bar ends at %g, outside its track", end)
	}
}

func TestAMeterSaysAllAndOpensByMouseAndKeyboard(t *testing.T) {
	opened := 0
	r := shownMeter(t, gauge(func() { opened++ }), look.Light)
	if r.InspectText() != "Core | £5 left | by 31 Mar 2026 | £10 paid" {
		t.Errorf("it says %q", r.InspectText())
	}
	var words []string
	for _, o := range r.Objects() {
		if w, ok := o.(*canvas.Text); ok {
			words = append(words, w.Text)
			if w.Position().Y+w.MinSize().Height > r.MinSize().Height+1 || w.Position().X+w.MinSize().Width > 300 {
				t.Errorf("%q lies outside the meter", w.Text)
			}
		}
	}
	if !slices.Equal(words, []string{"Core", "£5 left", "by 31 Mar 2026", "£10 paid"}) {
		t.Errorf("it shows %q", words)
	}
	r.Tapped(nil)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if opened != 3 {
		t.Errorf("it was opened %d times", opened)
	}
	r.FocusGained()
	if r.film.StrokeWidth == 0 {
		t.Error("one does not see that it has the keyboard")
	}
}

// What carries a meaning stands out from the ground by 3 to 1, and words by 4.5 to 1 (WCAG 2.2, 1.4.11 and 1.4.3).
func TestAMeterIsSeen(t *testing.T) {
	for _, l := range []look.Look{look.Light, look.Dark} {
		r := shownMeter(t, gauge(func() {}), l)
		ground := theme.Color(theme.ColorNameBackground)
		for i, b := range r.bars {
			if c := contrast(b.FillColor, r.track.FillColor); c < 3 {
				t.Errorf("%s: part %d stands out from its track by %.1f", l, i, c)
			}
		}
		if c := contrast(r.track.StrokeColor, ground); c < 3 {
			t.Errorf("%s: the track stands out by %.1f", l, c)
		}
		for _, w := range append([]*canvas.Text{r.label, r.value}, r.notes...) {
			if c := contrast(w.Color, ground); c < 4.5 {
				t.Errorf("%s: %q stands out by %.1f", l, w.Text, c)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func TestASentenceIsBrokenAtItsSpaces(t *testing.T) {
	test.NewTempApp(t)
	const words = "The details of Ann Gray were to be kept until 1 June 2025: confirm that they are still needed, or remove them."
	width := fyne.MeasureText(words, theme.TextSize(), fyne.TextStyle{}).Width
	lines := broken(words, width/2.5, theme.TextSize())
	if len(lines) != 3 || strings.Join(lines, " ") != words {
		t.Errorf("broken into %q", lines)
	}
	for _, l := range lines {
		if got := fyne.MeasureText(l, theme.TextSize(), fyne.TextStyle{}).Width; got > width/2.5 {
			t.Errorf("%q is too long", l)
		}
	}
	if lines = broken(strings.Repeat(words+" ", 3), width/5, theme.TextSize()); len(lines) != mostLines || !strings.HasSuffix(lines[mostLines-1], "…") {
		t.Errorf("what does not fit is cut: %q", lines)
	}
	if lines = broken(words, width*1.1, theme.TextSize()); len(lines) != 1 {
		t.Errorf("in one line it is %q", lines)
	}
}

func TestAFigureThatIsNotThereIsNotNought(t *testing.T) {
	for text, want := range map[string]string{"": "", "1,048": "1048", "0": "0", "3.85": "3.85", "-2": "-2"} {
		d, err := readFigure(text)
		if err != nil || printFigure(d) != want || (d == nil) != (want == "") {
			t.Errorf("%q is read as %v: %v", text, d, err)
		}
	}
	if _, err := readFigure("3.857"); err == nil || !strings.Contains(err.Error(), "is not a number; write it like") {
		t.Errorf("three places are explained as %v", err)
	}
}
