package reports_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/document"
)

// reads is what a paper says, line by line.
func reads(doc document.Document) string { return strings.Join(document.Lines(doc), " / ") }

// says fails for the words that do not stand in a paper.
func says(t *testing.T, doc document.Document, words ...string) {
	t.Helper()
	all := reads(doc)
	for _, w := range words {
		if !strings.Contains(all, w) {
			t.Errorf("it does not say %q: %s", w, all)
		}
	}
}

// saysNot fails for the words that stand in a paper.
func saysNot(t *testing.T, doc document.Document, words ...string) {
	t.Helper()
	all := reads(doc)
	for _, w := range words {
		if strings.Contains(all, w) {
			t.Errorf("it says %q: %s", w, all)
		}
	}
}

// unfit is why a paper cannot be made of a record.
func unfit(t *testing.T, paper string, s reports.Setting, rec data.Record) string {
	t.Helper()
	p, ok := reports.PaperNamed(paper)
	if !ok {
		t.Fatalf("there is no %s", paper)
	}
	if p.Unfit == nil {
		return ""
	}
	return p.Unfit(s, rec)
}

func stamp(id data.ID) data.Stamp { return data.Stamp{ID: id} }

// outreach is a grant with all that an office can hold of one, and another grant beside it.
func outreach() (reports.Setting, *data.Grant) {
	d, p := data.NewDate, data.Pounds
	g := &data.Grant{
		Stamp: stamp("g"), Reference: "G/1", Aliases: []data.Reference{"OLD/7"}, Title: "Outreach", Instrument: data.InstrumentGrant, Status: data.Active,
		Recipient: "harbour", DeliveredBy: "anchor", Programme: "core", Specification: "new", ContinuationOf: "other",
		Purpose: "To find people.", Services: "A van.", Conditions: "It is free.", Reasons: "Fewer thefts.",
		Themes: []string{"stalking", "hate crime"}, Area: "Fenland", Beneficiaries: "Women",
		AwardDate: d(2024, 3, 5), PlannedStart: d(2024, 4, 1), PlannedEnd: d(2026, 3, 31), ActualStart: d(2024, 5, 1), ActualEnd: d(2026, 2, 28),
		Awards: []data.Award{
			{FinancialYear: 2024, Amount: p(5000), Funds: []data.FundShare{{Fund: "core", Amount: p(3000)}, {Fund: "spare", Amount: p(2000)}}},
			{FinancialYear: 2025, Part: "van", Amount: p(6000), Funds: []data.FundShare{{Fund: "core", Amount: p(6000)}}},
			{FinancialYear: 2026, Amount: p(700), Funds: []data.FundShare{{Fund: "core", Amount: p(500)}}},
		},
		MatchFunding: []data.MatchFunding{{Contributor: "anchor", Amount: p(900), What: "A driver"}, {Contributor: "harbour", InKind: true, What: "Fuel"}},
		Posts:        []data.Post{{Title: "Worker", FTE: 150, Base: "Ely"}},
		Payments: []data.Payment{
			{Due: d(2024, 6, 1), Amount: p(1000), PaidOn: d(2024, 6, 9), Reference: "INV1"}, {Due: d(2024, 9, 1), Amount: p(1500)}, {PaidOn: d(2024, 9, 2), Amount: p(30)},
		},
		Outcomes: []data.Outcome{{Measure: "People found", Achieved: "Forty", Theme: "stalking"}},
		Variations: []data.Variation{
			{ID: "v2", Number: 2, Kind: data.Extend, Effective: d(2025, 3, 1), Decision: "late", Summary: "It takes longer.", Changes: []data.VariationChange{
				{Term: data.VariedAmount, FinancialYear: 2024, WasAmount: p(4000), Amount: p(5000)},
				{Term: data.VariedEnd, WasDate: d(2025, 3, 31), Date: d(2026, 3, 31)},
				{Term: data.VariedDeliveredBy, WasRecord: "harbour", Record: "anchor"},
				{Term: data.VariedArea, Text: "Fenland"},
			}, Applied: d(2025, 2, 10)},
			{ID: "v1", Number: 1, Kind: data.Scope, Summary: "More people.", Applied: d(2024, 12, 1)},
		},
		Answers:    []data.Answer{{Question: "men", Answer: data.Yes, AsAt: d(2024, 1, 9)}},
		Monitoring: data.MonitoringSchedule{Every: data.Yearly, DueAfter: 14, Framework: "measures"},
	}
	reg := data.NewRegister(
		&data.OfficeDetails{Stamp: stamp(data.OfficeID), Name: "Office", ChiefExecutive: "Dee Price", Commissioner: data.Commissioner{Name: "Ceri Howell"}},
		&data.Organisation{Stamp: stamp("harbour"), Name: "Harbour", Address: "Quay House\n 1 Quay", Postcode: "EL1 1AA"}, &data.Organisation{Stamp: stamp("anchor"), Name: "Anchor"},
		&data.Fund{Stamp: stamp("core"), Programme: "Core", Status: data.Won}, &data.Fund{Stamp: stamp("spare"), Programme: "Spare", Status: data.Won},
		&data.Specification{Stamp: stamp("new"), Title: "Van", Version: "2"}, &data.Question{Stamp: stamp("men"), Wording: "Is it open to men?"},
		&data.OutcomesFramework{Stamp: stamp("measures"), Measures: []data.Measure{{Title: "Helped", Unit: "people"}, {Title: "Calls"}}},
		&data.Decision{Stamp: stamp("late"), Reference: "DN/2", Title: "Longer", DecidedOn: d(2025, 2, 3)},
		&data.Decision{Stamp: stamp("early"), Reference: "DN/1", Title: "Begin", DecidedOn: d(2024, 3, 4), Grants: []data.ID{"g"}},
		&data.Decision{Stamp: stamp("none"), Reference: "DN/3", Title: "Elsewhere", Grants: []data.ID{"other"}},
		&data.MonitoringReturn{Stamp: stamp("q2"), Grant: "g", Period: "Quarter 2", PeriodStart: d(2024, 7, 1), Due: d(2024, 10, 14), Status: data.ReturnExpected},
		&data.MonitoringReturn{Stamp: stamp("q1"), Grant: "g", Period: "Quarter 1", PeriodStart: d(2024, 4, 1), Due: d(2024, 7, 14), Received: d(2024, 7, 10), Status: data.ReturnChecked, RAG: data.Green},
		&data.MonitoringReturn{Stamp: stamp("else"), Grant: "other", Period: "Elsewhere"},
		&data.Grant{Stamp: stamp("other"), Title: "Pilot", Recipient: "anchor", Status: data.Active}, g,
	)
	return reports.Setting{Register: reg, Today: d(2025, 6, 10)}, g
}

