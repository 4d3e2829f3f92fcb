package html

import (
	"fmt"
	"strings"

	"almoner/reports/document"
)

// manyColumns is how many columns a sheet of paper takes with their words unbroken.
const manyColumns = 10

// table writes a table with its caption, its headings with their scope, and each group in a body of its own. A table that is wider than the
// screen scrolls by itself, in a region that the keyboard reaches and that has a name.
func (p *page) table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	p.tables++
	caption := fmt.Sprintf("c-%d", p.tables)
	p.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"", caption, "\">\n<table")
	var class []string
	if t.Grid {
		class = append(class, "grid")
	}
	if len(t.Columns) > manyColumns {
		class = append(class, "many")
	}
	if len(class) > 0 {
		p.raw(" class=\"", strings.Join(class, " "), "\"")
	}
	p.raw(">\n")
	p.inTable = true
	defer func() { p.inTable = false }()
	if document.Plain(t.Caption) != "" {
		p.raw("<caption id=\"", caption, "\">")
		p.inline(t.Caption)
		p.raw("</caption>\n")
	} else {
		p.raw("<caption id=\"", caption, "\"><span class=\"unseen\">", escape(p.tableName(t)), "</span></caption>\n")
	}
	p.raw("<thead><tr>")
	for _, c := range t.Columns {
		if strings.TrimSpace(document.Plain(c.Heading)) == "" { // an empty heading is none
			p.raw("<td></td>")
			continue
		}
		p.raw("<th scope=\"col\"", align(c.Align), direction(c.Heading), ">")
		p.inline(c.Heading)
		p.raw("</th>")
	}
	p.raw("</tr></thead>\n")
	for _, g := range t.Groups {
		p.group(t, g)
	}
	p.raw("</table>\n</div>\n")
}

// tableName is what a table without a caption is called: the heading above it and, as two may stand under one, its number.
func (p *page) tableName(t document.Table) string {
	name := t.Name
	if name == "" {
		name = p.heading
	}
	if name == "" {
		name = p.words.table
	}
	return fmt.Sprintf("%s (%s %d)", name, strings.ToLower(p.words.table), p.tables)
}

func (p *page) group(t document.Table, g document.Group) {
	named := strings.TrimSpace(document.Plain(g.Heading)) != ""
	if len(g.Rows) == 0 && !named {
		return
	}
	p.raw("<tbody>\n")
	if named {
		p.raw(fmt.Sprintf("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%d\">", len(t.Columns)))
		p.inline(g.Heading)
		p.raw("</th></tr>\n")
	}
	for _, r := range g.Rows {
		p.row(t, r)
	}
	p.raw("</tbody>\n")
}

func (p *page) row(t document.Table, r document.Row) {
	p.raw("<tr")
	if r.Total {
		p.raw(" class=\"total\"")
	}
	if r.Lines > 0 {
		p.raw(fmt.Sprintf(" style=\"height:%.1fem\"", min(r.Lines, 30)*1.6))
	}
	p.raw(">")
	for i, c := range t.Columns {
		var cell document.Cell
		if i < len(r.Cells) {
			cell = r.Cells[i]
		}
		tag := "td"
		if i == 0 && document.Plain(joined(cell)) != "" {
			tag = "th"
		}
		p.raw("<", tag)
		if tag == "th" {
			p.raw(" scope=\"row\"")
		}
		p.raw(align(c.Align), direction(joined(cell)), ">")
		for k, par := range cell.Paragraphs {
			if k > 0 {
				p.raw("<br>")
			}
			p.inline(par)
		}
		p.raw("</", tag, ">")
	}
	p.raw("</tr>\n")
}

func joined(c document.Cell) []document.Inline { return document.Join(c.Paragraphs...) }

func align(a document.Align) string {
	switch a {
	case document.Right:
		return ` class="right"`
	case document.Centre:
		return ` class="centre"`
	default:
		return ""
	}
}
