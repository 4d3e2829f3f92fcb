// Package gather finds the words of the window in its source, for the catalogue of them.
package gather

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"almoner/data"
	"almoner/reports"
	"almoner/reports/forms"
	"almoner/ui/lang"
)

// Catalogue is what the file of the English words has to hold, words/en.json; root is the folder of the project. The error names all words
// that are said past the catalogue.
func Catalogue(root string) ([]byte, error) {
	g, err := gather(filepath.Join(root, "ui"))
	if err != nil {
		return nil, err
	}
	if err := g.terms(filepath.Join(root, "data")); err != nil {
		return nil, err
	}
	g.names()
	if err := g.complaints(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	if err := to.Encode(g.messages); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// plural is a message with a number in it, as English needs it.
type plural struct {
	One   string `json:"one"`
	Other string `json:"other"`
}

// gathering is what the source says.
type gathering struct {
	messages map[string]any // by their ids: a text, or a plural
	strays   []string       // words that a person may read and the catalogue does not have: where they stand, and what they are
	wrong    []string       // calls that cannot be gathered: where, and why
	files    *token.FileSet
}

// gather reads the Go source of a folder and of the folders in it.
func gather(root string) (*gathering, error) {
	g := &gathering{messages: map[string]any{}, files: token.NewFileSet()}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains(unseen, entry.Name()):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(g.files, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		g.read(file)
		return nil
	})
	return g, err
}

// unseen are folders whose words are not the window's.
var unseen = []string{"lang", "uitest", "inspect", "testdata"}

// names takes the names that other packages give to what the window shows: papers, the forms that they can have, the fields of a grant.
func (g *gathering) names() {
	for _, paper := range reports.Papers() {
		g.add(paper.Title)
	}
	for _, form := range forms.All() {
		g.add(form.Title)
	}
	for _, field := range data.GrantFields() {
		g.add(field.Heading)
	}
}

// terms reads the closed lists of the vocabulary and the names of its fields, which the window shows by their English words.
func (g *gathering) terms(folder string) error {
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		file, err := parser.ParseFile(g.files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, g.term)
	}
	return nil
}

// term takes the labels of a list of terms: terms[Status]{{"won", "Won"}}; and what a kind of record is called that is no record by itself.
func (g *gathering) term(n ast.Node) bool {
	if f, ok := n.(*ast.FuncDecl); ok && strings.HasSuffix(f.Name.Name, "Label") && f.Body != nil {
		ast.Inspect(f.Body, g.returned)
		return false
	}
	if v, ok := n.(*ast.ValueSpec); ok && (v.Names[0].Name == "labels" || v.Names[0].Name == "ownLabels") {
		ast.Inspect(v, g.named)
		return false
	}
	list, ok := n.(*ast.CompositeLit)
	if !ok {
		return true
	}
	kind, ok := list.Type.(*ast.IndexExpr)
	if !ok {
		return true
	}
	if name, ok := kind.X.(*ast.Ident); !ok || name.Name != "terms" {
		return true
	}
	for _, element := range list.Elts {
		if term, ok := element.(*ast.CompositeLit); ok && len(term.Elts) == 2 {
			if label, ok := text(term.Elts[1]); ok {
				g.add(label)
			}
		}
	}
	return false
}

// named takes what people call a field: {"awards": "Awards"}.
func (g *gathering) named(n ast.Node) bool {
	if pair, ok := n.(*ast.KeyValueExpr); ok {
		if label, ok := text(pair.Value); ok {
			g.add(label)
		}
	}
	return true
}

// returned takes a label that a function gives by itself.
func (g *gathering) returned(n ast.Node) bool {
	if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
		if label, ok := text(r.Results[0]); ok {
			g.add(label)
		}
	}
	return true
}

func (g *gathering) add(text string) {
	if strings.TrimSpace(text) != "" {
		g.messages[lang.ID(text)] = text
	}
}

// complaints are all things that keep the window's words from being in one catalogue.
func (g *gathering) complaints() error {
	said := make([]error, 0, len(g.strays)+len(g.wrong))
	for _, s := range g.strays {
		said = append(said, errors.New(s+" is said past the catalogue: use lang.L, lang.F or lang.N, or end the line with //lang:no and why"))
	}
	for _, s := range g.wrong {
		said = append(said, errors.New(s))
	}
	return errors.Join(said...)
}
