package outbox

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"almoner/data"
)

// saverFolder makes this test binary a saver: it puts saves into the outbox of that folder, and takes some out, and says so, until it
// is killed.
const saverFolder = "ALMONER_TEST_OUTBOX_SAVER"

func TestMain(m *testing.M) {
	if folder := os.Getenv(saverFolder); folder != "" {
		fmt.Fprintln(os.Stderr, saveOn(folder))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// saveOn prints "added" when a save was acknowledged, and "going" before one is taken out.
func saveOn(folder string) error {
	o, report, err := Open(folder)
	if err != nil {
		return err
	}
	if report != (Report{}) {
		return fmt.Errorf("damaged: %+v", report)
	}
	for n := 1; ; n++ {
		g := &data.Grant{Stamp: data.Stamp{ID: data.NewID()}, Title: "Grant", Purpose: strings.Repeat("x", n%7*3000)}
		e, err := New(g, nil, uuid.NewString(), time.Now())
		if err != nil {
			return err
		}
		if e, err = o.Add(e); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(os.Stdout, "added", e.Serial, e.Operation); err != nil {
			return err
		}
		for _, e := range o.Entries() {
			if e.Serial%10 == 0 {
				continue // it stays
			}
			if _, err := fmt.Fprintln(os.Stdout, "going", e.Serial, e.Operation); err != nil {
				return err
			}
			if err := o.Delivered(e.Serial); err != nil {
				return err
			}
		}
	}
}

// wantKilled lets a saver work until it has said n lines, and kills it. It notes what it said.
func wantKilled(t *testing.T, folder string, n int, added map[int64]string, going map[int64]bool) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), saverFolder+"="+folder)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	wantNil(t, err)
	wantNil(t, cmd.Start())
	lines := bufio.NewReader(out)
	for said := 0; ; said++ {
		if said == n {
			wantNil(t, cmd.Process.Kill())
		}
		text, err := lines.ReadString('\n')
		if err == io.EOF {
			break
		}
		wantNil(t, err)
		var what, operation string
		var serial int64
		if _, err := fmt.Sscan(text, &what, &serial, &operation); err != nil {
			t.Fatalf("the saver said %q: %v", text, err)
		}
		if what == "going" {
			going[serial] = true
			continue
		}
		if other, twice := added[serial]; twice {
			t.Fatalf("the serial %d is that of %s and of %s", serial, other, operation)
		}
		added[serial] = operation
	}
	_ = cmd.Wait() // it was killed, which is an error
}

func TestAKilledProgramLosesNothingThatWasAcknowledged(t *testing.T) {
	folder := t.TempDir()
	added, going := map[int64]string{}, map[int64]bool{}
	for kill := range 25 {
		wantKilled(t, folder, 2+kill*kill%41, added, going)
		peeked, err := Peek(folder)
		wantNil(t, err)
		o := open(t, folder)
		wantEntries(t, o.Entries(), peeked...)
		there := map[int64]string{}
		for _, e := range peeked {
			there[e.Serial] = e.Operation
		}
		for serial, operation := range added {
			if got := there[serial]; got != operation && (got != "" || !going[serial]) {
				t.Fatalf("the save %d, %s, was acknowledged and is lost; there is %q", serial, operation, got)
			}
		}
		wantNil(t, o.Close())
	}
	if len(added) < 100 || len(going) < 50 {
		t.Errorf("only %d were saved and %d taken out", len(added), len(going))
	}
}

func TestSeveralAtOnceLoseNothing(t *testing.T) {
	const people, each = 8, 20
	o := open(t, t.TempDir())
	var all sync.WaitGroup
	for range people {
		all.Go(func() {
			for i := range each {
				e := grant(t, "One")
				e, err := o.Add(e)
				if err == nil && i%2 == 0 {
					err = o.Delivered(e.Serial)
				}
				if err == nil && i%4 == 1 {
					err = o.Keep(e.Serial, "why")
				}
				if err != nil || !slices.IsSortedFunc(o.Entries(), func(a, b Entry) int { return int(a.Serial - b.Serial) }) {
					t.Errorf("%v", err)
				}
			}
		})
	}
	all.Wait()
	got := o.Entries()
	if len(got) != people*each/2 || slices.ContainsFunc(got, func(e Entry) bool { return e.Serial > people*each }) {
		t.Errorf("%d are there", len(got))
	}
	wantAgain(t, o, got...)
}

