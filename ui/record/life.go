package record

import (
	"slices"
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

// Life is where a record stands, with a button for each step that may follow.
type Life[R data.Staged] struct {
	Content fyne.CanvasObject

	page   *Page[R]
	said   func(R) string
	also   StepOf[R]
	stands *widget.Label
}

// NewLife is the life of a page's record. said is the status as the page says it, which may depend on the day; also may be nil. Steps that
// come about by themselves, as a return grows late, get no button.
func NewLife[R data.Staged](p *Page[R], said func(R) string, also StepOf[R], bySelf ...string) *Life[R] {
	l := &Life[R]{page: p, said: said, also: also, stands: widget.NewLabel(said(p.Record))}
	l.stands.TextStyle.Bold = true
	row := container.NewHBox(l.stands)
	if p.Desk.Office().ReadOnly() == "" {
		for _, stage := range p.Record.NextStages() {
			if slices.Contains(bySelf, stage) {
				continue
			}
			label := "Mark as " + strings.ToLower(p.Record.StageLabel(stage))
			row.Add(widgets.NewButton(p.Form.ID("step."+stage), label, theme.NavigateNextIcon(), func() { l.take(stage) }))
		}
	}
	l.Content = row
	return l
}

// Refresh says where the record stands as it is on the page.
func (l *Life[R]) Refresh() {
	if said := l.said(l.page.Record); l.stands.Text != said {
		l.stands.SetText(said)
	}
}

// take saves the record as it is on the page, a step further.
func (l *Life[R]) take(stage string) {
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
