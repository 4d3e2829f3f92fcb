package outbox

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Peek is the saves that wait or are kept in the outbox of a folder, by serial, none if there is no outbox. It changes nothing, not
// even what is damaged, and so needs no lock: of an outbox in use it tells what was acknowledged when it looked.
func Peek(folder string) ([]Entry, error) {
	r, err := peek(folder)
	return r.entries, err
}

// Empty reports whether the outbox of a folder holds no save, not even one that cannot be read. It changes nothing.
func Empty(folder string) (bool, error) {
	r, err := peek(folder)
	return err == nil && len(r.entries) == 0 && r.dropped == 0, err
}

func peek(folder string) (reading, error) {
	b, err := os.ReadFile(filepath.Join(folder, fileName))
	if errors.Is(err, fs.ErrNotExist) {
		return reading{}, nil
	}
	if err != nil {
		return reading{}, fmt.Errorf("look into the outbox %s: %w", folder, err)
	}
	r := read(b)
	if r.format > format {
		return reading{}, fmt.Errorf("look into the outbox %s: %w", folder, ErrNewer)
	}
	return r, nil
}
