package outbox

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"almoner/data"
)

// monday is when everything here is saved.
var monday = time.Date(2026, time.March, 2, 9, 30, 0, 12345, time.UTC)

// tb is what a test, a benchmark and a check of rapid have in common.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// grant is the save of a grant that nobody saved before.
func grant(t tb, title string) Entry {
	t.Helper()
	g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: title, Awards: []data.Award{{FinancialYear: 2024, Amount: data.Pounds(5500)}}}
	e, err := New(g, nil, uuid.NewString(), monday)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func open(t testing.TB, folder string) *Outbox {
	t.Helper()
	o, report, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if report != (Report{}) {
		t.Fatalf("an outbox that nobody damaged: %+v", report)
	}
	t.Cleanup(func() { wantNil(t, o.Close()) })
	return o
}

func wantNil(t tb, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func add(t tb, o *Outbox, e Entry) Entry {
	t.Helper()
	added, err := o.Add(e)
	wantNil(t, err)
	return added
}

// wantEntries holds what waits against what should.
func wantEntries(t tb, got []Entry, want ...Entry) {
	t.Helper()
	if len(got) == 0 && len(want) == 0 || reflect.DeepEqual(want, got) {
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("what waits (-want +got):\n%s", diff)
	}
}

// wantAgain closes an outbox and holds what another program finds in its folder against what should be there.
func wantAgain(t testing.TB, o *Outbox, want ...Entry) *Outbox {
	t.Helper()
	wantEntries(t, o.Entries(), want...)
	peeked, err := Peek(o.folder)
	wantNil(t, err)
	wantEntries(t, peeked, want...)
	wantNil(t, o.Close())
	o = open(t, o.folder)
	wantEntries(t, o.Entries(), want...)
	return o
}

func TestSavesWaitInTheirOrder(t *testing.T) {
	o := open(t, filepath.Join(t.TempDir(), "Swyddfa # 100% Gwynedd", "outbox"))
	var want []Entry
	for i := range 3 {
		e := grant(t, fmt.Sprint("Grant ", i))
		added := add(t, o, e)
		e.Serial = int64(i + 1)
		wantEntries(t, []Entry{added}, e)
		want = append(want, e)
	}
	o = wantAgain(t, o, want...)
	wantNil(t, o.Delivered(2))
	o = wantAgain(t, o, want[0], want[2])
	wantNil(t, o.Delivered(3))
	wantNil(t, o.Delivered(1))
	o = wantAgain(t, o)
	if e := add(t, o, grant(t, "The next")); e.Serial != 4 {
		t.Errorf("the serial %d was given after 3", e.Serial)
	}
}

func TestASaveThatClashesIsKeptUntilSomebodyChooses(t *testing.T) {
	o := open(t, t.TempDir())
	first, second, other := add(t, o, grant(t, "One")), add(t, o, grant(t, "Two")), add(t, o, grant(t, "Three"))
	wantNil(t, o.Keep(first.Serial, "Ann Smith changed the amount too."))
	first.State, first.Why = Kept, "Ann Smith changed the amount too."
	o = wantAgain(t, o, first, second, other)

	both := grant(t, "One and two")
	folded, err := o.Fold(first.Serial, []int64{second.Serial}, both)
	wantNil(t, err)
	both.Serial, both.State, both.Why = 4, Kept, first.Why
	wantEntries(t, []Entry{folded}, both)
	o = wantAgain(t, o, other, both)

	chosen := grant(t, "Chosen")
	chosen.State, chosen.Why = Kept, "what it was made from clashed"
	settled, err := o.Settle(both.Serial, &chosen)
	wantNil(t, err)
	chosen.Serial, chosen.State, chosen.Why = 5, Waiting, ""
	wantEntries(t, []Entry{settled}, chosen)
	o = wantAgain(t, o, other, chosen)
	if settled, err = o.Settle(other.Serial, nil); err != nil || settled.Serial != 0 {
		t.Errorf("nothing in its place: %+v, %v", settled, err)
	}
	wantAgain(t, o, chosen)
}

func TestWhatIsGoneIsGone(t *testing.T) {
	o := open(t, t.TempDir())
	e := add(t, o, grant(t, "One"))
	wantNil(t, o.Delivered(e.Serial))
	stays := add(t, o, grant(t, "Two"))
	_, settling := o.Settle(e.Serial, nil)
	_, folding := o.Fold(stays.Serial, []int64{e.Serial}, grant(t, "Both"))
	for _, err := range []error{o.Delivered(e.Serial), o.Delivered(77), o.Keep(e.Serial, "why"), settling, folding} {
		if !errors.Is(err, ErrGone) {
			t.Errorf("%v, want ErrGone", err)
		}
	}
	o = wantAgain(t, o, stays)
	wantNil(t, o.Close())
	if _, err := o.Add(grant(t, "Late")); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("put into an outbox that is closed: %v", err)
	}
	wantNil(t, o.Close())
}

func TestWhoeverReadsTheEntriesMaySortThem(t *testing.T) {
	o := open(t, t.TempDir())
	first, second := add(t, o, grant(t, "One")), add(t, o, grant(t, "Two"))
	got := o.Entries()
	got[0], got[1] = got[1], got[0]
	wantEntries(t, o.Entries(), first, second)
}
