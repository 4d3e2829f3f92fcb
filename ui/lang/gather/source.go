package gather

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"almoner/ui/lang"
)

// file is what is known of one source file while it is read.
type file struct {
	*gathering
	done   map[ast.Node]bool // literals that are taken, or are nobody's words
	silent map[int]bool      // lines that say that they hold no words
}

// What a line, or the comment of a declaration, says of the texts in it: that they are not for the catalogue, and why; or that they are
// its words, looked up where they are shown.
const (
	notWords = "//lang:no "
	allWords = "//lang:words"
)

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
	case *ast.GenDecl:
		f.marked(n)
	case *ast.CallExpr:
		f.call(n)
	case *ast.CompositeLit:
		f.later(n)
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

// marked looks whether a declaration says of all of its texts that they are words, or are none.
func (f *file) marked(d *ast.GenDecl) {
	if d.Doc == nil {
		return
	}
	for _, comment := range d.Doc.List {
		words := strings.HasPrefix(comment.Text, allWords)
		if !words && !strings.HasPrefix(comment.Text, notWords) {
			continue
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				f.ignore(pair.Key)
			}
			if literal, ok := text(n); ok && words && !f.done[n] && readable.MatchString(literal) {
				f.add(literal)
			}
			f.done[n] = true
			return true
		})
	}
}

// call takes what is said through the catalogue, and passes over what only programs read.
func (f *file) call(c *ast.CallExpr) {
	if name, ok := c.Fun.(*ast.Ident); ok && name.Name == "panic" {
		f.ignore(c)
	}
	of, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	if of.Sel.Name == "Explain" && len(c.Args) > 1 || of.Sel.Name == "Format" || f.isLog(of.X) {
		f.ignore(c.Args[0]) // what was tried, for the log; the form of a date
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

func (f *file) isLog(e ast.Expr) bool {
	of, ok := e.(*ast.SelectorExpr)
	return ok && of.Sel.Name == "Log"
}

// ignore passes over all texts in a part of the source.
func (f *file) ignore(part ast.Node) {
	ast.Inspect(part, func(n ast.Node) bool { f.done[n] = true; return true })
}

// programsOwn are packages whose texts are patterns, paths and causes, which nobody reads in the window.
var programsOwn = []string{"strings", "regexp", "filepath", "path", "os", "exec", "slog", "log", "errors", "bytes", "time"}

func (f *file) pass(argument ast.Expr) {
	if _, ok := text(argument); ok {
		f.ignore(argument)
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
	if places := strings.Count(words, "%") - 2*strings.Count(words, "%%"); how == "F" && !strings.Contains(words, "%[") && places != len(c.Args)-1 {
		f.complain(c, fmt.Sprintf("%d places for %d values", places, len(c.Args)-1))
	}
}

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

// later is a sentence with a number that is said later: lang.Counted{One: "{n} grant", Other: "{n} grants"}.
func (f *file) later(c *ast.CompositeLit) {
	of, ok := c.Type.(*ast.SelectorExpr)
	if !ok || of.Sel.Name != "Counted" || len(c.Elts) != 2 {
		return
	}
	var sentences [2]string
	for i, element := range c.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			sentences[i], _ = text(pair.Value)
			f.pass(pair.Value)
		}
	}
	if sentences[0] == "" || sentences[1] == "" {
		f.complain(c, "the sentences are not written out")
		return
	}
	f.messages[lang.ID(sentences[1])] = plural{One: sentences[0], Other: sentences[1]}
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

// readable is a text that looks like words for people: a word that begins with a capital letter, more than one, or a number of things.
var readable = regexp.MustCompile(`^\p{Lu}[\pL-]*\p{Ll}[\pL-]*[.?…:]?\s*$|’s\b|\pL{2,}[.,:;]? [\pL“‘%{(]|[\pL%”]+[.?:…,;]? \pL{2,}|^\p{Lu}.* |” |\d \pL{2,}`)

// text is the value of a string that is written out, be it in several parts.
func text(e ast.Node) (string, bool) {
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
