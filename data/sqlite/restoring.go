package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	"github.com/uptrace/bun"
	"modernc.org/sqlite"

	"almoner/data/wholefile"
)

// Restored is what was done to put another state of an office in the place of the present one.
type Restored struct {
	From   string // the backup
	Change int64  // the last one that the office holds now
	Epoch  int64  // the state that it is in now, counted: every computer copies it anew
	// Kept is where the file is kept as it was before, byte for byte; empty if there was none.
	Kept string
}

// RestoreFile makes an office file what a backup of it holds. The backup has to be sound, and of the same office. What the file held is
// kept among the backups beside it, also if it was damaged. Colleagues may have the file open: it is not replaced but written to, in one
// transaction under its lock, so that whatever comes between leaves the old state or the new one; only a file that SQLite cannot open any
// more is replaced. The new state has an epoch of its own, by which every computer sees that it has to copy the file anew; what waits
// there to be saved is then merged with it. A *data.Fault says why nothing was restored.
func RestoreFile(ctx context.Context, office, backup string, user User, o Options) (Restored, error) {
	r, err := restoreFile(ctx, office, backup, user, o.full())
	if err != nil {
		return Restored{}, fmt.Errorf("restore %s from %s: %w", office, backup, explained(err, office))
	}
	return r, nil
}

func restoreFile(ctx context.Context, office, backup string, user User, o Options) (_ Restored, err error) {
	absolute, err := filepath.Abs(office)
	if err != nil {
		return Restored{}, err
	}
	if same(absolute, backup) {
		return Restored{}, fault(nil, "%s is the office itself, not a backup of it. Nothing was changed: choose a backup.", name(office))
	}
	if err := wasThere(absolute, o); err != nil {
		return Restored{}, err
	}
	d, err := newDraft(o)
	if err != nil {
		return Restored{}, err
	}
	defer d.remove()
	m, err := d.fill(ctx, backup)
	if err != nil {
		return Restored{}, explained(err, backup)
	}
	target := unread(absolute, user)
	defer func() { err = errors.Join(err, target.Close()) }()
	if why := target.ReadOnly(); why != "" {
		return Restored{}, fault(nil, "%s", why)
	}
	if err := target.permit(ctx); err != nil {
		return Restored{}, err
	}
	r := &restoring{file: &target.truth, draft: d, meta: m, o: o, done: Restored{From: backup, Change: m.Sequence}}
	r.epoch = max(m.Epoch, newestEpoch(ctx, desktop(o.Folder), m.DatabaseID))
	if err := r.run(ctx); err != nil {
		return Restored{}, err
	}
	o.Log.Info("the office file was restored", "office", absolute, "from", backup, "change", r.done.Change, "epoch", r.done.Epoch, "kept", r.done.Kept, "by", user.Name, "at", user.Machine)
	return r.done, nil
}

func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// wasThere finds a path at which there never was an office, so that a slip of the pen makes no second one.
func wasThere(office string, o Options) error {
	_, err := os.Stat(office)
	if !errors.Is(err, fs.ErrNotExist) {
		return nil // whatever is wrong with it shows
	}
	if lastSeenAt(office, o) != "" {
		return nil
	}
	if _, err := os.Stat(besideOf(office).folder); err == nil {
		return nil
	}
	return fault(err, "There is no file %s, and nothing tells that there was one. Nothing was restored: look whether its name and its folder are right.", name(office))
}

// restoring is a draft on its way into the place of an office file.
type restoring struct {
	file  *truth
	draft draft
	meta  metaRow
	epoch int64 // the newest that is known
	o     Options
	done  Restored
}

// run puts the draft in the file's place, under its lock.
func (r *restoring) run(ctx context.Context) (err error) {
	in, err := r.file.enter(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.leave(false)) }()
	s := &stay{last: time.Now()}
	if _, err := os.Stat(r.file.path); errors.Is(err, fs.ErrNotExist) {
		return r.replace(ctx, s)
	}
	_, wrong := inspect(r.file.path)
	if wrong != nil && !beyondReading(r.file.path) {
		return wrong
	}
	if wrong == nil {
		if wrong = r.overwrite(ctx, s); wrong == nil || !ruined(wrong) {
			return wrong
		}
	}
	r.o.Log.Warn("the office file cannot be opened any more, and is replaced", "office", r.file.path, "error", wrong)
	if r.done.Kept == "" {
		if err := errors.Join(s.resume(), r.keep(ctx, s, 0)); err != nil {
			return err
		}
	}
	return r.replace(ctx, s)
}

