package presence

import (
	"context"
	"fmt"
)

// Look says who has an office open and whether locks are honoured there, for a program that does not stay: a nightly job, a migration.
// It is one look, unless somebody's lock can be had: then it rings, and watches him for 8 s. The verdict is never Unknown without an
// error. A program that has joined asks its Presence instead.
func Look(ctx context.Context, office string, o Options) (others []Person, v Verdict, err error) {
	o = o.full()
	type found struct {
		others []Person
		v      Verdict
		err    error
	}
	answer := make(chan found, 1)
	go func() { // which ends by itself if the share hangs
		var f found
		f.others, f.v, f.err = look(ctx, newCrowd(folderOf(office, o.locks), "", o.Log), o)
		answer <- f
	}()
	select {
	case f := <-answer:
		others, v, err = f.others, f.v, f.err
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		err = fmt.Errorf("see who has %s open: %w", office, err)
	}
	return others, v, err
}

func look(ctx context.Context, c *crowd, o Options) ([]Person, Verdict, error) {
	if _, err := c.look(ctx, false, false); err != nil {
		return nil, Verdict{}, err
	}
	if c.unasked() {
		if err := c.ring(); err != nil {
			o.Log.Info("The bell could not be rung", "error", err)
		}
	}
	for len(c.suspects()) > 0 && c.broken == nil {
		if !pause(ctx, o.step()) {
			return nil, Verdict{}, ctx.Err()
		}
		c.watch(ctx)
	}
	v, stuck := c.verdict()
	if stuck {
		return c.others(), v, ErrCannotTell
	}
	return c.others(), v, nil
}
