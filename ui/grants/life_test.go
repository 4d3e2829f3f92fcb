package grants

import (
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

// given is a grant that runs for the year of the tests.
func given(title string, awards ...data.Award) *data.Grant {
	return &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: data.Active, Awards: awards,
		PlannedStart: data.NewDate(2025, time.April, 1), PlannedEnd: data.NewDate(2026, time.March, 31),
	}
}

func award(pounds int64, funds ...data.FundShare) data.Award {
	return data.Award{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Pounds(pounds), Funds: funds}
}

func open(d *uitest.Desk, g *data.Grant) {
	held, _ := data.Get[*data.Grant](d.Office().Register(), g.ID)
	d.Open(NewPage(d, held))
}

func TestPaymentsArePlannedAndPaidInOneClick(t *testing.T) {
	g := given("Helpline", award(2000))
	d := uitest.NewDesk(t, g)
	open(d, g)
	d.Turn("Payments")
	d.Must("Paid: £0. Left to pay: £2,000 of £2,000.")
	d.Tap("grant.payments.plan")
	d.Choose("grant.plan.every", "Quarterly")
	d.Answer("Done")
	d.Must("Late: it was due 70 days ago.")
	d.Tap("grant.payments[0].pay")
	d.MustNot("Late: it was due 70 days ago.")
	d.Must("Paid: £500. Left to pay: £1,500 of £2,000.")
	d.Type("grant.payments[0].reference", "BACS 12")
	d.Tap("grant.payments[1].more")
	d.Type("grant.payments[1].more.paid_on", "1/6/25")
	d.Type("grant.payments[1].more.financial_year", "2024-25")
	d.Answer("Done")
	d.Must("Counts for 2024-25.")
	d.Save()
	paid := uitest.KeptAs[*data.Grant](d, "Helpline").Payments
	if len(paid) != 4 || paid[0].PaidOn != uitest.Today || paid[0].Reference != "BACS 12" || paid[3].Due != data.NewDate(2026, time.January, 1) {
		t.Fatalf("kept as %+v", paid)
	}
	if paid[1].PaidOn != data.NewDate(2025, time.June, 1) || paid[1].FinancialYear != 2024 {
		t.Errorf("the second is %+v", paid[1])
	}
	d.Type("grant.payments[3].amount", "£400")
	d.Must("Paid: £1,000. Left to pay: £1,000 of £2,000; no payment is put down for £100 of it.")
	d.Tap("grant.payments[3].remove")
	d.Tap("grant.payments.plan")
	d.Answer("Done")
	d.Save()
	if again := uitest.KeptAs[*data.Grant](d, "Helpline").Payments; len(again) != 4 {
		t.Errorf("planned to %+v", again)
	}
}

func TestMoreAboutAPaymentIsKeptWhenAColleaguesChangeComesInMeanwhile(t *testing.T) {
	g := given("Helpline", award(100))
	g.Payments = []data.Payment{{ID: data.NewRowID(), Due: data.NewDate(2025, time.April, 1), Amount: data.Pounds(100)}}
	d := uitest.NewDesk(t, g)
	open(d, g)
	d.Turn("Payments")
	change := func(work func(*data.Grant)) {
		theirs := data.Clone(uitest.KeptAs[*data.Grant](d, "Helpline"))
		work(theirs)
		saved, err := d.Office().Save(t.Context(), theirs)
		if err != nil {
			t.Fatal(err)
		}
		d.Saved(saved.Record)
	}
	d.Tap("grant.payments[0].more")
	change(func(g *data.Grant) { g.Payments[0].Reference = "BACS 7" })
	d.Type("grant.payments[0].more.paid_on", "1/6/25")
	d.Answer("Done")
	d.Save()
	paid := uitest.KeptAs[*data.Grant](d, "Helpline").Payments
	if len(paid) != 1 || paid[0].PaidOn != data.NewDate(2025, time.June, 1) || paid[0].Reference != "BACS 7" {
		t.Errorf("kept as %+v; explained %q", paid, d.Explained)
	}
	d.Tap("grant.payments[0].more")
	change(func(g *data.Grant) { g.Payments = nil })
	d.Answer("Done")
	if d.LastSaid() != "The payment is not there any more: nothing was changed." {
		t.Errorf("said %q", d.LastSaid())
	}
}

