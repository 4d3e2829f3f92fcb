package record

import (
	"strings"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StepOf is what taking a step means beside the status: it may set fields of the record that the step is taken on, such as the day on which
// something came in.
type StepOf[R data.Record] func(rec R, stage string)

// Life is where a record stands, with a button for each step that may follow. said is the status as a page says it, which may depend on the
// day; also may be nil.
func Life[R data.Staged](p *Page[R], said func(R) string, also StepOf[R]) fyne.CanvasObject {
	l := &life[R]{page: p, also: also}
	stands := widget.NewLabel(said(p.Record))
	stands.TextStyle.Bold = true
	row := container.NewHBox(stands)
	if p.Desk.Office().ReadOnly() == "" {
		for _, stage := range p.Record.NextStages() {
			row.Add(widgets.NewButton(p.Form.ID("step."+stage), "Mark as "+strings.ToLower(p.Record.StageLabel(stage)), theme.NavigateNextIcon(), func() { l.take(stage) }))
		}
	}
	return row
}

type life[R data.Staged] struct {
	page *Page[R]
	also StepOf[R]
}

// take saves the record as it is on the page, a step further.
func (l *life[R]) take(stage string) {
	p := l.page
	ahead := data.Clone(p.Record)
	if err := data.Advance(ahead, stage, p.Desk.Today(), ""); err != nil {
		p.Desk.Explain("take a step of "+p.Record.Label(), err)
		return
	}
	if l.also != nil {
		l.also(ahead, stage)
	}
	p.SaveAs(ahead, nil, p.Reload)
}
