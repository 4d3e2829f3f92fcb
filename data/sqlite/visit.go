package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"almoner/data/sqlite/filelock"
)

// truth is the office file, the one that all share. It is touched in visits only: under the lock beside it, after a look at what a
// program that died may have left, and over a connection that nobody used before. Whatever stays open longer than that sees caches of
// the network and not the file; what was measured stands in the design of sharing.
type truth struct {
	path string
	// remote is that the file lies on a server. Its clients keep names and sizes for a while, so what looks damaged or missing may look
	// sound a moment later.
	remote bool
	// reading is that the file may only be read from here, so that neither lock nor journal can be made.
	reading bool
	// ahead reads some of the file under the lock, before anything else is asked of it; what only reads goes on from there. It may be nil.
	ahead func() (*blocks, error)
	// behind is called after something may have been written. It may be nil.
	behind func() error
	// keeper keeps the lock’s file open between visits where the file is remote. On a disk it is opened each time, as there a file that is
	// kept open can be deleted and made anew by somebody, and then two would hold it.
	keeper *filelock.Keeper
	// waits is told how long a visit has waited for the lock, again and again, and that it waits no more (0). It may be nil.
	waits func(time.Duration)
	// holders are those who may be holding the lock, for a sentence. It may be nil.
	holders func() []string
}

// How long a visit waits. The lock of a program that was stopped or of a laptop that sleeps is held until its server gives it up.
const (
	lockPatience   = 15 * time.Second
	remotePatience = 15 * time.Second       // with what looks damaged on a server
	localPatience  = 700 * time.Millisecond // and on a disk: virus scanners hold a file for a moment
	betweenTries   = 250 * time.Millisecond
)

func truthAt(path string) truth { return truth{path: path, keeper: filelock.Keep(lockPath(path))} }

// writable reports whether the file may be written to from here, and the lock beside it. On a server the lock's file stays open from then
// on: see Keeper.
func (f *truth) writable() bool {
	// Root may write to a file that is marked read-only, but who marked it did not want that.
	if info, err := os.Stat(f.path); err == nil && info.Mode().Perm()&0o222 == 0 {
		return false
	}
	tryLock := func() error { return tryOpening(lockPath(f.path), os.O_RDWR|os.O_CREATE) }
	if f.remote {
		tryLock = f.keeper.Open
	}
	for _, err := range []error{tryOpening(f.path, os.O_RDWR), tryLock()} {
		if err != nil && !passingAccess(err) {
			return false
		}
	}
	return true
}

func tryOpening(path string, flags int) error {
	f, err := os.OpenFile(path, flags, 0o666)
	if err == nil {
		_ = f.Close() // nothing was written
	}
	return err
}

// lockPath and journalPath are the files beside the office file.
func lockPath(path string) string    { return path + ".lock" }
func journalPath(path string) string { return path + "-journal" }

// stay is how long a visit has lasted. Whoever is about to commit asks it first.
type stay struct{ last time.Time }

// longestStay is after how long without a sign of life a visit must not commit any more: the server may have given the lock to another.
const longestStay = 10 * time.Second

// mostDrift is how far the clock on the wall may run from the time that passed here before somebody must have slept, or set the clock.
const mostDrift = time.Second

// errSlept is that the laptop slept, or stood still, in the middle of a visit. What was under way is done again.
var errSlept = errors.New("the computer stood still during a visit to the file")

// breathe notes a sign of life, unless the last was too long ago.
func (s *stay) breathe() error {
	now := time.Now()
	passed := now.Sub(s.last) // by the monotonic clock
	drift := now.Round(0).Sub(s.last.Round(0)) - passed
	if passed > longestStay || drift.Abs() > mostDrift {
		return errSlept
	}
	s.last = now
	return nil
}

// heldError is that the lock could not be had in time.
type heldError struct{ holders []string }

func (e *heldError) Error() string { return "the office file is locked by somebody else" }

// visit does work with the file, alone. The work has a connection of its own, which it must not keep.
func (f *truth) visit(ctx context.Context, work func(context.Context, *bun.DB, *stay) error) error {
	return f.visitTo(ctx, writing, work)
}

// visitToRead is visit for work that changes nothing.
func (f *truth) visitToRead(ctx context.Context, work func(context.Context, *bun.DB, *stay) error) error {
	return f.visitTo(ctx, still, work)
}

func (f *truth) visitTo(ctx context.Context, mode access, work func(context.Context, *bun.DB, *stay) error) (err error) {
	in, err := f.enter(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.leave(err == nil)) }()
	if f.reading && (mode == writing || in.lock == nil) {
		mode = reading
	}
	s := &stay{last: time.Now()}
	db, done, err := f.open(ctx, mode, in.claimed)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, db.Close(), done()); err == nil && mode == writing && f.behind != nil {
			err = f.behind()
		}
	}()
	return work(ctx, db, s)
}

// entry is what keeps others out of the file.
type entry struct {
	file *truth
	lock *filelock.Lock // nil where there is none to be taken
	// claimed is that the journal was made for this visit, and so that there is nothing to take back.
	claimed bool
}