func TestAScheduleSaysAllThatIsKnownOfAGrant(t *testing.T) {
	s, g := outreach()
	says(t, reports.GrantSchedule(s.Register, g),
		"Outreach / Reference / G/1, OLD/7 / Recipient / Harbour / Delivered by / Anchor / Kind of funding / Grant / Programme / Core / Status / Active / Amount / £11,700",
		"Awarded on / 5 March 2024 / Period / 1 April 2024 to 31 March 2026 / Delivered in fact / 1 May 2024 to 28 February 2026",
		"stalking, hate crime / Area / Fenland / For whom / Women / Specification / Van / Goes on from / Pilot / Purpose / To find people. / Services to be provided / A van.",
		"Conditions / It is free. / How it secures the reduction of crime and disorder / Fewer thefts.",
		"2024-25 / Core: £3,000 / Spare: £2,000 / £5,000 / 2025-26, van / Core / £6,000 / 2026-27 / Core: £500 / £700 / Total / £11,700",
		"Anchor / A driver / £900 / Harbour / Fuel, in kind", "Worker / 1.5 / Ely", "People found / Forty / stalking",
		"1 June 2024 / 9 June 2024 / INV1 / £1,000 / 1 September 2024 / Not paid yet / £1,500 / 2 September 2024 / £30 / Total / £2,530 / Paid so far / £1,030 / Left to pay / £10,670",
		"2 / Extension / 1 March 2025 / It takes longer. / Amount, 2024-25: £4,000 → £5,000 / End: 31 March 2025 → 31 March 2026 / Delivered by: Harbour → Anchor / Area: nothing → Fenland / DN/2",
		"Quarter 1 / 14 July 2024 / 10 July 2024 / Checked / Green / Quarter 2 / 14 October 2024 / Expected",
		"Is it open to men? / Yes (9 January 2024) / Decisions / DN/1 Begin, 4 March 2024 / DN/2 Longer, 3 February 2025",
	)
	saysNot(t, reports.GrantSchedule(s.Register, g), "Elsewhere")
}

