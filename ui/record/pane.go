package record

import (
	"almoner/data"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// formShare is how much of the width the form has beside the paper.
const formShare = 0.6

// addPane makes the pane of the record's paper, once, and its button.
func (p *Page[R]) addPane(buttons *fyne.Container) {
	if p.pane == nil {
		p.pane = paper.NewPane(p.Desk, p.kind.Name+".paper", p.Record.RecordKind(), func() data.Record { return data.Clone(p.Record) })
	}
	if p.pane == nil {
		return
	}
	p.pane.Show, p.pane.Turn = p.ShowField, p.turnWhole
	buttons.Add(widgets.NewButton(p.kind.Name+".preview", lang.L("Preview"), theme.VisibilityIcon(), p.turnPane))
	buttons.Add(widgets.NewButton(p.kind.Name+".print", lang.L("Make the PDF"), theme.DocumentPrintIcon(), p.pane.Print))
}

// withPane lays the paper out beside the form.
func (p *Page[R]) withPane(form fyne.CanvasObject) fyne.CanvasObject {
	if p.pane == nil {
		return form
	}
	split := container.NewHSplit(form, p.pane.Content)
	split.Offset = formShare
	p.aside = container.New(&beside{form: form, pane: p.pane, wanted: p.Desk.Preview, whole: &p.whole}, split)
	return p.aside
}

// turnPane shows the paper, or puts it away.
func (p *Page[R]) turnPane() {
	if p.whole {
		p.turnWhole()
		return
	}
	wanted := !p.pane.Visible()
	p.Desk.SetPreview(wanted)
	p.showPane()
	if wanted && !p.pane.Visible() {
		p.Desk.Say(lang.L("There is no room for the paper beside the form: make the window wider."), nil)
	}
}

// turnWhole shows the paper in the place of the form, or beside it again, with the keyboard where one looks.
func (p *Page[R]) turnWhole() {
	p.whole = !p.whole
	p.pane.SetWhole(p.whole)
	p.aside.Refresh()
	p.toLeaf()
}

// showPane shows the paper as it is wanted now, and anew; it may have been put away on another page.
func (p *Page[R]) showPane() {
	if p.pane == nil {
		return
	}
	if b, ok := p.aside.Layout.(*beside); ok && b.fits(p.aside.Size()) != p.pane.Visible() {
		p.aside.Refresh()
		return
	}
	p.pane.Refresh()
}

// beside lays a form out with its paper beside it, for as long as the paper is wanted and there is room for both. It asks for no more room
// than the form does: a paper must not push the window over the edge of a small screen.
type beside struct {
	form   fyne.CanvasObject
	pane   *paper.Pane
	wanted func() bool
	whole  *bool // the paper is wanted in the place of the form
}

func (b *beside) MinSize([]fyne.CanvasObject) fyne.Size {
	if *b.whole {
		return b.pane.Content.MinSize()
	}
	return b.form.MinSize()
}

func (b *beside) Layout(split []fyne.CanvasObject, size fyne.Size) {
	if *b.whole {
		b.form.Hide()
	} else {
		b.form.Show()
	}
	b.pane.SetVisible(b.fits(size))
	split[0].Resize(size)
}

// fits reports whether the paper is wanted and has room.
func (b *beside) fits(size fyne.Size) bool {
	least := b.pane.Content.MinSize()
	return *b.whole || b.wanted() && size.Height >= least.Height && size.Width >= b.form.MinSize().Width+2*theme.Padding()+least.Width
}

// ShowField turns to the leaf of a field, as Problems name it, and puts the keyboard into it.
func (p *Page[R]) ShowField(field string) bool {
	if p.whole {
		p.turnWhole()
	}
	if p.kind.Toward != nil {
		p.kind.Toward(field)
	}
	control, focus := p.Form.Find(field)
	if control == nil {
		return false
	}
	for i, tab := range p.tabs.Items {
		if widgets.Holds(tab.Content, control) {
			p.tabs.SelectIndex(i)
		}
	}
	if focus != nil {
		p.Desk.Window().Canvas().Focus(focus)
	}
	return true
}
