package outbox

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

func TestAFullDiskIsAnErrorAndNothingIsLost(t *testing.T) {
	small := t.TempDir()
	if err := unix.Mount("tmpfs", small, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("no disk can be made that is soon full (it takes root): %v", err)
	}
	t.Cleanup(func() { wantNil(t, unix.Unmount(small, unix.MNT_DETACH)) })
	o := open(t, filepath.Join(small, "outbox"))
	filler := filepath.Join(small, "filler")
	wantNil(t, os.WriteFile(filler, make([]byte, 40<<10), 0o600))
	wantNil(t, o.Delivered(add(t, o, grant(t, "Something that is no longer needed")).Serial))

	var want []Entry
	e := grant(t, "One")
	e.Content = bytes.Repeat([]byte{1}, 2000)
	for {
		before, err := os.ReadFile(o.path())
		wantNil(t, err)
		added, err := o.Add(e)
		if err == nil {
			want = append(want, added)
			continue
		}
		if !errors.Is(err, unix.ENOSPC) {
			t.Fatal(err)
		}
		if after, err := os.ReadFile(o.path()); err != nil || !bytes.Equal(before, after) {
			t.Fatalf("the file is not as it was: %d bytes, %d before, %v", len(after), len(before), err)
		}
		break
	}
	if len(want) < 3 {
		t.Fatalf("the disk was full after %d saves", len(want))
	}
	wantEntries(t, o.Entries(), want...)

	wantNil(t, disk{}.write(o.file, []byte("0123"), o.size)) // and killed in the middle of a line
	wantNil(t, o.closeFile())
	o = open(t, o.folder) // still full
	wantEntries(t, o.Entries(), want...)
	if _, err := o.Add(e); !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("still full: %v", err)
	}
	wantNil(t, os.Remove(filler))
	want = append(want, add(t, o, e))
	wantAgain(t, o, want...)
}
