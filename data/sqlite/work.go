package sqlite

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"almoner/data"
	"almoner/data/sqlite/outbox"
	"almoner/data/sqlite/presence"
)

// How long to wait after the file could not be used: longer each time, so that a network that is coming back is not beaten on.
const (
	firstRetry = time.Second
	lastRetry  = 15 * time.Second
	// mostInOneVisit is how long saves are delivered before the lock is given up, so that colleagues come in between.
	mostInOneVisit = 3 * time.Second
)

// work delivers what waits and looks for what others have saved, until the office is closed.
func (s *Shared) work() {
	defer close(s.done)
	joined := make(chan struct{})
	go func() { // its server may not answer
		defer close(joined)
		s.settleIn()
	}()
	kept := make(chan struct{})
	go func() { // a backup over a slow network takes its time, and nobody waits for it
		defer close(kept)
		s.keepBackups()
	}()
	next, retry := time.NewTimer(min(s.o.Poll, afterOpening)), firstRetry
	defer next.Stop()
	for {
		select {
		case <-s.ctx.Done():
			<-joined
			<-kept
			return
		case <-s.wake:
		case <-next.C:
		}
		s.turn <- struct{}{}
		err := s.attend(s.ctx)
		<-s.turn
		switch {
		case s.ctx.Err() != nil:
		case err == nil:
			retry = firstRetry
			next.Reset(s.o.Poll)
		default:
			s.o.Log.Warn("the office file cannot be used just now", "path", s.truth.path, "error", err)
			next.Reset(retry)
			retry = min(2*retry, lastRetry)
		}
	}
}

// attend delivers what waits, or looks whether others have saved. The caller has the turn.
func (s *Shared) attend(ctx context.Context) error {
	if err := s.stillRuined(ctx); err != nil {
		return err
	}
	var err error
	switch {
	case len(s.waiting()) > 0 && s.blocked() == "":
		err = s.deliverAll(ctx)
	default:
		if err = s.look(ctx); err == nil {
			err = s.checkIfDue(ctx)
		}
	}
	if errors.Is(err, errCopyAnew) {
		if err = s.copyAnew(ctx); err == nil && len(s.waiting()) > 0 && s.blocked() == "" {
			err = s.deliverAll(ctx)
		}
	}
	if err == nil {
		err = s.noteSeen()
	}
	if ctx.Err() == nil {
		s.fail(err)
	}
	if ruined(err) {
		s.ruin, s.ruinedAt = err, s.looks()
	}
	s.tellNews()
	return err
}

// look takes in what others have saved, if the file's first bytes are not as they were.
func (s *Shared) look(ctx context.Context) error {
	if s.local.stale.Load() {
		return errCopyAnew
	}
	header, err := s.looker.look()
	if err != nil {
		return err
	}
	if now := s.Standing(); now.Offline == "" && !now.Strange && s.seen.Sequence == s.known.sequence && sameHeader(s.seen.Header, header) {
		return nil
	}
	return s.catchUpWithFile(ctx)
}

// catchUpWithFile takes in what others have saved. The caller has the turn, or nobody else has the office yet.
func (s *Shared) catchUpWithFile(ctx context.Context) error {
	s.Office.mu.Lock()
	defer s.Office.mu.Unlock()
	err := s.readFile(ctx, func(ctx context.Context, tx bun.Tx) error {
		now, err := s.standing(ctx, tx, "")
		if err != nil {
			return err
		}
		return s.catchUp(ctx, tx, now)
	})
	if err == nil {
		err = s.noteSeen()
	}
	return err
}

// waiting are the saves that are to be delivered, in their order.
func (s *Shared) waiting() []outbox.Entry {
	var waiting []outbox.Entry
	for _, e := range s.box.Entries() {
		if e.State == outbox.Waiting {
			waiting = append(waiting, e)
		}
	}
	return waiting
}

// delivery is what became of saves during a visit.
type delivery struct {
	entry outbox.Entry
	saved data.Saved
	err   error // why the file does not take it
}

// deliverAll takes the saves that wait into the file, as many as fit into a visit, and then again. The caller has the turn.
func (s *Shared) deliverAll(ctx context.Context) error {
	if err := s.permit(ctx); err != nil {
		return err
	}
	for {
		waiting := s.waiting()
		if len(waiting) == 0 || ctx.Err() != nil {
			return ctx.Err()
		}
		done, err := s.deliverSome(ctx, waiting)
		for _, d := range done { // they are in the file, whatever came after
			if err := s.conclude(d); err != nil {
				return err
			}
		}
		s.tellNews()
		if err != nil {
			return err
		}
	}
}

