package outbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"almoner/data"
)

// quick is a disk without the wait for it, for tests of what is written rather than when.
type quick struct{ disk }

func (quick) sync(*os.File) error     { return nil }
func (quick) syncFolder(string) error { return nil }

// written is what an outbox said when its file had a length.
type written struct {
	size    int64
	entries []Entry
	last    int64
}

// history is an outbox in which everything happens, its file, and what it said after each line.
func history(t testing.TB) ([]byte, []written) {
	t.Helper()
	folder := t.TempDir()
	o, _, err := openOn(quick{}, folder)
	wantNil(t, err)
	var all []written
	note := func() { all = append(all, written{o.size, o.Entries(), o.last}) }
	all = append(all, written{o.heads / 2, nil, 0})
	note()
	for _, title := range []string{"Tŷ Gwyn, Llŷn – “it’s £5”", "Two\nlines\x00", `{"n":1}`, "Four"} {
		add(t, o, grant(t, title))
		note()
	}
	file := grant(t, "Harbour bid.docx")
	file.Content = bytes.Repeat([]byte{0, '\n', 255}, 40)
	add(t, o, file)
	note()
	wantNil(t, o.Delivered(2))
	note()
	wantNil(t, o.Keep(1, "Ann Smith changed it too."))
	note()
	_, err = o.Fold(1, []int64{3}, grant(t, "One and three"))
	wantNil(t, err)
	note()
	chosen := grant(t, "Chosen")
	_, err = o.Settle(6, &chosen)
	wantNil(t, err)
	note()
	add(t, o, grant(t, "The last"))
	note()
	b, err := os.ReadFile(o.path())
	wantNil(t, err)
	if int64(len(b)) != o.size || o.lines != int64(len(all)) {
		t.Fatalf("%d bytes, want %d; %d lines, want %d", len(b), o.size, o.lines, len(all))
	}
	wantNil(t, o.Close())
	return b, all
}

// put makes a folder with a file in it.
func put(t testing.TB, b []byte) string {
	t.Helper()
	folder := t.TempDir()
	wantNil(t, os.WriteFile(filepath.Join(folder, fileName), b, 0o600))
	return folder
}

// wantUsable adds to an outbox and holds what is found later against what was there.
func wantUsable(t tb, o *Outbox, last int64) {
	t.Helper()
	before := o.Entries()
	added := add(t, o, grant(t, "The next"))
	if added.Serial <= last {
		t.Fatalf("the serial %d is given again after %d", added.Serial, last)
	}
	wantNil(t, o.closeFile()) // killed
	again, report, err := openOn(quick{}, o.folder)
	wantNil(t, err)
	if report != (Report{}) {
		t.Fatalf("still damaged: %+v", report)
	}
	wantEntries(t, again.Entries(), append(before, added)...)
	wantNil(t, again.Close())
}

func TestAFileThatIsCutAnywhereKeepsAllThatWasAcknowledged(t *testing.T) {
	b, all := history(t)
	folder := t.TempDir()
	for length := range len(b) + 1 {
		wantNil(t, os.WriteFile(filepath.Join(folder, fileName), b[:length], 0o600))
		o, report, err := openOn(quick{}, folder)
		wantNil(t, err)
		k := -1 // the last line that is whole; one that lacks nothing but its newline may be taken or not
		for k+1 < len(all) && all[k+1].size <= int64(length)+1 {
			k++
		}
		if k < 0 {
			if report.Dropped != 1 || len(o.Entries()) != 0 {
				t.Fatalf("cut to %d bytes: %+v, %v", length, report, o.Entries())
			}
			wantNil(t, os.Remove(report.SetAside))
			wantUsable(t, o, 0)
			continue
		}
		if report != (Report{}) {
			t.Fatalf("cut to %d bytes: %+v", length, report)
		}
		wantEntries(t, o.Entries(), all[k].entries...)
		wantUsable(t, o, all[k].last)
	}
}

