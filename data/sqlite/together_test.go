package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
)

func newSpecification(t *testing.T, title string, supersedes data.ID) *data.Specification {
	return made(t, func(s *data.Specification) { s.ID, s.Title, s.Supersedes = data.NewID(), title, supersedes })
}

func TestSeveralAreDeletedAndPutBackAsOne(t *testing.T) {
	o := newOffice(t)
	old := save(t, o, newSpecification(t, "Old", ""))
	later := save(t, o, newSpecification(t, "New", old.ID))
	done, err := o.DeleteAll(t.Context(), []data.Record{old, later})
	if err != nil || len(done) != 2 || o.Register().Count(data.KindSpecification) != 0 {
		t.Fatalf("changes %v, %v; %d are left", done, err, o.Register().Count(data.KindSpecification))
	}
	changes, err := o.Changes(t.Context(), 2)
	if err != nil || strings.TrimSuffix(changes[0].Operation, "/1") != strings.TrimSuffix(changes[1].Operation, "/0") {
		t.Errorf("it was done as %+v, %v", changes, err)
	}
	saved, err := o.UndoAll(t.Context(), []int64{done[1], done[0]}) // the one that names the other is asked for first
	if err != nil || len(saved) != 2 || saved[0].Operation != saved[1].Operation {
		t.Fatalf("%+v, %v", saved, err)
	}
	back, _ := data.Get[*data.Specification](o.Register(), later.ID)
	if back == nil || back.Supersedes != old.ID {
		t.Errorf("it came back as %+v", back)
	}
	sameOffice(t, o.Register(), openAgain(t, o).Register())
	wantSound(t, o.Path())
}

func TestNothingIsDeletedIfOneOfSeveralCannotBe(t *testing.T) {
	o := newOffice(t)
	free, named := save(t, o, newSpecification(t, "Free", "")), save(t, o, newSpecification(t, "Named", ""))
	save(t, o, newSpecification(t, "New", named.ID))
	before := o.known.sequence
	var inUse *data.InUse
	if _, err := o.DeleteAll(t.Context(), []data.Record{free, named}); !errors.As(err, &inUse) || inUse.Record.Label() != "Named" {
		t.Errorf("deleting says %v", err)
	}
	if _, err := o.DeleteAll(t.Context(), []data.Record{free, o.Register().Details()}); !strings.Contains(data.Explain(err), "cannot be deleted") {
		t.Errorf("deleting the office says %v", err)
	}
	if o.known.sequence != before || o.Register().Count(data.KindSpecification) != 3 {
		t.Errorf("%d changes more, %d are left", o.known.sequence-before, o.Register().Count(data.KindSpecification))
	}
	if done, err := o.DeleteAll(t.Context(), nil); len(done) > 0 || err != nil {
		t.Errorf("nothing is deleted: %v, %v", done, err)
	}
}

func TestWhatCannotBePutBackStaysAndTheOthersCome(t *testing.T) {
	o := newOffice(t)
	a, b := save(t, o, newSpecification(t, "A", "")), save(t, o, newSpecification(t, "B", ""))
	done, err := o.DeleteAll(t.Context(), []data.Record{a, b})
	if err != nil {
		t.Fatal(err)
	}
	undo(t, o, done[0])
	saved, err := o.UndoAll(t.Context(), done)
	if len(saved) != 1 || saved[0].Record.Label() != "B" || data.Explain(err) != "Nothing was undone: the specification “A” has been put back already." {
		t.Errorf("%+v, %v", saved, err)
	}
	if saved, err := o.UndoAll(t.Context(), done); len(saved) > 0 || err == nil {
		t.Errorf("again: %+v, %v", saved, err)
	}
	if o.Register().Count(data.KindSpecification) != 2 {
		t.Errorf("%d are there", o.Register().Count(data.KindSpecification))
	}
}

