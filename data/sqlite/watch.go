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
	path   string
	file   *os.File
	opened time.Time
}

// reopenAfter is after how long the file is opened anew, so that one that was put in its place is seen. A client that has lost its lease
// on a file, as it does when another writes to it, gets one again by that too.
const reopenAfter = time.Minute

// look is the first bytes of the file as it is now.
func (w *watch) look() ([]byte, error) { return w.read(headerSize) }

func (w *watch) read(most int) ([]byte, error) {
	if w.file != nil && time.Since(w.opened) > reopenAfter {
		w.close()
	}
	if w.file == nil {
		f, err := openToWatch(w.path)
		if err != nil {
			return nil, err
		}
		w.file, w.opened = f, time.Now()
	}
	first := make([]byte, most)
	n, err := w.file.ReadAt(first, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		w.close()
		return nil, err
	}
	return first[:n], nil
}

// mostAhead is how much of a file is read ahead of a visit. SQLite asks for page after page, and each asking costs a round trip to the
// server; one large read costs one, and its client keeps what it brought for as long as nobody else writes.
const mostAhead = 1 << 20

// ahead opens the file anew, as whoever wrote to it has broken the lease on it and the client keeps nothing that it reads without one, and
// reads its beginning in one go: what is asked of it next, and the first bytes, which it returns.
func (w *watch) ahead() ([]byte, error) {
	w.close()
	buffer, err := w.read(mostAhead)
	return buffer[:min(len(buffer), headerSize)], err
}

// lend closes the file, so that whoever opens it within the next second in the same way is given the same handle by its client, without a
// request. Looking at it again within a second after that does the same.
func (w *watch) lend() { w.close() }

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
