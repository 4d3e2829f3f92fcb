package sqlite

import (
	"bytes"
	"errors"
	"io"
	"os"
	"time"
)

// watch looks at the first bytes of the office file, of which SQLite changes some at each save (bytes 24 to 27 of the format count them).
// It keeps the file open: then a look at a file that nobody has changed costs no request to a server whose client has a lease on it, and
// one where it has none, while opening and closing it would cost two more each time.
type watch struct {
	path  string
	file  *os.File
	since time.Time // it is open
}

// reopenAfter is after how long the file is opened anew, so that one that was put in its place is seen. A client that has lost its lease
// on a file, as it does when another writes to it, gets one again by that too.
const reopenAfter = time.Minute

// opened is the file, which is opened if it is not.
func (w *watch) opened() (*os.File, error) {
	if w.file != nil && time.Since(w.since) > reopenAfter {
		w.close()
	}
	if w.file == nil {
		f, err := openToWatch(w.path)
		if err != nil {
			return nil, err
		}
		w.file, w.since = f, time.Now()
	}
	return w.file, nil
}

// look is the first bytes of the file as it is now.
func (w *watch) look() ([]byte, error) {
	f, err := w.opened()
	if err != nil {
		return nil, err
	}
	first := make([]byte, headerSize)
	n, err := f.ReadAt(first, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		w.close()
		return nil, err
	}
	return first[:n], nil
}

// ahead opens the file anew, as whoever wrote to it has broken the lease on it and the client keeps nothing that it reads without one, and
// reads its beginning in one go: what is asked of it next.
func (w *watch) ahead() (*blocks, error) {
	w.close()
	f, err := w.opened()
	if err != nil {
		return nil, err
	}
	if err := fresh(f); err != nil {
		w.close()
		return nil, err
	}
	b, err := newBlocks(f)
	if err != nil {
		w.close()
	}
	return b, err
}

// renew has the file opened anew at the next look.
func (w *watch) renew() { w.close() }

func (w *watch) close() {
	if w.file != nil {
		_ = w.file.Close() // it was only read from
		w.file = nil
	}
}

// sameHeader reports whether nothing was saved between two looks.
func sameHeader(a, b []byte) bool { return len(a) == headerSize && bytes.Equal(a, b) }
