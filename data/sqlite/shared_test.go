package sqlite

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"almoner/data"
)

// laptop is a computer with a folder of its own for what it keeps of offices.
type laptop struct {
	t      *testing.T
	user   User
	folder string
	poll   time.Duration
}

func newLaptop(t *testing.T, who string) *laptop {
	t.Helper()
	return &laptop{t: t, user: User{Name: who, Machine: "laptop of " + who}, folder: filepath.Join(t.TempDir(), "almoner"), poll: 20 * time.Millisecond}
}

// open opens an office on the laptop until the test ends.
func (l *laptop) open(path string) *Shared {
	l.t.Helper()
	s, err := Share(l.t.Context(), path, l.user, Options{Folder: l.folder, Poll: l.poll})
	if err != nil {
		l.t.Fatal(err)
	}
	var once sync.Once
	l.t.Cleanup(func() { once.Do(func() { _ = s.Close() }) })
	return s
}

// eventually waits for what happens in the background.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	limit, look := time.After(30*time.Second), time.NewTicker(5*time.Millisecond)
	defer look.Stop()
	for !is() {
		select {
		case <-look.C:
		case <-limit:
			t.Fatalf("it did not come to pass that %s", what)
		}
	}
}

func (l *laptop) save(s *Shared, rec data.Record) data.Record {
	l.t.Helper()
	saved, err := s.Save(l.t.Context(), rec)
	if err != nil {
		l.t.Fatal(err)
	}
	return saved.Record
}

// arrived waits until all that was saved is in the file.
func arrived(t *testing.T, s *Shared) {
	t.Helper()
	eventually(t, "all saves are in the file", func() bool { return len(s.waiting()) == 0 })
}

// emptyOffice is the path of an office with nothing in it.
func emptyOffice(t *testing.T) string {
	t.Helper()
	return newOffice(t).Path()
}

func retitled(t *testing.T, rec data.Record, title string) *data.Grant {
	t.Helper()
	g, ok := data.Clone(rec).(*data.Grant)
	if !ok {
		t.Fatalf("%v is no grant", rec)
	}
	g.Title = title
	return g
}

func grantOf(t *testing.T, o data.Office, id data.ID) *data.Grant {
	t.Helper()
	g, ok := data.Get[*data.Grant](o.Register(), id)
	if !ok {
		t.Fatalf("there is no grant %s", id)
	}
	return g
}

func TestWhatOneSavesTheOtherSees(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a, b := ann.open(path), bryn.open(path)
	told := make(chan data.News, 1000)
	b.Subscribe(func(n data.News) { told <- n })
	g := ann.save(a, newGrant(t, "Helpline"))
	if got := grantOf(t, a, g.Stamped().ID); got.Title != "Helpline" || !got.Saved() {
		t.Errorf("Ann does not see at once what she saved: %+v", got.Stamp)
	}
	eventually(t, "Bryn sees it", func() bool { _, ok := b.Register().Find(data.KindGrant, g.Stamped().ID); return ok })
	eventually(t, "Bryn is told of it", func() bool {
		n := <-told
		return len(n.Changes) == 1 && n.Changes[0].Who == "Ann" && len(n.Records) > 0
	})
	arrived(t, a)
	if got := grantOf(t, a, g.Stamped().ID); got.Version != 1 || got.Waiting != 0 {
		t.Errorf("Ann’s grant has not become that of the file: %+v", got.Stamp)
	}
	changed := bryn.save(b, retitled(t, grantOf(t, b, g.Stamped().ID), "Helpline for all"))
	if changed.Stamped().Waiting == 0 {
		t.Error("Bryn’s save claims to be in the file already")
	}
	eventually(t, "Ann sees it", func() bool { return grantOf(t, a, g.Stamped().ID).Title == "Helpline for all" })
	arrived(t, b)
	history, err := a.History(t.Context(), data.KindGrant, g.Stamped().ID)
	if err != nil || len(history) != 2 || history[0].Who != "Bryn" {
		t.Errorf("the history says %v, %v", history, err)
	}
	wantMirrors(t, path, a, b)
}

