package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
)

// says waits until the standing says something.
func (l *laptop) says(s *Shared, words string) {
	l.t.Helper()
	var said string
	defer func() {
		if l.t.Failed() {
			l.t.Logf("%s is told %q, %+v", l.user.Name, said, s.Standing())
		}
	}()
	eventually(l.t, "it is said that “"+words+"”", func() bool {
		now := s.Standing()
		said = now.Blocked + now.Offline + now.Holding
		return strings.Contains(said, words)
	})
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// put writes a file's content in its place, as somebody does who copies another over it.
func put(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// shared is an office on Ann’s laptop with a grant, all of which is in the file.
func shared(t *testing.T) (*laptop, *Shared, *data.Grant) {
	t.Helper()
	ann := newLaptop(t, "Ann")
	s := ann.open(emptyOffice(t))
	g := ann.save(s, newGrant(t, "Helpline"))
	arrived(t, s)
	return ann, s, grantOf(t, s, g.Stamped().ID)
}

// wantBlocked checks that a save is refused and that nothing of it is kept.
func wantBlocked(t *testing.T, s *Shared, rec data.Record, words string) {
	t.Helper()
	_, err := s.Save(t.Context(), rec)
	var f *data.Fault
	if !errors.As(err, &f) || !strings.Contains(f.Sentence, words) {
		t.Errorf("saving says %q", data.Explain(err))
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	folder := t.TempDir()
	if err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", folder).Run(); err != nil {
		t.Skipf("a small disk cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", folder).Run() })
	path := filepath.Join(folder, "Office.almoner")
	if _, err := Create(t.Context(), path, &data.OfficeDetails{Name: "Office"}, tester); err != nil {
		t.Fatal(err)
	}
	ann := newLaptop(t, "Ann")
	s := ann.open(path)
	g := ann.save(s, newGrant(t, "Helpline"))
	arrived(t, s)
	filler := filepath.Join(folder, "filler")
	var full []byte
	for err := error(nil); err == nil; {
		full = append(full, make([]byte, 4096)...)
		err = os.WriteFile(filler, full, 0o600)
	}
	big := retitled(t, grantOf(t, s, g.Stamped().ID), "Helpline for all")
	big.Purpose = strings.Repeat("A purpose that needs room. ", 4000)
	ann.save(s, big)
	ann.says(s, "The disk that “Office.almoner” lies on is full.")
	if s.Standing().Waiting != 1 {
		t.Errorf("the save does not wait: %+v", s.Standing())
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	arrived(t, s)
	wantMirrors(t, path, s)
}

func TestAPlaceThatBecomesReadOnlyIsSaid(t *testing.T) {
	folder := t.TempDir()
	if err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "tmpfs", folder).Run(); err != nil {
		t.Skipf("a disk cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", folder).Run() })
	path := filepath.Join(folder, "Office.almoner")
	if _, err := Create(t.Context(), path, &data.OfficeDetails{Name: "Office"}, tester); err != nil {
		t.Fatal(err)
	}
	ann := newLaptop(t, "Ann")
	s := ann.open(path)
	g := ann.save(s, newGrant(t, "Helpline"))
	arrived(t, s)
	s.looker.close()
	remount := func(how string) {
		eventually(t, "nobody has a file open, and it is mounted anew", func() bool {
			return exec.CommandContext(t.Context(), "mount", "-o", "remount,"+how, folder).Run() == nil
		})
	}
	s.turn <- struct{}{}
	if err := s.leave(); err != nil {
		t.Fatal(err)
	}
	if err := s.truth.keeper.Close(); err != nil {
		t.Fatal(err)
	}
	s.looker.close()
	remount("ro")
	<-s.turn
	ann.save(s, retitled(t, grantOf(t, s, g.Stamped().ID), "Helpline for all"))
	ann.says(s, "may only be read from here")
	again := newLaptop(t, "Bryn").open(path) // who opens it now sees at once
	if why := again.ReadOnly(); !strings.Contains(why, "may only be read") {
		t.Errorf("opened, it is read-only because %q", why)
	}
	wantBlocked(t, again, newGrant(t, "Refuge"), "may only be read")
	s.turn <- struct{}{}
	remount("rw")
	<-s.turn
	arrived(t, s)
}

