// Package document is what a paper says, apart from how it looks: parts, blocks and runs of words, each with its meaning.
//
// A Document knows nothing about paper sizes, fonts or files. Package layout places it on pages, package pdf prints it; the web
// page, the Word file and the spreadsheets are made from the same value. Equal Documents give byte-equal files.
package document

import "time"

// Document is one paper, from its first page to its last appendix.
type Document struct {
	Title    string
	Author   string // the office that issues the paper
	Subject  string
	Language string    // BCP 47, such as "en-GB" or "cy"
	Dated    time.Time // the date the paper bears, never the moment of printing
	Footer   string    // stands at the foot of every page, beside "Page n of N"
	Parts    []Part
}

// Orientation says which way round the paper of a part is turned.
type Orientation int

// A part is upright unless it holds something wide.
const (
	Portrait Orientation = iota
	Landscape
)

// Part is a run of pages of one orientation; each part begins on a new page.
type Part struct {
	Orientation Orientation
	Blocks      []Block
}

// Block is one thing that stands on its own lines: a Heading, Paragraph, List, Table, Note, Together or Gap.
type Block interface{ block() }

// Heading opens a section. Level 1 is the highest. Links elsewhere reach it by its Anchor.
type Heading struct {
	Level  int
	Text   []Inline
	Anchor string
}

// Paragraph is running text.
type Paragraph struct {
	Text  []Inline
	Tight bool // set close to the paragraph after it, as the lines of an address are
}

// Numbering is how the items of a list are marked.
type Numbering int

// The marks a list can have.
const (
	Bullets Numbering = iota
	Decimal
	LowerAlpha
	LowerRoman
)

// List is a list of items; an item may hold further lists.
type List struct {
	Numbering Numbering
	Start     int // the number of the first item; 0 counts as 1
	Items     []Item
}

// Item is one entry of a list.
type Item struct{ Blocks []Block }

// Align is the side on which the words of a table column stand.
type Align int

// Words stand left, figures right.
const (
	Left Align = iota
	Right
	Centre
)

// Table is a grid with a row of column headings that stands again at the top of every page that it reaches.
type Table struct {
	Caption []Inline // may be empty
	Columns []Column
	Groups  []Group
}

// Column is one column of a table.
type Column struct {
	Heading []Inline
	Weight  float64 // its share of the width beside the others; 0 lets the layout choose by what the column holds
	Align   Align
}

// Group is a run of rows, under a heading of its own where Heading is not empty.
type Group struct {
	Heading []Inline
	Rows    []Row
}

// Row is one row of a table. It holds as many cells as the table has columns; missing ones are empty.
type Row struct {
	Cells []Cell
	Total bool // a row of sums, set apart from the rows above it
}

// Cell holds the paragraphs of one cell.
type Cell struct{ Paragraphs [][]Inline }

// Note is a footnote: the mark that stands in the text and what it says. A mark in the text reaches it by its Anchor.
type Note struct {
	Mark   string
	Text   []Inline
	Anchor string
}

// Together keeps its blocks on one page if one page can hold them: a sign-off with its name, a signature block.
type Together struct{ Blocks []Block }

// Gap is white space the height of some lines of text: the room for a signature.
type Gap struct{ Lines float64 }

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Note) block()      {}
func (Together) block()  {}
func (Gap) block()       {}

// Inline is a run of words in one style.
type Inline struct {
	Text        string
	Bold        bool
	Italic      bool
	Superscript bool
	Link        string // a web or mail address, or "#" and the anchor of a heading
	Note        string // the anchor of the Note that this mark points to
}

// Text is a run of plain words.
func Text(s string) []Inline { return []Inline{{Text: s}} }

// Bold is a run of bold words.
func Bold(s string) []Inline { return []Inline{{Text: s, Bold: true}} }

// Link is a run of words that leads to an address, or to "#" and the anchor of a heading.
func Link(s, to string) []Inline { return []Inline{{Text: s, Link: to}} }

// Join puts runs one after another.
func Join(runs ...[]Inline) []Inline {
	var all []Inline
	for _, r := range runs {
		all = append(all, r...)
	}
	return all
}

// Plain is the words of some runs without their style.
func Plain(runs []Inline) string {
	n := 0
	for _, r := range runs {
		n += len(r.Text)
	}
	b := make([]byte, 0, n)
	for _, r := range runs {
		b = append(b, r.Text...)
	}
	return string(b)
}

// Add puts blocks at the end of a part.
func (p *Part) Add(blocks ...Block) { p.Blocks = append(p.Blocks, blocks...) }
