package outbox

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
)

// A line of the file is
//
//	checksum length json newline
//
// The checksum is the CRC-32C of all that follows it but the newline, the length is that of the JSON in bytes, and both are eight
// hexadecimal digits. JSON as it is written here has no newline and no control character inside. The length lets a line be read whose
// newline was damaged, together with the next; the newline lets the next be found when a length was damaged.
const (
	headLength  = 8 + 1 + 8 + 1
	checksumEnd = 8
)

// format is the way of writing the file that this program knows. A file of a higher one is left to the newer program that made it.
const format = 1

// ErrNewer is that the file was written by a newer Almoner, which this one might misread.
var ErrNewer = errors.New("the outbox was written by a newer Almoner than this one")

// line is one step in the life of an outbox: entries go, and one comes, at once.
type line struct {
	Number int64   `json:"n"`                // 1, 2, 3 … within the file, so that a gap tells how many are missing
	Format int     `json:"format,omitempty"` // in the lines that a file begins with
	Last   int64   `json:"last"`             // the highest serial so far
	Gone   []int64 `json:"gone,omitempty"`
	Come   *Entry  `json:"come,omitempty"`
	Keep   int64   `json:"keep,omitempty"` // the serial of an entry that is kept from now on
	Why    string  `json:"why,omitempty"`
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(b []byte) string { return fmt.Sprintf("%08x", crc32.Checksum(b, castagnoli)) }

// bytes is the line as it stands in the file.
func (l line) bytes() ([]byte, error) {
	var b bytes.Buffer
	b.Write(make([]byte, headLength))
	e := json.NewEncoder(&b) // it ends with a newline
	e.SetEscapeHTML(false)
	if err := e.Encode(l); err != nil {
		return nil, fmt.Errorf("write line %d of the outbox: %w", l.Number, err)
	}
	text := b.Bytes()
	length := len(text) - headLength - 1
	if length > 1<<31 {
		return nil, fmt.Errorf("write line %d of the outbox: it is too long, %d bytes", l.Number, length)
	}
	copy(text[checksumEnd:], fmt.Sprintf(" %08x ", length))
	copy(text, checksum(text[checksumEnd:len(text)-1]))
	return text, nil
}

// head reads what stands before the JSON of a line, as much as there is of it: the length of the JSON, or -1 if that is not whole.
func head(b []byte) (length int64, ok bool) {
	b = b[:min(len(b), headLength)]
	for i, c := range b {
		switch space := i == checksumEnd || i == headLength-1; {
		case space && c != ' ', !space && (c < '0' || c > '9') && (c < 'a' || c > 'f'):
			return 0, false
		}
	}
	if len(b) < headLength {
		return -1, true
	}
	four, err := hex.DecodeString(string(b[checksumEnd+1 : headLength-1]))
	if err != nil {
		return 0, false
	}
	for _, c := range four {
		length = length<<8 | int64(c)
	}
	return length, true
}

// lineAt reads the line that b begins with; size is that of the line without its newline.
func lineAt(b []byte) (l line, size int64, ok bool) {
	length, ok := head(b)
	if !ok || length < 0 || headLength+length > int64(len(b)) {
		return line{}, 0, false
	}
	size = headLength + length
	if checksum(b[checksumEnd:size]) != string(b[:checksumEnd]) || json.Unmarshal(b[headLength:size], &l) != nil {
		return line{}, 0, false
	}
	return l, size, true
}

// cut reports whether the last bytes of a file may be a line that was being written when the program or the power went, rather than one
// that was damaged afterwards.
func cut(b []byte) bool {
	length, ok := head(b)
	if !ok || length >= 0 && int64(len(b)) >= headLength+length {
		return false
	}
	return !slices.ContainsFunc(b, func(c byte) bool { return c < ' ' })
}

// reading is what a file says.
type reading struct {
	entries []Entry // by serial
	last    int64
	lines   int64 // the number of the last line
	format  int
	whole   int64 // how far the file can be read, in bytes
	dropped int   // lines that could not be read
	mend    bool  // the end of a line is damaged, but nothing is missing

	heads int64           // the bytes of the lines that a file begins with
	sizes map[int64]int64 // the bytes of the lines by the serials that came with them
}

// read reads a whole file. Whatever the bytes, it finds each line that is as it was written.
func read(b []byte) reading {
	r := reading{sizes: map[int64]int64{}}
	damaged := 0 // lines since the last one that could be read
	for at := int64(0); at < int64(len(b)); {
		rest := b[at:]
		if l, size, ok := lineAt(rest); ok {
			r.dropped += max(damaged, int(min(l.Number-r.lines-1, int64(len(b))))) // no more than there can have been
			damaged = 0
			ended := size < int64(len(rest)) && rest[size] == '\n'
			r.mend = r.mend || !ended
			at += size + 1
			r.whole = at
			r.take(l, size+1)
			continue
		}
		end := int64(bytes.IndexByte(rest, '\n'))
		if end < 0 {
			if !cut(rest) {
				damaged++
			}
			break
		}
		damaged++
		at += end + 1
	}
	r.dropped += damaged
	if r.lines == 0 {
		r.dropped = max(r.dropped, 1) // a file is made with its first lines, so something was there
	}
	r.last += int64(r.dropped) // each of them may have used a serial
	slices.SortFunc(r.entries, func(a, b Entry) int { return cmp.Compare(a.Serial, b.Serial) })
	return r
}

// take does what a line says. What it says of entries that could not be read is left aside.
func (r *reading) take(l line, size int64) {
	r.lines, r.format, r.last = l.Number, max(r.format, l.Format), max(r.last, l.Last)
	r.entries = slices.DeleteFunc(r.entries, func(e Entry) bool { return slices.Contains(l.Gone, e.Serial) })
	for _, serial := range l.Gone {
		delete(r.sizes, serial)
	}
	for i := range r.entries {
		if r.entries[i].Serial == l.Keep {
			r.entries[i].State, r.entries[i].Why = Kept, l.Why
		}
	}
	if l.Format > 0 {
		r.heads += size
	}
	if l.Come != nil {
		r.entries = append(r.entries, *l.Come)
		r.sizes[l.Come.Serial] = size
	}
}
