package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

const (
	statModule  = "golang.org/x/perf/cmd/benchstat"
	statVersion = "v0.0.0-20260908200009-22c9c6c9d4da"
)

type benchVerb struct {
	Count   int    `help:"How often each is run; 6 is the least that benchstat believes." default:"1"`
	Only    string `name:"run" help:"Only benchmarks whose name this regular expression matches." placeholder:"REGEXP" default:"."`
	Against string `help:"An older result to compare with." placeholder:"OLD.txt" type:"existingfile"`
	Out     string `help:"Folder for bench.txt; out at the root of the repository if not given." placeholder:"DIR"`
}

// Run measures, keeps the result as bench.txt, and compares it with an older one
// if that is given.
func (v *benchVerb) Run(ctx context.Context, s *shop) error {
	dir, err := s.outFolder(v.Out)
	if err != nil {
		return err
	}
	result := filepath.Join(dir, "bench.txt")
	if v.Against != "" {
		if v.Against, err = keepOld(v.Against, result); err != nil {
			return err
		}
	}
	packages, err := s.measured(ctx)
	if err != nil {
		return err
	}
	if len(packages) == 0 {
		s.say("No package has a benchmark.")
		return nil
	}
	steps := []step{{fmt.Sprintf("Benchmarks of %d packages, into %s", len(packages), result), func(ctx context.Context) error {
		return s.measure(ctx, benchmarks(packages, v.Only, v.Count), result)
	}}}
	if v.Against != "" {
		steps = append(steps, step{"Comparing with " + v.Against, func(ctx context.Context) error {
			return s.compare(ctx, v.Against, result)
		}})
	}
	return s.follow(ctx, steps)
}

// keepOld moves the older result aside if it is the very file that is about to be
// written.
func keepOld(old, result string) (string, error) {
	old, err := filepath.Abs(old)
	if err != nil || old != result {
		return old, err
	}
	aside := strings.TrimSuffix(result, ".txt") + "-old.txt"
	if err := os.Rename(result, aside); err != nil {
		return "", fmt.Errorf("keep the older result: %w", err)
	}
	return aside, nil
}

func benchmarks(packages []string, only string, count int) command {
	args := []string{"test", "-run", "^$", "-bench", only, "-benchmem", "-count", fmt.Sprint(count), "-timeout", "60m", "-tags", windowlessTags, "-p", "1"}
	return command{name: "go", args: append(args, packages...), env: []string{"CGO_ENABLED=0"}}
}

func (s *shop) measure(ctx context.Context, c command, result string) error {
	file, err := os.Create(result)
	if err != nil {
		return fmt.Errorf("keep the result: %w", err)
	}
	failed := s.runTo(ctx, c, io.MultiWriter(s.out, file))
	if err := file.Close(); err != nil && failed == nil {
		return fmt.Errorf("keep the result: %w", err)
	}
	return failed
}

func (s *shop) compare(ctx context.Context, old, result string) error {
	stat, err := s.tool(ctx, statModule, statVersion)
	if err != nil {
		return err
	}
	return s.run(ctx, command{name: stat, args: []string{old, result}})
}

// measured are the packages that have a benchmark: most have none, and building
// the tests of each only to run nothing takes longer than measuring.
func (s *shop) measured(ctx context.Context) ([]string, error) {
	const format = `{{$p := .}}{{range .TestGoFiles}}{{$p.ImportPath}} {{$p.Dir}}/{{.}}{{"\n"}}{{end}}{{range .XTestGoFiles}}{{$p.ImportPath}} {{$p.Dir}}/{{.}}{{"\n"}}{{end}}`
	list, err := s.ask(ctx, command{name: "go", args: []string{"list", "-tags", windowlessTags, "-f", format, "./..."}, env: []string{"CGO_ENABLED=0"}})
	if err != nil {
		return nil, err
	}
	return withBenchmark(list, os.ReadFile)
}

var benchmarkFunc = regexp.MustCompile(`(?m)^func Benchmark\w*\(\w+ \*testing\.B\)`)

// withBenchmark reads lines of a package and one of its test files, and keeps the
// packages in whose files a benchmark stands.
func withBenchmark(list string, read func(string) ([]byte, error)) ([]string, error) {
	var packages []string
	for line := range strings.Lines(list) {
		pkg, file, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || len(packages) > 0 && packages[len(packages)-1] == pkg {
			continue
		}
		source, err := read(file)
		if err != nil {
			return nil, fmt.Errorf("look for benchmarks: %w", err)
		}
		if benchmarkFunc.Match(source) {
			packages = append(packages, pkg)
		}
	}
	return packages, nil
}
