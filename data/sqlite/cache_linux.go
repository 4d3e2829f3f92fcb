package sqlite

import (
	"os"

	"golang.org/x/sys/unix"
)

// fresh makes sure that what is read of a file from now on is what it holds now: the client forgets what it has kept of it.
func fresh(f *os.File) error {
	return unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED) //nolint:gosec // a file descriptor is small
}
