//go:build windowtest

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"almoner/cmd/almoner/screen"
	"almoner/data"
	"almoner/ui/inspect/tree"
)

// start runs the program as a person who has the given home does.
func start(t *testing.T, home string, args ...string) *screen.Program {
	t.Helper()
	return screen.Run(t, screen.Build(t, "cmd/almoner"), screen.Options{Home: home, Args: args})
}

// shown is a condition on all words that are visible.
func shown(expression string) func(tree.Window) bool {
	re := regexp.MustCompile(expression)
	return func(w tree.Window) bool {
		for _, n := range w.Nodes {
			if re.MatchString(n.Text) {
				return true
			}
		}
		return false
	}
}

// firstLine is the words of the first line of a list.
func firstLine(w tree.Window) string {
	for _, n := range w.Nodes {
		if strings.HasSuffix(n.Type, ".line") {
			return n.Text
		}
	}
	return ""
}

func TestAGrantIsFoundChangedSavedAndThereTheNextDay(t *testing.T) {
	home := t.TempDir()
	changeAGrant(t, "window", func() *screen.Program { return start(t, home) })
}

// The same on the program that is built for Windows, on a Windows that wine makes.
func TestAGrantIsFoundChangedSavedAndThereTheNextDayUnderWine(t *testing.T) {
	if why := screen.NoWine(); why != "" {
		t.Skip("The Windows build is not tried: " + why + ".")
	}
	binary, o := screen.BuildWindows(t, "cmd/almoner"), screen.Options{Home: t.TempDir(), Windows: screen.Windows(t)}
	changeAGrant(t, "wine", func() *screen.Program { return screen.Run(t, binary, o) })

	made, err := filepath.Glob(filepath.Join(o.Home, "windows", "drive_c", "users", "*", "AppData", "Local", "almoner", "*.almoner"))
	if err != nil || len(made) != 1 {
		t.Fatalf("among the program’s data on Windows are the offices %q, %v", made, err)
	}
	grants := data.All[*data.Grant](registerOf(t, made[0]))
	if !slices.ContainsFunc(grants, func(g *data.Grant) bool { return len(g.Awards) > 0 && g.Awards[0].Amount.Pence == 12_345_67 }) {
		t.Error("the office file that Windows wrote does not hold the new amount")
	}
}

// changeAGrant goes through two days of somebody who begins with the sample office, finds a grant, changes a sum and saves it. It has the
// program started at the beginning of each, and keeps pictures of it.
func changeAGrant(t *testing.T, pictures string, start func() *screen.Program) {
	t.Helper()
	p := start()
	p.Click(screen.Name("start.sample"))
	p.Click(screen.Name("section.Grants"))
	p.Click(screen.Name("grants.search"))
	p.Type("stalk")
	p.WaitFor("only grants about stalking", func(w tree.Window) bool {
		return shown(`^\d+ of 1\d\d grants · `)(w) && firstLine(w) != ""
	})
	title, _, _ := strings.Cut(firstLine(p.Tree()), " | ")
	p.Screenshot(pictures + "-grants")
	p.Key("Return")
	p.WaitFor("the page of the grant", shown("^"+regexp.QuoteMeta(title)+"$"))
	p.Click(screen.Text("Money"))
	p.Click(screen.Name("grant.awards[0].amount"))
	p.Key("ctrl+a")
	p.Type("£12,345.67")
	p.WaitFor("the page to say that it is not saved", shown("^Changed, not saved yet$"))
	p.Screenshot(pictures + "-grant")
	p.Key("ctrl+s")
	p.WaitFor("the page to say that it is saved", shown(`^Saved \d.* by `))
	p.Close()

	p = start()
	p.Click(screen.Name("section.Grants"))
	p.Click(screen.Name("grants.search"))
	p.Type(title)
	p.WaitFor("the new amount in the list", func(w tree.Window) bool {
		return strings.HasPrefix(firstLine(w), title+" | ") && shown(regexp.QuoteMeta("12,345.67"))(w) || sumShows(w)
	})
	p.Key("Return")
	p.Click(screen.Text("Money"))
	if n := p.Find(screen.Name("grant.awards[0].amount")); n.Text != "£12,345.67" {
		t.Errorf("the next day the amount is %q", n.Text)
	}
	p.Close()
}

// sumShows reports whether the pennies that were typed stand in a sum of several years.
func sumShows(w tree.Window) bool { return shown(`\.67\b`)(w) }

func TestAReplyIsMadeIntoAPDF(t *testing.T) {
	home := t.TempDir()
	p := start(t, home, "--sample")
	p.Click(screen.Name("section.Requests"))
	p.Click(screen.Name("requests.search"))
	p.Type("25-001")
	p.WaitFor("the request", func(w tree.Window) bool { return strings.HasPrefix(firstLine(w), "FOI/25-001") })
	p.Key("Return")
	p.Click(screen.Text("3 Answer"))
	p.Screenshot("window-request")
	p.Click(screen.Name("request.print"))
	p.WaitFor("the paper to be made", shown(`Made .*FOI-25-001\.pdf`))
	made, err := filepath.Glob(filepath.Join(home, "*", "Almoner papers", "FOI-25-001.pdf"))
	if err != nil || len(made) != 1 {
		t.Fatalf("there is no paper in the home folder: %v, %v", made, err)
	}
	if b, err := os.ReadFile(made[0]); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("what was made is no PDF: %v", err)
	}
	if opened := p.WaitOpened(); !slices.Equal(opened, made) {
		t.Errorf("opened is %q", opened)
	}
	p.Close()
}

func TestUnsavedChangesAreAskedAbout(t *testing.T) {
	p := start(t, t.TempDir(), "--sample")
	p.Click(screen.Name("section.Grants"))
	p.WaitFor("the grants", func(w tree.Window) bool { return firstLine(w) != "" })
	p.Key("Down")
	p.Key("Return")
	p.Click(screen.Name("grant.title"))
	p.Key("End")
	p.Type(" changed")
	p.WaitFor("the page to say that it is not saved", shown("^Changed, not saved yet$"))
	p.RequestClose()
	p.WaitFor("the question", shown("^Save your changes\\?$"))
	p.Screenshot("window-unsaved")
	p.Key("Escape")
	p.WaitGone(screen.Text("Save your changes?"))
	if n := p.Find(screen.Name("grant.title")); !strings.HasSuffix(n.Text, " changed") {
		t.Errorf("what was typed is gone: %q", n.Text)
	}
	p.RequestClose()
	p.Click(screen.Text("Don’t save"))
	p.WaitExit()
}

func TestWhatIsNoOfficeIsSaidAndLeftAlone(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{"Letter.almoner": "Dear all", "Empty.almoner": "", "Budget.almoner": "%PDF-1.7\n%…"} {
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		p := start(t, t.TempDir(), file)
		p.WaitFor("a sentence about "+name, shown(regexp.QuoteMeta(name)))
		if strings.HasPrefix(name, "Letter") {
			p.Screenshot("window-no-office")
		}
		p.Close()
		if after, err := os.ReadFile(file); err != nil || string(after) != content {
			t.Errorf("%s was touched: %q, %v", name, after, err)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 3 {
		t.Errorf("there are other files beside: %v, %v", left, err)
	}
}
