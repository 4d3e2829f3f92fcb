package data_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

func merge(t interface {
	Helper()
	Fatal(...any)
}, base, mine, theirs data.Record,
) (data.Record, []data.Clash) {
	t.Helper()
	merged, clashes, err := data.Merge(base, mine, theirs)
	if err != nil {
		t.Fatal(err)
	}
	return merged, clashes
}

// pair is a record and what two people made of it.
func pair(t *rapid.T) (base, mine, theirs data.Record) {
	base = anyrecord.Record(t, anyKind(t), anyrecord.Nowhere())
	return base, anyrecord.Edit(t, base, anyrecord.Nowhere()), anyrecord.Edit(t, base, anyrecord.Nowhere())
}

func TestTwoEditsOfOneRecordMerge(t *testing.T) {
	base := &data.Grant{
		Title: "Outreach", Area: "Fenland", Themes: []string{"stalking", "hate crime"},
		Awards: []data.Award{
			{ID: "w1", FinancialYear: 2023, Amount: data.Pounds(5500), Funds: []data.FundShare{{ID: "s1", Fund: "f", Amount: data.Pounds(5500)}}},
			{ID: "w2", FinancialYear: 2024, Amount: data.Pounds(100)},
			{ID: "w3", FinancialYear: 2025, Amount: data.Pounds(7)},
		},
	}
	mine, theirs := data.Clone(base), data.Clone(base)
	mine.Title, mine.Status, mine.Themes = "Outreach workers", data.Active, []string{"hate crime", "domestic abuse"}
	mine.Awards[0].Amount = data.Pounds(6100)
	mine.Awards = append(mine.Awards[:1], mine.Awards[2], data.Award{ID: "w4", FinancialYear: 2026})
	theirs.Title, theirs.Status, theirs.Themes = "Outreach and advice", data.Active, []string{"stalking", "hate crime", "cyber"}
	theirs.Awards[0].Funds = append(theirs.Awards[0].Funds, data.FundShare{ID: "s2", Fund: "g"})
	theirs.Awards[0], theirs.Awards[2] = theirs.Awards[2], theirs.Awards[0]

	want := data.Clone(theirs)
	want.Themes = []string{"hate crime", "cyber", "domestic abuse"}
	want.Awards = []data.Award{theirs.Awards[0], {ID: "w4", FinancialYear: 2026}, theirs.Awards[2]}
	want.Awards[2].Amount = data.Pounds(6100)
	merged, clashes := merge(t, base, mine, theirs)
	if d := cmp.Diff(data.Record(want), merged); d != "" {
		t.Errorf("(-want +got) %s", d)
	}
	wantClashes := []data.Clash{{Path: "title", Base: []byte(`"Outreach"`), Mine: []byte(`"Outreach workers"`), Theirs: []byte(`"Outreach and advice"`)}}
	if d := cmp.Diff(wantClashes, clashes); d != "" {
		t.Error(d)
	}
}

func TestARowTakenOutByOneAndChangedByTheOtherClashes(t *testing.T) {
	base := &data.Grant{Awards: []data.Award{{ID: "w1", FinancialYear: 2023}, {ID: "w2", FinancialYear: 2024}}}
	without, changed := data.Clone(base), data.Clone(base)
	without.Awards = without.Awards[1:]
	changed.Awards[0].Part = "April to June"
	merged, clashes := merge(t, base, without, changed)
	if len(clashes) != 1 || clashes[0].Path != "awards/w1" || string(clashes[0].Mine) != "null" || len(merged.(*data.Grant).Awards) != 2 {
		t.Errorf("%+v with %+v", merged, clashes)
	}
	merged, clashes = merge(t, base, changed, without)
	if len(clashes) != 1 || clashes[0].Path != "awards/w1" || string(clashes[0].Theirs) != "null" || len(merged.(*data.Grant).Awards) != 1 {
		t.Errorf("%+v with %+v", merged, clashes)
	}
}

