package data

import (
	"slices"
	"strings"
	"testing"
)

func TestOneBodyEnteredTwiceBecomesOne(t *testing.T) {
	reg := harbourOffice()
	keep, _ := Get[*Organisation](reg, "o2")
	drop, _ := Get[*Organisation](reg, "o1")
	keep, drop = Clone(keep), Clone(drop)
	keep.Email, drop.Email, drop.CharityNumber = "post@beacon.example", "old@harbour.example", "0123456"
	reg.Put(keep, drop)
	before, _ := Get[*Grant](reg, "g1")
	changed, err := MergeOrganisations(reg, "o2", "o1")
	if err != nil {
		t.Fatal(err)
	}
	reg.Put(changed...)
	if used := reg.UsedBy(drop); len(used) != 0 {
		t.Errorf("%d records still name the one that goes", len(used))
	}
	merged, _ := Get[*Organisation](reg, "o2")
	if merged.Name != "Beacon" || !slices.Equal(merged.OtherNames, []string{"Harbour", "Tŷ Harbwr"}) || merged.Email != "post@beacon.example" ||
		merged.CharityNumber != "0123456" || merged.Notes != "Moved to Quay Street." {
		t.Errorf("the one that stays is %+v", merged)
	}
	g, _ := Get[*Grant](reg, "g1")
	if g.Recipient != "o2" || g.MatchFunding[0].Contributor != "o2" || g.Total() != before.Total() {
		t.Errorf("the grant is %+v", g)
	}
	event, _ := Get[*TrainingEvent](reg, "t1")
	release, _ := Get[*NewsRelease](reg, "n1")
	request, _ := Get[*FOIRequest](reg, "q1")
	for name, ids := range map[string][]ID{"hosts": event.Hosts, "about": release.About, "recipients": request.Appendices[0].Tables[0].Query.Recipients} {
		if !slices.Equal(ids, []ID{"o2"}) {
			t.Errorf("%s are %v", name, ids)
		}
	}
	if before.Recipient != "o1" {
		t.Error("a record of the register was changed in its place")
	}
}

func TestTwoBodiesAreNotMadeOne(t *testing.T) {
	reg := harbourOffice()
	a, b := Clone(All[*Organisation](reg)[0]), Clone(All[*Organisation](reg)[1])
	a.CharityNumber, b.CharityNumber = "0123456", "0123457"
	reg.Put(a, b)
	for _, pair := range [][2]ID{{a.ID, b.ID}, {a.ID, a.ID}, {a.ID, "gone"}, {"gone", a.ID}} {
		if _, err := MergeOrganisations(reg, pair[0], pair[1]); err == nil || !strings.HasPrefix(Explain(err), "Nothing was merged") {
			t.Errorf("%v: %v", pair, err)
		}
	}
}
