package ui

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"almoner/data"
	"almoner/data/sqlite"
	"almoner/ui/desk"
	"almoner/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// sharedFiles are office files as people share them.
type sharedFiles struct {
	realFiles
	who  string
	desk string
}

func (f sharedFiles) share(ctx context.Context, path string) (*sqlite.Shared, error) {
	return sqlite.Share(ctx, path, sqlite.User{Name: f.who, Machine: "laptop of " + f.who}, sqlite.Options{Folder: f.desk, Poll: 20 * time.Millisecond})
}

func (f sharedFiles) Open(ctx context.Context, path string, _ func(done, total int64)) (data.Office, error) {
	o, err := f.share(ctx, path)
	if err != nil {
		return nil, err
	}
	return o, nil
}

// queue is work for the window, which a test does when it looks at it.
type queue chan func()

func (q queue) do(work func()) { q <- work }

// sharedWindow is a window on an office that others have open too.
type sharedWindow struct {
	*Program
	queue queue
}

// sharing is Ann’s window on an office, and Bryn’s office on the same file.
func sharing(t *testing.T) (sharedWindow, *sqlite.Shared) {
	t.Helper()
	return sharingOf(t, func(folder string) Files { return realFiles{folder} })
}

// sharingOf is sharing the sample of some files, which lie in the folder that those are given.
func sharingOf(t *testing.T, filesIn func(folder string) Files) (sharedWindow, *sqlite.Shared) {
	t.Helper()
	test.NewTempApp(t)
	folder := t.TempDir()
	made, err := filesIn(folder).Sample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ann := sharedFiles{realFiles{folder}, "Ann", filepath.Join(folder, "of Ann")}
	q := make(queue, 10_000)
	p := New(test.NewTempApp(t), Options{
		Care:   sqlite.Care{User: me, Folder: t.TempDir()},
		Do:     q.do,
		Files:  ann,
		Papers: func() (string, error) { return folder, nil },
		Show:   func(string) error { return nil },
		Today:  func(string) data.Date { return data.NewDate(2025, time.November, 22) },
		Log:    slog.New(slog.NewTextHandler(io.Discard, nil)),
		Go:     func(work func()) { work() },
	})
	p.Open(made.Path())
	bryn, err := sharedFiles{realFiles{folder}, "Bryn", filepath.Join(folder, "of Bryn")}.share(t.Context(), made.Path())
	if err != nil {
		t.Fatal(err)
	}
	var once sync.Once
	t.Cleanup(func() { once.Do(func() { _ = bryn.Close() }); p.close() })
	return sharedWindow{p, q}, bryn
}

// soon waits until the window shows something that comes to it from elsewhere.
func soon(t *testing.T, p sharedWindow, what string, is func() bool) {
	t.Helper()
	limit := time.After(20 * time.Second)
	for !is() {
		select {
		case work := <-p.queue:
			work()
		case <-time.After(20 * time.Millisecond):
		case <-limit:
			t.Fatalf("it did not come to pass that %s; the window says:\n%s", what, words(p.Program))
		}
	}
}

func shows(p sharedWindow, what string) func() bool {
	return func() bool { return strings.Contains(words(p.Program), what) }
}

func grantTitled(t *testing.T, o data.Office, title string) *data.Grant {
	t.Helper()
	for _, g := range data.All[*data.Grant](o.Register()) {
		if g.Title == title {
			return g
		}
	}
	t.Fatalf("there is no grant %q", title)
	return nil
}

