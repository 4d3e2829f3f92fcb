package outbox

import "os"

// drive is what an outbox asks of the disk; tests put one in its place that fails or that stops as if the power had gone.
type drive interface {
	create(path string) (*os.File, error)
	open(path string) (*os.File, error)
	write(f *os.File, b []byte, at int64) error
	truncate(f *os.File, size int64) error
	sync(f *os.File) error
	rename(from, to string) error
	link(from, to string) error
	syncFolder(path string) error
}

// private are the rights of a file that only its owner reads, and privateFolder those of a folder.
const (
	private       = 0o600
	privateFolder = 0o700
)

type disk struct{}

// create makes an empty file, also where there was one.
func (disk) create(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, private)
}

// open is not with O_APPEND, which on Windows takes away the right to make a file shorter.
func (disk) open(path string) (*os.File, error) { return os.OpenFile(path, os.O_RDWR, private) }

func (disk) write(f *os.File, b []byte, at int64) error {
	_, err := f.WriteAt(b, at)
	return err
}

func (disk) truncate(f *os.File, size int64) error { return f.Truncate(size) }
func (disk) sync(f *os.File) error                 { return f.Sync() } // F_FULLFSYNC on macOS
func (disk) rename(from, to string) error          { return rename(from, to) }
func (disk) link(from, to string) error            { return os.Link(from, to) }
func (disk) syncFolder(path string) error          { return syncFolder(path) }
