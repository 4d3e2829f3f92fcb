//go:build unix

package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// ownVFS is how SQLite is to come by files: without locks of its own. On a share those keep nobody out (Linux) or bring the driver down
// (macOS), and closing any handle of a file would drop them; the lock beside the file is what keeps programs apart.
const ownVFS = "unix-none"

// openToWatch opens a file that is to be looked at again and again, without hindering anybody.
// It is opened as SQLite opens it, so that a client which keeps handles for a moment may give one for the other.
func openToWatch(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|unix.O_NOFOLLOW, 0)
	if errors.Is(err, unix.ELOOP) {
		return os.Open(path)
	}
	return f, err
}

// readOnlyPlace reports whether an error is that nothing may be written where a file lies.
func readOnlyPlace(err error) bool { return errors.Is(err, unix.EROFS) }

// mostFull reports whether an error is that a disk, or somebody's part of it, is full.
func mostFull(err error) bool { return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) }
