package docx_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	. "almoner/reports/document"
	"almoner/reports/document/anydocument"
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
		doc := anydocument.Document.Draw(rt, "document")
		tb := failures{t, rt}
		check(tb, doc, write(tb, doc))
	})
}
