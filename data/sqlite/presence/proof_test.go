package presence

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"almoner/data/sqlite/filelock"
)

// kernel stands for a computer on whose mount each lock is granted if only it itself has not granted it already.
type kernel struct {
	mu    sync.Mutex
	held  map[string]*kernelLock
	tries atomic.Int64 // of others' locks
}

type kernelLock struct {
	k    *kernel
	path string
}

func (l *kernelLock) Release() error {
	l.k.mu.Lock()
	defer l.k.mu.Unlock()
	if l.k.held[l.path] == l {
		delete(l.k.held, l.path)
	}
	return nil
}

func newKernel() *kernel { return &kernel{held: map[string]*kernelLock{}} }

func (k *kernel) Try(path string) (held, error) {
	f, err := openWrite(path, true)
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.held[path] != nil {
		return nil, filelock.ErrHeld
	}
	l := &kernelLock{k, path}
	k.held[path] = l
	return l, nil
}

func (k *kernel) TryShared(path string) (held, error) {
	k.tries.Add(1)
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.held[path] != nil {
		return nil, filelock.ErrHeld
	}
	return &kernelLock{k, path}, nil // nobody has to be kept out for that moment
}

// forget is that the server forgets a lock, as that of a laptop that was cut off.
func (k *kernel) forget(path string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.held, path)
}

func broken(p *Presence) func() bool {
	return func() bool { return p.Verdict().State == Broken }
}

func TestTwoComputersThatGrantThemselvesEveryLockAreFoundOut(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{locks: newKernel()})
	ben := join(t, office, "ben", Options{locks: newKernel()})
	if v := ben.Verdict(); v.State == Proved {
		t.Error("ben may write though he could have ann's lock")
	}
	if v, err := ben.Settled(t.Context()); err != nil || v.State != Broken || v.By.Machine != "ann's computer" {
		t.Errorf("ben found %+v, %v", v, err)
	}
	eventually(t, "ann finds it too", broken(ann))
	if by := ann.Verdict().By; by.Name != "ben" {
		t.Errorf("ann heard it of %+v", by)
	}
	eventually(t, "they see each other nevertheless", func() bool { return sees(ann, "ben")() && sees(ben, "ann")() })
}

func TestAColleagueWhoHasBeenQuietForLongShowsIt(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{locks: newKernel()})
	eventually(t, "ann has nothing to say any more", quiet(t, ann))
	ben := join(t, office, "ben", Options{locks: newKernel()})
	eventually(t, "ben finds that locks are not honoured", broken(ben))
	eventually(t, "ann finds it too", broken(ann))
}

// quiet is whether a client does not renew its nonce.
func quiet(t *testing.T, p *Presence) func() bool {
	t.Helper()
	f, client := p.loop.crowd.folder, p.loop.crowd.self // neither changes
	return func() bool {
		before, err := f.read(t.Context(), client)
		pause(t.Context(), 2*quick)
		after, again := f.read(t.Context(), client)
		return err == nil && again == nil && before.Nonce == after.Nonce
	}
}

func TestWhoeverComesLaterIsToldThatLocksAreBroken(t *testing.T) {
	office, mine := newOffice(t), newKernel()
	ann := join(t, office, "ann", Options{locks: mine})
	ben := join(t, office, "ben", Options{locks: newKernel()})
	eventually(t, "both know", func() bool { return broken(ann)() && broken(ben)() })
	if err := ben.Leave(); err != nil {
		t.Error(err)
	}
	cat := join(t, office, "cat", Options{locks: mine}) // who is refused ann's lock
	if v := cat.Verdict(); v.State != Broken || v.By.Name != "ben" {
		t.Errorf("cat is told %+v", v)
	}
	if here, v, err := Look(t.Context(), office, Options{Poll: quick, locks: newKernel()}); err != nil || v.State != Broken || len(here) == 0 {
		t.Errorf("a nightly job sees %v, %v, %v", here, v, err)
	}
}

func TestOneComputerWhoseLocksKeepNobodyOutKnowsItAlone(t *testing.T) {
	p := join(t, newOffice(t), "ann", Options{locks: lawless{newKernel()}})
	if v := p.Verdict(); v.State != Broken || v.By.Name != "ann" {
		t.Errorf("its own lock could be had twice: %+v", v)
	}
}

