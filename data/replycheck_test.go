package data

import (
	"strings"
	"testing"
	"time"
)

func checkable() *FOIRequest {
	r := someRequest()
	r.Received, r.Subject, r.Regime, r.Held, r.Outcome = NewDate(2025, time.June, 2), "Stalking", RegimeFOI, Yes, "Disclosed"
	r.Questions[0].Text = "Which grants?"
	return r
}

func checked(r *FOIRequest, weight CheckWeight) string {
	var said []string
	for _, c := range r.Check(someRegister(), askedToday) {
		if c.Weight == weight {
			said = append(said, c.Field+": "+c.Sentence)
		}
	}
	return strings.Join(said, "\n")
}

func TestAReplyThatIsReadyHasNothingInItsWay(t *testing.T) {
	r := checkable()
	if stops, look := checked(r, CheckStops), checked(r, CheckLook); stops != "" || look != "" {
		t.Errorf("in the way: %s; to look at: %s", stops, look)
	}
	if fine := checked(r, CheckFine); !strings.Contains(fine, "Every question is answered.") || !strings.Contains(fine, "In time: ") {
		t.Errorf("it is right that %s", fine)
	}
}

func TestWhatStandsInTheWayOfAReply(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*FOIRequest)
		weight CheckWeight
		want   string
	}{
		"no answer":      {func(r *FOIRequest) { r.Questions[0].Answer = " " }, CheckStops, "questions[0].answer: Question 1 has no answer."},
		"refused":        {func(r *FOIRequest) { r.Held, r.Questions[0].Answer = NotHeld, "" }, CheckLook, "questions[0].answer: Question 1 has no answer of its own."},
		"no question":    {func(r *FOIRequest) { r.Questions = nil }, CheckStops, "questions: The request has no question yet."},
		"the applicant":  {func(r *FOIRequest) { r.Applicant = &Applicant{Name: "Ariadne Quill"}; r.Subject = "For Ariadne Quill" }, CheckStops, "subject: The subject holds the applicant’s name"},
		"the surname":    {func(r *FOIRequest) { r.Applicant = &Applicant{Name: "Ariadne Quill"}; r.Subject = "For Ms Quill" }, CheckLook, "subject: The subject holds the applicant’s surname"},
		"an appendix":    {func(r *FOIRequest) { r.Questions[0].Answer += " Appendix 7" }, CheckStops, "questions[0].answer: The answer to question 1 names Appendix 7, which is not there."},
		"a removed one":  {func(r *FOIRequest) { r.RemoveAppendix(2) }, CheckStops, "questions[0].answer: The answer to question 1 names Appendix 0, which is not there."},
		"an unnamed one": {func(r *FOIRequest) { r.Questions[0].Answer = "Appendix 1"; r.Appendices[1].Specification = "other" }, CheckLook, "appendices[1].title: No answer names Appendix 2."},
		"a cell":         {func(r *FOIRequest) { r.Appendices[0].Tables[0].Write("2023/24", "b", 1, Cell{Text: "£9"}) }, CheckLook, "appendices[0].tables[0].groups[0].rows[0].cells[1]: Appendix 1, 2023/24, Helpline: “Amount” says “£9”, where the register says “£3,000”."},
		"a mark":         {func(r *FOIRequest) { r.Appendices[0].Tables[0].Write("2023/24", "b", 1, Cell{Marks: []string{"*"}}) }, CheckLook, "Appendix 1 has no footnote for the mark *."},
		"a footnote":     {func(r *FOIRequest) { r.Appendices[0].Footnotes = []Footnote{{Mark: "*"}} }, CheckLook, "No cell of Appendix 1 bears the mark * of its footnote."},
		"no rows":        {func(r *FOIRequest) { r.Appendices[0].Tables[0].Query.Themes = []string{"none"} }, CheckLook, "The table in Appendix 1 has no rows."},
		"no reason":      {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "40(2)"}} }, CheckStops, "exemptions[0].reason: The exemption under 40(2) has no reason."},
		"no test":        {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "43", Reason: "So"}} }, CheckStops, "exemptions[0].public_interest: The exemption under 43 is a qualified one and has no public interest test."},
		"no balance": {func(r *FOIRequest) {
			r.Exemptions = []Exemption{{Section: "43", Reason: "So", PublicInterest: PublicInterest{For: "a", Against: "b"}.String()}}
		}, CheckStops, "does not say where the balance lies"},
		"one side": {func(r *FOIRequest) {
			r.Exemptions = []Exemption{{Section: "43", Reason: "So", PublicInterest: PublicInterest{For: "a", Balance: "b"}.String()}}
		}, CheckLook, "gives only one side"},
		"no such section": {func(r *FOIRequest) { r.Exemptions = []Exemption{{Section: "99", Reason: "So"}} }, CheckLook, "“99” is no section"},
		"late":            {func(r *FOIRequest) { r.Received = NewDate(2025, time.April, 1) }, CheckLook, "working days late"},
		"the clock":       {func(r *FOIRequest) { r.Clock = []ClockRow{{Event: FeesPaid, On: askedToday}} }, CheckLook, "no fees notice had been sent"},
	} {
		r := checkable()
		c.change(r)
		if got := checked(r, c.weight); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPart2StandsInTheWayOfAReply(t *testing.T) {
	reg, r := someRegister(), checkable()
	reg.Put(&Decision{Stamp: Stamp{ID: "d"}, Reference: "D/1", Title: "Awards", Marking: PartExempt, Sections: []Section{{Part: 2, Body: "The provider is in breach of its contract over safeguarding."}}})
	r.Questions[0].Answer += " The provider is in breach of its contract."
	for _, c := range r.Check(reg, askedToday) {
		if c.Weight == CheckStops && c.Field == "questions[0].answer" && strings.Contains(c.Sentence, "only in Part 2 of D/1") {
			return
		}
	}
	t.Errorf("nothing is said of it: %v", r.Check(reg, askedToday))
}

func TestAnAppendixAnswersAQuestion(t *testing.T) {
	q := FOIQuestion{Answer: "There are four. "}
	q.AnswerBy(2)
	q.AnswerBy(1)
	q.AnswerBy(2)
	if want := "There are four.\n\nThe information requested is provided at Appendices 1 and 2 to this letter."; q.Answer != want {
		t.Errorf("it reads %q", q.Answer)
	}
}

func TestTheLogIsProposedWithoutTheApplicant(t *testing.T) {
	r := &FOIRequest{Subject: "Grants, asked by Ariadne Quill.", Outcome: "Disclosed in full", Applicant: &Applicant{Name: "Ariadne Quill"}}
	if got := r.ProposedLogText(); got != "Grants, asked by [name removed]: disclosed in full." {
		t.Errorf("it is %q", got)
	}
}

func TestRowsStandByRecipientAndByTheme(t *testing.T) {
	reg, r := someRegister(), someRequest()
	table := &r.Appendices[0].Tables[0]
	headings := func() string {
		var all []string
		for _, g := range table.Fill(reg, r) {
			all = append(all, g.Heading+" "+strings.Join(texts([]Group{g})[g.Heading][0], "|"))
		}
		return strings.Join(all, "\n")
	}
	table.GroupBy = GroupByRecipient
	if got := headings(); !strings.HasPrefix(got, "Lantern Trust Helpline|") || !strings.Contains(got, "\nTŷ Harbwr Outreach worker|up to £300.50|") {
		t.Errorf("by recipient: %s", got)
	}
	table.GroupBy, table.Query.Themes = GroupByTheme, nil
	if got := headings(); !strings.HasPrefix(got, "Domestic abuse Helpline|") || strings.Count(got, "\n") != 1 {
		t.Errorf("by theme: %s", got)
	}
	if table.Query.Themes = []string{"stalking"}; strings.Contains(headings(), "Domestic") {
		t.Errorf("a theme that was not asked for: %s", headings())
	}
}

func TestCellsThatSayOtherThanTheRegisterAreFoundAndGivenBack(t *testing.T) {
	reg, r := someRegister(), someRequest()
	table := &r.Appendices[0].Tables[0]
	table.Reword(reg, r, "2023/24", "b", 0, "Night line, see Appendix 2", []string{"*"})
	table.Reword(reg, r, "2023/24", "a", 0, " Outreach worker ", nil)
	own := table.OwnCells(reg, r)
	if len(own) != 1 || own[0].Grant != "b" || own[0].Register != "Helpline" || own[0].Text != "Night line, see Appendix 2" {
		t.Errorf("found %+v", own)
	}
	if c := table.Fill(reg, r)[0].Rows[0].Cells[0]; c.Appendix != 2 || len(c.Marks) != 1 {
		t.Errorf("the cell is %+v", c)
	}
	if alike := table.Alike(reg, r, "2023/24", "a", 2); len(alike) != 2 {
		t.Errorf("alike are %+v", alike)
	}
	columns := []Column{table.Columns[1], {Heading: "New"}, table.Columns[0]}
	table.Arrange(columns, []int{1, -1, 0})
	if c := table.Fill(reg, r)[0].Rows[0].Cells; c[2].Text != "Night line, see Appendix 2" || c[0].Text != "£3,000" {
		t.Errorf("the words stayed behind: %+v", c)
	}
	table.Reword(reg, r, "2023/24", "b", 2, "Helpline", []string{"*"})
	if len(table.OwnCells(reg, r)) != 0 {
		t.Error("words that are the register’s still count as other words")
	}
}

func TestATableIsProposedFromTheQuestion(t *testing.T) {
	q := someRegister().ProposedQuery("Grants in 2017-2018, 2018/19 and 23/24 for Stalking, not on 04/05/2024 or within 10-11 days")
	if got := q.TitleOf(&OfficeDetails{FinancialYearStyle: YearDash}); got != "Grants awarded in 2017-18, 2018-19 and 2023-24: stalking" {
		t.Errorf("it is called %q", got)
	}
}
