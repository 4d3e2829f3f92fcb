package sqlite

import (
	"context"
	"errors"
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

// saveAs is save, and the sequence of the change.
func saveAs(t *testing.T, o *Office, g *data.Grant, change func(*data.Grant)) (*data.Grant, int64) {
	t.Helper()
	saved, err := o.Save(t.Context(), changed(g, change))
	if err != nil {
		t.Fatal(err)
	}
	return saved.Record.(*data.Grant), saved.Sequence
}

func undo(t *testing.T, o *Office, sequence int64) data.Saved {
	t.Helper()
	saved, err := o.Undo(t.Context(), sequence)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// refused undoes what cannot be undone, and looks at what is said and that nothing changed.
func refused(t *testing.T, o *Office, sequence int64, says ...string) {
	t.Helper()
	if _, err := o.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := o.known.sequence
	_, err := o.Undo(t.Context(), sequence)
	said := data.Explain(err)
	for _, part := range says {
		if !strings.Contains(said, part) {
			t.Errorf("undoing change %d says %q, without %q", sequence, said, part)
		}
	}
	if err == nil || o.known.sequence != before {
		t.Errorf("undoing change %d: %v, %d changes more", sequence, err, o.known.sequence-before)
	}
}

func TestAChangeIsTakenBackAndWhatCameSinceStays(t *testing.T) {
	o := newOffice(t)
	g := save(t, o, newGrant(t, "Helpline"))
	g, first := saveAs(t, o, g, func(g *data.Grant) {
		g.Title, g.Themes = "Advice", []string{"stalking"}
		g.Awards = append(g.Awards, data.Award{ID: "new", FinancialYear: 2025, Amount: data.Pounds(7)})
	})
	saveAs(t, o, g, func(g *data.Grant) { g.Area, g.Themes = "Fenland", append(g.Themes, "cyber") })
	back := undo(t, openAgain(t, o), first)
	got := back.Record.(*data.Grant)
	if got.Title != "Helpline" || got.Area != "Fenland" || !slices.Equal(got.Themes, []string{"cyber"}) || len(got.Awards) != 1 {
		t.Errorf("undone: %+v", got)
	}
	got = undo(t, o, back.Sequence).Record.(*data.Grant) // an undo is a change like any other
	if got.Title != "Advice" || got.Area != "Fenland" || len(got.Themes) != 2 || len(got.Awards) != 2 {
		t.Errorf("the undo undone: %+v", got)
	}
	undo(t, o, first)
	refused(t, o, first, "is as it was then already")
	refused(t, o, 99, "no change 99")
	wantSound(t, o.Path())
}

func TestWhatWasChangedAgainIsNotTakenBack(t *testing.T) {
	o := newOffice(t)
	g := save(t, o, newGrant(t, "Helpline"))
	g, first := saveAs(t, o, g, func(g *data.Grant) { g.Title, g.Area = "Advice", "Fenland" })
	bob := openAgain(t, o)
	_, second := saveAs(t, bob, g, func(g *data.Grant) { g.Title = "Counsel" })
	refused(t, o, first, "“Name of grant” by Bob Colleague on ", "Undo that first")
	refused(t, o, 2, "“Name of grant” by Bob Colleague", "“Area” by Ann Tester")
	undo(t, o, second)
	if got := undo(t, o, first).Record.(*data.Grant); got.Title != "Helpline" || got.Area != "" {
		t.Errorf("one after the other: %+v", got)
	}
}

func TestMakingAndDeletingAreUndone(t *testing.T) {
	o := newOffice(t)
	org := save(t, o, made(t, func(o *data.Organisation) { o.Name = "Harbour" }))
	g := newGrant(t, "Helpline")
	g.Recipient = org.ID
	g = save(t, o, g)
	var inUse *data.InUse
	if _, err := o.Undo(t.Context(), 2); !errors.As(err, &inUse) {
		t.Errorf("taking back a recipient: %v", err)
	}
	if saved := undo(t, o, 3); saved.Sequence != 4 || o.Register().Count(data.KindGrant) != 0 {
		t.Error("the grant is still there")
	}
	refused(t, o, 3, "has been deleted since")
	undo(t, o, 2)
	refused(t, o, 4, "named the organisation “Harbour”, which the office does not hold any more")
	undo(t, o, 5)
	back := undo(t, o, 4).Record.(*data.Grant)
	refused(t, o, 4, "put back already")
	want := data.Clone(g)
	want.Stamp = back.Stamp
	if diff := cmp.Diff(want, back, cmpopts.EquateEmpty()); diff != "" || back.ID != g.ID || back.Version != 3 {
		t.Errorf("version %d, %s", back.Version, diff)
	}
	refused(t, o, 1, "cannot be taken back")
	wantSound(t, o.Path())
}

func TestARecordThatNamesItselfComesBack(t *testing.T) {
	o := newOffice(t)
	g := newGrant(t, "Helpline")
	g.ContinuationOf = g.ID
	if err := o.Delete(t.Context(), save(t, o, g)); err != nil {
		t.Fatal(err)
	}
	if back := undo(t, o, 3).Record.(*data.Grant); back.ContinuationOf != g.ID {
		t.Errorf("put back: %+v", back)
	}
}

func TestARecordIsReadAndRestoredAsItWas(t *testing.T) {
	o := newOffice(t)
	start := time.Date(2024, time.April, 2, 9, 0, 0, 0, time.UTC)
	hour := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	at := func(n int) { o.now = func() time.Time { return hour(n) } }
	at(1)
	g := save(t, o, newGrant(t, "First"))
	at(2)
	second, _ := saveAs(t, o, g, func(g *data.Grant) { g.Title = "Second"; g.Themes = []string{"x"} })
	at(3)
	third, _ := saveAs(t, o, second, func(g *data.Grant) { g.Title = "Third" })
	at(4)
	if err := o.Delete(t.Context(), third); err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]*data.Grant{1: g, 2: second, 3: third} {
		for _, moment := range []time.Time{hour(n), hour(n + 1).Add(-time.Millisecond)} {
			rec, err := o.AsOf(t.Context(), data.KindGrant, g.ID, moment)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(data.Record(want), rec, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("as of hour %d: %s", n, diff)
			}
		}
	}
	for n, says := range map[int]string{0: "was not there yet: Ann Tester made it on 2 April 2024", 4: "had deleted it on 2 April 2024"} {
		if rec, err := o.AsOf(t.Context(), data.KindGrant, g.ID, hour(n)); rec != nil || !strings.Contains(data.Explain(err), says) {
			t.Errorf("hour %d: %v, %v", n, rec, err)
		}
	}
	if _, err := o.AsOf(t.Context(), data.KindGrant, "never", hour(2)); !strings.Contains(data.Explain(err), "never held") {
		t.Error(err)
	}
	for _, n := range []int{2, 1, 3} { // from nothing, then over what is there
		at(n + 4)
		saved, err := o.Restore(t.Context(), data.KindGrant, g.ID, hour(n))
		if want := map[int]string{1: "First", 2: "Second", 3: "Third"}[n]; err != nil || saved.Record.Label() != want {
			t.Fatalf("restored as of hour %d: %+v, %v", n, saved.Record, err)
		}
	}
	if _, err := o.Restore(t.Context(), data.KindGrant, g.ID, hour(3)); !strings.Contains(data.Explain(err), "already") {
		t.Errorf("restored twice: %v", err)
	}
	wantSound(t, o.Path())
}

// TestEveryChangeCanBeUndone changes random records in random ways and takes each change back at once; the check then replays the
// change list, which has to tell all of it.
func TestEveryChangeCanBeUndone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		o := newOffice(t)
		office := anyrecord.Office(rt)
		for _, rec := range office {
			if rec.RecordKind() == data.KindOffice {
				rec.Stamped().Version = o.Register().Details().Version
			}
		}
		if err := o.SaveAll(context.Background(), office, nil); err != nil {
			rt.Fatalf("save: %v", err)
		}
		for _, rec := range office {
			before, _ := o.Register().Find(rec.RecordKind(), rec.Stamped().ID)
			saved, err := o.Save(context.Background(), anyrecord.EditValid(rt, before, poolOf(office)))
			if err != nil {
				rt.Fatalf("save an edit: %v", err)
			}
			if saved.Sequence == 0 {
				continue
			}
			back, err := o.Undo(context.Background(), saved.Sequence)
			if rec.RecordKind() != data.KindGrant && data.CheckFrozen(saved.Record, before) != nil {
				if err == nil {
					rt.Fatalf("what was issued as a %s was taken back", rec.RecordKind().Label())
				}
				continue
			}
			if err != nil {
				rt.Fatalf("undo: %v", err)
			}
			if fields, err := data.Diff(before, back.Record); err != nil || len(fields) > 0 {
				rt.Fatalf("the %s is not as it was: %v, %v", rec.RecordKind(), fields, err)
			}
		}
		if report, err := Check(context.Background(), o.Path()); err != nil || !report.Sound() {
			rt.Fatalf("%v: %s", err, strings.Join(report.Problems, " "))
		}
	})
}
