package decisions

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/ui/uitest"

	"fyne.io/fyne/v2"
)

func grant(title string, pounds int64) *data.Grant {
	return &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: data.Proposed,
		Awards: []data.Award{{ID: data.NewRowID(), FinancialYear: 2025, Amount: data.Pounds(pounds)}},
	}
}

// ready is a decision that only has to be signed.
func ready(title string, grants ...*data.Grant) *data.Decision {
	d := &data.Decision{
		Stamp: data.Stamp{ID: data.NewID()}, Reference: "DN/1", Title: title, Status: data.DecisionSubmitted, DecisionMaker: "Police and Crime Commissioner",
		Marking: data.Public, Power: data.VictimsServicesPower, Interests: "None declared.", Recommendations: []string{"That the grant is made."},
		Sections: []data.Section{{ID: data.NewRowID(), Heading: "Background", Body: "It helps.", Part: 1}},
	}
	for _, g := range grants {
		d.Grants = append(d.Grants, g.ID)
	}
	return d
}

func records(d *data.Decision, grants ...*data.Grant) []data.Record {
	all := []data.Record{d}
	for _, g := range grants {
		all = append(all, g)
	}
	return all
}

// show opens the page of a record as the office holds it.
func show(d *uitest.Desk, decision *data.Decision) {
	d.T.Helper()
	held, ok := data.Get[*data.Decision](d.Office().Register(), decision.ID)
	if !ok {
		d.T.Fatalf("the office does not hold %s", decision.Label())
	}
	d.Open(NewPage(d, held))
}

// grey reports whether a control shows and does not change.
func grey(t *testing.T, d *uitest.Desk, name string) bool {
	t.Helper()
	o, ok := d.Find(name).(fyne.Disableable)
	return ok && o.Disabled()
}

