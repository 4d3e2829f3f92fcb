package presence

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// actor is a client whose every step is a step of its own, so that others may look between any two of them.
type actor struct {
	ghost
	late bool // it was killed in the middle of a write, which has not arrived yet
}

// steps are what an actor can do next.
func (a *actor) steps() map[string]func() error {
	f := a.folder
	if a.lock == nil {
		next := map[string]func() error{"lock": func() error {
			a.card.Run = random()
			return a.acquire(context.Background())
		}}
		if a.late && !missing(f.card(a.client)) {
			next["late write"] = func() error { a.late = false; return a.write(false) }
		}
		return next
	}
	crash := func() error { a.late = true; return a.giveUp() }
	if missing(f.card(a.client)) {
		return map[string]func() error{
			"card": func() error { return a.write(true) }, "crash": crash,
			"unlock": func() error {
				l := a.lock
				a.lock = nil
				return f.releaseAndRemove(l, a.client, true)
			},
		}
	}
	return map[string]func() error{
		"renew": func() error { return a.write(false) }, "crash": crash,
		"no card": func() error { return os.Remove(f.card(a.client)) },
	}
}

// TestNoOrderOfHonestStepsIsAnAlarm is the law of the proof, without clocks: clients join, renew, leave and crash step by step, in any
// order, while two others look and watch in between. Nobody ever finds that locks are broken, and whoever is in is seen.
func TestNoOrderOfHonestStepsIsAnAlarm(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp(root, "")
		if err != nil {
			t.Fatal(err)
		}
		f := folderOf(filepath.Join(dir, "Office.almoner"), nil)
		if err := f.make(); err != nil {
			t.Fatal(err)
		}
		var actors []*actor
		for _, name := range []string{"a", "b"} {
			actors = append(actors, &actor{ghost: ghost{member{folder: f, client: name, step: 1, card: card{Name: name}}}})
		}
		looks := []*crowd{newCrowd(f, "", slog.New(slog.DiscardHandler)), newCrowd(f, "", slog.New(slog.DiscardHandler))}
		for range rapid.IntRange(10, 120).Draw(t, "steps") {
			oneStep(t, actors, looks)
			for _, c := range looks {
				if c.broken != nil {
					t.Fatal("a false alarm")
				}
			}
		}
		for _, c := range looks {
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
			wantIn(t, c, actors)
		}
		for _, a := range actors {
			if err := a.giveUp(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func oneStep(t *rapid.T, actors []*actor, looks []*crowd) {
	c := looks[rapid.IntRange(0, len(looks)-1).Draw(t, "who looks")]
	switch rapid.IntRange(0, 5).Draw(t, "what") {
	case 0:
		if _, err := c.look(context.Background(), rapid.Bool().Draw(t, "rung"), rapid.Bool().Draw(t, "thorough")); err != nil {
			t.Fatal(err)
		}
	case 1:
		for range rapid.IntRange(1, restful+1).Draw(t, "times") {
			c.watch(context.Background())
		}
	case 2:
		if err := c.ring(); err != nil {
			t.Fatal(err)
		}
	default:
		a := actors[rapid.IntRange(0, len(actors)-1).Draw(t, "actor")]
		steps := a.steps()
		name := rapid.SampledFrom(sorted(steps)).Draw(t, "step")
		if err := steps[name](); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("%s of %s: %v", name, a.client, err)
		}
	}
}

func sorted(steps map[string]func() error) []string {
	var all []string
	for _, name := range []string{"lock", "late write", "card", "renew", "no card", "unlock", "crash"} {
		if steps[name] != nil {
			all = append(all, name)
		}
	}
	return all
}

func wantIn(t *rapid.T, c *crowd, actors []*actor) {
	want := ""
	for _, a := range actors {
		if a.lock != nil && !missing(a.folder.card(a.client)) {
			if a.own() != lockHeld {
				t.Fatalf("%s lost its lock", a.client)
			}
			if want != "" {
				want += " "
			}
			want += a.client
		}
	}
	if got := names(c.others()); got != want {
		t.Fatalf("%q are seen, %q are in", got, want)
	}
}
