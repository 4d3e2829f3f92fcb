package reports

import (
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// FOIReply is the office's reply to a request: the letter, with each question and its answer, and the appendices. The tables of a
// reply that has not been sent yet are read from the register; those of a sent one are as they were sent.
//
// Who asked is no part of it. The letter is addressed to "applicant", and a data.Reply has nothing of data.Applicant to be read here.
func FOIReply(reg *data.Register, r data.Reply) document.Document {
	paper := newFOIReply(reg, r)
	dated := r.RespondedOn
	if dated.IsZero() {
		dated = r.Received
	}
	doc := newPaper(paper.office, r.Label()+": reply to a request for information", r.Subject, r.Label())
	doc.Dated = dated.Time()
	doc.Parts = []document.Part{paper.letter()}
	for i := range r.Appendices {
		doc.Parts = append(doc.Parts, paper.appendix(&r.Appendices[i]))
	}
	return doc
}

// ReplyPaper is the name of the reply to a request.
const ReplyPaper = "foi"

var foiReplyPaper = Paper{
	Name: ReplyPaper, Title: "Reply to the request", Of: data.KindFOIRequest, Public: true,
	Make: makes(func(s Setting, r *data.FOIRequest) document.Document { return FOIReply(s.Register, r.Blind()) }),
}

func newFOIReply(reg *data.Register, r data.Reply) foiReply {
	return foiReply{
		reg: reg, r: r, office: reg.Details(),
		words: wording{office: reg.Details(), values: map[string]string{
			"office":    reg.Details().Name,
			"received":  r.Received.Long(),
			"reference": string(r.Reference),
			"subject":   r.Subject,
			"contact":   contactWords(reg.Details()),
		}},
	}
}

type foiReply struct {
	reg    *data.Register
	r      data.Reply
	office *data.OfficeDetails
	words  wording
}

// contactWords are how to reach the office, for the middle of a sentence.
func contactWords(office *data.OfficeDetails) string {
	if office.Email != "" {
		return " at " + office.Email
	}
	return ""
}

func (p foiReply) letter() document.Part {
	var part document.Part
	part.Add(p.head(p.r.RespondedOn, "foi_heading")...)
	part.Add(p.words.blocks(p.underLaw("foi_opening"))...)
	if len(p.r.Questions) > 0 {
		part.Add(p.words.blocks("foi_questions")...)
	}
	for i, q := range p.r.Questions {
		part.Add(p.question(i, q)...)
	}
	part.Add(p.held()...)
	part.Add(p.withheld()...)
	part.Add(headed(2, p.words.plain("foi_enclosed"), bullets(enclosed(p.r.Enclosed))...)...)
	part.Add(p.words.blocks("foi_public")...)
	part.Add(p.words.blocks("foi_review")...)
	end := append(p.words.blocks("foi_commissioner"), p.close()...)
	part.Add(document.Together{Blocks: append(end, p.contents()...)})
	return part
}

// head is what a letter about the request begins with.
func (p foiReply) head(dated data.Date, heading string) []document.Block {
	date := dated.Long()
	if date == "" {
		date = p.words.plain("foi_draft")
	}
	return []document.Block{
		letterhead(p.office),
		para(date),
		document.Paragraph{Text: document.Join(document.Bold(p.words.plain("letter_reference")+" "), document.Text(string(p.r.Reference)))},
		para(p.words.plain("foi_salutation")),
		document.Heading{Level: 1, Text: document.Text(p.words.plain(p.underLaw(heading)))},
	}
}

// underLaw is the name of the words for the law that the request falls under, where there are words of its own.
func (p foiReply) underLaw(name string) string {
	if p.r.Regime == data.RegimeEIR {
		return name + "_eir"
	}
	return name
}

func (p foiReply) question(i int, q data.FOIQuestion) []document.Block {
	label := q.Label
	if label == "" {
		label = fmt.Sprintf("Question %d", i+1)
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: document.Text(label)}}
	blocks = append(blocks, document.Markdown(q.Text, 4)...)
	if q.Answer == "" {
		return blocks
	}
	blocks = append(blocks, document.Heading{Level: 3, Text: document.Text(p.words.plain("foi_answer"))})
	return append(blocks, p.linked(document.Markdown(q.Answer, 4))...)
}

// held says that there is nothing to give, where that is so; section 1(1)(a) gives a right to be told.
func (p foiReply) held() []document.Block {
	switch p.r.Held {
	case data.No, data.NotHeld:
		return p.words.blocks("foi_not_held")
	case data.Partly:
		return p.words.blocks("foi_partly_held")
	default:
		return nil
	}
}

