// Package html writes a paper as a web page: one file that needs nothing else, which is what a public body should publish (a page is easier
// to reach than any PDF for who reads on a telephone, with other colours or with a screen reader).
//
// The page keeps to WCAG 2.2 at level AA. It is plain semantic HTML without a script; what it looks like is said once, in its head, for the
// screen, for narrow screens and for paper. Pictures stand in it as data, charts as drawings with their words.
package html

import (
	"bufio"
	"cmp"
	"fmt"
	"html"
	"io"
	"strings"
	"unicode/utf8"

	"almoner/reports/document"
)

// Write writes a document as a web page. Equal documents give byte-equal pages.
func Write(w io.Writer, doc document.Document) error {
	p := &page{w: bufio.NewWriterSize(w, 1<<16), doc: doc, words: wordsIn(doc.Language), ids: newIDs(doc)}
	p.write()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write the web page: %w", err)
	}
	return nil
}

// page is a web page under way. Errors of the writer come back from its Flush.
type page struct {
	w       *bufio.Writer
	doc     document.Document
	words   words
	ids     *ids
	deepest int // level of the heading before: levels go down one at a time (WCAG 1.3.1)
	heading string
	tables  int
	inTable bool
}

// words are the few words that the page itself says.
type words struct{ skip, noteFor, back, added, removed, table, marking, write string }

func wordsIn(language string) words {
	if lang, _, _ := strings.Cut(strings.ToLower(language), "-"); lang == "cy" {
		return words{
			skip: "Neidio i’r cynnwys", noteFor: "Nodyn", back: "Yn ôl i’r testun", added: "Ychwanegwyd: ", removed: "Tynnwyd: ",
			table: "Tabl", marking: "Marc diogelu", write: "I’w lenwi",
		}
	}
	return words{
		skip: "Skip to the content", noteFor: "Note", back: "Back to the text", added: "Added: ", removed: "Removed: ",
		table: "Table", marking: "Protective marking", write: "To be filled in",
	}
}

// raw writes markup.
func (p *page) raw(parts ...string) {
	for _, s := range parts {
		_, _ = p.w.WriteString(s) // Flush tells
	}
}

// text writes words.
func (p *page) text(s string) { p.raw(escape(s)) }

// escape makes words safe to stand in markup and in attributes.
func escape(s string) string { return html.EscapeString(cleaned(s)) }

// cleaned is words without control characters, which no page may hold.
func cleaned(s string) string {
	clean := func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}
	if strings.IndexFunc(s, func(r rune) bool { return clean(r) < 0 || r == utf8.RuneError }) >= 0 {
		s = strings.Map(clean, strings.ToValidUTF8(s, "\uFFFD"))
	}
	return s
}

func (p *page) write() {
	lang := p.doc.Language
	if lang == "" {
		lang = "en-GB"
	}
	p.raw("<!DOCTYPE html>\n<html lang=\"", escape(lang), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", escape(p.title()), "</title>\n")
	p.meta("author", p.doc.Author)
	p.meta("description", p.doc.Subject)
	if !p.doc.Dated.IsZero() {
		p.meta("date", p.doc.Dated.Format("2006-01-02"))
	}
	p.raw("<style>\n", style, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">", escape(p.words.skip), "</a>\n")
	parts := p.doc.Parts
	head, hasHead := document.Letterhead{}, false
	if len(parts) > 0 && len(parts[0].Blocks) > 0 {
		head, hasHead = parts[0].Blocks[0].(document.Letterhead)
	}
	if hasHead || p.doc.Marking != "" {
		p.raw("<header", turned(parts, 0), ">\n")
		p.marking()
		if hasHead {
			p.letterhead(head)
		}
		p.raw("</header>\n")
	}
	p.raw("<main id=\"content\" tabindex=\"-1\">\n")
	if !hasHeading(p.doc) { // who goes by headings finds one all the same
		p.raw("<h1 class=\"unseen\">", escape(p.title()), "</h1>\n")
	}
	for i, part := range parts {
		blocks := part.Blocks
		if i == 0 && hasHead {
			blocks = blocks[1:]
		}
		p.part(part, blocks)
	}
	p.raw("</main>\n")
	if p.doc.Footer != "" || p.doc.Marking != "" {
		p.raw("<footer", turned(parts, len(parts)-1), ">\n")
		if p.doc.Footer != "" {
			p.raw("<p>", escape(p.doc.Footer), "</p>\n")
		}
		if p.doc.Marking != "" { // it is read out once, at the head
			p.raw("<p class=\"marking\" aria-hidden=\"true\">", escape(p.doc.Marking), "</p>\n")
		}
		p.raw("</footer>\n")
	}
	p.raw("</body>\n</html>\n")
}

func hasHeading(doc document.Document) bool {
	found := false
	for _, part := range doc.Parts {
		document.Walk(part.Blocks, func(b document.Block) {
			h, ok := b.(document.Heading)
			found = found || ok && !h.Empty()
		})
	}
	return found
}

// turned is the class of what stands on the page of a part: turned as that is, or print would give it a page of its own.
func turned(parts []document.Part, i int) string {
	if i >= 0 && i < len(parts) && parts[i].Orientation == document.Landscape {
		return ` class="wide"`
	}
	return ""
}

// title is what the page is called: by the paper, by its first words where it has no title, by who issues it where it has none either. A
// page has to have one (WCAG 2.4.2).
func (p *page) title() string {
	name := visible(p.doc.Title)
	if name == "" {
		for _, line := range document.Lines(p.doc) {
			if name = visible(line); name != "" {
				break
			}
		}
	}
	return cmp.Or(name, visible(p.doc.Author), "Almoner")
}

// visible is words on one line, without what no page may hold.
func visible(s string) string { return strings.Join(strings.Fields(cleaned(s)), " ") }

func (p *page) meta(name, content string) {
	if strings.TrimSpace(content) != "" {
		p.raw("<meta name=\"", name, "\" content=\"", escape(content), "\">\n")
	}
}

func (p *page) marking() {
	if p.doc.Marking != "" {
		p.raw("<p class=\"marking\"><span class=\"unseen\">", escape(p.words.marking), ": </span>", escape(p.doc.Marking), "</p>\n")
	}
}

func (p *page) letterhead(h document.Letterhead) {
	p.raw("<div class=\"letterhead\">\n")
	p.image(h.Logo, "logo", "")
	p.raw("<p class=\"office\">", escape(h.Name), "</p>\n")
	if len(h.Lines) > 0 {
		p.raw("<address>")
		for i, line := range h.Lines {
			if i > 0 {
				p.raw("<br>")
			}
			p.addressLine(line)
		}
		p.raw("</address>\n")
	}
	p.raw("</div>\n")
}

// addressLine is a line of an address; one that is an address of mail or of the web and nothing else leads there.
func (p *page) addressLine(line string) {
	if href, ok := document.Target(line); ok {
		p.raw(`<a href="`, escape(href), `">`, escape(line), "</a>")
		return
	}
	p.text(line)
}

func (p *page) part(part document.Part, blocks []document.Block) {
	class, tag := "part", "div"
	if part.Orientation == document.Landscape {
		class += " wide"
	}
	if part.Framed {
		class, tag = class+" framed", "section"
	}
	p.raw("<", tag, " class=\"", class, "\">\n")
	p.blocks(blocks)
	p.raw("</", tag, ">\n")
}
