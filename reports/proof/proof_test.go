package proof_test

import (
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
	"almoner/reports/layout"
	"almoner/reports/proof"
)

// office is a register with a grant of £22,528.57 and a fund that pays it.
func office() *data.Register {
	return data.NewRegister(
		&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office of the Commissioner for Elmshire", FinancialYearStyle: data.YearSlash},
		&data.Organisation{Stamp: data.Stamp{ID: "o"}, Name: "Harbour"},
		&data.Fund{Stamp: data.Stamp{ID: "f"}, Programme: "Core", Status: data.Won, Allocation: data.Pounds(60000)},
		&data.Grant{
			Stamp: data.Stamp{ID: "g"}, Title: "Outreach", Recipient: "o", Status: data.Active,
			Awards: []data.Award{{FinancialYear: 2023, Amount: data.Money{Pence: 2252857}, Funds: []data.FundShare{{Fund: "f", Amount: data.Money{Pence: 2252857}}}}},
		},
	)
}

func request() *data.FOIRequest {
	return &data.FOIRequest{
		Stamp: data.Stamp{ID: "r"}, Reference: "FOI/24-007", Received: data.NewDate(2024, time.March, 4), Subject: "Grants", Status: data.Drafted,
		Applicant: &data.Applicant{Name: "Ariadne Quill", Email: "quill@example.org"},
		Questions: []data.FOIQuestion{{Label: "1.", Text: "Which grants?", Answer: "They are at Appendix 1."}},
		Appendices: []data.Appendix{{Number: 1, Kind: data.AppendixTable, Title: "Grants", Tables: []data.Table{{
			Columns: []data.Column{{Heading: "Grant"}, {Heading: "Amount"}},
			Groups:  []data.Group{{Heading: "2023/24", Rows: []data.Row{{Cells: []data.Cell{{Text: "Outreach"}, {Text: "£22,528.57"}}}}}},
		}}}},
	}
}

func read(t *testing.T, reg *data.Register, rec data.Record, name string, doc document.Document) []proof.Remark {
	t.Helper()
	p, ok := reports.PaperNamed(name)
	if !ok {
		t.Fatalf("there is no paper %s", name)
	}
	s := reports.Setting{Register: reg, Today: data.NewDate(2024, time.April, 1)}
	if doc.Parts == nil {
		doc = p.Make(s, rec)
	}
	return proof.Read(s, p, rec, doc, layout.Lay(doc))
}

// only fails unless there is one remark of a sort, which says some words and leads to a field of a record.
func only(t *testing.T, remarks []proof.Remark, sort proof.Sort, says, field string) {
	t.Helper()
	n := 0
	for _, r := range remarks {
		if r.Sort != sort {
			continue
		}
		n++
		if !strings.Contains(r.Sentence, says) || r.Field != field {
			t.Errorf("%s: %q leads to %q; wanted %q and %q", sort, r.Sentence, r.Field, says, field)
		}
		if field != "" && (r.Kind == "" || r.Record == "") {
			t.Errorf("%q leads to no record", r.Sentence)
		}
	}
	if n != 1 {
		t.Errorf("%d remarks on %s: %+v", n, sort, remarks)
	}
}

// What the register or the office's own words put into a paper stands in no field of the request.
func TestTheApplicantIsFoundInWhatOthersPutIntoThePaper(t *testing.T) {
	reg := office()
	details := data.Clone(reg.Details())
	details.Wording = map[string]string{"foi_close": "Yours faithfully, dear Ms Quill"}
	reg.Put(details)
	only(t, read(t, reg, request(), "foi", document.Document{}), proof.Applicant, "dear Ms Quill", "")
}

func TestARecipientThatAskedIsNotToBeTakenOutOfTheTable(t *testing.T) {
	reg := office()
	reg.Put(&data.Organisation{Stamp: data.Stamp{ID: "o"}, Name: "Harbour Trust"})
	r := request()
	r.Applicant = &data.Applicant{Name: "Harbour Trust"}
	r.Appendices[0].Tables[0] = data.Table{Columns: []data.Column{{Heading: "Recipient", Field: "recipient"}, {Heading: "Amount", Field: "amount"}}}
	only(t, read(t, reg, r, "foi", document.Document{}), proof.Applicant, "“Harbour Trust”. The register has it: see that it does not say who asked.",
		"appendices[0].tables[0].groups[0].rows[0].cells[0]")
	r.Questions[0].Answer = "As Harbour Trust asks, see Appendix 1."
	found := read(t, reg, r, "foi", document.Document{})
	if len(found) != 2 || found[0].Field != "questions[0].answer" || !strings.HasSuffix(found[0].Sentence, "Take it out before this goes out.") {
		t.Errorf("it says %+v", found)
	}
}

