package foi

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// appendices is what goes with a reply: tables filled from the register, and specifications. One is open at a time.
type appendices struct {
	answering *answering
	page      *page
	chooser   *fyne.Container
	editor    *fyne.Container
	table     *tableEditor // of the open appendix, if it is a table
	offered   *widgets.Button
	content   fyne.CanvasObject
}

func newAppendices(of *answering) *appendices {
	a := &appendices{answering: of, page: of.page, chooser: widgets.InRows(), editor: container.NewStack()}
	a.offered = widgets.NewButton("request.appendix.specifications", "", theme.ContentAddIcon(), a.addSpecifications)
	a.content = container.NewPadded(container.NewBorder(a.chooser, nil, nil, nil, widgets.Roomy(a.editor)))
	a.build()
	return a
}

// opened is which of the appendices is shown, or -1: the first where the one that was open has gone.
func (a *appendices) opened() int {
	list := a.page.Record.Appendices
	for i := range list {
		if list[i].ID == a.answering.open {
			return i
		}
	}
	if len(list) == 0 {
		return -1
	}
	a.answering.open = list[0].ID
	return 0
}

// build shows which appendices there are, and the open one.
func (a *appendices) build() {
	f, r := a.page.Form, a.page.Record
	f.Drop("appendices[")
	f.ReadOnly = r.Sent()
	defer func() { f.ReadOnly = false }()
	a.chooser.RemoveAll()
	open := a.opened()
	for i := range r.Appendices {
		ap := &r.Appendices[i]
		b := widgets.NewButton(fmt.Sprintf("request.appendix.%d", ap.Number), lang.F("Appendix %d", ap.Number), nil, func() { a.show(ap.ID) })
		if i == open {
			b.Importance = widget.HighImportance
		}
		a.chooser.Add(b)
	}
	if !r.Sent() {
		if open >= 0 {
			a.chooser.Add(a.moves(&r.Appendices[open]))
		}
		a.chooser.Add(widgets.NewButton("request.appendix.table", lang.L("Table from the register"), theme.ContentAddIcon(), a.addTable))
		a.chooser.Add(a.offered)
		a.chooser.Add(widgets.NewButton("request.appendix.specification", lang.L("Specification"), theme.ContentAddIcon(), a.addSpecification))
	}
	a.editor.RemoveAll()
	a.table = nil
	if open >= 0 {
		a.editor.Add(a.edit(open))
	} else {
		a.editor.Add(widgets.Note(lang.L("A table from the register begins with the years and themes that the questions name. Its rows are there at once; then choose its columns.")))
	}
	a.offer()
	a.chooser.Refresh()
	a.editor.Refresh()
}

func (a *appendices) show(id data.RowID) {
	a.answering.open = id
	a.build()
}

// refresh shows the rows of the open table as the request and the register are now.
func (a *appendices) refresh() {
	if a.table != nil {
		a.table.refresh()
	}
	a.offer()
}

// unenclosed are the specifications of the grants in the tables that are no appendix yet, in the order of the tables.
func (a *appendices) unenclosed() []*data.Specification {
	reg := a.page.Desk.Office().Register()
	known := map[data.ID]bool{"": true}
	for _, ap := range a.page.Record.Appendices {
		known[ap.Specification] = true
	}
	var found []*data.Specification
	for _, ap := range a.page.Record.Appendices {
		for i := range ap.Tables {
			for _, id := range data.GrantsIn(ap.Tables[i].Fill(reg, a.page.Record)) {
				g, held := data.Get[*data.Grant](reg, id)
				if !held || known[g.Specification] {
					continue
				}
				known[g.Specification] = true
				if s, ok := data.Get[*data.Specification](reg, g.Specification); ok {
					found = append(found, s)
				}
			}
		}
	}
	return found
}

// offer offers the specifications of the grants that the tables list.
func (a *appendices) offer() {
	n := 0
	if !a.page.Record.Sent() {
		n = len(a.unenclosed())
	}
	switch n {
	case 0:
		a.offered.Hide()
		return
	case 1:
		a.offered.SetText(lang.L("The specification of these grants"))
	default:
		a.offered.SetText(lang.F("The %d specifications of these grants", n))
	}
	a.offered.Show()
}

