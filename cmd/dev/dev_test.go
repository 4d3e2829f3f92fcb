package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"almoner/cmd/almoner/screen"

	"github.com/alecthomas/kong"
)

func TestOnlyWhatIsMissingIsInstalled(t *testing.T) {
	answer := "gcc installed\nxvfb config-files\nqpdf not-installed\nopenbox installed\nlibc6-dev unpacked\n"
	got := missingPackages([]string{"gcc", "libc6-dev", "xvfb", "openbox", "qpdf", "xdotool"}, answer)
	if want := []string{"libc6-dev", "xvfb", "qpdf", "xdotool"}; !slices.Equal(got, want) {
		t.Errorf("missing are %q, want %q", got, want)
	}
}

func TestAptIsNeverAskedAndBringsNoExtras(t *testing.T) {
	for _, c := range []struct{ prefix, first string }{{"", "env"}, {"sudo", "sudo"}} {
		commands := aptCommands(strings.Fields(c.prefix), []string{"xvfb", "qpdf"})
		if len(commands) != 2 || !strings.HasSuffix(commands[0].String(), "apt-get -qq update") {
			t.Fatalf("the lists are not brought up to date first: %v", commands)
		}
		install := commands[1]
		if install.name != c.first || !strings.HasSuffix(install.String(),
			"env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends xvfb qpdf") {
			t.Errorf("installs with %q", install)
		}
	}
}

func TestInstallingIsQuietUntilItFailsAndIsNotCutShort(t *testing.T) {
	var out bytes.Buffer
	s := &shop{out: &out, err: &out}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	version := command{name: "go", args: []string{"version"}}
	if err := s.install(stopped, []command{version}); err != nil {
		t.Errorf("Ctrl+C cuts it short: %v", err)
	}
	err := s.install(t.Context(), []command{version, {name: "go", args: []string{"nosuchverb"}}})
	for _, said := range []string{"go version go", "go nosuchverb: unknown command"} {
		if err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("the failure does not say %q: %v", said, err)
		}
	}
	if out.Len() != 0 {
		t.Errorf("the screen fills with %q", out.String())
	}
}

