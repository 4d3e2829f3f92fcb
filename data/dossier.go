package data

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"time"
)

// Dossier is everything that an office holds on one person, as the person may ask for it (UK GDPR, article 15).
type Dossier struct {
	Name string `json:"name"`
	// Held are the records and rows that are the person’s: as contact, staff, applicant, attendee.
	Held []HeldRecord `json:"held"`
	// Named are the fields of other records that name the person’s own.
	Named []PersonMention `json:"named"`
	// Mentioned is where the name stands in the texts of records.
	Mentioned []PersonMention `json:"mentioned"`
	// Possible is where it may be this person, or somebody else of the surname: a person has to read those.
	Possible []PersonMention `json:"possible"`
	// Changes are those to the person’s own records, and those that name the person.
	Changes []HeldChange `json:"changes"`
	Made    MadeChanges  `json:"made"`
	// Unread is how many files lie in the office, whose contents were not looked through.
	Unread int `json:"unread_files"`
}

// HeldRecord is a record, or a row in one, that is the person’s.
type HeldRecord struct {
	Kind   Kind        `json:"kind"`
	Record ID          `json:"record"`
	As     string      `json:"as"` // “Contact”, “Applicant of FOI/25-001”
	Fields []HeldField `json:"fields"`
	Why    string      `json:"why"` // on which basis, from whom, until when
}

// HeldField is one field of it in words.
type HeldField struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// HeldChange is an entry of the change list that concerns the person.
type HeldChange struct {
	Sequence int64     `json:"sequence"`
	When     time.Time `json:"when"`
	Who      string    `json:"who"`
	Record   RecordID  `json:"-"`
	What     string    `json:"what"` // the record
	Lines    []string  `json:"lines"`
}

// MadeChanges are the changes that the person made as a user of the program.
type MadeChanges struct {
	Count int       `json:"count"`
	First time.Time `json:"first,omitzero"`
	Last  time.Time `json:"last,omitzero"`
}

// Empty reports whether the office holds nothing on the person. What may be somebody else does not count.
func (d Dossier) Empty() bool {
	return len(d.Held)+len(d.Named)+len(d.Mentioned)+len(d.Changes)+d.Made.Count == 0
}

// HeldOn gathers everything held on one person: from the register, and from the changes that Office.Mentions found.
func HeldOn(reg *Register, changes []Change, name string) (Dossier, error) {
	s, err := learnt(reg, changes, name)
	if err != nil {
		return Dossier{}, err
	}
	d := Dossier{
		Name: s.name, Held: []HeldRecord{}, Named: []PersonMention{}, Mentioned: []PersonMention{}, Possible: []PersonMention{}, Changes: []HeldChange{},
		Unread: reg.Count(KindAttachment),
	}
	for _, kind := range Kinds() {
		for _, rec := range reg.Records(kind) {
			d.record(reg, s, rec)
		}
	}
	for _, c := range changes {
		d.change(reg, s, c)
	}
	return d, nil
}

// learnt is the person of a name, as the register and the changes that concern the person know that person.
func learnt(reg *Register, changes []Change, name string) (*Subject, error) {
	s, err := NewSubject(name)
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		s.Follow(c)
	}
	s.Learn(reg)
	return s, nil
}

// record takes in what a record says of the person.
func (d *Dossier) record(reg *Register, s *Subject, rec Record) {
	if s.Holds(rec) {
		d.Held = append(d.Held, heldRecord(reg, rec))
		_, from := reg.Links(rec)
		for _, l := range from {
			d.Named = append(d.Named, PersonMention{Kind: l.Record.RecordKind(), Record: l.Record.Stamped().ID, Label: l.Record.Label(), Field: l.Field})
		}
		return
	}
	walk := rewriting{
		whole: func(path string, v reflect.Value) bool {
			if s.isRow(v) {
				d.Held = append(d.Held, heldRow(reg, rec, path, v))
				return true
			}
			return false
		},
		text: func(path, words string, _ bool) string {
			sure, possible := s.in(rec.Stamped().ID, words)
			for _, at := range sure {
				d.Mentioned = append(d.Mentioned, mentionOf(rec, path, words, at))
			}
			for _, at := range possible {
				d.Possible = append(d.Possible, mentionOf(rec, path, words, at))
			}
			return words
		},
	}
	walk.record(rec)
}

