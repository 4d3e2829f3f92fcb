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
	RespondedOn Date   // no date while it is a draft
	Opening     string // Markdown: its own words after the standing opening
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
		Opening: r.Opening, Questions: r.Questions, Exemptions: r.Exemptions, Signatory: r.Signatory, Appendices: r.Appendices, sent: r.Sent(),
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
	// OfRegister is that the words would stand there whoever asked: the register says them in a table, or they are the name of one of its
	// organisations in a table or in a question as it was asked. A charity that asks about its own grants is named by their recipient.
	OfRegister bool
	More       int // further places of the same table in which it stands
}

// Stops reports whether a reply must not go out with the mention. Who asked is not for others to know, and an organisation that the office
// gave money to is; only a person can tell which of the two the reply’s own sentences say, and so a name in those stops always.
func (m Mention) Stops() bool { return m.Certain && !m.OfRegister }

// String is the mention as a sentence without its full stop.
func (m Mention) String() string {
	switch m.More {
	case 0:
		return fmt.Sprintf("%s holds %s: “%s”", UpperInitial(m.Where), m.What, m.Excerpt)
	case 1:
		return fmt.Sprintf("%s and one more place hold %s: “%s”", UpperInitial(m.Where), m.What, m.Excerpt)
	default:
		return fmt.Sprintf("%s and %d more places hold %s: “%s”", UpperInitial(m.Where), m.More, m.What, m.Excerpt)
	}
}

// Remedy is what to do about the mention, as a sentence.
func (m Mention) Remedy() string {
	if m.OfRegister {
		return "The register has it: see that it does not say who asked."
	}
	return "Take it out before this goes out."
}

// ApplicantIn looks for the applicant in everything that a reply or the disclosure log may say: by name in any order, by initials with
// the surname, by the surname alone where it stands as a name does, and by e-mail, postcode, first line of the address and telephone. What
// the register has in a table is one mention, with the first of its places; half of a name means nothing there, where nobody wrote to the
// applicant.
func (r *FOIRequest) ApplicantIn(reg *Register) []Mention {
	asked := r.applicantTraits()
	if asked.none() {
		return nil
	}
	var found mentions
	r.eachPublicText(r.filled(reg), func(p passage) {
		for _, t := range asked.in(p.words) {
			m := t.mention(p.where, p.words)
			m.Field = p.field
			switch p.from {
			case byOffice:
			case byRegister:
				if !m.Certain && len(asked.given) > 0 {
					continue // half of a name
				}
				m.OfRegister = true
			default:
				m.OfRegister = reg.organisationAt(p.words, t)
			}
			found.add(m, p.table)
		}
	})
	return found.all
}

// mentions are those that were found. What the register has in a table is one of them, however often it stands there.
type mentions struct {
	all   []Mention
	first map[inTableOf]int // which of all it is
}

// inTableOf is what was found in which table.
type inTableOf struct {
	table *Table
	what  string
}

func (ms *mentions) add(m Mention, table *Table) {
	if m.OfRegister && table != nil {
		at, again := ms.first[inTableOf{table, m.What}]
		if again {
			ms.all[at].More++
			return
		}
		if ms.first == nil {
			ms.first = map[inTableOf]int{}
		}
		ms.first[inTableOf{table, m.What}] = len(ms.all)
	}
	ms.all = append(ms.all, m)
}

