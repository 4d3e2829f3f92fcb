package presence

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// ask is a question who answers the bell.
type ask struct{ answer chan answer }

type answer struct {
	silent []Person
	err    error
}

// loop is all that a client does on the share, one thing after the other, in one goroutine.
type loop struct {
	p     *Presence
	o     Options
	crowd *crowd
	me    *member // nil if it only looks

	// When what is due; zero is never. It is this computer's monotonic clock, for the pace only.
	poll, thorough, step, renew, move time.Time
	renewUntil                        time.Time

	failed  error // what was in the way of the last look
	owes    bool  // it has something to tell and could not ring
	hearing *hearing
}

// hearing waits for those who have not answered the bell yet.
type hearing struct {
	nonces map[string]string // by client
	looks  int
	asks   []ask
}

func newLoop(p *Presence, f folder, me Person) *loop {
	l := &loop{p: p, o: p.o, crowd: newCrowd(f, me.Client, p.o.Log)}
	l.me = &member{folder: f, client: me.Client, step: p.o.step()}
	l.me.card = card{Name: me.Name, Machine: me.Machine, Joined: me.Joined, At: me.At, Holding: me.Holding}
	return l
}

// run joins, says how that went, and goes on until ctx ends.
func (l *loop) run(ctx context.Context, joined chan<- error) {
	defer close(l.p.done)
	defer l.crowd.bell.close()
	err := l.start(ctx)
	l.publish()
	joined <- err
	if err == nil {
		for l.wait(ctx) {
			l.turn(ctx)
			l.publish()
		}
	}
	l.p.left = l.leave()
}

func (l *loop) start(ctx context.Context) error {
	now := time.Now()
	l.poll, l.thorough = now.Add(l.o.Poll), now.Add(l.o.thorough())
	err := l.me.join(ctx)
	switch {
	case err == nil:
		l.joined()
	case unwritable(err):
		l.o.Log.Info("Nothing may be written beside the office, so colleagues do not see this program", "error", err)
		l.me, l.crowd.self = nil, ""
	default:
		return err
	}
	l.tell(ctx, true)
	return l.failed
}

// leave takes this client's files away and tells the others.
func (l *loop) leave() error {
	if l.hearing != nil {
		l.hearing.reply(answer{err: ErrLeft})
	}
	if l.me == nil || l.me.lock == nil {
		return nil
	}
	return errors.Join(l.me.leave(), l.crowd.bell.ring())
}

// wait waits until something is due or asked for, and says whether to go on.
func (l *loop) wait(ctx context.Context) bool {
	if ctx.Err() != nil {
		return false
	}
	next := l.poll
	for _, t := range []time.Time{l.thorough, l.step, l.renew, l.move} {
		if !t.IsZero() && t.Before(next) {
			next = t
		}
	}
	timer := time.NewTimer(time.Until(next))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
	case <-l.p.wake:
	case a := <-l.p.asks:
		l.ask(ctx, a)
	}
	return true
}

func due(t time.Time) bool { return !t.IsZero() && !time.Now().Before(t) }

// turn does what is due.
func (l *loop) turn(ctx context.Context) {
	l.want()
	if due(l.renew) {
		l.renewNonce(ctx)
	}
	if due(l.move) {
		l.sayMove(ctx)
	}
	if due(l.poll) {
		l.poll = time.Now().Add(l.o.Poll)
		l.listen(ctx)
	}
	if due(l.thorough) {
		l.thorough = time.Now().Add(l.o.thorough())
		l.crowd.bell.close() // to ask the server, whatever this computer remembers
		l.look(ctx, false, true)
	}
	if due(l.step) {
		l.watch(ctx)
	}
}

// listen looks at the bell, and answers if it rang: first, because somebody may be waiting for a sign of life, with a new nonce.
func (l *loop) listen(ctx context.Context) {
	rang, err := l.crowd.bell.rang()
	if err != nil {
		l.o.Log.Debug("The bell could not be read", "error", err)
		return
	}
	if l.owes {
		l.tell(ctx, false)
	}
	if !rang {
		return
	}
	l.renewFor(l.o.afterRing())
	l.renewNonce(ctx)
	l.look(ctx, false, false)
}

// renewFor goes on renewing the nonce for at least so long.
func (l *loop) renewFor(d time.Duration) {
	now := time.Now()
	if until := now.Add(d); until.After(l.renewUntil) {
		l.renewUntil = until
	}
	if l.renew.IsZero() {
		l.renew = now.Add(l.o.renewal())
	}
}

// renewNonce shows that this client is alive.
func (l *loop) renewNonce(ctx context.Context) {
	l.renew = time.Time{}
	if l.me == nil {
		return
	}
	if time.Now().Before(l.renewUntil) {
		l.renew = time.Now().Add(l.o.renewal())
	}
	_ = l.say(ctx) // the next one will do
}

// say writes the card, and says whether it did. A lock that has ended must not have a card that changes: then this client joins anew,
// with the card as it is.
func (l *loop) say(ctx context.Context) bool {
	if !l.me.holds() {
		return l.rejoin(ctx)
	}
	err := l.me.write(false)
	if errors.Is(err, fs.ErrNotExist) {
		return l.rejoin(ctx)
	}
	if err != nil {
		l.o.Log.Debug("The card could not be written", "error", err)
	}
	return err == nil
}

