package data

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestADecisionIsNotPublishedBeforeItIsTaken(t *testing.T) {
	d := &Decision{Title: "D", Status: DecisionSigned, SignedOn: NewDate(2023, time.October, 4)}
	var fault *Fault
	if err := d.Publish(NewDate(2023, time.October, 3), NewDate(2023, time.October, 4), ""); !errors.As(err, &fault) || d.Status != DecisionSigned || !d.PublishedOn.IsZero() {
		t.Errorf("published before: %v, %+v", err, d)
	}
	if err := d.Publish(NewDate(2023, time.October, 4), NewDate(2023, time.October, 4), "Ann"); err != nil || d.Status != DecisionPublished || d.PublishedOn != NewDate(2023, time.October, 4) {
		t.Errorf("published on the day: %v, %+v", err, d)
	}
	draft := &Decision{Title: "D", Status: DecisionDraft}
	if err := draft.Publish(NewDate(2023, time.October, 4), NewDate(2023, time.October, 4), ""); err == nil || !draft.PublishedOn.IsZero() {
		t.Errorf("a draft was published: %+v", draft)
	}
}

func TestARefusalSettlesADecision(t *testing.T) {
	d := &Decision{Title: "D", Status: DecisionSubmitted}
	on := NewDate(2023, time.October, 12)
	if err := d.Refuse(NewRegister(), on, on, "Ann"); err != nil || d.DecidedOn != on || d.Settled() != "was refused on 12 October 2023" {
		t.Errorf("%v, %+v, %q", err, d, d.Settled())
	}
	draft := &Decision{Title: "D", Status: DecisionDraft}
	if err := draft.Refuse(NewRegister(), on, on, "Ann"); err == nil || !draft.DecidedOn.IsZero() || draft.Settled() != "" {
		t.Errorf("a draft was refused: %+v", draft)
	}
}

func TestNothingIsSignedRefusedOrPublishedOnADayToCome(t *testing.T) {
	today := NewDate(2023, time.October, 12)
	tomorrow := today.AddDays(1)
	reg := NewRegister()
	for step, take := range map[string]func(*Decision) error{
		"signed":    func(d *Decision) error { return d.Sign(reg, "The Commissioner", tomorrow, today, SignedOnPaper) },
		"refused":   func(d *Decision) error { return d.Refuse(reg, tomorrow, today, "Ann") },
		"published": func(d *Decision) error { return d.Publish(tomorrow, today, "Ann") },
	} {
		d := &Decision{Title: "D", Status: DecisionSubmitted}
		if step == "published" {
			d.Status = DecisionSigned
		}
		was := Clone(d)
		err := take(d)
		if want := step + " on 13 October 2023: that day is still to come"; err == nil || !strings.Contains(Explain(err), want) {
			t.Errorf("%s: %v", step, err)
		}
		if fields, _ := Diff(was, d); len(fields) > 0 {
			t.Errorf("%s: it changed: %+v", step, fields)
		}
	}
}

func TestARefusalKeepsTheAwardsThatWereRefused(t *testing.T) {
	on := NewDate(2023, time.October, 12)
	g := &Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Awards: []Award{{ID: "a", FinancialYear: 2023, Amount: Pounds(500)}}}
	d := &Decision{Stamp: Stamp{ID: "d"}, Title: "D", Status: DecisionSubmitted, Grants: []ID{"g"}}
	if err := d.Refuse(NewRegister(g), on, on, "Ann"); err != nil {
		t.Fatal(err)
	}
	lower := Clone(g)
	lower.Awards[0].Amount = Pounds(300)
	reg := NewRegister(lower)
	if rows := d.AwardRows(reg); len(rows) != 1 || rows[0].Amount != Pounds(500) {
		t.Errorf("it says that %+v was refused", rows)
	}
	if found := d.Differences(reg); len(found) != 1 || found[0].String() != "Outreach, 2023-24: Amount was £500, and is £300 now" {
		t.Errorf("it differs from the register by %v", found)
	}
}

func TestAGrantIsNamedBySignedDecisionsLater(t *testing.T) {
	signed := NewDate(2023, time.October, 4)
	was := &Decision{Stamp: Stamp{ID: "d"}, Title: "D", Status: DecisionSigned, SignedOn: signed, Grants: []ID{"first"}, Steps: []Step{{ID: "s", To: "signed", On: signed}}}
	is := Clone(was)
	is.Grants = append(is.Grants, "second")
	if err := CheckFrozen(was, is); err != nil {
		t.Errorf("a grant that was registered from it is refused: %v", err)
	}
	is.Grants = []ID{"second"}
	if err := CheckFrozen(was, is); err == nil || !strings.Contains(Explain(err), "This would change “Grants”") {
		t.Errorf("a grant that it was signed with is taken out: %v", err)
	}
	refused := &Decision{Stamp: Stamp{ID: "r"}, Title: "R", Status: DecisionRefused}
	more := Clone(refused)
	more.Grants = []ID{"second"}
	if err := CheckFrozen(refused, more); err == nil {
		t.Error("a refused decision is named by a grant as if it had been taken")
	}
}

