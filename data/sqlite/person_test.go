package sqlite

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"almoner/data"
	"almoner/data/anyrecord"
)

// griffins is an office with a person in every place where one can stand; one paper is signed already.
type griffins struct {
	office           *Office
	contact, left    *data.Contact
	grant            *data.Grant
	event            *data.TrainingEvent
	asked, answered  *data.FOIRequest
	signed           *data.Decision
	renamed, another *data.Contact
}

func newGriffins(t *testing.T) griffins {
	t.Helper()
	o := newOffice(t)
	g := griffins{office: o}
	org := save(t, o, made(t, func(r *data.Organisation) { r.Name, r.Email = "Rachel Griffin Counselling", "info@counselling.example" }))
	g.contact = save(t, o, made(t, func(c *data.Contact) {
		c.Name, c.Organisation, c.Email, c.Phone, c.Role = "Ms Rachel Griffin", org.ID, "r.g@private.example", "01632 960 777", "Keeper of swans"
		c.LawfulBasis, c.Source = "Consent, by letter", "A chance meeting"
	}))
	g.contact = save(t, o, changed(g.contact, func(c *data.Contact) { c.Phone, c.Role = "01632 960 778", "Chair" }))
	g.left = save(t, o, made(t, func(c *data.Contact) { c.Name, c.Email = "Griffin, Rachel", "old.box@elsewhere.example" }))
	g.renamed = save(t, o, made(t, func(c *data.Contact) {
		c.Name, c.Email, c.Role = "Rachel Griffin", "post@trust.example", "Head of a secret garden"
	}))
	g.renamed = save(t, o, changed(g.renamed, func(c *data.Contact) { c.Name, c.Role = "Tom Jones", "Treasurer" }))
	g.another = save(t, o, made(t, func(c *data.Contact) { c.Name, c.Email = "Sarah Griffin", "info@counselling.example" }))
	g.grant = save(t, o, made(t, func(r *data.Grant) {
		r.Title, r.Recipient = "Helpline", org.ID
		r.Awards = []data.Award{{FinancialYear: 2024, Amount: data.Money{Pence: 1234567}}}
		r.Purpose = "Rachel Griffin asked; Ms Griffin will ring from 01632 960778. Write to r.g@private.example."
		r.MatchFunding = []data.MatchFunding{{Contributor: g.contact.ID, Amount: data.Pounds(5)}}
		r.Outcomes = []data.Outcome{{Measure: "Told R. Griffin"}, {Measure: "Seen by Mr Griffin"}}
	}))
	g.event = save(t, o, made(t, func(r *data.TrainingEvent) {
		r.Title = "First aid"
		r.Attendees = []data.Attendee{{Name: "Rachel Griffin", Email: "rg@third.example", Needs: "No lilies", Attended: true}, {Name: "Sarah Griffin", Needs: "None"}}
	}))
	g.event = save(t, o, changed(g.event, func(r *data.TrainingEvent) { r.Attendees[0].Needs = "No roses" }))
	g.asked = save(t, o, made(t, func(r *data.FOIRequest) {
		r.Subject, r.Received, r.Status = "Swans", data.NewDate(2025, time.March, 4), data.Received
		r.Applicant = &data.Applicant{Name: "Rachel Griffin", Address: "77 Hidden Lane\nNetherwick NW7 7ZZ"}
		r.Questions = []data.FOIQuestion{{Text: "I live at 77 Hidden Lane. What of swans?"}}
	}))
	g.answered = save(t, o, made(t, func(r *data.FOIRequest) {
		r.Reference, r.Received, r.Status = "FOI/9", data.NewDate(2025, time.March, 4), data.Received
		r.Applicant = &data.Applicant{Name: "Rachel Griffin"}
	}))
	g.answered = save(t, o, changed(g.answered, func(r *data.FOIRequest) { r.Status, r.LogText = data.RequestClosed, "Taken back by Rachel Griffin" }))
	g.signed = save(t, o, made(t, func(d *data.Decision) {
		d.Reference, d.Title, d.Status = "PCC/1", "Helpline", data.DecisionSubmitted
		d.Sections = []data.Section{{Heading: "Why", Body: "Rachel Griffin told the board."}}
	}))
	g.signed = save(t, o, changed(g.signed, func(d *data.Decision) {
		if err := d.Sign(o.Register(), "The Commissioner", data.NewDate(2025, time.May, 1), data.NewDate(2025, time.May, 1), data.SignedOnPaper); err != nil {
			t.Fatal(err)
		}
	}))
	return g
}

