package record

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// ThemesOf is what is particular to one list of themes.
type ThemesOf struct {
	Key, Label, Hint string
	List             *[]string
	// New lets a theme be made that the office does not have yet.
	New bool
}

// Themes edits a list of themes; touch tells the page of each that comes or goes.
func Themes(d desk.Desk, f *widgets.Form, touch func(), of ThemesOf) fyne.CanvasObject {
	var chosen []data.ID // a theme is known by its name
	for _, t := range *of.List {
		chosen = append(chosen, data.ID(t))
	}
	taken := func(t string) bool { return slices.ContainsFunc(*of.List, IsTheme(t)) }
	picker := PickTheme(d, lang.L("Add a theme"), taken)
	picker.Make = nil
	if of.New {
		picker.Make = func(typed string, made func(data.ID)) {
			for name := range strings.SplitSeq(typed, ",") { // several at once, as they stand in a letter
				if name = spelt(d.Office().Register(), name); name != "" && !taken(name) {
					made(data.ID(name))
				}
			}
		}
	}
	return NewChosen(f, func() {
		*of.List = nil
		for _, t := range chosen {
			*of.List = append(*of.List, string(t))
		}
		touch()
	}, ChosenOf{
		Key: of.Key, Label: of.Label, Hint: of.Hint, List: &chosen, Picker: picker,
		Called: func(theme data.ID) string { return string(theme) }, Short: true,
	})
}

// PickTheme is a picker of one theme: of the office's own, of those that grants have besides, or a new one. Those that are taken are not offered.
func PickTheme(d desk.Desk, empty string, taken func(theme string) bool) *widgets.Picker {
	var fresh []string
	picker := widgets.NewPicker(empty, func() []widgets.Option {
		var options []widgets.Option
		for _, t := range append(d.Office().Register().OfferedThemes(), fresh...) {
			if !taken(t) {
				options = append(options, widgets.Option{ID: data.ID(t), Label: t})
			}
		}
		return options
	})
	picker.What = lang.L("theme")
	picker.Make = func(typed string, made func(data.ID)) {
		name := spelt(d.Office().Register(), typed)
		if fresh = nil; !strings.Contains(name, ",") { // which parts themes where they are listed, and is for the form to refuse
			fresh = []string{name}
		}
		made(data.ID(name))
	}
	return picker
}

// IsTheme finds a theme among others, however it is spelt there.
func IsTheme(theme string) func(string) bool {
	return func(other string) bool { return data.Fold(other) == data.Fold(theme) }
}

// spelt is a theme as the register spells it, or as it was typed where the register has none of that name.
func spelt(reg *data.Register, typed string) string {
	typed = strings.Join(strings.Fields(typed), " ")
	offered := reg.OfferedThemes()
	if i := slices.IndexFunc(offered, IsTheme(typed)); i >= 0 {
		return offered[i]
	}
	return typed
}
