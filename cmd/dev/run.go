package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"almoner/cmd/almoner/screen"
)

// sampleReply is the reference of the request in the sample office whose reply has
// an appendix table: the paper that shows what the program is for.
const sampleReply = "FOI/25-001"

type runVerb struct {
	Office string `help:"Open this office file instead of the sample." placeholder:"FILE" type:"existingfile"`
	Out    string `help:"Folder for screenshot and paper where there is no screen; out at the root of the repository if not given." placeholder:"DIR"`
}

// Run builds the program and opens its window, on a virtual screen if there is no
// other.
func (v *runVerb) Run(ctx context.Context, s *shop) error {
	screenless := hasNoScreen(runtime.GOOS, os.Getenv)
	packages := compilerPackages(runtime.GOOS)
	if screenless {
		s.say("This machine has no screen (DISPLAY and WAYLAND_DISPLAY are empty): the window opens on a virtual one.")
		packages = slices.Concat(packages, screenPackages, paperPackages)
	}
	if err := s.need(ctx, packages...); err != nil {
		return err
	}
	window := executable(filepath.Join(s.cache, "bin"), "almoner", runtime.GOOS)
	build := step{"Building the window program (minutes the first time, then seconds)", s.doing(unstamped(buildWindow(runtime.GOOS, window)))}
	if screenless {
		return v.show(ctx, s, build, window)
	}
	return s.follow(ctx, []step{build, {"The window is open; it is done when you close it", func(ctx context.Context) error {
		return s.run(ctx, command{name: window, args: v.windowArgs()})
	}}})
}

// unstamped builds without the commit in the binary: git refuses to name it to
// another user than the folder's owner, as happens in containers, and then go
// refuses to build.
func unstamped(build command) command {
	build.args = slices.Insert(slices.Clone(build.args), 1, "-buildvcs=false")
	return build
}

// hasNoScreen tells a server or a container from a desk.
func hasNoScreen(goos string, getenv func(string) string) bool {
	return goos == "linux" && getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == ""
}

func (v *runVerb) windowArgs() []string {
	if v.Office != "" {
		return []string{v.Office}
	}
	return []string{"--sample"}
}

// show does without a screen what a person would look at: the window, and the
// paper that comes out.
func (v *runVerb) show(ctx context.Context, s *shop, build step, window string) error {
	dir, err := s.outFolder(v.Out)
	if err != nil {
		return err
	}
	picture := filepath.Join(dir, "window.png")
	files := []string{picture}
	steps := []step{build, {"Opening the window on a virtual screen", func(ctx context.Context) error {
		return photograph(ctx, window, v.windowArgs(), picture)
	}}}
	if v.Office == "" {
		terminal := executable(filepath.Join(s.cache, "bin"), "almonerctl", runtime.GOOS)
		p := sampleFiles(dir)
		files = append(files, p.office, p.reply)
		for _, paper := range samplePrints {
			files = append(files, filepath.Join(dir, paper.file))
		}
		steps = append(steps,
			step{"Building almonerctl", s.doing(unstamped(buildTerminal(runtime.GOOS, terminal)))},
			step{"Making a sample office and printing its papers", func(ctx context.Context) error {
				return s.printReply(ctx, terminal, p)
			}},
			step{"Turning the reply's pages into pictures", func(ctx context.Context) error {
				pages, err := s.picturePages(ctx, p)
				files = append(files, pages...)
				return err
			}})
	}
	if err := s.follow(ctx, steps); err != nil {
		return err
	}
	s.say("Look at:")
	for _, f := range files {
		s.say("  %s", f)
	}
	return nil
}

