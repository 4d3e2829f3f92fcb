package data

import "slices"

// Called is the records that somebody means by a reference, a title, a name or an ID: of one kind, or of all if kind is AnyKind. A
// reference counts before a name, a whole name before one that begins with what was typed, and that before one that holds it. It
// returns all that come equally close.
func (reg *Register) Called(kind Kind, text string) []Record {
	if rec, ok := reg.Find(kind, ID(trimSpace(text))); ok {
		return []Record{rec}
	}
	var found []Record
	for _, rec := range reg.FindReference(text) {
		if kind.Includes(rec.RecordKind()) {
			found = append(found, rec)
		}
	}
	if kind != AnyKind && len(found) == 0 {
		found, _ = reg.closest(kind, text)
	}
	if len(found) > 0 {
		return found
	}
	name := Fold(trimSpace(text))
	if name == "" {
		return nil
	}
	var whole, begins, holds []Record
	s := search{reg: reg, whole: name, words: searchWords(text)}
	for _, e := range reg.index().order {
		if !kind.Includes(e.rec.RecordKind()) {
			continue
		}
		switch near := s.nearness(e); {
		case slices.ContainsFunc(titlesOf(e.rec), func(title string) bool { return Fold(trimSpace(title)) == name }):
			whole = append(whole, e.rec)
		case near == titleBegins:
			begins = append(begins, e.rec)
		case near == titleHolds:
			holds = append(holds, e.rec)
		}
	}
	for _, some := range [][]Record{whole, begins} {
		if len(some) > 0 {
			return some
		}
	}
	return holds
}
