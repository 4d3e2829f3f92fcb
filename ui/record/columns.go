package record

import (
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// arrangeable is a register whose columns can be hidden and drawn wider.
type arrangeable interface {
	Arrangement() []string
	Arrange([]string)
	ColumnItems() []*fyne.MenuItem
}

// NewColumns is a button that says which columns a register shows. What is chosen is remembered under the register's name; arranged is what
// the register has to call when its columns were changed by other means.
func NewColumns(d desk.Desk, name string, of arrangeable) (button *widgets.Button, arranged func()) {
	key := name + " columns"
	if kept := d.Kept(key); len(kept) > 0 {
		of.Arrange(kept)
	}
	button = widgets.NewButton(name+".columns", lang.L("Columns"), nil, nil)
	button.Importance = widget.LowImportance
	button.OnTapped = func() { widgets.MenuOver(button, of.ColumnItems()...) }
	return button, func() { d.Keep(key, of.Arrangement()) }
}