func TestSeveralAreDeletedFromASharedOfficeAsOne(t *testing.T) {
	ann := newLaptop(t, "Ann")
	s := ann.open(emptyOffice(t))
	a, b := ann.save(s, newSpecification(t, "A", "")), ann.save(s, newSpecification(t, "B", "")) // which may be on their way still
	done, err := s.DeleteAll(t.Context(), []data.Record{a, b})
	if err != nil || s.Register().Count(data.KindSpecification) != 0 {
		t.Fatalf("changes %v, %v", done, err)
	}
	if _, err := s.Undo(t.Context(), done[0]); err != nil {
		t.Fatal(err)
	}
	saved, err := s.UndoAll(t.Context(), done)
	if len(saved) != 1 || !strings.Contains(data.Explain(err), "“A” has been put back already") || s.Register().Count(data.KindSpecification) != 2 {
		t.Errorf("%+v, %v", saved, err)
	}
}

// A grant whose save is still on its way is saved once more together with its returns: neither save is lost, and none comes twice.
func TestAGrantThatWaitsIsSavedOnceTogetherWithItsReturns(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	s := ann.open(path)
	s.turn <- struct{}{} // the network is slow
	g := ann.save(s, newGrant(t, "Helpline"))
	typed := retitled(t, g, "Helpline for all")
	first := made(t, func(m *data.MonitoringReturn) { m.Grant, m.Period, m.Due = typed.ID, "Quarter 1", numberedOn })
	second := made(t, func(m *data.MonitoringReturn) { m.Grant, m.Period, m.Due = typed.ID, "Quarter 2", numberedOn })
	done := make(chan error, 1)
	go func() { done <- s.SaveAll(t.Context(), []data.Record{first, second, typed}, nil) }()
	<-s.turn
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	arrived(t, s)
	if got := grantOf(t, s, typed.ID); got.Title != "Helpline for all" || got.Version != 2 || s.Register().Count(data.KindGrant) != 1 || s.Register().Count(data.KindMonitoringReturn) != 2 {
		t.Errorf("there are %d grants and %d returns; the grant is %+v", s.Register().Count(data.KindGrant), s.Register().Count(data.KindMonitoringReturn), got)
	}
	wantMirrors(t, path, s)
}

func TestAGrantThatWaitsIsStillThereWhenItsReturnsCannotBeSaved(t *testing.T) {
	path := emptyOffice(t)
	folder := filepath.Dir(path)
	ann := newLaptop(t, "Ann")
	s := ann.open(path)
	undated := made(t, func(m *data.MonitoringReturn) { m.Period = "Quarter 1" })
	if err := s.SaveAll(t.Context(), []data.Record{undated}, nil); data.Explain(err) != "Not saved yet. Which grant does this return report on? By which day is the return due?" {
		t.Errorf("of what is not complete it says %q", data.Explain(err))
	}
	if err := os.Rename(folder, folder+" elsewhere"); err != nil { // the share is gone
		t.Fatal(err)
	}
	g := ann.save(s, newGrant(t, "Helpline"))
	typed := retitled(t, g, "Helpline for all")
	quarter := made(t, func(m *data.MonitoringReturn) { m.Grant, m.Period, m.Due = typed.ID, "Quarter 1", numberedOn })
	if err := s.SaveAll(t.Context(), []data.Record{quarter, typed}, nil); !strings.Contains(data.Explain(err), "the office file is needed") {
		t.Errorf("without the file it says %v", err)
	}
	if err := os.Rename(folder+" elsewhere", folder); err != nil {
		t.Fatal(err)
	}
	eventually(t, "they can be saved", func() bool { return s.SaveAll(t.Context(), []data.Record{quarter, typed}, nil) == nil })
	arrived(t, s)
	if got := grantOf(t, s, typed.ID); got.Title != "Helpline for all" || got.Version != 2 || s.Register().Count(data.KindGrant) != 1 || s.Register().Count(data.KindMonitoringReturn) != 1 {
		t.Errorf("there are %d grants and %d returns; the grant is %+v", s.Register().Count(data.KindGrant), s.Register().Count(data.KindMonitoringReturn), got)
	}
	wantMirrors(t, path, s)
}
