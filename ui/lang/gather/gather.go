package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"almoner/ui/lang"
)

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

// term takes the labels of a list of terms: terms[Status]{{"won", "Won"}}.
func (g *gathering) term(n ast.Node) bool {
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

func (g *gathering) add(text string) {
	if strings.TrimSpace(text) != "" {
		g.messages[lang.ID(text)] = text
	}
}

// file is what is known of one source file while it is read.
type file struct {
	*gathering
	done   map[ast.Node]bool // literals that are taken, or are nobody's words
	silent map[int]bool      // lines that say that they hold no words
}

// notWords ends a line whose text is not for the catalogue, and says why.
const notWords = "//lang:no "

func (g *gathering) read(source *ast.File) {
	f := &file{gathering: g, done: map[ast.Node]bool{}, silent: map[int]bool{}}
	for _, group := range source.Comments {
		for _, comment := range group.List {
			if strings.HasPrefix(comment.Text, notWords) {
				f.silent[g.files.Position(comment.Pos()).Line] = true
			}
		}
	}
	ast.Inspect(source, f.see)
}

func (f *file) see(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.Field:
		if n.Tag != nil {
			f.done[n.Tag] = true
		}
	case *ast.CallExpr:
		f.call(n)
	case *ast.IndexExpr:
		f.done[n.Index] = true
	case *ast.CaseClause:
		for _, value := range n.List {
			f.done[value] = true
		}
	case *ast.BinaryExpr:
		if n.Op != token.ADD {
			f.done[n.X], f.done[n.Y] = true, true
		}
	case *ast.BasicLit:
		f.literal(n)
	}
	return true
}

// call takes what is said through the catalogue, and passes over what only programs read.
func (f *file) call(c *ast.CallExpr) {
	of, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	from, _ := of.X.(*ast.Ident)
	switch {
	case from == nil:
	case from.Name == "lang" && (of.Sel.Name == "L" || of.Sel.Name == "F"):
		f.said(c, of.Sel.Name)
	case from.Name == "lang" && of.Sel.Name == "N":
		f.counted(c)
	case slices.Contains(programsOwn, from.Name), from.Name == "fmt" && of.Sel.Name == "Errorf":
		for _, argument := range c.Args {
			f.pass(argument)
		}
	}
}

// programsOwn are packages whose texts are patterns, paths and causes, which nobody reads in the window.
var programsOwn = []string{"strings", "regexp", "filepath", "path", "os", "exec", "slog", "log", "errors", "bytes", "time"}

func (f *file) pass(argument ast.Expr) {
	if _, ok := text(argument); ok {
		ast.Inspect(argument, func(n ast.Node) bool { f.done[n] = true; return true })
	}
}

// said is a text, or a sentence with places: lang.L("Save"), lang.F("Saved by %s.", who).
func (f *file) said(c *ast.CallExpr, how string) {
	words, ok := text(c.Args[0])
	if !ok {
		if how == "F" {
			f.complain(c, "the sentence is not written out")
		}
		return // a label of the vocabulary, which terms has
	}
	f.pass(c.Args[0])
	f.add(words)
	if places := len(verb.FindAllString(words, -1)) - 2*strings.Count(words, "%%"); how == "F" && !strings.Contains(words, "%[") && places != len(c.Args)-1 {
		f.complain(c, fmt.Sprintf("%d places for %d values", places, len(c.Args)-1))
	}
}

// verb is a place of fmt, or a half of a percent sign.
var verb = regexp.MustCompile(`%`)

// counted is a sentence with a number: lang.N(n, "{n} grant", "{n} grants").
func (f *file) counted(c *ast.CallExpr) {
	if len(c.Args) < 3 {
		f.complain(c, "needs a number and two sentences")
		return
	}
	one, first := text(c.Args[1])
	other, second := text(c.Args[2])
	if !first || !second {
		f.complain(c, "the sentences are not written out")
		return
	}
	f.pass(c.Args[1])
	f.pass(c.Args[2])
	f.messages[lang.ID(other)] = plural{One: one, Other: other}
}

func (f *file) complain(n ast.Node, why string) {
	f.wrong = append(f.wrong, fmt.Sprintf("%s: %s", f.files.Position(n.Pos()), why))
}

func (f *file) literal(l *ast.BasicLit) {
	words, ok := text(l)
	line := f.files.Position(l.Pos()).Line
	if !ok || f.done[l] || f.silent[line] || !readable.MatchString(words) {
		return
	}
	f.strays = append(f.strays, fmt.Sprintf("%s: %q", f.files.Position(l.Pos()), words))
}

// readable is a text that looks like words for people: a word that begins with a capital letter, or more than one.
var readable = regexp.MustCompile(`^\p{Lu}\pL*\p{Ll}[\pL-]*[.?…:]?$|\pL{2,}[.,:;]? [\pL“‘%{(]|[\pL%”]+[.?:…,;]? \pL{2,}|^\p{Lu}.* |” `)

// text is the value of a string that is written out, be it in several parts.
func text(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind != token.STRING {
			return "", false
		}
		words, err := strconv.Unquote(e.Value)
		return words, err == nil
	case *ast.BinaryExpr:
		x, first := text(e.X)
		y, second := text(e.Y)
		return x + y, first && second && e.Op == token.ADD
	case *ast.ParenExpr:
		return text(e.X)
	}
	return "", false
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