func (s *Shared) deliverSome(ctx context.Context, waiting []outbox.Entry) (done []delivery, err error) {
	s.Office.mu.Lock()
	defer s.Office.mu.Unlock()
	err = s.truth.visit(ctx, func(ctx context.Context, db *bun.DB, stay *stay) error {
		begun := time.Now()
		refused := map[data.RecordID]bool{}
		for _, e := range waiting {
			id := data.RecordID{Kind: e.Kind, ID: e.Record}
			if refused[id] {
				continue // it was made on top of one that is not taken, and is kept with it
			}
			d, err := s.deliverOne(ctx, db, stay, e)
			if err != nil {
				return err
			}
			refused[id] = d.err != nil
			if done = append(done, d); time.Since(begun) > mostInOneVisit {
				break
			}
		}
		return nil
	})
	if err != nil {
		return done, err
	}
	return done, nil
}

func (s *Shared) deliverOne(ctx context.Context, db *bun.DB, stay *stay, e outbox.Entry) (delivery, error) {
	base, mine, err := e.Records()
	if err != nil { // what was put down can be read, or the outbox would have dropped it; this is a program that knows fewer fields
		return delivery{entry: e, err: fault(err, "This save was made by another version of Almoner and cannot be read by this one. Update Almoner.")}, nil
	}
	saved, err := s.transact(ctx, db, stay, operation{id: e.Operation, edits: []edit{{rec: mine, based: true, base: base}}}, func(int, int) {})
	switch {
	case err == nil:
		return delivery{entry: e, saved: saved[0]}, nil
	case away(err):
		return delivery{}, err
	default:
		return delivery{entry: e, err: err}, nil
	}
}

// conclude ends a save that was delivered, or keeps one that the file does not take until somebody has chosen.
func (s *Shared) conclude(d delivery) error {
	s.desk.Lock()
	defer s.desk.Unlock()
	id := data.RecordID{Kind: d.entry.Kind, ID: d.entry.Record}
	if d.err != nil {
		if err := s.keepForChoice(d); err != nil {
			return err
		}
	} else {
		if err := s.box.Delivered(d.entry.Serial); err != nil {
			return fmt.Errorf("note that a save has arrived: %w", err)
		}
		if _, mine, err := d.entry.Records(); err == nil {
			s.gone[d.entry.Serial] = mine
		}
	}
	s.place(id)
	s.mu.Lock()
	s.touched = append(s.touched, id)
	s.mu.Unlock()
	if d.err == nil && len(d.saved.Merged) > 0 {
		s.merged = append(s.merged, d.saved)
	}
	return nil
}

// keepForChoice keeps a save that the file does not take, with those that were made on top of it. The caller has the desk.
func (s *Shared) keepForChoice(d delivery) error {
	why := data.Explain(d.err)
	if err := s.box.Keep(d.entry.Serial, why); err != nil {
		return fmt.Errorf("keep a save until somebody has chosen: %w", err)
	}
	s.doubted = append(s.doubted, d.entry.Serial)
	base, _, err := d.entry.Records()
	if err != nil {
		return nil //nolint:nilerr // it is kept as it is
	}
	var later []int64
	var last outbox.Entry
	folds := d.entry.Folds
	for _, e := range s.waiting() {
		if e.Kind == d.entry.Kind && e.Record == d.entry.Record && e.Serial > d.entry.Serial {
			later, last, folds = append(later, e.Serial), e, append(folds, operationsIn(e)...)
		}
	}
	if len(later) == 0 {
		return nil
	}
	_, mine, err := last.Records()
	if err != nil {
		return nil //nolint:nilerr // they are delivered, and kept, one by one
	}
	if base == nil {
		mine.Stamped().Version = 0
	}
	both, err := outbox.New(mine, base, d.entry.Operation, last.At)
	if err != nil {
		return err
	}
	both.State, both.Why, both.Folds = outbox.Kept, why, folds
	folded, err := s.box.Fold(d.entry.Serial, later, both)
	if err != nil {
		return fmt.Errorf("keep saves until somebody has chosen: %w", err)
	}
	s.doubted[len(s.doubted)-1] = folded.Serial
	return nil
}

// flush delivers what waits now, instead of in the background.
func (s *Shared) flush(ctx context.Context) error {
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if s.blocked() != "" {
		return fault(nil, "%s", s.blocked())
	}
	if len(s.waiting()) == 0 {
		return nil
	}
	return s.attend(ctx)
}

// afterOpening is how long colleagues are not asked anything after opening, so that the office is in the window first.
const afterOpening = 300 * time.Millisecond