// resume goes on after SQLite was asked again and again whether a file is really damaged, which takes longer than a save may. The lock was
// held meanwhile, unless the computer slept.
func (s *stay) resume() error {
	now := time.Now()
	if drift := now.Round(0).Sub(s.last.Round(0)) - now.Sub(s.last); drift.Abs() > mostDrift {
		return errSlept
	}
	s.last = now
	return nil
}

// beyondReading reports whether a file is no database at all: an office with its beginning gone, or something that was put in its place.
// One of another program is left alone.
func beyondReading(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	first, err := firstBytes(path)
	if err != nil {
		return false
	}
	return len(first) < headerSize || !bytes.HasPrefix(first, sqliteMagic)
}

// overwrite makes the file what the draft is, in one transaction.
func (r *restoring) overwrite(ctx context.Context, s *stay) (err error) {
	db, done, err := r.file.open(ctx, writing, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(), done()) }()
	m, err := readMeta(ctx, db)
	switch {
	case ruined(err):
		m = metaRow{} // nothing tells of which office it is
	case err != nil:
		return err
	case m.DatabaseID != r.meta.DatabaseID:
		return fault(nil, "%s holds another office than %s does. Nothing was changed: choose a backup of this office. If it is the wrong office that lies here, give its file another name first.", name(r.file.path), name(r.done.From))
	case max(m.LeastWriter, m.Schema) > schemaVersion():
		return fault(nil, "%s", updateToEdit(r.file.path))
	}
	if err := r.keep(ctx, s, m.Sequence); err != nil {
		return err
	}
	if err := r.settleEpoch(ctx, m.Epoch); err != nil {
		return err
	}
	return r.file.become(ctx, db, s, r.draft.path, r.o.Progress)
}

// keep copies the file as it is, byte for byte, into the backups beside it, with the journal if that is still to be taken back.
func (r *restoring) keep(ctx context.Context, s *stay, change int64) error {
	var asleep error
	b := Backup{Made: time.Now().UTC().Truncate(time.Second), Change: change, Before: BeforeRestoring}
	b, err := besideOf(r.file.path).put(ctx, r.file.path, r.file.path, b, func(int64, int64) { asleep = errors.Join(asleep, s.breathe()) })
	if err := errors.Join(asleep, err); err != nil {
		return err
	}
	r.done.Kept = b.Path
	hot, err := r.file.hot()
	if err != nil {
		return err
	}
	if hot {
		if err := copyBytes(ctx, journalPath(r.file.path), journalPath(b.Path), wholefile.Usual, nil); err != nil {
			return err
		}
	}
	return s.breathe()
}

// settleEpoch makes the draft a state that comes after all others.
func (r *restoring) settleEpoch(ctx context.Context, present int64) error {
	r.done.Epoch = max(r.epoch, present) + 1
	return r.draft.with(ctx, func(db *bun.DB) error {
		if _, err := db.ExecContext(ctx, "UPDATE meta SET epoch = ? WHERE id = 1", r.done.Epoch); err != nil {
			return fmt.Errorf("begin a new epoch: %w", err)
		}
		return nil
	})
}

// pagesAtOnce is how many pages are carried over before it is looked whether to go on: 1 MiB.
const pagesAtOnce = 256

