package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"unicode"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/data/wholefile"
	"almoner/reports"
	"almoner/reports/layout"
	"almoner/reports/pdf"
)

type printVerb struct {
	Office    string `arg:"" help:"The office file."`
	Paper     string `arg:"" help:"Which paper: foi, the reply to a request for information."`
	Reference string `arg:"" help:"Reference of the record, in any spelling."`
	Out       string `short:"o" help:"The PDF to write; - is standard output. If not given, a name made from the reference, in the working folder." placeholder:"FILE"`
}

// Run prints a paper.
func (v *printVerb) Run(ctx context.Context, term terminal) error {
	if v.Paper != "foi" {
		return wrongUse("There is no paper called “%s”: foi is the reply to a request for information.", v.Paper)
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		reg := office.Register()
		request, err := requestBy(reg, v.Reference)
		if err != nil {
			return err
		}
		paper := layout.Lay(reports.FOIReply(reg, request.Blind()))
		path := v.Out
		if path == "" {
			path = fileNameOf(request.Label())
		}
		if err := term.deliver(path, wholefile.Usual, func(w io.Writer) error { return pdf.Render(w, paper) }); err != nil {
			return err
		}
		for _, m := range request.ApplicantIn() {
			term.say("%s. See to it before this goes out.", m)
		}
		for _, m := range paper.Missing {
			term.say("“%c” (U+%04X) could not be printed (%s, near “%s”): a mark stands in its place.", m.Char, m.Char, counted(m.Count, "place", "places"), m.Near)
		}
		for _, r := range paper.Remarks {
			term.say("%s", r)
		}
		if path != "-" {
			term.say("Printed %s to %s, %s.", request.Label(), path, counted(len(paper.Pages), "page", "pages"))
		}
		return nil
	})
}

func requestBy(reg *data.Register, reference string) (*data.FOIRequest, error) {
	found := reg.ByReference(data.KindFOIRequest, reference)
	switch len(found) {
	case 0:
		return nil, notFound("No request has the reference “%s”. almonerctl list OFFICE requests shows those that there are.", reference)
	case 1:
		request, _ := data.Get[*data.FOIRequest](reg, found[0].Stamped().ID)
		return request, nil
	default:
		var names []string
		for _, rec := range found {
			r, _ := data.Get[*data.FOIRequest](reg, rec.Stamped().ID)
			names = append(names, fmt.Sprintf("%s (%s, %s)", r.Label(), r.Received, r.Subject))
		}
		return nil, notFound("%d requests are called “%s”: %s. Nothing was printed; give them references of their own first.", len(found), reference, strings.Join(names, "; "))
	}
}

// fileNameOf makes a name for a file on any system out of a reference: FOI-25-001.pdf.
func fileNameOf(reference string) string {
	words := strings.FieldsFunc(reference, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if len(words) == 0 {
		return "reply.pdf"
	}
	return strings.Join(words, "-") + ".pdf"
}

// counted is a number with the word that goes with it: "1 grant", "4 grants".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