// enter takes the lock and, where the file is remote, claims it.
func (f *truth) enter(ctx context.Context) (*entry, error) {
	lock, err := f.lock(ctx)
	if err != nil {
		return nil, err
	}
	in := &entry{file: f, lock: lock}
	if f.remote && !f.reading {
		if in.claimed, err = f.claim(ctx); err != nil {
			return nil, errors.Join(err, lock.Release())
		}
	}
	return in, nil
}

// leave lets others in. Done is that all went well, so that the journal holds nothing that is to be taken back.
func (in *entry) leave(done bool) error {
	if in.file.remote && !in.file.reading {
		in.file.unclaim(done && in.claimed)
	}
	if in.lock == nil {
		return nil
	}
	return in.lock.Release()
}

// longestClaim is how long a journal that stays is waited for. Who made it has the lock no more, or we would not have it; only where the
// two of us have it at once may he still be there, and a visit is over by then. It is no longer because everybody else waits too when a
// program was killed in the middle of a visit.
const longestClaim = 1500 * time.Millisecond

// claim makes the journal, which nobody else may have made, after the lock was had. On a server it is a second bolt: the server itself
// always says whether a file was made, while locks can stay with the client that asked for them. Before the lock's file was kept open (see
// filelock.Keeper) two clients were seen to have its lock at once, for a tenth of a second, and wrote the file to pieces. It is false
// where a program that died has left a journal.
func (f *truth) claim(ctx context.Context) (bool, error) {
	for begun := time.Now(); ; {
		j, err := os.OpenFile(journalPath(f.path), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if err == nil {
			return true, j.Close()
		}
		there := errors.Is(err, fs.ErrExist)
		switch waited := time.Since(begun); {
		case there && waited > longestClaim:
			return false, nil
		case there && f.doneWith() && waited > betweenTries:
			return false, nil // that of a save at the server itself, to whom its file is on a disk
		case !there && (waited > lockPatience || !passingAccess(err)):
			return false, err
		}
		if err := pause(ctx, betweenLocks(0)); err != nil {
			return false, err
		}
	}
}

// unclaim takes the journal away, unless something is to be taken back with it. What stays of it others wait for.
func (f *truth) unclaim(done bool) {
	if !done {
		if hot, err := f.hot(); hot || err != nil {
			return
		}
	}
	_ = os.Remove(journalPath(f.path))
}

// lock takes the lock, or says who has it. There is none to be taken (nil) where only reading is possible and nobody has made one.
func (f *truth) lock(ctx context.Context) (*filelock.Lock, error) {
	begun := time.Now()
	told := false
	defer func() {
		if told {
			f.waits(0)
		}
	}()
	for {
		l, err := f.tryLock()
		if err == nil {
			return l, nil
		}
		waited := time.Since(begun)
		if !errors.Is(err, filelock.ErrHeld) && (!f.remote && waited > localPatience || !passingAccess(err)) {
			return nil, err
		}
		if waited > lockPatience {
			if !errors.Is(err, filelock.ErrHeld) {
				return nil, err
			}
			return nil, f.held()
		}
		if f.waits != nil && waited > time.Second {
			f.waits(waited)
			told = true
		}
		if err := pause(ctx, betweenLocks(waited)); err != nil {
			return nil, err
		}
	}
}

func (f *truth) tryLock() (*filelock.Lock, error) {
	switch {
	case !f.reading && f.remote:
		return f.keeper.Try()
	case !f.reading:
		return filelock.Try(lockPath(f.path))
	}
	l, err := filelock.TryShared(lockPath(f.path))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil, nil //nolint:nilnil // nobody who writes has been here, or nothing is to be had
	}
	return l, err
}

func (f *truth) held() error {
	e := &heldError{}
	if f.holders != nil {
		e.holders = f.holders()
	}
	return e
}

// betweenLocks is how long to wait until the lock is tried again: at first as briefly as a save of another takes, with jitter, so that
// several who wait do not keep meeting.
func betweenLocks(waited time.Duration) time.Duration {
	if waited > 2*time.Second {
		return 100*time.Millisecond + rand.N(150*time.Millisecond) //nolint:gosec // no secret
	}
	return 5*time.Millisecond + rand.N(25*time.Millisecond) //nolint:gosec // no secret
}

