// Package document is what a paper says, apart from how it looks: parts, blocks and runs of words, each with its meaning.
//
// A Document knows nothing about paper sizes, fonts or files. Package layout places it on pages, package pdf prints it; the web
// page, the Word file and the spreadsheets are made from the same value. Equal Documents give byte-equal files.
package document

import (
	"strings"
	"time"
)

// Document is one paper, from its first page to its last appendix.
type Document struct {
	Title    string
	Author   string // the office that issues the paper
	Subject  string
	Language string    // BCP 47, such as "en-GB" or "cy"
	Dated    time.Time // the date the paper bears, never the moment of printing
	Footer   string    // stands at the foot of every page, beside "Page n of N"
	// Marking is the protective marking, such as "OFFICIAL", which stands at the head and the foot of every page. It is the paper's
	// outer mark, not a part of its words.
	Marking string
	Parts   []Part
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
	// Framed is for a page that is hung on a wall, such as a certificate: its words stand in the middle of the page, within a frame.
	Framed bool
	Blocks []Block
}

// Block is one thing that stands on its own lines: a Heading, Paragraph, Clause, List, Fields, Table, Figure, Quotation, Blank, Note,
// Letterhead, Together or Gap.
type Block interface{ block() }

// Letterhead is the head of the first page: who issues the paper, with the lines of its address and how it is reached.
type Letterhead struct {
	Name  string
	Lines []string
	Logo  Picture // no picture where it has no content
}

// Heading opens a section. Level 1 is the highest. Links elsewhere reach it by its Anchor.
type Heading struct {
	Level  int
	Number string // stands before the words where sections are numbered: "1."
	Text   []Inline
	Anchor string
}

// Empty reports whether the heading says nothing; such a one is left out.
func (h Heading) Empty() bool { return strings.TrimSpace(Plain(h.Text)+h.Number) == "" }

// Paragraph is running text.
type Paragraph struct {
	Text  []Inline
	Tight bool // set close to the paragraph after it, as the lines of an address are
}

// Clause is what a number of its own leads to, hanging before it: paragraph 1.1 of a report, clause 2.3.1 of a schedule. Further
// paragraphs and lists in it stand under its first.
type Clause struct {
	Number string
	Blocks []Block
	Anchor string
}

// Empty reports whether the clause says nothing.
func (c Clause) Empty() bool {
	return strings.TrimSpace(c.Number) == "" && len(BlockLines(c.Blocks)) == 0
}

// Fields are labels with what belongs to them, one below the other: To, From, Date.
type Fields struct{ Rows []Field }

// Field is a label with its value, which is one block or more. A field with Blank lines is left to be filled in by hand, over a rule.
type Field struct {
	Label  string
	Blocks []Block
	Blank  float64
}

// Blank is a box to write in, under a label, the height of some lines of text.
type Blank struct {
	Label string
	Lines float64
}

// Quotation is what somebody said or wrote, set apart.
type Quotation struct {
	Blocks []Block
	By     []Inline // who; may be empty
}

// Picture is a picture from a file: PNG or JPEG.
type Picture struct {
	Content []byte
	Alt     string // what it shows, for whoever cannot see it
}

// Figure is a chart or a picture, with what it shows in words for whoever cannot see it, and a caption where it needs one.
type Figure struct {
	Alt     string
	Caption []Inline
	Chart   *Chart
	Picture Picture // where there is no Chart
	Width   float64 // of a picture, as a share of the width of the text: 0 is its own size, as far as that fits
}

// Shows is what the figure shows, in words.
func (f Figure) Shows() string {
	if strings.TrimSpace(f.Alt) == "" && f.Chart == nil {
		return f.Picture.Alt
	}
	return f.Alt
}

// Chart is a chart of horizontal bars: rows of bars, one for each series, all from the same nought to the same end.
type Chart struct {
	Series []string // what the bars of a row are, where a row has several: "Before", "After"
	Rows   []ChartRow
}

// ChartRow is a label with its bars.
type ChartRow struct {
	Label string
	Bars  []Bar // in the order of the Series
}

// Bar is one bar: how long it is, and what it says. One that is Missing has no length, and its words say why.
type Bar struct {
	Length  float64
	Text    string
	Missing bool
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
	Name    string   // what a spreadsheet calls it; the caption, or the heading above it, where it is empty
	Caption []Inline // may be empty
	Columns []Column
	Groups  []Group
	Grid    bool // has lines between its columns too, as a form to be filled in by hand has
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
	Total bool    // a row of sums, set apart from the rows above it
	Lines float64 // the least height of the row in lines of text, as for a signature; 0 is as high as its words
}

// Cell holds the paragraphs of one cell, and what a spreadsheet can reckon with.
type Cell struct {
	Paragraphs [][]Inline
	Value      Value
}

// Value is a cell as a spreadsheet has it. The words of the cell are what people read; a Value that says something else than its words
// is a mistake.
type Value struct {
	Kind   ValueKind
	Pence  int64     // of Money
	Number float64   // of Number
	Day    time.Time // of Day
}

// ValueKind is what a Value is.
type ValueKind int

// The kinds of value. A cell of words has no value besides them.
const (
	Words ValueKind = iota
	Money
	Number
	Day
)

// Note is a footnote: the mark that stands in the text and what it says. A mark in the text reaches it by its Anchor.
type Note struct {
	Mark   string
	Text   []Inline
	Anchor string
}

// Empty reports whether the note says nothing.
func (n Note) Empty() bool { return strings.TrimSpace(n.Mark+Plain(n.Text)) == "" }

// Together keeps its blocks on one page if one page can hold them: a sign-off with its name, a signature block.
type Together struct{ Blocks []Block }

// Gap is white space the height of some lines of text: the room for a signature.
type Gap struct{ Lines float64 }

func (Letterhead) block() {}
func (Heading) block()    {}
func (Paragraph) block()  {}
func (Clause) block()     {}
func (List) block()       {}
func (Fields) block()     {}
func (Table) block()      {}
func (Figure) block()     {}
func (Quotation) block()  {}
func (Blank) block()      {}
func (Note) block()       {}
func (Together) block()   {}
func (Gap) block()        {}

// Inline is a run of words in one style.
type Inline struct {
	Text        string
	Bold        bool
	Italic      bool
	Superscript bool
	Link        string // a web or mail address, or "#" and the anchor of a heading or clause
	Note        string // the anchor of the Note that this mark points to
	Change      Change
}

// Change is what became of some words since an earlier version of a text, where a paper shows that. It is shown by a line under the
// words or through them; a reader who does not see the line has to be told in words besides.
type Change int

// What can become of words.
const (
	Unchanged Change = iota
	Inserted
	Deleted
)

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

// Cells are cells of plain words.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i] = TextCell(t)
	}
	return cells
}

// TextCell is a cell of plain words, each line of them a paragraph.
func TextCell(text string) Cell {
	var c Cell
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			c.Paragraphs = append(c.Paragraphs, Text(strings.TrimSpace(line)))
		}
	}
	return c
}

// MoneyCell is a cell that holds a sum, printed as the words say.
func MoneyCell(words string, pence int64) Cell {
	c := TextCell(words)
	c.Value = Value{Kind: Money, Pence: pence}
	return c
}

// NumberCell is a cell that holds a number, printed as the words say.
func NumberCell(words string, n float64) Cell {
	c := TextCell(words)
	c.Value = Value{Kind: Number, Number: n}
	return c
}

// DayCell is a cell that holds a day, printed as the words say.
func DayCell(words string, day time.Time) Cell {
	c := TextCell(words)
	c.Value = Value{Kind: Day, Day: day}
	return c
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
