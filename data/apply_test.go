package data_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

// sameRecord fails unless two records say the same.
func sameRecord(t *rapid.T, what string, want, got data.Record) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func diff(t *rapid.T, before, after data.Record) []data.FieldChange {
	t.Helper()
	fields, err := data.Diff(before, after)
	if err != nil {
		t.Fatal(err)
	}
	return fields
}

func anyKind(t *rapid.T) data.Kind { return rapid.SampledFrom(data.Kinds()).Draw(t, "kind") }

func empty(t *rapid.T, like data.Record) data.Record {
	rec, err := data.New(like.RecordKind())
	if err != nil {
		t.Fatal(err)
	}
	*rec.Stamped() = *like.Stamped()
	return rec
}

// law checks something of n random records and more.
func law(t *testing.T, n int, check func(*rapid.T)) {
	t.Helper()
	for range n / 100 { // rapid makes 100
		rapid.Check(t, check)
	}
}

func TestAChangeListMakesTheRecordAgain(t *testing.T) {
	moved := 0
	law(t, 1000, func(t *rapid.T) {
		before := anyrecord.Record(t, anyKind(t), anyrecord.Nowhere())
		after := anyrecord.Edit(t, before, anyrecord.Nowhere())
		fields := diff(t, before, after)
		if slices.ContainsFunc(fields, func(f data.FieldChange) bool { return len(f.Path) > 6 && f.Path[len(f.Path)-6:] == "/order" }) {
			moved++
		}
		original := data.Clone(before)
		forward, err := data.Apply(before, fields)
		if err != nil {
			t.Fatal(err)
		}
		sameRecord(t, "Apply(before, Diff(before, after))", after, forward)
		back, err := data.Unapply(after, fields)
		if err != nil {
			t.Fatal(err)
		}
		sameRecord(t, "Unapply(after, Diff(before, after))", original, back)
		sameRecord(t, "before, after Apply", original, before)

		made, err := data.Apply(empty(t, after), diff(t, nil, after))
		if err != nil {
			t.Fatal(err)
		}
		sameRecord(t, "a record made from nothing", after, made)
		brought, err := data.Unapply(empty(t, after), diff(t, after, nil))
		if err != nil {
			t.Fatal(err)
		}
		sameRecord(t, "a deleted record", after, brought)
	})
	if moved == 0 {
		t.Error("no list was put in another order")
	}
}

func TestAChangeThatDoesNotFitIsAnError(t *testing.T) {
	g := &data.Grant{Title: "Outreach", Awards: []data.Award{{ID: "w"}}}
	for _, path := range []string{"colour", "title/x", "awards/none/part", "awards", "awards/w/colour"} {
		if _, err := data.Apply(g, []data.FieldChange{{Path: path, Before: []byte(`null`), After: []byte(`{"a": 1}`)}}); err == nil {
			t.Errorf("%s was changed", path)
		}
	}
	for _, order := range []string{`["v"]`, `[]`, `["w", "w"]`} {
		if _, err := data.Apply(g, []data.FieldChange{{Path: "awards/order", Before: []byte(`null`), After: []byte(order)}}); err == nil {
			t.Errorf("the order %s was taken", order)
		}
	}
}
