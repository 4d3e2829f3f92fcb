//go:build unix

package sqlite

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
)

func TestAStoppedHolderIsWaitedForAndNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("waits until the patience with a lock ends")
	}
	ann, s, g := shared(t)
	holder := exec.CommandContext(t.Context(), os.Args[0])
	holder.Env = append(os.Environ(), lockHolderPath+"="+s.Path())
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = holder.Process.Kill(); _ = holder.Wait() })
	eventually(t, "the lock is held", func() bool {
		l, err := s.truth.tryLock()
		if err == nil {
			_ = l.Release()
		}
		return err != nil
	})
	if err := holder.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	ann.save(s, retitled(t, g, "Helpline for all"))
	ann.says(s, "Waiting for “Office.almoner”: somebody else is saving to it.")
	ann.says(s, "Somebody else is saving to “Office.almoner” and has not finished.")
	if s.Standing().Waiting != 1 {
		t.Errorf("the save does not wait: %+v", s.Standing())
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	arrived(t, s)
	wantMirrors(t, s.Path(), s)
}
