package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// CheckWeight is how much something matters that was found in a reply before it is sent.
type CheckWeight int

// The weights: what has to be mended first, what wants a look, and what was looked at and is right.
const (
	CheckStops CheckWeight = iota
	CheckLook
	CheckFine
)

// ReplyCheck is one thing that was looked at before a reply is sent.
type ReplyCheck struct {
	Weight   CheckWeight
	Field    string // where it stands, as Problems name it; empty where it is of the whole request
	Sentence string
}

// Check looks through a request before its reply is sent: first what stands in the way, then what wants a look, then what is right.
func (r *FOIRequest) Check(reg *Register, today Date) []ReplyCheck {
	c := r.looked(reg, today)
	c.group("Nothing in it stands only in Part 2 of a decision.", c.leaks)
	slices.SortStableFunc(c.found, func(a, b ReplyCheck) int { return int(a.Weight) - int(b.Weight) })
	return c.found
}

// StillToDo is what Check finds amiss, but for what stands only in Part 2 of a decision: to look for that takes longer than a key does.
func (r *FOIRequest) StillToDo(reg *Register, today Date) []ReplyCheck {
	return slices.DeleteFunc(r.looked(reg, today).found, func(c ReplyCheck) bool { return c.Weight == CheckFine })
}

// looked has looked at everything but Part 2.
func (r *FOIRequest) looked(reg *Register, today Date) *replyChecker {
	c := &replyChecker{r: r, reg: reg}
	for _, p := range r.Problems() {
		c.add(CheckStops, p.Field, "%s", p.Sentence)
	}
	c.about(today)
	c.group("Every question is answered.", c.questions)
	c.group("The applicant is not named.", c.applicant)
	c.group("Every appendix that is named is there, and each is named.", c.appendices)
	c.group("The tables say what the register says.", c.tables)
	if len(r.Exemptions) > 0 {
		c.group("Each exemption has its reason and, where the law asks for it, its public interest test.", c.exemptions)
	}
	return c
}

// Stops are the sentences of what has to be mended before the reply can be sent.
func (r *FOIRequest) Stops(reg *Register, today Date) []string {
	var sentences []string
	for _, c := range r.Check(reg, today) {
		if c.Weight == CheckStops {
			sentences = append(sentences, c.Sentence)
		}
	}
	return sentences
}

type replyChecker struct {
	r     *FOIRequest
	reg   *Register
	found []ReplyCheck
}

func (c *replyChecker) add(weight CheckWeight, field, sentence string, args ...any) {
	c.found = append(c.found, ReplyCheck{weight, field, fmt.Sprintf(sentence, args...)})
}

// group looks at something, and says that it is right where nothing was found.
func (c *replyChecker) group(fine string, look func()) {
	before := len(c.found)
	look()
	if len(c.found) == before {
		c.add(CheckFine, "", "%s", fine)
	}
}

// about is what is known of the request as a whole.
func (c *replyChecker) about(today Date) {
	if c.r.Reference == "" {
		c.add(CheckLook, "reference", "The request has no reference yet.")
	}
	if c.r.Held == "" {
		c.add(CheckLook, "held", "It is not put down whether the office holds the information.")
	}
	if trimSpace(c.r.Outcome) == "" {
		c.add(CheckLook, "outcome", "The outcome is not put down.")
	}
	d, err := c.r.Deadline(c.reg.Calendar())
	switch {
	case err != nil:
		c.add(CheckLook, "clock", "%s", err.Error())
	case d.State(today) == ClockRunning:
		c.add(CheckFine, "", "In time: %s.", d.Sentence(today))
	default:
		c.add(CheckLook, "", "%s.", d.Sentence(today))
	}
}

func (c *replyChecker) questions() {
	r := c.r
	refused := len(r.Exemptions) > 0 || r.Held == No || r.Held == NotHeld
	if len(r.Questions) == 0 {
		c.add(CheckStops, "questions", "The request has no question yet.")
	}
	for i, q := range r.Questions {
		switch {
		case trimSpace(q.Text) == "":
			c.add(CheckLook, row("questions", i, "text"), "Question %d has no words.", i+1)
		case trimSpace(q.Answer) == "" && refused:
			c.add(CheckLook, row("questions", i, "answer"), "Question %d has no answer of its own.", i+1)
		case trimSpace(q.Answer) == "":
			c.add(CheckStops, row("questions", i, "answer"), "Question %d has no answer.", i+1)
		}
	}
}

