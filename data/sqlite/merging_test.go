package sqlite

import (
	"strings"
	"testing"

	"almoner/data"
)

// twice is an office in which one body was entered twice, o1 and o2, and named in what went out.
func twice(t *testing.T) *Office {
	t.Helper()
	o := newOffice(t)
	stamp := func(id data.ID) data.Stamp { return data.Stamp{ID: id} }
	sent := &data.FOIRequest{
		Stamp: stamp("q1"), Reference: "FOI/24-001", Received: data.NewDate(2024, 1, 2), Status: data.RequestClosed,
		Appendices: []data.Appendix{{Number: 1, Kind: data.AppendixTable, Tables: []data.Table{{Query: data.Query{Recipients: []data.ID{"o1", "o2"}}}}}},
	}
	varied := &data.Grant{
		Stamp: stamp("g1"), Title: "Night bus", Recipient: "o2", Status: data.Active,
		Awards:   []data.Award{{FinancialYear: 2023, Amount: data.Money{Pence: 12_345_67}}},
		Payments: []data.Payment{{Amount: data.Pounds(1), PaidOn: data.NewDate(2024, 1, 5)}}, // of no year: that in which it was paid
		Variations: []data.Variation{{
			Number: 1, Kind: data.Novate, Applied: data.NewDate(2024, 1, 5),
			Changes: []data.VariationChange{{Term: data.VariedRecipient, WasRecord: "o1", Record: "o2"}},
		}},
	}
	err := o.SaveAll(t.Context(), []data.Record{
		&data.Organisation{Stamp: stamp("o1"), Name: "Harbour"}, &data.Organisation{Stamp: stamp("o2"), Name: "Harbour Trust"},
		&data.Grant{Stamp: stamp("g2"), Title: "Outreach", Recipient: "o1", DeliveredBy: "o2", Awards: []data.Award{{FinancialYear: 2023, Amount: data.Pounds(5)}}},
		&data.Action{Stamp: stamp("z1"), Text: "Ring them", Owner: "o1"}, sent, varied,
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestOneBodyEnteredTwiceIsMadeOneEvenInWhatWentOut(t *testing.T) {
	o := twice(t)
	changed, err := o.MergeOrganisations(t.Context(), "o2", "o1")
	if err != nil || changed != 4 {
		t.Fatalf("%d changed: %v", changed, err)
	}
	again := openAgain(t, o)
	var total data.Money
	for _, g := range data.All[*data.Grant](again.Register()) {
		total = total.Add(g.Total())
		if g.Recipient != "o2" {
			t.Errorf("%s is for %s", g.Title, g.Recipient)
		}
	}
	if total.Pence != 12_350_67 || again.Register().Count(data.KindOrganisation) != 1 {
		t.Errorf("%s to %d bodies", total, again.Register().Count(data.KindOrganisation))
	}
	if report, err := Check(t.Context(), o.Path()); err != nil || !report.Sound() {
		t.Errorf("%v %v", err, report.Problems)
	}
	last, err := again.Changes(t.Context(), 2)
	if err != nil || len(last) != 2 || last[0].Action != data.Deleted || last[0].Label != "Harbour" || last[1].Action != data.Updated {
		t.Errorf("%v: %+v", err, last)
	}
	save(t, again, &data.Action{Stamp: data.Stamp{ID: "z2"}, Text: "Tell them"})
	gone, err := again.Gone(t.Context())
	if err != nil || len(gone) != 1 || gone[0].Record != "o1" {
		t.Errorf("%v: gone are %+v", err, gone)
	}
	if _, err := again.Undo(t.Context(), last[0].Sequence); err != nil {
		t.Fatal(err)
	}
	if gone, err := again.Gone(t.Context()); err != nil || len(gone) != 0 {
		t.Errorf("%v: gone are still %+v", err, gone)
	}
}

func TestABodyIsNotMergedByHalves(t *testing.T) {
	o := twice(t)
	g, _ := data.Get[*data.Grant](o.Register(), "g2")
	o.Register().Put(withoutRecipient(g)) // as if the register did not know of somebody's edit
	if _, err := o.MergeOrganisations(t.Context(), "o2", "o1"); err == nil {
		t.Fatal("a body that is still named went")
	}
	now, _ := data.Get[*data.Action](o.Register(), "z1")
	if now.Owner != "o1" || o.Register().Count(data.KindOrganisation) != 2 {
		t.Errorf("half of it was done: %+v", now)
	}
	if _, err := o.MergeOrganisations(t.Context(), "o1", "o1"); err == nil || !strings.HasPrefix(data.Explain(err), "Nothing was merged") {
		t.Error(err)
	}
}

func withoutRecipient(g *data.Grant) *data.Grant {
	g = data.Clone(g)
	g.Recipient, g.DeliveredBy = "", ""
	return g
}
