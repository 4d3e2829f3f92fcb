// Package outbox keeps the saves of one laptop that the shared file does not hold yet. When Add comes back, the save is on the disk of
// the laptop and survives whatever kills the program or takes the power away.
//
// It is one file of lines that only grows. Each line is a step: a save comes, saves go, or several go and one comes. A line says what
// is done at once, so that no step can be half done. When little in the file is still meant, a new one takes its place.
package outbox

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// ErrGone is that no save of a serial waits or is kept: it was delivered, settled or folded, or there never was one.
var ErrGone = errors.New("no such save is in the outbox")

const (
	fileName = "outbox"
	partName = fileName + ".part"
	// tidyAt is how many bytes that nobody needs any more may stand in the file before it is written afresh.
	tidyAt = 64 << 10
)

// Outbox is an outbox that is open. One process at a time may have it open, for which the caller sees; within it, methods may be called
// from several goroutines.
type Outbox struct {
	folder string
	drive  drive

	writing sync.Mutex // held while the file is written; guards what follows
	file    *os.File   // nil after Close, or when it could not be opened again
	size    int64      // of the file; what may stand behind it was never acknowledged
	lines   int64
	last    int64           // the highest serial
	heads   int64           // of size, that of the lines that the file begins with
	sizes   map[int64]int64 // of size, that of the line that each entry came with
	suspect bool            // the disk refused something: the file is written afresh before anything is put into it
	closed  bool

	reading sync.RWMutex // so that nobody who reads waits for the disk; written under both
	entries []Entry      // by serial
}

// Report is what Open found wrong.
type Report struct {
	Dropped  int    // lines that could not be read; each may have been a save, or only the news that one was delivered
	SetAside string // where the damaged file is; empty if none is
}

// Open opens the outbox of a folder, and makes both if they are not there. A line that was being written when the program or the
// power went was never acknowledged and goes without a word. Anything else that cannot be read is reported; all else is kept.
func Open(folder string) (*Outbox, Report, error) { return openOn(disk{}, folder) }

func openOn(d drive, folder string) (*Outbox, Report, error) {
	o := &Outbox{folder: folder, drive: d}
	report, err := o.open()
	if err != nil {
		return nil, Report{}, fmt.Errorf("open the outbox %s: %w", folder, errors.Join(err, o.closeFile()))
	}
	return o, report, nil
}

func (o *Outbox) path() string { return filepath.Join(o.folder, fileName) }

func (o *Outbox) open() (Report, error) {
	if err := o.makeFolder(o.folder); err != nil {
		return Report{}, err
	}
	b, err := os.ReadFile(o.path())
	if errors.Is(err, fs.ErrNotExist) {
		return Report{}, o.rewrite()
	}
	if err != nil {
		return Report{}, err
	}
	r := read(b)
	if r.format > format {
		return Report{}, ErrNewer
	}
	o.entries, o.sizes, o.heads, o.lines, o.last, o.size = r.entries, r.sizes, r.heads, r.lines, r.last, r.whole
	if r.dropped > 0 || r.mend {
		return o.mend(b, r)
	}
	if err := o.reopen(); err != nil {
		return Report{}, err
	}
	if int64(len(b)) > o.size { // a line was cut
		if err := errors.Join(o.drive.truncate(o.file, o.size), o.drive.sync(o.file)); err != nil {
			return Report{}, err
		}
	}
	if o.dead() > 0 {
		_ = o.rewrite() // nothing hangs on it: the old file stays, or the next step says what the disk refuses
	}
	return Report{}, nil
}

// mend keeps a damaged file beside the one that is written in its place.
func (o *Outbox) mend(damaged []byte, r reading) (Report, error) {
	report := Report{Dropped: r.dropped}
	if r.dropped > 0 {
		var err error
		if report.SetAside, err = o.setAside(damaged); err != nil {
			return Report{}, fmt.Errorf("set the damaged file aside: %w", err)
		}
	}
	if r.lines == 0 {
		o.last = time.Now().Unix() // nothing tells which serials were used; nobody saves more than once a second
	}
	return report, o.rewrite()
}

// Entries are the saves that wait or are kept, by serial. It does not wait for the disk.
func (o *Outbox) Entries() []Entry {
	o.reading.RLock()
	defer o.reading.RUnlock()
	return slices.Clone(o.entries)
}

// Add puts a save into the outbox and comes back when it is on the disk. It waits, unless its State is Kept. After an error it is not
// in the outbox.
func (o *Outbox) Add(e Entry) (Entry, error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	if e.State != Kept {
		e.State, e.Why = Waiting, ""
	}
	added, err := o.step(line{Come: &e})
	if err != nil {
		return Entry{}, fmt.Errorf("put the %s %q into the outbox: %w", e.Kind.Label(), e.Label, err)
	}
	return added, nil
}

