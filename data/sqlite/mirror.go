package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/uptrace/bun"

	"almoner/data"
)

// mirror is a copy of the office file on this computer's disk, from which everything is read: at once, without a connection, and while
// others save. It follows the file change by change, and is copied anew where it cannot. One program at a time has it.
type mirror struct {
	path  string
	mu    sync.RWMutex // held by those who use db, so that another file can be put in its place
	db    *bun.DB
	stale atomic.Bool // it has fallen behind, and is to be copied anew
}

// openMirror opens a mirror that was made earlier. The error is for one that is not there or is of no use any more.
func openMirror(ctx context.Context, path string) (*mirror, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	m := &mirror{path: path}
	if err := m.connect(ctx); err != nil {
		return nil, err
	}
	return m, nil
}

func (m *mirror) connect(ctx context.Context) error {
	db, err := connect(m.path, mirroring)
	if err != nil {
		return err
	}
	if _, err := readMeta(ctx, db); err != nil {
		return errors.Join(err, db.Close())
	}
	m.db = db
	return nil
}

// become puts a sound copy of the file, which lies at draft, in the place of what the mirror was.
func (m *mirror) become(ctx context.Context, draft string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.db != nil {
		if err := m.db.Close(); err != nil {
			return fmt.Errorf("close the mirror: %w", err)
		}
		m.db = nil
	}
	for _, rest := range []string{"-wal", "-shm", "-journal"} {
		if err := removeIfThere(m.path + rest); err != nil {
			return fmt.Errorf("clear the old mirror away: %w", err)
		}
	}
	if err := os.Rename(draft, m.path); err != nil {
		return fmt.Errorf("put the new mirror in its place: %w", err)
	}
	m.stale.Store(false)
	return m.connect(ctx)
}

var errNoMirror = errors.New("the mirror is not open")

// read runs work in a transaction that sees one state of the mirror throughout.
func (m *mirror) read(ctx context.Context, work func(context.Context, bun.Tx) error) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.db == nil {
		return errNoMirror
	}
	return m.db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, work)
}

// readAll is read with a second connection to read with at the same time, where one is to be had that sees the same state.
func (m *mirror) readAll(ctx context.Context, work func(context.Context, bun.Tx, ...bun.IDB) error) error {
	return m.read(ctx, func(ctx context.Context, tx bun.Tx) error {
		beside, err := m.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return work(ctx, tx)
		}
		defer beside.Rollback()        //nolint:errcheck // it has only read
		here, err := readMeta(ctx, tx) // each sees the file as it is when it first reads
		if err != nil {
			return err
		}
		if there, err := readMeta(ctx, beside); err != nil || there != here {
			return work(ctx, tx)
		}
		return work(ctx, tx, beside)
	})
}

// take brings the mirror to where news of others lead, of which it reads from the file what only that has: the contents of attachments.
// The register still holds what the mirror does. Where it cannot follow, the error is errCopyAnew.
func (m *mirror) take(ctx context.Context, file bun.IDB, before *data.Register, n *news) error {
	if slices.ContainsFunc(n.changes, func(c data.Change) bool { return c.Action == data.Erased }) {
		m.stale.Store(true)
		return errCopyAnew // a person was taken out of old changes too: this copy of them has to go
	}
	for _, rec := range n.found[data.KindAttachment] {
		a := rec.(*data.Attachment) //nolint:forcetypeassert // of that kind
		if _, held := before.Find(data.KindAttachment, a.ID); held {
			continue
		}
		row := contentRow{SHA256: a.SHA256}
		if err := file.NewSelect().Model(&row).WherePK().Scan(ctx); err != nil {
			return fmt.Errorf("read the content of %s: %w", a.Name, err)
		}
		a.Content = row.Content
	}
	err := m.follow(ctx, before, n)
	for _, rec := range n.found[data.KindAttachment] {
		rec.(*data.Attachment).Content = nil //nolint:forcetypeassert // of that kind; the register does not hold it
	}
	return err
}

// keep brings the mirror to where this program's own save has led.
func (m *mirror) keep(ctx context.Context, before *data.Register, n *news) {
	if n.standing.Schema != schemaVersion() { // it has columns that this program does not know
		m.stale.Store(true)
		return
	}
	_ = m.follow(ctx, before, n) // where it cannot, it is stale now
}

func (m *mirror) follow(ctx context.Context, before *data.Register, n *news) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.db == nil {
		return errNoMirror
	}
	err := m.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return n.write(ctx, tx, before) })
	if err != nil && ctx.Err() == nil {
		m.stale.Store(true)
		return errors.Join(errCopyAnew, err)
	}
	return err
}

// write puts news into a database that holds what before does.
func (n *news) write(ctx context.Context, tx bun.Tx, before *data.Register) error {
	if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = 1"); err != nil {
		return fmt.Errorf("put off the check of references: %w", err)
	}
	if err := insertChanges(ctx, tx, n.changes); err != nil {
		return err
	}
	for _, s := range shelves {
		if err := n.writeRecords(ctx, tx, s, before); err != nil {
			return err
		}
	}
	for _, s := range shelves { // once nothing names them any more
		if err := n.removeRecords(ctx, tx, s, before); err != nil {
			return err
		}
	}
	m := n.standing
	_, err := tx.ExecContext(ctx, "UPDATE meta SET sequence = ?, epoch = ?, least_writer = ? WHERE id = 1", m.Sequence, m.Epoch, m.LeastWriter)
	if err != nil {
		return fmt.Errorf("note where the mirror stands: %w", err)
	}
	return nil
}

var errOutOfStep = errors.New("a record is not as the change before left it")

func (n *news) writeRecords(ctx context.Context, tx bun.Tx, s shelf, before *data.Register) error {
	var made []data.Record
	for _, rec := range n.found[s.kind()] {
		old, held := before.Find(s.kind(), rec.Stamped().ID)
		if !held {
			made = append(made, rec)
			continue
		}
		if inStep, err := s.update(ctx, tx, old, rec); err != nil {
			return err
		} else if !inStep {
			return errOutOfStep
		}
	}
	return s.insert(ctx, tx, made)
}

func (n *news) removeRecords(ctx context.Context, tx bun.Tx, s shelf, before *data.Register) error {
	for _, id := range n.named[s.kind()] {
		old, held := before.Find(s.kind(), id)
		if !held || slices.ContainsFunc(n.found[s.kind()], func(r data.Record) bool { return r.Stamped().ID == id }) {
			continue
		}
		if inStep, err := s.remove(ctx, tx, old); err != nil {
			return err
		} else if !inStep {
			return errOutOfStep
		}
	}
	return nil
}

func (m *mirror) close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.db == nil {
		return nil
	}
	err := m.db.Close()
	m.db = nil
	return err
}