func TestACleanReplyIsPassed(t *testing.T) {
	if found := read(t, office(), request(), "foi", document.Document{}); len(found) > 0 {
		t.Errorf("it says %+v", found)
	}
}

func TestEachMistakeIsFoundWithTheWayToIt(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*data.FOIRequest)
		sort  proof.Sort
		says  string
		field string
	}{
		{"the applicant is named", func(r *data.FOIRequest) { r.Questions[0].Answer += " Dear Ms Quill." }, proof.Applicant, "Quill", "questions[0].answer"},
		{"a blank is left", func(r *data.FOIRequest) { r.Questions[0].Answer += " By {officer}." }, proof.Placeholder, "{officer}", "questions[0].answer"},
		{"a blank is left twice", func(r *data.FOIRequest) { r.Questions[0].Answer += " By {officer} and {officer}." }, proof.Placeholder, "“{officer}” stands in “Answer 1” and is", "questions[0].answer"},
		{"a note goes over two lines", func(r *data.FOIRequest) { r.Questions[0].Answer += " [insert\nthe figure]" }, proof.Placeholder, "[insert the figure]", "questions[0].answer"},
		{"the applicant is named among many words", func(r *data.FOIRequest) {
			r.Questions[0].Answer += strings.Repeat(" Words to and fro.", 20) + " Dear Ms Quill." + strings.Repeat(" Words to and fro.", 20)
		}, proof.Applicant, "Quill", "questions[0].answer"},
		{"a character cannot be printed beside bold words", func(r *data.FOIRequest) { r.Questions[0].Answer += " Thank **you**🙂" }, proof.Character, "🙂", "questions[0].answer"},
		{"a character cannot be printed, and another field has it that is not", func(r *data.FOIRequest) {
			r.Clarification, r.LogText = "Who 🙂?", "Grants 🙂"
			r.Questions[0].Answer += " Thank you 🙂"
		}, proof.Character, "🙂", "questions[0].answer"},
		{"an answer is white space", func(r *data.FOIRequest) { r.Questions[0].Answer = " \n" }, proof.Unanswered, "Question 1", "questions[0].answer"},
		{"nothing says why an exemption applies", func(r *data.FOIRequest) { r.Exemptions = []data.Exemption{{Section: "40(2)"}} }, proof.Unanswered, "why “40(2)” applies", "exemptions[0].reason"},
		{"a sum of the words before a table is mistyped", func(r *data.FOIRequest) { r.Appendices[0].Introduction = "They are of £22,582.57." }, proof.Figure, "£22,528.57", "appendices[0].introduction"},
		{"a note to oneself is left", func(r *data.FOIRequest) { r.Questions[0].Answer += " [insert the figure]" }, proof.Placeholder, "[insert the figure]", "questions[0].answer"},
		{"a sum is still to come", func(r *data.FOIRequest) { r.Questions[0].Answer += " It was £XX." }, proof.Placeholder, "£XX", "questions[0].answer"},
		{"a sum is mistyped", func(r *data.FOIRequest) { r.Questions[0].Answer += " It was £22,582.57." }, proof.Figure, "£22,528.57", "questions[0].answer"},
		{"a character cannot be printed", func(r *data.FOIRequest) { r.Questions[0].Answer += " Thank you 🙂" }, proof.Character, "🙂", "questions[0].answer"},
		{"a question has no answer", func(r *data.FOIRequest) { r.Questions = append(r.Questions, data.FOIQuestion{Text: "Why?"}) }, proof.Unanswered, "Question 2", "questions[1].answer"},
		{"the public interest was not weighed", func(r *data.FOIRequest) {
			r.Exemptions = []data.Exemption{{Section: "43(2)", Reason: "Prices"}, {Section: "40(2)", Reason: "Names"}}
		}, proof.Unanswered, "43(2)", "exemptions[0].public_interest"},
		{"an appendix is named that is not there", func(r *data.FOIRequest) { r.Questions[0].Answer += " See Appendices 1 and 2." }, proof.Layout, "“Answer 1” names Appendix 2", "questions[0].answer"},
		{"a link leads nowhere", func(r *data.FOIRequest) { r.Questions[0].Answer += " See [the file](file:///c:/x)." }, proof.Layout, "file:///c:/x", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := request()
			c.spoil(r)
			only(t, read(t, office(), r, "foi", document.Document{}), c.sort, c.says, c.field)
		})
	}
}

