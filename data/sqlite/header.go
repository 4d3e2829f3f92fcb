package sqlite

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// header is what the first 100 bytes of a SQLite file say (https://www.sqlite.org/fileformat.html, section 1.3).
type header struct {
	application uint32
	schema      int
	size        int64 // bytes that the file should have
	first       []byte
}

const headerSize = 100

var sqliteMagic = []byte("SQLite format 3\x00")

// inspect reads the beginning of a file before SQLite does, which would take an empty file for an empty database and would leave a
// journal beside a stranger's file. It changes nothing. Whatever is not an office that this program can read is a *data.Fault.
func inspect(path string) (header, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return header{}, fault(err, "%s", moved(path))
	case errors.Is(err, fs.ErrPermission):
		return header{}, fault(err, "You may not read %s. Ask whoever looks after its folder to let you.", name(path))
	case err != nil:
		return header{}, fault(err, "%s cannot be reached. Is the drive connected?", name(path))
	case info.IsDir():
		return header{}, fault(nil, "%s is a folder. Open it and choose the office file in it.", name(path))
	case !info.Mode().IsRegular():
		return header{}, fault(nil, "%s is not a file. Choose an office file.", name(path))
	}
	first, err := firstBytes(path)
	if errors.Is(err, fs.ErrPermission) {
		return header{}, fault(err, "You may not read %s. Ask whoever looks after its folder to let you.", name(path))
	}
	if err != nil {
		return header{}, fault(err, "%s cannot be read. Is the drive still connected?", name(path))
	}
	h, err := readHeader(path, first)
	h.first = first
	return h, err
}

func readHeader(path string, first []byte) (header, error) {
	switch {
	case len(first) == 0:
		return header{}, fault(nil, "%s is empty: there is no office in it. If there should be one, open the latest backup of it.", name(path))
	case !bytes.HasPrefix(first, sqliteMagic[:min(len(first), len(sqliteMagic))]):
		return header{}, fault(nil, "%s is %s, not an Almoner office. Choose another file.", name(path), sortOfFile(path, first))
	case len(first) < headerSize:
		return header{}, fault(nil, "%s", cutOff(path))
	}
	h := header{application: binary.BigEndian.Uint32(first[68:]), schema: int(binary.BigEndian.Uint32(first[60:]))}
	h.size = pageSize(first) * int64(binary.BigEndian.Uint32(first[28:]))
	if h.application != applicationID {
		return header{}, fault(nil, "%s is a database of another program, not an Almoner office. Choose another file.", name(path))
	}
	return h, nil
}

func pageSize(first []byte) int64 {
	if n := binary.BigEndian.Uint16(first[16:]); n != 1 {
		return int64(n)
	}
	return 65536 // which two bytes cannot hold
}

// ruined turns what SQLite says of a damaged file into the sentence for one whose end is missing, where that is the damage. The size
// in a header is not to be relied on while somebody is saving; once SQLite has found damage it is a good guess at the reason.
func (h header) ruined(err error, path string) error {
	if info, statErr := os.Stat(path); statErr == nil && info.Size() < h.size && sentenceOf(err, path) == damaged(path) {
		return fault(err, "%s", cutOff(path))
	}
	return explained(err, path)
}

func newer(path string) string {
	return fmt.Sprintf("%s was made by a newer Almoner than this one. Update Almoner, then open it again; the file has not been touched.", name(path))
}

func cutOff(path string) string {
	return fmt.Sprintf("%s is cut off: its end is missing, perhaps because a copy of it never finished. Leave it as it is, and open the latest backup of it instead.", name(path))
}

func firstBytes(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	first := make([]byte, headerSize)
	n, err := io.ReadFull(f, first)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = nil
	}
	return first[:n], errors.Join(err, f.Close())
}

// signatures are how files of other sorts begin.
var signatures = []struct{ begins, sort string }{
	{"%PDF", "a PDF"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Word or Excel file"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"\x1f\x8b", "a compressed file"},
	{"7z\xbc\xaf\x27\x1c", "a compressed file"},
	{"Rar!", "a compressed file"},
	{"MZ", "a program"},
	{"{\\rtf", "a Word file"},
	{"<!DOCTYPE", "a web page"},
	{"<html", "a web page"},
	{"<?xml", "an XML file"},
}

// sortOfFile says what a file is that is not an office, as people call it.
func sortOfFile(path string, first []byte) string {
	if bytes.HasPrefix(first, []byte("PK\x03\x04")) || bytes.HasPrefix(first, []byte("PK\x05\x06")) {
		return sortOfZip(path)
	}
	for _, s := range signatures {
		if len(first) >= len(s.begins) && strings.EqualFold(string(first[:len(s.begins)]), s.begins) {
			return s.sort
		}
	}
	if bytes.HasPrefix(bytes.TrimLeft(first, "\ufeff \t\r\n"), []byte("{")) {
		return "a JSON document, which can be loaded into an office but is not one"
	}
	return "some other kind of file"
}

// sortOfZip tells the office suites' files, which are zip files, from each other by what is in them.
func sortOfZip(path string) string {
	z, err := zip.OpenReader(path)
	if err != nil {
		return "a damaged zip file"
	}
	defer z.Close() //nolint:errcheck // only read from
	for _, f := range z.File {
		switch {
		case strings.HasPrefix(f.Name, "xl/"):
			return "an Excel file"
		case strings.HasPrefix(f.Name, "word/"):
			return "a Word file"
		case strings.HasPrefix(f.Name, "ppt/"):
			return "a PowerPoint file"
		case f.Name == "META-INF/manifest.xml":
			return "a LibreOffice file"
		}
	}
	return "a zip file"
}

// readOnlyReason is why a file that may not be written to cannot be saved to.
func readOnlyReason(path string) string {
	return fmt.Sprintf("%s may only be read: it is marked so, or you may not write to it. To change anything, ask whoever looks after its folder.", name(path))
}

// updateToEdit is why nothing can be saved to a file of a newer program.
func updateToEdit(path string) string {
	return fmt.Sprintf("A colleague’s newer Almoner has brought %s up to date, so this one may only read it. Update Almoner to edit.", name(path))
}