// become makes the file what another file holds, in one transaction of SQLite's own: its journal brings the old state back, whole, if the
// new one does not arrive whole. The file stays the same file, which colleagues have open.
func (f *truth) become(ctx context.Context, db *bun.DB, s *stay, draft string, progress func(done, total int64)) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	source, err := dataSource(draft, copying)
	if err != nil {
		return err
	}
	err = conn.Raw(func(driver any) (err error) {
		c, ok := driver.(interface {
			NewRestore(source string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("the driver cannot restore")
		}
		carrying, err := c.NewRestore(source)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, carrying.Finish()) }() // which takes all back unless it has come to its end
		for more := true; more; {
			if err := errors.Join(ctx.Err(), s.breathe()); err != nil {
				return err
			}
			if more, err = carrying.Step(pagesAtOnce); err != nil {
				return err
			}
			if total := int64(carrying.PageCount()); progress != nil {
				progress((total-int64(carrying.Remaining()))*ownPage, total*ownPage)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("carry the backup over: %w", err)
	}
	return nil
}

// replace puts the draft in the place of a file that is gone, or of which SQLite can make nothing any more and that is kept elsewhere.
func (r *restoring) replace(ctx context.Context, s *stay) error {
	if err := r.settleEpoch(ctx, 0); err != nil {
		return err
	}
	if err := unlike(r.draft.path); err != nil {
		return err
	}
	part := filepath.Join(filepath.Dir(r.file.path), "."+filepath.Base(r.file.path)+"."+uuid.NewString()+".new")
	mode, old := wholefile.Usual, false
	if info, err := os.Stat(r.file.path); err == nil {
		mode, old = info.Mode().Perm(), true
	}
	var asleep error
	err := copyBytes(ctx, r.draft.path, part, mode, func(done, total int64) {
		asleep = errors.Join(asleep, s.breathe())
		if r.o.Progress != nil {
			r.o.Progress(done, total)
		}
	})
	if err = errors.Join(err, asleep); err == nil {
		if !old {
			wholefile.LetColleagues(part)
		}
		err = r.exchange(part)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(part))
	}
	return nil
}

// exchange gives a finished file the name of the office. A journal of the old file must not be taken back into the new one.
func (r *restoring) exchange(part string) error {
	if err := emptied(journalPath(r.file.path)); err != nil {
		return fmt.Errorf("end the old file’s journal: %w", err)
	}
	err := os.Rename(part, r.file.path)
	if err == nil {
		return nil
	}
	// Windows does not let a file take the place of one that somebody has open, but lets that one go out of the way.
	aside := part + ".old"
	if moving := os.Rename(r.file.path, aside); moving != nil {
		return errors.Join(err, moving)
	}
	if err := os.Rename(part, r.file.path); err != nil {
		return errors.Join(err, os.Rename(aside, r.file.path))
	}
	if err := os.Remove(aside); err != nil {
		r.o.Log.Warn("clear the damaged file away, which is kept elsewhere", "path", aside, "error", err)
	}
	return nil
}

// emptied takes all out of a file, if there is one, and sees to it that this has reached the disk.
func emptied(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := f.Truncate(0); err != nil {
		return err
	}
	return f.Sync()
}

// unlike makes a file begin as none before it did, so that everybody who looks at the first bytes sees that it is another. Those bytes
// count the saves (bytes 24 to 27 and, as proof that the length in the header holds, 92 to 95); a copy that went its own way could have
// come to the same count.
func unlike(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var count [4]byte
	binary.BigEndian.PutUint32(count[:], 1<<30|rand.Uint32N(1<<30)) //nolint:gosec // no secret
	for _, at := range []int64{24, 92} {
		if _, err := f.WriteAt(count[:], at); err != nil {
			return err
		}
	}
	return f.Sync()
}

// newestEpoch is the newest that the mirrors of an office on this computer have seen.
func newestEpoch(ctx context.Context, d desktop, database string) (newest int64) {
	if d == "" {
		return 0
	}
	for _, path := range d.mirrors(database) {
		if m, err := peekMeta(ctx, path); err == nil && m.DatabaseID == database {
			newest = max(newest, m.Epoch)
		}
	}
	return newest
}

// mirrors are those that there are of an office on this computer.
func (d desktop) mirrors(database string) []string {
	entries, err := os.ReadDir(d.office(database))
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		path := (&seat{folder: filepath.Join(d.office(database), e.Name())}).mirror()
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			found = append(found, path)
		}
	}
	return found
}

// peekMeta is what a file on this computer says of itself.
func peekMeta(ctx context.Context, path string) (m metaRow, err error) {
	db, err := connect(path, peeking)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, func(ctx context.Context, tx bun.Tx) error {
		m, err = readMeta(ctx, tx)
		return err
	})
	return m, err
}

// databaseOf is which office a file is, or was when this computer last had it open; empty if nothing tells.
func databaseOf(ctx context.Context, office string, o Options) string {
	if _, err := inspect(office); err == nil {
		file := unread(office, User{}).truth
		var m metaRow
		err := file.visitToRead(ctx, func(ctx context.Context, db *bun.DB, _ *stay) (err error) {
			m, err = readMeta(ctx, db)
			return err
		})
		if err = errors.Join(err, file.keeper.Close()); err == nil {
			return m.DatabaseID
		}
	}
	absolute, err := filepath.Abs(office)
	if err != nil {
		return ""
	}
	return lastSeenAt(absolute, o)
}

// lastSeenAt is which office this computer last had open at a path; empty if it had none.
func lastSeenAt(path string, o Options) string {
	if o.Folder == "" {
		return ""
	}
	return desktop(o.Folder).index()[path].Database
}
