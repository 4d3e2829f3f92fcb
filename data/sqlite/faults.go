package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"almoner/data"
)

// fault is an error for whoever sits at the screen. The sentence says what happened and what to do; the cause goes to the log.
func fault(cause error, sentence string, args ...any) *data.Fault {
	return &data.Fault{Sentence: fmt.Sprintf(sentence, args...), Cause: cause}
}

// name is what people call a file: its last part, in quotation marks.
func name(path string) string { return "“" + filepath.Base(path) + "”" }

// explained turns an error of the driver into a fault with a sentence; an error that people can already read stays as it is.
func explained(err error, path string) error {
	if err == nil || readable(err) {
		return err
	}
	if sentence := sentenceOf(err, path); sentence != "" {
		return fault(err, "%s", sentence)
	}
	return err
}

// passing reports whether an error in opening a file may be gone a moment later: caches of the network that still show what was, a virus
// scanner that looks at the journal, a journal that is being taken back.
func passing(err error) bool {
	var e *sqlite.Error
	switch {
	case errors.Is(err, errHot), errors.Is(err, errTooShort), errors.Is(err, errStale):
		return true
	case errors.As(err, &e):
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY:
			return true
		}
		return e.Code() == sqlite3.SQLITE_READONLY_ROLLBACK
	}
	var p *fs.PathError
	return errors.As(err, &p) && passingAccess(err)
}

// away reports whether an error is that the file cannot be reached or used just now, so that what is to be saved has to wait, and not that
// it will not be taken.
func away(err error) bool {
	var refused *refusedError
	return err != nil && !errors.As(err, &refused)
}

// readable reports whether data.Explain has a sentence of its own for err.
func readable(err error) bool {
	var (
		f        *data.Fault
		problems data.Problems
		conflict *data.Conflict
		inUse    *data.InUse
	)
	return errors.As(err, &f) || errors.As(err, &problems) || errors.As(err, &conflict) || errors.As(err, &inUse) ||
		errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func sentenceOf(err error, path string) string {
	var (
		e       *sqlite.Error
		held    *heldError
		strange *strangeError
		place   *fs.PathError
	)
	switch {
	case errors.As(err, &held):
		return sentenceHeld(held, path)
	case errors.As(err, &strange):
		return strange.Error()
	case errors.Is(err, errSlept):
		return fmt.Sprintf("This computer stood still while it was saving to %s, so the save was taken back. Nothing was changed: save again.", name(path))
	case errors.Is(err, errHot):
		return fmt.Sprintf("A save to %s was broken off, and only somebody who may write to it can mend that. Ask a colleague who may to open it.", name(path))
	case errors.Is(err, errTooShort):
		return cutOff(path)
	case errors.Is(err, errStale):
		return beyondReach(path)
	case errors.As(err, &e):
		return driverSentence(e, path)
	case mostFull(err):
		return full(path)
	case errors.As(err, &place):
		return unreached(err, path)
	default:
		return ""
	}
}

func full(path string) string {
	return fmt.Sprintf("The disk that %s lies on is full. Nothing was changed: make room, then save again.", name(path))
}

// unreached says of a file, or of one beside it, that the system would not give it out.
func unreached(err error, path string) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return beyondReach(path)
		}
		return moved(path)
	case !passingAccess(err):
		return fmt.Sprintf("%s, or its folder, may only be read from here. Nothing was changed: ask whoever looks after the folder to let you write in it.", name(path))
	default:
		return beyondReach(path)
	}
}

func beyondReach(path string) string {
	return fmt.Sprintf("%s cannot be reached just now: is the drive, or the VPN, connected?", name(path))
}

func moved(path string) string {
	return fmt.Sprintf("There is no file %s any more. Has it been moved or renamed? Look for it and open it from where it is now.", name(path))
}

func driverSentence(e *sqlite.Error, path string) string {
	switch e.Code() & 0xff { // the rest of the code says where in SQLite it arose
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Sprintf("Somebody else is saving to %s and has not finished. Nothing was changed: try again in a moment.", name(path))
	case sqlite3.SQLITE_READONLY:
		return fmt.Sprintf("%s, or its folder, may only be read from here. Nothing was changed: ask whoever looks after the folder to let you write in it.", name(path))
	case sqlite3.SQLITE_FULL:
		return full(path)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return damaged(path)
	case sqlite3.SQLITE_CANTOPEN:
		return fmt.Sprintf("%s, or the journal beside it, cannot be opened. Is the drive connected, and may you write in its folder?", name(path))
	case sqlite3.SQLITE_IOERR:
		return fmt.Sprintf("%s could not be read or written just now. Is the drive still connected? Try again in a moment.", name(path))
	case sqlite3.SQLITE_CONSTRAINT:
		return fmt.Sprintf("%s did not take this, because it breaks one of the file’s own rules. Nothing was changed: please report it, with the log.", name(path))
	default:
		return ""
	}
}

func damaged(path string) string {
	return fmt.Sprintf("%s is damaged. Leave it as it is, and open the latest backup of it instead.", name(path))
}
