package presence

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"almoner/data/wholefile"
)

// bellSize is how many random bytes are in the bell.
const bellSize = 16

// bell is the one file that everybody reads all the time. The handle stays open, because reading an unchanged file through it costs the
// server nothing while the client has a lease on it.
type bell struct {
	path  string
	file  *os.File
	heard string // what was in it at the last look
}

// rang is whether somebody else has rung since the last look. After that the bell is opened anew: a lease that was broken is only
// had again by opening.
func (b *bell) rang() (bool, error) {
	now, err := b.read()
	if err != nil {
		return false, err
	}
	if now == b.heard {
		return false, nil
	}
	b.close()
	if now, err = b.read(); err != nil {
		return false, err
	}
	b.heard = now
	return true, nil
}

func (b *bell) read() (string, error) {
	if b.file == nil {
		file, err := openRead(b.path)
		if errors.Is(err, fs.ErrNotExist) {
			return b.heard, nil // nobody has rung yet
		}
		if err != nil {
			return "", fmt.Errorf("listen to the bell: %w", err)
		}
		b.file = file
	}
	now := make([]byte, bellSize)
	n, err := b.file.ReadAt(now, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		b.close()
		return "", fmt.Errorf("listen to the bell: %w", err)
	}
	return string(now[:n]), nil
}

// ring tells everybody else to look. Whoever rings has to look afterwards too: he may have rung over somebody else's ring.
func (b *bell) ring() (err error) {
	file, err := openWrite(b.path, false)
	if errors.Is(err, fs.ErrNotExist) {
		if file, err = openWrite(b.path, true); err == nil {
			wholefile.LetColleagues(b.path)
		}
	}
	if err != nil {
		return fmt.Errorf("ring the bell: %w", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	now := make([]byte, bellSize)
	_, _ = rand.Read(now) // which never fails
	if _, err := file.WriteAt(now, 0); err != nil {
		return fmt.Errorf("ring the bell: %w", err)
	}
	b.heard = string(now)
	b.close() // writing may have broken the lease
	return nil
}

// close lets go of the bell; the next look opens it anew.
func (b *bell) close() {
	if b.file != nil {
		_ = b.file.Close() // it was only read
		b.file = nil
	}
}
