package data

import "testing"

func TestAFieldIsNamedAsProblemsNameIt(t *testing.T) {
	before := &Grant{Title: "Refuge", Awards: []Award{{ID: "a", FinancialYear: 2023}, {ID: "b", FinancialYear: 2024, Funds: []FundShare{{ID: "c"}}}}}
	for _, c := range []struct {
		change func(*Grant)
		want   string
	}{
		{func(g *Grant) { g.Title = "Shelter" }, "title"},
		{func(g *Grant) { g.Awards[1].Amount.Pence = 5 }, "awards[1].amount"},
		{func(g *Grant) { g.Awards[1].Funds[0].Amount.Pence = 5 }, "awards[1].funds[0].amount"},
		{func(g *Grant) { g.Awards = append(g.Awards, Award{ID: "d"}) }, "awards[2]"},
		{func(g *Grant) { g.Awards = g.Awards[:1] }, "awards"},
		{func(g *Grant) { g.Awards[0], g.Awards[1] = g.Awards[1], g.Awards[0] }, "awards"},
	} {
		after := Clone(before)
		c.change(after)
		changes, err := Diff(before, after)
		if err != nil || len(changes) == 0 {
			t.Fatalf("nothing changed for %s: %v", c.want, err)
		}
		if got := FieldAt(after, changes[0].Path); got != c.want {
			t.Errorf("%s is named %q, want %q", changes[0].Path, got, c.want)
		}
	}
}
