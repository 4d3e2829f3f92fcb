package presence

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"almoner/data/sqlite/filelock"
	"almoner/data/wholefile"
)

const (
	cardEnd = ".json"
	lockEnd = ".lock"
)

// A client's name is the name of its files on every system.
var (
	clientName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9-]{0,63}$`)
	deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)$`) // which Windows keeps for itself
)

func validClient(name string) bool {
	return clientName.MatchString(name) && !deviceName.MatchString(name)
}

// held is a lock that somebody has.
type held interface{ Release() error }

// locker takes locks. All but tests have serverLocks.
type locker interface {
	Try(path string) (held, error)
	TryShared(path string) (held, error)
}

// serverLocks are locks that the file server judges.
type serverLocks struct{}

// ownLocks are the paths of the locks that this process has, where it would not be refused them.
var ownLocks sync.Map

type ownLock struct {
	held
	path string
}

func (l ownLock) Release() error {
	ownLocks.Delete(l.path)
	return l.held.Release()
}

func (serverLocks) Try(path string) (held, error) {
	if _, own := ownLocks.Load(path); own && !excludesItself {
		return nil, filelock.ErrHeld
	}
	l, err := filelock.Try(path)
	if err != nil {
		return nil, err
	}
	ownLocks.Store(path, true)
	return ownLock{l, path}, nil
}

func (serverLocks) TryShared(path string) (held, error) {
	if _, own := ownLocks.Load(path); own && !excludesItself {
		return nil, filelock.ErrHeld
	}
	l, err := filelock.TryShared(path)
	if err != nil {
		return nil, err
	}
	return l, nil
}

// folder is where the cards, the locks and the bell are.
type folder struct {
	path  string
	locks locker
}

func folderOf(office string, locks locker) folder {
	if locks == nil {
		locks = serverLocks{}
	}
	return folder{office + ".users", locks}
}

func (f folder) card(client string) string { return filepath.Join(f.path, client+cardEnd) }
func (f folder) lock(client string) string { return filepath.Join(f.path, client+lockEnd) }
func (f folder) bell() string              { return filepath.Join(f.path, "bell") }

// make makes the folder if it is not there.
func (f folder) make() error {
	err := os.Mkdir(f.path, 0o777)
	if err == nil {
		wholefile.LetColleagues(f.path)
	} else if !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("make the folder of those who have the office open: %w", err)
	}
	return nil
}

// listing is whose files are in the folder.
type listing struct{ cards, locks map[string]bool }

// list reads the folder. One that is not there is empty.
func (f folder) list() (listing, error) {
	l := listing{map[string]bool{}, map[string]bool{}}
	entries, err := os.ReadDir(f.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return l, fmt.Errorf("see who has the office open: %w", err)
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), cardEnd); ok && validClient(name) {
			l.cards[name] = true
		} else if name, ok := strings.CutSuffix(e.Name(), lockEnd); ok && validClient(name) {
			l.locks[name] = true
		}
	}
	return l, nil
}

// read reads a card. One that cannot be made out is read again, as it may be about to be written.
func (f folder) read(ctx context.Context, client string) (c card, err error) {
	for range 3 {
		if c, err = f.readOnce(client); !errors.Is(err, errCard) || !pause(ctx, 20*time.Millisecond) {
			break
		}
	}
	return c, err
}

func (f folder) readOnce(client string) (c card, err error) {
	file, err := openRead(f.card(client))
	if err != nil {
		return card{}, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	b, err := io.ReadAll(io.LimitReader(file, cardSize+1))
	if err != nil {
		return card{}, err
	}
	return decode(b)
}

// write writes a card over the old one. create is for the first time only: a card that others took away is not made anew by chance.
func (f folder) write(client string, c card, create bool) (err error) {
	b, err := c.encode()
	if err != nil {
		return err
	}
	file, err := openWrite(f.card(client), create)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if create {
		wholefile.LetColleagues(f.card(client))
	}
	_, err = file.WriteAt(b, 0)
	return err
}

// A lock of somebody, as tried by somebody else.
type tried int

const (
	lockHeld    tried = iota // he is here
	lockHad                  // he is gone, or locks mean nothing
	lockMissing              // there is no such file: he is gone, or somebody took it away from him
	lockUnclear              // the disk, the network or a right was in the way
)

// try looks whether the lock of a client can be had. It asks for a shared one, so that two who try at once do not take each other for
// its holder, so that no file is made by trying, and because that needs no right to write. (On a Mac's share it is an exclusive one
// for that moment; then the peer is thought to be here until the next look.)
func (f folder) try(client string) (tried, error) {
	l, err := f.locks.TryShared(f.lock(client))
	switch {
	case err == nil:
		return lockHad, l.Release()
	case errors.Is(err, filelock.ErrHeld):
		return lockHeld, nil
	case errors.Is(err, fs.ErrNotExist):
		return lockMissing, nil
	default:
		return lockUnclear, err
	}
}

// bury removes the files of a client that is gone, and says whether it did. It takes his lock first: if that cannot be had, or his card
// has another nonce than when he was given up, then he is here after all. What else is in the way does no harm: his files stay.
func (f folder) bury(client, nonce string) bool {
	l, err := f.locks.Try(f.lock(client))
	if err != nil {
		return false
	}
	c, err := f.readOnce(client)
	stays := err == nil && c.Nonce != nonce
	removed := !stays && absent(os.Remove(f.card(client)))
	return errors.Join(f.releaseAndRemove(l, client, removed)) == nil && removed
}

// sweep removes a lock that has no card, or an empty one: somebody crashed when he had hardly come. It may also be that of somebody who
// is just joining, if he has not locked it yet; he notices.
func (f folder) sweep(client string) {
	if t, err := f.try(client); err != nil || t != lockHad {
		return
	}
	l, err := f.locks.Try(f.lock(client))
	if err != nil {
		return
	}
	info, err := os.Lstat(f.card(client))
	litter := errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 && absent(os.Remove(f.card(client)))
	_ = f.releaseAndRemove(l, client, litter) // it is tried again at the next look
}

// releaseAndRemove gives a lock up and removes its file, in the order in which nobody else can lose a lock by it.
func (f folder) releaseAndRemove(l held, client string, remove bool) error {
	if !remove {
		return l.Release()
	}
	if removesOpen {
		return errors.Join(os.Remove(f.lock(client)), l.Release())
	}
	return errors.Join(l.Release(), os.Remove(f.lock(client)))
}

func absent(err error) bool { return err == nil || errors.Is(err, fs.ErrNotExist) }

// pause waits, and says whether it did to the end.
func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
