package sqlite

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
	"almoner/data/sqlite/filelock"
)

// writerPath makes this test binary a writer: it saves grants to the office of that path and prints the ID of each when it is
// saved, until it has done as many as asked for or is killed.
const (
	writerPath  = "ALMONER_TEST_WRITER_PATH"
	writerSaves = "ALMONER_TEST_WRITER_SAVES"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(writerPath); path != "" {
		if err := writeGrants(path, os.Getenv(writerSaves)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if ended, err := otherProgram(); ended {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	flag.Parse()
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue { // each save is a visit to a real file
		_ = f.Value.Set("25")
	}
	// The race detector makes SQLite, which is Go here, fifty times slower, and tells nothing of tests in which one thing happens after the
	// other. Those with several goroutines are these.
	if f := flag.Lookup("test.run"); raced && f.Value.String() == "" {
		_ = f.Value.Set(strings.Join(concurrentTests, "|"))
	}
	os.Exit(m.Run())
}

var concurrentTests = []string{
	"TestWhatOneSavesTheOtherSees", "TestWhatTwoChangedTogether", "TestAClashIsKept", "TestWithoutTheFile", "TestWhatIssuesSomething",
	"TestNothingThatAWindowAsks", "TestWhatTwoWindows", "TestColleaguesFollow", "TestOneComputerMakes",
}

// What else this test binary can be: a writer that dies in the middle of a transaction, a person who saves while the file cannot be had
// and whose program comes down, a holder of the lock.
const (
	halfWriterPath    = "ALMONER_TEST_HALF_WRITER_PATH"
	offlineWriterPath = "ALMONER_TEST_OFFLINE_WRITER_PATH"
	offlineWriterDesk = "ALMONER_TEST_OFFLINE_WRITER_DESK"
	lockHolderPath    = "ALMONER_TEST_LOCK_HOLDER_PATH"
)

func otherProgram() (ended bool, err error) {
	switch {
	case os.Getenv(halfWriterPath) != "":
		return true, writeHalf(os.Getenv(halfWriterPath))
	case os.Getenv(offlineWriterPath) != "":
		return true, saveAndComeDown(os.Getenv(offlineWriterPath), os.Getenv(offlineWriterDesk))
	case os.Getenv(lockHolderPath) != "":
		lock, err := filelock.Try(lockPath(os.Getenv(lockHolderPath)))
		if err != nil {
			return true, err
		}
		<-time.After(time.Hour) // until it is killed
		return true, lock.Release()
	case os.Getenv(restorerPath) != "":
		return true, restoreAgain(os.Getenv(restorerPath), os.Getenv(restorerFrom))
	default:
		return false, nil
	}
}

// comeDown ends this process as a power cut would.
func comeDown() error {
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	if err := self.Kill(); err != nil {
		return err
	}
	<-time.After(time.Hour)
	return nil
}

// writeHalf has SQLite write pages into the file before it commits, and dies.
func writeHalf(path string) error {
	return (&truth{path: path}).visit(context.Background(), func(ctx context.Context, db *bun.DB, _ *stay) error {
		for _, statement := range []string{"PRAGMA cache_size = 5", "PRAGMA cache_spill = 5"} {
			if _, err := db.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		for i := range 300 {
			if _, err := tx.ExecContext(ctx, "INSERT INTO contents (sha256, content) VALUES (?, zeroblob(4000))", fmt.Sprintf("%064d", i)); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "UPDATE grants SET title = 'Half'"); err != nil {
			return err
		}
		return comeDown()
	})
}

// saveAndComeDown saves while somebody else has the file, says so, and dies.
func saveAndComeDown(path, desk string) error {
	s, err := Share(context.Background(), path, User{Name: "Ann", Machine: "laptop of Ann"}, Options{Folder: desk})
	if err != nil {
		return err
	}
	s.turn <- struct{}{}
	for i := range 3 {
		saved, err := s.Save(context.Background(), &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: fmt.Sprint("Offline ", i)})
		if err != nil {
			return err
		}
		_, _ = fmt.Fprintln(os.Stdout, saved.Record.Stamped().ID)
	}
	return comeDown()
}

func writeGrants(path, saves string) error {
	var n int
	if _, err := fmt.Sscan(saves, &n); err != nil {
		return err
	}
	ctx := context.Background()
	o, err := Open(ctx, path, User{Name: "Writer", Machine: fmt.Sprint(os.Getpid())})
	if err != nil {
		return err
	}
	for i := range n {
		rec, err := data.New(data.KindGrant)
		if err != nil {
			return err
		}
		g := rec.(*data.Grant)
		g.Title = fmt.Sprintf("Grant %d of %d", i, os.Getpid())
		g.Awards = []data.Award{{FinancialYear: 2024, Amount: data.Pounds(int64(i))}}
		if _, err := o.Save(ctx, g); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(os.Stdout, g.ID); err != nil {
			return err
		}
	}
	return o.Close()
}

// writer starts another process that saves n grants; what it prints are the IDs of those that it was told are saved.
func writer(t *testing.T, path string, n int) (*exec.Cmd, io.Reader) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), writerPath+"="+path, fmt.Sprintf("%s=%d", writerSaves, n))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, out
}

func TestTenPeopleSaveAtOnce(t *testing.T) {
	const people, each = 5, 6 // five in this process, each with an Office of its own, and five processes
	o := newOffice(t)
	var all sync.WaitGroup
	failed := make(chan error, people)
	for p := range people {
		colleague := openAgain(t, o)
		all.Go(func() {
			for i := range each {
				g := newGrant(t, fmt.Sprintf("Grant %d of %d", i, p))
				if _, err := colleague.Save(context.Background(), g); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	for range people {
		cmd, out := writer(t, o.Path(), each)
		all.Go(func() {
			printed, err := io.ReadAll(out)
			if err = errors.Join(err, cmd.Wait()); err != nil || strings.Count(string(printed), "\n") != each {
				t.Errorf("a process failed: %v, printed %q", err, printed)
			}
		})
	}
	all.Wait()
	close(failed)
	for err := range failed {
		t.Error(err)
	}
	news, err := o.Refresh(t.Context())
	if err != nil || len(news) != 2*people*each {
		t.Errorf("%d changes, %v, want %d", len(news), err, 2*people*each)
	}
	if n := o.Register().Count(data.KindGrant); n != 2*people*each {
		t.Errorf("%d grants, want %d", n, 2*people*each)
	}
	sameOffice(t, o.Register(), openAgain(t, o).Register())
	wantSound(t, o.Path())
}

func TestAKilledProcessLosesNothingThatWasSaved(t *testing.T) {
	o := newOffice(t)
	saved := map[data.ID]bool{}
	for kill := range 5 {
		cmd, out := writer(t, o.Path(), 1_000_000)
		lines := bufio.NewScanner(out)
		for range 3 + 4*kill { // somewhere in the work on the next one
			if !lines.Scan() {
				t.Fatal("the writer ended by itself")
			}
			saved[data.ID(lines.Text())] = true
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() { // what it was told before it died
			if len(lines.Text()) == len(data.NewID()) {
				saved[data.ID(lines.Text())] = true
			}
		}
		_ = cmd.Wait() // it was killed, which is an error
		wantSound(t, o.Path())
	}
	if _, err := o.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	for id := range saved {
		if _, ok := o.Register().Find(data.KindGrant, id); !ok {
			t.Errorf("the grant %s was saved and is lost", id)
		}
	}
	save(t, o, newGrant(t, "The next"))
	wantSound(t, o.Path())
}
