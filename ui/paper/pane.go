// Package paper is the paper of a record beside its form: the pages as they will be printed, what there is to see to before they go out, and
// the buttons that make files of them.
package paper

import (
	"context"
	"io/fs"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/reports/forms"
	"almoner/reports/layout"
	"almoner/reports/proof"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Pane shows the paper of a record as it stands on its page, saved or not.
type Pane struct {
	Content fyne.CanvasObject
	// Show leads to a field of the record, as Problems name it; nil where there is no form. It reports whether there is such a field.
	Show func(field string) bool
	// Turn shows the paper on the whole page, or beside the form again.
	Turn func()

	desk   desk.Desk
	name   string
	of     func() data.Record // the record as it is being changed, in a copy
	papers []reports.Paper
	chosen int
	choice *widgets.Choice
	pages  *pages
	notes  *notes
	why    *widget.Label // why there is no paper
	tables *widgets.Button
	made   *made
	turner *widgets.Button // to the whole page and back
	whole  bool            // it has the whole page
	asked  bool            // the paper is being made
	again  bool            // the record has changed since
}

// made is a paper with all that is known of it.
type made struct {
	setting reports.Setting
	paper   reports.Paper
	rec     data.Record
	doc     document.Document
	laid    *layout.Paper
	remarks []proof.Remark
	why     string      // it could not be made, in a sentence
	rights  fs.FileMode // of its file; none are the usual ones
}

// NewPane is the pane of the papers of a kind of record; of returns a copy of the record. It is nil where there is none for that kind. Tests
// find its parts by name.
func NewPane(d desk.Desk, name string, kind data.Kind, of func() data.Record) *Pane {
	papers := reports.PapersOf(kind)
	if len(papers) == 0 {
		return nil
	}
	p := &Pane{desk: d, name: name, of: of, papers: papers, pages: newPages(name + ".pages"), why: widget.NewLabel("")}
	p.notes = newNotes(name+".notes", p.lead)
	p.why.Wrapping = fyne.TextWrapWord
	p.why.Alignment = fyne.TextAlignCenter
	titles := make([]string, len(papers))
	for i, paper := range papers {
		titles[i] = lang.L(paper.Title)
	}
	p.choice = widgets.NewChoice(name+".choice", titles, p.choose)
	p.Content = container.NewBorder(
		p.top(), container.New(&besideOrUnder{}, p.notes.content, p.buttons()), nil, nil,
		container.NewStack(p.pages, container.NewPadded(container.NewCenter(container.NewGridWrap(fyne.NewSize(260, 160), p.why)))),
	)
	p.SetWhole(false)
	p.Content.Hide()
	p.choice.SetSelected(titles[0])
	return p
}

// buttons are a button for each form that is for reading, and one for those of the tables.
func (p *Pane) buttons() fyne.CanvasObject {
	row := container.NewHBox()
	var tables []forms.Form
	for _, f := range forms.All() {
		if f.Tables {
			tables = append(tables, f)
			continue
		}
		b := widgets.NewButton(p.name+"."+f.Name, lang.L(f.Title), nil, func() { p.Make(f) })
		if f.Laid {
			row.Add(p.printButton())
		}
		row.Add(b)
	}
	if len(tables) > 0 {
		p.tables = widgets.NewButton(p.name+".tables", lang.L("Tables…"), nil, func() { offer(p.tables, tables, p.Make) })
		row.Add(p.tables)
	}
	return row
}

// offer asks in which form something is wanted, above the button that was pressed.
func offer(over fyne.CanvasObject, all []forms.Form, chosen func(forms.Form)) {
	var items []*fyne.MenuItem
	for _, f := range all {
		items = append(items, fyne.NewMenuItem(lang.L(f.Title), func() { chosen(f) }))
	}
	widgets.MenuOver(over, items...)
}

func (p *Pane) choose(title string) {
	for i, paper := range p.papers {
		if lang.L(paper.Title) == title {
			p.chosen = i
		}
	}
	p.pages.top()
	p.Refresh()
}

// Visible reports whether the pane is shown.
func (p *Pane) Visible() bool { return p.Content.Visible() }

// SetVisible shows the pane, or puts it away and stops keeping it up to date.
func (p *Pane) SetVisible(yes bool) {
	switch {
	case yes == p.Visible():
	case yes:
		p.Content.Show()
		p.Refresh()
	default:
		p.Content.Hide()
	}
}

// Refresh makes the paper anew, away from the window. While one is being made, only the last of several changes is made next.
func (p *Pane) Refresh() {
	if !p.Visible() {
		return
	}
	p.pages.show(p.kept()[p.place()])
	if p.asked {
		p.again = true
		return
	}
	p.asked = true
	var m *made
	p.start(&m, func(err error) {
		p.asked = false
		if p.again {
			p.again = false
			p.Refresh()
			return
		}
		p.show(m, err)
	})
}

// start makes the chosen paper of the record as it is now.
func (p *Pane) start(m **made, done func(error)) {
	paper, rec, office := p.papers[p.chosen], p.of(), p.desk.Office()
	s := reports.Setting{Register: office.Register(), Today: p.desk.Today()}
	p.desk.Run(func(ctx context.Context) (err error) {
		if paper.History && rec.Stamped().Saved() {
			if s.History, err = office.History(ctx, rec.RecordKind(), rec.Stamped().ID); err != nil {
				return err
			}
		}
		*m = makePaper(s, paper, rec)
		return nil
	}, done)
}

func makePaper(s reports.Setting, paper reports.Paper, rec data.Record) *made {
	m := &made{setting: s, paper: paper, rec: rec}
	if paper.Unfit != nil {
		if m.why = paper.Unfit(s, rec); m.why != "" {
			return m
		}
	}
	m.doc = paper.Make(s, rec)
	m.laid = layout.Lay(m.doc)
	m.remarks = proof.Read(s, paper, rec, m.doc, m.laid)
	return m
}

// show puts a paper that was made into the pane.
func (p *Pane) show(m *made, err error) {
	if err != nil {
		p.desk.Explain("make the paper", err)
		return
	}
	p.made = m
	p.why.SetText(m.why)
	if m.why != "" {
		p.pages.set(nil)
		p.notes.hide()
		return
	}
	p.pages.set(m.laid)
	p.notes.set(m.remarks)
	if p.tables != nil {
		if len(document.Tables(m.doc)) > 0 {
			p.tables.Enable()
		} else {
			p.tables.Disable()
		}
	}
}

// lead goes to the place where a remark can be put right.
func (p *Pane) lead(r proof.Remark) {
	rec := p.of()
	if r.Record == rec.Stamped().ID && r.Kind == rec.RecordKind() && p.Show != nil && p.Show(r.Field) {
		return
	}
	if !p.desk.OpenRecord(r.Kind, r.Record, r.Field) {
		p.desk.Say(lang.F("“%s” stands in a part of this record that has no field on this page.", lang.L(data.FieldLabel(r.Kind, lastOf(r.Field)))), nil)
	}
}
