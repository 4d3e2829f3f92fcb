package html

import (
	"strconv"
	"strings"

	"almoner/reports/document"
)

// ids gives each anchor of a document one name on the page, and each mark of a note one, so that the note can lead back to the first.
type ids struct {
	names  map[string]string // by anchor
	taken  map[string]bool
	placed map[string]bool   // anchors whose element stands on the page
	marks  map[string]string // by anchor of a note: the name of the first mark that leads to it
}

func newIDs(doc document.Document) *ids {
	i := &ids{names: map[string]string{}, taken: map[string]bool{"content": true}, placed: map[string]bool{}, marks: map[string]string{}}
	for _, anchor := range document.Anchors(doc) { // a link to one that is not there becomes plain words
		i.name(anchor)
	}
	return i
}

// name makes a name of letters, digits and hyphens out of an anchor, another than that of every other anchor.
func (i *ids) name(anchor string) {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, anchor)
	i.names[anchor] = i.free("a-" + name)
}

// free is a name that is not taken, and takes it.
func (i *ids) free(name string) string {
	try := name
	for n := 2; i.taken[try]; n++ {
		try = name + "-" + strconv.Itoa(n)
	}
	i.taken[try] = true
	return try
}

// at is the attribute that names the element of an anchor: of the first of two of the same.
func (i *ids) at(anchor string) string {
	name := i.names[anchor]
	if name == "" || i.placed[anchor] {
		return ""
	}
	i.placed[anchor] = true
	return ` id="` + name + `"`
}

// to is the name that links to an anchor lead to; empty where there is none.
func (i *ids) to(anchor string) string { return i.names[anchor] }

// mark is the attribute that names the first mark of a note.
func (i *ids) mark(anchor string) string {
	if i.marks[anchor] != "" {
		return ""
	}
	name := i.free("m-" + strings.TrimPrefix(i.to(anchor), "a-"))
	i.marks[anchor] = name
	return ` id="` + name + `"`
}
