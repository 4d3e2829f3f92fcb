package foi

import (
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/ui/desk"
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
	a := &apology{page: p}
	a.content = container.NewHBox(apologyButton("request.apologise", a.apologise))
	return a
}

func (a *apology) refresh() {
	late, _ := unsaidDelay(a.page)
	if a.page.Record.Sent() || late == 0 {
		a.content.Hide()
		return
	}
	a.content.Show()
}

// apologise puts the words in and leads to them: they stand right above, and only a person knows why the reply is late.
func (a *apology) apologise() {
	before := a.page.Record.Opening
	if apologise(a.page) != "" {
		leadBehind(a.page, "opening", before)
	}
}

func unsaidDelay(p *page) (late int, due data.Date) {
	return p.Record.UnsaidDelay(p.Desk.Office().Register().Calendar(), p.Desk.Today())
}

// saysLate reports whether the reply is late, and says so.
func saysLate(p *page) bool {
	d, err := deadline(p)
	if err != nil {
		return false
	}
	left, due := d.DaysLeft(p.Desk.Today())
	unsaid, _ := unsaidDelay(p)
	return due && left < 0 && unsaid == 0
}

func apologyButton(name string, tapped func()) *widgets.Button {
	return widgets.NewButton(name, lang.L("Apologise for the delay"), theme.ContentAddIcon(), tapped)
}

// apologise puts the office's words for a late reply before what the opening says already, and gives them; none where there is no need.
func apologise(p *page) string {
	late, due := unsaidDelay(p)
	if late == 0 {
		return ""
	}
	words := reports.FOIApology(p.Desk.Office().Register(), p.Record.Blind(), due)
	write(p, "opening", strings.TrimSpace(words+"\n\n"+p.Record.Opening))
	return words
}

// unapologise takes the words out again. Where somebody has changed them since, it leads to them.
func unapologise(p *page, words string) {
	opening, there := strings.CutPrefix(p.Record.Opening, words)
	if !there || p.Record.Sent() {
		p.ShowField("opening")
		return
	}
	write(p, "opening", strings.TrimSpace(opening))
}

// apologise puts the words in and stays: who goes through what there is to see to goes on with the next. What was put in is said, and can be
// looked at or taken back.
func (c *check) apologise() {
	p := c.page
	words := apologise(p)
	if words == "" {
		return
	}
	if c.apology != nil {
		p.Desk.Window().Canvas().Focus(c.apology)
	}
	p.Desk.Say(lang.F("Put in: “%s”", words), &desk.Doing{Label: lang.L("Undo"), Do: func() { unapologise(p, words) }})
}
