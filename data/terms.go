package data

import (
	"fmt"
	"strings"
)

// terms is a closed list of words, each with the label that people read.
type terms[T ~string] []term[T]

type term[T ~string] struct {
	value T
	label string
}

func (ts terms[T]) values() []T {
	all := make([]T, len(ts))
	for i, t := range ts {
		all[i] = t.value
	}
	return all
}

// label is what people read for v; a word that is not on the list, which only a damaged file can hold, is shown as it is.
func (ts terms[T]) label(v T) string {
	for _, t := range ts {
		if t.value == v {
			return t.label
		}
	}
	return string(v)
}

func (ts terms[T]) has(v T) bool {
	for _, t := range ts {
		if t.value == v {
			return true
		}
	}
	return false
}

// unmarshal reads text into v, or says which words there are. An empty text leaves v empty.
func (ts terms[T]) unmarshal(v *T, text []byte, what string) error {
	if word := T(text); word == "" || ts.has(word) {
		*v = word
		return nil
	}
	words := make([]string, 0, len(ts))
	for _, t := range ts {
		if t.value != "" {
			words = append(words, string(t.value))
		}
	}
	return fmt.Errorf("%q is not a %s; it is one of %s", text, what, strings.Join(words, ", "))
}
