package record

import (
	"context"
	"strconv"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// History is the leaf that says who did what to the record, and when.
func (p *Page[R]) History() Tab {
	h := &history[R]{page: p, list: widgets.Stack()}
	p.shown = h.load
	return Tab{Title: lang.L("History"), Content: widgets.NewReading(container.NewPadded(h.list)), Turned: h.load}
}

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
		h.list.Add(widget.NewLabel(lang.L("Nothing yet: the record has not been saved.")))
	}
	reg := h.page.Desk.Office().Register()
	for _, c := range changes {
		head := widget.NewLabel(c.By())
		head.TextStyle.Bold = true
		head.Wrapping = fyne.TextWrapWord
		what := widget.NewLabel(strings.Join(reg.Sentences(c), "\n"))
		what.Wrapping = fyne.TextWrapWord
		h.list.Add(container.NewBorder(nil, nil, nil, h.undo(c), head))
		h.list.Add(what)
	}
	h.list.Refresh()
}

// undo is the button that takes a change back, as a change of its own. What made the record is not taken back from its own page.
func (h *history[R]) undo(c data.Change) fyne.CanvasObject {
	if c.Action != data.Updated || h.page.Desk.Office().ReadOnly() != "" {
		return nil
	}
	b := widgets.NewButton(h.page.Form.ID("undo."+strconv.FormatInt(c.Sequence, 10)), lang.L("Undo"), theme.ContentUndoIcon(), func() { h.takeBack(c) })
	b.Importance = widget.LowImportance
	return b
}

func (h *history[R]) takeBack(c data.Change) {
	p := h.page
	if p.Dirty() {
		p.Desk.Say(lang.L("Save what you changed here first, or give it up: then the older change can be undone."), nil)
		return
	}
	var saved data.Saved
	p.Desk.Run(
		func(ctx context.Context) (err error) {
			saved, err = p.Desk.Office().Undo(ctx, c.Sequence)
			return err
		},
		func(err error) {
			if err != nil {
				p.Desk.Explain("undo a change of "+p.Record.Label(), err)
				return
			}
			p.replace(saved.Record)
			p.Desk.Saved(saved.Record)
			p.Desk.Say(lang.L("Undone. What was undone stands in the history, and can be undone as well."), nil)
			if p.shown != nil {
				p.shown()
			}
		},
	)
}