func TestADecisionIsMadeFoundChangedAndDeleted(t *testing.T) {
	helpline, member := grant("Helpline", 5000), &data.Staff{Stamp: data.Stamp{ID: data.NewID()}, Name: "Dee Price", JobTitle: "Head of Commissioning"}
	d := uitest.NewDesk(t, helpline, member, ready("Other"))
	d.NoPreview = true
	d.Open(NewRegister(d))
	d.Tap("decisions.new")
	d.Keys("A helpline for victims of stalking")
	d.Type("decision.decision_type", "Key")
	d.Type("decision.reference", "DN/2")
	d.Tap("decision.power.usual")
	d.Take(data.CrimeReductionPower)
	d.Type("decision.discussed_on", "2/6/25")
	d.Pick("decision.lead_officers", "dee")
	d.Must("Dee Price, Head of Commissioning")
	d.Type("decision.aliases", "2025-01 , old one")
	d.Turn("Paper")
	d.Tap("decision.sections.usual")
	d.Take("Legal comments")
	d.Tap("decision.sections.add")
	d.Type("decision.sections[1].heading", "Price")
	d.Type("decision.sections[1].body", "Each call costs £4 in Llŷn")
	d.Choose("decision.sections[1].part", "Part 2, not published")
	d.Tap("decision.sections[1].up")
	d.Save()
	d.Must("Mark it partly exempt, or move the section to Part 1.")
	d.Choose("decision.marking", "Partly exempt")
	d.Type("decision.exemption", "Section 43")
	d.Tap("decision.recommendations.add")
	d.Type("decision.recommendations[0]", "That it is made.")
	d.Type("decision.interests", "None declared.")
	d.Turn("Grants")
	d.Pick("decision.grants", "help")
	d.Pick("decision.grants", "help") // once is enough
	d.Turn("Decision")
	d.Save()
	d.Must("The decision was discussed on 2 June 2025, before it was raised on 10 June 2025. Put one of the two days right.")
	d.Type("decision.raised_on", "30/5/25")
	d.Turn("Grants")
	d.Type("decision.stated_total", "£5,100")
	d.Must("The awards total £5,000. The paper states £5,100, £100 more than that.")
	d.Save()

	made := uitest.KeptAs[*data.Decision](d, "DN/2 A helpline for victims of stalking")
	if made.Type != "Key" || made.Power != data.CrimeReductionPower || made.DiscussedOn != data.NewDate(2025, time.June, 2) || made.RaisedOn != data.NewDate(2025, time.May, 30) ||
		len(made.LeadOfficers) != 1 || made.LeadOfficers[0] != member.ID || len(made.Aliases) != 2 || made.Aliases[1] != "old one" ||
		made.DecisionMaker != "Police and Crime Commissioner" || made.Status != data.DecisionDraft {
		t.Errorf("kept as %+v; explained %q, said %q", made, d.Explained, d.Said)
	}
	if s := made.Sections; len(s) != 2 || s[0].Heading != "Price" || s[0].Part != 2 || s[1].Heading != "Legal comments" || s[1].Part != 1 {
		t.Errorf("its sections are kept as %+v", made.Sections)
	}
	if made.Marking != data.PartExempt || made.Exemption != "Section 43" || len(made.Recommendations) != 1 || made.Interests != "None declared." ||
		len(made.Grants) != 1 || made.Grants[0] != helpline.ID || made.StatedTotal != data.Pounds(5100) {
		t.Errorf("kept as %+v", made)
	}

	d.Back()
	d.Type("decisions.search", "llŷn")
	want := "DN/2 | A helpline for victims of stalking | Draft |  | £5,000 | "
	if lines := d.Lines("decisions.list"); len(lines) != 1 || lines[0] != want {
		t.Fatalf("a search through the sections finds %q", lines)
	}
	d.Press(fyne.KeyReturn)
	d.Tap("decision.lead_officers[0].remove")
	d.Type("decision.title", "A helpline")
	d.Turn("Grants")
	d.Tap("decision.grants[0].open")
	if len(d.Led) != 1 || d.Led[0] != "grants "+string(helpline.ID)+" " {
		t.Errorf("led to %q", d.Led)
	}
	d.Tap("decision.grants[0].remove")
	d.Must("No awards: choose the grants that it decides on.")
	d.Save()
	if now := uitest.KeptAs[*data.Decision](d, "DN/2 A helpline"); len(now.LeadOfficers) != 0 || len(now.Grants) != 0 {
		t.Errorf("kept as %+v", now)
	}
	d.Delete()
	if n := len(uitest.Kept[*data.Decision](d)); n != 1 || d.Depth() != 1 {
		t.Errorf("the file holds %d decisions; explained %q", n, d.Explained)
	}
}

func TestTheNewestDecisionComesFirst(t *testing.T) {
	at := func(title string, status data.DecisionStatus, raised, decided data.Date) *data.Decision {
		return &data.Decision{Stamp: data.Stamp{ID: data.NewID()}, Title: title, Status: status, RaisedOn: raised, DecidedOn: decided}
	}
	day := func(month time.Month) data.Date { return data.NewDate(2025, month, 1) }
	d := uitest.NewDesk(
		t, at("Older", data.DecisionSigned, day(1), day(2)), at("Open", data.DecisionSubmitted, day(1), data.Date{}),
		at("Newer", data.DecisionPublished, day(1), day(3)), at("Just begun", data.DecisionDraft, day(4), data.Date{}),
	)
	d.Open(NewRegister(d))
	for i, title := range []string{"Just begun", "Open", "Newer", "Older"} {
		if lines := d.Lines("decisions.list"); !strings.Contains(lines[i], title) {
			t.Errorf("line %d is %q, want %s", i, lines[i], title)
		}
	}
}