// wantMirrors checks that the file is sound, that each mirror holds what it does, and that what is shown is what the mirror holds.
func wantMirrors(t *testing.T, path string, offices ...*Shared) {
	t.Helper()
	wantSound(t, path)
	file, err := Open(t.Context(), path, tester)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range offices {
		eventually(t, "everybody has seen the last change", func() bool {
			s.Office.mu.Lock()
			defer s.Office.mu.Unlock()
			return s.known == file.known
		})
		sameOffice(t, file.Register(), s.Register())
		sameOffice(t, file.Register(), s.register)
		mirrored := &Office{truth: truthAt(path), register: data.NewRegister(), local: s.local}
		if err := s.local.readAll(t.Context(), mirrored.takeAll); err != nil {
			t.Fatal(err)
		}
		sameOffice(t, file.Register(), mirrored.Register())
		report := Report{Path: s.local.path}
		if err := s.local.read(t.Context(), report.checkAll); err != nil || !report.Sound() {
			t.Errorf("the mirror is not sound: %v, %q", err, report.Problems)
		}
		if mirrored.known != file.known {
			t.Errorf("the mirror stands at %+v, the file at %+v", mirrored.known, file.known)
		}
	}
}

func TestWhatTwoChangedTogetherIsMergedWhenItArrives(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a := ann.open(path)
	g := ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	b := bryn.open(path)
	merged := make(chan data.Saved, 10)
	b.Subscribe(func(n data.News) {
		for _, m := range n.Merged {
			merged <- m
		}
	})
	b.turn <- struct{}{} // Bryn’s network is slow
	ann.save(a, retitled(t, grantOf(t, a, g.Stamped().ID), "Helpline for all"))
	arrived(t, a)
	mine := data.Clone(grantOf(t, b, g.Stamped().ID))
	mine.Purpose = "Advice by telephone"
	bryn.save(b, mine)
	<-b.turn
	arrived(t, b)
	if m := <-merged; len(m.Merged) != 1 || m.Merged[0].Who != "Ann" || m.Merged[0].Path != "title" {
		t.Errorf("what was merged is told as %+v", m.Merged)
	}
	for _, s := range []*Shared{a, b} {
		eventually(t, "both see both", func() bool {
			g := grantOf(t, s, g.Stamped().ID)
			return g.Title == "Helpline for all" && g.Purpose == "Advice by telephone"
		})
	}
	wantMirrors(t, path, a, b)
}

func TestAClashIsKeptUntilSomebodyHasChosen(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a := ann.open(path)
	g := ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	b := bryn.open(path)
	doubts := make(chan data.Doubt, 10)
	b.Subscribe(func(n data.News) {
		for _, d := range n.Doubted {
			doubts <- d
		}
	})
	b.turn <- struct{}{}
	ann.save(a, retitled(t, grantOf(t, a, g.Stamped().ID), "Ann’s title"))
	arrived(t, a)
	first := bryn.save(b, retitled(t, grantOf(t, b, g.Stamped().ID), "Bryn’s title"))
	again := data.Clone(first).(*data.Grant)
	again.Purpose = "Advice"
	bryn.save(b, again)
	if got := grantOf(t, b, g.Stamped().ID); got.Title != "Bryn’s title" || got.Purpose != "Advice" {
		t.Errorf("Bryn does not see what was saved: %q, %q", got.Title, got.Purpose)
	}
	<-b.turn
	d := <-doubts
	if d.Conflict == nil || len(d.Conflict.Clashes) != 1 || d.Conflict.Clashes[0].Path != "title" || !strings.Contains(d.Why, "Ann changed “Name of grant” too") {
		t.Fatalf("the doubt is %+v", d)
	}
	if mine := d.Mine.(*data.Grant); mine.Title != "Bryn’s title" || mine.Purpose != "Advice" {
		t.Errorf("of Bryn’s version is kept %q, %q", mine.Title, mine.Purpose)
	}
	if got := grantOf(t, b, g.Stamped().ID); got.Title != "Ann’s title" || got.Purpose != "" {
		t.Errorf("shown is %q, %q and not what the file holds", got.Title, got.Purpose)
	}
	if b.SaveState(data.IDOf(g)) != data.InDoubt || b.Standing().Doubted != 1 {
		t.Errorf("the record is %v, %+v", b.SaveState(data.IDOf(g)), b.Standing())
	}
	if err := b.Close(); err != nil { // and the next day
		t.Fatal(err)
	}
	b = bryn.open(path)
	kept := b.Doubts()
	if len(kept) != 1 || kept[0].Mine.(*data.Grant).Purpose != "Advice" {
		t.Fatalf("the next day %+v is kept", kept)
	}
	both, err := kept[0].Conflict.WithMine()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Settle(t.Context(), kept[0].Serial, both); err != nil {
		t.Fatal(err)
	}
	arrived(t, b)
	eventually(t, "Ann sees what was chosen", func() bool {
		g := grantOf(t, a, g.Stamped().ID)
		return g.Title == "Bryn’s title" && g.Purpose == "Advice"
	})
	if len(b.Doubts()) != 0 {
		t.Error("there is still a doubt")
	}
	wantMirrors(t, path, a, b)
}

