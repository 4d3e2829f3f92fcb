package record

import (
	"context"
	"io"
	"mime"
	"path/filepath"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// enclosures edits the files that a paper names. The office may hold them, or only know of them.
type enclosures[R data.Record] struct {
	page *Page[R]
	rows *Rows[data.Enclosure]
}

// NewEnclosures is an editor of the files that the paper of a page names.
func NewEnclosures[R data.Record](p *Page[R], list *[]data.Enclosure) fyne.CanvasObject {
	return newEnclosures(p, list).rows.Content
}

func newEnclosures[R data.Record](p *Page[R], list *[]data.Enclosure) *enclosures[R] {
	e := &enclosures[R]{page: p}
	add := widgets.NewButton(p.Form.ID("attachments.file"), lang.L("Add a file…"), theme.FileIcon(), e.ask)
	e.rows = NewRows(p.Form, p.Touch, RowsOf[data.Enclosure]{
		Key: "attachments", List: list, Add: lang.L("Name a file that is kept elsewhere"), Moves: true, Beside: add,
		Fresh: func([]data.Enclosure) data.Enclosure { return data.Enclosure{ID: data.NewRowID()} },
		Row:   e.row,
	})
	return e
}

func (e *enclosures[R]) row(at string, row *data.Enclosure) fyne.CanvasObject {
	f := e.page.Form
	named := widgets.Columns(
		f.Text(at+"label", lang.L("What it is called"), "", &row.Label),
		f.Text(at+"kind", lang.L("What sort of paper"), lang.L("application, annex"), &row.Kind),
	)
	if row.File == "" {
		return widgets.Stack(named, widgets.Note(kept(row)))
	}
	id := row.File
	open := widgets.NewButton(f.ID(at+"open"), lang.L("Open it"), theme.FileIcon(), func() { OpenFile(e.page.Desk, id) })
	open.Importance = widget.LowImportance
	return widgets.Stack(named, container.NewHBox(widget.NewLabel(kept(row)), open))
}

// kept is where a file is and how large.
func kept(row *data.Enclosure) string {
	words := lang.L("The office holds this file")
	if row.File == "" {
		words = lang.L("Kept elsewhere")
	}
	if row.Size > 0 {
		words += " · " + data.FileSize(row.Size)
	}
	return words
}

// ask lets somebody choose a file, which has to belong to a record that the office has.
func (e *enclosures[R]) ask() {
	p := e.page
	if p.New() {
		p.Desk.Say(lang.F("Save this %s first, then add files to it.", lang.L(p.Record.RecordKind().Label())), nil)
		return
	}
	dialog.ShowFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			p.Desk.Explain("open a file", err)
			return
		}
		if file != nil {
			e.take(file.URI().Name(), file)
		}
	}, p.Desk.Window())
}

// take puts a file into the office and names it in the paper.
func (e *enclosures[R]) take(name string, file io.ReadCloser) {
	defer func() { _ = file.Close() }() // it was only read
	d := e.page.Desk
	content, err := io.ReadAll(io.LimitReader(file, data.MaximumAttachment+1))
	if err != nil {
		d.Explain("read "+name, err)
		return
	}
	held, err := data.NewAttachment(name, mime.TypeByExtension(filepath.Ext(name)), content)
	if err != nil {
		d.Explain("add "+name, err)
		return
	}
	held.Of = e.page.Record.Stamped().ID
	var saved data.Saved
	d.Run(
		func(ctx context.Context) (err error) {
			saved, err = d.Office().Save(ctx, held)
			return err
		},
		func(err error) {
			if err != nil {
				d.Explain("add "+name, err)
				return
			}
			d.Saved(saved.Record)
			e.rows.Append(data.Enclosure{ID: data.NewRowID(), Label: name, Size: held.Size, File: held.ID})
		},
	)
}

// NewIssued lists the papers that went out of a record as they were printed, each to be opened.
func NewIssued(d desk.Desk, form *widgets.Form, issued []data.Issued) fyne.CanvasObject {
	rows := widgets.Stack()
	for i, paper := range issued {
		words := widget.NewLabel(paperSays(paper))
		words.Truncation = fyne.TextTruncateEllipsis
		var open fyne.CanvasObject
		if paper.File != "" {
			b := widgets.NewButton(form.ID(at("issued", i)+".open"), lang.L("Open it"), theme.FileIcon(), func() { OpenFile(d, paper.File) })
			b.Importance = widget.LowImportance
			open = b
		}
		rows.Add(container.NewBorder(nil, nil, nil, open, words))
	}
	return rows
}

// shownDigits is how much of a checksum stands on a line: enough to compare by eye.
const shownDigits = 12

func paperSays(p data.Issued) string {
	words := joined(p.Paper, p.On.Long(), p.By)
	if len(p.SHA256) > shownDigits {
		words += lang.F(" · SHA-256 %s…", p.SHA256[:shownDigits])
	}
	return words
}
