package screen

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"almoner/ui/inspect/tree"
)

// addressVariable is inspect.AddressFile. That package knows the window's
// library, which needs cgo; this one is built without.
const addressVariable = "ALMONER_WINDOWTEST"

// TB is what the rig needs of a *testing.T. cmd/dev uses the Display alone and
// need not carry the testing package for it.
type TB interface {
	Helper()
	Name() string
	Failed() bool
	Cleanup(func())
	Logf(format string, args ...any)
	Fatalf(format string, args ...any)
	TempDir() string
	Context() context.Context
}

// Options are what a test may choose; the zero value will do.
type Options struct {
	Args []string // what the program is started with
	Env  []string // added to its environment, as NAME=value
	Home string   // its home folder; the same for two starts in a row keeps what it remembers
	Size string   // of the screen, Size if empty

	// Windows is the folder of a Windows (see the function Windows) on which the program, which is built for it, is run under wine. Empty
	// for a program of this system.
	Windows string
}

// Program is the program under test on a display of its own. Its methods end the
// test when what they wait for does not come.
type Program struct {
	t       TB
	display *Display
	process *Process
	window  string
	windows string // the folder of its own Windows, if it runs on one
	address string
	client  http.Client
}

// Run starts the binary and waits until its window is there and drawn. All ends
// with the test; a failed test leaves a picture, the tree and the program's
// words in the artifact folder.
func Run(t TB, binary string, o Options) *Program {
	t.Helper()
	if o.Size == "" {
		o.Size = Size
	}
	p := newProgram(t)
	var err error
	if p.display, err = Open(t.Context(), o.Size); err != nil {
		t.Fatalf("%v", err)
	}
	t.Cleanup(p.end)
	if err := p.start(binary, o); err != nil {
		t.Fatalf("start %s: %v", binary, err)
	}
	return p
}

func newProgram(t TB) *Program { return &Program{t: t, client: http.Client{Timeout: patience}} }

func (p *Program) start(binary string, o Options) error {
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	addressFile, err := p.launch(binary, o)
	if err != nil {
		return err
	}
	if p.window, err = p.display.WaitDrawn(ctx, p.process); err != nil {
		return err
	}
	if err := until(ctx, p.process, func() (bool, error) { return p.readAddress(addressFile) }); err != nil {
		return fmt.Errorf("wait for the program's address (is it built with the tag windowtest?): %w", err)
	}
	return p.activate(ctx)
}

// launch starts the program, and is the file that it will write its address to.
func (p *Program) launch(binary string, o Options) (addressFile string, err error) {
	if o.Home == "" {
		o.Home = p.t.TempDir()
	}
	if err := os.MkdirAll(filepath.Join(o.Home, "cache"), 0o700); err != nil { // Fyne makes its own folder in it, but not this one
		return "", fmt.Errorf("make its home: %w", err)
	}
	addressFile = filepath.Join(p.display.home, "address")
	var cmd *exec.Cmd
	if o.Windows == "" {
		cmd = exec.Command(binary, o.Args...)
		cmd.Env = append(p.display.Environ(o.Home), addressVariable+"="+addressFile)
	} else if cmd, err = p.underWine(binary, o, addressFile); err != nil {
		return "", err
	}
	cmd.Dir = o.Home
	cmd.Env = append(cmd.Env, o.Env...)
	p.process, err = Start(cmd)
	return addressFile, err
}

