package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unsafe"
)

// A client of a file server keeps what it has read of a file for as long as it has a lease on it, and is told when another writes to the
// file. Samba tells it from another process than the one that grants locks, and does not wait: so for a moment after the lock was had, what
// the client has kept may be what the file held before the last save. It was seen on the rig, once in some 800 visits, and two saves had the
// same number. So whoever has just taken the lock makes sure that what is read from then on comes from the server.

// errStale is that the client of a file server still shows what a file held before somebody saved to it.
var errStale = errors.New("the file is shown as it was before the last save")

// freshFile makes sure that what is read of a file from now on is what it holds now.
func freshFile(path string) error {
	f, err := openToWatch(path)
	if err != nil {
		return err
	}
	return errors.Join(fresh(f), f.Close())
}

// sameUncached finds a client that shows the beginning of a file otherwise than its server does: each save changes it, and what a client
// has kept of a file it drops all at once. The file is read with and without the client's memory.
func sameUncached(kept, uncached *os.File) error {
	shown := make([]byte, headerSize)
	n, err := kept.ReadAt(shown, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	held := aligned(sector)
	m, err := uncached.ReadAt(held, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read past the client’s memory: %w", err)
	}
	if !bytes.Equal(shown[:n], held[:min(m, headerSize)]) {
		return errStale
	}
	return nil
}

// sector is what reading past all memory has to be a multiple of.
const sector = 4096

// aligned is memory that begins where a sector may be put.
func aligned(size int) []byte {
	b := make([]byte, size+sector)
	skip := int(uintptr(unsafe.Pointer(&b[0])) % sector) //nolint:gosec // only where it begins is asked
	if skip > 0 {
		skip = sector - skip
	}
	return b[skip : skip+size]
}
