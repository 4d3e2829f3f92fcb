package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
	"almoner/data/sqlite/filelock"
	"almoner/data/sqlite/presence"
)

// ofNewerProgram makes an office what a newer program would have made of it, under the lock, as programs do.
func ofNewerProgram(t *testing.T, path string, leastWriter int, statements ...string) {
	t.Helper()
	var lock *filelock.Lock
	eventually(t, "the lock is free", func() (got bool) {
		var err error
		lock, err = filelock.Try(lockPath(path))
		return err == nil
	})
	defer func() {
		if err := lock.Release(); err != nil {
			t.Error(err)
		}
	}()
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
	if after, err := os.ReadFile(o.Path()); err != nil || !bytes.Equal(after, before) {
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
	eventually(t, "it has its version", func() bool { return grantOf(t, s, g.Stamped().ID).Version == 1 }) // once the mirror is copied anew
	eventually(t, "the mirror holds what this program does not know", func() bool {
		colours := ""
		err := s.local.read(t.Context(), func(ctx context.Context, tx bun.Tx) error {
			return tx.QueryRowContext(ctx, "SELECT coalesce(group_concat(colour), '') FROM grants").Scan(&colours)
		})
		return err == nil && colours == "green"
	})
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
	makeOlder(t, 1, o.Path(), older)
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

// makeOlder makes a file of an older schema, as the program of that time did, with what another holds.
func makeOlder(t *testing.T, schema int, from, to string) {
	t.Helper()
	db, err := connect(to, creating)
	if err != nil {
		t.Fatal(err)
	}
	if err := migrate(t.Context(), db, ownMigrations[:schema], 0); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "ATTACH ? AS newer", from); err != nil {
		t.Fatal(err)
	}
	err = db.RunInTx(t.Context(), nil, func(ctx context.Context, tx bun.Tx) error {
		var tables []string
		// The table of all records is filled by those of the kinds.
		if err := tx.NewRaw("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('records', 'sqlite_sequence')").Scan(ctx, &tables); err != nil {
			return err
		}
		statements := []string{"PRAGMA defer_foreign_keys = ON"}
		for _, table := range tables {
			var columns []string
			if err := tx.NewRaw("SELECT '\"' || name || '\"' FROM pragma_table_info(?)", table).Scan(ctx, &columns); err != nil {
				return err
			}
			all := strings.Join(columns, ", ")
			statements = append(statements, "INSERT INTO main."+table+" ("+all+") SELECT "+all+" FROM newer."+table)
		}
		for _, statement := range append(statements, fmt.Sprintf("UPDATE meta SET schema = %d", schema)) {
			if _, err := tx.ExecContext(ctx, "?", bun.Safe(statement)); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		return nil
	})
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestTablesOfRepliesAreWholeInAFileOfAnOlderProgram: how rows are gathered is a column that was made anew when there came to be more ways.
func TestTablesOfRepliesAreWholeInAFileOfAnOlderProgram(t *testing.T) {
	for schema := 1; schema < schemaVersion(); schema++ {
		o := newOffice(t)
		g := save(t, o, newGrant(t, "Helpline"))
		rows := func(words string) []data.Group {
			return []data.Group{{ID: data.NewRowID(), Heading: "2024-25", Rows: []data.Row{{
				ID: data.NewRowID(), Grant: g.ID, Cells: []data.Cell{{Text: words, Marks: []string{"*"}}, {Text: "£90"}},
			}}}}
		}
		columns := []data.Column{{Heading: "Grant", Field: "title"}, {Heading: "Amount", Field: "amount"}}
		r := save(t, o, made(t, func(r *data.FOIRequest) {
			r.Reference, r.Received, r.Status = "FOI/1", data.NewDate(2025, time.May, 1), data.Drafted
			r.Questions = []data.FOIQuestion{{ID: data.NewRowID(), Text: "Which?", Answer: "See Appendix 1."}}
			r.Appendices = []data.Appendix{{
				ID: data.NewRowID(), Number: 1, Kind: data.AppendixTable, Footnotes: []data.Footnote{{ID: data.NewRowID(), Mark: "*", Text: "Nights"}},
				Tables: []data.Table{
					{ID: data.NewRowID(), Columns: columns, Query: data.Query{Years: []data.FinancialYear{2024}}, GroupBy: data.GroupByYear, Groups: rows("Night line")},
					{ID: data.NewRowID(), Columns: columns, GroupBy: data.Ungrouped, Groups: rows("Day line")},
				},
			}}
		}))
		path := filepath.Join(t.TempDir(), "Older.almoner")
		makeOlder(t, schema, o.Path(), path)
		upgraded, err := Open(t.Context(), path, tester)
		if err != nil {
			t.Fatalf("of schema %d: %v", schema, err)
		}
		sameOffice(t, o.Register(), upgraded.Register())
		kept, _ := data.Get[*data.FOIRequest](upgraded.Register(), r.ID)
		if tables := kept.Appendices[0].Tables; tables[0].GroupBy != data.GroupByYear || tables[1].GroupBy != data.Ungrouped {
			t.Errorf("of schema %d: the rows are gathered by %q and %q", schema, tables[0].GroupBy, tables[1].GroupBy)
		}
		save(t, upgraded, changed(kept, func(r *data.FOIRequest) { // what the older program did not know
			r.Clarification = "Which year?"
			r.Appendices[0].Tables[0].GroupBy, r.Appendices[0].Tables[1].GroupBy = data.GroupByTheme, data.GroupByRecipient
		}))
		closeOffice(t, upgraded)
		wantSound(t, path)
	}
}
