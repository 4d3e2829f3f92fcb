package data

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// AppendixKind is what an appendix holds.
type AppendixKind string

// What an appendix can hold.
const (
	AppendixTable         AppendixKind = "table"
	AppendixSpecification AppendixKind = "specification"
	AppendixAttachment    AppendixKind = "attachment"
)

var appendixKinds = terms[AppendixKind]{
	{AppendixTable, "Table"},
	{AppendixSpecification, "Specification"},
	{AppendixAttachment, "Attachment"},
}

// AppendixKinds are all kinds of appendices.
func AppendixKinds() []AppendixKind { return appendixKinds.values() }

// Label is how people read the kind.
func (k AppendixKind) Label() string { return appendixKinds.label(k) }

// UnmarshalText reads a kind as the portable form writes it.
func (k *AppendixKind) UnmarshalText(text []byte) error {
	return appendixKinds.unmarshal(k, text, "kind of appendix")
}

// Appendix is a table from the register, a specification or a file that goes with a reply.
type Appendix struct {
	ID            RowID        `json:"id,omitempty"`
	Number        int          `json:"number"`
	Kind          AppendixKind `json:"kind"`
	Title         string       `json:"title,omitempty"`
	Introduction  string       `json:"introduction,omitempty"` // Markdown
	Specification ID           `json:"specification,omitempty"`
	File          ID           `json:"file,omitempty"` // the file that it holds
	Tables        []Table      `json:"tables,omitempty"`
	Footnotes     []Footnote   `json:"footnotes,omitempty"`
}

// Table is a table of grants: which of them, and what of each. Until the reply is sent it is read from the register each time;
// what stands in a cell of its groups is wording that a person chose instead. Once the reply is sent its groups are the table.
type Table struct {
	ID      RowID    `json:"id,omitempty"`
	Columns []Column `json:"columns,omitempty"`
	Query   Query    `json:"query,omitzero"`
	GroupBy Grouping `json:"group_by,omitempty"`
	Groups  []Group  `json:"groups,omitempty"`
}

// Grouping is what the rows of a table are gathered under. The empty Grouping is by financial year.
type Grouping string

// What rows can be gathered under. A grant with several themes stands under each of them that the table asks for.
const (
	GroupByYear      Grouping = ""
	GroupByRecipient Grouping = "recipient"
	GroupByTheme     Grouping = "theme"
	Ungrouped        Grouping = "none"
)

var groupings = terms[Grouping]{
	{GroupByYear, "By financial year"},
	{GroupByRecipient, "By recipient"},
	{GroupByTheme, "By theme"},
	{Ungrouped, "In one list"},
}

// Groupings are all ways of gathering rows.
func Groupings() []Grouping { return groupings.values() }

// Label is how people read the grouping.
func (g Grouping) Label() string { return groupings.label(g) }

// UnmarshalText reads a grouping as the portable form writes it.
func (g *Grouping) UnmarshalText(text []byte) error { return groupings.unmarshal(g, text, "grouping") }

// Column is one column of a table: a field of the register, the answers to a question, or, with neither, words that a person writes.
type Column struct {
	Heading  string `json:"heading"`
	Field    string `json:"field,omitempty"`
	Question ID     `json:"question,omitempty"`
}

// Group is a run of rows under a heading, such as a financial year.
type Group struct {
	ID      RowID  `json:"id,omitempty"`
	Heading string `json:"heading,omitempty"`
	Rows    []Row  `json:"rows,omitempty"`
}

// Row is one row of a table: a grant and the words in each column. An empty cell says what the register says.
type Row struct {
	ID    RowID  `json:"id,omitempty"`
	Grant ID     `json:"grant,omitempty"`
	Cells []Cell `json:"cells,omitempty"`
}

// Cell is what stands in one cell, the appendix that its words point to, and the marks of its footnotes.
type Cell struct {
	Text     string   `json:"text"`
	Appendix int      `json:"appendix,omitempty"`
	Marks    []string `json:"marks,omitempty"`
	// Register is what the register said when the reply was sent, where a person had chosen other words.
	Register string `json:"register,omitempty"`
}

// Footnote is what a mark stands for; several cells may bear the same mark.
type Footnote struct {
	ID   RowID  `json:"id,omitempty"`
	Mark string `json:"mark"`
	Text string `json:"text"`
	Link string `json:"link,omitempty"`
}

func (a *Appendix) problems(ps *Problems, i int) {
	if a.Kind == AppendixSpecification && a.Specification == "" {
		ps.add(row("appendices", i, "specification"), "Choose the specification that Appendix %d holds.", a.Number)
	}
	known := map[string]bool{}
	for _, f := range a.Footnotes {
		if f.Mark == "" {
			ps.add(row("appendices", i, "footnotes"), "A footnote of Appendix %d has no mark.", a.Number)
		}
		if known[f.Mark] {
			ps.add(row("appendices", i, "footnotes"), "Two footnotes of Appendix %d have the mark %s.", a.Number, f.Mark)
		}
		known[f.Mark] = true
	}
	for _, t := range a.Tables {
		for _, g := range t.Groups {
			for _, r := range g.Rows {
				if len(r.Cells) > len(t.Columns) {
					ps.add(row("appendices", i, "tables"), "A row of Appendix %d has %d cells, but the table has %d columns.", a.Number, len(r.Cells), len(t.Columns))
					return
				}
			}
		}
	}
}

