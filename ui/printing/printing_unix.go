//go:build unix

package printing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

func printers(ctx context.Context) ([]string, error) {
	out, err := ask(ctx, "lpstat", "-e")
	names := strings.Fields(out)
	if errors.Is(err, exec.ErrNotFound) || len(names) == 0 {
		return nil, ErrNone // lpstat also fails where there is none
	}
	if usual, err := ask(ctx, "lpstat", "-d"); err == nil {
		slices.SortStableFunc(names, func(a, b string) int { return boolRank(isUsual(usual, a)) - boolRank(isUsual(usual, b)) })
	}
	return names, nil
}

// isUsual reads "system default destination: Office_Laser", in whatever language.
func isUsual(said, name string) bool { return strings.HasSuffix(strings.TrimSpace(said), ": "+name) }

func boolRank(first bool) int {
	if first {
		return 0
	}
	return 1
}

func send(ctx context.Context, file, printer string, copies int) error {
	args := []string{"-n", strconv.Itoa(max(copies, 1))}
	if printer != "" {
		args = append(args, "-d", printer)
	}
	_, err := ask(ctx, "lp", append(args, "--", file)...)
	if errors.Is(err, exec.ErrNotFound) {
		return ErrNone
	}
	return err
}

// ask runs a program of CUPS and returns what it prints.
func ask(ctx context.Context, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(wrong.String()))
	}
	return out.String(), nil
}