// lawless grants every lock to everybody.
type lawless struct{ k *kernel }

func (l lawless) Try(path string) (held, error)       { l.k.forget(path); return l.k.Try(path) }
func (l lawless) TryShared(path string) (held, error) { l.k.forget(path); return l.k.TryShared(path) }

func TestACrashedColleagueIsTakenAwayAndProvesNothing(t *testing.T) {
	office := newOffice(t)
	ghost := newGhost(t, office, "ghost")
	ghost.join(t)
	ghost.crash(t)
	ann := join(t, office, "ann", Options{})
	if v := ann.Verdict(); v.State != Unknown {
		t.Errorf("the ghost may be alive, and the locks are %s", v.State)
	}
	if v, err := ann.Settled(t.Context()); err != nil || v.State != Proved {
		t.Errorf("%v, %v", v, err)
	}
	if got := filesOf(t, office); !slices.Equal(got, []string{"ann.json", "ann.lock"}) {
		t.Errorf("left behind: %v", got)
	}
}

// ghost is a client without a loop, which a test moves step by step.
type ghost struct{ member }

func newGhost(t *testing.T, office, name string) *ghost {
	t.Helper()
	return &ghost{member{folder: folderOf(office, nil), client: name, step: quick / 8, card: card{Name: name}}}
}

