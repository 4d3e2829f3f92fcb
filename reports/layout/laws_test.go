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
	switch kind := rapid.IntRange(0, 12).Draw(t, "kind"); {
	case kind == 7 && depth > 0:
		return document.Clause{Number: rapid.SampledFrom([]string{"", "1.1", "12.34.56", "Schedule the first of all"}).Draw(t, "number"), Blocks: anyBlocks(t, depth-1)}
	case kind == 8 && depth > 0:
		var f document.Fields
		for range rapid.IntRange(0, 4).Draw(t, "fields") {
			f.Rows = append(f.Rows, document.Field{
				Label: wordy.Draw(t, "label"), Blocks: anyBlocks(t, depth-1), Blank: rapid.SampledFrom([]float64{0, 0, 1, 3, 900}).Draw(t, "blank"),
			})
		}
		return f
	case kind == 9 && depth > 0:
		return document.Quotation{Blocks: anyBlocks(t, depth-1), By: anyRuns.Draw(t, "by")}
	case kind == 10:
		return document.Blank{Label: wordy.Draw(t, "label"), Lines: rapid.Float64Range(-1, 200).Draw(t, "lines")}
	case kind == 11:
		return document.Letterhead{Name: wordy.Draw(t, "name"), Lines: []string{wordy.Draw(t, "line"), "EL1 4QZ"}}
	case kind == 12:
		return anyChart(t)
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

func anyChart(t *rapid.T) document.Figure {
	c := &document.Chart{Series: rapid.SliceOfN(wordy, 0, 3).Draw(t, "series")}
	for range rapid.IntRange(0, 9).Draw(t, "rows") {
		row := document.ChartRow{Label: "Label"}
		bars := rapid.IntRange(0, 3).Draw(t, "bars")
		if bars == 0 { // a label of several lines stands beside the words of its bars, and is read between them
			row.Label = wordy.Draw(t, "label")
		}
		for range bars {
			row.Bars = append(row.Bars, document.Bar{
				Length: rapid.Float64().Draw(t, "length"), Text: rapid.SampledFrom([]string{"", "3", "not reported"}).Draw(t, "text"), Missing: rapid.Bool().Draw(t, "missing"),
			})
		}
		c.Rows = append(c.Rows, row)
	}
	return document.Figure{Alt: "Chart", Caption: anyRuns.Draw(t, "caption"), Chart: c}
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
		case document.Letterhead:
			b.WriteString(squash(block.Name) + squash(strings.Join(block.Lines, "")))
		case document.Clause:
			b.WriteString(squash(block.Number) + said(block.Blocks))
		case document.Fields:
			for _, row := range block.Rows {
				b.WriteString(squash(row.Label) + said(row.Blocks))
			}
		case document.Quotation:
			b.WriteString(said(block.Blocks))
			put(block.By)
		case document.Blank:
			b.WriteString(squash(block.Label))
		case document.Figure:
			b.WriteString(saidByChart(block))
			put(block.Caption)
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

// saidByChart is the words that stand in a chart. One without rows says in words what it would have shown.
func saidByChart(fig document.Figure) string {
	if len(fig.Chart.Rows) == 0 {
		return fig.Alt
	}
	var b strings.Builder
	if len(fig.Chart.Series) > 1 {
		b.WriteString(squash(strings.Join(fig.Chart.Series, "")))
	}
	for _, row := range fig.Chart.Rows {
		b.WriteString(squash(row.Label))
		for _, bar := range row.Bars {
			b.WriteString(squash(bar.Text))
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
			part := document.Part{Orientation: document.Orientation(rapid.IntRange(0, 1).Draw(t, "way")), Blocks: anyBlocks(t, 2), Framed: rapid.Bool().Draw(t, "framed")}
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
			if p.Pages[i].framed {
				continue
			}
			if got, want := words[len(words)-1].Text, fmt.Sprintf("Page %d of %d", i+1, len(p.Pages)); got != want {
				t.Fatalf("the foot of page %d says %q", i+1, got)
			}
		}
	})
}
