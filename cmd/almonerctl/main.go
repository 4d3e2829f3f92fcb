// Command almonerctl does from a terminal, or in a nightly job, what the window does with an office file: it makes one, loads and
// writes out what is in it, lists, shows and finds its records, tells and undoes what was changed, says what needs attention, prints its
// papers, checks that it is sound, backs it up and recovers it. It needs no screen and no C compiler.
//
//	almonerctl new office.almoner --sample
//	almonerctl list office.almoner grants --year 2024 --theme stalking
//	almonerctl print office.almoner foi FOI/25-001 -o reply.pdf
//
// On a terminal a list has aligned columns that fit its width and a line of totals; anywhere else it is one line a record with tabs
// between the columns, the keys of the vocabulary in the first line, and nothing cut. With --json it is a document for other programs.
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], terminal{out: os.Stdout, err: os.Stderr, width: widthOf(os.Stdout), watched: widthOf(os.Stderr) > 0})
	stop()
	os.Exit(code)
}