// without is what the lines say when some cannot be read.
func without(b []byte, all []written, damaged func(from, to int64) bool) reading {
	r := reading{sizes: map[int64]int64{}}
	from := int64(0)
	for _, w := range all {
		if l, size, ok := lineAt(b[from:]); ok && !damaged(from, w.size) {
			r.take(l, size+1)
		}
		from = w.size
	}
	slices.SortFunc(r.entries, func(a, b Entry) int { return int(a.Serial - b.Serial) })
	return r
}

func TestADamagedByteCostsNoOtherLine(t *testing.T) {
	b, all := history(t)
	folder := t.TempDir()
	for at := range b {
		for _, flip := range []byte{1, 0x20, '\n' ^ b[at], b[at]} { // the last makes it 0
			if flip == 0 {
				continue
			}
			damaged := bytes.Clone(b)
			damaged[at] ^= flip
			want := without(b, all, func(from, to int64) bool { return from <= int64(at) && int64(at) < to-1 }) // a newline is no loss
			if at%7 != 0 {
				r := read(damaged)
				wantEntries(t, r.entries, want.entries...)
				if r.dropped != 1 && b[at] != '\n' {
					t.Fatalf("%d lines could not be read, want 1", r.dropped)
				}
				continue
			}
			wantNil(t, os.WriteFile(filepath.Join(folder, fileName), damaged, 0o600))
			o, report, err := openOn(quick{}, folder)
			wantNil(t, err)
			wantEntries(t, o.Entries(), want.entries...)
			if b[at] == '\n' {
				if report != (Report{}) {
					t.Fatalf("the newline at %d: %+v", at, report)
				}
			} else {
				wantSetAside(t, report, damaged)
			}
			if at%37 == 0 {
				wantUsable(t, o, all[len(all)-1].last)
			} else {
				wantNil(t, o.closeFile())
			}
		}
	}
}

// wantSetAside takes away what was set aside, after a look at it.
func wantSetAside(t *testing.T, report Report, damaged []byte) {
	t.Helper()
	kept, err := os.ReadFile(report.SetAside)
	wantNil(t, err)
	if report.Dropped != 1 || !bytes.Equal(kept, damaged) || !strings.Contains(filepath.Base(report.SetAside), time.Now().Format("2006-01-")) {
		t.Fatalf("%+v; it holds %d bytes of %d", report, len(kept), len(damaged))
	}
	wantNil(t, os.Remove(report.SetAside))
}

func TestManyDamagedLinesAreCountedAndNoneIsDeleted(t *testing.T) {
	b, all := history(t)
	copy(b[all[2].size+20:all[5].size+30], make([]byte, 100_000)) // newlines too
	folder := put(t, b)
	o, report, err := Open(folder)
	wantNil(t, err)
	if report.Dropped != 4 {
		t.Errorf("%d lines could not be read, want 4", report.Dropped)
	}
	wantNil(t, o.Close())
	first := report.SetAside
	for range 2 { // on the same day
		wantNil(t, os.WriteFile(o.path(), b, 0o600))
		o, report, err = Open(folder)
		wantNil(t, err)
		wantNil(t, o.Close())
	}
	there, err := filepath.Glob(filepath.Join(folder, "* damaged *"))
	wantNil(t, err)
	if len(there) != 3 || report.SetAside == first {
		t.Errorf("set aside: %q", there)
	}
}

func TestAFileOfNothingButZerosIsNoEmptyOutbox(t *testing.T) {
	b, all := history(t)
	for _, b := range [][]byte{{}, make([]byte, 4096), []byte("Dear Sir,\nthank you"), b[:10]} {
		folder := put(t, b)
		if empty, err := Empty(folder); err != nil || empty {
			t.Errorf("%d bytes that nobody can read are taken for nothing: %v", len(b), err)
		}
		o, report, err := Open(folder)
		wantNil(t, err)
		if kept, err := os.ReadFile(report.SetAside); err != nil || !bytes.Equal(kept, b) || report.Dropped == 0 {
			t.Errorf("%+v, %v", report, err)
		}
		wantUsable(t, o, all[len(all)-1].last)
	}
	// The power went while the system had made the file longer, but had not filled it.
	torn := append(bytes.Clone(b), make([]byte, 500)...)
	o, report, err := Open(put(t, torn))
	wantNil(t, err)
	wantEntries(t, o.Entries(), all[len(all)-1].entries...)
	wantSetAside(t, report, torn)
	wantNil(t, o.Close())
}

