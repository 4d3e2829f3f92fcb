package wholefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestANewFileTakesTheOldOnesPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "reply.pdf")
	for _, s := range []string{"first", "second, and longer", "3"} {
		if err := Write(path, Usual, text(s)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != s {
			t.Errorf("the file says %q, want %q", got, s)
		}
	}
}

func TestAFailureLeavesTheOldFileAndNothingElse(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "reply.pdf")
	if err := Write(path, Usual, text("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the lamp went out")
	err := Write(path, Usual, func(w io.Writer) error {
		return errors.Join(text("half of the n")(w), broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("the cause is lost: %v", err)
	}
	if got := read(t, path); got != "old" {
		t.Errorf("the old file says %q", got)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("something is left beside it: %v, %v", left, err)
	}
	if err := Write(filepath.Join(folder, "nowhere", "x"), Usual, text("")); err == nil {
		t.Error("a file was written into a folder that is not there")
	}
}

func TestAPrivateFileIsPrivateAndRightsStay(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps rights elsewhere")
	}
	path := filepath.Join(t.TempDir(), "personal.json")
	for range 2 {
		if err := Write(path, Private, text("x")); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("everybody may read it: %v, %v", info.Mode(), err)
		}
	}
	if err := Write(path, Usual, text("y")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("it lost its rights: %v, %v", info.Mode(), err)
	}
}
