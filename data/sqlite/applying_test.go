package sqlite

import (
	"testing"
	"time"

	"almoner/data"
)

// What is issued does not wait: it goes into the file at once, made from the record as it was and not as the save would leave it.
func TestAVariationIsAppliedInASharedOffice(t *testing.T) {
	_, s, g := shared(t)
	g = data.Clone(g)
	g.PlannedStart, g.PlannedEnd, g.Status = data.NewDate(2025, time.April, 1), data.NewDate(2026, time.March, 31), data.Active
	g.Variations = []data.Variation{{ID: data.NewRowID(), Number: 1, Kind: data.Extend, Changes: []data.VariationChange{
		{ID: data.NewRowID(), Term: data.VariedEnd, Date: data.NewDate(2026, time.June, 30)},
	}}}
	saved, err := s.Save(t.Context(), g)
	if err != nil {
		t.Fatal(err)
	}
	arrived(t, s)
	applied := data.Clone(saved.Record.(*data.Grant)) //nolint:forcetypeassert // it is the grant
	if err := applied.ApplyVariation(applied.Variations[0].ID, data.NewDate(2025, time.June, 1), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), applied); err != nil {
		t.Fatalf("nobody else was there, and it says: %s", data.Explain(err))
	}
	arrived(t, s)
	if now := grantOf(t, s, g.ID); now.PlannedEnd != data.NewDate(2026, time.June, 30) || now.Variations[0].Applied.IsZero() {
		t.Errorf("the file holds %+v", now)
	}
}