func TestAmountsAsPeopleSayThemAreThoseOfTheRegister(t *testing.T) {
	for _, said := range []string{"£22,528.57", "£22,529", "£22.5k", "£22.5 thousand", "£23k", "£23K", "more than £0.02 million"} {
		r := request()
		r.Questions[0].Answer += " It was " + said + "."
		if found := read(t, office(), r, "foi", document.Document{}); len(found) > 0 {
			t.Errorf("%s: %s", said, found[0].Sentence)
		}
	}
	for _, said := range []string{"£22,528", "£22.6k", "£22,528.58", "£1"} {
		r := request()
		r.Questions[0].Answer += " It was " + said + "."
		if found := read(t, office(), r, "foi", document.Document{}); len(found) != 1 {
			t.Errorf("%s: %+v", said, found)
		}
	}
}

func TestWhatTheApplicantAskedIsNotHeldAgainstTheRegister(t *testing.T) {
	r := request()
	r.Questions[0].Text = "Did you give £1m?"
	if found := read(t, office(), r, "foi", document.Document{}); len(found) > 0 {
		t.Errorf("it says %+v", found)
	}
}

func TestALetterThatPromisesADayThatIsPastIsFound(t *testing.T) {
	r := request() // of 4 March, to be answered by 4 April
	for _, c := range []struct {
		today data.Date
		found int
	}{{data.NewDate(2024, time.April, 4), 0}, {data.NewDate(2024, time.April, 5), 1}} {
		p, _ := reports.PaperNamed("foi-acknowledgement")
		s := reports.Setting{Register: office(), Today: c.today}
		doc := p.Make(s, r)
		found := proof.Read(s, p, r, doc, layout.Lay(doc))
		if len(found) != c.found {
			t.Errorf("on %s: %+v", c.today, found)
		}
		if c.found > 0 {
			only(t, found, proof.Promise, "promises an answer by 4 April 2024", "clock")
		}
	}
}

func TestTheAppendicesOfTheApplicantAreTheirOwn(t *testing.T) {
	r := request()
	r.Questions[0].Text = "See Appendix 7 of your annual report."
	if found := read(t, office(), r, "foi", document.Document{}); len(found) > 0 {
		t.Errorf("it says %+v", found)
	}
}

func TestATableThatDoesNotAddUpIsFound(t *testing.T) {
	total := func(stated string, pence int64) document.Document {
		table := document.Table{Columns: []document.Column{{Heading: document.Text("What")}, {Heading: document.Text("Amount")}}}
		for _, g := range []string{"2022", "2023"} {
			table.Groups = append(table.Groups, document.Group{Heading: document.Text(g), Rows: []document.Row{
				{Cells: []document.Cell{document.TextCell("a"), document.MoneyCell("£1", 100)}},
				{Cells: []document.Cell{document.TextCell("b"), document.TextCell("£2")}},
				{Cells: []document.Cell{document.TextCell("Total for the year"), document.MoneyCell("£3", 300)}, Total: true},
			}})
		}
		last := &table.Groups[1].Rows
		*last = append(*last, document.Row{Cells: []document.Cell{document.TextCell("Total"), document.MoneyCell(stated, pence)}})
		var part document.Part
		part.Add(document.Heading{Level: 1, Text: document.Text("Grants")}, table)
		return document.Document{Title: "Table", Parts: []document.Part{part}}
	}
	only(t, read(t, office(), request(), "foi", total("£7", 700)), proof.Total, "Under “Grants”: the rows of “Amount” add up to £6, but its total says £7", "")
	if found := read(t, office(), request(), "foi", total("£6", 600)); len(found) > 0 {
		t.Errorf("a table that adds up: %+v", found)
	}
}

func TestARemarkOnTheOfficesOwnWordingLeadsThere(t *testing.T) {
	reg := office()
	details := data.Clone(reg.Details())
	details.Wording = map[string]string{"foi_close": "Yours, [insert\nsomebody]"}
	reg.Put(details)
	found := read(t, reg, request(), "foi", document.Document{})
	only(t, found, proof.Placeholder, "stands in the office’s own wording", "wording[foi_close]")
	if found[0].Kind != data.KindOffice || found[0].Record != data.OfficeID {
		t.Errorf("it leads to %s %s", found[0].Kind, found[0].Record)
	}
}

