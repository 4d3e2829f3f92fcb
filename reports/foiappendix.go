package reports

import (
	"fmt"
	"strings"
	"time"

	"almoner/data"
	"almoner/reports/document"
)

// appendix is one appendix on pages of its own: wide ones for a table, upright ones for anything else.
func (p foiReply) appendix(a *data.Appendix) document.Part {
	var part document.Part
	part.Add(document.Heading{Level: 1, Text: document.Text(appendixName(a.Number)), Anchor: appendixAnchor(a.Number)})
	if a.Kind == data.AppendixSpecification {
		if s, ok := data.Get[*data.Specification](p.reg, a.Specification); ok {
			part.Add(specification(s, 2)...)
			return part
		}
	}
	if a.Introduction != "" {
		part.Add(p.linked(document.Markdown(a.Introduction, 3))...)
	} else if a.Title != "" {
		part.Add(document.Heading{Level: 2, Text: document.Text(a.Title)})
	}
	for i := range a.Tables {
		part.Orientation = document.Landscape
		part.Add(p.table(a, &a.Tables[i]))
	}
	if a.Kind == data.AppendixAttachment {
		part.Add(p.words.blocks("foi_attached")...)
	}
	for _, f := range a.Footnotes {
		part.Add(footnote(a.Number, f))
	}
	return part
}

func (p foiReply) table(a *data.Appendix, t *data.Table) document.Block {
	table := document.Table{}
	for _, c := range t.Columns {
		column := document.Column{Heading: document.Text(c.Heading)}
		if f, ok := data.GrantField(c.Field); ok && f.Figures {
			column.Align = document.Right
		}
		table.Columns = append(table.Columns, column)
	}
	for _, g := range t.Fill(p.reg, p.r) {
		group := document.Group{Heading: document.Text(g.Heading)}
		for _, row := range g.Rows {
			cells := make([]document.Cell, len(row.Cells))
			for i, c := range row.Cells {
				cells[i] = p.cell(a.Number, c)
			}
			group.Rows = append(group.Rows, document.Row{Cells: cells})
		}
		table.Groups = append(table.Groups, group)
	}
	alignFigures(&table)
	return table
}

// alignFigures sets a column right where every cell of it is a sum of money, as one that was typed by hand may be.
func alignFigures(table *document.Table) {
	for i := range table.Columns {
		cells, sums := 0, 0
		for _, g := range table.Groups {
			for _, r := range g.Rows {
				if i >= len(r.Cells) || len(r.Cells[i].Paragraphs) == 0 {
					continue
				}
				cells++
				if _, err := data.ParseMoney(document.Plain(r.Cells[i].Paragraphs[0])); err == nil {
					sums++
				}
			}
		}
		if cells > 0 && cells == sums {
			table.Columns[i].Align = document.Right
		}
	}
}

// cell is the words of a cell, paragraph by paragraph, with its link and the marks of its footnotes behind the last word.
func (p foiReply) cell(appendix int, c data.Cell) document.Cell {
	var cell document.Cell
	for _, text := range nonEmpty(strings.Split(c.Text, "\n")...) {
		runs := document.Text(strings.TrimSpace(text))
		if c.Appendix != 0 {
			runs = p.linkWords(runs[0])
		}
		cell.Paragraphs = append(cell.Paragraphs, runs)
	}
	if len(c.Marks) > 0 && len(cell.Paragraphs) == 0 {
		cell.Paragraphs = [][]document.Inline{nil}
	}
	for _, mark := range c.Marks {
		last := &cell.Paragraphs[len(cell.Paragraphs)-1]
		*last = append(*last, document.Inline{Text: mark, Superscript: true, Note: noteAnchor(appendix, mark)})
	}
	cell.Value = valueOf(c.Text)
	return cell
}

// valueOf is what a spreadsheet reckons with where the words of a cell are a sum or a day and nothing else. Cells of a reply are words, as a
// person may change each of them; whoever asked for figures still wants to add them up.
func valueOf(text string) document.Value {
	if strings.Contains(text, "£") {
		if m, err := data.ParseMoney(text); err == nil {
			return document.Value{Kind: document.Money, Pence: m.Pence}
		}
	}
	for _, way := range []string{"2 January 2006", "2 Jan 2006"} {
		if day, err := time.Parse(way, strings.TrimSpace(text)); err == nil {
			return document.Value{Kind: document.Day, Day: day}
		}
	}
	return document.Value{}
}

func footnote(appendix int, f data.Footnote) document.Block {
	text := document.Text(f.Text)
	if f.Link != "" {
		text = document.Join(text, document.Text(" "), document.Link(f.Link, f.Link))
	}
	return document.Note{Mark: f.Mark, Text: text, Anchor: noteAnchor(appendix, f.Mark)}
}

func noteAnchor(appendix int, mark string) string { return fmt.Sprintf("note-%d-%s", appendix, mark) }
