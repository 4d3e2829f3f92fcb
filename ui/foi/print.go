package foi

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/ui/desk"
)

// printReply makes the PDF of the reply as it stands on the page, saved or not, and opens it.
func printReply(p *page) {
	folder, err := p.Desk.Papers()
	if err != nil {
		p.Desk.Explain("find the folder for papers", err)
		return
	}
	r := data.Clone(p.Record)
	reg := p.Desk.Office().Register()
	file := filepath.Join(folder, fileName(r.Label())+".pdf")
	var remarks []string
	p.Desk.Run(
		func(context.Context) error {
			paper := layout.Lay(reports.FOIReply(reg, r))
			remarks = said(paper)
			return writePDF(file, paper)
		},
		func(err error) {
			if err != nil {
				p.Desk.Explain("make the PDF", err)
				return
			}
			say := fmt.Sprintf("Made “%s” in “%s”. %s", filepath.Base(file), filepath.Base(folder), strings.Join(remarks, " "))
			p.Desk.Say(say, &desk.Doing{Label: "Open it", Do: func() { open(p, file) }})
			open(p, file)
		},
	)
}

func open(p *page, file string) {
	if err := p.Desk.Show(file); err != nil {
		p.Desk.Say("Made "+file+". No program on this computer opens it.", nil)
	}
}

// said is what could not be printed as it was written.
func said(paper *layout.Paper) []string {
	var all []string
	for _, m := range paper.Missing {
		all = append(all, fmt.Sprintf("The sign %q near “%s” cannot be printed.", m.Char, m.Near))
	}
	return append(all, paper.Remarks...)
}

// writePDF puts the paper in the place of an older one of that name only once it is whole.
func writePDF(file string, paper *layout.Paper) (err error) {
	part, err := os.CreateTemp(filepath.Dir(file), ".part-*.pdf")
	if err != nil {
		return &data.Fault{Sentence: "The folder " + filepath.Dir(file) + " cannot be written to. Choose another in Office, or ask who looks after it.", Cause: err}
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part.Name()) // what is half made is of no use; the cause is told
		}
	}()
	if err := pdf.Render(part, paper); err != nil {
		_ = part.Close() // the first error is the one to tell
		return err
	}
	if err := part.Close(); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	if err := os.Rename(part.Name(), file); err != nil {
		return &data.Fault{Sentence: filepath.Base(file) + " is open in another program. Close it there, then make the PDF again.", Cause: err}
	}
	return nil
}

// fileName is a reference as a file can be called on Windows as well: no slashes, no colons.
func fileName(label string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .-–_()&'’", r) {
			return r
		}
		return '-'
	}, label)
	name = strings.Trim(name, " .-")
	if name == "" {
		return "Reply"
	}
	return name
}
