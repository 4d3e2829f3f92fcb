package presence

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	if office := os.Getenv(helperOffice); office != "" {
		if err := help(office); err != nil {
			_, _ = os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

// quick is the protocol some forty times as fast.
const quick = 100 * time.Millisecond

func newOffice(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "Swyddfa # 100% Gwynedd.almoner")
}

func join(t *testing.T, office, name string, o Options) *Presence {
	t.Helper()
	if o.Poll == 0 {
		o.Poll = quick
	}
	p, err := Join(t.Context(), office, Person{Client: name, Name: name, Machine: name + "'s computer"}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Leave(); err != nil {
			t.Errorf("%s leaves: %v", name, err)
		}
	})
	return p
}

// eventually waits for what does not happen at once. It is generous: a slow machine is no fault.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for !is() {
		if time.Now().After(deadline) {
			t.Fatalf("it never came about that %s", what)
		}
		pause(context.Background(), 5*time.Millisecond)
	}
}

func names(people []Person) string {
	var all []string
	for _, p := range people {
		all = append(all, p.Name)
	}
	return strings.Join(all, " ")
}

func sees(p *Presence, want string) func() bool {
	return func() bool { return names(p.Others()) == want }
}

func filesOf(t *testing.T, office string) []string {
	t.Helper()
	entries, err := os.ReadDir(office + ".users")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		if e.Name() != "bell" {
			all = append(all, e.Name())
		}
	}
	return all
}

func bellOf(t *testing.T, office string) string {
	t.Helper()
	b, err := os.ReadFile(folderOf(office, nil).bell())
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOneAloneMayWriteAtOnce(t *testing.T) {
	p := join(t, newOffice(t), "ann", Options{Poll: time.Hour}) // so that nothing but the first look can have told
	if v := p.Verdict(); v.State != Proved {
		t.Errorf("alone, and the locks are %s", v.State)
	}
	if others := p.Others(); len(others) != 0 {
		t.Errorf("alone with %v", others)
	}
	if p.OnlyLooks() {
		t.Error("it may write here")
	}
}

func TestColleaguesSeeEachOtherComeAndGo(t *testing.T) {
	office := newOffice(t)
	ann := join(t, office, "ann", Options{})
	ben := join(t, office, "Ben", Options{})
	if got := names(ben.Others()); got != "ann" {
		t.Errorf("the joiner sees %q", got)
	}
	if v := ben.Verdict(); v.State != Proved {
		t.Errorf("ann's lock is refused, and the locks are %s", v.State)
	}
	eventually(t, "ann sees Ben", sees(ann, "Ben"))
	cat := join(t, office, "cat", Options{})
	eventually(t, "ann sees both, by name", sees(ann, "Ben cat"))
	if p := ann.Others()[0]; p.Client != "Ben" || p.Machine != "Ben's computer" || time.Since(p.Joined) > time.Minute {
		t.Errorf("Ben is %+v", p)
	}
	if err := ben.Leave(); err != nil {
		t.Error(err)
	}
	eventually(t, "ann sees that Ben left", sees(ann, "cat"))
	if err := cat.Leave(); err != nil {
		t.Error(err)
	}
	eventually(t, "ann is alone", sees(ann, ""))
	if got := filesOf(t, office); !slices.Equal(got, []string{"ann.json", "ann.lock"}) {
		t.Errorf("left behind: %v", got)
	}
	if v := ann.Verdict(); v.State != Proved {
		t.Errorf("in the end the locks are %s", v.State)
	}
}

func TestMovesAndLongHoldsAreSeen(t *testing.T) {
	office := newOffice(t)
	changed := make(chan struct{}, 100)
	ann := join(t, office, "ann", Options{Changed: func() { changed <- struct{}{} }})
	ben := join(t, office, "ben", Options{})
	eventually(t, "ann sees ben", sees(ann, "ben"))
	at := Where{Kind: "grant", Record: "G-17", Label: "Safer Streets, “Môn”", Editing: true}
	ben.Move(Where{Kind: "fund"})
	ben.Move(at)
	eventually(t, "ann sees where ben is", func() bool { return ann.Others()[0].At == at })
	eventually(t, "both have nothing to say", func() bool { return quiet(t, ann)() && quiet(t, ben)() })
	before := bellOf(t, office)
	ben.Holding(true)
	eventually(t, "ben rings, so that nobody has to wait for a minute", func() bool { return bellOf(t, office) != before })
	eventually(t, "ann sees that ben holds the file", func() bool { return ann.Others()[0].Holding })
	if holders, err := ann.Holders(t.Context()); err != nil || names(holders) != "ben" {
		t.Errorf("held by %v, %v", holders, err)
	}
	ben.Holding(false)
	eventually(t, "ann sees that ben let go", func() bool { return !ann.Others()[0].Holding })
	if got := ann.Others()[0].At; got != at {
		t.Errorf("holding moved him to %v", got)
	}
	if len(changed) < 4 {
		t.Errorf("told of %d changes", len(changed))
	}
}

func TestSettledWaits(t *testing.T) {
	p := join(t, newOffice(t), "ann", Options{})
	if v, err := p.Settled(t.Context()); err != nil || v.State != Proved {
		t.Errorf("%v, %v", v, err)
	}
}

func TestNamesThatAreNoFileNames(t *testing.T) {
	for _, bad := range []string{"a/b", "..", "a b", "é", "-a", "nul", "COM1", strings.Repeat("a", 65)} {
		if _, err := Join(t.Context(), newOffice(t), Person{Client: bad}, Options{}); err == nil {
			t.Errorf("%q became the name of a file", bad)
		}
	}
	p, err := Join(t.Context(), newOffice(t), Person{}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Leave(); err != nil {
		t.Error(err)
	}
}

func TestAfterLeavingNothingHangs(t *testing.T) {
	p := join(t, newOffice(t), "ann", Options{})
	for range 2 {
		if err := p.Leave(); err != nil {
			t.Error(err)
		}
	}
	p.Move(Where{Kind: "grant"})
	p.Holding(true)
	if _, err := p.Silent(t.Context()); !errors.Is(err, ErrLeft) {
		t.Errorf("asked after leaving: %v", err)
	}
}
