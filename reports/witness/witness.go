// Package witness finds the programs of others that tests show our papers to: what PDF viewers and office programs read in a file is what
// people get, whatever our own code thinks that it wrote.
package witness

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// Program is where a program lies. A machine without it skips the test and says so; a machine that decides whether a change is taken (CI is
// set) has it installed by cmd/dev, so there the test fails.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	switch {
	case err == nil:
	case os.Getenv("CI") != "" && runtime.GOOS == "linux":
		t.Fatalf("%s is not installed, and here nothing may be left unchecked", name)
	default:
		t.Skipf("%s is not installed, so what it would say is not checked", name)
	}
	return path
}

// Convert lets LibreOffice read a file and write it in another form, and returns what it wrote. What is the form and its filter, as
// --convert-to takes them; ending is that of the file that is written.
func Convert(t testing.TB, file []byte, name, what, ending string) []byte {
	t.Helper()
	office, dir := Program(t, "soffice"), t.TempDir()
	from := filepath.Join(dir, name)
	if err := os.WriteFile(from, file, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), office, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--convert-to", what, "--outdir", dir, from)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("LibreOffice does not read %s: %v\n%s", name, err, out)
	}
	made, err := os.ReadFile(from[:len(from)-len(filepath.Ext(from))] + "." + ending)
	if err != nil {
		t.Fatalf("LibreOffice does not read %s: %v\n%s", name, err, out)
	}
	return made
}
