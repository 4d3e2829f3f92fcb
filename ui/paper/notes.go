package paper

import (
	"fmt"
	"strings"

	"almoner/reports/proof"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// mostShown is how high the list of remarks grows before it scrolls, in Fyne's units.
const mostShown = 150

// notes is what there is to see to in a paper before it goes out.
type notes struct {
	name    string
	lead    func(proof.Remark)
	heading *widget.Label
	sign    *widget.Icon
	rows    *fyne.Container
	scroll  *container.Scroll
	content *fyne.Container
}

func newNotes(name string, lead func(proof.Remark)) *notes {
	n := &notes{name: name, lead: lead, heading: widget.NewLabel(""), sign: widget.NewIcon(nil), rows: container.NewVBox()}
	n.heading.TextStyle.Bold = true
	n.scroll = container.NewVScroll(n.rows)
	n.content = container.NewVBox(container.NewHBox(n.sign, n.heading), n.scroll)
	n.hide()
	return n
}

func (n *notes) hide() { n.content.Hide() }

// set lists remarks, each with a button that leads to the place where it can be put right.
func (n *notes) set(remarks []proof.Remark) {
	n.content.Show()
	n.rows.RemoveAll()
	if len(remarks) == 0 {
		n.heading.SetText(lang.L("Nothing to correct in the paper"))
		n.sign.SetResource(theme.NewSuccessThemedResource(theme.ConfirmIcon()))
		n.scroll.Hide()
		return
	}
	n.heading.SetText(counted(len(remarks)))
	n.sign.SetResource(theme.NewWarningThemedResource(theme.WarningIcon()))
	for i, r := range remarks {
		words := widget.NewLabel(r.Sentence)
		words.Wrapping = fyne.TextWrapWord
		var way fyne.CanvasObject
		if r.Record != "" {
			b := widgets.NewButton(fmt.Sprintf("%s.show[%d]", n.name, i), lang.L("Show"), nil, func() { n.lead(r) })
			b.Importance = widget.LowImportance
			way = container.NewVBox(b)
		}
		n.rows.Add(container.NewBorder(nil, nil, nil, way, words))
	}
	n.scroll.Show()
	n.scroll.SetMinSize(fyne.NewSize(0, min(float32(len(remarks))*58, mostShown)))
	n.rows.Refresh()
}

func counted(n int) string {
	return lang.N(n, "One thing to see to", "{n} things to see to")
}

// lastOf is the last part of the name of a field.
func lastOf(field string) string {
	field = field[strings.LastIndexByte(field, '.')+1:]
	name, _, _ := strings.Cut(field, "[")
	return name
}
