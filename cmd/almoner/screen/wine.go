package screen

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// WindowsTags are what the Windows build of a window under test is built with: that which people get, and the tag to look into it.
const WindowsTags = "windowtest,migrated_fynedo,no_animations,accessibility"

// WindowsCompiler is mingw-w64's C compiler, which makes Windows programs here.
const WindowsCompiler = "x86_64-w64-mingw32-gcc"

// missingParts are parts that a Windows is to be without: mscoree and mshtml, which wine would offer to download, winemenubuilder, which
// writes into the person's own menus, and uiautomationcore, which speaks to screen readers: that of wine 8 is half made and brings down who
// calls it, and Fyne does without where there is none.
const missingParts = "mscoree,mshtml,uiautomationcore,winemenubuilder.exe="

//go:embed wine/processprng.c
var processPrng []byte

// NoWine is why a Windows program cannot be run here; empty if it can.
func NoWine() string {
	switch {
	case runtime.GOOS != "linux":
		return "that is done under wine, on Linux"
	case runtime.GOARCH != "amd64":
		return "it is a program for x86-64, and this computer is another"
	case !onPath("wine") || !onPath("wineserver"):
		return "wine is not installed"
	case !onPath(WindowsCompiler):
		return "mingw-w64, with which a part of Windows that wine lacks is made, is not installed"
	}
	return ""
}

func onPath(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}

// WineEnviron is what a program needs in its environment to run on the Windows in that folder.
func WineEnviron(windows string) []string {
	return []string{"WINEPREFIX=" + windows, "WINEDEBUG=-all", "WINEDLLOVERRIDES=" + missingParts}
}

// MakeWindows makes a Windows for our programs in that folder, with the part that wine 8 lacks, unless it is there. That takes a quarter of
// a minute.
func MakeWindows(ctx context.Context, folder string) error {
	system := filepath.Join(folder, "drive_c", "windows", "system32")
	library := filepath.Join(system, "bcryptprimitives.dll") // the last that is made
	if _, err := os.Stat(library); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil { // wine makes its own folder, but not this one
		return fmt.Errorf("make a Windows: %w", err)
	}
	if err := runUnder(ctx, folder, "wine", "wineboot", "-i"); err != nil {
		return fmt.Errorf("make a Windows: %w", err)
	}
	if err := switchOff(ctx, folder); err != nil { // only then are its settings on the disk
		return err
	}
	source := filepath.Join(system, "processprng.c")
	if err := os.WriteFile(source, processPrng, 0o600); err != nil {
		return fmt.Errorf("make a Windows: %w", err)
	}
	err := runUnder(ctx, folder, WindowsCompiler, "-shared", "-O2", "-s", "-o", library, source, "-ladvapi32")
	if err = errors.Join(err, os.Remove(source)); err != nil {
		return fmt.Errorf("make a Windows: %w", err)
	}
	return nil
}

func runUnder(ctx context.Context, windows, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), WineEnviron(windows)...)
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, strings.TrimSpace(string(said)))
	}
	return nil
}

// Windows is the folder of a Windows for programs under test, which is made the first time. Each home gets one of its own, of which it is
// the larger part.
func Windows(t TB) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil { // a bare container has no HOME
		cache = os.TempDir()
	}
	folder := filepath.Join(cache, "almoner-dev", "wine") // cmd/dev's too
	if err := MakeWindows(t.Context(), folder); err != nil {
		t.Fatalf("%v", err)
	}
	return folder
}

// BuildWindows builds the program in a folder of the repository for Windows, so that it can be looked into, and returns the binary.
func BuildWindows(t TB, folder string) string {
	t.Helper()
	return build(t, folder, filepath.Base(folder)+".exe", WindowsTags, "GOOS=windows", "GOARCH=amd64", "CC="+WindowsCompiler)
}

// ownWindows makes a Windows in that folder which shares the system with another but has settings and people of its own, and its own server:
// what one of them does, and its being switched off, is nothing to the other.
func ownWindows(folder, other string) error {
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	drive := filepath.Join(folder, "drive_c")
	err := errors.Join(os.MkdirAll(drive, 0o700), os.Mkdir(filepath.Join(folder, "dosdevices"), 0o700))
	for _, settings := range []string{"system.reg", "user.reg", "userdef.reg", ".update-timestamp"} {
		err = errors.Join(err, copyFile(filepath.Join(folder, settings), filepath.Join(other, settings)))
	}
	err = errors.Join(err,
		link(filepath.Join(other, "drive_c"), drive, "users"),
		os.Symlink(filepath.Join("..", "drive_c"), filepath.Join(folder, "dosdevices", "c:")),
		os.Symlink("/", filepath.Join(folder, "dosdevices", "z:")))
	if err != nil {
		return fmt.Errorf("make a Windows of its own: %w", err)
	}
	return nil
}

func copyFile(to, from string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o600)
}

// switchOff ends all that runs on the Windows in that folder, and returns when its settings are on the disk.
func switchOff(ctx context.Context, folder string) error {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	_ = runUnder(ctx, folder, "wineserver", "-k") // fails only when nothing runs
	if err := runUnder(ctx, folder, "wineserver", "-w"); err != nil {
		return fmt.Errorf("switch a Windows off: %w", err)
	}
	return nil
}

// onDriveZ is what a file of this system is called on a Windows of wine's.
func onDriveZ(file string) string { return "Z:" + strings.ReplaceAll(file, "/", `\`) }
