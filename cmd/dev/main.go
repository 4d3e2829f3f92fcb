// Command dev is for whoever works on Almoner: it readies the machine, runs the
// program, tests, lints, measures and builds it, the same way on every machine
// and in CI. It is plain Go without cgo, so that a machine with Go and nothing
// else can run it:
//
//	go run ./cmd/dev run     see the program at work on the sample office
//	go run ./cmd/dev test    all tests, also those of the real window
//	go run ./cmd/dev lint    the linters and the formatting
//	go run ./cmd/dev bench   the benchmarks, beside older results if wanted
//	go run ./cmd/dev build   the programs, for this system or for Windows
//
//	go run ./cmd/dev rig     the sharing of an office, on a real SMB share
//
//	go run ./cmd/dev conformance   every paper against PDF/UA-1, PDF/A-2a and WCAG 2.2 AA
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

type verbs struct {
	Run   runVerb   `cmd:"" help:"Build Almoner and open its window on the sample office. Without a screen: a virtual one, a screenshot and the sample's FOI reply."`
	Test  testVerb  `cmd:"" help:"Run all tests: without a window, with the race detector, and on the real window."`
	Lint  lintVerb  `cmd:"" help:"Run the linters and check the formatting."`
	Bench benchVerb `cmd:"" help:"Run the benchmarks and keep what they say."`
	Build buildVerb `cmd:"" help:"Build almoner and almonerctl."`

	Rig rigVerb `cmd:"" help:"Try the sharing of an office on a real SMB share, with several computers whose programs are killed, stopped and cut off."`

	Conformance conformanceVerb `cmd:"" help:"Make every paper of the sample office and hold it to PDF/UA-1 and PDF/A-2a (veraPDF) and WCAG 2.2 AA (axe-core)."`
}

func main() {
	os.Exit(work())
}

// work returns the exit code: 1 when the work failed, 2 when the command line is
// wrong, 3 when the machine lacks something and the sentence says what to type.
func work() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var v verbs
	parser := kong.Must(&v, kong.Name("dev"),
		kong.Description("For whoever works on Almoner: go run ./cmd/dev VERB."),
		kong.BindTo(ctx, (*context.Context)(nil)))
	call, err := parser.Parse(longFlags(os.Args[1:]))
	if err != nil {
		fmt.Fprintf(os.Stderr, "dev: %v. Type: go run ./cmd/dev --help\n", err)
		return 2
	}
	shop, err := openShop(os.Stdout, os.Stderr)
	if err == nil {
		err = call.Run(shop)
	}
	if lacking := (*missingError)(nil); errors.As(err, &lacking) {
		fmt.Fprintln(os.Stderr, "dev:", lacking)
		return 3
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "dev:", err)
		return 1
	}
	return 0
}

// longFlags lets a flag be written as go itself writes it, -short for --short.
func longFlags(args []string) []string {
	long := make([]string, len(args))
	for i, a := range args {
		if len(a) > 2 && a[0] == '-' && a[1] != '-' {
			a = "-" + a
		}
		long[i] = a
	}
	return long
}
