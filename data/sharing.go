package data

import "time"

// SaveState is what has become of the last save of a record.
type SaveState string

// A save is in the office file; on its way there; waiting for the file to be reached; or the file did not take it, and both versions are
// kept until a person has chosen.
const (
	InFile   SaveState = "saved"
	OnItsWay SaveState = "saving"
	InWait   SaveState = "waiting"
	InDoubt  SaveState = "conflict"
)

// RecordID names a record.
type RecordID struct {
	Kind Kind
	ID   ID
}

// IDOf names rec.
func IDOf(rec Record) RecordID { return RecordID{rec.RecordKind(), rec.Stamped().ID} }

// News is what somebody who looks at an office is told: something is not any more as it was.
type News struct {
	// Changes are what others have saved, oldest first. The register holds them already.
	Changes []Change
	// Records are those that the register shows otherwise than before, or whose save has come to another state.
	Records []RecordID
	// Merged are own saves that were put together with what others had changed meanwhile.
	Merged []Saved
	// Doubted are own saves that the file did not take.
	Doubted []Doubt
}

// Standing is how things stand with the office file.
type Standing struct {
	Saving  int       // own saves on their way into the file
	Waiting int       // own saves that wait because the file cannot be reached
	Doubted int       // own saves that somebody has to choose about
	Offline string    // why the file cannot be reached, in a sentence; empty if it can
	Since   time.Time // when it was last reached
	Blocked string    // why nothing can be saved, in a sentence; as Office.ReadOnly
	// Strange is that the file is not what it was, an older backup or another office: somebody has to decide which to go on with.
	Strange bool
	Holding string // what a save has been waiting for longer than a moment, in a sentence; empty if none does
	Others  []Colleague
}

// Colleague is somebody else who has the office open.
type Colleague struct {
	Name    string
	Machine string
	In      RecordID // the record that they look at; of no kind if they look at none
	Editing bool     // they are changing it
}

// Doubt is a save that the office file did not take, as somebody has changed the same meanwhile or something that it needs is gone.
type Doubt struct {
	Serial int64 // names it for Settle
	// Operations are the saves that are in it, by the names that Saved gives them: those made on top of a save that was not taken are
	// kept with it.
	Operations []string
	At         time.Time
	Mine       Record
	Why        string    // in a sentence
	Conflict   *Conflict // between Mine and what the file holds now; nil if it is something else that is in the way
}
