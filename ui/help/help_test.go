package help

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"almoner/ui/desk"
)

// homeOf is the folder of each section's page, for pages about a section that is not in the window.
var homeOf = map[string]string{
	"home": "home", "training": "training", "monitoring": "monitoring", "actions": "actions", "publish": "publish",
}

// literals are all texts that stand in the sources of the window, as somebody sees them: without the dots that say that a question follows.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	note := func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				found[strings.TrimSuffix(text, "…")] = true
			}
		}
		return true
	}
	for _, root := range []string{"..", filepath.Join("..", "..", "reports", "forms")} { // the forms name the buttons that make files
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if e.IsDir() && path == filepath.Join("..", "help") {
				return fs.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, note)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

var bold = regexp.MustCompile(`\*\*([^*]+)\*\*`)

func TestWhatIsSetInBoldIsInTheWindow(t *testing.T) {
	known := literals(t)
	for _, topic := range Topics() {
		t.Run(topic.Name, func(t *testing.T) {
			if home, ok := homeOf[topic.Name]; ok {
				if _, err := os.Stat(filepath.Join("..", home)); err != nil {
					t.Skipf("the section is not in the window: %v", err)
				}
			}
			names := bold.FindAllStringSubmatch(topic.Text, -1)
			if len(names) == 0 {
				t.Error("it names nothing in the window")
			}
			for _, m := range names {
				if !known[strings.TrimSuffix(m[1], "…")] {
					t.Errorf("nothing in the window is called %q", m[1])
				}
			}
		})
	}
}

var (
	linked = regexp.MustCompile(`\]\((\w+):([^)]+)\)`)
	drawn  = regexp.MustCompile(`!\[[^\]]+\]\(([^)]+)\)`)
)

var allSections = []desk.Section{
	desk.Home, desk.Grants, desk.Funds, desk.Decisions, desk.Requests, desk.Specifications, desk.Training, desk.Partners, desk.Papers,
	desk.Monitoring, desk.Actions, desk.Publish, desk.Office,
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	for _, topic := range Topics() {
		for _, m := range linked.FindAllStringSubmatch(topic.Text, -1) {
			switch m[1] {
			case toHelp:
				if !slices.Contains(names, m[2]) || m[2] == topic.Name {
					t.Errorf("%s: there is no other page %q", topic.Name, m[2])
				}
			case toSection:
				if !slices.Contains(allSections, desk.Section(m[2])) {
					t.Errorf("%s: there is no section %q", topic.Name, m[2])
				}
			default:
				t.Errorf("%s: a link leads to %q", topic.Name, m[0])
			}
		}
	}
}

func TestPagesAreShortAndPlain(t *testing.T) {
	files, err := fs.ReadDir(texts, "pages")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(names) {
		t.Errorf("there are %d pages, and %d are listed", len(files), len(names))
	}
	for _, topic := range Topics() {
		if n := len(strings.Fields(topic.words())); n < 100 || n > 300 {
			t.Errorf("%s has %d words", topic.Name, n)
		}
		if topic.Title == "" || strings.ContainsAny(topic.Title, "#*") {
			t.Errorf("%s is called %q", topic.Name, topic.Title)
		}
		if i := strings.Index(strings.ReplaceAll(topic.Text, "![", ""), "!"); i >= 0 {
			t.Errorf("%s cries out: %q", topic.Name, topic.Text[max(0, i-20):i])
		}
	}
}

func TestPicturesAreSmallAndEachIsShownOnce(t *testing.T) {
	shown := map[string]int{}
	for _, topic := range Topics() {
		for _, m := range drawn.FindAllStringSubmatch(topic.Text, -1) {
			shown[m[1]]++
		}
	}
	files, err := fs.ReadDir(pictures, "pictures")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) > 8 || len(files) != len(shown) {
		t.Errorf("there are %d pictures, and %d are shown", len(files), len(shown))
	}
	for _, f := range files {
		content, err := pictures.ReadFile("pictures/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(bytes.NewReader(content)); err != nil || len(content) > 60<<10 || shown[f.Name()] != 1 {
			t.Errorf("%s has %d bytes, is shown %d times, %v", f.Name(), len(content), shown[f.Name()], err)
		}
	}
}

func TestTheBestPageIsFoundFirst(t *testing.T) {
	x := newIndex(Topics())
	for search, want := range map[string]string{
		"":                        Start,
		"publish a decision":      "decisions",
		"what does the law want":  "publish",
		"FOI":                     "requests",
		"bank holidays":           "office",
		"offline":                 "together",
		"deleted":                 "undo",
		"backup":                  "backups",
		"excel":                   "lists",
		"how do I print":          "printing",
		"runs out":                "funds",
		"attendance sheet":        "training",
		"take a person out":       "partners",
		"missing returns":         "monitoring",
		"news release":            "papers",
		"keyboard":                "keys",
		"how do I make a version": "specifications",
	} {
		if found := x.find(search); len(found) == 0 || found[0].Name != want {
			got := ""
			if len(found) > 0 {
				got = found[0].Name
			}
			t.Errorf("%q finds %q first, want %q", search, got, want)
		}
	}
	if found := x.find("zeppelin"); len(found) != 0 {
		t.Errorf("a word that is nowhere finds %d pages", len(found))
	}
}

func TestEachSectionHasItsPage(t *testing.T) {
	for _, section := range allSections {
		name := For(section)
		i := slices.IndexFunc(Topics(), func(t Topic) bool { return t.Name == name })
		if name == Start || i < 0 || !strings.Contains(Topics()[i].Text, "(section:"+string(section)+")") {
			t.Errorf("%q has the page %q", section, name)
		}
	}
	for _, other := range []desk.Section{"", "Elsewhere", "keys "} {
		if name := For(other); name != Start {
			t.Errorf("%q has the page %q, want %q", other, name, Start)
		}
	}
}
