package data

import (
	"strings"
)

// Link is a field of one record that names another.
type Link struct {
	Field  string // in its words: "Recipient", "Fund"
	Record Record // at the other end
	Times  int    // in how many places of that field; an award of each year may name one fund
}

// Links are the records that rec names, and those that name it, each once for a field, in the order of the fields and of the kinds. A
// record that names itself is not among them.
func (reg *Register) Links(rec Record) (to, from []Link) {
	ix := reg.index()
	e := ix.entries[rec]
	if e == nil { // an edit of it, or one that is not saved
		e = (*index)(nil).entry(rec)
	}
	var names, namedBy linking
	for _, p := range e.pointers {
		if other, ok := reg.Find(p.kind, p.id); ok && p.id != rec.Stamped().ID {
			names.add(rec.RecordKind(), p.field, other)
		}
	}
	for _, p := range ix.from[rec.Stamped().ID] {
		if named, _ := reg.Find(p.kind, p.id); named != nil && named.RecordKind() == rec.RecordKind() && p.rec.Stamped().ID != rec.Stamped().ID {
			namedBy.add(p.rec.RecordKind(), p.field, p.rec)
		}
	}
	return names.links, namedBy.links
}

// linking gathers links, those of one field to one record once.
type linking struct {
	links []Link
	at    map[linkKey]int
}

type linkKey struct {
	field string
	other Record
}

func (l *linking) add(kind Kind, field string, other Record) {
	k := linkKey{linkLabel(kind, field), other}
	if i, ok := l.at[k]; ok {
		l.links[i].Times++
		return
	}
	if l.at == nil {
		l.at = map[linkKey]int{}
	}
	l.at[k] = len(l.links)
	l.links = append(l.links, Link{k.field, other, 1})
}

// linkLabel is what people call a field that names a record; of one in a list of rows, the field with its list: "Fund (Awards)".
func linkLabel(kind Kind, field string) string {
	path := fieldPath(field)
	label := FieldLabel(kind, path)
	if list, _, inRows := strings.Cut(path, "/"); inRows && strings.Count(path, "/") > 1 {
		return label + " (" + lowerInitial(FieldLabel(kind, list)) + ")"
	}
	return label
}
