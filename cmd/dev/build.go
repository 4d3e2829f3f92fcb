package main

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"

	"almoner/cmd/almoner/screen"
)

type buildVerb struct {
	Windows bool   `help:"Build for Windows (x86-64) too, with mingw-w64."`
	Out     string `help:"Folder for the programs; out at the root of the repository if not given." placeholder:"DIR"`
}

// Run builds both programs.
func (v *buildVerb) Run(ctx context.Context, s *shop) error {
	dir, err := s.outFolder(v.Out)
	if err != nil {
		return err
	}
	if err := s.need(ctx, compilerPackages(runtime.GOOS)...); err != nil {
		return err
	}
	steps := buildSteps(s, runtime.GOOS, dir)
	if v.Windows && runtime.GOOS != "windows" {
		if err := s.need(ctx, windowsPackages...); err != nil {
			return err
		}
		steps = append(steps, buildSteps(s, "windows", dir)...)
	}
	return s.follow(ctx, steps)
}

// compilerPackages are what a window is compiled with; outside Linux the compiler
// brings the headers.
func compilerPackages(goos string) []string {
	if goos == "linux" {
		return buildPackages
	}
	return []string{"gcc"}
}

func buildSteps(s *shop, goos, dir string) []step {
	window := buildWindow(goos, executable(dir, "almoner", goos))
	terminal := buildTerminal(goos, executable(dir, "almonerctl", goos))
	return []step{
		{fmt.Sprintf("Building %s", output(window)), func(ctx context.Context) error { return s.run(ctx, window) }},
		{fmt.Sprintf("Building %s", output(terminal)), func(ctx context.Context) error { return s.run(ctx, terminal) }},
	}
}

// buildWindow is the command that builds the window program. The first time
// compiles OpenGL's bindings, which takes minutes; after that the cache has them.
func buildWindow(goos, binary string) command {
	env := []string{"CGO_ENABLED=1", "GOOS=" + goos}
	args := []string{"build", "-tags", windowTags(goos), "-o", binary}
	if goos == "windows" {
		args = append(args, "-ldflags", "-H=windowsgui") // no console beside the window
		if runtime.GOOS != "windows" {
			env = append(env, "CC="+screen.WindowsCompiler, "GOARCH=amd64")
		}
	}
	return command{name: "go", args: append(args, "./cmd/almoner"), env: env}
}

// buildTerminal is the command that builds the terminal program, which needs no C.
func buildTerminal(goos, binary string) command {
	env := []string{"CGO_ENABLED=0", "GOOS=" + goos}
	if goos == "windows" && runtime.GOOS != "windows" {
		env = append(env, "GOARCH=amd64")
	}
	return command{name: "go", args: []string{"build", "-o", binary, "./cmd/almonerctl"}, env: env}
}

// windowTags are the tags of a window. It moves nothing by itself: a caret that fades in and out has the whole window painted anew twelve
// times a second, which on a computer without a graphics card, or far away, takes a seventh of a processor. On Windows and macOS it
// speaks to screen readers, as far as Fyne can.
func windowTags(goos string) string {
	const all = "migrated_fynedo,no_animations"
	if goos == "linux" {
		return all + ",x11"
	}
	return all + ",accessibility"
}

func executable(dir, name, goos string) string {
	if goos == "windows" {
		name += ".exe"
	}
	return filepath.Join(dir, name)
}

// output is the file that a build command writes.
func output(c command) string {
	for i, a := range c.args {
		if a == "-o" {
			return c.args[i+1]
		}
	}
	return ""
}
