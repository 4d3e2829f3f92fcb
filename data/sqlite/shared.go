package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
	"almoner/data/sqlite/outbox"
	"almoner/data/sqlite/presence"
)

// Shared is an office file that several people have open, each with a mirror of it on their own computer. Everything is read from the
// mirror. What is saved goes into the outbox, on this computer's disk, and from there into the file, in the background: so nobody waits
// for the network, one can go on without it, and nothing is lost if the program or the computer comes down.
//
// What has to be in the file before one can go on is not put off: numbering, issuing, deleting, undoing, and saving several records as
// one. Without the file those are refused.
type Shared struct {
	*Office

	o      Options
	seat   *seat
	box    *outbox.Outbox
	ctx    context.Context //nolint:containedctx // the life of the office, which has no call to hand it down
	stop   context.CancelFunc
	turn   chan struct{} // holds one: whoever takes it may use the file
	wake   chan struct{}
	done   chan struct{}
	looker watch  // at the file's first bytes; whoever has the turn may use it
	began  []byte // how the file began at the last visit
	seen   seen
	// ruin is what was found to be wrong with the file when it began as in ruinedAt; nil is nothing.
	ruin     error
	ruinedAt string
	upkeep   upkeep
	// copied is the file as it was copied when it was opened for the first time on this computer; nil once the mirror is made of it.
	copied *draft

	desk  sync.Mutex            // what is shown and what waits; never held while the file is used
	shown *data.Register        // what the file holds, with the saves that wait in their places
	view  *Office               // over shown, to check saves before they are put off
	gone  map[int64]data.Record // saves that the file took since the program began, as they were saved: forms may still be made from them

	merged  []data.Saved // under desk: not told yet
	doubted []int64      // under desk: not told yet

	mu        sync.Mutex // what follows
	stand     data.Standing
	told      data.Standing
	strange   string // why the file is not what it was
	broken    string // why locks keep nobody out
	crowd     *presence.Presence
	crowdErr  error
	joined    chan struct{} // closed when it was tried to join
	rejoining bool
	touched   []data.RecordID // what has changed and was not told yet
}

var _ data.Office = (*Shared)(nil)

// Options are how an office is shared.
type Options struct {
	// Folder is where this computer keeps what it has of offices; it is made if it is not there.
	Folder string
	// Progress is told how far the first copy of the file has come, in bytes. It may be nil.
	Progress func(done, total int64)
	// Poll is how often to look whether others have saved; 4 s if it is 0.
	Poll time.Duration
	Log  *slog.Logger
}

const (
	usualPoll = 4 * time.Second
	// askAtOpening is how long opening waits for what others have saved since, before it goes on with the mirror.
	askAtOpening = 1500 * time.Millisecond
	// answerAtOpening is how long the server of a file has to answer before the mirror is opened without it.
	answerAtOpening = 8 * time.Second
)

func (o Options) full() Options {
	if o.Poll <= 0 {
		o.Poll = usualPoll
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// Share opens an office file for a person at a computer that keeps a mirror of it. The file need not be within reach if it was opened
// on this computer before. What is not an office, or cannot be read, is a *data.Fault and stays as it is.
func Share(ctx context.Context, path string, user User, o Options) (*Shared, error) {
	s, err := share(ctx, path, user, o.full())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, explained(err, path))
	}
	return s, nil
}

func share(ctx context.Context, path string, user User, o Options) (_ *Shared, err error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	s := &Shared{
		o: o, turn: make(chan struct{}, 1), wake: make(chan struct{}, 1), done: make(chan struct{}), shown: data.NewRegister(),
		gone: map[int64]data.Record{}, looker: watch{path: absolute}, joined: make(chan struct{}),
	}
	s.Office = &Office{user: user, register: data.NewRegister(), now: time.Now, truth: truthAt(absolute), retired: s.shown.Retire}
	s.view = &Office{user: user, register: s.shown, now: time.Now, truth: truthAt(absolute)}
	s.truth.ahead, s.truth.behind = s.readAhead, s.lookBehind
	s.truth.waits, s.truth.holders = s.waits, s.holders
	s.permit = s.proved
	defer s.dropCopy()
	first, database, err := s.find(ctx)
	if err != nil {
		return nil, err
	}
	if s.seat, err = s.sit(database); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.release())
		}
	}()
	if err := s.begin(ctx, first); err != nil {
		return nil, err
	}
	if err := desktop(o.Folder).note(absolute, indexed{s.known.database, s.truth.remote}); err != nil {
		o.Log.Warn("note where the office lies", "error", err)
	}
	s.ctx, s.stop = context.WithCancel(context.WithoutCancel(ctx))
	go s.work()
	return s, nil
}

