package sqlite

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"

	"github.com/uptrace/bun"
)

// onServerAt is an office file that is taken to lie on a server.
func onServerAt(path string) *truth {
	f := truthAt(path)
	f.remote = true
	return &f
}

func TestOnAServerAVisitKeepsOutWhoeverHasTheLockToo(t *testing.T) {
	t.Parallel()
	path := emptyOffice(t)
	f := onServerAt(path)
	there := func() bool { return isThere(journalPath(path)) }
	err := f.visit(t.Context(), func(context.Context, *bun.DB, *stay) error {
		if !there() {
			t.Error("nothing tells the server that somebody is visiting the file")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken off")
	if err := f.visit(t.Context(), func(context.Context, *bun.DB, *stay) error { return broken }); !errors.Is(err, broken) {
		t.Error(err)
	}
	if there() {
		t.Error("the claim stays after the visit")
	}
	if err := os.WriteFile(journalPath(path), nil, 0o600); err != nil { // of somebody whose lock the server does not know of
		t.Fatal(err)
	}
	gone := make(chan bool, 1)
	done := make(chan error, 1)
	go func() {
		done <- f.visit(t.Context(), func(context.Context, *bun.DB, *stay) error {
			select {
			case <-gone:
			default:
				t.Error("two visit the file at once")
			}
			return nil
		})
	}()
	other := onServerAt(path)
	eventually(t, "the second has the lock and waits", func() bool {
		l, err := other.tryLock()
		if err == nil {
			_ = l.Release()
		}
		return err != nil
	})
	gone <- true
	if err := os.Remove(journalPath(path)); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestOnAServerAJournalGoesOnlyWhenItIsTakenBack(t *testing.T) {
	t.Parallel()
	path := emptyOffice(t)
	before := mustRead(t, path)
	f := onServerAt(path)
	killInCommit(t, path)
	f.unclaim(false)
	if hot, err := f.hot(); err != nil || !hot {
		t.Fatalf("the journal that is to be taken back is gone: %v", err)
	}
	if bytes.Equal(mustRead(t, path), before) {
		t.Fatal("the killed writer has written nothing")
	}
	if err := f.visit(t.Context(), func(context.Context, *bun.DB, *stay) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(mustRead(t, path), before) {
		t.Error("what was half written is not taken back")
	}
	if isThere(journalPath(path)) {
		t.Error("a journal that is done with is waited for by everybody")
	}
}
