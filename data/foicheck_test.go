package data

import (
	"strings"
	"testing"
	"time"
)

// readyRequest is one that nothing stands in the way of.
func readyRequest() *FOIRequest {
	r := someRequest()
	r.Subject, r.Regime, r.Received = "Grants", RegimeFOI, NewDate(2025, time.June, 2)
	r.Questions[0].Text = "Which grants?"
	return r
}

func TestWhatStandsInTheWayOfAReplyIsSaid(t *testing.T) {
	on := NewDate(2025, time.June, 10)
	qualified := Exemption{Section: "43(2)", Reason: "It would harm the bidder.", PublicInterest: PublicInterest{"Openness", "Prices", "It is kept back."}.String()}
	for name, c := range map[string]struct {
		change func(*FOIRequest)
		field  string
		says   string // nothing: it is ready
		stops  bool
	}{
		"nothing":                 {func(*FOIRequest) {}, "", "", false},
		"no answer":               {func(r *FOIRequest) { r.Questions[0].Answer = " " }, "questions[0].answer", "Question 1 is not answered.", true},
		"no answer, but not held": {func(r *FOIRequest) { r.Questions[0].Answer, r.Held = "", NotHeld }, "questions[0].answer", "no answer of its own", false},
		"no question":             {func(r *FOIRequest) { r.Questions = nil }, "questions", "What was asked?", true},
		"no reference":            {func(r *FOIRequest) { r.Reference = "" }, "reference", "no reference yet", false},
		"the applicant’s name": {func(r *FOIRequest) {
			r.Applicant = &Applicant{Name: "Ariadne Quill"}
			r.Questions[0].Answer = "Ariadne Quill asked."
		}, "questions[0].answer", "holds the applicant’s name", true},
		"a surname that may be hers": {func(r *FOIRequest) {
			r.Applicant = &Applicant{Name: "Ariadne Quill"}
			r.Questions[0].Answer = "Dear Ms Quill, no."
		}, "questions[0].answer", "surname", false},
		"an appendix that is not":      {func(r *FOIRequest) { r.Questions[0].Answer = "See Appendix 3." }, "questions[0].answer", "names Appendix 3, and there is none", true},
		"an appendix that went":        {func(r *FOIRequest) { r.RemoveAppendix(2) }, "questions[0].answer", "taken out", true},
		"the applicant’s own appendix": {func(r *FOIRequest) { r.Questions[0].Text = "See my Appendix 7." }, "", "", false},
		"an exemption":                 {func(r *FOIRequest) { r.Exemptions = []Exemption{qualified} }, "", "", false},
		"an absolute one":              {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "21", Reason: "It is on the website."}} }, "", "", false},
		"no reason":                    {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "21"}} }, "exemptions[0].reason", "has no reason", true},
		"no section":                   {func(r *FOIRequest) { r.Exemptions = []Exemption{{Reason: "Because."}} }, "exemptions[0].section", "names no section", true},
		"no such section":              {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "99", Reason: "Because."}} }, "exemptions[0].section", "none of the exemptions", false},
		"no test":                      {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "43", Reason: "Prices."}} }, "exemptions[0].public_interest", "where the balance lies", true},
		"only a balance": {func(r *FOIRequest) {
			r.Exemptions = []Exemption{{Section: "43", Reason: "Prices.", PublicInterest: "Kept."}}
		}, "exemptions[0].public_interest", "what speaks for", false},
		"a regulation needs a test": {func(r *FOIRequest) {
			r.Regime = RegimeEIR
			r.Exemptions = []Exemption{{Section: "12(4)(d)", Reason: "Drafts."}}
		}, "exemptions[0].public_interest", "where the balance lies", true},
		"a cell of one’s own": {func(r *FOIRequest) {
			r.Appendices[0].Tables[0].Write("2023/24", "b", 0, Cell{Text: "Night-time helpline"})
		}, "appendices[0].tables[0].groups", "Appendix 1: one cell differs from the register.", false},
		"a mark without a footnote": {func(r *FOIRequest) {
			r.Appendices[0].Tables[0].Write("2023/24", "b", 0, Cell{Marks: []string{"*"}})
		}, "appendices[0].footnotes", "bears the mark *, and there is no such footnote", true},
		"a footnote without a mark": {func(r *FOIRequest) { r.Appendices[0].Footnotes = []Footnote{{Mark: "*", Text: "Since 2024"}} }, "appendices[0].footnotes[0].mark", "No cell of Appendix 1 bears the mark", false},
		"an empty table":            {func(r *FOIRequest) { r.Appendices[0].Tables[0].Query.Themes = []string{"piracy"} }, "appendices[0].tables[0].query", "has no rows", false},
		"a table without columns":   {func(r *FOIRequest) { r.Appendices[0].Tables[0].Columns = nil }, "appendices[0].tables[0].columns", "no columns", true},
		"late":                      {func(r *FOIRequest) { r.Received = NewDate(2025, time.May, 1) }, "opening", "The reply is 6 working days late and says nothing of it.", false},
		"late, which it says": {func(r *FOIRequest) {
			r.Received, r.Opening = NewDate(2025, time.May, 1), "We apologise that you had to wait."
		}, "", "", false},
		"late, which an answer says": {func(r *FOIRequest) {
			r.Received = NewDate(2025, time.May, 1)
			r.Questions[0].Answer += " We are sorry to have been so late."
		}, "", "", false},
		"late, and an answer is of something else": {func(r *FOIRequest) {
			r.Received = NewDate(2025, time.May, 1)
			r.Questions[0].Answer += " Two returns came late."
		}, "opening", "says nothing of it", false},
		"the applicant’s name in the opening": {func(r *FOIRequest) {
			r.Applicant, r.Opening = &Applicant{Name: "Ariadne Quill"}, "Thank you, Ariadne Quill."
		}, "opening", "The opening of the reply holds the applicant’s name", true},
		"what keeps it from being saved": {func(r *FOIRequest) { r.Appendices[1].Specification = "" }, "appendices[1].specification", "Choose the specification", true},
	} {
		r := readyRequest()
		c.change(r)
		found := r.Check(someRegister(), on)
		if c.says == "" {
			if len(found) > 0 {
				t.Errorf("%s: found %v", name, found)
			}
			continue
		}
		if len(found) == 0 || found[0].Field != c.field || !strings.Contains(found[0].Sentence, c.says) || found[0].Stops != c.stops {
			t.Errorf("%s: found %+v", name, found)
		}
	}
}

