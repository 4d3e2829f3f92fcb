package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	"github.com/uptrace/bun"

	"almoner/data"
)

// Create makes an office file that holds an office's details and nothing else, and opens it. It never writes over a file. The office
// is made under another name in the same folder and given its own when it is whole, so that nobody ever finds half of one.
func Create(ctx context.Context, path string, details *data.OfficeDetails, user User) (*Office, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, taken(path, nil)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, fault(err, "%s cannot be made there. Is the drive connected, and may you write in its folder?", name(path))
	}
	draft := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+uuid.NewString()+".new")
	err := build(ctx, draft, details, user)
	if err == nil {
		err = publish(draft, path)
	}
	if err != nil {
		if rest := os.Remove(draft); rest != nil && !errors.Is(rest, fs.ErrNotExist) {
			err = errors.Join(err, rest)
		}
		return nil, fmt.Errorf("make %s: %w", path, err)
	}
	return Open(ctx, path, user)
}

func taken(path string, cause error) error {
	return fault(cause, "There is already a file %s. Open it, or choose another name: nothing was written over.", name(path))
}

// build makes a whole office in a new file.
func build(ctx context.Context, path string, details *data.OfficeDetails, user User) (err error) {
	db, err := connect(path, creating)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	err = db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		if err := migrate(ctx, tx, ownMigrations, 0); err != nil {
			return err
		}
		m := metaRow{ID: 1, DatabaseID: uuid.NewString(), Schema: schemaVersion(), LeastWriter: leastWriter, Epoch: 1}
		if _, err := tx.NewInsert().Model(&m).Exec(ctx); err != nil {
			return fmt.Errorf("write what the file says of itself: %w", err)
		}
		return nil
	})
	if err != nil {
		return newFileFault(err, path)
	}
	o := &Office{truth: truthAt(path), user: user, register: data.NewRegister(), now: time.Now}
	s, err := o.standing(ctx, db, "")
	if err != nil {
		return err
	}
	o.known = s.lineage()
	first := data.Clone(details)
	first.ID, first.Version = data.OfficeID, 0
	op, err := newOperation(edit{rec: first}).prepared()
	if err != nil {
		return err
	}
	_, err = o.transact(ctx, db, &stay{last: time.Now()}, op, func(int, int) {}) // nobody knows of the file yet: no lock
	return explained(err, path)
}

// newFileFault explains why a file could not be made where there is none yet.
func newFileFault(err error, path string) error {
	if info, statErr := os.Stat(filepath.Dir(path)); statErr != nil || !info.IsDir() {
		return fault(err, "There is no folder %s to make the office in. Make the folder first, or choose another.", name(filepath.Dir(path)))
	}
	return explained(err, path)
}

// publish gives a finished draft its name, unless something has that name by now. A link fails if there is such a file, which a
// rename does not; where the disk knows no links (exFAT, most shares) a look beforehand has to do.
func publish(draft, path string) error {
	err := os.Link(draft, path)
	switch {
	case err == nil:
		return os.Remove(draft)
	case errors.Is(err, fs.ErrExist):
		return taken(path, err)
	}
	if _, statErr := os.Lstat(path); !errors.Is(statErr, fs.ErrNotExist) {
		return taken(path, statErr)
	}
	if err := os.Rename(draft, path); err != nil {
		return fmt.Errorf("give the new office its name: %w", err)
	}
	return nil
}
