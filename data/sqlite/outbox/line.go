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
// newline was damaged. Whatever comes before a line, it is found: see nextLine.
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
	for at := int64(0); at < int64(len(b)); {
		rest := b[at:]
		l, skip, size, ok := nextLine(rest)
		if !ok {
			r.dropped += unreadable(rest)
			break
		}
		missing := min(l.Number-r.lines-1, int64(len(b))) // no more than there can have been
		r.dropped += int(max(missing, min(skip, 1)))
		if end := skip + size; end == int64(len(rest)) || rest[end] != '\n' {
			r.mend = true
		}
		at += skip + size + 1
		r.whole = at
		r.take(l, size+1)
	}
	if r.lines == 0 {
		r.dropped = max(r.dropped, 1) // a file is made with its first lines, so something was there
	}
	r.last += int64(r.dropped) // each of them may have used a serial
	slices.SortFunc(r.entries, func(a, b Entry) int { return cmp.Compare(a.Serial, b.Serial) })
	return r
}

// lineBegins is how the JSON of each line begins. Inside a text it cannot stand, because the quotation marks would have backslashes.
var lineBegins = []byte(`{"n":`)

// nextLine is the next line that can be read, how far off it is, and its size without its newline.
func nextLine(b []byte) (l line, skip, size int64, ok bool) {
	for from := 0; ; {
		i := bytes.Index(b[from:], lineBegins)
		if i < 0 {
			return line{}, 0, 0, false
		}
		if start := from + i - headLength; start >= 0 {
			if l, size, ok := lineAt(b[start:]); ok {
				return l, int64(start), size, true
			}
		}
		from += i + 1
	}
}

// unreadable is how many lines the end of a file seems to have been, when none of them can be read. One that was cut is none.
func unreadable(b []byte) int {
	if cut(b) {
		return 0
	}
	lines := 0
	for part := range bytes.Lines(b) {
		if length, ok := head(part); ok && length >= 0 && !cut(part) {
			lines++
		}
	}
	return max(lines, 1)
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
