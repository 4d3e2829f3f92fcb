package ui

import (
	"slices"

	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A shortcut works while somebody types only if it hangs on an item of the main menu, so each has one.
func command(label string, key fyne.KeyName, does func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, does)
	if key != "" {
		m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return m
}

func (p *Program) fileMenu() *fyne.Menu {
	quit := command(lang.L("Quit"), fyne.KeyQ, p.Quit)
	quit.IsQuit = true
	return fyne.NewMenu(lang.L("File"),
		command(lang.L("Open an office…"), fyne.KeyO, p.askOpen),
		command(lang.L("Start an empty office…"), "", p.askCreate),
		command(lang.L("Open the sample office"), "", p.Sample),
		fyne.NewMenuItemSeparator(),
		quit,
	)
}

// startMenu is the menu while no office is open.
func (p *Program) startMenu() *fyne.MainMenu {
	return fyne.NewMainMenu(p.fileMenu(), p.viewMenu(), p.helpMenu())
}

// viewMenu is how large everything is, and whether it is light or dark.
func (p *Program) viewMenu() *fyne.Menu {
	chosen := theme.Look(p.app.Preferences().String(lookChosen))
	m := fyne.NewMenu(lang.L("View"),
		command(lang.L("Larger"), fyne.KeyEqual, func() { p.scale(1) }),
		command(lang.L("Smaller"), fyne.KeyMinus, func() { p.scale(-1) }),
		command(lang.L("Usual size"), fyne.Key0, func() { p.scale(0) }),
		fyne.NewMenuItemSeparator(),
	)
	for _, look := range []struct {
		label string
		look  theme.Look
	}{{lang.L("Light or dark as the system is"), theme.AsTheSystem}, {lang.L("Light"), theme.Light}, {lang.L("Dark"), theme.Dark}} {
		item := command(look.label, "", func() { p.look(look.look) })
		item.Checked = look.look == chosen
		m.Items = append(m.Items, item)
	}
	return m
}

// plusKeys are what people press for Ctrl and +, beside the key of the menu: where that is typed with Shift, and the one of the number pad.
func plusKeys() []fyne.Shortcut {
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	return []fyne.Shortcut{
		&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: ctrl | shift},
		&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: ctrl},
		&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: ctrl | shift},
	}
}

const (
	lookChosen  = "look"
	sizeChosen  = "size"
	usualChosen = 100
)

// dress puts the chosen look and size on.
func (p *Program) dress() {
	prefs := p.app.Preferences()
	p.app.Settings().SetTheme(theme.Theme{Look: theme.Look(prefs.String(lookChosen)), Percent: prefs.IntWithFallback(sizeChosen, usualChosen)})
}

// look changes the colours, and remembers it.
func (p *Program) look(l theme.Look) {
	p.app.Preferences().SetString(lookChosen, string(l))
	p.dress()
	if p.shell != nil {
		p.window.SetMainMenu(p.menu())
		return
	}
	p.window.SetMainMenu(p.startMenu())
}

// scale makes everything a step larger (1) or smaller (-1), or as large as usual (0), and remembers it.
func (p *Program) scale(step int) {
	sizes, prefs := theme.Percents(), p.app.Preferences()
	now := usualChosen
	if step != 0 {
		at := slices.Index(sizes, prefs.IntWithFallback(sizeChosen, usualChosen)) + step
		now = sizes[min(max(at, 0), len(sizes)-1)]
	}
	prefs.SetInt(sizeChosen, now)
	p.dress()
	if p.shell != nil {
		p.shell.Say(lang.F("Everything is shown at %d %%.", now), nil)
	}
}

func (p *Program) helpMenu() *fyne.Menu {
	help := fyne.NewMenuItem(lang.L("Help on this page"), func() { p.shell.helpOn("") })
	help.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF1}
	keys := command(lang.L("Keys"), fyne.KeySlash, p.keys)
	all := command(lang.L("Help…"), "", func() { p.shell.helpOn(startOfHelp) })
	steps := command(lang.L("First steps"), "", func() { p.shell.firstSteps() })
	open := p.shell != nil
	return fyne.NewMenu(lang.L("Help"), enabled(open, help), enabled(open, all), enabled(open, steps), keys, command(lang.L("About Almoner"), "", p.about))
}

func (p *Program) about() {
	version := p.app.Metadata().Version
	if version == "" {
		version = lang.L("built from source")
	}
	widgets.Tell(p.window, programName, lang.F("Version: %s\n\nWho was given what, for what, on whose decision, out of which fund. Papers are set in Liberation Sans, under the SIL Open Font License 1.1.", version))
}

