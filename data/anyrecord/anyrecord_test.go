package anyrecord_test

import (
	"testing"

	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

func TestARandomOfficeCanBeSaved(t *testing.T) {
	named, edited := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		office := anyrecord.Office(t)
		held := map[data.ID]data.Kind{}
		kinds := map[data.Kind]bool{}
		pool := anyrecord.Pool{}
		for _, rec := range office {
			if _, twice := held[rec.Stamped().ID]; twice {
				t.Fatalf("two records have the ID %s", rec.Stamped().ID)
			}
			held[rec.Stamped().ID], kinds[rec.RecordKind()] = rec.RecordKind(), true
			pool[rec.RecordKind()] = append(pool[rec.RecordKind()], rec.Stamped().ID)
		}
		for _, kind := range data.Kinds() {
			if !kinds[kind] {
				t.Fatalf("the office has no %s", kind.Label())
			}
		}
		for _, rec := range office {
			if err := rec.Problems().Err(); err != nil {
				t.Fatalf("a random %s cannot be saved: %v", rec.RecordKind().Label(), err)
			}
			for field, id := range data.References(rec) {
				if _, ok := held[id]; !ok {
					t.Fatalf("%s of a random %s names nothing", field, rec.RecordKind().Label())
				}
				named++
			}
			changed := anyrecord.EditValid(t, rec, pool)
			if err := changed.Problems().Err(); err != nil {
				t.Fatalf("an edit of a random %s cannot be saved: %v", rec.RecordKind().Label(), err)
			}
			if fields, err := data.Diff(rec, changed); err != nil {
				t.Fatal(err)
			} else if len(fields) > 0 {
				edited++
			}
		}
	})
	if named == 0 || edited == 0 {
		t.Errorf("%d references, %d edits that changed something", named, edited)
	}
}
