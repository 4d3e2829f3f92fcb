package reports

import (
	"strings"

	"almoner/data"
	"almoner/reports/document"
)

// The letters about a request that are not its reply. Each is made of a data.Reply, which does not know who asked.
var (
	acknowledgementPaper = foiLetterPaper("foi-acknowledgement", "Acknowledgement", acknowledgement, func(data.Reply) string { return "" })
	clarificationPaper   = foiLetterPaper("foi-clarification", "Letter that asks for clarification", clarification, func(r data.Reply) string {
		if strings.TrimSpace(r.Clarification) == "" {
			return "Nothing is put down yet that the applicant has to make clear."
		}
		return ""
	})
	feesPaper = foiLetterPaper("foi-fees", "Fees notice", feesNotice, func(r data.Reply) string {
		if r.Regime == data.RegimeSAR {
			return "People are given what is held about themselves without a fee, so there is no fees notice."
		}
		if r.Fees.IsZero() {
			return "No fee is put down for this request."
		}
		return ""
	})
	extensionPaper = foiLetterPaper("foi-extension", "Extension letter", extension, func(r data.Reply) string {
		if r.On(data.ClockExtended).IsZero() {
			return "The time to answer was not extended. Put the extension down in the clock of the request first."
		}
		if weighs(r.Regime) && len(inTheBalance(r)) == 0 {
			return "Time is extended to weigh the public interest, and no exemption is put down yet for which the law asks that."
		}
		return ""
	})
	reviewPaper = foiLetterPaper("foi-review", "Answer to the internal review", review, func(r data.Reply) string {
		if strings.TrimSpace(r.Review) == "" {
			return "Nothing is put down yet of what an internal review came to."
		}
		return ""
	})
)

// foiLetterPaper is a paper that is one letter about a request.
func foiLetterPaper(name, title string, letter func(Setting, *data.FOIRequest, foiReply) document.Document, why func(data.Reply) string) Paper {
	return Paper{
		Name: name, Title: title, Of: data.KindFOIRequest, Public: true, // whoever asked may publish it
		Unfit: unlessFit(func(_ Setting, r *data.FOIRequest) string { return why(r.Blind()) }),
		Make: makes(func(s Setting, r *data.FOIRequest) document.Document {
			return letter(s, r, newFOIReply(s.Register, r.Blind()))
		}),
	}
}

// letterOf begins a letter: its title, its day, and its head. A letter that has no day of its own bears that on which it is made.
func (p foiReply) letterOf(s Setting, name string, dated data.Date) (document.Document, document.Part) {
	if dated.IsZero() {
		dated = s.Today
	}
	title := p.words.plain(name + "_title")
	doc := newPaper(p.office, p.r.Label()+": "+strings.ToLower(title[:1])+title[1:], p.r.Subject, p.r.Label())
	doc.Dated = dated.Time()
	var part document.Part
	part.Add(p.head(dated, name+"_heading")...)
	return doc, part
}

// ended is a letter with its end: the last words, which stand together with the sign-off.
func (p foiReply) ended(doc document.Document, part document.Part, last ...document.Block) document.Document {
	part.Add(document.Together{Blocks: append(last, p.close()...)})
	doc.Parts = []document.Part{part}
	return doc
}

// asked is the request as it came, question by question.
func (p foiReply) asked() []document.Block {
	var blocks []document.Block
	for _, q := range p.r.Questions {
		var words []document.Block
		if q.Label != "" { // the office's own word for it
			words = append(words, document.Paragraph{Text: document.Bold(q.Label)})
		}
		blocks = append(blocks, document.Quotation{Blocks: append(words, document.Markdown(q.Text, 4)...)})
	}
	return blocks
}

// due puts the last day to answer into the words, where the clock tells one.
func (p foiReply) due(s Setting, r *data.FOIRequest) bool {
	deadline, err := r.Deadline(s.Register.Calendar())
	if err != nil || deadline.Due.IsZero() {
		return false
	}
	p.words.values["due"] = deadline.Due.Long()
	return true
}

