package main

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"

	"almoner/cmd/almoner/screen"
)

// testLimit is the time after which go test gives a package up. It is go's own
// limit three times over, because a slow machine is no failure.
const testLimit = "30m"

type testVerb struct {
	Short bool   `help:"Leave out the tests of the real window."`
	Only  string `name:"run" help:"Only tests whose name this regular expression matches." placeholder:"REGEXP"`
}

// Run runs the tests in order of what they cost and stops at the first failure.
func (v *testVerb) Run(ctx context.Context, s *shop) error {
	packages := compilerPackages(runtime.GOOS)
	windows := !v.Short && runtime.GOOS == "linux"
	if windows {
		packages = slices.Concat(packages, screenPackages)
	}
	if runtime.GOOS == "linux" {
		packages = slices.Concat(packages, paperPackages, officePackages)
	}
	if err := s.need(ctx, packages...); err != nil {
		return err
	}
	if !v.Short && v.Only == "" {
		s.wantWine(ctx)
	}
	all, err := s.packages(ctx, windowlessTags)
	if err != nil {
		return err
	}
	steps := []step{
		{"Vet", s.doing(vetHere())},
		{"Tests without a window", s.doing(testAll(v.Only))},
		{"Vet for Windows", s.doing(vetFor("windows", cgoFree(all))...)},
		{"Vet for macOS", s.doing(vetFor("darwin", cgoFree(all))...)},
		{"Race detector", s.doing(testRaces(concurrent(all), v.Only)...)},
	}
	if windows {
		steps = append(steps, step{"Tests of the real window", s.doing(testWindow(v.Only))})
	} else {
		s.say("The tests of the real window are left out: %s.", whyNoWindow(v.Short))
	}
	if why := screen.NoWine(); v.Short || v.Only != "" || why != "" {
		s.say("The Windows build is not tried: %s.", cmp.Or(why, "only some tests were asked for"))
	} else {
		steps = append(steps,
			step{"Three programs of the Windows build on one office", s.tryUnderWine},
			step{"The first journey in the window of the Windows build", s.doing(testUnderWine())})
	}
	if why := s.noRig(); v.Short || v.Only != "" || why != "" {
		s.say("The trial on a real share is left out: %s.", cmp.Or(why, "only some tests were asked for"))
	} else {
		steps = append(steps, step{"Two computers on a real share", func(ctx context.Context) error { return s.tryOnShare(ctx, []trial{quickTrial}) }})
	}
	return s.follow(ctx, steps)
}

func whyNoWindow(short bool) string {
	if short {
		return "-short was given"
	}
	return "they need Xvfb, which is for Linux"
}

// doing runs the commands one after the other.
func (s *shop) doing(commands ...command) func(context.Context) error {
	return func(ctx context.Context) error {
		for _, c := range commands {
			s.say("  %s", c)
			if err := s.run(ctx, c); err != nil {
				return err
			}
		}
		return nil
	}
}

// packages lists the packages of the repository by their import paths.
func (s *shop) packages(ctx context.Context, tags string) ([]string, error) {
	list, err := s.ask(ctx, command{name: "go", args: []string{"list", "-tags", tags, "./..."}, env: []string{"CGO_ENABLED=0"}})
	if err != nil {
		return nil, err
	}
	return strings.Fields(list), nil
}

// within are the packages at or below one of the folders. Unlike the pattern
// ./folder/... it has nothing against a folder that is not there.
func within(all []string, folders ...string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(p string) bool {
		return !slices.ContainsFunc(folders, func(f string) bool {
			f = "almoner/" + f
			return p == f || strings.HasPrefix(p, f+"/")
		})
	})
}

// cgoFree are the packages that every system compiles without a C compiler.
func cgoFree(all []string) []string {
	return within(all, "data", "reports", "cmd/almonerctl", "cmd/dev")
}

// concurrent are the packages that use goroutines of their own or their library's.
func concurrent(all []string) []string { return within(all, "data", "ui") }

func vetHere() command {
	return command{name: "go", args: []string{"vet", "-tags", windowlessTags, "./..."}, env: []string{"CGO_ENABLED=0"}}
}

func vetFor(goos string, packages []string) []command {
	if len(packages) == 0 {
		return nil
	}
	return []command{{
		name: "go", args: append([]string{"vet", "-tags", windowlessTags}, packages...),
		env: []string{"CGO_ENABLED=0", "GOOS=" + goos},
	}}
}

func testAll(only string) command {
	return command{name: "go", args: goTest(only, "-tags", windowlessTags, "./..."), env: []string{"CGO_ENABLED=0"}}
}

func testRaces(packages []string, only string) []command {
	if len(packages) == 0 {
		return nil
	}
	// The laws have been tried in full without the detector, which makes them ten times slower; -short tries a fifth.
	args := append([]string{"-race", "-short", "-tags", windowlessTags}, packages...)
	return []command{{name: "go", args: goTest(only, args...), env: []string{"CGO_ENABLED=1"}}}
}

// testWindow runs one package after the other: two windows at once would fight
// for the processor, and slow is the only thing that makes a window test fail.
// What runs the Windows build is a step of its own, unless it is asked for.
func testWindow(only string) command {
	args := []string{"-p", "1", "-tags", windowTestTags, "./cmd/almoner/..."}
	if only == "" {
		args = append([]string{"-skip", underWine}, args...)
	}
	return command{name: "go", args: goTest(only, args...), env: []string{"CGO_ENABLED=1"}}
}

func goTest(only string, args ...string) []string {
	start := []string{"test", "-timeout", testLimit}
	if only != "" {
		start = append(start, "-run", only)
	}
	return append(start, args...)
}
