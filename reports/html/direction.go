package html

import "almoner/reports/document"

// direction is the attribute of what is read from right to left. All else needs none, as the page is read from left to right.
func direction(runs []document.Inline) string {
	if document.RightToLeft(runs) {
		return ` dir="rtl"`
	}
	return ""
}
