package data

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

// harbourOffice is an office around one charity, with something of it in records of most kinds.
func harbourOffice() *Register {
	return NewRegister(
		&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Office", ReferenceSchemes: map[string]string{"grant": "{fy:2}/{fy+1:2} – {seq:4}", "decision": "PCC/{yyyy}/{seq:3}"}},
		&Organisation{Stamp: Stamp{ID: "o1"}, Name: "Harbour", OtherNames: []string{"Tŷ Harbwr"}, Notes: "Moved to Quay Street."},
		&Organisation{Stamp: Stamp{ID: "o2"}, Name: "Beacon"},
		&Contact{Stamp: Stamp{ID: "c1"}, Name: "Ann Jones", Organisation: "o1", Source: "Zeppelin letter"},
		&Fund{Stamp: Stamp{ID: "f1"}, Programme: "Victims core", Status: Won, Allocation: Pounds(100)},
		&Programme{Stamp: Stamp{ID: "p1"}, Title: "Small grants", FinancialYear: 2023, Budget: Pounds(900)},
		&Grant{
			Stamp: Stamp{ID: "g1"}, Title: "Outreach", Reference: "23/24 – 0017", Recipient: "o1", Programme: "p1", Status: Active,
			Purpose: "People who go to **court** with those who have to, and stay there until it is all over.",
			Awards: []Award{
				{ID: "a1", FinancialYear: 2023, Amount: Pounds(40), Funds: []FundShare{{ID: "s1", Fund: "f1", Amount: Pounds(40)}}},
				{ID: "a2", FinancialYear: 2024, Amount: Pounds(50), Funds: []FundShare{{ID: "s2", Fund: "f1", Amount: Pounds(50)}}},
			},
			MatchFunding: []MatchFunding{{ID: "m1", Contributor: "o1", InKind: true, What: "A room"}},
		},
		&Grant{
			Stamp: Stamp{ID: "g2"}, Title: "Court dogs", Reference: "23/24 – 0170", Recipient: "o2", DeliveredBy: "o1", Programme: "p1", Status: Declined,
			Awards: []Award{{ID: "a3", FinancialYear: 2023, Amount: Pounds(7)}},
		},
		&Decision{Stamp: Stamp{ID: "d1"}, Reference: "PCC/2023/004", Title: "Outreach for two years", Grants: []ID{"g1"}, Status: DecisionDraft},
		&TrainingEvent{
			Stamp: Stamp{ID: "t1"}, Title: "First responders", Hosts: []ID{"o1", "o2"}, Grant: "g1", Start: NewDate(2024, 5, 2), Purpose: "What harbours are.",
			Attendees: []Attendee{{ID: "x1", Name: "Zeppelin Smith"}}, Attendance: []Attendance{{ID: "y1", Organisation: "o2", Booked: 9, Attended: 7}},
		},
		&MonitoringReturn{Stamp: Stamp{ID: "r1"}, Grant: "g1", Period: "Quarter 1, 2023-24", Due: NewDate(2023, 7, 31), Status: ReturnExpected},
		&FOIRequest{
			Stamp: Stamp{ID: "q1"}, Reference: "FOI/23-005", Subject: "Dogs", Received: NewDate(2024, 1, 2), Applicant: &Applicant{Name: "Zeppelin Post"},
			Appendices: []Appendix{{ID: "ap", Number: 1, Tables: []Table{{ID: "ta", Query: Query{Recipients: []ID{"o1", "o2"}}}}}},
		},
		&NewsRelease{Stamp: Stamp{ID: "n1"}, Headline: "Money for victims", About: []ID{"o2", "o1"}},
		&Action{Stamp: Stamp{ID: "z1"}, Text: "Ring Harbour about the room", From: "d1", Owner: "c1"},
	)
}

func idsOf(hits []Hit) []string {
	found := make([]string, len(hits))
	for i, h := range hits {
		found[i] = string(h.Record.Stamped().ID)
	}
	return found
}

