package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestACellThatDiffersFromTheRegisterIsKnownAndGivenBack(t *testing.T) {
	r, reg := someRequest(), someRegister()
	table := &r.Appendices[0].Tables[0]
	table.Reword(reg, r, "2023/24", "b", 0, " Night-time helpline ", []string{"*"})
	table.Reword(reg, r, "2023/24", "a", 1, "£100", []string{"**"}) // the register's own words, with a mark
	table.Reword(reg, r, "2024/25", "a", 2, "See Appendix 2", nil)
	want := []OwnCell{
		{0, 0, 0, "2023/24", "b", "Night-time helpline", "Helpline"},
		{1, 0, 2, "2024/25", "a", "See Appendix 2", "See the service specification at Appendix 2"},
	}
	if diff := cmp.Diff(want, table.OwnCells(reg, r)); diff != "" {
		t.Error(diff)
	}
	filled := table.Fill(reg, r)
	if cell := filled[0].Rows[1].Cells[1]; cell.Text != "£100" || len(cell.Marks) != 1 {
		t.Errorf("the cell with a mark is %+v", cell)
	}
	if cell := filled[1].Rows[0].Cells[2]; cell.Appendix != 2 {
		t.Errorf("the cell that names an appendix is %+v", cell)
	}
	table.Write("2023/24", "b", 0, Cell{})
	table.Write("2024/25", "a", 2, Cell{})
	if own := table.OwnCells(reg, r); own != nil {
		t.Errorf("given back, %v differ", own)
	}
	r.Status = Responded
	if own := table.OwnCells(reg, r); own != nil {
		t.Errorf("of a sent reply, %v differ", own)
	}
}

func TestCellsInWhichTheRegisterSaysTheSameAreFound(t *testing.T) {
	r, reg := someRequest(), someRegister()
	var rows []string
	for _, c := range r.Appendices[0].Tables[0].Alike(reg, r, "2023/24", "a", 2) {
		rows = append(rows, c.Heading+" "+string(c.Grant))
	}
	if diff := cmp.Diff([]string{"2023/24 a", "2024/25 a"}, rows); diff != "" {
		t.Error(diff)
	}
}

func TestWordsWrittenByHandGoAlongWithTheirColumn(t *testing.T) {
	r, reg := someRequest(), someRegister()
	table := &r.Appendices[0].Tables[0]
	table.Write("2023/24", "b", 0, Cell{Text: "Night-time helpline"})
	table.Write("2023/24", "b", 4, Cell{Text: "New"})
	c := table.Columns
	table.Arrange([]Column{c[4], {Heading: "Year", Field: "year"}, c[0]}, []int{4, -1, 0})
	if diff := cmp.Diff([]string{"New", "2023/24", "Night-time helpline"}, texts(table.Fill(reg, r))["2023/24"][0]); diff != "" {
		t.Error(diff)
	}
	table.Arrange([]Column{c[1]}, []int{-1})
	if own := table.OwnCells(reg, r); own != nil {
		t.Errorf("columns that went left %v", own)
	}
}

func TestARequestProposesWhichGrantsItIsAbout(t *testing.T) {
	reg := someRegister()
	for text, want := range map[string]Query{
		"grants awarded in the financial years 2017-2018 and 2018-19 to victims of stalking":    {Years: []FinancialYear{2017, 2018}, Themes: []string{"stalking"}},
		"Domestic abuse, in 24/25, and 24/25 again":                                             {Years: []FinancialYear{2024}, Themes: []string{"Domestic abuse"}},
		"what was given since 2023, and police overtime in 2022-23":                             {Years: []FinancialYear{2022, 2023, 2024}},
		"all of it from April 2023 to March 2024":                                               {Years: []FinancialYear{2023}},
		"between 2022-23 and 2023-24, or from 1 May 2030":                                       {Years: []FinancialYear{2022, 2023}},
		"Since the start of 2024, from the Home Office":                                         {Years: []FinancialYear{2024}},
		"services to victims of stalking, e.g. advice on domestic abuse, in the last two years": {Years: []FinancialYear{2024}, Themes: []string{"stalking"}},
		"support, for example after domestic abuse":                                             {Themes: []string{"Domestic abuse"}},
		"the minutes of 2019-2021":                                                              {},
	} {
		want.Status = AwardedStatuses()
		if diff := cmp.Diff(want, reg.ProposedQuery(text, askedToday)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
	q := Query{Years: []FinancialYear{2017, 2018}, Themes: []string{"stalking"}}
	for want, q := range map[string]Query{
		"Grants awarded in 2017/18 and 2018/19: stalking": q,
		"Grants awarded in 2017/18":                       {Years: q.Years[:1]},
		"Grants awarded: stalking":                        {Themes: q.Themes},
		"Grants awarded":                                  {},
	} {
		if got := q.TitleOf(reg.Details()); got != want {
			t.Errorf("the title is %q, want %q", got, want)
		}
	}
}
