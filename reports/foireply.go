package reports

import (
	"fmt"
	"slices"

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
	doc := newPaper(paper.office, paper.words.say("foi_title", "request", r.Label()), r.Subject, r.Label())
	doc.Dated = dated.Time()
	if r.Regime != data.RegimeSAR {
		doc.Marking = "" // it is for everybody
	}
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
	w := wording{office: reg.Details()}
	w.values = map[string]string{
		"office":    reg.Details().Name,
		"received":  r.Received.Long(),
		"reference": string(r.Reference),
		"subject":   r.Subject,
		"contact":   w.contact(),
	}
	return foiReply{reg: reg, r: r, office: reg.Details(), words: w}
}

type foiReply struct {
	reg    *data.Register
	r      data.Reply
	office *data.OfficeDetails
	words  wording
}

func (p foiReply) letter() document.Part {
	var part document.Part
	part.Add(p.head(p.r.RespondedOn, "foi_heading")...)
	part.Add(p.words.blocks(p.underLaw("foi_opening"))...)
	part.Add(p.linked(document.Markdown(p.r.Opening, 2))...)
	part.Add(p.held()...)
	if len(p.r.Questions) > 0 {
		part.Add(p.words.blocks("foi_questions")...)
	}
	for i, q := range p.r.Questions {
		part.Add(p.question(i, q)...)
	}
	part.Add(p.withheld()...)
	part.Add(headed(2, p.words.plain("foi_enclosed"), bullets(enclosed(p.r.Enclosed))...)...)
	about := append(p.words.blocks(p.underLaw("foi_public")), p.words.blocks(p.underLaw("foi_review"))...)
	part.Add(headed(2, p.words.plain("foi_about"), about...)...) // it belongs to no answer
	end := append(p.words.blocks(p.underLaw("foi_commissioner")), p.close()...)
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
		p.words.letterhead(),
		para(date),
		document.Paragraph{Text: document.Join(document.Bold(p.words.plain("letter_reference")+" "), document.Text(string(p.r.Reference)))},
		para(p.words.plain("foi_salutation")),
		document.Heading{Level: 1, Text: document.Text(p.words.plain(p.underLaw(heading)))},
	}
}

// lawSuffixes end the names of the words that are only for requests under a law other than the Freedom of Information Act.
var lawSuffixes = map[data.Regime]string{data.RegimeEIR: "_eir", data.RegimeSAR: "_sar", data.RegimeMixed: "_mixed"}

// underLaw is the name of the words for the law that the request falls under: those of the Act where that law has none of its own.
func (p foiReply) underLaw(name string) string { return p.words.under(name, p.r.Regime) }

// under is the name of words for a law.
func (w wording) under(name string, regime data.Regime) string {
	if suffix, ok := lawSuffixes[regime]; ok && w.raw(name+suffix) != "" {
		return name + suffix
	}
	return name
}

func (p foiReply) question(i int, q data.FOIQuestion) []document.Block {
	label := q.Label
	if label == "" {
		label = p.words.say("foi_question", "number", fmt.Sprint(i+1))
	}
	blocks := []document.Block{document.Heading{Level: 2, Text: document.Text(label)}}
	blocks = append(blocks, document.Markdown(q.Text, 4)...)
	if q.Answer == "" {
		return blocks
	}
	blocks = append(blocks, document.Heading{Level: 3, Text: document.Text(p.words.plain("foi_answer"))})
	return append(blocks, p.linked(document.Markdown(q.Answer, 4))...)
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
