package portable

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"almoner/data"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Document is a portable document that has been read and found whole.
type Document struct {
	Office  *data.OfficeDetails // nil if the document has none
	entries []entry
}

// Read reads a document. Its errors are *data.Fault: a sentence that says what is wrong and where.
func Read(r io.Reader) (*Document, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read a portable document: %w", err)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	var d document
	if err := data.Unmarshal(text, &d); err != nil {
		return nil, where(text, err)
	}
	switch {
	case d.Almoner == 0:
		return nil, fault(`This is JSON, but not an office in its portable form: it does not begin with {"almoner": 1, …}.`)
	case d.Almoner > format:
		return nil, fault("This document was written by a newer Almoner (form %d, this one reads %d). Update Almoner, then load it.", d.Almoner, format)
	}
	if err := d.keepFiles(); err != nil {
		return nil, err
	}
	doc := &Document{Office: d.Office, entries: d.entries()}
	if err := doc.check(); err != nil {
		return nil, err
	}
	return doc, nil
}

// keepFiles makes files of their own of the contents that papers have beside the labels of their attachments.
func (d *document) keepFiles() error {
	keep := func(rows []data.Enclosure, of data.ID) error {
		for i := range rows {
			e := &rows[i]
			if len(e.Content) == 0 {
				continue
			}
			if e.File != "" {
				return fault("“%s” has the content of a file and also names the file “%s”. Take one of the two out.", e.Label, e.File)
			}
			a, err := data.NewAttachment(e.Label, "", e.Content)
			if err != nil {
				return err
			}
			a.Of, e.File, e.Size, e.Content = of, a.ID, a.Size, nil
			d.Attachments = append(d.Attachments, a)
		}
		return nil
	}
	for _, p := range d.Decisions {
		if p == nil {
			continue // said by check
		}
		if err := keep(p.Attachments, p.ID); err != nil {
			return err
		}
	}
	for _, p := range d.FOIRequests {
		if p == nil {
			continue
		}
		if err := keep(p.Attachments, p.ID); err != nil {
			return err
		}
	}
	for _, p := range d.BoardPapers {
		if p == nil {
			continue
		}
		if err := keep(p.Attachments, p.ID); err != nil {
			return err
		}
	}
	return nil
}

// Len is how many records the document holds, the office's own details apart.
func (d *Document) Len() int { return len(d.entries) }

// check finds records without an id or with one that is taken, and records that are not fit to be saved.
func (d *Document) check() error {
	seen := make(map[data.ID]entry, len(d.entries))
	for _, e := range d.entries {
		if e.rec == nil {
			return fault("%s: a record stands here as null. Take it out, or write it.", e)
		}
		id := e.rec.Stamped().ID
		if other, taken := seen[id]; taken && id != "" {
			return fault("%s: its id “%s” is also that of %s. Each id may stand once.", e, id, other)
		}
		seen[id] = e
		if problems := e.rec.Problems(); len(problems) > 0 {
			return fault("%s, at %s: %s", e, problems[0].Field, problems[0].Sentence)
		}
	}
	return nil
}

// Records are the records made ready for an office: ids made by whoever wrote the document become ids of our own, ids that an
// Almoner wrote stay as they are. What a record points to has to be in the document or in the office.
func (d *Document) Records(office *data.Register) ([]data.Record, error) {
	ids := make(map[data.ID]data.ID, len(d.entries))
	kinds := make(map[data.ID]data.Kind, len(d.entries))
	for _, e := range d.entries {
		s := e.rec.Stamped()
		if _, held := office.Find(e.rec.RecordKind(), s.ID); held {
			return nil, fault("%s is in this office already. Nothing was loaded.", e)
		}
		if s.ID != "" {
			ids[s.ID], kinds[s.ID] = s.ID, e.rec.RecordKind()
		}
		if !s.ID.Ours() {
			ids[s.ID] = data.NewID()
		}
	}
	records := make([]data.Record, 0, len(d.entries))
	for _, e := range d.entries {
		rec := data.Clone(e.rec)
		if err := d.point(e, rec, ids, kinds, office); err != nil {
			return nil, err
		}
		if s := rec.Stamped(); s.ID == "" {
			s.ID = data.NewID()
		} else {
			s.ID = ids[s.ID]
		}
		data.NameRows(rec)
		records = append(records, rec)
	}
	return records, nil
}