func TestAnOlderBackupInItsPlaceIsNoticedAndNothingIsWrittenToIt(t *testing.T) {
	ann, s, g := shared(t)
	old := readFile(t, s.Path())
	ann.save(s, retitled(t, g, "Helpline for all"))
	arrived(t, s)
	ann.save(s, newGrant(t, "Refuge"))
	arrived(t, s)
	put(t, s.Path(), old)
	ann.says(s, "“Office.almoner” has been put back to an older state: 2 changes that you have seen are not in it.")
	ann.says(s, "“The file” in the section Office shows what is left")
	wantBlocked(t, s, newGrant(t, "Another"), "older state")
	if got := grantOf(t, s, g.ID); got.Title != "Helpline for all" || s.Register().Count(data.KindGrant) != 2 {
		t.Errorf("what was seen is not shown any more: %q", got.Title)
	}
	if !bytes.Equal(readFile(t, s.Path()), old) {
		t.Error("the older file was written to")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = ann.open(s.Path()) // also when the program is started again
	ann.says(s, "older state")
}

func TestABackupThatWasWorkedOnIsNoticed(t *testing.T) {
	ann, s, g := shared(t)
	old := readFile(t, s.Path())
	ann.save(s, retitled(t, g, "Helpline for all"))
	arrived(t, s)
	elsewhere := filepath.Join(t.TempDir(), "Office.almoner")
	put(t, elsewhere, old)
	other, err := Open(t.Context(), elsewhere, User{Name: "Cai", Machine: "server"})
	if err != nil {
		t.Fatal(err)
	}
	save(t, other, newGrant(t, "Made in the backup"))
	save(t, other, newGrant(t, "And another"))
	put(t, s.Path(), readFile(t, elsewhere))
	ann.says(s, "its latest changes are others than those that you have seen")
	wantBlocked(t, s, newGrant(t, "Another"), "not the file that it was")
}

func TestAnotherOfficeInItsPlaceIsNoticed(t *testing.T) {
	ann, s, g := shared(t)
	mine := readFile(t, s.Path())
	put(t, s.Path(), readFile(t, emptyOffice(t)))
	ann.says(s, "Another office has been put in the place of “Office.almoner”.")
	wantBlocked(t, s, newGrant(t, "Another"), "Another office")
	if grantOf(t, s, g.ID).Title != "Helpline" {
		t.Error("what was seen is not shown any more")
	}
	put(t, s.Path(), mine)
	eventually(t, "it is noticed that it is back", func() bool { return s.ReadOnly() == "" })
	ann.save(s, newGrant(t, "Another"))
	arrived(t, s)
	wantMirrors(t, s.Path(), s)
}

func TestAFileThatIsGoneIsNeverMadeAnew(t *testing.T) {
	for what, away := range map[string]func(path string) error{
		"deleted": os.Remove,
		"renamed": func(path string) error {
			return os.Rename(path, filepath.Join(filepath.Dir(path), "Office old.almoner"))
		},
	} {
		t.Run(what, func(t *testing.T) {
			ann, s, g := shared(t)
			content := readFile(t, s.Path())
			if err := away(s.Path()); err != nil {
				t.Fatal(err)
			}
			ann.save(s, retitled(t, g, "Helpline for all"))
			ann.says(s, "There is no file “Office.almoner” any more. Has it been moved or renamed?")
			if _, err := os.Stat(s.Path()); !errors.Is(err, os.ErrNotExist) {
				t.Error("it was made anew")
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := Share(t.Context(), s.Path(), ann.user, Options{Folder: ann.folder}); !strings.Contains(data.Explain(err), "moved or renamed") {
				t.Errorf("opening it says %q", data.Explain(err))
			}
			put(t, s.Path(), content)
			s = ann.open(s.Path())
			arrived(t, s)
			if got := grantOf(t, s, g.ID); got.Title != "Helpline for all" {
				t.Errorf("the save that waited is lost: %q", got.Title)
			}
			wantMirrors(t, s.Path(), s)
		})
	}
}

func TestAFileThatIsCutOffIsNoticed(t *testing.T) {
	ann, s, g := shared(t)
	whole := readFile(t, s.Path())
	if err := os.Truncate(s.Path(), int64(len(whole)-2000)); err != nil {
		t.Fatal(err)
	}
	ann.save(s, retitled(t, g, "Helpline for all"))
	ann.says(s, "is cut off: its end is missing")
	wantBlocked(t, s, newGrant(t, "Another"), "cut off")
	put(t, s.Path(), whole)
	arrived(t, s)
	eventually(t, "it is noticed that it is whole again", func() bool { return s.ReadOnly() == "" })
	wantMirrors(t, s.Path(), s)
}

func TestAPageOfZerosIsNoticedByTheDailyCheck(t *testing.T) {
	ann, s, g := shared(t)
	whole := readFile(t, s.Path())
	zeroed := bytes.Clone(whole)
	at := bytes.LastIndex(zeroed[:len(zeroed)-4096], []byte("grant_award_funds")) / 4096 * 4096
	clear(zeroed[at : at+4096])
	copy(zeroed[24:28], whole[24:28])
	put(t, s.Path(), zeroed)
	err := s.CheckFile(t.Context())
	if err == nil || !strings.Contains(data.Explain(err), "is damaged") {
		t.Fatalf("the check says %q", data.Explain(err))
	}
	ann.says(s, "“Office.almoner” is damaged.")
	wantBlocked(t, s, retitled(t, g, "Helpline for all"), "is damaged")
	if _, err := Share(t.Context(), s.Path(), User{Name: "Bryn"}, Options{Folder: t.TempDir()}); !strings.Contains(data.Explain(err), "is damaged") {
		t.Errorf("who opens it for the first time is told %q", data.Explain(err))
	}
	put(t, s.Path(), whole)
	changed := bytes.Clone(whole)
	changed[27]++ // as any save does
	changed[95]++
	put(t, s.Path(), changed)
	eventually(t, "it is noticed that it is mended", func() bool { return s.ReadOnly() == "" })
}

func TestAHotJournalOfAKilledWriterIsRolledBack(t *testing.T) {
	ann, s, g := shared(t)
	s.turn <- struct{}{}
	before := readFile(t, s.Path())
	killInCommit(t, s.Path())
	if hot, err := s.truth.hot(); err != nil || !hot {
		t.Fatalf("the journal is not hot: %v", err)
	}
	if bytes.Equal(before, readFile(t, s.Path())) {
		t.Fatal("the killed writer has written nothing")
	}
	<-s.turn
	ann.save(s, retitled(t, g, "Helpline for all"))
	arrived(t, s)
	wantMirrors(t, s.Path(), s)
	if got := grantOf(t, s, g.ID); got.Title != "Helpline for all" {
		t.Errorf("it is %q", got.Title)
	}
}

// killInCommit has another process write half a transaction into the file and die, leaving its journal.
func killInCommit(t *testing.T, path string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), halfWriterPath+"="+path)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the other process did not die as it should: %v, %s", err, out)
	}
}

