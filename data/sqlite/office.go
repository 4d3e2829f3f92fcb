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

// Office is an office file in use. Each call that needs the file visits it: under the lock beside it, which others wait for, and over a
// connection of its own. It may be used from several goroutines at once.
//
// This is the file itself, as a nightly job works with it: what Save has saved is in the file. People who should not have to wait for
// the network work with a Shared.
type Office struct {
	truth    truth
	user     User
	register *data.Register // what the file held when it was last looked at
	now      func() time.Time

	mu       sync.Mutex // one visit at a time
	readOnly reason
	local    *mirror // where everything is read from; nil is the file itself
	sole     map[data.Kind]*soleWords
	known    lineage
	news     []data.Change // of others, taken in by Save and not yet told by Refresh
	feed     feed
	// changed is told what the register has taken in, put and removed. It may be nil.
	changed func(put []data.Record, gone []key)
	// retired is told which changes deleted records that bore references. It may be nil.
	retired func(...data.Change)
	// permit is asked before anything is written, and waits until it is known whether it may be.
	permit func(context.Context) error

	proof      sync.Mutex
	provedHere bool // it is known that locks are honoured
}

// lineage is which office a file holds, and which of its states: files with the same lineage hold the same.
type lineage struct {
	database string // meta.database_id
	epoch    int64
	sequence int64  // of the last change
	hash     string // of the last change, and so of all before it
	schema   int    // of the file
}

// Open opens an office file and reads all of it. What is not an office, or cannot be read, is a *data.Fault and stays as it is.
func Open(ctx context.Context, path string, user User) (*Office, error) {
	h, err := inspect(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	o := unread(path, user)
	if err := o.start(ctx, h); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, h.ruined(err, path))
	}
	return o, nil
}

// unread is an office of which nothing has been read yet.
func unread(path string, user User) *Office {
	o := &Office{user: user, register: data.NewRegister(), now: time.Now}
	o.truth = truthAt(path)
	o.truth.remote = onServer(path)
	if o.truth.reading = !o.truth.writable(); o.truth.reading {
		o.readOnly.set(readOnlyReason(path))
	}
	o.readOnly.set(refusedPlace(path))
	o.permit = o.provedOnce
	return o
}

func (o *Office) start(ctx context.Context, h header) error {
	if h.schema < schemaVersion() {
		if err := o.upgradeAlone(ctx); err != nil {
			return err
		}
	}
	return o.read(ctx, o.load)
}

// upgrade brings a file of an older program to this one's schema.
func (o *Office) upgrade(ctx context.Context) error {
	if o.ReadOnly() != "" {
		return fault(nil, "%s was made by an older Almoner and has to be brought up to date once, but it may only be read. Ask whoever looks after its folder.", name(o.truth.path))
	}
	return o.truth.visit(ctx, func(ctx context.Context, db *bun.DB, s *stay) error {
		return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
			var from int
			if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&from); err != nil {
				return fmt.Errorf("read the file's schema: %w", err)
			}
			if from >= schemaVersion() {
				return nil // a colleague was quicker
			}
			if err := upgradeWithin(ctx, tx, from); err != nil {
				return err
			}
			return s.breathe()
		})
	})
}

func upgradeWithin(ctx context.Context, tx bun.Tx, from int) error {
	if err := migrate(ctx, tx, ownMigrations, from); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE meta SET schema = ?, least_writer = max(least_writer, ?)", schemaVersion(), leastWriter); err != nil {
		return fmt.Errorf("note the file's schema: %w", err)
	}
	return nil
}

// read runs work in a transaction that sees one state of the office throughout: that of the mirror, if there is one.
func (o *Office) read(ctx context.Context, work func(context.Context, bun.Tx) error) error {
	if o.local != nil {
		return o.local.read(ctx, work)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.readFile(ctx, work)
}

// readFile runs work in a transaction that sees one state of the file throughout. The caller has o.mu.
func (o *Office) readFile(ctx context.Context, work func(context.Context, bun.Tx) error) error {
	return o.truth.visitToRead(ctx, func(ctx context.Context, db *bun.DB, _ *stay) error {
		return db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, work)
	})
}

// load fills the register with all that is in the file.
func (o *Office) load(ctx context.Context, tx bun.Tx) error {
	if err := wholeFile(ctx, tx, o.truth.path); err != nil {
		return err
	}
	return o.takeAll(ctx, tx)
}

// takeAll makes the register hold what a database holds, and nothing else. Connections beside the first, which see the same, read at the
// same time.
func (o *Office) takeAll(ctx context.Context, tx bun.Tx, beside ...bun.IDB) error {
	m, err := o.standing(ctx, tx, "")
	if err != nil {
		return err
	}
	held, err := everything(ctx, append(beside, tx)...)
	if err != nil {
		if m.Schema > schemaVersion() {
			return fault(err, "%s", newer(o.truth.path))
		}
		return err
	}
	if len(held[data.KindOffice]) != 1 {
		return fault(nil, "%s", damaged(o.truth.path))
	}
	deleted, err := deletions(ctx, tx)
	if err != nil {
		return err
	}
	for _, s := range shelves { // nothing can go wrong any more
		var ids []data.ID
		for _, rec := range o.register.Records(s.kind()) {
			ids = append(ids, rec.Stamped().ID)
		}
		o.replace(s.kind(), ids, held[s.kind()])
	}
	o.retire(deleted)
	o.known = m.lineage()
	if m.LeastWriter > schemaVersion() {
		o.readOnly.set(updateToEdit(o.truth.path))
	}
	return nil
}

// retire notes which references deleted records bore.
func (o *Office) retire(changes []data.Change) {
	o.register.Retire(changes...)
	if o.retired != nil {
		o.retired(changes...)
	}
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
		return fault(errTooShort, "%s", cutOff(path))
	}
	return nil
}

// errTooShort is that a file has fewer bytes than it says.
var errTooShort = errors.New("the file is shorter than it says")

// Register is everything in the file.
func (o *Office) Register() *data.Register { return o.register }

// ReadOnly is why nothing can be saved, in a sentence; empty if it can.
func (o *Office) ReadOnly() string { return o.readOnly.get() }

// reason is why something cannot be done, in a sentence: the first that was found. It may be asked for at any time.
type reason struct {
	mu       sync.Mutex
	sentence string
}

func (r *reason) get() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.sentence
}

// set puts a reason down, if there is none yet and sentence is not empty.
func (r *reason) set(sentence string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sentence == "" {
		r.sentence = sentence
	}
}

// Path is where the file lies.
func (o *Office) Path() string { return o.truth.path }

// Close ends the use of the file. Nothing waits to be saved: each Save has already done so.
func (o *Office) Close() error {
	err := o.truth.keeper.Close()
	if o.local != nil {
		err = errors.Join(err, o.local.close())
	}
	return err
}
