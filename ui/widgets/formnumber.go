package widgets

import (
	"almoner/data"

	"fyne.io/fyne/v2"
)

// Number is a number of at most two places, such as full-time equivalents; nothing typed is none.
func (f *Form) Number(key, label, hint string, value *data.Decimal) fyne.CanvasObject {
	read := func(s string) (data.Decimal, error) {
		d, err := readFigure(s)
		if err != nil || d == nil {
			return 0, err
		}
		return *d, nil
	}
	write := func(d data.Decimal) string {
		if d == 0 {
			return ""
		}
		return d.String()
	}
	return parsedField(f, key, label, hint, value, read, write).box
}
