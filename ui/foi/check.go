package foi

import (
	"fmt"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// check lists what was looked at before the reply is sent. It looks when it is shown, and at each change while it is.
type check struct {
	widget.BaseWidget
	page *page
	list *fyne.Container
	body fyne.CanvasObject
}

func newCheck(p *page) *check {
	c := &check{page: p, list: widgets.Stack()}
	c.body = container.NewVScroll(container.NewPadded(c.list))
	c.ExtendBaseWidget(c)
	c.Hidden = true // until somebody turns to it
	return c
}

// CreateRenderer shows the list.
func (c *check) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.body) }

// Show looks through the reply.
func (c *check) Show() {
	c.BaseWidget.Show()
	c.refresh()
}

func (c *check) refresh() {
	if c == nil || !c.Visible() {
		return
	}
	c.list.RemoveAll()
	if c.page.Record.Sent() {
		c.list.Add(widgets.Note("The reply was sent. What the register says otherwise since then:"))
		c.differences()
		return
	}
	for i, found := range c.page.Record.Check(c.page.Desk.Office().Register(), c.page.Desk.Today()) {
		c.list.Add(c.line(i, found))
	}
}

// differences are what has changed in the register since the reply was sent.
func (c *check) differences() {
	found := c.page.Record.Differences(c.page.Desk.Office().Register())
	for _, d := range found {
		c.list.Add(line(theme.WarningIcon(), d.String()+".", nil))
	}
	if len(found) == 0 {
		c.list.Add(line(theme.ConfirmIcon(), "Nothing: the register still says what the reply says.", nil))
	}
}

func (c *check) line(i int, found data.ReplyCheck) fyne.CanvasObject {
	var show fyne.CanvasObject
	if found.Field != "" && found.Weight != data.CheckFine {
		b := widgets.NewButton(fmt.Sprintf("request.check[%d].show", i), "Show", theme.NavigateNextIcon(), func() { c.page.ShowField(found.Field) })
		b.Importance = widget.LowImportance
		show = container.NewVBox(b)
	}
	return line(iconOf(found.Weight), found.Sentence, show)
}

func iconOf(w data.CheckWeight) fyne.Resource {
	switch w {
	case data.CheckStops:
		return theme.NewErrorThemedResource(theme.ErrorIcon())
	case data.CheckLook:
		return theme.NewWarningThemedResource(theme.WarningIcon())
	default:
		return theme.NewSuccessThemedResource(theme.ConfirmIcon())
	}
}

func line(icon fyne.Resource, sentence string, show fyne.CanvasObject) fyne.CanvasObject {
	words := widget.NewLabel(sentence)
	words.Wrapping = fyne.TextWrapWord
	return container.NewBorder(nil, nil, container.NewVBox(container.NewPadded(widget.NewIcon(icon))), show, words)
}