func TestPeekingChangesNothing(t *testing.T) {
	b, all := history(t)
	end := all[len(all)-1]
	for name, content := range map[string][]byte{"whole": b, "cut": append(bytes.Clone(b), b[:50]...), "damaged": append(bytes.Clone(b), "junk\n"...)} {
		folder := put(t, content)
		peeked, err := Peek(folder)
		wantNil(t, err)
		wantEntries(t, peeked, end.entries...)
		after, err := os.ReadDir(folder)
		wantNil(t, err)
		if now, err := os.ReadFile(filepath.Join(folder, fileName)); err != nil || !bytes.Equal(now, content) || len(after) != 1 {
			t.Errorf("%s: changed, %v; there are %v", name, err, after)
		}
	}
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	if peeked, err := Peek(nowhere); err != nil || len(peeked) != 0 {
		t.Errorf("no outbox: %v, %v", peeked, err)
	}
	if empty, err := Empty(nowhere); err != nil || !empty {
		t.Errorf("no outbox is not empty: %v", err)
	}
	if _, err := os.Stat(nowhere); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("peeking made something: %v", err)
	}
}

func TestAnOutboxIsEmptyWhenAllIsDelivered(t *testing.T) {
	o := open(t, t.TempDir())
	for _, want := range []bool{true, false, true} {
		if empty, err := Empty(o.folder); err != nil || empty != want {
			t.Fatalf("empty: %v, %v, want %v", empty, err, want)
		}
		if want {
			add(t, o, grant(t, "One"))
		} else {
			wantNil(t, o.Delivered(1))
		}
	}
}

func TestADamagedBeginningForgetsNoSerial(t *testing.T) {
	o := open(t, t.TempDir())
	for range 12 {
		wantNil(t, o.Delivered(add(t, o, grant(t, "One")).Serial))
	}
	wantNil(t, o.Close())
	b, err := os.ReadFile(o.path())
	wantNil(t, err)
	for at := range b {
		damaged := bytes.Clone(b)
		damaged[at] ^= 4
		o, _, err := openOn(quick{}, put(t, damaged))
		wantNil(t, err)
		wantUsable(t, o, 12)
	}
}

// firstVersion is a file as the first version of this package wrote it, in which a save waits, one is kept and one was delivered.
const firstVersion = `f1107cdd 0000001b {"n":1,"format":1,"last":0}
152e4f01 0000001b {"n":2,"format":1,"last":0}
c9fdb016 00000186 {"n":3,"last":1,"come":{"serial":1,"operation":"0198","at":"2026-03-02T09:30:00.000012345Z","kind":"grants","record":"g","label":"Tŷ <Gwyn>","version":3,"base":[{"path":"title","before":"","after":"Tŷ"}],"fields":[{"path":"title","before":"Tŷ","after":"Tŷ <Gwyn>"},{"path":"awards/w","before":null,"after":{"id":"w","financial_year":2024,"amount":{"pence":550000}}}],"state":"waiting"}}
61698154 000001a0 {"n":4,"last":2,"come":{"serial":2,"operation":"8f9e36fa-9f81-48aa-a5ba-5a36c54f3319","at":"2026-03-02T09:30:00.000012345Z","kind":"grants","record":"01a21bfc-b32e-7598-9795-fb3182d8e1d0","label":"Gone","version":0,"base":null,"fields":[{"path":"title","before":"","after":"Gone"},{"path":"awards/yw5w53ir","before":null,"after":{"id":"yw5w53ir","financial_year":2024,"amount":{"pence":550000}}}],"state":"waiting"}}
9b03ff87 00000198 {"n":5,"last":3,"come":{"serial":3,"operation":"019a","at":"2026-03-02T09:30:00.000012345Z","kind":"attachments","record":"a","label":"bid.docx","version":0,"base":null,"fields":[{"path":"name","before":"","after":"bid.docx"},{"path":"size","before":null,"after":2},{"path":"sha256","before":"","after":"fcab7fcc2b4cffd9bb45003bfc2e468a04ef6f77ca8200a7341f027631584d25"}],"content":"UEs=","state":"waiting"}}
3ce85947 0000001b {"n":6,"last":3,"gone":[2]}
58c14629 00000035 {"n":7,"last":3,"keep":1,"why":"Ann changed it too."}
`