// passingAccess reports whether being refused a file may pass: what is in the way of access rights does not.
func passingAccess(err error) bool {
	return !errors.Is(err, fs.ErrPermission) && !readOnlyPlace(err)
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// open is a fresh connection to the file, with whatever a program that died left half done taken back. The lock is held.
// A journal that was made for this visit holds nothing.
func (f *truth) open(ctx context.Context, mode access, claimed bool) (db *bun.DB, done func() error, err error) {
	patience := localPatience
	if f.remote {
		patience = remotePatience
	}
	for begun := time.Now(); ; {
		db, done, err = f.openOnce(ctx, mode, claimed)
		if err == nil {
			return db, done, nil
		}
		if time.Since(begun) > patience || !passing(err) {
			return nil, nil, f.cutOff(err)
		}
		if err := pause(ctx, betweenTries); err != nil {
			return nil, nil, err
		}
	}
}

// keepJournal has the journal kept and its header cleared, as making and deleting a file for each save is what disks with virus scanners are
// slow at; on a server it is made and deleted by each visit (see claim). Asked before SQLite has the file, it would have it look for journals
// once more.
const keepJournal = "PRAGMA journal_mode = persist"

// cutOff is why a damaged file is so, if it is because its end is missing.
func (f *truth) cutOff(err error) error {
	if !ruined(err) || errors.Is(err, errTooShort) {
		return err
	}
	if h, inspecting := inspect(f.path); inspecting == nil {
		if info, statting := os.Stat(f.path); statting == nil && info.Size() < h.size {
			return errors.Join(errTooShort, err)
		}
	}
	return err
}

// errHot is that a journal that somebody left is still there after SQLite should have rolled it back.
var errHot = errors.New("the journal of a save that was broken off has not been taken back yet")

func (f *truth) openOnce(ctx context.Context, mode access, claimed bool) (db *bun.DB, done func() error, err error) {
	ahead, err := f.readAhead()
	if err != nil {
		return nil, nil, err
	}
	hot := false
	if !claimed {
		if hot, err = f.hot(); err != nil {
			return nil, nil, fmt.Errorf("look at the journal: %w", err)
		}
	}
	switch {
	case !hot || mode != still:
	case f.reading:
		mode = reading
	default:
		mode = writing // SQLite has to take back what was left half done
	}
	if db, done, err = f.connect(mode, ahead); err != nil {
		return nil, nil, err
	}
	if err := f.try(ctx, db, mode, hot); err != nil {
		return nil, nil, errors.Join(err, db.Close(), done())
	}
	return db, done, nil
}

// try finds out whether a connection is good for anything; where the journal was hot, SQLite takes back now what was left half done.
func (f *truth) try(ctx context.Context, db *bun.DB, mode access, hot bool) error {
	var tables int
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return fmt.Errorf("read the schema: %w", err)
	}
	if err := f.asLongAsItSays(ctx, db); err != nil {
		return err
	}
	if mode == writing {
		if _, err := db.ExecContext(ctx, keepJournal); err != nil {
			return fmt.Errorf("keep the journal: %w", err)
		}
	}
	if !hot {
		return nil
	}
	hot, err := f.hot()
	if err != nil {
		return fmt.Errorf("look at the journal again: %w", err)
	}
	if hot {
		return errHot
	}
	return nil
}

func (f *truth) readAhead() (*blocks, error) {
	if f.ahead != nil {
		return f.ahead()
	}
	if !f.remote {
		return nil, nil //nolint:nilnil // nothing is
	}
	return nil, freshFile(f.path)
}

// connect is a connection for what is to be done, over what was read ahead if that is only read.
func (f *truth) connect(mode access, ahead *blocks) (*bun.DB, func() error, error) {
	if mode == still && ahead != nil {
		return ahead.connectTo()
	}
	db, err := connect(f.path, mode)
	return db, func() error { return nil }, err
}

// hotJournal is how a journal begins with which something is to be taken back. One that is done with is empty, or has zeros there.
const hotJournal = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"

// hot reports whether the journal is one with which something is to be taken back. It is opened in the one way that makes a client of a
// server ask for it rather than go by what it remembers: such clients say for a while that a journal is not there that is.
func (f *truth) hot() (bool, error) {
	flags := os.O_RDWR | os.O_CREATE
	if f.reading {
		flags = os.O_RDONLY
	}
	first, err := f.journal(flags)
	return first == hotJournal, err
}

// doneWith reports whether there is a journal that a save has used and let go of. To look for it makes a client of a server that remembers
// one which is gone forget it.
func (f *truth) doneWith() bool {
	first, err := f.journal(os.O_RDONLY)
	return err == nil && first == strings.Repeat("\x00", len(hotJournal))
}

// journal is how the journal begins; nothing if it is not there.
func (f *truth) journal(flags int) (string, error) {
	j, err := os.OpenFile(journalPath(f.path), flags, 0o666)
	if flags == os.O_RDONLY && errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if f.remote {
		if err := fresh(j); err != nil {
			return "", errors.Join(err, j.Close())
		}
	}
	var first [len(hotJournal)]byte
	n, err := j.ReadAt(first[:], 0)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return string(first[:n]), errors.Join(err, j.Close())
}

// sentenceHeld says who holds the file, as far as that is known.
func sentenceHeld(e *heldError, path string) string {
	switch len(e.holders) {
	case 0:
		return fmt.Sprintf("Somebody else is saving to %s and has not finished. Nothing was changed: try again in a moment.", name(path))
	case 1:
		return fmt.Sprintf("The computer of %s is holding %s; it may be asleep. Nothing was changed: wake it, or try again in a moment.", e.holders[0], name(path))
	default:
		return fmt.Sprintf("One of these computers is holding %s; it may be asleep: that of %s. Nothing was changed: try again in a moment.", name(path), orWords(e.holders))
	}
}

func orWords(words []string) string { return listWords(words, " or ") }

func andWords(words []string) string { return listWords(words, " and ") }

// listWords is "a", "a and b", "a, b and c".
func listWords(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + last + words[len(words)-1]
}