// applicant stops what is surely the applicant's. In a reply to somebody who asks for their own data a name is no surprise.
func (c *replyChecker) applicant() {
	for _, m := range c.r.ApplicantIn() {
		weight := CheckLook
		if m.Certain && c.r.Regime != RegimeSAR {
			weight = CheckStops
		}
		c.add(weight, m.Field, "%s.", m)
	}
}

func (c *replyChecker) appendices() {
	numbers, named := map[int]bool{}, map[int]bool{}
	for _, a := range c.r.Appendices {
		numbers[a.Number] = true
	}
	look := func(field, where, words string) {
		for _, m := range AppendixWords(words) {
			named[m.Number] = true
			if !numbers[m.Number] {
				c.add(CheckStops, field, "%s names Appendix %d, which is not there.", upperInitial(where), m.Number)
			}
		}
	}
	c.eachWords(func(field, where, words string) {
		if !strings.HasPrefix(field, "questions") || !strings.HasSuffix(field, ".text") { // whose appendices those are, only the applicant knows
			look(field, where, words)
		}
	})
	for i, a := range c.r.Appendices {
		if !named[a.Number] {
			c.add(CheckLook, row("appendices", i, "title"), "No answer names Appendix %d.", a.Number)
		}
	}
}

// eachWords visits the words of the reply, those of its tables as they are filled now.
func (c *replyChecker) eachWords(visit func(field, where, words string)) {
	c.r.eachPublicText(func(field, where, words string) {
		if !strings.Contains(field, ".groups[") {
			visit(field, where, words)
		}
	})
	c.eachCell(func(field, where string, cell Cell) { visit(field, where, cell.Text) })
}

func (c *replyChecker) eachCell(visit func(field, where string, cell Cell)) {
	for i := range c.r.Appendices {
		a := &c.r.Appendices[i]
		for t := range a.Tables {
			for g, group := range a.Tables[t].Fill(c.reg, c.r) {
				for n, r := range group.Rows {
					for k, cell := range r.Cells {
						field := row("appendices", i, row("tables", t, row("groups", g, row("rows", n, at("cells", k)))))
						visit(field, fmt.Sprintf("row %d, column %d of %s", n+1, k+1, inGroupOf(fmt.Sprintf("Appendix %d", a.Number), group.Heading)), cell)
					}
				}
			}
		}
	}
}

func (c *replyChecker) tables() {
	for i := range c.r.Appendices {
		a := &c.r.Appendices[i]
		for t := range a.Tables {
			c.table(row("appendices", i, at("tables", t)), a, &a.Tables[t])
		}
		c.marks(i, a)
	}
}

func (c *replyChecker) table(path string, a *Appendix, t *Table) {
	rows := 0
	for _, g := range t.Fill(c.reg, c.r) {
		rows += len(g.Rows)
	}
	if rows == 0 {
		c.add(CheckLook, path, "The table in Appendix %d has no rows.", a.Number)
	}
	for _, own := range t.OwnCells(c.reg, c.r) {
		field := path + "." + row("groups", own.Group, row("rows", own.Row, at("cells", own.Column)))
		c.add(CheckLook, field, "Appendix %d, %s: “%s” says “%s”, where the register says “%s”.",
			a.Number, inGroup(own.Heading, c.rowOf(t, own)), t.Columns[own.Column].Heading, shortened(own.Text), shortened(own.Register))
	}
}

func (c *replyChecker) rowOf(t *Table, own OwnCell) Row {
	return t.Fill(c.reg, c.r)[own.Group].Rows[own.Row]
}

// marks looks for marks without a footnote, and footnotes that no cell bears the mark of.
func (c *replyChecker) marks(i int, a *Appendix) {
	borne := map[string]bool{}
	for t := range a.Tables {
		for _, g := range a.Tables[t].Fill(c.reg, c.r) {
			for _, r := range g.Rows {
				for _, cell := range r.Cells {
					for _, m := range cell.Marks {
						borne[m] = true
					}
				}
			}
		}
	}
	for _, f := range a.Footnotes {
		if !borne[f.Mark] {
			c.add(CheckLook, row("appendices", i, "footnotes"), "No cell of Appendix %d bears the mark %s of its footnote.", a.Number, f.Mark)
		}
		delete(borne, f.Mark)
	}
	for _, m := range slices.Sorted(maps.Keys(borne)) {
		c.add(CheckLook, row("appendices", i, "footnotes"), "Appendix %d has no footnote for the mark %s.", a.Number, m)
	}
}

