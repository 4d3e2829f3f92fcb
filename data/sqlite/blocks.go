package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"modernc.org/sqlite/vfs"
)

// blocks is a file as SQLite is to read it over a network: in large blocks, each asked for once, and over a handle that is open already.
// Left to itself SQLite asks for page after page of 4 KB, looks around for journals, and each time a server answers after a round trip.
// Nobody may write to the file while it is read: it is for visits, under the lock.
type blocks struct {
	file *os.File
	size int64
	held map[int64][]byte // by where they begin
}

// The first block holds most of the schema and, of a young office, everything.
const (
	firstBlock = 1 << 20
	blockSize  = 256 << 10
)

func newBlocks(file *os.File) (*blocks, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	b := &blocks{file: file, size: info.Size(), held: map[int64][]byte{}}
	first := make([]byte, min(firstBlock, b.size))
	n, err := file.ReadAt(first, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	for at := int64(0); at < int64(n); at += blockSize {
		b.held[at] = first[at:min(at+blockSize, int64(n))]
	}
	return b, nil
}

// header is the first bytes of the file.
func (b *blocks) header() []byte {
	first := b.held[0]
	return first[:min(len(first), headerSize)]
}

func (b *blocks) block(at int64) ([]byte, error) {
	if held, ok := b.held[at]; ok {
		return held, nil
	}
	block := make([]byte, min(blockSize, b.size-at))
	if _, err := b.file.ReadAt(block, at); err != nil {
		return nil, err
	}
	b.held[at] = block
	return block, nil
}

// readAt fills p from a place of the file on.
func (b *blocks) readAt(p []byte, at int64) (n int, err error) {
	for n < len(p) {
		from := at + int64(n)
		if from >= b.size {
			return n, io.EOF
		}
		start := from / blockSize * blockSize
		block, err := b.block(start)
		if err != nil {
			return n, err
		}
		if from-start >= int64(len(block)) {
			return n, io.EOF
		}
		n += copy(p[n:], block[from-start:])
	}
	return n, nil
}

// officeName is what the file is called where SQLite reads blocks.
const officeName = "office"

// Open makes blocks a file system with one file, which is what the driver takes.
func (b *blocks) Open(name string) (fs.File, error) {
	if name != officeName {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &blockFile{blocks: b}, nil
}

// blockFile is blocks as SQLite has it open.
type blockFile struct {
	blocks *blocks
	at     int64
}

// Stat tells the size, which is all that the driver asks for.
func (f *blockFile) Stat() (fs.FileInfo, error) { return blockInfo(f.blocks.size), nil }

func (f *blockFile) Read(p []byte) (int, error) {
	n, err := f.blocks.readAt(p, f.at)
	f.at += int64(n)
	return n, err
}

// Seek goes to a place from the beginning, the only way in which the driver does.
func (f *blockFile) Seek(offset int64, whence int) (int64, error) {
	if whence != io.SeekStart {
		return f.at, errors.ErrUnsupported
	}
	f.at = offset
	return f.at, nil
}

// Close leaves the handle open, which belongs to whoever made the blocks.
func (f *blockFile) Close() error { return nil }

// blockInfo is the size of a file.
type blockInfo int64

func (i blockInfo) Name() string       { return officeName }
func (i blockInfo) Size() int64        { return int64(i) }
func (i blockInfo) Mode() fs.FileMode  { return 0o400 }
func (i blockInfo) ModTime() time.Time { return time.Time{} }
func (i blockInfo) IsDir() bool        { return false }
func (i blockInfo) Sys() any           { return nil }

// connectTo is a connection that reads blocks. Whoever closes it calls done.
func (b *blocks) connectTo() (db *bun.DB, done func() error, err error) {
	registered, system, err := vfs.New(b)
	if err != nil {
		return nil, nil, fmt.Errorf("read in blocks: %w", err)
	}
	q := url.Values{}
	q.Set("vfs", registered)
	q.Set("mode", "ro")
	q.Set("immutable", "1")
	for _, p := range []string{"foreign_keys(1)", "cache_size(-16000)", "temp_store(memory)", "mmap_size(0)", "query_only(1)"} {
		q.Add("_pragma", p)
	}
	raw, err := sql.Open("sqlite", "file:"+officeName+"?"+q.Encode())
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("read in blocks: %w", err), system.Close())
	}
	raw.SetMaxOpenConns(1)
	return bun.NewDB(raw, sqlitedialect.New()), system.Close, nil
}