// photograph opens the window on a screen of its own, takes a picture once it has
// drawn, and ends all of it.
func photograph(ctx context.Context, window string, args []string, picture string) (err error) {
	display, err := screen.Open(ctx, screen.Size)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, display.Close()) }()
	home, err := os.MkdirTemp("", "almoner-home-")
	if err != nil {
		return fmt.Errorf("make a home for the program: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	cmd := exec.Command(window, args...)
	cmd.Env = display.Environ(home)
	program, err := screen.Start(cmd)
	if err != nil {
		return err
	}
	defer program.Stop() // before its home and its screen go
	if _, err := display.WaitDrawn(ctx, program); err != nil {
		return err
	}
	return display.Screenshot(ctx, picture)
}

// replyFiles are what the demonstration leaves behind.
type replyFiles struct{ office, reply, pages string } // pages: what the pictures' names begin with

func sampleFiles(dir string) replyFiles {
	base := filepath.Join(dir, strings.ReplaceAll(sampleReply, "/", "-"))
	return replyFiles{office: filepath.Join(dir, "sample.almoner"), reply: base + ".pdf", pages: base}
}

// remove removes what an earlier run left. The journal goes with its office: one of
// a run that was cut short would be played back into the new office.
func (p replyFiles) remove() error {
	for _, old := range []string{p.office, p.office + "-journal", p.reply} {
		if err := os.Remove(old); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("remove what an earlier run left: %w", err)
		}
	}
	return nil
}

// printReply makes a new sample office, looks that the request is among its
// requests, and prints the reply. What an earlier run left is replaced.
func (s *shop) printReply(ctx context.Context, terminal string, p replyFiles) error {
	if err := p.remove(); err != nil {
		return err
	}
	if err := s.run(ctx, command{name: terminal, args: []string{"new", p.office, "--sample"}}); err != nil {
		return err
	}
	requests, err := s.ask(ctx, command{name: terminal, args: []string{"list", p.office, "requests", "--json"}})
	if err != nil {
		return err
	}
	if !strings.Contains(requests, `"`+sampleReply+`"`) {
		return fmt.Errorf("the sample office has no request %s", sampleReply)
	}
	if err := s.run(ctx, command{name: terminal, args: []string{"print", p.office, "foi", sampleReply, "-o", p.reply}}); err != nil {
		return err
	}
	for _, paper := range samplePrints {
		args := append([]string{"print", p.office}, paper.words...)
		if err := s.run(ctx, command{name: terminal, args: append(args, "-o", filepath.Join(filepath.Dir(p.reply), paper.file))}); err != nil {
			return err
		}
	}
	return nil
}

// samplePrints are the other papers that are printed, each in a form that shows it best.
var samplePrints = []struct {
	file  string
	words []string
}{
	{"decision.pdf", []string{"decision", "DN/24-25/004"}},
	{"decision.html", []string{"decision", "DN/24-25/004", "--as", "html"}},
	{"decision.docx", []string{"decision", "DN/24-25/004", "--as", "docx"}},
	{"board-paper.pdf", []string{"board-paper", "BP/2025/01"}},
	{"grant-dossier.pdf", []string{"grant-dossier", "23/24 – 0006"}},
	{"crime-grants.pdf", []string{"crime-grants", "--year", "2024"}},
	{"certificates.pdf", []string{"certificates", "Scams: what carers see first"}},
	{"grants.xlsx", []string{"register", "grants", "--year", "2024", "--as", "xlsx"}},
}

// picturePages makes a PNG of each page and returns their names in order.
func (s *shop) picturePages(ctx context.Context, p replyFiles) ([]string, error) {
	old, err := filepath.Glob(p.pages + "-*.png")
	if err != nil {
		return nil, fmt.Errorf("find the pictures of an earlier run: %w", err)
	}
	for _, f := range old {
		if err := os.Remove(f); err != nil {
			return nil, fmt.Errorf("remove a picture of an earlier run: %w", err)
		}
	}
	if err := s.run(ctx, command{name: "pdftoppm", args: []string{"-r", "80", "-png", p.reply, p.pages}}); err != nil {
		return nil, err
	}
	pages, err := filepath.Glob(p.pages + "-*.png")
	if err != nil || len(pages) == 0 {
		return nil, fmt.Errorf("pdftoppm made no picture of %s", p.reply)
	}
	return pages, nil
}
