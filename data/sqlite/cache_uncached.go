//go:build !linux

package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unsafe"
)

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
