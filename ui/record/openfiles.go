package record

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"almoner/data"
	"almoner/data/wholefile"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// programs are the ends of names of what a computer runs instead of showing it. A file came from outside; it is not to be started by a tap.
var programs = []string{
	".app", ".bat", ".cmd", ".com", ".command", ".cpl", ".desktop", ".exe", ".hta", ".jar", ".js", ".jse", ".lnk", ".msi", ".msp", ".pif", ".ps1",
	".reg", ".scr", ".sh", ".url", ".vb", ".vbe", ".vbs", ".wsf", ".wsh",
}

// OpenFile opens a file of the office with the program that the person has for it, as a copy that is not changed by mistake.
func OpenFile(d desk.Desk, id data.ID) {
	held, ok := data.Get[*data.Attachment](d.Office().Register(), id)
	if !ok {
		d.Say(lang.L("This file is not in the office any more."), nil)
		return
	}
	openFile(d, widgets.NewWaiting(), held)
}

func openFile(d desk.Desk, waiting *widgets.Waiting, a *data.Attachment) {
	if slices.Contains(programs, strings.ToLower(filepath.Ext(fileName(a.Name)))) {
		d.Say(lang.F("“%s” is a program, and Almoner starts none. Save it first if you know where it comes from.", a.Name), nil)
		return
	}
	var file string
	fetch(d, waiting, lang.F("Opening “%s”…", a.Name), a,
		func(content []byte) (err error) {
			file, err = writeCopy(a, content)
			return err
		},
		func() {
			if err := d.Show(file); err != nil {
				d.Say(lang.F("No program on this computer opens “%s”. Save it, and open it elsewhere.", a.Name), nil)
				return
			}
			d.Say(lang.F("“%s” is open as a copy: what you change in it does not come back into the office.", a.Name), nil)
		},
	)
}

// fetch reads a file out of the office and gives its bytes to use, away from the window; done is called if that went well.
func fetch(d desk.Desk, waiting *widgets.Waiting, doing string, a *data.Attachment, use func([]byte) error, done func()) {
	waiting.For(doing)
	d.Run(
		func(ctx context.Context) error {
			content, err := d.Office().Content(ctx, a.ID)
			if err != nil {
				return err
			}
			return use(content)
		},
		func(err error) {
			waiting.Done()
			if err != nil {
				d.Explain("read the file "+a.Name, err)
				return
			}
			done()
		},
	)
}

// copiesKept is how long the copies lie on the computer that were made to be looked at.
const copiesKept = 24 * time.Hour

// writeCopy writes a copy that only this person can read and that no program changes by mistake, and clears away those of the days before.
func writeCopy(a *data.Attachment, content []byte) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", cannotCopy(a, err)
	}
	copies := filepath.Join(cache, "Almoner", "opened files")
	clearCopies(copies, time.Now().Add(-copiesKept))
	if err := os.MkdirAll(copies, 0o700); err != nil {
		return "", cannotCopy(a, err)
	}
	folder, err := os.MkdirTemp(copies, "")
	if err != nil {
		return "", cannotCopy(a, err)
	}
	file := filepath.Join(folder, fileName(a.Name))
	if err := os.WriteFile(file, content, 0o400); err != nil {
		return "", cannotCopy(a, err)
	}
	return file, nil
}

func cannotCopy(a *data.Attachment, err error) error {
	return &data.Fault{Sentence: lang.F("“%s” cannot be opened: this computer has no room for a copy of it. Make room, or save it somewhere else.", a.Name), Cause: err}
}

