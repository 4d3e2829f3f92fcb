package record

import (
	"context"
	"fmt"
	"io"
	"mime"
	"path/filepath"

	"almoner/data"
	"almoner/data/wholefile"
	"almoner/ui/desk"
	"almoner/ui/paper"
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
	add := widgets.NewButton(p.Form.ID("attachments.file"), "Add a file…", theme.FileIcon(), e.ask)
	e.rows = NewRows(p.Form, p.Touch, RowsOf[data.Enclosure]{
		Key: "attachments", List: list, Add: "Name a file that is kept elsewhere", Moves: true, Beside: add,
		Fresh: func([]data.Enclosure) data.Enclosure { return data.Enclosure{ID: data.NewRowID()} },
		Row:   e.row,
	})
	return e
}

func (e *enclosures[R]) row(at string, row *data.Enclosure) fyne.CanvasObject {
	f := e.page.Form
	named := widgets.Columns(
		f.Text(at+"label", "What it is called", "", &row.Label),
		f.Text(at+"kind", "What sort of paper", "application, annex", &row.Kind),
	)
	if row.File == "" {
		return widgets.Stack(named, widgets.Note(kept(row)))
	}
	id := row.File
	open := widgets.NewButton(f.ID(at+"open"), "Open it", theme.FileIcon(), func() { OpenFile(e.page.Desk, id) })
	open.Importance = widget.LowImportance
	return widgets.Stack(named, container.NewHBox(widget.NewLabel(kept(row)), open))
}

// kept is where a file is and how large.
func kept(row *data.Enclosure) string {
	words := "The office holds this file"
	if row.File == "" {
		words = "Kept elsewhere"
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
		p.Desk.Say("Save this "+p.Record.RecordKind().Label()+" first, then add files to it.", nil)
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

// OpenFile opens a file of the office with the program that the person has for it, by way of a copy in the folder for papers.
func OpenFile(d desk.Desk, id data.ID) {
	held, ok := data.Get[*data.Attachment](d.Office().Register(), id)
	if !ok {
		d.Say("This file is not in the office any more.", nil)
		return
	}
	folder, err := d.Papers()
	if err != nil {
		d.Explain("find the folder for papers", err)
		return
	}
	file := filepath.Join(folder, copyName(held.Name))
	d.Run(
		func(ctx context.Context) error { return copyOut(ctx, d.Office(), id, file) },
		func(err error) {
			if err != nil {
				d.Explain("open "+held.Name, err)
				return
			}
			if d.Show(file) != nil {
				d.Say("Made "+file+". No program on this computer opens it.", nil)
			}
		},
	)
}

// copyName is a name that the copy can have on Windows as well.
func copyName(name string) string {
	ext := filepath.Ext(name)
	return paper.FileName(name[:len(name)-len(ext)]) + ext
}

func copyOut(ctx context.Context, office data.Office, id data.ID, file string) error {
	content, err := office.Content(ctx, id)
	if err != nil {
		return fmt.Errorf("read the file: %w", err)
	}
	err = wholefile.Write(file, wholefile.Usual, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	if err != nil {
		return &data.Fault{Sentence: fmt.Sprintf("“%s” could not be written. If it is open in another program, close it there and try again.", filepath.Base(file)), Cause: err}
	}
	return nil
}

// NewIssued lists the papers that went out of a record as they were printed, each to be opened.
func NewIssued(d desk.Desk, form *widgets.Form, issued []data.Issued) fyne.CanvasObject {
	rows := widgets.Stack()
	for i, paper := range issued {
		words := widget.NewLabel(paperSays(paper))
		words.Truncation = fyne.TextTruncateEllipsis
		var open fyne.CanvasObject
		if paper.File != "" {
			b := widgets.NewButton(form.ID(at("issued", i)+".open"), "Open it", theme.FileIcon(), func() { OpenFile(d, paper.File) })
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
		words += " · SHA-256 " + p.SHA256[:shownDigits] + "…"
	}
	return words
}
