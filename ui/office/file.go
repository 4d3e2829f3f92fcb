package office

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/upkeep"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// fileLeaf is the leaf of the office file: whether it is sound, its backups, and own changes that it did not take.
type fileLeaf struct {
	desk  desk.Desk
	aside *fyne.Container
	panel *upkeep.Panel
}

func newFileLeaf(d desk.Desk) *fileLeaf {
	f := &fileLeaf{desk: d, aside: widgets.Stack()}
	f.panel = upkeep.New(d, d.Office().Path(), f.aside)
	f.refresh()
	return f
}

// refresh shows what was set aside as it is now.
func (f *fileLeaf) refresh() {
	f.aside.RemoveAll()
	title := widget.NewLabel(lang.L("What was set aside"))
	title.TextStyle.Bold = true
	f.aside.Add(title)
	doubts := f.desk.Office().Doubts()
	if len(doubts) == 0 {
		f.aside.Add(widgets.Note(lang.L("Nothing: the office file took all that was saved on this computer, or will as soon as it can be reached.")))
	}
	for _, d := range doubts {
		f.aside.Add(f.line(d))
	}
	f.aside.Refresh()
}

// line is one change that the file did not take.
func (f *fileLeaf) line(d data.Doubt) fyne.CanvasObject {
	words := widget.NewLabel(lang.F("The %s “%s” as it was saved on %s. %s", lang.L(d.Mine.RecordKind().Label()), d.Mine.Label(), d.At.Local().Format("2 January 2006, 15:04"), d.Why))
	words.Wrapping = fyne.TextWrapWord
	name := fmt.Sprintf("office.aside[%d].", d.Serial)
	buttons := container.NewHBox(
		widgets.NewButton(name+"look", lang.L("Look at it"), theme.VisibilityIcon(), func() { f.look(d) }),
		widgets.NewButton(name+"choose", lang.L("Choose…"), nil, func() { f.choose(d) }),
	)
	return container.NewBorder(nil, nil, nil, container.New(layout.NewVBoxLayout(), buttons), words)
}

// look shows what was saved, field by field.
func (f *fileLeaf) look(d data.Doubt) {
	words := widget.NewLabel(strings.Join(fieldLines("", f.desk.Office().Register().Describe(d.Mine, true)), "\n"))
	words.Wrapping = fyne.TextWrapWord
	words.Selectable = true
	widgets.Show(f.desk.Window(), lang.F("“%s” as it was saved", d.Mine.Label()), words, fyne.NewSize(720, 520))
}

func fieldLines(of string, fields []data.FieldText) []string {
	var lines []string
	for _, field := range fields {
		if field.Text != "" {
			lines = append(lines, of+field.Label+": "+field.Text)
		}
		for _, row := range field.Rows {
			lines = append(lines, fieldLines(field.Label+", ", row)...)
		}
	}
	return lines
}

// choose leads to the record, which asks what is to become of the change.
func (f *fileLeaf) choose(d data.Doubt) {
	id := data.IDOf(d.Mine)
	if !f.desk.OpenRecord(id.Kind, id.ID, "") {
		f.desk.Say(lang.L("The record is not there any more. “Choose…” at the top of the window asks what is to become of your version."), nil)
	}
}
