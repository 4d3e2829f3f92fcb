package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
)

// Office is an open office file. It may be used from several goroutines at once.
type Office struct {
	path     string
	user     User
	readOnly string
	register *data.Register
	now      func() time.Time

	mu       sync.Mutex // one transaction at a time
	db       *bun.DB
	sole     map[data.Kind]*soleWords
	seen     int64         // the last change that the register has taken in
	database string        // meta.database_id, so that another office put in the place of the file is noticed
	news     []data.Change // of others, taken in by Save and not yet told by Refresh
}

// Open opens an office file and reads all of it. What is not an office, or cannot be read, is a *data.Fault and stays as it is.
func Open(ctx context.Context, path string, user User) (*Office, error) {
	h, err := inspect(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	o := &Office{path: path, user: user, readOnly: readOnlyReason(path), register: data.NewRegister(), now: time.Now}
	mode := writing
	if o.readOnly != "" {
		mode = reading
	}
	if o.db, err = connect(path, mode); err != nil {
		return nil, err
	}
	if err := o.start(ctx, h); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, h.ruined(err, path)), o.db.Close())
	}
	return o, nil
}

func (o *Office) start(ctx context.Context, h header) error {
	if h.schema < schemaVersion() {
		if err := o.upgrade(ctx); err != nil {
			return err
		}
	}
	return o.read(ctx, o.load)
}

// upgrade brings a file of an older program to this one's schema.
func (o *Office) upgrade(ctx context.Context) error {
	if o.readOnly != "" {
		return fault(nil, "%s was made by an older Almoner and has to be brought up to date once, but it may only be read. Ask whoever looks after its folder.", name(o.path))
	}
	files.RLock()
	defer files.RUnlock()
	return o.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var from int
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&from); err != nil {
			return fmt.Errorf("read the file's schema: %w", err)
		}
		if err := migrate(ctx, tx, ownMigrations, from); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE meta SET schema = ?, least_writer = ?", schemaVersion(), leastWriter); err != nil {
			return fmt.Errorf("note the file's schema: %w", err)
		}
		return nil
	})
}

// read runs work in a transaction that sees one state of the file throughout.
func (o *Office) read(ctx context.Context, work func(context.Context, bun.Tx) error) error {
	files.RLock()
	defer files.RUnlock()
	return o.db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, work)
}

// load fills the register with all that is in the file.
func (o *Office) load(ctx context.Context, tx bun.Tx) error {
	if err := wholeFile(ctx, tx, o.path); err != nil {
		return err
	}
	m, err := readMeta(ctx, tx)
	if err != nil {
		return err
	}
	if m.Schema > schemaVersion() {
		return fault(nil, "%s", newer(o.path))
	}
	for _, s := range shelves {
		recs, err := s.read(ctx, tx, nil)
		if err != nil {
			return err
		}
		o.register.Put(recs...)
	}
	if o.register.Count(data.KindOffice) != 1 {
		return fault(nil, "%s", damaged(o.path))
	}
	deleted, err := deletions(ctx, tx)
	if err != nil {
		return err
	}
	o.register.Retire(deleted...)
	o.seen, o.database = m.Sequence, m.DatabaseID
	return nil
}

// wholeFile finds a file whose end is missing: SQLite itself does not notice when part of the last page is gone. It is asked within
// a transaction, when nobody is adding pages.
func wholeFile(ctx context.Context, tx bun.Tx, path string) error {
	var pages, size int64
	if err := tx.QueryRowContext(ctx, "SELECT page_count, page_size FROM pragma_page_count, pragma_page_size").Scan(&pages, &size); err != nil {
		return fmt.Errorf("measure the file: %w", err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("measure the file: %w", err)
	}
	if info.Size() < pages*size {
		return fault(fmt.Errorf("%d bytes of %d", info.Size(), pages*size), "%s", cutOff(path))
	}
	return nil
}

// Register is everything in the file.
func (o *Office) Register() *data.Register { return o.register }

// ReadOnly is why nothing can be saved, in a sentence; empty if it can.
func (o *Office) ReadOnly() string { return o.readOnly }

// Path is where the file lies.
func (o *Office) Path() string { return o.path }

// Close ends the use of the file. Nothing waits to be saved: each Save has already done so.
func (o *Office) Close() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if err := o.db.Close(); err != nil {
		return fmt.Errorf("close %s: %w", o.path, err)
	}
	return nil
}
