package reports

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var dossierPaper = Paper{
	Name: "grant-dossier", Title: "Audit dossier", Of: data.KindGrant, History: true,
	Make: makes(GrantDossier),
}

// GrantDossier is all that the office holds of a grant in one paper, for an auditor: the grant itself, the decisions that it rests on as the
// office keeps them, what was agreed with the provider, what the provider reported, and every change of the record. It is never public: the
// decisions stand in it with their Part 2.
func GrantDossier(s Setting, g *data.Grant) document.Document {
	w := newGrantWriter(s.Register, g)
	w.words.values["today"] = s.Today.Long()
	doc := newPaper(w.office, g.Title+": "+w.words.plain("dossier_kind"), w.words.plain("dossier_kind"), w.label()+" · "+w.words.plain("dossier_kind"))
	doc.Dated = s.Today.Time()
	doc.Marking = w.words.plain("dossier_marking")

	d := &dossier{}
	var schedule document.Part
	schedule.Add(w.schedule(2)...)
	d.chapter(w.words.plain("dossier_grant"), schedule)
	for _, decision := range decisionsOf(s.Register, g) {
		d.chapter(w.words.plain("dossier_decision")+" "+decision.Label(), withoutTitle(DecisionFileCopy(s.Register, decision).Parts)...)
	}
	if spec, ok := data.Get[*data.Specification](s.Register, g.Specification); ok {
		d.chapter(spec.Title, withoutTitle(Specification(s.Register, spec).Parts)...)
	}
	if len(returnsOf(s.Register, g.ID)) > 0 {
		d.chapter(w.words.plain("dossier_monitoring"), withoutTitle(MonitoringSummary(s, g).Parts)...)
	}
	d.chapter(w.words.plain("dossier_history"), w.history(s.History))

	var front document.Part
	front.Add(document.Heading{Level: 1, Text: document.Text(g.Title)})
	front.Add(w.words.blocks("dossier_opening")...)
	front.Add(w.terms()...)
	front.Add(headed(2, w.words.plain("dossier_contents"), d.contents()...)...)
	doc.Parts = append([]document.Part{front}, d.parts...)
	return doc
}

// dossier is the chapters of a paper that is made of others.
type dossier struct {
	titles []string
	parts  []document.Part
}

func chapterAnchor(n int) string { return fmt.Sprintf("chapter-%d", n) }

// chapter puts parts under a title that the list of contents leads to. A chapter without words is none.
func (d *dossier) chapter(title string, parts ...document.Part) {
	parts = slices.DeleteFunc(parts, func(p document.Part) bool { return len(document.BlockLines(p.Blocks)) == 0 })
	if len(parts) == 0 {
		return
	}
	d.titles = append(d.titles, title)
	n := len(d.titles)
	head := document.Heading{Level: 1, Number: fmt.Sprintf("%d.", n), Text: document.Text(title), Anchor: chapterAnchor(n)}
	parts[0].Blocks = append([]document.Block{head}, parts[0].Blocks...)
	d.parts = append(d.parts, parts...)
}

func (d *dossier) contents() []document.Block {
	list := document.List{Numbering: document.Decimal}
	for i, title := range d.titles {
		list.Items = append(list.Items, document.Item{Blocks: []document.Block{
			document.Paragraph{Text: document.Link(title, "#"+chapterAnchor(i+1))},
		}})
	}
	return []document.Block{list}
}

// withoutTitle is the parts of a paper as they stand in another, whose title they come under: without letterhead and title of their own.
func withoutTitle(parts []document.Part) []document.Part {
	parts = slices.Clone(parts)
	for i := range parts {
		parts[i].Blocks = slices.DeleteFunc(slices.Clone(parts[i].Blocks), func(b document.Block) bool {
			switch b := b.(type) {
			case document.Letterhead:
				return true
			case document.Heading:
				return b.Level == 1 && i == 0
			}
			return false
		})
		for k, b := range parts[i].Blocks { // what is a title in a paper of its own is a section here
			if h, ok := b.(document.Heading); ok && h.Level == 1 {
				h.Level = 2
				parts[i].Blocks[k] = h
			}
		}
	}
	return parts
}

// history is every change of the record, the first first.
func (w grantWriter) history(changes []data.Change) document.Part {
	part := document.Part{Orientation: document.Landscape}
	t := w.words.table(w.words.plain("dossier_history"), "dossier_when", "dossier_who", "dossier_what")
	for _, c := range slices.Backward(changes) {
		addRow(&t, document.TextCell(c.When.UTC().Format("2 January 2006, 15:04")), document.TextCell(strings.Join(nonEmpty(c.Who, c.Machine), ", ")),
			document.TextCell(strings.Join(w.reg.Sentences(c), "\n")))
	}
	part.Add(filled(t)...)
	return part
}
