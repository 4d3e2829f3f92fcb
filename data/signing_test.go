package data

import (
	"slices"
	"strings"
	"testing"
	"time"
)

var signedOn = NewDate(2025, time.June, 2)

// decided is a register with a submitted decision about a grant that two funds pay.
func decided() (*Register, *Decision) {
	d := &Decision{
		Stamp: Stamp{ID: "d"}, Reference: "25/26 – 0001", Title: "Uplift", Status: DecisionSubmitted, Marking: Public, Grants: []ID{"g"}, Funds: []ID{"core"},
		Sections: []Section{{ID: "s", Heading: "Decision", Body: "Yes.", Part: 1}},
	}
	return NewRegister(
		&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire"}, &Organisation{Stamp: Stamp{ID: "harbour"}, Name: "Harbour"}, d, wonFund(1000),
		&Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Status: Approved, Recipient: "harbour", Themes: []string{"stalking"}, Area: "Elm", Awards: []Award{
			{FinancialYear: 2025, Amount: Pounds(300), Funds: []FundShare{{Fund: "core", Amount: Pounds(200)}, {Fund: "other", Amount: Pounds(100)}}},
			{FinancialYear: 2026, Amount: Pounds(50), Funds: []FundShare{{Fund: "other", Amount: Pounds(50)}}},
		}},
	), d
}

func TestASignedDecisionKeepsItsAwards(t *testing.T) {
	reg, d := decided()
	d = Clone(d)
	if err := d.Sign(reg, "The Commissioner", signedOn, WetCopyHeld); err != nil {
		t.Fatal(err)
	}
	if len(d.Awards) != 1 || d.Awards[0].Amount != Pounds(200) || d.Awards[0].Recipient != "Harbour" || d.Awards[0].Area != "Elm" || d.DecidedOn != signedOn || d.SignedBy != "The Commissioner" {
		t.Fatalf("%+v", d)
	}
	if diff := d.Differences(reg); len(diff) != 0 {
		t.Errorf("nothing has changed yet: %v", diff)
	}
	g, _ := Get[*Grant](reg, "g")
	g = Clone(g)
	g.Awards[0].Funds[0].Amount, g.Title = Pounds(150), "Reach out"
	g.Awards = append(g.Awards, Award{FinancialYear: 2027, Amount: Pounds(9), Funds: []FundShare{{Fund: "core", Amount: Pounds(9)}}})
	reg.Put(g)
	if d.AwardRows(reg)[0].Amount != Pounds(200) {
		t.Error("the register changed a signed decision")
	}
	var said []string
	for _, diff := range d.Differences(reg) {
		said = append(said, diff.String())
	}
	if want := []string{
		"Harbour, Outreach, 2025-26: Title was Outreach, and is Reach out now", "Harbour, Outreach, 2025-26: Amount was £200, and is £150 now",
		"Harbour, Reach out, 2027-28: The award is £9 now, and was not there",
	}; !slices.Equal(said, want) {
		t.Errorf("%q", said)
	}
}

func TestADecisionIsNotSignedWhileItsTotalIsWrong(t *testing.T) {
	reg, d := decided()
	d.StatedTotal = Pounds(250)
	if err := d.Sign(reg, "X", signedOn, SignedOnPaper); err == nil || !strings.Contains(Explain(err), "add up to £200, but the decision states £250") || d.Status != DecisionSubmitted {
		t.Errorf("%v", err)
	}
	d.StatedTotal = Pounds(200)
	if err := d.Sign(reg, " ", signedOn, SignedOnPaper); err == nil {
		t.Error("signed by nobody")
	}
	d.Status = DecisionDraft
	if err := d.Sign(reg, "X", signedOn, SignedOnPaper); err == nil {
		t.Error("a draft was signed")
	}
}

