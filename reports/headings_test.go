package reports_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/reports"
)

func TestTheHeadingsOfADecisionAreTheOffices(t *testing.T) {
	office := &data.OfficeDetails{DecisionTemplate: data.DecisionExecutive, Wording: map[string]string{"decision_headings": "- Why\n\n* executive summary\nWhy \n"}}
	if got := reports.DecisionHeadings(office); !slices.Equal(got, []string{"Executive summary", "Why"}) {
		t.Errorf("offered are %q", got)
	}
	if got := reports.DecisionHeadings(&data.OfficeDetails{}); len(got) < 5 || got[0] != "Background" || !slices.Contains(got, "Equality comments") {
		t.Errorf("offered are %q", got)
	}
	if got := reports.BoardHeadings(&data.OfficeDetails{}); len(got) < 5 || got[0] != "Purpose" {
		t.Errorf("for a board paper are offered %q", got)
	}
}

func TestADecisionOnAGrantBeginsWithWhatTheRegisterKnows(t *testing.T) {
	harbour := &data.Organisation{Stamp: data.Stamp{ID: "harbour"}, Name: "Harbour"}
	core, uplift := &data.Fund{Stamp: data.Stamp{ID: "core"}, Programme: "Core grant"}, &data.Fund{Stamp: data.Stamp{ID: "uplift"}, Programme: "Uplift"}
	g := &data.Grant{
		Stamp: data.Stamp{ID: "g"}, Title: "Outreach", Recipient: harbour.ID, Purpose: "To find people.", Services: "Two workers.",
		Awards: []data.Award{
			{FinancialYear: 2025, Amount: data.Pounds(1000), Funds: []data.FundShare{{Fund: core.ID}}},
			{FinancialYear: 2026, Amount: data.Pounds(500), Funds: []data.FundShare{{Fund: core.ID}, {Fund: uplift.ID}}},
		},
	}
	reg := data.NewRegister(harbour, core, uplift, g)
	today := data.NewDate(2025, time.June, 10)
	d := reports.DraftDecision(reg, g, today)
	if d.Title != "Grant to Harbour: Outreach" || d.Power != data.VictimsServicesPower || d.RaisedOn != today || !slices.Equal(d.Grants, []data.ID{"g"}) {
		t.Errorf("drafted as %+v", d)
	}
	if want := []string{"That Harbour is given £1,500 for “Outreach”, in 2025-26, 2026-27."}; !slices.Equal(d.Recommendations, want) {
		t.Errorf("it recommends %q", d.Recommendations)
	}
	bodies := map[string]string{}
	for _, s := range d.Sections {
		bodies[s.Heading] = s.Body
	}
	if got := bodies["Background"]; got != "To give Harbour £1,500 for “Outreach”, in 2025-26, 2026-27.\n\nTo find people.\n\nTwo workers." {
		t.Errorf("the background is %q", got)
	}
	if got := bodies["Financial comments"]; got != "It is paid from Core grant and Uplift." {
		t.Errorf("the financial comments are %q", got)
	}
	if len(d.Problems()) > 0 {
		t.Errorf("it cannot be saved: %v", d.Problems())
	}
}

func TestADraftTakesThePowerThatWasUsedBefore(t *testing.T) {
	first := &data.Grant{Stamp: data.Stamp{ID: "first"}, Title: "Outreach"}
	next := &data.Grant{Stamp: data.Stamp{ID: "next"}, Title: "Outreach again", ContinuationOf: first.ID, Reasons: "Fewer thefts."}
	before := &data.Decision{Stamp: data.Stamp{ID: "d"}, Grants: []data.ID{first.ID}, Power: "Police Act 1996, section 93"}
	if d := reports.DraftDecision(data.NewRegister(first, next, before), next, data.Date{}); d.Power != before.Power {
		t.Errorf("after an earlier decision the power is %q", d.Power)
	}
	bare := reports.DraftDecision(data.NewRegister(first, next), next, data.Date{})
	if bare.Power != data.CrimeReductionPower || bare.Title != "Outreach again" || len(bare.Recommendations) != 0 {
		t.Errorf("drafted as %+v", bare)
	}
	for _, s := range bare.Sections {
		if strings.Contains(s.Body, "{") {
			t.Errorf("a blank is left standing: %q", s.Body)
		}
	}
}
