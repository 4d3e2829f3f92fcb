package data

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestAClashIsToldInWordsAndSettledFieldByField(t *testing.T) {
	long := strings.Repeat("What it is for. ", 8)
	base := &Grant{Stamp: Stamp{ID: "g", Version: 1}, Title: "Helpline", Purpose: long, Awards: []Award{{ID: "a", FinancialYear: 2024, Amount: Pounds(100)}}}
	mine, theirs := Clone(base), Clone(base)
	mine.Title, theirs.Title = "Mine", "Theirs"
	mine.Purpose, theirs.Purpose = long+"By me.", long+"By them."
	mine.Awards[0].Amount, theirs.Awards = Pounds(120), nil
	merged, clashes, err := Merge(base, mine, theirs)
	if err != nil || len(clashes) != 3 {
		t.Fatalf("%d clashes, %v", len(clashes), err)
	}
	reg := NewRegister(theirs)
	sides := map[string]Sides{}
	for _, c := range clashes {
		sides[c.Path] = reg.Sides(KindGrant, "g", c)
	}
	if s := sides["title"]; s.Label != "Name of grant" || s.Mine != "Mine" || s.Theirs != "Theirs" || s.Both != nil {
		t.Errorf("the title is told as %+v", s)
	}
	if s := sides["awards/a"]; !strings.Contains(s.Mine, "£120") || s.Theirs != "taken out" {
		t.Errorf("the award is told as %+v", s)
	}
	both := sides["purpose"].Both
	var text string
	if err := json.Unmarshal(both, &text); err != nil || text != theirs.Purpose+"\n\n"+mine.Purpose {
		t.Errorf("both texts are %q, %v", text, err)
	}
	c := &Conflict{Base: base, Mine: mine, Theirs: theirs, Merged: merged, Clashes: clashes}
	rec, err := c.Resolve(map[string]json.RawMessage{"title": json.RawMessage(`"Mine"`), "purpose": both})
	if err != nil {
		t.Fatal(err)
	}
	if g := rec.(*Grant); g.Title != "Mine" || g.Purpose != text || len(g.Awards) != 0 {
		t.Errorf("chosen is %q, %q, %v", g.Title, g.Purpose, g.Awards)
	}
}