func TestWhatWasIssuedStays(t *testing.T) {
	for name, c := range map[string]struct {
		before Record
		change func(Record)
		says   string // "" is allowed
	}{
		"a signed decision's text":    {&Decision{Title: "D", Status: DecisionSigned, SignedOn: signedOn}, func(r Record) { r.(*Decision).Sections = []Section{{ID: "s", Body: "No."}} }, "was signed on 2 June 2025 and stays as it was. This would change “Sections”"},
		"its publication":             {&Decision{Title: "D", Status: DecisionSigned}, func(r Record) { d := r.(*Decision); d.Status, d.PublishedOn = DecisionPublished, signedOn }, ""},
		"back to submitted":           {&Decision{Title: "D", Status: DecisionSigned}, func(r Record) { r.(*Decision).Status = DecisionSubmitted }, "“Status”"},
		"a draft":                     {&Decision{Title: "D", Status: DecisionDraft}, func(r Record) { r.(*Decision).Title = "E" }, ""},
		"a sent reply's answer":       {&FOIRequest{Reference: "F", Status: Responded}, func(r Record) { r.(*FOIRequest).Questions = []FOIQuestion{{ID: "q", Answer: "No"}} }, "write to whoever asked"},
		"its review":                  {&FOIRequest{Reference: "F", Status: Responded}, func(r Record) { x := r.(*FOIRequest); x.Review, x.InLog, x.Status = "Upheld", true, UnderReview }, ""},
		"who asked, to be forgotten":  {&FOIRequest{Reference: "F", Status: Responded, Applicant: &Applicant{Name: "X"}}, func(r Record) { r.(*FOIRequest).Applicant = nil }, ""},
		"an agreed specification":     {&Specification{Title: "S", Status: SpecificationAgreed}, func(r Record) { r.(*Specification).Body = "More" }, "make a new version"},
		"its being superseded":        {&Specification{Title: "S", Status: SpecificationAgreed}, func(r Record) { r.(*Specification).Status = SpecificationSuperseded }, ""},
		"the content of a file":       {&Attachment{Name: "a", SHA256: "1"}, func(r Record) { r.(*Attachment).SHA256 = "2" }, "is a file inside the office"},
		"the label of a file":         {&Attachment{Name: "a", SHA256: "1"}, func(r Record) { r.(*Attachment).Title = "A" }, ""},
		"an applied variation":        {&Grant{Title: "G", Variations: []Variation{{ID: "v", Number: 2, Applied: signedOn}}}, func(r Record) { r.(*Grant).Variations = nil }, "Variation 2 was applied on 2 June 2025"},
		"a variation not yet applied": {&Grant{Title: "G", Variations: []Variation{{ID: "v", Number: 2}}}, func(r Record) { r.(*Grant).Variations = nil }, ""},
	} {
		after := Clone(c.before)
		c.change(after)
		err := CheckFrozen(c.before, after)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(Explain(err), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := CheckFrozen(&Decision{Title: "D", Status: DecisionPublished}, nil); err == nil {
		t.Error("a published decision was deleted")
	}
	if err := CheckFrozen(&Decision{Title: "D", Status: DecisionDraft}, nil); err != nil {
		t.Error(err)
	}
}

func TestASentReplyTellsWhatTheRegisterSaysOtherwise(t *testing.T) {
	reg := someRegister()
	r := someRequest()
	table := &r.Appendices[0].Tables[0]
	first := table.Fill(reg, r)[0]
	table.Write(first.Heading, first.Rows[0].Grant, 0, Cell{Text: "As we call it"})
	if err := r.Send(reg, NewDate(2025, time.June, 2), "Ann"); err != nil {
		t.Fatal(err)
	}
	if r.Status != Responded || r.RespondedOn() != NewDate(2025, time.June, 2) || ReachedOn(r, "approved") != NewDate(2025, time.June, 2) {
		t.Errorf("%+v", r)
	}
	if diff := r.Differences(reg); len(diff) != 0 {
		t.Errorf("nothing has changed yet: %v", diff)
	}
	g, _ := Get[*Grant](reg, first.Rows[0].Grant)
	g = Clone(g)
	g.Title = "Another name"
	reg.Put(g)
	diff := r.Differences(reg)
	if len(diff) == 0 || diff[0].What != "Grant" || diff[0].Sent == "As we call it" || diff[0].Now != "Another name" {
		t.Errorf("%+v", diff)
	}
	if err := r.Send(reg, signedOn, "Ann"); err == nil {
		t.Error("it was sent twice")
	}
}

func TestAnIssuedPaperIsKeptWithItsHash(t *testing.T) {
	d := &Decision{Stamp: Stamp{ID: "d"}, Title: "D"}
	file, err := Issue(d, "decision", "D.pdf", "application/pdf", []byte("%PDF"), signedOn, "Ann")
	if err != nil {
		t.Fatal(err)
	}
	if i := d.Issued; len(i) != 1 || i[0].SHA256 != file.SHA256 || i[0].File != file.ID || file.Of != "d" || file.SHA256 != contentHash([]byte("%PDF")) || len(file.Problems()) != 0 {
		t.Errorf("%+v %+v", d.Issued, file)
	}
	if _, err := Issue(&Grant{Title: "G"}, "x", "x", "", []byte("x"), signedOn, ""); err == nil {
		t.Error("a grant was issued")
	}
}

func TestAFileIsRefusedWithASentence(t *testing.T) {
	for content, says := range map[string]string{"": "is empty", strings.Repeat("x", MaximumAttachment+1): "25 MB at most"} {
		if _, err := NewAttachment("bid.pdf", "", []byte(content)); err == nil || !strings.Contains(Explain(err), says) || !strings.Contains(Explain(err), "bid.pdf") {
			t.Errorf("%d bytes: %v", len(content), err)
		}
	}
	a, err := NewAttachment("bid.pdf", "", []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	if a.Content = []byte("y"); len(a.Problems()) != 1 {
		t.Errorf("a damaged file is taken: %v", a.Problems())
	}
	for size, want := range map[int64]string{297984: "291kB", 12: "12 bytes", 3 << 20: "3.0MB"} {
		if got := FileSize(size); got != want {
			t.Errorf("%d is %s, want %s", size, got, want)
		}
	}
}
