package data

import (
	"context"
	"time"
)

// FileCare is what a person can do about the file of an office, whether it can be opened or not: see whether it is sound, which states of it
// there are, and go on with one of them. None of it changes a file unless it says so.
type FileCare interface {
	// LastChecked is when the whole file was last looked through on this computer and found sound; zero if that is not known.
	LastChecked(path string) time.Time
	// Check looks through the whole file for damage, and for changes made other than through the program.
	Check(ctx context.Context, path string) (FileReport, error)
	// Backups are the backups that there are, latest first, as their names tell of them.
	Backups(ctx context.Context, path string) ([]FileState, error)
	// BackUp makes a backup beside the file.
	BackUp(ctx context.Context, path string) (FileState, error)
	// Recovery looks into all that this computer knows of an office whose file is damaged, gone, or not what it was.
	Recovery(ctx context.Context, path string) (FileRecovery, error)
	// Restore makes the office file what another state of it holds, and returns where the file is kept as it was before, byte for byte;
	// empty if there was none.
	Restore(ctx context.Context, path, from string) (kept string, err error)
	// BringBack brings what another state holds and the file lacks into the file, and says in a sentence what came of it.
	BringBack(ctx context.Context, path, from string) (said string, err error)
	// CopyOut makes an office of its own, in a new file, of a state of one. Nothing that is changed in it reaches the other.
	CopyOut(ctx context.Context, from, to string) error
}

// FileReport is what a look through a file has found.
type FileReport struct {
	Sound     bool
	Sentences []string
}

// FileState is a state of an office: its file, a backup, this computer’s copy of it.
type FileState struct {
	Path   string
	What   string // “Backup beside the file”
	When   time.Time
	Change int64  // the last one in it; 0 if that is not known
	Size   int64  // bytes
	Found  string // what a look into it has found, in a sentence; empty if it was not looked into
	Wrong  string // why it is of no use, in a sentence; empty if it is sound, as far as is known
	Itself bool   // it is the file
}

// FileRecovery is what there is of an office, and what is best done.
type FileRecovery struct {
	Sentences []string
	States    []FileState // the freshest good one first
	From      int         // the state that the advice is about; -1 if it is about none
	BringBack bool        // the advice is to bring back from it what the file lacks, and not to restore it
}
