package outbox

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// dead is how many bytes of the file nobody needs any more.
func (o *Outbox) dead() int64 {
	dead := o.size - o.heads
	for _, size := range o.sizes {
		dead -= size
	}
	return dead
}

// rewrite puts a new file with nothing but what is meant in the place of the old one. Killed at any point it leaves the old file or the
// new one, and both say the same. After an error the old file is still in use, or the outbox is suspect.
func (o *Outbox) rewrite() error {
	next := Outbox{folder: o.folder, drive: o.drive, entries: o.entries, last: o.last}
	part := filepath.Join(o.folder, partName)
	if err := next.writeTo(part); err != nil {
		return errors.Join(fmt.Errorf("write the outbox afresh: %w", err), ignoreMissing(os.Remove(part)))
	}
	if err := o.closeFile(); err != nil { // Windows puts no file in the place of one that is open
		o.suspect = true
		return err
	}
	if err := o.drive.rename(part, o.path()); err != nil {
		return errors.Join(fmt.Errorf("put the outbox that was written afresh in its place: %w", err), o.reopen(), ignoreMissing(os.Remove(part)))
	}
	o.size, o.heads, o.lines, o.sizes = next.size, next.heads, next.lines, next.sizes
	o.suspect = true // the old name may come back until the folder is on the disk
	if err := o.drive.syncFolder(o.folder); err != nil {
		return fmt.Errorf("bring the folder to the disk: %w", err)
	}
	o.suspect = false
	return o.reopen()
}

// writeTo writes all that is meant into a file and brings it to the disk.
func (o *Outbox) writeTo(path string) (err error) {
	f, err := o.drive.create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	o.sizes = map[int64]int64{}
	for range 2 { // one remembers the last serial when the other is damaged
		size, err := o.put(f, line{Format: format})
		if err != nil {
			return err
		}
		o.heads += size
	}
	for _, e := range o.entries {
		if o.sizes[e.Serial], err = o.put(f, line{Come: &e}); err != nil {
			return err
		}
	}
	return o.drive.sync(f)
}

func (o *Outbox) put(f *os.File, l line) (size int64, err error) {
	l.Number, l.Last = o.lines+1, o.last
	b, err := l.bytes()
	if err != nil {
		return 0, err
	}
	if err := o.drive.write(f, b, o.size); err != nil {
		return 0, err
	}
	o.lines, o.size = l.Number, o.size+int64(len(b))
	return int64(len(b)), nil
}

// reopen opens the file to put more lines into it.
func (o *Outbox) reopen() error {
	f, err := o.drive.open(o.path())
	if err != nil {
		o.suspect = true
		return err
	}
	o.file = f
	return nil
}

func (o *Outbox) closeFile() error {
	if o.file == nil {
		return nil
	}
	f := o.file
	o.file = nil
	return f.Close()
}

// setAside keeps a damaged file under another name, with the day, for whoever may still read something in it. The file itself stays
// until a new one takes its place.
func (o *Outbox) setAside(content []byte) (string, error) {
	damaged, err := os.Stat(o.path())
	if err != nil {
		return "", err
	}
	name := fileName + " damaged " + time.Now().Format(time.DateOnly)
	for try := 1; ; try++ {
		path := filepath.Join(o.folder, name)
		if try > 1 {
			path += fmt.Sprintf(" (%d)", try)
		}
		if there, err := os.Stat(path); err == nil {
			if os.SameFile(there, damaged) { // set aside by a program that was killed then
				return path, nil
			}
			continue
		}
		err := o.drive.link(o.path(), path)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = o.copyTo(path, content) // not every disk has two names for one file
		}
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return path, errors.Join(err, o.drive.syncFolder(o.folder))
	}
}

func (o *Outbox) copyTo(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, private)
	if err != nil {
		return err
	}
	if err := errors.Join(o.drive.write(f, content, 0), o.drive.sync(f), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// makeFolder makes a folder, and those that it lies in, and brings their names to the disk.
func (o *Outbox) makeFolder(folder string) error {
	err := os.Mkdir(folder, privateFolder)
	if parent := filepath.Dir(folder); errors.Is(err, fs.ErrNotExist) && parent != folder {
		if err := o.makeFolder(parent); err != nil {
			return err
		}
		err = os.Mkdir(folder, privateFolder)
	}
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return o.drive.syncFolder(filepath.Dir(folder))
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