// add puts an appendix after the others; what is open stays open.
func (a *appendices) add(ap data.Appendix) data.RowID {
	r := a.page.Record
	ap.ID, ap.Number = data.NewRowID(), 1
	for _, other := range r.Appendices {
		ap.Number = max(ap.Number, other.Number+1)
	}
	r.Appendices = append(r.Appendices, ap)
	return ap.ID
}

// addTable begins a table with the grants that the questions ask for, and with what most requests want to know: who got how much, for what.
func (a *appendices) addTable() {
	reg := a.page.Desk.Office().Register()
	columns := make([]data.Column, 0, 5)
	for _, key := range []string{"title", "amount", "recipient", "services", "outcomes"} {
		f, _ := data.GrantField(key)
		columns = append(columns, data.Column{Heading: f.Heading, Field: f.Key})
	}
	var asked strings.Builder
	for _, q := range a.page.Record.Questions {
		asked.WriteString(q.Text + "\n")
	}
	query := reg.ProposedQuery(asked.String(), a.page.Desk.Today())
	a.show(a.add(data.Appendix{Kind: data.AppendixTable, Title: query.TitleOf(reg.Details()), Tables: []data.Table{{
		ID: data.NewRowID(), Columns: columns, Query: query,
	}}}))
	a.page.Touch()
}

func (a *appendices) addSpecification() {
	a.show(a.add(data.Appendix{Kind: data.AppendixSpecification}))
	a.page.Touch()
}

// addSpecifications encloses the specifications of the grants in the tables, whose cells then lead to them.
func (a *appendices) addSpecifications() {
	for _, s := range a.unenclosed() {
		a.add(data.Appendix{Kind: data.AppendixSpecification, Specification: s.ID})
	}
	a.build()
	a.page.Touch()
}

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
		a.page.Form.Text(at+"title", lang.L("Title"), "", &ap.Title),
		a.page.Form.Lines(at+"introduction", lang.L("Introduction"), "", 5, &ap.Introduction),
	)
}

func (a *appendices) specification(at string, ap *data.Appendix) fyne.CanvasObject {
	pick := record.Pick[*data.Specification](a.page.Desk, lang.L("Choose a specification"))
	return widgets.Stack(
		a.page.Form.Pick(at+"specification", lang.L("Specification"), "", pick, &ap.Specification),
		a.page.Form.Text(at+"title", lang.L("Title in the list of appendices"), lang.L("the specification's, if left empty"), &ap.Title),
	)
}

// moves reorders the appendices and takes them out; whatever names one of them by its number follows.
func (a *appendices) moves(ap *data.Appendix) fyne.CanvasObject {
	number := ap.Number
	earlier := widgets.NewButton("request.appendix.earlier", "", theme.NavigateBackIcon(), func() { a.move(number, number-1) })
	earlier.Speak(lang.L("Move this appendix forward"))
	later := widgets.NewButton("request.appendix.later", "", theme.NavigateNextIcon(), func() { a.move(number, number+1) })
	later.Speak(lang.L("Move this appendix back"))
	remove := widgets.NewButton("request.appendix.remove", "", theme.DeleteIcon(), func() { a.remove(number) })
	remove.Speak(lang.L("Remove this appendix"))
	if number <= 1 {
		earlier.Disable()
	}
	if number >= len(a.page.Record.Appendices) {
		later.Disable()
	}
	for _, b := range []*widgets.Button{earlier, later, remove} {
		b.Importance = widget.LowImportance
	}
	return container.NewHBox(earlier, later, remove)
}

func (a *appendices) move(from, to int) {
	a.page.Record.MoveAppendix(from, to)
	a.page.Anew() // answers and cells name it otherwise now
}

func (a *appendices) remove(number int) {
	a.page.Record.RemoveAppendix(number)
	a.page.Anew()
}
