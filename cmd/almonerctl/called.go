package main

import (
	"fmt"
	"strings"

	"almoner/data"
)

// mostNamed is how many records a sentence names when one was meant.
const mostNamed = 8

// recordCalled is the one record that somebody means by a reference or a title, of a kind if one is given.
func recordCalled(reg *data.Register, text, kindWord string) (data.Record, error) {
	kind, what := data.AnyKind, "record"
	if kindWord != "" {
		var err error
		if kind, err = kindNamed(kindWord); err != nil {
			return nil, err
		}
		what = kind.Label()
	}
	found := reg.Called(kind, text)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, notFound("No %s is called “%s”. almonerctl find OFFICE TEXT looks for words in every record.", what, text)
	default:
		return nil, notFound("%s are called “%s”: %s. Give the reference or the ID of the one that you mean.", counted(len(found), what, kind.Plural()), text, choices(found))
	}
}

// choices tells records apart: by kind, reference and ID.
func choices(found []data.Record) string {
	var names []string
	for _, rec := range found[:min(len(found), mostNamed)] {
		name := fmt.Sprintf("the %s “%s”", rec.RecordKind().Label(), nameOf(rec))
		if ref := referenceOf(rec); ref != "" {
			name += " " + string(ref)
		}
		names = append(names, name+" ("+string(rec.Stamped().ID)+")")
	}
	if more := len(found) - len(names); more > 0 {
		names = append(names, counted(more, "other", "others"))
	}
	return strings.Join(names, "; ")
}
