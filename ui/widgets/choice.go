package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"almoner/ui/lang"
)

// Choice is one word of a few. Up and Down go through them; a tap, Enter or the space bar opens them all.
type Choice struct {
	box
	Options     []string
	PlaceHolder string
	Selected    string
	OnChanged   func(string)
	// Offered is which of the options can be chosen now; nil is all of them.
	Offered func(word string) bool
}

// NewChoice is a choice of the given words; chosen is told of each.
func NewChoice(name string, options []string, chosen func(string)) *Choice {
	c := &Choice{Options: options, OnChanged: chosen, PlaceHolder: lang.L("Choose…")}
	c.name, c.open, c.step = name, c.menu, c.move
	c.extend(c)
	c.redraw()
	return c
}

// Offer changes the words there are to choose from, and keeps the one that is chosen.
func (c *Choice) Offer(options []string) {
	if !slices.Equal(c.Options, options) {
		c.Options = options
	}
}

// SetSelected chooses a word.
func (c *Choice) SetSelected(word string) {
	if c.Selected == word {
		return
	}
	c.Selected = word
	c.redraw()
	if c.OnChanged != nil {
		c.OnChanged(word)
	}
}

// SelectedIndex is which of the options is chosen, or -1.
func (c *Choice) SelectedIndex() int { return slices.Index(c.Options, c.Selected) }

func (c *Choice) redraw() {
	if c.Selected == "" {
		c.show(c.PlaceHolder, true)
		return
	}
	c.show(c.Selected, false)
}

// Offers are the words that can be chosen now; the one that is chosen stays among them.
func (c *Choice) Offers() []string {
	if c.Offered == nil {
		return c.Options
	}
	var offers []string
	for _, word := range c.Options {
		if word == c.Selected || c.Offered(word) {
			offers = append(offers, word)
		}
	}
	return offers
}

func (c *Choice) move(by int) {
	offers := c.Offers()
	if i := slices.Index(offers, c.Selected) + by; i >= 0 && i < len(offers) {
		c.SetSelected(offers[i])
	}
}

func (c *Choice) menu() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	if canvas == nil {
		return
	}
	offers := c.Offers()
	items := make([]*fyne.MenuItem, len(offers))
	for i, word := range offers {
		items[i] = fyne.NewMenuItem(word, func() { c.SetSelected(word) })
		items[i].Checked = word == c.Selected
	}
	pop := widget.NewPopUpMenu(fyne.NewMenu("", items...), canvas)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	pop.ShowAtPosition(fyne.NewPos(at.X, at.Y+c.Size().Height))
	pop.Resize(fyne.NewSize(max(c.Size().Width, pop.MinSize().Width), pop.MinSize().Height))
	canvas.Focus(pop)
}
