package reports

import (
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/reports/document"
)

// somePaper is a request with a table from the register, a specification and somebody who asked.
func somePaper() (*data.Register, *data.FOIRequest) {
	reg := data.NewRegister(
		&data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office of the Commissioner for Elmshire", Email: "foi@elmshire.example", FinancialYearStyle: data.YearSlash},
		&data.Organisation{Stamp: data.Stamp{ID: "o"}, Name: "Harbour"},
		&data.Specification{Stamp: data.Stamp{ID: "s"}, Title: "Outreach", ScheduleLabel: "SCHEDULE 1", Body: "## Purpose\n\nTo help.\n\n- by telephone"},
		&data.Grant{
			Stamp: data.Stamp{ID: "g"}, Title: "Outreach worker", Recipient: "o", Specification: "s", Status: data.Active,
			Awards: []data.Award{{FinancialYear: 2023, Amount: data.Pounds(5500)}},
		},
	)
	return reg, &data.FOIRequest{
		Reference: "FOI/24-007", Received: data.NewDate(2024, time.March, 4), Subject: "Grants", Status: data.Responded,
		Applicant: &data.Applicant{Name: "Ariadne Quill", Email: "quill@example.org", Address: "9 Elm Row"},
		Clock:     []data.ClockRow{{Event: data.ClockResponded, On: data.NewDate(2024, time.March, 25)}},
		Questions: []data.FOIQuestion{{Label: "1.", Text: "Which grants?", Answer: "They are at Appendices 1 and 2; there is no Appendix 3."}},
		Appendices: []data.Appendix{
			{
				Number: 1, Kind: data.AppendixTable, Title: "Grants",
				Tables: []data.Table{{
					Columns: []data.Column{{Heading: "Grant", Field: "title"}, {Heading: "Amount"}},
					Groups: []data.Group{{Heading: "2023/24", Rows: []data.Row{{Grant: "g", Cells: []data.Cell{
						{Text: "See Appendix 2", Appendix: 2, Marks: []string{"*"}}, {Text: "£5,500"},
					}}}}},
				}},
				Footnotes: []data.Footnote{{Mark: "*", Text: "Until March", Link: "https://elmshire.example/x"}},
			},
			{Number: 2, Kind: data.AppendixSpecification, Specification: "s"},
		},
	}
}

// runs are all runs of words of a paper, in order.
func runs(doc document.Document) []document.Inline {
	var all []document.Inline
	for _, part := range doc.Parts {
		document.EachInline(part.Blocks, func(r document.Inline) []document.Inline {
			all = append(all, r)
			return nil
		})
	}
	return all
}

func words(doc document.Document) string { return document.Plain(runs(doc)) }

func TestReplyNeverNamesTheApplicant(t *testing.T) {
	reg, r := somePaper()
	doc := FOIReply(reg, r.Blind())
	all := words(doc) + doc.Title + doc.Subject + doc.Author + doc.Footer
	for _, secret := range []string{"Ariadne", "Quill", "quill@", "Elm Row"} {
		if strings.Contains(all, secret) {
			t.Errorf("the reply holds %q", secret)
		}
	}
	if !strings.Contains(all, "Dear applicant") || !strings.Contains(all, "Which grants?") {
		t.Errorf("the reply does not read like one:\n%s", all)
	}
}

func TestReplyLeadsFromWordsToAppendices(t *testing.T) {
	reg, r := somePaper()
	doc := FOIReply(reg, r.Blind())
	anchors := map[string]bool{}
	for _, part := range doc.Parts {
		for _, b := range part.Blocks {
			switch b := b.(type) {
			case document.Heading:
				anchors["#"+b.Anchor] = true
			case document.Note:
				anchors["note "+b.Anchor] = true
			}
		}
	}
	links := map[string]string{}
	for _, run := range runs(doc) {
		if strings.HasPrefix(run.Link, "#") {
			links[run.Text] = run.Link
			if !anchors[run.Link] {
				t.Errorf("%q leads to %s, which is nowhere", run.Text, run.Link)
			}
		}
		if run.Note != "" && !anchors["note "+run.Note] {
			t.Errorf("the mark %q has no footnote", run.Text)
		}
	}
	for text, want := range map[string]string{"Appendices 1": "#appendix-1", "2": "#appendix-2", "Appendix 2": "#appendix-2", "Appendix 1": "#appendix-1"} {
		if links[text] != want {
			t.Errorf("%q leads to %q, want %q", text, links[text], want)
		}
	}
	if links["Appendix 3"] != "" {
		t.Error("an appendix that is not there has a link")
	}
}

func TestReplySetsSumsRightAndTablesWide(t *testing.T) {
	reg, r := somePaper()
	doc := FOIReply(reg, r.Blind())
	if len(doc.Parts) != 3 || doc.Parts[0].Orientation != document.Portrait || doc.Parts[1].Orientation != document.Landscape || doc.Parts[2].Orientation != document.Portrait {
		t.Fatalf("the parts of the reply are turned wrongly")
	}
	for _, b := range doc.Parts[1].Blocks {
		if table, ok := b.(document.Table); ok {
			if table.Columns[0].Align != document.Left || table.Columns[1].Align != document.Right {
				t.Errorf("words and sums stand on the wrong sides: %+v", table.Columns)
			}
		}
	}
}

