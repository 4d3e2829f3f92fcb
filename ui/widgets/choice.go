package widgets

import (
	"slices"

	"fyne.io/fyne/v2/widget"
)

// Choice is one word of a few.
type Choice struct {
	widget.Select
	name string
}

// NewChoice is a choice of the given words; chosen is told of each.
func NewChoice(name string, options []string, chosen func(string)) *Choice {
	c := &Choice{name: name}
	c.Options, c.OnChanged = options, chosen
	c.ExtendBaseWidget(c)
	return c
}

// InspectName is how tests find the choice.
func (c *Choice) InspectName() string { return c.name }

// Offer changes the words there are to choose from, and keeps the one that is chosen.
func (c *Choice) Offer(options []string) {
	if !slices.Equal(c.Options, options) {
		c.SetOptions(options)
	}
}
