package record

import (
	"almoner/ui/widgets"

	"fyne.io/fyne/v2/theme"
)

// PaperButton makes the PDF of one of the record's papers, by its name in reports, without the way through the preview.
func (p *Page[R]) PaperButton(paper, label string) *widgets.Button {
	return widgets.NewButton(p.Form.ID("paper."+paper), label, theme.DocumentPrintIcon(), func() { p.pane.MakeNamed(paper) })
}
