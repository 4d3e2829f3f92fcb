package grants

import (
	"testing"

	"almoner/data"
	"almoner/ui/uitest"
)

func TestTheRegisterIsNarrowedAndSortedAsItWasLeft(t *testing.T) {
	org := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	grant := func(title, theme string, year data.FinancialYear) *data.Grant {
		return &data.Grant{
			Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: data.Active, Recipient: org.ID, Themes: []string{theme},
			Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: year, Amount: data.Pounds(100)}},
		}
	}
	d := uitest.NewDesk(t, org, grant("Advocate", "stalking", 2024), grant("Helpline", "stalking", 2024), grant("Refuge", "housing", 2024), grant("Worker", "stalking", 2025))
	d.Open(NewRegister(d))
	d.Choose("grants.filter.year", "2024-25")
	d.Choose("grants.filter.theme", "stalking")
	d.Tap("grants.list.sort.Name of grant")
	d.Type("grants.search", "help") // which is not remembered
	d.Open(NewRegister(d))
	want := func(first string, n int) {
		t.Helper()
		if lines := d.Lines("grants.list"); len(lines) != n || lines[0][:len(first)] != first {
			t.Errorf("the list shows %q", lines)
		}
	}
	want("Helpline", 2)
	if y, theme := d.Value("grants.filter.year"), d.Value("grants.filter.theme"); y != "2024-25" || theme != "stalking" {
		t.Errorf("the filters say %q and %q", y, theme)
	}
	d.Tap("grants.filter.clear")
	want("Worker", 4)
	d.Open(NewRegister(d))
	want("Worker", 4)
	r := NewRegister(d)
	d.Open(r)
	r.Narrow(data.Query{Years: []data.FinancialYear{2024}, Status: data.AwardedStatuses()})
	want("Refuge", 3)
	if status := d.Value("grants.filter.status"); status != "Awarded" {
		t.Errorf("the filter says %q", status)
	}
	d.Choose("grants.filter.status", "Proposed")
	d.Must("No grant matches.")
	d.Tap("grants.clear")
	want("Worker", 4)
}
