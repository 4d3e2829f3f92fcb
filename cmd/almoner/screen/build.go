package screen

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
)

// Tags are what a window under test is built with.
const Tags = "windowtest,migrated_fynedo,no_animations,x11"

// Build builds the program in a folder of the repository ("cmd/almoner") so that
// it can be looked into, and returns the binary. Go's cache makes the second time
// quick.
func Build(t TB, folder string) string {
	t.Helper()
	return build(t, folder, filepath.Base(folder), Tags)
}

func build(t TB, folder, name, tags string, env ...string) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), name)
	cmd := exec.CommandContext(t.Context(), "go", "build", "-buildvcs=false", "-tags", tags, "-o", binary, "./"+folder)
	cmd.Dir = Root()
	cmd.Env = append(append(os.Environ(), "CGO_ENABLED=1"), env...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("build %s: %v\n%s", folder, err, said.String())
	}
	return binary
}

// Artifacts is the folder for pictures that people look at afterwards: the one
// named in ALMONER_ARTIFACTS, or out at the root of the repository.
func Artifacts() string {
	if dir := os.Getenv("ALMONER_ARTIFACTS"); dir != "" {
		return dir
	}
	return filepath.Join(Root(), "out")
}

// Root is the repository's folder, found by its go.mod above the working
// directory; the working directory itself where there is none.
func Root() string {
	start, err := os.Getwd()
	if err != nil {
		return "."
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return start
		}
	}
}
