package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// someRegister has three grants to two organisations, paid from one fund.
func someRegister() *Register {
	return NewRegister(
		&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Elmshire", FinancialYearStyle: YearSlash},
		&Organisation{Stamp: Stamp{ID: "harbour"}, Name: "Tŷ Harbwr", OtherNames: []string{"Harbour House"}},
		&Organisation{Stamp: Stamp{ID: "lantern"}, Name: "Lantern Trust"},
		&Fund{Stamp: Stamp{ID: "core"}, Programme: "Victims’ core fund"},
		&Question{Stamp: Stamp{ID: "q"}, Key: "men", Wording: "Open to men"},
		&Specification{Stamp: Stamp{ID: "s"}, Title: "Outreach specification"},
		&Grant{
			Stamp: Stamp{ID: "a"}, Title: "Outreach worker", Reference: "23/24 – 0017", Recipient: "harbour", Themes: []string{"Stalking"},
			Status: Active, Specification: "s",
			Awards: []Award{
				{FinancialYear: 2023, Amount: Pounds(100), Funds: []FundShare{{Fund: "core", Amount: Pounds(100)}}},
				{FinancialYear: 2024, Amount: Money{Pence: 20050, Qualifier: UpTo}},
			},
			Outcomes: []Outcome{{Measure: "Feel safer"}},
			Answers:  []Answer{{Question: "q", Answer: Yes, Explanation: "since 2024"}},
		},
		&Grant{Stamp: Stamp{ID: "b"}, Title: "Helpline", Recipient: "lantern", Themes: []string{"stalking", "Domestic abuse"}, Status: Closed, Awards: []Award{{FinancialYear: 2023, Amount: Pounds(3000)}}},
		&Grant{Stamp: Stamp{ID: "c"}, Title: "Alarms", Recipient: "harbour", Status: Declined, Services: "Doorbell cameras"},
	)
}

func found(reg *Register, q Query, by Sort) []string {
	v := reg.Grants().Find(q, by)
	titles := make([]string, v.Len())
	for i := range titles {
		titles[i] = v.At(i).Grant.Title
	}
	return titles
}

func TestGrantsAreFoundByWhatPeopleType(t *testing.T) {
	reg := someRegister()
	for text, want := range map[string][]string{
		"":                    {"Alarms", "Helpline", "Outreach worker"},
		"stalk":               {"Helpline", "Outreach worker"},
		"STALK harbwr":        {"Outreach worker"},
		"ty harbwr":           {"Alarms", "Outreach worker"},
		"harbour house":       {"Alarms", "Outreach worker"},
		"2324-0017":           {"Outreach worker"},
		"23/24 – 0017":        {"Outreach worker"},
		"0017":                {"Outreach worker"},
		"victims' core":       {"Outreach worker"},
		"doorbell":            {"Alarms"},
		"declined":            {"Alarms"},
		"nothing of the sort": {},
	} {
		if got := found(reg, Query{Text: text}, Sort{Field: "title"}); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
	}
}

func TestGrantsAreFilteredAndCountedByYear(t *testing.T) {
	reg := someRegister()
	for name, c := range map[string]struct {
		q     Query
		want  []string
		total string
	}{
		"a year counts only its awards": {Query{Years: []FinancialYear{2023}}, []string{"Helpline", "Outreach worker"}, "£3,100"},
		"two years":                     {Query{Years: []FinancialYear{2023, 2024}}, []string{"Helpline", "Outreach worker"}, "up to £3,300.50"},
		"a theme, however it is spelt":  {Query{Themes: []string{"STALKING"}}, []string{"Helpline", "Outreach worker"}, "up to £3,300.50"},
		"a recipient":                   {Query{Recipients: []ID{"harbour"}}, []string{"Alarms", "Outreach worker"}, "up to £300.50"},
		"a fund":                        {Query{Funds: []ID{"core"}}, []string{"Outreach worker"}, "up to £300.50"},
		"a fund in a year without it":   {Query{Funds: []ID{"core"}, Years: []FinancialYear{2024}}, []string{}, "£0"},
		"only what was given":           {Query{Status: AwardedStatuses()}, []string{"Helpline", "Outreach worker"}, "up to £3,300.50"},
		"but not this one":              {Query{Except: []ID{"b", "c"}}, []string{"Outreach worker"}, "up to £300.50"},
	} {
		v := reg.Grants().Find(c.q, Sort{Field: "title"})
		if got := found(reg, c.q, Sort{Field: "title"}); !slices.Equal(got, c.want) || v.Total().String() != c.total {
			t.Errorf("%s: %q worth %s, want %q worth %s", name, got, v.Total(), c.want, c.total)
		}
	}
	declined := Clone(All[*Grant](reg)[0])
	declined.Awards = []Award{{FinancialYear: 2023, Amount: Pounds(7)}}
	reg.Put(declined)
	if v := reg.Grants().Find(Query{}, Sort{}); v.Total().String() != "up to £3,300.50" || v.NotGiven() != Pounds(7) {
		t.Errorf("with a grant that was declined: %s given, %s not", v.Total(), v.NotGiven())
	}
	if n := reg.Grants().Find(Query{}, Sort{}).Recipients(); n != 2 {
		t.Errorf("three grants went to %d organisations, want 2", n)
	}
}

