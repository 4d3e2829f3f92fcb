package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// contrast is the ratio of WCAG 2.2 between two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	l, m := luminance(a), luminance(b)
	return (math.Max(l, m) + 0.05) / (math.Min(l, m) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// over is a clear colour laid over an opaque one.
func over(top, below color.NRGBA) color.NRGBA {
	mix := func(t, b uint8) uint8 {
		a := float64(top.A) / 255
		return uint8(math.Round(float64(t)*a + float64(b)*(1-a)))
	}
	return color.NRGBA{R: mix(top.R, below.R), G: mix(top.G, below.G), B: mix(top.B, below.B), A: 0xff}
}

var palettes = map[string]palette{"light": light, "dark": dark}

func TestWordsCanBeReadOnEveryGround(t *testing.T) {
	const words = 4.5
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameHeaderBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameSelection, theme.ColorNameButton, ColorSidebar, ColorStripe,
	}
	for name, p := range palettes {
		pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
			theme.ColorNameForeground:          grounds,
			theme.ColorNamePlaceHolder:         {theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
			theme.ColorNameDisabled:            {theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameDisabledButton, theme.ColorNameMenuBackground},
			theme.ColorNameError:               {theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground},
			theme.ColorNameWarning:             {theme.ColorNameBackground, theme.ColorNameOverlayBackground},
			theme.ColorNameSuccess:             {theme.ColorNameBackground, theme.ColorNameOverlayBackground},
			theme.ColorNamePrimary:             {theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground},
			theme.ColorNameHyperlink:           {theme.ColorNameBackground, theme.ColorNameOverlayBackground},
			theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
			theme.ColorNameForegroundOnError:   {theme.ColorNameError},
			theme.ColorNameForegroundOnWarning: {theme.ColorNameWarning},
			theme.ColorNameForegroundOnSuccess: {theme.ColorNameSuccess},
			ColorOnChosen:                      {ColorChosen},
			ColorQuiet:                         {theme.ColorNameBackground, ColorSidebar, ColorStripe, theme.ColorNameInputBackground},
		}
		for on, grounds := range pairs {
			for _, ground := range grounds {
				if c := contrast(p[on], p[ground]); c < words {
					t.Errorf("%s: %s on %s has a contrast of %.2f, less than %.1f", name, on, ground, c, words)
				}
			}
		}
		for _, film := range []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus} {
			for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameButton} {
				if c := contrast(p[theme.ColorNameForeground], over(p[film], p[ground])); c < words {
					t.Errorf("%s: words under %s on %s have a contrast of %.2f", name, film, ground, c)
				}
			}
		}
	}
}

func TestEdgesCanBeSeen(t *testing.T) {
	const edges = 3
	for name, p := range palettes {
		for edge, grounds := range map[fyne.ThemeColorName][]fyne.ThemeColorName{
			theme.ColorNameInputBorder: {theme.ColorNameBackground, theme.ColorNameInputBackground},
			theme.ColorNamePrimary:     {theme.ColorNameBackground, theme.ColorNameSelection, theme.ColorNameInputBackground},
			theme.ColorNameScrollBar:   {theme.ColorNameBackground},
		} {
			for _, ground := range grounds {
				if c := contrast(over(p[edge], p[ground]), p[ground]); c < edges {
					t.Errorf("%s: %s on %s has a contrast of %.2f, less than %d", name, edge, ground, c, edges)
				}
			}
		}
	}
}

func TestBothPalettesNameTheSameColours(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("the dark palette lacks %s", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d colours in the light, %d in the dark", len(light), len(dark))
	}
}

// A text in the least room that it asks for is shown at every size: Fyne ends the program where that room comes out a millionth too low.
func TestATextFitsIntoTheRoomThatItAsksFor(t *testing.T) {
	app := test.NewTempApp(t)
	for percent := 80; percent <= 200; percent++ {
		app.Settings().SetTheme(Theme{Percent: percent})
		words := widget.NewLabel("Parent")
		words.Wrapping, words.Truncation = fyne.TextWrapBreak, fyne.TextTruncateEllipsis
		words.Resize(fyne.NewSize(300, widget.NewLabel("Parent").MinSize().Height))
		words.Refresh()
	}
}
