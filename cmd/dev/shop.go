package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Build tags. The window is drawn through X11 on Linux (a Wayland session has
// X11 too); ci replaces the screen with a drawing in memory, which needs no cgo.
const (
	windowlessTags = "ci,migrated_fynedo"
	windowTestTags = "windowtest,migrated_fynedo,no_animations,x11"
)

// shop is where the work is done: the repository, the cache, and the two streams
// on which a person follows it.
type shop struct {
	root  string // of the repository
	cache string // binaries and tools; may be deleted at any time
	out   io.Writer
	err   io.Writer
}

func openShop(out, complaints io.Writer) (*shop, error) {
	root, err := findRoot()
	if err != nil {
		return nil, err
	}
	cache, err := os.UserCacheDir()
	if err != nil { // a bare container has no HOME
		cache = os.TempDir()
	}
	cache = filepath.Join(cache, "almoner-dev")
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder for builds: %w", err)
	}
	return &shop{root: root, cache: cache, out: out, err: complaints}, nil
}

// findRoot walks up from the working directory to Almoner's go.mod.
func findRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the repository: %w", err)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(mod), "module almoner\n") {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("%s is not in Almoner's repository: change into it first", start)
		}
	}
}

// say prints one line of what is going on.
func (s *shop) say(format string, args ...any) {
	_, _ = fmt.Fprintf(s.out, format+"\n", args...)
}

// step is a part of the work with a title that a person reads while it runs.
type step struct {
	title string
	do    func(context.Context) error
}

// follow does the steps in order, says which and how long, and stops at the first
// that fails.
func (s *shop) follow(ctx context.Context, steps []step) error {
	began := time.Now()
	for i, st := range steps {
		start := time.Now()
		s.say("%d/%d %s …", i+1, len(steps), st.title)
		if err := st.do(ctx); err != nil {
			return fmt.Errorf("%d/%d %s: %w", i+1, len(steps), st.title, err)
		}
		s.say("%d/%d %s: done in %s", i+1, len(steps), st.title, took(start))
	}
	s.say("All done in %s.", took(began))
	return nil
}

func took(since time.Time) time.Duration {
	return time.Since(since).Round(100 * time.Millisecond)
}

// command is a program to be run, as data, so that a test can look at it.
type command struct {
	name string
	args []string
	env  []string // added to the environment, as NAME=value
}

func (c command) String() string {
	return strings.Join(append(append([]string{}, c.env...), append([]string{c.name}, c.args...)...), " ")
}

// run runs the command at the root of the repository, its words going where ours go.
func (s *shop) run(ctx context.Context, c command) error {
	return s.runTo(ctx, c, s.out)
}

func (s *shop) runTo(ctx context.Context, c command, out io.Writer) error {
	cmd := s.prepare(ctx, c)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, out, s.err
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", c, err)
	}
	return nil
}

// ask runs the command and returns what it prints, also when it fails.
func (s *shop) ask(ctx context.Context, c command) (string, error) {
	out, err := s.prepare(ctx, c).Output()
	if err != nil {
		complaint := ""
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			complaint = ": " + strings.TrimSpace(string(exit.Stderr))
		}
		return string(out), fmt.Errorf("%s: %w%s", c, err, complaint)
	}
	return string(out), nil
}

func (s *shop) prepare(ctx context.Context, c command) *exec.Cmd {
	cmd := exec.CommandContext(ctx, c.name, c.args...)
	cmd.Dir = s.root
	cmd.Env = append(os.Environ(), c.env...)
	return cmd
}

// outFolder makes the folder for what is shown to people: dir, or out at the root
// of the repository.
func (s *shop) outFolder(dir string) (string, error) {
	if dir == "" {
		dir = filepath.Join(s.root, "out")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find the output folder: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the output folder: %w", err)
	}
	return dir, nil
}