func TestReleaseFileNamesTheFamily(t *testing.T) {
	for _, c := range []struct {
		name, text string
		debian     bool
		advice     string
	}{
		{"Debian", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n", true, ""},
		{"Ubuntu", "ID=ubuntu\nID_LIKE=debian\n", true, ""},
		{"Mint", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true, ""},
		{"Fedora", "# a comment\nNAME='Fedora Linux'\nID=fedora\nPRETTY_NAME='Fedora Linux 44'\n", false, "on Fedora Linux 44. Type this, then start again:\n  sudo dnf install gcc libX11-devel"},
		{"Manjaro", "ID=manjaro\nID_LIKE=arch\n", false, "  sudo pacman -S --needed gcc libx11"},
		{"another", "ID=void\nPRETTY_NAME=Void\n", false, "on Void. Install what Debian calls\n  gcc libx11-dev\n"},
		{"none", "", false, "on this Linux."},
	} {
		d := parseRelease(c.text)
		if d.isDebian() != c.debian {
			t.Errorf("%s: of Debian's family: %v", c.name, d.isDebian())
		}
		if got := d.advice([]string{"gcc", "libx11-dev"}); !c.debian && !strings.Contains(got, c.advice) {
			t.Errorf("%s: the advice is %q, without %q", c.name, got, c.advice)
		}
	}
}

func TestEveryProgramThatIsLackingIsNamed(t *testing.T) {
	there := func(name string) bool { return name == "gcc" }
	got := lackingPrograms(slices.Concat([]string{"gcc", "libx11-dev"}, screenPackages, paperPackages, officePackages), there)
	if want := []string{"Xvfb", "xkbcomp", "openbox", "xdotool", "import", "pdftoppm", "qpdf", "soffice"}; !slices.Equal(got, want) {
		t.Errorf("lacking are %q, want %q", got, want)
	}
}

func TestAServerHasNoScreenAndADeskHas(t *testing.T) {
	for _, c := range []struct {
		goos string
		env  map[string]string
		want bool
	}{
		{"linux", nil, true},
		{"linux", map[string]string{"DISPLAY": ":0"}, false},
		{"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, false},
		{"darwin", nil, false},
		{"windows", nil, false},
	} {
		if got := hasNoScreen(c.goos, func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s %v: no screen is %v", c.goos, c.env, got)
		}
	}
}

func TestBuildCommands(t *testing.T) {
	for _, c := range []struct{ goos, window, terminal string }{
		{"linux", "CGO_ENABLED=1 GOOS=linux go build -tags migrated_fynedo,no_animations,x11 -o B ./cmd/almoner", "CGO_ENABLED=0 GOOS=linux go build -o B ./cmd/almonerctl"},
		{"darwin", "CGO_ENABLED=1 GOOS=darwin go build -tags migrated_fynedo,no_animations,accessibility -o B ./cmd/almoner", "CGO_ENABLED=0 GOOS=darwin go build -o B ./cmd/almonerctl"},
	} {
		if got := buildWindow(c.goos, "B").String(); got != c.window {
			t.Errorf("%s: window is built with %q", c.goos, got)
		}
		if got := buildTerminal(c.goos, "B").String(); got != c.terminal {
			t.Errorf("%s: terminal is built with %q", c.goos, got)
		}
	}
	if got := unstamped(buildTerminal("linux", "B")).String(); !strings.HasSuffix(got, "go build -buildvcs=false -o B ./cmd/almonerctl") {
		t.Errorf("without the commit it is built with %q", got)
	}
	if runtime.GOOS == "windows" {
		return // there the compiler is the system's own
	}
	want := "CGO_ENABLED=1 GOOS=windows CC=x86_64-w64-mingw32-gcc GOARCH=amd64 go build -tags migrated_fynedo,no_animations,accessibility -o B -ldflags -H=windowsgui ./cmd/almoner"
	if got := buildWindow("windows", "B").String(); got != want {
		t.Errorf("for Windows the window is built with %q", got)
	}
	if got := executable("dir", "almoner", "windows"); got != filepath.Join("dir", "almoner.exe") {
		t.Errorf("for Windows it is called %s", got)
	}
}

func TestPackagesOfAFolder(t *testing.T) {
	all := []string{"almoner/cmd/almoner", "almoner/cmd/almonerctl", "almoner/cmd/dev", "almoner/data", "almoner/data/sqlite", "almoner/reports/pdf", "almoner/ui"}
	if got, want := cgoFree(all), []string{"almoner/cmd/almonerctl", "almoner/cmd/dev", "almoner/data", "almoner/data/sqlite", "almoner/reports/pdf"}; !slices.Equal(got, want) {
		t.Errorf("cgo-free are %q, want %q", got, want)
	}
	if got := within(all, "dat", "cmd/almon"); len(got) != 0 {
		t.Errorf("half a name finds %q", got)
	}
	if got := vetFor("windows", nil); got != nil {
		t.Errorf("without packages go vet would look at the root: %v", got)
	}
}

func TestTestCommandsKeepTheirOrder(t *testing.T) {
	if got, want := testAll("Money").String(), "CGO_ENABLED=0 go test -timeout 30m -run Money -tags ci,migrated_fynedo ./..."; got != want {
		t.Errorf("tests run with %q", got)
	}
	races := testRaces([]string{"almoner/data"}, "")
	if want := "CGO_ENABLED=1 go test -timeout 30m -race -short -tags ci,migrated_fynedo almoner/data"; len(races) != 1 || races[0].String() != want {
		t.Errorf("races are looked for with %q", races)
	}
	if got := testWindow("").String(); !strings.Contains(got, "-tags windowtest,migrated_fynedo,no_animations,x11 ./cmd/almoner/...") {
		t.Errorf("the window is tested with %q", got)
	}
	if got := testWindow("").String(); !strings.Contains(got, "go test -timeout 30m -skip UnderWine -p 1") {
		t.Errorf("the Windows build is not left to its own step: %q", got)
	}
	if got := testWindow("UnderWine").String(); strings.Contains(got, "-skip") {
		t.Errorf("the Windows build cannot be asked for: %q", got)
	}
	if got, want := testUnderWine().String(), "CGO_ENABLED=1 go test -timeout 30m -run UnderWine -count 1 -tags "+screen.Tags+" ./cmd/almoner"; got != want {
		t.Errorf("the Windows build is tested with %q", got)
	}
	if tests, err := os.ReadFile("../almoner/window_test.go"); err != nil || !bytes.Contains(tests, []byte(underWine+"(t *testing.T)")) {
		t.Errorf("no test of the real window is for the Windows build (%v)", err)
	}
	if want := "windowtest," + windowTags("windows"); screen.WindowsTags != want {
		t.Errorf("under wine is tested what is built with %q, people get %q", screen.WindowsTags, want)
	}
}

func TestBenchmarksAreFound(t *testing.T) {
	files := map[string]string{
		"a_test.go": "func TestX(t *testing.T) {}",
		"b_test.go": "package b\n\nfunc BenchmarkScroll(b *testing.B) {\n",
		"c_test.go": "// func BenchmarkNot(b *testing.B)\n",
	}
	read := func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, os.ErrNotExist
	}
	got, err := withBenchmark("p/a a_test.go\np/a b_test.go\np/a missing_test.go\np/b c_test.go\np/c b_test.go\n", read)
	if want := []string{"p/a", "p/c"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("found %q, %v; want %q", got, err, want)
	}
	if _, err := withBenchmark("p/d missing_test.go\n", read); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that cannot be read gives %v", err)
	}
}

