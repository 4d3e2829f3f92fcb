package reports

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"almoner/data"
)

// wordsAskedFor are the names of standing words that the papers ask for: the texts in their source that are names of words or that are
// given to something that looks words up, and where each stands.
func wordsAskedFor(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			f, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains([]string{"raw", "plain", "blocks", "under", "underLaw", "table", "reasons", "paper", "signOff", "say"}, f.Sel.Name) {
				return true
			}
			args := call.Args
			if f.Sel.Name == "say" {
				args = args[:1] // the others are its blanks
			}
			for _, arg := range args {
				if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					text, err := strconv.Unquote(lit.Value)
					if err != nil {
						t.Fatal(err)
					}
					asked[strings.TrimSuffix(text, ">")] = set.Position(lit.Pos()).String()
				}
			}
			return true
		})
	}
	return asked
}

func TestAssetsHoldEveryWordThatAPaperAsksFor(t *testing.T) {
	asked := wordsAskedFor(t)
	if len(asked) < 150 {
		t.Errorf("only %d names of words were found in the papers", len(asked))
	}
	for name, where := range asked {
		if strings.HasPrefix(name, "_") { // the end of a name that begins with that of the letter
			continue
		}
		if wordsIn(fallback)[name] == "" {
			t.Errorf("%s: there are no words for %s", where, name)
		}
	}
	for _, form := range data.DecisionTemplates() {
		if name := formOf(&data.OfficeDetails{DecisionTemplate: form}); wordsIn(fallback)[name] == "" {
			t.Errorf("there are no words for %s", name)
		}
	}
	for _, p := range []string{"recommendations", "awards", "read_with", "interests", "attachments", "public_access"} { // where a form has no place for them
		if wordsIn(fallback)["decision_"+p] == "" {
			t.Errorf("there are no words for decision_%s", p)
		}
	}
	for _, letter := range []string{"acknowledgement", "clarification", "fees", "extension", "review"} {
		for _, end := range []string{"_title", "_heading"} {
			if wordsIn(fallback)[letter+end] == "" {
				t.Errorf("there are no words for %s", letter+end)
			}
		}
	}
}
