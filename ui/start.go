package ui

import (
	"os"
	"strings"

	"almoner/assets"
	"almoner/data"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ending is that of an office file.
const ending = ".almoner"

// start is the first page: the ways to begin.
type start struct {
	content fyne.CanvasObject
	first   fyne.Focusable
}

func newStart(p *Program, said, failed string) *start {
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSize(88, 88))
	title := widget.NewLabel(programName)
	title.SizeName = look.SizeTitle
	title.TextStyle.Bold = true
	title.Alignment = fyne.TextAlignCenter
	what := widget.NewLabel(lang.L("Who was given what, for what, on whose decision, out of which fund."))
	what.Alignment = fyne.TextAlignCenter
	sample := widgets.NewMainButton("start.sample", lang.L("Start with the sample office"), theme.DocumentIcon(), p.Sample)
	empty := widgets.NewButton("start.empty", lang.L("Start an empty office…"), theme.ContentAddIcon(), p.askCreate)
	open := widgets.NewButton("start.open", lang.L("Open an office…"), theme.FolderOpenIcon(), p.askOpen)
	rows := []fyne.CanvasObject{icon, title, what, sample, empty, open}
	if last := LastOffice(p.app); last != "" {
		rows = append(rows, widgets.NewButton("start.last", lang.F("Open “%s” again", name(last)), theme.HistoryIcon(), func() { p.Open(last) }))
	}
	if said != "" {
		words := widget.NewLabel(said)
		words.Wrapping = fyne.TextWrapWord
		words.Alignment = fyne.TextAlignCenter
		if !strings.HasSuffix(said, "…") {
			words.Importance = widget.DangerImportance
		}
		rows = append(rows, words)
	}
	if failed != "" {
		rows = append(rows, widgets.NewButton("start.rescue", lang.F("See what there is of “%s”", name(failed)), theme.SearchIcon(), func() { p.rescue(failed) }))
	}
	return &start{content: container.NewGridWrap(fyne.NewSize(540, 480), container.NewVBox(rows...)), first: sample}
}

// askOpen lets somebody choose an office file.
func (p *Program) askOpen() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // nothing was read from it
		p.Open(path)
	}, p.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{ending}))
	d.SetTitleText(lang.L("Open an office"))
	p.showFiles(d)
}

// officeOf is how the names of offices begin.
const officeOf = "Office of the Police and Crime Commissioner for " //lang:no it becomes the name

// askCreate lets somebody say what a new office is called, and where its file is to lie.
func (p *Program) askCreate() {
	widgets.AskText(p.window, lang.L("What is the office called?"), officeOf, func(name string) {
		d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
			if err != nil || f == nil {
				return
			}
			path := f.URI().Path()
			_ = f.Close() // the dialog has made an empty file, which is no office
			p.createAt(path, name)
		}, p.window)
		d.SetFileName("Office" + ending) //lang:no a file name
		d.SetTitleText(lang.L("Where is the office file to lie?"))
		p.showFiles(d)
	})
}

// createAt makes the office in the place of the empty file that the dialog has made, and of nothing else.
func (p *Program) createAt(path, name string) {
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		if err := os.Remove(path); err != nil {
			p.start(data.Explain(&data.Fault{Sentence: lang.L("Nothing can be put into this folder. Choose another."), Cause: err}))
			return
		}
	}
	p.create(path, strings.TrimSpace(name))
}

func (p *Program) showFiles(d *dialog.FileDialog) {
	d.Show() // first: Fyne's dialog has no size before
	room := p.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(room.Width-40, 900), min(room.Height-40, 620)))
}
