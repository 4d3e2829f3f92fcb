package filelock

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// holderPath makes this test binary a holder: it takes the lock of that path, says so and keeps it until it is killed.
const holderPath = "ALMONER_TEST_LOCK_HOLDER"

func TestMain(m *testing.M) {
	if path := os.Getenv(holderPath); path != "" {
		l, err := Try(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		_, _ = fmt.Fprintln(os.Stdout, "held")
		<-time.After(time.Hour)
		_ = l.Release() // never reached; keeps the lock alive
	}
	os.Exit(m.Run())
}

func wantHeld(t *testing.T, path string) {
	t.Helper()
	if l, err := Try(path); !errors.Is(err, ErrHeld) {
		t.Errorf("taken twice: %v, %v", l, err)
	}
	if l, err := TryShared(path); !errors.Is(err, ErrHeld) {
		t.Errorf("read while it is held: %v, %v", l, err)
	}
}

func wantFree(t *testing.T, path string) {
	t.Helper()
	l, err := Try(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Release(); err != nil {
		t.Error(err)
	}
}

func TestALockKeepsEverybodyElseOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Swyddfa # 100% Gwynedd.almoner.lock")
	l, err := Try(path)
	if err != nil {
		t.Fatal(err)
	}
	wantHeld(t, path)
	if err := l.Release(); err != nil {
		t.Fatal(err)
	}
	wantFree(t, path)
}

func TestReadersShareALockAndKeepWritersOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	wantFree(t, path)
	var readers []*Lock
	for range 2 {
		l, err := TryShared(path)
		if err != nil {
			t.Fatal(err)
		}
		readers = append(readers, l)
	}
	if _, err := Try(path); !errors.Is(err, ErrHeld) {
		t.Errorf("written while it is read: %v", err)
	}
	for _, l := range readers {
		if err := l.Release(); err != nil {
			t.Error(err)
		}
	}
	wantFree(t, path)
}

func TestWhatIsNotThereIsNoLockThatIsHeld(t *testing.T) {
	if _, err := TryShared(filepath.Join(t.TempDir(), "lock")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("reading what is not there: %v", err)
	}
	if _, err := Try(filepath.Join(t.TempDir(), "no folder", "lock")); err == nil || errors.Is(err, ErrHeld) {
		t.Errorf("a lock in no folder: %v", err)
	}
}

func TestALockEndsWithAKilledHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	holder := exec.CommandContext(t.Context(), os.Args[0])
	holder.Env = append(os.Environ(), holderPath+"="+path)
	holder.Stderr = os.Stderr
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	if said := bufio.NewScanner(out); !said.Scan() || said.Text() != "held" {
		t.Fatal("the other process did not take the lock")
	}
	wantHeld(t, path)
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait() // it was killed, which is an error
	wantFree(t, path)
}

func TestAKeeperTakesItsLockAgainAndAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	k := Keep(path)
	if err := k.Open(); err != nil {
		t.Fatal(err)
	}
	wantFree(t, path)
	for range 3 {
		l, err := k.Try()
		if err != nil {
			t.Fatal(err)
		}
		wantHeld(t, path)
		if err := l.Release(); err != nil {
			t.Fatal(err)
		}
		wantFree(t, path)
	}
	l, err := Try(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Try(); !errors.Is(err, ErrHeld) {
		t.Errorf("a keeper takes what another holds: %v", err)
	}
	if k.file == nil {
		t.Error("a keeper closes the file when another holds it")
	}
	if err := l.Release(); err != nil {
		t.Fatal(err)
	}
	if err := k.file.Close(); err != nil { // as a cut network does
		t.Fatal(err)
	}
	if l, err = k.Try(); err != nil {
		t.Fatalf("a keeper whose file went bad does not open it anew: %v", err)
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	_ = l.Release() // its file is closed, which an error says
	wantFree(t, path)
}
