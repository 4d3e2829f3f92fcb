package record_test

import (
	"slices"
	"testing"

	"almoner/data"
	"almoner/ui/funds"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func TestAViewIsKeptShownRenamedAndDeleted(t *testing.T) {
	d := uitest.NewDesk(t, fundOf("Core", data.Won), fundOf("Hope", data.BidSubmitted), fundOf("Lost", data.Lost), fundOf("Plus", data.Won))
	d.Open(funds.NewRegister(d))
	want := func(names ...string) {
		t.Helper()
		if got := firsts(d); !slices.Equal(got, names) {
			t.Errorf("the list shows %q, want %q; said %q", got, names, d.LastSaid())
		}
	}
	d.Pick("funds.filter", "won")
	d.Tap("funds.list.sort.Programme")
	d.Tap("funds.list.sort.Programme") // from the last one on
	d.Type("funds.search", "plu")
	d.Tap("funds.views")
	d.Take("Keep this view…")
	d.Keys("Ours")
	d.Answer("Done")
	d.Tap("funds.views")
	d.Take("All")
	want("Core", "Plus", "Hope", "Lost") // those that run out first
	d.MustNot("Status: Won")

	d.Open(funds.NewRegister(d)) // the next day
	d.Tap("funds.views")
	d.Take("Ours")
	want("Plus")
	d.Must("Status: Won", "Programme, descending")
	if d.Value("funds.search") != "plu" {
		t.Errorf("the search is for %q", d.Value("funds.search"))
	}
	d.Tap("funds.list.select[0]")
	d.Tap("funds.views")
	d.Take("All")
	d.MustNot("selected")

	d.Tap("funds.views")
	d.Take("Keep this view…")
	d.Keys("all")
	d.Answer("Done")
	if d.LastSaid() != "“All” is the view of all funds. Keep yours under another name." {
		t.Errorf("said %q", d.LastSaid())
	}
}

func TestAViewIsShownWithoutWhatIsThereNoMore(t *testing.T) {
	hope := fundOf("Hope", data.BidSubmitted)
	d := uitest.NewDesk(t, fundOf("Core", data.Won), hope)
	d.Open(funds.NewRegister(d))
	d.Pick("funds.filter", "submitted")
	d.Tap("funds.views")
	d.Take("Keep this view…")
	d.Keys("Bids")
	d.Answer("Done")
	d.Tap("funds.views")
	d.Take("All")
	won := data.Clone(uitest.KeptAs[*data.Fund](d, "Hope"))
	won.Status = data.Won
	if _, err := d.Office().Save(t.Context(), won); err != nil {
		t.Fatal(err)
	}
	d.Saved(won)
	d.Tap("funds.views")
	d.Take("Bids")
	if d.LastSaid() != "The view “Bids” is shown without what is not in the list any more: Status: Bid submitted." {
		t.Errorf("said %q", d.LastSaid())
	}
	if got := firsts(d); len(got) != 2 {
		t.Errorf("the list shows %q", got)
	}
}

func TestViewsAreRenamedDeletedAndHadBack(t *testing.T) {
	d := uitest.NewDesk(t, fundOf("Core", data.Won), fundOf("Hope", data.BidSubmitted))
	d.Open(funds.NewRegister(d))
	keep := func(search, name string) {
		t.Helper()
		d.Type("funds.search", search)
		d.Tap("funds.views")
		d.Take("Keep this view…")
		d.Keys(name)
		d.Answer("Done")
	}
	keep("core", "One")
	keep("hope", "Two")
	d.Tap("funds.views")
	d.Take("Rename…")
	d.Take("Rename “Two”…")
	d.Type("ask.text", "one")
	d.Answer("Done")
	if d.LastSaid() != "There is a view “one” already: choose another name." {
		t.Errorf("said %q", d.LastSaid())
	}
	d.Tap("funds.views")
	d.Take("Rename…")
	d.Take("Rename “Two”…")
	d.Type("ask.text", "Bids")
	d.Answer("Done")
	d.Tap("funds.views")
	d.Take("Delete…")
	d.Take("Delete “One”")
	d.Tap("funds.views")
	d.Must("Bids")
	d.MustNot("One", "Two")
	d.Press(fyne.KeyEscape)
	d.Offered.Do() // the deletion
	d.Open(funds.NewRegister(d))
	d.Tap("funds.views")
	d.Take("One")
	if got := firsts(d); !slices.Equal(got, []string{"Core"}) {
		t.Errorf("the list shows %q", got)
	}
	keep("o", "one") // over the one that there is
	if d.LastSaid() != "The view “one” is now as the list stands." {
		t.Errorf("said %q", d.LastSaid())
	}
}
