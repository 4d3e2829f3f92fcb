package grants

import (
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestAGrantWithoutADayIsNumberedInTheYearOfTheDesk(t *testing.T) {
	d := uitest.NewDesk(t)
	details := data.Clone(d.Office().Register().Details())
	details.ReferenceSchemes = map[string]string{"grant": "{fy:2}/{fy+1:2} – {seq:4}"}
	if _, err := d.Office().Save(t.Context(), details); err != nil {
		t.Fatal(err)
	}
	d.Open(NewPage(d, &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Helpline"}))
	d.Must("Number it, 25/26 – 0001")
	d.Type("grant.award_date", "3/3/25")
	d.Must("Number it, 24/25 – 0001")
	d.Type("grant.award_date", "")
	d.Tap("grant.number")
	if got := uitest.KeptAs[*data.Grant](d, "Helpline"); got.Reference != "25/26 – 0001" || !got.AwardDate.IsZero() {
		t.Errorf("on %s it was numbered %q", uitest.Today.Long(), got.Reference)
	}
}