// find looks at the file, or remembers which office lay at its path. What it returns of the file is empty where that cannot be reached.
func (s *Shared) find(ctx context.Context) (first []byte, database string, err error) {
	d := desktop(s.o.Folder)
	known := d.index()[s.truth.path]
	database = known.Database
	type answer struct {
		h   header
		err error
	}
	answers := make(chan answer, 1)
	go func() { // a server that is gone answers after minutes
		var h header
		first, err := s.looker.look()
		if err == nil {
			h, err = readHeader(s.truth.path, first)
			h.first = first
		}
		if err != nil {
			h, err = inspect(s.truth.path) // which knows more of what there can be in a file's place
		}
		answers <- answer{h, err}
	}()
	limit := time.NewTimer(answerAtOpening)
	defer limit.Stop()
	if database == "" {
		limit.Stop() // there is nothing else to open
	}
	select {
	case a := <-answers:
		if a.err != nil && (database == "" || !unreachable(a.err, s.truth.path)) {
			return nil, "", a.err
		}
		if a.err != nil {
			s.offline(a.err)
			return nil, database, nil
		}
		s.prepare(known)
		if a.h.schema < schemaVersion() {
			if err := s.upgradeAlone(ctx); err != nil {
				return nil, "", err
			}
			database = ""
		}
		if database == "" {
			database, err = s.identify(ctx)
		}
		return a.h.first, database, err
	case <-limit.C:
		s.offline(os.ErrDeadlineExceeded)
		return nil, database, nil
	case <-ctx.Done():
		return nil, "", ctx.Err()
	}
}

// unreachable reports whether a file could not be looked at because its folder cannot be reached.
func unreachable(err error, path string) bool {
	var p *fs.PathError
	if !errors.As(err, &p) || !passingAccess(err) {
		return false
	}
	_, folder := os.Stat(filepath.Dir(path))
	return folder != nil // else the file alone is gone
}

// prepare learns what can be done with the file where it lies. To look at a place on a server takes many questions, so there it is done
// when the office is open, if it was open here before.
func (s *Shared) prepare(known indexed) {
	if s.truth.remote = known.Remote; known.Remote {
		return
	}
	if s.truth.remote = onServer(s.truth.path); s.truth.remote {
		s.tryWriting()
		return
	}
	s.lookAround()
}

// lookAround finds out whether anything may be saved where the file lies.
func (s *Shared) lookAround() {
	s.readOnly.set(refusedPlace(s.truth.path))
	s.tryWriting()
}

// tryWriting finds out whether the file may be written to from here.
func (s *Shared) tryWriting() {
	reading := !s.truth.writable()
	if reading {
		s.readOnly.set(readOnlyReason(s.truth.path))
	}
	s.Office.mu.Lock()
	defer s.Office.mu.Unlock()
	s.truth.reading = reading
}

// identify finds out which office the file is. One that this computer seems never to have had is copied at once, as it is about to be
// needed whole; of one that was moved the mirror is here, and only the file is asked.
func (s *Shared) identify(ctx context.Context) (string, error) {
	d := desktop(s.o.Folder)
	for path := range d.index() {
		if filepath.Base(path) == filepath.Base(s.truth.path) {
			return s.databaseID(ctx)
		}
	}
	made, err := newDraft(s.o)
	if err != nil {
		return s.databaseID(ctx) // which leaves the mirror to say what is wrong with the disk
	}
	s.copied = &made
	if err := s.truth.copyTo(ctx, made.path, s.o.Progress); err != nil {
		return "", err
	}
	db, err := connect(made.path, copying)
	if err != nil {
		return "", err
	}
	m, err := readMeta(ctx, db)
	return m.DatabaseID, errors.Join(err, db.Close())
}

// dropCopy clears away what is left of the first copy.
func (s *Shared) dropCopy() {
	if s.copied != nil {
		s.copied.remove()
		s.copied = nil
	}
}

