package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// Action is what was done to a record.
type Action string

// What can be done to a record.
const (
	Created Action = "create"
	Updated Action = "update"
	Deleted Action = "delete"
)

// Change is one entry of the list of everything that was ever done in an office file. The list is what an auditor reads; it also
// tells the other laptops what to read again.
type Change struct {
	Sequence  int64     // 1, 2, 3 … without a gap
	Operation string    // the save that made it; the same save delivered twice is one change
	When      time.Time // by the clock of the laptop; order is Sequence, never this
	Who       string
	Machine   string
	Kind      Kind
	Record    ID
	Label     string // what the record was called then
	Version   int64  // of the record, after the change
	Action    Action
	Fields    []FieldChange
	Hash      string // SHA-256 of the previous change's hash and of all the above, in hexadecimal
}

// Seal is the hash that a change has when it comes after the one with the given hash. A change that somebody altered afterwards,
// or took out, no longer has the hash that the next one was made from.
func (c Change) Seal(previous string) (string, error) {
	fields, err := marshal(c.Fields)
	if err != nil {
		return "", fmt.Errorf("seal change %d: %w", c.Sequence, err)
	}
	h := sha256.New()
	for _, part := range []string{
		previous, fmt.Sprint(c.Sequence), c.Operation, c.When.UTC().Format(time.RFC3339Nano), c.Who, c.Machine,
		string(c.Kind), string(c.Record), c.Label, fmt.Sprint(c.Version), string(c.Action), string(fields),
	} {
		_, _ = fmt.Fprintf(h, "%d:%s\n", len(part), part) // lengths, so that no text can pass for two; a hash never fails
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
