package html

import (
	"strings"

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
		p.text(line)
	}
	p.raw(end)
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
