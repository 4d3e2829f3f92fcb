//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// widthOf is how many columns a terminal has, or 0 for what is not a terminal.
func widthOf(f *os.File) int {
	size, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	switch {
	case err != nil:
		return 0
	case size.Col == 0:
		return 80 // a terminal that does not know its size, as some emulators
	default:
		return int(size.Col)
	}
}
