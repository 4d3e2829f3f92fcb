package sqlite

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite/filelock"
	"almoner/data/sqlite/presence"
)

func backedUp(t *testing.T, office string) Backup {
	t.Helper()
	b, err := BackUp(t.Context(), office, "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func inFolder(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// wantHolds opens a file and compares what it holds.
func wantHolds(t *testing.T, path string, want *data.Register) {
	t.Helper()
	wantSound(t, path)
	o, err := Open(t.Context(), path, tester)
	if err != nil {
		t.Fatal(err)
	}
	defer closeOffice(t, o)
	sameOffice(t, want, o.Register())
}

func TestABackupHoldsTheOfficeAndIsNeverWrittenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Swyddfa ŵŷ # 100% 'Gwynedd'.almoner")
	o, err := Create(t.Context(), path, &data.OfficeDetails{Name: "Swyddfa"}, tester)
	if err != nil {
		t.Fatal(err)
	}
	save(t, o, newGrant(t, "Helpline"))
	seen := map[string]bool{}
	for range 3 { // in one second
		b := backedUp(t, path)
		if seen[b.Path] || b.Change != 2 || b.Here || b.Size == 0 {
			t.Errorf("the backup is %+v", b)
		}
		seen[b.Path] = true
		wantHolds(t, b.Path, o.Register())
	}
	listed, err := Backups(t.Context(), path, Options{})
	if err != nil || len(listed) != 3 {
		t.Errorf("listed are %+v, %v", listed, err)
	}
	var done, total int64
	if _, err := BackUp(t.Context(), path, t.TempDir(), Options{Progress: func(d, all int64) { done, total = d, all }}); err != nil || done != total || total != listed[0].Size {
		t.Errorf("told of %d of %d bytes, %v", done, total, err)
	}
}

func TestWhatIsDamagedIsNoBackup(t *testing.T) {
	for what, spoil := range map[string]func([]byte) []byte{
		"cut off":    func(b []byte) []byte { return b[:len(b)-2000] },
		"is damaged": func(b []byte) []byte { return withHole(t, b) },
	} {
		path := filepath.Join(t.TempDir(), "Office.almoner")
		if err := os.WriteFile(path, spoil(officeBytes(t)), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := BackUp(t.Context(), path, "", Options{})
		if err == nil || !strings.Contains(data.Explain(err), what) || !strings.Contains(data.Explain(err), "“Office.almoner”") {
			t.Errorf("it says %q", data.Explain(err))
		}
		if left := inFolder(t, besideOf(path).folder); len(left) > 0 {
			t.Errorf("left behind: %q", left)
		}
	}
}

func TestABackupThatFailsLeavesNothingBehindAndSaysWhy(t *testing.T) {
	o := newOffice(t)
	if err := os.WriteFile(besideOf(o.Path()).folder, nil, 0o600); err != nil { // in the way
		t.Fatal(err)
	}
	_, err := BackUp(t.Context(), o.Path(), "", Options{})
	if err == nil || !strings.HasPrefix(data.Explain(err), "No backup could be made") {
		t.Errorf("it says %q", data.Explain(err))
	}
	if left := strangers(t, o.Path()); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
	_, err = BackUp(t.Context(), o.Path(), filepath.Join(t.TempDir(), "nowhere"), Options{})
	if err == nil || !strings.Contains(data.Explain(err), "There is no folder “nowhere”") {
		t.Errorf("it says %q", data.Explain(err))
	}
	if runtime.GOOS == "linux" {
		full := store{folder: t.TempDir()}
		if err := full.notPut(&os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}); !strings.Contains(data.Explain(err), "is full") {
			t.Errorf("it says %q", data.Explain(err))
		}
	}
}

// wall is a clock on a wall, which a test sets.
type wall struct {
	mu sync.Mutex
	at time.Time
}

func (w *wall) now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.at
}

func (w *wall) pass(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at = w.at.Add(d)
}

