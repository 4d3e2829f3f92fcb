package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
)

// ChooseFrom is one of a few values that are read by the names that name gives them.
func ChooseFrom[T comparable](f *Form, key, label string, values []T, name func(T) string, value *T) fyne.CanvasObject {
	return ChooseOffered(f, key, label, values, name, nil, value)
}

// ChooseOffered is ChooseFrom where not all of the values can be chosen at all times; offered is asked each time.
func ChooseOffered[T comparable](f *Form, key, label string, values []T, name func(T) string, offered func(T) bool, value *T) fyne.CanvasObject {
	labels := make([]string, len(values))
	for i, v := range values {
		labels[i] = name(v)
	}
	s := NewChoice(f.ID(key), labels, nil)
	if i := slices.Index(values, *value); i >= 0 {
		s.SetSelected(labels[i])
	}
	if offered != nil {
		s.Offered = func(word string) bool { return offered(values[slices.Index(labels, word)]) }
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
