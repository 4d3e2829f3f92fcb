package sqlite

import "almoner/data"

// soleWords is which record of a kind has each of the words that only one may have, such as a reference. It is made at the first save
// of the kind and kept up to date with the register, for going over all records at each save would be most of its cost.
type soleWords struct {
	by map[string]data.ID
	of map[data.ID]string
}

func (o *Office) soleOf(s shelf) *soleWords {
	if found, ok := o.sole[s.kind()]; ok {
		return found
	}
	w := &soleWords{by: map[string]data.ID{}, of: map[data.ID]string{}}
	for _, rec := range o.register.Records(s.kind()) {
		w.put(s, rec)
	}
	if o.sole == nil {
		o.sole = map[data.Kind]*soleWords{}
	}
	o.sole[s.kind()] = w
	return w
}

func (w *soleWords) put(s shelf, rec data.Record) {
	id := rec.Stamped().ID
	w.remove(id)
	if word, _, _ := s.unique(rec); word != "" {
		w.by[word], w.of[id] = id, word
	}
}

func (w *soleWords) remove(id data.ID) {
	if word, ok := w.of[id]; ok && w.by[word] == id {
		delete(w.by, word)
	}
	delete(w.of, id)
}

// put takes records into the register, and others out of it.
func (o *Office) put(recs []data.Record, gone []key) {
	for _, k := range gone {
		o.register.Remove(k.kind, k.id)
		if w, ok := o.sole[k.kind]; ok {
			w.remove(k.id)
		}
	}
	o.register.Put(recs...)
	if o.changed != nil {
		o.changed(recs, gone)
	}
	for _, s := range shelves {
		w, ok := o.sole[s.kind()]
		if !ok {
			continue
		}
		for _, rec := range recs {
			if rec.RecordKind() == s.kind() {
				w.put(s, rec)
			}
		}
	}
}
