// Package anydocument makes random documents, for tests of what holds of every paper in every form: all blocks, nested as far as people nest
// them, with text in it that breaks what is not escaped, measured or checked.
package anydocument

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"time"

	"pgregory.net/rapid"

	"almoner/reports/document"
)

// Text is text as people and programs leave it: words, sums, addresses, markup, other scripts, nothing.
var Text = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{
		"word", "a", "£1,200.50", "county-wide", "2017-18", "https://example.org/a_b/c?d=e&f", strings.Repeat("long", 30), "–", "\n", "  ", "ŷ", "<script>alert(1)</script>",
		"</td>", "&amp;", "\"quoted\"", "'", "=1+2", "@x", "]]>", "{blank}", "שלום", "مرحبا", "🙂", "\u0007", "\u00a0", "-5", "e\u0301",
	}), 0, 12).Draw(t, "parts")
	text := strings.Join(parts, rapid.SampledFrom([]string{" ", " ", ""}).Draw(t, "glue"))
	if rapid.IntRange(0, 9).Draw(t, "odd") == 0 {
		text += rapid.StringOfN(character, 0, 8, -1).Draw(t, "any characters")
	}
	return text
})

// character is any but U+E000, a private one that the checker of PDF files takes for half a character.
var character = rapid.Rune().Filter(func(r rune) bool { return r != 0xE000 })

// pictures are a picture with a part that can be seen through, one in grey, and what is none.
var pictures = func() [][]byte {
	seen, grey := image.NewNRGBA(image.Rect(0, 0, 9, 4)), image.NewGray(image.Rect(0, 0, 400, 3))
	seen.Set(2, 2, color.NRGBA{R: 0x1D, G: 0x4E, B: 0x89, A: 0x80})
	all := [][]byte{nil, []byte("no picture")}
	for _, picture := range []image.Image{seen, grey} {
		var b bytes.Buffer
		if err := png.Encode(&b, picture); err != nil {
			panic(err) // a Buffer takes every write
		}
		all = append(all, b.Bytes())
	}
	return all
}()

func picture(t *rapid.T) document.Picture {
	return document.Picture{Content: rapid.SampledFrom(pictures).Draw(t, "picture"), Alt: Text.Draw(t, "shows")}
}

// Runs are runs of words in any style, some of which lead somewhere.
var Runs = rapid.Custom(func(t *rapid.T) []document.Inline {
	var runs []document.Inline
	for range rapid.IntRange(0, 3).Draw(t, "runs") {
		runs = append(runs, document.Inline{
			Text: Text.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"), Superscript: rapid.Bool().Draw(t, "raised"),
			Link:   rapid.SampledFrom([]string{"", "", "", "https://a.example/?x=1&y=\"2\"", "mailto:a@b.example", "javascript:alert(1)", "file:///c:/x", "#one", "#nowhere", "www.c.example"}).Draw(t, "link"),
			Note:   rapid.SampledFrom([]string{"", "", "", "note-1", "nowhere"}).Draw(t, "note"),
			Change: document.Change(rapid.IntRange(0, 2).Draw(t, "change")),
		})
	}
	return runs
})

// Document is a document of some parts.
var Document = rapid.Custom(func(t *rapid.T) document.Document {
	doc := document.Document{
		Title: Text.Draw(t, "title"), Author: Text.Draw(t, "author"), Subject: Text.Draw(t, "subject"), Footer: Text.Draw(t, "footer"),
		Language: rapid.SampledFrom([]string{"", "en-GB", "cy"}).Draw(t, "language"), Marking: rapid.SampledFrom([]string{"", "OFFICIAL", "A & B"}).Draw(t, "marking"),
	}
	if rapid.Bool().Draw(t, "is dated") {
		doc.Dated = time.Date(2024, 5, 9, 0, 0, 0, 0, time.UTC)
	}
	for range rapid.IntRange(0, 3).Draw(t, "parts") {
		doc.Parts = append(doc.Parts, document.Part{
			Orientation: document.Orientation(rapid.IntRange(0, 1).Draw(t, "way")), Framed: rapid.Bool().Draw(t, "framed"), Blocks: blocks(t, 2),
		})
	}
	return doc
})

func blocks(t *rapid.T, depth int) []document.Block {
	var all []document.Block
	for range rapid.IntRange(0, 4).Draw(t, "blocks") {
		all = append(all, block(t, depth))
	}
	return all
}

var anchor = rapid.SampledFrom([]string{"", "one", "one", "two words", "note-1"})

