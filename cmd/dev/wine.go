package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"almoner/cmd/almoner/screen"
)

// underWine is in the name of every test of the real window that runs the Windows build.
const underWine = "UnderWine"

// wantWine installs what the Windows build is tried with, where it can. Where it cannot, why is only said: all else is tested without it.
func (s *shop) wantWine(ctx context.Context) {
	if screen.NoWine() == "" || runtime.GOOS != "linux" || runtime.GOARCH != "amd64" || !thisDistro().isDebian() {
		return
	}
	if err := s.needOnDebian(ctx, slices.Concat(winePackages, windowsPackages)); err != nil {
		s.say("To try the Windows build, %v", err)
	}
}

// testUnderWine runs the tests of the real window that run the Windows build. Go would take an older result for theirs when only what is
// for Windows alone has changed.
func testUnderWine() command {
	return command{name: "go", args: goTest(underWine, "-count", "1", "-tags", windowTestTags, "./cmd/almoner"), env: []string{"CGO_ENABLED=1"}}
}

// tryUnderWine lets the Windows build of three programs work on one office and kills them now and then. Nothing that any of them was told
// is saved may be missing.
func (s *shop) tryUnderWine(ctx context.Context) error {
	windows := filepath.Join(s.cache, "wine")
	if err := screen.MakeWindows(ctx, windows); err != nil {
		return err
	}
	program := filepath.Join(s.cache, "almonerctl-wine.exe")
	build := command{name: "go", args: []string{"build", "-o", program, "./cmd/almonerctl"}, env: []string{"CGO_ENABLED=0", "GOOS=windows", "GOARCH=amd64"}}
	if err := s.run(ctx, build); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "almoner-wine")
	if err != nil {
		return err
	}
	soak := command{
		name: "wine", args: []string{program, "soak", "run", `Z:` + folder, "--processes", "3", "--kills", "5", "--for", "20s"},
		env: screen.WineEnviron(windows),
	}
	if err := s.run(ctx, soak); err != nil {
		return fmt.Errorf("%w; what was left is in %s", err, folder)
	}
	return os.RemoveAll(folder)
}
