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
	if err := d.Sign(reg, "The Commissioner", signedOn, signedOn, WetCopyHeld); err != nil {
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
	if err := d.Sign(reg, "X", signedOn, signedOn, SignedOnPaper); err == nil || !strings.Contains(Explain(err), "total £200, but the decision states £250") || d.Status != DecisionSubmitted {
		t.Errorf("%v", err)
	}
	d.StatedTotal = Pounds(200)
	if err := d.Sign(reg, " ", signedOn, signedOn, SignedOnPaper); err == nil {
		t.Error("signed by nobody")
	}
	d.Status = DecisionDraft
	if err := d.Sign(reg, "X", signedOn, signedOn, SignedOnPaper); err == nil {
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
	r := readyRequest()
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

func TestWhatBelongsToAnIssuedPaperStaysInIt(t *testing.T) {
	sent := &FOIRequest{
		Reference: "F", Status: RequestClosed, Received: signedOn, Clock: []ClockRow{{ID: "c", Event: ClockResponded, On: signedOn}},
		Issued: []Issued{{ID: "i", Paper: "reply"}}, Steps: []Step{{ID: "s", To: "approved", On: signedOn}, {ID: "t", To: "responded", On: signedOn}, {ID: "u", To: "closed", On: signedOn}},
	}
	signed := &Decision{Title: "D", Status: DecisionSigned, Issued: []Issued{{ID: "i", Paper: "decision"}}, Steps: []Step{{ID: "s", To: "signed", On: signedOn}}}
	agreed := &Specification{Title: "S", Status: SpecificationAgreed, Steps: []Step{{ID: "s", To: "agreed", On: signedOn}}}
	for name, c := range map[string]struct {
		before Record
		change func(Record)
		says   string // "" is allowed
	}{
		"the printed reply is taken out":    {sent, func(r Record) { r.(*FOIRequest).Issued = nil }, "“" + FieldLabel(KindFOIRequest, "issued") + "”"},
		"another is added":                  {sent, func(r Record) { r.(*FOIRequest).Issued = append(r.(*FOIRequest).Issued, Issued{ID: "j"}) }, ""},
		"the printed decision is another":   {signed, func(r Record) { r.(*Decision).Issued[0].SHA256 = "1" }, "“" + FieldLabel(KindDecision, "issued") + "”"},
		"the day of the reply":              {sent, func(r Record) { r.(*FOIRequest).Clock[0].On = signedOn.AddDays(-1) }, "“Clock”"},
		"the day of the reply is taken out": {sent, func(r Record) { r.(*FOIRequest).Clock = nil }, "“Clock”"},
		"a review is asked for":             {sent, func(r Record) { r.(*FOIRequest).Clock = append(r.(*FOIRequest).Clock, ClockRow{Event: ReviewAsked}) }, ""},
		"the day of the signature":          {signed, func(r Record) { r.(*Decision).Steps[0].On = signedOn.AddDays(-1) }, "“Steps”"},
		"the steps to the reply":            {sent, func(r Record) { r.(*FOIRequest).Steps = r.(*FOIRequest).Steps[1:] }, "“Steps”"},
		"the step after it":                 {sent, func(r Record) { f := r.(*FOIRequest); f.Steps, f.Status = f.Steps[:2], Responded }, ""},
		"the agreement of a specification":  {agreed, func(r Record) { r.(*Specification).Steps = nil }, "“Steps”"},
		"how it came":                       {sent, func(r Record) { r.(*FOIRequest).Channel = "letter" }, ""},
		"what had to be made clear":         {sent, func(r Record) { r.(*FOIRequest).Clarification = "Which year?" }, ""},
		"whether it is held":                {sent, func(r Record) { r.(*FOIRequest).Held = No }, "“Held”"},
		"when it came":                      {sent, func(r Record) { r.(*FOIRequest).Received = signedOn.AddDays(-1) }, "“Received"},
	} {
		after := Clone(c.before)
		c.change(after)
		err := CheckFrozen(c.before, after)
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(Explain(err), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	g := &Grant{Title: "G", Variations: []Variation{{ID: "v", Number: 2, Applied: signedOn}}}
	same := Clone(g)
	same.Variations[0].Changes = []VariationChange{}
	if err := CheckFrozen(g, same); err != nil {
		t.Errorf("no changes, written in another way: %v", err)
	}
	if err := CheckFrozen(g, nil); err != nil {
		t.Errorf("a grant that was varied cannot be taken out with all it said: %v", err)
	}
	if err := CheckFrozen(&Attachment{Name: "a", SHA256: "1"}, nil); err != nil {
		t.Errorf("a file cannot be taken out: %v", err)
	}
	refused := &Decision{Title: "D", Status: DecisionRefused, Steps: []Step{{To: "refused", On: signedOn}}}
	if refused.issuedWords() != "was refused on 2 June 2025" {
		t.Error(refused.issuedWords())
	}
	if refused.Status = DecisionPublished; refused.issuedWords() != "was refused on 2 June 2025" {
		t.Errorf("published, it %s", refused.issuedWords())
	}
}

func TestWhatOthersChangedMeanwhileIsNotIssuedUnseen(t *testing.T) {
	bo := []Meanwhile{{FieldChange: FieldChange{Path: "questions/q/answer"}, Who: "Bo"}}
	drafted, sent := &FOIRequest{Reference: "F", Status: ReplyApproved}, &FOIRequest{Reference: "F", Status: Responded}
	if err := CheckMeanwhile(drafted, sent, bo); err == nil || !strings.Contains(Explain(err), "Bo has changed “Answer” of the FOI request") {
		t.Errorf("%v", err)
	}
	for name, pair := range map[string][2]Record{
		"not issued": {drafted, Clone(drafted)}, "issued before": {sent, Clone(sent)}, "never issued": {&Fund{Programme: "F"}, &Fund{Programme: "G"}},
		"a variation that is not applied": {varied(), varied()},
	} {
		if err := CheckMeanwhile(pair[0], pair[1], bo); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := CheckMeanwhile(drafted, sent, nil); err != nil {
		t.Errorf("nobody changed anything: %v", err)
	}
	applied := varied()
	applied.Variations[0].Applied = signedOn
	if err := CheckMeanwhile(varied(), applied, bo); err == nil || !strings.Contains(Explain(err), "Variation 1 was not applied") {
		t.Errorf("%v", err)
	}
	if err := CheckMeanwhile(applied, Clone(applied), bo); err != nil {
		t.Errorf("it was applied before: %v", err)
	}
}

func TestADecisionIsSignedOnceAndSaysWhatItSaidThen(t *testing.T) {
	reg, d := decided()
	d = Clone(d)
	g, _ := Get[*Grant](reg, "g")
	bare := Clone(g)
	bare.Awards = nil
	reg.Put(bare)
	if err := d.Sign(reg, "The Commissioner", signedOn, signedOn, SignedOnPaper); err != nil {
		t.Fatal(err)
	}
	if err := d.Sign(reg, "Somebody else", signedOn, signedOn, SignedOnPaper); err == nil || !strings.Contains(Explain(err), "was signed on 2 June 2025 already") || d.SignedBy != "The Commissioner" {
		t.Errorf("signed twice: %v", err)
	}
	reg.Put(g)
	if rows := d.AwardRows(reg); len(rows) != 0 {
		t.Errorf("it was signed without awards, and prints %+v", rows)
	}
	if diff := d.Differences(reg); len(diff) != 1 || diff[0].Sent != "" {
		t.Errorf("%v", diff)
	}
	loaded := &Decision{Stamp: Stamp{ID: "l"}, Title: "Old", Status: DecisionSigned, Grants: []ID{"g"}}
	if len(loaded.AwardRows(reg)) == 0 || len(loaded.Differences(reg)) != 0 {
		t.Error("one that was loaded without its awards has those of the register")
	}
}

func TestAReplyIsNotSentWhileSomethingStopsIt(t *testing.T) {
	reg, r := someRegister(), readyRequest()
	r.Applicant = &Applicant{Name: "Ariadne Quill"}
	r.Questions[0].Answer = "As Ariadne Quill asked, see Appendix 1."
	err := r.Send(reg, signedOn, "Ann")
	if err == nil || Explain(err) != "The answer to question 1 holds the applicant’s name: “As Ariadne Quill asked, see Appendix 1.”." {
		t.Errorf("it was sent: %v", err)
	}
	if r.Status != Drafted || len(r.Steps)+len(r.Clock) > 0 || len(r.Appendices[0].Tables[0].Groups) > 0 {
		t.Errorf("it has changed: %+v", r)
	}
	r.Questions[0].Answer = "Dear Ms Quill, see Appendix 1." // which wants a look and stops nothing
	if err := r.Send(reg, signedOn, "Ann"); err != nil || !r.Sent() {
		t.Errorf("it is %s: %v", r.Status, err)
	}
}

func TestTablesAreKeptHoweverAReplyComesToBeSent(t *testing.T) {
	reg := someRegister()
	before := readyRequest()
	before.Status = ReplyApproved
	advanced := Clone(before)
	if err := Advance(advanced, string(Responded), signedOn, "Ann"); err != nil {
		t.Fatal(err)
	}
	KeepAsIssued(before, advanced, reg)
	if len(advanced.Appendices[0].Tables[0].Groups) == 0 {
		t.Error("the reply has lost its tables")
	}
	printed := Clone(before)
	if err := printed.Send(reg, signedOn, "Ann"); err != nil {
		t.Fatal(err)
	}
	printed.Issued = []Issued{{ID: "i"}}
	kept := Clone(printed)
	reg.Remove(KindGrant, "b")
	KeepAsIssued(before, printed, reg)
	if fields, err := Diff(kept, printed); err != nil || len(fields) > 0 {
		t.Errorf("the reply says something else than what was printed: %v", fields)
	}
	early := Clone(before)
	early.Clock = []ClockRow{{ID: "c", Event: ClockResponded, On: signedOn}}
	if err := early.Send(reg, signedOn, "Ann"); err != nil || len(early.Clock) != 1 {
		t.Errorf("it was answered twice: %v, %+v", err, early.Clock)
	}
}
