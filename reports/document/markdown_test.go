package document_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	. "almoner/reports/document"
)

func p(runs ...[]Inline) Paragraph { return Paragraph{Text: Join(runs...)} }

func item(blocks ...Block) Item { return Item{Blocks: blocks} }

func TestMarkdownMeansWhatItSays(t *testing.T) {
	italic := func(s string) []Inline { return []Inline{{Text: s, Italic: true}} }
	for _, c := range []struct {
		name, text string
		want       []Block
	}{
		{"paragraphs, lines of which are one", "One\ntwo.\n\nThree.", []Block{p(Text("One two.")), p(Text("Three."))}},
		{"a line that was broken on purpose", "One  \ntwo", []Block{p(Text("One\ntwo"))}},
		{
			"headings, the highest of which is of the level asked for", "### Top\n\n#### Below\n\n### Top again\n\n###### Deep",
			[]Block{Heading{Level: 2, Text: Text("Top")}, Heading{Level: 3, Text: Text("Below")}, Heading{Level: 2, Text: Text("Top again")}, Heading{Level: 5, Text: Text("Deep")}},
		},
		{
			"bold, italic and both, and a link", "a **b** *c* ***d*** [e **f**](https://g.example/?h=1&amp;i)",
			[]Block{p(Text("a "), Bold("b"), Text(" "), italic("c"), Text(" "), []Inline{{Text: "d", Bold: true, Italic: true}}, Text(" "),
				Link("e ", "https://g.example/?h=1&i"), []Inline{{Text: "f", Bold: true, Link: "https://g.example/?h=1&i"}})},
		},
		{"an address between angle brackets", "<https://a.example> <b@c.example>", []Block{p(Link("https://a.example", "https://a.example"), Text(" "), Link("b@c.example", "mailto:b@c.example"))}},
		{"signs that stand for themselves", `£5 \*not italic\* &amp; &pound;6 AT&T 2 < 3`, []Block{p(Text("£5 *not italic* & £6 AT&T 2 < 3"))}},
		{
			"lists, within lists", "- a\n- b\n  1. c\n  2. d\n\n4. e\n5. f",
			[]Block{
				List{Items: []Item{item(p(Text("a"))), item(p(Text("b")), List{Numbering: Decimal, Start: 1, Items: []Item{item(p(Text("c"))), item(p(Text("d")))}})}},
				List{Numbering: Decimal, Start: 4, Items: []Item{item(p(Text("e"))), item(p(Text("f")))}},
			},
		},
		{
			"a table", "| a | b | c |\n| --- | ---: | :-: |\n| 1 | **2** | 3 |",
			[]Block{Table{
				Columns: []Column{{Heading: Text("a")}, {Heading: Text("b"), Align: Right}, {Heading: Text("c"), Align: Centre}},
				Groups:  []Group{{Rows: []Row{{Cells: []Cell{{Paragraphs: [][]Inline{Text("1")}}, {Paragraphs: [][]Inline{Bold("2")}}, {Paragraphs: [][]Inline{Text("3")}}}}}}},
			}},
		},
		{"a quotation", "> quoted\n>\n> twice", []Block{p(Text("quoted")), p(Text("twice"))}},
		{"code", "a `b*c*` d\n\n```\ne\n  f\n```\n\n    g", []Block{p(Text("a b*c* d")), Paragraph{Text: Text("e"), Tight: true}, p(Text("f")), p(Text("g"))}},
		{"HTML", "a <b>c</b> d\n\n<div>\ne\n</div>", []Block{p(Text("a <b>c</b> d")), Paragraph{Text: Text("<div>"), Tight: true}, Paragraph{Text: Text("e"), Tight: true}, p(Text("</div>"))}},
		{"a picture", "![a map](map.png)", []Block{p(Text("a map"))}},
		{"nothing", " \n\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Markdown(c.text, 2)); diff != "" {
				t.Errorf("%q: (-want +got)\n%s", c.text, diff)
			}
		})
	}
}

// words collects all letters and digits that blocks hold.
func words(blocks []Block) string {
	var b strings.Builder
	put := func(runs []Inline) {
		for _, r := range runs {
			b.WriteString(r.Text)
			b.WriteByte(' ')
		}
	}
	for _, block := range blocks {
		switch block := block.(type) {
		case Heading:
			put(block.Text)
		case Paragraph:
			put(block.Text)
		case List:
			for _, i := range block.Items {
				b.WriteString(words(i.Blocks))
			}
		case Table:
			for _, c := range block.Columns {
				put(c.Heading)
			}
			for _, g := range block.Groups {
				for _, r := range g.Rows {
					for _, c := range r.Cells {
						for _, p := range c.Paragraphs {
							put(p)
						}
					}
				}
			}
		}
	}
	return b.String()
}

// FuzzMarkdown: whatever is typed, reading it ends, makes valid text, and loses no word that CommonMark itself does not take as a mark.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# a\n\nb *c* **d**", "- a\n  - b\n\n1. c", "|a|b|\n|-|-|\n|1|2|", "<div>\n", "```\nx", "[a](b)", "![a](b)", "> > a", "\\*", "&amp;&#0;", "a\x00b", "- \n  - \n", "|a|\n|-|\n|1|2|3|",
		"<!-- a", "<?a\n?>", "[a]: b\n\n[a]",
	} {
		f.Add(s, 2)
	}
	f.Fuzz(func(t *testing.T, text string, level int) {
		level %= 7
		blocks := Markdown(text, level)
		for _, b := range blocks {
			if h, ok := b.(Heading); ok && (h.Level < max(level, 1) || h.Level > max(level, 1)+5) {
				t.Errorf("a heading of level %d where %d was asked for", h.Level, level)
			}
		}
		got := words(blocks)
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("%q becomes text that is not valid: %q", text, got)
		}
		// Text without a single mark must come through letter by letter.
		plain := strings.IndexFunc(text, func(r rune) bool { return r != ' ' && r != '\n' && !unicode.IsLetter(r) || r == utf8.RuneError }) < 0
		if letters := func(s string) string { return strings.Join(strings.Fields(s), "") }; plain && letters(got) != letters(text) {
			t.Errorf("%q becomes %q", text, got)
		}
	})
}
