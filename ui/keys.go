package ui

import (
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// keyHelp is a key and what it does.
type keyHelp struct{ keys, does string }

// otherKeys are those that no command of the menu has.
func otherKeys() []keyHelp {
	return []keyHelp{
		{lang.L("Tab, Shift+Tab"), lang.L("To the next field, or the one before")},
		{lang.L("Down"), lang.L("From a search into its list")},
		{lang.L("Down, Alt+Down"), lang.L("From a date into its calendar; there the arrow keys go to a day, Page Up and Page Down to a month, Enter takes the day")},
		{lang.L("Up, Down, Page Up, Page Down, Home, End"), lang.L("Through a list")},
		{lang.L("Enter"), lang.L("Opens a line of a list; in a search, the first line; in a form in front of the window, Done")},
		{"Ctrl+Enter", lang.L("Done, from anywhere in a form in front of the window")},
		{lang.L("Space"), lang.L("Presses a button, ticks a box, opens a choice")},
		{lang.L("Escape"), lang.L("Closes what is in front of the window; empties a search")},
	}
}

// keys shows all keys, as they are now: those of the menu and those of lists and forms.
func (p *Program) keys() {
	rows, columns := widgets.Stack(), widgets.Table{{Share: 2, Least: 120}, {Share: 3, Least: 180}}
	add := func(k keyHelp) {
		keys, does := widget.NewLabel(k.keys), widget.NewLabel(k.does)
		keys.TextStyle.Bold = true
		for _, l := range []*widget.Label{keys, does} {
			l.SizeName, l.Wrapping = look.SizeSmall, fyne.TextWrapWord
		}
		rows.Add(columns.Row(keys, does))
	}
	for _, menu := range p.window.MainMenu().Items {
		for _, item := range menu.Items {
			if keys := keysOf(item); keys != "" {
				add(keyHelp{keys, menu.Label + ": " + item.Label})
			}
		}
	}
	for _, k := range otherKeys() {
		add(k)
	}
	widgets.Show(p.window, lang.L("Keys"), rows, fyne.NewSize(640, 560))
}
