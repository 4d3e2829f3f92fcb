package record

import (
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/lang"
	"almoner/ui/paper"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// chosenBar stands in the place of the foot of a list while rows are chosen: how many, what they add up to, and what can be done to them.
type chosenBar[R any] struct {
	list    *List[R]
	of      func(R) data.Record
	words   *widget.Label
	content *fyne.Container
}

// mostButtons is how many steps have a button of their own. All of them are in a menu.
const mostButtons = 3

func newChosenBar[R any](l *List[R], of func(R) data.Record) *chosenBar[R] {
	c := &chosenBar[R]{list: l, of: of, words: widget.NewLabel("")}
	c.words.TextStyle.Bold = true
	c.words.Truncation = fyne.TextTruncateEllipsis
	var steps []fyne.CanvasObject
	for _, act := range l.kind.Acts {
		steps = append(steps, widgets.NewButton(c.name(act.Key), act.Label, nil, func() { act.Do(l.list.Chosen()) }))
	}
	for _, step := range l.kind.Steps[:min(len(l.kind.Steps), mostButtons)] {
		steps = append(steps, widgets.NewButton(c.name(step.Key), step.Label+"…", nil, func() { l.start(step, of) }))
	}
	always := []fyne.CanvasObject{paper.NewExport(l.desk, l.kind.Name+".chosen", c.paper)}
	if items := c.items(); len(items) > 0 {
		more := widgets.NewButton(c.name("more"), lang.L("More"), theme.MenuDropUpIcon(), nil)
		more.OnTapped = func() { widgets.MenuOver(more, items...) }
		more.Importance = widget.LowImportance
		always = append(always, more)
	}
	none := widgets.NewButton(c.name("none"), "", theme.CancelIcon(), l.list.ChooseNone)
	none.Speak(lang.L("Select none"))
	none.Importance = widget.LowImportance
	c.content = container.NewStack(widgets.NewGround(look.ColorStripe), widgets.NewOffer(c.words, steps, append(always, none)))
	c.content.Hide()
	return c
}

func (c *chosenBar[R]) name(key string) string { return c.list.kind.Name + ".chosen." + key }

// items are all that can be done: what has no button, and what has one that may have no room.
func (c *chosenBar[R]) items() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, act := range c.list.kind.Acts {
		items = append(items, fyne.NewMenuItem(act.Label, func() { act.Do(c.list.list.Chosen()) }))
	}
	for _, step := range c.list.kind.Steps {
		items = append(items, fyne.NewMenuItem(step.Label+"…", func() { c.list.start(step, c.of) }))
	}
	if !c.list.kind.Lasting {
		items = append(items, fyne.NewMenuItem(lang.L("Delete…"), func() { c.list.askDelete(c.of) }))
	}
	return items
}

// show shows what is chosen now.
func (c *chosenBar[R]) show() {
	rows := c.list.list.Chosen()
	if len(rows) == 0 {
		c.content.Hide()
		c.list.foot.Show()
		return
	}
	c.words.SetText(c.said(rows))
	c.list.foot.Hide()
	c.content.Show()
}

func (c *chosenBar[R]) said(rows []R) string {
	parts := []string{lang.F("%s selected", lang.Number(len(rows)))}
	if totals := c.list.kind.Totals; totals != nil {
		parts = append(parts, totals(c.list.desk.Office().Register(), these[R](rows))...)
	}
	return strings.Join(parts, " · ")
}

// paper is the rows that are chosen, for a file or a printer.
func (c *chosenBar[R]) paper() reports.List {
	rows := c.list.list.Chosen()
	return c.list.paper(rows, c.said(rows))
}
