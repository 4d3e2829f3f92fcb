// Package proof reads a paper before it goes out, as a careful colleague would: what cannot be printed, what was left to be filled in, who
// must not be named, which figures do not agree with the register. It finds and says; whoever issues the paper decides.
package proof

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/reports/layout"
)

// Sort is what a remark is about.
type Sort string

// The sorts of remarks, in the order in which they are listed: first those that would do harm.
const (
	Applicant   Sort = "applicant"   // who asked could be known
	PartTwo     Sort = "part_two"    // something that only Part 2 of a decision says
	Placeholder Sort = "placeholder" // something still to be filled in
	Unanswered  Sort = "unanswered"  // a question without an answer
	Promise     Sort = "promise"     // a day that is promised, and past
	Figure      Sort = "figure"      // an amount that none of the records has
	Total       Sort = "total"       // rows that do not add up to what is stated
	Register    Sort = "register"    // the register says something else now
	Character   Sort = "character"   // a character that cannot be printed
	Layout      Sort = "layout"      // something that does not fit, or leads nowhere
)

// Remark is one thing to see to.
type Remark struct {
	Sort     Sort
	Sentence string
	// Kind, Record and Field are where it can be put right: the record, and the field as Problems name it ("questions[0].answer"). They are
	// empty where no one place is to blame.
	Kind   data.Kind
	Record data.ID
	Field  string
}

// Read is all that there is to see to in a paper, the most harmful first. The paper is one that the record was made into, and laid that
// paper on its pages.
func Read(s reports.Setting, p reports.Paper, rec data.Record, doc document.Document, laid *layout.Paper) []Remark {
	r := &reader{setting: s, reg: s.Register, paper: p, rec: rec, lines: document.Lines(doc)}
	if rec != nil {
		r.texts = data.TextsIn(rec)
	}
	r.applicant() // the calls stand in the order in which remarks are listed
	r.partTwo(doc)
	r.placeholders()
	r.unanswered()
	r.promise(doc)
	r.figures()
	r.totals(doc)
	r.register()
	r.appendices()
	r.print(laid)
	return r.found
}

// reader goes over one paper.
type reader struct {
	setting reports.Setting
	reg     *data.Register
	paper   reports.Paper
	rec     data.Record
	lines   []string
	texts   []data.PlacedText
	public  []string // names that are known without any decision
	found   []Remark
}

// say adds a remark without a place, unless it was made already.
func (r *reader) say(sort Sort, format string, args ...any) {
	r.add(Remark{Sort: sort, Sentence: fmt.Sprintf(format, args...)})
}

// sayAt adds a remark about a field of the record.
func (r *reader) sayAt(sort Sort, field, format string, args ...any) {
	m := Remark{Sort: sort, Sentence: fmt.Sprintf(format, args...), Field: field}
	if r.rec != nil {
		m.Kind, m.Record = r.rec.RecordKind(), r.rec.Stamped().ID
	}
	r.add(m)
}

func (r *reader) add(m Remark) {
	if !slices.ContainsFunc(r.found, func(o Remark) bool { return o.Sentence == m.Sentence }) {
		r.found = append(r.found, m)
	}
}

// where finds the text that some words stand in: in the record, or in the standing wording of the office. It returns a remark to be
// filled in, and the name of the place for the middle of a sentence.
func (r *reader) where(words string) (at Remark, place string) {
	folded := squeezed(words)
	for _, t := range r.texts {
		if strings.Contains(squeezed(t.Text), folded) {
			return Remark{Kind: r.rec.RecordKind(), Record: r.rec.Stamped().ID, Field: t.Field}, "in “" + r.named(t) + "”"
		}
	}
	for _, t := range data.TextsIn(r.reg.Details()) {
		if strings.Contains(squeezed(t.Text), folded) {
			return Remark{Kind: data.KindOffice, Record: data.OfficeID, Field: t.Field}, "in the office’s own wording"
		}
	}
	return Remark{}, "in the paper"
}