func TestAFileOfTheFirstVersionIsRead(t *testing.T) {
	folder := put(t, []byte(firstVersion))
	if report, err := peek(folder); err != nil || report.dropped != 0 {
		t.Fatalf("%d lines cannot be read, %v", report.dropped, err)
	}
	o := open(t, folder)
	got := o.Entries()
	if len(got) != 2 {
		t.Fatalf("there is %s", told(got))
	}
	for i, want := range []Entry{
		{Serial: 1, Operation: "0198", At: monday, Kind: data.KindGrant, Record: "g", Label: "Tŷ <Gwyn>", Version: 3, State: Kept, Why: "Ann changed it too."},
		{Serial: 3, Operation: "019a", At: monday, Kind: data.KindAttachment, Record: "a", Label: "bid.docx", Content: []byte("PK"), State: Waiting},
	} {
		if diff := cmp.Diff(want, got[i], cmpopts.IgnoreFields(Entry{}, "Base", "Fields")); diff != "" {
			t.Error(diff)
		}
		if _, _, err := got[i].Records(); err != nil || len(got[i].Fields) == 0 {
			t.Errorf("%v, %d fields", err, len(got[i].Fields))
		}
	}
	if e := add(t, o, grant(t, "The next")); e.Serial != 4 {
		t.Errorf("the serial %d was given after 3", e.Serial)
	}
}

func TestAnOutboxOfANewerProgramIsLeftAlone(t *testing.T) {
	newer, err := line{Number: 1, Format: format + 1}.bytes()
	wantNil(t, err)
	folder := put(t, newer)
	for range 2 {
		if o, _, err := Open(folder); !errors.Is(err, ErrNewer) {
			t.Errorf("opened: %v, %v", o, err)
		}
	}
	if _, err := Peek(folder); !errors.Is(err, ErrNewer) {
		t.Errorf("peeked: %v", err)
	}
	if now, err := os.ReadFile(filepath.Join(folder, fileName)); err != nil || !bytes.Equal(now, newer) {
		t.Errorf("changed: %v", err)
	}
}

func FuzzWhateverIsInTheFile(f *testing.F) {
	b, _ := history(f)
	f.Add(b)
	f.Add([]byte{})
	f.Add([]byte("00000000 00000002 {}\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := read(b)
		for _, e := range r.entries { // whatever was found can be written again and is the same
			text, err := line{Come: &e}.bytes()
			wantNil(t, err)
			l, _, ok := lineAt(text)
			if !ok || l.Come == nil {
				t.Fatalf("%s cannot be read again", text)
			}
			again, err := json.Marshal(l.Come)
			wantNil(t, err)
			if was, err := json.Marshal(e); err != nil || !bytes.Equal(was, again) {
				t.Fatalf("%s is read again as %s, %v", was, again, err)
			}
		}
	})
}

func FuzzADamagedStretchCostsNoLineOutsideIt(f *testing.F) {
	b, all := history(f)
	f.Add(uint16(100), []byte("\n\n"))
	f.Add(uint16(all[2].size-3), []byte("abcdef"))
	f.Add(uint16(all[3].size-1), []byte("0"))
	f.Add(uint16(all[4].size-2), []byte("xx"))
	f.Fuzz(func(t *testing.T, at uint16, with []byte) {
		from := int64(at) % int64(len(b))
		damaged := bytes.Clone(b)
		n := copy(damaged[from:], with)
		if bytes.Equal(damaged, b) {
			return
		}
		r := read(damaged)
		want := without(b, all, func(start, end int64) bool {
			return !bytes.Equal(damaged[start:end-1], b[start:end-1])
		})
		wantEntries(t, r.entries, want.entries...)
		if r.dropped == 0 && !r.mend && r.whole == int64(len(b)) {
			t.Fatalf("%d bytes at %d were damaged and nobody noticed", n, from)
		}
	})
}
