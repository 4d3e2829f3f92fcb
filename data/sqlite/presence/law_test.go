package presence

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"almoner/data/sqlite/filelock"

	"pgregory.net/rapid"
)

// actor is a client whose every step is a step of its own, so that others may look between any two of them.
type actor struct {
	member
	written bool // this run has a card
	sure    bool // it has just seen that its lock holds, and will write
	late    bool // it was killed in the middle of a write, which has not arrived yet
}

func (a *actor) begin() error {
	a.card.Run, a.written, a.sure, a.late = random(), false, false, false
	return a.acquire(context.Background())
}

func (a *actor) renew() error {
	a.written, a.sure, a.late = true, false, false
	return a.write(a.lock != nil && missing(a.folder.card(a.client)))
}

func (a *actor) check() error {
	if a.holds() {
		a.sure = true
		return nil
	}
	return a.giveUp() // and then it begins anew
}

func (a *actor) crash() error {
	a.late, a.sure = a.sure, false
	return a.giveUp()
}

func (a *actor) unlock() error {
	l := a.lock
	a.lock, a.written, a.sure = nil, false, false
	return a.folder.releaseAndRemove(l, a.client, true)
}

// forgotten is that the server forgets the lock.
func (a *actor) forgotten() error {
	if k, ok := a.folder.locks.(*crowded).locker.(*kernel); ok {
		k.forget(a.folder.lock(a.client))
	}
	return nil
}

// crowded are locks between whose being tried and whatever is done then others come in.
type crowded struct {
	locker
	others func()
	inside bool
}

func (c *crowded) Try(path string) (held, error) {
	l, err := c.locker.Try(path)
	c.letIn()
	return l, err
}

func (c *crowded) TryShared(path string) (held, error) {
	l, err := c.locker.TryShared(path)
	if err == nil { // whoever tries lets go at once
		err = l.Release()
	}
	c.letIn()
	return &kernelLock{k: newKernel()}, err
}

func (c *crowded) letIn() {
	if c.inside || c.others == nil {
		return
	}
	c.inside = true
	defer func() { c.inside = false }()
	c.others()
}

type step struct {
	name string
	do   func() error
}

// steps are what an actor can do next.
func (a *actor) steps() []step {
	hasCard := !missing(a.folder.card(a.client))
	switch {
	case a.lock == nil && a.late && hasCard:
		return []step{{"begin", a.begin}, {"late write", a.renew}}
	case a.lock == nil:
		return []step{{"begin", a.begin}}
	case !a.written || a.sure:
		return []step{{"write", a.renew}, {"crash", a.crash}}
	case !hasCard:
		return []step{{"unlock", a.unlock}, {"crash", a.crash}}
	default:
		return []step{
			{"check", a.check},
			{"check", a.check},
			{"check", a.check},
			{"crash", a.crash},
			{"forgotten", a.forgotten},
			{"no card", func() error { return os.Remove(a.folder.card(a.client)) }},
		}
	}
}

