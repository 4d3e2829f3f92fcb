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
	"almoner/reports/forms"
	"almoner/reports/layout"
	"almoner/reports/proof"
)

type printVerb struct {
	Office    string `arg:"" help:"The office file."`
	Paper     string `arg:"" help:"Which paper: ${papers}."`
	Reference string `arg:"" optional:"" help:"Reference of the record, in any spelling, or its title where it has none. Of a register, what to list: ${kinds}."`
	Form      string `name:"as" help:"In which form: ${forms}." default:"pdf" placeholder:"FORM"`
	Out       string `short:"o" help:"The file to write; - is standard output. If not given, a name made from the record's, in the working folder." placeholder:"FILE"`

	choice `embed:""`
}

// Run prints a paper.
func (v *printVerb) Run(ctx context.Context, term terminal) error {
	paper, ok := reports.PaperNamed(v.Paper)
	if !ok {
		return wrongUse("There is no paper called “%s”: there are %s.", v.Paper, andList(namesOfPapers()))
	}
	form, ok := forms.Named(v.Form)
	if !ok {
		return wrongUse("There is no form called “%s”: there are %s.", v.Form, andList(namesOfForms()))
	}
	return term.with(ctx, v.Office, func(office *sqlite.Office) error {
		s := reports.Setting{Register: office.Register(), Today: term.today()}
		rec, label, err := v.subject(ctx, office, paper, &s)
		if err != nil {
			return err
		}
		if paper.Unfit != nil {
			if why := paper.Unfit(s, rec); why != "" {
				return sentence("%s", why)
			}
		}
		return v.write(term, s, paper, rec, label, form)
	})
}

// subject is the record that the paper is made of, and what the paper is called. What a paper needs besides its record goes into the setting.
func (v *printVerb) subject(ctx context.Context, office *sqlite.Office, paper reports.Paper, s *reports.Setting) (rec data.Record, label string, err error) {
	if len(v.Year) > 0 {
		s.Year = data.FinancialYear(v.Year[0])
	}
	switch {
	case paper.Name == reports.RegisterPaper:
		s.List, err = v.list(s.Register, s.Today)
		return nil, s.List.Title, err
	case paper.Of == "" && v.Reference != "":
		return nil, "", wrongUse("“%s” tells of the whole office: leave “%s” out.", paper.Title, v.Reference)
	case paper.Of == "":
		return nil, paper.Title, nil
	case v.Reference == "":
		return nil, "", wrongUse("Which %s? Give its reference, or its title.", paper.Of.Label())
	}
	if rec, err = recordOf(s.Register, paper.Of, v.Reference); err != nil {
		return nil, "", err
	}
	if paper.History {
		if s.History, err = office.History(ctx, rec.RecordKind(), rec.Stamped().ID); err != nil {
			return nil, "", err
		}
	}
	label = rec.Label()
	if r := referenceOf(rec); r != "" && !strings.Contains(label, string(r)) {
		label = string(r)
	}
	if paper.Name != reports.PapersOf(paper.Of)[0].Name { // two papers of one record are two files
		label += " " + paper.Name
	}
	return rec, label, nil
}

// list is a register as it was asked for.
func (v *printVerb) list(reg *data.Register, today data.Date) (reports.List, error) {
	if v.Reference == "" {
		return reports.List{}, wrongUse("Which list? There are %s.", andList(namesOfKinds()))
	}
	kind, err := kindNamed(v.Reference)
	if err != nil {
		return reports.List{}, err
	}
	c := data.CatalogueOf(kind, today)
	var list reports.List
	if kind == data.KindGrant {
		view, query, err := v.grantView(reg)
		if err != nil {
			return list, err
		}
		lines := make([]data.GrantLine, view.Len())
		for i := range lines {
			lines[i] = view.At(i)
		}
		list = reports.NewList(reg, data.UpperInitial(c.Many), data.GrantFields(), grantColumns, lines)
		list.Filters, list.Totals = reports.QueryWords(reg, query), grantTotals(reg, view)
		return list, nil
	}
	if err := v.ofGrantsOnly(c.Many); err != nil {
		return list, err
	}
	shown, total, err := v.recordView(reg, c)
	if err != nil {
		return list, err
	}
	list = reports.NewList(reg, data.UpperInitial(c.Many), c.Fields, c.Shown, shown)
	list.Filters, list.Totals = reports.ChoiceWords(v.Find, v.Status, c), total
	return list, nil
}

// write makes the paper, writes it, and says what there is to see to in it.
func (v *printVerb) write(term terminal, s reports.Setting, paper reports.Paper, rec data.Record, label string, form forms.Form) error {
	doc := paper.Make(s, rec)
	laid := layout.Lay(doc)
	path := v.Out
	if path == "" {
		path = fileNameOf(label, form.Name)
	}
	if err := term.deliver(path, wholefile.Usual, func(w io.Writer) error { return form.Write(w, doc, laid) }); err != nil {
		return err
	}
	for _, remark := range proof.Read(s, paper, rec, doc, laid) {
		if form.Laid || remark.Sort != proof.Character && remark.Sort != proof.Layout { // other forms are set by the programs that show them
			term.say("%s", remark.Sentence)
		}
	}
	if path != "-" {
		pages := ""
		if form.Laid {
			pages = ", " + counted(len(laid.Pages), "page", "pages")
		}
		term.say("Printed %s to %s%s.", label, path, pages)
	}
	return nil
}

// recordOf is the record of a kind that somebody means.
func recordOf(reg *data.Register, kind data.Kind, text string) (data.Record, error) {
	found := reg.Called(kind, text)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, notFound("No %s is called “%s”. almonerctl list OFFICE %s shows those that there are.", kind.Label(), text, nameOfKind(kind))
	default:
		return nil, notFound("%s are called “%s”: %s. Nothing was printed; give the reference or the ID of the one that you mean.",
			counted(len(found), kind.Label(), kind.Plural()), text, choices(found))
	}
}

func namesOfPapers() []string {
	var names []string
	for _, p := range reports.Papers() {
		names = append(names, p.Name)
	}
	return names
}

func namesOfForms() []string {
	var names []string
	for _, f := range forms.All() {
		names = append(names, f.Name)
	}
	return names
}

// fileNameOf makes a name for a file on any system out of a label: FOI-25-001.pdf.
func fileNameOf(label, ending string) string {
	words := strings.FieldsFunc(label, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	name := strings.Join(words, "-")
	if letters := []rune(name); len(letters) > 80 { // some systems stop at 255 bytes, folders and all
		name = strings.TrimRight(string(letters[:80]), "-")
	}
	if name == "" {
		name = "paper"
	}
	return name + "." + ending
}

// counted is a number with the word that goes with it: "1 grant", "4 grants".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
