//go:build windowtest

package screen_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"almoner/cmd/almoner/screen"
	"almoner/ui/inspect/tree"
)

const tiny = "cmd/almoner/screen/testdata/tiny"

// open runs the tiny program, which saves into the file that is returned.
func open(t *testing.T) (p *screen.Program, saved string) {
	t.Helper()
	saved = filepath.Join(t.TempDir(), "saved.txt")
	return screen.Run(t, screen.Build(t, tiny), screen.Options{Args: []string{saved}}), saved
}

func TestTypeClickAndSave(t *testing.T) {
	p, saved := open(t)
	if n := p.Find(screen.Placeholder("Your name")); n.Name != "tiny.name" {
		t.Errorf("the entry with the placeholder calls itself %q", n.Name)
	}
	p.Click(screen.Name("tiny.name"))
	p.Find(screen.Name("tiny.name"), screen.Focused())
	p.Type("Gwenllïan £5,500 – ŵ")
	p.Click(screen.Type("Button"), screen.Text("Greet"))
	p.Find(screen.Type("widget.Label"), screen.Text("Hello, Gwenllïan £5,500 – ŵ"))

	p.Key("ctrl+s")
	p.WaitFor("the title to say that it is saved", func(w tree.Window) bool { return w.Title == "Tiny: saved" })
	p.Close()
	if got, err := os.ReadFile(saved); err != nil || string(got) != "Gwenllïan £5,500 – ŵ" {
		t.Errorf("saved %q, %v", got, err)
	}
}

func TestReplaceWhatAnEntryHolds(t *testing.T) {
	p, _ := open(t)
	p.Click(screen.Name("tiny.name"))
	p.Type("first")
	p.Replace("second", screen.Name("tiny.name"))
	p.Find(screen.Name("tiny.name"), screen.Text("second"))
}

func TestMenuIsOpenedByMouse(t *testing.T) {
	p, saved := open(t)
	p.Click(screen.Name("tiny.name"))
	p.Type("abc")
	p.Click(screen.Text("File"))
	p.Click(screen.Text("Save"))
	p.WaitFor("the title to say that it is saved", func(w tree.Window) bool { return w.Title == "Tiny: saved" })
	if got, err := os.ReadFile(saved); err != nil || string(got) != "abc" {
		t.Errorf("saved %q, %v", got, err)
	}
}

func TestListScrollsAndOpensTheRowThatIsSeen(t *testing.T) {
	p, _ := open(t)
	p.Scroll(20, screen.Text("Row 3"))
	p.WaitGone(screen.Text("Row 0"))
	list := p.Find(screen.Type("widget.List"))
	rows := p.Tree().Nodes
	rows = slices.DeleteFunc(rows, func(n tree.Node) bool { return n.Type != "widget.Label" || !strings.HasPrefix(n.Text, "Row") })
	middle := rows[len(rows)/2]
	p.ClickNode(middle)
	p.Find(screen.Text(strings.Replace(middle.Text, "Row", "Opened row", 1)))
	for _, row := range rows { // the first and the last are cut: what lies outside the list cannot be seen or clicked
		if row.Y < list.Y || row.Y+row.H > list.Y+list.H {
			t.Errorf("%s reaches from %d to %d, the list from %d to %d", row.Text, row.Y, row.Y+row.H, list.Y, list.Y+list.H)
		}
	}
}

func TestClosingAsksAndTheTopmostButtonIsTheOneClicked(t *testing.T) {
	p, _ := open(t)
	p.Click(screen.Name("tiny.name"))
	p.Type("unsaved")
	p.RequestClose()
	if n := p.Find(screen.Text("Leave without saving?")); n.Layer != 1 {
		t.Errorf("the question lies on layer %d", n.Layer)
	}
	p.Click(screen.Type("Button"), screen.Text("No"))
	p.WaitGone(screen.Text("Leave without saving?"))
	if !p.Running() {
		t.Fatal("it closed although the answer was no")
	}
	p.RequestClose()
	p.Click(screen.Type("Button"), screen.Text("Yes"))
	p.WaitExit()
}

func TestScreenshotShowsTheWindow(t *testing.T) {
	t.Setenv("ALMONER_ARTIFACTS", t.TempDir())
	p, _ := open(t)
	file, err := os.Open(p.Screenshot("tiny"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); fmt.Sprintf("%dx%d", size.X, size.Y) != screen.Size {
		t.Errorf("the picture is %v, the screen %s", size, screen.Size)
	}
}

func TestProgramOpensOnlyItsOwnHome(t *testing.T) {
	home := t.TempDir()
	binary := screen.Build(t, tiny)
	saved := filepath.Join(t.TempDir(), "saved.txt")
	p := screen.Run(t, binary, screen.Options{Args: []string{saved}, Home: home})
	if said := p.Said(1000); !strings.Contains(said, "tiny has started") {
		t.Errorf("it said %q", said)
	}
	p.Kill()
	if p.Running() {
		t.Error("it survived being killed")
	}
	if kept, err := os.ReadDir(home); err != nil || len(kept) == 0 {
		t.Errorf("nothing was kept in its home: %v, %v", kept, err)
	}
}

// failing stands in for a test that fails: Fatalf stops it as testing does, and
// its clean-up runs when we say.
type failing struct {
	*testing.T
	cleanups []func()
	said     string
	failed   bool
}

func (f *failing) Cleanup(c func())                { f.cleanups = append(f.cleanups, c) }
func (f *failing) Failed() bool                    { return f.failed }
func (f *failing) Logf(format string, args ...any) { f.said += fmt.Sprintf(format, args...) + "\n" }
func (f *failing) Fatalf(format string, args ...any) {
	f.failed = true
	f.Logf(format, args...)
	panic(f)
}

func TestFailureLeavesAPictureAndNoProcess(t *testing.T) {
	artifacts := t.TempDir()
	t.Setenv("ALMONER_ARTIFACTS", artifacts)
	f := &failing{T: t}
	var p *screen.Program
	func() {
		defer func() {
			if recover() != f {
				t.Error("the program ended by itself, and nothing failed")
			}
		}()
		p = screen.Run(f, screen.Build(t, tiny), screen.Options{Args: []string{"unused"}})
		p.Click(screen.Text("File"))
		p.Key("Escape")
		p.RequestClose() // nothing typed: it closes, and what is waited for can never come
		p.Find(screen.Text("There is no such text"))
	}()
	if !strings.Contains(f.said, "showing “There is no such text”: the program has ended") {
		t.Errorf("the failure reads %q", f.said)
	}
	for _, c := range slices.Backward(f.cleanups) {
		c()
	}
	if p.Running() {
		t.Error("the program outlives the test")
	}
	if kept, _ := filepath.Glob(filepath.Join(artifacts, "*-failed.png")); len(kept) != 1 {
		t.Errorf("pictures of the failure: %v", kept)
	}
}