// organisationAt reports whether what was found in a text is the name of an organisation of the register, or part of it.
func (reg *Register) organisationAt(text string, found trait) bool {
	words := wordsIn(text)
	says := func(name string) bool {
		said := foldedWords(name)
		for i := range words {
			if words[i].start <= found.start && sayAt(words, i, said) && found.end <= words[i+len(said)-1].end {
				return true
			}
		}
		return false
	}
	for _, o := range All[*Organisation](reg) {
		if says(o.Name) || slices.ContainsFunc(o.OtherNames, says) {
			return true
		}
	}
	return false
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

// passage is some words of a request that leave the office.
type passage struct {
	field, where, words string // as Problems name it, and where they stand in words
	from                source
	table               *Table // nil if they stand in none
}

// source is who put some words into a reply.
type source int

const (
	byOffice   source = iota
	asAsked           // the applicant’s own words
	inTable           // somebody wrote them into a table
	byRegister        // the register says them in a table
)

// eachPublicText visits all words of the request that leave the office. Its tables are as they are given.
func (r *FOIRequest) eachPublicText(given func(*Table) filling, visit func(passage)) {
	say := func(field, where, words string) { visit(passage{field: field, where: where, words: words}) }
	say("subject", "the subject", r.Subject)
	say("opening", "the opening of the reply", r.Opening)
	for i, q := range r.Questions {
		say(row("questions", i, "label"), fmt.Sprintf("the name of question %d", i+1), q.Label)
		visit(passage{field: row("questions", i, "text"), where: fmt.Sprintf("question %d", i+1), words: q.Text, from: asAsked})
		say(row("questions", i, "answer"), fmt.Sprintf("the answer to question %d", i+1), q.Answer)
	}
	for i, e := range r.Exemptions {
		where := "the exemption under section " + e.Section
		say(row("exemptions", i, "class"), where, e.Class)
		say(row("exemptions", i, "reason"), "the reason for "+where, e.Reason)
		say(row("exemptions", i, "public_interest"), "the public interest test for "+where, e.PublicInterest)
	}
	say("clarification", "what has to be made clear", r.Clarification)
	say("review", "the outcome of the review", r.Review)
	say("outcome", "the outcome", r.Outcome)
	say("log_text", "the words in the disclosure log", r.LogText)
	for i := range r.Appendices {
		r.Appendices[i].eachText(row("appendices", i, ""), given, visit)
	}
	for i, a := range r.Attachments {
		say(row("attachments", i, "label"), fmt.Sprintf("the label of the attachment “%s”", shortened(a.Label)), a.Label)
		say(row("attachments", i, "kind"), fmt.Sprintf("the kind of the attachment “%s”", shortened(a.Label)), a.Kind)
	}
}

func (a *Appendix) eachText(path string, given func(*Table) filling, visit func(passage)) {
	name := fmt.Sprintf("Appendix %d", a.Number)
	say := func(field, where, words string) { visit(passage{field: path + field, where: where, words: words}) }
	say("title", "the title of "+name, a.Title)
	say("introduction", "the introduction of "+name, a.Introduction)
	for i := range a.Tables {
		for k, c := range a.Tables[i].Columns {
			say(row("tables", i, at("columns", k)), "a heading of "+name, c.Heading)
		}
		a.Tables[i].eachText(path+row("tables", i, ""), name, given(&a.Tables[i]), visit)
	}
	for i, f := range a.Footnotes {
		say(row("footnotes", i, "text"), fmt.Sprintf("the footnote %s of %s", f.Mark, name), f.Text)
		say(row("footnotes", i, "link"), fmt.Sprintf("the link of the footnote %s of %s", f.Mark, name), f.Link)
	}
}

// eachText visits the words of the table’s rows; appendix is what the appendix is called that the table stands in.
func (t *Table) eachText(path, appendix string, f filling, visit func(passage)) {
	for k, g := range f.groups {
		group, from := path+row("groups", k, ""), inTable
		if groupHeaded(f.register, g.Heading) != nil {
			from = byRegister
		}
		visit(passage{group + "heading", "a heading of " + appendix, g.Heading, from, t})
		for n, r := range g.Rows {
			for c, cell := range r.Cells {
				from = inTable
				if f.registers(g.Heading, r, c) {
					from = byRegister
				}
				where := fmt.Sprintf("row %d, column %d of %s", n+1, c+1, inGroupOf(appendix, g.Heading))
				visit(passage{group + row("rows", n, at("cells", c)), where, cell.Text, from, t})
			}
		}
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
