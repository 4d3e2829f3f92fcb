package publish

import (
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"
)

func june(day int) data.Date { return data.NewDate(2025, time.June, day) }

func signed(reference, title string) *data.Decision {
	return &data.Decision{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: data.Reference(reference), Title: title, Status: data.DecisionSigned, SignedBy: "The commissioner", SignedOn: june(2), DecidedOn: june(2),
	}
}

func TestWhatIsMissingOpensWhatIsBehindIt(t *testing.T) {
	one, two := signed("25/001", "Stalking advocate"), signed("25/002", "Helpline")
	bare := &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: "Advocate", Status: data.Active, AwardDate: june(3),
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Pounds(10)}},
	}
	log := &data.Publication{Stamp: data.Stamp{ID: data.NewID()}, Title: "Disclosure log, January to March", Where: "Website", PublishedOn: june(1)}
	d := uitest.NewDesk(t, one, two, bare, log)
	d.Open(NewRegister(d))
	d.Must(
		"2 decisions are signed and not published.", "1 grant does not say to whom, for what or why it reduces crime.",
		"Due since 2 June 2025.", "Nothing that the register knows of is missing. Next due for June 2025, from 1 July 2025.",
		"paragraph 5(d)", "paragraph 3(f)", "paragraph 3(g)", "paragraph 4(b)", "section 19", "Last published on 1 June 2025",
	)
	d.Tap("publish.grants.lack")
	if len(d.Led) != 1 || d.Led[0] != "grants "+string(bare.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Tap("publish.decisions.lack")
	if got := d.Lines("lacking.list"); len(got) != 2 || got[0] != "25/001 Stalking advocate |  | 2 Jun 2025" {
		t.Errorf("the decisions are %q", got)
	}
	d.TapLine("lacking.list", "Helpline")
	if len(d.Led) != 2 || d.Led[1] != "decisions "+string(two.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Back()
	d.Tap("publish.log.last")
	if d.Page().Title() != "Disclosure log, January to March" {
		t.Errorf("the last publication opens %q", d.Page().Title())
	}
}

func TestADutySaysForWhichMonthItIsDue(t *testing.T) {
	made := func(title string, month time.Month) *data.Grant {
		return &data.Grant{
			Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: data.Active, AwardDate: data.NewDate(2025, month, 20), Purpose: "p", Reasons: "r",
			Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Pounds(10)}},
		}
	}
	april, may := made("Advocate", time.April), made("Helpline", time.May)
	contract := made("Hub", time.April)
	contract.Instrument = data.Contract
	contract.Payments = []data.Payment{{ID: data.NewRowID(), Amount: data.Pounds(900), PaidOn: data.NewDate(2025, time.May, 6)}, {ID: data.NewRowID(), Amount: data.Pounds(900), PaidOn: june(3)}}
	d := uitest.NewDesk(t, april, may, contract)
	d.Open(NewRegister(d))
	d.Must("Due for April 2025 to May 2025, since 1 May 2025.", "Due for May 2025, since 1 June 2025.")
}

