package data

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAPublicDecisionCannotReachPartTwo(t *testing.T) {
	leadsNowhere(t, reflect.TypeFor[PublicDecision](), false)
}

// halfSecret is a decision with a Part 2, and its office.
func halfSecret() (*Register, *Decision) {
	reg := NewRegister(
		&OfficeDetails{Stamp: Stamp{ID: OfficeID}, Name: "Office"},
		&Organisation{Stamp: Stamp{ID: "h"}, Name: "Harbour"}, &Organisation{Stamp: Stamp{ID: "b"}, Name: "Brightwater Consulting"},
		&Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Recipient: "h", Awards: []Award{
			{FinancialYear: 2024, Amount: Pounds(5500)}, {FinancialYear: 2025, Amount: Pounds(7250)},
		}},
		&Grant{Stamp: Stamp{ID: "k"}, Title: "Advice", Recipient: "b", Awards: []Award{{FinancialYear: 2024, Amount: Pounds(300)}}},
		&Decision{Stamp: Stamp{ID: "older"}, Reference: "PCC/1", Title: "Older"},
	)
	d := &Decision{
		Stamp: Stamp{ID: "d"}, Reference: "PCC/2", Title: "Outreach by Harbour", Marking: PartExempt, Exemption: "Section 43", Power: "Section 143",
		DecisionMaker: "The Commissioner", LeadOfficers: []ID{"s"}, DecidedOn: NewDate(2025, time.May, 1), SignedBy: "J. Doe", Signature: WetCopyHeld,
		Sections: []Section{
			{ID: "1", Heading: "Background", Body: "Harbour has run outreach since 2019. It is to have £5,500 for the first year of the work."},
			{ID: "2", Heading: "What was bid", Body: "Two bids came in. Brightwater Consulting asked for £61.2k a year and was the weaker of the two by far. " +
				"Harbour asked for £7,250. It is to have £5,500 for the first year.", Part: 2},
		},
		Recommendations: []string{"To agree."}, Interests: "None", Links: []DecisionLink{{Relation: Extends, Decision: "older"}, {Relation: ReadWith, Reference: "X/9"}},
		Grants: []ID{"g", "k"}, StatedTotal: Pounds(13050), Steps: []Step{{To: "signed", By: "Olive Officer"}},
		Attachments: []Enclosure{{ID: "e", Label: "Application", Kind: "form", Size: 10, File: "f"}, {Label: "Letter of Brightwater", File: "f2"}},
		Issued:      []Issued{{Paper: "decision", By: "Olive Officer", SHA256: strings.Repeat("0", 64)}},
	}
	reg.Put(d)
	return reg, d
}