func TestASuccessorHasTheWordsAndNotTheLife(t *testing.T) {
	d := &Decision{
		Stamp: Stamp{ID: NewID(), Version: 3}, Reference: "DN/1", Aliases: []Reference{"old"}, Title: "Outreach", Status: DecisionPublished, Type: "Key",
		Sections: []Section{{ID: NewRowID(), Heading: "Price", Body: "£1", Part: 2}}, Marking: PartExempt, Grants: []ID{"g"}, Awards: []DecidedAward{{ID: NewRowID()}},
		SignedBy: "R", SignedOn: NewDate(2023, 1, 1), DecidedOn: NewDate(2023, 1, 1), PublishedOn: NewDate(2023, 1, 2),
		Steps: []Step{{ID: NewRowID(), To: "signed"}}, Issued: []Issued{{ID: NewRowID()}},
	}
	today := NewDate(2025, time.June, 10)
	next := d.Successor(today)
	want := &Decision{
		Stamp: Stamp{ID: next.ID}, Title: "Outreach", Type: "Key", Status: DecisionDraft, RaisedOn: today, Marking: PartExempt, Grants: []ID{"g"},
		Sections: []Section{{ID: next.Sections[0].ID, Heading: "Price", Body: "£1", Part: 2}},
		Links:    []DecisionLink{{ID: next.Links[0].ID, Relation: Supersedes, Reference: "DN/1", Decision: d.ID}},
	}
	if fields, err := Diff(want, next); err != nil || len(fields) > 0 || next.Saved() {
		t.Errorf("%v: %+v", err, fields)
	}
	if next.ID == d.ID || next.Sections[0].ID == d.Sections[0].ID || next.Sections[0].ID == "" || next.Links[0].ID == "" {
		t.Errorf("it shares IDs with the other: %+v", next)
	}
	next.Grants[0] = "other"
	if d.Grants[0] != "g" {
		t.Error("it shares its grants with the other")
	}
}

func TestWhatIsToBeSeenToBeforeSigning(t *testing.T) {
	grant := &Grant{Stamp: Stamp{ID: "g"}, Title: "Outreach", Awards: []Award{{FinancialYear: 2023, Amount: Pounds(100)}}}
	reg := NewRegister(grant)
	ready := func() *Decision {
		return &Decision{
			Reference: "DN/1", Title: "Outreach", DecisionMaker: "PCC", Power: "s 143", Marking: Public, Interests: "None declared.",
			Sections: []Section{{Heading: "Why", Body: "It helps", Part: 1}}, Recommendations: []string{"That it is made."}, Grants: []ID{"g"}, StatedTotal: Pounds(100),
		}
	}
	for name, c := range map[string]struct {
		change func(*Decision)
		fields string
	}{
		"ready":                {func(*Decision) {}, ""},
		"no reference":         {func(d *Decision) { d.Reference = "" }, "reference"},
		"no maker":             {func(d *Decision) { d.DecisionMaker = " " }, "decision_maker"},
		"no power":             {func(d *Decision) { d.Power = "" }, "power"},
		"nothing for all":      {func(d *Decision) { d.Sections[0].Part, d.Exemption, d.Marking = 2, "s 43", PartExempt }, "sections"},
		"an empty section":     {func(d *Decision) { d.Sections = append(d.Sections, Section{Heading: "Risk"}) }, "sections[1].body"},
		"no recommendation":    {func(d *Decision) { d.Recommendations = []string{" "} }, "recommendations"},
		"no word of interests": {func(d *Decision) { d.Interests = "" }, "interests"},
		"no exemption":         {func(d *Decision) { d.Sections = append(d.Sections, Section{Body: "£1", Part: 2}) }, "exemption"},
		"nothing exempt":       {func(d *Decision) { d.Marking, d.Exemption = PartExempt, "s 43" }, "marking"},
		"wholly exempt":        {func(d *Decision) { d.Marking, d.Exemption, d.Sections = Exempt, "s 43", nil }, ""},
		"another total":        {func(d *Decision) { d.StatedTotal = Pounds(99) }, "stated_total"},
	} {
		d := ready()
		c.change(d)
		var fields []string
		for _, p := range d.Unready(reg) {
			fields = append(fields, p.Field)
		}
		if got := strings.Join(fields, " "); got != c.fields {
			t.Errorf("%s: it names %q, want %q", name, got, c.fields)
		}
	}
}

func TestTheOfficesOwnPowersAreOfferedOnce(t *testing.T) {
	reg := NewRegister(
		&Decision{Stamp: Stamp{ID: "a"}, Power: "Police Act 1996, section 93 "}, &Decision{Stamp: Stamp{ID: "b"}, Power: "police act 1996, Section 93"},
		&Decision{Stamp: Stamp{ID: "c"}, Power: VictimsServicesPower}, &Decision{Stamp: Stamp{ID: "d"}},
	)
	if got := reg.Powers(); !slices.Equal(got, []string{CrimeReductionPower, VictimsServicesPower, "Police Act 1996, section 93"}) {
		t.Errorf("offered are %q", got)
	}
}

func TestADraftHasTheDecisionMakerOfTheOffice(t *testing.T) {
	reg := NewRegister(&OfficeDetails{Stamp: Stamp{ID: OfficeID}, PoliceArea: "Westshire", Commissioner: Commissioner{Title: "Mayor"}})
	day := NewDate(2025, time.June, 10)
	if d := NewDecision(reg, day); d.DecisionMaker != "Mayor for Westshire" || d.Status != DecisionDraft || d.RaisedOn != day || d.ID == "" {
		t.Errorf("%+v", d)
	}
	if maker := (&OfficeDetails{}).DecisionMaker(); maker != "Police and Crime Commissioner" {
		t.Errorf("an office without details has %q", maker)
	}
}

func TestTheDecisionsOnAGrantAreTheLatestFirst(t *testing.T) {
	at := func(id ID, year int, grants ...ID) *Decision {
		return &Decision{Stamp: Stamp{ID: id}, DecidedOn: NewDate(year, 1, 1), Grants: grants}
	}
	reg := NewRegister(at("a", 2022, "g"), at("b", 2024, "x", "g"), at("c", 2025, "x"))
	if got := reg.DecisionsOn("g"); len(got) != 2 || got[0].ID != "b" || got[1].ID != "a" {
		t.Errorf("found %+v", got)
	}
}
