package presence

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"
)

// Person is one who has the office open, in one program on one computer.
type Person struct {
	Client  string // of letters, digits and hyphens; no two programs that run have the same
	Name    string // empty if his program is too new to be understood
	Machine string
	Joined  time.Time // by his computer's clock, for showing only
	At      Where
	Holding bool // he has held the file's lock for longer than a save takes
}

// Where is the record somebody is in. The zero value is none.
type Where struct {
	Kind    string `json:"kind"`
	Record  string `json:"record"`
	Label   string `json:"label"`
	Editing bool   `json:"editing"`
}

// State is what is known of the locks in a folder.
type State int

// The states.
const (
	Unknown State = iota // somebody is still being looked at, and nothing may be written
	Proved               // everybody else's lock is refused, or nobody else is here
	Broken               // locks are not honoured: nothing may be written until the program ends
)

func (s State) String() string { return [...]string{"unknown", "proved", "broken"}[s] }

// Verdict is the proof that locks are honoured where the office lies, or are not.
type Verdict struct {
	State State
	By    Person // whose computer showed it, if it is Broken
}

var (
	// ErrCannotTell is that the verdict will stay [Unknown] for now: somebody's files are there whose lock can be had, and he cannot be
	// asked whether he is alive, or his lock or card is not for this person to open.
	ErrCannotTell = errors.New("it cannot be told whether locks are honoured here")

	// ErrSilentShare is that the file server did not answer in time.
	ErrSilentShare = errors.New("the folder of the office did not answer")

	// ErrLeft is that this client has left.
	ErrLeft = errors.New("this program has left the office")
)

// Options are how a client takes part. The zero value is what it should be.
type Options struct {
	// Poll is how often the bell is looked at; 4 s if it is 0. All other times are in proportion to it. Everybody has to have the same,
	// as the proof rests on how soon the others answer; so only tests change it.
	Poll time.Duration

	// Changed is called after Others, Verdict or OnlyLooks has another answer, from a goroutine of this package, for the first time
	// before Join returns. It must not wait for anything, and must not call Leave.
	Changed func()

	Log *slog.Logger

	locks locker        // tests only
	leave time.Duration // how long Leave waits; tests only
}

func (o Options) full() Options {
	if o.Poll <= 0 {
		o.Poll = 4 * time.Second
	}
	if o.Changed == nil {
		o.Changed = func() {}
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.leave <= 0 {
		o.leave = 5 * time.Second // over a VPN with 30 ms it takes up to 2 s
	}
	return o
}

// The times of the protocol.
func (o Options) thorough() time.Duration  { return 15 * o.Poll }    // between two listings though nobody rang: 60 s
func (o Options) step() time.Duration      { return o.Poll / 8 }     // between two looks at a suspect's card: 500 ms
func (o Options) renewal() time.Duration   { return o.Poll / 4 }     // between two nonces: 1 s
func (o Options) afterJoin() time.Duration { return o.Poll * 5 / 2 } // how long a joiner renews his nonce: 10 s
func (o Options) afterRing() time.Duration { return o.Poll * 3 / 4 } // how long everybody does after a ring: 3 s
func (o Options) settling() time.Duration  { return o.Poll / 4 }     // how long a move waits for the next one: 1 s

// Presence is this client among the others. All its methods may be called from anywhere; but for Settled, Silent, Holders and Leave
// none waits for the share.
type Presence struct {
	o    Options
	loop *loop
	stop context.CancelFunc
	wake chan struct{} // has one place: something was wanted
	asks chan ask
	done chan struct{}
	left error // how leaving went; to be read after done

	mu      sync.Mutex
	wanted  wanted
	others  []Person
	verdict Verdict
	stuck   bool
	looks   bool
	news    chan struct{} // closed when any of the four changes
}

// wanted is what the card is to say.
type wanted struct {
	at      Where
	holding bool
}

// Join says that somebody has the office of that path open, and begins to watch who else has. It returns after the first look, so that
// without suspects the verdict is there. ctx is for the joining only; Leave ends what it began.
//
// Where nothing may be written there is no error: then the others are seen, and this client is not (OnlyLooks).
// If me has no Client it gets one.
func Join(ctx context.Context, office string, me Person, o Options) (*Presence, error) {
	if me.Client == "" {
		me.Client = random()
	}
	if !validClient(me.Client) {
		return nil, fmt.Errorf("%q is no name of a client: it has to be of letters, digits and hyphens", me.Client)
	}
	if me.Joined.IsZero() {
		me.Joined = time.Now()
	}
	o = o.full()
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	p := &Presence{
		o: o, stop: stop, wake: make(chan struct{}, 1), asks: make(chan ask), done: make(chan struct{}), news: make(chan struct{}),
		wanted: wanted{me.At, me.Holding},
	}
	p.loop = newLoop(p, folderOf(office, o.locks), me)
	joined := make(chan error, 1)
	go p.loop.run(running, joined)
	select {
	case err := <-joined:
		if err != nil {
			stop()
			<-p.done
			return nil, err
		}
		return p, nil
	case <-ctx.Done():
		stop()
		return nil, fmt.Errorf("join those who have the office open: %w", ctx.Err())
	}
}

// Others are those who have the office open, without this client, by name. Whoever has files here that cannot be read and holds their
// lock is among them, without a name.
func (p *Presence) Others() []Person {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.others)
}

