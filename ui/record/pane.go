package record

import (
	"almoner/data"
	"almoner/ui/paper"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// formShare is how much of the width the form has beside the paper.
const formShare = 0.56

// roomForPaper is how wide the window has to be for a paper beside the form, in Fyne's units: below that neither could be read.
const roomForPaper = 1080

// addPane makes the pane of the record's paper, once, and its button.
func (p *Page[R]) addPane(buttons *fyne.Container) {
	if p.pane == nil {
		p.pane = paper.NewPane(p.Desk, p.kind.Name+".paper", p.Record.RecordKind(), func() data.Record { return data.Clone(p.Record) })
	}
	if p.pane == nil {
		return
	}
	p.pane.Show = p.ShowField
	buttons.Add(widgets.NewButton(p.kind.Name+".preview", "Preview", theme.VisibilityIcon(), p.turnPane))
	buttons.Add(widgets.NewButton(p.kind.Name+".print", "Make the PDF", theme.DocumentPrintIcon(), p.pane.Print))
}

// withPane lays the paper out beside the form.
func (p *Page[R]) withPane(form fyne.CanvasObject) fyne.CanvasObject {
	if p.pane == nil {
		return form
	}
	p.split = container.NewHSplit(form, p.pane.Content)
	p.split.Offset = formShare
	p.aside = container.NewStack()
	p.putPane(form)
	return p.aside
}

// putPane shows the form alone, or with the paper beside it.
func (p *Page[R]) putPane(form fyne.CanvasObject) {
	if p.paneWanted() {
		p.split.Leading = form
		p.split.Refresh()
		p.aside.Objects = []fyne.CanvasObject{p.split}
	} else {
		p.aside.Objects = []fyne.CanvasObject{form}
	}
	p.aside.Refresh()
	p.pane.SetVisible(p.paneWanted())
}

// paneWanted reports whether the paper is to be shown: somebody wants it, and there is room.
func (p *Page[R]) paneWanted() bool {
	return p.Desk.Preview() && p.Desk.Window().Canvas().Size().Width >= roomForPaper
}

// turnPane shows the paper, or puts it away.
func (p *Page[R]) turnPane() {
	p.Desk.SetPreview(!p.Desk.Preview())
	if p.Desk.Preview() && !p.paneWanted() {
		p.Desk.Say("There is no room for the paper beside the form: make the window wider.", nil)
	}
	p.putPane(p.tabs)
}

// showPane shows the paper as it is wanted now; it may have been put away on another page, or the window made wider.
func (p *Page[R]) showPane() {
	if p.pane != nil {
		p.putPane(p.tabs)
	}
}

// ShowField turns to the leaf of a field, as Problems name it, and puts the keyboard into it.
func (p *Page[R]) ShowField(field string) bool {
	control, focus := p.Form.Find(field)
	if control == nil {
		return false
	}
	for i, tab := range p.tabs.Items {
		if holds(tab.Content, control) {
			p.tabs.SelectIndex(i)
		}
	}
	if focus != nil {
		p.Desk.Window().Canvas().Focus(focus)
	}
	return true
}

// holds reports whether an object lies somewhere within another.
func holds(within, object fyne.CanvasObject) bool {
	if within == object {
		return true
	}
	switch o := within.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			if holds(inner, object) {
				return true
			}
		}
	case *container.Scroll:
		return holds(o.Content, object)
	case *container.Split:
		return holds(o.Leading, object) || holds(o.Trailing, object)
	}
	return false
}