// settleIn does what may follow the opening: it tells colleagues that somebody is here, and looks around where the file lies.
func (s *Shared) settleIn() {
	if pause(s.ctx, min(s.o.Poll, afterOpening)) != nil {
		s.mu.Lock()
		close(s.joined)
		s.mu.Unlock()
		return
	}
	s.join()
	if s.truth.remote {
		s.lookAround()
		s.tellNews()
	}
}

// How long after opening it is first looked whether a backup is due, and how often after that.
const (
	firstBackup    = time.Minute
	betweenBackups = 10 * time.Minute
)

// keepBackups makes backups when they are due, until the office is closed.
func (s *Shared) keepBackups() {
	for wait := firstBackup; pause(s.ctx, wait) == nil; wait = betweenBackups {
		if s.blocked() != "" || s.Standing().Offline != "" {
			continue
		}
		if err := s.backUpIfDue(s.ctx); err != nil && s.ctx.Err() == nil {
			s.o.Log.Warn("make a backup", "error", err)
		}
	}
}

// join tells colleagues that somebody is here, and begins to see who else is.
func (s *Shared) join() {
	crowd, err := presence.Join(s.ctx, s.truth.path, presence.Person{Name: s.user.Name, Machine: s.user.Machine, Joined: s.now()}, presence.Options{
		Poll: s.o.Poll, Log: s.o.Log, Changed: s.crowdChanged,
	})
	s.mu.Lock()
	if s.crowdErr = err; err == nil {
		s.crowd = crowd
	}
	closed := s.ctx.Err() != nil
	close(s.joined)
	s.mu.Unlock()
	if err != nil {
		s.o.Log.Warn("tell colleagues that somebody is here", "error", err)
	}
	if closed {
		_ = s.leave()
		return
	}
	s.crowdChanged()
}

// proved waits until it is known that locks are honoured where the file lies. Without that nothing is written.
func (s *Shared) proved(ctx context.Context) error {
	s.mu.Lock()
	joined := s.joined
	s.mu.Unlock()
	select {
	case <-joined:
	case <-ctx.Done():
		return ctx.Err()
	}
	s.mu.Lock()
	crowd, err := s.crowd, s.crowdErr
	s.mu.Unlock()
	if crowd == nil {
		return s.rejoin(err)
	}
	if crowd.Verdict().State == presence.Unknown {
		s.looker.renew()
		if _, err := s.looker.look(); err != nil { // then nobody can be looked at either
			return err
		}
	}
	settling, stop := context.WithTimeout(ctx, lockPatience)
	defer stop()
	v, err := crowd.Settled(settling)
	switch {
	case errors.Is(err, presence.ErrCannotTell), err != nil && ctx.Err() == nil:
		return fault(err, "It cannot be told yet whether the server of %s keeps colleagues' saves apart, so nothing is saved to it. What you save waits on this computer.", name(s.truth.path))
	case err != nil:
		return err
	case v.State == presence.Broken:
		return fault(nil, "%s", unlocked(s.truth.path, v.By.Name))
	default:
		return nil
	}
}

// rejoin tries again to join, as when the server could not be reached at first.
func (s *Shared) rejoin(why error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rejoining || s.ctx.Err() != nil {
		return why
	}
	s.joined, s.rejoining = make(chan struct{}), true
	go func() {
		s.join()
		s.mu.Lock()
		s.rejoining = false
		s.mu.Unlock()
	}()
	if why == nil {
		why = errors.New("nobody has been told yet that this computer is here")
	}
	return why
}

func unlocked(path, by string) string {
	if by == "" {
		by = "a colleague"
	}
	return fmt.Sprintf("The place where %s lies does not keep people’s saves apart: the computer of %s and this one could save at the same moment, and one would undo the other. So nothing can be saved from here. Ask whoever looks after your network to let computers lock files on this share (on Linux: mount it without nobrl).",
		name(path), by)
}

// crowdChanged takes in who else is here, and whether locks are honoured.
func (s *Shared) crowdChanged() {
	s.mu.Lock()
	crowd := s.crowd
	s.mu.Unlock()
	if crowd == nil {
		return
	}
	others, v := crowd.Others(), crowd.Verdict()
	s.mu.Lock()
	s.stand.Others = nil
	for _, p := range others {
		s.stand.Others = append(s.stand.Others, data.Colleague{
			Name: p.Name, Machine: p.Machine, In: data.RecordID{Kind: data.Kind(p.At.Kind), ID: data.ID(p.At.Record)}, Editing: p.At.Editing,
		})
	}
	if v.State == presence.Broken && s.broken == "" {
		s.broken = unlocked(s.truth.path, v.By.Name)
	}
	s.mu.Unlock()
	s.feed.tell(data.News{})
}
