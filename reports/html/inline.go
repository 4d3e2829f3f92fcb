package html

import (
	"strings"
	"unicode"

	"almoner/reports/document"
)

// inline writes runs of words in their style.
func (p *page) inline(runs []document.Inline) {
	for i := range runs {
		p.run(&runs[i])
	}
}

func (p *page) run(r *document.Inline) {
	if r.Text == "" {
		return
	}
	end := ""
	open := func(tag, attributes string) {
		p.raw("<", tag, attributes, ">")
		end = "</" + tag + ">" + end
	}
	switch r.Change {
	case document.Inserted:
		open("ins", "")
		p.unseen(p.words.added)
	case document.Deleted:
		open("del", "")
		p.unseen(p.words.removed)
	}
	if r.Superscript {
		open("sup", "")
	}
	if href := p.href(r); href != "" {
		attributes := ` href="` + escape(href) + `"`
		if r.Note != "" {
			attributes += ` role="doc-noteref"` + p.ids.mark(r.Note)
		}
		open("a", attributes)
		if r.Note != "" {
			p.unseen(p.words.noteFor + " ")
		}
	}
	if r.Bold {
		open("strong", "")
	}
	if r.Italic {
		open("em", "")
	}
	for i, line := range strings.Split(r.Text, "\n") {
		if i > 0 {
			p.raw("<br>")
		}
		if p.inTable {
			p.breakable(line)
		} else {
			p.text(line)
		}
	}
	p.raw(end)
}

// longestWord is how many characters of a word in a table stand together: a column is at least as wide as its longest word, and an address
// of the web would push the columns after it off the paper.
const longestWord = 30

// breakable writes words, of which the long ones may be broken. Nothing is added to what a reader copies.
func (p *page) breakable(s string) {
	from, length := 0, 0
	for at, r := range s {
		if unicode.IsSpace(r) {
			length = 0
			continue
		}
		if length == longestWord && !unicode.Is(unicode.Mn, r) {
			p.text(s[from:at])
			p.raw("<wbr>")
			from, length = at, 0
		}
		if length < longestWord {
			length++
		}
	}
	p.text(s[from:])
}

// unseen writes words that are heard and not seen.
func (p *page) unseen(s string) { p.raw(`<span class="unseen">`, escape(s), "</span>") }

// href is where a run leads; empty where it leads nowhere that a page for the public may lead to, or has no words to follow.
func (p *page) href(r *document.Inline) string {
	if visible(r.Text) == "" {
		return ""
	}
	if r.Note != "" {
		if name := p.ids.to(r.Note); name != "" {
			return "#" + name
		}
		return ""
	}
	if name, internal := strings.CutPrefix(r.Link, "#"); internal {
		if name = p.ids.to(name); name != "" {
			return "#" + name
		}
		return ""
	}
	href, _ := document.Target(r.Link)
	return href
}
