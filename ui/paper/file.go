package paper

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"almoner/data"
	"almoner/data/wholefile"
	"almoner/reports/forms"
	"almoner/reports/proof"
	"almoner/ui/desk"
	"almoner/ui/lang"
)

// Print makes the PDF of the paper that is chosen, and opens it.
func (p *Pane) Print() {
	for _, f := range forms.All() {
		if f.Laid {
			p.Make(f)
			return
		}
	}
}

// PrintOut sends the paper that is chosen to a printer, as it stands on the page, saved or not.
func (p *Pane) PrintOut() {
	for _, f := range forms.All() {
		if f.Laid {
			p.makeThen(f, p.printOut)
			return
		}
	}
}

// Make makes a file of the paper as it stands on the page, saved or not, and opens it with the program that the person has for it.
func (p *Pane) Make(form forms.Form) { p.makeThen(form, p.write) }

func (p *Pane) makeThen(form forms.Form, then func(*made, forms.Form, string)) {
	folder, err := p.desk.Papers()
	if err != nil {
		p.desk.Explain("find the folder for papers", err)
		return
	}
	var m *made
	p.start(&m, func(err error) {
		switch {
		case err != nil:
			p.desk.Explain("make the paper", err)
		case m.why != "":
			p.desk.Say(m.why, nil)
		default:
			then(m, form, folder)
		}
	})
}

// fileOf is the file of a paper in a folder.
func (p *Pane) fileOf(m *made, form forms.Form, folder string) string {
	label := m.rec.Label()
	if m.paper.Name != p.papers[0].Name { // two papers of one record are two files
		label += " – " + m.paper.Title
	}
	return filepath.Join(folder, FileName(label)+"."+form.Name)
}

func (p *Pane) write(m *made, form forms.Form, folder string) {
	say := ""
	if n := len(harmful(m.remarks)); n > 0 {
		say = lang.N(n, "One thing to see to before it goes out: see below the preview.", "{n} things to see to before it goes out: see below the preview.")
	}
	writeAndOpen(p.desk, p.fileOf(m, form, folder), form, say, func() *made { return m })
}

// writeAndOpen makes a file away from the window, says so, with a sentence more if there is one, and opens it.
func writeAndOpen(d desk.Desk, file string, form forms.Form, more string, m func() *made) {
	open := func() {
		if err := d.Show(file); err != nil {
			d.Say(lang.F("Made %s. No program on this computer opens it.", file), nil)
		}
	}
	writeThen(d, file, form, m, func() {
		say := lang.F("Made “%s” in “%s”.", filepath.Base(file), filepath.Base(filepath.Dir(file))) + " " + more
		d.Say(strings.TrimSpace(say), &desk.Doing{Label: lang.L("Open it"), Do: open})
		open()
	})
}

// writeThen makes a file away from the window, and then goes on.
func writeThen(d desk.Desk, file string, form forms.Form, m func() *made, then func()) {
	d.Run(
		func(ctx context.Context) error { return writeFile(ctx, file, m(), form) },
		func(err error) {
			if err != nil {
				d.Explain("make the "+form.Title, err)
				return
			}
			then()
		},
	)
}

// harmful are the remarks that somebody has to see to; that the register has changed since is for information.
func harmful(remarks []proof.Remark) []proof.Remark {
	var all []proof.Remark
	for _, r := range remarks {
		if r.Sort != proof.Register {
			all = append(all, r)
		}
	}
	return all
}

// writeFile puts a paper in the place of an older one of that name.
func writeFile(ctx context.Context, file string, m *made, form forms.Form) error {
	var failed error // of the paper itself, which has its own sentence
	rights := m.rights
	if rights == 0 {
		rights = wholefile.Usual
	}
	err := wholefile.Write(file, rights, func(w io.Writer) error {
		failed = form.Write(stoppable{ctx, w}, m.doc, m.laid)
		return failed
	})
	if failed != nil {
		return failed
	}
	if err != nil {
		return &data.Fault{Sentence: lang.F("“%s” could not be written. If it is open in another program, close it there and make it again; otherwise see whether “%s” may be written to and has room.", filepath.Base(file), filepath.Dir(file)), Cause: err}
	}
	return nil
}

// stoppable is a writer that takes no more once somebody has stopped the work.
type stoppable struct {
	ctx context.Context //nolint:containedctx // the life of one file
	w   io.Writer
}

func (s stoppable) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, fmt.Errorf("write the paper: %w", err)
	}
	return s.w.Write(b)
}

// mostLetters is how long the name of a file may be: with the folders before it, Windows takes 260 characters.
const mostLetters = 100

// FileName is a label as a file can be called on Windows as well: no slashes, no colons.
func FileName(label string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,-–_()&'’£+%", r) {
			return r
		}
		return '-'
	}, label)
	if letters := []rune(name); len(letters) > mostLetters {
		name = string(letters[:mostLetters])
	}
	name = strings.Trim(name, " .-")
	if name == "" {
		return lang.L("Paper")
	}
	return name
}
