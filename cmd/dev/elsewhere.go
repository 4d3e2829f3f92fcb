package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"almoner/cmd/almoner/screen"
)

// program is the program that a package brings, where it brings one that we call.
var program = map[string]string{
	"gcc": "gcc", "pkg-config": "pkg-config", "xvfb": "Xvfb", "x11-xkb-utils": "xkbcomp", "openbox": "openbox",
	"xdotool": "xdotool", "imagemagick": "import", "poppler-utils": "pdftoppm", "qpdf": "qpdf",
	"gcc-mingw-w64-x86-64": screen.WindowsCompiler, "libreoffice-writer": "soffice", "libreoffice-calc": "soffice",
	"maven": "mvn", "default-jdk-headless": "java", "npm": "npm", "chromium": "chromium",
}

// lackingPrograms are the programs of the packages that there says are not there.
func lackingPrograms(packages []string, there func(string) bool) []string {
	var lacking []string
	for _, p := range packages {
		if name := program[p]; name != "" && !there(name) && !slices.Contains(lacking, name) {
			lacking = append(lacking, name)
		}
	}
	return lacking
}

// headersThere asks pkg-config whether a window can be compiled, if the packages
// are wanted for that.
func headersThere(ctx context.Context, s *shop, packages []string) bool {
	if !slices.Contains(packages, "libx11-dev") {
		return true
	}
	_, err := s.ask(ctx, command{name: "pkg-config", args: []string{"--exists", "gl", "x11", "xcursor", "xrandr", "xinerama", "xi", "xxf86vm"}})
	return err == nil
}

// elsewhere is what other systems call the packages, after their own command.
var elsewhere = []struct {
	id, command string
	names       map[string]string
}{
	{"fedora", "sudo dnf install", map[string]string{
		"libc6-dev": "glibc-devel", "pkg-config": "pkgconf-pkg-config", "libgl-dev": "mesa-libGL-devel", "libx11-dev": "libX11-devel",
		"libxcursor-dev": "libXcursor-devel", "libxrandr-dev": "libXrandr-devel", "libxinerama-dev": "libXinerama-devel",
		"libxi-dev": "libXi-devel", "libxxf86vm-dev": "libXxf86vm-devel", "xvfb": "xorg-x11-server-Xvfb", "x11-xkb-utils": "xkbcomp",
		"imagemagick": "ImageMagick", "libgl1-mesa-dri": "mesa-dri-drivers", "fonts-dejavu-core": "dejavu-sans-fonts", "gcc-mingw-w64-x86-64": "mingw64-gcc",
		"default-jdk-headless": "java-21-openjdk-headless",
	}},
	{"arch", "sudo pacman -S --needed", map[string]string{
		"libc6-dev": "glibc", "pkg-config": "pkgconf", "libgl-dev": "libglvnd", "libx11-dev": "libx11", "libxcursor-dev": "libxcursor",
		"libxrandr-dev": "libxrandr", "libxinerama-dev": "libxinerama", "libxi-dev": "libxi", "libxxf86vm-dev": "libxxf86vm",
		"xvfb": "xorg-server-xvfb", "x11-xkb-utils": "xorg-xkbcomp", "poppler-utils": "poppler", "libgl1-mesa-dri": "mesa",
		"fonts-dejavu-core": "ttf-dejavu", "gcc-mingw-w64-x86-64": "mingw-w64-gcc",
		"libreoffice-writer": "libreoffice-fresh", "libreoffice-calc": "libreoffice-fresh", "default-jdk-headless": "jdk-openjdk",
	}},
}

// advice says what to install on a Linux that is not of Debian's family.
func (d distro) advice(packages []string) string {
	for _, e := range elsewhere {
		if !d.is(e.id) {
			continue
		}
		names := make([]string, len(packages))
		for i, p := range packages {
			if names[i] = e.names[p]; names[i] == "" {
				names[i] = p
			}
		}
		return fmt.Sprintf("something is missing on %s. Type this, then start again:\n  %s %s", d.name, e.command, strings.Join(names, " "))
	}
	return fmt.Sprintf("something is missing on %s. Install what Debian calls\n  %s\nthen start again.", d.name, strings.Join(packages, " "))
}

// compilerAdvice says what to install where no package of ours is known. The
// window needs nothing but a C compiler there.
func compilerAdvice(goos string) string {
	if goos == "darwin" {
		return "the C compiler is missing. Install Apple's command line tools, then start again:\n  xcode-select --install"
	}
	return "the C compiler (gcc) is missing. Install MSYS2's, put C:\\msys64\\ucrt64\\bin on the PATH, then start again:\n" +
		"  winget install MSYS2.MSYS2\n" +
		"  C:\\msys64\\usr\\bin\\pacman -S --noconfirm mingw-w64-ucrt-x86_64-gcc"
}
