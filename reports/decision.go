package reports

import (
	"fmt"
	"regexp"
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
		if d.Marking == data.Public || d.Marking == "" {
			return "This decision is public as a whole: its notice is its file copy."
		}
		return ""
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

	printed map[int]bool // sections that the form has named
}

func newNotice(reg *data.Register, d data.PublicDecision) *notice {
	office := reg.Details()
	return &notice{reg: reg, office: office, d: d, printed: map[int]bool{}, words: wording{office: office, values: map[string]string{
		"office": office.Name, "reference": string(d.Reference), "title": d.Title, "decision_maker": d.DecisionMaker, "power": d.Power,
		"exemption": d.Exemption, "withheld": fmt.Sprint(d.Withheld), "area": office.PoliceArea,
		"signed_by": d.SignedBy, "signed_on": d.SignedOn.Long(), "decided_on": d.DecidedOn.Long(),
	}}}
}

func (n *notice) paper(kind string) document.Document {
	label := strings.TrimSpace(string(n.d.Reference) + " " + n.d.Title)
	doc := newPaper(n.office, label+": "+strings.ToLower(kind[:1])+kind[1:], kind, strings.Join(nonEmpty(string(n.d.Reference), n.d.Title), " · "))
	for _, day := range []data.Date{n.d.DecidedOn, n.d.SignedOn, n.d.DiscussedOn, n.d.RaisedOn} {
		if !day.IsZero() {
			doc.Dated = day.Time()
			break
		}
	}
	return doc
}

// templates are the names of the wordings that lay the forms out.
var templates = map[data.DecisionTemplate]string{
	data.DecisionProse: "decision_form_prose", data.DecisionTwoPart: "decision_form_two_part",
	data.DecisionSummary: "decision_form_summary", data.DecisionExecutive: "decision_form_executive",
}

// piece is a blank of the form that stands on a line of its own: {awards}, or {section: Summary}.
var piece = regexp.MustCompile(`^\{([a-z_]+)(?::\s*([^{}]+?))?\s*\}$`)

// part sets the form: its own headings and paragraphs, with the pieces of the decision where their blanks stand. A heading below which
// nothing comes to stand goes with it. What the form has no place for is set at its end: nothing of a decision is lost because of a form.
func (n *notice) part() document.Part {
	name := templates[n.office.DecisionTemplate]
	if name == "" {
		name = templates[data.DecisionProse]
	}
	form := n.words.raw(name)
	n.note(form)
	var blocks []document.Block
	ended := false
	for _, b := range document.Markdown(form, 1) {
		p, isParagraph := b.(document.Paragraph)
		m := piece.FindStringSubmatch(strings.TrimSpace(document.Plain(p.Text)))
		if !isParagraph || m == nil {
			blocks = append(blocks, n.filledIn(b))
			continue
		}
		if m[1] == "signature" && !ended { // the last words before it
			blocks, ended = append(blocks, n.rest(form)...), true
		}
		set, known := n.piece(m[1], m[2])
		if !known {
			set = []document.Block{b} // left standing, to be seen before the notice goes out
		}
		blocks = append(blocks, set...)
	}
	if !ended {
		blocks = append(blocks, n.rest(form)...)
	}
	return document.Part{Blocks: withoutEmptyHeadings(blocks)}
}

// note remembers which sections the form names, so that {sections} leaves them out wherever it stands.
func (n *notice) note(form string) {
	for line := range strings.Lines(form) {
		if m := piece.FindStringSubmatch(strings.TrimSpace(line)); len(m) > 1 && m[1] == "section" {
			if i := n.section(m[2]); i >= 0 {
				n.printed[i] = true
			}
		}
	}
}

// section is the index of a section by its heading; -1 if there is none.
func (n *notice) section(heading string) int {
	for i, s := range n.d.Sections {
		if data.Fold(s.Heading) == data.Fold(strings.TrimSpace(heading)) {
			return i
		}
	}
	return -1
}

