package layout

import "almoner/reports/document"

// Role is what an element is, in the words of the PDF standard structure types (ISO 32000-1, 14.8.4).
type Role uint8

// The roles that a paper uses.
const (
	Root Role = iota
	Heading
	Paragraph
	List
	ListItem
	Label
	ListBody
	Table
	Caption
	TableRow
	HeadingCell
	DataCell
	Link
	Reference
	Note
	Figure
	Quotation
)

// Scope says which cells a HeadingCell is the heading of.
type Scope uint8

// A heading cell stands over a column or before a row.
const (
	ColumnScope Scope = iota
	RowScope
)

// Element is a node of the tree of meanings.
type Element struct {
	Role   Role
	Level  uint8 // of a Heading: 1 to 6, and never more than one deeper than the heading before it
	Scope  Scope // of a HeadingCell
	Span   int   // of a HeadingCell: how many columns it covers, where that is more than one
	Marks  document.Numbering
	Plain  bool   // of a List: its labels are words, not marks that count
	Title  string // of a Heading or a Link: its words
	Alt    string // of a Figure: what it shows, in words
	Anchor string // the name by which links reach it
	Target string // of a Link: a full address, or "#" and the Anchor of an element of the same paper
	Parent *Element
	Kids   []*Element
	Index  int // its place in the tree, counted in reading order: 0 is the Root
}

// number counts the elements below and including e, from n, and returns the number after the last.
func (e *Element) number(n int) int {
	e.Index = n
	n++
	for _, k := range e.Kids {
		n = k.number(n)
	}
	return n
}

// elements hands out elements from blocks of many: a long table has a hundred thousand of them.
type elements struct{ free []Element }

func (e *elements) add(parent *Element, role Role) *Element {
	if len(e.free) == 0 {
		e.free = make([]Element, 512)
	}
	el := &e.free[0]
	e.free = e.free[1:]
	el.Role, el.Parent = role, parent
	parent.Kids = append(parent.Kids, el)
	return el
}
