package outbox

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var errDrive = errors.New("the disk refuses")

// shaky is a disk that refuses some of what it is asked, or goes on as if the power had gone: it knows what would be left. It is as
// unkind as a disk may be: what was not synced is gone, a file of which one sync was refused takes no other, and a name is as it was
// until its folder was synced.
type shaky struct {
	disk
	refuses func(n int) bool
	asked   int

	synced map[string][]byte // by the content's file as the system knows it
	names  map[string]string // of the files in the folder
	onDisk map[string]string // names after a power cut
	made   int
	files  map[*os.File]string
	bad    map[string]bool // files of which a sync was refused
}

func newShaky(refuses func(n int) bool) *shaky {
	return &shaky{
		refuses: refuses, synced: map[string][]byte{}, names: map[string]string{}, onDisk: map[string]string{}, files: map[*os.File]string{},
		bad: map[string]bool{},
	}
}

// from reports whether n is the refused one or later.
func from(first int) func(int) bool { return func(n int) bool { return n >= first } }

func (s *shaky) ask() error {
	s.asked++
	if s.refuses(s.asked) {
		return errDrive
	}
	return nil
}

func (s *shaky) create(path string) (*os.File, error) {
	if err := s.ask(); err != nil {
		return nil, err
	}
	f, err := s.disk.create(path)
	s.made++
	s.names[filepath.Base(path)] = string(rune('a' + s.made))
	s.files[f] = s.names[filepath.Base(path)]
	return f, err
}

func (s *shaky) open(path string) (*os.File, error) {
	if err := s.ask(); err != nil {
		return nil, err
	}
	f, err := s.disk.open(path)
	s.files[f] = s.names[filepath.Base(path)]
	return f, err
}

func (s *shaky) write(f *os.File, b []byte, at int64) error {
	if err := s.ask(); err != nil {
		return errors.Join(err, s.disk.write(f, b[:len(b)*2/3], at))
	}
	return s.disk.write(f, b, at)
}

func (s *shaky) truncate(f *os.File, size int64) error {
	if err := s.ask(); err != nil {
		return err
	}
	return s.disk.truncate(f, size)
}

func (s *shaky) sync(f *os.File) error {
	if err := s.ask(); err != nil {
		s.bad[s.files[f]] = true
		return err
	}
	if s.bad[s.files[f]] {
		return nil // as Linux says
	}
	b, err := os.ReadFile(f.Name())
	s.synced[s.files[f]] = b
	return err
}

func (s *shaky) rename(from, to string) error {
	if err := s.ask(); err != nil {
		return err
	}
	s.names[filepath.Base(to)] = s.names[filepath.Base(from)]
	delete(s.names, filepath.Base(from))
	return s.disk.rename(from, to)
}

func (s *shaky) link(from, to string) error {
	if err := s.ask(); err != nil {
		return err
	}
	s.names[filepath.Base(to)] = s.names[filepath.Base(from)]
	return s.disk.link(from, to)
}

func (s *shaky) syncFolder(string) error {
	if err := s.ask(); err != nil {
		return err
	}
	s.onDisk = maps.Clone(s.names)
	return nil
}

// cutPower makes a folder of what a disk holds after the power went.
func (s *shaky) cutPower(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, file := range s.onDisk {
		wantNil(t, os.WriteFile(filepath.Join(folder, name), s.synced[file], 0o600))
	}
	return folder
}

// day is what happens to an outbox in one day. A step that is refused is tried again, up to so many times; then the program is dead.
type day struct {
	t      *testing.T
	o      *Outbox
	s      *shaky
	folder string
	tries  int

	want, may []Entry // what was acknowledged; with the step during which the program died, but for serials
	dead      bool
}