func TestOlderResultIsNotOverwrittenBeforeItIsCompared(t *testing.T) {
	dir := t.TempDir()
	result := filepath.Join(dir, "bench.txt")
	if err := os.WriteFile(result, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	old, err := keepOld(result, result)
	if err != nil || old == result {
		t.Fatalf("kept as %s, %v", old, err)
	}
	if b, err := os.ReadFile(old); err != nil || string(b) != "old" {
		t.Errorf("kept %q, %v", b, err)
	}
	other := filepath.Join(dir, "other.txt")
	if got, err := keepOld(other, result); err != nil || got != other {
		t.Errorf("another file is moved to %s, %v", got, err)
	}
}

func TestFirstFailureStopsAndIsNamed(t *testing.T) {
	var out bytes.Buffer
	s := &shop{out: &out, err: &out}
	broken := errors.New("it broke")
	ran := 0
	good := func(context.Context) error { ran++; return nil }
	bad := func(context.Context) error { ran++; return broken }
	err := s.follow(t.Context(), []step{{"One", good}, {"Two", bad}, {"Three", good}})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "2/3 Two") {
		t.Errorf("the failure reads %v", err)
	}
	if ran != 2 || !strings.Contains(out.String(), "1/3 One: done in ") || strings.Contains(out.String(), "All done") {
		t.Errorf("%d steps ran: %s", ran, out.String())
	}
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		line string
		ok   func(verbs) bool
	}{
		{"test -short -run Money", func(v verbs) bool { return v.Test.Short && v.Test.Only == "Money" }},
		{"test --short --run Money", func(v verbs) bool { return v.Test.Short && v.Test.Only == "Money" }},
		{"bench --count 6", func(v verbs) bool { return v.Bench.Count == 6 && v.Bench.Only == "." }},
		{"build --windows", func(v verbs) bool { return v.Build.Windows }},
		{"lint --fix", func(v verbs) bool { return v.Lint.Fix }},
		{"run --out here", func(v verbs) bool { return v.Run.Out == "here" }},
	} {
		v, err := parse(strings.Fields(c.line))
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
			continue
		}
		if c.ok != nil && !c.ok(v) {
			t.Errorf("%s is understood as %+v", c.line, v)
		}
	}
}

// parse is what main does with a command line, without doing the work.
func parse(args []string) (verbs, error) {
	var v verbs
	k, err := kong.New(&v, kong.Name("dev"))
	if err != nil {
		return v, err
	}
	_, err = k.Parse(longFlags(args))
	return v, err
}

func TestSampleReplyBecomesAFileName(t *testing.T) {
	p := sampleFiles("out")
	if filepath.Dir(p.reply) != "out" || p.reply != filepath.Join("out", "FOI-25-001.pdf") {
		t.Errorf("the reply goes to %s", p.reply)
	}
}

func TestAnotherRunBeginsWithANewOffice(t *testing.T) {
	dir := t.TempDir()
	p := sampleFiles(dir)
	for _, f := range []string{p.office, p.office + "-journal", p.reply} {
		if err := os.WriteFile(f, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, when := range []string{"files of an earlier run", "nothing"} {
		if err := p.remove(); err != nil {
			t.Errorf("with %s there: %v", when, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}