func TestGrantsSortByWhatIsShown(t *testing.T) {
	reg := someRegister()
	for _, c := range []struct {
		by    Sort
		years []FinancialYear
		want  []string
	}{
		{Sort{Field: "amount", Descending: true}, nil, []string{"Helpline", "Outreach worker", "Alarms"}},
		{Sort{Field: "recipient"}, nil, []string{"Helpline", "Alarms", "Outreach worker"}},
		{Sort{Field: "status"}, nil, []string{"Outreach worker", "Helpline", "Alarms"}},
		{Sort{Field: "year", Descending: true}, nil, []string{"Outreach worker", "Helpline", "Alarms"}},
		{Sort{Field: "amount"}, []FinancialYear{2023}, []string{"Outreach worker", "Helpline"}},
	} {
		if got := found(reg, Query{Years: c.years}, c.by); !slices.Equal(got, c.want) {
			t.Errorf("by %v in %v: %q, want %q", c.by, c.years, got, c.want)
		}
	}
}

func TestGrantsOfOneTitleStandInTheOrderOfTheirYears(t *testing.T) {
	reg := NewRegister()
	for id, year := range map[ID]FinancialYear{"1": 2025, "2": 2023, "3": 2024} {
		reg.Put(&Grant{Stamp: Stamp{ID: id}, Title: "Outreach", Awards: []Award{{FinancialYear: year}}})
	}
	view := reg.Grants().Find(Query{}, Sort{Field: "title"})
	for i, want := range []FinancialYear{2023, 2024, 2025} {
		if got := view.At(i).Grant.Years()[0]; got != want {
			t.Errorf("line %d is of %v, want %v", i, got, want)
		}
	}
}

func TestRegisterShowsWhatWasSaved(t *testing.T) {
	reg := someRegister()
	reg.Grants()
	b, _ := Get[*Grant](reg, "b")
	changed := Clone(b)
	changed.Title = "Stalking helpline"
	reg.Put(changed)
	if got := found(reg, Query{Text: "stalking helpline"}, Sort{Field: "title"}); len(got) != 1 {
		t.Errorf("the new title is not found: %q", got)
	}
	if b.Title != "Helpline" {
		t.Error("a clone and its original share their title")
	}
	trust, _ := Get[*Organisation](reg, "lantern")
	renamed := Clone(trust)
	renamed.Name = "Beacon Trust"
	reg.Put(renamed)
	if got := found(reg, Query{Text: "beacon"}, Sort{}); len(got) != 1 {
		t.Errorf("the grant of a renamed organisation is not found by its new name: %q", got)
	}
	reg.Remove(KindGrant, "b")
	if got := found(reg, Query{Text: "beacon"}, Sort{}); len(got) != 0 || reg.Count(KindGrant) != 2 {
		t.Errorf("a grant that went is still found: %q", got)
	}
}

func TestYearsReadAsPeopleReadThem(t *testing.T) {
	office := &OfficeDetails{}
	for want, years := range map[string][]FinancialYear{
		"":                            {},
		"2017-18":                     {2017},
		"2017-18 to 2019-20":          {2017, 2018, 2019},
		"2017-18, 2019-20 to 2020-21": {2017, 2019, 2020},
	} {
		if got := yearsText(office, years); got != want {
			t.Errorf("%v reads %q, want %q", years, got, want)
		}
	}
}

