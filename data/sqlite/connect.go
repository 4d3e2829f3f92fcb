package sqlite

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	_ "modernc.org/sqlite" // the driver

	"almoner/data"
)

// access is what a connection may do to the file.
type access string

const (
	reading  access = "ro"
	writing  access = "rw" // never makes a file that is missing
	creating access = "rwc"
	// still is for reading a file that nobody can change meanwhile and that has nothing to be taken back: under the lock, after a look at
	// the journal. SQLite then asks for nothing but pages, where each question is a round trip to a server.
	still access = "still"
	// mirroring is for a copy on this computer's own disk that one program alone writes to, and several of its connections read.
	mirroring access = "mirror"
	// copying is for a copy that nobody else knows of yet, to be looked through.
	copying access = "copy"
	// peeking is for a mirror, or a file of another sort, that a program which runs may be using.
	peeking access = "peek"
	// settling is for a copy that nobody else knows of, to be made into a file as an office is, whatever it was.
	settling access = "settle"
)

// busyMilliseconds is how long a statement waits for another program's transaction to end.
const busyMilliseconds = 8000

// dataSource is the one place that says how the file is opened.
//
// SQLite's own locks keep nobody out on a share (see the measurements in the design of sharing), so there are none (ownVFS): the lock
// beside the file keeps writers apart, and a connection lasts no longer than it is held.
//
// cache_spill(0) keeps a transaction from touching the file before it commits; mmap_size(0) keeps a file that
// is cut short under us an error rather than a crash.
func dataSource(path string, mode access) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	q := url.Values{}
	switch mode {
	case mirroring, settling:
		q.Set("mode", string(writing))
	case copying, peeking:
		q.Set("mode", string(reading))
	case still:
		q.Set("mode", string(reading))
		q.Set("immutable", "1")
	default:
		q.Set("mode", string(mode))
	}
	if ownVFS != "" && mode != mirroring && mode != peeking && mode != settling { // these lie on a disk, where SQLite's own locks hold
		q.Set("vfs", ownVFS)
	}
	q.Set("_txlock", "immediate")
	var pragmas []string
	if mode == writing || mode == reading {
		// Under our own lock nobody else has the file. Told so, SQLite looks for a journal once and not at each statement.
		pragmas = []string{"locking_mode(exclusive)"}
	}
	pragmas = append(pragmas,
		fmt.Sprintf("busy_timeout(%d)", busyMilliseconds), "foreign_keys(1)", "cache_spill(0)", "cache_size(-16000)",
		"temp_store(memory)", "mmap_size(0)")
	switch mode {
	case writing: // whoever opens it sets the journal too, when it has looked at the file: see keepJournal
		pragmas = append(pragmas, "synchronous(full)")
	case creating, settling: // under a name that nobody else knows: no journal is left behind when it is given its own
		pragmas = append(pragmas, "journal_mode(delete)", "synchronous(full)")
	case mirroring: // what is lost of it in a power cut is read from the file again
		pragmas = append(pragmas, "journal_mode(wal)", "synchronous(normal)")
	case reading, copying, still: // peeking does without, as it forbids copying to another file
		pragmas = append(pragmas, "query_only(1)")
	}
	for _, p := range pragmas {
		q.Add("_pragma", p)
	}
	return "file:" + uriPath(absolute) + "?" + q.Encode(), nil
}

// uriPath writes a path as SQLite reads it in a URI: % # and ? escaped, and on Windows "/C:/…" with forward slashes. A UNC path
// becomes "//server/share/…" after two more slashes, the only form in which SQLite takes it for a path and not for a host.
func uriPath(path string) string {
	path = filepath.ToSlash(path)
	switch {
	case strings.HasPrefix(path, "//"):
		path = "//" + path
	case !strings.HasPrefix(path, "/"):
		path = "/" + path
	}
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}

func connect(path string, mode access) (*bun.DB, error) {
	source, err := dataSource(path, mode)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	if mode == mirroring {
		db.SetMaxOpenConns(4) // reading goes on beside writing
	}
	return bun.NewDB(db, sqlitedialect.New()), nil
}

// User is who sits at which computer: what the change list says of each save.
type User struct{ Name, Machine string }

var _ data.Office = (*Office)(nil)