func block(t *rapid.T, depth int) document.Block {
	last := 13
	if depth == 0 { // what holds other blocks comes last
		last = 7
	}
	switch rapid.IntRange(0, last).Draw(t, "kind") {
	case 0:
		return document.Heading{Level: rapid.IntRange(-1, 8).Draw(t, "level"), Number: rapid.SampledFrom([]string{"", "1.", "2.3"}).Draw(t, "number"), Text: Runs.Draw(t, "heading"), Anchor: anchor.Draw(t, "anchor")}
	case 1:
		return table(t)
	case 2:
		return document.Note{Mark: rapid.SampledFrom([]string{"*", "1", ""}).Draw(t, "mark"), Text: Runs.Draw(t, "note"), Anchor: anchor.Draw(t, "anchor")}
	case 3:
		return document.Gap{Lines: rapid.Float64Range(-1, 90).Draw(t, "gap")}
	case 4:
		return document.Blank{Label: Text.Draw(t, "label"), Lines: rapid.Float64Range(-1, 200).Draw(t, "lines")}
	case 5:
		return document.Letterhead{Name: Text.Draw(t, "name"), Lines: rapid.SliceOfN(Text, 0, 3).Draw(t, "lines"), Logo: picture(t)}
	case 6:
		return figure(t)
	case 8:
		l := document.List{Numbering: document.Numbering(rapid.IntRange(0, 3).Draw(t, "numbering")), Start: rapid.SampledFrom([]int{-1, 0, 1, 7, 26, 27, 40_000}).Draw(t, "start")}
		for range rapid.IntRange(0, 3).Draw(t, "items") {
			l.Items = append(l.Items, document.Item{Blocks: blocks(t, depth-1)})
		}
		return l
	case 9:
		return document.Together{Blocks: blocks(t, depth-1)}
	case 10:
		return document.Clause{Number: rapid.SampledFrom([]string{"", "1.1", "12.34.56"}).Draw(t, "number"), Blocks: blocks(t, depth-1), Anchor: anchor.Draw(t, "anchor")}
	case 11:
		var f document.Fields
		for range rapid.IntRange(0, 3).Draw(t, "fields") {
			f.Rows = append(f.Rows, document.Field{Label: Text.Draw(t, "label"), Blocks: blocks(t, depth-1), Blank: rapid.SampledFrom([]float64{0, 0, 2}).Draw(t, "blank")})
		}
		return f
	case 12:
		return document.Quotation{Blocks: blocks(t, depth-1), By: Runs.Draw(t, "by")}
	default:
		return document.Paragraph{Text: Runs.Draw(t, "paragraph"), Tight: rapid.Bool().Draw(t, "tight")}
	}
}

func figure(t *rapid.T) document.Figure {
	if rapid.Bool().Draw(t, "no chart") {
		return document.Figure{Alt: Text.Draw(t, "alt"), Caption: Runs.Draw(t, "caption"), Picture: picture(t), Width: rapid.SampledFrom([]float64{0, 0.5, 7}).Draw(t, "width")}
	}
	c := &document.Chart{Series: rapid.SliceOfN(Text, 0, 3).Draw(t, "series")}
	for range rapid.IntRange(0, 4).Draw(t, "rows") {
		row := document.ChartRow{Label: Text.Draw(t, "label")}
		for range rapid.IntRange(0, 3).Draw(t, "bars") {
			row.Bars = append(row.Bars, document.Bar{Length: rapid.Float64().Draw(t, "length"), Text: Text.Draw(t, "text"), Missing: rapid.Bool().Draw(t, "missing")})
		}
		c.Rows = append(c.Rows, row)
	}
	return document.Figure{Alt: Text.Draw(t, "alt"), Caption: Runs.Draw(t, "caption"), Chart: c}
}

func table(t *rapid.T) document.Table {
	tab := document.Table{Caption: Runs.Draw(t, "caption"), Name: Text.Draw(t, "name"), Grid: rapid.Bool().Draw(t, "grid")}
	for range rapid.IntRange(0, 5).Draw(t, "columns") {
		tab.Columns = append(tab.Columns, document.Column{
			Heading: Runs.Draw(t, "head"), Align: document.Align(rapid.IntRange(0, 2).Draw(t, "align")), Weight: rapid.SampledFrom([]float64{0, 0, 1, 2.5, -1}).Draw(t, "weight"),
		})
	}
	for range rapid.IntRange(0, 2).Draw(t, "groups") {
		g := document.Group{Heading: Runs.Draw(t, "group")}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			r := document.Row{Total: rapid.Bool().Draw(t, "total"), Lines: rapid.SampledFrom([]float64{0, 0, 2}).Draw(t, "lines")}
			for range rapid.IntRange(0, len(tab.Columns)).Draw(t, "cells") {
				r.Cells = append(r.Cells, cell(t))
			}
			g.Rows = append(g.Rows, r)
		}
		tab.Groups = append(tab.Groups, g)
	}
	return tab
}

func cell(t *rapid.T) document.Cell {
	switch rapid.IntRange(0, 5).Draw(t, "cell") {
	case 0:
		return document.MoneyCell("£12,345.67", 1234567)
	case 1:
		return document.NumberCell("0.6", 0.6)
	case 2:
		return document.DayCell("9 May 2024", time.Date(2024, 5, 9, 0, 0, 0, 0, time.UTC))
	default:
		return document.Cell{Paragraphs: rapid.SliceOfN(Runs, 0, 2).Draw(t, "paragraphs")}
	}
}