func TestAPeriodIsSaidInWords(t *testing.T) {
	day, march := data.NewDate(2024, 3, 4), data.Date{Year: 2024, Month: 3, Day: 1, Precision: data.ToTheMonth}
	for want, c := range map[string]struct{ from, to data.Date }{
		"Period / from 4 March 2024 / ":            {day, data.Date{}},
		"Period / until 4 March 2024 / ":           {data.Date{}, day},
		"Period / 4 March 2024 / ":                 {day, day},
		"Period / March 2024 / ":                   {march, march},
		"Period / 4 March 2024 to 5 March 2024 / ": {day, day.AddDays(1)},
	} {
		s, g := outreach()
		g.PlannedStart, g.PlannedEnd = c.from, c.to
		says(t, reports.GrantSchedule(s.Register, g), want)
	}
}

func TestALetterOfAwardOffersWhatWasAwarded(t *testing.T) {
	s, g := outreach()
	doc := reports.AwardLetter(s, g)
	says(t, doc,
		"Harbour / Quay House / 1 Quay / EL1 1AA / 5 March 2024 / Our reference: G/1 / Dear Sir or Madam / Award of funding: Outreach",
		"Amount / £11,700 / Period / 1 April 2024 to 31 March 2026 / Kind of funding / Grant / Delivered by / Anchor / Specification / Van, version 2 / Purpose / To find people. / Services to be provided / A van.",
		"2026-27 / Core: £500 / £700 / Total / £11,700 / How it will be paid / Due / Amount / 1 June 2024 / £1,000 / 1 September 2024 / £1,500 / Total / £2,500 / Conditions / It is free. / The money may be spent only",
		"How you will report on it", "2024-25 / 14 April 2025 / 2025-26 / 14 March 2026 / Each return is to tell of these measures: / Helped (people) / Calls / ",
		"Yours faithfully / Dee Price / Chief Executive / Acceptance / On behalf of Harbour, I accept the funding on the terms of this letter. / Signed / Name / Position / Date",
	)
	if doc.Dated != g.AwardDate.Time() {
		t.Errorf("it is dated %v", doc.Dated)
	}
	g.AwardDate, g.DeliveredBy = data.Date{}, g.Recipient
	says(t, reports.AwardLetter(s, g), "10 June 2025 / Our reference")
	saysNot(t, reports.AwardLetter(s, g), "Delivered by")
}

func TestNothingIsAwardedThatWasNotApproved(t *testing.T) {
	for why, spoil := range map[string]func(*data.Grant){
		"":                          func(*data.Grant) {},
		"there is nothing to award": func(g *data.Grant) { g.Status = data.Declined },
		"has no recipient":          func(g *data.Grant) { g.Recipient = "" },
		"has no award":              func(g *data.Grant) { g.Awards = nil },
	} {
		s, g := outreach()
		spoil(g)
		if got := unfit(t, "award-letter", s, g); !strings.Contains(got, why) || why == "" && got != "" {
			t.Errorf("it says %q, want %q", got, why)
		}
	}
}

