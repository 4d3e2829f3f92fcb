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

	"almoner/data"
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
	if path := os.Getenv(restorerPath); path != "" {
		if err := restoreAgain(path, os.Getenv(restorerFrom)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	flag.Parse()
	if f := flag.Lookup("rapid.checks"); f.Value.String() == f.DefValue { // each save is a visit to a real file
		_ = f.Value.Set("25")
	}
	os.Exit(m.Run())
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
