package docx_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "almoner/reports/document"
)

func TestOddPapersAreFilesToo(t *testing.T) {
	deep := para(Text("at the bottom"))
	var nested Block = deep
	for range 14 {
		nested = List{Numbering: Decimal, Items: []Item{item(nested), item()}}
	}
	wide := Table{Columns: make([]Column, 40), Groups: []Group{{Rows: []Row{{Cells: Cells(strings.Fields(strings.Repeat("Commissioner ", 40))...)}}}}}
	for i := range wide.Columns {
		wide.Columns[i].Heading = Text("Heading")
	}
	one := func(blocks ...Block) Document { return Document{Parts: []Part{{Blocks: blocks}}} }
	for name, doc := range map[string]Document{
		"nothing":             {},
		"a part of nothing":   {Parts: []Part{{}, {Orientation: Landscape}, {Framed: true}}},
		"control characters":  one(para(Text("a\x00b\x0bc\x1fd\uFFFEe"))),
		"signs of XML":        one(Heading{Level: 1, Text: Text(`<w:p> & "quoted" ]]>`), Anchor: `<&">`}, para(Link("x", `#<&">`))),
		"pictures as letters": one(para(Text("👩‍👩‍👧 𝔄 🏴󠁧󠁢󠁷󠁬󠁳󠁿"))),
		"40 columns":          one(wide),
		"a long cell":         one(Table{Columns: []Column{{Heading: Text("x")}, {}}, Groups: []Group{{Rows: []Row{{Cells: Cells(strings.Repeat("letters", 800), "b")}}}}}),
		"deep lists":          one(nested),
		"tables only":         one(Table{}, Table{Columns: []Column{{}}}, Table{Groups: []Group{{Heading: Text("alone")}}}, Table{Columns: []Column{{}, {}}, Groups: []Group{{}, {Rows: []Row{{}}}}}),
		"a caption alone":     one(Table{Caption: Text("A caption without a table")}),
		"items of nothing":    one(List{Items: []Item{{}, {}}}, List{}, Fields{}, Fields{Rows: []Field{{}, {Label: "Only a label"}}}, Clause{}, Clause{Number: "1."}, Quotation{}, Together{}, Note{}, Letterhead{}, Figure{}, Figure{Chart: &Chart{}}, Blank{}, Blank{}),
		"no number at all":    one(Gap{Lines: math.NaN()}, Gap{Lines: math.Inf(1)}, Blank{Label: "x", Lines: math.Inf(1)}, Fields{Rows: []Field{{Label: "y", Blank: math.NaN()}, {Label: "z", Blank: 1e300}}}, Figure{Picture: Picture{Content: crest(3, 3)}, Alt: "dot", Width: math.Inf(1)}, Table{Columns: []Column{{Weight: math.NaN()}, {Weight: math.Inf(1)}, {Weight: -1}}, Groups: []Group{{Rows: []Row{{Lines: math.Inf(1), Cells: Cells("a", "b", "c")}}}}}),
		"blocks in an item":   one(List{Items: []Item{item(Table{Columns: []Column{{Heading: Text("a")}}}), item(Heading{Level: 9, Number: "9", Text: Text("h")}), item(Clause{Number: "1", Blocks: []Block{Quotation{Blocks: []Block{para(Text("q"))}, By: Text("who")}}}), item(Figure{Alt: "f", Picture: Picture{Content: crest(4000, 9)}}), item(Blank{Label: "b"}), item(Gap{Lines: 1})}}),
		"the same anchors":    one(Heading{Level: 1, Text: Text("a"), Anchor: "a_1"}, Heading{Level: 1, Text: Text("b"), Anchor: "A-1"}, Heading{Level: 1, Text: Text("c"), Anchor: "A-1"}, Heading{Level: 1, Anchor: "empty"}, para(Link("to the empty one", "#empty"), Link(" and b", "#a_1"))),
		"no text for names":   {Title: "a\x00\x01b", Author: "\uFFFF", Footer: "c\x1f", Marking: "d\x02", Parts: []Part{{Blocks: []Block{Blank{Label: "e\x03"}}}}},
		"far years":           {Dated: time.Date(12024, 1, 1, 0, 0, 0, 0, time.UTC)},
		"charts":              one(Figure{Alt: "c", Chart: &Chart{Series: []string{"", strings.Repeat("long ", 90)}, Rows: []ChartRow{{}, {Label: strings.Repeat("wide", 90), Bars: []Bar{{Length: math.NaN()}, {Length: math.Inf(1), Text: "inf"}, {Length: -3}, {Length: 3, Text: strings.Repeat("words ", 60)}, {Length: 4}}}}}}),
		"a long foot":         {Footer: strings.Repeat("a foot that is too long ", 20), Marking: "M"},
	} {
		t.Run(name, func(t *testing.T) { check(t, doc, write(t, doc)) })
	}
}