// rejoin is for one whose lock has ended or whose files were taken away while he was asleep or cut off.
func (l *loop) rejoin(ctx context.Context) bool {
	if l.me.lock != nil {
		l.o.Log.Info("This program joins those who have the office open once more: its lock or its files were gone")
	}
	if err := l.me.giveUp(); err != nil {
		l.o.Log.Debug("The old lock could not be given up", "error", err)
	}
	if err := l.me.join(ctx); err != nil {
		l.o.Log.Debug("This program could not join again", "error", err)
		l.renew = time.Now().Add(l.o.Poll) // and then it is tried again
		return false
	}
	l.joined()
	l.tell(ctx, false)
	return true
}

func (l *loop) joined() {
	l.renewFor(l.o.afterJoin())
	if l.me.hollow {
		l.crowd.breaks(l.me.card.person(l.me.client))
	}
}

// want sees what the card is to say, and when it has to: a hold at once, a move after the time in which another one may follow.
func (l *loop) want() {
	if l.me == nil {
		return
	}
	w := l.p.wants()
	switch {
	case w.holding != l.me.card.Holding:
		l.move = time.Now()
	case w.at == l.me.card.At:
		l.move = time.Time{}
	case l.move.IsZero():
		l.move = time.Now().Add(l.o.settling())
	}
}

func (l *loop) sayMove(ctx context.Context) {
	l.move = time.Time{}
	before := l.me.card
	w := l.p.wants()
	l.me.card.At, l.me.card.Holding = w.at, w.holding
	if !l.say(ctx) {
		l.me.card.At, l.me.card.Holding = before.At, before.Holding // want finds it again, and it waits its time
		return
	}
	l.tell(ctx, false)
}

// tell rings and looks. What could not be rung for is told at the next look at the bell.
func (l *loop) tell(ctx context.Context, thorough bool) {
	rung := l.ring()
	l.owes = !rung && l.me != nil
	l.look(ctx, rung, thorough)
}

func (l *loop) ring() bool {
	err := l.crowd.ring()
	if err != nil {
		l.o.Log.Debug("The bell could not be rung", "error", err)
	}
	return err == nil
}

// look looks who is here. Those who are suspect are watched from the next step on, which also rings for them.
func (l *loop) look(ctx context.Context, rung, thorough bool) {
	listed, err := l.crowd.look(ctx, rung, thorough)
	if l.failed = err; err != nil {
		l.o.Log.Debug("Who has the office open could not be seen", "error", err)
		return
	}
	l.heed(ctx)
	if l.step.IsZero() {
		l.step = time.Now().Add(l.o.step())
	}
	if l.me != nil && l.me.lock != nil && l.me.lost(listed) {
		l.renew = time.Now() // where it joins anew
		_ = l.me.giveUp()
	}
}

// heed passes on that locks are broken.
func (l *loop) heed(ctx context.Context) {
	by := l.crowd.broken
	if by == nil || l.me == nil || l.me.card.Broken != nil {
		return
	}
	l.me.card.Broken = &culprit{by.Client, by.Name, by.Machine}
	l.renewFor(l.o.afterRing()) // so that the others find it too, and that it is said once more
	if l.say(ctx) {
		l.tell(ctx, false)
	}
}

// watch looks at the suspects and at those who are asked for a sign of life.
func (l *loop) watch(ctx context.Context) {
	l.step = time.Time{}
	if l.crowd.unasked() && l.ring() {
		l.look(ctx, true, false)
	}
	l.crowd.watch(ctx)
	l.heed(ctx)
	l.hear()
	if len(l.crowd.suspects()) > 0 || l.hearing != nil {
		l.step = time.Now().Add(l.o.step())
	}
}

// ask rings and begins to wait for the answers of all who are here.
func (l *loop) ask(ctx context.Context, a ask) {
	if l.hearing == nil {
		if err := l.crowd.ring(); err != nil {
			a.answer <- answer{err: err}
			return
		}
		l.look(ctx, true, false)
		if l.failed != nil {
			a.answer <- answer{err: l.failed}
			return
		}
		l.hearing = &hearing{nonces: map[string]string{}}
		for client, p := range l.crowd.peers { // as they are after the ring: what changed before is no answer
			l.hearing.nonces[client] = p.card.Nonce
		}
	}
	l.hearing.asks = append(l.hearing.asks, a)
	if l.step.IsZero() {
		l.step = time.Now()
	}
}

// hear reads the cards of those who have not answered, and replies when all have or there was time enough.
func (l *loop) hear() {
	h := l.hearing
	if h == nil {
		return
	}
	h.looks++
	for client, nonce := range h.nonces {
		now, err := l.crowd.folder.readOnce(client)
		if err == nil && now.Nonce != nonce || errors.Is(err, fs.ErrNotExist) {
			delete(h.nonces, client)
		}
	}
	if len(h.nonces) > 0 && h.looks < restful {
		return
	}
	silent := slices.DeleteFunc(l.crowd.others(), func(p Person) bool { return !slices.Contains(slices.Collect(maps.Keys(h.nonces)), p.Client) })
	h.reply(answer{silent: silent})
	l.hearing = nil
}

func (h *hearing) reply(a answer) {
	for _, ask := range h.asks {
		ask.answer <- a
	}
}

func (l *loop) publish() {
	v, stuck := l.crowd.verdict()
	if l.me != nil && l.me.lock == nil && v.State == Proved {
		v = Verdict{} // the others cannot see this client
	}
	l.p.publish(l.crowd.others(), v, stuck, l.me == nil)
}