func TestWhatOnlyPartTwoSaysIsFoundInAnyPublicPaper(t *testing.T) {
	reg := office()
	reg.Put(&data.Decision{
		Stamp: data.Stamp{ID: "d"}, Reference: "DN/1", Title: "Refuge", Marking: data.PartExempt, Status: data.DecisionDraft,
		Sections: []data.Section{
			{Heading: "Summary", Body: "A refuge is to be built.", Part: 1},
			{Heading: "Where", Body: "The refuge is to stand behind the old mill at Weir End, at a price of £412,345.", Part: 2},
		},
	})
	r := request()
	r.Questions[0].Answer = "It is to stand behind the old mill at Weir End."
	found := read(t, reg, r, "foi", document.Document{})
	if len(found) == 0 || found[0].Sort != proof.PartTwo || found[0].Field != "questions[0].answer" {
		t.Errorf("it says %+v", found)
	}
}

func TestRemarksComeInTheOrderOfTheirHarm(t *testing.T) {
	reg := office()
	reg.Put(refuge(data.PartExempt))
	r := request()
	r.Questions[0].Answer = "See [the file](file:///c:/x) 🙂, of £22,582.57, at a price of {price}, behind the old mill at Weir End, Ms Quill."
	r.Questions = append(r.Questions, data.FOIQuestion{Text: "Why?"})
	r.Appendices[0].Tables[0].Groups[0].Rows = append(r.Appendices[0].Tables[0].Groups[0].Rows, data.Row{Cells: []data.Cell{{Text: "Total"}, {Text: "£9"}}})
	var got []string
	for _, m := range read(t, reg, r, "foi", document.Document{}) {
		if len(got) == 0 || got[len(got)-1] != string(m.Sort) {
			got = append(got, string(m.Sort))
		}
	}
	if said := strings.Join(got, " "); said != "applicant part_two placeholder unanswered figure total character layout" {
		t.Errorf("the remarks are on %s", said)
	}
}

func TestAnApplicantWhomTheRegisterPutIntoAPaperIsFound(t *testing.T) {
	var part document.Part
	part.Add(document.Paragraph{Text: document.Text("Thank you, Ms Quill.")})
	only(t, read(t, office(), request(), "foi", document.Document{Parts: []document.Part{part}}), proof.Applicant, "Ms Quill", "")
}

func TestOnlyAReplyNeedsAnswers(t *testing.T) {
	r := request()
	r.Questions[0].Answer = ""
	if found := read(t, office(), r, "foi-acknowledgement", document.Document{}); len(found) > 0 {
		t.Errorf("it says %+v", found)
	}
}

// refuge is a decision that tells in Part 2 where something is to stand, what it costs and who runs it.
func refuge(marking data.Marking) *data.Decision {
	return &data.Decision{
		Stamp: data.Stamp{ID: "d"}, Reference: "DN/1", Title: "Refuge", Marking: marking, Status: data.DecisionDraft,
		Sections: []data.Section{
			{Heading: "Summary", Body: "A refuge is to be built.", Part: 1},
			{Heading: "Where", Body: "The refuge is to stand behind the old mill at Weir End, at a price of £412,345, and Harbour runs it, not Harbour House Trust for the Villages.", Part: 2},
		},
	}
}

