// Package filelock keeps programs on several computers apart: a whole-file lock that the file server judges, so that two holders are
// excluded wherever they sit, and that ends with its holder, so that nobody has to guess from a clock whether a lock is still meant.
//
// It is flock on Linux and macOS and LockFileEx over the whole range on Windows; on a share each becomes an SMB2 LOCK. A lock belongs
// to the Lock that took it, not to the process: two Locks of one process exclude each other too. On shares macOS does not see to that, and
// so the package does.
package filelock

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// ErrHeld is that somebody else has the lock.
var ErrHeld = errors.New("somebody else holds the lock")

// Lock is a lock that is held.
type Lock struct {
	file *os.File
	path string // absolute
}

// held is what this process holds: how many hold a path together, or alone for one who does so alone.
var held = struct {
	sync.Mutex
	by map[string]int
}{by: map[string]int{}}

const alone = -1

// enter notes that this process is to hold a lock, unless it holds it in a way that excludes that.
func enter(path string, exclusive bool) bool {
	held.Lock()
	defer held.Unlock()
	switch n := held.by[path]; {
	case n == alone, exclusive && n > 0:
		return false
	case exclusive:
		held.by[path] = alone
	default:
		held.by[path]++
	}
	return true
}

func leave(path string) {
	held.Lock()
	defer held.Unlock()
	if held.by[path] > 1 {
		held.by[path]--
	} else {
		delete(held.by, path)
	}
}

// Try takes the lock on a file, which is made if it is not there, for its holder alone. It does not wait: ErrHeld is that somebody has
// it. Any other error is one of the disk or of the network, and may pass.
func Try(path string) (*Lock, error) {
	return take(path, true, func() (*os.File, error) { return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666) })
}

// TryShared takes the lock together with others who only read. It needs no right to write to the file, which has to be there.
func TryShared(path string) (*Lock, error) {
	return take(path, false, func() (*os.File, error) { return os.Open(path) })
}

func take(path string, exclusive bool, open func() (*os.File, error)) (_ *Lock, err error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("find the lock %s: %w", path, err)
	}
	if !enter(absolute, exclusive) {
		return nil, fmt.Errorf("take the lock %s: %w", path, ErrHeld)
	}
	defer func() {
		if err != nil {
			leave(absolute)
		}
	}()
	f, err := open()
	if err != nil {
		return nil, fmt.Errorf("open the lock %s: %w", path, err)
	}
	if err := lock(f, exclusive); err != nil {
		if closing := f.Close(); closing != nil && !errors.Is(err, ErrHeld) {
			err = errors.Join(err, closing)
		}
		return nil, fmt.Errorf("take the lock %s: %w", path, err)
	}
	return &Lock{f, absolute}, nil
}

// Release gives the lock up. Closing the file does so on every system, also where unlocking it is not answered.
func (l *Lock) Release() error {
	err := l.file.Close()
	leave(l.path)
	if err != nil {
		return fmt.Errorf("give up the lock %s: %w", l.path, err)
	}
	return nil
}