func TestOfficeWritesItsOwnWords(t *testing.T) {
	reg, r := somePaper()
	office := data.Clone(reg.Details())
	office.Wording = map[string]string{"foi_opening": "You wrote to the {office} on {received}, and {nobody} knows."}
	reg.Put(office)
	all := words(FOIReply(reg, r.Blind()))
	if !strings.Contains(all, "You wrote to the Office of the Commissioner for Elmshire on 4 March 2024, and {nobody} knows.") {
		t.Errorf("the office's own words are not there:\n%s", all)
	}
	if !strings.Contains(all, "at foi@elmshire.example") {
		t.Error("the reply does not say where to ask for a review")
	}
}

func TestReplyThatIsNotSentSaysSo(t *testing.T) {
	reg, r := somePaper()
	r.Clock, r.Status = nil, data.Drafted
	if all := words(FOIReply(reg, r.Blind())); !strings.Contains(all, "Draft") || strings.Contains(all, "25 March") {
		t.Errorf("a draft can be taken for the reply:\n%s", all)
	}
	r.Regime = data.RegimeEIR
	if all := words(FOIReply(reg, r.Blind())); !strings.Contains(all, "Environmental Information Regulations") || strings.Contains(all, "Freedom of Information Act") {
		t.Error("a request for environmental information is answered under the wrong law")
	}
}

// Whoever asked for figures may have them as a spreadsheet, where a sum or a day that stands alone in a cell is one, whoever typed it.
func TestSumsAndDaysOfAReplyAreMoreThanWords(t *testing.T) {
	sum := func(pence int64) document.Value { return document.Value{Kind: document.Money, Pence: pence} }
	for text, want := range map[string]document.Value{
		"£5,500": sum(550000), "up to £22,528.57": sum(2252857), "-£50": sum(-5000), "£1.5m": sum(150000000),
		"4 October 2023": {Kind: document.Day, Day: time.Date(2023, 10, 4, 0, 0, 0, 0, time.UTC)},
		" 4 Oct 2023":    {Kind: document.Day, Day: time.Date(2023, 10, 4, 0, 0, 0, 0, time.UTC)},
		"5500":           {}, "2017": {}, "£500 and £600": {}, "October 2023": {}, "30 February 2023": {}, "See Appendix 2": {}, "": {},
	} {
		cell := foiReply{}.cell(1, data.Cell{Text: text, Marks: []string{"*"}})
		if cell.Value != want {
			t.Errorf("%q is %+v, want %+v", text, cell.Value, want)
		}
	}
}

func TestTheOwnOpeningOfAReplyStandsAfterTheThanksAndLeadsToAppendices(t *testing.T) {
	reg, r := somePaper()
	r.Opening = FOIApology(reg, r.Blind(), data.NewDate(2024, time.April, 2))
	doc := FOIReply(reg, r.Blind())
	all := words(doc)
	thanks, sorry, asked := strings.Index(all, "Thank you"), strings.Index(all, "You should have had this reply by 2 April 2024."), strings.Index(all, "Which grants?")
	if thanks < 0 || sorry < thanks || asked < sorry {
		t.Errorf("the reply reads:\n%s", all)
	}
	led := func(opening string) (n int) {
		r.Opening = opening
		for _, run := range runs(FOIReply(reg, r.Blind())) {
			if run.Link == "#appendix-2" {
				n++
			}
		}
		return n
	}
	if before, after := led(""), led("All of it is in Appendix 2."); after != before+1 {
		t.Errorf("%d links lead to the appendix that the opening names, %d without it", after, before)
	}
}

func TestAnAnswerThatNothingIsHeldFollowsTheLaw(t *testing.T) {
	reg, r := somePaper()
	if got := FOINotHeld(reg, r.Blind()); !strings.Contains(got, "Section 1(1)(a)") || strings.Contains(got, "may hold it") {
		t.Errorf("with no force known it says %q", got)
	}
	office := data.Clone(reg.Details())
	office.PoliceArea = "Elmshire"
	reg.Put(office)
	for regime, want := range map[data.Regime]string{
		data.RegimeFOI: "The police force for Elmshire may hold it.", data.RegimeEIR: "under regulation 9.", data.RegimeMixed: "The police force for Elmshire may hold it.",
	} {
		r.Regime = regime
		got := FOINotHeld(reg, r.Blind())
		if !strings.Contains(got, want) || strings.Contains(got, "of the Act") != (regime == data.RegimeFOI) {
			t.Errorf("under %s it says %q", regime, got)
		}
	}
	r.Regime = data.RegimeSAR
	if got := FOINotHeld(reg, r.Blind()); got != "We do not hold this about you." {
		t.Errorf("to a person who asks about themselves it says %q", got)
	}
}

func TestWhatIsSaidOfTheWholeReplyStandsApartFromTheLastAnswer(t *testing.T) {
	reg, r := somePaper()
	lines := document.Lines(FOIReply(reg, r.Blind()))
	at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "We answer every request in the same way") })
	if at < 1 || lines[at-1] != "About this reply" {
		t.Errorf("the reply says %q", lines)
	}
}
