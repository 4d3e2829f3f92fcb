package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func told(links []Link) []string {
	var lines []string
	for _, l := range links {
		lines = append(lines, fmt.Sprintf("%s %s ×%d", l.Field, l.Record.Stamped().ID, l.Times))
	}
	return lines
}

func TestLinksAreToldBothWaysAndOnceForAField(t *testing.T) {
	reg := harbourOffice()
	g, _ := Get[*Grant](reg, "g1")
	to, from := reg.Links(g)
	want := []string{"Recipient o1 ×1", "Grant round p1 ×1", "Fund (awards) f1 ×2", "Contributor (match funding) o1 ×1"}
	if got := told(to); !slices.Equal(got, want) {
		t.Errorf("the grant names %q", got)
	}
	if got := told(from); !slices.Equal(got, []string{"Grants d1 ×1", "Grant t1 ×1", "Grant r1 ×1"}) {
		t.Errorf("the grant is named by %q", got)
	}
	edited := Clone(g)
	edited.Recipient = "o2" // in a form, not saved
	if to, from := reg.Links(edited); told(to)[0] != "Recipient o2 ×1" || len(from) != 3 {
		t.Errorf("an edit names %q and is named by %q", told(to), told(from))
	}
	o, _ := Get[*Organisation](reg, "o1")
	if _, from := reg.Links(o); !slices.Contains(told(from), "Recipients (appendices) q1 ×1") {
		t.Errorf("the charity is named by %q", told(from))
	}
}

func TestLinksAreOfOneRecordAndToOthers(t *testing.T) {
	reg := harbourOffice()
	self := Clone(reg.Records(KindGrant)[0])
	self.(*Grant).ContinuationOf = self.Stamped().ID //nolint:forcetypeassert // a shelf holds records of one kind
	namesake := &Fund{Stamp: Stamp{ID: "o1"}, Programme: "Of another kind, under the ID of a charity"}
	reg.Put(self, namesake)
	to, from := reg.Links(self)
	for _, l := range append(to, from...) {
		if l.Record == self {
			t.Errorf("a grant is linked to itself as %s", l.Field)
		}
	}
	if _, from := reg.Links(namesake); len(from) != 0 {
		t.Errorf("a fund is named by %q", told(from))
	}
}

// UsedBy goes over all records each time and needs nothing kept; the links have to know the same.
func TestLinksKnowWhatIsUsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reg := harbourOffice()
		for range rapid.IntRange(0, 4).Draw(t, "changes") {
			kind := rapid.SampledFrom([]Kind{KindGrant, KindTrainingEvent, KindContact, KindAction}).Draw(t, "kind")
			rec := Clone(reg.Records(kind)[0])
			EachReference(rec, func(_ string, k Kind, id *ID) {
				if k == KindOrganisation && rapid.Bool().Draw(t, "moved") {
					*id = rapid.SampledFrom([]ID{"", "o1", "o2"}).Draw(t, "to")
				}
			})
			reg.Put(rec)
			reg.index()
		}
		for _, kind := range Kinds() {
			for _, rec := range reg.Records(kind) {
				var by []Record
				_, from := reg.Links(rec)
				for _, l := range from {
					if !slices.Contains(by, l.Record) {
						by = append(by, l.Record)
					}
				}
				if used := reg.UsedBy(rec); !slices.Equal(by, used) {
					t.Fatalf("%s is used by %d, linked from %d", rec.Label(), len(used), len(by))
				}
			}
		}
	})
}

func TestEveryFieldThatNamesARecordIsCalledSomething(t *testing.T) {
	for _, kind := range Kinds() {
		rec, err := New(kind)
		if err != nil {
			t.Fatal(err)
		}
		fillOnce(rec)
		EachReference(rec, func(field string, _ Kind, _ *ID) {
			if label := linkLabel(kind, field); label == "" || strings.ContainsAny(label, "_[0123456789") || label[:1] == strings.ToLower(label[:1]) {
				t.Errorf("%s of a %s is called %q", field, kind.Label(), label)
			}
		})
	}
}
