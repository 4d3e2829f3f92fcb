package document

import (
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// RightToLeft reports whether runs are read from right to left: whether the first letter in them that has a direction is one of such a
// script (Unicode Standard Annex 9, rules P2 and P3).
func RightToLeft(runs []Inline) bool {
	for i := range runs {
		for at, r := range runs[i].Text {
			if r < 0x590 { // no letter before the Hebrew ones is read from the right
				if unicode.IsLetter(r) {
					return false
				}
				continue
			}
			switch p, _ := bidi.LookupString(runs[i].Text[at:]); p.Class() {
			case bidi.L:
				return false
			case bidi.R, bidi.AL:
				return true
			}
		}
	}
	return false
}