func TestWhatIsPublicAnywayIsNoLeak(t *testing.T) {
	trust := func(reg *data.Register) {
		reg.Put(&data.Organisation{Stamp: data.Stamp{ID: "t"}, Name: "Harbour House Trust for the Villages"})
		reg.Put(&data.Grant{Stamp: data.Stamp{ID: "h"}, Title: "Hours", Recipient: "t", Status: data.Active})
	}
	for _, c := range []struct {
		name, answer string
		change       func(*data.Register)
		leaks        int
	}{
		{"who has another grant", "Harbour has one.", nil, 0},
		{"who has another grant, by a long name", "Harbour House Trust for the Villages has one.", trust, 0},
		{"what another grant is called", "It went to Weir.", func(reg *data.Register) {
			reg.Put(&data.Grant{Stamp: data.Stamp{ID: "w"}, Title: "Weir", Status: data.Active})
		}, 0},
		{"a part of what another grant is called", "It went to Weir.", func(reg *data.Register) {
			reg.Put(&data.Grant{Stamp: data.Stamp{ID: "w"}, Title: "Weir Street Lights", Status: data.Active})
		}, 0},
		{"who was to have a grant", "Harbour has none.", func(reg *data.Register) {
			g, _ := data.Get[*data.Grant](reg, "g")
			g = data.Clone(g)
			g.Status = data.Declined
			reg.Put(g)
		}, 1},
		{"whose grant is that of the decision", "Harbour has one.", func(reg *data.Register) {
			d := refuge(data.PartExempt)
			d.Grants = []data.ID{"g"}
			reg.Put(d)
		}, 1},
		{"where it is to stand", "Sites: old mill at Weir End", nil, 1},
		{"of which theme another grant is, and where", "Sites: old mill at Weir End", func(reg *data.Register) {
			reg.Put(&data.Grant{Stamp: data.Stamp{ID: "w"}, Title: "Lamps", Status: data.Active, Themes: []string{"Safety", "Old mill"}, Area: "at Weir End"})
		}, 0},
		{"the heading of a section in another decision", "Sites: old mill at Weir End", func(reg *data.Register) {
			d := refuge(data.Public)
			d.ID, d.Reference = "e", "DN/2"
			d.Sections = []data.Section{{Heading: "Old mill at Weir End", Body: "Nothing yet.", Part: 1}}
			reg.Put(d)
		}, 0},
		{"the heading of a section that another decision keeps back", "Sites: old mill at Weir End", func(reg *data.Register) {
			d := refuge(data.PartExempt)
			d.ID, d.Reference = "e", "DN/2"
			d.Sections = []data.Section{{Heading: "Old mill at Weir End", Body: "Nothing yet.", Part: 2}}
			reg.Put(d)
		}, 2},
		{"an amount that another grant is called after", "It costs £412,345.", func(reg *data.Register) {
			reg.Put(&data.Grant{Stamp: data.Stamp{ID: "a"}, Title: "£412,345", Status: data.Active})
		}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			reg := office()
			reg.Put(refuge(data.PartExempt))
			if c.change != nil {
				c.change(reg)
			}
			r := request()
			r.Questions[0].Answer = c.answer
			r.Appendices = nil
			n := 0
			for _, m := range read(t, reg, r, "foi", document.Document{}) {
				if m.Sort == proof.PartTwo {
					n++
				}
			}
			if n != c.leaks {
				t.Errorf("%d remarks on Part 2", n)
			}
		})
	}
}

func TestPartTwoMayStandInAPaperForTheFileAndInNoTitle(t *testing.T) {
	reg := office()
	d := refuge(data.PartExempt)
	reg.Put(d)
	if found := read(t, reg, d, "decision-file-copy", document.Document{}); len(found) > 0 {
		t.Errorf("of the file copy it says %+v", found)
	}
	where := "It is to stand behind the old mill at Weir End"
	for _, doc := range []document.Document{{Title: where}, {Subject: where}, {Footer: where}} {
		doc.Parts = []document.Part{{}}
		only(t, read(t, reg, request(), "foi", doc), proof.PartTwo, "the old mill at Weir End", "")
	}
}

// rich is an office with a grant and a fund that have an amount of every sort, each another.
func rich() *data.Register {
	pounds, paid := data.Pounds, data.NewDate(2023, time.June, 30)
	return data.NewRegister(
		&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office of the Commissioner for Elmshire", FinancialYearStyle: data.YearSlash},
		&data.Organisation{Stamp: data.Stamp{ID: "o"}, Name: "Harbour"},
		&data.Specification{Stamp: data.Stamp{ID: "s"}, Title: "Outreach"},
		&data.Fund{
			Stamp: data.Stamp{ID: "f"}, Programme: "Core", Status: data.Won, BidAmount: pounds(7001),
			Allocations: []data.Allocation{{FinancialYear: 2023, Amount: pounds(3100)}, {FinancialYear: 2024, Amount: pounds(3200)}},
		},
		&data.Grant{
			Stamp: data.Stamp{ID: "g"}, Title: "Outreach", Recipient: "o", Specification: "s", Status: data.Active, StatedTotal: pounds(1800),
			Awards: []data.Award{
				{FinancialYear: 2023, Amount: pounds(1000), Funds: []data.FundShare{{Fund: "f", Amount: pounds(410)}}},
				{FinancialYear: 2024, Amount: pounds(951), Funds: []data.FundShare{{Fund: "f", Amount: pounds(320)}}},
			},
			MatchFunding: []data.MatchFunding{{Amount: pounds(57)}},
			Payments:     []data.Payment{{Fund: "f", Amount: pounds(203), PaidOn: paid}, {Fund: "f", Amount: pounds(114), PaidOn: paid}},
			Variations:   []data.Variation{{Number: 1, Changes: []data.VariationChange{{Term: data.VariedAmount, FinancialYear: 2024, WasAmount: pounds(875), Amount: pounds(846)}}}},
		},
		&data.Grant{
			Stamp: data.Stamp{ID: "other"}, Title: "Lamps", Recipient: "p", Status: data.Active,
			Awards:   []data.Award{{FinancialYear: 2023, Amount: pounds(6006), Funds: []data.FundShare{{Fund: "f", Amount: pounds(45)}}}},
			Payments: []data.Payment{{Fund: "f", Amount: pounds(40), PaidOn: paid}},
		},
	)
}