func TestADecisionIsRecordedAsPublished(t *testing.T) {
	one, two := signed("25/001", "Stalking advocate"), signed("25/002", "Helpline")
	d := uitest.NewDesk(t, one, two)
	d.Open(NewRegister(d))
	d.Tap("publish.decisions.mark")
	d.Pick("mark.what", "helpline")
	d.Type("mark.where", "Website, decisions")
	d.Type("mark.url", "https://westshire.example/25-002")
	d.Type("mark.published_on", "9/6/25")
	d.Answer("Done")
	kept := uitest.KeptAs[*data.Decision](d, "25/002 Helpline")
	pubs := uitest.Kept[*data.Publication](d)
	if kept.Status != data.DecisionPublished || kept.PublishedOn != june(9) || len(kept.Steps) != 1 || kept.Steps[0].By == "" {
		t.Errorf("the decision is kept as %+v; explained %q", kept, d.Explained)
	}
	if len(pubs) != 1 || pubs[0].What != two.ID || pubs[0].Where != "Website, decisions" || pubs[0].URL != "https://westshire.example/25-002" || pubs[0].PublishedOn != june(9) {
		t.Fatalf("publications kept: %+v", pubs)
	}
	d.Must("1 decision is signed and not published.", "Last published on 9 June 2025")
	d.Turn("What has been published")
	if got := d.Lines("publications.list"); !slices.Equal(got, []string{"25/002 Helpline | Website, decisions | https://westshire.example/25-002 | 9 Jun 2025 | "}) {
		t.Errorf("the list shows %q", got)
	}
	if d.Offered == nil || d.Offered.Label != "Open it" { // a published decision stays published
		t.Fatalf("offered is %+v", d.Offered)
	}
	d.Offered.Do()
	if len(d.Led) != 1 || d.Led[0] != "publications "+string(pubs[0].ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
}

func TestTheLogIsMadeAndRecordedAsPublished(t *testing.T) {
	d := uitest.NewDesk(t)
	d.Open(NewRegister(d))
	d.Must("Nothing that the register knows of is missing.", "No publication is put down yet.")
	if d.Has("publish.decisions.mark") || !d.Has("publish.grants.make") {
		t.Errorf("shown are %q", d.Names())
	}
	d.Tap("publish.log.make")
	d.Take("Web page")
	if !strings.HasPrefix(d.LastSaid(), "Made “Requests for information that we have answered") || !strings.Contains(d.LastSaid(), "2025-06-10.html”") {
		t.Errorf("said %q; explained %q", d.LastSaid(), d.Explained)
	}
	d.Tap("publish.log.mark")
	d.Type("mark.published_on", "")
	d.Answer("Done")
	d.Must("On which day was it published?")
	d.Type("mark.published_on", "10/6/25")
	d.Answer("Done")
	if p := uitest.KeptAs[*data.Publication](d, "FOI disclosure log"); p.PublishedOn != june(10) {
		t.Errorf("kept as %+v", p)
	}
	if d.Offered == nil || d.Offered.Label != "Undo" {
		t.Fatalf("offered is %+v", d.Offered)
	}
	d.Offered.Do()
	if n := len(uitest.Kept[*data.Publication](d)); n != 0 {
		t.Errorf("undone, the file holds %d publications", n)
	}
	d.Choose("publish.year", "2024-25")
	d.Tap("publish.spending.make")
	d.Take("PDF")
	if !strings.HasPrefix(d.LastSaid(), "Made “Spending over") || !strings.Contains(d.LastSaid(), "2024-25") {
		t.Errorf("said %q", d.LastSaid())
	}
	d.Tap("publish.spending.mark")
	if d.Value("mark.title") != "Spending over £500, 2024-25" {
		t.Errorf("the title is %q", d.Value("mark.title"))
	}
}

func TestAPublicationIsMadeChangedAndDeleted(t *testing.T) {
	one := signed("25/001", "Stalking advocate")
	d := uitest.NewDesk(t, one)
	d.Open(NewRegister(d))
	d.Turn("What has been published")
	d.Tap("publications.new")
	d.Save()
	d.Must("What was published? Choose the record, or write a title.")
	d.Pick("publication.what", "stalking")
	d.Type("publication.where", "Website, decisions")
	d.Type("publication.withdrawn_on", "11/6/25")
	d.Save()
	p := uitest.Kept[*data.Publication](d)
	if len(p) != 1 || p[0].What != one.ID || p[0].PublishedOn != uitest.Today || p[0].WithdrawnOn != june(11) {
		t.Fatalf("kept as %+v", p)
	}
	d.Tap("publication.what.open")
	if len(d.Led) != 1 || d.Led[0] != "decisions "+string(one.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Back()
	if got := d.Lines("publications.list"); len(got) != 1 || got[0] != "25/001 Stalking advocate | Website, decisions |  | 10 Jun 2025 | 11 Jun 2025" {
		t.Errorf("the list shows %q", got)
	}
	d.TapLine("publications.list", "Stalking")
	d.Delete()
	if n := len(uitest.Kept[*data.Publication](d)); n != 0 {
		t.Errorf("the file holds %d publications", n)
	}
}

func TestSeveralPublicationsAreWithdrawnOnce(t *testing.T) {
	gone := &data.Publication{Stamp: data.Stamp{ID: data.NewID()}, Title: "Old log", Where: "Website", PublishedOn: june(1), WithdrawnOn: june(2)}
	here := &data.Publication{Stamp: data.Stamp{ID: data.NewID()}, Title: "New log", Where: "Website", PublishedOn: june(3)}
	d := uitest.NewDesk(t, gone, here)
	d.Open(NewRegister(d))
	d.Turn("What has been published")
	d.Tap("publications.list.select.all")
	d.Tap("publications.chosen.withdraw")
	d.Answer("Done")
	d.Must("1 publication will be withdrawn on 10 June 2025.", "It was withdrawn on 2 June 2025 already.")
	d.Answer("Withdraw")
	if n, o := uitest.KeptAs[*data.Publication](d, "New log"), uitest.KeptAs[*data.Publication](d, "Old log"); n.WithdrawnOn != june(10) || o.WithdrawnOn != june(2) {
		t.Errorf("withdrawn on %s and %s; said %q, explained %q", n.WithdrawnOn, o.WithdrawnOn, d.LastSaid(), d.Explained)
	}
}