func TestWhatPointsToARecordIsKnown(t *testing.T) {
	reg := someRegister()
	harbour, _ := Get[*Organisation](reg, "harbour")
	if by := reg.UsedBy(harbour); len(by) != 2 {
		t.Errorf("an organisation with two grants is used by %d records", len(by))
	}
	if got := reg.ByReference(KindGrant, "2324/0017"); len(got) != 1 || got[0].Label() != "Outreach worker" {
		t.Errorf("by reference: %v", got)
	}
	if got := reg.ByReference(KindGrant, "helpline"); len(got) != 1 {
		t.Errorf("by title: %v", got)
	}
}

func TestSearchFindsExactlyTheRowsThatHoldTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-c]{1,3}`)
		titles := rapid.SliceOfN(word, 1, 12).Draw(t, "titles")
		reg := NewRegister()
		for i, title := range titles {
			reg.Put(&Grant{Stamp: Stamp{ID: ID(fmt.Sprint(i))}, Title: title})
		}
		text := rapid.StringMatching(`[a-c]{0,2}( [a-c])?`).Draw(t, "text")
		var want []string
		for _, title := range titles {
			if everyWordIn(text, title) {
				want = append(want, title)
			}
		}
		slices.Sort(want)
		if got := found(reg, Query{Text: text}, Sort{Field: "title"}); !slices.Equal(got, want) {
			t.Fatalf("%q in %q finds %q, want %q", text, titles, got, want)
		}
	})
}

func everyWordIn(text, title string) bool {
	for _, w := range strings.Fields(text) {
		if !strings.Contains(title, w) {
			return false
		}
	}
	return true
}

// manyGrants is an office far larger than any: its list has to answer within one frame of a screen.
func manyGrants(n int) *Register {
	reg := NewRegister()
	themes := []string{"stalking", "domestic abuse", "sexual violence", "youth", "restorative justice"}
	for i := range 500 {
		reg.Put(&Organisation{Stamp: Stamp{ID: ID(fmt.Sprintf("o%d", i))}, Name: fmt.Sprintf("Partner %d of the county", i)})
	}
	for i := range n {
		reg.Put(&Grant{
			Stamp: Stamp{ID: ID(fmt.Sprintf("g%d", i))}, Title: fmt.Sprintf("Support service %d", i*7919%n), Reference: Reference(fmt.Sprintf("G/%05d", i)),
			Recipient: ID(fmt.Sprintf("o%d", i*31%500)), Themes: []string{themes[i%len(themes)]}, Status: Active,
			Services: "Advice and practical help for people who were harmed, by telephone and face to face",
			Awards:   []Award{{FinancialYear: FinancialYear(2018 + i%6), Amount: Money{Pence: int64(i) * 1234}}},
		})
	}
	return reg
}

// BenchmarkKeystroke is one keystroke in the search box over 100,000 grants: filtered, sorted, summed. The budget is 16 ms, one
// frame of a screen.
func BenchmarkKeystroke(b *testing.B) {
	reg := manyGrants(100_000)
	list := reg.Grants()
	for _, c := range []struct {
		name string
		q    Query
		by   Sort
	}{
		{"everything", Query{}, Sort{Field: "amount"}},
		{"a letter", Query{Text: "s"}, Sort{Field: "recipient"}},
		{"a word", Query{Text: "stalk"}, Sort{Field: "recipient"}},
		{"two words", Query{Text: "stalk 123"}, Sort{Field: "title"}},
		{"a word and filters", Query{Text: "stalk", Years: []FinancialYear{2018, 2019}, Themes: []string{"stalking"}}, Sort{Field: "amount"}},
		{"nothing found", Query{Text: "zzz"}, Sort{Field: "title"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			list.Find(c.q, c.by) // the order of a column is worked out when its heading is first clicked
			b.ReportAllocs()
			for b.Loop() {
				v := list.Find(c.q, c.by)
				_, _, _ = v.Total(), v.NotGiven(), v.Recipients()
			}
		})
	}
}

// BenchmarkAfterSave is what a save costs the next keystroke: the list is made ready again.
func BenchmarkAfterSave(b *testing.B) {
	reg := manyGrants(10_000)
	reg.Grants().Find(Query{}, Sort{Field: "title"})
	g, _ := Get[*Grant](reg, "g77")
	for b.Loop() {
		reg.Put(Clone(g))
		reg.Grants().Find(Query{Text: "stalk"}, Sort{Field: "title"})
	}
}
