package record

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// History is the leaf that says who did what to the record, and when.
func (p *Page[R]) History() Tab {
	h := &history[R]{page: p, list: widgets.Stack()}
	p.shown = h.load
	return Tab{Title: historyTitle, Content: container.NewVScroll(container.NewPadded(h.list))}
}

const historyTitle = "History"

type history[R data.Record] struct {
	page *Page[R]
	list *fyne.Container
	work widgets.Latest
}

// load asks the office file, away from the window, each time the leaf is turned to.
func (h *history[R]) load() {
	var changes []data.Change
	kind, id := h.page.Record.RecordKind(), h.page.Record.Stamped().ID
	h.work.Do(h.page.Desk.Run,
		func(ctx context.Context) (err error) {
			changes, err = h.page.Desk.Office().History(ctx, kind, id)
			return err
		},
		func(err error) {
			if err != nil {
				h.page.Desk.Explain("read the history", err)
				return
			}
			h.show(changes)
		},
	)
}

func (h *history[R]) show(changes []data.Change) {
	h.list.RemoveAll()
	if len(changes) == 0 {
		h.list.Add(widget.NewLabel("Nothing yet: the record has not been saved."))
	}
	for _, c := range changes {
		head := widget.NewLabel(fmt.Sprintf("%s · %s on %s", c.When.Local().Format("2 January 2006, 15:04"), c.Who, c.Machine))
		head.TextStyle.Bold = true
		what := widget.NewLabel(whatChanged(c))
		what.Wrapping = fyne.TextWrapWord
		h.list.Add(head)
		h.list.Add(what)
	}
	h.list.Refresh()
}

// whatChanged names the fields that a change touched.
func whatChanged(c data.Change) string {
	switch c.Action {
	case data.Created:
		return "Made the record."
	case data.Deleted:
		return "Deleted the record."
	default:
	}
	var fields []string
	for _, f := range c.Fields {
		name, _, _ := strings.Cut(f.Path, "/")
		name = strings.ReplaceAll(name, "_", " ")
		if !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	return "Changed " + strings.Join(fields, ", ") + "."
}
