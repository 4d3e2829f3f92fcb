package foi

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"almoner/data"
	"almoner/data/wholefile"
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
			paper := layout.Lay(reports.FOIReply(reg, r.Blind()))
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

// writePDF puts the paper in the place of an older one of that name.
func writePDF(file string, paper *layout.Paper) error {
	err := wholefile.Write(file, wholefile.Usual, func(w io.Writer) error { return pdf.Render(w, paper) })
	if err != nil {
		return &data.Fault{Sentence: fmt.Sprintf("“%s” could not be written. If it is open in another program, close it there and make the PDF again; otherwise see whether “%s” may be written to and has room.", filepath.Base(file), filepath.Dir(file)), Cause: err}
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
