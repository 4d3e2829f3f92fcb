// Package layout places a Document on pages: it measures the words, breaks them into lines, and decides which line stands on which page.
//
// What comes out is a Paper: pages of placed words and filled boxes, and beside them the tree of what they mean (headings, lists,
// table cells), which is what a screen reader follows. Whoever paints a Paper decides nothing about looks: package pdf and a preview
// on the screen show the same lines in the same places. This package knows no PDF library.
//
// All lengths are in points (1/72 inch). Y grows downwards from the top edge of the page.
package layout

import (
	"fmt"
	"time"

	"almoner/reports/document"
)

// Paper is a laid-out document.
type Paper struct {
	Title, Author, Subject, Language string

	Dated   time.Time
	Pages   []Page
	Root    *Element  // the meaning of the words on the pages, in reading order
	Count   int       // how many elements there are, Root and all
	Missing []Missing // characters that cannot be printed, and stand as a replacement mark
	Remarks []string  // other things that whoever issues the paper should know, in plain sentences
}

// Page is one side of paper.
type Page struct {
	Width, Height float64
	Pictures      []Picture // beneath the boxes
	Boxes         []Box     // beneath the words
	Words         []Words

	framed bool // bears no foot: it goes on a wall
}

// Box is a filled rectangle: a rule, an underline, the tint of a table heading, a bar of a chart.
type Box struct {
	X, Y, Width, Height float64
	Colour              Colour
	Element             *Element // of a bar of a chart; nil for what means nothing
}

// Picture is a picture on a page: PNG of eight bits a colour without interlacing, or JPEG of one or three colours.
type Picture struct {
	X, Y, Width, Height float64
	Content             []byte
	Element             *Element
}

// Words are some words of one style on one line.
//
// A line that was wrapped at a space keeps that space at its end, so that the words stay apart when the text is read back.
type Words struct {
	X, Y    float64 // where the baseline begins
	Width   float64 // of the ink, without a space at the end
	Text    string
	Face    Face
	Size    float64
	Colour  Colour
	Change  document.Change // a line under the words, or through them
	Element *Element        // nil for what is not part of the text: page footers, repeated table headings

	bottom float64 // of the line that the words stand in; a row that is split keeps its lines whole
}

// Rect is a rectangle on a page.
type Rect struct{ Left, Top, Right, Bottom float64 }

// Extent is what the pictures, bars and words of an element take on the page, and whether there are any.
func (p *Page) Extent(e *Element) (r Rect, found bool) {
	r = Rect{Left: p.Width, Top: p.Height}
	grow := func(of *Element, x, y, width, height float64) {
		if of == e {
			r = Rect{min(r.Left, x), min(r.Top, y), max(r.Right, x+width), max(r.Bottom, y+height)}
			found = true
		}
	}
	for i := range p.Pictures {
		b := &p.Pictures[i]
		grow(b.Element, b.X, b.Y, b.Width, b.Height)
	}
	for i := range p.Boxes {
		b := &p.Boxes[i]
		grow(b.Element, b.X, b.Y, b.Width, b.Height)
	}
	for i := range p.Words {
		w := &p.Words[i]
		grow(w.Element, w.X, w.Y-w.Size, w.Width, w.Size*1.2)
	}
	return r, found
}

// Colour is a colour of ink.
type Colour struct{ R, G, B uint8 }

// Hex is the colour as Word and web pages write it: "0B4896".
func (c Colour) Hex() string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// Missing is a character that the fonts lack, or that they hold but cannot set in its right order.
type Missing struct {
	Char  rune
	Count int
	Near  string // some words around the first place it was found
}

// Lay places a document on A4 pages.
func Lay(doc document.Document) *Paper {
	p := &Paper{
		Title: doc.Title, Author: doc.Author, Subject: doc.Subject, Language: doc.Language, Dated: doc.Dated,
		Root: &Element{Role: Root},
	}
	set := newTypesetter(p, doc)
	set.readMarking(doc.Marking)
	for _, part := range doc.Parts {
		sheet := a4(part.Orientation)
		f := &flow{set: set, width: sheet.right - sheet.left, body: sheet.bottom - sheet.top, parent: p.Root, centred: part.Framed}
		f.blocks(part.Blocks)
		pages := paginate(f.strips, sheet)
		if part.Framed {
			frame(pages, sheet)
		}
		p.Pages = append(p.Pages, pages...)
	}
	if len(p.Pages) == 0 {
		p.Pages = paginate(nil, a4(document.Portrait))
	}
	set.footers(doc.Footer)
	set.markings(doc.Marking)
	p.Count = p.Root.number(0)
	p.Missing = set.missing.list()
	return p
}
