package data

import (
	"testing"
	"time"
)

func TestAGrantHasWhatItsDecisionSays(t *testing.T) {
	reg := NewRegister(
		&Organisation{Stamp: Stamp{ID: "harbour"}, Name: "Harbour"}, &Organisation{Stamp: Stamp{ID: "trust"}, Name: "Harbour Trust"},
		&Organisation{Stamp: Stamp{ID: "arc"}, Name: "Arc"}, &Fund{Stamp: Stamp{ID: "core"}, Programme: "Core", Status: Won},
	)
	d := &Decision{
		Stamp: Stamp{ID: "d"}, Title: "Outreach in the harbours and arcades", Status: DecisionSigned, DecidedOn: NewDate(2025, time.March, 3), Funds: []ID{"core"},
		StatedTotal: Pounds(5500), Recommendations: []string{"That the Harbour Trust is given £5,500."},
		Sections: []Section{{Heading: "Law", Body: "An Act."}, {Heading: "Background", Body: "It finds people.", Part: 1}, {Heading: "Purpose of it", Body: "Secret", Part: 2}},
	}
	g := NewGrantFrom(reg, d)
	if g.Title != d.Title || g.Recipient != "trust" || g.Status != Approved || g.AwardDate != d.DecidedOn || g.Purpose != "It finds people." {
		t.Errorf("it is %+v", g)
	}
	if len(g.Awards) != 1 || g.Awards[0].FinancialYear != 2024 || g.Awards[0].Amount != Pounds(5500) || len(g.Awards[0].Funds) != 1 || g.Awards[0].Funds[0].Fund != "core" || len(g.Problems()) > 0 {
		t.Errorf("its awards are %+v; %v", g.Awards, g.Problems())
	}
	d.Name(g.ID)
	d.Name(g.ID)
	if len(d.Grants) != 1 {
		t.Errorf("the decision names %v", d.Grants)
	}
	second := NewGrantFrom(reg, d)
	if len(second.Awards) != 0 || second.ID == g.ID {
		t.Errorf("the second grant has the total of both: %+v", second)
	}
}

func TestAGrantIsLeftOpenWhereItsDecisionIs(t *testing.T) {
	reg := NewRegister(&Organisation{Stamp: Stamp{ID: "harbour"}, Name: "Harbour"}, &Organisation{Stamp: Stamp{ID: "arc"}, Name: "Arc"})
	d := &Decision{Title: "Harbour and Arc", Status: DecisionSubmitted, Funds: []ID{"a", "b"}, StatedTotal: Pounds(10), RaisedOn: NewDate(2025, time.May, 1)}
	g := NewGrantFrom(reg, d)
	if g.Recipient != "" || g.Status != Proposed || !g.AwardDate.IsZero() || len(g.Awards) != 1 || len(g.Awards[0].Funds) != 0 || g.Awards[0].FinancialYear != 2025 {
		t.Errorf("it is %+v", g)
	}
	if refused := (&Decision{Status: DecisionRefused}); refused.Gives() || !d.Gives() {
		t.Error("a grant comes of a decision that was refused")
	}
}
