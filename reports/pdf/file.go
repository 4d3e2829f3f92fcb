package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"strconv"
)

// packer compresses, again and again with the same memory.
type packer struct {
	buf  bytes.Buffer
	zlib *zlib.Writer
}

func newPacker() *packer {
	p := &packer{}
	p.zlib = zlib.NewWriter(&p.buf)
	return p
}

// pack returns b compressed, in memory of its own.
func (p *packer) pack(b []byte) ([]byte, error) {
	p.buf.Reset()
	p.zlib.Reset(&p.buf)
	if _, err := p.zlib.Write(b); err != nil {
		return nil, err
	}
	if err := p.zlib.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(p.buf.Bytes()), nil
}

// file writes the objects of a PDF file one after another. Objects without a stream are gathered in compressed object streams: a
// table of 10,000 rows has some 80,000 of them.
type file struct {
	w    io.Writer
	sum  hash.Hash
	at   int
	err  error
	pack *packer

	entries []entry // by object number
	gather  []int   // numbers of the objects gathered
	heads   []byte
	bodies  []byte
}

// entry says where an object is: at a place in the file, or the nth within an object stream.
type entry struct {
	stream int // the object stream, or 0
	where  int
}

// An object stream is read whole to find one object in it, so it must not be too large.
const (
	gatherCount = 200
	gatherBytes = 1 << 16
)

func newFile(w io.Writer) *file {
	f := &file{w: w, sum: sha256.New(), pack: newPacker(), entries: make([]entry, 1)}
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

// reserve hands out n object numbers in a row, and returns the first.
func (f *file) reserve(n int) int {
	first := len(f.entries)
	f.entries = append(f.entries, make([]entry, n)...)
	return first
}

func (f *file) write(b []byte) {
	if f.err != nil {
		return
	}
	f.sum.Write(b)
	_, f.err = f.w.Write(b)
	f.at += len(b)
}

// object writes an object without a stream.
func (f *file) object(n int, body []byte) {
	f.heads = strconv.AppendInt(f.heads, int64(n), 10)
	f.heads = append(f.heads, ' ')
	f.heads = strconv.AppendInt(f.heads, int64(len(f.bodies)), 10)
	f.heads = append(f.heads, ' ')
	f.bodies = append(append(f.bodies, body...), '\n')
	f.gather = append(f.gather, n)
	if len(f.gather) == gatherCount || len(f.bodies) > gatherBytes {
		f.flush()
	}
}

// flush writes the objects gathered.
func (f *file) flush() {
	if len(f.gather) == 0 {
		return
	}
	n := f.reserve(1)
	for i, g := range f.gather {
		f.entries[g] = entry{stream: n, where: i}
	}
	content := append(bytes.Clone(f.heads), f.bodies...)
	f.packed(n, fmt.Appendf(nil, "/Type /ObjStm /N %d /First %d", len(f.gather), len(f.heads)), content)
	f.gather, f.heads, f.bodies = f.gather[:0], f.heads[:0], f.bodies[:0]
}

// stream writes an object whose content is as it shall stand in the file. The keys are those of its dictionary but for the length.
func (f *file) stream(n int, keys, content []byte) {
	f.entries[n] = entry{where: f.at}
	f.write(fmt.Appendf(nil, "%d 0 obj\n<<%s /Length %d>>\nstream\n", n, keys, len(content)))
	f.write(content)
	f.write([]byte("\nendstream\nendobj\n"))
}

// packed writes an object whose content is to be compressed.
func (f *file) packed(n int, keys, content []byte) {
	b, err := f.pack.pack(content)
	if err != nil && f.err == nil {
		f.err = err
	}
	f.stream(n, append(keys, " /Filter /FlateDecode"...), b)
}

// finish writes the table of objects. The file's identity is a digest of what is in it.
func (f *file) finish(catalog, info int) error {
	f.flush()
	if f.err != nil {
		return f.err
	}
	n := f.reserve(1)
	id := f.sum.Sum(nil)[:16]
	f.entries[n] = entry{where: f.at}
	table := make([]byte, 0, len(f.entries)*7)
	for i, e := range f.entries {
		kind, first, second := byte(1), e.where, 0
		switch {
		case i == 0:
			kind, second = 0, 0xFFFF
		case e.stream != 0:
			kind, first, second = 2, e.stream, e.where
		case e.where == 0:
			return fmt.Errorf("object %d was never written", i)
		}
		table = append(table, kind, byte(first>>24), byte(first>>16), byte(first>>8), byte(first), byte(second>>8), byte(second))
	}
	start := f.at
	keys := fmt.Appendf(nil, "/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]", len(f.entries), catalog, info, id, id)
	f.packed(n, keys, table)
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", start))
	return f.err
}

// fail makes the file fail, as a write that did not succeed does.
func (f *file) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}