func TestPaymentsAreNotPlannedTwice(t *testing.T) {
	g := given("Helpline", award(100))
	g.Payments = []data.Payment{{ID: data.NewRowID(), Due: data.NewDate(2025, time.April, 1), Amount: data.Pounds(100)}}
	none := given("Nothing yet")
	d := uitest.NewDesk(t, g, none)
	open(d, g)
	d.Turn("Payments")
	d.Tap("grant.payments.plan")
	d.Answer("Done")
	if d.LastSaid() != "There is a payment for all of the money for 2025-26 already." {
		t.Errorf("said %q", d.Said)
	}
	open(d, none)
	d.Turn("Payments")
	d.Tap("grant.payments.plan")
	if !strings.HasPrefix(d.LastSaid(), "Put down the amount for each year") {
		t.Errorf("said %q", d.Said)
	}
}

func TestAVariationIsPutDownDecidedAndApplied(t *testing.T) {
	core := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core", Status: data.Won, Allocation: data.Pounds(800)}
	g := given("Helpline", award(700, data.FundShare{ID: data.NewRowID(), Fund: core.ID, Amount: data.Pounds(700)}))
	d := uitest.NewDesk(t, core, g)
	open(d, g)
	d.Turn("Variations")
	d.Tap("grant.variations.add")
	d.Choose("grant.variations[0].kind", "Extension")
	d.Type("grant.variations[0].changes[0].date", "30 June 2026")
	d.Must("Variation 1, not applied yet", "End: from 31 March 2026 to 30 June 2026")
	d.Tap("grant.variations[0].changes.add")
	d.Choose("grant.variations[0].changes[1].term", "Amount")
	d.Type("grant.variations[0].changes[1].amount", "900")
	d.Must("Amount, 2025-26: from £700 to £900")
	d.Type("grant.variations[0].summary", "Until the pilot is known.")
	d.Tap("grant.variations[0].decide") // which saves the grant
	kept := uitest.KeptAs[*data.Grant](d, "Helpline")
	decision := uitest.Kept[*data.Decision](d)[0]
	if kept.Variations[0].Decision != decision.ID || len(decision.Grants) != 1 || decision.Grants[0] != g.ID || len(d.Led) != 1 {
		t.Errorf("the variation names %q, the decision %+v; led to %q", kept.Variations[0].Decision, decision, d.Led)
	}
	if body := decision.Sections[0].Body; !strings.Contains(body, "Until the pilot is known.") || !strings.Contains(body, "- End: from 31 March 2026 to 30 June 2026") {
		t.Errorf("drafted %q", body)
	}
	d.Tap("grant.variations[0].apply")
	d.Must("• End: from 31 March 2026 to 30 June 2026\n• Amount, 2025-26: from £700 to £900\nLook at this first: Core is committed £100 more than it has: £900 of £800.")
	d.Answer("Done")
	after := uitest.KeptAs[*data.Grant](d, "Helpline")
	v := after.Variations[0]
	if after.PlannedEnd != data.NewDate(2026, time.June, 30) || after.Total() != data.Pounds(900) || v.Applied != uitest.Today || v.Changes[0].WasDate.Month != time.March || v.Changes[1].WasAmount != data.Pounds(700) {
		t.Errorf("applied as %+v; explained %q", after, d.Explained)
	}
	d.Must("Variation 1: Extension, applied on 10 June 2025", "End: from 31 March 2026 to 30 June 2026")
	if d.Has("grant.variations[0].summary") || d.Has("grant.variations[0].remove") {
		t.Error("an applied variation can still be changed")
	}
	d.Tap("grant.variations.add")
	d.Must("Variation 2, not applied yet")
	d.Tap("grant.variations[1].apply")
	if len(d.Explained) != 1 || d.Explained[0] != "Variation 2 does not say what it changes: put down what is to be different." {
		t.Errorf("explained %q", d.Explained)
	}
	d.Tap("grant.variations[1].remove")
	d.MustNot("Variation 2, not applied yet")
}

