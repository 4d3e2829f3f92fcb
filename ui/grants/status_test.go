package grants

import (
	"strings"
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestAGrantOffersTheStatusesThatSavingAccepts(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewPage(d, &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Status: data.Proposed}))
	offers := func(want string) {
		t.Helper()
		if got := strings.Join(d.Offers("grant.status"), ", "); got != want {
			t.Errorf("offered are %s; want %s", got, want)
		}
	}
	var all []string
	for _, s := range data.GrantStatuses() {
		all = append(all, s.Label())
	}
	offers(strings.Join(all, ", ")) // an office also registers grants that run already
	d.Type("grant.title", "Helpline")
	d.Save()
	offers("Proposed, Approved, Declined, Withdrawn")
	d.Choose("grant.status", "Approved")
	offers("Proposed, Approved, Declined, Withdrawn") // it can be taken back until it is saved
	d.Save()
	offers("Approved, Agreed, Withdrawn")
	d.Choose("grant.status", "Withdrawn")
	d.Save()
	offers("Withdrawn")
	if kept := uitest.KeptAs[*data.Grant](d, "Helpline"); kept.Status != data.Withdrawn || len(d.Explained) > 0 {
		t.Errorf("kept as %s; explained %q", kept.Status, d.Explained)
	}
}
