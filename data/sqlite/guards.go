package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/uptrace/bun"
)

// SQLite checks references only for programs that ask for it (PRAGMA foreign_keys), and no program that somebody opens the file with
// by hand does. So each table refuses to be written to while the check is off. The file can always be read.
const guard = `CREATE TRIGGER %[1]s_%[2]s_by_hand BEFORE %[2]s ON %[1]s
WHEN (SELECT foreign_keys FROM pragma_foreign_keys) IS NOT 1
BEGIN SELECT RAISE(ABORT, 'This is an Almoner office. To write to it by hand, turn on PRAGMA foreign_keys first, and write each change to the table changes.'); END`

// registers keep the table records in step with the table of a kind of record.
var registers = []string{
	`CREATE TRIGGER %[1]s_enter AFTER INSERT ON %[1]s BEGIN INSERT INTO records (id, kind) VALUES (NEW.id, '%[1]s'); END`,
	`CREATE TRIGGER %[1]s_leave AFTER DELETE ON %[1]s BEGIN DELETE FROM records WHERE id = OLD.id; END`,
	`CREATE TRIGGER %[1]s_keep_id BEFORE UPDATE OF id ON %[1]s WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'A record keeps its id for as long as there is an office.'); END`,
}

// guards are the triggers that the tables of a file should have, by name.
func guards(ctx context.Context, db bun.IDB) (map[string]string, error) {
	var tables []string
	if err := db.NewRaw("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").Scan(ctx, &tables); err != nil {
		return nil, fmt.Errorf("list the tables: %w", err)
	}
	wanted := map[string]string{}
	add := func(text string, args ...any) {
		trigger := fmt.Sprintf(text, args...)
		wanted[strings.Fields(trigger)[2]] = trigger
	}
	for _, table := range tables {
		for _, verb := range []string{"INSERT", "UPDATE", "DELETE"} {
			add(guard, table, strings.ToLower(verb))
		}
	}
	for _, s := range shelves {
		if table := string(s.kind()); slices.Contains(tables, table) && slices.Contains(tables, "records") {
			for _, register := range registers {
				add(register, table)
			}
		}
	}
	return wanted, nil
}

// guarding are the triggers that a file has, by name.
func guarding(ctx context.Context, db bun.IDB) (map[string]string, error) {
	var rows []struct{ Name, SQL string }
	if err := db.NewRaw("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("list the triggers: %w", err)
	}
	found := make(map[string]string, len(rows))
	for _, r := range rows {
		found[r.Name] = r.SQL
	}
	return found, nil
}

// setGuards gives every table its triggers. They are made anew after each migration, which may have made tables.
func setGuards(ctx context.Context, db bun.IDB) error {
	wanted, err := guards(ctx, db)
	if err != nil {
		return err
	}
	old, err := guarding(ctx, db)
	if err != nil {
		return err
	}
	var statements []string
	for _, name := range slices.Sorted(maps.Keys(old)) {
		statements = append(statements, "DROP TRIGGER "+name)
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		statements = append(statements, wanted[name])
	}
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, "?", bun.Safe(s)); err != nil {
			return fmt.Errorf("guard the tables: %w", err)
		}
	}
	return nil
}

// guards finds tables whose triggers somebody has taken out or changed.
func (r *Report) guards(ctx context.Context, tx bun.Tx) error {
	wanted, err := guards(ctx, tx)
	if err != nil {
		return err
	}
	found, err := guarding(ctx, tx)
	if err != nil {
		return err
	}
	if !maps.Equal(wanted, found) {
		r.add("The triggers that guard the tables of %s were altered: what is wrong can be written to it unnoticed.", name(r.Path))
	}
	return nil
}

// contents finds files whose bytes are not those that their SHA-256 is of, one by one: they may be large.
func (r *Report) contents(ctx context.Context, tx bun.Tx) error {
	var held []attachmentRow
	if err := tx.NewSelect().Model(&held).Order("name").Scan(ctx); err != nil {
		return fmt.Errorf("list the files: %w", err)
	}
	for _, a := range held {
		row := contentRow{SHA256: a.SHA256}
		if err := tx.NewSelect().Model(&row).WherePK().Scan(ctx); errors.Is(err, sql.ErrNoRows) {
			r.add("The file “%s” is not inside the office any more.", a.Name)
			continue
		} else if err != nil {
			return fmt.Errorf("read the file %s: %w", a.Name, err)
		}
		if sum := sha256.Sum256(row.Content); hex.EncodeToString(sum[:]) != a.SHA256 || int64(len(row.Content)) != a.Size {
			r.add("The file “%s” inside the office is not as it was added.", a.Name)
		}
	}
	return nil
}
