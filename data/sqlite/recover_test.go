package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite/filelock"
)

// mishap is an office that Ann has on her laptop, with a backup from before its last changes, and something that then happens to its file.
type mishap struct {
	t      *testing.T
	path   string
	ann    *laptop
	grant  data.ID
	backup string         // elsewhere
	then   *data.Register // what it holds
	all    *data.Register // what Ann has seen
}

func newMishap(t *testing.T) *mishap {
	t.Helper()
	m := &mishap{t: t, path: emptyOffice(t), ann: newLaptop(t, "Ann"), backup: filepath.Join(t.TempDir(), "elsewhere.almoner")}
	a := m.ann.open(m.path)
	g := m.ann.save(a, newGrant(t, "Helpline"))
	m.grant = g.Stamped().ID
	arrived(t, a)
	if err := copyBytes(t.Context(), m.path, m.backup, 0o600, nil); err != nil {
		t.Fatal(err)
	}
	m.then = m.direct().Register()
	m.ann.save(a, retitled(t, grantOf(t, a, m.grant), "Helpline for all"))
	arrived(t, a)
	file, err := data.NewAttachment("bid.txt", "text/plain", []byte("We ask for £5,000."))
	if err != nil {
		t.Fatal(err)
	}
	file.Of = m.grant
	m.ann.save(a, file)
	arrived(t, a)
	if err := a.SaveAll(t.Context(), []data.Record{newGrant(t, "Refuge"), newGrant(t, "Outreach")}, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	m.all = m.direct().Register()
	return m
}

func (m *mishap) options() Options { return Options{Folder: m.ann.folder} }

func (m *mishap) direct() *Office {
	m.t.Helper()
	o, err := Open(m.t.Context(), m.path, User{Name: "Bob Colleague", Machine: "SERVER"})
	if err != nil {
		m.t.Fatal(err)
	}
	return o
}

// put puts something in the place of the file.
func (m *mishap) put(b []byte) {
	m.t.Helper()
	if err := os.WriteFile(m.path, b, 0o600); err != nil {
		m.t.Fatal(err)
	}
}

func (m *mishap) plan(advice Advice, says string) Plan {
	m.t.Helper()
	p, err := Recovery(m.t.Context(), m.path, m.options())
	if err != nil {
		m.t.Fatal(err)
	}
	text := strings.Join(p.Sentences(), " ")
	for _, s := range p.Sources {
		text += "\n" + s.Sentence()
	}
	m.t.Log(text)
	if p.Advice != advice || !strings.Contains(text, says) {
		m.t.Fatalf("the advice is %q:\n%s", p.Advice, text)
	}
	return p
}

// goesOn opens the office on Ann’s laptop as if nothing had been.
func (m *mishap) goesOn() *Shared {
	m.t.Helper()
	a := m.ann.open(m.path)
	eventually(m.t, "Ann’s program has caught up", func() bool {
		a.Office.mu.Lock()
		defer a.Office.mu.Unlock()
		return a.known == m.direct().known
	})
	if a.ReadOnly() != "" || a.Standing().Strange {
		m.t.Errorf("she cannot go on: %+v", a.Standing())
	}
	m.ann.save(a, newGrant(m.t, "The next"))
	arrived(m.t, a)
	wantMirrors(m.t, m.path, a)
	return a
}

func TestADamagedFileIsRecoveredFromTheFreshestCopyHere(t *testing.T) {
	for what, spoil := range map[string]func([]byte) []byte{
		"its first page is zeros":    func(b []byte) []byte { return append(make([]byte, 4096), b[4096:]...) },
		"a page is zeros":            func(b []byte) []byte { return withHole(t, b) },
		"its last bytes are missing": func(b []byte) []byte { return b[:len(b)-2000] },
		"it is encrypted":            func(b []byte) []byte { return bytes.Repeat([]byte{0xa7, 0x13}, len(b)/2) },
	} {
		t.Run(what, func(t *testing.T) {
			m := newMishap(t)
			backedUp(t, m.path) // as fresh as the mirror, which takes less
			spoilt := spoil(mustRead(t, m.path))
			m.put(spoilt)
			p := m.plan(RestoreIt, "Restore it from this computer’s copy, as it was at change 6 (Ann")
			if !bytes.Equal(mustRead(t, m.path), spoilt) {
				t.Fatal("looking changed it")
			}
			if first := p.Sources[0]; first.Sort != Mirror || p.From != 0 || len(p.Sources) != 3 || p.Sources[2].Sort != TheFile || p.Sources[2].Wrong == "" {
				t.Errorf("the sources are %+v", p.Sources)
			}
			r, err := RecoverFrom(t.Context(), p, p.Sources[p.From], tester, m.options())
			if err != nil || !bytes.Equal(mustRead(t, r.Kept), spoilt) {
				t.Fatalf("%+v, %v", r, err)
			}
			wantHolds(t, m.path, m.all)
			m.goesOn()
		})
	}
}

func TestAnOlderBackupPutInPlaceIsSeenAndTheNewerStateComesBackWhole(t *testing.T) {
	m := newMishap(t)
	whole := m.direct()
	m.put(mustRead(t, m.backup))
	a := m.ann.open(m.path)
	eventually(t, "Ann is told", func() bool { return a.Standing().Strange })
	p := m.plan(RestoreIt, "“Office.almoner” is older than this computer’s copy by 4 changes. Everything in it is there too.")
	var labels []string
	for _, s := range p.Sources {
		for _, c := range s.Lacks {
			labels = append(labels, c.Label)
		}
	}
	if want := []string{"Helpline for all", "bid.txt", "Refuge", "Outreach"}; !slices.Equal(labels, want) {
		t.Errorf("it lacks %q", labels)
	}
	if _, err := RecoverFrom(t.Context(), p, p.Sources[p.From], tester, m.options()); err != nil {
		t.Fatal(err)
	}
	wantHolds(t, m.path, m.all)
	if now := m.direct().known; now.hash != whole.known.hash || now.sequence != whole.known.sequence {
		t.Errorf("the change list is not what it was: %+v, not %+v", now, whole.known)
	}
	eventually(t, "Ann can go on", func() bool { return !a.Standing().Strange && a.ReadOnly() == "" })
	m.goesOn()
}

func TestWhatAnOlderBackupLacksIsBroughtBackIntoIt(t *testing.T) {
	m := newMishap(t)
	m.put(mustRead(t, m.backup))
	bob := m.direct() // who does not know, and goes on
	g := data.Clone(grantOf(t, bob, m.grant))
	g.Purpose = "Advice by telephone"
	save(t, bob, g)
	save(t, bob, newGrant(t, "Bob’s own"))
	p := m.plan(BringItIn, "it lacks 4 changes that are in this computer’s copy, and holds 2 changes that are not")
	b, err := BringBackFrom(t.Context(), p, p.Sources[p.From], tester, m.options())
	if err != nil || b.Back != 4 || len(b.Left) != 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	wantSound(t, m.path)
	now := m.direct()
	merged := grantOf(t, now, m.grant)
	if merged.Title != "Helpline for all" || merged.Purpose != "Advice by telephone" || now.Register().Count(data.KindGrant) != 4 {
		t.Errorf("there is %q, %q, and %d grants", merged.Title, merged.Purpose, now.Register().Count(data.KindGrant))
	}
	for _, a := range data.All[*data.Attachment](now.Register()) {
		if content, err := now.Content(t.Context(), a.ID); err != nil || string(content) != "We ask for £5,000." {
			t.Errorf("the file says %q, %v", content, err)
		}
	}
	if kept, ok := readBackupName(filepath.Base(b.Kept)); !ok || kept.Before != BeforeRestoring || kept.Change != 4 {
		t.Errorf("kept is %s", b.Kept)
	}
	p = m.plan(KeepIt, "nothing to be done")
	for _, s := range p.Sources {
		if len(s.Adds) != 0 {
			t.Errorf("%s is said to hold more: %+v", s.Path, s.Adds)
		}
		if s.Sort == Mirror {
			if again, err := BringBackFrom(t.Context(), p, s, tester, m.options()); err != nil || again.Back != 0 || again.Kept != "" {
				t.Errorf("brought back twice: %+v, %v", again, err)
			}
		}
	}
	a := m.goesOn()
	if kept, err := desktop(m.ann.folder).store(a.known.database).list(); err != nil || len(kept) != 1 || kept[0].Change != 6 {
		t.Errorf("what Ann’s laptop held is not kept: %+v, %v", kept, err)
	}
}

func TestWhatCannotBeBroughtBackIsLeftForSomebodyToDecide(t *testing.T) {
	m := newMishap(t)
	a := m.ann.open(m.path)
	last := data.Clone(grantOf(t, a, m.grant)) // on top of the one that will clash
	last.Purpose = "Advice"
	m.ann.save(a, last)
	arrived(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	m.put(mustRead(t, m.backup))
	bob := m.direct()
	save(t, bob, retitled(t, grantOf(t, bob, m.grant), "Bob’s title"))
	p := m.plan(BringItIn, "lacks 5 changes")
	for range 2 { // and again, without doing anything twice
		b, err := BringBackFrom(t.Context(), p, p.Sources[p.From], tester, m.options())
		if err != nil || len(b.Left) != 2 {
			t.Fatalf("%+v, %v", b, err)
		}
		if why := b.Left[0].Why; b.Left[0].Changes[0].Label != "Helpline for all" || why != "Of the grant “Helpline for all”, “Name of grant” was made something else since by Bob Colleague." {
			t.Errorf("left is %+v", b.Left[0])
		}
		if why := b.Left[1].Why; !strings.HasPrefix(why, "It was done on top of a change") {
			t.Errorf("left is %+v", b.Left[1])
		}
		now := m.direct()
		if g := grantOf(t, now, m.grant); g.Title != "Bob’s title" || g.Purpose != "" || now.Register().Count(data.KindGrant) != 3 {
			t.Errorf("the office says %q, %q, %d grants", g.Title, g.Purpose, now.Register().Count(data.KindGrant))
		}
		wantSound(t, m.path)
	}
}

func TestAnotherOfficeInItsPlaceIsNotWrittenOver(t *testing.T) {
	m := newMishap(t)
	other := mustRead(t, newOffice(t).Path())
	m.put(other)
	p := m.plan(MoveAway, "Another office lies where “Office.almoner” was.")
	if _, err := RecoverFrom(t.Context(), p, p.Sources[p.From], tester, m.options()); err == nil || !bytes.Equal(mustRead(t, m.path), other) {
		t.Errorf("it was written over: %v", err)
	}
	if err := os.Rename(m.path, filepath.Join(filepath.Dir(m.path), "The other.almoner")); err != nil {
		t.Fatal(err)
	}
	p = m.plan(RestoreIt, "There is no file “Office.almoner” any more.")
	if _, err := RecoverFrom(t.Context(), p, p.Sources[p.From], tester, m.options()); err != nil {
		t.Fatal(err)
	}
	wantHolds(t, m.path, m.all)
	m.goesOn()
}

func TestAFileThatIsGoneIsMadeAnewByNobodyButWhoRecovers(t *testing.T) {
	m := newMishap(t)
	if err := os.Remove(m.path); err != nil {
		t.Fatal(err)
	}
	if _, err := Share(t.Context(), m.path, tester, m.options()); err == nil {
		t.Error("a file that is gone was opened")
	}
	if _, err := Recovery(t.Context(), m.path, m.options()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(m.path); err == nil {
		t.Fatal("it was made anew")
	}
	p := m.plan(RestoreIt, "There is no file")
	if _, err := RecoverFrom(t.Context(), p, p.Sources[p.From], tester, m.options()); err != nil {
		t.Fatal(err)
	}
	wantHolds(t, m.path, m.all)
	m.goesOn()
}

func TestWhatCannotBeReachedIsNotTakenForDamaged(t *testing.T) {
	m := newMishap(t)
	folder := filepath.Dir(m.path)
	if err := os.Rename(folder, folder+" elsewhere"); err != nil { // the share is gone
		t.Fatal(err)
	}
	p := m.plan(WaitForIt, "Is the drive, or the VPN, connected?")
	if len(p.Sources) != 1 || !p.Sources[0].Usable() {
		t.Errorf("the sources are %+v", p.Sources)
	}
	if err := os.Rename(folder+" elsewhere", folder); err != nil {
		t.Fatal(err)
	}
	lock, err := filelock.Try(lockPath(m.path)) // a laptop that sleeps
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release() //nolint:errcheck // the test is over
	if testing.Short() {
		return // it takes as long as a save waits
	}
	m.plan(WaitForIt, "Somebody else is saving to “Office.almoner”")
}

func TestWhereNothingIsLeftOneIsToldWhereToLook(t *testing.T) {
	o := newOffice(t)
	if err := os.WriteFile(o.Path(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := Recovery(t.Context(), o.Path(), Options{Folder: t.TempDir()})
	if err != nil || p.Advice != LookAround || p.From != -1 || !strings.Contains(strings.Join(p.Sentences(), " "), "computers of colleagues") {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestAStateThatSomebodyChoseIsNotTakenBack(t *testing.T) {
	m := newMishap(t)
	restored(t, m.path, m.backup, Options{}) // on the server, which knows of no laptop
	p := m.plan(KeepIt, "nothing to be done")
	i := slices.IndexFunc(p.Sources, func(s Source) bool { return s.Sort == Mirror })
	if s := p.Sources[i]; len(s.Adds) != 4 || len(s.Lacks) != 0 {
		t.Errorf("the mirror is said to hold %d more and lack %d", len(s.Adds), len(s.Lacks))
	}
	if _, err := RecoverFrom(t.Context(), p, p.Sources[i], tester, m.options()); err != nil { // but somebody can choose again
		t.Fatal(err)
	}
	wantHolds(t, m.path, m.all)
	m.goesOn()
}

func TestCopiesBesideTheFileAreComparedChangeByChange(t *testing.T) {
	m := newMishap(t)
	folder := filepath.Dir(m.path)
	put := func(name string, b []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	put("Office - Copy.almoner", mustRead(t, m.path))
	put("Office older.almoner", mustRead(t, m.backup))
	conflicted := put("Office (Ann’s conflicted copy).almoner", mustRead(t, m.backup))
	put("Office cut.almoner", mustRead(t, m.path)[:len(mustRead(t, m.path))-2000])
	put("Another.almoner", mustRead(t, newOffice(t).Path()))
	put("Letter.almoner.pdf", []byte("%PDF-1.7\n"))
	o, err := Open(t.Context(), conflicted, tester)
	if err != nil {
		t.Fatal(err)
	}
	save(t, o, newGrant(t, "In the copy only"))
	found, err := Copies(t.Context(), m.path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, c := range found {
		said[filepath.Base(c.Path)] = c.Sentence()
	}
	for name, says := range map[string]string{
		"Office - Copy.almoner":                  "holds what the office does",
		"Office older.almoner":                   "is an older copy: it lacks 4 changes, and holds nothing that the office lacks",
		"Office (Ann’s conflicted copy).almoner": "were worked on apart after change 2: it holds 1 change that the office lacks, and lacks 4 changes",
		"Office cut.almoner":                     "is cut off",
	} {
		if !strings.Contains(said[name], says) {
			t.Errorf("of %s it says %q", name, said[name])
		}
	}
	if len(found) != 4 {
		t.Errorf("found are %q", said)
	}
	i := slices.IndexFunc(found, func(c Copy) bool { return c.Path == conflicted })
	if c := found[i]; len(c.There) != 1 || c.There[0].Label != "In the copy only" || len(c.Here) != 4 || c.Here[0].Label != "Helpline for all" {
		t.Errorf("they differ by %+v", c)
	}
}

func TestStepsAndWhatWasUndoneComeBackAsTheyWere(t *testing.T) {
	o := newOffice(t)
	g := save(t, o, newGrant(t, "Helpline"))
	older := mustRead(t, o.Path())
	for _, status := range []data.GrantStatus{data.Proposed, data.Approved, data.Agreed} {
		g = data.Clone(g)
		g.Status = status
		g = save(t, o, g)
	}
	all, err := o.Changes(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Undo(t.Context(), all[0].Sequence); err != nil { // which goes back a step
		t.Fatal(err)
	}
	if _, err := o.MergeOrganisations(t.Context(), save(t, o, organisation(t, "Harbour")).ID, save(t, o, organisation(t, "Harbour Ltd")).ID); err != nil {
		t.Fatal(err)
	}
	aside := filepath.Join(filepath.Dir(o.Path()), "Office - Copy.almoner")
	if err := os.WriteFile(aside, mustRead(t, o.Path()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(o.Path(), older, 0o600); err != nil {
		t.Fatal(err)
	}
	bob := openAgain(t, o)
	save(t, bob, newGrant(t, "Bob’s own"))
	p, err := Recovery(t.Context(), o.Path(), Options{})
	if err != nil || p.Advice != BringItIn {
		t.Fatalf("%+v, %v", p, err)
	}
	b, err := BringBackFrom(t.Context(), p, p.Sources[p.From], tester, Options{})
	if err != nil || len(b.Left) != 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	wantSound(t, o.Path())
	now := openAgain(t, o)
	want, _ := data.Get[*data.Grant](o.Register(), g.ID)
	fields, err := data.Diff(want, grantOf(t, now, g.ID))
	if err != nil || len(fields) != 0 {
		t.Errorf("the grant is not what it was: %+v, %v", fields, err)
	}
	if n := now.Register().Count(data.KindOrganisation); n != 1 {
		t.Errorf("there are %d organisations", n)
	}
}

func organisation(t *testing.T, name string) *data.Organisation {
	return made(t, func(o *data.Organisation) { o.Name = name })
}

// TestOverANetworkOnlyAsManyBackupsAreReadAsItTakes says of an office that it lies on a server.
func TestOverANetworkOnlyAsManyBackupsAreReadAsItTakes(t *testing.T) {
	o := newOffice(t)
	var paths []string
	for i := range 4 {
		save(t, o, newGrant(t, "Helpline"))
		b, err := besideOf(o.Path()).put(t.Context(), o.Path(), o.Path(), Backup{Made: time.Now().Add(time.Duration(i-9) * time.Minute), Change: int64(i + 2)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, b.Path)
	}
	if err := os.Truncate(paths[3], 4096); err != nil { // the latest is of no use
		t.Fatal(err)
	}
	r := &recovery{looks: newLooks(o.Path(), Options{}.full()), plan: Plan{Office: o.Path(), From: -1, file: -1}}
	defer r.close()
	r.remote = true
	if err := r.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, s := range r.plan.Sources {
		said = append(said, s.Sentence())
	}
	text := strings.Join(said, "\n")
	if strings.Count(text, "not looked into") != 2 || strings.Count(text, "is sound") != 2 || strings.Count(text, "is cut off") != 1 {
		t.Errorf("it says:\n%s", text)
	}
}
