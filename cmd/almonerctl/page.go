package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"almoner/data"
)

// page is what a person reads of one thing: headings, fields, small tables, paragraphs. On a terminal its lines fit, elsewhere nothing is
// broken or cut.
type page struct {
	w     *bufio.Writer
	width int // 0 is any
}

func (t terminal) page() *page { return &page{bufio.NewWriter(t.out), t.width} }

// end writes what is left; an error of any line before comes back here.
func (p *page) end() error {
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

const (
	labelWidth = 26
	indentStep = 2
)

// line writes a line of text.
func (p *page) line(indent int, text string) { p.raw(indent, oneLine(text)) }

// raw writes a line that is set already: with columns, and nothing in it that a terminal would take for a command.
func (p *page) raw(indent int, line string) {
	writeLine(p.w, strings.TrimRight(strings.Repeat(" ", indent)+line, " "))
}

func (p *page) heading(text string) {
	rule := utf8.RuneCountInString(oneLine(text))
	if p.width > 0 {
		rule = min(rule, p.width)
	}
	p.paragraph(0, text)
	p.line(0, strings.Repeat("─", rule))
}

// section begins something under a heading of its own.
func (p *page) section(text string) {
	p.line(0, "")
	p.line(0, text)
}

// paragraph writes text of one or more paragraphs, broken where the terminal ends.
func (p *page) paragraph(indent int, text string) {
	for para := range strings.Lines(text) {
		for _, line := range wrapped(oneLine(para), p.width-indent) {
			p.line(indent, line)
		}
	}
}

// field writes a label and its value; a value that does not fit beside it stands under it.
func (p *page) field(indent int, label, text string) {
	room := p.width - indent - labelWidth
	if isText(text) || p.width > 0 && utf8.RuneCountInString(oneLine(text)) > room || utf8.RuneCountInString(label) >= labelWidth {
		p.line(indent, label)
		p.paragraph(indent+indentStep, text)
		return
	}
	p.raw(indent, label+strings.Repeat(" ", labelWidth-utf8.RuneCountInString(label))+oneLine(text))
}

// isText reports whether a value is several lines.
func isText(s string) bool { return strings.Contains(strings.TrimSpace(s), "\n") }

// wrapped breaks a line between words; of a width of 0 or less it is one line.
func wrapped(text string, width int) []string {
	if width <= 0 || utf8.RuneCountInString(text) <= width {
		return []string{text}
	}
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	return append(lines, line)
}

// fields writes the fields of a record, or of a row of it.
func (p *page) fields(indent int, fields []data.FieldText) {
	for _, f := range fields {
		if len(f.Rows) == 0 {
			p.field(indent, f.Label, f.Text)
			continue
		}
		p.line(indent, f.Label)
		p.rows(indent+indentStep, f.Rows)
	}
}

// anyWidth is more than any line takes.
const anyWidth = 1 << 16

// longCell is how many characters the longest value may have that still stands in a table.
const longCell = 60

// rows writes rows as a small table or, where that would not fit or one says too much for a cell, one under the other.
func (p *page) rows(indent int, rows [][]data.FieldText) {
	t := tableOf(rows)
	total := indent + gap*(len(t.columns)-1)
	for _, w := range t.widths(anyWidth) {
		total += w
	}
	long := func(cell string) bool { return isText(cell) || utf8.RuneCountInString(cell) > longCell }
	if p.width > 0 && total > p.width || slices.ContainsFunc(t.rows, func(row []string) bool { return slices.ContainsFunc(row, long) }) {
		p.blocks(indent, rows)
		return
	}
	p.table(indent, t)
}

// table writes a table, in which words are cut where they do not fit.
func (p *page) table(indent int, t table) {
	width := anyWidth
	if p.width > 0 {
		width = max(p.width-indent, 4*narrowest)
	}
	headings := make([]string, len(t.columns))
	for i, c := range t.columns {
		headings[i] = c.heading
	}
	widths := t.widths(width)
	p.raw(indent, t.line(headings, widths))
	for _, row := range t.rows {
		p.raw(indent, t.line(row, widths))
	}
}

func (p *page) blocks(indent int, rows [][]data.FieldText) {
	for i, row := range rows {
		if i > 0 {
			p.line(0, "")
		}
		p.fields(indent, row)
	}
}

// tableOf is rows under the headings of all fields that any of them has, in the order in which they first come.
func tableOf(rows [][]data.FieldText) table {
	var t table
	at := map[string]int{}
	for _, row := range rows {
		for _, f := range row {
			if _, known := at[f.Key]; !known {
				at[f.Key] = len(t.columns)
				t.columns = append(t.columns, column{key: f.Key, heading: f.Label, figures: f.Figures})
			}
		}
	}
	for _, row := range rows {
		cells := make([]string, len(t.columns))
		for _, f := range row {
			cells[at[f.Key]] = f.Text + innerText(f.Rows)
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// innerText is rows within a cell: "MoJ core £5,500; Home Office £200".
func innerText(rows [][]data.FieldText) string {
	var texts []string
	for _, row := range rows {
		var parts []string
		for _, f := range row {
			parts = append(parts, f.Text+innerText(f.Rows))
		}
		texts = append(texts, strings.Join(parts, " "))
	}
	return strings.Join(texts, "; ")
}
