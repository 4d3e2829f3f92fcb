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
	"io"
	"os"
	"path/filepath"
	"sync"
)

// ErrHeld is that somebody else has the lock.
var ErrHeld = errors.New("somebody else holds the lock")

// Lock is a lock that is held.
type Lock struct {
	file *os.File
	last io.Closer // see keepToTheLast; nil where there is none
	path string    // absolute
	// keeper keeps the file open; nil is that it is closed with the lock.
	keeper *Keeper
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
	return take(path, true, func() (*Lock, error) { return once(path, true, open) })
}

// TryShared takes the lock together with others who only read. It needs no right to write to the file, which has to be there.
func TryShared(path string) (*Lock, error) {
	return take(path, false, func() (*Lock, error) { return once(path, false, os.Open) })
}

func open(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE|notReused(), 0o666)
}

// once is a lock whose file is closed with it.
func once(path string, exclusive bool, open func(string) (*os.File, error)) (*Lock, error) {
	f, err := open(path)
	if err != nil {
		return nil, err
	}
	if err := lock(f, exclusive); err != nil {
		if closing := f.Close(); closing != nil && !errors.Is(err, ErrHeld) {
			err = errors.Join(err, closing)
		}
		return nil, err
	}
	return &Lock{file: f, last: keepToTheLast(f)}, nil
}

// take has a lock taken, unless this process holds it.
func take(path string, exclusive bool, take func() (*Lock, error)) (*Lock, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("find the lock %s: %w", path, err)
	}
	if !enter(absolute, exclusive) {
		return nil, fmt.Errorf("take the lock %s: %w", path, ErrHeld)
	}
	l, err := take()
	if err != nil {
		leave(absolute)
		return nil, fmt.Errorf("take the lock %s: %w", path, err)
	}
	l.path = absolute
	return l, nil
}

func closeBoth(f *os.File, last io.Closer) error {
	err := f.Close()
	if last != nil {
		err = errors.Join(err, last.Close())
	}
	return err
}

// Keeper takes the same lock again and again and keeps its file open in between, also while somebody else has the lock. On a share that is
// two requests instead of half a dozen, and it is what makes the lock good: a client that alone has a file open keeps its locks to itself
// (Linux, while it may cache writes), and one that reopens a file that it closed a moment ago has been seen not to tell the server of
// those locks when another computer opens the file.
type Keeper struct {
	path string

	mu   sync.Mutex
	file *os.File
	last io.Closer
}

// Keep is a keeper of the lock on a file.
func Keep(path string) *Keeper { return &Keeper{path: path} }

// Open opens the lock's file, which is made if it is not there. Whoever cannot do that cannot take the lock.
func (k *Keeper) Open() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.open()
}

func (k *Keeper) open() (err error) {
	if k.file != nil {
		return nil
	}
	if k.file, err = open(k.path); err != nil {
		return err
	}
	k.last = keepToTheLast(k.file)
	return nil
}

// Try is as Try of the package.
func (k *Keeper) Try() (*Lock, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	kept := k.file != nil
	l, err := k.try()
	if err != nil && !errors.Is(err, ErrHeld) && kept { // it may be of before the network was cut
		_ = k.shut() // which may fail for the same reason
		l, err = k.try()
	}
	return l, err
}

func (k *Keeper) try() (*Lock, error) {
	return take(k.path, true, func() (*Lock, error) {
		if err := k.open(); err != nil {
			return nil, err
		}
		return &Lock{file: k.file, keeper: k}, lock(k.file, true)
	})
}

// Close ends the keeping. A lock that is held goes with it.
func (k *Keeper) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.shut()
}

func (k *Keeper) shut() error {
	if k.file == nil {
		return nil
	}
	err := closeBoth(k.file, k.last)
	k.file, k.last = nil, nil
	if err != nil {
		return fmt.Errorf("close the lock %s: %w", k.path, err)
	}
	return nil
}

// Release gives the lock up. Closing the file does so on every system, also where unlocking it is not answered.
func (l *Lock) Release() error {
	var err error
	switch {
	case l.keeper == nil:
		err = closeBoth(l.file, l.last)
	case unlock(l.file) != nil:
		err = l.keeper.Close()
	}
	leave(l.path)
	if err != nil {
		return fmt.Errorf("give up the lock %s: %w", l.path, err)
	}
	return nil
}
