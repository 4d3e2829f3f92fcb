package html

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	_ "image/jpeg" // pictures in papers are of these two kinds
	_ "image/png"
	"strings"

	"almoner/reports/document"
)

func (p *page) blocks(blocks []document.Block) {
	for i := 0; i < len(blocks); i++ {
		if _, isNote := blocks[i].(document.Note); isNote { // notes that follow each other are one list
			i = p.notes(blocks, i) - 1
			continue
		}
		p.block(blocks[i])
	}
}

func (p *page) block(b document.Block) {
	switch b := b.(type) {
	case document.Letterhead:
		p.letterhead(b)
	case document.Heading:
		p.headingBlock(b)
	case document.Paragraph:
		p.paragraph(b, "")
	case document.Clause:
		p.clause(b)
	case document.List:
		p.list(b)
	case document.Fields:
		p.fields(b)
	case document.Table:
		p.table(b)
	case document.Figure:
		p.figure(b)
	case document.Quotation:
		p.raw("<blockquote>\n")
		p.blocks(b.Blocks)
		if document.Plain(b.By) != "" {
			p.raw("<p class=\"by\">")
			p.inline(b.By)
			p.raw("</p>\n")
		}
		p.raw("</blockquote>\n")
	case document.Blank:
		if b.Label != "" {
			p.raw("<p class=\"ask\">", escape(b.Label), "</p>\n")
		}
		p.raw(fmt.Sprintf("<div class=\"box\" style=\"height:%.1fem\"></div>\n", min(max(b.Lines, 1), 60)*1.5))
	case document.Together:
		p.raw("<div class=\"together\">\n")
		p.blocks(b.Blocks)
		p.raw("</div>\n")
	case document.Gap:
		if b.Lines > 0 {
			p.raw(fmt.Sprintf("<div class=\"gap\" style=\"height:%.1fem\"></div>\n", min(b.Lines, 20)*1.5))
		}
	}
}

func (p *page) headingBlock(h document.Heading) {
	words := strings.TrimSpace(document.Plain(h.Text))
	if h.Empty() {
		return
	}
	p.deepest = min(min(max(h.Level, 1), 6), p.deepest+1)
	p.heading = strings.Join(strings.Fields(words), " ")
	tag := fmt.Sprintf("h%d", p.deepest)
	p.raw("<", tag, p.ids.at(h.Anchor), direction(h.Text), ">")
	if h.Number != "" {
		p.raw("<span class=\"number\">", escape(h.Number), "</span> ")
	}
	p.inline(h.Text)
	p.raw("</", tag, ">\n")
}

func (p *page) paragraph(par document.Paragraph, before string) {
	if strings.TrimSpace(document.Plain(par.Text)) == "" && before == "" {
		return
	}
	class := ""
	if par.Tight {
		class = ` class="tight"`
	}
	p.raw("<p", class, direction(par.Text), ">", before)
	p.inline(par.Text)
	p.raw("</p>\n")
}

// clause is a number with what it leads to; the number is a part of the text, as an agreement names it.
func (p *page) clause(c document.Clause) {
	if c.Empty() {
		return
	}
	p.raw("<div class=\"clause\"", p.ids.at(c.Anchor), ">\n")
	blocks, number := c.Blocks, ""
	if c.Number != "" {
		number = `<span class="number">` + escape(c.Number) + "</span> "
	}
	var first document.Paragraph
	if len(blocks) > 0 {
		if par, ok := blocks[0].(document.Paragraph); ok {
			first, blocks = par, blocks[1:]
		}
	}
	p.paragraph(first, number)
	p.blocks(blocks)
	p.raw("</div>\n")
}

