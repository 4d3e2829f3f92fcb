package grants

import (
	"slices"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

// paidGrant is a grant for 2025-26 that one fund pays.
func paidGrant() (*data.Grant, *data.Fund) {
	core := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core", Status: data.Won, Allocation: data.Pounds(800)}
	return given("Helpline", award(700, data.FundShare{ID: data.NewRowID(), Fund: core.ID, Amount: data.Pounds(700)})), core
}

func TestAChangeMoreIsOfAnotherTerm(t *testing.T) {
	g, core := paidGrant()
	d := uitest.NewDesk(t, core, g)
	open(d, g)
	d.Turn("Variations")
	d.Tap("grant.variations.add")
	d.Must("One variation may change several things, such as the amount and the end: add a change for each.")
	if d.Focused() != "grant.variations[0].kind" {
		t.Errorf("the keyboard is in %q", d.Focused())
	}
	d.Choose("grant.variations[0].kind", "Extension")
	d.Tap("grant.variations[0].changes.add")
	if got := d.Value("grant.variations[0].changes[1].term"); got != "Amount" {
		t.Errorf("beside the end, a change of %q is offered", got)
	}
	if offers := d.Offers("grant.variations[0].changes[1].term"); slices.Contains(offers, "End") || !slices.Contains(offers, "Start") || !slices.Contains(offers, "Amount") {
		t.Errorf("beside the end it offers %q", offers)
	}
	d.Choose("grant.variations[0].changes[1].term", "Conditions")
	if d.Focused() != "grant.variations[0].changes[1].term" {
		t.Errorf("the keyboard is with %q", d.Focused())
	}
	if offers := d.Offers("grant.variations[0].changes[0].term"); slices.Contains(offers, "Conditions") || !slices.Contains(offers, "End") {
		t.Errorf("of the first it offers %q", offers)
	}
	d.Tap("grant.variations[0].changes.add")
	d.Tap("grant.variations[0].changes.add")
	if got := d.Value("grant.variations[0].changes[2].financial_year"); got != "2025-26" {
		t.Errorf("an amount begins with %s", got)
	}
	d.Choose("grant.variations[0].changes[3].term", "Amount")
	if got := d.Value("grant.variations[0].changes[3].financial_year"); got != "2026-27" {
		t.Errorf("the next amount is again of %s", got)
	}
}

func TestAYearThatIsNewIsGivenNoMoneyWithoutAFund(t *testing.T) {
	g, core := paidGrant()
	d := uitest.NewDesk(t, core, g)
	open(d, g)
	d.Turn("Variations")
	d.Tap("grant.variations.add")
	d.Choose("grant.variations[0].kind", "Uplift")
	d.Type("grant.variations[0].changes[0].amount", "900")
	d.MustNot("No fund pays for")
	d.Type("grant.variations[0].changes[0].financial_year", "2026-27")
	d.Must("No fund pays for 2026-27 yet: name the one that will.")
	d.Tap("grant.variations[0].apply")
	if len(d.Explained) != 1 || d.Explained[0] != "Variation 1 gives money for 2026-27, a year that the grant has no award for yet, so no fund pays for it: name the fund that bears it." {
		t.Errorf("explained %q", d.Explained)
	}
	d.Pick("grant.variations[0].changes[0].fund", "Core")
	d.MustNot("No fund pays for")
	d.Tap("grant.variations[0].apply")
	d.Answer("Done")
	after := uitest.KeptAs[*data.Grant](d, "Helpline")
	if len(after.Awards) != 2 || after.Awards[1].Funds[0].Fund != core.ID {
		t.Errorf("applied as %+v", after.Awards)
	}
}

func TestWhatATermBecomesIsPutDownOrTickedToBeNone(t *testing.T) {
	g, core := paidGrant()
	g.Conditions = "Staff are vetted."
	d := uitest.NewDesk(t, core, g)
	open(d, g)
	d.Turn("Variations")
	d.Tap("grant.variations.add")
	d.Choose("grant.variations[0].kind", "Extension")
	d.Must("End: 31 March 2026 now. “To” is empty: put down what it becomes.")
	d.MustNot("to nothing")
	if d.Has("grant.variations[0].changes[0].none") {
		t.Error("a grant can be varied to have no end")
	}
	d.Type("grant.variations[0].changes[0].date", "30 June 2026")
	d.Tap("grant.variations[0].changes.add")
	d.Must("Amount, 2025-26: £700 now. “To” is empty: put down what it becomes.")
	d.MustNot("£0.")
	d.Tap("grant.variations[0].apply")
	if len(d.Explained) != 1 || d.Explained[0] != "Variation 1 does not say what “Amount, 2025-26” becomes: put it down, or tick that there is to be none." {
		t.Errorf("explained %q", d.Explained)
	}
	d.Tap("grant.variations[0].changes[1].none")
	d.Must("Amount, 2025-26: from £700 to £0")
	if d.Has("grant.variations[0].changes[1].amount") || d.Focused() != "grant.variations[0].changes[1].none" {
		t.Errorf("an amount can be typed beside £0, or the keyboard went to %q", d.Focused())
	}
	d.Tap("grant.variations[0].changes[1].none")
	d.Type("grant.variations[0].changes[1].amount", "400")
	d.Must("Amount, 2025-26: from £700 to £400")
	d.Tap("grant.variations[0].changes.add")
	d.Choose("grant.variations[0].changes[2].term", "Conditions")
	d.Tap("grant.variations[0].changes[2].none")
	d.Must("Conditions: from Staff are vetted. to nothing")
	d.Tap("grant.variations[0].apply")
	d.Answer("Done")
	after := uitest.KeptAs[*data.Grant](d, "Helpline")
	if after.Conditions != "" || after.Total() != data.Pounds(400) || after.PlannedEnd != data.NewDate(2026, time.June, 30) {
		t.Errorf("applied as %+v; explained %q", after, d.Explained)
	}
}
