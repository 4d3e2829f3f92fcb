// Package assets holds what the program carries inside itself, so that it needs nothing from the machine it runs on: the fonts
// that its papers are set in, with the licence they come under.
package assets

import _ "embed"

// The four faces are Liberation Sans 2, which has the widths of Arial and the Welsh letters that Arial's old core form lacks.
// They are kept as strings because a string cannot be changed: the PDF library writes into the bytes that it is given.
var (
	//go:embed fonts/LiberationSans-Regular.ttf
	sansRegular string
	//go:embed fonts/LiberationSans-Bold.ttf
	sansBold string
	//go:embed fonts/LiberationSans-Italic.ttf
	sansItalic string
	//go:embed fonts/LiberationSans-BoldItalic.ttf
	sansBoldItalic string
)

// FontLicence is the licence of the fonts (SIL Open Font License 1.1), which must travel with them.
//
//go:embed fonts/LICENCE.txt
var FontLicence string

// Icon is the program's face, 512 pixels square (PNG).
//
//go:embed icon.png
var Icon []byte

// Sans returns a TrueType file of the sans-serif face, in a copy that the caller may change.
func Sans(bold, italic bool) []byte {
	switch {
	case bold && italic:
		return []byte(sansBoldItalic)
	case bold:
		return []byte(sansBold)
	case italic:
		return []byte(sansItalic)
	}
	return []byte(sansRegular)
}