// menu is the menu of an open office. Items that mean nothing on the page that is shown are grey.
func (p *Program) menu() *fyne.MainMenu {
	s := p.shell
	page := s.current()
	editor, edits := page.(desk.Editor)
	finder, finds := page.(desk.Finder)
	maker, makes := page.(desk.Maker)
	printer, prints := page.(desk.Printer)
	remover, removes := page.(desk.Remover)
	turner, turns := page.(desk.Turner)
	viewer, views := page.(desk.Viewer)
	newLabel := lang.L("New")
	if makes {
		newLabel = lang.F("New %s", maker.Makes())
	}
	record := fyne.NewMenu(lang.L("Record"),
		enabled(makes, command(newLabel, fyne.KeyN, func() { maker.New() })),
		enabled(edits, command(lang.L("Save"), fyne.KeyS, func() { editor.Save(nil) })),
		enabled(removes, command(lang.L("Delete…"), "", func() { remover.Delete() })),
		fyne.NewMenuItemSeparator(),
		command(lang.L("Bring back something deleted…"), "", s.bringBack),
	)
	paper := fyne.NewMenu(lang.L("Paper"),
		enabled(prints, command(lang.L("Print…"), fyne.KeyP, func() { printer.PrintOut() })),
		enabled(prints, command(lang.L("Make the PDF"), fyne.KeyE, func() { printer.Print() })),
		fyne.NewMenuItemSeparator(),
	)
	for _, way := range paperViews() {
		paper.Items = append(paper.Items, enabled(views, withAlt(way.label, way.key, func() { viewer.View(way.view) })))
	}
	goTo := fyne.NewMenu(lang.L("Go"),
		command(findAnything(), fyne.KeyK, s.findAnything),
		enabled(finds, command(lang.L("Find on this page"), fyne.KeyF, func() { finder.Find() })),
		fyne.NewMenuItemSeparator(),
		enabled(len(s.pages.past) > 0, withAlt(lang.L("Back"), fyne.KeyLeft, s.Back)),
		enabled(len(s.pages.ahead) > 0, withAlt(lang.L("Forward"), fyne.KeyRight, s.Forward)),
		enabled(len(s.pages.tabs) > 0, command(lang.L("Next tab"), fyne.KeyPageDown, func() { s.beside(1) })),
		enabled(len(s.pages.tabs) > 0, command(lang.L("Tab before"), fyne.KeyPageUp, func() { s.beside(-1) })),
		enabled(turns, withAlt(lang.L("Next leaf of the page"), fyne.KeyPageDown, func() { turner.TurnBy(1) })),
		enabled(turns, withAlt(lang.L("Leaf before"), fyne.KeyPageUp, func() { turner.TurnBy(-1) })),
		enabled(s.pages.at(page) >= 0, command(lang.L("Close this tab"), fyne.KeyW, s.closeShown)),
		fyne.NewMenuItemSeparator(),
	)
	for i, sec := range sections {
		key := fyne.KeyName("")
		if i < 9 {
			key = fyne.KeyName(rune('1' + i))
		}
		goTo.Items = append(goTo.Items, command(sec.name.Label(), key, func() { s.section(sec.name) }))
	}
	return fyne.NewMainMenu(p.fileMenu(), s.editMenu(), record, paper, goTo, p.viewMenu(), p.helpMenu())
}

type paperView struct {
	label string
	key   fyne.KeyName
	view  desk.PaperView
}

// paperViews are the ways of looking at a paper, with their keys. Those with Ctrl make everything larger or smaller.
func paperViews() []paperView {
	return []paperView{
		{lang.L("Show the paper larger"), fyne.KeyEqual, desk.PaperLarger},
		{lang.L("Show the paper smaller"), fyne.KeyMinus, desk.PaperSmaller},
		{lang.L("Fit the paper to the width"), fyne.Key0, desk.PaperFitsWidth},
		{lang.L("Show the paper at 100 %"), fyne.Key1, desk.PaperFullSize},
		{lang.L("Show the paper on the whole page"), fyne.KeyP, desk.PaperOnWholePage},
	}
}

func findAnything() string { return lang.L("Find anything…") }

// withAlt is a command on a key with Alt, where that with the system's usual modifier does something else.
func withAlt(label string, key fyne.KeyName, does func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, does)
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	return m
}

// enabled makes a command grey where it means nothing. Fyne has the keys of a grey command work all the same, so they do nothing then.
func enabled(yes bool, m *fyne.MenuItem) *fyne.MenuItem {
	if !yes {
		m.Disabled = true
		m.Action = func() {}
	}
	return m
}