func TestAJournalThatAnotherProgramHoldsIsWaitedFor(t *testing.T) {
	ann, s, g := shared(t)
	s.turn <- struct{}{}
	if err := os.Chmod(journalPath(s.Path()), 0); err != nil {
		t.Fatal(err)
	}
	journal := journalPath(s.Path())
	if err := os.Rename(journal, journal+".held"); err != nil { // root may open what nobody may: a folder in its place nobody can
		t.Fatal(err)
	}
	if err := os.Mkdir(journal, 0o700); err != nil {
		t.Fatal(err)
	}
	<-s.turn
	ann.save(s, retitled(t, g, "Helpline for all"))
	ann.says(s, "cannot be")
	if err := os.Remove(journal); err != nil {
		t.Fatal(err)
	}
	arrived(t, s)
	wantMirrors(t, s.Path(), s)
}

func TestAClockThatIsSetDecidesNothing(t *testing.T) {
	ann, s, g := shared(t)
	for _, shift := range []time.Duration{48 * time.Hour, -72 * time.Hour, 0} {
		s.Office.mu.Lock()
		s.now = func() time.Time { return time.Now().Add(shift) }
		s.Office.mu.Unlock()
		ann.save(s, retitled(t, grantOf(t, s, g.ID), fmt.Sprint("Shifted by ", shift)))
		arrived(t, s)
	}
	history, err := s.History(t.Context(), data.KindGrant, g.ID)
	if err != nil || len(history) != 4 {
		t.Fatalf("the history is %v, %v", history, err)
	}
	if !history[1].When.Before(history[2].When) || history[1].Sequence < history[2].Sequence {
		t.Error("order goes by the clock")
	}
	bryn := newLaptop(t, "Bryn").open(s.Path())
	if got := grantOf(t, bryn, g.ID); got.Title != "Shifted by 0s" {
		t.Errorf("it is %q", got.Title)
	}
	wantMirrors(t, s.Path(), s, bryn)
}

