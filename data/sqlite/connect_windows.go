package sqlite

import (
	"errors"

	"golang.org/x/sys/windows"
)

// vfs is how SQLite is to come by files: in its usual way, whose locks do no harm on Windows. The lock beside the file is what keeps
// programs apart.
const vfs = ""

// readOnlyPlace reports whether an error is that nothing may be written where a file lies.
func readOnlyPlace(err error) bool {
	return errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// mostFull reports whether an error is that a disk, or somebody's part of it, is full.
func mostFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}
