package presence

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"slices"
	"strings"
)

const (
	// restful is how many looks at a suspect's card in a row have to find the same nonce before he is gone. At the usual pace they
	// take 8 s: a peer looks at the bell every 4 s and then renews his nonce at least three times, a second apart.
	restful = 16

	// restless is how many changes of the nonce, each with the lock to be had after it, prove that locks mean nothing.
	restless = 2
)

// standing is what is known of a peer.
type standing int

const (
	here     standing = iota // his lock is refused
	suspect                  // his lock can be had; his card is watched
	ended                    // it can be had, and he did not answer
	doubtful                 // he did not answer, but could not have heard, or he did and his lock could not be tried
	unlocked                 // it can be had and he answered: locks are broken
)

// peer is another client.
type peer struct {
	client   string
	card     card // the last one that could be read
	known    bool // there was one
	standing standing

	// What is known of a suspect.
	asked   bool // the bell was rung for him
	based   bool // his lock could be had between two looks that found the same run; only changes after that count
	rest    int  // looks in a row with the same nonce
	changes int  // of the nonce, with the lock to be had after each
	unsure  bool // his nonce changed but his lock could not be tried, or his card may not be read
	answers bool // he was unlocked before
}

func (p *peer) person() Person {
	person := p.card.person(p.client)
	if !p.known {
		person = Person{Client: p.client}
	}
	return person
}

// crowd is everybody else.
type crowd struct {
	folder folder
	bell   bell
	self   string // nobody, if it only looks
	log    *slog.Logger
	peers  map[string]*peer
	seen   bool // the folder was listed at least once
	broken *Person
}

func newCrowd(f folder, self string, log *slog.Logger) *crowd {
	return &crowd{folder: f, bell: bell{path: f.bell()}, self: self, log: log, peers: map[string]*peer{}}
}

// look lists the folder and tries every lock. thorough is once a minute: then it also looks again at those who have answered without
// a lock, and takes away locks without a card. A suspect who is new is to be rung for, unless that was done just before.
func (c *crowd) look(ctx context.Context, rung, thorough bool) (listing, error) {
	l, err := c.folder.list()
	if err != nil {
		return l, err
	}
	for client := range l.cards {
		if client == c.self {
			continue
		}
		if ctx.Err() != nil {
			return l, ctx.Err()
		}
		c.meet(ctx, client, rung, thorough)
	}
	for client := range c.peers {
		if !l.cards[client] {
			delete(c.peers, client)
		}
	}
	if thorough {
		for client := range l.locks {
			if client != c.self && !l.cards[client] {
				c.folder.sweep(client)
			}
		}
	}
	c.seen = true
	return l, nil
}

// meet tries the lock of a client and reads his card.
func (c *crowd) meet(ctx context.Context, client string, rung, thorough bool) {
	p := c.peers[client]
	t, err := c.folder.try(client)
	if err != nil {
		c.log.Debug("A colleague's lock could not be tried", "client", client, "error", err)
	}
	now, err := c.folder.read(ctx, client)
	if errors.Is(err, fs.ErrNotExist) { // he left meanwhile
		delete(c.peers, client)
		return
	}
	if p == nil {
		if t != lockHeld && errors.Is(err, errCard) { // it is nobody's
			if thorough {
				c.folder.sweep(client)
			}
			return
		}
		p = &peer{client: client, standing: here}
		c.peers[client] = p
	}
	if p.standing == suspect && t != lockHeld {
		return // he is being watched, and his nonce must not be read past the watch
	}
	rested := p.standing == ended && p.known && err == nil && p.card.Nonce == now.Nonce
	if err == nil {
		p.card, p.known = now, true
	}
	switch {
	case t == lockHeld:
		c.greet(p)
	case rested, !thorough && (p.standing == unlocked || p.standing == doubtful):
	default:
		*p = peer{client: client, card: p.card, known: p.known, standing: suspect, asked: rung, answers: p.standing == unlocked}
	}
}

// greet is that a peer's lock was refused: he is here, and what he says of locks counts.
func (c *crowd) greet(p *peer) {
	*p = peer{client: p.client, card: p.card, known: p.known, standing: here}
	if by := p.card.Broken; p.known && by != nil {
		who := Person{Client: by.Client, Name: by.Name, Machine: by.Machine}
		if by.Client == c.self {
			who = p.person()
		}
		c.breaks(who)
	}
}