func TestThePublicReadsPartOneAndNothingOfPartTwo(t *testing.T) {
	reg, d := halfSecret()
	want := PublicDecision{
		Reference: "PCC/2", Title: "Outreach by Harbour", DecisionMaker: "The Commissioner", DecidedOn: d.DecidedOn, Outcome: DecisionSigned, Marking: PartExempt,
		Exemption: "Section 43", Power: "Section 143", Sections: []PublicSection{{"Background", d.Sections[0].Body}}, Recommendations: []string{"To agree."},
		Interests: "None", Signature: WetCopyHeld, SignedBy: "J. Doe", Links: []PublicLink{{Extends, "PCC/1"}, {ReadWith, "X/9"}},
		Awards:      []PublicAward{{Recipient: "Harbour", Title: "Outreach", FinancialYear: 2024, Amount: Pounds(5500)}},
		Attachments: []PublicEnclosure{{"Application", "form", 10}}, Withheld: 3, // £7,250, Brightwater's award and its letter
	}
	if diff := cmp.Diff(want, d.Public(reg)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if all, err := json.Marshal(d.Public(reg)); err != nil || d.PartTwoIn(string(all)) != nil || strings.Contains(string(all), "Olive") {
		t.Errorf("%s, %v", all, err)
	}
	d.Sections[1].Body = "The others asked for more."
	if p := d.Public(reg); p.Withheld != 0 || p.StatedTotal != Pounds(13050) || len(p.Awards) != 3 || len(p.Attachments) != 2 {
		t.Errorf("withheld without cause: %+v", p)
	}
	d.Sections[0].Part, d.Sections[1].Part = 3, 1
	if p := d.Public(reg); len(p.Sections) != 1 || p.Sections[0].Heading != "What was bid" {
		t.Errorf("a section that stands in neither part is given out: %+v", p.Sections)
	}
	d.Marking = Exempt
	want = PublicDecision{
		Reference: want.Reference, Title: want.Title, DecisionMaker: want.DecisionMaker, DecidedOn: want.DecidedOn, Outcome: want.Outcome, Marking: Exempt, Exemption: want.Exemption,
		Power: want.Power, Signature: want.Signature, SignedBy: want.SignedBy, Links: want.Links,
	}
	if diff := cmp.Diff(want, d.Public(reg)); diff != "" {
		t.Errorf("of a decision that is exempt (-want +got)\n%s", diff)
	}
}

func TestADecisionThatWasRefusedStaysRefusedWhenItIsPublished(t *testing.T) {
	for _, c := range []struct {
		steps  []Step
		status DecisionStatus
		want   DecisionStatus
	}{
		{nil, "", ""},
		{nil, DecisionSubmitted, ""},
		{nil, DecisionRefused, DecisionRefused},
		{nil, DecisionPublished, ""}, // loaded without its steps: nobody knows
		{[]Step{{To: "submitted"}, {To: "refused"}, {To: "published"}}, DecisionPublished, DecisionRefused},
		{[]Step{{To: "deferred"}, {To: "submitted"}, {To: "signed"}, {To: "published"}}, DecisionPublished, DecisionSigned},
		{[]Step{{To: "deferred"}, {To: "submitted"}}, DecisionSubmitted, ""},
	} {
		if got := (&Decision{Steps: c.steps, Status: c.status}).Outcome(); got != c.want {
			t.Errorf("after %+v it is %q, want %q", c.steps, got, c.want)
		}
	}
}

func TestADecisionThatNobodyMarkedIsNotPublicAsAWhole(t *testing.T) {
	d := &Decision{Sections: []Section{{Body: "Open."}, {Body: "Closed.", Part: 2}}}
	if p := d.Public(NewRegister()); p.Marking != PartExempt || !d.HasPartTwo() {
		t.Errorf("it is marked %q", p.Marking)
	}
	d.Marking = Public // until it is saved, nobody is told that the two do not go together
	if p := d.Public(NewRegister()); p.Marking != PartExempt || !d.HasPartTwo() {
		t.Errorf("marked as public it is %q", p.Marking)
	}
	d.Marking, d.Sections = "", d.Sections[:1]
	if p := d.Public(NewRegister()); p.Marking != "" || d.HasPartTwo() {
		t.Errorf("without a Part 2 it is marked %q", p.Marking)
	}
}

func TestWhatOnlyPartTwoSaysIsFoundInAnyText(t *testing.T) {
	reg, d := halfSecret()
	for text, want := range map[string][]string{
		"We thank Brightwater for its bid.":                     {"name Brightwater"},
		"Brightwater Consulting did not win.":                   {"name Brightwater Consulting"},
		"He was the WEAKER of the two, by far":                  {"words was the WEAKER of the two, by far"},
		"the first was the weaker of the pair":                  {"words was the weaker of the"},
		"the weaker of the pair":                                nil,
		"It costs £7250 a year":                                 {"amount £7250"},
		"It costs up to £7,250.00 a year":                       {"amount £7,250.00"},
		"Amount (£): 61,200":                                    {"amount 61,200"},
		"£0.0612 million, or 61.2k":                             {"amount £0.0612 million", "amount 61.2k"},
		"Harbour is to have £5,500 for the first year.":         nil, // Part 1 says so
		"It is to have £5,500 for the first year of the work.":  nil,
		"Two of us went. It rained.":                            nil, // a capital that opens a sentence both times
		"In 2024 two bids came; office hours are 9 to 5.":       nil,
		"Bids of £72.50 and 7250 people":                        nil,
		"harbour asked for £7,250.":                             {"amount £7,250"},
		"Harbour asked for £7,250. It is":                       {"words Harbour asked for £7,250. It is"},
		"brightwater-letter.pdf":                                nil,
		"Letter from Brightwater.pdf, and again of Brightwater": {"name Brightwater", "name Brightwater"},
		"": nil,
	} {
		for of, leaks := range map[string][]Leak{"the decision": d.PartTwoIn(text), "the office": reg.Leaks(text)} {
			var got []string
			for _, l := range leaks {
				got = append(got, string(l.Sort)+" "+l.What)
				if l.Decision != "PCC/2" || text[l.Offset:l.Offset+len(l.What)] != l.What || !strings.Contains(l.Excerpt, trimSpace(l.What)) {
					t.Errorf("%q: %+v", text, l)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %q (-want +got)\n%s", of, text, diff)
			}
		}
	}
	if said := d.PartTwoIn("We thank Brightwater.")[0].String(); said != "The name “Brightwater” stands only in Part 2 of PCC/2: “We thank Brightwater.”" {
		t.Errorf("it reads: %s", said)
	}
}

func TestWhatABodyIsIsNoNameOfIt(t *testing.T) {
	_, d := halfSecret()
	d.Sections[len(d.Sections)-1].Body += " It was Brightwater CIC, and not Harbour Trust Ltd."
	if leaks := d.PartTwoIn("Changing Course CIC, and Lantern Trust Limited, have it."); leaks != nil {
		t.Errorf("%+v", leaks)
	}
	if leaks := d.PartTwoIn("We thank Brightwater CIC for it."); len(leaks) != 1 || leaks[0].What != "Brightwater" {
		t.Errorf("%+v", leaks)
	}
}

func TestOfAnExemptDecisionNothingMayBeTold(t *testing.T) {
	reg, d := halfSecret()
	d.Marking = Exempt
	if leaks := d.PartTwoIn("Harbour is to have £5,500"); len(leaks) != 1 || leaks[0].What != "is to have £5,500" && leaks[0].Sort != LeakedAmount {
		t.Errorf("%+v", leaks)
	}
	if leaks := reg.Leaks("It has £300"); len(leaks) != 1 || leaks[0].Sort != LeakedAmount {
		t.Errorf("an award of an exempt decision is not found: %+v", leaks)
	}
	reg.Put(&Decision{Stamp: Stamp{ID: "z"}, Reference: "PCC/3", Title: "Open", Marking: Public, Sections: []Section{{Body: "Ottery is to have £99,999."}}})
	if leaks := reg.Leaks("Let Ottery have £99,999"); leaks != nil {
		t.Errorf("a public decision leaks: %+v", leaks)
	}
}

// BenchmarkLeaks looks through a news release against 400 decisions of 1,500 words in Part 2, and says how many times as long that takes as
// only folding all their words.
func BenchmarkLeaks(b *testing.B) {
	reg := NewRegister()
	var all strings.Builder
	for i := range 400 {
		body := strings.Repeat(fmt.Sprintf("Supplier%d asked for £%d,250 of the money, and the panel gave it more marks than others. ", i, i+1), 100)
		all.WriteString(body)
		reg.Put(&Decision{Stamp: Stamp{ID: ID(fmt.Sprint(i))}, Reference: Reference(fmt.Sprintf("PCC/%d", i)), Title: "D", Marking: PartExempt, Sections: []Section{{Body: "Open."}, {Body: body, Part: 2}}})
	}
	release := strings.Repeat("The commissioner is glad that many people will be helped by the new service in the county. ", 40) + "It has £17,250."
	var fold time.Duration
	for b.Loop() {
		b.StopTimer()
		start := time.Now()
		foldedWords(all.String())
		fold += time.Since(start)
		b.StartTimer()
		if leaks := reg.Leaks(release); len(leaks) != 1 {
			b.Fatalf("%d leaks", len(leaks))
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(fold), "foldings")
}

func TestAmountsAreFoundWhereTheyStand(t *testing.T) {
	text := "Of £5,500, and 1.2 million or £600k; not £0, nor 2024."
	var got []string
	for _, a := range AmountsIn(text) {
		got = append(got, fmt.Sprintf("%s = %d", text[a.Start:a.End], a.Pence))
	}
	if want := []string{"£5,500 = 550000", "1.2 million = 120000000", "£600k = 60000000"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