// clocked gives an office a clock that a test sets.
func clocked(s *Shared) *wall {
	w := &wall{at: time.Now()}
	<-s.joined
	s.turn <- struct{}{}
	s.mu.Lock()
	s.now = w.now
	s.mu.Unlock()
	<-s.turn
	return w
}

func (l *laptop) backUp(s *Shared) (beside, here []Backup) {
	l.t.Helper()
	if err := s.backUpIfDue(l.t.Context()); err != nil {
		l.t.Fatal(err)
	}
	for to, list := range map[store]*[]Backup{besideOf(s.truth.path): &beside, desktop(l.folder).store(s.known.database): &here} {
		found, err := to.list()
		if err != nil {
			l.t.Fatal(err)
		}
		*list = found
	}
	return beside, here
}

// usualRights are those of a file that nobody chose rights for.
func usualRights(t *testing.T) os.FileMode {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(t.TempDir(), "x"), os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

// oldOffice is the path of an office with the first schema.
func oldOffice(t *testing.T) string {
	t.Helper()
	o := newOffice(t)
	save(t, o, newGrant(t, "Helpline"))
	db := raw(t, o.Path())
	for _, statement := range []string{
		"ALTER TABLE office DROP COLUMN language", "ALTER TABLE office DROP COLUMN decision_template", "ALTER TABLE office DROP COLUMN paper_marking",
		"ALTER TABLE office DROP COLUMN paper_foot", "ALTER TABLE foi_requests DROP COLUMN clarification", "ALTER TABLE foi_requests DROP COLUMN opening",
		"ALTER TABLE grant_variation_changes DROP COLUMN none",
		"UPDATE meta SET schema = 1", "PRAGMA user_version = 1",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	return o.Path()
}

// quiet is an office on a laptop that looks at the file only when it is asked.
func (l *laptop) quiet(path string) *Shared {
	l.poll = time.Hour
	return l.open(path)
}

func TestBackupsAreMadeWhenThereIsSomethingNewAndItIsTime(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.quiet(path)
	now := clocked(a)
	want := func(what string, beside, here int) {
		t.Helper()
		if b, h := ann.backUp(a); len(b) != beside || len(h) != here {
			t.Errorf("%s: %d beside the file and %d on the laptop, not %d and %d", what, len(b), len(h), beside, here)
		}
	}
	want("the first time", 1, 1)
	now.pass(25 * time.Hour)
	want("with nothing new", 1, 1)
	ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	want("at once after a look", 1, 1)
	now.pass(61 * time.Minute)
	want("a day after the first", 2, 2)
	ann.save(a, newGrant(t, "Refuge"))
	arrived(t, a)
	now.pass(61 * time.Minute)
	want("an hour later", 3, 2)
	now.pass(24 * time.Hour)
	want("a day later", 3, 3)
	beside, here := ann.backUp(a)
	wantHolds(t, beside[0].Path, a.Register())
	wantHolds(t, here[0].Path, a.Register())
	if runtime.GOOS != "windows" {
		for path, mode := range map[string]os.FileMode{here[0].Path: 0o600, filepath.Dir(here[0].Path): 0o700, beside[0].Path: usualRights(t)} {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
				t.Errorf("%s has the rights %v, %v", filepath.Base(path), info.Mode(), err)
			}
		}
	}
	if left := inFolder(t, ann.folder); len(left) != 2 { // the office and the index
		t.Errorf("in its folder are left %q", left)
	}
}

func TestAWrongClockStopsNoBackups(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.quiet(path)
	now := clocked(a)
	folder := besideOf(path).folder
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		future := Backup{Made: now.now().AddDate(70, 0, i), Change: 1}.called(path)
		if err := os.WriteFile(filepath.Join(folder, future), officeBytes(t), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	made := func() (n int) {
		beside, _ := ann.backUp(a)
		for _, b := range beside {
			if !b.Made.After(now.now()) {
				n++
			}
		}
		return n
	}
	for i := range 3 {
		if n := made(); n != i+1 {
			t.Errorf("%d backups, not %d", n, i+1)
		}
		ann.save(a, newGrant(t, "Helpline"))
		arrived(t, a)
		now.pass(61 * time.Minute)
	}
}

func TestOneComputerMakesTheBackup(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a, b := ann.quiet(path), bryn.quiet(path)
	now := clocked(a)
	folder := besideOf(path).folder
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	lock, err := filelock.Try(filepath.Join(folder, "making.lock"))
	if err != nil {
		t.Fatal(err)
	}
	if beside, _ := ann.backUp(a); len(beside) != 0 {
		t.Errorf("made while somebody else makes one: %v", beside)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	now.pass(61 * time.Minute)
	if beside, _ := ann.backUp(a); len(beside) != 1 {
		t.Errorf("%d backups", len(beside))
	}
	clocked(b).pass(61 * time.Minute)
	if beside, here := bryn.backUp(b); len(beside) != 1 || len(here) != 1 {
		t.Errorf("after Bryn’s there are %d, and %d on the laptop", len(beside), len(here))
	}
}

func TestAFileOfAnOlderProgramIsBackedUpBeforeItIsBroughtUpToDate(t *testing.T) {
	path := oldOffice(t)
	before := mustRead(t, path)
	blocked := besideOf(path).folder
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, tester); err == nil || !strings.Contains(data.Explain(err), "No backup could be made") {
		t.Errorf("opened without a backup: %v", err)
	}
	if _, err := Share(t.Context(), path, tester, Options{Folder: t.TempDir()}); err == nil || !strings.Contains(data.Explain(err), "No backup could be made") {
		t.Errorf("opened without a backup: %v", err)
	}
	if h, err := inspect(path); err != nil || h.schema != 1 {
		t.Errorf("it was brought to schema %d without a backup, %v", h.schema, err)
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), path, tester)
	if err != nil {
		t.Fatal(err)
	}
	closeOffice(t, o)
	all, err := Backups(t.Context(), path, Options{})
	if err != nil || len(all) != 1 || all[0].Before != BeforeUpdating {
		t.Fatalf("the backups are %+v, %v", all, err)
	}
	if !bytes.Equal(mustRead(t, all[0].Path), before) {
		t.Error("the backup is not what the file was")
	}
}

func TestAFileOfAnOlderProgramIsBroughtUpToDateOnlyWhileNobodyHasItOpen(t *testing.T) {
	path := oldOffice(t)
	bryn, err := presence.Join(t.Context(), path, presence.Person{Name: "Bryn", Machine: "laptop of Bryn"}, presence.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, tester); err == nil || !strings.Contains(data.Explain(err), "Ask Bryn to close it") {
		t.Errorf("it says %q", data.Explain(err))
	}
	if h, err := inspect(path); err != nil || h.schema != 1 || len(inFolder(t, besideOf(path).folder)) != 0 {
		t.Errorf("it was brought to schema %d, %v", h.schema, err)
	}
	if err := bryn.Leave(); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), path, tester)
	if err != nil {
		t.Fatal(err)
	}
	closeOffice(t, o)
}

func TestAMirrorIsCopiedWholeWhileItIsInUse(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.open(path)
	ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	a.local.mu.RLock()
	db, err := connect(a.local.path, peeking) // as another program does
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "copy.almoner")
	err = errors.Join(vacuumInto(t.Context(), db, to), db.Close())
	a.local.mu.RUnlock()
	if err != nil {
		t.Fatal(err)
	}
	wantHolds(t, to, a.register)
	first, err := firstBytes(to)
	if err != nil {
		t.Fatal(err)
	}
	if h, err := readHeader(to, first); err != nil || h.schema != schemaVersion() {
		t.Errorf("the copy has schema %d, %v", h.schema, err) // and the mark of an office, or readHeader refuses it
	}
}