func TestRowsMovedDifferentlyByBothClash(t *testing.T) {
	rows := func(ids string) *data.FOIRequest {
		r := &data.FOIRequest{}
		for _, id := range ids {
			r.Questions = append(r.Questions, data.FOIQuestion{ID: data.RowID(id), Text: string(id)})
		}
		return r
	}
	for _, c := range []struct{ base, mine, theirs, want, clash string }{
		{"abc", "cab", "abc", "cab", ""},
		{"abc", "cab", "cab", "cab", ""},
		{"abc", "axbc", "abyc", "axbyc", ""},
		{"abc", "abcx", "abcy", "abcxy", ""},
		{"abc", "abcyz", "abcx", "abcxyz", ""},
		{"abc", "xabc", "cab", "xcab", ""},
		{"abc", "ac", "abxc", "axc", ""},
		{"abc", "cab", "bcay", "bcay", `["c","a","y","b"]`},
	} {
		merged, clashes := merge(t, rows(c.base), rows(c.mine), rows(c.theirs))
		got := ""
		for _, q := range merged.(*data.FOIRequest).Questions {
			got += string(q.ID)
		}
		if got != c.want || len(clashes) != min(len(c.clash), 1) || c.clash != "" && string(clashes[0].Mine) != c.clash {
			t.Errorf("%s and %s of %s are %s, want %s; clashes %+v", c.mine, c.theirs, c.base, got, c.want, clashes)
		}
	}
}

func TestTextsMergeByTheirNames(t *testing.T) {
	base := &data.OfficeDetails{Wording: map[string]string{"a": "1", "b": "1", "c": "1"}}
	mine := &data.OfficeDetails{Wording: map[string]string{"a": "2", "b": "2", "m": "x"}}
	theirs := &data.OfficeDetails{Wording: map[string]string{"a": "1", "b": "3", "c": "1", "t": "x"}}
	merged, clashes := merge(t, base, mine, theirs)
	if d := cmp.Diff(map[string]string{"a": "2", "b": "3", "m": "x", "t": "x"}, merged.(*data.OfficeDetails).Wording); d != "" {
		t.Error(d)
	}
	if len(clashes) != 1 || clashes[0].Path != "wording/b" {
		t.Errorf("clashes %+v", clashes)
	}
}

func TestMergingOneEditIsThatEdit(t *testing.T) {
	law(t, 1000, func(t *rapid.T) {
		base, edit, _ := pair(t)
		for what, three := range map[string][3]data.Record{
			"theirs only": {base, base, edit}, "mine only": {base, edit, base}, "both the same": {base, edit, edit}, "neither": {edit, edit, edit},
		} {
			merged, clashes := merge(t, three[0], three[1], three[2])
			sameRecord(t, what, edit, merged)
			if len(clashes) > 0 {
				t.Fatalf("%s: %+v", what, clashes)
			}
		}
	})
}

func TestMergingIsTheSameFromEitherSide(t *testing.T) {
	clean, clashing := 0, 0
	law(t, 1000, func(t *rapid.T) {
		base, mine, theirs := pair(t)
		one, clashes := merge(t, base, mine, theirs)
		other, mirrored := merge(t, base, theirs, mine)
		for i, c := range mirrored {
			mirrored[i].Mine, mirrored[i].Theirs = c.Theirs, c.Mine
		}
		byPath := func(a, b data.Clash) int { return strings.Compare(a.Path, b.Path) }
		slices.SortFunc(clashes, byPath)
		slices.SortFunc(mirrored, byPath)
		if slices.ContainsFunc(clashes, func(c data.Clash) bool {
			return string(c.Mine) == "null" || string(c.Theirs) == "null" || strings.HasSuffix(c.Path, "/order")
		}) {
			clashing++ // a list holds other rows then, and what its order would be differs with them
			return
		}
		if d := cmp.Diff(clashes, mirrored); d != "" {
			t.Fatalf("the clashes differ: %s", d)
		}
		settle := func(rec data.Record) data.Record { // each clash as the one called mine the first time has it
			for _, c := range clashes {
				rec = applied(t, rec, c.Path, c.Mine)
			}
			return rec
		}
		sameRecord(t, "from the other side", settle(one), settle(other))
		clean++
	})
	if clean < enough(500) || clashing == 0 {
		t.Errorf("%d compared, %d not", clean, clashing)
	}
}

