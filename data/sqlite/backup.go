package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"almoner/data/sqlite/filelock"
	"almoner/data/wholefile"
)

// BackUp makes a backup of an office file in a folder, which has to be there; if it is empty, among those beside the file, of which old
// ones are then cleared away. The file is copied under its lock to this computer, looked through here, and written to the folder; what is
// damaged is no backup. Nothing is ever written over. If it fails nothing is left behind, and the *data.Fault says why.
func BackUp(ctx context.Context, office, folder string, o Options) (Backup, error) {
	b, err := backUp(ctx, office, folder, ItWasTime, o.full())
	if err != nil {
		return Backup{}, fmt.Errorf("back up %s: %w", office, err)
	}
	return b, nil
}

func backUp(ctx context.Context, office, folder string, before Occasion, o Options) (_ Backup, err error) {
	h, err := inspect(office)
	if err != nil {
		return Backup{}, err
	}
	to := besideOf(office)
	if folder != "" {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return Backup{}, fault(err, "There is no folder %s to put the backup in. Nothing was backed up: make the folder first, or choose another.", name(folder))
		}
		to = store{folder: folder}
	}
	file := unread(office, User{}).truth
	defer func() { err = errors.Join(err, file.keeper.Close()) }()
	d, err := newDraft(o)
	if err != nil {
		return Backup{}, notDrafted(err)
	}
	defer d.remove()
	if err := file.copyTo(ctx, d.path, nil); err != nil {
		return Backup{}, h.ruined(err, office)
	}
	b, err := d.look(ctx, office)
	if err != nil {
		return Backup{}, err
	}
	b.Made, b.Before = time.Now().UTC().Truncate(time.Second), before
	if b, err = to.put(ctx, d.path, office, b, o.Progress); err != nil || folder != "" {
		return b, err
	}
	if err := to.tidy(time.Now()); err != nil {
		o.Log.Warn("clear old backups away", "folder", to.folder, "error", err)
	}
	return b, nil
}

// look looks a copy through, and says what it is.
func (d draft) look(ctx context.Context, called string) (_ Backup, err error) {
	if err := checkCopy(ctx, d.path, called); err != nil {
		return Backup{}, explained(err, called)
	}
	db, err := connect(d.path, copying)
	if err != nil {
		return Backup{}, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	m, err := readMeta(ctx, db)
	if err != nil {
		return Backup{}, explained(err, called)
	}
	return Backup{Change: m.Sequence}, nil
}

// mostOfOneName is how many backups of one second, and one change, are told apart.
const mostOfOneName = 100

// put writes a file to the folder, under the name that a backup of the office has. It is there whole, or not at all.
func (s store) put(ctx context.Context, from, office string, b Backup, progress func(done, total int64)) (Backup, error) {
	if err := s.make(); err != nil {
		return Backup{}, s.notPut(err)
	}
	part := filepath.Join(s.folder, ".almoner-"+uuid.NewString()+".part")
	if err := s.write(ctx, from, part, progress); err != nil {
		return Backup{}, s.notPut(errors.Join(err, removeIfThere(part)))
	}
	var err error
	if b.Path, err = s.name(part, b.called(office)); err != nil {
		return Backup{}, s.notPut(errors.Join(err, removeIfThere(part)))
	}
	info, err := os.Stat(b.Path)
	if err != nil {
		return Backup{}, s.notPut(err)
	}
	b.Size, b.Here = info.Size(), s.here
	return b, nil
}

// name gives a file that is whole its name, or one like it if there is such a file: a link fails where a rename would put one file in the
// place of another. Where the disk knows no links (exFAT, most shares) a look beforehand has to do.
func (s store) name(part, called string) (string, error) {
	for n := 1; n <= mostOfOneName; n++ {
		path := filepath.Join(s.folder, called)
		if n > 1 {
			path = filepath.Join(s.folder, fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(called, extension), n, extension))
		}
		if _, err := os.Lstat(path); err == nil {
			continue // somebody has made one in the same second
		}
		err := os.Link(part, path)
		switch {
		case err == nil:
			_ = os.Remove(part) // else it is swept
			return path, nil
		case errors.Is(err, fs.ErrExist):
			continue
		}
		return path, os.Rename(part, path)
	}
	return "", fs.ErrExist
}

func (s store) write(ctx context.Context, from, part string, progress func(done, total int64)) error {
	if err := copyBytes(ctx, from, part, s.mode(), progress); err != nil {
		return err
	}
	was, err := os.Stat(from)
	if err != nil {
		return err
	}
	is, err := os.Stat(part)
	if err != nil {
		return err
	}
	if is.Size() != was.Size() {
		return fmt.Errorf("%d bytes of %d were written", is.Size(), was.Size())
	}
	return nil
}

// notPut says why a backup is not in its folder.
func (s store) notPut(err error) error {
	where := "the folder " + name(s.folder)
	if s.here {
		where = "this computer’s folder for backups"
	}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case mostFull(err):
		return fault(err, "No backup could be made, because the disk that %s lies on is full. The office is as it was: make room on the disk.", where)
	case !passingAccess(err):
		return fault(err, "No backup could be made, because you may not write in %s. The office is as it was: ask whoever looks after the folder to let you.", where)
	default:
		return fault(err, "No backup could be made in %s. The office is as it was. Is the drive still connected? Try again in a moment.", where)
	}
}

// Backups are the backups of an office that there are beside its file and on this computer, whose folder for offices o names; latest first.
func Backups(ctx context.Context, office string, o Options) ([]Backup, error) {
	found, err := besideOf(office).list()
	if err != nil {
		return nil, explained(err, office)
	}
	if database := databaseOf(ctx, office, o); database != "" && o.Folder != "" {
		here, err := desktop(o.Folder).store(database).list()
		if err != nil {
			return nil, explained(err, office)
		}
		found = append(found, here...)
	}
	return found, nil
}