// underWine is the program on a Windows of its home's own, just switched on. The loader that is called becomes the program, so what holds of
// the process holds of the program.
func (p *Program) underWine(binary string, o Options, addressFile string) (*exec.Cmd, error) {
	p.windows = filepath.Join(o.Home, "windows")
	if err := ownWindows(p.windows, o.Windows); err != nil {
		return nil, err
	}
	if err := switchOff(p.t.Context(), p.windows); err != nil { // its desktop is still on the screen of the day before
		return nil, err
	}
	cmd := exec.Command("wine", append([]string{binary}, o.Args...)...)
	for _, e := range p.display.Environ(o.Home) {
		if !strings.HasPrefix(e, "XDG_") { // the program would take them for folders of Windows
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(append(cmd.Env, WineEnviron(p.windows)...), addressVariable+"="+onDriveZ(addressFile))
	return cmd, nil
}

func (p *Program) readAddress(file string) (bool, error) {
	b, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return false, nil
	}
	p.address = string(b)
	return err == nil, err
}

// activate gives the window the keyboard, which the window manager usually has
// done already.
func (p *Program) activate(ctx context.Context) error {
	err := until(ctx, p.process, func() (bool, error) {
		active, err := p.display.xdotool(ctx, "getactivewindow")
		if err == nil && active == p.window {
			return true, nil
		}
		_, err = p.display.xdotool(ctx, "windowactivate", p.window)
		return false, err
	})
	if err != nil {
		return fmt.Errorf("give the window the keyboard: %w", err)
	}
	return nil
}

// end runs after the test, whatever came of it.
func (p *Program) end() {
	if p.t.Failed() {
		p.keepEvidence()
	}
	if p.process != nil {
		p.process.Stop()
	}
	p.close()
}

// close takes away what the program ran on.
func (p *Program) close() {
	ctx, cancel := context.WithTimeout(context.Background(), patience) // the test's own has ended by now
	defer cancel()
	if p.windows != "" {
		if err := switchOff(ctx, p.windows); err != nil {
			p.t.Logf("%v", err)
		}
	}
	if err := p.display.Close(); err != nil {
		p.t.Logf("%v", err)
	}
}

func (p *Program) keepEvidence() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	base := filepath.Join(Artifacts(), strings.ReplaceAll(p.t.Name(), "/", "-")+"-failed")
	if err := p.display.Screenshot(ctx, base+".png"); err != nil {
		p.t.Logf("no picture of the failure: %v", err)
		return
	}
	p.t.Logf("the screen when it failed: %s.png", base)
	if p.process == nil {
		return
	}
	p.t.Logf("the program's last words: %s", p.process.Last(2000))
	if w, err := p.tree(ctx); err == nil {
		b, _ := json.MarshalIndent(w, "", " ") // plain values: it cannot fail
		if err := os.WriteFile(base+".json", b, 0o644); err == nil {
			p.t.Logf("what was visible then: %s.json", base)
		}
	}
}

// tree asks the program what is visible.
func (p *Program) tree(ctx context.Context) (tree.Window, error) {
	var w tree.Window
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+p.address+"/tree", http.NoBody)
	if err != nil {
		return w, fmt.Errorf("ask what is visible: %w", err)
	}
	resp, err := p.client.Do(req)
	if err != nil {
		return w, fmt.Errorf("ask what is visible: %w", err)
	}
	defer func() { _ = resp.Body.Close() }()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return w, fmt.Errorf("ask what is visible: %w", err)
	}
	if err := json.Unmarshal(b, &w); err != nil {
		return w, fmt.Errorf("understand what is visible: %w", err)
	}
	return w, nil
}

// Said is all that the program has written to its terminal, at most its last n bytes.
func (p *Program) Said(n int) string { return p.process.Last(n) }

// RequestClose asks the window to close, as its cross does, and returns at once:
// the program may have a question first.
func (p *Program) RequestClose() {
	p.t.Helper()
	p.Key("alt+F4") // openbox closes the active window
}

// Close closes the window and waits until the program has ended well.
func (p *Program) Close() {
	p.t.Helper()
	for range closings { // the keys go to whichever window is active, which a new one is not at once
		p.RequestClose()
		ctx, cancel := context.WithTimeout(p.t.Context(), patience/closings)
		_, err := p.process.Wait(ctx)
		cancel()
		if err == nil {
			break
		}
	}
	p.WaitExit()
}

// closings is how often a window is asked to close before it is given up.
const closings = 3

// WaitExit waits until the program has ended by itself, without complaint.
func (p *Program) WaitExit() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	code, err := p.process.Wait(ctx)
	if err != nil {
		p.t.Fatalf("%v", err)
	}
	if code != 0 {
		p.t.Fatalf("the program ended with exit code %d: %s", code, p.process.Last(2000))
	}
}

// WaitOpened waits until the program has asked the system to open a file, and returns all that it has asked for.
func (p *Program) WaitOpened() []string {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	var files []string
	err := until(ctx, p.process, func() (bool, error) {
		lines, err := os.ReadFile(p.display.opened())
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
		files = strings.Split(strings.TrimSuffix(string(lines), "\n"), "\n")
		return strings.HasSuffix(string(lines), "\n"), nil
	})
	if err != nil {
		p.t.Fatalf("wait for a file to be opened: %v", err)
	}
	return files
}

// Kill ends the program at once, as a power cut would.
func (p *Program) Kill() { p.process.Kill() }

// Running tells whether the program has not ended.
func (p *Program) Running() bool { return p.process.Running() }

// pause is the time between two looks that must be equal. It is several of the
// window's frames (60 a second), because two looks within one frame are always
// equal.
const pause = 100 * time.Millisecond