func TestOnlyTheOwnerReadsIt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps rights elsewhere")
	}
	folder := filepath.Join(t.TempDir(), "almoner", "outbox")
	o := open(t, folder)
	add(t, o, grant(t, "One"))
	wantNil(t, o.Close())
	b, err := os.ReadFile(o.path())
	wantNil(t, err)
	b[len(b)-20]++
	wantNil(t, os.WriteFile(o.path(), b, 0o600))
	o, report, err := openOn(unlinked{}, folder)
	wantNil(t, err)
	wantNil(t, o.Close())
	for path, want := range map[string]os.FileMode{folder: 0o700, filepath.Dir(folder): 0o700, o.path(): 0o600, report.SetAside: 0o600} {
		info, err := os.Stat(path)
		wantNil(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has the rights %v", path, info.Mode())
		}
	}
}

func TestWhatNobodyNeedsIsNotKept(t *testing.T) {
	o := open(t, t.TempDir())
	stays := add(t, o, grant(t, "One"))
	for range 20 {
		big := grant(t, "Harbour bid.docx")
		big.Content = make([]byte, 1<<20)
		wantNil(t, o.Delivered(add(t, o, big).Serial))
		if o.size > 2*tidyAt {
			t.Fatalf("the file has %d bytes", o.size)
		}
	}
	wantNil(t, o.Delivered(stays.Serial))
	wantNil(t, o.Close())
	if info, err := os.Stat(o.path()); err != nil || info.Size() > 200 {
		t.Errorf("the file of an outbox with nothing in it: %v, %v", info.Size(), err)
	}
	if e := add(t, open(t, o.folder), grant(t, "The next")); e.Serial != 22 {
		t.Errorf("the serial %d was given after 21", e.Serial)
	}
}

// TestItIsWhatAListWouldBe does what may be done, in any order, to an outbox and to a list.
func TestItIsWhatAListWouldBe(t *testing.T) {
	made, err := New(&data.Grant{Stamp: data.Stamp{ID: "g"}, Title: "Outreach"}, nil, "operation", monday)
	wantNil(t, err)
	root, days := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		days++
		m := model{folder: filepath.Join(root, fmt.Sprint(days)), made: made}
		m.open(r)
		r.Repeat(map[string]func(*rapid.T){
			"":          m.check,
			"add":       m.add,
			"delivered": m.delivered,
			"keep":      m.keep,
			"fold":      m.fold,
			"settle":    m.settle,
			"close":     m.close,
			"killed":    m.killed,
		})
		wantNil(r, m.o.Close())
	})
}

type model struct {
	folder string
	made   Entry
	o      *Outbox
	want   []Entry
	last   int64
}

func (m *model) open(t *rapid.T) {
	o, report, err := openOn(quick{}, m.folder)
	wantNil(t, err)
	if report != (Report{}) {
		t.Fatalf("damaged: %+v", report)
	}
	m.o = o
}

func (m *model) check(t *rapid.T) {
	wantEntries(t, m.o.Entries(), m.want...)
	peeked, err := Peek(m.folder)
	wantNil(t, err)
	wantEntries(t, peeked, m.want...)
}

// come is another entry, of a few bytes or of many.
func (m *model) come(t *rapid.T) Entry {
	e := m.made
	e.Label = rapid.String().Draw(t, "label")
	if size := rapid.SampledFrom([]int{0, 0, 1, 1000, tidyAt}).Draw(t, "size"); size > 0 {
		e.Content = make([]byte, size)
	}
	return e
}

