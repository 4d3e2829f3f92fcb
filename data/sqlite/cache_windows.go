package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// fileFlagNoBuffering has each read go to the disk or the server.
const fileFlagNoBuffering = 0x20000000

// fresh finds a client that does not show yet what a file holds now.
func fresh(f *os.File) error {
	p, err := windows.UTF16PtrFromString(f.Name())
	if err != nil {
		return err
	}
	h, err := windows.CreateFile(p, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE, nil,
		windows.OPEN_EXISTING, fileFlagNoBuffering, 0)
	if err != nil {
		return &os.PathError{Op: "open", Path: f.Name(), Err: err}
	}
	uncached := os.NewFile(uintptr(h), f.Name())
	return errors.Join(sameUncached(f, uncached), uncached.Close())
}
