package layout

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"almoner/reports/document"
)

// wordy draws text with everything in it that line breaking looks at.
var wordy = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{
		"word", "a", "£1,200.50", "county-wide", "2017-18", "https://example.org/a_b/c?d=e&f", strings.Repeat("long", 30), "– ", "\n", "  ", "ŷ",
	}), 0, 60).Draw(t, "parts")
	return strings.Join(parts, rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "glue"))
})

var anyRuns = rapid.Custom(func(t *rapid.T) []document.Inline {
	var runs []document.Inline
	for range rapid.IntRange(0, 4).Draw(t, "runs") {
		runs = append(runs, document.Inline{
			Text: wordy.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"), Superscript: rapid.Bool().Draw(t, "super"),
		})
	}
	return runs
})

func anyBlock(t *rapid.T, depth int) document.Block {
	switch kind := rapid.IntRange(0, 6).Draw(t, "kind"); {
	case kind == 0:
		return document.Heading{Level: rapid.IntRange(-1, 8).Draw(t, "level"), Text: anyRuns.Draw(t, "heading")}
	case kind == 1 && depth > 0:
		l := document.List{Numbering: document.Numbering(rapid.IntRange(0, 3).Draw(t, "numbering"))}
		for range rapid.IntRange(0, 4).Draw(t, "items") {
			l.Items = append(l.Items, document.Item{Blocks: anyBlocks(t, depth-1)})
		}
		return l
	case kind == 2:
		return anyTable(t)
	case kind == 3 && depth > 0:
		return document.Together{Blocks: anyBlocks(t, depth-1)}
	case kind == 4:
		return document.Note{Mark: "*", Text: anyRuns.Draw(t, "note")}
	case kind == 5:
		return document.Gap{Lines: rapid.Float64Range(0, 90).Draw(t, "gap")}
	default:
		return document.Paragraph{Text: anyRuns.Draw(t, "paragraph"), Tight: rapid.Bool().Draw(t, "tight")}
	}
}

func anyBlocks(t *rapid.T, depth int) []document.Block {
	var all []document.Block
	for range rapid.IntRange(0, 5).Draw(t, "blocks") {
		all = append(all, anyBlock(t, depth))
	}
	return all
}

func anyTable(t *rapid.T) document.Table {
	tab := document.Table{Caption: anyRuns.Draw(t, "caption")}
	for range rapid.IntRange(1, 8).Draw(t, "columns") {
		tab.Columns = append(tab.Columns, document.Column{
			Heading: document.Text(wordy.Draw(t, "head")), Align: document.Align(rapid.IntRange(0, 2).Draw(t, "align")),
			Weight: rapid.SampledFrom([]float64{0, 0, 1, 2.5}).Draw(t, "weight"),
		})
	}
	for range rapid.IntRange(0, 3).Draw(t, "groups") {
		g := document.Group{Heading: document.Text(wordy.Draw(t, "group"))}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			r := document.Row{Total: rapid.Bool().Draw(t, "total")}
			for range tab.Columns {
				r.Cells = append(r.Cells, document.Cell{Paragraphs: rapid.SliceOfN(anyRuns, 0, 2).Draw(t, "cell")})
			}
			g.Rows = append(g.Rows, r)
		}
		tab.Groups = append(tab.Groups, g)
	}
	return tab
}

// said collects the words of blocks in their order, without white space.
func said(blocks []document.Block) string {
	var b strings.Builder
	put := func(runs []document.Inline) { b.WriteString(squash(document.Plain(runs))) }
	for _, block := range blocks {
		switch block := block.(type) {
		case document.Heading:
			put(block.Text)
		case document.Paragraph:
			put(block.Text)
		case document.Together:
			b.WriteString(said(block.Blocks))
		case document.Note:
			b.WriteString(squash(block.Mark))
			put(block.Text)
		case document.List:
			for i, item := range block.Items {
				b.WriteString(mark(block.Numbering, max(block.Start, 1)+i) + said(item.Blocks))
			}
		case document.Table:
			put(block.Caption)
			for _, c := range block.Columns {
				put(c.Heading)
			}
			for _, g := range block.Groups {
				put(g.Heading)
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

func squash(s string) string { return strings.Join(strings.Fields(s), "") }

func TestEveryCharacterIsPrintedOnceInOrderAndOnThePaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := document.Document{Title: "Law", Footer: wordy.Draw(t, "footer")}
		want := ""
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			part := document.Part{Orientation: document.Orientation(rapid.IntRange(0, 1).Draw(t, "way")), Blocks: anyBlocks(t, 2)}
			want += said(part.Blocks)
			doc.Parts = append(doc.Parts, part)
		}
		p := Lay(doc)
		if got := squash(strings.Join(texts(p), "")); got != want {
			t.Fatalf("printed %q\nwant    %q", got, want)
		}
		inside(t, p)
		for i := range p.Pages {
			words := p.Pages[i].Words
			if got, want := words[len(words)-1].Text, fmt.Sprintf("Page %d of %d", i+1, len(p.Pages)); got != want {
				t.Fatalf("the foot of page %d says %q", i+1, got)
			}
		}
	})
}
