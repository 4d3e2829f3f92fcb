package sqlite

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/uptrace/bun"

	"almoner/data"
)

// raw opens an office as any SQLite program would, without our rules for connections but for the one that the file insists on.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path+"?_pragma=foreign_keys(1)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func zipOf(t *testing.T, file string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create(file); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// officeBytes is a real office of some pages.
func officeBytes(t *testing.T) []byte {
	t.Helper()
	o := newOffice(t)
	save(t, o, newGrant(t, "Helpline"))
	b, err := os.ReadFile(o.Path())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAStrangersFileIsNamedAndLeftAlone(t *testing.T) {
	office := officeBytes(t)
	other := bytes.Clone(office)
	copy(other[68:72], "Xxxx")
	corrupt := bytes.Clone(office)
	copy(corrupt[100:], bytes.Repeat([]byte{0xee}, 3000))
	for what, c := range map[string]struct {
		content []byte
		says    string
	}{
		"empty":              {nil, "is empty"},
		"garbage":            {[]byte("\x01\x02 garbage"), "some other kind of file"},
		"long garbage":       {bytes.Repeat([]byte("garbage "), 1000), "some other kind of file"},
		"a PDF":              {[]byte("%PDF-1.7\n"), "is a PDF"},
		"zip":                {zipOf(t, "a.txt"), "is a zip file"},
		"Excel":              {zipOf(t, "xl/workbook.xml"), "is an Excel file"},
		"Word":               {zipOf(t, "word/document.xml"), "is a Word file"},
		"cut zip":            {[]byte("PK\x03\x04abc"), "damaged zip file"},
		"old Word":           {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "old or locked Word or Excel file"},
		"JSON":               {[]byte(`{"almoner": 1}`), "JSON document"},
		"another database":   {other, "database of another program"},
		"half":               {office[:len(office)/2/4096*4096], "cut off"},
		"half a page":        {office[:len(office)-2000], "cut off"},
		"header only":        {office[:100], "cut off"},
		"half a header":      {office[:60], "cut off"},
		"overwritten inside": {corrupt, "is damaged"},
	} {
		t.Run(what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "Some file.almoner")
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			wantFault(t, path, c.says)
			if strings.Contains(c.says, "cut off") && len(c.content) >= headerSize {
				if report, err := Check(t.Context(), path); err != nil || report.Sound() || !strings.Contains(report.Sentences()[0], "cut off") {
					t.Errorf("the check says %q, %v", report.Sentences(), err)
				}
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(after, c.content) {
				t.Errorf("the file was changed: %d bytes of %d, %v", len(after), len(c.content), err)
			}
			if left := strangers(t, path); len(left) > 0 {
				t.Errorf("something lies beside it now: %q", left)
			}
		})
	}
}

// strangers are what lies beside an office file that is not its lock or its journal, which come with the first look into an office.
func strangers(t *testing.T, path string) []string {
	t.Helper()
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var strange []string
	for _, f := range left {
		if own := filepath.Base(path); f.Name() != own && f.Name() != own+".lock" && f.Name() != own+"-journal" {
			strange = append(strange, f.Name())
		}
	}
	return strange
}

// wantFault opens what is not a sound office and looks at the sentence that a person reads.
func wantFault(t *testing.T, path, says string) {
	t.Helper()
	o, err := Open(t.Context(), path, tester)
	var f *data.Fault
	if !errors.As(err, &f) {
		if o != nil {
			closeOffice(t, o)
		}
		t.Fatalf("got %v, want a fault", err)
	}
	if !strings.Contains(f.Sentence, says) || !strings.Contains(f.Sentence, "“"+filepath.Base(path)+"”") || !strings.HasSuffix(f.Sentence, ".") && !strings.HasSuffix(f.Sentence, "?") {
		t.Errorf("it reads: %s", f.Sentence)
	}
	if strings.Contains(f.Sentence, "SQL") || strings.Contains(f.Sentence, "/") {
		t.Errorf("a person cannot read this: %s", f.Sentence)
	}
}

func TestWhatIsNoFileIsNamed(t *testing.T) {
	folder := t.TempDir()
	wantFault(t, folder, "is a folder")
	wantFault(t, filepath.Join(folder, "gone.almoner"), "no file")
	if _, err := os.Stat(filepath.Join(folder, "gone.almoner")); err == nil {
		t.Error("a file that was not there was made")
	}
	if os.Geteuid() == 0 {
		t.Log("root may read everything: a file that may not be read is not tested")
		return
	}
	path := filepath.Join(folder, "secret.almoner")
	if err := os.WriteFile(path, officeBytes(t), 0o000); err != nil {
		t.Fatal(err)
	}
	wantFault(t, path, "may not read")
}

func TestAReadOnlyFileOpensAndSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Office.almoner")
	if err := os.WriteFile(path, officeBytes(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), path, tester)
	if err != nil {
		t.Fatal(err)
	}
	defer closeOffice(t, o)
	if o.Register().Count(data.KindGrant) != 1 || !strings.Contains(o.ReadOnly(), "may only be read") {
		t.Errorf("read %d grants; it says %q", o.Register().Count(data.KindGrant), o.ReadOnly())
	}
	if _, err := o.Save(t.Context(), newGrant(t, "x")); data.Explain(err) != o.ReadOnly() {
		t.Errorf("saving says %v", err)
	}
	if _, err := o.Refresh(t.Context()); err != nil {
		t.Error(err)
	}
	wantSound(t, path)
}

// TestWhatIsAlteredByHandIsFound alters an office with plain SQL, as somebody with another program could.
func TestWhatIsAlteredByHandIsFound(t *testing.T) {
	for statement, says := range map[string]string{
		"UPDATE changes SET who = 'Somebody Else' WHERE sequence = 2":                                       "Change 2",
		"UPDATE change_fields SET after = '\"1p\"' WHERE sequence = 2 AND path = 'title'":                   "Change 2",
		"DELETE FROM change_fields WHERE sequence = 3":                                                      "Change 3",
		"DELETE FROM change_fields WHERE sequence = 2; DELETE FROM changes WHERE sequence = 2":              "1 in between are missing",
		"DELETE FROM change_fields WHERE sequence = 5; DELETE FROM changes WHERE sequence = 5":              "counts 5 changes, but the last in its list is 4",
		"UPDATE grants SET version = 7 WHERE title = 'A'":                                                   "has version 7, but its last change made version 1",
		"UPDATE grant_awards SET amount_pence = amount_pence + 1":                                           "The grant “A” is not what its changes made it",
		"UPDATE grants SET purpose = 'another' WHERE title = 'B'":                                           "The grant “B” is not what its changes made it",
		"DELETE FROM grant_themes":                                                                          "The grant “A” is not what its changes made it",
		"DELETE FROM grants WHERE title = 'B'":                                                              "is missing",
		"INSERT INTO questions VALUES ('q', 1, '2024-01-01T00:00:00Z', 'x', 'k', 'w')":                      "does not say how it came there",
		"DROP TRIGGER grants_update_by_hand":                                                                "were altered",
		"UPDATE contents SET content = x'01'":                                                               "The file “bid.txt” inside the office is not as it was added",
		"DROP TRIGGER grants_update_by_hand; PRAGMA foreign_keys = 0; UPDATE grants SET recipient = 'none'": "names a row of organisations that is not there",
	} {
		o := newOffice(t)
		for _, title := range []string{"A", "B", "C"} {
			g := newGrant(t, title)
			g.Themes = []string{"stalking"}
			save(t, o, g)
		}
		file, err := data.NewAttachment("bid.txt", "text/plain", []byte("We bid."))
		if err != nil {
			t.Fatal(err)
		}
		save(t, o, file)
		wantSound(t, o.Path())
		if _, err := raw(t, o.Path()).Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
		report, err := Check(t.Context(), o.Path())
		if err != nil || !strings.Contains(strings.Join(report.Sentences(), " "), says) {
			t.Errorf("%s: the check says %q, %v", statement, report.Sentences(), err)
		}
	}
}

