package foi

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// check lists what stands in the way of the reply and what only wants a look. It reads all words of the reply against all decisions, so it
// does so only while it is looked at.
type check struct {
	page    *page
	list    *fyne.Container
	leaf    *whileShown
	apology *widgets.Button // leads to what a late reply says of that
}

func newCheck(p *page) *check { return &check{page: p, list: widgets.Stack()} }

// under is the whole leaf: the leaves show and hide that, and not what is in it.
func (c *check) under(heads *heads) fyne.CanvasObject {
	c.leaf = newWhileShown(heads.over(widgets.NewReading(container.NewPadded(c.list))), c.build)
	return c.leaf
}

// refresh looks again, if somebody is looking.
func (c *check) refresh() {
	if c.leaf.open {
		c.build()
	}
}

func (c *check) build() {
	c.list.RemoveAll()
	c.apology = nil
	r := c.page.Record
	if r.Sent() {
		c.sent()
		c.list.Refresh()
		return
	}
	reg := c.page.Desk.Office().Register()
	found := r.Check(reg, c.page.Desk.Today())
	stops := stopping(found)
	c.list.Add(boldLabel(verdict(len(stops), len(found)-len(stops))))
	for i, f := range found {
		c.list.Add(c.line(i, f))
	}
	for _, good := range wellDone(reg, r, found) {
		c.list.Add(sentence(theme.ConfirmIcon(), widget.SuccessImportance, good, nil))
	}
	if saysLate(c.page) && r.Opening != "" {
		c.apology = widgets.NewButton("request.check.apology", lang.L("Show"), nil, func() { leadBehind(c.page, "opening", "") })
		c.list.Add(sentence(theme.ConfirmIcon(), widget.SuccessImportance, lang.L("The reply says that it is late."), c.apology))
	}
	c.list.Refresh()
}

// sent is what the register says otherwise since the reply went out.
func (c *check) sent() {
	differences := c.page.Record.Differences(c.page.Desk.Office().Register())
	if len(differences) == 0 {
		c.list.Add(boldLabel(lang.L("The reply was sent. The register still says what it said.")))
		return
	}
	c.list.Add(boldLabel(lang.L("The reply was sent. Since then the register says otherwise:")))
	for _, d := range differences {
		c.list.Add(sentence(theme.InfoIcon(), widget.MediumImportance, d.String()+".", nil))
	}
}

// stopping are the findings with which the reply must not go out.
func stopping(found []data.Finding) []data.Finding {
	var stops []data.Finding
	for _, f := range found {
		if f.Stops {
			stops = append(stops, f)
		}
	}
	return stops
}

func verdict(stops, looks int) string {
	switch {
	case stops > 0:
		return lang.N(stops, "Not ready to be sent: {n} thing to put right.", "Not ready to be sent: {n} things to put right.")
	case looks > 0:
		return lang.N(looks, "Ready to be sent, with {n} thing to look at.", "Ready to be sent, with {n} things to look at.")
	default:
		return lang.L("Ready to be sent.")
	}
}

// wellDone says what was looked at and found right.
func wellDone(reg *data.Register, r *data.FOIRequest, found []data.Finding) []string {
	unanswered := false
	for _, f := range found {
		unanswered = unanswered || f.Stops && strings.HasPrefix(f.Field, "questions")
	}
	var good []string
	if !unanswered {
		good = append(good, lang.L("Every question is answered."))
	}
	if r.Applicant != nil && len(r.ApplicantIn(reg)) == 0 {
		good = append(good, lang.L("Neither the reply nor the log names the applicant."))
	}
	return good
}

func (c *check) line(i int, f data.Finding) fyne.CanvasObject {
	icon, importance := theme.WarningIcon(), widget.WarningImportance
	if f.Stops {
		icon, importance = theme.ErrorIcon(), widget.DangerImportance
	}
	show := widgets.NewButton(fmt.Sprintf("request.check.show[%d]", i), lang.L("Show"), nil, func() { c.page.ShowField(f.Field) })
	if f.Late {
		return sentence(icon, importance, f.Sentence, container.NewHBox(apologyButton("request.check.apologise", c.apologise), show))
	}
	return sentence(icon, importance, f.Sentence, show)
}

// sentence is a line with its sign, and what can be done about it.
func sentence(icon fyne.Resource, importance widget.Importance, words string, button fyne.CanvasObject) fyne.CanvasObject {
	sign := widget.NewIcon(coloured(icon, importance))
	label := widget.NewLabel(words)
	label.Wrapping = fyne.TextWrapWord
	left := container.NewPadded(container.NewGridWrap(fyne.NewSquareSize(theme.IconInlineSize()), sign))
	var right fyne.CanvasObject
	if button != nil {
		right = container.NewVBox(button)
	}
	return container.NewBorder(nil, nil, container.NewVBox(left), right, label)
}

func coloured(icon fyne.Resource, importance widget.Importance) fyne.Resource {
	switch importance {
	case widget.DangerImportance:
		return theme.NewErrorThemedResource(icon)
	case widget.WarningImportance:
		return theme.NewWarningThemedResource(icon)
	case widget.SuccessImportance:
		return theme.NewSuccessThemedResource(icon)
	default:
		return icon
	}
}

// whileShown does something each time it comes into sight.
type whileShown struct {
	widget.BaseWidget
	content fyne.CanvasObject
	shown   func()
	open    bool
}

func newWhileShown(content fyne.CanvasObject, shown func()) *whileShown {
	w := &whileShown{content: content, shown: shown}
	w.ExtendBaseWidget(w)
	return w
}

// Show is called by the leaves when this one is turned to.
func (w *whileShown) Show() {
	w.open = true
	w.shown()
	w.BaseWidget.Show()
}

// Hide is called when another one is.
func (w *whileShown) Hide() {
	w.open = false
	w.BaseWidget.Hide()
}

// Inside is what comes into sight.
func (w *whileShown) Inside() fyne.CanvasObject { return w.content }

// CreateRenderer shows the content.
func (w *whileShown) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.content) }
