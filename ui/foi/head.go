package foi

import (
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// heads stand above the steps: each says by when the request has to be answered and what its step still lacks.
type heads struct {
	page *page
	all  []*head
}

type head struct {
	fields []string // that its step is about, by what they begin with
	clock  *widget.Label
	lacks  *widget.Label
}

// over is a step under its head.
func (h *heads) over(step fyne.CanvasObject, fields ...string) fyne.CanvasObject {
	one := &head{fields: fields, clock: boldLabel(""), lacks: widgets.Note("")}
	one.clock.Wrapping = fyne.TextWrapWord
	one.lacks.Hide()
	h.all = append(h.all, one)
	working := widgets.NewButton("request.working", lang.L("Show the working"), theme.InfoIcon(), h.working)
	working.Importance = widget.LowImportance
	top := container.NewBorder(nil, nil, nil, working, one.clock)
	return container.NewBorder(widgets.Stack(top, one.lacks), nil, nil, nil, widgets.Roomy(step))
}

func deadline(p *page) (data.Deadline, error) {
	return p.Record.Deadline(p.Desk.Office().Register().Calendar())
}

func (h *heads) refresh() {
	clock, importance := clockWords(h.page)
	missing := h.page.Record.Unfinished()
	for _, one := range h.all {
		one.say(clock, importance, missing)
	}
}

// clockWords say how the clock stands, or what keeps it from being read, and how much that matters today.
func clockWords(p *page) (string, widget.Importance) {
	d, err := deadline(p)
	if err != nil {
		return err.Error(), widget.MediumImportance // sentences, without that nothing was saved: nobody was saving
	}
	today := p.Desk.Today()
	sentence := d.Sentence(today)
	importance := widget.MediumImportance
	switch left, due := d.DaysLeft(today); {
	case due && left < 0:
		importance = widget.DangerImportance
	case due && left <= soon:
		importance = widget.WarningImportance
	}
	return data.UpperInitial(sentence) + ".", importance
}

// soon is how many working days before the last one the clock begins to be coloured.
const soon = 3

// say shows how the clock stands, and the first thing that the step lacks.
func (h *head) say(clock string, importance widget.Importance, missing []data.Finding) {
	if h.clock.Text != clock || h.clock.Importance != importance {
		h.clock.Importance = importance
		h.clock.SetText(clock)
	}
	lacks := ""
	for _, m := range missing {
		if lacks == "" && h.about(m.Field) {
			lacks = m.Sentence
		}
	}
	if h.lacks.Text == lacks {
		return
	}
	h.lacks.SetText(lacks)
	if lacks == "" {
		h.lacks.Hide()
	} else {
		h.lacks.Show()
	}
}

func (h *head) about(field string) bool {
	for _, begins := range h.fields {
		if strings.HasPrefix(field, begins) {
			return true
		}
	}
	return false
}

// working tells how the day was worked out, day by day.
func (h *heads) working() {
	d, err := deadline(h.page)
	if err != nil {
		h.page.Desk.Explain("work out by when the request is due", err)
		return
	}
	widgets.Tell(h.page.Desk.Window(), lang.L("How the day was worked out"), strings.Join(d.Working(h.page.Desk.Today()).Sentences(), "\n"))
}
