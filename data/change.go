package data

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"time"
)

// Deed is what was done to a record.
type Deed string

// What can be done to a record. Erased is done to the change list itself: a person was taken out of it.
const (
	Created Deed = "create"
	Updated Deed = "update"
	Deleted Deed = "delete"
	Erased  Deed = "erase"
)

// Change is one entry of the list of everything that was ever done in an office file. The list is what an auditor reads; it also
// tells the other laptops what to read again.
type Change struct {
	Sequence  int64     // 1, 2, 3 … without a gap
	Operation string    // the save that made it; the same save delivered twice is one change
	When      time.Time // by the clock of the laptop; order is Sequence, never this
	Who       string
	Machine   string
	Kind      Kind // of no kind, and of no record, if the Action is Erased
	Record    ID
	Label     string // what the record was called then
	Version   int64  // of the record, after the change
	Action    Deed
	Fields    []FieldChange
	Hash      string // SHA-256 of the previous change's hash and of all the above, in hexadecimal

	LabelSalt   string // as Salt and Digest of a FieldChange
	LabelDigest string
}

// Who must be forgotten (UK GDPR, article 17) has to go out of the change list without breaking the chain of its hashes. So a hash
// is made not from what a field said but from a digest of it: when the words go, the digest stays in their place. A bare digest of
// a name would give the name away to whoever tries all names; with a salt that goes with the words it tells nothing.

// AddSalt gives the label and each field that has no salt yet one of its own. A change is salted before it is sealed.
func (c *Change) AddSalt() {
	if c.LabelSalt == "" {
		c.LabelSalt = newSalt()
	}
	for i := range c.Fields {
		if c.Fields[i].Salt == "" {
			c.Fields[i].Salt = newSalt()
		}
	}
}

// newSalt is 96 random bits, which nobody can go through.
func newSalt() string {
	var b [12]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand.Read is documented to
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// Seal is the hash that a change has when it comes after the one with the given hash. A change that somebody altered afterwards,
// or took out, no longer has the hash that the next one was made from.
func (c Change) Seal(previous string) string {
	parts := []string{
		previous, fmt.Sprint(c.Sequence), c.Operation, c.When.UTC().Format(time.RFC3339Nano), c.Who, c.Machine,
		string(c.Kind), string(c.Record), fmt.Sprint(c.Version), string(c.Action), c.sealedLabel(),
	}
	for _, f := range c.Fields {
		parts = append(parts, f.sealed())
	}
	return digest(parts...)
}

// sealed is the digest of what the field said when the change was made.
func (f FieldChange) sealed() string {
	if f.Erased() {
		return f.Digest
	}
	return f.Words()
}

// Words is the digest of what the field says now, which after an erasure is not what it said when the change was made.
func (f FieldChange) Words() string { return digest(f.Salt, f.Path, string(f.Before), string(f.After)) }

// Erased reports whether a person was taken out of the field.
func (f FieldChange) Erased() bool { return f.Digest != "" }

// Erase puts other words into the field. The digest of those that were there stays.
func (f *FieldChange) Erase(before, after []byte) {
	f.Digest = f.sealed()
	f.Before, f.After, f.Salt = before, after, newSalt()
}

func (c Change) sealedLabel() string {
	if c.LabelDigest != "" {
		return c.LabelDigest
	}
	return c.LabelWords()
}

// LabelWords is the digest of the label as it stands now.
func (c Change) LabelWords() string { return digest(c.LabelSalt, c.Label) }

// EraseLabel puts other words in the place of the label. The digest of those that were there stays.
func (c *Change) EraseLabel(label string) {
	c.LabelDigest = c.sealedLabel()
	c.Label, c.LabelSalt = label, newSalt()
}

// digest is the SHA-256 of some texts, in hexadecimal.
func digest(parts ...string) string {
	h := sha256.New()
	for _, part := range parts {
		_, _ = fmt.Fprintf(h, "%d:%s\n", len(part), part) // lengths, so that no text can pass for two; a hash never fails
	}
	return hex.EncodeToString(h.Sum(nil))
}