func TestTheBestFitIsFoundFirst(t *testing.T) {
	reg := harbourOffice()
	for text, want := range map[string]string{
		"2324-0017":      "g1",          // a reference in another spelling; what names the grant comes after it
		"17":             "g1",          // by its number
		"court":          "g2 g1",       // called so, then in the text
		"harbwr":         "o1",          // another name, without its accent
		"HARBOUR":        "o1 z1",       // called so, before what has it within its name
		"outreach years": "d1",          // all words
		"quay street":    "o1",          // in the notes
		"first":          "t1",          //
		"zeppelin":       "",            // an applicant, an attendee, a source: nobody finds a person so
		"court nowhere":  "",            //
		" – ":            "",            //
		"":               "",            //
		"small grants":   "p1 g2 g1",    // and what names the programme
		"victims core":   "f1 g1",       // and what it pays for
		"PCC/2023/4":     "d1",          //
		"dogs":           "q1 g2",       // begins so, then holds it
		"foi 23005":      "q1",          //
		"closed":         "",            //
		"declined":       "g2",          // a status, as people read it
		"jones harbour":  "c1 z1",       // a name and what it points to
		"quarter 1":      "r1",          //
		"room":           "z1 g1",       // within a row
		"beacon":         "o2 g2 t1 q1", // see the next test for all that name it
	} {
		hits, all := reg.Search(text, 100)
		found := idsOf(hits)
		wanted := strings.Fields(want)
		if len(found) > len(wanted) && len(wanted) > 0 {
			found = found[:len(wanted)]
		}
		if !slices.Equal(found, wanted) || all != len(hits) {
			t.Errorf("%q finds %v (%d), want %v", text, idsOf(hits), all, wanted)
		}
	}
}

func TestASearchFollowsNamesToWhatTheyStandIn(t *testing.T) {
	reg := harbourOffice()
	hits, all := reg.Search("harbour", 3)
	if len(hits) != 3 || all != 10 {
		t.Errorf("%d of %d", len(hits), all)
	}
	hits, _ = reg.Search("harbour", 100)
	where := map[string]string{}
	for _, h := range hits {
		where[string(h.Record.Stamped().ID)] = h.Field + ": " + h.Excerpt
	}
	for id, want := range map[string]string{
		"o1": ": ", "z1": ": ", "c1": "Organisation: Harbour", "g1": "Recipient: Harbour", "g2": "Delivered by: Harbour", "d1": "Grants: Outreach, Harbour",
		"t1": "Hosts: Harbour", "r1": "Grant: Outreach, Harbour", "q1": "Recipients: Harbour", "n1": "About: Harbour",
	} {
		if where[id] != want {
			t.Errorf("%s is found by %q, want %q", id, where[id], want)
		}
	}
	hits, _ = reg.Search("stay", 10)
	if len(hits) != 1 || hits[0].Field != "Purpose" || hits[0].At != "purpose" || hits[0].Excerpt != "…those who have to, and stay there until it is all over." {
		t.Errorf("in a text: %+v", hits)
	}
}

func TestASearchKnowsWhatWasSavedAndWhatWent(t *testing.T) {
	reg := harbourOffice()
	reg.Search("harbour", 1)
	reg.Listing(KindGrant, Date{})
	o, _ := Get[*Organisation](reg, "o1")
	renamed := Clone(o)
	renamed.Name = "Lighthouse"
	reg.Put(renamed)
	if hits, _ := reg.Search("lighthouse", 100); !slices.Contains(idsOf(hits), "r1") || !slices.Contains(idsOf(hits), "g2") {
		t.Errorf("after a body was renamed: %v", idsOf(hits))
	}
	if n := len(reg.Listing(KindGrant, Date{}).Select("lighthouse", nil, Sort{})); n != 2 {
		t.Errorf("after a body was renamed, %d grants are listed by its name", n)
	}
	reg.Remove(KindGrant, "g1")
	if hits, _ := reg.Search("lighthouse", 100); slices.Contains(idsOf(hits), "r1") || slices.Contains(idsOf(hits), "g1") {
		t.Errorf("after a grant was deleted: %v", idsOf(hits))
	}
}

// Searches run beside saves: the window polls for what others save while somebody types. The race detector looks at this one.
func TestASearchRunsBesideSaves(t *testing.T) {
	reg := harbourOffice()
	var wg sync.WaitGroup
	for worker := range 4 {
		wg.Go(func() {
			for i := range 50 {
				id := ID(fmt.Sprint("new", worker, "-", i))
				reg.Put(&Grant{Stamp: Stamp{ID: id}, Title: fmt.Sprint("Lantern ", worker, " ", i), Recipient: "o1"})
				reg.Search("lantern", 5)
				reg.Listing(KindGrant, Date{}).Select("harbour", nil, Sort{Field: "title"})
				if rec, ok := reg.Find(KindGrant, id); ok {
					reg.Links(rec)
				}
			}
		})
	}
	wg.Wait()
	if _, all := reg.Search("lantern", 5); all != 200 {
		t.Errorf("%d of 200 are found in the end", all)
	}
	if n := len(reg.Listing(KindGrant, Date{}).Select("harbour lantern", nil, Sort{Field: "title"})); n != 200 {
		t.Errorf("%d of 200 are listed in the end", n)
	}
}

