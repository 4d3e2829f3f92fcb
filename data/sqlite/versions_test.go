package sqlite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite/presence"
)

// ofNewerProgram makes an office what a newer program would have made of it.
func ofNewerProgram(t *testing.T, path string, leastWriter int, statements ...string) {
	t.Helper()
	db := raw(t, path)
	statements = append(statements, "PRAGMA user_version = 99")
	if _, err := db.ExecContext(t.Context(), "UPDATE meta SET schema = 99, least_writer = ?", leastWriter); err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnOlderProgramReadsWhatANewerOneHasMadeAndSaysWhyItMayNotSave(t *testing.T) {
	o := newOffice(t)
	save(t, o, newGrant(t, "Helpline"))
	ofNewerProgram(t, o.Path(), 99, "ALTER TABLE grants ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'")
	before, err := os.ReadFile(o.Path())
	if err != nil {
		t.Fatal(err)
	}
	again := openAgain(t, o)
	if n := again.Register().Count(data.KindGrant); n != 1 {
		t.Errorf("%d grants are read", n)
	}
	if why := again.ReadOnly(); !strings.Contains(why, "Update Almoner to edit.") {
		t.Errorf("it is read-only because %q", why)
	}
	if _, err := again.Save(t.Context(), newGrant(t, "Refuge")); !strings.Contains(data.Explain(err), "Update Almoner to edit.") {
		t.Errorf("saving says %q", data.Explain(err))
	}
	if _, err := o.Save(t.Context(), newGrant(t, "Refuge")); !strings.Contains(data.Explain(err), "update Almoner") {
		t.Errorf("who had it open saves, and is told %q", data.Explain(err))
	}
	if after, err := os.ReadFile(o.Path()); err != nil || string(after) != string(before) {
		t.Error("it was written to")
	}
	s := newLaptop(t, "Ann").open(o.Path())
	if why := s.ReadOnly(); !strings.Contains(why, "Update Almoner to edit.") || s.Register().Count(data.KindGrant) != 1 {
		t.Errorf("shared, it is read-only because %q", why)
	}
}

func TestAnOlderProgramMaySaveWhereTheNewerOneAllowsIt(t *testing.T) {
	o := newOffice(t)
	ann := newLaptop(t, "Ann")
	s := ann.open(o.Path())
	ofNewerProgram(t, o.Path(), 1, "ALTER TABLE grants ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'")
	g := ann.save(s, newGrant(t, "Helpline"))
	arrived(t, s)
	if got := grantOf(t, s, g.Stamped().ID); got.Version != 1 {
		t.Errorf("it has version %d", got.Version)
	}
	colours := ""
	if err := s.local.db.QueryRowContext(t.Context(), "SELECT group_concat(colour) FROM grants").Scan(&colours); err != nil || colours != "green" {
		t.Errorf("the mirror lacks what this program does not know: %q, %v", colours, err)
	}
}

func TestAnOlderProgramSaysWhenItCannotReadWhatANewerOneHasMade(t *testing.T) {
	o := newOffice(t)
	ofNewerProgram(t, o.Path(), 99, "ALTER TABLE grants RENAME COLUMN purpose TO aim")
	if _, err := Open(t.Context(), o.Path(), tester); !strings.Contains(data.Explain(err), "was made by a newer Almoner than this one. Update Almoner") {
		t.Errorf("opening says %q", data.Explain(err))
	}
}

func TestAFileOfAnOlderProgramIsBroughtUpToDateWhenNobodyElseIsIn(t *testing.T) {
	o := newOffice(t)
	save(t, o, newGrant(t, "Helpline"))
	older := filepath.Join(t.TempDir(), "Older.almoner")
	makeOlder(t, o.Path(), older)
	bryn, err := presence.Join(t.Context(), older, presence.Person{Name: "Bryn", Machine: "laptop of Bryn"}, presence.Options{Poll: 20 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	ann := newLaptop(t, "Ann")
	if _, err := Share(t.Context(), older, ann.user, Options{Folder: ann.folder}); !strings.Contains(data.Explain(err), "Ask Bryn to close it, then open it again.") {
		t.Errorf("while Bryn has it open, opening says %q", data.Explain(err))
	}
	if err := bryn.Leave(); err != nil {
		t.Fatal(err)
	}
	s := ann.open(older)
	if got := s.Register().Count(data.KindGrant); got != 1 {
		t.Errorf("%d grants are there", got)
	}
	wantSound(t, older)
	if backups, err := filepath.Glob(older + ".backups/*.almoner"); err != nil || len(backups) != 1 {
		t.Errorf("the backups are %q, %v", backups, err)
	}
}

// makeOlder makes a file of the first schema with what another holds.
func makeOlder(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
	db := raw(t, to)
	for _, s := range []string{
		"ALTER TABLE office DROP COLUMN language", "ALTER TABLE office DROP COLUMN decision_template", "ALTER TABLE office DROP COLUMN paper_marking",
		"ALTER TABLE office DROP COLUMN paper_foot", "ALTER TABLE foi_requests DROP COLUMN clarification",
		"UPDATE meta SET schema = 1", "PRAGMA user_version = 1",
	} {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
}
