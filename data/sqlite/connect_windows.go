package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// ownVFS is how SQLite is to come by files: in its usual way, whose locks do no harm on Windows. The lock beside the file is what keeps
// programs apart.
const ownVFS = ""

// openToWatch opens a file that is to be looked at again and again, without hindering anybody: it may be written to, replaced and deleted
// meanwhile, which os.Open forbids.
func openToWatch(path string) (*os.File, error) {
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	h, err := windows.CreateFile(p, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE, nil,
		windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// readOnlyPlace reports whether an error is that nothing may be written where a file lies.
func readOnlyPlace(err error) bool {
	return errors.Is(err, windows.ERROR_WRITE_PROTECT) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// mostFull reports whether an error is that a disk, or somebody's part of it, is full.
func mostFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}
