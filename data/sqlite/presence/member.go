package presence

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"time"

	"almoner/data/sqlite/filelock"
	"almoner/data/wholefile"
)

// errTaken is that the file of a lock was removed by somebody who cleared up, between its being opened and locked.
var errTaken = errors.New("the lock was taken away")

// member is this client's own two files.
type member struct {
	folder folder
	client string
	card   card
	lock   held // nil while it is not in
	hollow bool // it has its lock, and could have it once more: locks mean nothing even to one who has them
	step   time.Duration
}

// join locks and then writes the card, which is how others know one who is joining from one who has crashed.
func (m *member) join(ctx context.Context) error {
	if err := m.folder.make(); err != nil {
		return err
	}
	m.hollow = false
	for range 3 { // once might be a server that was started anew just then
		if err := errors.Join(m.giveUp(), m.acquire(ctx)); err != nil {
			return err
		}
		t := m.own()
		if m.hollow = t == lockHad; t != lockHad && t != lockMissing {
			break
		}
	}
	m.card.Run = random()
	if err := m.write(true); err != nil {
		return errors.Join(err, m.giveUp())
	}
	return nil
}

// acquire takes the lock. Others may be looking whether it can be had, or be clearing up after a client of that name that crashed.
func (m *member) acquire(ctx context.Context) error {
	const tries, believing = 20, 5
	var err error
	for n := range tries {
		m.lock, err = m.take(n >= believing)
		if !errors.Is(err, filelock.ErrHeld) && !errors.Is(err, errTaken) {
			return err
		}
		if !pause(ctx, m.step/4+rand.N(m.step)) { //nolint:gosec // it only has to differ from others
			return ctx.Err()
		}
	}
	return err
}

// take takes the lock and makes sure that the file it is on is the one that others find by its name. It has that file open before and
// after, so that its number is not given to another. On a server that gives numbers anyhow the name has to be believed at last.
func (m *member) take(believing bool) (_ held, err error) {
	path := m.folder.lock(m.client)
	file, err := openWrite(path, true)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	wholefile.LetColleagues(path)
	l, err := m.folder.locks.Try(path)
	if err != nil {
		return nil, err
	}
	mine, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, l.Release())
	}
	if found, err := os.Stat(path); err != nil || !os.SameFile(mine, found) && !believing {
		return nil, errors.Join(errTaken, l.Release())
	}
	return l, nil
}

// holds is whether the lock still holds, as far as that can be known: a server forgets the locks of those who were away.
func (m *member) holds() bool {
	if m.lock == nil {
		return false
	}
	t := m.own()
	return m.hollow || t != lockHad && t != lockMissing
}

// own is how this client's own lock looks to others.
func (m *member) own() tried {
	if !excludesItself {
		return lockHeld
	}
	t, err := m.folder.try(m.client)
	if err != nil {
		return lockUnclear
	}
	return t
}

// lost is whether a listing lacks this client's files, and they are really not there: a listing may be an old one.
func (m *member) lost(l listing) bool {
	return !l.cards[m.client] && missing(m.folder.card(m.client)) || !l.locks[m.client] && missing(m.folder.lock(m.client))
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// write writes the card with a new nonce.
func (m *member) write(create bool) error {
	m.card.Nonce = random()
	if err := m.folder.write(m.client, m.card, create); err != nil {
		return fmt.Errorf("say who has the office open: %w", err)
	}
	return nil
}

// giveUp ends the lock and leaves the files as they are.
func (m *member) giveUp() error {
	if m.lock == nil {
		return nil
	}
	l := m.lock
	m.lock = nil
	return l.Release()
}

// leave takes the files away: the card first, so that nobody sees a card without its lock.
func (m *member) leave() error {
	if m.lock == nil {
		return nil
	}
	var err error
	for range 5 { // on Windows a virus scanner may have it open
		if err = os.Remove(m.folder.card(m.client)); absent(err) {
			break
		}
		pause(context.Background(), 50*time.Millisecond)
	}
	if !absent(err) {
		return errors.Join(fmt.Errorf("leave the office: %w", err), m.giveUp()) // the others find out
	}
	l := m.lock
	m.lock = nil
	if err := m.folder.releaseAndRemove(l, m.client, true); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("leave the office: %w", err)
	}
	return nil
}
