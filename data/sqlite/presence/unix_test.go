//go:build unix

package presence

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

func TestASleepingColleagueIsHereAndIsNamed(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{})
	join(t, office, "cat", Options{})
	ben, _ := colleague(t, office, "ben", nil)
	eventually(t, "ann sees both", sees(ann, "ben cat"))
	if err := ben.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	for _, ask := range []func(context.Context) ([]Person, error){ann.Silent, ann.Holders} {
		eventually(t, "ben alone does not answer", func() bool { // on a slow machine cat may be late, too
			silent, err := ask(t.Context())
			return err == nil && names(silent) == "ben"
		})
	}
	if v := ann.Verdict(); v.State != Proved || names(ann.Others()) != "ben cat" {
		t.Errorf("while ben sleeps ann sees %v, %v", ann.Others(), v)
	}
	if _, v, err := Look(t.Context(), office, Options{Poll: quick}); err != nil || v.State != Proved {
		t.Errorf("a nightly job sees %v, %v", v, err)
	}
	if err := ben.Process.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	eventually(t, "ben answers again", func() bool {
		silent, err := ann.Silent(t.Context())
		return err == nil && len(silent) == 0
	})
}

// nobody is a person who owns nothing, for a test that runs as root and so may write everywhere.
const nobody = 65534

func TestAFolderThatMayOnlyBeReadIsLookedAt(t *testing.T) {
	dir, err := os.MkdirTemp("", "presence") //nolint:usetesting // t.TempDir is for its owner only
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	office := filepath.Join(dir, "Office.almoner")
	ann := join(t, office, "ann", Options{})
	reader := filepath.Join(dir, "reader")
	copyProgram(t, reader)
	before := filesOf(t, office)
	if err := os.Chmod(office+".users", 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chmod(office+".users", 0o755); err != nil { //nolint:gosec // so that ann can leave
			t.Error(err)
		}
	})
	_, said := colleague(t, office, "reader", func(cmd *exec.Cmd) {
		cmd.Path = reader
		if os.Geteuid() == 0 {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
	})
	if said != "proved true <nil>" {
		t.Errorf("the reader says %q", said)
	}
	if got := filesOf(t, office); len(got) != len(before) || len(ann.Others()) != 0 {
		t.Errorf("there is %v, and ann sees %v", got, ann.Others())
	}
}

func copyProgram(t *testing.T, to string) {
	t.Helper()
	in, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestColleaguesOfOneFolderMayAllRing(t *testing.T) {
	office := newOffice(t)
	if err := os.Chmod(filepath.Dir(office), 0o777); err != nil { //nolint:gosec // it is a folder of all
		t.Fatal(err)
	}
	join(t, office, "ann", Options{})
	for path, want := range map[string]os.FileMode{"": 0o022, "bell": 0o022, "ann.lock": 0o022, "ann.json": 0o022} {
		if info, err := os.Stat(filepath.Join(office+".users", path)); err != nil || info.Mode()&want != want {
			t.Errorf("%q has the rights %v, %v", path, info.Mode(), err)
		}
	}
}
