package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/data/wholefile"
)

type attachVerb struct {
	Office string `arg:"" help:"The office file."`
	Record string `arg:"" help:"Reference, title, name or ID of the record that the file belongs to."`
	File   string `arg:"" help:"The file; at most 25 MB."`
	Label  string `help:"What papers call it; its own name if not given." placeholder:"WORDS"`
	Kind   string `help:"Look among these records only: ${kinds}." placeholder:"KIND"`
	JSON   bool   `name:"json" help:"Say what was done in JSON."`
}

// Run takes a file into the office.
func (v *attachVerb) Run(ctx context.Context, term terminal) error {
	content, err := readFile(v.File)
	if err != nil {
		return err
	}
	name := filepath.Base(v.File)
	file, err := data.NewAttachment(name, mediaType(name, content), content)
	if err != nil {
		return err
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		rec, err := recordCalled(office.Register(), v.Record, v.Kind)
		if err != nil {
			return err
		}
		file.Of, file.Title = rec.Stamped().ID, v.Label
		saved, err := office.Save(ctx, file)
		if err != nil {
			return err
		}
		if v.JSON {
			return term.writeJSON(savedRowOf(saved))
		}
		term.say("%s, %s, is in the office now, with the %s “%s”.", quoted(v.File), data.FileSize(file.Size), rec.RecordKind().Label(), rec.Label())
		return nil
	})
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &data.Fault{Sentence: fmt.Sprintf("There is no file %s. Look for it, and name it with its folder.", quoted(path)), Cause: err}
	case err == nil && info.IsDir():
		return nil, sentence("%s is a folder. Name a file in it.", quoted(path))
	case err == nil && info.Size() > data.MaximumAttachment: // without reading it
		return nil, sentence("%s is %s. A file inside the office may be 25 MB at most: keep it in the office’s folder and put down where it is.", quoted(path), data.FileSize(info.Size()))
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, &data.Fault{Sentence: fmt.Sprintf("%s cannot be read. Is the drive connected, and may you read it?", quoted(path)), Cause: err}
	}
	return content, nil
}

// mediaType is what a file holds, by its name or, if that tells nothing, by its beginning.
func mediaType(name string, content []byte) string {
	if found := mime.TypeByExtension(strings.ToLower(filepath.Ext(name))); found != "" {
		return found
	}
	return http.DetectContentType(content)
}

type extractVerb struct {
	Office string `arg:"" help:"The office file."`
	File   string `arg:"" help:"Name, label or ID of the file in the office."`
	Out    string `short:"o" required:"" help:"Where to write it; - is standard output." placeholder:"PATH"`
}

// Run writes a file out of the office.
func (v *extractVerb) Run(ctx context.Context, term terminal) error {
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		file, err := fileCalled(office.Register(), v.File)
		if err != nil {
			return err
		}
		content, err := office.Content(ctx, file.ID)
		if err != nil {
			return err
		}
		path := v.Out
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			path = filepath.Join(path, filepath.Base(file.Name))
		}
		err = term.deliver(path, wholefile.Usual, func(w io.Writer) error {
			_, err := w.Write(content)
			return err
		})
		if err == nil && path != "-" {
			term.say("Wrote %s, %s.", quoted(path), data.FileSize(file.Size))
		}
		return err
	})
}

// fileCalled is the file of that name, or label.
func fileCalled(reg *data.Register, name string) (*data.Attachment, error) {
	var found []data.Record
	for _, a := range data.All[*data.Attachment](reg) {
		if data.Fold(a.Name) == data.Fold(name) {
			found = append(found, a)
		}
	}
	if len(found) == 0 {
		found = reg.Called(data.KindAttachment, name)
	}
	switch len(found) {
	case 0:
		return nil, notFound("No file is called “%s”. almonerctl list OFFICE files shows those that there are.", name)
	case 1:
		a, _ := data.Get[*data.Attachment](reg, found[0].Stamped().ID)
		return a, nil
	default:
		return nil, notFound("%s are called “%s”: %s. Give the ID of the one that you mean.", counted(len(found), "file", "files"), name, choices(found))
	}
}
