package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// someRequest asks for grants for stalking; its second appendix is the specification that one of them names.
func someRequest() *FOIRequest {
	return &FOIRequest{
		Reference: "FOI/1", Status: Drafted,
		Questions: []FOIQuestion{{Label: "Q1", Answer: "See Appendices 1 and 2, in 2 parts."}},
		Appendices: []Appendix{
			{Number: 1, Kind: AppendixTable, Tables: []Table{{
				Query: Query{Themes: []string{"stalking"}, Status: AwardedStatuses()},
				Columns: []Column{
					{Heading: "Grant", Field: "title"},
					{Heading: "Amount", Field: "amount"},
					{Heading: "Services", Field: "services"},
					{Heading: "Open to men", Question: "q"},
					{Heading: "Remarks"},
				},
			}}},
			{Number: 2, Kind: AppendixSpecification, Specification: "s"},
		},
	}
}

func texts(groups []Group) map[string][][]string {
	all := map[string][][]string{}
	for _, g := range groups {
		for _, r := range g.Rows {
			cells := make([]string, len(r.Cells))
			for i, c := range r.Cells {
				cells[i] = c.Text
			}
			all[g.Heading] = append(all[g.Heading], cells)
		}
	}
	return all
}

func TestATableIsReadFromTheRegister(t *testing.T) {
	r := someRequest()
	want := map[string][][]string{
		"2023/24": {
			{"Helpline", "£3,000", "", "", ""},
			{"Outreach worker", "£100", "See the service specification at Appendix 2", "Yes – since 2024", ""},
		},
		"2024/25": {{"Outreach worker", "up to £200.50", "See the service specification at Appendix 2", "Yes – since 2024", ""}},
	}
	if diff := cmp.Diff(want, texts(r.Appendices[0].Tables[0].Fill(someRegister(), r))); diff != "" {
		t.Error(diff)
	}
	r.Appendices[0].Tables[0].GroupBy = Ungrouped
	want = map[string][][]string{"": {
		{"Helpline", "£3,000", "", "", ""},
		{"Outreach worker", "up to £300.50", "See the service specification at Appendix 2", "Yes – since 2024", ""},
	}}
	if diff := cmp.Diff(want, texts(r.Appendices[0].Tables[0].Fill(someRegister(), r))); diff != "" {
		t.Error(diff)
	}
}

func TestWordsOfAPersonStandAboveThoseOfTheRegister(t *testing.T) {
	reg, r := someRegister(), someRequest()
	table := &r.Appendices[0].Tables[0]
	table.Write("2023/24", "b", 4, Cell{Text: "Ended early"})
	table.Write("2023/24", "b", 1, Cell{Marks: []string{"*"}})
	row := table.Fill(reg, r)[0].Rows[0]
	if row.Cells[4].Text != "Ended early" || row.Cells[0].Text != "Helpline" {
		t.Errorf("the row reads %v", row.Cells)
	}
	if diff := cmp.Diff(Cell{Text: "£3,000", Marks: []string{"*"}}, row.Cells[1]); diff != "" {
		t.Errorf("a mark changed the figure: %s", diff)
	}
	table.Write("2023/24", "b", 4, Cell{})
	if row := table.Fill(reg, r)[0].Rows[0]; row.Cells[4].Text != "" {
		t.Errorf("words that were taken back still stand: %q", row.Cells[4].Text)
	}
}

func TestASentReplyStaysAsItWasSent(t *testing.T) {
	reg, r := someRegister(), someRequest()
	r.Freeze(reg)
	sent := texts(r.Appendices[0].Tables[0].Groups)
	r.Status = Responded
	b, _ := Get[*Grant](reg, "b")
	b = Clone(b)
	b.Awards[0].Amount = Pounds(1)
	reg.Put(b)
	if diff := cmp.Diff(sent, texts(r.Appendices[0].Tables[0].Fill(reg, r))); diff != "" {
		t.Errorf("the register changed a reply that was sent: %s", diff)
	}
	c, _ := Get[*Grant](reg, "c")
	c = Clone(c)
	c.Status, c.Themes, c.Awards = Active, []string{"stalking"}, b.Awards
	reg.Put(c)
	reg.Remove(KindGrant, "b")
	if diff := cmp.Diff(sent, texts(r.Appendices[0].Tables[0].Fill(reg, r))); diff != "" {
		t.Errorf("a grant came into a reply that was sent, or went out of it: %s", diff)
	}
}

