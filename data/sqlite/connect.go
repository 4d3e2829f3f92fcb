package sqlite

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

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
)

// busyMilliseconds is how long a statement waits for another program's transaction to end.
const busyMilliseconds = 8000

// dataSource is the one place that says how the file is opened.
//
// The locks are still SQLite's own, which serve several programs on one computer's disk. On a share they do not (see
// the measurements in the design of sharing): there vfs=unix-none has to be added here, but only together with the lock of our own,
// for without either nothing keeps two writers apart.
//
// The journal is kept and its header cleared (persist), as making and deleting a file for each save is what shares and virus
// scanners are slow at. cache_spill(0) keeps a transaction from touching the file before it commits; mmap_size(0) keeps a file that
// is cut short under us an error rather than a crash.
func dataSource(path string, mode access) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	q := url.Values{}
	q.Set("mode", string(mode))
	q.Set("_txlock", "immediate")
	pragmas := []string{
		fmt.Sprintf("busy_timeout(%d)", busyMilliseconds), "foreign_keys(1)", "cache_spill(0)", "cache_size(-16000)",
		"temp_store(memory)", "mmap_size(0)",
	}
	switch mode {
	case writing:
		pragmas = append(pragmas, "journal_mode(persist)", "synchronous(full)")
	case creating: // under a name that nobody else knows: no journal is left behind when it is given its own
		pragmas = append(pragmas, "journal_mode(delete)", "synchronous(full)")
	case reading:
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
	return bun.NewDB(db, sqlitedialect.New()), nil
}

// files keeps reading the raw bytes of a file apart from transactions on it. POSIX drops all locks that a process has on a file as
// soon as it closes any handle on it, so looking at the header while another Office of this process was in a transaction would
// take that transaction's lock away.
var files sync.RWMutex

// User is who sits at which computer: what the change list says of each save.
type User struct{ Name, Machine string }

var _ data.Office = (*Office)(nil)