// upkeep is when a Shared looks next whether a backup is due.
type upkeep struct {
	mu   sync.Mutex
	next time.Time
}

const (
	betweenLooks  = time.Hour      // at a folder with backups
	betweenBeside = time.Hour      // two backups that everybody shares
	betweenHere   = 24 * time.Hour // two on one computer
)

// backUpIfDue makes a backup beside the file and one on this computer, if there is something new since the latest and that is old enough.
// It is made from the mirror, so that nobody waits for it and the file is not read again over the network. Of several computers one makes
// it. As long as none is due this is a look at two folders, once an hour.
func (s *Shared) backUpIfDue(ctx context.Context) error {
	s.upkeep.mu.Lock()
	defer s.upkeep.mu.Unlock()
	now := s.now()
	if now.Before(s.upkeep.next) || s.local.stale.Load() {
		return nil
	}
	s.upkeep.next = now.Add(betweenLooks)
	s.Office.mu.Lock()
	known := s.known
	s.Office.mu.Unlock()
	here := desktop(s.o.Folder).store(known.database)
	err := s.backUpWhereDue(ctx, here, known.sequence, betweenHere)
	if s.blocked() == "" && s.Standing().Offline == "" { // else the mirror need not be what the file is
		err = errors.Join(err, s.backUpWhereDue(ctx, besideOf(s.truth.path), known.sequence, betweenBeside))
	}
	if err != nil {
		return fmt.Errorf("back up %s: %w", s.truth.path, err)
	}
	return nil
}

func (s *Shared) backUpWhereDue(ctx context.Context, to store, sequence int64, every time.Duration) error {
	is := func() (bool, error) {
		all, err := to.list()
		return due(all, sequence, s.now(), every), explained(err, to.folder)
	}
	if yes, err := is(); err != nil || !yes {
		return err
	}
	if err := to.make(); err != nil {
		return to.notPut(err)
	}
	lock, err := filelock.Try(filepath.Join(to.folder, "making.lock"))
	if errors.Is(err, filelock.ErrHeld) {
		return nil // a colleague's computer is making one
	}
	if err != nil {
		return to.notPut(err)
	}
	if !to.here {
		wholefile.LetColleagues(filepath.Join(to.folder, "making.lock"))
	}
	defer func() { _ = lock.Release() }() // it ends with its holder
	if yes, err := is(); err != nil || !yes {
		return err // somebody was quicker
	}
	if _, err := s.backUpTo(ctx, to, ItWasTime, nil); err != nil {
		return err
	}
	if err := to.tidy(s.now()); err != nil {
		s.o.Log.Warn("clear old backups away", "folder", to.folder, "error", err)
	}
	return nil
}

// due reports whether it is time for a backup. What is new is told by the count of changes; the clocks of other computers only put a
// backup off, and one that is ahead does not even that.
func due(all []Backup, sequence int64, now time.Time, every time.Duration) bool {
	for _, b := range all { // latest first
		if b.Change == 0 || b.Before == BeforeRestoring || b.Made.Sub(now) > mostAhead {
			continue
		}
		return b.Change != sequence && now.Sub(b.Made) >= every
	}
	return true
}

// BackUp makes a backup now, beside the file, of what this computer knows the file to hold. progress is told how many bytes of it have been
// written; it may be nil.
func (s *Shared) BackUp(ctx context.Context, progress func(done, total int64)) (Backup, error) {
	b, err := s.backUpTo(ctx, besideOf(s.truth.path), ItWasTime, progress)
	if err != nil {
		return Backup{}, fmt.Errorf("back up %s: %w", s.truth.path, err)
	}
	return b, nil
}

// backUpTo makes a backup from the mirror.
func (s *Shared) backUpTo(ctx context.Context, to store, before Occasion, progress func(done, total int64)) (Backup, error) {
	d, err := newDraft(s.o)
	if err != nil {
		return Backup{}, notDrafted(err)
	}
	defer d.remove()
	if err := s.local.copyTo(ctx, d.path); err != nil {
		return Backup{}, notDrafted(err)
	}
	b, err := d.look(ctx, s.truth.path)
	if err != nil {
		return Backup{}, err
	}
	b.Made, b.Before = s.now().UTC().Truncate(time.Second), before
	return to.put(ctx, d.path, s.truth.path, b, progress)
}

// copyTo makes a new file of one state of the mirror, which its owner alone may read.
func (m *mirror) copyTo(ctx context.Context, to string) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.db == nil {
		return errNoMirror
	}
	return vacuumInto(ctx, m.db, to)
}

// keepMirror keeps what the mirror holds before a copy of the file, which stands elsewhere, takes its place: if somebody has put a backup
// in the file's place, this may be the last to hold what was saved after it.
func (s *Shared) keepMirror(ctx context.Context, now standing) error {
	if now.Sequence >= s.known.sequence && now.Known == s.known.hash {
		return nil // nothing is lost
	}
	to := desktop(s.o.Folder).store(s.known.database)
	if _, err := s.backUpTo(ctx, to, BeforeRestoring, nil); err != nil {
		return err
	}
	if err := to.tidy(s.now()); err != nil {
		s.o.Log.Warn("clear old backups away", "folder", to.folder, "error", err)
	}
	return nil
}

// newPrivate makes an empty file that only its owner may read.
func newPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, wholefile.Private)
	if err != nil {
		return err
	}
	return f.Close()
}