func (c *crowd) breaks(by Person) {
	if c.broken == nil {
		c.log.Warn("Locks are not honoured in this folder", "folder", c.folder.path, "shown by", by.Machine)
		c.broken = &by
	}
}

// suspects are the peers of whom nothing is known yet.
func (c *crowd) suspects() []*peer {
	var all []*peer
	for _, p := range c.peers {
		if p.standing == suspect {
			all = append(all, p)
		}
	}
	return all
}

// unasked is whether there is a suspect for whom nobody has rung.
func (c *crowd) unasked() bool {
	return slices.ContainsFunc(c.suspects(), func(p *peer) bool { return !p.asked })
}

// ring rings for all who are suspect. If that fails they are not gone just because they keep still.
func (c *crowd) ring() error {
	if err := c.bell.ring(); err != nil {
		return err
	}
	for _, p := range c.suspects() {
		if !p.asked {
			p.asked, p.rest = true, 0
		}
	}
	return nil
}

// watch looks at the card of each suspect once more.
//
// A run of a program that was found before its lock could be had has ended by then, if locks are honoured; all it can still do is to
// finish one write. So a second change after that is a sign of life. What was found only after the lock could be had tells nothing: it
// may be a new run, which has the lock, writes, and crashes before the next look.
func (c *crowd) watch(ctx context.Context) {
	for _, p := range c.suspects() {
		if ctx.Err() != nil {
			return
		}
		c.watchOne(p)
	}
}

func (c *crowd) watchOne(p *peer) {
	if !p.based { // before his card is read
		if t, _ := c.folder.try(p.client); t == lockHeld {
			c.greet(p)
			return
		}
	}
	now, err := c.folder.readOnce(p.client)
	switch {
	case errors.Is(err, fs.ErrNotExist): // he left, or somebody else found him gone
		delete(c.peers, p.client)
		return
	case errors.Is(err, errCard):
		p.rest++
	case errors.Is(err, fs.ErrPermission):
		p.rest++
		p.unsure = true
	case err != nil:
		return // it tells nothing about him
	case !p.known || p.card.Run != now.Run: // another run is another peer
		*p = peer{client: p.client, card: now, known: true, standing: suspect, asked: p.asked, answers: p.answers}
	case p.card.Nonce == now.Nonce:
		p.based = true
		p.rest++
	case !p.based:
		p.card, p.based, p.rest = now, true, 0
	default:
		p.card, p.rest = now, 0
		c.answered(p)
	}
	if p.standing == suspect && p.rest >= restful {
		c.giveUp(p)
	}
}

// answered is that the nonce of a suspect has changed: he is alive. Is his lock?
func (c *crowd) answered(p *peer) {
	switch t, _ := c.folder.try(p.client); t {
	case lockHeld:
		c.greet(p)
	case lockHad:
		p.changes++
		if p.changes >= restless {
			p.standing = unlocked
			c.breaks(p.person())
		}
	default:
		p.unsure = true
	}
}

// giveUp is that a suspect kept still for long enough.
func (c *crowd) giveUp(p *peer) {
	t, _ := c.folder.try(p.client)
	switch {
	case t == lockHeld:
		c.greet(p)
	case !p.asked || p.unsure:
		p.standing = doubtful
	case !p.known:
		delete(c.peers, p.client) // it is nobody's
	default:
		p.standing = ended
		if c.folder.bury(p.client, p.card.Nonce) {
			c.log.Info("A colleague's program ended without saying so", "name", p.card.Name, "machine", p.card.Machine)
			delete(c.peers, p.client)
		}
	}
}

// others are those who are here, by name.
func (c *crowd) others() []Person {
	var all []Person
	for _, p := range c.peers {
		if p.standing == here || p.standing == unlocked || p.standing == suspect && p.answers {
			all = append(all, p.person())
		}
	}
	slices.SortFunc(all, func(a, b Person) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), strings.Compare(a.Client, b.Client))
	})
	return all
}

// verdict is what is known of the locks here. stuck is that it stays Unknown whatever is waited for.
func (c *crowd) verdict() (v Verdict, stuck bool) {
	if c.broken != nil {
		return Verdict{Broken, *c.broken}, false
	}
	doubt := false
	for _, p := range c.peers {
		switch p.standing {
		case suspect:
			return Verdict{}, false
		case doubtful:
			doubt = true
		}
	}
	if doubt || !c.seen {
		return Verdict{}, doubt
	}
	return Verdict{State: Proved}, false
}
