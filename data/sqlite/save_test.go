package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.uber.org/goleak"

	"almoner/data"
)

func TestTwoPeopleEditOneGrant(t *testing.T) {
	ann := newOffice(t)
	first := save(t, ann, newGrant(t, "Helpline"))
	bob := openAgain(t, ann)

	hers := data.Clone(first)
	hers.Title = "Helpline for Cambridgeshire"
	hers = save(t, ann, hers)

	his := data.Clone(first)
	his.Area, his.Title = "Fenland", "Helpline for the county"
	_, err := bob.Save(t.Context(), his)
	var conflict *data.Conflict
	if !errors.As(err, &conflict) {
		t.Fatalf("got %v, want a conflict", err)
	}
	for what, pair := range map[string][2]data.Record{"base": {first, conflict.Base}, "mine": {his, conflict.Mine}, "theirs": {hers, conflict.Theirs}} {
		if diff := cmp.Diff(pair[0], pair[1], cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	if g := conflict.Merged.(*data.Grant); len(conflict.Clashes) != 1 || conflict.Clashes[0].Path != "title" || g.Area != "Fenland" || g.Title != hers.Title {
		t.Errorf("merged as far as it goes: %+v with %+v", g, conflict.Clashes)
	}
	if said := data.Explain(err); !strings.Contains(said, "“Helpline for the county”, Ann Tester changed “Name of grant” too.") {
		t.Errorf("it reads: %s", said)
	}
	sameOffice(t, ann.Register(), bob.Register()) // what the other saved has come in with the conflict
	news, err := bob.Refresh(t.Context())
	if err != nil || len(news) != 1 || news[0].Who != tester.Name {
		t.Errorf("Refresh: %v, %v, want the change of the other", news, err)
	}
	if news, err := bob.Refresh(t.Context()); err != nil || len(news) != 0 {
		t.Errorf("the same news twice: %v, %v", news, err)
	}
	wantSound(t, ann.Path())
}

func TestSavingWhatSomebodyDeleted(t *testing.T) {
	ann := newOffice(t)
	g := save(t, ann, newGrant(t, "Helpline"))
	bob := openAgain(t, ann)
	if err := ann.Delete(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	g = data.Clone(g)
	g.Title = "Another"
	_, err := bob.Save(t.Context(), g)
	var conflict *data.Conflict
	if !errors.As(err, &conflict) || conflict.Theirs != nil || conflict.Base == nil {
		t.Fatalf("got %v, want a conflict without theirs", err)
	}
	if bob.Register().Count(data.KindGrant) != 0 {
		t.Error("the register still holds what was deleted")
	}
	g.Version = 0 // putting it back is making it anew: its versions go on
	if back := save(t, bob, g); back.Version != 3 {
		t.Errorf("version %d after 1 and its deletion, 2", back.Version)
	}
	wantSound(t, ann.Path())
}

func TestOneSaveDeliveredTwiceIsOneChange(t *testing.T) {
	o := newOffice(t)
	op := newOperation(edit{rec: newGrant(t, "Helpline")})
	first, err := o.save(t.Context(), op)
	if err != nil {
		t.Fatal(err)
	}
	for _, office := range []*Office{o, openAgain(t, o)} {
		again, err := office.save(t.Context(), op)
		if err != nil {
			t.Fatal(err)
		}
		if again.Sequence != first.Sequence || again.Record.Stamped().Version != 1 {
			t.Errorf("delivered again: change %d of version %d", again.Sequence, again.Record.Stamped().Version)
		}
	}
	many := newOperation(edit{rec: newGrant(t, "A")}, edit{rec: newGrant(t, "B")})
	for range 2 {
		if _, err := o.deliver(t.Context(), many, nil); err != nil {
			t.Fatal(err)
		}
	}
	if n := o.Register().Count(data.KindGrant); n != 3 {
		t.Errorf("%d grants, want 3", n)
	}
	if report := wantSound(t, o.Path()); report.Changes != 4 {
		t.Errorf("%d changes, want 4", report.Changes)
	}
}

func TestSavingLeavesTheCallersRecordAlone(t *testing.T) {
	o := newOffice(t)
	g := newGrant(t, "Helpline")
	saved := save(t, o, g)
	if g.Version != 0 || g.Awards[0].ID != "" || saved == g || saved.Awards[0].ID == "" {
		t.Errorf("given %+v, saved %+v", g, saved)
	}
	again, err := o.Save(t.Context(), saved)
	if err != nil || again.Sequence != 0 || again.Record.Stamped().Version != 1 {
		t.Errorf("saving what is already saved: %+v, %v", again, err)
	}
	saved.Title = "changed by a careless caller" // shows that the next test of the register would see it
	if held, _ := data.Get[*data.Grant](o.Register(), saved.ID); held != saved {
		t.Error("Saved.Record is not the register's record")
	}
}

func TestAllOrNone(t *testing.T) {
	o := newOffice(t)
	org := made(t, func(o *data.Organisation) { o.Name = "A charity" })
	first, second := newGrant(t, "First"), newGrant(t, "Second")
	first.ContinuationOf, second.Recipient = second.ID, org.ID // named before they are there
	before := o.Register().Details()

	broken := newGrant(t, "Broken")
	broken.Recipient = "nobody"
	err := o.SaveAll(t.Context(), []data.Record{first, second, org, broken}, nil)
	var problems data.Problems
	if !errors.As(err, &problems) || problems[0].Field != "recipient" || !strings.Contains(problems[0].Sentence, "nobody") {
		t.Fatalf("got %v, want a problem of the recipient", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = o.SaveAll(ctx, []data.Record{first, second, org}, func(done, _ int) {
		if done == 1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	for _, office := range []*Office{o, openAgain(t, o)} {
		if office.Register().Count(data.KindGrant) != 0 || office.Register().Count(data.KindOrganisation) != 0 {
			t.Error("something of a failed save is there")
		}
	}
	var steps []int
	if err := o.SaveAll(t.Context(), []data.Record{first, second, org}, func(done, total int) { steps = append(steps, done, total) }); err != nil {
		t.Fatal(err)
	}
	if len(steps) == 0 || steps[len(steps)-2] != 3 || steps[len(steps)-1] != 3 {
		t.Errorf("progress %v does not end with 3 of 3", steps)
	}
	sameOffice(t, o.Register(), openAgain(t, o).Register())
	if o.Register().Details() != before {
		t.Error("the details changed")
	}
	wantSound(t, o.Path())
}

func TestWhatIsNamedCannotBeDeleted(t *testing.T) {
	o := newOffice(t)
	org := save(t, o, made(t, func(o *data.Organisation) { o.Name = "A charity" }))
	g := newGrant(t, "Helpline")
	g.Recipient = org.ID
	g = save(t, o, g)
	var inUse *data.InUse
	if err := o.Delete(t.Context(), org); !errors.As(err, &inUse) || len(inUse.By) != 1 || inUse.By[0] != data.Record(g) {
		t.Fatalf("got %v, want that the grant names it", err)
	}
	if err := o.Delete(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	if err := o.Delete(t.Context(), org); err != nil {
		t.Fatal(err)
	}
	history, err := openAgain(t, o).History(t.Context(), data.KindGrant, g.ID)
	if err != nil || len(history) != 2 || history[0].Action != data.Deleted || history[1].Action != data.Created {
		t.Fatalf("history %+v, %v", history, err)
	}
	if i := slices.IndexFunc(history[0].Fields, func(f data.FieldChange) bool { return f.Path == "title" }); i < 0 || string(history[0].Fields[i].Before) != `"Helpline"` {
		t.Errorf("what was deleted is not in the change list: %+v", history[0].Fields)
	}
	if history[0].Hash == "" || history[0].Who != tester.Name || history[0].Machine != tester.Machine || history[0].Label != "Helpline" {
		t.Errorf("the change does not say who did what: %+v", history[0])
	}
	wantSound(t, o.Path())
}

func TestReferencesAndKeysAreUnique(t *testing.T) {
	o := newOffice(t)
	request := func(ref data.Reference) *data.FOIRequest {
		return made(t, func(r *data.FOIRequest) {
			r.Reference, r.Subject, r.Received = ref, "Stalking", data.NewDate(2020, 1, 6)
		})
	}
	save(t, o, request("23/24 – 0017"))
	save(t, o, request(""))
	save(t, o, request("")) // those that are not numbered yet do not clash
	var problems data.Problems
	if _, err := o.Save(t.Context(), request("2324-0017")); !errors.As(err, &problems) || problems.Of("reference") == "" {
		t.Errorf("another spelling of a reference: %v", err)
	}
	question := func() data.Record {
		return made(t, func(q *data.Question) { q.Key, q.Wording = "open-to-men", "Is it open to men?" })
	}
	if err := o.SaveAll(t.Context(), []data.Record{question(), question()}, nil); !errors.As(err, &problems) || problems.Of("key") == "" {
		t.Errorf("two questions of one key at once: %v", err)
	}
}

func TestTextThatIsNoTextIsRefused(t *testing.T) {
	o := newOffice(t)
	for field, spoil := range map[string]func(*data.Grant){
		"title":                  func(g *data.Grant) { g.Title = "a\x00b" },
		"themes[0]":              func(g *data.Grant) { g.Themes = []string{"\xff"} },
		"awards[1]":              func(g *data.Grant) { g.Awards[0].ID = "a"; g.Awards = append(g.Awards, g.Awards[0]) },
		"award_date":             func(g *data.Grant) { g.AwardDate = data.Date{Year: 2023, Month: 2, Day: 30} },
		"status":                 func(g *data.Grant) { g.Status = "lively" },
		"stated_total.qualifier": func(g *data.Grant) { g.StatedTotal.Qualifier = "exact" },
	} {
		g := newGrant(t, "Helpline")
		spoil(g)
		var problems data.Problems
		if _, err := o.Save(t.Context(), g); !errors.As(err, &problems) || problems.Of(field) == "" {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestPathsThatAreNotPlain(t *testing.T) {
	for _, file := range []string{"an office.almoner", "50%20 #1 ?x=y&mode=ro.almoner", "Swyddfa Tŷ Gwyn – ŵ.almoner", "it's;'\"x.almoner"} {
		path := filepath.Join(t.TempDir(), "a folder #2", file)
		if _, err := Create(t.Context(), path, &data.OfficeDetails{Name: "x"}, tester); !strings.Contains(data.Explain(err), "no folder") {
			t.Errorf("in a folder that is not there: %v", err)
		}
		path = filepath.Join(t.TempDir(), file)
		o, err := Create(t.Context(), path, &data.OfficeDetails{Name: "Swyddfa"}, tester)
		if err != nil {
			t.Fatal(err)
		}
		save(t, o, newGrant(t, "Helpline"))
		closeOffice(t, o)
		if left := strangers(t, path); len(left) > 0 {
			t.Errorf("beside the office, its lock and its journal lies something: %q", left)
		}
		o, err = Open(t.Context(), path, tester)
		if err != nil {
			t.Fatal(err)
		}
		if o.Register().Count(data.KindGrant) != 1 {
			t.Error("another file was opened")
		}
		closeOffice(t, o)
	}
}

func TestCreateNeverWritesOverAFile(t *testing.T) {
	o := newOffice(t)
	_, err := Create(t.Context(), o.Path(), &data.OfficeDetails{Name: "x"}, tester)
	if !strings.Contains(data.Explain(err), "already a file") {
		t.Error(err)
	}
	if err := publish(o.Path(), o.Path()); !strings.Contains(data.Explain(err), "already a file") {
		t.Errorf("a file that appeared meanwhile: %v", err)
	}
	if _, err := Create(t.Context(), filepath.Join(t.TempDir(), "x.almoner"), &data.OfficeDetails{}, tester); data.Explain(err) == "" {
		t.Error("an office without a name was made")
	}
}

func TestCloseLeavesNothingRunning(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	path := filepath.Join(t.TempDir(), "Office.almoner")
	o, err := Create(context.Background(), path, &data.OfficeDetails{Name: "x"}, tester)
	if err != nil {
		t.Fatal(err)
	}
	closeOffice(t, o)
	if _, err := Open(context.Background(), filepath.Dir(path), tester); err == nil {
		t.Error("a folder was opened")
	}
}

func wantSound(t *testing.T, path string) Report {
	t.Helper()
	report, err := Check(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if !report.Sound() {
		t.Errorf("the file is not sound: %s", strings.Join(report.Problems, " "))
	}
	return report
}

func TestAReferenceThatIsGivenUpIsFreeAndOneThatIsTakenIsNot(t *testing.T) {
	o := newOffice(t)
	bearing := func(reference data.Reference) *data.Grant {
		g := newGrant(t, "Helpline "+string(reference))
		g.Reference = reference
		return g
	}
	a := save(t, o, bearing("G/1"))
	a = save(t, o, changed(a, func(g *data.Grant) { g.Reference = "G/2" }))
	b := save(t, o, bearing("G/1")) // free again
	if _, err := o.Save(t.Context(), bearing("G/2")); err == nil {
		t.Error("two grants bear G/2")
	}
	if err := o.SaveAll(t.Context(), []data.Record{ // one gives up what the other takes
		changed(a, func(g *data.Grant) { g.Reference = "G/3" }), changed(b, func(g *data.Grant) { g.Reference = "G/2" }),
	}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Save(t.Context(), bearing("G/2")); err == nil {
		t.Error("two grants bear G/2 after it changed hands")
	}
	save(t, o, bearing("G/1"))
}
