// Package printing sends a paper to a printer the way the system does it: with lp, which asks CUPS, on macOS and Linux, and with the
// program that shows PDFs on Windows.
package printing

import (
	"context"
	"errors"
)

// System prints with what this computer has.
type System struct{}

// ErrNone is that this computer cannot print by itself: the person has to print from the program that shows the paper.
var ErrNone = errors.New("no printer is set up on this computer")

// Printers are the printers that one can choose from, the usual one first. There are none on Windows, where the usual one is taken;
// ErrNone is that nothing can be printed at all.
func (System) Printers(ctx context.Context) ([]string, error) { return printers(ctx) }

// Print sends a file to a printer; an empty name is the usual one.
func (System) Print(ctx context.Context, file, printer string, copies int) error {
	return send(ctx, file, printer, copies)
}
