package data

import (
	"testing"
	"time"
)

func TestAChangeShowsWhatTheGrantSaysNow(t *testing.T) {
	g := &Grant{Status: Active, PlannedEnd: NewDate(2026, time.March, 31), Purpose: "To advise.", Awards: []Award{{FinancialYear: 2025, Amount: Pounds(700), Funds: []FundShare{{Fund: "a"}, {Fund: "b"}}}}}
	v := g.NextVariation()
	if v.Number != 1 {
		t.Errorf("the first is numbered %d", v.Number)
	}
	c := g.WithBefore(&v, VariationChange{Term: VariedEnd, Date: NewDate(2026, time.June, 30)})
	reg := NewRegister()
	if term, before, after := reg.VariedWords(c); term != "End" || before != "31 March 2026" || after != "30 June 2026" {
		t.Errorf("it says %q: %q → %q", term, before, after)
	}
	c = g.WithBefore(&v, VariationChange{Term: VariedAmount, FinancialYear: 2025, Amount: Pounds(900)}) // two funds: it could not be applied
	if term, before, after := reg.VariedWords(c); term != "Amount, 2025-26" || before != "£700" || after != "£900" {
		t.Errorf("it says %q: %q → %q", term, before, after)
	}
	if g.Total() != Pounds(700) || g.PlannedEnd.Month != time.March {
		t.Error("looking at a change changes the grant")
	}
	v.Applied = NewDate(2026, time.January, 5)
	if kept := g.WithBefore(&v, VariationChange{Term: VariedPurpose, WasText: "Before", Text: "After"}); kept.WasText != "Before" {
		t.Errorf("an applied one says %q", kept.WasText)
	}
	g.Variations = []Variation{{Number: 4}, {Number: 2}}
	if n := g.NextVariation().Number; n != 5 {
		t.Errorf("the next is %d", n)
	}
}

func TestAFurtherChangeIsOfAnotherTerm(t *testing.T) {
	v := Variation{Changes: []VariationChange{{ID: "1", Term: VariedAmount, FinancialYear: 2025}}}
	if next := v.FurtherTerm(); next != VariedEnd {
		t.Errorf("beside the amount it offers %s", next)
	}
	v.Changes = append(v.Changes, VariationChange{ID: "2", Term: VariedEnd})
	if next := v.FurtherTerm(); next != VariedStart {
		t.Errorf("beside the amount and the end it offers %s", next)
	}
	if v.Offers("1", VariedEnd) || !v.Offers("2", VariedEnd) || !v.Offers("2", VariedAmount) || !v.ChangesAmountOf(2025) || v.ChangesAmountOf(2026) {
		t.Error("a term can be changed twice, or the one that a change has is not offered to it, or the amount of one year only")
	}
	for _, term := range VariedTerms() {
		v.Changes = append(v.Changes, VariationChange{Term: term})
	}
	if next := v.FurtherTerm(); next != VariedAmount {
		t.Errorf("where all are changed it offers %s", next)
	}
}

func TestEveryTermHoldsWhatItChanges(t *testing.T) {
	for _, k := range VariationKinds() {
		if term := k.UsualTerm(); term != "" && variedTerms.label(term) == string(term) {
			t.Errorf("%s usually changes %q", k, term)
		}
	}
	g := &Grant{Recipient: "r", DeliveredBy: "d", Specification: "s", PlannedStart: NewDate(2025, time.May, 1)}
	for _, term := range VariedTerms() {
		c := VariationChange{Term: term, FinancialYear: 2025, Record: "x", Text: "x", Date: NewDate(2025, time.July, 1), Amount: Pounds(1)}
		varied := Clone(g)
		if err := varied.change(&c); err != nil {
			t.Fatal(err)
		}
		got := map[TermHolds]bool{
			HoldsWords: varied.Purpose+varied.Services+varied.Conditions+varied.Area+varied.Beneficiaries == "x", HoldsAmount: len(varied.Awards) == 1,
			HoldsDate:         varied.PlannedStart != g.PlannedStart || !varied.PlannedEnd.IsZero() || !varied.ActualEnd.IsZero(),
			HoldsOrganisation: varied.Recipient == "x" || varied.DeliveredBy == "x", HoldsSpecification: varied.Specification == "x",
		}
		if !got[term.Holds()] {
			t.Errorf("%s does not hold %d", term, term.Holds())
		}
	}
}