func (d *day) step(what func() (Entry, error), after func(before []Entry, come Entry) []Entry, come Entry) {
	if d.dead {
		return
	}
	for range d.tries {
		came, err := what()
		if err == nil {
			d.want = after(d.want, came)
			d.may = d.want
			wantEntries(d.t, d.o.Entries(), d.want...)
			return
		}
		if !errors.Is(err, errDrive) {
			d.t.Fatal(err)
		}
		if d.o != nil {
			wantEntries(d.t, d.o.Entries(), d.want...)
		}
	}
	d.may, d.dead = after(d.want, come), true
}

func (d *day) open() {
	d.step(func() (_ Entry, err error) {
		d.o, _, err = openOn(d.s, d.folder)
		return Entry{}, err
	}, same, Entry{})
}

func same(before []Entry, _ Entry) []Entry { return before }

func (d *day) add(e Entry) {
	first := e
	d.step(func() (Entry, error) {
		added, err := d.o.Add(e)
		e.Content = nil // whoever is refused tries something smaller
		return added, err
	}, func(before []Entry, come Entry) []Entry { return append(slices.Clone(before), come) }, first)
}

func (d *day) deliver(i int) {
	d.step(func() (Entry, error) { return Entry{}, d.o.Delivered(d.want[i].Serial) }, func(before []Entry, _ Entry) []Entry {
		return slices.Delete(slices.Clone(before), i, i+1)
	}, Entry{})
}

// live runs the day. Large files make the outbox write itself afresh.
func (d *day) live() {
	big := grant(d.t, "Harbour bid.docx")
	big.Content = make([]byte, tidyAt)
	d.open()
	d.add(grant(d.t, "One"))
	d.add(big)
	d.deliver(1)
	d.step(func() (Entry, error) { return Entry{}, d.o.Keep(d.want[0].Serial, "why") }, func(before []Entry, _ Entry) []Entry {
		kept := before[0]
		kept.State, kept.Why = Kept, "why"
		return []Entry{kept}
	}, Entry{})
	d.step(func() (Entry, error) { return Entry{}, d.o.Close() }, same, Entry{})
	d.open()
	d.add(big)
	both := grant(d.t, "Both")
	both.State, both.Why = Kept, "why"
	d.step(func() (Entry, error) {
		return d.o.Fold(d.want[0].Serial, []int64{d.want[1].Serial}, both)
	}, func(_ []Entry, come Entry) []Entry { return []Entry{come} }, both)
	d.add(big)
	d.add(grant(d.t, "Last"))
	d.deliver(1)
	chosen := grant(d.t, "Chosen")
	d.step(func() (Entry, error) { return d.o.Settle(d.want[0].Serial, &chosen) }, func(before []Entry, come Entry) []Entry {
		return []Entry{before[1], come}
	}, chosen)
	d.add(grant(d.t, "In the evening"))
}

func newDay(t *testing.T, tries int, refuses func(int) bool) *day {
	t.Helper()
	d := &day{t: t, s: newShaky(refuses), folder: t.TempDir(), tries: tries}
	d.live()
	if d.o != nil {
		t.Cleanup(func() { _ = d.o.closeFile() }) // a program that is killed closes nothing
	}
	return d
}

// wantLeft opens what is left on a disk and holds it against what should be there.
func (d *day) wantLeft(at int, folder string) {
	d.t.Helper()
	o, report, err := openOn(quick{}, folder)
	wantNil(d.t, err)
	if report != (Report{}) {
		d.t.Fatalf("refused at %d: %+v", at, report)
	}
	unnumbered := cmpopts.IgnoreFields(Entry{}, "Serial")
	if got := o.Entries(); !cmp.Equal(got, d.want, cmpopts.EquateEmpty()) && (!d.dead || !cmp.Equal(got, d.may, unnumbered, cmpopts.EquateEmpty())) {
		d.t.Fatalf("refused at %d: there is %s, acknowledged was %s", at, told(got), told(d.want))
	}
	last := int64(0)
	for _, e := range d.want {
		last = max(last, e.Serial)
	}
	wantUsable(d.t, o, last)
	wantNil(d.t, o.closeFile())
}

