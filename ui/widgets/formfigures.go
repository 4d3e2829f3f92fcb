package widgets

import (
	"errors"
	"strings"

	"almoner/ui/lang"

	"almoner/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Figure is a number with at most two places that may also not be there, which is not nought.
func (f *Form) Figure(key, label, hint string, value **data.Decimal) fyne.CanvasObject {
	return parsedField(f, key, label, hint, value, readFigure, printFigure).box
}

func readFigure(s string) (*data.Decimal, error) {
	plain := strings.ReplaceAll(strings.TrimSpace(s), ",", "") // of thousands
	if plain == "" {
		return nil, nil
	}
	d, err := data.ParseDecimal(plain)
	if err != nil {
		return nil, errors.New(lang.F("“%s” is not a number; write it like 48 or 3.85", strings.TrimSpace(s)))
	}
	return &d, nil
}

func printFigure(d *data.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// ChooseOr is one of the words of a closed list, or none of them: what none is called comes first.
func ChooseOr[T Term](f *Form, key, label, none string, words []T, value *T) fyne.CanvasObject {
	labels := []string{none}
	for _, w := range words {
		labels = append(labels, lang.L(w.Label()))
	}
	c := NewChoice(f.ID(key), labels, nil)
	c.SetSelected(none)
	for i, w := range words {
		if w == *value {
			c.SetSelected(labels[i+1])
		}
	}
	fd := f.add(key, label, "", c, c)
	c.OnChanged = func(string) {
		var none T
		*value = none
		if i := c.SelectedIndex(); i > 0 {
			*value = words[i-1]
		}
		f.edited(fd, "")
	}
	return fd.box
}

// Shares lays fields out side by side, each with its share of the width, tops level.
func Shares(shares []float32, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(byShares(shares), fields...)
}

type byShares []float32

func (s byShares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap, all := theme.Padding()*2, float32(0)
	for _, share := range s {
		all += share
	}
	x, room := float32(0), size.Width-gap*float32(len(objects)-1)
	for i, o := range objects {
		width := room * s[i] / all
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		x += width + gap
	}
}

// MinSize is as wide as it takes for the field that is shortest of room in its share.
func (s byShares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	all := float32(0)
	for _, share := range s {
		all += share
	}
	for i, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width*all/s[i])
		size.Height = max(size.Height, least.Height)
	}
	size.Width += theme.Padding() * 2 * float32(len(objects)-1)
	return size
}

// Level puts a button level with the controls of fields that stand beside it, whose labels are above them.
func Level(button fyne.CanvasObject) fyne.CanvasObject {
	label := NewForm("").add("", " ", "", container.NewStack(), nil)
	return container.New(tight{}, label.box, button)
}
