package ui

import (
	"strings"

	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// chooser is a list in front of the window that is narrowed as one types, and of which one line is taken.
type chooser struct {
	canvas fyne.Canvas
	before fyne.Focusable
	lines  func(words string) (choices, string)
	search *widgets.Entry
	list   *widgets.Register[choice]
	foot   *widget.Label
	popup  *widget.PopUp
}

// choose puts such a list in front of the window; lines are those that fit some words, with a sentence for its foot.
func (s *shell) choose(name, hint string, headings [3]string, lines func(words string) (choices, string)) {
	c := &chooser{canvas: s.program.window.Canvas(), lines: lines, foot: widgets.Note("")}
	c.before = c.canvas.Focused()
	c.search = widgets.NewSearch(name+".search", hint)
	c.list = widgets.NewRegister(name+".list", []widgets.Column[choice]{
		{Key: "what", Heading: headings[0], Share: 6, Least: 240, Text: func(f choice) string { return f.what }},
		{Key: "kind", Heading: headings[1], Share: 1, Least: 130, Text: func(f choice) string { return f.kind }},
		{Key: "where", Heading: headings[2], Share: 4, Least: 160, Text: func(f choice) string { return f.where }},
	})
	c.list.Still()
	c.list.OnOpen = c.take
	c.search.OnChanged = c.find
	c.search.OnEscape = c.close
	c.search.OnEnter = c.list.First
	c.search.OnDown = func() { c.canvas.Focus(c.list.List()) }
	c.find("")
	c.popup = widget.NewModalPopUp(container.NewPadded(container.NewBorder(c.search, c.foot, nil, nil, c.list)), c.canvas)
	room := c.canvas.Size()
	c.popup.Resize(fyne.NewSize(min(room.Width-60, look.Grown(860)), min(room.Height-60, look.Grown(520))))
	c.popup.Show()
	c.canvas.Focus(c.search)
}

func (c *chooser) find(words string) {
	found, foot := c.lines(strings.TrimSpace(words))
	c.list.SetRows(found)
	c.foot.SetText(foot)
}

func (c *chooser) take(f choice) {
	c.close()
	f.do()
}

func (c *chooser) close() {
	c.popup.Hide()
	if c.before != nil {
		c.canvas.Focus(c.before)
	}
}
