package record

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	look "almoner/ui/theme"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func filesTitle() string { return lang.L("Files") }

// Files is the leaf of the files inside the office that belong to the record: an application, a signed agreement, a letter that came.
func (p *Page[R]) Files() Tab {
	p.files = newFiles(p.Desk, p.Form.ID("files"), func() data.Record { return p.base })
	return Tab{Title: filesTitle(), Content: p.files.content}
}

// Dropped adds files that were dropped on the window, where the page has a leaf for them, and turns to it.
func (p *Page[R]) Dropped(dropped []fyne.URI) bool {
	if p.files == nil {
		return false
	}
	for i, tab := range p.tabs.Items {
		if tab.Text == filesTitle() {
			p.tabs.SelectIndex(i)
		}
	}
	p.files.add(dropped)
	return true
}

// files lists the files of a record, and adds, opens, copies and deletes them. They are records of their own, saved at once: what is
// done to them waits for no Save of the page.
type files struct {
	desk    desk.Desk
	name    string // for tests
	of      func() data.Record
	shown   []*data.Attachment
	rows    *fyne.Container
	foot    *widget.Label
	waiting *widgets.Waiting
	content fyne.CanvasObject
	batch   *batch // what is being added; nil is nothing
}

func newFiles(d desk.Desk, name string, of func() data.Record) *files {
	f := &files{desk: d, name: name, of: of, rows: widgets.Stack(), foot: widgets.Note(""), waiting: widgets.NewWaiting()}
	add := widgets.NewButton(name+".add", lang.L("Add a file…"), theme.ContentAddIcon(), f.choose)
	hint := widgets.Note(lang.L("Or drop files anywhere on the window. They lie inside the office file, up to 25 MB each, and are saved at once."))
	top := widgets.Stack(container.NewBorder(nil, nil, container.NewVBox(add), nil, hint), f.waiting.Content)
	f.content = container.NewPadded(widgets.Narrow(widest, container.NewBorder(top, f.foot, nil, nil, container.NewVScroll(f.rows))))
	f.refresh()
	return f
}

// refresh lists the files as the register has them now, the latest first.
func (f *files) refresh() {
	var mine []*data.Attachment
	var size int64
	for _, a := range data.All[*data.Attachment](f.desk.Office().Register()) {
		if a.Of == f.of().Stamped().ID {
			mine = append(mine, a)
			size += a.Size
		}
	}
	slices.SortStableFunc(mine, func(a, b *data.Attachment) int {
		return cmp.Or(b.SavedAt.Compare(a.SavedAt), cmp.Compare(data.Fold(a.Label()), data.Fold(b.Label())))
	})
	foot := lang.F("No file belongs to this %s yet.", lang.L(f.of().RecordKind().Label()))
	if len(mine) > 0 {
		foot = lang.N(len(mine), "{n} file, %s.", "{n} files, %s together.", data.FileSize(size))
	}
	if f.foot.Text != foot {
		f.foot.SetText(foot)
	}
	if slices.Equal(f.shown, mine) {
		return
	}
	f.shown = mine
	f.rows.RemoveAll()
	for i, a := range mine {
		f.rows.Add(f.row(fmt.Sprintf("%s[%d].", f.name, i), a))
	}
	f.rows.Refresh()
}

func (f *files) row(at string, a *data.Attachment) fyne.CanvasObject {
	name := widget.NewLabel(a.Name)
	name.TextStyle.Bold = true
	name.Truncation = fyne.TextTruncateEllipsis
	facts := []string{sortOfFile(a.Name), data.FileSize(a.Size), lang.F("added %s by %s", when(a.SavedAt, time.Now()), a.SavedBy)}
	if a.Title != "" {
		facts = append([]string{a.Title}, facts...)
	}
	about := widget.NewLabel(strings.Join(facts, " · "))
	about.SizeName = look.SizeSmall
	about.Importance = widget.LowImportance
	about.Truncation = fyne.TextTruncateEllipsis
	buttons := container.NewHBox(
		widgets.NewButton(at+"open", lang.L("Open"), nil, func() { openFile(f.desk, f.waiting, a) }),
		widgets.NewButton(at+"copy", lang.L("Save as…"), nil, func() { f.askCopy(a) }),
	)
	if f.desk.Office().ReadOnly() == "" {
		remove := widgets.NewButton(at+"delete", "", theme.DeleteIcon(), func() { f.askDelete(a) })
		remove.Speak(lang.L("Delete this file"))
		remove.Importance = widget.LowImportance
		buttons.Add(remove)
	}
	return widgets.Stack(container.NewBorder(nil, nil, nil, container.NewCenter(buttons), widgets.Tight(name, about)), widget.NewSeparator())
}

// choose lets somebody choose a file to add.
func (f *files) choose() {
	if !f.ready() {
		return
	}
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			f.desk.Explain("choose a file", err)
			return
		}
		if file == nil {
			return
		}
		_ = file.Close() // it is read when its size is known
		f.add([]fyne.URI{file.URI()})
	}, f.desk.Window())
	showFiles(d, f.desk)
}

// showFiles shows a dialog of files as large as the window allows.
func showFiles(d *dialog.FileDialog, on desk.Desk) {
	d.Show() // first: Fyne's dialog has no size before
	room := on.Window().Canvas().Size()
	d.Resize(fyne.NewSize(min(room.Width-40, 900), min(room.Height-40, 620)))
}

// sortsOfFile are what people call files, by the ends of their names.
//
//lang:words
var sortsOfFile = map[string]string{
	".pdf": "PDF", ".doc": "Word document", ".docx": "Word document", ".odt": "Document", ".rtf": "Document", ".xls": "Spreadsheet", ".xlsx": "Spreadsheet",
	".ods": "Spreadsheet", ".csv": "Table", ".ppt": "Presentation", ".pptx": "Presentation", ".odp": "Presentation", ".png": "Picture", ".jpg": "Picture",
	".jpeg": "Picture", ".gif": "Picture", ".tif": "Picture", ".tiff": "Picture", ".heic": "Picture", ".msg": "E-mail", ".eml": "E-mail", ".txt": "Text",
	".md": "Text", ".zip": "Archive", ".htm": "Web page", ".html": "Web page",
}

func sortOfFile(name string) string {
	end := strings.ToLower(filepath.Ext(name))
	switch sort, known := sortsOfFile[end]; {
	case known:
		return lang.L(sort)
	case len(end) > 1:
		return lang.F("%s file", strings.ToUpper(end[1:]))
	default:
		return lang.L("File")
	}
}
