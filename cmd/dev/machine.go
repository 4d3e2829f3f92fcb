package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// What Debian and Ubuntu call the things that the work needs.
var (
	// To compile a window: a C compiler and the headers of X11 and OpenGL.
	buildPackages = []string{
		"gcc", "libc6-dev", "pkg-config", "libgl-dev", "libx11-dev", "libxcursor-dev",
		"libxrandr-dev", "libxinerama-dev", "libxi-dev", "libxxf86vm-dev",
	}
	// To see a window without a screen: a virtual one, a window manager, hands and
	// eyes, OpenGL in software, and a font for the window manager.
	screenPackages = []string{"xvfb", "x11-xkb-utils", "openbox", "xdotool", "imagemagick", "libgl1-mesa-dri", "fonts-dejavu-core"}
	// To look into papers.
	paperPackages = []string{"poppler-utils", "qpdf"}
	// To let others read the Word files and spreadsheets.
	officePackages = []string{"libreoffice-writer", "libreoffice-calc"}
	// To hold papers to the standards of accessible ones.
	conformancePackages = []string{"maven", "default-jdk-headless", "npm", "chromium"}
	// To build for Windows.
	windowsPackages = []string{"gcc-mingw-w64-x86-64"}
	// To run what was built for Windows; the last is one of its recommendations, which are not installed.
	winePackages = []string{"wine", "wine64", "libxcomposite1"}
)

// missingError says what the machine lacks and what to type; it is for people as it stands.
type missingError struct{ sentence string }

func (e *missingError) Error() string { return e.sentence }

// need makes sure that the machine has the packages, by Debian's names for them.
// On Debian and its kin it installs what is missing; elsewhere it can only look
// for the programs and say what to install.
func (s *shop) need(ctx context.Context, packages ...string) error {
	switch runtime.GOOS {
	case "linux":
		if distro := thisDistro(); distro.isDebian() {
			return s.needOnDebian(ctx, packages)
		} else if lacking := lackingPrograms(packages, onPath); len(lacking) > 0 || !headersThere(ctx, s, packages) {
			return &missingError{distro.advice(packages)}
		}
		return nil
	case "darwin", "windows":
		if lacking := lackingPrograms(packages, onPath); len(lacking) > 0 {
			return &missingError{compilerAdvice(runtime.GOOS)}
		}
		return nil
	default:
		return &missingError{fmt.Sprintf("Almoner is built on Linux, macOS and Windows; this is %s.", runtime.GOOS)}
	}
}

func (s *shop) needOnDebian(ctx context.Context, packages []string) error {
	query := append([]string{"-W", "-f", "${Package} ${db:Status-Status}\n"}, packages...)
	answer, _ := s.ask(ctx, command{name: "dpkg-query", args: query}) // it fails when it does not know one; what it prints still holds
	missing := missingPackages(packages, answer)
	if len(missing) == 0 {
		return nil
	}
	as, prefix := "as root", []string(nil)
	if os.Geteuid() != 0 {
		as, prefix = "with sudo", []string{"sudo"}
		if !onPath("sudo") {
			return &missingError{typeThis(missing)}
		}
	}
	s.say("Installing what is missing, which may take minutes: %s (apt-get, %s)", strings.Join(missing, ", "), as)
	if err := s.install(ctx, aptCommands(prefix, missing)); err != nil {
		s.say("%v", err)
		return &missingError{typeThis(missing)}
	}
	if err := ctx.Err(); err != nil { // somebody pressed Ctrl+C meanwhile
		return fmt.Errorf("install what is missing: %w", err)
	}
	return nil
}

// install runs apt's commands to their end, as packages that are cut short stay half
// installed. A person is shown their words only when one fails: on a bare machine they
// are nine hundred lines. Without a network apt-get update only warns and install then
// knows no package, so the words of both are needed to see why.
func (s *shop) install(ctx context.Context, commands []command) error {
	var said bytes.Buffer
	for _, c := range commands {
		cmd := s.prepare(context.WithoutCancel(ctx), c)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, &said, &said
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: %w\n%s", c, err, bytes.TrimSpace(said.Bytes()))
		}
	}
	return nil
}

// typeThis is the sentence for a machine where we may not install anything.
func typeThis(missing []string) string {
	list := strings.Join(missing, " ")
	return "packages are missing and could not be installed from here. Type as root, then start again:\n" +
		"  apt-get update && apt-get install -y --no-install-recommends " + list
}

// aptCommands update the lists, which a fresh machine does not have, and install.
// sudo drops the environment, so the wish not to be asked goes through env.
func aptCommands(prefix, packages []string) []command {
	base := append(slices.Clone(prefix), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
	update := append(slices.Clone(base), "update")
	install := append(append(slices.Clone(base), "install", "-y", "--no-install-recommends"), packages...)
	return []command{{name: update[0], args: update[1:]}, {name: install[0], args: install[1:]}}
}

// missingPackages reads what dpkg-query printed: a package and its status a line.
func missingPackages(wanted []string, answer string) []string {
	installed := map[string]bool{}
	for line := range strings.Lines(answer) {
		if name, status, ok := strings.Cut(strings.TrimSpace(line), " "); ok && status == "installed" {
			installed[name] = true
		}
	}
	var missing []string
	for _, p := range wanted {
		if !installed[p] {
			missing = append(missing, p)
		}
	}
	return missing
}

// distro is what /etc/os-release says of a Linux.
type distro struct {
	id   string
	like []string // older relatives, nearest first
	name string   // for people
}

// thisDistro is the Linux that this is.
func thisDistro() distro {
	release, err := os.ReadFile("/etc/os-release")
	if err != nil {
		release = nil // a system that does not say what it is
	}
	return parseRelease(string(release))
}

func parseRelease(text string) distro {
	d := distro{name: "this Linux"}
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		key, value, ok := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		if !ok || strings.HasPrefix(key, "#") {
			continue
		}
		value = strings.Trim(value, `"'`)
		switch key {
		case "ID":
			d.id = value
		case "ID_LIKE":
			d.like = strings.Fields(value)
		case "PRETTY_NAME":
			d.name = value
		}
	}
	return d
}

func (d distro) is(id string) bool { return d.id == id || slices.Contains(d.like, id) }

func (d distro) isDebian() bool { return d.is("debian") || d.is("ubuntu") }

func onPath(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}
