package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"almoner/data"
	"almoner/data/sample"
	"almoner/data/sqlite"
	"almoner/data/sqlite/place"

	"github.com/adrg/xdg"
)

// now is the clock. Everything else is handed the time or the day.
var now = time.Now

// files comes by office files on this machine, for the person who is logged in to it.
type files struct {
	user sqlite.User
	log  *slog.Logger
}

func newFiles(log *slog.Logger) files { return files{sqlite.CurrentUser(), log} }

// officesFolder is where this computer keeps what it has of offices.
func officesFolder() string { return filepath.Join(xdg.StateHome, "almoner", "offices") }

// care is what can be done about office files from this computer.
func (f files) care() sqlite.Care {
	return sqlite.Care{Folder: officesFolder(), User: f.user, Log: f.log}
}

// Open opens an office file, which others may have open too.
func (f files) Open(ctx context.Context, path string, progress func(done, total int64)) (data.Office, error) {
	o, err := sqlite.Share(ctx, path, f.user, sqlite.Options{Folder: officesFolder(), Progress: progress, Log: f.log})
	if err != nil {
		return nil, err
	}
	return o, nil
}

// Create makes an office file, and opens it.
func (f files) Create(ctx context.Context, path string, details *data.OfficeDetails) (data.Office, error) {
	if why := place.Examine(path).RefusalToMake(path); why != "" {
		return nil, &data.Fault{Sentence: why}
	}
	o, err := sqlite.Create(ctx, path, details, f.user)
	if err != nil {
		return nil, err
	}
	if err := o.Close(); err != nil {
		return nil, err
	}
	return f.Open(ctx, path, nil)
}

// samplePath is where the sample office lies.
func samplePath() (string, error) {
	return xdg.DataFile(filepath.Join("almoner", "Sample office.almoner"))
}

// Sample opens the sample office, which lies with the program's own data, and makes it the first time.
func (f files) Sample(ctx context.Context) (data.Office, error) {
	path, err := samplePath()
	if err != nil {
		return nil, fmt.Errorf("find a place for the sample office: %w", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return f.Open(ctx, path, nil)
	}
	details, records := sample.Office()
	o, err := sqlite.Create(ctx, path, details, f.user)
	if err != nil {
		return nil, err
	}
	if err := o.SaveAll(ctx, records, nil); err != nil {
		return nil, errors.Join(err, o.Close(), os.Remove(path))
	}
	if err := o.Close(); err != nil {
		return nil, err
	}
	return f.Open(ctx, path, nil)
}

// papers is the folder that papers are put into: "Almoner papers" among the person's documents.
func papers() (string, error) {
	folder := filepath.Join(xdg.UserDirs.Documents, "Almoner papers")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", &data.Fault{Sentence: "The folder " + folder + " cannot be made, so there is nowhere to put the paper.", Cause: err}
	}
	return folder, nil
}

// show opens a file with the program that the person has for it.
func show(file string) error {
	var open *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		open = exec.Command("rundll32", "url.dll,FileProtocolHandler", file)
	case "darwin":
		open = exec.Command("open", file)
	default:
		open = exec.Command("xdg-open", file)
	}
	if err := open.Start(); err != nil {
		return fmt.Errorf("open %s: %w", file, err)
	}
	go func() { _ = open.Wait() }() // what the viewer does with it is its own affair
	return nil
}
