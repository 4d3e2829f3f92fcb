package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Finding is something that a person should see to before a reply goes out.
type Finding struct {
	Field    string // as Problems name it: where to look
	Sentence string
	Stops    bool // the reply must not go out like this; the others only want a look
	Late     bool // it is late and says nothing of that: words for it can be put in
}

type findings []Finding

func (fs *findings) stop(field, sentence string, args ...any) {
	*fs = append(*fs, Finding{Field: field, Sentence: fmt.Sprintf(sentence, args...), Stops: true})
}

func (fs *findings) look(field, sentence string, args ...any) {
	*fs = append(*fs, Finding{Field: field, Sentence: fmt.Sprintf(sentence, args...)})
}

// Check is all that there is to see to before the reply goes out on a day, what stops it first; nothing of a reply that is sent.
func (r *FOIRequest) Check(reg *Register, on Date) []Finding {
	if r.Sent() {
		return nil
	}
	fs := findings(r.Unfinished())
	for _, p := range r.Problems() {
		fs.stop(p.Field, "%s", p.Sentence)
	}
	for _, m := range r.ApplicantIn(reg) {
		switch {
		case m.Stops():
			fs.stop(m.Field, "%s.", m.String())
		case m.OfRegister:
			fs.look(m.Field, "%s. %s", m.String(), m.Remedy())
		default:
			fs.look(m.Field, "%s.", m.String())
		}
	}
	r.checkTables(&fs, reg)
	r.checkLeaks(&fs, reg)
	r.checkClock(&fs, reg.Calendar(), on)
	slices.SortStableFunc(fs, func(a, b Finding) int {
		switch {
		case a.Stops == b.Stops:
			return 0
		case a.Stops:
			return -1
		default:
			return 1
		}
	})
	return fs
}

// Unfinished is what of a Check the request says by itself, without the register: questions without an answer, exemptions without their
// reason, words that name an appendix that is not there. It is quick enough for every key that is typed.
func (r *FOIRequest) Unfinished() []Finding {
	if r.Sent() {
		return nil
	}
	var fs findings
	if trimSpace(string(r.Reference)) == "" {
		fs.look("reference", "The request has no reference yet; the letter would go out without one.")
	}
	r.checkQuestions(&fs)
	for i, e := range r.Exemptions {
		r.checkExemption(&fs, i, e)
	}
	r.checkLinks(&fs)
	return fs
}

func (r *FOIRequest) checkQuestions(fs *findings) {
	if len(r.Questions) == 0 {
		fs.stop("questions", "No question is put down. What was asked?")
	}
	for i, q := range r.Questions {
		if trimSpace(q.Text) == "" {
			fs.look(row("questions", i, "text"), "Question %d has no words of the applicant.", i+1)
		}
		if trimSpace(q.Answer) != "" {
			continue
		}
		if len(r.Exemptions) > 0 || r.Held == No || r.Held == NotHeld {
			fs.look(row("questions", i, "answer"), "Question %d has no answer of its own; the letter answers it only with what it says of the whole.", i+1)
		} else {
			fs.stop(row("questions", i, "answer"), "Question %d is not answered.", i+1)
		}
	}
}

func (r *FOIRequest) checkExemption(fs *findings, i int, e Exemption) {
	law, known := e.Law(r.Regime)
	name := "Exemption " + fmt.Sprint(i+1)
	switch {
	case trimSpace(e.Section) == "":
		fs.stop(row("exemptions", i, "section"), "%s names no section of the law.", name)
	case !known && e.Under(r.Regime) != RegimeSAR:
		fs.look(row("exemptions", i, "section"), "%s names “%s”, which is none of the exemptions that the law has.", name, e.Section)
	}
	if trimSpace(e.Reason) == "" {
		fs.stop(row("exemptions", i, "reason"), "%s has no reason. The law asks the refusal to say why it applies.", name)
	}
	if !e.NeedsPublicInterest(r.Regime) {
		return
	}
	test := PublicInterestOf(e.PublicInterest)
	switch {
	case test.Balance == "":
		fs.stop(row("exemptions", i, "public_interest"), "%s holds only if the public interest falls on its side. Say where the balance lies.", name)
	case test.For == "" || test.Against == "":
		fs.look(row("exemptions", i, "public_interest"), "%s says where the balance lies, but not what speaks for disclosing the information and what for keeping it back.", name)
	}
	if known && law.Section == "36" {
		fs.look(row("exemptions", i, "reason"), "Section 36 needs the opinion of the qualified person before the reply goes out. Has it been given and recorded?")
	}
}

// checkLinks looks for words that name an appendix that is not there.
func (r *FOIRequest) checkLinks(fs *findings) {
	there := func(number int) bool {
		return slices.ContainsFunc(r.Appendices, func(a Appendix) bool { return a.Number == number })
	}
	r.eachPublicText((*Table).byHand, func(p passage) {
		if p.from == asAsked {
			return
		}
		for _, m := range AppendixWords(p.words) {
			switch {
			case there(m.Number):
			case m.Number == 0:
				fs.stop(p.field, "%s names an appendix that was taken out. Mend the words.", UpperInitial(p.where))
			default:
				fs.stop(p.field, "%s names Appendix %d, and there is none.", UpperInitial(p.where), m.Number)
			}
		}
	})
}

