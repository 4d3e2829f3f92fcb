// Command tiny is the smallest program that has everything the rig claims to
// drive: an entry, a button, a list, a menu with a shortcut, a dialog and a
// question before closing.
package main

import (
	"fmt"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/inspect"
)

// namedEntry is an entry that a test finds whatever language it speaks.
type namedEntry struct{ widget.Entry }

func newNamedEntry() *namedEntry {
	e := &namedEntry{}
	e.ExtendBaseWidget(e)
	return e
}

func (*namedEntry) InspectName() string { return "tiny.name" }

type tiny struct {
	window fyne.Window
	name   *namedEntry
	shown  *widget.Label
	opened *widget.Label
	saved  bool
}

func main() {
	a := app.NewWithID("uk.almoner.tiny")
	t := &tiny{window: a.NewWindow("Tiny"), name: newNamedEntry(), shown: widget.NewLabel(""), opened: widget.NewLabel("")}
	t.name.SetPlaceHolder("Your name")
	t.window.SetContent(container.NewBorder(
		container.NewVBox(t.name, widget.NewButton("Greet", t.greet), t.shown, t.opened), nil, nil, nil, t.rows()))
	t.window.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu("File", t.saveItem(), fyne.NewMenuItem("Ask me", t.ask))))
	t.window.SetCloseIntercept(t.close)
	t.window.Resize(fyne.NewSize(640, 480))
	inspect.Serve(t.window)
	fmt.Fprintln(os.Stderr, "tiny has started")
	t.window.ShowAndRun()
}

func (t *tiny) greet() { t.shown.SetText("Hello, " + t.name.Text) }

func (t *tiny) rows() *widget.List {
	list := widget.NewList(func() int { return 1000 },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(fmt.Sprintf("Row %d", id)) })
	list.OnSelected = func(id widget.ListItemID) { t.opened.SetText(fmt.Sprintf("Opened row %d", id)) }
	return list
}

func (t *tiny) saveItem() *fyne.MenuItem {
	item := fyne.NewMenuItem("Save", t.save)
	item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault}
	return item
}

// save writes the name to the file given as argument, so that a test can look at
// what was kept rather than at what is shown.
func (t *tiny) save() {
	if err := os.WriteFile(os.Args[1], []byte(t.name.Text), 0o600); err != nil {
		dialog.ShowError(err, t.window)
		return
	}
	t.saved = true
	t.window.SetTitle("Tiny: saved")
}

func (t *tiny) ask() {
	dialog.ShowConfirm("A question", "Shall the name be shouted?", func(yes bool) {
		if yes {
			t.shown.SetText(strings.ToUpper(t.name.Text))
		}
	}, t.window)
}

func (t *tiny) close() {
	if t.saved || t.name.Text == "" {
		t.window.Close()
		return
	}
	dialog.ShowConfirm("Not saved", "Leave without saving?", func(yes bool) {
		if yes {
			t.window.Close()
		}
	}, t.window)
}
