// Package screen drives the real program on a screen of its own, as a person
// would: it starts a virtual display with a window manager, runs the program on
// it, finds what is visible, clicks, types and takes pictures.
//
// A Display can be used alone (cmd/dev shows the window on a machine without a
// screen). A Program belongs to a test: every step either works before its
// deadline or ends the test with a sentence and a picture of what was there.
//
// It is plain Go and needs Xvfb, openbox, xdotool and ImageMagick's import, all
// of which `go run ./cmd/dev test` installs on Debian and Ubuntu.
package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Size is the size of most screens in council offices, in pixels.
const Size = "1366x768"

// patience is how long anything on the screen may take. It is long because the
// machine may be building something else; whoever waits looks again every look.
const (
	patience = 60 * time.Second
	look     = 50 * time.Millisecond
)

// Display is a virtual screen with a window manager on it. Without one, no window
// gets the focus and none can be closed politely.
type Display struct {
	// Name is what programs know it by, such as ":99".
	Name string

	home    string
	xvfb    *Process
	manager *Process
}

// Open starts a display of the given size ("1366x768") on the first free number.
// The caller closes it.
func Open(ctx context.Context, size string) (*Display, error) {
	home, err := os.MkdirTemp("", "almoner-screen-")
	if err != nil {
		return nil, fmt.Errorf("open a virtual screen: %w", err)
	}
	d := &Display{home: home}
	if err := d.open(ctx, size); err != nil {
		return nil, errors.Join(fmt.Errorf("open a virtual screen: %w", err), d.Close())
	}
	return d, nil
}

func (d *Display) open(ctx context.Context, size string) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := d.makeOpener(); err != nil {
		return err
	}
	if err := d.startServer(ctx, size); err != nil {
		return err
	}
	return d.startManager(ctx)
}

// makeOpener puts a stand-in for the system's opener before it in the path: it notes what it is asked to open. A real one would start
// whatever viewer this machine has, which outlives the test and writes into its home.
func (d *Display) makeOpener() error {
	folder := filepath.Join(d.home, "programs")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return fmt.Errorf("make a stand-in for the viewer: %w", err)
	}
	script := "#!/bin/sh\nprintf '%s\\n' \"$1\" >>'" + d.opened() + "'\n"
	if err := os.WriteFile(filepath.Join(folder, "xdg-open"), []byte(script), 0o700); err != nil { //nolint:gosec // it is a program
		return fmt.Errorf("make a stand-in for the viewer: %w", err)
	}
	return nil
}

// opened is the file in which stands what was opened, a line each.
func (d *Display) opened() string { return filepath.Join(d.home, "opened") }

// startServer lets Xvfb choose the number and tell it, so that two rigs on one
// machine never fight over one.
func (d *Display) startServer(ctx context.Context, size string) error {
	keyboard := filepath.Join(d.home, "keyboard")
	if err := layouts(keyboard); err != nil {
		return err
	}
	told, tell, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("start Xvfb: %w", err)
	}
	defer func() { _ = told.Close() }()
	// Without -noreset a server starts over when its last client leaves, and throws out whoever is just connecting.
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "+extension", "GLX",
		"-noreset", "-nolisten", "tcp", "-xkbdir", keyboard)
	cmd.ExtraFiles = []*os.File{tell} // the child's descriptor 3
	d.xvfb, err = Start(cmd)
	_ = tell.Close()
	if err != nil {
		return err
	}
	number := make(chan string, 1)
	go func() {
		b, _ := io.ReadAll(io.LimitReader(told, 16)) // ends when Xvfb closes its end, having told or died
		number <- strings.TrimSpace(string(b))
	}()
	select {
	case n := <-number:
		if _, err := strconv.Atoi(n); err != nil {
			return fmt.Errorf("start Xvfb: it named no display: %s", d.xvfb.Last(500))
		}
		d.Name = ":" + n
		return nil
	case <-ctx.Done():
		return fmt.Errorf("start Xvfb: %w", ctx.Err())
	}
}

func (d *Display) startManager(ctx context.Context) error {
	cmd := exec.Command("openbox", "--sm-disable")
	cmd.Env = d.Environ(d.home)
	var err error
	if d.manager, err = Start(cmd); err != nil {
		return err
	}
	err = until(ctx, d.manager, func() (bool, error) {
		_, err := d.xdotool(ctx, "get_num_desktops") // answered only once a window manager reigns
		return err == nil, nil
	})
	if err != nil {
		return fmt.Errorf("wait for openbox: %w", err)
	}
	return nil
}

