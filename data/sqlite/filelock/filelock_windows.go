package filelock

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// wholeRange is the low and the high half of the length of a lock over all that a file can be.
const wholeRange = ^uint32(0)

func lock(f *os.File, exclusive bool) error {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, wholeRange, wholeRange, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return ErrHeld
	}
	return err
}

func unlock(f *os.File) error {
	return windows.UnlockFileEx(windows.Handle(f.Fd()), 0, wholeRange, wholeRange, new(windows.Overlapped))
}

// keepToTheLast has nothing to keep: in which order Windows closes the handles of a program that was killed is not said.
func keepToTheLast(*os.File) io.Closer { return nil }
