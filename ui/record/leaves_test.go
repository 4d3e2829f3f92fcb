package record

import (
	"testing"

	"almoner/data"
	"almoner/ui/desk"
	"almoner/ui/lang"
	"almoner/ui/uitest"
)

func fundsList(d desk.Desk, name, what string) *List[*data.Fund] {
	return NewList(d, ListKind[*data.Fund]{
		Section: desk.Funds, Name: name, Singular: what, Plural: what + "s", Counted: lang.Counted{One: "{n} " + what, Other: "{n} " + what + "s"}, Sort: data.Sort{Field: "programme"},
		Columns: []ListColumn[*data.Fund]{Column("programme", "Programme", 1, 100, (*data.Fund).Label)},
		Words:   func(*data.Register, *data.Fund) string { return "" },
		Fresh:   func(desk.Desk) *data.Fund { return &data.Fund{Stamp: data.Stamp{ID: data.NewID()}} },
	})
}

func TestASectionWithLeavesIsTheListThatIsShown(t *testing.T) {
	d := uitest.NewDesk(t)
	l := NewLeaves(desk.Funds, Leaf{Title: "One", Page: fundsList(d, "one", "fund")}, Leaf{Title: "Two", Page: fundsList(d, "two", "pot")})
	d.Open(l)
	if l.Makes() != "fund" || d.Focused() != "one.search" {
		t.Errorf("it makes a %s, and %s has the keyboard", l.Makes(), d.Focused())
	}
	d.Turn("Two")
	if l.Makes() != "pot" || d.Focused() != "two.search" {
		t.Errorf("turned, it makes a %s, and %s has the keyboard", l.Makes(), d.Focused())
	}
	if _, err := d.Office().Save(t.Context(), &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core"}); err != nil {
		t.Fatal(err)
	}
	d.Saved(uitest.KeptAs[*data.Fund](d, "Core"))
	for _, leaf := range []string{"One", "Two"} {
		d.Turn(leaf)
		d.Must("1 of 1 ")
	}
}