// anyDocument draws a document of every kind of block, some of them within others.
func anyDocument(t *rapid.T) Document {
	parts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Part {
		return Part{
			Orientation: Orientation(rapid.IntRange(0, 1).Draw(t, "turned")), Framed: rapid.IntRange(0, 5).Draw(t, "framed") == 0,
			Blocks: rapid.SliceOfN(anyBlock(3), 0, 6).Draw(t, "blocks"),
		}
	}), 0, 3).Draw(t, "parts")
	return Document{
		Title: anyWords().Draw(t, "title"), Language: rapid.SampledFrom([]string{"", "en-GB", "cy"}).Draw(t, "language"),
		Footer: anyWords().Draw(t, "foot"), Marking: rapid.SampledFrom([]string{"", " ", "OFFICIAL"}).Draw(t, "marking"), Parts: parts,
	}
}

func anyWords() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[a-z £&<>"]{0,20}`), rapid.StringN(0, 8, -1), rapid.SampledFrom([]string{"", " ", "\n", "אבג", "a\tb\n\nc", "Tŷ Gwyn", "x\u00a0y"}))
}

func anyAnchor() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"", "a", "A", "b-1", "b_1", "note-*", "9"})
}

func anyRuns() *rapid.Generator[[]Inline] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Inline {
		r := Inline{Text: anyWords().Draw(t, "words"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"), Change: Change(rapid.IntRange(0, 2).Draw(t, "change"))}
		switch rapid.IntRange(0, 4).Draw(t, "link") {
		case 0:
			r.Link = "#" + anyAnchor().Draw(t, "to")
		case 1:
			r.Note = anyAnchor().Draw(t, "note")
			r.Superscript = true
		case 2:
			r.Link = rapid.SampledFrom([]string{"https://x.example/?a=1", "y@x.example", "www.x.example", "ftp://x", "%"}).Draw(t, "address")
		}
		return r
	}), 0, 3)
}

func anyBlocks(depth int) *rapid.Generator[[]Block] {
	if depth <= 0 {
		return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Block {
			return Paragraph{Text: anyRuns().Draw(t, "text"), Tight: rapid.Bool().Draw(t, "tight")}
		}), 0, 2)
	}
	return rapid.SliceOfN(anyBlock(depth), 0, 3)
}

