package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

//go:embed wine/processprng.c
var processPrng []byte

// noWine is why the Windows build cannot be tried here; empty if it can.
func noWine() string {
	switch {
	case runtime.GOOS != "linux":
		return "that is done under wine, on Linux"
	case !onPath("wine"):
		return "wine is not installed"
	case !onPath(windowsCompiler):
		return "mingw-w64, with which a part of Windows that wine lacks is made, is not installed"
	}
	return ""
}

// tryUnderWine lets the Windows build of three programs work on one office and kills them now and then. Nothing that any of them was told
// is saved may be missing.
func (s *shop) tryUnderWine(ctx context.Context) error {
	prefix := filepath.Join(s.cache, "wine")
	env := []string{"WINEPREFIX=" + prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml="}
	system := filepath.Join(prefix, "drive_c", "windows", "system32")
	if _, err := os.Stat(filepath.Join(system, "bcryptprimitives.dll")); err != nil {
		if err := s.prepareWine(ctx, env, system); err != nil {
			return err
		}
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
	soak := command{name: "wine", args: []string{program, "soak", "run", `Z:` + folder, "--processes", "3", "--kills", "5", "--for", "20s"}, env: env}
	if err := s.run(ctx, soak); err != nil {
		return fmt.Errorf("%w; what was left is in %s", err, folder)
	}
	return os.RemoveAll(folder)
}

// prepareWine makes a Windows for our programs, with the part that wine 8 lacks.
func (s *shop) prepareWine(ctx context.Context, env []string, system string) error {
	if err := s.run(ctx, command{name: "wine", args: []string{"wineboot", "-i"}, env: env}); err != nil {
		return err
	}
	source := filepath.Join(s.cache, "processprng.c")
	if err := os.WriteFile(source, processPrng, 0o600); err != nil {
		return err
	}
	library := filepath.Join(system, "bcryptprimitives.dll")
	err := s.run(ctx, command{name: windowsCompiler, args: []string{"-shared", "-O2", "-s", "-o", library, source, "-ladvapi32"}})
	return errors.Join(err, os.Remove(source))
}
