// Package theme is how the window looks: its colours, sizes and type.
//
// Every pair of colours that carries words has a contrast of at least 4.5 to 1, and every edge that one has to see 3 to 1 (WCAG 2.2,
// 1.4.3 and 1.4.11); a test counts them. There is one accent, a deep teal, and colour alone never carries a meaning.
package theme

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Names of colours and sizes beside Fyne's own.
const (
	ColorSidebar  fyne.ThemeColorName = "almonerSidebar"  // behind the list of sections
	ColorChosen   fyne.ThemeColorName = "almonerChosen"   // behind the section or filter that is on
	ColorOnChosen fyne.ThemeColorName = "almonerOnChosen" // words on it
	ColorQuiet    fyne.ThemeColorName = "almonerQuiet"    // words that one need not read: hints, units, counts
	ColorStripe   fyne.ThemeColorName = "almonerStripe"   // behind headings of tables

	SizeTitle fyne.ThemeSizeName = "almonerTitle"
	SizeSmall fyne.ThemeSizeName = "almonerSmall"
)

// Look is light, dark, or as the system is.
type Look string

// The looks that one can choose.
const (
	AsTheSystem Look = ""
	Light       Look = "light"
	Dark        Look = "dark"
)

// Theme is Almoner's look.
type Theme struct {
	Look Look
	// Percent is how large everything is; 0 is 100.
	Percent int
}

// Percents are the sizes that one can choose, smallest first.
func Percents() []int { return []int{80, 90, 100, 110, 125, 150, 175, 200} }

var _ fyne.Theme = Theme{}

// Color is the colour of that name.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.Look {
	case Light:
		variant = theme.VariantLight
	case Dark:
		variant = theme.VariantDark
	case AsTheSystem:
	}
	palette := light
	if variant == theme.VariantDark {
		palette = dark
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

// Font is Fyne's own face: its digits all have one width, so that sums of money stand under each other.
func (Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Size is the size of that name, in Fyne's units. Enlarged ones are whole eighths, which a float32 adds and takes away without an error:
// Fyne ends the program over a text whose room is a millionth lower than its line (widget.RichText of 2.8, with words that are broken and
// cut off, as in its dialog of files).
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	size := usualSize(name)
	if t.Percent == 0 || name == theme.SizeNameSeparatorThickness {
		return size
	}
	return float32(math.Round(float64(size)*float64(t.Percent)/100*8) / 8)
}

func usualSize(name fyne.ThemeSizeName) float32 {
	switch name {
	case SizeTitle:
		return 21
	case SizeSmall, theme.SizeNameCaptionText:
		return 12
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 4
	case theme.SizeNameSeparatorThickness:
		return 1
	default:
		return theme.DefaultTheme().Size(name)
	}
}

// Grown is so many of Fyne's units at the usual size, as many as they are at the size that was chosen: room that is for words.
func Grown(units float32) float32 {
	return units * theme.TextSize() / theme.DefaultTheme().Size(theme.SizeNameText)
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func film(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

type palette map[fyne.ThemeColorName]color.NRGBA

var light = palette{
	theme.ColorNameBackground:          rgb(0xf7f8f8),
	theme.ColorNameForeground:          rgb(0x1b2529),
	theme.ColorNamePrimary:             rgb(0x0b5c63),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameHyperlink:           rgb(0x0b5c63),
	theme.ColorNameButton:              rgb(0xe3e9ea),
	theme.ColorNameDisabled:            rgb(0x5d696e),
	theme.ColorNameDisabledButton:      rgb(0xeceff0),
	theme.ColorNameError:               rgb(0xa3242b),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
	theme.ColorNameWarning:             rgb(0x7d4b00),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),
	theme.ColorNameSuccess:             rgb(0x1c6737),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameFocus:               film(0x0b5c63, 0x40),
	theme.ColorNameHover:               film(0x0b5c63, 0x12),
	theme.ColorNamePressed:             film(0x0b5c63, 0x30),
	theme.ColorNameSelection:           rgb(0xcfe6e7),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0x7a868b),
	theme.ColorNamePlaceHolder:         rgb(0x5d696e),
	theme.ColorNameSeparator:           rgb(0xd6dcde),
	theme.ColorNameScrollBar:           film(0x1b2529, 0x8c),
	theme.ColorNameScrollBarBackground: film(0x1b2529, 0x10),
	theme.ColorNameShadow:              film(0x000000, 0x33),
	theme.ColorNameHeaderBackground:    rgb(0xe9eeee),
	theme.ColorNameMenuBackground:      rgb(0xffffff),
	theme.ColorNameOverlayBackground:   rgb(0xffffff),
	ColorSidebar:                       rgb(0xe9eeee),
	ColorChosen:                        rgb(0x0b5c63),
	ColorOnChosen:                      rgb(0xffffff),
	ColorQuiet:                         rgb(0x525e63),
	ColorStripe:                        rgb(0xe9eeee),
}

var dark = palette{
	theme.ColorNameBackground:          rgb(0x1a2123),
	theme.ColorNameForeground:          rgb(0xe9eeef),
	theme.ColorNamePrimary:             rgb(0x62c2c9),
	theme.ColorNameForegroundOnPrimary: rgb(0x06292c),
	theme.ColorNameHyperlink:           rgb(0x62c2c9),
	theme.ColorNameButton:              rgb(0x2c3639),
	theme.ColorNameDisabled:            rgb(0x9aa6aa),
	theme.ColorNameDisabledButton:      rgb(0x232b2e),
	theme.ColorNameError:               rgb(0xff9a94),
	theme.ColorNameForegroundOnError:   rgb(0x3b0907),
	theme.ColorNameWarning:             rgb(0xf0b860),
	theme.ColorNameForegroundOnWarning: rgb(0x2e1d00),
	theme.ColorNameSuccess:             rgb(0x80d3a1),
	theme.ColorNameForegroundOnSuccess: rgb(0x06280f),
	theme.ColorNameFocus:               film(0x62c2c9, 0x55),
	theme.ColorNameHover:               film(0x62c2c9, 0x18),
	theme.ColorNamePressed:             film(0x62c2c9, 0x38),
	theme.ColorNameSelection:           rgb(0x1d4a4f),
	theme.ColorNameInputBackground:     rgb(0x12181a),
	theme.ColorNameInputBorder:         rgb(0x7f8d92),
	theme.ColorNamePlaceHolder:         rgb(0x9aa6aa),
	theme.ColorNameSeparator:           rgb(0x364247),
	theme.ColorNameScrollBar:           film(0xe9eeef, 0x8c),
	theme.ColorNameScrollBarBackground: film(0xe9eeef, 0x10),
	theme.ColorNameShadow:              film(0x000000, 0x66),
	theme.ColorNameHeaderBackground:    rgb(0x232c2f),
	theme.ColorNameMenuBackground:      rgb(0x232c2f),
	theme.ColorNameOverlayBackground:   rgb(0x20282b),
	ColorSidebar:                       rgb(0x13191b),
	ColorChosen:                        rgb(0x62c2c9),
	ColorOnChosen:                      rgb(0x06292c),
	ColorQuiet:                         rgb(0xa8b3b7),
	ColorStripe:                        rgb(0x232c2f),
}