// clearCopies removes the copies made before a moment. One that a program still has open stays until another day.
func clearCopies(folder string, before time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return // there are none yet
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.ModTime().Before(before) {
			_ = os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
}

// fileName is the name of a file as any computer takes it, with its end.
func fileName(name string) string {
	name = strings.TrimRight(name, " .") // which Windows leaves out
	end := filepath.Ext(name)
	stem := paper.FileName(strings.TrimSuffix(name, end))
	if end == "" {
		return stem
	}
	return stem + "." + paper.FileName(end[1:])
}

// askCopy asks where a copy of a file is to lie.
func (f *files) askCopy(a *data.Attachment) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			f.desk.Explain("choose where to save "+a.Name, err)
			return
		}
		if file == nil {
			return
		}
		_ = file.Close() // the dialog has made it; it is written whole or not at all
		f.copyTo(a, file.URI().Path())
	}, f.desk.Window())
	d.SetFileName(fileName(a.Name))
	if folder, err := f.desk.Papers(); err == nil {
		if at, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
			d.SetLocation(at)
		}
	}
	showFiles(d, f.desk)
}

func (f *files) copyTo(a *data.Attachment, path string) {
	fetch(f.desk, f.waiting, lang.F("Saving “%s”…", a.Name), a,
		func(content []byte) error {
			err := wholefile.Write(path, wholefile.Usual, func(w io.Writer) error {
				_, err := w.Write(content)
				return err
			})
			if err != nil {
				return &data.Fault{Sentence: lang.F("“%s” could not be written into “%s”. See whether it is open in another program, and whether there is room.", filepath.Base(path), filepath.Dir(path)), Cause: err}
			}
			return nil
		},
		func() {
			show := &desk.Doing{Label: lang.L("Show the folder"), Do: func() { f.showFolder(filepath.Dir(path)) }}
			f.desk.Say(lang.F("Saved “%s” in “%s”.", filepath.Base(path), filepath.Base(filepath.Dir(path))), show)
		},
	)
}

func (f *files) showFolder(folder string) {
	if err := f.desk.Show(folder); err != nil {
		f.desk.Say(lang.F("The folder is %s.", folder), nil)
	}
}

func (f *files) askDelete(a *data.Attachment) {
	widgets.Ask(f.desk.Window(), lang.L("Delete this file?"),
		lang.F("“%s” goes from this %s. If you need it elsewhere, save a copy first.", a.Name, lang.L(f.of().RecordKind().Label())),
		widgets.Answer{Label: lang.L("Delete it"), Harm: true, Does: func() { f.delete(a) }},
		widgets.Answer{Label: lang.L("Keep it")},
	)
}

// delete takes files out of the office, all of them or none. They can be brought back from what is said.
func (f *files) delete(gone ...*data.Attachment) {
	f.desk.Run(
		func(ctx context.Context) error {
			recs := make([]data.Record, len(gone))
			for i, a := range gone {
				recs[i] = a
			}
			_, err := f.desk.Office().DeleteAll(ctx, recs)
			return err
		},
		func(err error) {
			for _, a := range gone {
				f.desk.Saved(a)
			}
			f.refresh()
			if err != nil {
				f.desk.Explain("delete a file", err)
				return
			}
			words := lang.F("Deleted “%s”.", gone[0].Name)
			if len(gone) > 1 {
				words = lang.N(len(gone), "Deleted {n} file.", "Deleted {n} files.")
			}
			f.desk.Say(words, &desk.Doing{Label: lang.L("Bring back"), Do: func() { f.bringBack(gone) }})
		},
	)
}

// bringBack undoes deletions.
func (f *files) bringBack(gone []*data.Attachment) {
	var back []data.Record
	f.desk.Run(
		func(ctx context.Context) error {
			changes, err := f.desk.Office().Gone(ctx)
			if err != nil {
				return err
			}
			var deletions []int64
			for _, c := range changes {
				if slices.ContainsFunc(gone, func(a *data.Attachment) bool { return c.Kind == data.KindAttachment && c.Record == a.ID }) {
					deletions = append(deletions, c.Sequence)
				}
			}
			saved, err := f.desk.Office().UndoAll(ctx, deletions)
			for _, s := range saved {
				back = append(back, s.Record)
			}
			return err
		},
		func(err error) {
			for _, rec := range back {
				f.desk.Saved(rec)
			}
			f.refresh()
			if err != nil {
				f.desk.Explain("bring a file back", err)
				return
			}
			f.desk.Say(lang.N(len(back), "{n} file brought back.", "{n} files brought back."), nil)
		},
	)
}
