package data

import (
	"fmt"
	"slices"
)

// Reply is a request as its reply tells it. It has no place for who asked, for what the office noted about the request, or for the
// records that the reply was sent with: what is made from a Reply cannot name the applicant, because it was never given one.
type Reply struct {
	Reference   Reference
	Subject     string
	Regime      Regime
	Received    Date
	RespondedOn Date // no date while it is a draft
	Questions   []FOIQuestion
	Exemptions  []Exemption
	Signatory   string
	Appendices  []Appendix

	Held          ShortAnswer // whether the office has the information
	Clarification string      // Markdown: what has to be made clear
	Fees          Money       // that are asked for
	Review        string      // Markdown: what the internal review came to
	Clock         []ClockRow
	Enclosed      []PublicEnclosure // files that go with the reply

	sent bool
}

// Blind is the reply without the applicant.
func (r *FOIRequest) Blind() Reply {
	var enclosed []PublicEnclosure
	for _, e := range r.Attachments {
		enclosed = append(enclosed, PublicEnclosure{e.Label, e.Kind, e.Size})
	}
	return Reply{
		Reference: r.Reference, Subject: r.Subject, Regime: r.Regime, Received: r.Received, RespondedOn: r.RespondedOn(),
		Questions: r.Questions, Exemptions: r.Exemptions, Signatory: r.Signatory, Appendices: r.Appendices, sent: r.Sent(),
		Held: r.Held, Clarification: r.Clarification, Fees: r.Fees, Review: r.Review, Clock: r.Clock, Enclosed: enclosed,
	}
}

// Label is the reference, or what the request is about while it has none.
func (r Reply) Label() string { return replyLabel(r.Reference, r.Subject) }

// On is the day of the last event of a kind; no date where there was none.
func (r Reply) On(event ClockEvent) Date {
	var day Date
	for _, c := range r.Clock {
		if c.Event == event {
			day = c.On
		}
	}
	return day
}

// Sent reports whether the reply has gone out.
func (r Reply) Sent() bool { return r.sent }

func (r Reply) appendixOf(specification ID) int { return appendixOf(r.Appendices, specification) }

func replyLabel(reference Reference, subject string) string {
	if reference != "" {
		return string(reference)
	}
	return subject
}

// Answering is what a table of grants is part of: a request, or the Reply that is made of it.
type Answering interface {
	// Sent reports whether the reply has gone out, and its tables with it.
	Sent() bool
	appendixOf(specification ID) int
}

// LogEntry is what the disclosure log says of a request. What may be known of the applicant is taken out of its words.
type LogEntry struct {
	Reference   Reference     `json:"reference,omitempty"`
	InLog       bool          `json:"in_log"` // whether the office wants it in the log at all
	Text        string        `json:"text,omitempty"`
	Regime      Regime        `json:"regime,omitempty"`
	Received    Date          `json:"received,omitzero"`
	RespondedOn Date          `json:"responded_on,omitzero"`
	Questions   []LogQuestion `json:"questions,omitempty"`
	Outcome     string        `json:"outcome,omitempty"`
}

// LogQuestion is one question as the disclosure log tells it.
type LogQuestion struct {
	Label string `json:"label,omitempty"`
	Text  string `json:"text,omitempty"` // Markdown
}

// LogEntry is the request as the disclosure log tells it. The words for the log stand for the subject where somebody has written some.
func (r *FOIRequest) LogEntry() LogEntry {
	asked := r.applicantTraits()
	e := LogEntry{
		Reference: r.Reference, InLog: r.InLog, Regime: r.Regime, Received: r.Received, RespondedOn: r.RespondedOn(),
		Text: asked.without(r.LogText), Outcome: asked.without(r.Outcome),
	}
	if trimSpace(r.LogText) == "" {
		e.Text = asked.without(r.Subject)
	}
	for _, q := range r.Questions {
		e.Questions = append(e.Questions, LogQuestion{asked.without(q.Label), asked.without(q.Text)})
	}
	return e
}

// Mention is a place in which the applicant could be known.
type Mention struct {
	Field   string // as Problems name it; empty of a text that is no field of the request
	Where   string // "the answer to question 2"
	What    string // "the applicant’s name"
	Excerpt string // the words with some around them
	Offset  int    // of the words in the text of that place, in bytes
	// Certain is that nobody else can be meant: the whole name, or what only the applicant has, such as an e-mail address.
	Certain bool
}

// String is the mention as a sentence without its full stop.
func (m Mention) String() string {
	return fmt.Sprintf("%s holds %s: “%s”", upperInitial(m.Where), m.What, m.Excerpt)
}

