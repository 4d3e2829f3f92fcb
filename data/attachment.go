package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// MaximumAttachment is how large a file inside the office may be, in bytes: 25 MB. Larger ones would make every copy and every
// backup of the office slow for everybody.
const MaximumAttachment = 25 << 20

// Attachment is a file that lies inside the office file: an application, a signed agreement, the printed form of a decision.
type Attachment struct {
	Stamp

	Name      string `json:"name"`            // as the file was called: "Harbour bid.docx"
	Title     string `json:"label,omitempty"` // what papers call it
	MediaType string `json:"media_type,omitempty"`
	Of        ID     `json:"of,omitempty"` // the record that it belongs to
	Size      int64  `json:"size,omitzero"`
	SHA256    string `json:"sha256,omitempty"` // in hexadecimal
	// Content is given when a file is added and when an office is written out. The register leaves it in the office file:
	// Office.Content reads it.
	Content []byte `diff:"-" json:"content,omitempty"`
}

// NewAttachment is a file with its size and its SHA-256. It is refused if it is empty or larger than MaximumAttachment.
func NewAttachment(name, mediaType string, content []byte) (*Attachment, error) {
	if err := Attachable(name, int64(len(content))); err != nil {
		return nil, err
	}
	return &Attachment{
		Stamp: Stamp{ID: NewID()}, Name: name, MediaType: mediaType, Size: int64(len(content)), SHA256: contentHash(content), Content: content,
	}, nil
}

// Attachable says why a file of that size, in bytes, cannot lie inside the office, before anybody reads it; nil if it can.
func Attachable(name string, size int64) error {
	switch {
	case size == 0:
		return &Fault{Sentence: fmt.Sprintf("%s is empty. Choose the file that you meant.", name)}
	case size > MaximumAttachment:
		return &Fault{Sentence: fmt.Sprintf("%s is %s. A file inside the office may be 25 MB at most: keep it in the office's folder and put down where it is.", name, FileSize(size))}
	default:
		return nil
	}
}

func contentHash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// FileSize prints a size as papers do beside a file: "291kB", "1.2MB"; a kilobyte is 1,024 bytes.
func FileSize(size int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case size >= mega:
		return fmt.Sprintf("%.1fMB", float64(size)/mega)
	case size >= kilo:
		return fmt.Sprintf("%dkB", (size+kilo/2)/kilo)
	default:
		return fmt.Sprintf("%d bytes", size)
	}
}

// RecordKind is KindAttachment.
func (*Attachment) RecordKind() Kind { return KindAttachment }

// Label is what papers call the file, or its own name.
func (a *Attachment) Label() string {
	if a.Title != "" {
		return a.Title
	}
	return a.Name
}

// Problems are what keeps the file from being saved.
func (a *Attachment) Problems() Problems {
	var ps Problems
	ps.title("name", a.Name, "The file")
	if a.Content == nil {
		if a.SHA256 == "" {
			ps.add("content", "%s has no content: add the file itself.", a.Name)
		}
		return ps
	}
	if err := Attachable(a.Name, int64(len(a.Content))); err != nil {
		ps.add("content", "%s", Explain(err))
	}
	if a.SHA256 != contentHash(a.Content) || a.Size != int64(len(a.Content)) {
		ps.add("sha256", "%s is not the file that its size and SHA-256 are of. It may have been damaged on its way: add it again.", a.Name)
	}
	return ps
}

func (a *Attachment) references(visit func(string, Kind, *ID)) { visit("of", AnyKind, &a.Of) }

// Enclosure is a file that a paper names with its label and size: "application, 291kB". The office may hold the file, or only know of it.
type Enclosure struct {
	ID    RowID  `json:"id,omitempty"`
	Label string `json:"label"`
	Kind  string `json:"kind,omitempty"` // what sort of paper it is: "application"
	Size  int64  `json:"size,omitzero"`  // in bytes
	File  ID     `json:"file,omitempty"`
	// Content is only in portable documents that others write: reading one makes a file of it.
	Content []byte `diff:"-" json:"content,omitempty"`
}

func enclosures(rows []Enclosure, visit func(string, Kind, *ID)) {
	for i := range rows {
		visit(row("attachments", i, "file"), KindAttachment, &rows[i].File)
	}
}

func (ps *Problems) enclosures(rows []Enclosure) {
	for i, e := range rows {
		if trimSpace(e.Label) == "" {
			ps.add(row("attachments", i, "label"), "What is the attachment called?")
		}
		if e.Size < 0 {
			ps.add(row("attachments", i, "size"), "A file is not smaller than nothing.")
		}
		if len(e.Content) > 0 && e.File == "" {
			ps.add(row("attachments", i, "content"), "The file “%s” has to be added to the office before a paper can name it.", e.Label)
		}
	}
}

// Issued is a paper as it went out: its printed form, which lies in the office as a file, and the SHA-256 that shows it is still the
// same.
type Issued struct {
	ID     RowID  `json:"id,omitempty"`
	Paper  string `json:"paper"` // "decision", "decision, file copy", "reply"
	On     Date   `json:"on,omitzero"`
	By     string `json:"by,omitempty"`
	SHA256 string `json:"sha256"`
	File   ID     `json:"file,omitempty"`
}

func (ps *Problems) issued(rows []Issued) {
	for i, p := range rows {
		if len(p.SHA256) != 2*sha256.Size {
			ps.add(row("issued", i, "sha256"), "The SHA-256 of a paper that went out has 64 letters and digits.")
		}
	}
}

func issuedFiles(rows []Issued, visit func(string, Kind, *ID)) {
	for i := range rows {
		visit(row("issued", i, "file"), KindAttachment, &rows[i].File)
	}
}
