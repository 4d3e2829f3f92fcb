package presence

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

const (
	removesOpen    = false // Go opens files so that they cannot be removed, which keeps a lock's file where it is while anybody holds it
	excludesItself = true
)

const shareAll = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE

// openRead opens a file for reading, without being in anybody's way: while it is open others may write to it and remove it.
func openRead(path string) (*os.File, error) {
	return open(path, windows.GENERIC_READ, windows.OPEN_EXISTING)
}

// openWrite opens a file for writing over what is in it; create makes it if it is not there.
func openWrite(path string, create bool) (*os.File, error) {
	if create {
		return open(path, windows.GENERIC_WRITE, windows.OPEN_ALWAYS)
	}
	return open(path, windows.GENERIC_WRITE, windows.OPEN_EXISTING)
}

func open(path string, access, disposition uint32) (*os.File, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	h, err := windows.CreateFile(name, access, shareAll, nil, disposition, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

// unwritable is that an error comes from a folder or a file in which this person may not write.
func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, windows.ERROR_WRITE_PROTECT)
}
