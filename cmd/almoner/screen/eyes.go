package screen

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"almoner/ui/inspect/tree"
)

// Tree is what is visible now.
func (p *Program) Tree() tree.Window {
	p.t.Helper()
	w, err := p.tree(p.t.Context())
	if err != nil {
		p.t.Fatalf("%v", err)
	}
	return w
}

// Title is what the window's bar says.
func (p *Program) Title() string {
	p.t.Helper()
	return p.Tree().Title
}

// WaitFor looks until what is visible is as it should be. The sentence says what
// is waited for: "the totals of four grants".
func (p *Program) WaitFor(what string, ok func(tree.Window) bool) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	err := until(ctx, p.process, func() (bool, error) {
		w, err := p.tree(ctx)
		return err == nil && ok(w), err
	})
	if err != nil {
		p.t.Fatalf("wait for %s: %v", what, err)
	}
}

// Find waits for the node and returns it.
func (p *Program) Find(m ...Match) tree.Node {
	p.t.Helper()
	var n tree.Node
	p.WaitFor(describe(m), func(w tree.Window) (ok bool) {
		n, ok = find(w, m)
		return ok
	})
	return n
}

// Count is how many nodes match now.
func (p *Program) Count(m ...Match) int {
	p.t.Helper()
	count := 0
	for _, n := range p.Tree().Nodes {
		if matches(n, m) {
			count++
		}
	}
	return count
}

// WaitGone waits until no node matches.
func (p *Program) WaitGone(m ...Match) {
	p.t.Helper()
	p.WaitFor("no longer "+describe(m), func(w tree.Window) bool {
		_, there := find(w, m)
		return !there
	})
}

// Texts are all the words that are visible, a line for each node that has any.
func (p *Program) Texts() string {
	p.t.Helper()
	var lines []string
	for _, n := range p.Tree().Nodes {
		if n.Text != "" {
			lines = append(lines, n.Text)
		}
	}
	return strings.Join(lines, "\n")
}

// Settle waits until nothing moves any more: two equal looks, a few frames apart.
// What is still to come after a pause of the program's own (a search that waits
// for the typing to stop) it cannot know; wait for that with WaitFor. A program
// that has ended has settled.
func (p *Program) Settle() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	tick := time.NewTicker(pause)
	defer tick.Stop()
	var before tree.Window
	for {
		now, err := p.tree(ctx)
		if !p.Running() {
			return
		}
		switch {
		case ctx.Err() != nil:
			p.t.Fatalf("wait until nothing moves: %v", ctx.Err())
		case err == nil && len(now.Nodes) > 0 && reflect.DeepEqual(before, now):
			return
		}
		before = now
		select {
		case <-tick.C:
		case <-ctx.Done():
		}
	}
}

// still finds the node and waits until it is where it was a moment ago, so that a
// click does not miss what is still sliding into place.
func (p *Program) still(m []Match) tree.Node {
	p.t.Helper()
	var last tree.Node
	p.WaitFor(describe(m), func(w tree.Window) bool {
		n, ok := find(w, m)
		same := ok && n == last
		last = n
		return same
	})
	return last
}

// Screenshot keeps a picture of the screen in the artifact folder and returns its path.
func (p *Program) Screenshot(name string) string {
	p.t.Helper()
	file := filepath.Join(Artifacts(), name+".png")
	if err := p.display.Screenshot(p.t.Context(), file); err != nil {
		p.t.Fatalf("%v", err)
	}
	return file
}

// Picture is what the window shows, in whose pixels the nodes lie.
func (p *Program) Picture() image.Image {
	p.t.Helper()
	content, err := p.display.capture(p.t.Context(), p.window)
	if err != nil {
		p.t.Fatalf("%v", err)
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		p.t.Fatalf("%v", err)
	}
	return picture
}
