package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/uptrace/bun"

	"almoner/data/wholefile"
)

// copyAtOnce is how many bytes of a file are read in one go: over a network each read waits for an answer.
const copyAtOnce = 1 << 20

// copyTo copies the whole file, as it stands between two saves, to a new file on this computer's disk, which only its owner may read.
// Whether it is sound is not looked at here: that would read it again, and the lock is held.
func (f *truth) copyTo(ctx context.Context, to string, progress func(done, total int64)) error {
	err := f.visitToRead(ctx, func(ctx context.Context, _ *bun.DB, _ *stay) error {
		return copyBytes(ctx, f.path, to, wholefile.Private, progress)
	})
	if err != nil {
		return errors.Join(fmt.Errorf("copy %s: %w", f.path, err), removeIfThere(to))
	}
	return nil
}

// copyBytes copies a file to a new one, which has reached the disk when it returns. After an error some of it may be there.
func copyBytes(ctx context.Context, from, to string, mode fs.FileMode, progress func(done, total int64)) (err error) {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	target, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	buffer := make([]byte, copyAtOnce)
	for done := int64(0); ; {
		n, reading := io.ReadFull(source, buffer)
		if _, err := target.Write(buffer[:n]); err != nil {
			return err
		}
		if done += int64(n); progress != nil {
			progress(done, info.Size())
		}
		if errors.Is(reading, io.EOF) || errors.Is(reading, io.ErrUnexpectedEOF) {
			return target.Sync()
		}
		if reading != nil {
			return reading
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// checkCopy finds a copy that is damaged or has no end; called is what its original is called. A file with a page of zeros, or one whose
// last bytes are missing, is read and written to for weeks until somebody needs what stood there, so every copy is looked through.
func checkCopy(ctx context.Context, path, called string) (err error) {
	db, err := connect(path, copying)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.RunInTx(ctx, &sql.TxOptions{ReadOnly: true}, func(ctx context.Context, tx bun.Tx) error {
		if err := wholeFile(ctx, tx, path); err != nil {
			if errors.Is(err, errTooShort) {
				return fault(err, "%s", cutOff(called))
			}
			return err
		}
		return quickCheck(ctx, tx, called)
	})
}

func quickCheck(ctx context.Context, tx bun.Tx, called string) error {
	var found []string
	if err := tx.NewRaw("PRAGMA quick_check(5)").Scan(ctx, &found); err != nil {
		return fault(errors.Join(errDamaged, err), "%s", damaged(called))
	}
	if len(found) != 1 || found[0] != "ok" {
		return fault(fmt.Errorf("%w: %q", errDamaged, found), "%s", damaged(called))
	}
	return nil
}
