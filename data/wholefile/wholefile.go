// Package wholefile writes a file whole or not at all: what was there before stays until the new file is complete and on the disk.
package wholefile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// Private are the rights of a file that only its owner reads. The rights of the operating system's own choice are Usual.
const (
	Usual   fs.FileMode = 0o666 // less what the person's umask takes away
	Private fs.FileMode = 0o600
)

// Write puts what write writes in the place of the file at path. A file that was there keeps its rights; a new one gets those of
// mode. After an error the old file is as it was, and nothing is left beside it.
func Write(path string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	old, statErr := os.Stat(path)
	draft, err := beside(path, mode)
	if err != nil {
		return fmt.Errorf("make a file beside %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreClosed(draft.Close()), os.Remove(draft.Name()))
		}
	}()
	if err := write(draft); err != nil {
		return err
	}
	if statErr == nil {
		if err := draft.Chmod(old.Mode().Perm()); err != nil {
			return fmt.Errorf("give the new %s the rights of the old one: %w", path, err)
		}
	}
	if err := draft.Sync(); err != nil {
		return fmt.Errorf("bring %s to the disk: %w", path, err)
	}
	if err := draft.Close(); err != nil {
		return fmt.Errorf("finish %s: %w", path, err)
	}
	if err := os.Rename(draft.Name(), path); err != nil {
		return fmt.Errorf("put the new %s in its place: %w", path, err)
	}
	return nil
}

// beside makes a file in the same folder, so that it can take the other's place in one step. os.CreateTemp would give it rights
// of its own, whatever the person's umask says.
func beside(path string, mode fs.FileMode) (*os.File, error) {
	for try := range 100 {
		name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+strconv.FormatInt(time.Now().UnixNano()+int64(try), 36)+".part")
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return f, err
	}
	return nil, fs.ErrExist
}

func ignoreClosed(err error) error {
	if errors.Is(err, fs.ErrClosed) {
		return nil
	}
	return err
}
