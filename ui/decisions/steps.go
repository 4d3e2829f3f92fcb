package decisions

import (
	"bytes"
	"fmt"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/layout"
	"almoner/reports/pdf"
	"almoner/ui/lang"
	"almoner/ui/paper"
	"almoner/ui/record"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// standing is how far the decision has come and the steps that may follow; of one that is settled, how to put it right.
func standing(p *page) fyne.CanvasObject {
	steps := record.NewSteps(p, record.StepsOf[*data.Decision]{
		First: string(data.DecisionDraft),
		Verb:  verb,
		Before: func(stage string) string {
			if stage == string(data.DecisionSubmitted) {
				return toSeeTo(unready(p)) // while there is time to see to it
			}
			return ""
		},
		Asks: map[string]func(){
			string(data.DecisionSigned):    func() { askSigning(p) },
			string(data.DecisionRefused):   func() { askRefusing(p) },
			string(data.DecisionPublished): func() { askPublishing(p) },
		},
	})
	since := p.Record.Settled()
	if since == "" {
		return steps
	}
	supersede := widgets.NewButton("decision.supersede", lang.L("New decision that supersedes it"), theme.ContentAddIcon(), func() {
		p.Desk.Open(NewPage(p.Desk, p.Record.Successor(p.Desk.Today())))
	})
	return widgets.Stack(steps,
		widgets.Note(lang.F("This decision %s and stays as it is. To correct it, make a new decision that supersedes it.", since)),
		container.NewHBox(supersede))
}

// verb is what the button of a step says.
func verb(stage string) string {
	switch data.DecisionStatus(stage) {
	case data.DecisionDraft:
		return lang.L("Back to draft")
	case data.DecisionAdvised:
		return lang.L("Advice taken")
	case data.DecisionSubmitted:
		return lang.L("Submit")
	case data.DecisionSigned:
		return lang.L("Sign")
	case data.DecisionRefused:
		return lang.L("Refuse")
	case data.DecisionDeferred:
		return lang.L("Defer")
	case data.DecisionPublished:
		return lang.L("Publish")
	default:
		return stage
	}
}

// mostSaid is how many things to see to a question lists; a dialog with more could not be read.
const mostSaid = 8

// toSeeTo is what there is to see to before a step, as a list; empty where there is nothing.
func toSeeTo(sentences []string) string {
	if len(sentences) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(lang.L("Look at this first:") + "\n")
	for _, s := range sentences[:min(len(sentences), mostSaid)] {
		b.WriteString("• " + s + "\n")
	}
	if more := len(sentences) - mostSaid; more > 0 {
		b.WriteString("• " + lang.N(more, "and {n} more", "and {n} more") + "\n")
	}
	return b.String() + "\n"
}

// unready is what there is to see to in the decision itself, and then in its notice.
func unready(p *page) []string {
	reg := p.Desk.Office().Register()
	var sentences []string
	for _, problem := range p.Record.Unready(reg) {
		sentences = append(sentences, problem.Sentence)
	}
	return append(sentences, notice(p)...)
}

func notice(p *page) []string {
	return paper.ToSeeTo(p.Desk.Office().Register(), p.Desk.Today(), "decision", data.Clone(p.Record))
}

// askSigning asks who signed, on which day and in what form.
func askSigning(p *page) {
	reg := p.Desk.Office().Register()
	by, how := reg.Details().Commissioner.Name, data.SignedOnPaper
	first := unready(p)
	if len(p.Record.Grants) == 0 {
		first = append([]string{lang.L("It names no grant, so its notice has no table of awards. If it decides on one, register that first.")}, first...)
	}
	before := toSeeTo(first) + lang.L("From now on the decision stays as it is, and its awards as they stand today. Its printed form is kept. This cannot be taken back.")
	p.AskStep(record.Asking[*data.Decision]{
		Verb: lang.L("Record the signature"), Before: before, On: takenOn(p),
		Fields: func(f *widgets.Form) []fyne.CanvasObject {
			return []fyne.CanvasObject{widgets.Columns(
				f.Text("signed_by", lang.L("Signed by"), "", &by),
				widgets.Choose(f, "signature", lang.L("Form of the signature"), data.Signatures(), &how),
			)}
		},
		Take:  func(d *data.Decision, on data.Date) error { return d.Sign(reg, by, on, p.Desk.Today(), how) },
		Store: issuing(p),
	})
}

// takenOn is the day on which the decision was taken, as far as it is known and over.
func takenOn(p *page) data.Date {
	if on := p.Record.DecidedOn; on.Precision == data.ToTheDay && !p.Desk.Today().Before(on) {
		return on
	}
	return data.Date{}
}

func askRefusing(p *page) {
	reg := p.Desk.Office().Register()
	before := lang.L("From now on the decision stays as it is, and so does what it says of the reasons. Its printed form is kept. This cannot be taken back.")
	p.AskStep(record.Asking[*data.Decision]{
		Verb: lang.L("Record the refusal"), Before: before, On: takenOn(p),
		Take:  func(d *data.Decision, on data.Date) error { return d.Refuse(reg, on, p.Desk.Today(), "") },
		Store: issuing(p),
	})
}

// askPublishing asks when and where the public was given the notice, and puts the publication down with the step.
func askPublishing(p *page) {
	published := data.PublicationOf(p.Desk.Office().Register(), p.Record)
	p.AskStep(record.Asking[*data.Decision]{
		Verb: lang.L("Record the publication"), Before: toSeeTo(notice(p)) + lang.L("On which day was the public given the notice, and where?"),
		Fields: func(f *widgets.Form) []fyne.CanvasObject {
			return []fyne.CanvasObject{widgets.Columns(
				f.Text("where", lang.L("Where"), lang.L("Website, decisions"), &published.Where),
				f.Text("url", lang.L("Web address"), "", &published.URL),
			)}
		},
		Take: func(d *data.Decision, on data.Date) error {
			published.PublishedOn = on
			return d.Publish(on, p.Desk.Today(), "")
		},
		Store: publishing(p, published),
	})
}

// publishing saves a decision together with the record that the public was given it, and tells the other pages of that.
func publishing(p *page, published *data.Publication) record.Store[*data.Decision] {
	office := p.Desk.Office()
	return record.Together(office, func(*data.Decision) ([]data.Record, error) { return []data.Record{published}, nil })
}

// issuing saves a decision with its printed forms: the notice, and the file copy of one that has more than the public may read.
func issuing(p *page) record.Store[*data.Decision] {
	reg := p.Desk.Office().Register()
	return record.Together(p.Desk.Office(), func(d *data.Decision) ([]data.Record, error) {
		papers := []string{"decision"}
		if d.HasPartTwo() {
			papers = append(papers, "decision-file-copy")
		}
		var files []data.Record
		for _, name := range papers {
			file, err := issue(reg, d, name, p.Desk.Today())
			if err != nil {
				return nil, err
			}
			files = append(files, file)
		}
		return files, nil
	})
}

func issue(reg *data.Register, d *data.Decision, name string, today data.Date) (*data.Attachment, error) {
	kind, ok := reports.PaperNamed(name)
	if !ok {
		return nil, fmt.Errorf("there is no paper called %s", name)
	}
	var printed bytes.Buffer
	doc := kind.Make(reports.Setting{Register: reg, Today: today}, d)
	if err := pdf.Render(&printed, layout.Lay(doc)); err != nil {
		return nil, fmt.Errorf("print the decision: %w", err)
	}
	label := d.Label()
	if name != "decision" {
		label += " – " + kind.Title
	}
	return data.Issue(d, strings.ToLower(kind.Title[:1])+kind.Title[1:], paper.FileName(label)+".pdf", "application/pdf", printed.Bytes(), today, "")
}