func remove(t *testing.T, o *Office, name string) data.Removed {
	t.Helper()
	r, err := o.RemovePerson(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func held[R data.Record](t *testing.T, o *Office, rec R) R {
	t.Helper()
	now, ok := data.Get[R](o.Register(), rec.Stamped().ID)
	if !ok {
		t.Fatalf("the %s “%s” is gone", rec.RecordKind().Label(), rec.Label())
	}
	return now
}

func TestAPersonGoesOutOfRecordsAndChangeList(t *testing.T) {
	g := newGriffins(t)
	if err := g.office.Delete(t.Context(), g.left); err != nil { // its history goes too
		t.Fatal(err)
	}
	secrets := []string{
		"r.g@private.example", "960 777", "960778", "Keeper of swans", "Consent, by letter", "A chance meeting", "old.box@elsewhere.example",
		"Head of a secret garden", "rg@third.example", "No lilies", "No roses", "77 Hidden Lane", "NW7 7ZZ", "R. Griffin", "Griffin, Rachel",
		"Ms Rachel", "Ms Griffin", "Rachel Griffin asked", "back by Rachel",
	}
	for _, secret := range secrets {
		if len(traces(t, g.office, secret)) == 0 && secret != "old.box@elsewhere.example" && secret != "Griffin, Rachel" {
			t.Fatalf("the test would not find %q", secret)
		}
	}
	r := remove(t, g.office, "Rachel Griffin")
	for _, secret := range secrets {
		if found := traces(t, g.office, secret); len(found) > 0 {
			t.Errorf("%q can still be read in %q", secret, found)
		}
	}
	wantSound(t, g.office.Path())
	again := openAgain(t, g.office)
	sameOffice(t, g.office.Register(), again.Register())

	if c := held(t, again, g.contact); c.Name != data.PersonRemoved || c.Email+c.Phone+c.Role+c.LawfulBasis+c.Source != "" || c.Organisation == "" {
		t.Errorf("the contact that a grant names: %+v", c)
	}
	if c := held(t, again, g.renamed); c.Name != "Tom Jones" || c.Role != "Treasurer" || c.Email != "post@trust.example" {
		t.Errorf("who has the post now: %+v", c)
	}
	if c := held(t, again, g.another); c.Name != "Sarah Griffin" || c.Email != "info@counselling.example" {
		t.Errorf("somebody else of the surname: %+v", c)
	}
	grant := held(t, again, g.grant)
	if want := "[name removed] asked; [name removed] will ring from [telephone number removed]. Write to [e-mail address removed]."; grant.Purpose != want {
		t.Errorf("the purpose reads %q", grant.Purpose)
	}
	if grant.Total().Pence != 1234567 || grant.MatchFunding[0].Contributor != g.contact.ID || grant.Outcomes[0].Measure != "Told [name removed]" || grant.Outcomes[1].Measure != "Seen by Mr Griffin" {
		t.Errorf("the grant: %+v", grant)
	}
	event := held(t, again, g.event)
	want := []data.Attendee{{Name: data.PersonRemoved, Attended: true}, {Name: "Sarah Griffin", Needs: "None"}}
	if diff := cmp.Diff(want, event.Attendees, cmpopts.IgnoreFields(data.Attendee{}, "ID")); diff != "" {
		t.Error(diff)
	}
	if q := held(t, again, g.asked); q.Applicant != nil || q.Questions[0].Text != "I live at [address removed]. What of swans?" {
		t.Errorf("the request: %+v", q)
	}
	if q := held(t, again, g.answered); q.Applicant != nil || q.LogText != "Taken back by [name removed]" {
		t.Errorf("the answered request: %+v", q)
	}
	if d := held(t, again, g.signed); d.Sections[0].Body != "Rachel Griffin told the board." {
		t.Errorf("a signed decision was changed: %+v", d.Sections)
	}
	saysEach(t, r.Went, "The contact “Ms Rachel Griffin” was emptied", "Taken out: Purpose of the grant “Helpline”", "Taken out: Applicant of the FOI request “FOI/9”", "places of the change list")
	saysEach(t, r.Stays, "Text of the decision “PCC/1 Helpline”: “Rachel Griffin told the board.”. It stays because it was signed on 1 May 2025", "Name of the organisation “Rachel Griffin Counselling”", "Backups")
	saysEach(t, r.Possible, "Measure of the grant “Helpline”: “Seen by Mr Griffin”", "Name of the contact “Sarah Griffin”")
}

// saysEach fails unless some of the sentences say each of the words.
func saysEach(t *testing.T, sentences []string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !slices.ContainsFunc(sentences, func(s string) bool { return strings.Contains(s, w) }) {
			t.Errorf("nothing says %q:\n%s", w, strings.Join(sentences, "\n"))
		}
	}
}

func TestWhoIsNamedByNothingIsDeleted(t *testing.T) {
	o := newOffice(t)
	c := save(t, o, made(t, func(c *data.Contact) { c.Name = "Rachel Griffin" }))
	m := save(t, o, made(t, func(m *data.Staff) { m.Name, m.Initials, m.JobTitle = "Rachel Griffin", "RGX", "Watcher" }))
	r := remove(t, o, "griffin, RACHEL")
	for _, rec := range []data.Record{c, m} {
		if _, ok := o.Register().Find(rec.RecordKind(), rec.Stamped().ID); ok {
			t.Errorf("the %s is still there", rec.RecordKind().Label())
		}
	}
	saysEach(t, r.Went, "The contact “Rachel Griffin” was deleted.", "The member of staff “Rachel Griffin” was deleted.")
	for _, secret := range []string{"Griffin", "RGX", "Watcher"} {
		if found := traces(t, o, secret); len(found) > 0 {
			t.Errorf("%q can still be read in %q", secret, found)
		}
	}
	wantSound(t, o.Path())
	if again := remove(t, o, "Rachel Griffin"); again.Places != 0 || len(again.Went) != 0 {
		t.Errorf("removed twice: %+v", again)
	}
	if _, err := o.RemovePerson(t.Context(), "Griffin"); !strings.Contains(data.Explain(err), "“Griffin” may be many people") {
		t.Errorf("a surname alone: %v", err)
	}
	if _, err := o.RemovePerson(t.Context(), " – "); err == nil {
		t.Error("nobody was removed")
	}
}

func TestOlderChangesCanBeUndoneAfterARemoval(t *testing.T) {
	o := newOffice(t)
	g := newGrant(t, "Helpline")
	g.Purpose, g.Area = "Rachel Griffin asked.", "Fenland"
	g = save(t, o, g)
	g, title := saveAs(t, o, g, func(g *data.Grant) { g.Title, g.Purpose = "Advice", "Rachel Griffin asked twice." })
	_, area := saveAs(t, o, g, func(g *data.Grant) { g.Area = "Elmshire" })
	c := save(t, o, made(t, func(c *data.Contact) { c.Name, c.Role, c.Email = "Rachel Griffin", "Chair", "rg@x.example" }))
	if err := o.Delete(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	remove(t, o, "Rachel Griffin")
	if got := undo(t, o, area).Record.(*data.Grant); got.Area != "Fenland" {
		t.Errorf("undone: %+v", got)
	}
	if got := undo(t, o, title).Record.(*data.Grant); got.Title != "Helpline" || got.Purpose != "[name removed] asked twice." {
		t.Errorf("undone: %q, %q", got.Title, got.Purpose)
	}
	gone, err := o.Gone(t.Context())
	if err != nil || len(gone) != 1 {
		t.Fatal(gone, err)
	}
	if back := undo(t, o, gone[0].Sequence).Record.(*data.Contact); back.Name != data.PersonRemoved || back.Role+back.Email != "" {
		t.Errorf("who was removed came back: %+v", back)
	}
	wantSound(t, o.Path())
}

func TestWhoSavedStaysAndIsSaid(t *testing.T) {
	o := newOffice(t)
	save(t, o, newGrant(t, "Helpline"))
	r := remove(t, o, tester.Name)
	saysEach(t, r.Stays, "The name stays as who made 2 entries of the change list and saved 2 records last")
	wantSound(t, o.Path())
}

func TestASurnameInitialsMayBeANamesakes(t *testing.T) {
	o := newOffice(t)
	save(t, o, made(t, func(c *data.Contact) { c.Name = "Robert Griffin" }))
	g := newGrant(t, "Helpline")
	g.Purpose, g.Reasons = "R. Griffin asked.", "Rachel Griffin asked, and R. Griffin said so."
	g.Conditions = "Rachel Griffin met Tom Griffin at the Griffin Trust; Griffin left."
	g = save(t, o, g)
	remove(t, o, "Rachel Griffin")
	if now := held(t, o, g); now.Conditions != "[name removed] met Tom Griffin at the Griffin Trust; [name removed] left." {
		t.Errorf("%q", now.Conditions)
	}
	if now := held(t, o, g); now.Purpose != "R. Griffin asked." || now.Reasons != "[name removed] asked, and [name removed] said so." {
		t.Errorf("%q, %q", now.Purpose, now.Reasons)
	}
}

func TestSubjectAccessGivesAllThatIsHeld(t *testing.T) {
	g := newGriffins(t)
	changes, err := g.office.Mentions(t.Context(), "Rachel Griffin")
	if err != nil {
		t.Fatal(err)
	}
	d, err := data.HeldOn(g.office.Register(), changes, "Rachel Griffin")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{
		"# What the office holds on Rachel Griffin\n", "## Contact\n\n", "- Name: Ms Rachel Griffin\n", "- Phone: 01632 960 778\n",
		"Lawful basis: Consent, by letter; Source: A chance meeting; Last confirmed: not put down; Kept until: not put down.",
		"## Applicant of Swans\n", "- Address: 77 Hidden Lane Netherwick NW7 7ZZ\n", "## On the list of the training event “First aid”\n", "- Needs: No roses\n",
		"- Contributor (match funding) of the grant “Helpline”\n", "- Text of the decision “PCC/1 Helpline”: “Rachel Griffin told the board.”\n",
		"- Text of the FOI request “Swans”: “I live at 77 Hidden Lane. What of swans?”\n", "- Purpose of the grant “Helpline”: “Rachel Griffin asked;",
		"another of the surname", "- Measure of the grant “Helpline”: “Seen by Mr Griffin”\n",
		"by Ann Tester: contact “Ms Rachel Griffin”\n", "  - Role from Keeper of swans to Chair\n", "  - Name from Rachel Griffin to Tom Jones\n",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("it does not say %q:\n%s", want, page)
		}
	}
	if len(d.Held) != 5 || d.Empty() || d.Made.Count != 0 { // two contacts, two requests, an attendee
		t.Errorf("%d records are held: %+v", len(d.Held), d.Held)
	}
	nobody, err := data.HeldOn(g.office.Register(), nil, "Nora Nobody")
	if err != nil || !nobody.Empty() {
		t.Errorf("of nobody: %+v, %v", nobody, err)
	}
	own, err := g.office.Mentions(t.Context(), tester.Name)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := data.HeldOn(g.office.Register(), own, tester.Name); err != nil || d.Made.Count != len(own) || d.Made.Count < 10 || d.Made.First.IsZero() || d.Made.Last.Before(d.Made.First) {
		t.Errorf("what she did herself: %+v, %v", d.Made, err)
	}
}

// withQuill is a copy of a record with a name after some of its texts, unless it could not be saved so.
func withQuill(t *rapid.T, rec data.Record) data.Record {
	named := data.Clone(rec)
	data.EachText(named, func(words string) string {
		if words != "" && rapid.IntRange(0, 5).Draw(t, "named") == 0 {
			return words + " Ariadne Quill "
		}
		return words
	})
	if named.Problems().Err() != nil {
		return rec
	}
	return named
}

// TestRemovingAnybodyLeavesAnyOfficeSound puts a name into texts of whole random offices, changes those, and takes the person out.
func TestRemovingAnybodyLeavesAnyOfficeSound(t *testing.T) {
	type edits struct{ first, then []data.Record }
	offices := rapid.Custom(func(rt *rapid.T) edits {
		var e edits
		for _, rec := range anyrecord.Office(rt) {
			named := withQuill(rt, rec)
			e.first, e.then = append(e.first, named), append(e.then, withQuill(rt, named))
		}
		return e
	})
	removed, stayed := 0, 0
	for seed := range 12 {
		o, e := newOffice(t), offices.Example(seed)
		stampDetails(o, e.first)
		if err := o.SaveAll(t.Context(), e.first, nil); err != nil {
			t.Fatal(err)
		}
		for _, rec := range e.then {
			now, _ := o.Register().Find(rec.RecordKind(), rec.Stamped().ID)
			*rec.Stamped() = *now.Stamped()
			data.NameRows(rec)
			_, _ = o.Save(t.Context(), rec) // a paper that was issued stays as it is
		}
		r := remove(t, o, "Ariadne Quill")
		wantSound(t, o.Path())
		changes, err := o.Mentions(t.Context(), "Ariadne Quill")
		if err != nil {
			t.Fatal(err)
		}
		d, err := data.HeldOn(o.Register(), changes, "Ariadne Quill")
		if err != nil || len(d.Held) > 0 {
			t.Errorf("office %d: still held: %+v, %v", seed, d.Held, err)
		}
		for _, m := range d.Mentioned {
			if !slices.ContainsFunc(r.Stays, func(s string) bool { return strings.HasPrefix(s, m.String()) }) {
				t.Errorf("office %d: it stays, and nobody said so: %s", seed, m)
			}
		}
		if len(d.Mentioned) == 0 && len(d.Changes) > 0 {
			t.Errorf("office %d: the change list keeps what no record does: %+v", seed, d.Changes)
		}
		removed, stayed = removed+r.Places, stayed+len(d.Mentioned)
	}
	if removed < 100 || stayed < 10 {
		t.Errorf("removed from %d places, %d stay: the test sees too little", removed, stayed)
	}
}

func TestWhatIsKeptByLawKeepsItsName(t *testing.T) {
	o := newOffice(t)
	save(t, o, changed(o.Register().Details(), func(d *data.OfficeDetails) { d.Commissioner.Name = "Rachel Griffin" }))
	g := newGrant(t, "Helpline")
	g.Reference = "Rachel Griffin/1"
	g = save(t, o, g)
	d := save(t, o, made(t, func(d *data.Decision) {
		d.Reference, d.Title, d.Status, d.SignedOn = "PCC/1", "Complaint of Rachel Griffin", data.DecisionSigned, data.NewDate(2025, time.May, 1)
	}))
	r := remove(t, o, "Rachel Griffin")
	wantSound(t, o.Path())
	if o.Register().Details().Commissioner.Name != "Rachel Griffin" || held(t, o, g).Reference != "Rachel Griffin/1" {
		t.Error("the commissioner, or a reference, was rewritten")
	}
	history, err := o.History(t.Context(), data.KindDecision, d.ID)
	if err != nil || len(history) != 1 || history[0].Label != "PCC/1 Complaint of Rachel Griffin" {
		t.Errorf("the signed decision is called otherwise in its history: %+v, %v", history, err)
	}
	saysEach(t, r.Stays, "because the office publishes who holds it", "because a reference is what papers are found by", "because it was signed on 1 May 2025")
}

func TestAPersonGoesOutOfTheCopiesOnComputersToo(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a, b := ann.open(path), bryn.open(path)
	c := ann.save(a, made(t, func(c *data.Contact) { c.Name, c.Email = "Rachel Griffin", "r.g@private.example" }))
	arrived(t, a)
	_, err := b.Refresh(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if found, err := b.Mentions(t.Context(), "Rachel Griffin"); err != nil || len(found) != 1 {
		t.Fatalf("she stands in %v, %v", found, err)
	}
	r, err := a.RemovePerson(t.Context(), "Rachel Griffin")
	if err != nil || r.Places == 0 {
		t.Fatalf("removed: %+v, %v", r, err)
	}
	if _, held := a.Register().Find(data.KindContact, c.Stamped().ID); held {
		t.Error("the contact is still shown where it was removed")
	}
	for name, s := range map[string]*Shared{"Ann": a, "Bryn": b} {
		eventually(t, "the copy of "+name+" holds nothing of her", func() bool {
			if _, err := s.Refresh(t.Context()); err != nil {
				return false
			}
			found, err := s.Mentions(t.Context(), "Rachel Griffin")
			mirror, reading := os.ReadFile(s.local.path)
			return err == nil && len(found) == 0 && reading == nil && !bytes.Contains(mirror, []byte("r.g@private"))
		})
		if report, err := s.Audit(t.Context()); err != nil || !report.Sound() {
			t.Errorf("the copy of %s: %v, %v", name, report.Problems, err)
		}
	}
}
