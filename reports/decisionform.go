package reports

import (
	"regexp"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// templates are the names of the wordings that lay the forms out.
var templates = map[data.DecisionTemplate]string{
	data.DecisionProse: "decision_form_prose", data.DecisionTwoPart: "decision_form_two_part",
	data.DecisionSummary: "decision_form_summary", data.DecisionExecutive: "decision_form_executive",
}

// formOf is the name of the wording that lays out an office's notices.
func formOf(office *data.OfficeDetails) string {
	if name := templates[office.DecisionTemplate]; name != "" {
		return name
	}
	return templates[data.DecisionProse]
}

// piece is a blank of the form that stands by itself: {awards}, or {section: Summary}.
var piece = regexp.MustCompile(`\{([a-z_]+)(?::\s*([^{}]+?))?\s*\}`)

// pieces are the blanks of a paragraph that holds nothing else; none where it has words of its own.
func pieces(b document.Block) [][]string {
	p, ok := b.(document.Paragraph)
	if !ok {
		return nil
	}
	text := document.Plain(p.Text)
	if strings.TrimSpace(piece.ReplaceAllString(text, "")) != "" {
		return nil
	}
	return piece.FindAllStringSubmatch(text, -1)
}

// part sets the form: its own headings and paragraphs, with the pieces of the decision where their blanks stand. A heading below which
// nothing comes to stand goes with it. What the form has no place for is set before the signature: nothing of a decision is lost because
// of a form.
func (n *notice) part() document.Part {
	form := document.Markdown(n.words.raw(n.form), 1)
	n.note(form)
	var blocks []document.Block
	n.level = 1
	ended := false
	for _, b := range form {
		set := pieces(b)
		if h, ok := b.(document.Heading); ok {
			n.level = h.Level
		}
		if len(set) == 0 {
			blocks = append(blocks, n.filledIn(b))
			continue
		}
		for _, m := range set {
			if m[1] == "signature" && !ended { // the last words before it
				blocks, ended = append(blocks, n.rest()...), true
			}
			blocks = append(blocks, n.set(m, blocks)...)
		}
	}
	if !ended {
		blocks = append(blocks, n.rest()...)
		blocks = append(blocks, n.signature()...)
	}
	return document.Part{Blocks: withoutEmptyHeadings(blocks)}
}

// set is the blocks of a piece that comes to stand after others. One that nobody knows is left standing, to be seen before the notice
// goes out.
func (n *notice) set(m []string, after []document.Block) []document.Block {
	if m[1] == "sections" {
		return n.remaining(n.under(after))
	}
	blocks, known := n.piece(m[1], m[2])
	if !known {
		return []document.Block{para(m[0])}
	}
	return blocks
}

// under is the level of the headings of sections: those that stand right below a heading of the form belong to it, and the others stand
// beside it.
func (n *notice) under(after []document.Block) int {
	if len(after) > 0 {
		if h, ok := after[len(after)-1].(document.Heading); ok {
			return h.Level + 1
		}
	}
	return max(n.level, 2)
}

// note remembers which pieces and sections the form names, so that {sections} leaves those out wherever it stands, and that the end has
// what is named nowhere.
func (n *notice) note(form []document.Block) {
	for _, b := range form {
		for _, m := range pieces(b) {
			n.named[m[1]] = true
			if m[1] == "section" {
				if i := n.section(m[2]); i >= 0 {
					n.printed[i] = true
				}
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
		return []document.Block{n.words.letterhead()}, true
	case "fields":
		return []document.Block{n.fields()}, true
	case "section":
		if i := n.section(of); i >= 0 {
			return document.Markdown(n.d.Sections[i].Body, n.level+1), true
		}
		return nil, true
	case "recommendations":
		return n.recommendations(), true
	case "interests":
		return document.Markdown(n.d.Interests, n.level+1), true
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
func (n *notice) remaining(level int) []document.Block {
	var rest []data.PublicSection
	for i, s := range n.d.Sections {
		if !n.printed[i] {
			rest = append(rest, s)
			n.printed[i] = true
		}
	}
	return n.sections(rest, level)
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

// rest is what the form has no blank for. That something is not published is said whatever the form.
func (n *notice) rest() []document.Block {
	var blocks []document.Block
	if !n.named["sections"] {
		blocks = n.remaining(2)
	}
	names := []string{"recommendations", "awards", "read_with", "interests", "attachments"}
	if n.exempt() {
		names = append(names, "public_access")
	}
	n.level = 2
	for _, p := range names {
		if !n.named[p] {
			set, _ := n.piece(p, "")
			blocks = append(blocks, headed(2, n.words.plain("decision_"+p), set...)...)
		}
	}
	return blocks
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
		switch b := b.(type) {
		case document.Heading:
			if b.Level <= level {
				return false
			}
		case document.Together: // it may begin with a heading of its own
			if content, ended := hasContent(b.Blocks, level), startsAbove(b.Blocks, level); content || ended {
				return content
			}
		default:
			if strings.Join(document.BlockLines([]document.Block{b}), "") != "" {
				return true
			}
		}
	}
	return false
}

// startsAbove reports whether blocks begin with a heading of a level, or of a higher one.
func startsAbove(blocks []document.Block, level int) bool {
	if len(blocks) == 0 {
		return false
	}
	h, ok := blocks[0].(document.Heading)
	return ok && h.Level <= level
}