func TestALetterOfVariationTellsOfTheLatest(t *testing.T) {
	s, g := outreach()
	says(t, reports.VariationLetter(s, g),
		"10 February 2025 / Our reference: G/1 / Dear Sir or Madam / Variation 2: Outreach", "takes effect on 1 March 2025. / It was decided upon in decision DN/2 Longer. / It takes longer. / What changes",
		"Amount, 2024-25 / £4,000 / £5,000 / End / 31 March 2025 / 31 March 2026 / Delivered by / Harbour / Anchor / Area / Fenland / The money with this variation",
		"Total / £11,700 / All other terms stay as they were agreed.", "Dee Price", "I accept the funding",
	)
	g.Variations[0].Effective = data.Date{}
	saysNot(t, reports.VariationLetter(s, g), "takes effect")
	g.Variations[0].Applied = data.Date{} // it was put down by hand what was, after the grant had been changed
	says(t, reports.VariationLetter(s, g), "Amount, 2024-25 / £4,000 / £5,000 / End / 31 March 2025 / 31 March 2026", "The money with this variation")
	g.Variations[0].Applied, g.Variations[0].Changes = s.Today, []data.VariationChange{{Term: data.VariedArea, Text: "Fenland"}}
	says(t, reports.VariationLetter(s, g), "Area / Fenland / The money with this variation")
	g.Variations = nil
	if unfit(t, "variation-letter", s, g) == "" {
		t.Error("there is a letter about no variation")
	}
}

// A letter of variation goes out for signature before anybody changes the grant by it.
func TestALetterOfVariationSaysWhatWillBe(t *testing.T) {
	s, g := outreach()
	g.Awards = append(g.Awards, data.Award{FinancialYear: 2026, Part: "fuel", Amount: data.Pounds(100)})
	g.Variations = append(g.Variations, data.Variation{ID: "v3", Number: 3, Kind: data.Uplift, Changes: []data.VariationChange{
		{Term: data.VariedAmount, FinancialYear: 2026, Amount: data.Pounds(1000)},
		{Term: data.VariedAmount, FinancialYear: 2027, Amount: data.Pounds(50), Fund: "core"},
		{Term: data.VariedEnd, Date: data.NewDate(2028, 3, 31)},
		{Term: data.VariedConditions, Text: "It is *always* free."},
	}})
	says(t, reports.VariationLetter(s, g),
		"10 June 2025 / Our reference", "Variation 3: Outreach",
		"Amount, 2026-27 / £800 / £1,000 / Amount, 2027-28 / £0 / £50 / End / 31 March 2026 / 31 March 2028 / Conditions / It is free. / It is always free. / The money with this variation",
		"2026-27, fuel / £300 / 2027-28 / Core / £50 / Total / £12,050",
	)
	if g.Total() != data.Pounds(11800) {
		t.Errorf("the letter changed the grant: %s", g.Total())
	}
	g.Variations[2].Changes[0].Amount = data.Pounds(1) // less than the part that stays
	letter := reports.VariationLetter(s, g)
	says(t, letter, "Amount, 2026-27 / £800 / £1 / Amount, 2027-28 / £0 / £50")
	saysNot(t, letter, "The money with this variation")
}

// What nobody has put down is no decision: no paper says that a term becomes nothing.
func TestNoPaperSaysWhatNobodyHasSaidOfAVariation(t *testing.T) {
	s, g := outreach()
	g.Variations = append(g.Variations, data.Variation{ID: "v3", Number: 3, Kind: data.Uplift, Changes: []data.VariationChange{
		{Term: data.VariedAmount, FinancialYear: 2026}, {Term: data.VariedEnd}, {Term: data.VariedConditions, None: true}, {Term: data.VariedServices},
	}})
	v := &g.Variations[2]
	draft := func() string {
		var all strings.Builder
		for _, section := range reports.DraftVariationDecision(s.Register, g, v, s.Today).Sections {
			all.WriteString(section.Body + "\n")
		}
		return all.String()
	}
	for _, want := range []string{"- Amount, 2026-27: what it becomes is still to be put down", "- End: what it becomes is still to be put down", "to nothing", "- Services: what it becomes is still"} {
		if !strings.Contains(draft(), want) {
			t.Errorf("the draft does not say %q: %q", want, draft())
		}
	}
	if strings.Contains(draft(), "£0") || strings.Count(draft(), "nothing") != 1 {
		t.Errorf("the draft decides what nobody put down: %q", draft())
	}
	says(t, reports.GrantSchedule(s.Register, g), "Amount, 2026-27: £700 → not put down yet / End: 31 March 2026 → not put down yet / Conditions: It is free. → nothing / Services: ")
	if says := unfit(t, "variation-letter", s, g); says != "Variation 3 does not say what “Amount, 2026-27” becomes: put it down, or tick that there is to be none." {
		t.Errorf("of a letter it says %q", says)
	}
	v.Changes = v.Changes[2:3]
	says(t, reports.VariationLetter(s, g), "Conditions / It is free. / nothing / The money with this variation")
}