func heldRecord(reg *Register, rec Record) HeldRecord {
	h := HeldRecord{Kind: rec.RecordKind(), Record: rec.Stamped().ID, As: UpperInitial(rec.RecordKind().Label()), Fields: heldFields("", reg.Describe(rec, true))}
	c, ok := rec.(*Contact)
	if !ok {
		h.Why = "As one who works, or worked, for the office."
		return h
	}
	var why []string
	for _, w := range []struct{ label, text string }{
		{"Lawful basis", c.LawfulBasis}, {"Source", c.Source}, {"Last confirmed", c.LastConfirmed.Long()}, {"Kept until", c.KeepUntil.Long()},
	} {
		if w.text == "" {
			w.text = "not put down"
		}
		why = append(why, w.label+": "+w.text)
	}
	h.Why = strings.Join(why, "; ") + "."
	return h
}

func heldRow(reg *Register, rec Record, path string, v reflect.Value) HeldRecord {
	list, _, _ := strings.Cut(path, "/")
	w := wording{reg: reg, kind: rec.RecordKind()}
	h := HeldRecord{
		Kind: rec.RecordKind(), Record: rec.Stamped().ID, As: "Applicant of " + rec.Label(),
		Fields: heldFields("", w.fields(list, v, func(string) bool { return true })),
		Why:    "To answer the request, which the law obliges the office to do.",
	}
	if list == "attendees" {
		h.As, h.Why = "On the list of the training event “"+rec.Label()+"”", "To arrange the event."
	}
	return h
}

// heldFields are fields one after the other, those of rows with the name of their list before them.
func heldFields(of string, fields []FieldText) []HeldField {
	var all []HeldField
	for _, f := range fields {
		if f.Text != "" {
			all = append(all, HeldField{of + f.Label, f.Text})
		}
		for _, row := range f.Rows {
			all = append(all, heldFields(f.Label+", ", row)...)
		}
	}
	return all
}

func (d *Dossier) change(reg *Register, s *Subject, c Change) {
	if s.Is(c.Who) {
		d.Made.Count++
		if d.Made.First.IsZero() || c.When.Before(d.Made.First) {
			d.Made.First = c.When
		}
		if c.When.After(d.Made.Last) {
			d.Made.Last = c.When
		}
	}
	if c.Action == Erased {
		return
	}
	h := HeldChange{Sequence: c.Sequence, When: c.When, Who: c.Who, Record: RecordID{Kind: c.Kind, ID: c.Record}, What: fmt.Sprintf("%s “%s”", c.Kind.Label(), c.Label)}
	if s.own[c.Record] {
		h.Lines = reg.Sentences(c)
	} else {
		for _, f := range c.Fields {
			if said := s.inField(c, f); said != "" {
				h.Lines = append(h.Lines, FieldLabel(c.Kind, f.Path)+": “"+said+"”")
			}
		}
		if len(h.Lines) == 0 && s.namedIn(c.Record, c.Label) {
			h.Lines = []string{"The name of the record"}
		}
	}
	if len(h.Lines) > 0 {
		h.Lines = slices.Compact(h.Lines)
		d.Changes = append(d.Changes, h)
	}
}

// DossierPart is a part of a dossier as people read it: on a page, in a file, on paper.
type DossierPart struct {
	Heading string
	About   RecordID // the record that the part is of; none if it is of no single one
	Lines   []DossierLine
	Words   string // a paragraph after the lines; it may be empty
}

// DossierLine is one line of a part.
type DossierLine struct {
	Words string
	About RecordID // the record that the line is about; none if that of the part
	Under []string // lines of their own below it
}