// came notes an entry as the outbox should have it.
func (m *model) came(t *rapid.T, e, got Entry) {
	m.last++
	e.Serial = m.last
	wantEntries(t, []Entry{got}, e)
	m.want = append(m.want, e)
}

// one is which entry something happens to.
func (m *model) one(t *rapid.T) int {
	if len(m.want) == 0 {
		t.Skip("nothing is there")
	}
	return rapid.IntRange(0, len(m.want)-1).Draw(t, "which")
}

func (m *model) remove(i int) { m.want = slices.Delete(slices.Clone(m.want), i, i+1) }

func (m *model) add(t *rapid.T) {
	e := m.come(t)
	got, err := m.o.Add(e)
	wantNil(t, err)
	m.came(t, e, got)
}

func (m *model) delivered(t *rapid.T) {
	i := m.one(t)
	wantNil(t, m.o.Delivered(m.want[i].Serial))
	m.remove(i)
}

func (m *model) keep(t *rapid.T) {
	i := m.one(t)
	m.want[i].State, m.want[i].Why = Kept, rapid.String().Draw(t, "why")
	wantNil(t, m.o.Keep(m.want[i].Serial, m.want[i].Why))
}

func (m *model) fold(t *rapid.T) {
	i := m.one(t)
	first := m.want[i]
	var later []int64
	for k := len(m.want) - 1; k > i; k-- {
		if rapid.Bool().Draw(t, "too") {
			later = append(later, m.want[k].Serial)
			m.remove(k)
		}
	}
	m.remove(i)
	e := m.come(t)
	got, err := m.o.Fold(first.Serial, later, e)
	wantNil(t, err)
	e.State, e.Why = first.State, first.Why
	m.came(t, e, got)
}

func (m *model) settle(t *rapid.T) {
	i := m.one(t)
	serial := m.want[i].Serial
	m.remove(i)
	if rapid.Bool().Draw(t, "nothing") {
		_, err := m.o.Settle(serial, nil)
		wantNil(t, err)
		return
	}
	e := m.come(t)
	got, err := m.o.Settle(serial, &e)
	wantNil(t, err)
	m.came(t, e, got)
}

func (m *model) close(t *rapid.T) {
	wantNil(t, m.o.Close())
	m.open(t)
}

// killed is the end of the program, perhaps in the middle of a line.
func (m *model) killed(t *rapid.T) {
	e := m.come(t)
	text, err := line{Number: m.o.lines + 1, Last: m.last + 1, Come: &e}.bytes()
	wantNil(t, err)
	cut := rapid.IntRange(0, len(text)-2).Draw(t, "cut")
	wantNil(t, disk{}.write(m.o.file, text[:cut], m.o.size))
	wantNil(t, m.o.closeFile())
	m.open(t)
}

func BenchmarkAdd(b *testing.B) {
	rec := &data.Grant{
		Stamp: data.Stamp{ID: data.NewID()}, Title: "Outreach for victims of stalking and harassment", Purpose: strings.Repeat("x", 500),
		Awards: []data.Award{{FinancialYear: 2024, Amount: data.Pounds(5500)}, {FinancialYear: 2025, Amount: data.Pounds(6100)}},
	}
	o := open(b, b.TempDir())
	bare, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	wantNil(b, err)
	defer func() { wantNil(b, bare.Close()) }()
	var adding, writing time.Duration
	for b.Loop() {
		before, start := o.size, time.Now()
		e, err := New(rec, nil, uuid.NewString(), start)
		wantNil(b, err)
		_, err = o.Add(e)
		wantNil(b, err)
		adding += time.Since(start)
		text := make([]byte, o.size-before)
		start = time.Now()
		_, err = bare.Write(text)
		wantNil(b, err)
		wantNil(b, bare.Sync())
		writing += time.Since(start)
	}
	b.ReportMetric(float64(adding)/float64(writing), "of-bare-write")
	b.ReportMetric(adding.Seconds()*1000/float64(b.N), "ms/add")
}