func TestFoldingWithoutAccentsIsTheSameAsWithThem(t *testing.T) {
	for c := rune(0x20); c < 0x3000; c++ {
		if accented(c) {
			continue
		}
		plainly := Fold("a" + string(c) + "B")
		if slowly := strings.TrimSuffix(Fold("a"+string(c)+"Bé"), "e"); plainly != slowly {
			t.Errorf("%U is folded to %q and, beside an accent, to %q", c, plainly, slowly)
		}
	}
}

func TestWhatIsCalledSoIsMeant(t *testing.T) {
	reg := harbourOffice()
	for _, c := range []struct {
		kind Kind
		text string
		want string
	}{
		{AnyKind, "g2", "g2"}, // an ID
		{AnyKind, "23/24 – 0017", "g1"},
		{AnyKind, "pcc 2023 004", "d1"},
		{AnyKind, "Outreach", "g1"}, // a whole name before one that begins with it
		{KindDecision, "outreach", "d1"},
		{KindGrant, "17", "g1"},
		{AnyKind, "ty harbwr", "o1"},
		{AnyKind, "harb", "o1"}, // begins so
		{AnyKind, "two years", "d1"},
		{KindFund, "Outreach", ""},
		{AnyKind, "nobody", ""},
		{AnyKind, "  ", ""},
	} {
		var found []string
		for _, rec := range reg.Called(c.kind, c.text) {
			found = append(found, string(rec.Stamped().ID))
		}
		if strings.Join(found, " ") != c.want {
			t.Errorf("%s “%s” is %v, want %s", c.kind, c.text, found, c.want)
		}
	}
}

// busyRegister is an office of n grants with long texts, each with a return.
func busyRegister(n int) *Register {
	reg := NewRegister(&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Office", ReferenceSchemes: map[string]string{"grant": "{fy:2}/{fy+1:2} – {seq:4}"}})
	var recs []Record
	for i := range 300 {
		recs = append(recs, &Organisation{Stamp: Stamp{ID: ID(fmt.Sprint("o", i))}, Name: fmt.Sprintf("Harbour %d", i), OtherNames: []string{"The old quay"}})
	}
	long := strings.Repeat("Advocates who go to court with people, and stay until it’s over – whatever it takes. ", 12)
	for i := range n {
		g := &Grant{
			Stamp: Stamp{ID: ID(fmt.Sprint("g", i))}, Title: fmt.Sprintf("Outreach %d", i), Reference: Reference(fmt.Sprintf("23/24 – %04d", i)),
			Recipient: ID(fmt.Sprint("o", i%300)), Purpose: long, Services: long, Awards: []Award{{ID: "a", FinancialYear: 2023, Amount: Pounds(5)}},
		}
		recs = append(recs, g, &MonitoringReturn{
			Stamp: Stamp{ID: ID(fmt.Sprint("r", i))}, Grant: g.ID, Period: "Quarter 1", Due: NewDate(2024, 7, 1+i%28), Narrative: "All well",
		})
	}
	reg.Put(recs...)
	return reg
}

// BenchmarkSearch is a keystroke in the search over everything, in an office of 10,000 grants with a return each: 16 ms is a frame.
func BenchmarkSearch(b *testing.B) {
	reg := busyRegister(10_000)
	reg.index()
	for _, text := range []string{"harbour", "nothing has this", "23/24 17", "advocates court"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				reg.Search(text, 50)
			}
		})
	}
}

// BenchmarkIndex is what the first search of all pays, and the first one after somebody saved a grant.
func BenchmarkIndex(b *testing.B) {
	reg := busyRegister(10_000)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			reg.indexed.last = nil
			reg.index()
		}
	})
	b.Run("after a save", func(b *testing.B) {
		g := reg.Records(KindGrant)[0]
		for b.Loop() {
			reg.Put(Clone(g))
			reg.index()
		}
	})
}

// BenchmarkListing is opening a list of 10,000 returns, and a keystroke in it.
func BenchmarkListing(b *testing.B) {
	reg := busyRegister(10_000)
	reg.index()
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			reg.lists.last = nil
			reg.Listing(KindMonitoringReturn, Date{}).Select("", nil, Sort{Field: "due"})
		}
	})
	b.Run("keystroke", func(b *testing.B) {
		for b.Loop() {
			reg.Listing(KindMonitoringReturn, Date{}).Select("harbour quarter", nil, Sort{Field: "due"})
		}
	})
}
