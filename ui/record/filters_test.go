package record_test

import (
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/funds"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func fundOf(programme string, status data.FundStatus) *data.Fund {
	return &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: programme, Status: status}
}

// firsts are the first words of the lines of a list.
func firsts(d *uitest.Desk) []string {
	var names []string
	for _, f := range d.Lines("funds.list") {
		names = append(names, f[:4])
	}
	return names
}

func TestAListIsNarrowedToSomeValuesOfAColumn(t *testing.T) {
	d := uitest.NewDesk(t, fundOf("Core", data.Won), fundOf("Hope", data.BidSubmitted), fundOf("Lost", data.Lost), fundOf("Plus", data.Won))
	d.Open(funds.NewRegister(d))
	want := func(names ...string) {
		t.Helper()
		if got := firsts(d); !slices.Equal(got, names) {
			t.Errorf("the list shows %q, want %q", got, names)
		}
	}
	d.Tap("funds.list.sort.Programme")
	d.Pick("funds.filter", "won")
	want("Core", "Plus")
	d.Must("Status: Won", "2 of 4 funds")
	d.Pick("funds.filter", "lost")
	want("Core", "Lost", "Plus")
	d.Type("funds.search", "zzz")
	d.Must("No fund matches. Clear the search and the filters, or make a new one.")
	d.Tap("funds.clear")
	want("Core", "Hope", "Lost", "Plus")
	d.MustNot("Status: Won")

	d.Pick("funds.filter", "lost")
	d.Tap("funds.list.sort.Programme")
	d.Tap("funds.filter.Lost")
	d.Pick("funds.filter", "won")
	want("Plus", "Core")
	d.Open(funds.NewRegister(d)) // the next day
	want("Plus", "Core")
	d.Must("Status: Won")
	d.Press(fyne.KeyReturn)
	if _, opened := d.Page().(desk.Editor); !opened || d.Page().Title() != "Plus" {
		t.Errorf("Enter opens %q", d.Page().Title())
	}
}
