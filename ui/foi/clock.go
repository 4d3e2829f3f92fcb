package foi

import (
	"strings"

	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// clock says by when a request has to be answered, as it stands on the page, with the working behind a button; and holds the events that
// start, stop and end the time.
type clock struct {
	page    *page
	says    *widget.Label
	working *widgets.Button
	content fyne.CanvasObject
}

func newClock(p *page) *clock {
	c := &clock{page: p, says: widget.NewLabel("")}
	c.says.Wrapping = fyne.TextWrapWord
	c.says.TextStyle.Bold = true
	c.working = widgets.NewButton("request.working", "Show the working", theme.InfoIcon(), c.show)
	c.working.Importance = widget.LowImportance
	events := record.NewRows(p.Form, p.Touch, record.RowsOf[data.ClockRow]{
		Key: "clock", List: &p.Record.Clock, Add: "Add an event",
		Fresh: func([]data.ClockRow) data.ClockRow {
			return data.ClockRow{ID: data.NewRowID(), Event: data.ClarificationSought, On: p.Desk.Today()}
		},
		Row: func(at string, row *data.ClockRow) fyne.CanvasObject {
			return widgets.Columns(
				widgets.Choose(p.Form, at+"event", "What happened", data.ClockEvents(), &row.Event),
				p.Form.Date(at+"on", "On", "", p.Desk.Today(), &row.On),
			)
		},
	})
	c.content = widgets.Section("By when it has to be answered",
		container.NewBorder(nil, nil, nil, container.NewVBox(c.working), c.says), events.Content)
	c.refresh()
	return c
}

func (c *clock) deadline() (data.Deadline, error) {
	return c.page.Record.Deadline(c.page.Desk.Office().Register().Calendar())
}

// refresh says how the clock stands, or what keeps it from being read.
func (c *clock) refresh() {
	d, err := c.deadline()
	var words string
	if err != nil {
		words = err.Error() // sentences, without that nothing was saved: nobody was saving
	} else {
		sentence := d.Sentence(c.page.Desk.Today())
		words = strings.Join(append([]string{strings.ToUpper(sentence[:1]) + sentence[1:] + "."}, d.Notes...), " ")
		if d.Uncertain != "" {
			words += " " + d.Uncertain
		}
	}
	if c.says.Text != words {
		c.says.SetText(words)
	}
}

// show tells how the day was worked out, day by day.
func (c *clock) show() {
	d, err := c.deadline()
	if err != nil {
		c.page.Desk.Explain("work out by when the request is due", err)
		return
	}
	widgets.Tell(c.page.Desk.Window(), "How the day was worked out", strings.Join(d.Working().Sentences(), "\n"))
}
