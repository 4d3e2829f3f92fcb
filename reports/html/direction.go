package html

import (
	"golang.org/x/text/unicode/bidi"

	"almoner/reports/document"
)

// direction is the attribute of what is read from right to left: of what begins with a letter of such a script (the Unicode Bidirectional
// Algorithm, P2 and P3). All else needs none, as the page is read from left to right.
func direction(runs []document.Inline) string {
	for i := range runs {
		for _, r := range runs[i].Text {
			p, _ := bidi.LookupRune(r)
			switch p.Class() {
			case bidi.L:
				return ""
			case bidi.R, bidi.AL:
				return ` dir="rtl"`
			}
		}
	}
	return ""
}