// TestARecipientThatAsksIsLookedAtAndAPersonThatAsksStops: who was given a grant is public, who asked is not.
func TestARecipientThatAsksIsLookedAtAndAPersonThatAsksStops(t *testing.T) {
	write := func(text string) func(*FOIRequest) {
		return func(r *FOIRequest) { r.Appendices[0].Tables[0].Write("2023/24", "b", 4, Cell{Text: text}) }
	}
	gathered := func(r *FOIRequest) {
		r.Appendices[0].Tables[0].GroupBy = GroupByRecipient
		r.Appendices[0].Tables[0].Write("Lantern Trust", "b", 4, Cell{Text: "Ended"})
	}
	recipients := func(r *FOIRequest) {
		r.Appendices[0].Tables[0].Columns[4] = Column{Heading: "Recipient", Field: "recipient"}
	}
	const look = "The register has it: see that it does not say who asked."
	for name, c := range map[string]struct {
		applicant string
		change    func(*FOIRequest)
		says      string // nothing: the applicant is not found
		stops     bool
	}{
		"as the recipient of a row":          {"Lantern Trust", recipients, "Row 1, column 5 of 2023/24 in Appendix 1 holds the applicant’s name: “Lantern Trust”. " + look, false},
		"under another name":                 {"Harbour House", write("With Harbour House"), "Row 1, column 5 of 2023/24 in Appendix 1 holds the applicant’s name: “With Harbour House”. " + look, false},
		"as a heading":                       {"Lantern Trust", gathered, "A heading of Appendix 1 holds the applicant’s name: “Lantern Trust”. " + look, false},
		"under a name of one word":           {"Lantern", recipients, "Row 1, column 5 of 2023/24 in Appendix 1 holds the applicant’s surname: “Lantern Trust”. " + look, false},
		"in a cell that was written by hand": {"Lantern Trust", write("With the Lantern Trust"), "“With the Lantern Trust”. " + look, false},
		"in two cells": {"Lantern Trust", func(r *FOIRequest) {
			recipients(r)
			r.Appendices[0].Tables[0].Columns[3] = Column{Heading: "Recipient", Field: "recipient"}
		}, "Row 1, column 4 of 2023/24 in Appendix 1 and one more place hold the applicant’s name: “Lantern Trust”. " + look, false},
		"in three": {"Lantern Trust", func(r *FOIRequest) {
			gathered(r)
			recipients(r)
			r.Appendices[0].Tables[0].Write("Lantern Trust", "b", 4, Cell{Text: "The Lantern Trust"})
			r.Appendices[0].Tables[0].Columns[3] = Column{Heading: "Recipient", Field: "recipient"}
		}, "A heading of Appendix 1 and 2 more places hold the applicant’s name", false},
		"in its question":               {"Lantern Trust", func(r *FOIRequest) { r.Questions[0].Text = "What was Lantern Trust given?" }, "Question 1 holds the applicant’s name", false},
		"in the answer":                 {"Lantern Trust", func(r *FOIRequest) { r.Questions[0].Answer = "As the Lantern Trust asks." }, "The answer to question 1 holds", true},
		"in a title":                    {"Lantern Trust", func(r *FOIRequest) { r.Appendices[0].Title = "For Lantern Trust" }, "The title of Appendix 1 holds", true},
		"an organisation of elsewhere":  {"Beacon Trust", write("Beacon Trust"), "Row 1, column 5 of 2023/24 in Appendix 1 holds", true},
		"a person in a cell":            {"Ariadne Quill", write("Ariadne Quill"), "Row 1, column 5 of 2023/24 in Appendix 1 holds", true},
		"a person beside the recipient": {"Ariadne Quill", write("Ariadne Quill of Lantern Trust"), "Row 1, column 5 of 2023/24 in Appendix 1 holds", true},
		"a person in the question":      {"Ariadne Quill", func(r *FOIRequest) { r.Questions[0].Text = "I am Ariadne Quill." }, "Question 1 holds", true},
		"a person in the register":      {"Ariadne Quill", recipients, "Row 2, column 5 of 2023/24 in Appendix 1 and one more place hold the applicant’s name: “Ariadne Quill Foundation”. " + look, false},
		"a surname in the register":     {"Bridget Quill", recipients, "", false},
		"a cell that is not shown": {"Ariadne Quill", func(r *FOIRequest) {
			r.Appendices[0].Tables[0].Write("2019/20", "b", 4, Cell{Text: "Ariadne Quill"})
		}, "", false},
	} {
		r, reg := readyRequest(), someRegister()
		r.Applicant = &Applicant{Name: c.applicant}
		g, _ := Get[*Grant](reg, "a")
		g = Clone(g)
		g.Recipient = "quill"
		reg.Put(&Organisation{Stamp: Stamp{ID: "quill"}, Name: "Ariadne Quill Foundation"})
		reg.Put(g)
		c.change(r)
		var of []Finding
		for _, f := range r.Check(reg, NewDate(2025, time.June, 10)) {
			if strings.Contains(f.Sentence, "the applicant’s") {
				of = append(of, f)
			}
		}
		if c.says == "" {
			if len(of) > 0 {
				t.Errorf("%s: found %+v", name, of)
			}
			continue
		}
		if len(of) != 1 || !strings.Contains(of[0].Sentence, c.says) || of[0].Stops != c.stops {
			t.Errorf("%s: found %+v", name, of)
		}
	}
}

