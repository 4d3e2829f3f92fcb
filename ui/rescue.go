package ui

import (
	"context"

	"almoner/data"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/upkeep"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// outsider is the window as a panel sees it while no office is open.
type outsider struct{ *Program }

var _ upkeep.Host = outsider{}

// Run does work away from the window.
func (o outsider) Run(work func(context.Context) error, done func(error)) { o.run(work, done) }

// Care is what can be done about the file of an office.
func (o outsider) Care() data.FileCare { return o.options.Care }

// rescue shows what there is of an office that cannot be opened, and what can be done.
func (p *Program) rescue(path string) {
	title := widget.NewLabel(lang.F("What there is of “%s”", name(path)))
	title.SizeName = look.SizeTitle
	title.TextStyle.Bold = true
	title.Truncation = fyne.TextTruncateEllipsis
	back := widgets.NewButton("rescue.back", lang.L("Back"), theme.NavigateBackIcon(), func() { p.startAfter("", path) })
	panel := upkeep.New(outsider{p}, path, nil)
	p.outside(container.NewBorder(container.NewBorder(nil, nil, nil, container.NewCenter(back), title), nil, nil, nil, panel.Content))
	p.window.Canvas().Focus(back)
	panel.Recover()
}