// Parts are the dossier in words. A dossier of nothing has one part, which says so.
func (d Dossier) Parts() []DossierPart {
	var parts []DossierPart
	if d.Empty() {
		parts = append(parts, DossierPart{Words: "The office holds nothing on a person of that name."})
	}
	for _, h := range d.Held {
		part := DossierPart{Heading: h.As, About: RecordID{Kind: h.Kind, ID: h.Record}, Words: "Why it is held. " + h.Why}
		for _, f := range h.Fields {
			part.Lines = append(part.Lines, DossierLine{Words: f.Label + ": " + f.Text})
		}
		parts = append(parts, part)
	}
	parts = append(parts, mentionParts("Where the office’s records name that record", d.Named)...)
	parts = append(parts, mentionParts("Where the name stands in other records", d.Mentioned)...)
	parts = append(parts, mentionParts("Where it may be this person, or another of the surname", d.Possible)...)
	if len(d.Changes) > 0 {
		part := DossierPart{Heading: "What was changed, and when"}
		for _, c := range d.Changes {
			line := fmt.Sprintf("%s, by %s: %s", c.When.Local().Format("2 January 2006, 15:04"), c.Who, c.What)
			part.Lines = append(part.Lines, DossierLine{Words: line, About: c.Record, Under: c.Lines})
		}
		parts = append(parts, part)
	}
	if d.Made.Count > 0 {
		parts = append(parts, DossierPart{Heading: "As a user of the program", Words: fmt.Sprintf(
			"The name stands as who made %s of the change list, from %s to %s: the office has to show who did what with public money.",
			countOf(d.Made.Count, "entry", "entries"), d.Made.First.Local().Format("2 January 2006"), d.Made.Last.Local().Format("2 January 2006"))})
	}
	if d.Unread > 0 {
		parts = append(parts, DossierPart{Heading: "What was not looked through", Words: "The contents of " + countOf(d.Unread, "file", "files") +
			" inside the office. Open those that belong to the records above. Backups and printed papers hold what they held when they were made."})
	}
	return parts
}

// mentionParts are the part of some mentions; none if there are none.
func mentionParts(heading string, found []PersonMention) []DossierPart {
	if len(found) == 0 {
		return nil
	}
	part := DossierPart{Heading: heading}
	for _, m := range found {
		part.Lines = append(part.Lines, DossierLine{Words: m.String(), About: RecordID{Kind: m.Kind, ID: m.Record}})
	}
	return []DossierPart{part}
}

// Title is what a dossier is called: "What the office holds on Ann Gray".
func (d Dossier) Title() string { return "What the office holds on " + d.Name }

// Write writes the dossier as Markdown, which reads well as it is.
func (d Dossier) Write(w io.Writer) error {
	if err := WriteDossierParts(w, d.Title(), d.Parts()); err != nil {
		return fmt.Errorf("write what is held on a person: %w", err)
	}
	return nil
}

// WriteDossierParts writes parts under a title as Markdown.
func WriteDossierParts(w io.Writer, title string, parts []DossierPart) error {
	p := &dossierPage{}
	p.heading(1, title)
	for _, part := range parts {
		if part.Heading != "" {
			p.heading(2, part.Heading)
		}
		for _, l := range part.Lines {
			p.line("- " + plainMarkdown(l.Words))
			for _, under := range l.Under {
				p.line("  - " + plainMarkdown(under))
			}
		}
		if part.Words != "" {
			p.line("\n" + plainMarkdown(part.Words))
		}
	}
	_, err := io.WriteString(w, strings.ReplaceAll(p.String(), "\n\n\n", "\n\n"))
	return err
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// dossierPage is the Markdown of a dossier.
type dossierPage struct{ strings.Builder }

func (p *dossierPage) heading(level int, text string) {
	if p.Len() > 0 {
		p.line("")
	}
	p.line(strings.Repeat("#", level) + " " + plainMarkdown(text))
	p.line("")
}

func (p *dossierPage) line(text string) { p.WriteString(text + "\n") }

// plainMarkdown is words of records on one line, of which nothing is taken for a mark.
func plainMarkdown(text string) string {
	return marks.Replace(strings.Join(strings.Fields(text), " "))
}

var marks = strings.NewReplacer(`\`, `\\`, "*", `\*`, "`", "\\`", "<", `\<`, "[", `\[`, "#", `\#`, "|", `\|`)
