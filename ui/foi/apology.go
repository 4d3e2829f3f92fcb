package foi

import (
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// apology offers words for the delay below the opening of a reply that is late and does not say so.
type apology struct {
	page    *page
	content fyne.CanvasObject
}

func newApology(p *page) *apology {
	return &apology{page: p, content: container.NewHBox(apologyButton(p, "request.apologise"))}
}

func (a *apology) refresh() {
	late, _ := unsaidDelay(a.page)
	if a.page.Record.Sent() || late == 0 {
		a.content.Hide()
		return
	}
	a.content.Show()
}

func unsaidDelay(p *page) (late int, due data.Date) {
	return p.Record.UnsaidDelay(p.Desk.Office().Register().Calendar(), p.Desk.Today())
}

func apologyButton(p *page, name string) *widgets.Button {
	return widgets.NewButton(name, lang.L("Apologise for the delay"), theme.ContentAddIcon(), func() { apologise(p) })
}

// apologise puts the office's words for a late reply before what the opening says already, and leads there: only a person knows why it is late.
func apologise(p *page) {
	late, due := unsaidDelay(p)
	if late == 0 {
		return
	}
	r := p.Record
	r.Opening = strings.TrimSpace(reports.FOIApology(p.Desk.Office().Register(), r.Blind(), due) + "\n\n" + r.Opening)
	p.Anew()
	p.ShowField("opening")
}