// A grant that nobody else delivers is delivered by its recipient.
func TestWhatNobodyElseDeliversTheRecipientDoes(t *testing.T) {
	s, g := outreach()
	g.Variations = append(g.Variations, data.Variation{
		ID: "v3", Number: 3, Kind: data.Scope, Changes: []data.VariationChange{{Term: data.VariedDeliveredBy, None: true}},
	})
	says(t, reports.VariationLetter(s, g), "Delivered by / Anchor / the recipient itself / The money with this variation")
	says(t, reports.GrantSchedule(s.Register, g), "Delivered by: Anchor → the recipient itself")
	v := &g.Variations[2]
	draft := reports.DraftVariationDecision(s.Register, g, v, s.Today)
	if !slices.ContainsFunc(draft.Sections, func(d data.Section) bool { return strings.Contains(d.Body, "from Anchor to the recipient itself") }) {
		t.Errorf("the draft says %+v", draft.Sections)
	}
	g.DeliveredBy, v.Changes = "", []data.VariationChange{{Term: data.VariedDeliveredBy, Record: "anchor"}}
	says(t, reports.VariationLetter(s, g), "Delivered by / the recipient itself / Anchor / The money with this variation")
}

func TestADossierHoldsAllOfAGrantWithWhatIsExempt(t *testing.T) {
	s, g := outreach()
	s.Register.Put(&data.Decision{
		Stamp: stamp("early"), Reference: "DN/1", Title: "Begin", DecidedOn: data.NewDate(2024, 3, 4), Grants: []data.ID{"g"},
		Sections: []data.Section{{Heading: "Open", Body: "Open words."}, {Heading: "Closed", Body: "Closed words.", Part: 2}},
	})
	s.Register.Put(&data.Specification{Stamp: stamp("new"), Title: "Van", Version: "2", Body: "## Hours\n\nOpen."})
	s.History = []data.Change{
		{When: time.Date(2024, 5, 2, 14, 7, 0, 0, time.UTC), Who: "Bryn", Machine: "laptop-2", Kind: data.KindGrant, Record: "g", Action: data.Deleted},
		{When: time.Date(2024, 5, 1, 9, 30, 0, 0, time.UTC), Who: "Ann", Machine: "laptop-1", Kind: data.KindGrant, Record: "g", Action: data.Created},
	}
	doc := reports.GrantDossier(s, g)
	contents := "Contents / The grant / Decision DN/1 Begin / Decision DN/2 Longer / Van / What was reported / Every change of the record / "
	says(t, doc, "Outreach / This dossier holds", contents, "1. The grant / Reference / G/1, OLD/7", "2. Decision DN/1 Begin / Reference / DN/1", "Open words.", "Part 2: not for publication / ", "Closed words.",
		"3. Decision DN/2 Longer / ", "4. Van / Version / 2", "Hours / 1.1 / Open.", "5. What was reported / ", "Quarter 2 / 14 October 2024 / Late",
		"6. Every change of the record / When (UTC) / Who, on which machine / What changed / 1 May 2024, 09:30 / Ann, laptop-1 / Made the grant. / 2 May 2024, 14:07 / Bryn, laptop-2 / Deleted the grant.")
	if !strings.Contains(doc.Marking, "NOT FOR PUBLICATION") {
		t.Errorf("it is marked %q", doc.Marking)
	}
	chapters := map[string]string{}
	for _, part := range doc.Parts {
		for _, b := range flattened(part.Blocks) {
			if h, ok := b.(document.Heading); ok && h.Level == 1 {
				chapters["#"+h.Anchor] = document.Plain(h.Text)
			}
		}
	}
	if len(chapters) != 7 { // with the title
		t.Errorf("its chapters are %q", chapters)
	}
	document.EachInline(doc.Parts[0].Blocks, func(r document.Inline) []document.Inline {
		if r.Link != "" && chapters[r.Link] != r.Text {
			t.Errorf("%q leads to %q", r.Text, chapters[r.Link])
		}
		return nil
	})
}
