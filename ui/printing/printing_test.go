//go:build unix

package printing

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tools puts programs of these names into the path, and nothing else.
func tools(t *testing.T, scripts map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script), 0o700); err != nil { //nolint:gosec // a program
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	return folder
}

func TestTheUsualPrinterIsFirst(t *testing.T) {
	tools(t, map[string]string{"lpstat": `case $1 in -e) echo Attic; echo Office_Laser; echo Post_Room;; -d) echo "system default destination: Office_Laser";; esac`})
	got, err := System{}.Printers(t.Context())
	if err != nil || !slices.Equal(got, []string{"Office_Laser", "Attic", "Post_Room"}) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhereThereIsNoPrinterItIsSaid(t *testing.T) {
	tools(t, map[string]string{"lpstat": `echo "lpstat: No destinations added." >&2; exit 1`})
	if got, err := (System{}).Printers(t.Context()); !errors.Is(err, ErrNone) {
		t.Errorf("%q, %v", got, err)
	}
	tools(t, nil)
	if got, err := (System{}).Printers(t.Context()); !errors.Is(err, ErrNone) {
		t.Errorf("without CUPS: %q, %v", got, err)
	}
	if err := (System{}).Print(t.Context(), "paper.pdf", "", 1); !errors.Is(err, ErrNone) {
		t.Errorf("without CUPS: %v", err)
	}
}

func TestAPaperIsSentAsItIsAskedFor(t *testing.T) {
	folder := tools(t, map[string]string{"lp": `printf '%s\n' "$@" > "${0%/lp}/said"`})
	for _, c := range []struct {
		printer string
		copies  int
		want    string
	}{{"Office_Laser", 3, "-n|3|-d|Office_Laser|--|-attendance sheet.pdf"}, {"", 0, "-n|1|--|-attendance sheet.pdf"}} {
		if err := (System{}).Print(t.Context(), "-attendance sheet.pdf", c.printer, c.copies); err != nil {
			t.Fatal(err)
		}
		said, err := os.ReadFile(filepath.Join(folder, "said"))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(strings.TrimSpace(string(said)), "\n", "|"); got != c.want {
			t.Errorf("lp is told %s, want %s", got, c.want)
		}
	}
	tools(t, map[string]string{"lp": `echo "lp: The printer or class does not exist." >&2; exit 1`})
	if err := (System{}).Print(t.Context(), "paper.pdf", "Gone", 1); err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("a printer that is not there: %v", err)
	}
}