func (g *ghost) join(t *testing.T) {
	t.Helper()
	if err := g.member.join(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func (g *ghost) crash(t *testing.T) {
	t.Helper()
	if err := g.giveUp(); err != nil {
		t.Fatal(err)
	}
}

func TestALastWriteThatArrivesLateIsNoSignOfLife(t *testing.T) {
	office := newOffice(t)
	ghost := newGhost(t, office, "ghost")
	ghost.join(t)
	ghost.crash(t)
	c := newCrowd(ghost.folder, "", Options{}.full().Log)
	if err := c.ring(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.look(t.Context(), true, false); err != nil {
		t.Fatal(err)
	}
	c.watch(t.Context()) // from here on changes count
	if err := ghost.write(false); err != nil {
		t.Fatal(err)
	}
	for range restful {
		if v, _ := c.verdict(); v.State != Unknown {
			t.Fatalf("the ghost may be alive, and the locks are %s", v.State)
		}
		c.watch(t.Context())
	}
	c.watch(t.Context())
	if v, _ := c.verdict(); v.State != Proved {
		t.Errorf("the locks are %s", v.State)
	}
}

func TestACardThatIsRenewedWithoutItsLockIsASignOfLife(t *testing.T) { // the other half of the one before
	office := newOffice(t)
	ghost := newGhost(t, office, "ghost")
	ghost.join(t)
	ghost.crash(t)
	ann := join(t, office, "ann", Options{})
	eventually(t, "ann finds that locks are not honoured", func() bool {
		if err := ghost.write(false); err != nil {
			t.Fatal(err)
		}
		pause(t.Context(), quick/4)
		return broken(ann)()
	})
}

func TestAClientThatCrashesAndComesAgainUnderItsNameProvesNothing(t *testing.T) {
	office := newOffice(t)
	ghost := newGhost(t, office, "ghost")
	ghost.join(t)
	ghost.crash(t)
	ann := join(t, office, "ann", Options{})
	for range 5 { // each time its card is another and its lock can be had
		ghost.join(t)
		ghost.crash(t)
		pause(t.Context(), quick/4)
	}
	if v, err := ann.Settled(t.Context()); err != nil || v.State != Proved {
		t.Errorf("%v, %v", v, err)
	}
}

func TestALockThatTheServerForgotIsTakenAnew(t *testing.T) {
	office, server := newOffice(t), newKernel()
	ann := join(t, office, "ann", Options{locks: server})
	ben := join(t, office, "ben", Options{locks: server})
	path := ann.loop.crowd.folder.lock("ben")
	for range 3 {
		server.forget(path)
		ann.Move(Where{Kind: "grant", Record: random()}) // so that everybody looks
		eventually(t, "ben has his lock again", func() bool {
			server.mu.Lock()
			defer server.mu.Unlock()
			return server.held[path] != nil
		})
		eventually(t, "ann sees ben", sees(ann, "ben"))
	}
	for _, p := range []*Presence{ann, ben} {
		if v, err := p.Settled(t.Context()); err != nil || v.State != Proved {
			t.Errorf("%v, %v", v, err)
		}
	}
}

func TestFilesThatWereTakenAwayAreMadeAnew(t *testing.T) {
	if !removesOpen {
		t.Skip("nobody can")
	}
	for _, all := range []string{"alone", "with a colleague who rings"} {
		office := newOffice(t)
		ben := join(t, office, "ben", Options{Poll: quick / 4})
		files := []string{"ben.json", "ben.lock"}
		ring := func() {}
		if all != "alone" {
			ann := join(t, office, "ann", Options{Poll: quick / 4})
			files = append([]string{"ann.json", "ann.lock"}, files...)
			ring = func() { ann.Move(Where{Kind: "grant", Record: random()}) }
		}
		for _, end := range []string{cardEnd, lockEnd} {
			eventually(t, "ben has nothing to say, and so only finds it by looking", quiet(t, ben))
			before := bellOf(t, office)
			if err := os.Remove(office + ".users/ben" + end); err != nil {
				t.Fatal(err)
			}
			ring()
			eventually(t, all+" ben's "+end+" is there again", func() bool { return slices.Equal(filesOf(t, office), files) })
			eventually(t, "ben rings", func() bool { return bellOf(t, office) != before })
		}
		ann := join(t, office, "late", Options{Poll: quick / 4})
		if others := names(ann.Others()); !strings.Contains(others, "ben") {
			t.Errorf("%s: a joiner sees %q", all, others)
		}
		for _, p := range []*Presence{ann, ben} {
			if v, err := p.Settled(t.Context()); err != nil || v.State != Proved {
				t.Errorf("%s: %v, %v", all, v, err)
			}
		}
	}
}

func TestWhereNothingMayBeWrittenOneLooks(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{})
	reader := join(t, office, "reader", Options{locks: denying{serverLocks{}}})
	if !reader.OnlyLooks() || names(reader.Others()) != "ann" || reader.Verdict().State != Proved {
		t.Errorf("the reader sees %v, %v", reader.Others(), reader.Verdict())
	}
	reader.Move(Where{Kind: "grant"})
	ann.Move(Where{Kind: "fund"})
	eventually(t, "the reader sees ann move", func() bool { return reader.Others()[0].At.Kind == "fund" })
	if others := ann.Others(); len(others) != 0 {
		t.Errorf("ann sees %v", others)
	}
}

// denying is a folder in which this person may not write.
type denying struct{ serverLocks }

func (denying) Try(path string) (held, error) {
	return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
}

func TestWhoCannotRingCannotTellTheDeadFromTheQuiet(t *testing.T) {
	office := newOffice(t)
	ghost := newGhost(t, office, "ghost")
	ghost.join(t)
	ghost.crash(t)
	if err := os.Mkdir(ghost.folder.bell(), 0o777); err != nil { // which nobody can ring
		t.Fatal(err)
	}
	reader := join(t, office, "reader", Options{locks: denying{serverLocks{}}})
	if v, err := reader.Settled(t.Context()); !errors.Is(err, ErrCannotTell) || v.State != Unknown {
		t.Errorf("settled as %v, %v", v, err)
	}
	if _, v, err := Look(t.Context(), office, Options{Poll: quick}); !errors.Is(err, ErrCannotTell) || v.State != Unknown {
		t.Errorf("a nightly job sees %v, %v", v, err)
	}
	if got := names(reader.Others()); got != "" {
		t.Errorf("the ghost is %q", got)
	}
}

func TestANightlyJobSeesWhoIsThere(t *testing.T) {
	office := newOffice(t)
	if here, v, err := Look(t.Context(), office, Options{Poll: time.Hour}); err != nil || len(here) != 0 || v.State != Proved {
		t.Errorf("nobody has ever been here: %v, %v, %v", here, v, err)
	}
	join(t, office, "ann", Options{})
	ghost := newGhost(t, office, "ghost")
	ghost.join(t)
	if here, v, err := Look(t.Context(), office, Options{Poll: time.Hour}); err != nil || names(here) != "ann ghost" || v.State != Proved {
		t.Errorf("two are here: %v, %v, %v", here, v, err)
	}
	ghost.crash(t)
	if here, v, err := Look(t.Context(), office, Options{Poll: quick}); err != nil || names(here) != "ann" || v.State != Proved {
		t.Errorf("one has crashed: %v, %v, %v", here, v, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := Look(ctx, office, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("it was called off: %v", err)
	}
}

func TestWhatIsNoCardIsNobodys(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{})
	f := ann.loop.crowd.folder
	garbage := map[string]string{"notes": "to do", "old": `{"version":0,"nonce":"x","again":"x","run":"y"}`, "zeros": string(make([]byte, cardSize))}
	for client, text := range garbage {
		for _, path := range []string{f.card(client), f.lock(client)} {
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	ben := join(t, office, "ben", Options{})
	if v := ben.Verdict(); v.State != Proved || names(ben.Others()) != "ann" {
		t.Errorf("ben sees %v, %v", ben.Others(), v)
	}
	for client := range garbage {
		if missing(f.card(client)) {
			t.Errorf("what was in %s is gone", client)
		}
	}
	newer := newGhost(t, office, "newer") // a program whose cards are not understood
	if err := newer.folder.make(); err != nil {
		t.Fatal(err)
	}
	if err := newer.acquire(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(f.card("newer"), []byte(`{"version":2}`), 0o666); err != nil {
		t.Fatal(err)
	}
	here, v, err := Look(t.Context(), office, Options{Poll: quick})
	if err != nil || v.State != Proved || len(here) != 3 || here[0].Client != "newer" {
		t.Errorf("a migration would believe that these are all: %v, %v, %v", here, v, err)
	}
	newer.crash(t)
}

func TestWhatACrashOnJoiningLeavesIsTakenAway(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{})
	f := ann.loop.crowd.folder
	for _, path := range []string{f.lock("a"), f.lock("b"), f.card("b")} { // b had made its card and not written it
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	ben := join(t, office, "ben", Options{})
	if v := ben.Verdict(); v.State != Proved {
		t.Errorf("the locks are %s", v.State)
	}
	if got := filesOf(t, office); !slices.Equal(got, []string{"ann.json", "ann.lock", "ben.json", "ben.lock"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestAnIdleOfficeCostsNothing(t *testing.T) {
	office, server := newOffice(t), newKernel()
	ann := join(t, office, "ann", Options{locks: server})
	ben := join(t, office, "ben", Options{locks: server})
	eventually(t, "both have nothing to say", func() bool { return quiet(t, ann)() && quiet(t, ben)() })
	start, before := time.Now(), server.tries.Load()
	pause(t.Context(), 8*quick)
	cost := server.tries.Load() - before
	if minutes := int64(time.Since(start)/ann.o.thorough()) + 1; cost > 2*minutes { // each tries the other's lock
		t.Errorf("%d locks were tried in %d times the time between two listings", cost, minutes)
	}
}

func TestAShareThatHangsHoldsNobodyUp(t *testing.T) {
	office, server := newOffice(t), newKernel()
	ann := join(t, office, "ann", Options{locks: server})
	ben := join(t, office, "ben", Options{locks: &hanging{locker: server}, leave: 50 * time.Millisecond})
	eventually(t, "ben sees ann", sees(ben, "ann"))
	h := ben.loop.crowd.folder.locks.(*hanging)
	h.until.Store(ptr(make(chan struct{})))
	ann.Move(Where{Kind: "grant"}) // which ben looks at, and hangs
	eventually(t, "ben hangs", func() bool { return h.waiting.Load() > 0 })

	start := time.Now()
	for range 1000 {
		ben.Move(Where{Kind: "fund", Record: random()})
		ben.Others()
		ben.Verdict()
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Errorf("it took %s", d)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := ben.Silent(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("asked who is silent: %v", err)
	}
	if err := ben.Leave(); !errors.Is(err, ErrSilentShare) {
		t.Errorf("left: %v", err)
	}
	close(*h.until.Load())
	<-ben.done
	eventually(t, "ann sees that ben left", sees(ann, ""))
}

func ptr[T any](v T) *T { return &v }

// hanging is a way to a server that may stop answering.
type hanging struct {
	locker
	until   atomic.Pointer[chan struct{}]
	waiting atomic.Int64
}

func (h *hanging) TryShared(path string) (held, error) {
	if until := h.until.Load(); until != nil {
		h.waiting.Add(1)
		<-*until
	}
	return h.locker.TryShared(path)
}

// TestComingGoingAndCrashingAtRandomIsNoAlarm is the law of this package: whatever honest clients do, in whatever order, nobody finds
// that locks are broken, and in the end all who are here see each other.
func TestComingGoingAndCrashingAtRandomIsNoAlarm(t *testing.T) {
	const clients, rounds = 8, 6
	office := newOffice(t)
	resident := join(t, office, "resident", Options{Poll: quick / 2})
	var all sync.WaitGroup
	for n := range clients {
		name := fmt.Sprintf("client-%d", n)
		all.Go(func() {
			for range rounds {
				if n%2 == 0 {
					comeAndCrash(t, newGhost(t, office, name))
				} else {
					comeAndGo(t, office, name)
				}
			}
		})
	}
	all.Wait()
	if resident.Verdict().State == Broken {
		t.Errorf("false alarm, by %+v", resident.Verdict().By)
	}
	last := join(t, office, "last", Options{Poll: quick / 2})
	eventually(t, "the two who are left see each other and nobody else", func() bool {
		return sees(resident, "last")() && sees(last, "resident")()
	})
	eventually(t, "the crashed are cleared away", func() bool { return len(filesOf(t, office)) == 4 })
	for _, p := range []*Presence{resident, last} {
		if v, err := p.Settled(t.Context()); err != nil || v.State != Proved {
			t.Errorf("%v, %v", v, err)
		}
	}
}

func comeAndGo(t *testing.T, office, name string) {
	p, err := Join(context.Background(), office, Person{Client: name, Name: name}, Options{Poll: quick / 2})
	if err != nil {
		t.Error(err)
		return
	}
	for range rand.IntN(3) {
		p.Move(Where{Kind: "grant", Record: random()})
		pause(t.Context(), rand.N(quick))
	}
	if v := p.Verdict(); v.State == Broken {
		t.Errorf("%s gave a false alarm, by %+v", name, v.By)
	}
	if err := p.Leave(); err != nil {
		t.Errorf("%s leaves: %v", name, err)
	}
}

func comeAndCrash(t *testing.T, g *ghost) {
	if err := g.member.join(context.Background()); err != nil {
		t.Error(err)
		return
	}
	for range rand.IntN(4) {
		if !g.holds() {
			t.Errorf("%s lost its lock", g.client)
		}
		if err := g.write(false); err != nil {
			t.Error(err)
		}
		pause(t.Context(), rand.N(quick/4))
	}
	if rand.IntN(3) == 0 {
		if err := g.leave(); err != nil {
			t.Error(err)
		}
		return
	}
	if err := g.giveUp(); err != nil {
		t.Error(err)
	}
}

func TestAKilledProgramIsGoneAndItsFilesAreToo(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{})
	for range 3 {
		ben, said := colleague(t, office, "ben", nil)
		if said != "proved false <nil>" {
			t.Errorf("ben says %q", said)
		}
		eventually(t, "ann sees ben", sees(ann, "ben"))
		if err := ben.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		eventually(t, "ann sees that ben is gone", sees(ann, ""))
		eventually(t, "his files are gone too", func() bool { return len(filesOf(t, office)) == 2 })
	}
	if v, err := ann.Settled(t.Context()); err != nil || v.State != Proved {
		t.Errorf("%v, %v", v, err)
	}
}

// meddling is a folder in which somebody clears up just while a lock is being taken.
type meddling struct {
	locker
	times  int
	remake bool
}

func (m *meddling) Try(path string) (held, error) {
	l, err := m.locker.Try(path)
	if err != nil || m.times == 0 {
		return l, err
	}
	m.times--
	if err := os.Remove(path); err != nil {
		return nil, err
	}
	if m.remake {
		return l, os.WriteFile(path, nil, 0o666)
	}
	return l, nil
}

func TestALockIsOnTheFileThatOthersFind(t *testing.T) {
	if !removesOpen {
		t.Skip("nobody can remove it")
	}
	for _, remake := range []bool{false, true} {
		office := newOffice(t)
		ann := join(t, office, "ann", Options{locks: &meddling{serverLocks{}, 3, remake}})
		f := folderOf(office, nil)
		if got, err := f.try("ann"); got != lockHeld {
			t.Errorf("made anew %t: ann's lock can be had: %v, %v", remake, got, err)
		}
		if ann.loop.me.hollow {
			t.Error("ann thinks that locks are not honoured")
		}
	}
}

func TestTheDeadWhoseFilesStayAreNotSuspectedAgain(t *testing.T) {
	ghost := newGhost(t, newOffice(t), "ghost")
	ghost.join(t)
	ghost.crash(t)
	f := ghost.folder
	f.locks = denying{} // so that the files cannot be taken away
	c := newCrowd(f, "", Options{}.full().Log)
	for n := range 3 {
		if err := c.ring(); err != nil {
			t.Fatal(err)
		}
		if _, err := c.look(t.Context(), true, true); err != nil {
			t.Fatal(err)
		}
		if v, _ := c.verdict(); (v.State == Proved) != (n > 0) {
			t.Errorf("after look %d the locks are %s", n, v.State)
		}
		for range restful + 1 {
			c.watch(t.Context())
		}
	}
	if missing(f.card("ghost")) {
		t.Error("the files could be taken away, and this test shows nothing")
	}
}

// moody is a folder in which nothing may be written for a time.
type moody struct {
	locker
	denies atomic.Bool
}

func (m *moody) Try(path string) (held, error) {
	if m.denies.Load() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
	}
	return m.locker.Try(path)
}

func TestWhoeverHasLostHisLockMustNotWriteUntilHeHasItAgain(t *testing.T) {
	office, server := newOffice(t), newKernel()
	way := &moody{locker: server}
	ben := join(t, office, "ben", Options{locks: way})
	eventually(t, "ben has nothing to say", quiet(t, ben))
	way.denies.Store(true)
	server.forget(ben.loop.crowd.folder.lock("ben"))
	ben.Move(Where{Kind: "grant"})
	eventually(t, "ben does not know", func() bool { return ben.Verdict().State == Unknown })
	way.denies.Store(false)
	if v, err := ben.Settled(t.Context()); err != nil || v.State != Proved {
		t.Errorf("%v, %v", v, err)
	}
	ann := join(t, office, "ann", Options{locks: server})
	eventually(t, "ann sees where ben is", func() bool {
		others := ann.Others()
		return len(others) == 1 && others[0].At.Kind == "grant"
	})
}

func TestThereIsTimeEnoughToAnswer(t *testing.T) {
	o := Options{}.full()
	window := restful * o.step()
	if answered := o.Poll + o.afterRing(); window < answered {
		t.Errorf("a suspect is given up after %s, and may answer until %s after the ring", window, answered)
	}
	if renewals := int(o.afterRing() / o.renewal()); renewals < restless+1 {
		t.Errorf("%d renewals after a ring are too few to see %d changes", renewals, restless)
	}
	if o.renewal() < 2*o.step() {
		t.Error("two renewals may be taken for one")
	}
	if o.afterJoin() < window {
		t.Error("a joiner keeps still before he has judged")
	}
}

func TestALockThatIsNotThereIsNoneThatCanBeHad(t *testing.T) {
	ghost := newGhost(t, newOffice(t), "ghost")
	ghost.join(t)
	if err := ghost.giveUp(); err != nil { // its file cannot be removed otherwise on Windows
		t.Fatal(err)
	}
	if err := os.Remove(ghost.folder.lock("ghost")); err != nil {
		t.Fatal(err)
	}
	c := newCrowd(ghost.folder, "", Options{}.full().Log)
	if err := c.ring(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.look(t.Context(), true, true); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		c.watch(t.Context())
		if err := ghost.write(false); err != nil {
			t.Fatal(err)
		}
	}
	for range restful + 1 {
		c.watch(t.Context())
	}
	if v, stuck := c.verdict(); v.State != Unknown || !stuck {
		t.Errorf("he is alive, and whether his lock would hold is not known, but the locks are %s", v.State)
	}
}
