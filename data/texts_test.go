package data

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextsAreFoundWithTheFieldThatHoldsThem(t *testing.T) {
	r := &FOIRequest{
		Stamp: Stamp{ID: "r"}, Reference: "FOI/1", Subject: "Grants",
		Questions: []FOIQuestion{{ID: "a", Label: "1."}, {ID: "b", Text: "Which?", Answer: "These."}},
		Appendices: []Appendix{{ID: "x", Number: 1, Tables: []Table{{ID: "t", Groups: []Group{{ID: "g", Rows: []Row{
			{ID: "r1"}, {ID: "r2", Cells: []Cell{{Text: "Cell"}}},
		}}}}}}},
	}
	want := []PlacedText{
		{Field: "subject", Label: "Subject", Text: "Grants"},
		{Field: "questions[0].label", Label: "Label", Row: 1, Text: "1."},
		{Field: "questions[1].text", Label: "Text", Row: 2, Text: "Which?"},
		{Field: "questions[1].answer", Label: "Answer", Row: 2, Text: "These."},
		{Field: "appendices[0].tables[0].groups[0].rows[1].cells", Label: "Cells", Row: 2, Text: "Cell"},
	}
	if diff := cmp.Diff(want, TextsIn(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	office := &OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Office", Wording: map[string]string{"foi_close": "Yours"}}
	want = []PlacedText{{Field: "name", Label: "Name", Text: "Office"}, {Field: "wording[foi_close]", Label: "Standing wording", Text: "Yours"}}
	if diff := cmp.Diff(want, TextsIn(office)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
