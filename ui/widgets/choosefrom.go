package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// ChooseFrom is one of a few values that are read by the names that name gives them.
func ChooseFrom[T comparable](f *Form, key, label string, values []T, name func(T) string, value *T) fyne.CanvasObject {
	labels := make([]string, len(values))
	for i, v := range values {
		labels[i] = name(v)
	}
	s := NewChoice(f.ID(key), labels, nil)
	if i := slices.Index(values, *value); i >= 0 {
		s.SetSelected(labels[i])
	}
	fd := f.add(key, label, "", s, s)
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 {
			*value = values[i]
			f.edited(fd, "")
		}
	}
	return fd.box
}
