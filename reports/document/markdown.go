package document

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads CommonMark with tables.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// Markdown reads what a person wrote in the small subset that the office's texts use: headings, paragraphs, bullets, numbered lists,
// bold, italic, links, tables. The highest heading in the text becomes one of the given level, and those below it follow.
//
// What the subset lacks (HTML, pictures, code) comes out as its plain words: nothing that was written is lost.
func Markdown(source string, level int) []Block {
	src := []byte(source)
	root := markdown.Parse(text.NewReader(src))
	r := &reader{src: src, level: level, top: topLevel(root)}
	return r.blocks(root)
}

// reader turns a CommonMark tree into blocks.
type reader struct {
	src        []byte
	level, top int
}

// topLevel is the highest level of heading in a text, 1 where it has none.
func topLevel(root ast.Node) int {
	top := 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering && (top == 0 || h.Level < top) {
			top = h.Level
		}
		return ast.WalkContinue, nil
	})
	return max(top, 1)
}

func (r *reader) blocks(parent ast.Node) []Block {
	var all []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		all = append(all, r.block(n)...)
	}
	return all
}

func (r *reader) block(n ast.Node) []Block {
	switch n := n.(type) {
	case *ast.Heading:
		return []Block{Heading{Level: max(r.level, 1) + max(n.Level-r.top, 0), Text: r.inline(n, Inline{})}}
	case *ast.Paragraph, *ast.TextBlock:
		if runs := r.inline(n, Inline{}); len(runs) > 0 {
			return []Block{Paragraph{Text: runs}}
		}
		return nil
	case *ast.List:
		return []Block{r.list(n)}
	case *extast.Table:
		return []Block{r.table(n)}
	case *ast.ThematicBreak:
		return nil
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return verbatim(string(n.Lines().Value(r.src)))
	case *ast.HTMLBlock:
		words := string(n.Lines().Value(r.src))
		if n.HasClosure() {
			words += string(n.ClosureLine.Value(r.src))
		}
		return verbatim(words)
	default: // a quotation, and what a later version of the parser may know
		return r.blocks(n)
	}
}

// verbatim is code or HTML as it was typed, one paragraph a line.
func verbatim(words string) []Block {
	var all []Block
	for line := range strings.Lines(words) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, Paragraph{Text: Text(line), Tight: true})
		}
	}
	if n := len(all); n > 0 {
		last := all[n-1].(Paragraph)
		last.Tight = false
		all[n-1] = last
	}
	return all
}

func (r *reader) list(n *ast.List) List {
	l := List{}
	if n.IsOrdered() {
		l.Numbering, l.Start = Decimal, n.Start
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		l.Items = append(l.Items, Item{Blocks: r.blocks(item)})
	}
	return l
}

func (r *reader) table(n *extast.Table) Table {
	t := Table{Groups: []Group{{}}}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, heading := row.(*extast.TableHeader)
		cells := []Cell{}
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			runs := r.inline(c, Inline{})
			if heading {
				t.Columns = append(t.Columns, Column{Heading: runs, Align: alignment(c)})
				continue
			}
			cells = append(cells, Cell{Paragraphs: [][]Inline{runs}})
		}
		if !heading {
			t.Groups[0].Rows = append(t.Groups[0].Rows, Row{Cells: cells})
		}
	}
	return t
}

func alignment(n ast.Node) Align {
	if c, ok := n.(*extast.TableCell); ok {
		switch c.Alignment {
		case extast.AlignRight:
			return Right
		case extast.AlignCenter:
			return Centre
		}
	}
	return Left
}

// inline collects the runs below a node, in a style that the nodes on the way down add to.
func (r *reader) inline(parent ast.Node, style Inline) []Inline {
	var runs []Inline
	add := func(more ...Inline) {
		for _, run := range more {
			if n := len(runs) - 1; n >= 0 && sameStyle(runs[n], run) {
				runs[n].Text += run.Text
			} else if run.Text != "" {
				runs = append(runs, run)
			}
		}
	}
	put := func(s string) {
		run := style
		run.Text = s
		add(run)
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		inner := style
		switch n := n.(type) {
		case *ast.Text:
			put(r.plain(n))
			if n.HardLineBreak() {
				put("\n")
			} else if n.SoftLineBreak() {
				put(" ")
			}
			continue
		case *ast.String:
			put(string(n.Value))
			continue
		case *ast.RawHTML:
			put(string(n.Segments.Value(r.src)))
			continue
		case *ast.AutoLink:
			inner.Text, inner.Link = string(n.Label(r.src)), string(n.URL(r.src))
			if n.AutoLinkType == ast.AutoLinkEmail {
				inner.Link = "mailto:" + inner.Link
			}
			add(inner)
			continue
		case *ast.Emphasis:
			inner.Bold = style.Bold || n.Level == 2
			inner.Italic = style.Italic || n.Level == 1
		case *ast.Link:
			inner.Link = unescape(n.Destination)
		}
		add(r.inline(n, inner)...)
	}
	return runs
}

// plain is the words of a text node, with \* and &amp; as the signs that they stand for, except in code.
func (r *reader) plain(n *ast.Text) string {
	words := n.Segment.Value(r.src)
	if _, code := n.Parent().(*ast.CodeSpan); code || n.IsRaw() {
		return string(words)
	}
	return unescape(words)
}

func unescape(b []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(b))))
}

func sameStyle(a, b Inline) bool {
	a.Text = b.Text
	return a == b
}