// Verdict is whether locks are known to be honoured here. It may become Unknown again, for a few seconds after somebody's program
// crashed.
func (p *Presence) Verdict() Verdict {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.verdict
}

// OnlyLooks is whether nothing may be written in the folder, so that the others do not see this client.
func (p *Presence) OnlyLooks() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.looks
}

// Settled waits until the verdict is not Unknown. ErrCannotTell is that waiting does not help.
func (p *Presence) Settled(ctx context.Context) (Verdict, error) {
	for {
		p.mu.Lock()
		v, stuck, news := p.verdict, p.stuck, p.news
		p.mu.Unlock()
		switch {
		case v.State != Unknown:
			return v, nil
		case stuck:
			return v, ErrCannotTell
		}
		select {
		case <-news:
		case <-p.done:
			return v, ErrLeft
		case <-ctx.Done():
			return v, fmt.Errorf("see whether locks are honoured: %w", ctx.Err())
		}
	}
}

// Move says that this client is in another record now, or has begun or ended editing it. The others learn it a few seconds later.
func (p *Presence) Move(w Where) { p.want(func(want *wanted) { want.at = w }) }

// Holding says that this client has held the office's lock for a while, or does not any more. It costs the server some requests, so it
// is for holds of more than 2 s.
func (p *Presence) Holding(yes bool) { p.want(func(want *wanted) { want.holding = yes }) }

func (p *Presence) want(change func(*wanted)) {
	p.mu.Lock()
	change(&p.wanted)
	p.mu.Unlock()
	select {
	case p.wake <- struct{}{}:
	default: // it is to look already
	}
}

// Silent are those who are here and do not answer the bell: frozen or asleep. It rings, and waits 8 s for answers, less if all answer.
func (p *Presence) Silent(ctx context.Context) ([]Person, error) {
	a := ask{make(chan answer, 1)}
	select {
	case p.asks <- a:
	case <-p.done:
		return nil, ErrLeft
	case <-ctx.Done():
		return nil, fmt.Errorf("ask who answers: %w", ctx.Err())
	}
	select {
	case answer := <-a.answer:
		return answer.silent, answer.err
	case <-p.done:
		return nil, ErrLeft
	case <-ctx.Done():
		return nil, fmt.Errorf("ask who answers: %w", ctx.Err())
	}
}

// Holders are those to be named in “The computer of … is holding the file”: who says that he holds it, or else who does not answer.
func (p *Presence) Holders(ctx context.Context) ([]Person, error) {
	var holders []Person
	for _, other := range p.Others() {
		if other.Holding {
			holders = append(holders, other)
		}
	}
	if len(holders) > 0 {
		return holders, nil
	}
	return p.Silent(ctx)
}

// Leave says that this client is gone. If the share does not answer for some seconds it is left to itself, with ErrSilentShare.
func (p *Presence) Leave() error {
	p.stop()
	t := time.NewTimer(p.o.leave)
	defer t.Stop()
	select {
	case <-p.done:
		return p.left
	case <-t.C:
		return ErrSilentShare
	}
}

// publish makes known what the loop has found.
func (p *Presence) publish(others []Person, v Verdict, stuck, looks bool) {
	p.mu.Lock()
	same := slices.Equal(p.others, others) && p.verdict == v && p.stuck == stuck && p.looks == looks
	if !same {
		p.others, p.verdict, p.stuck, p.looks = others, v, stuck, looks
		close(p.news)
		p.news = make(chan struct{})
	}
	p.mu.Unlock()
	if !same {
		p.o.Changed()
	}
}

func (p *Presence) wants() wanted {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.wanted
}
