package data

// Publication is something that the public has been given: what, where, and when.
type Publication struct {
	Stamp

	What        ID     `json:"what,omitempty"` // the record that was published
	Title       string `json:"title,omitempty"`
	Where       string `json:"where,omitempty"` // "Website, decisions log"
	URL         string `json:"url,omitempty"`
	PublishedOn Date   `json:"published_on,omitzero"`
	WithdrawnOn Date   `json:"withdrawn_on,omitzero"`
}

// PublicationOf is the publication of a record of the office: the one that is put down already and was not withdrawn, in a copy, or a new
// one, which mostly goes where the last one of its kind went.
func PublicationOf(reg *Register, what Record) *Publication {
	p := &Publication{Stamp: Stamp{ID: NewID()}, What: what.Stamped().ID}
	var last *Publication
	for _, other := range All[*Publication](reg) {
		if other.What == p.What && other.WithdrawnOn.IsZero() {
			return Clone(other)
		}
		rec, held := reg.Find(AnyKind, other.What)
		if held && rec.RecordKind() == what.RecordKind() && (last == nil || last.PublishedOn.Before(other.PublishedOn)) {
			last = other
		}
	}
	if last != nil {
		p.Where = last.Where
	}
	return p
}

// RecordKind is KindPublication.
func (*Publication) RecordKind() Kind { return KindPublication }

// Label is the title, or where it was published.
func (p *Publication) Label() string {
	switch {
	case p.Title != "":
		return p.Title
	case p.URL != "":
		return p.URL
	default:
		return p.Where
	}
}

// Problems are what keeps the publication from being saved.
func (p *Publication) Problems() Problems {
	var ps Problems
	if p.What == "" && trimSpace(p.Title) == "" {
		ps.add("what", "What was published? Choose the record, or write a title.")
	}
	ps.period("withdrawn_on", p.PublishedOn, p.WithdrawnOn, "The publication")
	return ps
}

func (p *Publication) references(visit func(string, Kind, *ID)) { visit("what", AnyKind, &p.What) }
