package data_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

// said is what people read of a change of a record; the register holds the record as it is after it.
func said(t *testing.T, before, after data.Record) []string {
	t.Helper()
	fields, err := data.Diff(before, after)
	if err != nil {
		t.Fatal(err)
	}
	reg := data.NewRegister(
		&data.Organisation{Stamp: data.Stamp{ID: "harbour"}, Name: "Harbour"}, &data.Organisation{Stamp: data.Stamp{ID: "arch"}, Name: "Arch"},
		&data.Fund{Stamp: data.Stamp{ID: "core"}, Programme: "MoJ core"}, after,
	)
	return reg.Sentences(data.Change{Kind: after.RecordKind(), Record: after.Stamped().ID, Action: data.Updated, Fields: fields})
}

func TestAChangeReadsAsPeopleSayIt(t *testing.T) {
	long := "The service gives advice and support to people who have been stalked, in the whole of the county, by telephone and in person."
	for what, c := range map[string]struct {
		change func(*data.Grant)
		want   []string
	}{
		"an amount": {func(g *data.Grant) { g.Awards[0].Amount = data.Pounds(6100) }, []string{"Amount for 2023-24 from £5,500 to £6,100"}},
		"a status":  {func(g *data.Grant) { g.Status = data.Active }, []string{"Status from Approved to Active"}},
		"a new award": {func(g *data.Grant) {
			g.Awards = append(g.Awards, data.Award{ID: "x", FinancialYear: 2017, Amount: data.Pounds(5500)})
		}, []string{"Added an award of £5,500 for 2017-18"}},
		"an award less":   {func(g *data.Grant) { g.Awards = g.Awards[1:] }, []string{"Removed the award of £5,500 for 2023-24"}},
		"a theme less":    {func(g *data.Grant) { g.Themes = nil }, []string{"Removed the theme stalking"}},
		"another theme":   {func(g *data.Grant) { g.Themes = []string{"cyber"} }, []string{"Removed the theme stalking", "Added the theme cyber"}},
		"a recipient":     {func(g *data.Grant) { g.Recipient = "arch" }, []string{"Recipient from Harbour to Arch"}},
		"nobody knows it": {func(g *data.Grant) { g.Recipient = "gone" }, []string{"Recipient from Harbour to a record that is no longer there"}},
		"no recipient":    {func(g *data.Grant) { g.Recipient = "" }, []string{"Recipient cleared; it was Harbour"}},
		"a date":          {func(g *data.Grant) { g.PlannedEnd = data.NewDate(2023, time.October, 4) }, []string{"Ends set to 4 October 2023"}},
		"an order":        {func(g *data.Grant) { slices.Reverse(g.Awards) }, []string{"Awards put in another order"}},
		"a fund":          {func(g *data.Grant) { g.Awards[0].Funds[0].Amount = data.Pounds(1) }, []string{"Amount of the fund “MoJ core” for 2023-24 from £5,500 to £1"}},
		"a long text": {
			func(g *data.Grant) { g.Purpose = strings.Replace(long, "stalked", "stalked or harassed", 1) },
			[]string{"Text of Purpose changed: “…have been stalked, in the…” became “…have been stalked or harassed, in the…”"},
		},
		"no text": {func(g *data.Grant) { g.Purpose = "" }, []string{"Text of Purpose changed: took out “The service gives advice and support to people who have … of the county, by telephone and in person.”"}},
		"an award in between": {
			func(g *data.Grant) {
				g.Awards = slices.Insert(g.Awards, 1, data.Award{ID: "x", FinancialYear: 2017, Part: "June"})
			},
			[]string{"Added an award for 2017-18 (June)"},
		},
	} {
		before := &data.Grant{
			Stamp: data.Stamp{ID: "g"}, Title: "Outreach", Status: data.Approved, Recipient: "harbour", Themes: []string{"stalking"}, Purpose: long,
			Awards: []data.Award{
				{ID: "w1", FinancialYear: 2023, Amount: data.Pounds(5500), Funds: []data.FundShare{{ID: "s", Fund: "core", Amount: data.Pounds(5500)}}},
				{ID: "w2", FinancialYear: 2024},
			},
		}
		after := data.Clone(before)
		c.change(after)
		if d := cmp.Diff(c.want, said(t, before, after)); d != "" {
			t.Errorf("%s: %s", what, d)
		}
	}
}

func TestFlagsAndTextsOfMapsAreSaid(t *testing.T) {
	c := &data.Contact{Stamp: data.Stamp{ID: "c"}, Name: "A"}
	shy := data.Clone(c)
	shy.DoNotPrint = true
	if got := said(t, c, shy); !slices.Equal(got, []string{"Do not print from no to yes"}) {
		t.Error(got)
	}
	office := &data.OfficeDetails{Stamp: data.Stamp{ID: data.OfficeID}, Name: "Office"}
	worded := data.Clone(office)
	worded.Wording = map[string]string{"foi_opening": "Dear requester"}
	worded.Commissioner = data.Commissioner{Name: "A. Person", Title: "Commissioner"}
	if got := said(t, office, worded); !slices.Equal(got, []string{"Commissioner set to A. Person, Commissioner", "Standing wording “foi opening” set to Dear requester"}) {
		t.Error(got)
	}
}

// TestEveryChangeCanBeRead reads random changes of every kind: no sentence shows the name of a field of the program, a row's or
// record's ID, or JSON.
func TestEveryChangeCanBeRead(t *testing.T) {
	law(t, 1000, func(t *rapid.T) {
		before := anyrecord.Record(t, anyKind(t), anyrecord.Nowhere())
		after := anyrecord.Edit(t, before, anyrecord.Nowhere())
		reg := data.NewRegister(after)
		for _, f := range diff(t, before, after) {
			lines := reg.FieldSentences(after.RecordKind(), after.Stamped().ID, f)
			if len(lines) == 0 && !strings.HasSuffix(f.Path, "/order") {
				t.Fatalf("nothing is said of %s", f.Path)
			}
			for _, line := range lines {
				if strings.Contains(line, "one of the "+string(after.RecordKind())) || strings.Contains(line, `{"`) && !strings.Contains(line, `{"a": null}`) || line == "" {
					t.Fatalf("%s reads: %s", f.Path, line)
				}
				if label := data.FieldLabel(after.RecordKind(), f.Path); !strings.Contains(line, label) && !strings.HasPrefix(line, "Added ") && !strings.HasPrefix(line, "Removed ") &&
					!strings.HasSuffix(line, "put in another order") {
					t.Fatalf("%s reads without %q: %s", f.Path, label, line)
				}
			}
		}
	})
}

func TestAFieldOfAnotherVersionIsSaid(t *testing.T) {
	for _, path := range []string{"colour", "title/x/y", "awards/w1/colour", "colour/x"} {
		got := data.NewRegister().FieldSentences(data.KindGrant, "g", data.FieldChange{Path: path, Before: []byte("1"), After: []byte("2")})
		if len(got) != 1 || !strings.HasSuffix(got[0], " changed") {
			t.Errorf("%s reads %q", path, got)
		}
	}
}
