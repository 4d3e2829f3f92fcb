package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/uptrace/bun"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"almoner/data"
)

// ruined reports whether an error is that a file is damaged, and not only out of reach. Visits have tried for long enough by then that no
// cache of the network is to blame.
func ruined(err error) bool {
	var e *sqlite.Error
	if errors.As(err, &e) {
		code := e.Code() & 0xff
		return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
	}
	return errors.Is(err, errTooShort) || errors.Is(err, errDamaged)
}

// errDamaged is that a copy of the file does not hold together.
var errDamaged = errors.New("the pages of the file do not hold together")

// asLongAsItSays finds a file that has fewer bytes than it says: SQLite reads and writes such a file for weeks.
func (f *truth) asLongAsItSays(ctx context.Context, db *bun.DB) error {
	var pages, size int64
	if err := db.QueryRowContext(ctx, "SELECT page_count, page_size FROM pragma_page_count, pragma_page_size").Scan(&pages, &size); err != nil {
		return fmt.Errorf("measure the file: %w", err)
	}
	info, err := os.Stat(f.path)
	if err != nil {
		return fmt.Errorf("measure the file: %w", err)
	}
	if info.Size() < pages*size {
		return errTooShort
	}
	return nil
}

// toBeRecovered is what to say of a file that is damaged or not what it was: the computers that have mirrors of it hold what it held.
func toBeRecovered(sentence string) string {
	return sentence + " You can look at everything as this computer last saw it, but nothing can be saved. “The file” in the section Office shows what is left, here and in the backups, and puts it back."
}

// betweenChecks is how often each computer looks through a whole copy of the file: nothing else notices a page of zeros before somebody
// needs what stood there.
const betweenChecks = 24 * time.Hour

// checkIfDue copies the file to this computer and looks through the copy, once a day. The caller has the turn.
func (s *Shared) checkIfDue(ctx context.Context) error {
	mark := filepath.Join(s.seat.folder, checkedMark)
	if info, err := os.Stat(mark); err == nil {
		if age := s.now().Sub(info.ModTime()); age >= 0 && age < betweenChecks {
			return nil
		}
	}
	return s.checkFile(ctx)
}

// checkFile copies the file to this computer and looks through the copy. The caller has the turn.
func (s *Shared) checkFile(ctx context.Context) error {
	draft := s.seat.draft()
	if err := removeIfThere(draft); err != nil {
		return err
	}
	if err := s.truth.copyTo(ctx, draft, nil); err != nil {
		return err
	}
	found := checkCopy(ctx, draft, s.truth.path)
	if err := errors.Join(found, removeIfThere(draft)); err != nil {
		return err
	}
	return s.noteChecked()
}

// stillRuined is what was wrong with the file, until somebody has put another in its place that holds together. The caller has the turn.
func (s *Shared) stillRuined(ctx context.Context) error {
	if s.ruin == nil {
		return nil
	}
	if s.looks() == s.ruinedAt {
		return s.ruin
	}
	if err := s.checkFile(ctx); err != nil {
		return errors.Join(err, s.ruin)
	}
	s.ruin = nil
	return nil
}

// looks is what a file looks like from outside, so that another in its place is noticed although it may be as it once was.
func (s *Shared) looks() string {
	info, err := os.Stat(s.truth.path)
	if err != nil {
		return err.Error()
	}
	s.looker.renew()
	first, err := s.looker.look()
	return fmt.Sprintf("%d %s %x %v", info.Size(), info.ModTime(), first, err)
}

// noteChecked puts down that a whole copy of the file has just been looked through.
func (s *Shared) noteChecked() error { return markChecked(s.seat.folder, s.now()) }

// checkedMark is the name of a file whose time says when an office was last looked through.
const checkedMark = "checked"

func markChecked(folder string, now time.Time) error {
	mark := filepath.Join(folder, checkedMark)
	if err := os.WriteFile(mark, nil, 0o600); err != nil {
		return fmt.Errorf("note that the file was checked: %w", err)
	}
	return os.Chtimes(mark, now, now)
}

// CheckFile looks through a whole copy of the file now, which is otherwise done once a day.
func (s *Shared) CheckFile(ctx context.Context) error {
	err := s.withFile(ctx, "look through it", s.checkFile)
	if err == nil || ruined(err) {
		s.fail(err)
		s.feed.tell(data.News{})
	}
	return err
}
