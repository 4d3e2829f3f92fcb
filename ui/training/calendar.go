package training

import (
	"strings"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// calendar is the training of one month: what is on which day, what goes on all the time, and the chosen day in full.
type calendar struct {
	desk    desk.Desk
	month   *month
	title   *widget.Label
	add     *widgets.Button
	during  *fyne.Container // what goes on without standing on certain days
	foot    *widget.Label
	head    *fyne.Container // the month's name with the buttons that turn it
	content *fyne.Container
}

func newCalendar(d desk.Desk) *calendar {
	c := &calendar{desk: d, title: widget.NewLabel(""), foot: widget.NewLabel("")}
	c.title.TextStyle.Bold = true
	c.title.SizeName = look.SizeTitle
	c.foot.Wrapping = fyne.TextWrapWord
	c.month = newMonth("training.month", d.Today())
	c.month.onMove, c.month.onOpen, c.month.onEmpty = c.refresh, c.open, c.begin
	before := widgets.NewButton("training.month.before", "", theme.NavigateBackIcon(), func() { c.turn(-1) })
	before.Speak(lang.L("The month before"))
	after := widgets.NewButton("training.month.after", "", theme.NavigateNextIcon(), func() { c.turn(1) })
	after.Speak(lang.L("The month after"))
	today := widgets.NewButton("training.month.today", lang.L("Today"), nil, func() { c.choose(d.Today()) })
	c.add = widgets.NewMainButton("training.month.new", "", theme.ContentAddIcon(), c.begin)
	c.head = container.NewBorder(nil, nil, container.NewCenter(container.NewHBox(before, after, today)), container.NewCenter(c.add), c.title)
	c.during = widgets.InRows()
	foot := container.NewVScroll(c.foot)
	foot.SetMinSize(fyne.NewSize(100, 56)) // two lines: the days must not jump when another is chosen
	c.content = container.NewBorder(c.during, foot, nil, nil, c.month)
	c.refresh()
	return c
}

func (c *calendar) show() {
	c.head.Show()
	c.content.Show()
	c.refresh()
}

func (c *calendar) hide() {
	c.head.Hide()
	c.content.Hide()
}

func (c *calendar) arrived() { c.desk.Window().Canvas().Focus(c.month) }

// turn shows another month, and chooses the same day of it.
func (c *calendar) turn(months int) {
	c.month.turn(months)
	c.arrived()
}

func (c *calendar) choose(day data.Date) {
	c.month.choose(day)
	c.arrived()
}

// refresh shows the month of the chosen day as the register has it now.
func (c *calendar) refresh() {
	reg := c.desk.Office().Register()
	from, to := c.month.span()
	days, during := reg.Training(from, to)
	c.month.show(c.desk.Today(), days, kept(reg.Calendar(), from, to))
	c.title.SetText(c.month.chosen.Time().Format("January 2006"))
	c.add.SetText(lang.F("New event on %s", c.month.chosen.Time().Format("2 January")))
	c.head.Refresh() // both may be wider than before
	c.showDuring(during)
	if words := c.says(); c.foot.Text != words {
		c.foot.SetText(words)
	}
}

// kept are the bank holidays of England and Wales, and those that the office has put in itself.
func kept(calendar *data.Calendar, from, to data.Date) map[data.Date]string {
	names := map[data.Date]string{}
	for _, h := range calendar.Holidays(from, to) {
		if h.Divisions != 0 && h.Divisions&data.EnglandAndWales == 0 {
			continue
		}
		if names[h.Date] != "" {
			names[h.Date] += ", "
		}
		names[h.Date] += h.Name
	}
	return names
}

// showDuring puts what goes on in the month above its days.
func (c *calendar) showDuring(during []*data.TrainingEvent) {
	c.during.RemoveAll()
	first, last := c.month.first(), c.month.first().Time().AddDate(0, 1, -1)
	for _, e := range during {
		begins, ends := e.Days()
		if ends.Before(first) || data.DateOf(last).Before(begins) {
			continue // it goes on in the days of another month that the calendar shows at its edge
		}
		name := e.Title + ", " + e.Start.Long()
		if !e.End.IsZero() && e.Start.Wording == "" && e.End.Long() != e.Start.Long() {
			name = lang.F("%s, %s to %s", e.Title, e.Start.Long(), e.End.Long())
		}
		b := widgets.NewButton("training.during."+string(e.ID), name, theme.HistoryIcon(), func() { c.desk.Open(NewPage(c.desk, e)) })
		b.Importance = widget.LowImportance
		c.during.Add(b)
	}
	c.during.Hidden = len(c.during.Objects) == 0
	c.content.Refresh() // it takes room from the days, or gives it back
}

// says is the chosen day in full, for what has no room in its square.
func (c *calendar) says() string {
	day := c.month.chosen
	said := []string{day.Time().Format("Monday 2 January 2006")}
	if name := c.month.holidays[day]; name != "" {
		said[0] += ", " + name
	}
	for _, d := range c.month.days[day] {
		said = append(said, d.At())
	}
	if len(said) == 1 {
		said = append(said, lang.L("No training. The arrow keys go from day to day, Page Up and Page Down from month to month; Enter begins an event."))
	}
	words := said[0] + ": " + strings.Join(said[1:], "; ")
	if _, until := c.desk.Office().Register().Calendar().Known(); until.Before(day) {
		words += "\n" + lang.F("Bank holidays after %s are not known yet.", until.Long())
	}
	return words
}

func (c *calendar) open(e *data.TrainingEvent) { c.desk.Open(NewPage(c.desk, e)) }

// begin begins an event on the chosen day.
func (c *calendar) begin() { c.desk.Open(NewPage(c.desk, fresh(c.month.chosen))) }

// monthOf is the first day of the month of a day.
func monthOf(day data.Date) data.Date { return data.NewDate(day.Year, day.Month, 1) }

// sinceMonday is how many days lie between the Monday of a day's week and the day.
func sinceMonday(day data.Date) int {
	return (int(day.Time().Weekday()) - int(time.Monday) + 7) % 7
}
