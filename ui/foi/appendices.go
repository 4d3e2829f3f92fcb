package foi

import (
	"fmt"

	"almoner/data"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// appendices is what goes with a reply: tables filled from the register, and specifications. One is open at a time.
type appendices struct {
	page    *page
	open    data.RowID
	chooser *fyne.Container
	editor  *fyne.Container
	table   *tableEditor // of the open appendix, if it is a table
	content fyne.CanvasObject
}

func newAppendices(p *page) *appendices {
	a := &appendices{page: p, chooser: container.NewHBox(), editor: container.NewStack()}
	if list := p.Record.Appendices; len(list) > 0 {
		a.open = list[0].ID
	}
	a.content = container.NewPadded(container.NewBorder(a.chooser, nil, nil, nil, a.editor))
	a.build()
	return a
}

// build shows which appendices there are, and the open one.
func (a *appendices) build() {
	f := a.page.Form
	f.Drop("appendices[")
	f.ReadOnly = a.page.Record.Sent()
	defer func() { f.ReadOnly = false }()
	a.chooser.RemoveAll()
	r := a.page.Record
	open := -1
	for i := range r.Appendices {
		ap := &r.Appendices[i]
		b := widgets.NewButton(fmt.Sprintf("request.appendix.%d", ap.Number), fmt.Sprintf("Appendix %d", ap.Number), nil, func() { a.show(ap.ID) })
		if ap.ID == a.open {
			open = i
			b.Importance = widget.HighImportance
		}
		a.chooser.Add(b)
	}
	if !r.Sent() {
		if open >= 0 {
			a.chooser.Add(a.moves(&r.Appendices[open]))
			a.chooser.Add(layout.NewSpacer())
		}
		a.chooser.Add(widgets.NewButton("request.appendix.table", "Table from the register", theme.ContentAddIcon(), a.addTable))
		a.chooser.Add(widgets.NewButton("request.appendix.specification", "Specification", theme.ContentAddIcon(), a.addSpecification))
	}
	a.chooser.Refresh()
	a.editor.RemoveAll()
	a.table = nil
	if open >= 0 {
		a.editor.Add(a.edit(open))
	} else {
		a.editor.Add(widgets.Note("Answer from the register: add a table, say which years and themes it is about, and choose its columns. The rows fill themselves."))
	}
	a.editor.Refresh()
}

func (a *appendices) show(id data.RowID) {
	a.open = id
	a.build()
}

// refresh shows the rows of the open table as the request and the register are now.
func (a *appendices) refresh() {
	if a != nil && a.table != nil {
		a.table.refresh()
	}
}

func (a *appendices) add(ap data.Appendix) {
	r := a.page.Record
	ap.ID, ap.Number = data.NewRowID(), 1
	for _, other := range r.Appendices {
		ap.Number = max(ap.Number, other.Number+1)
	}
	r.Appendices = append(r.Appendices, ap)
	a.show(ap.ID)
	a.page.Touch()
}

// addTable begins a table with what most requests ask for: who got how much, for what.
func (a *appendices) addTable() {
	columns := make([]data.Column, 0, 5)
	for _, key := range []string{"title", "amount", "recipient", "services", "outcomes"} {
		f, _ := data.GrantField(key)
		columns = append(columns, data.Column{Heading: f.Heading, Field: f.Key})
	}
	a.add(data.Appendix{Kind: data.AppendixTable, Title: "Grants awarded", Tables: []data.Table{{
		ID: data.NewRowID(), Columns: columns, Query: data.Query{Status: data.AwardedStatuses()},
	}}})
}

func (a *appendices) addSpecification() { a.add(data.Appendix{Kind: data.AppendixSpecification}) }

func (a *appendices) edit(i int) fyne.CanvasObject {
	ap := &a.page.Record.Appendices[i]
	at := fmt.Sprintf("appendices[%d].", i)
	switch ap.Kind {
	case data.AppendixSpecification:
		return record.Sheet(a.specification(at, ap))
	case data.AppendixTable:
		if len(ap.Tables) > 0 {
			a.table = newTableEditor(a.page, ap, at)
			return widgets.Over(a.table.top, a.table.rows)
		}
	default:
	}
	return record.Sheet(
		a.page.Form.Text(at+"title", "Title", "", &ap.Title),
		a.page.Form.Lines(at+"introduction", "Introduction", "", 5, &ap.Introduction),
	)
}

func (a *appendices) specification(at string, ap *data.Appendix) fyne.CanvasObject {
	pick := record.Pick[*data.Specification](a.page.Desk, "Choose a specification")
	return widgets.Stack(
		a.page.Form.Pick(at+"specification", "Specification", "", pick, &ap.Specification),
		a.page.Form.Text(at+"title", "Title in the list of appendices", "the specification's, if left empty", &ap.Title),
	)
}

// moves reorders the appendices; whatever names one of them by its number follows.
func (a *appendices) moves(ap *data.Appendix) fyne.CanvasObject {
	r := a.page.Record
	number := ap.Number
	move := func(to int) func() {
		return func() {
			r.MoveAppendix(number, to)
			a.build()
			a.page.Touch()
		}
	}
	earlier := widgets.NewButton("request.appendix.earlier", "Earlier", theme.MoveUpIcon(), move(number-1))
	later := widgets.NewButton("request.appendix.later", "Later", theme.MoveDownIcon(), move(number+1))
	remove := widgets.NewButton("request.appendix.remove", "Remove", theme.DeleteIcon(), func() { a.remove(number) })
	if number <= 1 {
		earlier.Disable()
	}
	if number >= len(r.Appendices) {
		later.Disable()
	}
	for _, b := range []*widgets.Button{earlier, later, remove} {
		b.Importance = widget.LowImportance
	}
	return container.NewHBox(earlier, later, remove)
}

// remove takes an appendix out and closes the gap in the numbers.
func (a *appendices) remove(number int) {
	r := a.page.Record
	r.MoveAppendix(number, len(r.Appendices))
	r.Appendices = r.Appendices[:len(r.Appendices)-1]
	a.open = ""
	if len(r.Appendices) > 0 {
		a.open = r.Appendices[0].ID
	}
	a.build()
	a.page.Touch()
}