func TestATermIsChangedByTheFieldThatHoldsIt(t *testing.T) {
	harbour := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	spec := &data.Specification{Stamp: data.Stamp{ID: data.NewID()}, Title: "Advocacy"}
	g := given("Helpline", award(700))
	d := uitest.NewDesk(t, harbour, spec, g)
	open(d, g)
	d.Turn("Variations")
	d.Tap("grant.variations.add")
	d.Choose("grant.variations[0].kind", "Novation")
	d.Pick("grant.variations[0].changes[0].record", "Harbour")
	d.Must("Recipient: from nothing to Harbour")
	d.Tap("grant.variations[0].changes.add")
	d.Choose("grant.variations[0].changes[1].term", "Specification")
	d.Pick("grant.variations[0].changes[1].record", "Advocacy")
	d.Tap("grant.variations[0].changes.add")
	d.Choose("grant.variations[0].changes[2].term", "Conditions")
	d.Type("grant.variations[0].changes[2].text", "Staff are vetted.")
	d.Tap("grant.variations[0].apply")
	d.Answer("Done")
	after := uitest.KeptAs[*data.Grant](d, "Helpline")
	if after.Recipient != harbour.ID || after.Specification != spec.ID || after.Conditions != "Staff are vetted." {
		t.Errorf("applied as %+v; explained %q", after, d.Explained)
	}
}

func TestReturnsAreAskedForAndPutDown(t *testing.T) {
	g := given("Helpline", award(700))
	d := uitest.NewDesk(t, g)
	open(d, g)
	d.Turn("Returns")
	d.Must("No return of this grant is put down.")
	d.Choose("grant.monitoring.every", "Every quarter")
	d.Type("grant.monitoring.due_after", "30")
	d.Must("Put down 4 returns that the schedule asks for")
	d.Turn("Details")
	d.Type("grant.title", "")
	d.Turn("Returns")
	d.Tap("grant.returns.fill")
	if kept := uitest.Kept[*data.MonitoringReturn](d); len(kept) != 0 || !strings.HasPrefix(d.LastSaid(), "Not saved yet") || d.Focused() != "grant.title" {
		t.Errorf("of a grant without a name it kept %+v; said %q, and the keyboard is with %q", kept, d.Said, d.Focused())
	}
	d.Must("The grant needs a name.")
	d.Type("grant.title", "Helpline")
	d.Turn("Returns")
	d.Tap("grant.returns.fill")
	if d.LastSaid() != "Put down 4 returns." || uitest.KeptAs[*data.Grant](d, "Helpline").Monitoring.DueAfter != 30 {
		t.Errorf("said %q", d.Said)
	}
	if kept := uitest.Kept[*data.MonitoringReturn](d); len(kept) != 4 || kept[0].Grant != g.ID {
		t.Errorf("kept %+v", kept)
	}
	if lines := d.Lines("grant.returns"); len(lines) != 4 || !strings.HasPrefix(lines[0], "Quarter 1, 2025-26 | 30 Jul 2025") {
		t.Errorf("it lists %q", lines)
	}
	d.MustNot("Put down 4 returns that the schedule asks for")
	d.TapLine("grant.returns", "Quarter 2")
	if len(d.Led) != 1 {
		t.Errorf("led to %q", d.Led)
	}
}

func TestReturnsOfANewGrantArePutDownWithIt(t *testing.T) {
	d := uitest.NewDesk(t)
	g := given("Helpline", award(700))
	g.Monitoring.Every = data.Quarterly
	d.Open(NewPage(d, g))
	d.Turn("Returns")
	d.Tap("grant.returns.fill")
	kept := uitest.Kept[*data.MonitoringReturn](d)
	if len(kept) != 4 || kept[0].Grant != uitest.KeptAs[*data.Grant](d, "Helpline").ID {
		t.Errorf("kept %+v; explained %q", kept, d.Explained)
	}
	if lines := d.Lines("grant.returns"); len(lines) != 4 {
		t.Errorf("it lists %q", lines)
	}
}

