package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"almoner/data"
)

// cared is an office with a grant and a backup of it, after which the grant was changed; it is closed.
func cared(t *testing.T) (Care, string, *data.Grant) {
	t.Helper()
	l := newLaptop(t, "Ann")
	path := emptyOffice(t)
	s := l.open(path)
	g := grantOf(t, s, l.save(s, newGrant(t, "Helpline")).Stamped().ID)
	arrived(t, s)
	c := Care{Folder: l.folder, User: l.user}
	if _, err := c.BackUp(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	l.save(s, retitled(t, g, "Helpline for all"))
	arrived(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return c, path, g
}

func TestALookThroughTheFileIsRememberedIfItIsSound(t *testing.T) {
	c, path, _ := cared(t)
	before := c.LastChecked(path)
	r, err := c.Check(t.Context(), path)
	if err != nil || !r.Sound || !strings.Contains(r.Sentences[0], "is sound") {
		t.Fatalf("it is %+v, %v", r, err)
	}
	after := c.LastChecked(path)
	if after.IsZero() || !after.After(before) {
		t.Errorf("last looked through at %s, before that at %s", after, before)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, withHole(t, b), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err = c.Check(t.Context(), path); err != nil || r.Sound || !strings.Contains(r.Sentences[0], "is damaged") {
		t.Errorf("with a hole it is %+v, %v", r, err)
	}
	if !c.LastChecked(path).Equal(after) {
		t.Error("a damaged file is remembered as sound")
	}
	if err := os.WriteFile(path, b[:len(b)-4096], 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err = c.Check(t.Context(), path); err != nil || r.Sound || !strings.Contains(r.Sentences[0], "is cut off") {
		t.Errorf("cut off it is %+v, %v", r, err)
	}
}

func TestADamagedFileIsRestoredAndKept(t *testing.T) {
	c, path, g := cared(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, withHole(t, b), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := c.Recovery(t.Context(), path)
	if err != nil || r.From < 0 || r.BringBack || r.States[r.From].Wrong != "" || r.States[r.From].Itself {
		t.Fatalf("the advice is %+v, %v", r, err)
	}
	kept, err := c.Restore(t.Context(), path, r.States[r.From].Path)
	if err != nil {
		t.Fatal(err)
	}
	if was, err := os.ReadFile(kept); err != nil || !bytes.Equal(was, withHole(t, b)) {
		t.Errorf("the damaged file is not kept as it was: %v", err)
	}
	l := &laptop{t: t, user: c.User, folder: c.Folder}
	if got := grantOf(t, l.open(path), g.ID).Title; got != "Helpline for all" {
		t.Errorf("the grant is called %q", got)
	}
}

func TestACopyOfABackupIsAnOfficeOfItsOwn(t *testing.T) {
	c, path, g := cared(t)
	backups, err := c.Backups(t.Context(), path)
	if err != nil || len(backups) == 0 {
		t.Fatalf("the backups are %v, %v", backups, err)
	}
	to := filepath.Join(t.TempDir(), "As it was.almoner")
	oldest := backups[len(backups)-1]
	for _, b := range backups {
		if b.Change < oldest.Change {
			oldest = b
		}
	}
	if err := c.CopyOut(t.Context(), oldest.Path, to); err != nil {
		t.Fatal(err)
	}
	if err := c.CopyOut(t.Context(), oldest.Path, path); err == nil || !strings.Contains(data.Explain(err), "There is already a file") {
		t.Errorf("over the office: %v", err)
	}
	l := &laptop{t: t, user: c.User, folder: c.Folder}
	copied := l.open(to)
	if copied.ReadOnly() != "" || grantOf(t, copied, g.ID).Title != "Helpline" {
		t.Errorf("the copy says %q of itself, and the grant is called %q", copied.ReadOnly(), grantOf(t, copied, g.ID).Title)
	}
	l.save(copied, retitled(t, grantOf(t, copied, g.ID), "Only in the copy"))
	arrived(t, copied)
	first := l.open(path)
	if first.ReadOnly() != "" || grantOf(t, first, g.ID).Title != "Helpline for all" {
		t.Errorf("the office says %q of itself, and the grant is called %q", first.ReadOnly(), grantOf(t, first, g.ID).Title)
	}
	if r, err := c.Check(t.Context(), to); err != nil || !r.Sound {
		t.Errorf("the copy is %+v, %v", r, err)
	}
}
