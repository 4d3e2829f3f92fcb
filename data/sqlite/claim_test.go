package sqlite

import (
	"context"
	"os"
	"testing"

	"github.com/uptrace/bun"
)

func TestOnAServerAVisitKeepsOutWhoeverHasTheLockToo(t *testing.T) {
	path := emptyOffice(t)
	f := &truth{path: path, remote: true}
	there := func() bool { return isThere(claimPath(path)) }
	err := f.visit(t.Context(), func(context.Context, *bun.DB, *stay) error {
		if !there() {
			t.Error("nothing tells the server that somebody is visiting the file")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if there() {
		t.Error("the claim stays after the visit")
	}
	if err := os.WriteFile(claimPath(path), nil, 0o600); err != nil { // of somebody whose lock the server does not know of
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
	eventually(t, "the second has the lock and waits", func() bool {
		l, err := f.tryLock()
		if err == nil {
			_ = l.Release()
		}
		return err != nil
	})
	gone <- true
	if err := os.Remove(claimPath(path)); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}
