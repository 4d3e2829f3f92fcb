package ui

import (
	"runtime"

	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// editMenu is what is done with what is being typed. The main menu gets a shortcut before what has the keyboard does, so each item hands
// it on.
func (s *shell) editMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("Edit"),
		onShortcut(lang.L("Undo"), &fyne.ShortcutUndo{}, s.undo),
		onShortcut(lang.L("Redo"), redoKeys(), s.redo),
		fyne.NewMenuItemSeparator(),
		onShortcut(lang.L("Cut"), &fyne.ShortcutCut{}, func() { s.handOn(&fyne.ShortcutCut{Clipboard: s.program.app.Clipboard()}) }),
		onShortcut(lang.L("Copy"), &fyne.ShortcutCopy{}, func() { s.handOn(&fyne.ShortcutCopy{Clipboard: s.program.app.Clipboard()}) }),
		onShortcut(lang.L("Paste"), &fyne.ShortcutPaste{}, func() { s.handOn(&fyne.ShortcutPaste{Clipboard: s.program.app.Clipboard()}) }),
		onShortcut(lang.L("Select all"), &fyne.ShortcutSelectAll{}, func() { s.handOn(&fyne.ShortcutSelectAll{}) }),
	)
}

func onShortcut(label string, keys fyne.Shortcut, does func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, does)
	m.Shortcut = keys
	return m
}

// redoKeys are what the system's own programs have for it.
func redoKeys() fyne.Shortcut {
	if runtime.GOOS == "darwin" {
		return &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierSuper | fyne.KeyModifierShift}
	}
	return &fyne.ShortcutRedo{}
}

func (s *shell) undo() { s.takeBack(desk.Undoer.Undo, (*widgets.Entry).Undo) }

func (s *shell) redo() { s.takeBack(desk.Undoer.Redo, (*widgets.Entry).Redo) }

// takeBack works on the page, or on the field that has the keyboard where that is no part of the page: a search, a question in front of the
// window.
func (s *shell) takeBack(page func(desk.Undoer), field func(*widgets.Entry)) {
	canvas := s.program.window.Canvas()
	undoer, ok := s.current().(desk.Undoer)
	entry, typing := canvas.Focused().(*widgets.Entry)
	switch {
	case typing && (!ok || !undoer.Holds(entry)):
		field(entry)
	case ok && canvas.Overlays().Top() == nil:
		page(undoer)
	}
}

// handOn gives a shortcut to what has the keyboard. What cannot be changed can be copied.
func (s *shell) handOn(keys fyne.Shortcut) {
	focused, ok := s.program.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		return
	}
	_, copies := keys.(*fyne.ShortcutCopy)
	if d, ok := focused.(fyne.Disableable); ok && d.Disabled() && !copies {
		return
	}
	focused.TypedShortcut(keys)
}