// withheld says which exemptions were applied and why (section 17 of the Act asks for both), and where the exemption is a qualified one
// how the public interest was weighed. What the office does not even confirm that it holds stands apart.
func (p foiReply) withheld() []document.Block {
	var refused, unconfirmed []document.Block
	for _, e := range p.r.Exemptions {
		if e.NeitherConfirmNorDeny {
			unconfirmed = append(unconfirmed, p.exemption(e)...)
		} else {
			refused = append(refused, p.exemption(e)...)
		}
	}
	var blocks []document.Block
	if len(refused) > 0 {
		opening := "foi_withheld_part"
		if !p.gives() {
			opening = "foi_withheld_all"
		}
		blocks = append(blocks, headed(2, p.words.plain("foi_withheld"), append(p.words.blocks(p.underLaw(opening)), refused...)...)...)
	}
	if len(unconfirmed) > 0 {
		blocks = append(blocks, headed(2, p.words.plain("foi_unconfirmed"), append(p.words.blocks("foi_unconfirmed_words"), unconfirmed...)...)...)
	}
	return blocks
}

// gives reports whether the reply gives something: an appendix, a file, or an answer beside the refusal.
func (p foiReply) gives() bool {
	return len(p.r.Appendices) > 0 || len(p.r.Enclosed) > 0 || len(p.r.Questions) > len(p.r.Exemptions)
}

// exemption is one reason for withholding something: the section with its class, why it applies, and the public interest test.
func (p foiReply) exemption(e data.Exemption) []document.Block {
	title := p.words.plain(p.underLaw("foi_section")) + " " + strings.TrimSpace(e.Section)
	law, known := data.LawOf(e.Section)
	known = known && p.r.Regime != data.RegimeEIR
	switch {
	case e.Class != "":
		title += " – " + e.Class
	case known:
		title += " – " + strings.ToLower(law.Title[:1]) + law.Title[1:]
	}
	blocks := []document.Block{document.Heading{Level: 3, Text: document.Text(title)}}
	if known && law.Class != data.ProceduralExemption {
		blocks = append(blocks, p.words.blocks("foi_"+string(law.Class))...)
	} else if p.r.Regime == data.RegimeEIR {
		blocks = append(blocks, p.words.blocks("foi_exception")...)
	}
	blocks = append(blocks, document.Markdown(e.Reason, 4)...)
	return append(blocks, headed(4, p.words.plain("foi_public_interest"), document.Markdown(e.PublicInterest, 5)...)...)
}

// close is the sign-off. It stands with the last paragraph and the list of appendices, so that none is left alone on a page.
func (p foiReply) close() []document.Block {
	signatory := p.r.Signatory
	if signatory == "" {
		signatory = p.office.Name
	}
	return []document.Block{
		document.Paragraph{Text: document.Text(p.words.plain("foi_close"))},
		document.Gap{Lines: 2.5},
		document.Paragraph{Text: document.Bold(signatory)},
	}
}

// contents is the list of appendices, each a link to it.
func (p foiReply) contents() []document.Block {
	if len(p.r.Appendices) == 0 {
		return nil
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: document.Text(p.words.plain("foi_appendices"))}}
	for _, a := range p.r.Appendices {
		line := document.Link(appendixName(a.Number), "#"+appendixAnchor(a.Number))
		if title := p.title(a); title != "" {
			line = document.Join(line, document.Text(" – "+title))
		}
		blocks = append(blocks, document.Paragraph{Text: line, Tight: true})
	}
	return blocks
}

func (p foiReply) title(a data.Appendix) string {
	if a.Title != "" {
		return a.Title
	}
	if s, ok := data.Get[*data.Specification](p.reg, a.Specification); ok {
		return s.Title
	}
	return ""
}

func appendixName(n int) string   { return fmt.Sprintf("Appendix %d", n) }
func appendixAnchor(n int) string { return fmt.Sprintf("appendix-%d", n) }

// hasAppendix reports whether a number is that of an appendix, so that a link to it leads somewhere.
func (p foiReply) hasAppendix(n int) bool {
	return slices.ContainsFunc(p.r.Appendices, func(a data.Appendix) bool { return a.Number == n })
}

// linkWords is a text in which the words that name an appendix lead to it.
func (p foiReply) linkWords(run document.Inline) []document.Inline {
	var runs []document.Inline
	from := 0
	for _, m := range data.AppendixWords(run.Text) {
		if !p.hasAppendix(m.Number) || run.Link != "" {
			continue
		}
		before, named := run, run
		before.Text, named.Text = run.Text[from:m.Start], run.Text[m.Start:m.End]
		named.Link = "#" + appendixAnchor(m.Number)
		if before.Text != "" {
			runs = append(runs, before)
		}
		runs = append(runs, named)
		from = m.End
	}
	if rest := run; from < len(run.Text) {
		rest.Text = run.Text[from:]
		runs = append(runs, rest)
	}
	return runs
}

// linked is blocks in which the words that name an appendix lead to it.
func (p foiReply) linked(blocks []document.Block) []document.Block {
	return document.EachInline(blocks, p.linkWords)
}
