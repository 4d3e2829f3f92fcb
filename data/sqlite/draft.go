package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"almoner/data/wholefile"
)

// draft is a copy of an office on this computer that is on its way to be a backup, or to be put in the place of a file.
type draft struct{ folder, path string }

// newDraft is where a copy can be made: in this computer's folder for offices, as only its owner may read that, or else in one for
// passing files.
func newDraft(o Options) (draft, error) {
	if o.Folder != "" {
		if err := os.MkdirAll(o.Folder, 0o700); err != nil {
			return draft{}, err
		}
	}
	sweepDrafts(o.Folder)
	folder, err := os.MkdirTemp(o.Folder, draftPrefix)
	if err != nil {
		return draft{}, err
	}
	return draft{folder, filepath.Join(folder, "draft"+extension)}, nil
}

const draftPrefix = "almoner-making-"

// sweepDrafts takes away what programs left that came down while they made a copy.
func sweepDrafts(folder string) {
	if folder == "" {
		return // the system's own, which it sweeps itself
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && strings.HasPrefix(e.Name(), draftPrefix) && time.Since(info.ModTime()) > 24*time.Hour {
			_ = os.RemoveAll(filepath.Join(folder, e.Name())) // it is tried again the next time
		}
	}
}

func (d draft) remove() { _ = os.RemoveAll(d.folder) } // what is left is in a folder that is swept

func notDrafted(err error) error {
	if mostFull(err) {
		return fault(err, "The disk of this computer is full, so no backup could be made. Your work is safe where it is: make room on the disk.")
	}
	return fault(err, "This computer has no place to make a copy of the office on, so no backup could be made. Your work is safe where it is: ask whoever looks after the computer.")
}

// fill makes the draft from a backup: sound, with the schema of this program, and as a file of an office is.
func (d draft) fill(ctx context.Context, backup string) (metaRow, error) {
	h, err := inspect(backup)
	if err != nil {
		return metaRow{}, err
	}
	m, report, err := d.take(ctx, backup, h)
	switch {
	case err != nil:
		return m, err
	case m.LeastWriter > schemaVersion():
		return m, fault(nil, "%s", newer(backup))
	case !report.Sound():
		return m, fault(nil, "%s is not sound, so nothing was restored from it: %s Choose another backup.", name(backup), report.Problems[0])
	}
	return m, nil
}

// take makes the draft from a backup, and looks through all of it.
func (d draft) take(ctx context.Context, backup string, h header) (m metaRow, report Report, err error) {
	report.Path = backup
	if h.schema > schemaVersion() {
		return m, report, fault(nil, "%s", newer(backup))
	}
	if err := copyOut(ctx, backup, d.path, h); err != nil {
		return m, report, h.ruined(err, backup)
	}
	if err := d.settle(ctx, backup); err != nil {
		return m, report, h.ruined(err, backup)
	}
	err = d.with(ctx, func(db *bun.DB) error {
		return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) (err error) {
			if h.schema < schemaVersion() {
				if err := upgradeWithin(ctx, tx, h.schema); err != nil {
					return err
				}
			}
			if m, err = readMeta(ctx, tx); err != nil {
				return err
			}
			return report.checkAll(ctx, tx)
		})
	})
	return m, report, err
}

// copyOut copies an office that nobody holds a lock on, or a mirror, to a new file on this computer.
func copyOut(ctx context.Context, from, to string, h header) error {
	if h.logs() { // part of what it holds may be in the log beside it, and a program may be using both
		db, err := connect(from, peeking)
		if err != nil {
			return err
		}
		err = errors.Join(vacuumInto(ctx, db, to), db.Close())
		if err == nil || ctx.Err() != nil {
			return err
		}
		if err := removeIfThere(to); err != nil {
			return err
		}
	}
	if err := copyBytes(ctx, from, to, wholefile.Private, nil); err != nil {
		return err
	}
	for _, rest := range []string{"-wal", "-journal"} { // of a file that was copied with it
		if err := copyBytes(ctx, from+rest, to+rest, wholefile.Private, nil); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// logs reports whether the file is one that is written to by way of a log, as mirrors are.
func (h header) logs() bool { return h.first[18] == 2 || h.first[19] == 2 }

// vacuumInto makes a new file of one state of a database, which its owner alone may read.
func vacuumInto(ctx context.Context, db *bun.DB, to string) error {
	if err := newPrivate(to); err != nil {
		return err
	}
	if _, err := db.DB.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return fmt.Errorf("copy what the database holds: %w", err)
	}
	return nil
}

// settle takes back what a save left half done, takes the draft out of the habit of a log, looks it through and, if it has pages of another
// size, gives it those of an office.
func (d draft) settle(ctx context.Context, called string) error {
	var size int
	err := d.with(ctx, func(db *bun.DB) error { return db.QueryRowContext(ctx, "PRAGMA page_size").Scan(&size) })
	if err != nil {
		return fmt.Errorf("ask for the size of its pages: %w", err)
	}
	if err := checkCopy(ctx, d.path, called); err != nil || size == ownPage { // before it is made anew, which would hide damage
		return err
	}
	return d.with(ctx, func(db *bun.DB) error {
		for _, statement := range []string{fmt.Sprintf("PRAGMA page_size = %d", ownPage), "VACUUM"} {
			if _, err := db.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("give it pages of the usual size: %w", err)
			}
		}
		return nil
	})
}

// with works on the draft.
func (d draft) with(ctx context.Context, work func(*bun.DB) error) (err error) {
	db, err := connect(d.path, settling)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := ctx.Err(); err != nil {
		return err
	}
	return work(db)
}

// ownPage is the size of the pages of an office, in bytes; it is SQLite's own choice.
const ownPage = 4096
