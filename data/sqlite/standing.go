package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"almoner/data"
	"almoner/data/sqlite/outbox"
	"almoner/data/sqlite/presence"
)

// fail notes how the last use of the file went; nil is well.
func (s *Shared) fail(err error) {
	var strange *strangeError
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case err == nil:
		s.stand.Offline, s.stand.Since, s.stand.Strange, s.strange = "", s.now(), false, ""
	case errors.As(err, &strange), ruined(err):
		s.stand.Offline, s.stand.Strange, s.strange = "", true, toBeRecovered(data.Explain(explained(err, s.truth.path)))
	default:
		s.stand.Offline = data.Explain(explained(err, s.truth.path))
	}
}

// offline notes that the file cannot be reached, at opening.
func (s *Shared) offline(err error) {
	s.fail(fault(err, "%s You can go on; what you save waits on this computer.", beyondReach(s.truth.path)))
}

// waits notes that a visit waits for the lock.
func (s *Shared) waits(waited time.Duration) {
	const worthSaying = 3 * time.Second
	if waited > 0 && waited < worthSaying {
		return
	}
	s.mu.Lock()
	was := s.stand.Holding
	switch {
	case waited == 0:
		s.stand.Holding = ""
	case was == "":
		s.stand.Holding = "Waiting for " + name(s.truth.path) + ": somebody else is saving to it."
	}
	changed := was != s.stand.Holding
	s.mu.Unlock()
	if changed {
		s.feed.tell(data.News{})
	}
}

// holders are those who may be holding the lock.
func (s *Shared) holders() []string {
	s.mu.Lock()
	crowd := s.crowd
	s.mu.Unlock()
	if crowd == nil {
		return nil
	}
	ctx, stop := context.WithTimeout(context.Background(), lockPatience)
	defer stop()
	people, err := crowd.Holders(ctx)
	if err != nil {
		return nil
	}
	return namesOf(people)
}

func namesOf(people []presence.Person) []string {
	var names []string
	for _, p := range people {
		who := p.Name
		if who == "" {
			who = p.Machine
		}
		if !slices.Contains(names, who) {
			names = append(names, who)
		}
	}
	return names
}

// blocked is why nothing can be saved to the file, in a sentence.
func (s *Shared) blocked() string {
	own := s.Office.ReadOnly()
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case own != "":
		return own
	case s.broken != "":
		return s.broken
	default:
		return s.strange
	}
}

// ReadOnly is why nothing can be saved, in a sentence; empty if it can.
func (s *Shared) ReadOnly() string { return s.blocked() }

// Standing is how things stand with the file; see data.Office.
func (s *Shared) Standing() data.Standing {
	blocked := s.blocked()
	s.mu.Lock()
	now := s.stand
	now.Others = slices.Clone(now.Others)
	s.mu.Unlock()
	now.Blocked = blocked
	for _, e := range s.box.Entries() {
		switch {
		case e.State == outbox.Kept:
			now.Doubted++
		case now.Offline != "" || blocked != "":
			now.Waiting++
		default:
			now.Saving++
		}
	}
	return now
}

// SaveState is what has become of the last save of a record; see data.Office.
func (s *Shared) SaveState(id data.RecordID) data.SaveState {
	state := data.InFile
	for _, e := range s.box.Entries() {
		switch {
		case e.Kind != id.Kind || e.Record != id.ID:
		case e.State == outbox.Kept:
			return data.InDoubt
		case s.Standing().Offline != "" || s.blocked() != "":
			state = data.InWait
		default:
			state = data.OnItsWay
		}
	}
	return state
}

// tellNews tells what has changed since it was last told.
func (s *Shared) tellNews() {
	s.Office.mu.Lock()
	n := data.News{Changes: s.news}
	s.news = nil
	s.Office.mu.Unlock()
	s.desk.Lock()
	n.Merged, s.merged = s.merged, nil
	serials := s.doubted
	s.doubted = nil
	s.desk.Unlock()
	s.mu.Lock()
	n.Records, s.touched = s.touched, nil
	told := s.told
	s.told = s.stand
	s.told.Others = nil
	moved := told.Offline != s.stand.Offline || told.Strange != s.stand.Strange
	s.mu.Unlock()
	for _, d := range s.Doubts() {
		if slices.Contains(serials, d.Serial) {
			n.Doubted = append(n.Doubted, d)
		}
	}
	if moved || len(n.Changes)+len(n.Records)+len(n.Merged)+len(n.Doubted) > 0 {
		s.feed.tell(n)
	}
}

// Attend tells colleagues which record is looked at here; see data.Office.
func (s *Shared) Attend(in data.RecordID, editing bool) {
	s.mu.Lock()
	crowd := s.crowd
	s.mu.Unlock()
	if crowd == nil {
		return
	}
	crowd.Move(presence.Where{Kind: string(in.Kind), Record: string(in.ID), Editing: editing}) // what it is called, a register knows
}

// Refresh asks the file now what others have saved, and delivers what waits. What it takes in is also told to those who subscribed.
func (s *Shared) Refresh(ctx context.Context) ([]data.Change, error) {
	var changes []data.Change
	stop := s.Subscribe(func(n data.News) { changes = append(changes, n.Changes...) })
	defer stop()
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("refresh from %s: %w", s.truth.path, ctx.Err())
	}
	s.looker.renew()
	err := s.attend(ctx)
	<-s.turn
	if err != nil {
		return changes, fmt.Errorf("refresh from %s: %w", s.truth.path, explained(err, s.truth.path))
	}
	return changes, nil
}