// TestAPlainShellCannotWriteWhatBreaksTheRules uses a connection as SQLite's own shell makes it, which does not check references.
func TestAPlainShellCannotWriteWhatBreaksTheRules(t *testing.T) {
	o := newOffice(t)
	save(t, o, newGrant(t, "A"))
	db, err := sql.Open("sqlite", o.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() //nolint:errcheck // the test is over
	for _, statement := range []string{
		"UPDATE grants SET recipient = 'nobody'", "DELETE FROM grants", "INSERT INTO records VALUES ('x', 'grants')",
		"INSERT INTO grant_themes SELECT id, 0, 'x' FROM grants", "UPDATE meta SET sequence = 9",
	} {
		if _, err := db.Exec(statement); err == nil || !strings.Contains(err.Error(), "PRAGMA foreign_keys") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	var title string
	if err := db.QueryRow("SELECT title FROM grants").Scan(&title); err != nil || title != "A" {
		t.Errorf("it cannot be read: %v", err)
	}
}

// TestTheFileRefusesWhatBreaksItsRules writes nonsense past the program.
func TestTheFileRefusesWhatBreaksItsRules(t *testing.T) {
	o := newOffice(t)
	save(t, o, newGrant(t, "A"))
	db := raw(t, o.Path())
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("UPDATE grants SET title = 'B', status = 'closed', award_date = '2024-02-29'"); err != nil {
		t.Fatalf("what is sound was refused: %v", err)
	}
	for _, statement := range []string{
		"UPDATE grants SET status = 'lively'",
		"UPDATE grants SET stated_total_qualifier = 'exact'",
		"UPDATE grants SET award_date = '2023-02-30'",
		"UPDATE grants SET award_date = '4/10/23'",
		"UPDATE grants SET award_date_precision = 'week'",
		"UPDATE grants SET title = ''",
		"UPDATE grants SET title = NULL",
		"UPDATE grants SET recipient = 'nobody'",
		"UPDATE grant_awards SET amount_pence = NULL",
		"UPDATE grant_awards SET amount_pence = 'a lot'",
		"UPDATE grant_awards SET amount_pence = 1.5",
		"UPDATE grant_awards SET amount_pence = -1",
		"UPDATE grant_awards SET financial_year = 1973",
		"UPDATE grant_awards SET record = 'nobody'",
		"INSERT INTO meta SELECT 2, database_id, schema, least_writer, epoch, sequence FROM meta",
		"INSERT INTO changes SELECT sequence + 100, operation, at, who, machine, kind, record, label, label_salt, label_digest, version, action, hash FROM changes",
		"DELETE FROM changes",
	} {
		if _, err := db.Exec(statement); err == nil {
			t.Errorf("taken: %s", statement)
		}
	}
}

func TestSavingOverWhatWasAlteredByHandIsAConflict(t *testing.T) {
	o := newOffice(t)
	g := data.Clone(save(t, o, newGrant(t, "A")))
	if _, err := raw(t, o.Path()).Exec("UPDATE grants SET version = 2, title = 'by hand', saved_by = 'sqlite3'"); err != nil {
		t.Fatal(err)
	}
	g.Title = "by the program"
	_, err := o.Save(t.Context(), g)
	var conflict *data.Conflict
	if !errors.As(err, &conflict) || conflict.Theirs.Label() != "by hand" {
		t.Errorf("got %v, want a conflict with what the file holds", err)
	}
}

func TestMigrationsRunOnceInOrderOrNotAtAll(t *testing.T) {
	step := func(sql string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(sql)} }
	all, err := readMigrations(fstest.MapFS{
		"schema/0001_a.sql": step("CREATE TABLE a (n INTEGER); INSERT INTO a VALUES (1)"),
		"schema/0002_b.sql": step("INSERT INTO a VALUES (2)"),
	})
	if err != nil {
		t.Fatal(err)
	}
	db, err := connect(filepath.Join(t.TempDir(), "x"), creating)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()      //nolint:errcheck // the test is over
	for from := range 3 { // all; the second; nothing
		if err := migrate(t.Context(), db, all, from); err != nil {
			t.Fatalf("from %d: %v", from, err)
		}
	}
	broken := append(slices.Clone(all), migration{3, "0003_c.sql", "INSERT INTO a VALUES (100); INSERT INTO nowhere VALUES (1)"})
	err = db.RunInTx(t.Context(), nil, func(ctx context.Context, tx bun.Tx) error { return migrate(ctx, tx, broken, 2) })
	if err == nil {
		t.Error("a migration that fails was not noticed")
	}
	var sum, version int
	if err := db.QueryRow("SELECT sum(n) FROM a").Scan(&sum); err != nil || sum != 5 {
		t.Errorf("sum %d, %v", sum, err)
	}
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != 2 {
		t.Errorf("version %d, %v", version, err)
	}
	if _, err := readMigrations(fstest.MapFS{"schema/0002_b.sql": step("")}); err == nil {
		t.Error("a gap in the migrations was not seen")
	}
}
