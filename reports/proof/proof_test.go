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

// only fails unless there is one remark of a sort, which says some words and leads to a field.
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
		{"a note to oneself is left", func(r *data.FOIRequest) { r.Questions[0].Answer += " [insert the figure]" }, proof.Placeholder, "[insert the figure]", "questions[0].answer"},
		{"a sum is still to come", func(r *data.FOIRequest) { r.Questions[0].Answer += " It was £XX." }, proof.Placeholder, "£XX", "questions[0].answer"},
		{"a sum is mistyped", func(r *data.FOIRequest) { r.Questions[0].Answer += " It was £22,582.57." }, proof.Figure, "£22,528.57", "questions[0].answer"},
		{"a character cannot be printed", func(r *data.FOIRequest) { r.Questions[0].Answer += " Thank you 🙂" }, proof.Character, "🙂", "questions[0].answer"},
		{"a question has no answer", func(r *data.FOIRequest) { r.Questions = append(r.Questions, data.FOIQuestion{Text: "Why?"}) }, proof.Unanswered, "Question 2", "questions[1].answer"},
		{"the public interest was not weighed", func(r *data.FOIRequest) {
			r.Exemptions = []data.Exemption{{Section: "43(2)", Reason: "Prices"}, {Section: "40(2)", Reason: "Names"}}
		}, proof.Unanswered, "43(2)", "exemptions[0].public_interest"},
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
	for _, said := range []string{"£22,528.57", "£22,529", "£22.5k", "£22.5 thousand", "£23k", "more than £0.02 million"} {
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
	only(t, read(t, office(), request(), "foi", total("£7", 700)), proof.Total, "add up to £6, but its total says £7", "")
	if found := read(t, office(), request(), "foi", total("£6", 600)); len(found) > 0 {
		t.Errorf("a table that adds up: %+v", found)
	}
}

func TestARemarkOnTheOfficesOwnWordingLeadsThere(t *testing.T) {
	reg := office()
	details := data.Clone(reg.Details())
	details.Wording = map[string]string{"foi_close": "Yours, {nobody}"}
	reg.Put(details)
	found := read(t, reg, request(), "foi", document.Document{})
	only(t, found, proof.Placeholder, "{nobody}", "wording[foi_close]")
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
