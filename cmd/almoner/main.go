// Command almoner is the desktop program: it wires the window to the office file, the log and the folders of this machine, and
// does nothing else.
//
//	almoner              the first page, or the office that was open last
//	almoner OFFICE       that office
//	almoner --sample     the sample office
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"almoner/assets"
	"almoner/data"
	"almoner/data/sample"
	"almoner/ui"
	"almoner/ui/inspect"
	"almoner/ui/printing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"
	"gopkg.in/natefinch/lumberjack.v2"
)

// appID is the program's name to the operating system, and to Fyne's settings.
const appID = "uk.almoner.Almoner"

func main() {
	sample := flag.Bool("sample", false, "open the sample office")
	flag.Usage = func() {
		_, _ = fmt.Fprintln(flag.CommandLine.Output(), "almoner [--sample] [OFFICE]\n\nOpens the office file OFFICE, or the one that was open last.")
		flag.PrintDefaults()
	}
	flag.Parse()
	startFree()
	logFile := &lumberjack.Logger{Filename: filepath.Join(xdg.StateHome, "almoner", "almoner.log"), MaxSize: 5, MaxBackups: 3}
	defer logFile.Close() //nolint:errcheck // nothing is left to tell it to
	log := slog.New(slog.NewTextHandler(logFile, nil))
	defer crashed(log)

	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	last := ""
	if !*sample && flag.NArg() == 0 {
		last = ui.LastOffice(a)
	}
	files := newFiles(log)
	program := ui.New(a, ui.Options{
		Files: openAhead(files, last), Care: files.care(), Papers: papers, Show: show, Printing: printing.System{}, Today: today, Log: log,
		End: end(a, log),
	})
	switch {
	case *sample:
		program.Sample()
	case flag.NArg() > 0:
		program.Open(flag.Arg(0))
	default:
		program.Reopen()
	}
	inspect.Serve(program.Window())
	program.Window().ShowAndRun()
}

// today is the day by the clock, but in the sample office, which would look neglected on any later day than its own.
func today(office string) data.Date {
	if path, err := samplePath(); err == nil && office == path {
		return sample.Today()
	}
	return data.DateOf(now())
}

// crashed leaves a panic in the log before the program goes down with it.
func crashed(log *slog.Logger) {
	if r := recover(); r != nil {
		log.Error("the program came down", "panic", r, "stack", string(debug.Stack()))
		fmt.Fprintln(os.Stderr, "Almoner came down. What is known of it is in its log.")
		panic(r)
	}
}