// TestNoOrderOfHonestStepsIsAnAlarm is the law of the proof, without clocks: clients join, renew, leave, crash and are forgotten by the
// server step by step, in any order, while two others look and watch in between. Nobody ever finds that locks are broken, and in the
// end whoever is in is seen.
func TestNoOrderOfHonestStepsIsAnAlarm(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		among := &crowded{locker: serverLocks{}}
		if rapid.Bool().Draw(t, "the server may forget") {
			among.locker = newKernel()
		}
		f := folderOf(filepath.Join(root, random()), among)
		if err := f.make(); err != nil {
			t.Fatal(err)
		}
		var actors []*actor
		for _, name := range []string{"a", "b"} {
			actors = append(actors, &actor{member: member{folder: f, client: name, step: 1, card: card{Name: name}}})
		}
		looks := []*crowd{newCrowd(f, "", slog.New(slog.DiscardHandler)), newCrowd(f, "", slog.New(slog.DiscardHandler))}
		among.others = func() {
			for range rapid.IntRange(0, 3).Draw(t, "steps in between") {
				act(t, actors[rapid.IntRange(0, 1).Draw(t, "who")])
			}
		}
		for range rapid.IntRange(20, 200).Draw(t, "steps") {
			oneStep(t, actors, looks, among)
			for _, c := range looks {
				if c.broken != nil {
					t.Fatal("a false alarm")
				}
			}
		}
		among.others = nil
		for _, c := range looks {
			wantRightInTheEnd(t, c, actors)
		}
		for _, a := range actors {
			if err := a.giveUp(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func oneStep(t *rapid.T, actors []*actor, looks []*crowd, among *crowded) {
	n := rapid.IntRange(0, 1).Draw(t, "who")
	c, a := looks[n], actors[n]
	switch rapid.IntRange(0, 7).Draw(t, "what") {
	case 0:
		if _, err := c.look(context.Background(), rapid.Bool().Draw(t, "rung"), rapid.Bool().Draw(t, "thorough")); err != nil {
			t.Fatal(err)
		}
	case 1:
		for range rapid.IntRange(2, restful+1).Draw(t, "looks at suspects") {
			c.watch(context.Background())
		}
	case 2:
		c.watch(context.Background())
	case 3:
		if err := c.ring(); err != nil {
			t.Fatal(err)
		}
	default:
		among.inside = true // a step of an actor is one step
		act(t, a)
		among.inside = false
	}
}

func act(t *rapid.T, a *actor) {
	steps := a.steps()
	s := steps[rapid.IntRange(0, len(steps)-1).Draw(t, "step")]
	t.Logf("%s: %s", a.client, s.name)
	err := s.do()
	if errors.Is(err, filelock.ErrHeld) { // somebody is just clearing up after it
		return
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s of %s: %v", s.name, a.client, err)
	}
}

func wantRightInTheEnd(t *rapid.T, c *crowd, actors []*actor) {
	if err := c.ring(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.look(context.Background(), true, true); err != nil {
		t.Fatal(err)
	}
	for range 3 * restful {
		c.watch(context.Background())
	}
	if v, stuck := c.verdict(); v.State != Proved || stuck {
		t.Fatalf("in the end the locks are %s", v.State)
	}
	var in []string
	for _, a := range actors {
		if a.lock != nil && a.own() == lockHeld && !missing(a.folder.card(a.client)) {
			in = append(in, a.client)
		}
	}
	seen := strings.Fields(names(c.others()))
	if !slices.Equal(seen, in) {
		t.Fatalf("%q are seen, %q are in", seen, in)
	}
}

// TestARunThatBeginsWhileSomebodyLooksIsNoAlarm is an order of steps that chance seldom finds: a new run begins after the lock of the
// last one could be had and before the card is read, renews once, and is killed while it renews again.
func TestARunThatBeginsWhileSomebodyLooksIsNoAlarm(t *testing.T) {
	for _, seen := range []string{"by looking", "by watching"} {
		ghost := newGhost(t, newOffice(t), "ghost")
		among := &crowded{locker: serverLocks{}}
		ghost.folder.locks = among
		ghost.join(t)
		ghost.crash(t)
		c := newCrowd(ghost.folder, "", slog.New(slog.DiscardHandler))
		look := func() {
			if _, err := c.look(t.Context(), true, false); err != nil {
				t.Fatal(err)
			}
		}
		begin := func() { ghost.join(t) }
		if seen == "by looking" {
			among.others = begin
			look()
		} else {
			look()
			among.others = begin
			c.watch(t.Context())
		}
		among.others = nil
		if err := ghost.write(false); err != nil {
			t.Fatal(err)
		}
		ghost.crash(t)
		c.watch(t.Context())
		if err := ghost.write(false); err != nil { // which was on its way
			t.Fatal(err)
		}
		for range 2 * restful {
			c.watch(t.Context())
		}
		if v, _ := c.verdict(); v.State != Proved {
			t.Errorf("%s: the locks are %s", seen, v.State)
		}
	}
}