// tells fails unless words about each amount pass, and the same with a pound more are remarked on, with what the nearest amount is.
func tells(t *testing.T, reg *data.Register, rec data.Record, paper string, text *string, field string, known map[int64]string) {
	t.Helper()
	for pounds, what := range known {
		for more, says := range map[int64]string{0: "", 1: "; the nearest is " + data.Pounds(pounds).String() + ", " + what} {
			*text = "It is " + data.Pounds(pounds+more).String() + "."
			var figures []proof.Remark
			for _, m := range read(t, reg, rec, paper, document.Document{}) {
				if m.Sort == proof.Figure {
					figures = append(figures, m)
				}
			}
			if says == "" && len(figures) > 0 {
				t.Errorf("%s is %s: %+v", data.Pounds(pounds), what, figures)
			} else if says != "" {
				only(t, figures, proof.Figure, says, field)
			}
		}
	}
}

// ofOutreach are the amounts of the grant that rich has, in pounds, and ofCore those of its fund.
var (
	ofOutreach = map[int64]string{
		1000: "the award of “Outreach” for 2023/24.", 951: "the award of “Outreach” for 2024/25.", 410: "what a fund pays of “Outreach”.",
		1951: "the whole of “Outreach”.", 1800: "the total that a paper states for “Outreach”.", 57: "match funding of “Outreach”.",
		203: "a payment of “Outreach”.", 317: "what was paid of “Outreach”.",
		875: "what “Outreach” was before a variation.", 846: "what a variation of “Outreach” says.", 29: "what a variation of “Outreach” changes.",
	}
	ofCore = map[int64]string{
		6300: "the allocation of “Core”.", 7001: "the bid for “Core”.", 3100: "the allocation of “Core” for 2023/24.", 3200: "the allocation of “Core” for 2024/25.",
		775: "what “Core” has promised.", 357: "what “Core” has paid.", 5525: "what is left of “Core”.",
	}
)

func TestEachAmountOfARecordIsKnownForWhatItIs(t *testing.T) {
	reg := rich()
	g, _ := data.Get[*data.Grant](reg, "g")
	for field, text := range map[string]*string{
		"purpose": &g.Purpose, "services": &g.Services, "conditions": &g.Conditions, "reasons": &g.Reasons, "variations[0].summary": &g.Variations[0].Summary,
	} {
		tells(t, reg, g, "grant", text, field, ofOutreach)
		*text = ""
	}

	spec, _ := data.Get[*data.Specification](reg, "s")
	tells(t, reg, spec, "specification", &spec.Body, "body", ofOutreach)
	spec.Body = "It is £6,006." // which is another grant's
	only(t, read(t, reg, spec, "specification", document.Document{}), proof.Figure, "£6,006 in", "body")

	d := &data.Decision{
		Stamp: data.Stamp{ID: "d"}, Title: "Outreach", Grants: []data.ID{"g"}, StatedTotal: data.Pounds(2500), Marking: data.Public,
		Sections: []data.Section{{Heading: "Price"}}, Recommendations: []string{"That it is given."},
	}
	own := map[int64]string{1000: "the award to Harbour for 2023/24.", 1951: "all awards of this decision.", 2500: "the total that the decision states."}
	tells(t, reg, d, "decision", &d.Sections[0].Body, "sections[0].body", own)
	tells(t, reg, d, "decision", &d.Sections[0].Body, "sections[0].body", map[int64]string{57: ofOutreach[57]})
	d.Sections[0].Body = "It is £1."
	only(t, read(t, reg, d, "decision", document.Document{}), proof.Figure, "£1 in “Price” is none of", "sections[0].body")
	d.Sections[0].Body = ""
	tells(t, reg, d, "decision", &d.Recommendations[0], "recommendations", own)
	d.Funds, d.Recommendations = []data.ID{"f"}, nil
	tells(t, reg, d, "decision", &d.Sections[0].Body, "sections[0].body", ofCore)

	for about, known := range map[data.ID]map[int64]string{"g": ofOutreach, "f": ofCore, "o": ofOutreach} {
		n := &data.NewsRelease{Stamp: data.Stamp{ID: "n"}, Headline: "News", About: []data.ID{about}, Quotations: []data.Quotation{{Words: "Good."}}}
		tells(t, reg, n, "news-release", &n.Body, "body", known)
		n.Body, n.Headline = "", "It is £6,006."
		only(t, read(t, reg, n, "news-release", document.Document{}), proof.Figure, "£6,006 in “Headline”", "headline")
		n.Headline, n.Quotations[0].Words = "News", "It is £6,006."
		only(t, read(t, reg, n, "news-release", document.Document{}), proof.Figure, "£6,006 in", "quotations[0].words")
	}
	both := &data.NewsRelease{Stamp: data.Stamp{ID: "n"}, Headline: "News", About: []data.ID{"g", "other"}}
	tells(t, reg, both, "news-release", &both.Body, "body", map[int64]string{7957: "all of the grants together."})
}