func anyBlock(depth int) *rapid.Generator[Block] {
	return rapid.Custom(func(t *rapid.T) Block {
		words, runs, blocks := anyWords(), anyRuns(), anyBlocks(depth-1)
		switch rapid.IntRange(0, 12).Draw(t, "kind") {
		case 0:
			return Heading{Level: rapid.IntRange(-1, 9).Draw(t, "level"), Number: words.Draw(t, "number"), Text: runs.Draw(t, "text"), Anchor: anyAnchor().Draw(t, "anchor")}
		case 1:
			return Clause{Number: words.Draw(t, "number"), Blocks: blocks.Draw(t, "blocks"), Anchor: anyAnchor().Draw(t, "anchor")}
		case 2:
			l := List{Numbering: Numbering(rapid.IntRange(0, 3).Draw(t, "numbering")), Start: rapid.SampledFrom([]int{-1, 0, 1, 7, 26, 27, 40000}).Draw(t, "start")}
			for range rapid.IntRange(0, 3).Draw(t, "items") {
				l.Items = append(l.Items, Item{Blocks: blocks.Draw(t, "item")})
			}
			return l
		case 3:
			var f Fields
			for range rapid.IntRange(0, 3).Draw(t, "fields") {
				f.Rows = append(f.Rows, Field{Label: words.Draw(t, "label"), Blocks: blocks.Draw(t, "value"), Blank: rapid.SampledFrom([]float64{0, 0, 1, 3}).Draw(t, "blank")})
			}
			return f
		case 4:
			return Blank{Label: words.Draw(t, "label"), Lines: rapid.Float64Range(-1, 9).Draw(t, "lines")}
		case 5:
			return Quotation{Blocks: blocks.Draw(t, "blocks"), By: runs.Draw(t, "by")}
		case 6:
			return Note{Mark: words.Draw(t, "mark"), Text: runs.Draw(t, "text"), Anchor: anyAnchor().Draw(t, "anchor")}
		case 7:
			return Together{Blocks: blocks.Draw(t, "blocks")}
		case 8:
			return Gap{Lines: rapid.Float64().Draw(t, "lines")}
		case 9:
			return Letterhead{Name: words.Draw(t, "name"), Lines: rapid.SliceOfN(words, 0, 2).Draw(t, "lines"), Logo: Picture{Content: crest(4, 3), Alt: words.Draw(t, "alt")}}
		case 10:
			return anyTable().Draw(t, "table")
		case 11:
			return Figure{Alt: words.Draw(t, "alt"), Caption: runs.Draw(t, "caption"), Picture: Picture{Content: rapid.SampledFrom([][]byte{nil, {1}, crest(9, 2)}).Draw(t, "picture")}}
		default:
			return Paragraph{Text: runs.Draw(t, "text"), Tight: rapid.Bool().Draw(t, "tight")}
		}
	})
}

func anyTable() *rapid.Generator[Table] {
	return rapid.Custom(func(t *rapid.T) Table {
		table := Table{Caption: anyRuns().Draw(t, "caption"), Grid: rapid.Bool().Draw(t, "grid")}
		for range rapid.IntRange(0, 3).Draw(t, "columns") {
			table.Columns = append(table.Columns, Column{Heading: anyRuns().Draw(t, "heading"), Weight: rapid.SampledFrom([]float64{0, 0, 1, 2, -1}).Draw(t, "weight"), Align: Align(rapid.IntRange(0, 2).Draw(t, "align"))})
		}
		for range rapid.IntRange(0, 2).Draw(t, "groups") {
			g := Group{Heading: anyRuns().Draw(t, "group")}
			for range rapid.IntRange(0, 3).Draw(t, "rows") {
				row := Row{Total: rapid.Bool().Draw(t, "total"), Lines: rapid.Float64Range(0, 3).Draw(t, "lines")}
				for range rapid.IntRange(0, 4).Draw(t, "cells") {
					row.Cells = append(row.Cells, Cell{Paragraphs: rapid.SliceOfN(anyRuns(), 0, 2).Draw(t, "cell")})
				}
				g.Rows = append(g.Rows, row)
			}
			table.Groups = append(table.Groups, g)
		}
		return table
	})
}

// failures is a testing.TB of rapid: rapid's own T ends a case in its own way.
type failures struct {
	testing.TB

	t *rapid.T
}

func (f failures) Helper()                           {}
func (f failures) Errorf(format string, args ...any) { f.t.Errorf(format, args...) }
func (f failures) Error(args ...any)                 { f.t.Error(args...) }
func (f failures) Fatalf(format string, args ...any) { f.t.Fatalf(format, args...) }
func (f failures) Fatal(args ...any)                 { f.t.Fatal(args...) }

func TestAnyPaperIsAFileThatWordTakes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		doc := anyDocument(rt)
		tb := failures{t, rt}
		check(tb, doc, write(tb, doc))
	})
}