func TestAComputerThatSleptInTheMiddleOfASaveDoesItAgain(t *testing.T) {
	s := &stay{last: time.Now().Add(-longestStay - time.Second)}
	if err := s.breathe(); !errors.Is(err, errSlept) {
		t.Errorf("a computer that stood still may commit: %v", err)
	}
	s = &stay{last: time.Now()}
	if err := s.breathe(); err != nil {
		t.Errorf("one that did not may not: %v", err)
	}
	s = &stay{last: time.Now().Round(0).Add(-mostDrift * 3)} // the clock on the wall went on while the computer slept
	if err := s.breathe(); !errors.Is(err, errSlept) && err != nil {
		t.Errorf("a clock that jumped: %v", err)
	}
}

func TestAMirrorThatIsGoneIsMadeAgain(t *testing.T) {
	ann, s, g := shared(t)
	mirror := s.local.path
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func() error{
		"deleted":   func() error { return os.Remove(mirror) },
		"emptied":   func() error { return os.WriteFile(mirror, nil, 0o600) },
		"no office": func() error { return os.WriteFile(mirror, []byte("garbage"), 0o600) },
		"all gone":  func() error { return os.RemoveAll(ann.folder) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		s := ann.open(s.Path())
		if got, ok := data.Get[*data.Grant](s.Register(), g.ID); !ok || got.Title != "Helpline" {
			t.Errorf("%s: the grant is not there", what)
		}
		wantMirrors(t, s.Path(), s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnOutboxThatWasCutShortKeepsWhatWasPromised(t *testing.T) {
	ann, s, g := shared(t)
	s.turn <- struct{}{} // the network is away
	ann.save(s, retitled(t, g, "Promised"))
	ann.save(s, newGrant(t, "Half written"))
	box, err := filepath.Glob(filepath.Join(s.seat.outbox(), "*"))
	if err != nil || len(box) != 1 {
		t.Fatalf("the outbox is %q, %v", box, err)
	}
	content := readFile(t, box[0])
	kept := copyOf(t, ann.folder) // as a power cut leaves the disk
	put(t, filepath.Join(kept, strings.TrimPrefix(box[0], ann.folder)), content[:len(content)-40])
	<-s.turn
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again := newLaptop(t, "Ann")
	again.folder = kept
	s = again.open(s.Path())
	arrived(t, s)
	if got := grantOf(t, s, g.ID); got.Title != "Promised" {
		t.Errorf("it is %q", got.Title)
	}
	wantMirrors(t, s.Path(), s)
}

func copyOf(t *testing.T, folder string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return to
}

func TestSavesOfAProgramThatCameDownAreDelivered(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), offlineWriterPath+"="+path, offlineWriterDesk+"="+ann.folder)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		t.Fatalf("the other program did not come down: %v", err)
	}
	s := ann.open(path)
	arrived(t, s)
	for _, id := range strings.Fields(string(out)) {
		if _, ok := s.Register().Find(data.KindGrant, data.ID(id)); !ok {
			t.Errorf("the grant %s was acknowledged and is lost", id)
		}
	}
	if n := s.Register().Count(data.KindGrant); n != 3 {
		t.Errorf("there are %d grants", n)
	}
	wantMirrors(t, path, s)
}

func TestWhatTwoWindowsOfOneComputerLeaveIsDelivered(t *testing.T) {
	path := emptyOffice(t)
	ann := newLaptop(t, "Ann")
	first, second := ann.open(path), ann.open(path)
	if first.seat.folder == second.seat.folder {
		t.Fatal("two windows sit at one seat")
	}
	second.turn <- struct{}{}
	g := ann.save(second, newGrant(t, "From the second window"))
	kept := copyOf(t, ann.folder) // then the computer goes down
	<-second.turn
	for _, s := range []*Shared{first, second} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	again := newLaptop(t, "Ann")
	again.folder = kept
	s := again.open(path)
	arrived(t, s)
	if got := grantOf(t, s, g.Stamped().ID); got.Title != "From the second window" {
		t.Errorf("it is %q", got.Title)
	}
	history, err := s.History(t.Context(), data.KindGrant, g.Stamped().ID)
	if err != nil || len(history) != 1 {
		t.Errorf("it was saved %d times, %v", len(history), err)
	}
	wantMirrors(t, path, s)
}
