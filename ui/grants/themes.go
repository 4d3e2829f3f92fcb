package grants

import (
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
)

// themes are what a grant is for: of the office's own themes, of those that other grants have, or a new one.
func themes(p *record.Page[*data.Grant]) fyne.CanvasObject {
	g := p.Record
	var chosen []data.ID // a theme is known by its name
	for _, t := range g.Themes {
		chosen = append(chosen, data.ID(t))
	}
	touch := func() {
		g.Themes = nil
		for _, t := range chosen {
			g.Themes = append(g.Themes, string(t))
		}
		p.Touch()
	}
	return record.NewChosen(p.Form, touch, record.ChosenOf{
		Key: "themes", Label: lang.L("Themes"), List: &chosen, Picker: themePicker(p.Desk, g),
		Called: func(theme data.ID) string { return string(theme) },
	})
}

// themePicker offers the themes that a grant is not under yet.
func themePicker(d desk.Desk, g *data.Grant) *widgets.Picker {
	picker := widgets.NewPicker(lang.L("Add a theme"), func() []widgets.Option {
		var options []widgets.Option
		for _, t := range d.Office().Register().OfferedThemes() {
			if !slices.ContainsFunc(g.Themes, isTheme(t)) {
				options = append(options, widgets.Option{ID: data.ID(t), Label: t})
			}
		}
		return options
	})
	picker.What = lang.L("theme")
	picker.Make = func(typed string, made func(data.ID)) {
		for name := range strings.SplitSeq(typed, ",") { // several at once, as they stand in a letter
			if name = spelt(d.Office().Register(), strings.Join(strings.Fields(name), " ")); name != "" && !slices.ContainsFunc(g.Themes, isTheme(name)) {
				made(data.ID(name))
			}
		}
	}
	return picker
}
