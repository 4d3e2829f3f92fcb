package sqlite

import (
	"errors"
	"strings"
	"testing"
	"time"

	"almoner/data"
)

// changed is a copy of a grant with something changed in it.
func changed[R data.Record](rec R, change func(R)) R {
	rec = data.Clone(rec)
	change(rec)
	return rec
}

func TestWhatTwoPeopleChangeInOtherFieldsIsSavedTogether(t *testing.T) {
	ann := newOffice(t)
	first := save(t, ann, newGrant(t, "Helpline"))
	for what, colleague := range map[string]func(*Office) error{
		"who has not heard of it": func(*Office) error { return nil },
		"who has, since loading":  func(bob *Office) error { _, err := bob.Refresh(t.Context()); return err },
	} {
		bob := openAgain(t, ann)
		loaded, _ := data.Get[*data.Grant](bob.Register(), first.ID)
		for _, title := range []string{"Advice " + what, "Helpline " + what} { // several saves later
			held, _ := data.Get[*data.Grant](ann.Register(), first.ID)
			save(t, ann, changed(held, func(g *data.Grant) { g.Title = title; g.Awards[0].Part += "." }))
		}
		if err := colleague(bob); err != nil {
			t.Fatal(err)
		}
		saved, err := bob.Save(t.Context(), changed(loaded, func(g *data.Grant) { g.Area = what; g.Awards[0].Amount.Pence++ }))
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		got := saved.Record.(*data.Grant)
		if got.Title != "Helpline "+what || got.Area != what || got.Version != loaded.Version+3 || got.Awards[0].Part != loaded.Awards[0].Part+".." ||
			got.Awards[0].Amount.Pence != loaded.Awards[0].Amount.Pence+1 {
			t.Errorf("%s: saved %+v", what, got)
		}
		if len(saved.Merged) != 2 || saved.Merged[0].Path != "title" || saved.Merged[0].Who != tester.Name || saved.Merged[0].When.IsZero() {
			t.Errorf("%s: what came from the other: %+v", what, saved.Merged)
		}
		if _, err := ann.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		sameOffice(t, ann.Register(), bob.Register())
	}
	wantSound(t, ann.Path())
}

func TestSavingWhatIsSavedAlreadyTakesInTheRest(t *testing.T) {
	ann := newOffice(t)
	first := save(t, ann, newGrant(t, "Helpline"))
	bob := openAgain(t, ann)
	save(t, ann, changed(first, func(g *data.Grant) { g.Title = "Advice" }))
	saved, err := bob.Save(t.Context(), first)
	if err != nil || saved.Sequence != 0 || saved.Record.Label() != "Advice" || len(saved.Merged) != 1 {
		t.Errorf("%+v, %v", saved, err)
	}
}