func TestADecisionIsNumberedByTheOfficesScheme(t *testing.T) {
	d := uitest.NewDesk(t)
	o := data.Clone(d.Office().Register().Details())
	o.ReferenceSchemes = map[string]string{"decision": "PCC/{yyyy}/{seq:3}"}
	if _, err := d.Office().Save(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	d.Open(NewRegister(d))
	d.Tap("decisions.new")
	d.Keys("Outreach")
	d.Tap("decision.number")
	if made := uitest.Kept[*data.Decision](d)[0]; made.Reference != "PCC/2025/001" {
		t.Errorf("numbered %q", made.Reference)
	}
}

func TestADecisionTakesItsStepsUpToTheSignature(t *testing.T) {
	helpline := grant("Helpline", 5000)
	decision := ready("Helpline", helpline)
	decision.Status, decision.Interests = data.DecisionDraft, ""
	d := uitest.NewDesk(t, records(decision, helpline)...)
	show(d, decision)
	d.Tap("decision.step.advised")
	d.Type("decision.step.on", "2/6/25")
	d.Answer("Done")
	d.Must("Advised · 2 June 2025")
	d.Tap("decision.step.submitted")
	d.Must("Look at this first:", "It does not say whether anybody declared an interest.")
	d.Answer("Done")
	d.Must("Submitted · 10 June 2025")
	d.Tap("decision.step.others")
	d.Take("Back to draft…")
	d.Answer("Cancel")

	d.Tap("decision.step.signed")
	d.Must("It does not say whether anybody declared an interest.", "This cannot be taken back.")
	d.Type("decision.step.signed_by", "Ceri Howell")
	d.Type("decision.step.on", "9/6/25")
	d.Choose("decision.step.signature", "Wet signed copy held")
	d.Answer("Done")
	signed := uitest.KeptAs[*data.Decision](d, "DN/1 Helpline")
	if signed.Status != data.DecisionSigned || signed.SignedBy != "Ceri Howell" || signed.Signature != data.WetCopyHeld ||
		signed.SignedOn != data.NewDate(2025, time.June, 9) || signed.DecidedOn != signed.SignedOn ||
		len(signed.Awards) != 1 || signed.Awards[0].Amount != data.Pounds(5000) || len(signed.Steps) != 3 {
		t.Fatalf("kept as %+v; explained %q", signed, d.Explained)
	}
	if len(signed.Issued) != 1 || signed.Issued[0].By != "Ann" {
		t.Fatalf("issued as %+v", signed.Issued)
	}
	printed, err := d.Office().Content(t.Context(), signed.Issued[0].File)
	if err != nil || !bytes.HasPrefix(printed, []byte("%PDF")) {
		t.Errorf("its printed form is %d bytes, %v", len(printed), err)
	}
	d.Must("This decision was signed on 9 June 2025 and stays as it is. To correct it, make a new decision that supersedes it.")
	for _, name := range []string{"decision.title", "decision.reference", "decision.decided_on"} {
		if !grey(t, d, name) {
			t.Errorf("%s can be changed", name)
		}
	}
	if grey(t, d, "decision.aliases") || d.Has("decision.number") || d.Has("decision.power.usual") {
		t.Error("what may be changed is not right")
	}
	d.Turn("Files")
	d.Must("decision notice, 10 June 2025, Ann · SHA-256 " + signed.Issued[0].SHA256[:12] + "…")
	if named := len(signed.Attachments) > 0; named != d.Shows("Files that the notice names") {
		t.Errorf("%d files are named: the heading is there, or is not", len(signed.Attachments))
	}

	d.Turn("Decision")
	d.Tap("decision.step.published")
	d.Type("decision.step.on", "8/6/25")
	d.Answer("Done")
	d.Must("The decision was taken on 9 June 2025, so it was not published on 8 June 2025. Put down a later day.")
	d.Type("decision.step.on", uitest.Today.ISO())
	d.Type("decision.step.where", "Website, decisions")
	d.Type("decision.step.url", "example.org/1")
	d.Answer("Done")
	published := uitest.Kept[*data.Publication](d)
	if len(published) != 1 || published[0].What != decision.ID || published[0].PublishedOn != uitest.Today || published[0].Where != "Website, decisions" || published[0].URL != "example.org/1" {
		t.Errorf("the publications are kept as %+v", published)
	}
	if now := uitest.KeptAs[*data.Decision](d, "DN/1 Helpline"); now.Status != data.DecisionPublished || now.PublishedOn != uitest.Today {
		t.Errorf("kept as %+v; explained %q", now, d.Explained)
	}
}

func TestWhatSignSaysIsInTheWay(t *testing.T) {
	helpline := grant("Helpline", 5000)
	decision := ready("Helpline", helpline)
	decision.StatedTotal = data.Pounds(4000)
	d := uitest.NewDesk(t, records(decision, helpline)...)
	show(d, decision)
	d.Tap("decision.step.signed")
	d.Must("The awards total £5,000, but it states £4,000.")
	d.Type("decision.step.signed_by", "Ceri Howell")
	d.Answer("Done")
	d.Must("The awards total £5,000, but the decision states £4,000. Put one of them right before it is signed.")
	d.Answer("Cancel")
	d.Tap("decision.step.refused")
	d.Type("decision.step.on", "31/2/25")
	d.Answer("Done")
	if !d.Has("decision.step.on") || d.Value("decision.step.on") != "31/2/25" {
		t.Errorf("explained %q; shown are %q", d.Explained, d.Names())
	}
	if now := uitest.Kept[*data.Decision](d)[0]; now.Status != data.DecisionSubmitted || len(now.Issued) != 0 {
		t.Errorf("kept as %+v", now)
	}
}

func TestADecisionWithAPartTwoIsIssuedTwice(t *testing.T) {
	decision := ready("Helpline")
	decision.Marking, decision.Exemption = data.PartExempt, "Section 43"
	decision.Sections = append(decision.Sections, data.Section{ID: data.NewRowID(), Heading: "Price", Body: "£4 a call", Part: 2})
	d := uitest.NewDesk(t, decision)
	show(d, decision)
	d.Tap("decision.step.signed")
	d.Type("decision.step.signed_by", "Ceri Howell")
	d.Answer("Done")
	signed := uitest.Kept[*data.Decision](d)[0]
	if len(signed.Issued) != 2 || signed.Issued[0].Paper != "decision notice" || signed.Issued[1].Paper != "file copy, with Part 2" {
		t.Fatalf("issued as %+v; explained %q", signed.Issued, d.Explained)
	}
	names := map[string]bool{}
	for _, a := range uitest.Kept[*data.Attachment](d) {
		names[a.Name] = a.Of == signed.ID
	}
	if !names["DN-1 Helpline.pdf"] || !names["DN-1 Helpline – File copy, with Part 2.pdf"] {
		t.Errorf("the office holds %v", names)
	}
}

func TestAGrantIsRegisteredFromADecisionAndBothNameEachOther(t *testing.T) {
	harbour := &data.Organisation{Stamp: data.Stamp{ID: data.NewID()}, Name: "Harbour"}
	decision := ready("Outreach by Harbour")
	decision.StatedTotal = data.Pounds(0)
	d := uitest.NewDesk(t, harbour, decision)
	show(d, decision)
	d.Tap("decision.step.signed")
	d.Type("decision.step.signed_by", "Ceri Howell")
	d.Type("decision.step.on", "11/6/25")
	d.Answer("Done")
	d.Must("The decision cannot have been signed on 11 June 2025: that day is still to come. Put down the day on which it was signed.")
	d.Type("decision.step.on", "10/6/25")
	d.Answer("Done")
	d.Turn("Grants")
	d.Tap("decision.grant.new")
	made := uitest.KeptAs[*data.Grant](d, "Outreach by Harbour")
	if made.Recipient != harbour.ID || made.Status != data.Approved || made.AwardDate != uitest.Today || made.Purpose != "It helps." {
		t.Errorf("the grant is kept as %+v; explained %q", made, d.Explained)
	}
	if now := uitest.Kept[*data.Decision](d)[0]; len(now.Grants) != 1 || now.Grants[0] != made.ID || now.Status != data.DecisionSigned || len(now.Awards) != 0 {
		t.Errorf("the decision is kept as %+v", now)
	}
	if len(d.Led) != 1 || d.Led[0] != "grants "+string(made.ID)+" title" {
		t.Errorf("led to %q", d.Led)
	}
	d.Must("Outreach by Harbour – Harbour", "It was issued without a table of awards.")
	d.Turn("Decision")
	d.Type("decision.aliases", "other")
	d.Turn("Grants")
	d.Tap("decision.grant.new") // which saves the decision
	now := uitest.Kept[*data.Decision](d)[0]
	if n := len(uitest.Kept[*data.Grant](d)); n != 2 || len(now.Grants) != 2 || len(now.Aliases) != 1 || d.LastSaid() != "Registered. Still to put down: the money of each year and the dates." {
		t.Errorf("there are %d grants; the decision is kept as %+v; said %q", n, now, d.LastSaid())
	}
}

func TestTheTotalSaysWhatItLeavesOut(t *testing.T) {
	decided := func(reference string, g *data.Grant, outcome, status data.DecisionStatus) *data.Decision {
		r := ready(reference, g)
		r.Reference, r.Status, r.DecidedOn = data.Reference(reference), status, data.NewDate(2025, time.May, 1)
		r.Steps = []data.Step{{ID: data.NewRowID(), To: string(outcome), On: r.DecidedOn}}
		r.Awards = []data.DecidedAward{{ID: data.NewRowID(), Grant: g.ID, Title: g.Title, FinancialYear: 2025, Amount: g.Total()}}
		return r
	}
	a, b, c, e := grant("A", 100), grant("B", 20), grant("C", 3), grant("D", 7000)
	first := decided("DN/1", a, data.DecisionSigned, data.DecisionSigned)
	correction := decided("DN/2", a, data.DecisionSigned, data.DecisionSigned)
	correction.Links = []data.DecisionLink{{ID: data.NewRowID(), Relation: data.Supersedes, Decision: first.ID}}
	refusal, published := decided("DN/3", b, data.DecisionRefused, data.DecisionRefused), decided("DN/4", c, data.DecisionRefused, data.DecisionPublished)
	published.PublishedOn = data.NewDate(2025, time.May, 9)
	correction.Marking = data.Exempt
	waiting := ready("DN/5", e)
	waiting.Reference = "DN/5"
	d := uitest.NewDesk(t, a, b, c, e, first, correction, refusal, published, waiting)
	d.Open(NewRegister(d))
	d.Must("5 of 5 decisions · £100 awarded · £7,000 undecided · £23 refused · £100 superseded")
	for _, line := range d.Lines("decisions.list") {
		if strings.HasPrefix(line, "DN/4") && !strings.Contains(line, "Refused") {
			t.Errorf("of a refusal that was published it says %q", line)
		}
		if strings.HasPrefix(line, "DN/2") != strings.HasSuffix(line, "| Exempt") {
			t.Errorf("of one that is to be published, or is not, it says %q", line)
		}
	}
}

func TestARefusedDecisionStaysWithItsPaper(t *testing.T) {
	helpline := grant("Helpline", 5000)
	decision := ready("Helpline", helpline)
	d := uitest.NewDesk(t, decision, helpline)
	show(d, decision)
	d.Tap("decision.step.refused")
	d.Answer("Done")
	refused := uitest.Kept[*data.Decision](d)[0]
	if refused.Status != data.DecisionRefused || refused.DecidedOn != uitest.Today || len(refused.Issued) != 1 {
		t.Fatalf("kept as %+v; explained %q", refused, d.Explained)
	}
	if len(refused.Awards) != 1 || refused.Awards[0].Amount != data.Pounds(5000) {
		t.Errorf("of what was refused it keeps %+v", refused.Awards)
	}
	d.Must("This decision was refused on 10 June 2025 and stays as it is.")
	d.Turn("Grants")
	if d.Has("decision.grant.new") {
		t.Error("a grant can be registered from a decision that was refused")
	}
	d.Delete()
	if len(d.Explained) != 1 || len(uitest.Kept[*data.Decision](d)) != 1 {
		t.Errorf("it was deleted; explained %q", d.Explained)
	}
}

func TestASignedDecisionIsCorrectedByANewOne(t *testing.T) {
	decision := ready("Helpline")
	decision.Status, decision.SignedOn = data.DecisionSigned, data.NewDate(2025, time.May, 1)
	d := uitest.NewDesk(t, decision)
	show(d, decision)
	d.Turn("Paper")
	if d.Has("decision.sections.add") || !grey(t, d, "decision.sections[0].body") {
		t.Error("the words of a signed decision can be changed")
	}
	d.Turn("Files")
	d.MustNot("Files that the notice names")
	d.Must("The notice names no files")
	d.Turn("Decision")
	d.Tap("decision.supersede")
	d.Type("decision.title", "Helpline, corrected")
	d.Save()
	next := uitest.KeptAs[*data.Decision](d, "Helpline, corrected")
	if l := next.Links; len(l) != 1 || l[0].Relation != data.Supersedes || l[0].Reference != "DN/1" || l[0].Decision != decision.ID || next.Status != data.DecisionDraft {
		t.Errorf("kept as %+v", next)
	}
}

func TestWhatTheRegisterSaysOtherwiseSinceIsSaid(t *testing.T) {
	helpline := grant("Helpline", 5000)
	decision := ready("Helpline", helpline)
	d := uitest.NewDesk(t, records(decision, helpline)...)
	show(d, decision)
	d.Tap("decision.step.signed")
	d.Type("decision.step.signed_by", "Ceri Howell")
	d.Answer("Done")
	d.Turn("Grants")
	d.MustNot("The register has changed since")
	now, _ := data.Get[*data.Grant](d.Office().Register(), helpline.ID)
	more := data.Clone(now)
	more.Awards[0].Amount = data.Pounds(6000)
	saved, err := d.Office().Save(t.Context(), more)
	if err != nil {
		t.Fatal(err)
	}
	d.Saved(saved.Record)
	d.Must("The awards total £5,000", "The register has changed since. Helpline, 2025-26: Amount was £5,000, and is £6,000 now.")
	if lines := d.Lines("decision.awards"); len(lines) != 1 || lines[0] != " | Helpline | 2025-26 | £5,000" {
		t.Errorf("the table shows %q", lines)
	}
}

func TestTheTableFollowsTheRegisterUntilTheDecisionIsSigned(t *testing.T) {
	core := &data.Fund{Stamp: data.Stamp{ID: data.NewID()}, Programme: "Core grant", Status: data.Won}
	helpline := grant("Helpline", 5000)
	helpline.Awards[0].Funds = []data.FundShare{{ID: data.NewRowID(), Fund: core.ID, Amount: data.Pounds(3000)}}
	decision := ready("Helpline", helpline)
	d := uitest.NewDesk(t, append(records(decision, helpline), core)...)
	show(d, decision)
	d.Turn("Grants")
	d.Must("The awards total £5,000")
	d.Pick("decision.funds", "core")
	d.Must("The awards total £3,000")
	if lines := d.Lines("decision.awards"); len(lines) != 1 || lines[0] != " | Helpline | 2025-26 | £3,000" {
		t.Errorf("the table shows %q", lines)
	}
}

func TestAnotherDecisionIsNamedByItsReference(t *testing.T) {
	decision, other := ready("Helpline"), ready("Outreach")
	other.Reference = "DN/7"
	d := uitest.NewDesk(t, decision, other)
	show(d, decision)
	d.Turn("Grants")
	d.Tap("decision.links.add")
	d.Pick("decision.links[0].decision", "outreach")
	d.Choose("decision.links[0].relation", "Varies")
	if got := d.Value("decision.links[0].reference"); got != "DN/7" {
		t.Errorf("the reference is %q", got)
	}
	d.Save()
	kept := uitest.KeptAs[*data.Decision](d, "DN/1 Helpline").Links
	if len(kept) != 1 || kept[0].Relation != data.Varies || kept[0].Decision != other.ID || kept[0].Reference != "DN/7" {
		t.Errorf("kept %+v", kept)
	}
	d.Tap("decision.links[0].decision")
	for _, w := range d.Words() {
		if w == "DN/1 Helpline" {
			t.Error("a decision is offered to itself")
		}
	}
}
