package data

import (
	"slices"
	"strconv"
	"strings"
)

// closeness is how near what somebody typed comes to a reference.
type closeness int

const (
	apart     closeness = iota
	contained           // "23/24" in "23/24 – 0017"
	ending              // "0017" of "23/24 – 0017"
	numbered            // "17", by the office's scheme
	whole               // "2324-0017"
)

// ByReference is the record of a kind that bears a reference, in any spelling. If none does, it is those that bear one of that number
// by the office's scheme ("17" or "23/24 17" for "23/24 – 0017"), or else whose reference ends with what was typed, or else contains
// it, or else the record of that title or subject. It returns all that come equally close.
func (reg *Register) ByReference(kind Kind, text string) []Record {
	if found, near := reg.closest(kind, text); near > apart {
		return found
	}
	var found []Record
	title := Fold(trimSpace(text))
	for _, rec := range reg.Records(kind) {
		if title != "" && (Fold(rec.Label()) == title || Fold(titleOf(rec)) == title) {
			found = append(found, rec)
		}
	}
	return found
}

// titleOf is what a record is about, where people call it by its reference.
func titleOf(rec Record) string {
	switch r := rec.(type) {
	case *FOIRequest:
		return r.Subject
	case *Decision:
		return r.Title
	default:
		return rec.Label()
	}
}

// FindReference is the records of all kinds whose references come closest to what was typed, as ByReference finds them.
func (reg *Register) FindReference(text string) []Record {
	var all []Record
	best := apart
	for _, kind := range Kinds() {
		found, near := reg.closest(kind, text)
		if near > best {
			all, best = nil, near
		}
		if near == best && near > apart {
			all = append(all, found...)
		}
	}
	return all
}

// closest is the records of a kind whose references come closest to what was typed.
func (reg *Register) closest(kind Kind, text string) (found []Record, best closeness) {
	typed := typedOf(text)
	if typed.key == "" {
		return nil, apart
	}
	var scheme *Scheme
	if s, err := reg.Details().Scheme(kind); err == nil {
		scheme = &s
	}
	for _, rec := range reg.Records(kind) {
		near := apart
		for _, ref := range referencesOf(rec) {
			near = max(near, typed.closeness(ref, scheme))
		}
		if near > best {
			found, best = nil, near
		}
		if near == best && near > apart {
			found = append(found, rec)
		}
	}
	return found, best
}

// typed is what somebody typed to find a reference, or a part of one.
type typed struct {
	key     string
	digits  []string // runs of them
	letters []string // runs of them
}

func typedOf(text string) typed {
	digits, letters := spelled(text).runs()
	return typed{Reference(text).Key(), digits, letters}
}

func (t typed) closeness(ref Reference, scheme *Scheme) closeness {
	key := ref.Key()
	if key == t.key {
		return whole
	}
	if len(t.digits) == 0 || slices.ContainsFunc(t.letters, func(word string) bool { return !strings.Contains(key, word) }) {
		return apart
	}
	if scheme != nil {
		if r, ok := scheme.read(spelled(string(ref))); ok && t.names(r) {
			return numbered
		}
	}
	return t.within(ref)
}

// names reports whether one of the runs of digits is the number of a reference, with or without its zeros, and the others stand on
// either side of it there.
func (t typed) names(r reading) bool {
	for i, run := range t.digits {
		n, err := strconv.Atoi(run)
		if err == nil && n == r.number && strings.HasSuffix(r.before, strings.Join(t.digits[:i], "")) &&
			strings.HasPrefix(r.after, strings.Join(t.digits[i+1:], "")) {
			return true
		}
	}
	return false
}

// within looks for the digits among those of a reference. They have to begin where a number of it does, so that 1 is not found in
// 25-011, nor 42 between the halves of 24/25.
func (t typed) within(ref Reference) closeness {
	digits := strings.Join(t.digits, "")
	runs, _ := spelled(string(ref)).runs()
	near := apart
	for i, run := range runs {
		rest := strings.Join(runs[i:], "")
		for _, tail := range []string{rest, rest[len(run)-len(strings.TrimLeft(run, "0")):]} {
			switch {
			case tail == digits:
				return ending
			case strings.HasPrefix(tail, digits):
				near = contained
			}
		}
	}
	return near
}

// referencesOf are the references that a record bears itself, whoever gave them.
func referencesOf(rec Record) []Reference {
	switch r := rec.(type) {
	case Numbered:
		own, others := r.Bears()
		return append([]Reference{*own}, others...)
	case *Fund:
		return []Reference{r.FunderReference}
	default:
		return nil
	}
}