// Delivered takes a save out of the outbox because the shared file has it.
func (o *Outbox) Delivered(serial int64) error {
	o.writing.Lock()
	defer o.writing.Unlock()
	if _, err := o.step(line{Gone: []int64{serial}}); err != nil {
		return fmt.Errorf("take the save %d, which was delivered, out of the outbox: %w", serial, err)
	}
	return nil
}

// Keep keeps a save that the shared file did not take, with the sentence that says why, until a person has chosen.
func (o *Outbox) Keep(serial int64, why string) error {
	o.writing.Lock()
	defer o.writing.Unlock()
	if _, err := o.step(line{Keep: serial, Why: why}); err != nil {
		return fmt.Errorf("keep the save %d until somebody has chosen: %w", serial, err)
	}
	return nil
}

// Fold puts e in the place of several, in one step: of one that is kept and of the later saves that were made on top of it. The new
// entry has the state of the first and, if it brings no other, its reason; it has a serial of its own.
func (o *Outbox) Fold(kept int64, later []int64, e Entry) (Entry, error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	if first, ok := o.find(kept); ok {
		e.State = first.State
		if e.Why == "" || e.State != Kept {
			e.Why = first.Why
		}
	}
	e, err := o.step(line{Gone: append([]int64{kept}, later...), Come: &e})
	if err != nil {
		return Entry{}, fmt.Errorf("fold the saves %d and %v into one: %w", kept, later, err)
	}
	return e, nil
}

// Settle takes a save out that was kept, because a person has chosen, and if e is given puts e in its place as one that waits, in one
// step. Without e it gives back an empty Entry.
func (o *Outbox) Settle(serial int64, e *Entry) (Entry, error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	l := line{Gone: []int64{serial}}
	if e != nil {
		come := *e
		come.State, come.Why = Waiting, ""
		l.Come = &come
	}
	settled, err := o.step(l)
	if err != nil {
		return Entry{}, fmt.Errorf("settle the save %d: %w", serial, err)
	}
	return settled, nil
}

// Close closes the file, which is made small first.
func (o *Outbox) Close() error {
	o.writing.Lock()
	defer o.writing.Unlock()
	if o.closed {
		return nil
	}
	var err error
	if o.suspect || o.dead() > 0 {
		err = o.rewrite()
	}
	o.closed = true
	if err = errors.Join(err, o.closeFile()); err != nil {
		return fmt.Errorf("close the outbox %s: %w", o.folder, err)
	}
	return nil
}

// find is the entry of a serial.
func (o *Outbox) find(serial int64) (Entry, bool) {
	i := slices.IndexFunc(o.entries, func(e Entry) bool { return e.Serial == serial })
	if i < 0 {
		return Entry{}, false
	}
	return o.entries[i], true
}

// step takes one step: on the disk, and then in what Entries tells. It gives back the entry that came, with its serial.
func (o *Outbox) step(l line) (Entry, error) {
	named := slices.Clone(l.Gone)
	if l.Keep != 0 {
		named = append(named, l.Keep)
	}
	for _, serial := range named {
		if _, ok := o.find(serial); !ok {
			return Entry{}, fmt.Errorf("save %d: %w", serial, ErrGone)
		}
	}
	if l.Come != nil {
		o.last++ // a serial that the disk then refuses is not used again: nobody knows what the disk holds of it
		l.Come.Serial, l.Come.At = o.last, l.Come.At.UTC().Round(0)
	}
	l.Last = o.last
	size, err := o.append(l)
	if err != nil {
		return Entry{}, err
	}
	next := reading{entries: slices.Clone(o.entries), sizes: maps.Clone(o.sizes)}
	next.take(l, size)
	o.sizes = next.sizes
	o.reading.Lock()
	o.entries = next.entries
	o.reading.Unlock()
	if dead := o.dead(); dead > tidyAt && dead > o.size/2 {
		_ = o.rewrite() // nothing hangs on it: the old file stays, or the next step says what the disk refuses
	}
	if l.Come == nil {
		return Entry{}, nil
	}
	return *l.Come, nil
}

// append writes a line and brings it to the disk. After an error the file is as it was, or else it is suspect.
func (o *Outbox) append(l line) (size int64, err error) {
	if o.closed {
		return 0, fs.ErrClosed
	}
	if o.suspect {
		if err := o.rewrite(); err != nil {
			return 0, err
		}
	}
	l.Number = o.lines + 1
	b, err := l.bytes()
	if err != nil {
		return 0, err
	}
	if err := o.drive.write(o.file, b, o.size); err != nil {
		o.takeBack()
		return 0, err
	}
	if err := o.drive.sync(o.file); err != nil {
		// After a failed sync a system may take what it could not write for written. Only another file can be trusted.
		o.takeBack()
		o.suspect = true
		return 0, err
	}
	o.size, o.lines = o.size+int64(len(b)), l.Number
	return int64(len(b)), nil
}

// takeBack cuts off what was written of a line that is not acknowledged.
func (o *Outbox) takeBack() {
	if o.drive.truncate(o.file, o.size) != nil || o.drive.sync(o.file) != nil {
		o.suspect = true
	}
}
