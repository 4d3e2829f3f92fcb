// Package filelock keeps programs on several computers apart: a whole-file lock that the file server judges, so that two holders are
// excluded wherever they sit, and that ends with its holder, so that nobody has to guess from a clock whether a lock is still meant.
//
// It is flock on Linux and macOS and LockFileEx over the whole range on Windows; on a share each becomes an SMB2 LOCK. A lock belongs
// to the Lock that took it, not to the process: two Locks of one process exclude each other too.
package filelock

import (
	"errors"
	"fmt"
	"os"
)

// ErrHeld is that somebody else has the lock.
var ErrHeld = errors.New("somebody else holds the lock")

// Lock is a lock that is held.
type Lock struct{ file *os.File }

// Try takes the lock on a file, which is made if it is not there, for its holder alone. It does not wait: ErrHeld is that somebody has
// it. Any other error is one of the disk or of the network, and may pass.
func Try(path string) (*Lock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, fmt.Errorf("open the lock %s: %w", path, err)
	}
	return take(f, true)
}

// TryShared takes the lock together with others who only read. It needs no right to write to the file, which has to be there.
func TryShared(path string) (*Lock, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the lock %s: %w", path, err)
	}
	return take(f, false)
}

func take(f *os.File, alone bool) (*Lock, error) {
	if err := lock(f, alone); err != nil {
		if closing := f.Close(); closing != nil && !errors.Is(err, ErrHeld) {
			err = errors.Join(err, closing)
		}
		return nil, fmt.Errorf("take the lock %s: %w", f.Name(), err)
	}
	return &Lock{f}, nil
}

// Release gives the lock up. Closing the file does so on every system, also where unlocking it is not answered.
func (l *Lock) Release() error {
	if err := l.file.Close(); err != nil {
		return fmt.Errorf("give up the lock %s: %w", l.file.Name(), err)
	}
	return nil
}
