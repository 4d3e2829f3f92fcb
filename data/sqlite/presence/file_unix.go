//go:build unix

package presence

import (
	"errors"
	"io/fs"
	"os"
	"runtime"

	"golang.org/x/sys/unix"
)

const (
	// removesOpen is that a file can be removed by one who has it open and locked.
	removesOpen = true

	// excludesItself is that a process is refused a lock that it holds itself. The Mac's SMB client takes a second lock of one process
	// for the same one (smbfs_vnop_advlock: "this is an upgrade not another lock"), and closing it ends the first. There a client
	// cannot see whether its lock still holds; but when that SMB client is connected anew it takes its locks again by itself
	// (smbfs_smb_reopen_file).
	excludesItself = runtime.GOOS != "darwin"
)

// openRead opens a file for reading, without being in anybody's way.
func openRead(path string) (*os.File, error) { return os.Open(path) }

// openWrite opens a file for writing over what is in it; create makes it if it is not there.
func openWrite(path string, create bool) (*os.File, error) {
	flags := os.O_WRONLY
	if create {
		flags |= os.O_CREATE
	}
	return os.OpenFile(path, flags, 0o666)
}

// unwritable is that an error comes from a folder or a file in which this person may not write.
func unwritable(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, unix.EROFS)
}