// filledIn is a block of the form with the blanks within its words filled in.
func (n *notice) filledIn(b document.Block) document.Block {
	return document.EachInline([]document.Block{b}, func(run document.Inline) []document.Inline {
		run.Text = n.words.fill(run.Text)
		return []document.Inline{run}
	})[0]
}

// piece is the blocks of one piece of the decision.
func (n *notice) piece(name, of string) (blocks []document.Block, known bool) {
	switch name {
	case "letterhead":
		return []document.Block{letterhead(n.office)}, true
	case "fields":
		return []document.Block{n.fields()}, true
	case "section":
		if i := n.section(of); i >= 0 {
			return document.Markdown(n.d.Sections[i].Body, 3), true
		}
		return nil, true
	case "sections":
		return n.remaining(), true
	case "recommendations":
		return n.recommendations(), true
	case "interests":
		return document.Markdown(n.d.Interests, 3), true
	case "awards":
		return n.awards(), true
	case "read_with":
		return n.links(), true
	case "attachments":
		return n.attachments(), true
	case "public_access":
		return n.publicAccess(), true
	case "approval":
		return n.approved(), true
	case "signature":
		return n.signature(), true
	case "officers":
		return bullets(append(append([]string{}, n.officers...), n.contacts...)), true
	}
	return nil, false
}

// remaining are the sections that the form does not name, in the decision's own order.
func (n *notice) remaining() []document.Block {
	var rest []data.PublicSection
	for i, s := range n.d.Sections {
		if !n.printed[i] {
			rest = append(rest, s)
			n.printed[i] = true
		}
	}
	return n.sections(rest, 2)
}

func (n *notice) sections(sections []data.PublicSection, level int) []document.Block {
	var blocks []document.Block
	for _, s := range sections {
		body := document.Markdown(s.Body, level+1)
		if s.Heading == "" {
			blocks = append(blocks, body...)
			continue
		}
		blocks = append(blocks, headed(level, s.Heading, body...)...)
	}
	return blocks
}

// rest is what the form has no blank for.
func (n *notice) rest(form string) []document.Block {
	has := func(name string) bool { return strings.Contains(form, "{"+name+"}") }
	var blocks []document.Block
	if !has("sections") {
		blocks = n.remaining()
	}
	for _, p := range []string{"recommendations", "awards", "read_with", "interests", "attachments"} {
		if !has(p) {
			set, _ := n.piece(p, "")
			blocks = append(blocks, headed(2, n.words.plain("decision_"+p), set...)...)
		}
	}
	return blocks
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
	if len(n.d.Awards) > 1 {
		addTotal(&t, n.words.plain("grant_total"), map[int]data.Money{len(t.Columns) - 1: sum})
	}
	blocks := filled(t)
	if n.d.Withheld > 0 {
		blocks = append(blocks, n.words.blocks("decision_withheld")...)
	}
	return blocks
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
	return bullets(enclosed(n.d.Attachments))
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
	if n.d.Exemption != "" && n.d.Marking != data.Public {
		blocks = append(blocks, document.Markdown(n.d.Exemption, 3)...)
	}
	return blocks
}

// approved is the decision maker's own words of approval.
func (n *notice) approved() []document.Block {
	if n.d.DecidedOn.IsZero() && n.d.SignedOn.IsZero() {
		return n.words.blocks("decision_not_yet")
	}
	return n.words.blocks("decision_approved")
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

// withoutEmptyHeadings leaves out the headings below which nothing stands before the next of their level or a higher one.
func withoutEmptyHeadings(blocks []document.Block) []document.Block {
	var kept []document.Block
	for i, b := range blocks {
		h, ok := b.(document.Heading)
		if ok && h.Level > 1 && !hasContent(blocks[i+1:], h.Level) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

func hasContent(below []document.Block, level int) bool {
	for _, b := range below {
		if h, ok := b.(document.Heading); ok {
			if h.Level <= level {
				return false
			}
			continue
		}
		if strings.Join(document.BlockLines([]document.Block{b}), "") != "" {
			return true
		}
	}
	return false
}