func TestWithoutTheFileOneGoesOn(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.open(path)
	g := ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	folder := filepath.Dir(path)
	if err := os.Rename(folder, folder+" elsewhere"); err != nil { // the share is gone
		t.Fatal(err)
	}
	ann.save(a, retitled(t, grantOf(t, a, g.Stamped().ID), "Helpline for all"))
	eventually(t, "it is noticed", func() bool { return a.Standing().Offline != "" })
	if s := a.Standing(); s.Waiting != 1 || a.SaveState(data.IDOf(g)) != data.InWait {
		t.Errorf("the standing is %+v", s)
	}
	if _, err := a.History(t.Context(), data.KindGrant, g.Stamped().ID); err != nil {
		t.Errorf("the history: %v", err)
	}
	err := a.Delete(t.Context(), grantOf(t, a, g.Stamped().ID))
	if err == nil || !strings.Contains(data.Explain(err), "To delete it, the office file is needed, and it cannot be used just now.") {
		t.Errorf("deleting says %q", data.Explain(err))
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	a = ann.open(path) // the program is started again, still without the file
	if got := grantOf(t, a, g.Stamped().ID); got.Title != "Helpline for all" || a.Standing().Offline == "" {
		t.Errorf("the next day the title is %q, %+v", got.Title, a.Standing())
	}
	if err := os.Rename(folder+" elsewhere", folder); err != nil {
		t.Fatal(err)
	}
	arrived(t, a)
	eventually(t, "it is noticed that the file is back", func() bool { return a.Standing().Offline == "" })
	wantMirrors(t, path, a)
}

func TestWhatIssuesSomethingIsNotPutOff(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.open(path)
	rec, err := data.New(data.KindSpecification)
	if err != nil {
		t.Fatal(err)
	}
	spec := rec.(*data.Specification)
	spec.Title = "Helpline"
	saved := data.Clone(ann.save(a, spec)).(*data.Specification)
	saved.Status = data.SpecificationAgreed
	done, err := a.Save(t.Context(), saved)
	if err != nil || done.Sequence == 0 || done.Record.Stamped().Waiting != 0 {
		t.Errorf("an agreed specification waits: %+v, %v", done, err)
	}
	wantMirrors(t, path, a)
}

func TestEveryStepThatNeedsTheFileWorksWithIt(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.open(path)
	g := ann.save(a, newGrant(t, "Helpline"))
	g = ann.save(a, retitled(t, g, "Helpline for all")) // made from one that waits
	if err := a.SaveAll(t.Context(), []data.Record{retitled(t, g, "Helpline for everybody"), newGrant(t, "Refuge")}, nil); err != nil {
		t.Fatal(err)
	}
	g = grantOf(t, a, g.Stamped().ID)
	if g.(*data.Grant).Title != "Helpline for everybody" || g.Stamped().Version != 3 {
		t.Errorf("it is %q, version %d", g.(*data.Grant).Title, g.Stamped().Version)
	}
	history, err := a.History(t.Context(), data.KindGrant, g.Stamped().ID)
	if err != nil || len(history) != 3 {
		t.Fatalf("the history is %v, %v", history, err)
	}
	if _, err := a.Undo(t.Context(), history[0].Sequence); err != nil {
		t.Fatal(err)
	}
	if g := grantOf(t, a, g.Stamped().ID); g.Title != "Helpline for all" {
		t.Errorf("undone, it is %q", g.Title)
	}
	if err := a.Delete(t.Context(), grantOf(t, a, g.Stamped().ID)); err != nil {
		t.Fatal(err)
	}
	if _, ok := a.Register().Find(data.KindGrant, g.Stamped().ID); ok {
		t.Error("it is deleted, and shown")
	}
	wantMirrors(t, path, a)
}

func TestAFileOfAnOfficeIsThereBeforeItHasArrived(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a, b := ann.open(path), bryn.open(path)
	a.turn <- struct{}{}
	file, err := data.NewAttachment("bid.txt", "text/plain", []byte("We ask for £5,000."))
	if err != nil {
		t.Fatal(err)
	}
	ann.save(a, file)
	if content, err := a.Content(t.Context(), file.ID); err != nil || string(content) != "We ask for £5,000." {
		t.Errorf("its content is %q, %v", content, err)
	}
	<-a.turn
	arrived(t, a)
	eventually(t, "Bryn has it", func() bool { _, ok := b.Register().Find(data.KindAttachment, file.ID); return ok })
	for _, s := range []*Shared{a, b} {
		if content, err := s.Content(t.Context(), file.ID); err != nil || string(content) != "We ask for £5,000." {
			t.Errorf("its content is %q, %v", content, err)
		}
	}
	wantMirrors(t, path, a, b)
}

func TestAConflictWithWhatIsKnownIsSaidAtOnce(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.open(path)
	g := ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	old := grantOf(t, a, g.Stamped().ID)
	ann.save(a, retitled(t, old, "In one window"))
	_, err := a.Save(t.Context(), retitled(t, old, "In the other"))
	var c *data.Conflict
	if !errors.As(err, &c) || c.Base == nil || len(c.Clashes) != 1 {
		t.Fatalf("saved over another: %v", err)
	}
	arrived(t, a)
	wantMirrors(t, path, a)
}

func TestNothingThatAWindowAsksWaitsForTheFile(t *testing.T) {
	ann, s, g := shared(t)
	lock, err := s.truth.tryLock() // somebody holds it
	if err != nil {
		t.Fatal(err)
	}
	ann.save(s, retitled(t, g, "Helpline for all"))
	eventually(t, "the save is under way", func() bool { return busy(s) })
	asked := make(chan error, 1)
	go func() {
		s.Standing()
		s.SaveState(data.IDOf(g))
		s.Doubts()
		s.Attend(data.IDOf(g), true)
		s.ReadOnly()
		_, first := s.History(t.Context(), data.KindGrant, g.ID)
		_, second := s.Changes(t.Context(), 10)
		_, third := s.AsOf(t.Context(), data.KindGrant, g.ID, time.Now())
		_, fourth := s.Save(t.Context(), retitled(t, grantOf(t, s, g.ID), "Helpline for everybody"))
		asked <- errors.Join(first, second, third, fourth)
	}()
	select {
	case err := <-asked:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(lockPatience):
		t.Error("something waits for the file")
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	arrived(t, s)
	wantMirrors(t, s.Path(), s)
}

// busy reports whether a visit is under way.
func busy(s *Shared) bool {
	if s.Office.mu.TryLock() {
		s.Office.mu.Unlock()
		return false
	}
	return true
}

func TestAnyNameOfAFolderAndAFileWillDo(t *testing.T) {
	for _, name := range []string{"an office.almoner", "50%20 #1 ?x=y&mode=ro.almoner", "Swyddfa Tŷ Gwyn – ŵ.almoner"} {
		folder := filepath.Join(t.TempDir(), "Comisiynu #2 100%")
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, name)
		if _, err := Create(t.Context(), path, &data.OfficeDetails{Name: "Swyddfa"}, tester); err != nil {
			t.Fatal(err)
		}
		ann := newLaptop(t, "Ann")
		s := ann.open(path)
		ann.save(s, newGrant(t, "Llinell gymorth"))
		arrived(t, s)
		wantMirrors(t, path, s)
	}
}

func TestAnOfficeInAFolderThatSyncsIsReadAndNotSavedTo(t *testing.T) {
	path := emptyOffice(t)
	if err := os.Mkdir(filepath.Join(filepath.Dir(path), ".dropbox.cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	before := readFile(t, path)
	s := newLaptop(t, "Ann").open(path)
	if why := s.ReadOnly(); !strings.Contains(why, "Dropbox") || !strings.Contains(why, "Move it to a folder of the office") {
		t.Errorf("it is read-only because %q", why)
	}
	wantBlocked(t, s, newGrant(t, "Helpline"), "Dropbox")
	if s.Register().Details().Name == "" {
		t.Error("it cannot be read")
	}
	o, err := Open(t.Context(), path, tester)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Save(t.Context(), newGrant(t, "Helpline")); !strings.Contains(data.Explain(err), "Dropbox") {
		t.Errorf("a nightly job is told %q", data.Explain(err))
	}
	if !bytes.Equal(readFile(t, path), before) {
		t.Error("it was written to")
	}
}
