package theme

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/image/font/sfnt"
)

// A sign that the window's own font lacks is drawn in whatever font the machine has: on Linux it is mostly there, on Windows it is
// a box. So every sign in a text of the program has to be in the font.
func TestEveryWordOfTheWindowIsInItsFont(t *testing.T) {
	font, err := sfnt.Parse(Theme{}.Font(fyne.TextStyle{}).Content())
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, folder := range []string{"..", filepath.Join("..", "..", "data")} {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err == nil && (d.Name() == "sqlite" || d.Name() == "anyrecord") {
				return fs.SkipDir // the first bytes of other programs' files are no words, nor is what tests make up
			}
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				words, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Errorf("%s: %v", path, err)
				}
				for _, r := range words {
					if r < ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\ufeff' || r == '−' {
						continue // typed or read, never shown
					}
					checked++
					if i, err := font.GlyphIndex(nil, r); err != nil || i == 0 {
						t.Errorf("%s: the font lacks %q in %q", path, r, words)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if checked < 1000 {
		t.Errorf("only %d signs were looked at", checked)
	}
}
