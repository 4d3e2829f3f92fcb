//go:build !linux && !windows

package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// fresh finds a client that does not show yet what a file holds now.
func fresh(f *os.File) error {
	uncached, err := os.Open(f.Name())
	if err != nil {
		return err
	}
	if _, err := unix.FcntlInt(uncached.Fd(), unix.F_NOCACHE, 1); err != nil {
		return errors.Join(err, uncached.Close())
	}
	return errors.Join(sameUncached(f, uncached), uncached.Close())
}