func TestWhatTheRegisterSaidIsItsOwnOnceTheReplyIsSent(t *testing.T) {
	reg, r := someRegister(), readyRequest()
	r.Applicant = &Applicant{Name: "Lantern Trust"}
	r.Appendices[0].Tables[0].Columns[3] = Column{Heading: "Recipient", Field: "recipient"}
	if err := r.Send(reg, signedOn, ""); err != nil {
		t.Fatal(err)
	}
	if found := r.ApplicantIn(reg); len(found) != 1 || found[0].Stops() || !found[0].OfRegister {
		t.Errorf("found %+v", found)
	}
	r.Appendices[0].Tables[0].Groups[0].Rows[0].Cells[3].Register = "Beacon" // somebody had chosen another name for it
	r.Applicant.Name = "Beacon Trust"
	r.Appendices[0].Tables[0].Groups[0].Rows[0].Cells[3].Text = "Beacon Trust"
	if found := r.ApplicantIn(reg); len(found) != 1 || !found[0].Stops() {
		t.Errorf("found %+v", found)
	}
}

func TestASentReplyIsNotCheckedAgain(t *testing.T) {
	r := readyRequest()
	r.Questions[0].Answer, r.Status = "", Responded
	if found := r.Check(someRegister(), NewDate(2025, time.June, 10)); found != nil {
		t.Errorf("found %v", found)
	}
}

