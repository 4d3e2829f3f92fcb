package foi

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The leaves of a request are the steps in which it is answered.
const (
	leafRequest    = "1 Request"
	leafQuestions  = "2 Questions"
	leafAnswer     = "3 Answer"
	leafExemptions = "4 Exemptions"
	leafCheck      = "5 Check"
	leafSend       = "6 Send"
)

// leafOf is the step in which something that was found is mended.
func leafOf(field string) string {
	begins := func(list ...string) bool {
		for _, l := range list {
			if strings.HasPrefix(field, l) {
				return true
			}
		}
		return false
	}
	switch {
	case begins("questions"):
		return leafQuestions
	case begins("appendices"):
		return leafAnswer
	case begins("exemptions"):
		return leafExemptions
	case begins("outcome", "log_text", "review", "attachments"):
		return leafSend
	default:
		return leafRequest
	}
}

// heads stand above the steps: how long there still is, and what is missing in the step.
type heads struct {
	page  *page
	clock *clock
	steps []stepHead
}

type stepHead struct {
	leaf       string
	due, still *widget.Label
}

// over puts a head above the content of a step.
func (h *heads) over(leaf string, content fyne.CanvasObject) fyne.CanvasObject {
	s := stepHead{leaf: leaf, due: widget.NewLabel(""), still: widgets.Note("")}
	s.due.TextStyle.Bold = true
	s.due.Truncation = fyne.TextTruncateEllipsis // a head of a fixed height: what is below it never moves
	s.still.Wrapping, s.still.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	h.steps = append(h.steps, s)
	return container.NewBorder(widgets.Tight(s.due, s.still), nil, nil, nil, content)
}

func (h *heads) refresh() {
	r, reg, today := h.page.Record, h.page.Desk.Office().Register(), h.page.Desk.Today()
	due := h.clock.sentence()
	var found []data.ReplyCheck
	if !r.Sent() {
		found = r.StillToDo(reg, today)
	}
	for _, s := range h.steps {
		setText(s.due, due)
		setText(s.still, h.stillHere(found, s.leaf))
	}
}

func setText(l *widget.Label, words string) {
	if l.Text != words {
		l.SetText(words)
	}
}

// stillHere is what is missing in a step: the first of it, and how much more there is.
func (h *heads) stillHere(found []data.ReplyCheck, leaf string) string {
	first, n := "", 0
	for _, c := range found {
		if leafOf(c.Field) == leaf && c.Field != "clock" && c.Field != "" {
			n++
			if n == 1 {
				first = c.Sentence
			}
		}
	}
	switch n {
	case 0:
		if h.page.Record.Sent() {
			return "The reply was sent."
		}
		return "Nothing is missing here."
	case 1:
		return fmt.Sprintf("Still to do here: %s", first)
	default:
		return fmt.Sprintf("Still to do here: %s And %d more, which “%s” lists.", first, n-1, leafCheck)
	}
}