// named is what people call the place of a text: the heading that it stands under, or "Answer 2".
func (r *reader) named(t data.PlacedText) string {
	if section, body := strings.CutSuffix(t.Field, ".body"); body {
		for _, other := range r.texts {
			if other.Field == section+".heading" {
				return squeezed(other.Text)
			}
		}
	}
	if t.Row > 0 {
		return fmt.Sprintf("%s %d", t.Label, t.Row)
	}
	return t.Label
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// applicant looks for whoever asked, in what was written and in what the register put into the paper.
func (r *reader) applicant() {
	request, ok := r.rec.(*data.FOIRequest)
	if !ok {
		return
	}
	for _, m := range request.ApplicantIn(r.reg) {
		r.sayAt(Applicant, m.Field, "%s. %s", m.String(), m.Remedy())
	}
	if len(r.found) > 0 {
		return
	}
	for _, line := range r.lines {
		if m := request.ApplicantInText(line); len(m) > 0 {
			r.say(Applicant, "The paper holds %s: “%s”. Take it out before this goes out.", m[0].What, m[0].Excerpt)
		}
	}
}

// partTwo looks in a paper for the public for what only Part 2 of a decision says: in its words, its name, its subject.
func (r *reader) partTwo(doc document.Document) {
	if !r.paper.Public {
		return
	}
	for _, leak := range r.reg.Leaks(strings.Join(append([]string{doc.Title, doc.Subject, doc.Footer}, r.lines...), "\n")) {
		if r.known(leak) {
			continue
		}
		at, _ := r.where(leak.What)
		at.Sort, at.Sentence = PartTwo, leak.String()+". Take it out before this goes out."
		r.add(at)
	}
}

// known reports whether what a leak holds is public without the decision: who is given what by other grants is on the register that the
// office publishes. An amount is never known by itself.
func (r *reader) known(leak data.Leak) bool {
	if leak.Sort == data.LeakedAmount {
		return false
	}
	if r.public == nil {
		r.public = publicNames(r.reg)
	}
	rest := data.Fold(squeezed(leak.What))
	for _, name := range r.public {
		if leak.Sort == data.LeakedName && strings.Contains(" "+name+" ", " "+rest+" ") {
			return true
		}
		rest = strings.TrimSpace(strings.ReplaceAll(rest, name, " "))
	}
	return strings.TrimSpace(rest) == ""
}

// publicNames are the recipients, titles, themes and areas of the grants that were given and that no decision with a Part 2 is about, and
// the headings in what the public may read of decisions, which an office uses again and again; folded, the longest first.
func publicNames(reg *data.Register) []string {
	secret := map[data.ID]bool{}
	for _, d := range data.All[*data.Decision](reg) {
		if d.Marking != data.Public && d.Marking != "" {
			for _, g := range d.Grants {
				secret[g] = true
			}
		}
	}
	var names []string
	for _, g := range data.All[*data.Grant](reg) {
		if !secret[g.ID] && g.Status.Given() {
			for _, name := range append([]string{g.Title, reg.NameOf(g.Recipient), g.Area}, g.Themes...) {
				names = append(names, data.Fold(squeezed(name)))
			}
		}
	}
	for _, d := range data.All[*data.Decision](reg) {
		for _, s := range d.Public(reg).Sections {
			names = append(names, data.Fold(squeezed(s.Heading)))
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == "" })
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return slices.Compact(names)
}

// unanswered lists the questions of a reply that nobody has answered yet.
func (r *reader) unanswered() {
	request, ok := r.rec.(*data.FOIRequest)
	if !ok || r.paper.Name != reports.ReplyPaper {
		return
	}
	for i, q := range request.Questions {
		if squeezed(q.Answer) == "" {
			r.sayAt(Unanswered, fmt.Sprintf("questions[%d].answer", i), "Question %d has no answer yet.", i+1)
		}
	}
	for i, e := range request.Exemptions {
		field := fmt.Sprintf("exemptions[%d].", i)
		if squeezed(e.Reason) == "" {
			r.sayAt(Unanswered, field+"reason", "Nothing says yet why “%s” applies.", e.Section)
		}
		if e.NeedsPublicInterest(request.Regime) && squeezed(e.PublicInterest) == "" {
			r.sayAt(Unanswered, field+"public_interest", "“%s” holds only if the public interest was weighed, and nothing says yet how.", e.Section)
		}
	}
}

// promise looks in a letter for a last day to answer that is past when the letter is written. The reply itself comes when it comes.
func (r *reader) promise(doc document.Document) {
	request, ok := r.rec.(*data.FOIRequest)
	if !ok || r.paper.Name == reports.ReplyPaper {
		return
	}
	deadline, err := request.Deadline(r.reg.Calendar())
	if err != nil || deadline.Due.IsZero() {
		return
	}
	due, dated := squeezed(deadline.Due.Long()), data.DateOf(doc.Dated)
	if deadline.Due.Before(dated) && slices.ContainsFunc(r.lines, func(line string) bool { return strings.Contains(line, due) }) {
		r.sayAt(Promise, "clock", "The letter bears the date %s and promises an answer by %s, which is past.", dated.Long(), due)
	}
}

// appendices looks in the words of a reply for appendices that it does not have.
func (r *reader) appendices() {
	request, ok := r.rec.(*data.FOIRequest)
	if !ok || r.paper.Name != reports.ReplyPaper {
		return
	}
	for _, t := range r.texts {
		if strings.HasSuffix(t.Field, "].text") { // of the applicant's own
			continue
		}
		for _, m := range data.AppendixWords(t.Text) {
			if !slices.ContainsFunc(request.Appendices, func(a data.Appendix) bool { return a.Number == m.Number }) {
				r.sayAt(Layout, t.Field, "“%s” names Appendix %d, and the reply has none of that number.", r.named(t), m.Number)
			}
		}
	}
}

// register lists what the register says otherwise than a paper that was issued.
func (r *reader) register() {
	switch rec := r.rec.(type) {
	case *data.FOIRequest:
		for _, d := range rec.Differences(r.reg) {
			r.sayAt(Register, "appendices", "%s.", strings.TrimSuffix(d.String(), "."))
		}
	case *data.Decision:
		for _, d := range rec.Differences(r.reg) {
			r.sayAt(Register, "awards", "%s.", strings.TrimSuffix(d.String(), "."))
		}
	}
}

// print tells what could not be put on paper as it was written.
func (r *reader) print(laid *layout.Paper) {
	if laid == nil {
		return
	}
	for _, m := range laid.Missing {
		at, place := r.where(m.Near)
		if at.Record == "" {
			at, place = r.where(string(m.Char))
		}
		at.Sort = Character
		at.Sentence = fmt.Sprintf("“%c” (U+%04X) cannot be printed: near “%s”, %s. A mark stands in its stead.", m.Char, m.Char, m.Near, place)
		r.add(at)
	}
	for _, remark := range laid.Remarks {
		r.say(Layout, "%s", remark)
	}
}