func TestSumsOfATableOfAReplyAreKnown(t *testing.T) {
	r := request()
	r.Appendices[0].Tables[0].Groups = []data.Group{
		{Heading: "2022/23", Rows: []data.Row{{Cells: []data.Cell{{Text: "Hours"}, {Text: "£300"}}}, {Cells: []data.Cell{{Text: "Lamps"}, {Text: "£50"}}}}},
		{Heading: "2023/24", Rows: []data.Row{{Cells: []data.Cell{{Text: "Outreach"}, {Text: "£1,200"}}}, {Cells: []data.Cell{{Text: "Wardens"}, {Text: "£7,000"}}}}},
	}
	tells(t, office(), r, "foi", &r.Questions[0].Answer, "questions[0].answer", map[int64]string{
		300: "a cell of Appendix 1.", 350: "the sum of 2022/23 in Appendix 1.", 8200: "the sum of 2023/24 in Appendix 1.", 8550: "the sum of Appendix 1.",
	})
}

func TestWhatAFundHasPromisedTooMuchIsKnown(t *testing.T) {
	reg := office()
	f, _ := data.Get[*data.Fund](reg, "f")
	f.Allocation = data.Pounds(20000)
	d := &data.Decision{Stamp: data.Stamp{ID: "d"}, Title: "Overspend", Marking: data.Public, Funds: []data.ID{"f"}, Sections: []data.Section{{Heading: "Why"}}}
	d.Sections[0].Body = "It is overspent by £2,528.57, and no more."
	if found := read(t, reg, d, "decision", document.Document{}); len(found) > 0 {
		t.Errorf("it says %+v", found)
	}
	d.Sections[0].Body = "It is overspent by £2,528.56."
	only(t, read(t, reg, d, "decision", document.Document{}), proof.Figure, "the nearest is £2,528.57, what “Core” has promised too much.", "sections[0].body")
}

func TestOnlyAmountsThatArePrintedAreHeldAgainstTheRegister(t *testing.T) {
	reg := rich()
	g, _ := data.Get[*data.Grant](reg, "g")
	g.Reasons = "Burglars took goods of £260,000."
	if found := read(t, reg, g, "award-letter", document.Document{}); len(found) != 1 || found[0].Sort != proof.Total {
		t.Errorf("of a letter that does not give the reasons it says %+v", found)
	}
	r := request()
	r.Questions[0].Answer = "It reached 2,300 people in 2023."
	if found := read(t, office(), r, "foi", document.Document{}); len(found) > 0 {
		t.Errorf("of a number of people it says %+v", found)
	}
	r.Appendices, r.Questions[0].Answer = nil, "It was £7."
	if found := read(t, office(), r, "foi", document.Document{}); len(found) > 0 {
		t.Errorf("of a reply without a table it says %+v", found)
	}
}