// point turns the ids that a record holds into those of the office.
func (d *Document) point(e entry, rec data.Record, ids map[data.ID]data.ID, kinds map[data.ID]data.Kind, office *data.Register) error {
	var err error
	data.EachReference(rec, func(field string, kind data.Kind, id *data.ID) {
		if *id == "" || err != nil {
			return
		}
		is, here := kinds[*id]
		_, held := office.Find(kind, *id)
		switch {
		case here && kind.Includes(is):
			*id = ids[*id]
		case here:
			err = fault("%s, at %s: “%s” is the id of a record of another kind (%s); it should be that of one of the %s.", e, field, *id, is.Label(), kind)
		case !held:
			err = fault("%s, at %s: there is no “%s” among the %s of this document.", e, field, *id, kind)
		}
	})
	return err
}

// String says where a record stands: grants[2] “Outreach worker”.
func (e entry) String() string {
	if e.rec == nil {
		return fmt.Sprintf("%s[%d]", e.kind, e.at)
	}
	return fmt.Sprintf("%s[%d] “%s”", e.kind, e.at, e.rec.Label())
}

func fault(sentence string, args ...any) error {
	return &data.Fault{Sentence: fmt.Sprintf(sentence, args...)}
}

// where says in which line and at which key a document could not be read.
func where(text []byte, err error) error {
	var (
		semantic  *json.SemanticError
		syntactic *jsontext.SyntacticError
	)
	switch {
	case errors.As(err, &semantic):
		line, path := lineOf(text, semantic.ByteOffset), pathOf(semantic.JSONPointer)
		if errors.Is(err, json.ErrUnknownName) {
			return &data.Fault{Sentence: fmt.Sprintf("Line %d: %s is not a key that Almoner knows.", line, path), Cause: err}
		}
		return &data.Fault{Sentence: fmt.Sprintf("Line %d, at %s: %s.", line, path, reason(semantic)), Cause: err}
	case errors.As(err, &syntactic):
		line := lineOf(text, syntactic.ByteOffset)
		if errors.Is(err, jsontext.ErrDuplicateName) {
			return &data.Fault{Sentence: fmt.Sprintf("Line %d: %s stands there twice.", line, pathOf(syntactic.JSONPointer)), Cause: err}
		}
		return &data.Fault{Sentence: fmt.Sprintf("Line %d: this is not JSON (%v).", line, syntactic.Err), Cause: err}
	default:
		return &data.Fault{Sentence: "This is not a document that Almoner can read: " + err.Error() + ".", Cause: err}
	}
}

func reason(err *json.SemanticError) string {
	switch {
	case err.Err != nil:
		return err.Err.Error()
	case err.GoType != nil:
		return fmt.Sprintf("a %s does not belong here", err.JSONKind)
	default:
		return "this value does not belong here"
	}
}

// lineOf is the line, counted from 1, on which an offset lies.
func lineOf(text []byte, offset int64) int {
	offset = min(max(offset, 0), int64(len(text)))
	return 1 + bytes.Count(text[:offset], []byte("\n"))
}

// pathOf writes a JSON pointer as people write it: grants[2].awards[0].amount.
func pathOf(p jsontext.Pointer) string {
	var b strings.Builder
	for token := range p.Tokens() {
		switch {
		case token != "" && strings.Trim(token, "0123456789") == "":
			b.WriteString("[" + token + "]")
		case b.Len() > 0:
			b.WriteString("." + token)
		default:
			b.WriteString(token)
		}
	}
	if b.Len() == 0 {
		return "the start"
	}
	return b.String()
}
