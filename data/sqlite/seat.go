package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"almoner/data/sqlite/filelock"
	"almoner/data/sqlite/outbox"
	"almoner/data/wholefile"
)

// desktop is the folder on this computer's own disk in which it keeps what it has of offices: a folder an office, named by its database
// ID, and in that a seat for each program that has it open at once.
//
//	offices/
//	    index.json                  which office lies where
//	    <database id>/backups/      of this computer
//	    <database id>/<seat>/       seat.lock  mirror.almoner  seen.json  outbox/
type desktop string

func (d desktop) indexPath() string             { return filepath.Join(string(d), "index.json") }
func (d desktop) office(database string) string { return filepath.Join(string(d), database) }
func (d desktop) backups(database string) string {
	return filepath.Join(d.office(database), "backups")
}

// indexed is what is known of a path.
type indexed struct {
	Database string `json:"database"` // the office that lies there
	Remote   bool   `json:"remote"`   // on a server
}

// index is which office lies at which path, so that one can be opened when its server cannot be reached.
func (d desktop) index() map[string]indexed {
	found := map[string]indexed{}
	b, err := os.ReadFile(d.indexPath())
	if err != nil || json.Unmarshal(b, &found) != nil {
		return map[string]indexed{} // it is made again from the files themselves
	}
	return found
}

// note puts down which office lies at a path.
func (d desktop) note(path string, known indexed) error {
	index := d.index()
	if index[path] == known {
		return nil
	}
	index[path] = known
	return wholefile.Write(d.indexPath(), wholefile.Private, func(w io.Writer) error { return json.NewEncoder(w).Encode(index) })
}

// seat is the place of one program at an office.
type seat struct {
	folder string
	lock   *filelock.Lock
}

// mostSeats is how many programs of one computer may have an office open at once.
const mostSeats = 50

// sit takes the first free seat at an office; others that are free although saves wait there, as after a crash, are left over.
func (d desktop) sit(database string) (s *seat, left []*seat, err error) {
	if err := os.MkdirAll(d.office(database), 0o700); err != nil {
		return nil, nil, fmt.Errorf("make a folder for the office on this computer: %w", err)
	}
	for n := 1; n <= mostSeats; n++ {
		folder := filepath.Join(d.office(database), strconv.Itoa(n))
		if s != nil && !isThere(folder) {
			return s, left, nil
		}
		taken, err := sitDown(folder)
		switch {
		case errors.Is(err, filelock.ErrHeld):
		case err != nil:
			return nil, nil, err
		case s == nil:
			s = taken
		default:
			if waits, err := outbox.Empty(taken.outbox()); err == nil && waits {
				_ = taken.lock.Release()
			} else {
				left = append(left, taken)
			}
		}
	}
	if s == nil {
		return nil, nil, fault(nil, "This office is open in %d windows of this computer already. Close one of them first.", mostSeats)
	}
	return s, left, nil
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func sitDown(folder string) (*seat, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make a folder for the office on this computer: %w", err)
	}
	lock, err := filelock.Try(filepath.Join(folder, "seat.lock"))
	if err != nil {
		return nil, err
	}
	return &seat{folder, lock}, nil
}

func (s *seat) mirror() string { return filepath.Join(s.folder, "mirror.almoner") }
func (s *seat) draft() string  { return filepath.Join(s.folder, "copying.almoner") }
func (s *seat) outbox() string { return filepath.Join(s.folder, "outbox") }
func (s *seat) seen() string   { return filepath.Join(s.folder, "seen.json") }

// seen is how the office file began when the mirror was last brought up to it. If it still begins so, nobody has saved since.
type seen struct {
	Path     string `json:"path"`
	Header   []byte `json:"header"`
	Sequence int64  `json:"sequence"` // where the mirror stood: after a power cut it may stand elsewhere
	Hash     string `json:"hash"`
}

func (s *seat) readSeen() seen {
	var found seen
	if b, err := os.ReadFile(s.seen()); err != nil || json.Unmarshal(b, &found) != nil {
		return seen{} // the file is asked again
	}
	return found
}

func (s *seat) writeSeen(n seen) error {
	b, err := json.Marshal(n)
	if err != nil {
		return err
	}
	return os.WriteFile(s.seen(), b, 0o600) // what is torn in a power cut is read as nothing
}