func (c *replyChecker) exemptions() {
	for i, e := range c.r.Exemptions {
		law, known := e.Law(c.r.Regime)
		path := row("exemptions", i, "")
		switch {
		case trimSpace(e.Section) == "":
			c.add(CheckStops, path+"section", "Exemption %d does not say which section it is.", i+1)
			continue
		case !known && c.r.Regime != RegimeSAR:
			c.add(CheckLook, path+"section", "“%s” is no section under which the law lets information be withheld.", e.Section)
		}
		if trimSpace(e.Reason) == "" {
			weight := CheckStops
			if law.Class == ProceduralExemption {
				weight = CheckLook
			}
			c.add(weight, path+"reason", "The exemption under %s has no reason.", e.Section)
		}
		if e.NeedsPublicInterest(c.r.Regime) {
			c.publicInterest(path, e)
		}
	}
}

func (c *replyChecker) publicInterest(path string, e Exemption) {
	test := PublicInterestOf(e.PublicInterest)
	switch {
	case test == PublicInterest{}:
		c.add(CheckStops, path+"public_interest", "The exemption under %s is a qualified one and has no public interest test.", e.Section)
	case test.Balance == "":
		c.add(CheckStops, path+"public_interest", "The public interest test for %s does not say where the balance lies.", e.Section)
	case (test.For == "") != (test.Against == ""):
		c.add(CheckLook, path+"public_interest", "The public interest test for %s gives only one side.", e.Section)
	}
}

// betweenTexts keeps words of one text from making a run with those of the next.
const betweenTexts = "\nqzx qzx qzx qzx qzx\n"

// leaks looks for what only a Part 2 says. A run of words stops the reply; an amount or a name may be the same by chance.
func (c *replyChecker) leaks() {
	var all strings.Builder
	var starts []int
	var fields []string
	c.eachWords(func(field, _, words string) {
		starts, fields = append(starts, all.Len()), append(fields, field)
		all.WriteString(words + betweenTexts)
	})
	for _, l := range c.reg.Leaks(all.String()) {
		weight := CheckLook
		if l.Sort == LeakedWords {
			weight = CheckStops
		}
		i, exact := slices.BinarySearch(starts, l.Offset)
		if !exact {
			i--
		}
		l.Excerpt, _, _ = strings.Cut(strings.TrimSpace(strings.ReplaceAll(l.Excerpt, "qzx", "")), "  ")
		c.add(weight, fields[max(i, 0)], "%s.", l)
	}
}

// usualOutcomes are what most requests come to.
var usualOutcomes = []string{"Disclosed in full", "Disclosed in part", "Withheld", "Information not held", "Withdrawn"}

// UsualOutcomes are what most requests come to, in words.
func UsualOutcomes() []string { return append([]string{}, usualOutcomes...) }

// ProposedLogText is what the disclosure log could say of the request: its subject and its outcome, without the applicant.
func (r *FOIRequest) ProposedLogText() string {
	asked := r.applicantTraits()
	subject := strings.TrimRight(trimSpace(asked.without(r.Subject)), ".")
	if outcome := trimSpace(asked.without(r.Outcome)); outcome != "" && subject != "" {
		return fmt.Sprintf("%s: %s.", subject, lowerInitial(strings.TrimRight(outcome, ".")))
	}
	return subject
}

// answeredBy is the sentence that an answer consists of where an appendix answers the question.
const answeredBy = "The information requested is provided at %s to this letter."

// AnswerBy lets an appendix answer a question: its answer says so, beside the appendices that it names already in the same sentence.
func (q *FOIQuestion) AnswerBy(number int) {
	numbers := []int{number}
	before, after, _ := strings.Cut(answeredBy, "%s")
	start := strings.Index(q.Answer, before)
	if start >= 0 {
		if length := strings.Index(q.Answer[start:], after); length >= 0 {
			said := q.Answer[start : start+length+len(after)]
			for _, m := range AppendixWords(said) {
				numbers = append(numbers, m.Number)
			}
			slices.Sort(numbers)
			q.Answer = strings.Replace(q.Answer, said, answeredBySentence(slices.Compact(numbers)), 1)
			return
		}
	}
	if q.Answer = strings.TrimSpace(q.Answer); q.Answer != "" {
		q.Answer += "\n\n"
	}
	q.Answer += answeredBySentence(numbers)
}

func answeredBySentence(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprintf(answeredBy, fmt.Sprintf("Appendix %d", numbers[0]))
	}
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = fmt.Sprint(n)
	}
	return fmt.Sprintf(answeredBy, fmt.Sprintf("Appendices %s", andList(words)))
}
