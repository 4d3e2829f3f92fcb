package data

import (
	"encoding/json"
	"reflect"
	"strings"
)

// Sides are what two people made of one place in a record, in words, for whoever has to choose.
type Sides struct {
	Label  string // what the place is called
	Mine   string
	Theirs string
	// Both is both texts one after the other, as the portable form writes them; nil where that makes no sense.
	Both json.RawMessage
}

// Sides puts a clash into words.
func (reg *Register) Sides(kind Kind, record ID, c Clash) Sides {
	w := wording{reg: reg, kind: kind}
	if rec, ok := reg.Find(kind, record); ok {
		w.now = reflect.ValueOf(rec).Elem()
	}
	parts := strings.Split(c.Path, "/")
	s := Sides{Label: FieldLabel(kind, c.Path) + w.of(parts)}
	if parts[len(parts)-1] == orderKey {
		s.Label, s.Mine, s.Theirs = FieldLabel(kind, strings.TrimSuffix(c.Path, "/"+orderKey))+", the order of the rows", "As I put them", "As they put them"
		return s
	}
	t := typeAt(kind, parts)
	s.Mine, s.Theirs = w.side(parts, t, c.Mine), w.side(parts, t, c.Theirs)
	if t != nil && t.Kind() == reflect.String && string(c.Mine) != "null" && string(c.Theirs) != "null" && (isLong(s.Mine) || isLong(s.Theirs)) {
		var mine, theirs string
		if json.Unmarshal(c.Mine, &mine) == nil && json.Unmarshal(c.Theirs, &theirs) == nil {
			if both, err := json.Marshal(theirs + "\n\n" + mine); err == nil {
				s.Both = both
			}
		}
	}
	return s
}

// side is one side of a clash.
func (w wording) side(parts []string, t reflect.Type, value json.RawMessage) string {
	if t == nil {
		return "something that this version of Almoner does not know"
	}
	isRow := len(parts)%2 == 0 && t.Kind() == reflect.Struct
	if string(value) == "null" {
		if isRow {
			return "taken out"
		}
		return "nothing"
	}
	v := reflect.New(t).Elem()
	if decode(v, value) != nil {
		return string(value)
	}
	if isRow {
		if text := strings.TrimSpace(w.rowText(v)); text != "" {
			return text
		}
		return w.parts(v)
	}
	if text := w.text(v); text != "" {
		return text
	}
	if empty(v) {
		return "nothing"
	}
	return "a picture"
}

// Resolve is both edits of a conflict together, with each clash as somebody has chosen: the value that is to stand at its path. What is
// not chosen is as Theirs has it.
func (c *Conflict) Resolve(chosen map[string]json.RawMessage) (Record, error) {
	mine := &Conflict{Merged: c.Merged}
	for _, clash := range c.Clashes {
		if value, ok := chosen[clash.Path]; ok {
			clash.Mine = value
			mine.Clashes = append(mine.Clashes, clash)
		}
	}
	return mine.WithMine()
}