// fetch puts a copy of the file where the mirror is made of it: the first one, if that was not used yet.
func (s *Shared) fetch(ctx context.Context, to string) error {
	if s.copied == nil {
		return s.truth.copyTo(ctx, to, s.o.Progress)
	}
	defer s.dropCopy()
	return os.Rename(s.copied.path, to)
}

// databaseID asks the file which office it is.
func (s *Shared) databaseID(ctx context.Context) (database string, err error) {
	err = s.readFile(ctx, func(ctx context.Context, tx bun.Tx) error {
		m, err := readMeta(ctx, tx)
		database = m.DatabaseID
		return err
	})
	return database, err
}

// sit takes a seat at the office and what other seats have left.
func (s *Shared) sit(database string) (*seat, error) {
	own, left, err := desktop(s.o.Folder).sit(database)
	if err != nil {
		return nil, err
	}
	var report outbox.Report
	if s.box, report, err = outbox.Open(own.outbox()); err != nil {
		return nil, errors.Join(fmt.Errorf("read the saves that wait: %w", err), own.lock.Release())
	}
	if report.Dropped > 0 {
		s.o.Log.Error("some saves that waited cannot be read", "lines", report.Dropped, "set aside", report.SetAside)
	}
	for _, l := range left {
		if err := s.inherit(l); err != nil {
			s.o.Log.Error("take over the saves that another window left", "error", err)
		}
	}
	return own, nil
}

// inherit takes over the saves that wait at another seat, whose program has come down. If this is broken off in the middle some may wait
// at both: the file takes an operation once.
func (s *Shared) inherit(from *seat) (err error) {
	defer func() { err = errors.Join(err, from.lock.Release()) }()
	box, _, err := outbox.Open(from.outbox())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, box.Close()) }()
	for _, e := range box.Entries() {
		serial := e.Serial
		added, err := s.box.Add(e)
		if err != nil {
			return err
		}
		if e.State == outbox.Kept {
			if err := s.box.Keep(added.Serial, e.Why); err != nil {
				return err
			}
		}
		if err := box.Delivered(serial); err != nil {
			return err
		}
	}
	return nil
}

// begin fills the register from the mirror, or from a first copy of the file, and puts what waits into its places.
func (s *Shared) begin(ctx context.Context, first []byte) error {
	m, err := openMirror(ctx, s.seat.mirror())
	if err != nil {
		if s.stand.Offline != "" {
			return fault(err, "%s cannot be reached, and this computer has no copy of it yet. Is the drive connected?", name(s.truth.path))
		}
		s.local = &mirror{path: s.seat.mirror()}
		if err := s.copyAnew(ctx); err != nil {
			return err
		}
	} else {
		s.local = m
		if err := m.readAll(ctx, s.takeAll); err != nil {
			s.o.Log.Warn("the mirror is of no use", "error", err)
			if err := s.copyAnew(ctx); err != nil {
				return err
			}
		}
	}
	s.changed = s.show
	s.fill()
	s.seen = s.seat.readSeen()
	current := s.seen.Path == s.truth.path && s.seen.Sequence == s.known.sequence && s.seen.Hash == s.known.hash && sameHeader(s.seen.Header, first)
	if s.stand.Offline != "" || current {
		return nil
	}
	asking, stop := context.WithTimeout(ctx, askAtOpening)
	defer stop()
	if err := s.catchUpWithFile(asking); err != nil && asking.Err() == nil {
		s.fail(err)
	}
	return ctx.Err()
}

// fill makes shown hold what the file does, with the saves that wait in their places.
func (s *Shared) fill() {
	s.desk.Lock()
	defer s.desk.Unlock()
	for _, kind := range data.Kinds() {
		s.shown.Put(s.register.Records(kind)...)
	}
	for _, e := range s.box.Entries() {
		s.place(data.RecordID{Kind: e.Kind, ID: e.Record})
	}
}

