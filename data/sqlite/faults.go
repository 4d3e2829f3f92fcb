package sqlite

import (
	"context"
	"errors"
	"fmt"
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
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return ""
	}
	switch e.Code() & 0xff { // the rest of the code says where in SQLite it arose
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Sprintf("Somebody else is saving to %s and has not finished. Nothing was changed: try again in a moment.", name(path))
	case sqlite3.SQLITE_READONLY:
		return fmt.Sprintf("%s, or its folder, may only be read from here. Nothing was changed: ask whoever looks after the folder to let you write in it.", name(path))
	case sqlite3.SQLITE_FULL:
		return fmt.Sprintf("The disk that %s lies on is full. Nothing was changed: make room, then save again.", name(path))
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