func (p *page) list(l document.List) {
	if len(l.Items) == 0 {
		return
	}
	tag, attributes := "ul", ""
	switch l.Numbering {
	case document.Decimal:
		tag = "ol"
	case document.LowerAlpha:
		tag, attributes = "ol", ` type="a"`
	case document.LowerRoman:
		tag, attributes = "ol", ` type="i"`
	}
	if tag == "ol" && l.Start > 1 {
		attributes += fmt.Sprintf(` start="%d"`, l.Start)
	}
	p.raw("<", tag, attributes, ">\n")
	for _, item := range l.Items {
		blocks := item.Blocks
		var first document.Paragraph // the words of a simple item stand in it itself
		if len(blocks) > 0 {
			if par, ok := blocks[0].(document.Paragraph); ok {
				first, blocks = par, blocks[1:]
			}
		}
		p.raw("<li", direction(first.Text), ">")
		p.inline(first.Text)
		if len(blocks) > 0 {
			p.raw("\n")
		}
		p.blocks(blocks)
		p.raw("</li>\n")
	}
	p.raw("</", tag, ">\n")
}

func (p *page) fields(f document.Fields) {
	if len(f.Rows) == 0 {
		return
	}
	p.raw("<dl>\n")
	for _, row := range f.Rows {
		blocks := row.Blocks
		var only document.Paragraph
		if len(blocks) == 1 {
			if par, ok := blocks[0].(document.Paragraph); ok {
				only, blocks = par, nil
			}
		}
		p.raw("<div><dt", direction(document.Text(row.Label)), ">", escape(row.Label), "</dt><dd", direction(only.Text), ">")
		p.inline(only.Text)
		p.blocks(blocks)
		if row.Blank > 0 {
			p.raw(fmt.Sprintf("<span class=\"line\" style=\"height:%.1fem\"><span class=\"unseen\">%s</span></span>", min(row.Blank, 20)*1.2, escape(p.words.write)))
		}
		p.raw("</dd></div>\n")
	}
	p.raw("</dl>\n")
}

// notes writes the notes from an index on, and returns the index after the last.
func (p *page) notes(blocks []document.Block, from int) int {
	p.raw("<div class=\"notes\">\n")
	i := from
	for ; i < len(blocks); i++ {
		n, ok := blocks[i].(document.Note)
		if !ok {
			break
		}
		if n.Empty() {
			continue
		}
		p.raw("<p role=\"doc-footnote\"", p.ids.at(n.Anchor), direction(n.Text), "><span class=\"mark\">", escape(n.Mark), "</span> ")
		p.inline(n.Text)
		if back := p.ids.marks[n.Anchor]; back != "" {
			p.raw(" <a href=\"#", back, "\" class=\"back\" aria-label=\"", escape(p.words.back), "\">↩</a>")
		}
		p.raw("</p>\n")
	}
	p.raw("</div>\n")
	return i
}

// image writes a picture as data; where it is none that browsers show, its words stand in its place.
func (p *page) image(pic document.Picture, class, style string) {
	if len(pic.Content) == 0 {
		return
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(pic.Content))
	if err != nil || format != "png" && format != "jpeg" {
		if pic.Alt != "" {
			p.raw("<p class=\"", class, "\">", escape(pic.Alt), "</p>\n")
		}
		return
	}
	p.raw(`<img class="`, class, `"`, fmt.Sprintf(` width="%d" height="%d"`, cfg.Width, cfg.Height), style, ` alt="`, escape(pic.Alt),
		`" src="data:image/`, format, ";base64,", base64.StdEncoding.EncodeToString(pic.Content), "\">\n")
}

func (p *page) figure(f document.Figure) {
	p.raw("<figure>\n")
	switch {
	case f.Chart != nil && len(f.Chart.Rows) > 0:
		p.chart(f.Alt, f.Chart)
	case f.Chart == nil && len(f.Picture.Content) > 0:
		pic, style := f.Picture, ""
		pic.Alt = f.Shows()
		if f.Width > 0 {
			style = fmt.Sprintf(` style="width:%.0f%%;height:auto"`, min(f.Width, 1)*100)
		}
		p.image(pic, "picture", style)
	default:
		p.raw("<p>", escape(f.Shows()), "</p>\n")
	}
	if document.Plain(f.Caption) != "" {
		p.raw("<figcaption>")
		p.inline(f.Caption)
		p.raw("</figcaption>\n")
	}
	p.raw("</figure>\n")
}
