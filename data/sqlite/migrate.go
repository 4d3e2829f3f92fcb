package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/uptrace/bun"
)

// applicationID marks a SQLite file as ours: "Almn". SQLite keeps it in bytes 68 to 71 of the file.
const applicationID = 0x416C6D6E

//go:embed schema/*.sql
var schemaFiles embed.FS

// migration is one step of the schema: NNNN_what_it_is.sql, applied once, in order.
type migration struct {
	number int
	name   string
	sql    string
}

// leastWriter is the oldest schema whose programs may still write to files of ours.
const leastWriter = 1

// ownMigrations are the steps that this program knows. That they are numbered 1, 2, 3 … is tested.
var ownMigrations = func() []migration {
	all, err := readMigrations(schemaFiles)
	if err != nil {
		panic("sqlite: " + err.Error()) // the files are part of the program
	}
	return all
}()

// schemaVersion is the schema that this program reads and writes.
func schemaVersion() int { return len(ownMigrations) }

func readMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "schema/*.sql")
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	slices.Sort(names)
	all := make([]migration, 0, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read migration %s: %w", name, err)
		}
		digits, _, _ := strings.Cut(path.Base(name), "_")
		number, err := strconv.Atoi(digits)
		if err != nil || number != i+1 {
			return nil, fmt.Errorf("migration %s should be numbered %04d", name, i+1)
		}
		all = append(all, migration{number, path.Base(name), string(text)})
	}
	return all, nil
}

// migrate brings a file from the schema it has to the last one, within the transaction that it is given.
func migrate(ctx context.Context, tx bun.IDB, all []migration, from int) error {
	for _, m := range all {
		if m.number <= from {
			continue
		}
		if _, err := tx.ExecContext(ctx, "?", bun.Safe(m.sql)); err != nil {
			return fmt.Errorf("bring the file to schema %s: %w", m.name, err)
		}
	}
	if err := setGuards(ctx, tx); err != nil {
		return err
	}
	// PRAGMA takes no placeholders that SQLite would fill; bun writes the numbers in.
	if _, err := tx.ExecContext(ctx, "PRAGMA application_id = ?", applicationID); err != nil {
		return fmt.Errorf("mark the file as an office: %w", err)
	}
	if _, err := tx.ExecContext(ctx, "PRAGMA user_version = ?", len(all)); err != nil {
		return fmt.Errorf("note the file's schema: %w", err)
	}
	return nil
}
