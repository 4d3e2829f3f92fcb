package data

import (
	"encoding/json"
	"slices"
	"strings"
)

// Deletable parts some records into those that can be deleted together and those that have to stay, with why each of these does: others
// point to it, which is an *InUse, or it was issued. Records that point to each other go together.
func (reg *Register) Deletable(recs []Record) (free []Record, stay []Staying) {
	free = slices.Clone(recs)
	for again := true; again; { // what stays keeps what it points to
		again = false
		for _, rec := range slices.Clone(free) {
			if err := reg.keeps(rec, free); err != nil {
				free = slices.DeleteFunc(free, func(other Record) bool { return IDOf(other) == IDOf(rec) })
				stay = append(stay, Staying{rec, err})
				again = true
			}
		}
	}
	return free, stay
}

// Staying is a record that cannot be deleted, and why.
type Staying struct {
	Record Record
	Why    error
}

// keeps is why a record cannot go with some others; nil if it can.
func (reg *Register) keeps(rec Record, going []Record) error {
	by := slices.DeleteFunc(reg.UsedBy(rec), func(other Record) bool {
		return slices.ContainsFunc(going, func(g Record) bool { return IDOf(g) == IDOf(other) })
	})
	if len(by) > 0 {
		return &InUse{Record: rec, By: by}
	}
	return CheckFrozen(rec, nil)
}

// FilesOf are the files that belong to some records, and go with them.
func (reg *Register) FilesOf(recs ...Record) []Record {
	owners := make(map[ID]bool, len(recs))
	for _, rec := range recs {
		owners[rec.Stamped().ID] = true
	}
	var files []Record
	for _, a := range All[*Attachment](reg) {
		if a.Of != "" && owners[a.Of] {
			files = append(files, a)
		}
	}
	return files
}

// DeletableWithFiles is Deletable of records with the files that belong to them. The files of a record that stays do so too, and are not
// among those that are named for it.
func (reg *Register) DeletableWithFiles(recs []Record) (free, files []Record, stay []Staying) {
	all := reg.FilesOf(recs...)
	going, held := reg.Deletable(append(slices.Clone(recs), all...))
	for _, s := range held {
		if _, file := s.Record.(*Attachment); !file {
			stay = append(stay, s)
		}
	}
	for _, rec := range going {
		if _, file := rec.(*Attachment); !file || slices.Contains(recs, rec) {
			free = append(free, rec)
		}
	}
	return free, reg.FilesOf(free...), stay
}

// WithFilesGone parts some deletions into those that a person thinks of and, by the record of each, those that took its files away with it.
func WithFilesGone(deletions []Change) (gone []Change, files map[ID][]Change) {
	type act struct {
		save   string
		record ID
	}
	save := func(c Change) string {
		name, _, _ := strings.Cut(c.Operation, "/")
		return name
	}
	acts := map[act]bool{}
	for _, c := range deletions {
		acts[act{save(c), c.Record}] = true
	}
	files = map[ID][]Change{}
	for _, c := range deletions {
		if owner := c.tookFrom(); c.Kind == KindAttachment && acts[act{save(c), owner}] {
			files[owner] = append(files[owner], c)
			continue
		}
		gone = append(gone, c)
	}
	return gone, files
}

// tookFrom is the record to which a file belonged that a deletion took away.
func (c Change) tookFrom() (owner ID) {
	for _, f := range c.Fields {
		if f.Path == "of" {
			_ = json.Unmarshal(f.Before, &owner) // what is no ID is nobody's
		}
	}
	return owner
}