// checkTables looks at what the tables will say: nothing, other words than the register’s, marks without their footnote.
func (r *FOIRequest) checkTables(fs *findings, reg *Register) {
	for i := range r.Appendices {
		a := &r.Appendices[i]
		marks := map[string]bool{}
		for n := range a.Tables {
			t, field := &a.Tables[n], row("appendices", i, row("tables", n, ""))
			rows := 0
			for _, g := range t.Fill(reg, r) {
				rows += len(g.Rows)
				for _, line := range g.Rows {
					for _, c := range line.Cells {
						for _, m := range c.Marks {
							marks[m] = true
						}
					}
				}
			}
			if rows == 0 {
				fs.look(field+"query", "The table of Appendix %d has no rows: no grant is what it asks for.", a.Number)
			}
			if len(t.Columns) == 0 {
				fs.stop(field+"columns", "The table of Appendix %d has no columns.", a.Number)
			}
			if own := t.OwnCells(reg, r); len(own) == 1 {
				fs.look(field+"groups", "Appendix %d: one cell differs from the register.", a.Number)
			} else if len(own) > 1 {
				fs.look(field+"groups", "Appendix %d: %d cells differ from the register.", a.Number, len(own))
			}
		}
		a.checkMarks(fs, i, marks)
	}
}

func (a *Appendix) checkMarks(fs *findings, i int, used map[string]bool) {
	for n, f := range a.Footnotes {
		if !used[f.Mark] && len(a.Tables) > 0 {
			fs.look(row("appendices", i, row("footnotes", n, "mark")), "No cell of Appendix %d bears the mark of the footnote %s.", a.Number, f.Mark)
		}
		delete(used, f.Mark)
	}
	for _, mark := range slices.Sorted(maps.Keys(used)) {
		fs.stop(row("appendices", i, "footnotes"), "A cell of Appendix %d bears the mark %s, and there is no such footnote.", a.Number, mark)
	}
}

// checkLeaks looks for what only Part 2 of a decision says. All words are read at once: each reading goes through all decisions.
func (r *FOIRequest) checkLeaks(fs *findings, reg *Register) {
	type place struct {
		field string
		end   int
	}
	var (
		all    strings.Builder
		places []place
	)
	r.eachPublicText(r.filled(reg), func(p passage) {
		if p.from != asAsked {
			all.WriteString(p.words + "\n\n")
			places = append(places, place{p.field, all.Len()})
		}
	})
	for _, leak := range reg.Leaks(all.String()) {
		at := slices.IndexFunc(places, func(p place) bool { return leak.Offset < p.end })
		fs.stop(places[max(at, 0)].field, "%s.", leak.String())
	}
}

func (r *FOIRequest) checkClock(fs *findings, calendar *Calendar, on Date) {
	d, err := r.Deadline(calendar)
	if err != nil {
		fs.look("clock", "By when it has to be answered cannot be worked out. %s", err.Error())
		return
	}
	switch d.State(on) {
	case ClockOverdue:
		if late := r.unsaidDelay(&d, on); late > 0 {
			*fs = append(*fs, Finding{Field: "opening", Sentence: fmt.Sprintf("The reply is %s late and says nothing of it.", workingDays(late)), Late: true})
		}
	case ClockAwaitsClarification, ClockAwaitsFees:
		fs.look("clock", "The clock stands still. %s.", d.Sentence(on))
	default:
	}
}

// AnsweredBy is the words of an answer that is given in appendices, which they lead to.
func AnsweredBy(numbers ...int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = fmt.Sprint(n)
	}
	if len(numbers) == 1 {
		return fmt.Sprintf("The information requested is provided at Appendix %s to this letter.", words[0])
	}
	return fmt.Sprintf("The information requested is provided at Appendices %s to this letter.", andList(words))
}

// ProposedOutcome is what the request came to, as its reply stands.
func (r *FOIRequest) ProposedOutcome() string {
	answered := slices.ContainsFunc(r.Questions, func(q FOIQuestion) bool { return trimSpace(q.Answer) != "" })
	switch {
	case r.Held == No || r.Held == NotHeld:
		return "Not held"
	case len(r.Exemptions) > 0 && !answered && len(r.Appendices) == 0:
		return "Refused"
	case len(r.Exemptions) > 0 || r.Held == Partly:
		return "Disclosed in part"
	default:
		return "Disclosed"
	}
}

// longLogText is how many letters of a question the disclosure log says.
const longLogText = 200

// ProposedLogText is what the disclosure log can say of the request: what was asked for, without who asked.
func (r *FOIRequest) ProposedLogText() string {
	subject := strings.TrimRight(r.applicantTraits().without(trimSpace(r.Subject)), ". ")
	for _, says := range []string{"", "foi", "foi request", "request", "freedom of information request", "freedom of information"} {
		if Fold(subject) == says && len(r.Questions) > 0 { // it says nothing: the first question does
			first, _, _ := strings.Cut(trimSpace(r.Questions[0].Text), "\n")
			return r.applicantTraits().without(wholeWords(first, longLogText))
		}
	}
	return subject
}