func TestWordsThatNameAnAppendixFollowItsNumber(t *testing.T) {
	r := someRequest()
	r.Appendices[0].Tables[0].Groups = []Group{{Rows: []Row{{Cells: []Cell{{Text: "See Appendix 2 (2 pages)", Appendix: 2}, {Text: "Flat 2"}}}}}}
	r.MoveAppendix(2, 1)
	if r.Appendices[0].Kind != AppendixSpecification || r.Appendices[0].Number != 1 || r.Appendices[1].Number != 2 {
		t.Errorf("the appendices stand as %v", r.Appendices)
	}
	cells := r.Appendices[1].Tables[0].Groups[0].Rows[0].Cells
	if diff := cmp.Diff([]Cell{{Text: "See Appendix 1 (2 pages)", Appendix: 1}, {Text: "Flat 2"}}, cells); diff != "" {
		t.Error(diff)
	}
	if got := r.Questions[0].Answer; got != "See Appendices 2 and 1, in 2 parts." {
		t.Errorf("the answer reads %q", got)
	}
}

func TestWhereATextNamesAnAppendix(t *testing.T) {
	s := "at Appendices 1, 2 and 13; Appendix 4."
	var got []string
	for _, m := range AppendixWords(s) {
		got = append(got, s[m.Start:m.End])
	}
	if diff := cmp.Diff([]string{"Appendices 1", "2", "13", "Appendix 4"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRowsWrittenByHandAreNotLost(t *testing.T) {
	reg, r := someRegister(), readyRequest()
	table := &r.Appendices[0].Tables[0]
	table.Groups = []Group{{ID: "h", Heading: "2019/20", Rows: []Row{{ID: "r", Cells: []Cell{{Text: "Not in the register"}}}, {ID: "e", Cells: []Cell{{}}}, {ID: "x", Grant: "b", Cells: []Cell{{Text: "of a year that it has no award for"}}}}}}
	table.Write("2023-24", "b", 4, Cell{Text: "Ended early"}) // the office printed years so before
	if err := r.Send(reg, signedOn, ""); err != nil {
		t.Fatal(err)
	}
	got := texts(r.Appendices[0].Tables[0].Groups)
	if diff := cmp.Diff([][]string{{"Not in the register"}}, got["2019/20"]); diff != "" {
		t.Error(diff)
	}
	if got["2023/24"][0][4] != "Ended early" || len(got["2023-24"]) != 0 {
		t.Errorf("words are lost: %q", got)
	}
	if diff := r.Differences(reg); len(diff) != 0 {
		t.Errorf("nothing has changed: %v", diff)
	}
}

func TestWordsWhereTheRegisterSaidNothingAreNoDifference(t *testing.T) {
	reg, r := someRegister(), readyRequest()
	table := &r.Appendices[0].Tables[0]
	table.Write("2023/24", "b", 3, Cell{Text: "We asked: yes"}) // the register has no answer
	if err := r.Send(reg, signedOn, ""); err != nil {
		t.Fatal(err)
	}
	if diff := r.Differences(reg); len(diff) != 0 {
		t.Errorf("nothing has changed: %v", diff)
	}
	g, _ := Get[*Grant](reg, "b")
	g = Clone(g)
	g.Answers = []Answer{{Question: "q", Answer: No}}
	reg.Put(g)
	if diff := r.Differences(reg); len(diff) != 1 || diff[0].Sent != "" || diff[0].Now != "No" {
		t.Errorf("%+v", diff)
	}
}
