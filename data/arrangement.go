package data

import "slices"

// arrangement puts the items of a merged list in order. Items that all three lists have are its frame; those that came stand in
// the gaps of the frame, each after the item of the frame after which somebody put it.
type arrangement struct {
	base, mine, theirs []string // the frame, in each one's order
	came               [2][]string
	after              [2]map[string]string // by an item that came: the item of the frame before it, "" at the start
}

// newArrangement is of three lists without the items that went; no list has an item twice.
func newArrangement(base, mine, theirs []string) arrangement {
	frame := func(list []string) []string {
		return without(list, func(item string) bool {
			return !slices.Contains(base, item) || !slices.Contains(mine, item) || !slices.Contains(theirs, item)
		})
	}
	a := arrangement{base: frame(base), mine: frame(mine), theirs: frame(theirs)}
	for side, list := range [][]string{mine, theirs} {
		a.after[side] = map[string]string{}
		last := ""
		for _, item := range list {
			if slices.Contains(a.base, item) {
				last = item
				continue
			}
			a.came[side] = append(a.came[side], item)
			a.after[side][item] = last
		}
	}
	return a
}

// agreed is the order of the frame that both can have: that of the one who moved something, if only one did.
func (a arrangement) agreed() ([]string, bool) {
	switch {
	case slices.Equal(a.mine, a.theirs), slices.Equal(a.mine, a.base):
		return a.theirs, true
	case slices.Equal(a.theirs, a.base):
		return a.mine, true
	default:
		return nil, false
	}
}

// arrange is all items, with the frame in the given order.
func (a arrangement) arrange(frame []string) []string {
	at := func(side int, item string) int { return slices.Index(frame, a.after[side][item]) } // -1 at the start
	gap := func(side, n int) []string {
		return without(a.came[side], func(item string) bool {
			own := at(side, item)
			if _, both := a.after[1-side][item]; both { // where either put it first
				own = min(own, at(1-side, item))
				return own != n || at(side, item) != n
			}
			return own != n
		})
	}
	all := make([]string, 0, len(frame)+len(a.came[0])+len(a.came[1]))
	for n := -1; n < len(frame); n++ {
		if n >= 0 {
			all = append(all, frame[n])
		}
		all = append(all, join(gap(0, n), gap(1, n))...)
	}
	return all
}

// join is the items that two people put in one place. Each one's stay together and in order; whose come first does not depend on who
// asks.
func join(a, b []string) []string {
	inB, inA := all(a, b), all(b, a)
	switch {
	case inB && !inA:
		return b
	case inA && !inB:
		return a
	case slices.Compare(b, a) < 0:
		a, b = b, a
	}
	return slices.Concat(a, without(b, func(item string) bool { return slices.Contains(a, item) }))
}

// all reports whether every item of a is in b.
func all(a, b []string) bool {
	return !slices.ContainsFunc(a, func(item string) bool { return !slices.Contains(b, item) })
}