func (a *Appendix) references(path string, visit func(string, Kind, *ID)) {
	visit(path+"specification", KindSpecification, &a.Specification)
	visit(path+"file", KindAttachment, &a.File)
	for i := range a.Tables {
		t, at := &a.Tables[i], fmt.Sprintf("%stables[%d].", path, i)
		for k := range t.Columns {
			visit(at+row("columns", k, "question"), KindQuestion, &t.Columns[k].Question)
		}
		t.Query.references(at+"query.", visit)
		for g := range t.Groups {
			for r := range t.Groups[g].Rows {
				visit(at+row("groups", g, row("rows", r, "grant")), KindGrant, &t.Groups[g].Rows[r].Grant)
			}
		}
	}
}

// MoveAppendix gives the appendix numbered from the number to, moves those between, and lets every cell, title and answer that
// names one of them by number follow.
func (r *FOIRequest) MoveAppendix(from, to int) {
	r.renumber(func(n int) int {
		switch {
		case n == from:
			return to
		case from < to && n > from && n <= to:
			return n - 1
		case to < from && n >= to && n < from:
			return n + 1
		default:
			return n
		}
	})
}

// RemoveAppendix takes an appendix out and closes the gap in the numbers. Words that named it name Appendix 0 from then on, which there
// never is, so that they do not come to name another one that is added later; Check says where they stand.
func (r *FOIRequest) RemoveAppendix(number int) {
	r.Appendices = slices.DeleteFunc(r.Appendices, func(a Appendix) bool { return a.Number == number })
	r.renumber(func(n int) int {
		switch {
		case n == number:
			return 0
		case n > number:
			return n - 1
		default:
			return n
		}
	})
}

// renumber gives the appendices other numbers, and lets all words that name one by its number follow.
func (r *FOIRequest) renumber(renumber func(int) int) {
	for i := range r.Appendices {
		a := &r.Appendices[i]
		a.Number = renumber(a.Number)
		for t := range a.Tables {
			a.Tables[t].eachCell(func(c *Cell) { c.renumber(renumber) })
		}
		a.Introduction = renumberWords(a.Introduction, renumber)
		for n := range a.Footnotes {
			a.Footnotes[n].Text = renumberWords(a.Footnotes[n].Text, renumber)
		}
	}
	for i := range r.Exemptions {
		r.Exemptions[i].Reason = renumberWords(r.Exemptions[i].Reason, renumber)
	}
	for i := range r.Questions {
		r.Questions[i].Answer = renumberWords(r.Questions[i].Answer, renumber)
	}
	sortAppendices(r.Appendices)
}

func (t *Table) eachCell(visit func(*Cell)) {
	for g := range t.Groups {
		for r := range t.Groups[g].Rows {
			for c := range t.Groups[g].Rows[r].Cells {
				visit(&t.Groups[g].Rows[r].Cells[c])
			}
		}
	}
}

func (c *Cell) renumber(renumber func(int) int) {
	if c.Appendix != 0 {
		c.Text = renumberWords(c.Text, renumber)
		c.Appendix = renumber(c.Appendix)
	}
}

// Plain reports whether the cell is words and nothing else.
func (c Cell) Plain() bool { return c.Appendix == 0 && len(c.Marks) == 0 && c.Register == "" }

// Empty reports whether nobody has put anything in the cell.
func (c Cell) Empty() bool { return c.Text == "" && c.Plain() }

type cellJSON Cell

// MarshalJSON writes the words alone where there is nothing else.
func (c Cell) MarshalJSON() ([]byte, error) {
	if c.Plain() {
		return marshal(c.Text)
	}
	return marshal(cellJSON(c))
}

// UnmarshalJSON reads words, or an object of the cell's keys.
func (c *Cell) UnmarshalJSON(b []byte) error {
	if isJSONText(b) {
		*c = Cell{}
		return json.Unmarshal(b, &c.Text)
	}
	return unmarshalStrict(b, (*cellJSON)(c))
}

type columnJSON Column

// MarshalJSON writes the heading alone where there is nothing else.
func (col Column) MarshalJSON() ([]byte, error) {
	if col.Field == "" && col.Question == "" {
		return marshal(col.Heading)
	}
	return marshal(columnJSON(col))
}

// UnmarshalJSON reads a heading, or an object of the column's keys.
func (col *Column) UnmarshalJSON(b []byte) error {
	if isJSONText(b) {
		*col = Column{}
		return json.Unmarshal(b, &col.Heading)
	}
	return unmarshalStrict(b, (*columnJSON)(col))
}

func isJSONText(b []byte) bool { return strings.HasPrefix(string(b), `"`) }