func TestAColleagueIsSeenAndSoIsWhatTheColleagueSaves(t *testing.T) {
	p, bryn := sharing(t)
	p.shell.section(desk.Grants)
	soon(t, p, "Bryn is seen", shows(p, "Bryn is here"))
	soon(t, p, "all is saved", shows(p, "All saves are in the file"))
	g := data.Clone(grantTitled(t, bryn, "Helpline"))
	g.Title = "Helpline for all"
	if _, err := bryn.Save(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	soon(t, p, "the list shows it", shows(p, "Helpline for all"))
	p.shell.OpenRecord(data.KindGrant, g.ID, "")
	bryn.Attend(data.IDOf(g), true)
	soon(t, p, "it is seen that Bryn changes it", shows(p, "Bryn is changing this too"))
}

func TestWithoutItsFileTheWindowGoesOnAndSaysSo(t *testing.T) {
	p, bryn := sharing(t)
	folder := filepath.Dir(bryn.Path())
	g := grantTitled(t, p.office, "Helpline")
	if err := os.Rename(folder, folder+" away"); err != nil {
		t.Fatal(err)
	}
	p.shell.OpenRecord(data.KindGrant, g.ID, "")
	fyne.DoAndWait(func() {
		find[fyne.Focusable](t, p.Program, "grant.title").(interface{ SetText(string) }).SetText("Typed offline")
	})
	p.shell.current().(interface{ Save(func()) }).Save(nil)
	soon(t, p, "it says that one is offline", shows(p, "Offline: 1 change waits"))
	soon(t, p, "the page says where the change is", shows(p, "Saved on this computer; waits for the office file"))
	if err := os.Rename(folder+" away", folder); err != nil {
		t.Fatal(err)
	}
	soon(t, p, "all is saved", shows(p, "All saves are in the file"))
	soon(t, p, "Bryn has it", func() bool {
		return data.All[*data.Grant](bryn.Register())[0] != nil && hasTitle(bryn, "Typed offline")
	})
}

func hasTitle(o data.Office, title string) bool {
	for _, g := range data.All[*data.Grant](o.Register()) {
		if g.Title == title {
			return true
		}
	}
	return false
}

// typedMeanwhile lets Ann save another title of the grant “Helpline” while her computer does not reach the file, in which Cai does
// something.
func typedMeanwhile(t *testing.T, p sharedWindow, bryn *sqlite.Shared, does func(cai data.Office) error) {
	t.Helper()
	g := grantTitled(t, bryn, "Helpline")
	folder := filepath.Dir(bryn.Path())
	p.shell.OpenRecord(data.KindGrant, g.ID, "")
	if err := os.Rename(folder, folder+" away"); err != nil {
		t.Fatal(err)
	}
	fyne.DoAndWait(func() {
		find[fyne.Focusable](t, p.Program, "grant.title").(interface{ SetText(string) }).SetText("Ann’s title")
	})
	p.shell.current().(interface{ Save(func()) }).Save(nil)
	soon(t, p, "it waits", shows(p, "Offline: 1 change waits"))
	cai, err := sqlite.Open(t.Context(), filepath.Join(folder+" away", filepath.Base(bryn.Path())), sqlite.User{Name: "Cai", Machine: "laptop"})
	if err != nil {
		t.Fatal(err)
	}
	if err := does(cai); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(folder+" away", folder); err != nil {
		t.Fatal(err)
	}
}

func TestAChangeThatWasNotTakenIsChosenInTheWindow(t *testing.T) {
	p, bryn := sharing(t)
	typedMeanwhile(t, p, bryn, func(cai data.Office) error {
		theirs := data.Clone(grantTitled(t, cai, "Helpline"))
		theirs.Title = "Cai’s title"
		_, err := cai.Save(t.Context(), theirs)
		return err
	})
	soon(t, p, "it is asked which shall stand", shows(p, "Which shall stand?"))
	soon(t, p, "the foot says so", shows(p, "1 to choose"))
	test.Tap(find[fyne.Tappable](t, p.Program, "answer.Done"))
	soon(t, p, "all is saved", shows(p, "All saves are in the file"))
	soon(t, p, "Bryn sees what was chosen", func() bool { return hasTitle(bryn, "Ann’s title") })
	if n := len(p.office.Doubts()); n != 0 {
		t.Errorf("%d doubts are left", n)
	}
}

func TestAChangeOfWhatSomebodyDeletedIsSavedAsANewOne(t *testing.T) {
	p, bryn := sharing(t)
	typedMeanwhile(t, p, bryn, func(cai data.Office) error { return cai.Delete(t.Context(), grantTitled(t, cai, "Helpline")) })
	soon(t, p, "the foot says so", shows(p, "1 to choose"))
	soon(t, p, "it is asked what is to become of it", func() bool {
		if p.window.Canvas().Overlays().Top() == nil {
			test.Tap(find[*widgets.Button](t, p.Program, "standing.decide"))
		}
		return shows(p, "This was not taken")()
	})
	test.Tap(find[fyne.Tappable](t, p.Program, "answer.Save it as a new one"))
	soon(t, p, "all is saved", shows(p, "All saves are in the file"))
	soon(t, p, "Bryn has it", func() bool { return hasTitle(bryn, "Ann’s title") })
	if n := len(p.office.Doubts()); n != 0 {
		t.Errorf("%d doubts are left", n)
	}
}
