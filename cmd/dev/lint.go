package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// The tools are pinned, so that what passes today passes tomorrow.
const (
	lintModule  = "github.com/golangci/golangci-lint/v2/cmd/golangci-lint"
	lintVersion = "v2.15.0"
)

type lintVerb struct {
	Fix bool `help:"Mend what can be mended, and format."`
}

// Run lints and checks the formatting; .golangci.yml says what is asked.
func (v *lintVerb) Run(ctx context.Context, s *shop) error {
	linter, err := s.tool(ctx, lintModule, lintVersion)
	if err != nil {
		return err
	}
	return s.follow(ctx, lintSteps(s, linter, v.Fix))
}

func lintSteps(s *shop, linter string, fix bool) []step {
	lint, format := []string{"run"}, []string{"fmt", "--diff"}
	if fix {
		lint, format = []string{"run", "--fix"}, []string{"fmt"}
	}
	env := []string{"CGO_ENABLED=0"} // the tag ci stands in for the screen
	return []step{
		{"Formatting (gofumpt)", s.doing(command{name: linter, args: format, env: env})},
		{"Linters", s.doing(command{name: linter, args: lint, env: env})},
	}
}

// tool builds a Go tool of a version into the cache, once, and returns its path.
func (s *shop) tool(ctx context.Context, module, version string) (string, error) {
	dir := filepath.Join(s.cache, "tools", filepath.Base(module)+"-"+version)
	binary := executable(dir, filepath.Base(module), runtime.GOOS)
	if _, err := os.Stat(binary); err == nil {
		return binary, nil
	} else if !errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("look for %s: %w", binary, err)
	}
	s.say("Building %s %s (once; it takes a few minutes)", filepath.Base(module), version)
	install := command{name: "go", args: []string{"install", module + "@" + version}, env: []string{"GOBIN=" + dir, "CGO_ENABLED=0", "GOFLAGS="}}
	if err := s.run(ctx, install); err != nil {
		return "", err
	}
	return binary, nil
}