func acknowledgement(s Setting, r *data.FOIRequest, p foiReply) document.Document {
	doc, part := p.letterOf(s, "acknowledgement", data.Date{})
	part.Add(p.words.blocks(p.underLaw("acknowledgement_opening"))...)
	part.Add(p.asked()...)
	if p.due(s, r) {
		part.Add(p.words.blocks("acknowledgement_due")...)
	}
	return p.ended(doc, part, p.words.blocks("acknowledgement_end")...)
}

func clarification(s Setting, _ *data.FOIRequest, p foiReply) document.Document {
	doc, part := p.letterOf(s, "clarification", p.r.On(data.ClarificationSought))
	part.Add(p.words.blocks("clarification_opening")...)
	part.Add(p.asked()...)
	part.Add(p.words.blocks("clarification_unclear")...)
	part.Add(document.Markdown(p.r.Clarification, 3)...)
	part.Add(p.words.blocks(p.underLaw("clarification_clock"))...)
	return p.ended(doc, part, p.words.blocks("clarification_end")...)
}

func feesNotice(s Setting, _ *data.FOIRequest, p foiReply) document.Document {
	p.words.values["fee"] = p.r.Fees.String()
	doc, part := p.letterOf(s, "fees", p.r.On(data.FeesNotice))
	part.Add(p.words.blocks("fees_opening")...)
	part.Add(p.words.blocks(p.underLaw("fees_clock"))...)
	return p.ended(doc, part, p.words.blocks(p.underLaw("foi_review"))...)
}

// weighs reports whether time is extended to weigh the public interest, which is so under the Act alone. A request under more than one law
// has the time of the Act.
func weighs(regime data.Regime) bool { return regime != data.RegimeEIR && regime != data.RegimeSAR }

// inTheBalance are the exemptions for which the public interest has to be weighed.
func inTheBalance(r data.Reply) []data.Exemption {
	var weighed []data.Exemption
	for _, e := range r.Exemptions {
		if e.NeedsPublicInterest(r.Regime) {
			weighed = append(weighed, e)
		}
	}
	return weighed
}

// extension tells why the answer takes longer, and by when it comes. Under the Act that is because the public interest has to be weighed:
// the letter names the exemptions, and how to complain (sections 10(3), 17(2) and 17(7)). Under the other laws it is because of how much
// was asked for, and no exemption is named.
func extension(s Setting, r *data.FOIRequest, p foiReply) document.Document {
	doc, part := p.letterOf(s, "extension", p.r.On(data.ClockExtended))
	part.Add(p.words.blocks(p.underLaw("extension_opening"))...)
	if weighs(p.r.Regime) {
		var names []string
		for _, e := range inTheBalance(p.r) {
			names = append(names, p.exemptionName(e))
		}
		part.Add(headed(2, p.words.plain("extension_exemptions"), bullets(names)...)...)
	}
	if p.due(s, r) {
		part.Add(p.words.blocks("extension_due")...)
	}
	part.Add(p.words.blocks(p.underLaw("foi_review"))...)
	return p.ended(doc, part, p.words.blocks(p.underLaw("foi_commissioner"))...)
}

func review(s Setting, _ *data.FOIRequest, p foiReply) document.Document {
	p.words.values["asked"] = p.r.On(data.ReviewAsked).Long()
	p.words.values["responded"] = p.r.RespondedOn.Long()
	doc, part := p.letterOf(s, "review", p.r.On(data.ReviewAnswered))
	opening := "review_opening"
	if p.r.On(data.ReviewAsked).IsZero() || p.r.RespondedOn.IsZero() {
		opening = "review_opening_undated"
	}
	part.Add(p.words.blocks(opening)...)
	part.Add(headed(2, p.words.plain("review_outcome"), document.Markdown(p.r.Review, 3)...)...)
	return p.ended(doc, part, p.words.blocks(p.underLaw("review_commissioner"))...)
}
