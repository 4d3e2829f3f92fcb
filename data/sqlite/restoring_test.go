package sqlite

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/uptrace/bun"

	"almoner/data"
)

// restorerPath and restorerFrom make this test binary one that restores an office from a backup, and says how far it has come until it is
// killed.
const (
	restorerPath = "ALMONER_TEST_RESTORER_PATH"
	restorerFrom = "ALMONER_TEST_RESTORER_FROM"
)

func restoreAgain(path, from string) error {
	_, err := RestoreFile(context.Background(), path, from, tester, Options{Progress: func(done, total int64) { _, _ = fmt.Fprintln(os.Stdout, done, total) }})
	return err
}

func restored(t *testing.T, office, backup string, o Options) Restored {
	t.Helper()
	r, err := RestoreFile(t.Context(), office, backup, tester, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// twoStates are an office, a backup of it, and what it held then and holds now.
func twoStates(t *testing.T) (o *Office, backup string, then, now *data.Register) {
	t.Helper()
	o = newOffice(t)
	g := save(t, o, newGrant(t, "Helpline"))
	then = openAgain(t, o).Register()
	backup = backedUp(t, o.Path()).Path
	save(t, o, retitled(t, g, "Helpline for all"))
	save(t, o, newGrant(t, "Refuge"))
	return o, backup, then, openAgain(t, o).Register()
}

func TestARestoredOfficeIsWhatTheBackupHoldsAndTheOldFileIsKept(t *testing.T) {
	o, backup, then, now := twoStates(t)
	before, err := os.ReadFile(o.Path())
	if err != nil {
		t.Fatal(err)
	}
	was, err := os.Stat(o.Path())
	if err != nil {
		t.Fatal(err)
	}
	var done, total int64
	r := restored(t, o.Path(), backup, Options{Progress: func(d, all int64) { done, total = d, all }})
	wantHolds(t, o.Path(), then)
	if r.Change != 2 || r.Epoch != 2 || done != total || total == 0 {
		t.Errorf("it says %+v, and told of %d of %d bytes", r, done, total)
	}
	if is, err := os.Stat(o.Path()); err != nil || !os.SameFile(was, is) {
		t.Error("the file was replaced, which colleagues have open")
	}
	kept, err := os.ReadFile(r.Kept)
	if err != nil || !bytes.Equal(kept, before) || !strings.Contains(filepath.Base(r.Kept), "change 4 before restoring") {
		t.Errorf("kept is %s, which is not what the file was: %v", r.Kept, err)
	}
	again := restored(t, o.Path(), r.Kept, Options{}) // and back
	wantHolds(t, o.Path(), now)
	if again.Epoch != 3 {
		t.Errorf("the epoch is %d", again.Epoch)
	}
}

func TestNothingIsRestoredFromWhatIsNotASoundBackupOfTheOffice(t *testing.T) {
	o, backup, _, now := twoStates(t)
	sound, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, b []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	altered := write("altered.almoner", sound)
	if _, err := raw(t, altered).Exec("UPDATE grants SET title = 'By hand'"); err != nil {
		t.Fatal(err)
	}
	future := write("newer.almoner", sound)
	if _, err := raw(t, future).Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	hole := withHole(t, sound)
	for path, says := range map[string]string{
		newOffice(t).Path():                           "holds another office than",
		write("cut.almoner", sound[:len(sound)-2000]): "“cut.almoner” is cut off",
		write("hole.almoner", hole):                   "“hole.almoner” is damaged",
		altered:                                       "altered other than through the program",
		future:                                        "newer Almoner",
		o.Path():                                      "is the office itself",
		filepath.Join(t.TempDir(), "gone.almoner"): "no file “gone.almoner”",
		write("a.pdf", []byte("%PDF-1.7\n")):       "is a PDF",
	} {
		if _, err := RestoreFile(t.Context(), o.Path(), path, tester, Options{}); err == nil || !strings.Contains(data.Explain(err), says) {
			t.Errorf("%s: it says %q", says, data.Explain(err))
		}
		wantHolds(t, o.Path(), now)
	}
	if kept := inFolder(t, besideOf(o.Path()).folder); len(kept) != 1 {
		t.Errorf("there are backups %q", kept)
	}
}

func TestBackupsOfOtherSortsAreRestoredToo(t *testing.T) {
	older := oldOffice(t)
	olderBackup := filepath.Join(t.TempDir(), "older.almoner")
	if err := copyBytes(t.Context(), older, olderBackup, 0o600, nil); err != nil {
		t.Fatal(err)
	}
	updated, err := Open(t.Context(), older, tester)
	if err != nil {
		t.Fatal(err)
	}
	then := openAgain(t, updated).Register()
	save(t, updated, newGrant(t, "Since"))
	restored(t, older, olderBackup, Options{})
	wantHolds(t, older, then)

	o, backup, then, now := twoStates(t)
	for what, statements := range map[string][]string{
		"with large pages": {"PRAGMA page_size = 16384", "VACUUM"},
		"with small pages": {"PRAGMA page_size = 1024", "VACUUM"},
		"with a log":       {"PRAGMA journal_mode = wal"},
	} {
		other := filepath.Join(t.TempDir(), what+".almoner")
		if err := copyBytes(t.Context(), backup, other, 0o600, nil); err != nil {
			t.Fatal(err)
		}
		for _, statement := range statements {
			if _, err := raw(t, other).Exec(statement); err != nil {
				t.Fatal(err)
			}
		}
		r := restored(t, o.Path(), other, Options{})
		wantHolds(t, o.Path(), then)
		if first, err := firstBytes(o.Path()); err != nil || pageSize(first) != ownPage || first[18] != 1 {
			t.Errorf("%s: the file has pages of %d bytes, version %d", what, pageSize(first), first[18])
		}
		restored(t, o.Path(), r.Kept, Options{})
		wantHolds(t, o.Path(), now)
	}
	for _, statement := range []string{"PRAGMA page_size = 16384", "VACUUM"} { // and over one with large pages
		if _, err := raw(t, o.Path()).Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	restored(t, o.Path(), backup, Options{})
	wantHolds(t, o.Path(), then)
}

func TestAFileThatCannotBeOpenedAnyMoreIsKeptAndReplaced(t *testing.T) {
	for what, spoil := range map[string]func(t *testing.T, path string, b []byte) []byte{
		"its first page is zeros": func(_ *testing.T, _ string, b []byte) []byte { copy(b, make([]byte, 4096)); return b },
		"half is missing":         func(_ *testing.T, _ string, b []byte) []byte { return b[:len(b)/2/4096*4096] },
		"its schema is garbage": func(_ *testing.T, _ string, b []byte) []byte {
			copy(b[100:], bytes.Repeat([]byte{0xee}, 3000))
			return b
		},
		"it is empty":                func(*testing.T, string, []byte) []byte { return nil },
		"a page in it is zeros":      func(t *testing.T, _ string, b []byte) []byte { return withHole(t, b) },
		"its last bytes are missing": func(_ *testing.T, _ string, b []byte) []byte { return b[:len(b)-2000] },
		"its beginning is garbage and a save was broken off": func(t *testing.T, path string, b []byte) []byte {
			if err := os.WriteFile(journalPath(path), brokenOff(t, path), 0o600); err != nil {
				t.Fatal(err)
			}
			return append(bytes.Repeat([]byte("garbage "), 512), b[4096:]...)
		},
	} {
		t.Run(what, func(t *testing.T) {
			o, backup, then, _ := twoStates(t)
			b, err := os.ReadFile(o.Path())
			if err != nil {
				t.Fatal(err)
			}
			b = spoil(t, o.Path(), b)
			if err := os.WriteFile(o.Path(), b, 0o600); err != nil {
				t.Fatal(err)
			}
			r := restored(t, o.Path(), backup, Options{})
			wantHolds(t, o.Path(), then)
			if kept, err := os.ReadFile(r.Kept); err != nil || !bytes.Equal(kept, b) {
				t.Errorf("kept are %d bytes of %d: %v", len(kept), len(b), err)
			}
			if count := beginning(t, o.Path())[24]; what != "a page in it is zeros" && count < 1<<6 {
				t.Error("who looks at its first bytes may take it for what it was")
			}
			for _, name := range strangers(t, o.Path()) {
				if name != "Office.almoner.backups" {
					t.Errorf("%s is left behind", name)
				}
			}
		})
	}
}

func TestAFileThatIsGoneComesBackOnlyWhereItWas(t *testing.T) {
	o, backup, then, _ := twoStates(t)
	if err := os.Remove(o.Path()); err != nil {
		t.Fatal(err)
	}
	r := restored(t, o.Path(), backup, Options{})
	wantHolds(t, o.Path(), then)
	if r.Kept != "" {
		t.Errorf("kept is %s", r.Kept)
	}
	slip := filepath.Join(t.TempDir(), "Ofice.almoner")
	_, err := RestoreFile(t.Context(), slip, backup, tester, Options{})
	if err == nil || !strings.Contains(data.Explain(err), "There is no file “Ofice.almoner”") || len(strangers(t, slip)) > 0 {
		t.Errorf("it says %q", data.Explain(err))
	}
	if _, err := os.Stat(slip); err == nil {
		t.Error("a second office was made")
	}
}

func TestWhatAnotherProgramKeepsIsNotReplaced(t *testing.T) {
	o, backup, _, _ := twoStates(t)
	b, err := os.ReadFile(o.Path())
	if err != nil {
		t.Fatal(err)
	}
	copy(b[68:72], "Xxxx")
	if err := os.WriteFile(o.Path(), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := RestoreFile(t.Context(), o.Path(), backup, tester, Options{}); err == nil || !strings.Contains(data.Explain(err), "another program") {
		t.Errorf("it says %q", data.Explain(err))
	}
	if now, err := os.ReadFile(o.Path()); err != nil || !bytes.Equal(now, b) {
		t.Error("it was changed")
	}
}

// restorer starts another process that restores an office.
func restorer(t *testing.T, office, backup string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), restorerPath+"="+office, restorerFrom+"="+backup)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// killed is an office that is restored again and again by processes that are killed.
type killed struct {
	t                    *testing.T
	path, backup         string
	present              []byte // what the file was before
	then                 *data.Register
	old, restored, inTwo int // how often it ended as it was, as it was to be, and with a transaction that SQLite had to take back
}

// after looks at what a killed process left, and puts the old file back.
func (k *killed) after(wantOld func()) {
	k.t.Helper()
	hot, err := (&truth{path: k.path}).hot()
	if err != nil {
		k.t.Fatal(err)
	}
	if hot {
		k.inTwo++
	}
	o, err := Open(k.t.Context(), k.path, tester)
	switch {
	case err == nil && o.known.epoch > 1:
		k.restored++
		wantHolds(k.t, k.path, k.then)
	default:
		k.old++
		wantOld()
	}
	for _, rest := range []string{journalPath(k.path), k.path} {
		if err := removeIfThere(rest); err != nil {
			k.t.Fatal(err)
		}
	}
	if err := os.WriteFile(k.path, k.present, 0o600); err != nil {
		k.t.Fatal(err)
	}
}

func TestARestoreThatIsKilledLeavesTheOldStateOrTheNewOne(t *testing.T) {
	o, backup, then, now := twoStates(t)
	enlarge(t, o.Path(), backup)
	k := &killed{t: t, path: o.Path(), backup: backup, then: then, present: mustRead(t, o.Path())}
	wantOld := func() { wantHolds(t, k.path, now) }
	for stage := 0; k.restored < 2; stage++ { // at each mebibyte, until it comes to its end
		cmd, said := restorer(t, k.path, backup)
		for i := 0; i < stage && said.Scan(); i++ {
			continue
		}
		_ = cmd.Process.Kill() // if it has not ended yet
		_ = cmd.Wait()
		k.after(wantOld)
	}
	if k.old < 3 {
		t.Errorf("it ended as it was %d times", k.old)
	}
	for try := 0; k.inTwo < 3 && try < 40; try++ { // and while the file itself is being written to
		before := beginning(t, k.path)
		cmd, said := restorer(t, k.path, backup)
		ended := make(chan struct{})
		go func() {
			for said.Scan() {
				continue
			}
			close(ended)
		}()
		for touched := false; !touched; {
			select {
			case <-ended:
				touched = true
			default:
				touched = !bytes.Equal(before, beginning(t, k.path))
			}
		}
		_ = cmd.Process.Kill()
		<-ended
		_ = cmd.Wait()
		k.after(wantOld)
	}
	t.Logf("as it was %d times, restored %d times; %d times SQLite took back what was half done", k.old, k.restored, k.inTwo)
	if k.inTwo == 0 {
		t.Error("it was never killed while it wrote")
	}
}

// beginning is the first bytes of a file, of which some change when a transaction is written to it.
func beginning(t *testing.T, path string) []byte {
	t.Helper()
	first, err := firstBytes(path)
	if err != nil {
		t.Fatal(err)
	}
	return first
}

func TestAReplacementThatIsKilledLeavesTheDamagedFileOrTheNewOne(t *testing.T) {
	o, backup, then, _ := twoStates(t)
	enlarge(t, backup)
	if err := os.WriteFile(o.Path(), bytes.Repeat([]byte("garbage "), 1<<18), 0o600); err != nil {
		t.Fatal(err)
	}
	k := &killed{t: t, path: o.Path(), backup: backup, then: then, present: mustRead(t, o.Path())}
	for stage := 0; k.restored < 2; stage++ {
		cmd, said := restorer(t, k.path, backup)
		for i := 0; i < stage && said.Scan(); i++ {
			continue
		}
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		k.after(func() {
			if !bytes.Equal(mustRead(t, k.path), k.present) {
				t.Error("the damaged file is not what it was")
			}
		})
	}
	if k.old < 3 {
		t.Errorf("it ended as it was %d times", k.old)
	}
}

// withHole is an office in which a page is zeros, which nobody notices who only opens it.
func withHole(t *testing.T, b []byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.almoner")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	var page int64
	if err := raw(t, path).QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'grants'").Scan(&page); err != nil {
		t.Fatal(err)
	}
	b = bytes.Clone(b)
	copy(b[(page-1)*4096:], make([]byte, 4096))
	return b
}

// brokenOff is the journal of a large save that was broken off while it was being written.
func brokenOff(t *testing.T, path string) []byte {
	t.Helper()
	db, err := connect(path, writing)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // what is under way is to be rolled back
	for _, statement := range []string{"PRAGMA cache_size = 10", "PRAGMA cache_spill = 1", "BEGIN", "UPDATE grants SET title = 'Half saved'", "CREATE TABLE half (x)", "INSERT INTO half VALUES (randomblob(1 << 20))"} {
		if _, err := db.ExecContext(t.Context(), "?", bun.Safe(statement)); err != nil {
			t.Fatal(err)
		}
	}
	journal := mustRead(t, journalPath(path))
	if !bytes.HasPrefix(journal, []byte(hotJournal)) {
		t.Fatal("the journal is not hot")
	}
	if _, err := db.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	return journal
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// enlarge puts something into an office and a backup that neither counts, so that carrying it over takes a while.
func enlarge(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		db, err := connect(path, settling)
		if err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{"CREATE TABLE padding (bytes BLOB)", "INSERT INTO padding SELECT randomblob(1 << 20) FROM (VALUES (1),(2),(3),(4),(5),(6),(7),(8))", "CREATE TRIGGER padding_delete_by_hand BEFORE DELETE ON padding BEGIN SELECT 1; END"} {
			if _, err := db.ExecContext(t.Context(), "?", bun.Safe(statement)); err != nil {
				t.Fatal(err)
			}
		}
		if err := setGuards(t.Context(), db); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestColleaguesFollowARestoreAndTheirWaitingSavesAreMerged(t *testing.T) {
	path := emptyOffice(t)
	ann, bryn := newLaptop(t, "Ann"), newLaptop(t, "Bryn")
	a, b := ann.open(path), bryn.open(path)
	g := ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	backup, err := a.BackUp(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ann.save(a, newGrant(t, "Made after the backup"))
	arrived(t, a)
	eventually(t, "Bryn sees all", func() bool { return b.Register().Count(data.KindGrant) == 2 })
	b.turn <- struct{}{} // Bryn’s network is slow
	mine := data.Clone(grantOf(t, b, g.Stamped().ID))
	mine.Purpose = "Advice by telephone"
	bryn.save(b, mine)
	restored(t, path, backup.Path, Options{})
	<-b.turn
	arrived(t, b)
	for _, s := range []*Shared{a, b} {
		eventually(t, "both see what was restored, with Bryn’s save", func() bool {
			return s.Register().Count(data.KindGrant) == 1 && grantOf(t, s, g.Stamped().ID).Purpose == "Advice by telephone" && s.Standing().Offline == ""
		})
		if s.Standing().Strange || s.ReadOnly() != "" {
			t.Errorf("it is said to be strange: %+v", s.Standing())
		}
	}
	wantMirrors(t, path, a, b)
	for _, l := range []*laptop{ann, bryn} { // what was undone by it is not lost
		kept, err := desktop(l.folder).store(a.known.database).list()
		if err != nil || len(kept) != 1 || kept[0].Before != BeforeRestoring || kept[0].Change != 3 {
			t.Errorf("kept on the laptop of %s is %+v, %v", l.user.Name, kept, err)
		}
	}
}

func TestAMirrorInUseCanBeRestoredFrom(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	a := ann.open(path)
	ann.save(a, newGrant(t, "Helpline"))
	arrived(t, a)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	restored(t, path, a.local.path, Options{Folder: ann.folder})
	wantHolds(t, path, a.register)
	eventually(t, "Ann’s program goes on with it", func() bool {
		a.Office.mu.Lock()
		defer a.Office.mu.Unlock()
		return a.known.epoch == 2
	})
	ann.save(a, newGrant(t, "Refuge"))
	arrived(t, a)
	wantMirrors(t, path, a)
}