func TestATotalThatIsStatedAndIsNoneIsFound(t *testing.T) {
	reg := rich()
	g, _ := data.Get[*data.Grant](reg, "g")
	only(t, read(t, reg, g, "grant", document.Document{}), proof.Total, "total £1,951, but a paper states £1,800.", "stated_total")
	d := &data.Decision{Stamp: data.Stamp{ID: "d"}, Title: "Outreach", Marking: data.Public, Grants: []data.ID{"g"}, StatedTotal: data.Pounds(1950)}
	only(t, read(t, reg, d, "decision", document.Document{}), proof.Total, "total £1,951, but the decision states £1,950.", "stated_total")
	d.StatedTotal = data.Money{}
	if found := read(t, reg, d, "decision", document.Document{}); len(found) > 0 {
		t.Errorf("of a decision that states none it says %+v", found)
	}
}

func TestWhatTheRegisterSaysOtherwiseNowIsFound(t *testing.T) {
	reg := rich()
	d := &data.Decision{Stamp: data.Stamp{ID: "d"}, Title: "Outreach", Marking: data.Public, Grants: []data.ID{"g"}, Status: data.DecisionSigned}
	d.Awards = d.AwardsNow(reg)
	d.Awards[0].Amount = data.Pounds(999)
	only(t, read(t, reg, d, "decision", document.Document{}), proof.Register, "Amount was £999, and is £1,000 now.", "awards")

	r := request()
	r.Status = data.Responded
	r.Appendices[0].Tables[0].Groups[0].Rows[0].Grant = "gone"
	without := data.NewRegister(reg.Details())
	only(t, read(t, without, r, "foi", document.Document{}), proof.Register, "The row was Outreach, and is not there now.", "appendices")
}

func TestWhichRowsOfATableAreSums(t *testing.T) {
	for _, c := range []struct {
		name, first string
		flagged     bool
		cells       []document.Cell // of a column: two that are added up, and the sum
		found       int
	}{
		{"a row of sums whatever it is called", "2023/24", true, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 1},
		{"the same words without being one", "2023/24", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 0},
		{"one that is called Total:", "Total: both", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 1},
		{"one that is called Overall", "Overall", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 1},
		{"one that is called Sum", "Sum", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 1},
		{"one that is called Together", "Together", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 1},
		{"one that is called Grand total", "Grand total", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 1},
		{"a grant that is called Totally Safe", "Totally Safe", false, []document.Cell{document.TextCell("£1"), document.TextCell("£2"), document.TextCell("£4")}, 0},
		{"numbers that are no money", "Total", false, []document.Cell{document.TextCell("1"), document.TextCell("2"), document.TextCell("4")}, 0},
		{"money under a heading with the sign", "Total", false, []document.Cell{document.MoneyCell("1", 100), document.MoneyCell("2", 200), document.MoneyCell("4", 400)}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []document.Row
			for i, first := range []string{"a", "b", c.first} {
				rows = append(rows, document.Row{Cells: []document.Cell{document.TextCell(first), c.cells[i]}, Total: c.flagged && i == 2})
			}
			var part document.Part
			part.Add(document.Table{Columns: make([]document.Column, 2), Groups: []document.Group{{Rows: rows}}})
			if found := read(t, office(), request(), "foi", document.Document{Parts: []document.Part{part}}); len(found) != c.found {
				t.Errorf("it says %+v", found)
			}
		})
	}
}

func TestWhatIsStillToBeFilledIn(t *testing.T) {
	for text, marks := range map[string]string{
		"By {officer} on {date: of the reply}.":         "{officer} {date: of the reply}",
		"[add] [ENTER a sum] [tbc] [to be agreed] [xx]": "[add] [ENTER a sum] [tbc] [to be agreed] [xx]",
		"[name of officer] [date] [amount] [title] [?]": "[name of officer] [date] [amount] [title] [?]",
		"It is TBC, TBA or TODO, on xx/xx.":             "TBC TBA TODO xx/xx",
		"Lorem ipsum dolor, XXX and xxx":                "Lorem ipsum XXX xxx",
		"Who??? Signed ____ for £XX or £___ or £??":     "??? ____ £XX £___ £??",
		"Why?? A ___ line, [sic], see [1] and TBCs, {}": "",
	} {
		var part document.Part
		part.Add(document.Paragraph{Text: document.Text(text)})
		var got []string
		for _, m := range read(t, office(), request(), "foi", document.Document{Parts: []document.Part{part}}) {
			mark, rest, _ := strings.Cut(strings.TrimPrefix(m.Sentence, "“"), "”")
			got = append(got, mark)
			if m.Sort != proof.Placeholder || rest != " stands in the paper and is still to be filled in." {
				t.Errorf("%q: %+v", text, m)
			}
		}
		if strings.Join(got, " ") != marks {
			t.Errorf("%q has the marks %q", text, got)
		}
	}
}