func applied(t *rapid.T, rec data.Record, path string, value json.RawMessage) data.Record {
	t.Helper()
	rec, err := data.Apply(rec, []data.FieldChange{{Path: path, Before: []byte("null"), After: value}})
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// TestAClashCanBeSettledEitherWay saves mine in the place of theirs where they clash, which is merging from the other side.
func TestAClashCanBeSettledEitherWay(t *testing.T) {
	settled := 0
	law(t, 1000, func(t *rapid.T) {
		base, mine, theirs := pair(t)
		merged, clashes := merge(t, base, mine, theirs)
		rec, err := (&data.Conflict{Mine: mine, Theirs: theirs, Merged: merged, Clashes: clashes}).WithMine()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range clashes {
			if strings.HasSuffix(c.Path, "/order") {
				return
			}
			if !valueOf(t, rec, data.FieldChange{Path: c.Path, Before: c.Theirs, After: c.Mine}) {
				t.Fatalf("%s is not %s", c.Path, c.Mine)
			}
			settled++
		}
	})
	if settled == 0 {
		t.Error("nothing clashed")
	}
}

func TestMergingOnceMoreChangesNothing(t *testing.T) {
	law(t, 1000, func(t *rapid.T) {
		base, mine, theirs := pair(t)
		merged, clashes := merge(t, base, mine, theirs)
		for _, side := range []data.Record{merged, theirs} {
			if again, _ := merge(t, base, side, merged); true {
				sameRecord(t, "merged again", merged, again)
			}
		}
		if len(clashes) == 0 {
			for what, side := range map[string]data.Record{"mine": mine, "theirs": theirs} {
				again, clashes := merge(t, base, merged, side)
				sameRecord(t, "merged again with "+what, merged, again)
				if len(clashes) > 0 {
					t.Fatalf("merged again with %s: %+v", what, clashes)
				}
			}
		}
	})
}

// enough is how many of n cases there should be: with -short, rapid makes a fifth.
func enough(n int) int {
	if testing.Short() {
		return n / 10
	}
	return n
}

// touches reports whether two paths are about one thing or one is part of the other's.
func touches(a, b string) bool {
	return a == b || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/")
}

// order reports whether a path is the order of a list, which is compared apart.
func order(f data.FieldChange) bool { return strings.HasSuffix(f.Path, "/order") }

// TestNothingIsLostOrInvented holds each field of the merged record against what the two changed.
func TestNothingIsLostOrInvented(t *testing.T) {
	apart := 0
	law(t, 1000, func(t *rapid.T) {
		base, mine, theirs := pair(t)
		merged, clashes := merge(t, base, mine, theirs)
		changedBy := [][]data.FieldChange{diff(t, base, mine), diff(t, base, theirs)}
		came := diff(t, base, merged)
		for side, changes := range changedBy {
			for _, f := range changes {
				if order(f) || slices.ContainsFunc(changedBy[1-side], func(other data.FieldChange) bool { return touches(f.Path, other.Path) }) {
					continue
				}
				apart++
				i := slices.IndexFunc(came, func(c data.FieldChange) bool { return c.Path == f.Path })
				if i < 0 || string(came[i].After) != string(f.After) {
					t.Fatalf("%s was changed to %s by one of them and is lost", f.Path, f.After)
				}
				if slices.ContainsFunc(clashes, func(c data.Clash) bool { return touches(c.Path, f.Path) && !strings.HasSuffix(c.Path, "/order") }) {
					t.Fatalf("%s was changed by one of them, yet it clashes", f.Path)
				}
			}
		}
		for _, f := range came {
			if order(f) {
				continue
			}
			if !slices.ContainsFunc(slices.Concat(changedBy...), func(c data.FieldChange) bool { return touches(c.Path, f.Path) }) {
				t.Fatalf("nobody changed %s to %s", f.Path, f.After)
			}
			if !valueOf(t, mine, f) && !valueOf(t, theirs, f) && !words(f) {
				t.Fatalf("%s is %s, which nobody wrote", f.Path, f.After)
			}
		}
	})
	if apart < enough(1000) {
		t.Errorf("only %d fields were changed by one of two", apart)
	}
}

// valueOf reports whether a record says at a path what the change says.
func valueOf(t *rapid.T, rec data.Record, f data.FieldChange) bool {
	again, err := data.Apply(rec, []data.FieldChange{{Path: f.Path, Before: f.Before, After: f.After}})
	return err == nil && len(diff(t, rec, again)) == 0
}

// words reports whether a change is of a list of words, which may be put together of two people's.
func words(f data.FieldChange) bool {
	return strings.HasPrefix(string(f.After), `["`) || strings.HasPrefix(string(f.Before), `["`)
}

func TestAWordThatBothAddedStandsWhereEitherPutItFirst(t *testing.T) {
	themes := func(words string) *data.Grant { return &data.Grant{Themes: strings.Split(words, "")} }
	for _, pair := range [][2]string{{"xabc", "abcxd"}, {"abcxd", "xabc"}} {
		merged, _ := merge(t, themes("abc"), themes(pair[0]), themes(pair[1]))
		if got := strings.Join(merged.(*data.Grant).Themes, ""); got != "xabcd" {
			t.Errorf("%s and %s are %s", pair[0], pair[1], got)
		}
	}
}

func TestWordsOfEitherAreInAndThoseTakenOutAreGone(t *testing.T) {
	some := rapid.SliceOfNDistinct(rapid.SampledFrom(strings.Split("abcdefgh", "")), 0, 6, rapid.ID)
	law(t, 1000, func(t *rapid.T) {
		grant := func(what string) *data.Grant { return &data.Grant{Themes: some.Draw(t, what)} }
		base, mine, theirs := grant("base"), grant("mine"), grant("theirs")
		one, clashes := merge(t, base, mine, theirs)
		other, _ := merge(t, base, theirs, mine)
		sameRecord(t, "from the other side", one, other)
		if len(clashes) > 0 {
			t.Fatalf("%+v", clashes)
		}
		got := one.(*data.Grant).Themes
		for _, w := range strings.Split("abcdefgh", "") {
			b, m, th := slices.Contains(base.Themes, w), slices.Contains(mine.Themes, w), slices.Contains(theirs.Themes, w)
			if want := m && th || !b && (m || th); slices.Contains(got, w) != want {
				t.Fatalf("%q is there: %v, of %v, %v and %v in %v", w, !want, base.Themes, mine.Themes, theirs.Themes, got)
			}
		}
		again, _ := merge(t, base, one, theirs)
		sameRecord(t, "merged again", one, again)
	})
}

func TestRecordsOfDifferentKindsDoNotMerge(t *testing.T) {
	if _, _, err := data.Merge(&data.Grant{}, &data.Grant{}, &data.Fund{}); err == nil {
		t.Error("a grant and a fund were merged")
	}
}

func TestWordsThatStandTwiceMergeAsOften(t *testing.T) {
	for _, c := range []struct{ base, mine, theirs, want []string }{
		{[]string{"a", "a"}, []string{"a"}, []string{"a", "a", "b"}, []string{"a", "b"}},
		{nil, []string{"a", "a"}, []string{"b"}, []string{"a", "a", "b"}},
		{[]string{"a", "a"}, []string{"a"}, []string{"a", "a", "a"}, []string{"a", "a", "a"}},
		{[]string{"a", "b"}, []string{"b"}, []string{"a", "b", "b"}, []string{"b", "b"}},
		{[]string{"b"}, []string{"b", "c"}, []string{"b", "a", "b"}, []string{"a", "b", "b", "c"}},
		{[]string{"b", "a", "b"}, []string{"b", "b", "a"}, []string{"a", "b", "b"}, []string{"a", "b", "b"}},
	} {
		paper := func(words []string) *data.BoardPaper { return &data.BoardPaper{Title: "P", Recommendations: words} }
		for range 2 {
			merged, clashes := merge(t, paper(c.base), paper(c.mine), paper(c.theirs))
			if got := merged.(*data.BoardPaper).Recommendations; !slices.Equal(got, c.want) || len(clashes) > 0 {
				t.Errorf("%q, %q and %q become %q, %v", c.base, c.mine, c.theirs, got, clashes)
			}
			c.mine, c.theirs = c.theirs, c.mine
		}
	}
}