// ApplicantIn looks for the applicant in everything that a reply or the disclosure log may say: by name in any order, by initials with
// the surname, by the surname alone where it stands as a name does, and by e-mail, postcode, first line of the address and telephone.
func (r *FOIRequest) ApplicantIn() []Mention {
	asked := r.applicantTraits()
	if asked.none() {
		return nil
	}
	var found []Mention
	r.eachPublicText(func(field, where, words string) {
		for _, t := range asked.in(words) {
			m := t.mention(where, words)
			m.Field = field
			found = append(found, m)
		}
	})
	return found
}

// mention is the place at which a trait stands.
func (t trait) mention(where, words string) Mention {
	return Mention{
		Where: where, What: "the applicant’s " + t.kind.String(), Excerpt: excerptAround(words, t.start, t.end), Offset: t.start,
		Certain: t.kind != initialled && t.kind != titledSurname && t.kind != bareSurname,
	}
}

// ApplicantInText looks for the applicant in any words: a finished paper, a title, the name of a file.
func (r *FOIRequest) ApplicantInText(words string) []Mention {
	var found []Mention
	for _, t := range r.applicantTraits().in(words) {
		found = append(found, t.mention("the paper", words))
	}
	return found
}

// eachPublicText visits all words of the request that leave the office, each with its field and with where it stands in words.
func (r *FOIRequest) eachPublicText(visit func(field, where, words string)) {
	visit("subject", "the subject", r.Subject)
	for i, q := range r.Questions {
		visit(row("questions", i, "label"), fmt.Sprintf("the name of question %d", i+1), q.Label)
		visit(row("questions", i, "text"), fmt.Sprintf("question %d", i+1), q.Text)
		visit(row("questions", i, "answer"), fmt.Sprintf("the answer to question %d", i+1), q.Answer)
	}
	for i, e := range r.Exemptions {
		where := "the exemption under section " + e.Section
		visit(row("exemptions", i, "class"), where, e.Class)
		visit(row("exemptions", i, "reason"), "the reason for "+where, e.Reason)
		visit(row("exemptions", i, "public_interest"), "the public interest test for "+where, e.PublicInterest)
	}
	visit("clarification", "what has to be made clear", r.Clarification)
	visit("review", "the outcome of the review", r.Review)
	visit("outcome", "the outcome", r.Outcome)
	visit("log_text", "the words in the disclosure log", r.LogText)
	for i := range r.Appendices {
		r.Appendices[i].eachText(row("appendices", i, ""), visit)
	}
	for i, a := range r.Attachments {
		visit(row("attachments", i, "label"), fmt.Sprintf("the label of the attachment “%s”", shortened(a.Label)), a.Label)
		visit(row("attachments", i, "kind"), fmt.Sprintf("the kind of the attachment “%s”", shortened(a.Label)), a.Kind)
	}
}

// eachText visits the words of an appendix. Of cells it is those that are kept: the register's own are no applicant's.
func (a *Appendix) eachText(path string, visit func(field, where, words string)) {
	name := fmt.Sprintf("Appendix %d", a.Number)
	visit(path+"title", "the title of "+name, a.Title)
	visit(path+"introduction", "the introduction of "+name, a.Introduction)
	for i := range a.Tables {
		t, table := &a.Tables[i], path+row("tables", i, "")
		for k, c := range t.Columns {
			visit(table+at("columns", k), "a heading of "+name, c.Heading)
		}
		for k, g := range t.Groups {
			group := table + row("groups", k, "")
			visit(group+"heading", "a heading of "+name, g.Heading)
			for n, r := range g.Rows {
				for c, cell := range r.Cells {
					visit(group+row("rows", n, at("cells", c)), fmt.Sprintf("row %d, column %d of %s", n+1, c+1, inGroupOf(name, g.Heading)), cell.Text)
				}
			}
		}
	}
	for i, f := range a.Footnotes {
		visit(path+row("footnotes", i, "text"), fmt.Sprintf("the footnote %s of %s", f.Mark, name), f.Text)
		visit(path+row("footnotes", i, "link"), fmt.Sprintf("the link of the footnote %s of %s", f.Mark, name), f.Link)
	}
}

func inGroupOf(appendix, heading string) string {
	if heading == "" {
		return appendix
	}
	return heading + " in " + appendix
}

// applicantTraits are what the applicant can be known by; none where the office does not know who asked.
func (r *FOIRequest) applicantTraits() *traits {
	if r.Applicant == nil {
		return &traits{}
	}
	t := traitsOf(r.Applicant.Name)
	t.surnames = true
	t.learn(r.Applicant.Email)
	t.learnAddress(r.Applicant.Address)
	return t
}

// appendixOf is the number of the appendix that holds a specification, or 0.
func appendixOf(appendices []Appendix, specification ID) int {
	i := slices.IndexFunc(appendices, func(a Appendix) bool { return specification != "" && a.Specification == specification })
	if i < 0 {
		return 0
	}
	return appendices[i].Number
}