func TestPartTwoOfADecisionStopsAReply(t *testing.T) {
	d := &Decision{
		Stamp: Stamp{ID: "d"}, Reference: "25/26 – 1", Marking: PartExempt,
		Sections: []Section{{Part: 1, Heading: "Summary", Body: "A refuge is bought."}, {Part: 2, Heading: "Price", Body: "The owner of the house asks for £345,678 and no less."}},
	}
	r := readyRequest()
	reg := someRegister()
	reg.Put(d)
	r.Questions[0].Answer = "We paid £345,678."
	found := r.Check(reg, NewDate(2025, time.June, 10))
	if len(found) == 0 || !found[0].Stops || found[0].Field != "questions[0].answer" || !strings.Contains(found[0].Sentence, "stands only in Part 2 of 25/26 – 1") {
		t.Errorf("found %+v", found)
	}
}

func TestTheOutcomeAndTheWordsForTheLogAreProposed(t *testing.T) {
	r := readyRequest()
	r.Applicant = &Applicant{Name: "Ariadne Quill"}
	for want, change := range map[string]func(*FOIRequest){
		"Disclosed":         func(*FOIRequest) {},
		"Disclosed in part": func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "40"}} },
		"Refused": func(r *FOIRequest) {
			r.Exemptions = []Exemption{{Section: "40"}}
			r.Questions[0].Answer = ""
			r.Appendices = nil
		},
		"Not held": func(r *FOIRequest) { r.Held = NotHeld },
	} {
		c := Clone(r)
		change(c)
		if got := c.ProposedOutcome(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for subject, want := range map[string]string{"Grants for refuges.": "Grants for refuges", "FOI Request.": "Which grants?", "": "Which grants?"} {
		r.Subject = subject
		if got := r.ProposedLogText(); got != want {
			t.Errorf("of %q: %q, want %q", subject, got, want)
		}
	}
	r.Subject, r.Questions[0].Text = "", "Please provide details of grants awarded in the financial years 2023-2024 and 2024-2025, "+strings.Repeat("and of their outcomes, ", 9)
	want := "Please provide details of grants awarded in the financial years 2023-2024 and 2024-2025, and of their outcomes, and of their outcomes, and of their outcomes, and of their outcomes, and of their…"
	if got := r.ProposedLogText(); got != want {
		t.Errorf("a long question becomes %q", got)
	}
	r.Subject = "Grants, from Ariadne Quill"
	if got := r.ProposedLogText(); strings.Contains(got, "Quill") {
		t.Errorf("it names who asked: %q", got)
	}
}