func TestARecordPutBackMeanwhileIsMergedToo(t *testing.T) {
	ann := newOffice(t)
	first := save(t, ann, newGrant(t, "Helpline"))
	bob := openAgain(t, ann)
	if err := ann.Delete(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	save(t, ann, changed(first, func(g *data.Grant) { g.Version, g.Title = 0, "Back" }))
	if _, err := bob.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	saved, err := bob.Save(t.Context(), changed(first, func(g *data.Grant) { g.Area = "Fenland" }))
	if err != nil || saved.Record.(*data.Grant).Title != "Back" || saved.Record.(*data.Grant).Area != "Fenland" {
		t.Errorf("%+v, %v", saved.Record, err)
	}
	wantSound(t, ann.Path())
}

func TestTwoEditsThatDoNotGoTogetherAreAConflict(t *testing.T) {
	ann := newOffice(t)
	first := save(t, ann, newGrant(t, "Helpline"))
	bob := openAgain(t, ann)
	save(t, ann, changed(first, func(g *data.Grant) { g.PlannedStart = data.NewDate(2024, 4, 1) }))
	_, err := bob.Save(t.Context(), changed(first, func(g *data.Grant) { g.PlannedEnd = data.NewDate(2024, 3, 1) }))
	var conflict *data.Conflict
	if !errors.As(err, &conflict) || len(conflict.Clashes) != 0 || conflict.Problems.Of("planned_end") == "" {
		t.Fatalf("got %v", err)
	}
	if said := data.Explain(err); !strings.Contains(said, "do not go together: The grant ends on 1 March 2024") {
		t.Errorf("it reads: %s", said)
	}
	if held, _ := data.Get[*data.Grant](bob.Register(), first.ID); !held.PlannedEnd.IsZero() || held.PlannedStart.IsZero() {
		t.Error("half of it was saved")
	}
	wantSound(t, ann.Path())
}

func TestDeletingWhatSomebodyChangedIsAConflict(t *testing.T) {
	ann := newOffice(t)
	first := save(t, ann, newGrant(t, "Helpline"))
	bob := openAgain(t, ann)
	save(t, ann, changed(first, func(g *data.Grant) { g.Title = "Advice" }))
	var conflict *data.Conflict
	if err := bob.Delete(t.Context(), first); !errors.As(err, &conflict) || conflict.Theirs.Label() != "Advice" || conflict.Merged != nil {
		t.Errorf("got %v, want a conflict", err)
	}
	if bob.Register().Count(data.KindGrant) != 1 {
		t.Error("it was deleted")
	}
}

func TestTwoPeopleApplyOneVariation(t *testing.T) {
	ann := newOffice(t)
	g := newGrant(t, "Helpline")
	g.Status = data.Active
	g.Variations = []data.Variation{{ID: "v", Number: 1, Kind: data.Uplift, Changes: []data.VariationChange{{ID: "c", Term: data.VariedAmount, FinancialYear: 2025, Amount: data.Pounds(50)}}}}
	first := save(t, ann, g)
	bob := openAgain(t, ann)
	apply := func(g *data.Grant) *data.Grant {
		g = data.Clone(g)
		if err := g.ApplyVariation("v", data.NewDate(2025, time.May, 1), ""); err != nil {
			t.Fatal(err)
		}
		return g
	}
	saved, err := ann.Save(t.Context(), apply(first))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bob.Save(t.Context(), apply(first)); err == nil || !strings.Contains(data.Explain(err), "Variation 1 was not applied: Ann Tester has changed") {
		t.Errorf("the uplift was given twice: %v", err)
	}
	if now, _ := data.Get[*data.Grant](bob.Register(), g.ID); now.Total() != data.Pounds(150) {
		t.Errorf("it is worth %s", now.Total())
	}
	// Applied by mistake, it is taken back whole.
	back := undo(t, ann, saved.Sequence).Record.(*data.Grant)
	if back.Total() != data.Pounds(100) || !back.Variations[0].Applied.IsZero() {
		t.Errorf("it is worth %s", back.Total())
	}
}

func TestAReplyIsNotSentOverWhatSomebodyChanged(t *testing.T) {
	ann := newOffice(t)
	r := made(t, func(r *data.FOIRequest) {
		r.Reference, r.Received, r.Status = "FOI/1", data.NewDate(2025, time.May, 1), data.ReplyApproved
		r.Questions = []data.FOIQuestion{{ID: "q", Answer: "Three"}}
	})
	first := save(t, ann, r)
	bob := openAgain(t, ann)
	hers := data.Clone(first)
	hers.Questions[0].Answer = "Four"
	hers = save(t, ann, hers)
	send := func(r *data.FOIRequest) ([]data.Record, *data.FOIRequest) {
		r = data.Clone(r)
		if err := r.Send(bob.Register(), data.NewDate(2025, time.May, 9), ""); err != nil {
			t.Fatal(err)
		}
		file, err := data.Issue(r, "reply", "F.pdf", "application/pdf", []byte(r.Questions[0].Answer), data.NewDate(2025, time.May, 9), "")
		if err != nil {
			t.Fatal(err)
		}
		return []data.Record{file, r}, r
	}
	recs, _ := send(first)
	if err := bob.SaveAll(t.Context(), recs, nil); err == nil || !strings.Contains(data.Explain(err), "Ann Tester has changed “Answer”") {
		t.Errorf("what was printed is not what is kept: %v", err)
	}
	if bob.Register().Count(data.KindAttachment) != 0 {
		t.Error("the printed form was kept of a reply that was not sent")
	}
	recs, _ = send(hers)
	if err := bob.SaveAll(t.Context(), recs, nil); err != nil {
		t.Fatal(err)
	}
	now, _ := data.Get[*data.FOIRequest](bob.Register(), r.ID)
	if len(now.Issued) != 1 || now.Issued[0].By != "Bob Colleague" || now.Steps[len(now.Steps)-1].By != "Bob Colleague" {
		t.Errorf("%+v %+v", now.Issued, now.Steps)
	}
	recs, _ = send(hers) // Ann sends it too
	if err := ann.SaveAll(t.Context(), recs, nil); err == nil {
		t.Error("it was sent twice")
	}
	wantSound(t, ann.Path())
}

func TestTwoPeopleTakeOneStep(t *testing.T) {
	ann := newOffice(t)
	g := newGrant(t, "Helpline")
	g.Status = data.Approved
	first := save(t, ann, g)
	bob := openAgain(t, ann)
	for _, o := range []*Office{ann, bob} {
		agreed := data.Clone(first)
		if err := data.Advance(agreed, string(data.Agreed), data.NewDate(2025, time.May, 1), ""); err != nil {
			t.Fatal(err)
		}
		if now := save(t, o, agreed); len(now.Steps) != 1 || now.Steps[0].By != tester.Name {
			t.Errorf("%+v", now.Steps)
		}
	}
}

func TestASaveGoesByTheLifeOfTheRecordAndKeepsWhatItSends(t *testing.T) {
	o := newOffice(t)
	g := save(t, o, made(t, func(g *data.Grant) {
		g.Title, g.Status, g.Themes = "Helpline", data.Approved, []string{"stalking"}
		g.Awards = []data.Award{{FinancialYear: 2024, Amount: data.Pounds(100)}}
	}))
	_, err := o.Save(t.Context(), changed(g, func(g *data.Grant) { g.Status = data.Closed }))
	var forbidden *data.ForbiddenStep
	if !errors.As(err, &forbidden) {
		t.Errorf("an approved grant was closed: %v", err)
	}
	r := save(t, o, made(t, func(r *data.FOIRequest) {
		r.Reference, r.Received, r.Status = "FOI/1", data.NewDate(2025, time.May, 1), data.ReplyApproved
		r.Appendices = []data.Appendix{{Number: 1, Kind: data.AppendixTable, Tables: []data.Table{{Query: data.Query{Themes: []string{"stalking"}}, Columns: []data.Column{{Heading: "Grant", Field: "title"}}}}}}
	}))
	r = save(t, o, changed(r, func(r *data.FOIRequest) { r.Status = data.Responded })) // without Send
	save(t, o, changed(g, func(g *data.Grant) { g.Title = "Another" }))
	if groups := r.Appendices[0].Tables[0].Fill(o.Register(), r); len(groups) != 1 || groups[0].Rows[0].Cells[0].Text != "Helpline" {
		t.Errorf("the reply says %+v", groups)
	}
	wantSound(t, o.Path())
}
