package reports

import (
	"fmt"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

var decisionPaper = Paper{
	Name: "decision", Title: "Decision notice", Of: data.KindDecision, Public: true,
	Make: makes(func(s Setting, d *data.Decision) document.Document { return Decision(s.Register, d.Public(s.Register)) }),
}

var decisionFileCopyPaper = Paper{
	Name: "decision-file-copy", Title: "File copy, with Part 2", Of: data.KindDecision,
	Unfit: unlessFit(func(_ Setting, d *data.Decision) string {
		if d.HasPartTwo() {
			return ""
		}
		return "This decision is public as a whole: its notice is its file copy."
	}),
	Make: makes(func(s Setting, d *data.Decision) document.Document { return DecisionFileCopy(s.Register, d) }),
}

// Decision is the notice of a decision that the public may read. It is made from a data.PublicDecision, which has no place for Part 2: what
// this function is not given it cannot print.
func Decision(reg *data.Register, d data.PublicDecision) document.Document {
	n := newNotice(reg, d)
	doc := n.paper(n.words.plain("decision_kind"))
	doc.Marking = "" // it is for everybody
	doc.Parts = []document.Part{n.part()}
	return doc
}

// DecisionFileCopy is a decision as the office keeps it: the public notice, and Part 2 on pages of its own, marked so that it is not taken
// for the other.
func DecisionFileCopy(reg *data.Register, d *data.Decision) document.Document {
	n := newNotice(reg, d.Public(reg))
	n.officers = people(reg, d.LeadOfficers)
	n.contacts = people(reg, d.ContactOfficers)
	n.approval = d.ChiefOfficerApproval
	rows := d.AwardRows(reg)
	if n.d.Marking == data.Exempt { // the notice of such a decision says next to nothing; the file copy says it all
		for _, s := range d.Sections {
			n.d.Sections = append(n.d.Sections, data.PublicSection{Heading: s.Heading, Body: s.Body})
		}
		n.d.Recommendations, n.d.Interests = d.Recommendations, d.Interests
	} else {
		for _, s := range d.Sections {
			if s.Part != 0 && s.Part != 1 {
				n.partTwo = append(n.partTwo, data.PublicSection{Heading: s.Heading, Body: s.Body})
			}
		}
	}
	n.d.Awards, n.d.Attachments, n.d.Withheld, n.d.StatedTotal = nil, nil, 0, d.StatedTotal
	for _, a := range rows {
		n.d.Awards = append(n.d.Awards, data.PublicAward{
			Recipient: a.Recipient, Title: a.Title, FinancialYear: a.FinancialYear, Part: a.Part, Amount: a.Amount, Themes: a.Themes, Area: a.Area,
		})
	}
	for _, e := range d.Attachments {
		n.d.Attachments = append(n.d.Attachments, data.PublicEnclosure{Label: e.Label, Kind: e.Kind, Size: e.Size})
	}
	doc := n.paper(n.words.plain("decision_file_copy"))
	doc.Marking = n.words.plain("decision_file_marking")
	doc.Parts = []document.Part{n.part()}
	if two := n.sections(n.partTwo, 2); len(two) > 0 {
		var part document.Part
		part.Add(document.Heading{Level: 1, Text: document.Text(n.words.plain("decision_part_two"))})
		part.Add(n.words.blocks("decision_part_two_words")...)
		part.Add(two...)
		doc.Parts = append(doc.Parts, part)
	}
	return doc
}

// notice fills the office's form of a decision notice.
type notice struct {
	reg     *data.Register
	office  *data.OfficeDetails
	words   wording
	d       data.PublicDecision
	partTwo []data.PublicSection // of the file copy alone

	officers, contacts []string // likewise
	approval           string   // likewise

	form    string          // the name of the wording that lays the notice out
	named   map[string]bool // pieces that the form names
	printed map[int]bool    // sections that it names
	level   int             // of the heading of the form under which the next piece stands
	counted bool            // the notice has said how much is withheld
}

func newNotice(reg *data.Register, d data.PublicDecision) *notice {
	office := reg.Details()
	return &notice{reg: reg, office: office, d: d, form: formOf(office), named: map[string]bool{}, printed: map[int]bool{}, words: wording{office: office, values: map[string]string{
		"office": office.Name, "reference": string(d.Reference), "title": d.Title, "decision_maker": d.DecisionMaker, "power": d.Power,
		"exemption": d.Exemption, "withheld": fmt.Sprint(d.Withheld), "area": office.PoliceArea,
		"signed_by": d.SignedBy, "signed_on": d.SignedOn.Long(), "decided_on": d.DecidedOn.Long(),
		"raised_on": d.RaisedOn.Long(), "discussed_on": d.DiscussedOn.Long(), "published_on": d.PublishedOn.Long(),
	}}}
}

func (n *notice) paper(kind string) document.Document {
	label := strings.TrimSpace(string(n.d.Reference) + " " + n.d.Title)
	doc := newPaper(n.office, label+": "+strings.ToLower(kind[:1])+kind[1:], kind, label)
	for _, day := range []data.Date{n.d.DecidedOn, n.d.SignedOn, n.d.DiscussedOn, n.d.RaisedOn} {
		if !day.IsZero() {
			doc.Dated = day.Time()
			break
		}
	}
	return doc
}

func (n *notice) fields() document.Block {
	d, w := n.d, n.words
	return fields(
		field(w.plain("decision_reference"), string(d.Reference)),
		field(w.plain("decision_title"), d.Title),
		field(w.plain("decision_maker"), d.DecisionMaker),
		field(w.plain("decision_type"), d.Type),
		field(w.plain("decision_lead_officers"), strings.Join(n.officers, "; ")),
		field(w.plain("decision_contact_officers"), strings.Join(n.contacts, "; ")),
		field(w.plain("decision_chief_officer"), n.approval),
		field(w.plain("decision_notice_published"), d.NoticePublishedOn.Long()),
		field(w.plain("decision_due"), d.DueOn.Long()),
		field(w.plain("decision_raised"), d.RaisedOn.Long()),
		field(w.plain("decision_discussed"), d.DiscussedOn.Long()),
		field(w.plain("decision_decided"), d.DecidedOn.Long()),
		field(w.plain("decision_published"), d.PublishedOn.Long()),
		field(w.plain("decision_outcome"), n.outcome()),
		field(w.plain("decision_marking"), d.Marking.Label()),
		field(w.plain("decision_power"), d.Power),
	)
}

func (n *notice) recommendations() []document.Block {
	list := document.List{Numbering: document.Decimal}
	for _, r := range nonEmpty(n.d.Recommendations...) {
		list.Items = append(list.Items, document.Item{Blocks: document.Markdown(r, 4)})
	}
	switch len(list.Items) {
	case 0:
		return nil
	case 1:
		return list.Items[0].Blocks
	}
	return []document.Block{list}
}

// awards is the table of awards with its sum. A total that the decision states otherwise is a mistake to be put right before it is signed,
// not something to print.
func (n *notice) awards() []document.Block {
	var themes, areas bool
	for _, a := range n.d.Awards {
		themes, areas = themes || a.Themes != "", areas || a.Area != ""
	}
	headings := []string{"grant_recipient", "grant_title", "grant_year"}
	if themes {
		headings = append(headings, "grant_themes")
	}
	if areas {
		headings = append(headings, "grant_area")
	}
	t := n.words.table(n.words.plain("decision_awards"), append(headings, "grant_amount>")...)
	var sum data.Money
	for _, a := range n.d.Awards {
		cells := []document.Cell{
			document.TextCell(a.Recipient), document.TextCell(a.Title),
			document.TextCell(strings.Join(nonEmpty(n.year(a.FinancialYear), a.Part), ", ")),
		}
		if themes {
			cells = append(cells, document.TextCell(a.Themes))
		}
		if areas {
			cells = append(cells, document.TextCell(a.Area))
		}
		addRow(&t, append(cells, moneyCell(a.Amount))...)
		sum = sum.Add(a.Amount)
	}
	if len(n.d.Awards) > 1 && n.d.Withheld == 0 { // the rows that are shown would pass for all of them
		addTotal(&t, n.words.plain("grant_total"), map[int]data.Money{len(t.Columns) - 1: sum})
	}
	blocks := filled(t)
	if len(blocks) > 0 { // the rows are what was asked for
		switch n.d.Outcome {
		case data.DecisionRefused:
			blocks = append(blocks, n.words.blocks("decision_refused_awards")...)
		case data.DecisionDeferred:
			blocks = append(blocks, n.words.blocks("decision_deferred_awards")...)
		}
	}
	return append(blocks, n.withheld()...)
}

// withheld says once how many awards and attachments are not shown.
func (n *notice) withheld() []document.Block {
	switch {
	case n.d.Withheld == 0 || n.counted:
		return nil
	case n.d.Withheld == 1:
		n.counted = true
		return n.words.blocks("decision_withheld_one")
	default:
		n.counted = true
		return n.words.blocks("decision_withheld")
	}
}

// exempt reports whether something of the decision is not published.
func (n *notice) exempt() bool { return n.d.Marking == data.PartExempt || n.d.Marking == data.Exempt }

// outcome is what became of the decision, for a field.
func (n *notice) outcome() string {
	switch n.d.Outcome {
	case data.DecisionSigned:
		return n.words.plain("decision_outcome_signed")
	case data.DecisionRefused:
		return n.words.plain("decision_outcome_refused")
	case data.DecisionDeferred:
		return n.words.plain("decision_outcome_deferred")
	default:
		return ""
	}
}

func (n *notice) year(y data.FinancialYear) string {
	if y == 0 {
		return ""
	}
	return n.office.Year(y)
}

// links are the other decisions that this one belongs to.
func (n *notice) links() []document.Block {
	var lines []string
	for _, l := range n.d.Links {
		lines = append(lines, l.Relation.Label()+" "+string(l.Reference))
	}
	return bullets(lines)
}

func (n *notice) attachments() []document.Block {
	return append(bullets(enclosed(n.d.Attachments)), n.withheld()...)
}

// publicAccess says what of the decision the public may read, and why not the rest.
func (n *notice) publicAccess() []document.Block {
	name := "decision_access_public"
	switch n.d.Marking {
	case data.PartExempt:
		name = "decision_access_part"
	case data.Exempt:
		name = "decision_access_exempt"
	}
	blocks := n.words.blocks(name)
	if n.d.Exemption != "" && n.exempt() {
		blocks = append(blocks, document.Markdown(n.d.Exemption, 3)...)
	}
	return blocks
}

// approved is the decision maker's own words. Nobody is said to have approved what was refused, or what the office does not know the end of.
func (n *notice) approved() []document.Block {
	switch {
	case n.d.Outcome == data.DecisionSigned:
		return n.words.blocks("decision_approved")
	case n.d.Outcome == data.DecisionRefused:
		return n.words.blocks("decision_refused")
	case n.d.Outcome == data.DecisionDeferred:
		return n.words.blocks("decision_deferred")
	case !n.d.DecidedOn.IsZero() || !n.d.SignedOn.IsZero():
		return n.words.blocks("decision_taken")
	default:
		return n.words.blocks("decision_not_yet")
	}
}

// signature is how the decision was signed, or the lines on which it is to be.
func (n *notice) signature() []document.Block {
	heading := document.Heading{Level: 2, Text: document.Text(n.words.plain("decision_signature"))}
	if n.d.Signature == "" && n.d.SignedBy == "" && n.d.SignedOn.IsZero() {
		return []document.Block{document.Together{Blocks: []document.Block{heading, signature(n.words, "", n.d.DecisionMaker, "")}}}
	}
	blocks := []document.Block{heading}
	switch n.d.Signature {
	case data.WetCopyHeld:
		blocks = append(blocks, n.words.blocks("decision_wet_copy")...)
	case data.SignedElectronically:
		blocks = append(blocks, n.words.blocks("decision_electronic")...)
	}
	blocks = append(blocks, fields(
		field(n.words.plain("decision_signed_by"), n.d.SignedBy),
		field(n.words.plain("letter_position"), n.d.DecisionMaker),
		field(n.words.plain("letter_date"), n.d.SignedOn.Long()),
	))
	return []document.Block{document.Together{Blocks: blocks}}
}