// told is which saves there are, in short.
func told(entries []Entry) string {
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "[%d %s %s] ", e.Serial, e.Label, e.State)
	}
	return b.String()
}

// eachMoment lives the same day again and again, with something refused one moment later each time.
func eachMoment(t *testing.T, tries int, refuses func(at int) func(int) bool, check func(d *day, at int)) {
	t.Helper()
	for at := 1; ; at++ {
		d := newDay(t, tries, refuses(at))
		if d.s.asked < at {
			if at < 40 {
				t.Fatalf("the day has only %d moments", at)
			}
			return
		}
		check(d, at)
	}
}

func TestAProgramThatIsKilledAtAnyMomentLosesNothing(t *testing.T) {
	eachMoment(t, 1, from, func(d *day, at int) { d.wantLeft(at, d.folder) })
}

func TestAPowerCutAtAnyMomentLosesNothing(t *testing.T) {
	eachMoment(t, 1, from, func(d *day, at int) { d.wantLeft(at, d.s.cutPower(t)) })
}

func once(at int) func(int) bool { return func(n int) bool { return n == at } }

func TestWhatWasRefusedIsNotThere(t *testing.T) {
	eachMoment(t, 1, once, func(d *day, at int) {
		d.may = d.want
		d.wantLeft(at, d.folder)
		d.wantLeft(at, d.s.cutPower(t))
	})
}

func TestADiskThatRefusesOnceLosesNothing(t *testing.T) {
	twice := func(at int) func(int) bool { return func(n int) bool { return n == at || n == at+1 } }
	for tries, refuses := range map[int]func(int) func(int) bool{2: once, 3: twice} {
		eachMoment(t, tries, refuses, func(d *day, at int) {
			if d.dead {
				t.Fatalf("refused %d times at %d, and that was the end", tries-1, at)
			}
			d.wantLeft(at, d.s.cutPower(t))
			d.wantLeft(at, d.folder)
		})
	}
}

func TestAPowerCutWhileADamagedFileIsSetAsideLosesNothing(t *testing.T) {
	b, all := history(t)
	b[all[4].size-10]++
	want := without(b, all, func(from, _ int64) bool { return from == all[3].size })
	for at := 1; ; at++ {
		s, folder := newShaky(from(at)), put(t, b)
		s.names[fileName] = "damaged"
		s.onDisk[fileName], s.synced["damaged"] = "damaged", b
		o, _, err := openOn(s, folder)
		if err == nil {
			wantNil(t, o.closeFile())
		} else if !errors.Is(err, errDrive) {
			t.Fatal(err)
		}
		for _, left := range []string{folder, s.cutPower(t)} {
			o, report, err := openOn(quick{}, left)
			wantNil(t, err)
			wantEntries(t, o.Entries(), want.entries...)
			wantNil(t, o.closeFile())
			aside, err := filepath.Glob(filepath.Join(left, "* damaged *"))
			wantNil(t, err)
			whole := func(path string) bool { // a copy may be half made; then there is another
				kept, err := os.ReadFile(path)
				return err == nil && bytes.Equal(kept, b)
			}
			if !slices.ContainsFunc(aside, whole) || report.Dropped > 1 {
				t.Fatalf("refused at %d: %q are set aside, %+v", at, aside, report)
			}
		}
		if s.asked < at {
			return
		}
	}
}

func TestADiskWithoutSecondNamesKeepsACopy(t *testing.T) {
	b, _ := history(t)
	b[len(b)-20]++
	o, report, err := openOn(unlinked{}, put(t, b))
	wantNil(t, err)
	wantSetAside(t, report, b)
	wantNil(t, o.Close())
}

// unlinked is a disk on which a file has one name, as on a memory stick.
type unlinked struct{ quick }

func (unlinked) link(string, string) error { return errDrive }