func TestWhatStandsBesideTheMoneyIsKept(t *testing.T) {
	police := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Westshire Police"}
	before := given("Advocacy", award(500))
	round := &data.Programme{Stamp: data.Stamp{ID: data.NewID()}, Title: "Small grants"}
	g := given("Helpline", data.Award{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Money{Pence: 950000, Qualifier: data.UpTo}})
	d := uitest.NewDesk(t, police, before, round, g)
	open(d, g)
	d.Type("grant.actual_start", "3/4/25")
	d.Pick("grant.programme", "Small")
	d.Pick("grant.continuation_of", "Advocacy, 2025")
	d.Type("grant.aliases", "SLA 12, OPCC/9")
	d.Turn("Money")
	d.Must("The rows total up to £9,500.")
	d.Type("grant.awards[0].part", "April to June")
	d.Type("grant.stated_total", "9,000")
	d.Must("The rows total up to £9,500. The paper states £9,000, which is £500 less.")
	d.Tap("grant.match_funding.add")
	d.Pick("grant.match_funding[0].contributor", "Westshire")
	d.Type("grant.match_funding[0].what", "A desk")
	d.Tap("grant.match_funding[0].in_kind")
	d.Turn("Services")
	d.Tap("grant.posts.add")
	d.Type("grant.posts[0].title", "Advocate")
	d.Type("grant.posts[0].fte", "0.6")
	d.Tap("grant.outcomes.add")
	d.Type("grant.outcomes[0].theme", "stalking")
	d.Type("grant.outcomes[0].measure", "Clients")
	d.Save()
	kept := uitest.KeptAs[*data.Grant](d, "Helpline")
	if kept.ActualStart != data.NewDate(2025, time.April, 3) || kept.Programme != round.ID || kept.ContinuationOf != before.ID || len(kept.Aliases) != 2 || kept.Awards[0].Part != "April to June" {
		t.Errorf("kept as %+v; explained %q", kept, d.Explained)
	}
	if m := kept.MatchFunding; len(m) != 1 || m[0].Contributor != police.ID || m[0].What != "A desk" || !m[0].InKind {
		t.Errorf("match funding kept as %+v", m)
	}
	if len(kept.Posts) != 1 || kept.Posts[0].FTE != 60 || kept.Outcomes[0].Theme != "stalking" || kept.Total().Pence != 950000 {
		t.Errorf("kept as %+v, %+v", kept.Posts, kept.Outcomes)
	}
	d.Turn("Links")
	if lines := strings.Join(d.Lines("grant.links"), "\n"); !strings.Contains(lines, "grant round | Small grants") || !strings.Contains(lines, "grant | Advocacy") {
		t.Errorf("it lists %q", lines)
	}
	next := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Outreach", ContinuationOf: kept.ID}
	saved, err := d.Office().Save(t.Context(), next)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	if lines := strings.Join(d.Lines("grant.links"), "\n"); !strings.Contains(lines, "grant | Outreach") {
		t.Errorf("once another grant names it, it lists %q", lines)
	}
	d.TapLine("grant.links", "Small grants")
	if len(d.Led) != 1 {
		t.Errorf("led to %q", d.Led)
	}
}

func TestAFundIsPickedKnowingWhatIsLeftOfIt(t *testing.T) {
	fund := func(name string, status data.FundStatus, pounds int64, spendBy data.Date) *data.Fund {
		return &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: name, Status: status, Allocation: data.Pounds(pounds), SpendBy: spendBy}
	}
	core := fund("Core", data.Won, 800, data.NewDate(2026, time.March, 31))
	g := given("Helpline", award(700, data.FundShare{ID: data.NewRowID(), Fund: core.ID, Amount: data.Pounds(700)}))
	d := uitest.NewDesk(t, core, fund("Old", data.Won, 50, data.NewDate(2025, time.March, 31)), fund("Hope", data.BidSubmitted, 9, data.Date{}), g)
	open(d, g)
	d.Turn("Money")
	d.Tap("grant.awards[0].funds")
	d.Must("Core, £100 left of £800, by 31 Mar 2026", "Old, £50 left of £50, ended 31 Mar 2025")
	d.MustNot("Hope")
	d.Press(fyne.KeyEscape)
	d.Turn("Payments")
	d.Tap("grant.payments.add")
	d.Tap("grant.payments[0].more")
	d.Tap("grant.payments[0].more.fund")
	d.Must("Old, £50 left of £50, ended 31 Mar 2025", "Hope, Bid submitted")
}
