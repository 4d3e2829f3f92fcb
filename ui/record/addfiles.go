package record

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"

	"fyne.io/fyne/v2"
)

// batch is files that are being added, one after the other: one that is refused keeps none of the others out.
type batch struct {
	waiting []fyne.URI
	all     int
	added   []*data.Attachment
	said    []string // files that were there already
	refused []string
}

// ready reports whether files can be added now, and says why not.
func (f *files) ready() bool {
	if why := f.desk.Office().ReadOnly(); why != "" {
		f.desk.Say(why, nil)
		return false
	}
	if !f.of().Stamped().Saved() {
		f.desk.Say(lang.F("Save the %s first, then add files to it.", lang.L(f.of().RecordKind().Label())), nil)
		return false
	}
	return true
}

// add adds files, after those that are being added.
func (f *files) add(chosen []fyne.URI) {
	switch {
	case len(chosen) == 0 || !f.ready():
	case f.batch != nil:
		f.batch.waiting = append(f.batch.waiting, chosen...)
		f.batch.all += len(chosen)
	default:
		f.batch = &batch{waiting: chosen, all: len(chosen)}
		f.next()
	}
}

// next adds the first file that waits.
func (f *files) next() {
	b := f.batch
	if len(b.waiting) == 0 {
		f.batch = nil
		f.waiting.Done()
		f.tell(b)
		return
	}
	file := b.waiting[0]
	b.waiting = b.waiting[1:]
	words := lang.F("Adding “%s”…", file.Name())
	if b.all > 1 {
		words = lang.F("Adding “%s”, %d of %d…", file.Name(), b.all-len(b.waiting), b.all)
	}
	f.waiting.For(words)
	var added *data.Attachment
	of := f.of().Stamped().ID
	f.desk.Run(
		func(ctx context.Context) (err error) {
			added, err = addFile(ctx, f.desk.Office(), of, file.Path())
			return err
		},
		func(err error) { f.added(added, err) },
	)
}

// added notes what became of a file, and goes on with the next.
func (f *files) added(a *data.Attachment, err error) {
	var there *heldAlready
	switch {
	case errors.As(err, &there):
		f.batch.said = append(f.batch.said, there.Error())
	case err != nil:
		f.batch.refused = append(f.batch.refused, data.Explain(err))
	default:
		f.batch.added = append(f.batch.added, a)
		f.desk.Saved(a)
	}
	f.next()
}

// tell says what became of a batch. What was refused stands in front of the window: it must not be overlooked.
func (f *files) tell(b *batch) {
	var said []string
	switch len(b.added) {
	case 0:
	case 1:
		said = append(said, lang.F("Added “%s”.", b.added[0].Name))
	default:
		said = append(said, lang.N(len(b.added), "Added {n} file.", "Added {n} files."))
	}
	if said = append(said, b.said...); len(said) > 0 {
		var undo *desk.Doing
		if len(b.added) > 0 {
			undo = &desk.Doing{Label: lang.L("Take out again"), Do: func() { f.delete(b.added...) }}
		}
		f.desk.Say(strings.Join(said, " "), undo)
	}
	if len(b.refused) > 0 {
		f.desk.Explain("add files", &data.Fault{Sentence: strings.Join(b.refused, "\n\n")})
	}
	f.refresh()
}

// heldAlready is a file that the record has, whatever it is called.
type heldAlready struct{ name, as string }

func (h *heldAlready) Error() string {
	if h.name == h.as {
		return lang.F("“%s” is here already and was not added again.", h.name)
	}
	return lang.F("“%s” is here already, as “%s”, and was not added again.", h.name, h.as)
}

// addFile puts a file into the office, as one of a record.
func addFile(ctx context.Context, office data.Office, of data.ID, path string) (*data.Attachment, error) {
	name := filepath.Base(path)
	content, err := readFile(path, name)
	if err != nil {
		return nil, err
	}
	a, err := data.NewAttachment(name, mediaType(name, content), content)
	if err != nil {
		return nil, err
	}
	for _, other := range data.All[*data.Attachment](office.Register()) {
		if other.Of == of && other.SHA256 == a.SHA256 {
			return nil, &heldAlready{name, other.Name}
		}
	}
	a.Of = of
	saved, err := office.Save(ctx, a)
	if err != nil {
		return nil, fmt.Errorf("add the file %s: %w", name, err)
	}
	if kept, ok := saved.Record.(*data.Attachment); ok {
		return kept, nil
	}
	return a, nil
}

// readFile reads a file that the office can hold. Its size is asked first: somebody may drop a film.
func readFile(path, name string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &data.Fault{Sentence: lang.F("“%s” is not there any more.", name), Cause: err}
	case err != nil:
		return nil, &data.Fault{Sentence: lang.F("“%s” cannot be read. See whether another program has it open, or whether you may read it.", name), Cause: err}
	case info.IsDir():
		return nil, &data.Fault{Sentence: lang.F("“%s” is a folder. Add the files in it instead.", name)}
	}
	if err := data.Attachable(name, info.Size()); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, &data.Fault{Sentence: lang.F("“%s” cannot be read. See whether another program has it open, or whether you may read it.", name), Cause: err}
	}
	return content, nil
}

func mediaType(name string, content []byte) string {
	if t := mime.TypeByExtension(strings.ToLower(filepath.Ext(name))); t != "" {
		return t
	}
	return http.DetectContentType(content)
}