// copyAnew makes the mirror, and the register, from the whole file. The caller has the turn.
func (s *Shared) copyAnew(ctx context.Context) error {
	draft := s.seat.draft()
	if err := removeIfThere(draft); err != nil {
		return err
	}
	if err := s.fetch(ctx, draft); err != nil {
		return err
	}
	err := checkCopy(ctx, draft, s.truth.path)
	if err == nil {
		err = s.follows(ctx, draft)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(draft))
	}
	if err := s.local.become(ctx, draft); err != nil {
		return err
	}
	s.Office.mu.Lock()
	defer s.Office.mu.Unlock()
	before := s.known
	if err := s.local.readAll(ctx, s.takeAll); err != nil {
		return err
	}
	if before.database == s.known.database {
		err := s.local.read(ctx, func(ctx context.Context, tx bun.Tx) (err error) {
			since, err := readChanges(ctx, tx, "sequence > ?", before.sequence)
			s.news = append(s.news, since...)
			return err
		})
		if err != nil {
			return err
		}
	}
	return errors.Join(s.noteSeen(), s.noteChecked())
}

// follows finds a copy that is not a later state of what the mirror holds, which must not be put in its place: it may be the last to hold
// what is missing in the file.
func (s *Shared) follows(ctx context.Context, draft string) (err error) {
	if s.known.database == "" {
		return nil
	}
	db, err := connect(draft, copying)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	now, err := s.standing(ctx, db, "")
	if err != nil {
		return err
	}
	if err := s.compare(now); !errors.Is(err, errCopyAnew) {
		return err
	}
	return s.keepMirror(ctx, now)
}

// readAhead is what a visit begins with: the file’s first bytes, as they are under the lock, and what is likely to be asked for next.
func (s *Shared) readAhead() (*blocks, error) {
	b, err := s.looker.ahead()
	if err != nil {
		return nil, err
	}
	s.began = b.header()
	return b, nil
}

// lookBehind is what a visit ends with: the first bytes as it leaves them.
func (s *Shared) lookBehind() (err error) {
	s.began, err = s.looker.look()
	return err
}

// noteSeen puts down how the file began at the last visit, after which the mirror was as it is now.
func (s *Shared) noteSeen() error {
	now := seen{Path: s.truth.path, Header: s.began, Sequence: s.known.sequence, Hash: s.known.hash}
	if now.Sequence == s.seen.Sequence && now.Hash == s.seen.Hash && sameHeader(now.Header, s.seen.Header) {
		return nil
	}
	s.seen = now
	return s.seat.writeSeen(now)
}

// Register is what the file holds, with the saves that wait in their places.
func (s *Shared) Register() *data.Register { return s.shown }

// Audit looks through the mirror as Check looks through the file.
func (s *Shared) Audit(ctx context.Context) (Report, error) {
	report := Report{Path: s.local.path}
	if err := s.local.read(ctx, report.checkAll); err != nil {
		return report, fmt.Errorf("look through the mirror: %w", err)
	}
	return report, nil
}

// Undelivered are the operations that wait or are kept on a computer, in all its offices.
func Undelivered(folder string) ([]string, error) {
	boxes, err := filepath.Glob(filepath.Join(folder, "*", "*", "outbox"))
	if err != nil {
		return nil, fmt.Errorf("look for saves that wait: %w", err)
	}
	var found []string
	for _, box := range boxes {
		entries, err := outbox.Peek(box)
		if err != nil {
			return nil, fmt.Errorf("read the saves that wait: %w", err)
		}
		for _, e := range entries {
			found = append(found, operationsIn(e)...)
		}
	}
	return found, nil
}

// release gives up what only one program may have.
func (s *Shared) release() error {
	s.looker.close()
	err := s.truth.keeper.Close()
	if s.box != nil {
		err = errors.Join(err, s.box.Close())
	}
	if s.local != nil {
		err = errors.Join(err, s.local.close())
	}
	return errors.Join(err, s.seat.lock.Release())
}

// closing is how long Close waits for saves that are on their way.
const closing = 5 * time.Second

// Close ends the use of the office. Saves that are on their way have some seconds to arrive; what does not waits on this computer for
// the next time.
func (s *Shared) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), closing)
	defer cancel()
	if s.Standing().Saving > 0 {
		_ = s.flush(ctx) // what did not arrive waits
	}
	s.stop()
	select {
	case <-s.done:
	case <-ctx.Done(): // the server does not answer: the goroutine ends when it does
		return s.leave()
	}
	return errors.Join(s.leave(), s.release())
}

func (s *Shared) leave() error {
	s.mu.Lock()
	crowd := s.crowd
	s.crowd = nil
	s.mu.Unlock()
	if crowd == nil {
		return nil
	}
	if err := crowd.Leave(); err != nil && !errors.Is(err, presence.ErrSilentShare) {
		return err
	}
	return nil
}
