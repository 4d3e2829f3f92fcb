package sqlite

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/data/anyrecord"
)

func TestRowsPutInAnotherOrderByHandAreFound(t *testing.T) {
	o := newOffice(t)
	g := newGrant(t, "A")
	g.Awards = append(g.Awards, data.Award{FinancialYear: 2025, Amount: data.Pounds(7)})
	save(t, o, g)
	wantSound(t, o.Path())
	_, err := raw(t, o.Path()).Exec(`UPDATE grant_awards SET position = 9 WHERE position = 0;
		UPDATE grant_awards SET position = 0 WHERE position = 1; UPDATE grant_awards SET position = 1 WHERE position = 9`)
	if err != nil {
		t.Fatal(err)
	}
	report, err := Check(t.Context(), o.Path())
	if err != nil || !strings.Contains(strings.Join(report.Sentences(), " "), "The grant “A” is not what its changes made it") {
		t.Errorf("the check says %q, %v", report.Sentences(), err)
	}
}

func poolOf(recs []data.Record) anyrecord.Pool {
	pool := anyrecord.Pool{}
	for _, rec := range recs {
		pool[rec.RecordKind()] = append(pool[rec.RecordKind()], rec.Stamped().ID)
	}
	return pool
}

// TestAChangeThatDoesNotFollowIsFound gives changes whose beginning is not the end of those before them, which no seal shows.
func TestAChangeThatDoesNotFollowIsFound(t *testing.T) {
	change := func(path, before, after string) data.FieldChange {
		return data.FieldChange{Path: path, Before: []byte(before), After: []byte(after)}
	}
	erased := change("title", `"–"`, `"b"`)
	erased.Digest = "of what stood here"
	for _, c := range []struct {
		second  data.FieldChange
		follows bool
	}{
		{change("title", `"a"`, `"b"`), true},
		{change("title", `"x"`, `"b"`), false},
		{change("title", `null`, `"b"`), false},
		{erased, true},
		{change("awards/w1", `{"id":"w1","part":"p"}`, `null`), true},
		{change("awards/w1", `{"id":"w1","part":"q"}`, `null`), false},
		{change("awards/w1/part", `"p"`, `"q"`), true},
		{change("awards/w1/part", `"x"`, `"q"`), false},
		{change("awards/order", `["w1","w2"]`, `["w2","w1"]`), true},
		{change("awards/order", `["w2","w1"]`, `["w1","w2"]`), false},
	} {
		h := newHistory()
		first := []data.FieldChange{
			change("title", `""`, `"a"`), change("awards/w1", `null`, `{"id":"w1","part":"p"}`), change("awards/w2", `null`, `{"id":"w2"}`),
		}
		if err := h.replay(first); err != nil {
			t.Fatal(err)
		}
		if err := h.replay([]data.FieldChange{c.second}); (err == nil) != c.follows {
			t.Errorf("%s from %s to %s: %v", c.second.Path, c.second.Before, c.second.After, err)
		}
	}
}