// Close ends everything that the display started.
func (d *Display) Close() error {
	for _, p := range []*Process{d.manager, d.xvfb} {
		if p != nil {
			p.Stop()
		}
	}
	if err := os.RemoveAll(d.home); err != nil {
		return fmt.Errorf("close the virtual screen: %w", err)
	}
	return nil
}

// Environ is what a program is started with: this display, software OpenGL, a
// locale that has pounds, and home as the only folder it knows, so that neither
// the person's settings nor their real offices take part.
func (d *Display) Environ(home string) []string {
	var env []string
	for _, e := range os.Environ() {
		if !personal(e) {
			env = append(env, e)
		}
	}
	return append(env,
		"PATH="+filepath.Join(d.home, "programs")+string(filepath.ListSeparator)+os.Getenv("PATH"),
		"DISPLAY="+d.Name, "LIBGL_ALWAYS_SOFTWARE=1", "LANG=C.UTF-8", "HOME="+home,
		"FYNE_THEME=light", // a virtual screen has no setting for it, and offices have daylight
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_DATA_HOME="+filepath.Join(home, "data"),
		"XDG_CACHE_HOME="+filepath.Join(home, "cache"), "XDG_STATE_HOME="+filepath.Join(home, "state"),
	)
}

func personal(e string) bool {
	name, _, _ := strings.Cut(e, "=")
	for _, prefix := range []string{"XDG_", "LC_", "FYNE_", "ALMONER_", "WINE"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	switch name {
	case "PATH", "DISPLAY", "WAYLAND_DISPLAY", "LANG", "LANGUAGE", "HOME", "LIBGL_ALWAYS_SOFTWARE", "DBUS_SESSION_BUS_ADDRESS":
		return true
	}
	return false
}

// WaitDrawn waits until the process has a window, has drawn it, and has stopped
// changing it. It returns the window's number.
func (d *Display) WaitDrawn(ctx context.Context, p *Process) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var window string
	err := until(ctx, p, func() (bool, error) {
		window = d.window(ctx, p)
		return window != "", nil
	})
	if err != nil {
		return "", fmt.Errorf("wait for the window: %w", err)
	}
	var before []byte
	err = until(ctx, p, func() (bool, error) {
		now, err := d.capture(ctx, window)
		if err != nil {
			return false, err
		}
		still := bytes.Equal(now, before)
		before = now
		return still && drawn(now), nil
	})
	if err != nil {
		return "", fmt.Errorf("wait until the window is drawn: %w", err)
	}
	return window, nil
}

// window is the number of the newest visible window of the process, empty while
// there is none: xdotool calls that a failure.
func (d *Display) window(ctx context.Context, p *Process) string {
	found, err := d.xdotool(ctx, "search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid))
	if windows := strings.Fields(found); err == nil && len(windows) > 0 {
		return windows[len(windows)-1]
	}
	return ""
}

// drawn tells a window with something in it from one that is still empty: the
// edges of letters alone have more shades than this.
func drawn(picture []byte) bool {
	img, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		return false
	}
	return shades(img, 9) > 8
}

// shades counts the colours in img, and stops counting at most.
func shades(img image.Image, most int) int {
	seen := map[[3]uint32]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y && len(seen) < most; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			seen[[3]uint32{r, g, bl}] = true
		}
	}
	return len(seen)
}

// Screenshot keeps a picture of the whole screen as a PNG file.
func (d *Display) Screenshot(ctx context.Context, file string) error {
	picture, err := d.capture(ctx, "root")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("keep a screenshot: %w", err)
	}
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		return fmt.Errorf("keep a screenshot: %w", err)
	}
	return nil
}

// capture takes a picture without dates in it, so that equal looks are equal bytes.
func (d *Display) capture(ctx context.Context, window string) ([]byte, error) {
	return d.ask(ctx, "import", "-silent", "-window", window, "-strip", "+set", "date:create", "+set", "date:modify",
		"-define", "png:exclude-chunks=date,time", "png:-")
}

func (d *Display) xdotool(ctx context.Context, args ...string) (string, error) {
	out, err := d.ask(ctx, "xdotool", args...)
	return strings.TrimSpace(string(out)), err
}

// ask runs a short command on the display and returns what it prints.
func (d *Display) ask(ctx context.Context, name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.Name, "LANG=C.UTF-8", "LC_ALL=C.UTF-8")
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, strings.TrimSpace(complaint.String()))
	}
	return out.Bytes(), nil
}
