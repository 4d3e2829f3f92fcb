package foi

import (
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// clock holds the events that start, stop and end the time to answer, and says what an officer should know of them.
type clock struct {
	page    *page
	notes   *widget.Label
	content fyne.CanvasObject
}

func newClock(p *page) *clock {
	c := &clock{page: p, notes: widgets.Note("")}
	c.notes.Hide()
	events := record.NewRows(p.Form, p.Touch, record.RowsOf[data.ClockRow]{
		Key: "clock", List: &p.Record.Clock, Add: lang.L("Add an event"),
		Fresh: func([]data.ClockRow) data.ClockRow {
			return data.ClockRow{ID: data.NewRowID(), Event: data.ClarificationSought, On: p.Desk.Today()}
		},
		Row: func(at string, row *data.ClockRow) fyne.CanvasObject {
			return widgets.Columns(
				widgets.Choose(p.Form, at+"event", lang.L("What happened"), data.ClockEvents(), &row.Event),
				p.Form.Date(at+"on", lang.L("On"), "", p.Desk.Today(), &row.On),
			)
		},
	})
	c.content = widgets.Section(lang.L("What started, stopped or ended the clock"), c.notes, events.Content)
	return c
}

// refresh says what the clock shows beyond its day.
func (c *clock) refresh() {
	words := ""
	if d, err := deadline(c.page); err == nil {
		words = strings.TrimSpace(strings.Join(append(d.Notes, d.Uncertain), " "))
	}
	if c.notes.Text == words {
		return
	}
	c.notes.SetText(words)
	if words == "" {
		c.notes.Hide()
	} else {
		c.notes.Show()
	}
}
